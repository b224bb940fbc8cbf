"""What becomes of passages when the text they stand in is corrected: kept, followed, or put before the researcher."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.study.alignment import Alignment, Gap, Kind, Words, align, encoded, is_word, replaced_often
from workbench.study.borders import How, border
from workbench.study.spans import Span
from workbench.study.text_map import TextMap

_RUN = 4
_TELLING = 6


class Outcome(StrEnum):
    """What has become of a passage."""

    EXACT = "exact"
    """The same words (white space aside)."""
    CORRECTED = "corrected"
    """Both borders are certain, words inside are others."""
    MOVED = "moved"
    """The words stand elsewhere now, once."""
    UNSURE = "unsure"
    """There is a likely place, but it may be another or hold other words: a person must say."""
    TRIMMED = "trimmed"
    """A part is left."""
    LOST = "lost"
    """Nothing is left that could be told."""
    SPEAKER = "speaker"
    """The words are kept, somebody else says them now."""


TO_REVIEW = frozenset({Outcome.UNSURE, Outcome.TRIMMED, Outcome.LOST, Outcome.SPEAKER})
"""The outcomes that a person is asked about."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A passage of the old text, what became of it, and where it stands in the new one (None: nowhere)."""

    old: Span
    outcome: Outcome
    span: Span | None

    @property
    def certain(self) -> bool:
        """Tell whether nobody needs to look at it."""
        return self.outcome not in TO_REVIEW


class Carrying:
    """Two versions of a text, compared once; then any passage of the old one can be carried over."""

    def __init__(self, old: str, new: str, window: tuple[Span | None, Span | None] | None = None) -> None:
        """Compare them; with a `window` (old and new, None: nothing) all words outside of it are known to be the same.

        The words outside must be as many before the window and after it in both texts.
        """
        self.old, self.new = Words(old), Words(new)
        self._found = align(self.old, self.new, _window(self.old, self.new, window) if window else None)
        self._often = replaced_often(self._found)
        self._moves: list[tuple[Gap, Alignment]] | None = None
        self.map: TextMap = self._found.map()

    def carry(self, span: Span) -> Carried:
        """Return what has become of a passage."""
        first, last = self.old.touched(span.start, span.end)
        if first > last:
            place = self.map.span_to_new(span)
            if place is None or place.cut(self.new.text) != span.cut(self.old.text):
                return Carried(span, Outcome.LOST, None)
            return Carried(span, Outcome.EXACT, place)
        found = self._by(self._found, span, first, last)
        if found.outcome in (Outcome.LOST, Outcome.TRIMMED) or found.span is None:
            return self._elsewhere(span, first, last) or found
        return found

    def _by(self, found: Alignment, span: Span, first: int, last: int) -> Carried:
        start = border(found, self._often, span, (first, last), end=False)
        end = border(found, self._often, span, (first, last), end=True)
        if start is None or end is None or start.offset >= end.offset:
            return Carried(span, Outcome.LOST, None)
        place, how = Span(start.offset, end.offset), max(start.how, end.how)
        if how is not How.SURE:
            return Carried(span, Outcome.TRIMMED if how is How.CUT else Outcome.UNSURE, place)
        if self._is_another(found, place, start.word, end.word, first, last):
            return Carried(span, Outcome.UNSURE, place)
        same = place.cut(self.new.text).split() == span.cut(self.old.text).split()
        return Carried(span, Outcome.EXACT if same else Outcome.CORRECTED, place)

    def _is_another(self, found: Alignment, place: Span, start: int, end: int, first: int, last: int) -> bool:
        """Tell whether so much within the borders went or came that it may not be the passage any more."""
        held = [at for at in range(first, last + 1) if start <= found.places[at] <= end and is_word(self.old.words[at])]
        now, before = self.new.counted(start, end + 1), self.old.counted(first, last + 1)
        return 2 * len(held) < before or now > 2 * before + 10 or not place

    def _elsewhere(self, span: Span, first: int, last: int) -> Carried | None:
        """Look for a passage that is gone from its place among the words that came."""
        for gap, found in self._moved():
            if gap.start <= first and last < gap.end:
                other = self._by(found, span, first, last)
                if other.span is not None:
                    sure = other.certain and self._stands_once(other.span, found, first, last)
                    outcome = Outcome.MOVED if sure else Outcome.UNSURE
                    return Carried(span, other.outcome if other.outcome is Outcome.TRIMMED else outcome, other.span)
        return self._verbatim(span, first, last)

    def _stands_once(self, place: Span, found: Alignment, first: int, last: int) -> bool:
        """Tell whether the words, or the stretch that moved with them, are long and nowhere else in either text."""
        words = place.cut(self.new.text)
        low, high = self.new.touched(place.start, place.end)
        if self.new.counted(low, high + 1) >= _TELLING and _once(self.new.text, words):
            return self.old.text.count(words) <= 1
        return _runs_over(found, first, last)

    def _verbatim(self, span: Span, first: int, last: int) -> Carried | None:
        words = span.cut(self.old.text).strip()
        if self.old.counted(first, last + 1) < _TELLING:
            return None
        if not _once(self.old.text, words) or not _once(self.new.text, words):
            return None
        at = self.new.text.find(words)
        place = Span(at, at + len(words))
        low, high = self.new.touched(place.start, place.end)
        whole = self.new.starts[low] == place.start and self.new.ends[high] == place.end
        return Carried(span, Outcome.MOVED, place) if whole else None

    def _moved(self) -> list[tuple[Gap, Alignment]]:
        """Return the stretches that went from one place and came in another, compared anew."""
        if self._moves is None:
            gaps = list(self._found.gaps())
            old, new = encoded(self.old.words, self.new.words)
            came = [gap for gap in gaps if gap.new_end - gap.new_start >= _RUN]
            self._moves = [
                (gap, found)
                for gap in gaps
                if gap.end - gap.start >= _RUN
                for other in came
                if (found := self._moved_to(gap, other, old, new)) is not None
            ]
        return self._moves

    def _moved_to(self, gap: Gap, other: Gap, old: str, new: str) -> Alignment | None:
        """Compare words that went with words that came; None unless some run of them is the same and stands once."""
        here, there = old[gap.start : gap.end], new[other.new_start : other.new_end]
        runs = {here[at : at + _RUN] for at in range(len(here) - _RUN + 1)}
        if not any(run in there for run in runs):
            return None
        part = align(_part(self.old, gap.start, gap.end), _part(self.new, other.new_start, other.new_end))
        found = Alignment(self.old, self.new, [-1] * len(self.old), [Kind.GONE] * len(self.old))
        for at, place in enumerate(part.places):
            if place >= 0:
                found.places[gap.start + at] = other.new_start + place
                found.kinds[gap.start + at] = part.kinds[at]
        found.slides = [
            type(one)(one.first + gap.start, one.last + gap.start, one.new + other.new_start, one.came, one.went)
            for one in part.slides
        ]
        return found


def _window(old: Words, new: Words, window: tuple[Span | None, Span | None]) -> Gap:
    before, after = window
    first, last = old.touched(before.start, before.end) if before else (0, -1)
    if before is None or after is None:
        size = min(len(old), len(new))
        return Gap(size, len(old), size, len(new))
    low, high = new.touched(after.start, after.end)
    return Gap(first, last + 1, low, high + 1)


def _part(words: Words, start: int, end: int) -> Words:
    return Words(words.text[words.starts[start] : words.ends[end - 1]])


def _once(text: str, words: str) -> bool:
    at = text.find(words)
    return at >= 0 and text.find(words, at + 1) < 0


def _runs_over(found: Alignment, first: int, last: int) -> bool:
    """Tell whether these old words are part of a long moved stretch, whose neighbours tell them from their likes."""
    kinds, places = found.kinds, found.places
    if any(kinds[at] is not Kind.KEPT for at in range(first, last + 1)):
        return False
    while first and kinds[first - 1] is Kind.KEPT and places[first - 1] == places[first] - 1:
        first -= 1
    while last + 1 < len(kinds) and kinds[last + 1] is Kind.KEPT and places[last + 1] == places[last] + 1:
        last += 1
    words = found.new.text[found.new.starts[places[first]] : found.new.ends[places[last]]]
    return found.old.counted(first, last + 1) >= _TELLING and _once(found.new.text, words)
