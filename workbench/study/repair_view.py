"""Repairs as a person looks at them: the words they change, and the text around them, before and now."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.study.repairs import Repair

_WORD = 24
# Signs that take no room, or look like a blank: where they are what is changed, they must be seen.
_UNSEEN = re.compile(
    "[\x80-\x9f\u00a0\u00ad\u061c\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff\ue000-\uf8ff]"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text: what stands `before` it, the stretch `here`, what stands `after` it."""

    before: str
    here: str
    after: str


def change(original: str, repair: Repair) -> tuple[str, str]:
    """Return the words that a repair changes, whole, as they stand in the original and as they read repaired."""
    low, high = repair.start, repair.end
    while low > 0 and repair.start - low < _WORD and not original[low - 1].isspace():
        low -= 1
    while high < len(original) and high - repair.end < _WORD and not original[high].isspace():
        high += 1
    head, tail = original[low : repair.start], original[repair.end : high]
    return f"{head}{original[repair.start : repair.end]}{tail}", f"{head}{repair.after}{tail}"


def around(text: str, start: int, end: int, most: int) -> Stretch:
    """Return the stretch `start` to `end` of a text with at most `most` characters on each side, from whole words."""
    low, high = max(0, start - most), min(len(text), end + most)
    while 0 < low < start and not text[low - 1].isspace():
        low += 1
    while end < high < len(text) and not text[high].isspace():
        high -= 1
    return Stretch(text[low:start], text[start:end], text[end:high])


def line_ends(text: str) -> Sequence[int]:
    """Return where the lines of a text end, for `line_at`."""
    return array("Q", (hit.start() for hit in re.finditer("\n", text)))


def line_at(ends: Sequence[int], offset: int) -> int:
    """Return the 1-based line in which an offset stands."""
    return bisect_right(ends, offset - 1) + 1


def seen(text: str) -> str:
    """Return a text on one line in which everything can be seen: line ends as ⏎, unseen signs by their numbers."""
    flat = text.replace("\n", "⏎").replace("\t", "⇥")
    return _UNSEEN.sub(lambda hit: f"‹U+{ord(hit.group()):04X}›", flat)
