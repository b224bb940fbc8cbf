"""Repairs of messy transcripts: `find` proposes them over the original and changes nothing.

Sources: the workbench's own reading of Norwegian reports and transcripts (which damage they carry); the rules and
their reasons stand in each finder's module.
"""

from collections.abc import Sequence

from workbench.study.repairs import Repair
from workbench.transcripts.repairs.spans import LineSpan, spans_of

__all__ = ["LineSpan", "find", "spans_of"]


def find(original: str, lines: Sequence[LineSpan], *, captions: bool) -> tuple[Repair, ...]:
    """Return the repairs of an original, sorted, none overlapping another.

    Args:
        original: the texts of the file's lines joined by line ends, as read.
        lines: where each of its lines stands.
        captions: the lines are timed cues of a recogniser or of captions.
    """
    from workbench.transcripts.repairs import together

    return together.find(original, lines, captions=captions)
