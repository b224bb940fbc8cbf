"""Two versions of a text, word by word: which word of the old one is which word of the new one.

Words and single signs are compared, not characters, so a border never comes to stand inside a word. The
differences are found by fast-diff-match-patch over one character a word, with its semantic clean-up; what was replaced
is then compared once more, spelling included. A difference that could as well stand a few words off (a repeated
word, a sentence said twice) is put where it makes whole sentences, or else remembered as unsure.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from workbench.study.text_map import Run, TextMap

_WORD = re.compile("\\w[\\w\u0300-\u036f\u200c\u200d]*|[^\\w\\s](?:[\u200d\ufe0f\U0001f3fb-\U0001f3ff]+[^\\w\\s]?)*")
_SENTENCE_END = re.compile(r"[.?!…:]")
_FIRST, _SURROGATES, _LAST = 0x100, range(0xD800, 0xE000), 0x10FFFF
_SECONDS = 5.0
_CELLS = 20_000
_FAR = 500
ALIKE = 0.6


class Kind(IntEnum):
    """How an old word stands in the new text."""

    GONE = 0
    KEPT = 1
    SPELLED = 2
    """Another spelling of the same word stands in its place."""
    REPLACED = 3
    """Another word stands in its place, between words that are kept."""


class Words:
    """A text cut into words and single signs."""

    def __init__(self, text: str) -> None:
        """Cut `text`."""
        hits = list(_WORD.finditer(text))
        self.text = text
        self.words = [hit.group() for hit in hits]
        self.starts = [hit.start() for hit in hits]
        self.ends = [hit.end() for hit in hits]

    def __len__(self) -> int:
        return len(self.words)

    def touched(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and the last word that a passage touches (first > last when it touches none)."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end) - 1

    def opens(self, at: int) -> bool:
        """Tell whether a sentence or a turn begins with the word `at` (or the text ends before it)."""
        if at == 0 or at == len(self.words):
            return True
        between = self.text[self.ends[at - 1] : self.starts[at]]
        return "\n" in between or _SENTENCE_END.fullmatch(self.words[at - 1][0]) is not None

    def counted(self, start: int, end: int) -> int:
        """Return how many of these are words, not signs."""
        return sum(is_word(word) for word in self.words[start:end])


@dataclass(frozen=True, slots=True)
class Gap:
    """Old words from `start` up to `end` gave way to new ones from `new_start` up to `new_end`."""

    start: int
    end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Slide:
    """A gap that may stand anywhere between the first and the last place without any word being another.

    `first` and `last` are old places (words), `new` the place of `first` in the new text; `came` or `went` words.
    """

    first: int
    last: int
    new: int
    came: int
    went: int

    @property
    def end(self) -> int:
        """The first old word after it that stands where it stands, wherever the gap is."""
        return self.last + self.went

    def starts(self, at: int) -> tuple[int, int]:
        """Return where a passage beginning with the old word `at` may begin: the gap left out first, and last."""
        if self.came:
            return self.new + self.came + at - self.first, self.new + at - self.first
        return self.new + max(0, at - self.first - self.went), self.new + min(at, self.last) - self.first

    def stops(self, at: int) -> tuple[int, int]:
        """Return with which new word a passage may end whose last old word is `at`."""
        if self.came:
            return self.starts(at)
        first = self.new + max(-1, at - self.first - self.went)
        return first, self.new + min(at - self.first, self.last - self.first - 1)


@dataclass(slots=True)
class Alignment:
    """For every old word its place among the new words (-1: gone), and how it stands there."""

    old: Words
    new: Words
    places: list[int]
    kinds: list[Kind]
    slides: list[Slide] = field(default_factory=list[Slide])
    doubtful: set[int] = field(default_factory=set[int])
    """Old words beside a replaced stretch that has the same words: either may be the one that is kept."""

    def gaps(self) -> Iterator[Gap]:
        """Yield, in order, what stands between the words that are found again."""
        at = new = 0
        for here, place in enumerate([*self.places, len(self.new)]):
            if place < 0:
                continue
            if here > at or place > new:
                yield Gap(at, here, new, place)
            at, new = here + 1, place + 1

    def slide_at(self, at: int) -> Slide | None:
        """Return the unsure gap that the old word `at` lies in reach of, or None."""
        return next((slide for slide in self.slides if slide.first <= at < slide.end), None)

    def map(self) -> TextMap:
        """Return the map of characters: kept words, and what is the same between two of them."""
        runs: list[Run] = []
        old, new = self.old, self.new
        for at, place in enumerate(self.places):
            if self.kinds[at] is not Kind.KEPT:
                continue
            start, to, length = old.starts[at], new.starts[place], old.ends[at] - old.starts[at]
            if runs:
                before, after = sum(runs[-1][::2]), runs[-1][1] + runs[-1][2]
                if old.text[before:start] == new.text[after:to]:
                    runs[-1] = (runs[-1][0], runs[-1][1], start + length - runs[-1][0])
                    continue
            runs.append((start, to, length))
        return TextMap(len(old.text), len(new.text), tuple(runs))


def is_word(word: str) -> bool:
    """Tell whether it is a word or a number rather than a sign."""
    return word[0].isalnum()


def align(old: Words, new: Words, window: Gap | None = None) -> Alignment:
    """Compare two texts; with a `window`, what is outside of it is known to be the same."""
    window = window or Gap(0, len(old), 0, len(new))
    found = Alignment(old, new, [-1] * len(old), [Kind.GONE] * len(old))
    for at in range(window.start):
        found.places[at], found.kinds[at] = at, Kind.KEPT
    for at in range(window.end, len(old)):
        found.places[at], found.kinds[at] = at - window.end + window.new_end, Kind.KEPT
    _compare(found, window)
    for gap in list(found.gaps()):
        _refine(found, gap)
    for gap in list(found.gaps()):
        _pair(found, gap)
    _slide(found, window)
    return found


def encoded(*texts: Sequence[str]) -> list[str]:
    """Return each text with one character a word, the same for the same word."""
    signs: dict[str, str] = {}
    for text in texts:
        for word in text:
            if word not in signs:
                code = _FIRST + len(signs)
                code += len(_SURROGATES) if code >= _SURROGATES.start else 0
                # Beyond a million different words two may share a sign; the words themselves are compared as well.
                signs[word] = chr(code if code <= _LAST else _FIRST + code % (_SURROGATES.start - _FIRST))
    return ["".join(map(signs.__getitem__, text)) for text in texts]


def _compare(found: Alignment, window: Gap) -> None:
    import fast_diff_match_patch

    library: Any = fast_diff_match_patch
    before, after = found.old.words[window.start : window.end], found.new.words[window.new_start : window.new_end]
    old, new = encoded(before, after)
    at = place = 0
    for sign, length in library.diff(
        old, new, timelimit=_SECONDS, checklines=False, cleanup="Semantic", counts_only=True
    ):
        if sign == "=":
            for step in range(length):
                if before[at + step] == after[place + step]:
                    found.places[window.start + at + step] = window.new_start + place + step
                    found.kinds[window.start + at + step] = Kind.KEPT
        at += length * (sign != "+")
        place += length * (sign != "-")


def _refine(found: Alignment, gap: Gap) -> None:
    """Find in replaced words those that are kept or only spelled otherwise, when they are enough to trust."""
    old, new = found.old.words[gap.start : gap.end], found.new.words[gap.new_start : gap.new_end]
    if not old or not new or len(old) * len(new) > _CELLS:
        return
    pairs = _contained(old, new) or _pairs(old, new)
    matched = sum(is_word(old[at]) for at, _ in pairs)
    most = max(found.old.counted(gap.start, gap.end), found.new.counted(gap.new_start, gap.new_end))
    in_line = len(old) == len(new) and all(at == place for at, place in pairs)
    if _contained(old, new) or matched * (3 if in_line else 1.5) >= most:
        for at, place in pairs:
            found.places[gap.start + at] = gap.new_start + place
            found.kinds[gap.start + at] = Kind.KEPT if old[at] == new[place] else Kind.SPELLED


def _contained(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs when all that is left stands together, once, in what was there; else nothing."""
    before, after = encoded(old, new)
    at = before.find(after)
    if at < 0 or before.find(after, at + 1) >= 0 or not any(map(is_word, new)):
        return []
    return [(at + step, step) for step in range(len(new))]


def alike(one: str, other: str) -> float:
    """Return how alike two words are spelled, 0 to 1; signs are alike or not."""
    if one == other:
        return 1.0
    if not is_word(one) or not is_word(other):
        return 0.0
    if one.casefold() == other.casefold():
        return 0.99
    longest = max(len(one), len(other))
    if min(len(one), len(other)) < ALIKE * longest:
        return 0.0
    row = list(range(len(other) + 1))
    for sign in one:
        last, row[0] = row[0], row[0] + 1
        for at, against in enumerate(other, 1):
            last, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, last + (sign != against))
    return 1 - row[-1] / longest


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of like words, in order, that together are most alike (words count thrice a sign)."""
    known: dict[tuple[str, str], float] = {}
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    worth = [[0.0] * len(new) for _ in old]
    for at in range(len(old) - 1, -1, -1):
        for place in range(len(new) - 1, -1, -1):
            key = (old[at], new[place])
            if key not in known:
                same = alike(*key)
                known[key] = 0.0 if same < ALIKE else same * (3 if is_word(key[0]) else 1)
            worth[at][place] = known[key]
            paired = known[key] + best[at + 1][place + 1] if known[key] else 0.0
            best[at][place] = max(paired, best[at + 1][place], best[at][place + 1])
    pairs: list[tuple[int, int]] = []
    at = place = 0
    while at < len(old) and place < len(new):
        if worth[at][place] and best[at][place] == worth[at][place] + best[at + 1][place + 1]:
            pairs.append((at, place))
            at, place = at + 1, place + 1
        elif best[at][place] == best[at + 1][place]:
            at += 1
        else:
            place += 1
    return pairs


def _pair(found: Alignment, gap: Gap) -> None:
    """One word for one word between words that are kept: it stands in its place."""
    if gap.end - gap.start == gap.new_end - gap.new_start == 1:
        old, new = found.old.words[gap.start], found.new.words[gap.new_start]
        if is_word(old) == is_word(new):
            found.places[gap.start] = gap.new_start
            found.kinds[gap.start] = Kind.REPLACED if alike(old, new) < ALIKE else Kind.SPELLED


def replaced_often(found: Alignment) -> frozenset[tuple[str, str]]:
    """Return the replacements (of a name, say) that were made in the same way more than once."""
    pairs = Counter(
        (found.old.words[at], found.new.words[found.places[at]])
        for at, kind in enumerate(found.kinds)
        if kind is Kind.REPLACED
    )
    return frozenset(pair for pair, times in pairs.items() if times > 1)


def _slide(found: Alignment, window: Gap) -> None:
    """Put words that came or went where they make whole sentences, or note that they may stand elsewhere."""
    for gap in list(found.gaps()):
        came, went = gap.new_end - gap.new_start, gap.end - gap.start
        if gap.start < window.start or gap.end > window.end:
            continue
        if came and went:
            found.doubtful.update(_doubtful(found, gap, window))
            continue
        words, at = (found.new, gap.new_start) if came else (found.old, gap.start)
        size = came or went
        first = last = 0
        while _kept(found, gap.start + first - 1, gap.new_start + first - 1, window) and (
            words.words[at + first - 1] == words.words[at + first + size - 1]
        ):
            first -= 1
        while _kept(found, gap.end + last, gap.new_end + last, window) and (
            words.words[at + last] == words.words[at + last + size]
        ):
            last += 1
        if first == last:
            continue
        whole = [by for by in range(first, last + 1) if words.opens(at + by) and words.opens(at + by + size)]
        if len(whole) == 1:
            _shift(found, gap, whole[0])
        else:
            found.slides.append(Slide(gap.start + first, gap.start + last, gap.new_start + first, came, went))


def _doubtful(found: Alignment, gap: Gap, window: Gap) -> Iterator[int]:
    """Yield the kept words beside a replaced stretch that stand in it as well, from its borders on."""
    old, new = found.old.words, found.new.words
    for words, ends in ((new, (gap.new_start, gap.new_end)), (old, (gap.start, gap.end))):
        for by in range(1, min(ends[1] - ends[0], _FAR) + 1):
            step = 0
            while _kept(found, gap.end + step, gap.new_end + step, window) and (
                words[ends[1] - by + step] == words[ends[1] + step]
            ):
                yield gap.end + step
                step += 1
            step = -1
            while _kept(found, gap.start + step, gap.new_start + step, window) and (
                words[ends[0] + by + step] == words[ends[0] + step]
            ):
                yield gap.start + step
                step -= 1


def _kept(found: Alignment, at: int, place: int, window: Gap) -> bool:
    return window.start <= at < window.end and found.kinds[at] is Kind.KEPT and found.places[at] == place


def _shift(found: Alignment, gap: Gap, by: int) -> None:
    """Move a gap in which words only came, or only went, by some words."""
    came, went = gap.new_end - gap.new_start, gap.end - gap.start
    low, high = (gap.start + by, gap.end) if by < 0 else (gap.start, gap.end + by)
    place = gap.new_start + min(by, 0)
    for at in range(low, high):
        inside = gap.start + by <= at < gap.start + by + went
        if at == gap.start + by:
            place += came
        found.places[at] = -1 if inside else place
        found.kinds[at] = Kind.GONE if inside else Kind.KEPT
        place += not inside
