"""Where the lines of an original stand, and what each of them is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.transcripts.lines import Block, Line


@dataclass(frozen=True, slots=True)
class LineSpan:
    """One line of the original: its characters (line end not included), what it is, its 1-based page (0: none).

    `follows` says that no blank line stands before it in the file.
    """

    start: int
    end: int
    block: Block = Block.WORDS
    page: int = 0
    follows: bool = True


def spans_of(lines: Iterable[Line]) -> Iterator[LineSpan]:
    """Yield the places of the lines' texts in the original, which is these texts joined by line ends."""
    at = 0
    for line in lines:
        yield LineSpan(at, at + len(line.text), line.block, line.page, line.follows)
        at += len(line.text) + 1
