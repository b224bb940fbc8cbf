"""All finders, one after the other, and what happens when two of them want the same characters.

First come the repairs inside lines that are always sure (composed letters, ligatures, blanks); the other finders read
the text with these made, and their places are brought back to the original. Where two want the same characters a sure
one goes before a proposal, then the one that takes more out (furniture, loops, words, signs).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from workbench.study.repairs import Repair, applied
from workbench.transcripts.repairs import footnote_marks, furniture, hyphens, loops, lost_hyphens, nfc, signs
from workbench.transcripts.repairs.sheet import Sheet
from workbench.transcripts.repairs.spans import LineSpan


def find(original: str, lines: Sequence[LineSpan], *, captions: bool) -> tuple[Repair, ...]:
    """As `workbench.transcripts.repairs.find`."""
    small = [] if original.isascii() else _small(original)
    places = Places(small)
    sheet = (
        Sheet(applied(original, small), places.lines(lines), captions) if small else Sheet(original, lines, captions)
    )
    large = [moved for repair in furniture.with_blanks(sheet, _all(sheet)) if (moved := places.back(repair))]
    large = _without_overlap(large, len(original))
    if not small:
        return tuple(large)
    return tuple(_merged(small, large))


def _small(original: str) -> list[Repair]:
    replaced = list(signs.within_lines(original))
    composed = nfc.find(original)
    if not composed or not replaced:
        return replaced or composed
    return _without_overlap([*replaced, *composed], len(original))


def _all(sheet: Sheet) -> Iterator[Repair]:
    """Yield what all finders find; furniture first, for words are put together around it."""
    yield from furniture.find(sheet)
    yield from loops.find(sheet)
    yield from hyphens.find(sheet)
    yield from lost_hyphens.find(sheet)
    yield from signs.find(sheet)
    yield from footnote_marks.find(sheet)


def _without_overlap(repairs: list[Repair], length: int) -> list[Repair]:
    """Return the repairs sorted; of those that share a character, a sure one stays, then the one that came first."""
    if len(repairs) < 2:
        return repairs
    taken = bytearray(length)
    kept: list[Repair] = []
    for repair in sorted(repairs, key=lambda one: not one.sure):
        if taken.find(1, repair.start, repair.end) < 0:
            taken[repair.start : repair.end] = b"\1" * (repair.end - repair.start)
            kept.append(repair)
    return sorted(kept, key=lambda one: one.start)


def _merged(small: list[Repair], large: list[Repair]) -> Iterator[Repair]:
    """Yield both kinds in order; a sure large one takes in the small ones inside it, a proposal gives way to them."""
    starts = [one.start for one in small]
    at = 0
    for repair in large:
        first = bisect_left(starts, repair.start, at)
        last = bisect_left(starts, repair.end, first)
        if last > first and not repair.sure:
            continue
        yield from small[at:first]
        yield repair
        at = last
    yield from small[at:]


class Places:
    """Positions in the text with the small repairs made, brought back to the original, and lines brought there."""

    def __init__(self, small: Sequence[Repair]) -> None:
        self._small = small
        self._starts: list[int] = []
        self._before: list[int] = []
        shift = 0
        for repair in small:
            self._starts.append(repair.start + shift)
            self._before.append(shift)
            shift += len(repair.after) - (repair.end - repair.start)
        self._before.append(shift)

    def back(self, repair: Repair) -> Repair | None:
        """Return a repair with the positions it has in the original; None when it cuts through a small one."""
        if not self._small:
            return repair
        start, end = self._start(repair.start), self._end(repair.end)
        if start is None or end is None or start >= end:
            return None
        return Repair(start, end, repair.after, repair.kind, repair.sure, repair.why)

    def _start(self, place: int) -> int | None:
        at = bisect_right(self._starts, place) - 1
        if at < 0:
            return place
        begin, small = self._starts[at], self._small[at]
        if place == begin:
            return small.start if small.after else small.end
        return place - self._before[at + 1] if place >= begin + len(small.after) else None

    def _end(self, place: int) -> int | None:
        at = bisect_left(self._starts, place) - 1
        if at < 0:
            return place
        begin, small = self._starts[at], self._small[at]
        return place - self._before[at + 1] if place >= begin + len(small.after) else None

    def lines(self, lines: Sequence[LineSpan]) -> list[LineSpan]:
        """Return the lines with their places in the text with the small repairs made."""
        origins = [one.start for one in self._small]
        moved: list[LineSpan] = []
        for line in lines:
            start = line.start + self._before[bisect_left(origins, line.start)]
            end = line.end + self._before[bisect_left(origins, line.end)]
            moved.append(LineSpan(start, end, line.block, line.page, line.follows))
        return moved
