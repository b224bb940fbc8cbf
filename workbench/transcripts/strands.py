"""Pieces of a text that know where in it they stand, however they are cut and joined."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.study.text_map import Run


@dataclass(frozen=True, slots=True)
class Strand:
    """A text made of stretches of a source and of glue; `parts` are (words, where in the source, or -1 for glue)."""

    parts: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, source: str, start: int, end: int) -> "Strand":
        """Return the characters of `source` from `start` up to, not including, `end`."""
        return cls(((source[start:end], start),)) if end > start else cls()

    @classmethod
    def glue(cls, words: str) -> "Strand":
        """Return words that stand in no source."""
        return cls(((words, -1),)) if words else cls()

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(words for words, _ in self.parts)

    def __add__(self, other: "Strand") -> "Strand":
        """Return both, one after the other."""
        return Strand(self.parts + other.parts)

    def cut(self, start: int, end: int) -> "Strand":
        """Return the characters from `start` up to, not including, `end` of this text."""
        return self.cuts([(start, end)])[0]

    def cuts(self, places: Sequence[tuple[int, int]]) -> "list[Strand]":
        """As `cut`, for several places that stand in order and do not overlap."""
        found: list[Strand] = []
        number = at = 0
        for start, end in places:
            parts: list[tuple[str, int]] = []
            while number < len(self.parts):
                words, source = self.parts[number]
                low, high = max(start - at, 0), min(end - at, len(words))
                if low < high:
                    parts.append((words[low:high], source + low if source >= 0 else -1))
                if at + len(words) > end:
                    break
                at += len(words)
                number += 1
            found.append(Strand(tuple(parts)))
        return found

    def strip(self, signs: str | None = None) -> "Strand":
        """As `str.strip`."""
        text = self.text
        start = len(text) - len(text.lstrip(signs))
        return self.cut(start, start + len(text.strip(signs)))

    def split(self, sign: str) -> "list[Strand]":
        """As `str.split` on a separator."""
        places: list[tuple[int, int]] = []
        at = 0
        for words in self.text.split(sign):
            places.append((at, at + len(words)))
            at += len(words) + len(sign)
        return self.cuts(places)

    def runs(self, at: int) -> Iterable[Run]:
        """Yield the stretches of the source as (in the source, in a text where this one begins at `at`, length)."""
        for words, source in self.parts:
            if source >= 0:
                yield source, at, len(words)
            at += len(words)


def join(glue: str, strands: Iterable[Strand]) -> Strand:
    """As `str.join`."""
    parts: list[tuple[str, int]] = []
    for number, strand in enumerate(strands):
        if number and glue:
            parts.append((glue, -1))
        parts += strand.parts
    return Strand(tuple(parts))
