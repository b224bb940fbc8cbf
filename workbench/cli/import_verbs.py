"""The verb that takes transcripts in."""

import argparse
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from workbench.cli.desk import folder
from workbench.cli.output import Output, WrongUse
from workbench.cli.passphrase import key_of
from workbench.cli.safekeeping import keeping
from workbench.cli.who import coder
from workbench.errors import WorkbenchError
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.transcripts import Role
from workbench.transcripts.answers import take_answers
from workbench.transcripts.guarded import Guard
from workbench.transcripts.intake import read_many, take
from workbench.transcripts.preview import Preview, Problem
from workbench.words import say
from workbench.words.told import translated


@dataclass(frozen=True, slots=True)
class _Voice:
    """What `--speaker` says of one label."""

    label: str
    role: Role
    participant: str


def import_files(args: argparse.Namespace, output: Output) -> int:
    """Preview files and store those that can be read; one bad file does not stop the rest."""
    if args.answers:
        return import_answers(args, output)
    if args.texts or args.label:
        raise WrongUse(say("line.answers_only"))
    voices = [_voice(given) for given in args.speaker]
    with ExitStack() as stack:
        study = _study(args, stack)
        read = read_many([Path(name) for name in args.files], encoding=args.encoding)
        _check_labels(voices, read)
        shown = [_one(study, one, voices, args.dry_run, output) for one in read]
    output.data(shown)
    fine = sum(1 for one in shown if one["error"] is None)
    output.line(say("line.dry_run" if args.dry_run else "line.imported", count=fine, of=len(shown)))
    return 0 if fine == len(shown) else 1


def import_answers(args: argparse.Namespace, output: Output) -> int:
    """Preview sheets of open answers, a respondent a row, and store each sheet in one act."""
    separator = ";" if args.texts and ";" in args.texts else ","
    texts = [one.strip() for one in (args.texts or "").split(separator) if one.strip()]
    shown: list[dict[str, object]] = []
    with ExitStack() as stack:
        study = _study(args, stack)
        guard = stack.enter_context(Guard())
        for name in args.files:
            shown += _sheet(study, guard, Path(name), texts, args, output)
    output.data(shown)
    fine = sum(1 for one in shown if one["error"] is None)
    output.line(say("line.answers_dry_run" if args.dry_run else "line.answers_taken", count=fine, of=len(shown)))
    return 0 if fine == len(shown) else 1


def _sheet(
    study: StudyFile | None, guard: Guard, path: Path, texts: list[str], args: argparse.Namespace, output: Output
) -> list[dict[str, object]]:
    try:
        read = guard.read_answers(path, texts, args.label, encoding=args.encoding)
    except WorkbenchError as problem:
        output.complain(str(problem))
        return [_as_data(path, None, False, str(problem))]
    output.line(say(
        "line.answers_read", file=path.name, count=len(read.previews), questions="; ".join(read.questions),
        attributes=", ".join(read.attributes) or say("line.answers_none"), label=read.label_column or "–",
    ))  # fmt: skip
    for warning in read.warnings:
        output.line(f"    ! {translated(warning)}")
    error: str | None = None
    try:
        if args.dry_run:
            error = next((said for one in read.previews if (said := _refusal(study, one))), None)
        elif study is not None:
            take_answers(study, read)
            while study.settle_some():
                pass
    except WorkbenchError as problem:
        error = str(problem)
    if error is not None:
        output.complain(error)
    kept = error is None and not args.dry_run
    return [_as_data(path, one, kept, error) | {"warnings": list(read.warnings)} for one in read.previews]


def _study(args: argparse.Namespace, stack: ExitStack) -> StudyFile | None:
    """Open the study; a dry run reads it when there is one, to tell what it would refuse."""
    where = folder(args)
    if not args.dry_run:
        study = StudyFile.open(where, read_only=args.read_only, coder=coder(args), key=key_of(args))
        stack.enter_context(study)
        stack.enter_context(keeping(study))
        return study
    if (where / FILE_NAME).is_file():
        return stack.enter_context(StudyFile.open(where, read_only=True, coder=coder(args), key=key_of(args)))
    return None


def _voice(given: str) -> _Voice:
    label, equals, rest = given.rpartition("=")
    role, _, participant = rest.partition(":")
    if not equals or role not in {one.value for one in Role}:
        raise WrongUse(say("line.speaker_form", given=given))
    return _Voice(label, Role(role), participant)


def _check_labels(voices: list[_Voice], read: list[Preview | Problem]) -> None:
    present = [speaker.label for one in read if isinstance(one, Preview) for speaker in one.speakers]
    missing = next((voice.label for voice in voices if present and voice.label not in present), None)
    if missing is not None:
        names = ", ".join(f"«{label}»" for label in dict.fromkeys(present))
        raise WorkbenchError(f"Nobody called «{missing}» speaks in these files; the speakers are {names}.")


def _one(
    study: StudyFile | None, read: Preview | Problem, voices: list[_Voice], dry_run: bool, output: Output
) -> dict[str, object]:
    if isinstance(read, Problem):
        output.complain(read.message)
        return _as_data(read.path, None, False, read.message)
    error: str | None = None
    try:
        labels = {speaker.label for speaker in read.speakers}
        for voice in voices:
            if voice.label in labels:
                read = read.with_speaker(voice.label, voice.role, voice.participant)
        _print(read, output)
        if dry_run:
            error = _refusal(study, read)
        elif study is not None:
            take(study, read)
            while study.settle_some():
                pass
    except WorkbenchError as problem:
        error = str(problem)
    if error is not None:
        output.complain(error)
    return _as_data(read.path, read, error is None and not dry_run, error)


def _refusal(study: StudyFile | None, read: Preview) -> str | None:
    from workbench.store.lookups import transcripts as lookup

    if study is None:
        return None
    double = lookup.by_hash(study, read.sha256)
    if double is not None:
        return f"{read.path.name} is in the study already, as {double}; it would not be imported again."
    if lookup.is_named(study, read.name):
        return f"There is already a transcript called {read.name}; rename the file {read.path.name} first."
    return None


def _as_data(path: Path, read: Preview | None, stored: bool, error: str | None) -> dict[str, object]:
    if read is None:
        nothing = dict.fromkeys(("transcript", "format", "encoding", "words", "turns"))
        return {"file": str(path), **nothing, "speakers": [], "warnings": [], "stored": False, "error": error}
    return {
        "file": str(path), "transcript": read.name, "format": read.format, "encoding": read.encoding,
        "words": read.words, "turns": len(read.turns),
        "speakers": [
            {"label": one.label, "role": one.role.value, "participant": one.participant, "turns": one.turns,
             "words": one.words}
            for one in read.speakers
        ],
        "warnings": list(read.warnings), "stored": stored, "error": error,
    }  # fmt: skip


def _print(read: Preview, output: Output) -> None:
    output.line(say(
        "line.file_read", file=read.path.name, name=read.name, format=read.format, encoding=read.encoding,
        words=read.words, turns=len(read.turns),
    ))  # fmt: skip
    for one in read.speakers:
        role = say(f"line.role.{one.role.value}", participant=one.participant)
        label = one.label or say("line.no_speaker")
        output.line(f"    {say('line.speaker', label=label, role=role.rstrip(), turns=one.turns, words=one.words)}")
    for warning in read.warnings:
        output.line(f"    ! {translated(warning)}")

