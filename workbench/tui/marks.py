"""Which passages lie where, and in which lane of the margin each is drawn. Pure: no Textual, no Rich."""

from array import array
from bisect import bisect_left, bisect_right, insort
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
    """Finds the passages that meet a stretch of text, by buckets of 512 characters; one is put or taken cheaply."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Index `passages`, in whatever order."""
        self._by_id: dict[int, Passage] = {}
        self._buckets: dict[int, list[Passage]] = {}
        for passage in passages:
            self._into_buckets(passage)
        self._starts = array("Q", sorted(passage.span.start for passage in passages))

    def __len__(self) -> int:
        return len(self._by_id)

    @property
    def passages(self) -> list[Passage]:
        """All passages, by place."""
        return sorted(self._by_id.values(), key=_place)

    def _into_buckets(self, passage: Passage) -> None:
        self._by_id[passage.coding_id] = passage
        for bucket in _buckets_of(passage.span):
            self._buckets.setdefault(bucket, []).append(passage)

    def put(self, passage: Passage) -> None:
        """Add a passage, in place of the one of the same coding."""
        self.take(passage.coding_id)
        self._into_buckets(passage)
        insort(self._starts, passage.span.start)

    def take(self, coding_id: int) -> None:
        """Leave a passage out, if there is one of that coding."""
        passage = self._by_id.pop(coding_id, None)
        if passage is not None:
            for bucket in _buckets_of(passage.span):
                self._buckets[bucket].remove(passage)
            del self._starts[bisect_left(self._starts, passage.span.start)]

    def meeting(self, start: int, end: int) -> list[Passage]:
        """Return the passages that share a character with `start`–`end`, by place."""
        found: dict[int, Passage] = {}
        for bucket in range(start // _BUCKET, max(start, end - 1) // _BUCKET + 1):
            for passage in self._buckets.get(bucket, ()):
                span = passage.span
                if span.start < end and start < span.end:
                    found[passage.coding_id] = passage
        return sorted(found.values(), key=_place)

    def at(self, offset: int) -> list[Passage]:
        """Return the passages over a character, the shortest first."""
        return sorted(self.meeting(offset, offset + 1), key=lambda passage: (len(passage.span), passage.coding_id))

    def begun(self, offset: int) -> int:
        """Return how many passages begin before `offset`."""
        return bisect_left(self._starts, offset)

    def get(self, coding_id: int) -> Passage | None:
        """Return the passage of a coding, if it is here."""
        return self._by_id.get(coding_id)

    def next_start(self, offset: int) -> int | None:
        """Return where the next passage after `offset` begins."""
        at = bisect_right(self._starts, offset)
        return self._starts[at] if at < len(self._starts) else None

    def previous_start(self, offset: int) -> int | None:
        """Return where the last passage before `offset` begins."""
        at = bisect_left(self._starts, offset)
        return self._starts[at - 1] if at else None


def _place(passage: Passage) -> tuple[int, int, int]:
    return passage.span.start, passage.span.end, passage.coding_id


def _buckets_of(span: Span) -> range:
    return range(span.start // _BUCKET, (span.end - 1) // _BUCKET + 1)


@dataclass(frozen=True, slots=True)
class LaneCell:
    """What one lane shows in one row: the passage and whether it begins and ends there."""

    passage: Passage
    first: bool
    last: bool


class Lanes:
    """Margin lanes in visual rows: two passages never share a lane on one row.

    A passage put or taken later moves no other: brackets stay where they are while one codes.
    """

    def __init__(self, index: PassageIndex, page: Page) -> None:
        """Give each passage the first lane free on all its rows."""
        self._index, self._page = index, page
        self._lane: dict[int, int] = {}
        free_from: list[int] = []
        row_of = page.row_of
        rows = [(row_of(p.span.start), -row_of(p.span.end - 1), p.coding_id) for p in index.passages]
        rows.sort()
        for first, last, coding_id in rows:
            for lane, row in enumerate(free_from):
                if row <= first:
                    free_from[lane] = 1 - last
                    break
            else:
                lane = len(free_from)
                free_from.append(1 - last)
            self._lane[coding_id] = lane

    def put(self, passage: Passage) -> None:
        """Give a passage that the index holds the first lane free on all its rows; no other changes its lane."""
        self._lane.pop(passage.coding_id, None)
        first, last = self._page.row_of(passage.span.start), self._page.row_of(passage.span.end - 1)
        beside = self._index.meeting(self._page.starts[first], self._end(last))
        taken = {self._lane[one.coding_id] for one in beside if one.coding_id in self._lane}
        self._lane[passage.coding_id] = next(lane for lane in range(len(taken) + 1) if lane not in taken)

    def take(self, coding_id: int) -> None:
        """Free the lane of a passage."""
        self._lane.pop(coding_id, None)

    def _end(self, row: int) -> int:
        """Return where the text after a row begins."""
        starts = self._page.starts
        return starts[row + 1] if row + 1 < len(starts) else len(self._page.text) + 1

    def on_row(self, row: int) -> list[tuple[int, LaneCell]]:
        """Return (lane, cell) for each passage on a row."""
        if not self._lane:
            return []
        start, end = self._page.starts[row], self._end(row)
        # A row between two turns has no characters: only what begins before it and ends after it passes it.
        return [
            (self._lane[one.coding_id], LaneCell(one, one.span.start >= start, one.span.end <= end))
            for one in self._index.meeting(start, end)
        ]
