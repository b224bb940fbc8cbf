"""Which passages lie where, and in which lane of the margin each is drawn. Pure: no Textual, no Rich."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.study.spans import Span
from workbench.tui.page import Page

_BUCKET = 512


@dataclass(frozen=True, slots=True)
class Passage:
    """A coding as the transcript view draws it."""

    coding_id: int
    code_id: int
    span: Span
    name: str
    sigil: str
    colour: str
    memo: bool = False
    picked: bool = False


class PassageIndex:
    """Finds the passages that meet a stretch of text, by buckets of 512 characters."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Index `passages`, which are sorted by place."""
        self.passages = passages
        self._buckets: dict[int, list[int]] = {}
        for number, passage in enumerate(passages):
            for bucket in range(passage.span.start // _BUCKET, (passage.span.end - 1) // _BUCKET + 1):
                self._buckets.setdefault(bucket, []).append(number)

    def meeting(self, start: int, end: int) -> list[Passage]:
        """Return the passages that share a character with `start`–`end`, by place."""
        numbers: set[int] = set()
        for bucket in range(start // _BUCKET, max(start, end - 1) // _BUCKET + 1):
            for number in self._buckets.get(bucket, ()):
                span = self.passages[number].span
                if span.start < end and start < span.end:
                    numbers.add(number)
        return [self.passages[number] for number in sorted(numbers)]

    def at(self, offset: int) -> list[Passage]:
        """Return the passages over a character, the shortest first."""
        return sorted(self.meeting(offset, offset + 1), key=lambda passage: (len(passage.span), passage.coding_id))

    def next_start(self, offset: int) -> int | None:
        """Return where the next passage after `offset` begins."""
        return min((p.span.start for p in self.passages if p.span.start > offset), default=None)

    def previous_start(self, offset: int) -> int | None:
        """Return where the last passage before `offset` begins."""
        return max((p.span.start for p in self.passages if p.span.start < offset), default=None)


@dataclass(frozen=True, slots=True)
class LaneCell:
    """What one lane shows in one row: the passage and whether it begins and ends there."""

    passage: Passage
    first: bool
    last: bool


class Lanes:
    """Margin lanes in visual rows: two passages never share a lane on one row."""

    def __init__(self, passages: Sequence[Passage], page: Page) -> None:
        """Give each passage the first lane free on all its rows."""
        self._rows: dict[int, list[tuple[int, LaneCell]]] = {}
        free_from: list[int] = []
        rows = [(page.row_of(p.span.start), page.row_of(p.span.end - 1), p) for p in passages]
        for first, last, passage in sorted(rows, key=lambda item: (item[0], -item[1])):
            lane = next((number for number, row in enumerate(free_from) if row <= first), len(free_from))
            if lane == len(free_from):
                free_from.append(0)
            free_from[lane] = last + 1
            for row in range(first, last + 1):
                cell = LaneCell(passage, row == first, row == last)
                self._rows.setdefault(row, []).append((lane, cell))
        self.count = len(free_from)

    def on_row(self, row: int) -> list[tuple[int, LaneCell]]:
        """Return (lane, cell) for each passage on a row."""
        return self._rows.get(row, [])
