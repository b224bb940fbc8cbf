"""How coded passages are shown, and how people point at a coding or a quote."""

from collections.abc import Iterable

from workbench.cli.output import Output
from workbench.store.lookups.ids import living
from workbench.store.study_file import StudyFile
from workbench.study.codings import CodedPassage
from workbench.study.ids import meant, short, telling_length
from workbench.study.text import visible
from workbench.study.transcripts import clock
from workbench.words import say
from workbench.words.codings import marks_told

CODING, QUOTE = "coding", "quote"


class ShownIds:
    """The ids of a table, each cut to the ending that tells it from all others."""

    def __init__(self, study: StudyFile, table: str) -> None:
        self._length = telling_length(living(study, table))

    def __getitem__(self, row_id: int) -> str:
        return short(row_id)[-self._length :]


def pointed_at(study: StudyFile, text: str, table: str) -> int:
    """Return the coding or quote whose id is, or ends in, `text`; raise StudyError when none or several do."""
    return meant(text, living(study, table), table)


def reference(participant: str, transcript: str, turn: int, begin_ms: int | None) -> str:
    """Return where a passage stands, such as `P07 (intervju-7) turn 12, 12:31`."""
    who = f"{participant} ({transcript})" if participant and participant != transcript else transcript
    time = f", {clock(begin_ms)}" if begin_ms is not None else ""
    return f"{who} {say('line.turn', turn=turn)}{time}"


def as_data(passage: CodedPassage, *, context: bool = False) -> dict[str, object]:
    """Return a passage as JSON fields; offsets are code points of the transcript, end exclusive."""
    coding = passage.coding
    before, after = ({"before": passage.before}, {"after": passage.after}) if context else ({}, {})
    return {
        "id": short(coding.id), "transcript": passage.transcript, "participant": passage.participant,
        "turn": passage.turn, "begin_ms": passage.begin_ms, "start": coding.span.start, "end": coding.span.end,
        **before, "words": passage.words, **after, "code": passage.code, "coder": passage.coder,
        "origin": coding.origin.value, "level": coding.level.value, "stance": coding.stance.value,
        "certain": coding.certain, "important": coding.important, "round": coding.round, "memo": coding.memo,
        "created": coding.created,
        "quote": short(passage.quote_id) if passage.quote_id else None,
    }  # fmt: skip


def print_passages(output: Output, passages: Iterable[CodedPassage], ids: ShownIds, *, context: int = 0) -> None:
    """Print each passage: its id, reference and code, then the words with `context` characters around them."""
    for passage in passages:
        where = reference(passage.participant, passage.transcript, passage.turn, passage.begin_ms)
        marks = marks_told(passage.coding)
        told = f"  [{marks}]" if marks else ""
        output.line(f"{ids[passage.coding.id]}  {where}  «{passage.code}»  {passage.coder}{told}")
        before = _flat(passage.before[-context:] if context else "")
        after = _flat(passage.after[:context] if context else "")
        first, last = ("[", "]") if context else ("", "")
        words = f"{first}{_flat(passage.words)}{last}"
        output.line(f"    {'…' + before if before else ''}{words}{after + '…' if after else ''}")
        if passage.coding.memo:
            output.lines(f"{say('line.memo')}: {passage.coding.memo}", "    ")


def _flat(text: str) -> str:
    return visible(text.replace("\n", " / ").replace("\t", " "))
