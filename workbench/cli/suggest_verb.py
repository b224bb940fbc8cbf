"""Suggestions on the command line: which codes may fit a passage, and why."""

import argparse

from workbench.assist.from_study import suggest_for
from workbench.assist.terms import Reason, SuggestionList
from workbench.cli.desk import reading
from workbench.cli.output import Output, WrongUse
from workbench.errors import StudyError
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.codes import codebook
from workbench.store.study_file import StudyFile
from workbench.study.codes import Codebook
from workbench.study.spans import Span, trimmed
from workbench.study.text import canonical, shorten
from workbench.study.transcripts import Transcript, Turn
from workbench.words import say


def suggest(args: argparse.Namespace, output: Output) -> None:
    """Suggest codes for a passage of a transcript or for any text."""
    located = bool(args.transcript and (args.turn or args.words))
    if bool(args.text) == located or (args.text and (args.transcript or args.turn or args.words)):
        raise WrongUse(say("line.suggest_needs"))
    with reading(args) as study:
        if located:
            transcript_id, span, text = _passage(study, args)
            found = suggest_for(study, text, transcript_id, span)
        else:
            found = suggest_for(study, canonical(args.text).text)
        book = codebook(study)
    output.data(_as_data(found, book))
    if not output.as_json:
        _print(found, book, output)


def _passage(study: StudyFile, args: argparse.Namespace) -> tuple[int, Span, str]:
    transcript = transcript_lookup.load(study, transcript_lookup.named(study, args.transcript))
    if args.words:
        span = transcript.find(canonical(args.words).text, args.turn)
    else:
        turn = _turn(transcript, args.turn)
        span = trimmed(transcript.text, turn.start, turn.end) or Span(turn.start, turn.end)
    return transcript.id, span, span.cut(transcript.text)


def _turn(transcript: Transcript, number: int) -> Turn:
    if not 1 <= number <= len(transcript.turns):
        raise StudyError(f"{transcript.name} has no turn {number}; it has turns 1–{len(transcript.turns)}.")
    return transcript.turns[number - 1]


def _as_data(found: SuggestionList, book: Codebook) -> dict[str, object]:
    return {
        "verdict": found.verdict.value,
        "suggestions": [
            {"code": book.get(one.code_id).name, "path": " > ".join(book.path(one.code_id)),
             "level": one.level.value, "score": round(one.score, 3), "confidence": round(one.confidence, 3),
             "reasons": [_reason_data(reason) for reason in one.reasons]}
            for one in found.suggestions
        ],
        "nearest": [_reason_data(reason) for reason in found.near],
    }  # fmt: skip


def _reason_data(reason: Reason) -> dict[str, object]:
    return {
        "kind": reason.kind, "text": reason.text, "reference": reason.reference,
        "closeness": round(reason.closeness, 3),
    }  # fmt: skip


def _print(found: SuggestionList, book: Codebook, output: Output) -> None:
    output.line(say(f"line.verdict.{found.verdict.value}"))
    for place, one in enumerate(found.suggestions, 1):
        output.line(f"{place}. {' > '.join(book.path(one.code_id))}  ({say(f'line.level.{one.level.value}')})")
        for reason in one.reasons:
            output.line(f"     {_worded(reason)}")
    if found.near and not found.suggestions:
        output.line(say("line.nearest"))
        for reason in found.near:
            code = f" «{book.get(reason.code_id).name}»" if reason.code_id else ""
            output.line(f"  {reason.reference}{code}: {shorten(reason.text, 160)}")


def _worded(reason: Reason) -> str:
    return say(f"line.reason.{reason.kind}", reference=reason.reference, text=shorten(reason.text, 160))
