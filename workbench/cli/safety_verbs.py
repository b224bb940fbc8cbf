"""Verbs that look after the study file: backups, restoring, checking, the doctor, moving."""

import argparse
from contextlib import suppress
from pathlib import Path

from workbench.cli.output import Output, WrongUse
from workbench.cli.passphrase import key_of, verified
from workbench.cli.safekeeping import in_words as sharing_in_words
from workbench.cli.who import coder
from workbench.errors import StoreError
from workbench.store import backups, engine, in_words, synced
from workbench.store import restore as restoring
from workbench.store.backup_names import Backup, Reason
from workbench.store.check import Finding, Severity, worst
from workbench.store.check import check as look_through
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.ids import short
from workbench.words import counted, say
from workbench.words.history import sentence

# Exit codes of `check` beside those every verb has.
WRONG, DAMAGED = 3, 4


def _path(args: argparse.Namespace) -> Path:
    path = Path(args.study) / FILE_NAME
    if not path.is_file():
        raise StoreError(f"There is no study in {args.study}; make one with `workbench init` or try `workbench demo`.")
    return path


def list_backups(args: argparse.Namespace, output: Output) -> None:
    """List the backups, the newest first, with what they hold."""
    path = Path(args.study) / FILE_NAME
    kept, key = backups.listed(path), key_of(args)
    held = [_inside(one, key) for one in kept]
    output.data([
        {"number": number, "name": one.name, "at": one.at.isoformat(), "reason": one.reason.value, "size": one.size,
         "format": what.format if what else None, "transcripts": what.transcripts if what else None,
         "codes": what.codes if what else None, "codings": what.codings if what else None,
         "last": _last(what) if what else None, "last_at": what.at if what else None,
         "error": None if what else say("line.backup_unreadable")}
        for number, (one, what) in enumerate(zip(kept, held, strict=True), 1)
    ])  # fmt: skip
    if not kept:
        output.line(say("line.no_backups"))
        return
    columns = ("number", "made", "reason", "size", "transcripts", "codings", "last")
    output.table([say(f"line.col.{name}") for name in columns], (
        (number, in_words.when(one), in_words.reason(one), in_words.size(one.size),
         what.transcripts if what else "–", what.codings if what else "–",
         _last(what) if what else say("line.backup_unreadable"))
        for number, (one, what) in enumerate(zip(kept, held, strict=True), 1)
    ))  # fmt: skip


def _inside(backup: Backup, key: bytes | None) -> backups.Inside | None:
    with suppress(StoreError):
        return backups.inside(backup, key)
    return None


def _last(held: backups.Inside) -> str:
    return sentence(held.verb, held.kind, held.detail) if held.verb else ""


def backup(args: argparse.Namespace, output: Output) -> None:
    """Make a backup now; this works while another workbench is at the desk."""
    if args.read_only:
        raise WrongUse(say("line.not_read_only", verb="backup"))
    made = backups.make(_path(args), Reason.HAND, key=key_of(args))
    output.data({"file": str(made.path), "size": made.size})
    output.line(say("line.backed_up", file=made.path, size=in_words.size(made.size)))


def restore(args: argparse.Namespace, output: Output) -> None:
    """Put a backup in the place of the study, or into another folder."""
    if args.read_only:
        raise WrongUse(say("line.not_read_only", verb="restore"))
    folder = Path(args.study)
    chosen = backups.named(folder / FILE_NAME, args.backup)
    key = _key_for(args, chosen)
    if args.to:
        _restore_to(Path(args.to), folder, chosen, key, output)
        return
    done = restoring.restore(folder, chosen, key=key)
    with StudyFile.open(folder, coder=coder(args), key=key) as study:
        restoring.note(study, done)
    output.data({
        "backup": done.backup.name, "folder": str(folder), "kept": done.before.name if done.before else None,
        "damaged": str(done.damaged) if done.damaged else None,
    })  # fmt: skip
    output.line(say("line.restored", backup=done.backup.name))
    if done.before:
        output.line(say("line.restored_before", backup=done.before.name))
    if done.damaged:
        output.line(say("line.restored_damaged", folder=done.damaged))


def _key_for(args: argparse.Namespace, chosen: Backup) -> bytes | None:
    """Return the data key: of the study, or where that is gone or damaged, what its key file holds."""
    if not engine.is_encrypted(chosen.path):
        return None
    key = key_of(args)
    if key is None and engine.key_path(Path(args.study) / FILE_NAME).exists():
        key = verified(Path(args.study), args.passphrase_file, recovery=args.recovery)
    return key


def _restore_to(folder: Path, study: Path, chosen: Backup, key: bytes | None, output: Output) -> None:
    key_file = engine.key_path(study / FILE_NAME).read_bytes() if key is not None else None
    restoring.restore_to(folder, chosen, key=key, key_file=key_file)
    output.data({"backup": chosen.name, "folder": str(folder), "kept": None, "damaged": None})
    output.line(say("line.restored_to", backup=chosen.name, folder=folder))


def check(args: argparse.Namespace, output: Output) -> int:
    """Look through the study and tell what is wrong; repair what can be with `--repair`."""
    path, key = _path(args), key_of(args)
    if args.repair and args.read_only:
        raise WrongUse(say("line.not_read_only", verb="check --repair"))
    found = look_through(path, key, thorough=args.thorough)
    repaired: list[str] = []
    if args.repair:
        from workbench.store.repair import repair

        repaired = repair(path.parent, found, key, coder(args))
    left = look_through(path, key, thorough=args.thorough) if repaired else found
    shown = [one for one in found if one.matter in repaired] + left
    output.data([_as_data(one, one.matter in repaired and one not in left) for one in shown])
    for one in left:
        _tell(one, output)
    mended = [one for one in found if one.matter in repaired and one not in left]
    for one in mended:
        output.line(f"{say('line.repaired')}  {in_words.what(one)}")
    _sum_up(left, output)
    return {Severity.NOTE: 0, Severity.WRONG: WRONG, Severity.DAMAGE: DAMAGED}[worst(left)]


def _as_data(finding: Finding, repaired: bool) -> dict[str, object]:
    return {
        "matter": finding.matter, "severity": finding.severity.name.lower(), "count": finding.count,
        "text": in_words.what(finding), "remedy": in_words.remedy(finding),
        "places": [{"table": one.table, "id": short(one.row_id) if one.row_id else "", "where": one.where}
                   for one in finding.places],
        "repairable": finding.repairable, "repaired": repaired,
    }  # fmt: skip


def _tell(finding: Finding, output: Output) -> None:
    output.line(f"{in_words.severity(finding.severity)}  {in_words.what(finding)}")
    output.line(f"    {in_words.remedy(finding)}")
    for place in finding.places:
        output.line(f"    – {in_words.where(place)}")
    more = finding.count - len(finding.places)
    if finding.places and more > 0:
        output.line(f"    – {say('line.and_more', count=more)}")


def _sum_up(left: list[Finding], output: Output) -> None:
    wrong, repairable = in_words.counted_findings(left)
    if not wrong:
        output.line(say("line.check_sound"))
        return
    output.line(counted(say("line.check_wrong"), wrong))
    if repairable:
        output.line(counted(say("line.check_repairable"), repairable))


def doctor(args: argparse.Namespace, output: Output) -> None:
    """Tell what this machine does."""
    from workbench.cli.terminal_width import measured
    from workbench.store import doctor as examining

    path = Path(args.study) / FILE_NAME
    key = key_of(args) if args.passphrase_file else None
    facts = examining.with_widths(examining.report(path if path.parent.is_dir() else None, key), measured())
    output.data(examining.as_data(facts) | {"warnings": [told for _, _, told in in_words.report_lines(facts) if told]})
    for what, value, warning in in_words.report_lines(facts):
        if not value:
            output.line()
        output.line(f"  {what:<28}{value}" if value else what)
        if warning:
            output.line(f"  ! {warning}")


def move(args: argparse.Namespace, output: Output) -> None:
    """Move the study to another folder."""
    from workbench.store.moving import move as carry

    if args.read_only:
        raise WrongUse(say("line.not_read_only", verb="move"))
    moved = carry(_path(args).parent, Path(args.folder), key=key_of(args))
    output.data({"folder": str(moved.folder), "files": moved.files, "left": list(moved.left)})
    output.line(say("line.moved", folder=moved.folder, count=moved.files))
    if moved.left:
        output.line(say("line.moved_left", names=", ".join(moved.left[:5]) + (" …" if len(moved.left) > 5 else "")))
    shared = synced.found(moved.folder)
    if shared is not None:
        Output.complain(sharing_in_words(shared))
