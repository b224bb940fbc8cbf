"""How far a coder has come with a transcript: passes of reading, and which turns stood on the screen long enough."""

from array import array
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from workbench.study.text_map import TextMap

# What stood on the screen so long (seconds) counts as looked at; between two looks at most so long may pass.
LONG_ENOUGH = 3.0
_AT_MOST_BETWEEN = 2.5


@dataclass(frozen=True, slots=True)
class Pass:
    """One reading of a transcript by one coder: when it was begun and finished (ISO 8601, UTC; "": not known, not yet).

    A pass that was only ever marked as finished does not know when it was begun.
    """

    id: int
    started: str
    finished: str

    @property
    def open(self) -> bool:
        """Whether it goes on still."""
        return not self.finished


@dataclass(frozen=True, slots=True)
class Passes:
    """All passes of one coder through one transcript, oldest first."""

    passes: Sequence[Pass] = ()

    @property
    def finished(self) -> int:
        """How often it was read to its end."""
        return sum(not one.open for one in self.passes)

    @property
    def last(self) -> str:
        """When it was read to its end the last time, or ""."""
        return max((one.finished for one in self.passes), default="")

    @property
    def current(self) -> Pass | None:
        """The pass that goes on, or None."""
        return next((one for one in reversed(self.passes) if one.open), None)

    @property
    def newest(self) -> Pass | None:
        """The pass finished last, or None."""
        done = [one for one in self.passes if not one.open]
        return max(done, key=lambda one: (one.finished, one.id)) if done else None

    def begins(self, *, asked: bool) -> bool:
        """Tell whether a pass begins where reading does: the first of itself, another when it was asked for."""
        return self.current is None and (asked or not self.passes)

    def ends(self) -> bool:
        """Tell whether the mark of having read to the end is set; else the newest one is taken back."""
        return self.current is not None or not self.finished


@dataclass(slots=True)
class Gaze:
    """What stood on the screen, told time after time; from that follows what stood there long enough."""

    _seen: deque[tuple[float, int, int]] = field(default_factory=deque[tuple[float, int, int]])

    def see(self, at: float, start: int, end: int) -> tuple[int, int] | None:
        """Note that `start`–`end` of the text is on the screen at `at` (seconds); return what was there long enough.

        It is what all looks of the last three seconds have in common: who leafs through has looked at nothing.
        """
        seen = self._seen
        if seen and not 0 <= at - seen[-1][0] <= _AT_MOST_BETWEEN:
            # The machine slept, or the clock went: nobody knows what was looked at.
            seen.clear()
        seen.append((at, start, end))
        while len(seen) > 1 and seen[1][0] <= at - LONG_ENOUGH:
            seen.popleft()
        if seen[0][0] > at - LONG_ENOUGH:
            return None
        low, high = max(one[1] for one in seen), min(one[2] for one in seen)
        return (low, high) if low < high else None

    def away(self) -> None:
        """The text is not on the screen any more."""
        self._seen.clear()


class Looked:
    """The stretches of one text that were looked at, and the turns that were so from beginning to end."""

    def __init__(self, turns: Sequence[tuple[int, int, bool]], stretches: Iterable[tuple[int, int]] = ()) -> None:
        """Take the turns of the text in order as (start, end, whether they count) and what was looked at before."""
        self._starts = array("q", (turn[0] for turn in turns))
        self._ends = array("q", (turn[1] for turn in turns))
        self._open = bytearray(turn[2] and turn[1] > turn[0] for turn in turns)
        self.of = sum(turn[1] - turn[0] for turn in turns if turn[2])
        self._left = self.of
        self._froms: list[int] = []
        self._tos: list[int] = []
        for start, end in stretches:
            self.add(start, end)

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """What was looked at, in order, without overlap."""
        return list(zip(self._froms, self._tos, strict=True))

    @property
    def done(self) -> int:
        """How many characters the turns have that were looked at, of those that count."""
        return self.of - self._left

    def holds(self, start: int, end: int) -> bool:
        """Tell whether a stretch was looked at from beginning to end."""
        at = bisect_right(self._froms, start) - 1
        return at >= 0 and self._tos[at] >= end

    def add(self, start: int, end: int) -> list[int]:
        """Note that a stretch was looked at; return the indexes of the turns that are looked at whole by that."""
        if end <= start or self.holds(start, end):
            return []
        first, last = bisect_left(self._tos, start), bisect_right(self._froms, end)
        low = min([start, *self._froms[first:last]])
        high = max([end, *self._tos[first:last]])
        self._froms[first:last], self._tos[first:last] = [low], [high]
        whole: list[int] = []
        # Only a turn that shares a character with what is new can have become whole.
        for turn in range(bisect_right(self._ends, start), bisect_left(self._starts, end)):
            if self._open[turn] and low <= self._starts[turn] and self._ends[turn] <= high:
                self._open[turn] = 0
                self._left -= self._ends[turn] - self._starts[turn]
                whole.append(turn)
        return whole

    def is_open(self, turn: int) -> bool:
        """Tell whether a turn (by its index) was not looked at yet."""
        return bool(self._open[turn])

    @property
    def open_turns(self) -> int:
        """How many turns were not looked at yet."""
        return self._open.count(1)

    def next_open(self, turn: int, step: int) -> int | None:
        """Return the index of the next (or with -1 the previous) turn after `turn` not looked at yet."""
        at = self._open.find(1, turn + 1) if step > 0 else self._open.rfind(1, 0, max(0, turn))
        return at if at >= 0 else None


def share(done: int, of: int) -> int:
    """Return how many per cent of a text were looked at; 100 only when all of it was."""
    return 100 if done >= of else min(99, round(100 * done / of))


def carried(stretches: Iterable[tuple[int, int]], old: str, new: str) -> list[tuple[int, int]]:
    """Return what was looked at of an old text as stretches of the text in its place; words that came were not."""
    first, last = _same_ends(old, new)
    there = len(old) - last
    inner: TextMap | None = None
    moved = len(new) - len(old)
    found: list[tuple[int, int]] = []
    for start, end in stretches:
        if start < first:
            found.append((start, min(end, first)))
        if end > first and start < there:
            if inner is None:
                # Only a text that was corrected meanwhile takes this.
                from workbench.study.carrying import Carrying

                inner = Carrying(old[first:there], new[first : len(new) - last]).map
            low, high = max(start, first) - first, min(end, there) - first
            for run_old, run_new, length in inner.runs:
                a, b = max(low, run_old), min(high, run_old + length)
                if a < b:
                    found.append((first + run_new + a - run_old, first + run_new + b - run_old))
        if end > there:
            found.append((max(start, there) + moved, end + moved))
    return _bridged(sorted(found), new)


def _bridged(found: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Return stretches with those between which there are only blanks made one."""
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined


def _same_ends(old: str, new: str) -> tuple[int, int]:
    """Return how many characters at the beginning, and how many of the rest at the end, are the same in both."""
    most = min(len(old), len(new))
    first = _most(most, lambda size: old[:size] == new[:size])
    last = _most(most - first, lambda size: not size or old[-size:] == new[-size:])
    return first, last


def _most(limit: int, holds: Callable[[int], bool]) -> int:
    """Return the largest number up to `limit` for which something holds that holds for all smaller ones too."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low
