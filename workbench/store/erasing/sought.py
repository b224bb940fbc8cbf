"""Looking for many strings in the bytes of a file at once, however they are written there."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from mmap import mmap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy

_ANCHOR = 4
_CHUNK = 1 << 25
_SMALL = 1 << 14
_AROUND = 16
_MARKS = (b"\xff\xfe", b"\xfe\xff")  # at the beginning of a file in UTF-16
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|[ntr])$")


class Sought:
    """Strings that must be nowhere: looked for in UTF-8, UTF-16 and as JSON escapes them, in any case of letters."""

    def __init__(self, strings: Sequence[str]) -> None:
        """Prepare to look for `strings`; what is found is told by their places in this list."""
        self.strings = list(strings)
        self._patterns: dict[bytes, set[int]] = {}
        for place, string in enumerate(self.strings):
            for pattern in _written(string):
                self._patterns.setdefault(pattern.lower(), set()).add(place)
        # Four bytes of each pattern that are rare where it is looked for first.
        self._anchors: dict[int, list[tuple[int, bytes]]] = {}
        self._longest = max(map(len, self._patterns), default=0)

    def found(self, data: bytes | mmap) -> tuple[Counter[int], Counter[int]]:
        """Return how often each string stands in `data`: as a part of longer words too; as words of their own.

        A genitive s belongs to a word.
        """
        parts: Counter[int] = Counter()
        alone: Counter[int] = Counter()
        for start, end, places in self._hits(data):
            parts.update(places)
            alone.update(place for place in places if self._stands_alone(data, start, end, place))
        return parts, alone

    def words(self, data: bytes | mmap) -> Counter[int]:
        """Return how often each string stands in `data` as words of their own."""
        return self.found(data)[1]

    def _hits(self, data: bytes | mmap) -> Iterator[tuple[int, int, set[int]]]:
        step = max(_CHUNK, 2 * self._longest)
        for at in range(0, len(data), step):
            part = data[at : at + step + self._longest].lower()
            for start, pattern in self._in_part(part):
                if start < step:
                    yield at + start, at + start + len(pattern), self._patterns[pattern]

    def _in_part(self, low: bytes) -> Iterator[tuple[int, bytes]]:
        """Yield every place of every pattern: by four of its bytes that are rare here, found for all at once."""
        one_by_one = len(low) < _SMALL
        for pattern in self._patterns:
            if one_by_one or len(pattern) < _ANCHOR:
                yield from ((start, pattern) for start in _places(low, pattern))
        long = [pattern for pattern in self._patterns if len(pattern) >= _ANCHOR]
        if one_by_one or not long:
            return
        import numpy

        # The same bytes read as pairs, from the first byte and from the second.
        pairs = tuple(numpy.frombuffer(low, "<u2", (len(low) - from_) // 2, from_) for from_ in (0, 1))
        if not self._anchors:
            how_often: list[int] = numpy.bincount(pairs[0], minlength=65536).tolist()
            for pattern in long:
                rarest = min(range(len(pattern) - _ANCHOR + 1), key=lambda at, p=pattern: how_often[_pair(p, at)])
                self._anchors.setdefault(_four(pattern, rarest), []).append((rarest, pattern))
        for start in _anchored(low, pairs, sorted(self._anchors)):
            for offset, pattern in self._anchors[_four(low, start)]:
                if start >= offset and low.startswith(pattern, start - offset):
                    yield start - offset, pattern

    def _stands_alone(self, data: bytes | mmap, start: int, end: int, place: int) -> bool:
        string = self.strings[place]
        before, after = _around(data, start, end, wide=0 in data[start:end])
        if string[0].isalnum() and before.isalnum():
            return False
        return not (
            string[-1].isalnum() and after[:1].isalnum() and not (after[:1] in "sS" and not after[1:].isalnum())
        )


def _written(string: str) -> Iterable[bytes]:
    """Yield the ways a string may be written in bytes."""
    for text in {string, unicodedata.normalize("NFD", string)}:
        for cased in {text, text.lower(), text.upper()}:
            yield cased.encode("utf-8", "surrogatepass")
            yield json.dumps(cased)[1:-1].encode()
            little = cased.encode("utf-16-le", "surrogatepass")
            # Of letters below U+0100 both orders have the same inner bytes.
            yield from (
                (little.rstrip(b"\0"),)
                if all(ord(sign) < 256 for sign in cased)
                else (little, cased.encode("utf-16-be", "surrogatepass"))
            )


def _pair(data: bytes, at: int) -> int:
    return data[at] | data[at + 1] << 8


def _four(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + _ANCHOR], "little")


def _places(data: bytes, pattern: bytes) -> Iterator[int]:
    at = data.find(pattern)
    while at >= 0:
        yield at
        at = data.find(pattern, at + 1)


def _anchored(low: bytes, pairs: "Sequence[numpy.ndarray[Any, Any]]", anchors: Sequence[int]) -> list[int]:
    """Return the places where any of `anchors` (four bytes as a number, in order) stands."""
    import numpy

    wanted = numpy.zeros(65536, bool)
    wanted[[anchor & 0xFFFF for anchor in anchors]] = True
    near = numpy.concatenate([2 * numpy.flatnonzero(wanted[some]) + from_ for from_, some in enumerate(pairs)])
    near = near[near <= len(low) - _ANCHOR]
    data = numpy.frombuffer(low, numpy.uint8)
    fours = numpy.zeros(len(near), numpy.uint32)
    for place in range(_ANCHOR):
        fours |= data[near + place].astype(numpy.uint32) << (8 * place)
    known = numpy.array(anchors, numpy.uint32)
    fitting = known[numpy.minimum(numpy.searchsorted(known, fours), len(known) - 1)] == fours
    found: list[int] = near[fitting].tolist()
    return found


def _around(data: bytes | mmap, start: int, end: int, *, wide: bool) -> tuple[str, str]:
    """Return the character before and the two after, read as the bytes in between are written."""
    if wide:
        # One order of bytes or the other: letters below U+0100 have their zero before or after.
        mark = data[max(0, start - 2) : start]
        before = "" if mark in _MARKS else mark.replace(b"\0", b"").decode("latin-1")
        after = data[end : end + 5].replace(b"\0", b"", 3).decode("latin-1")
        return before[-1:], after[:2]
    before = data[max(0, start - _AROUND) : start].decode("utf-8", "ignore")
    after = data[end : end + _AROUND].decode("utf-8", "ignore")
    escaped = _ESCAPED.search(before)
    if escaped:
        return chr(int(escaped[1], 16)) if escaped[1] else " ", after[:2]
    return before[-1:], after[:2]
