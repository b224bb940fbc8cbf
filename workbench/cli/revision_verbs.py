"""Verbs that replace a transcript by a corrected file, edit its turns, and settle what could not be carried over."""

import argparse
from collections.abc import Callable
from pathlib import Path

from workbench.acts import revisions as acts
from workbench.acts.carry_over import Tally
from workbench.cli.desk import acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.errors import TranscriptError
from workbench.store.lookups import carried as lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.study_file import StudyFile
from workbench.study.carrying import Outcome
from workbench.study.ids import meant, short
from workbench.study.new_transcripts import NewTranscript
from workbench.study.text import shorten
from workbench.words import say


def replace(args: argparse.Namespace, output: Output) -> None:
    """Put a corrected file in the place of a transcript, or say what would become of its codings."""
    new = _read(args)
    if not args.dry_run:
        with acting(args, output) as desk:
            transcript_id = transcript_lookup.named(desk.study, args.transcript)
            tally = acts.replace(desk.study, transcript_id, new, args.reason or "", force=args.force)
            desk.result |= _outcomes(args.transcript, new, tally, replaced=True)
            desk.notes += _told(tally)
        return
    with reading(args) as study:
        transcript_id = transcript_lookup.named(study, args.transcript)
        tally = acts.prospect(study, transcript_id, new)
    nothing: dict[str, object] = {"acts": list[object]()}
    output.data(nothing | _outcomes(args.transcript, new, tally, replaced=False))
    output.line(say("line.replace_would", file=new.source, name=args.transcript))
    for line in _told(tally, waiting=False):
        output.line(line)


def _read(args: argparse.Namespace) -> NewTranscript:
    from workbench.transcripts.intake import read_many
    from workbench.transcripts.preview import Problem

    found = read_many([Path(args.file)], encoding=args.encoding)
    if len(found) != 1:
        raise WrongUse(say("line.replace_one"))
    if isinstance(found[0], Problem):
        raise TranscriptError(found[0].message)
    return found[0].new()


def _outcomes(name: str, new: NewTranscript, tally: Tally, *, replaced: bool) -> dict[str, object]:
    return {"transcript": name, "file": new.source, "replaced": replaced, "outcomes": tally.as_json()}


def _told(tally: Tally, *, waiting: bool = True) -> list[str]:
    """Return lines on how the codings fare."""
    counts = ", ".join(f"{tally.codings[one]} {say(f'outcome.{one.value}')}" for one in Outcome if tally.codings[one])
    lines = [say("line.carried_codings", count=tally.total, counts=counts)] if tally.total else []
    if tally.others_lost:
        lines.append(say("line.carried_others", count=tally.others_lost))
    if tally.to_review and waiting:
        lines.append(say("line.carried_waiting", count=tally.to_review))
    return lines


def carried(args: argparse.Namespace, output: Output) -> None:
    """List what waits for a person after its text was replaced."""
    with reading(args) as study:
        one = transcript_lookup.named(study, args.transcript) if args.transcript else None
        found = lookup.carried(study, one, all_of_them=args.all)
    output.data([thing.as_json() | {"id": short(thing.id)} for thing in found])
    if not found:
        output.line(say("line.no_carried"))
        return
    headings = [say(f"line.col.{name}") for name in ("carried_id", "carried_transcript", "outcome", "carried_code",
                                                     "old_words", "new_words")]  # fmt: skip
    output.table(headings, (
        (short(one.id)[-6:], f"{one.transcript} {one.old_turn}", say(f"outcome.{one.outcome.value}"),
         shorten(one.code, 30), shorten(one.old_words, 50), shorten(one.words, 50) or "–")
        for one in found
    ))  # fmt: skip


def settle(args: argparse.Namespace, output: Output) -> None:
    """Settle one: leave it as it is, give it other words, or let it go."""
    if args.give_up and (args.words or args.turn):
        raise WrongUse(say("line.carried_either"))
    if args.turn and not args.words:
        raise WrongUse(say("line.carried_needs_words"))
    with acting(args, output) as desk:
        study = desk.study
        carried_id = meant(args.carried, [one.id for one in lookup.carried(study)], "carried")
        if args.give_up:
            acts.give_up(study, carried_id)
            return
        span = None
        if args.words:
            transcript = transcript_lookup.load(study, lookup.get(study, carried_id).transcript_id)
            span = transcript.find(args.words, args.turn)
        acts.resolve(study, carried_id, span)


def edit_turn(args: argparse.Namespace, output: Output) -> None:
    """Give a turn other words."""
    _edit(args, output, lambda study, transcript_id: acts.edit_turn(study, transcript_id, args.turn, args.text))


def set_speaker(args: argparse.Namespace, output: Output) -> None:
    """Say who says some turns."""
    _edit(args, output, lambda study, transcript_id: acts.set_speaker(study, transcript_id, args.turns, args.label))


def split_turn(args: argparse.Namespace, output: Output) -> None:
    """Let a new turn begin within one."""

    def split(study: StudyFile, transcript_id: int) -> Tally:
        at = transcript_lookup.load(study, transcript_id).find(args.words, args.turn).start
        return acts.split_turn(study, transcript_id, at, args.speaker or "")

    _edit(args, output, split)


def join_turns(args: argparse.Namespace, output: Output) -> None:
    """Make one turn of several."""
    _edit(args, output, lambda study, transcript_id: acts.join_turns(study, transcript_id, args.first, args.last))


def not_data(args: argparse.Namespace, output: Output) -> None:
    """Say that some turns are no data, or are data again."""
    _edit(args, output, lambda study, transcript_id: acts.mark_not_data(study, transcript_id, args.turns, args.data))


def _edit(args: argparse.Namespace, output: Output, act: Callable[[StudyFile, int], Tally]) -> None:
    """Edit the transcript that was named, and tell how its codings fared."""
    with acting(args, output) as desk:
        tally = act(desk.study, transcript_lookup.named(desk.study, args.transcript))
        desk.result["outcomes"] = tally.as_json()
        if tally.to_review:
            desk.notes.append(say("line.carried_waiting", count=tally.to_review))
