"""Spans: half-open ranges of code points in the NFC text of one transcript."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.errors import StudyError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from `start` up to, not including, `end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            raise StudyError(f"A passage must hold at least one character ({self.start}–{self.end} does not).")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def cut(self, text: str) -> str:
        """Return the characters of `text` in this span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def common(self, other: "Span") -> "Span | None":
        """Return the shared characters, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without white space at its ends, or None when nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def union(spans: Iterable[Span]) -> list[Span]:
    """Return sorted spans without overlap that cover the same characters; neighbours are joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            if span.end > joined[-1].end:
                joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def gaps(spans: Iterable[Span], whole: Span) -> Iterator[Span]:
    """Yield the stretches of `whole` that no span covers, in order."""
    at = whole.start
    for span in union(spans):
        if span.end <= whole.start or span.start >= whole.end:
            continue
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < whole.end:
        yield Span(at, whole.end)


def covered(spans: Iterable[Span], whole: Span) -> int:
    """Return how many characters of `whole` lie under at least one span."""
    return len(whole) - sum(len(gap) for gap in gaps(spans, whole))
