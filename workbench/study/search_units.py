"""Which passage of a turn that was found is coded: the words, the sentences they stand in, or the whole turn."""

from collections.abc import Sequence
from enum import StrEnum

from workbench.study.spans import Span, trimmed, union
from workbench.study.units import sentence_at


class Unit(StrEnum):
    """How much is coded round what was found."""

    WORDS = "words"
    SENTENCE = "sentence"
    TURN = "turn"


def passages(text: str, turn: Span, marks: Sequence[Span], unit: Unit) -> list[Span]:
    """Return the passages of `turn` to code, in order and without overlap; all spans count in `text`.

    A turn found without words of its own (by a filter) is always taken whole.
    """
    if unit is Unit.TURN or not marks:
        whole = trimmed(text, turn.start, turn.end)
        return [whole] if whole else []
    if unit is Unit.WORDS:
        return list(marks)
    found: list[Span] = []
    for mark in marks:
        start, end = sentence_at(text, mark.start)[0], sentence_at(text, mark.end - 1)[1]
        found.append(Span(max(start, turn.start), min(end, turn.end)))
    # Joined only where they overlap: neighbouring sentences are passages of their own.
    joined: list[Span] = []
    for span in sorted(set(found)):
        if joined and span.start < joined[-1].end:
            joined[-1] = union((joined[-1], span))[0]
        else:
            joined.append(span)
    return joined
