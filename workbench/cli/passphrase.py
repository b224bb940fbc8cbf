"""The passphrase of an encrypted study: asked for on the plain terminal, or read from a file named beforehand.

It is never an argument and never in the environment, where other programs could read it.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.output import Output
from workbench.errors import StoreError, StudyLocked, WrongPassphrase
from workbench.store import engine
from workbench.store.study_file import FILE_NAME
from workbench.words import say

if TYPE_CHECKING:
    import argparse

# A study's folder → the data key, or None for a plain study
Unlock = Callable[[Path], "bytes | None"]
VARIABLE = "WORKBENCH_PASSPHRASE_FILE"
TRIES = 3


def key_of(args: "argparse.Namespace") -> bytes | None:
    """Return the data key of the study that the arguments name, or None for a plain one; asked for only once.

    Raises:
        StudyLocked: nothing opened it.
        StoreError: the key file or the passphrase file cannot be read.
    """
    if not hasattr(args, "data_key"):
        args.data_key = unlocked(Path(args.study), args.passphrase_file, recovery=args.recovery)
    key: bytes | None = args.data_key
    return key


def unlocked(folder: Path, file: str | None = None, *, recovery: bool = False) -> bytes | None:
    """Return the data key of the study in `folder`, or None for a plain one; raises as `key_of` does."""
    path = folder / FILE_NAME
    if not engine.key_path(path).exists() or not path.is_file() or not engine.is_encrypted(path):
        return None
    engine.need_encryption(path)
    return verified(folder, file, recovery=recovery)


def verified(folder: Path, file: str | None = None, *, recovery: bool = False) -> bytes:
    """Return the data key that the key file in `folder` holds, having been given what opens it.

    Raises:
        StudyLocked: nothing opened it.
        StoreError: the key file or the passphrase file cannot be read.
    """
    from workbench.store import key_file, vault

    path = folder / FILE_NAME
    # What is wrong with the key file is said before anything is asked.
    key_file.read(path)

    def opened(words: str) -> bytes:
        return vault.unlock(path, recovery=words) if recovery else vault.unlock(path, words)

    named = _file(file)
    if named is not None:
        return opened(first_line(named))
    if not _has_terminal():
        raise StudyLocked(
            f"The study in {folder} is encrypted, and there is no terminal to ask for its passphrase on; give it in a "
            "file with --passphrase-file."
        )
    return _asked(folder, say("line.ask_recovery" if recovery else "line.ask_passphrase", folder=folder), opened)


def _asked(folder: Path, question: str, opened: Callable[[str], bytes]) -> bytes:
    for number in range(TRIES):
        try:
            return opened(_typed(question, f"No passphrase was given; the study in {folder} stays closed."))
        except (WrongPassphrase, StoreError) as error:
            if isinstance(error, StudyLocked) and not isinstance(error, WrongPassphrase):
                raise
            if number < TRIES - 1:
                Output.complain(str(error))
    raise StudyLocked(
        f"Three tries did not open the study in {folder}; it stays closed. A forgotten passphrase is made good by the "
        "recovery key (--recovery)."
    )


def new_passphrase(file: str | None, flag: str = "--passphrase-file") -> str:
    """Return a new passphrase, from a file or typed twice.

    Raises:
        StoreError: it is too short, or the file cannot be read.
        StudyLocked: it was not typed, or differently each time.
    """
    from workbench.store import vault

    named = _file(file) if flag == "--passphrase-file" else file
    if named is not None:
        return vault.checked_passphrase(first_line(named))
    if not _has_terminal():
        raise StoreError(f"There is no terminal to ask for a new passphrase on; give it in a file with {flag}.")
    nothing = "The two passphrases were not the same three times; nothing was changed."
    for _ in range(TRIES):
        try:
            words = vault.checked_passphrase(_typed(say("line.ask_new_passphrase"), nothing))
        except StudyLocked:
            raise
        except StoreError as error:
            Output.complain(str(error))
            continue
        if _typed(say("line.ask_passphrase_again"), nothing) == words:
            return words
        Output.complain(say("line.passphrases_differ"))
    raise StudyLocked(nothing)


def first_line(file: str) -> str:
    """Return the first line of a passphrase file.

    Raises:
        StoreError: it cannot be read, or has none.
    """
    try:
        text = Path(file).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise StoreError(
            f"The passphrase file {file} cannot be read ({error.strerror}); check its name and your rights to it."
        ) from error
    except UnicodeDecodeError as error:
        raise StoreError(f"The passphrase file {file} is not text in UTF-8; save it as such.") from error
    words = text.splitlines()[0] if text else ""
    if not words:
        raise StoreError(f"The passphrase file {file} is empty.")
    return words


def _file(named: str | None) -> str | None:
    return named or os.environ.get(VARIABLE) or None


def _typed(question: str, nothing: str) -> str:
    import getpass

    try:
        return getpass.getpass(question)
    except (EOFError, KeyboardInterrupt) as error:
        # The question stands on a line of its own, as it does after an answer.
        sys.stderr.write("\n")
        if isinstance(error, KeyboardInterrupt):
            raise
        raise StudyLocked(nothing) from error


def _has_terminal() -> bool:
    """Tell whether somebody can be asked: getpass would otherwise read what is piped in, and show it."""
    if os.name == "nt":
        return sys.__stdin__ is not None and sys.__stdin__.isatty()
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True
