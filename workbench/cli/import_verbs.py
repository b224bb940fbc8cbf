"""The verb that takes transcripts in."""

import argparse
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.cli.desk import folder
from workbench.cli.import_told import FileRead, as_data, tell
from workbench.cli.output import Output, WrongUse
from workbench.cli.passphrase import key_of
from workbench.cli.safekeeping import keeping
from workbench.cli.who import coder
from workbench.errors import WorkbenchError
from workbench.store.lookups.known_labels import known_labels
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.text import squeeze_name
from workbench.study.transcripts import Role
from workbench.transcripts import labels
from workbench.transcripts.answers import Answers
from workbench.transcripts.answers_taking import Come, take_in_pieces
from workbench.transcripts.guarded import Guard
from workbench.transcripts.intake import files_of, take
from workbench.transcripts.lines import Choices
from workbench.transcripts.preview import Preview
from workbench.transcripts.standing import Asked, Known, State, standings
from workbench.transcripts.summary import Summary
from workbench.words import say
from workbench.words.told import translated

ALL, SURE, NONE = "all", "sure", "none"
# Respondents of a sheet in one act.
_MOST = 500


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
        known = Known.of(study) if study is not None else Known()
        files = _read(args, study, voices)
        _check_labels(voices, files)
        chosen = _chosen(args, files, known)
        for one in chosen:
            _one(study, one, known, args, output)
        output.data([as_data(one, known) for one in chosen])
    fine = sum(1 for one in chosen if one.error is None and not one.passed_over)
    passed = sum(1 for one in chosen if one.passed_over and one.error is None)
    told = say("line.dry_run" if args.dry_run else "line.imported", count=fine, of=len(chosen))
    output.line(f"{told} {say('line.passed_over', count=passed)}" if passed else told)
    return 0 if fine + passed == len(chosen) else 1


def _read(args: argparse.Namespace, study: StudyFile | None, voices: Sequence[_Voice]) -> list[FileRead]:
    """Read all files, with the labels that the study has learnt and those just said."""
    known = known_labels(study) if study is not None else {}
    choices = Choices(speakers={**known, **{labels.key(one.label): one.role for one in voices if one.label}})
    paths, problems = files_of(Path(name) for name in args.files)
    files = [FileRead(one.path, error=one.message) for one in problems]
    with Guard() as guard:
        for path in paths:
            one = FileRead(path)
            try:
                one.preview = _as_said(_repaired(guard, path, args, choices), voices)
                one.read = Summary.of(one.preview)
            except WorkbenchError as problem:
                one.error = str(problem)
            files.append(one)
    return files


def _repaired(guard: Guard, path: Path, args: argparse.Namespace, choices: Choices) -> Preview:
    """Read a file with its sure repairs, with all, or with none."""
    preview = guard.read(path, args.encoding, choices)
    found = preview.beside.repairs
    if args.repairs == ALL and any(not made for _, made in found):
        choices = replace(choices, accepted=frozenset(one.start for one, made in found if not made))
    elif args.repairs == NONE and any(made for _, made in found):
        choices = replace(choices, rejected=frozenset(one.start for one, made in found if made))
    else:
        return preview
    return guard.read(path, args.encoding, choices)


def _as_said(preview: Preview, voices: Sequence[_Voice]) -> Preview:
    present = {speaker.label for speaker in preview.speakers}
    for voice in voices:
        if voice.label in present:
            preview = preview.with_speaker(voice.label, voice.role, voice.participant)
    return preview


def _chosen(args: argparse.Namespace, files: list[FileRead], known: Known) -> list[FileRead]:
    """Return the files to take, each with how it stands; a file that `--take` names stands before its like."""
    named, left = _names(args.take), _names(args.skip)
    missing = next((name for name in (*named, *left) if not any(_is_called(one, name) for one in files)), None)
    if missing is not None:
        raise WorkbenchError(f"No file is called «{missing}»; give the names as the list shows them.")
    chosen = [
        one
        for one in files
        if (not named or any(_is_called(one, name) for name in named))
        and not any(_is_called(one, name) for name in left)
    ]
    asked = [None if one.read is None else Asked(one.read, bool(named), args.encoding is not None) for one in chosen]
    for one, standing in zip(chosen, standings(known, asked), strict=True):
        one.standing = standing
    return chosen


def _names(given: Sequence[str]) -> list[str]:
    return [squeeze_name(name).casefold() for name in given]


def _is_called(one: FileRead, name: str) -> bool:
    own = [squeeze_name(one.path.name), one.read.name if one.read else ""]
    return name in (part.casefold() for part in own)


def import_answers(args: argparse.Namespace, output: Output) -> int:
    """Preview sheets of open answers, a respondent a row, and store each: in one act, very many in several."""
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
    if args.dry_run:
        output.line(say("line.answers_dry_run", count=fine, of=len(shown)))
    else:
        output.line(say("line.answers_taken", count=sum(1 for one in shown if one["stored"]), of=len(shown)))
    return 0 if fine == len(shown) else 1


def _sheet(
    study: StudyFile | None, guard: Guard, path: Path, texts: list[str], args: argparse.Namespace, output: Output
) -> list[dict[str, object]]:
    known = Known.of(study) if study is not None else Known()
    try:
        read = guard.read_answers(path, texts, args.label, encoding=args.encoding)
    except WorkbenchError as problem:
        output.complain(str(problem))
        return [as_data(FileRead(path, error=str(problem)), known)]
    output.line(say(
        "line.answers_read", file=path.name, count=len(read.previews), questions="; ".join(read.questions),
        attributes=", ".join(read.attributes) or say("line.answers_none"), label=read.label_column or "–",
    ))  # fmt: skip
    for warning in read.warnings:
        output.line(f"    ! {translated(warning)}")
    error: str | None = None
    files = _respondents(path, read.previews, known)
    try:
        if args.dry_run:
            error = _refusal_of_sheet(path, files, args)
        elif study is not None:
            _take_sheet(study, read, output)
    except WorkbenchError as problem:
        error = str(problem)
    if error is not None:
        output.complain(error)
    for one in files:
        one.error, one.stored = error, error is None and not args.dry_run and not _is_inside(one)
    return [as_data(one, known) | {"warnings": list(read.warnings)} for one in files]


def _take_sheet(study: StudyFile, read: Answers, output: Output) -> None:
    """Take a sheet in; of one with very many respondents some at a time, each time in an act of its own."""
    come = Come()
    try:
        for come in take_in_pieces(study, read, most=_MOST):
            while study.settle_some():
                pass
            if come.acts and come.of > _MOST:
                output.line(say("line.answers_some", count=come.taken, of=come.of))
    except KeyboardInterrupt:
        output.complain(say("line.answers_stopped", count=come.taken, of=come.of))
        raise
    if come.inside:
        output.line(say("line.answers_inside", count=come.inside))
    if come.acts > 1:
        output.line(say("line.answers_undo", count=come.acts))


def _is_inside(one: FileRead) -> bool:
    return one.standing is not None and one.standing.state is State.INSIDE


def _refusal_of_sheet(path: Path, files: Sequence[FileRead], args: argparse.Namespace) -> str | None:
    """Return why a sheet would not be taken, or None; who is in the study already would be passed over."""
    new = [one for one in files if not _is_inside(one)]
    if not new:
        return f"All answers of {squeeze_name(path.name)} are in the study already; they were not imported again."
    return next((said for one in new if (said := _refusal(one, args))), None)


def _respondents(path: Path, previews: Sequence[Preview], known: Known) -> list[FileRead]:
    """Return the respondents of a sheet, each with how its transcript stands to the study."""
    files = [FileRead(path, one, Summary.of(one)) for one in previews]
    found = standings(known, [Asked(one.read) for one in files if one.read is not None])
    for one, standing in zip(files, found, strict=True):
        one.standing = standing
    return files


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


def _check_labels(voices: Sequence[_Voice], files: Sequence[FileRead]) -> None:
    present = [speaker.label for one in files if one.read for speaker in one.read.speakers]
    missing = next((voice.label for voice in voices if present and voice.label not in present), None)
    if missing is not None:
        names = ", ".join(f"«{label}»" for label in dict.fromkeys(present))
        raise WorkbenchError(f"Nobody called «{missing}» speaks in these files; the speakers are {names}.")


def _one(study: StudyFile | None, one: FileRead, known: Known, args: argparse.Namespace, output: Output) -> None:
    """Tell of a file, and store it unless it is only tried, gives way to another, or is refused."""
    if one.preview is None or one.read is None:
        output.complain(one.error or "")
        return
    tell(one, known, output)
    if one.passed_over:
        return
    one.error = _refusal(one, args)
    if one.error is None and study is not None and not args.dry_run:
        try:
            take(study, one.preview)
            one.stored = True
            while study.settle_some():
                pass
        except WorkbenchError as problem:
            one.error = str(problem)
    if one.error is not None:
        output.complain(one.error)


def _refusal(one: FileRead, args: argparse.Namespace) -> str | None:
    """Return why a file is not to be taken, or None."""
    if one.standing is None:
        return None
    name, state = one.path.name, one.standing.state
    if state is State.WITHDRAWN and not args.take:
        return (
            f"{name} was left out: {one.standing.other} has withdrawn or does not agree to analysis; "
            f"--take {name} takes it all the same."
        )
    if state is State.INSIDE:
        return f"{name} is in the study already, as {one.standing.other}; it would not be imported again."
    if state is State.NAME:
        return (
            f"There is already a transcript called {one.standing.other}; rename the file {name} first, or put a "
            "corrected file in its place with `workbench replace`."
        )
    if state is State.TWICE:
        return f"{name} gives the same words or the same name as another of these files; it was left out."
    return None
