"""Where the characters of a text stand in a changed text: kept stretches, in order, and the gaps between them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from workbench.errors import StudyError
from workbench.study.spans import Span

Edit = tuple[int, int, str]
"""Characters from start up to, not including, end give way to a text (start = end inserts, "" deletes)."""
Run = tuple[int, int, int]
"""A kept stretch: where it begins in the old text, where in the new one, and its length."""


@dataclass(frozen=True, slots=True)
class TextMap:
    """A monotone map between two texts of `old_length` and `new_length` code points.

    Between two `runs` lies a gap: old characters that are gone, new ones that have come, or both.
    """

    old_length: int
    new_length: int
    runs: tuple[Run, ...]
    _old: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        runs: list[Run] = []
        old_end = new_end = 0
        for old, new, length in self.runs:
            if old < old_end or new < new_end or length <= 0:
                raise StudyError("The kept stretches of two texts overlap or stand in another order.")
            if runs and (old, new) == (old_end, new_end):
                runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + length)
            else:
                runs.append((old, new, length))
            old_end, new_end = old + length, new + length
        if old_end > self.old_length or new_end > self.new_length:
            raise StudyError("A kept stretch reaches beyond the end of its text.")
        object.__setattr__(self, "runs", tuple(runs))
        object.__setattr__(self, "_old", tuple(run[0] for run in runs))

    @classmethod
    def same(cls, length: int) -> "TextMap":
        """Return the map of a text of `length` code points to itself."""
        return cls(length, length, ((0, 0, length),) if length else ())

    @classmethod
    def of_edits(cls, length: int, edits: Iterable[Edit]) -> "TextMap":
        """Return the map that edits (sorted, not overlapping) of a text of `length` code points make.

        Raises:
            StudyError: the edits overlap, are not sorted, or lie outside the text.
        """
        runs: list[Run] = []
        at = shift = 0
        for start, end, replacement in edits:
            if not at <= start <= end <= length:
                raise StudyError(f"The edit at {start}–{end} overlaps another one or lies outside the text.")
            if start > at:
                runs.append((at, at + shift, start - at))
            at, shift = end, shift + len(replacement) - (end - start)
        if at < length:
            runs.append((at, at + shift, length - at))
        return cls(length, length + shift, tuple(runs))

    @classmethod
    def from_json(cls, numbers: Sequence[int]) -> "TextMap":
        """Return the map that `as_json` wrote; raise StudyError when it is none."""
        if len(numbers) < 2 or len(numbers) % 3 != 2:
            raise StudyError("A map between two texts is damaged.")
        runs = tuple((numbers[at], numbers[at + 1], numbers[at + 2]) for at in range(2, len(numbers), 3))
        return cls(numbers[0], numbers[1], runs)

    def as_json(self) -> list[int]:
        """Return both lengths and then three numbers a run."""
        return [self.old_length, self.new_length, *(number for run in self.runs for number in run)]

    @property
    def is_same(self) -> bool:
        """Tell whether nothing was changed."""
        return self.old_length == self.new_length and self.runs == TextMap.same(self.old_length).runs

    @property
    def gaps(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield what lies between the kept stretches: old start and end, new start and end."""
        old = new = 0
        for old_start, new_start, length in (*self.runs, (self.old_length, self.new_length, 0)):
            if old_start > old or new_start > new:
                yield old, old_start, new, new_start
            old, new = old_start + length, new_start + length

    def inverse(self) -> "TextMap":
        """Return the map back."""
        return TextMap(self.new_length, self.old_length, tuple((new, old, length) for old, new, length in self.runs))

    def compose(self, then: "TextMap") -> "TextMap":
        """Return the map from this one's old text to the new text of `then`; raise StudyError unless they meet."""
        if self.new_length != then.old_length:
            raise StudyError("Two maps of texts do not follow upon each other.")
        runs: list[Run] = []
        at = 0
        for old, middle, length in self.runs:
            while at < len(then.runs) and then.runs[at][0] + then.runs[at][2] <= middle:
                at += 1
            for then_old, new, then_length in then.runs[at:]:
                if then_old >= middle + length:
                    break
                start = max(middle, then_old)
                runs.append((old + start - middle, new + start - then_old,
                             min(middle + length, then_old + then_length) - start))  # fmt: skip
        return TextMap(self.old_length, then.new_length, tuple(runs))

    def keeps(self, offset: int) -> bool:
        """Tell whether the old character at `offset` is kept."""
        at = bisect_right(self._old, offset) - 1
        return at >= 0 and offset < self.runs[at][0] + self.runs[at][2]

    def to_new(self, offset: int, *, end: bool = False) -> int:
        """Return where a passage that begins at the old `offset` begins now (or, with `end`, where it ends).

        A beginning follows the character after it, an end the one before it, so what was put in at a border
        stays outside. Where that character is gone, a border of the gap follows the gap's border, one
        within it goes to the kept character nearest inside the passage.
        """
        if not 0 <= offset <= self.old_length:
            raise StudyError(f"There is no place {offset} in a text of {self.old_length} characters.")
        at = bisect_right(self._old, offset - end) - 1
        old, new, length = self.runs[at] if at >= 0 else (0, 0, 0)
        if offset - end < old + length and offset >= end:
            return new + offset - old
        gap_old, gap_new = old + length, new + length
        next_old, next_new, _ = (*self.runs, (self.old_length, self.new_length, 0))[at + 1]
        if end:
            return next_new if offset == next_old and next_old > gap_old else gap_new
        return gap_new if offset == gap_old and next_old > gap_old else next_new

    def stands(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the new text old characters stand, or what stands in their place (may be empty)."""
        low = self.to_new(start - 1) + 1 if start > 0 and self.keeps(start - 1) else self.to_new(start)
        high = self.to_new(end) if end < self.old_length else self.new_length
        return low, max(low, high)

    def span_to_new(self, span: Span) -> Span | None:
        """Return a passage in the new text, with what stands there now; None when nothing of it is left."""
        start, end = self.to_new(span.start), self.to_new(span.end, end=True)
        return Span(start, end) if start < end else None


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with edits (sorted, not overlapping) made."""
    parts: list[str] = []
    at = 0
    for start, end, replacement in edits:
        parts += (text[at:start], replacement)
        at = end
    parts.append(text[at:])
    return "".join(parts)


def taken_out(old: str, places: TextMap) -> list[str]:
    """Return what of the old text is not kept, a stretch for each gap that holds some."""
    return [old[start:end] for start, end, _, _ in places.gaps if end > start]


def restored(new: str, places: TextMap, gaps: Iterable[str]) -> str:
    """Return the old text from the new one and what was taken out (see `taken_out`).

    Raises:
        StudyError: the three do not belong together.
    """
    waiting = iter(gaps)
    parts: list[str] = []
    at = 0
    for old, start, length in (*places.runs, (places.old_length, places.new_length, 0)):
        if old > at:
            parts.append(next(waiting, ""))
        parts.append(new[start : start + length])
        at = old + length
    text = "".join(parts)
    if len(text) != places.old_length or len(new) != places.new_length or next(waiting, None) is not None:
        raise StudyError("A map between two texts is damaged.")
    return text
