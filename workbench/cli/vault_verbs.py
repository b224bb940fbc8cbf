"""Verbs on what opens a study: encrypting and decrypting it, its passphrase and its recovery key."""

import argparse
import sys
import textwrap

from workbench.cli import passphrase as asking
from workbench.cli.desk import folder
from workbench.cli.output import Output, WrongUse
from workbench.store import convert, engine
from workbench.store.backup_names import FOLDER
from workbench.store.study_file import FILE_NAME
from workbench.study.text import visible
from workbench.words import say

_ERASE_LINE = "\r\x1b[2K"
_GROUPS_A_LINE = 4
_WIDTH = 79


def encrypt(args: argparse.Namespace, output: Output) -> None:
    """Make the study and its backups encrypted."""
    _check_writable(args, "encrypt")
    where = folder(args)
    convert.check_plain(where)
    done = convert.encrypt(where, asking.new_passphrase(args.passphrase_file), _progress())
    output.data({"folder": str(where), "backups": done.backups, "recovery_key": done.recovery})
    output.line(
        say("line.encrypted", folder=where, backups=done.backups)
        if done.backups
        else say("line.encrypted_none", folder=where)
    )
    tell_recovery_key(output, done.recovery)
    output.line()
    tell(output, say("line.encrypted_not"))


def decrypt(args: argparse.Namespace, output: Output) -> None:
    """Make the study and its backups plain."""
    _check_writable(args, "decrypt")
    where = folder(args)
    convert.check_locked(where)
    key = asking.verified(where, args.passphrase_file, recovery=args.recovery)
    done = convert.decrypt(where, key, _progress())
    output.data({"folder": str(where), "backups": done.backups, "left": list(done.left)})
    tell(output, say("line.decrypted", folder=where, backups=done.backups))
    if done.left:
        tell(output, say("line.decrypted_left", names=", ".join(done.left)))
    tell(output, say("line.decrypted_key_kept", folder=FOLDER))


def passphrase(args: argparse.Namespace, output: Output) -> None:
    """Change the passphrase."""
    _check_writable(args, "passphrase")
    where = folder(args)
    convert.check_locked(where)
    key = asking.verified(where, args.passphrase_file, recovery=args.recovery)
    convert.change_passphrase(where, key, asking.new_passphrase(args.new_passphrase_file, "--new-passphrase-file"))
    output.data({"folder": str(where)})
    tell(output, say("line.passphrase_changed", folder=where))


def recovery_key(args: argparse.Namespace, output: Output) -> None:
    """Make a new recovery key."""
    _check_writable(args, "recovery-key")
    where = folder(args)
    convert.check_locked(where)
    made = convert.new_recovery_key(where, asking.verified(where, args.passphrase_file, recovery=args.recovery))
    output.data({"folder": str(where), "recovery_key": made})
    output.line(say("line.recovery_key_new", folder=where))
    tell_recovery_key(output, made)


def tell_recovery_key(output: Output, key: str) -> None:
    """Show a recovery key, and say what it and the key file are for."""
    groups = key.split("-")
    output.line()
    output.line(say("line.recovery_key"))
    output.line()
    for at in range(0, len(groups), _GROUPS_A_LINE):
        output.line("    " + "-".join(groups[at : at + _GROUPS_A_LINE]))
    output.line()
    tell(output, say("line.recovery_key_keep"))
    tell(output, say("line.key_file_keep", key=f"{FILE_NAME}{engine.KEY_TAIL}", copies=FOLDER))


def tell(output: Output, words: str) -> None:
    """Print a paragraph in lines that a terminal does not cut in the middle of a word."""
    for line in textwrap.wrap(words, _WIDTH, break_long_words=False, break_on_hyphens=False):
        output.line(line)


def _check_writable(args: argparse.Namespace, verb: str) -> None:
    if args.read_only:
        raise WrongUse(say("line.verb_not_read_only", verb=verb))


def _progress() -> convert.Progress | None:
    """Keep one line of progress on the terminal, when there is more than one file."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, of: int, name: str) -> None:
        if of > 1:
            sys.stderr.write(_ERASE_LINE + (f"{done}/{of} {visible(name)}" if done < of - 1 else ""))
            sys.stderr.flush()

    return show
