"""A report of odd characters: what a person should know of a text before it is coded, without changing anything.

Kinds: signs of symbol fonts, broken characters, signs that turn the reading direction, pictures of control
characters, invisible signs, ligatures, tabs after bullets, closing quotation marks at both ends, quotation marks that
are not closed in their paragraph, several dashes, several ways of writing an ellipsis, words grown together.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class OddKind(StrEnum):
    """What is odd."""

    SYMBOL_FONT = "symbol font"
    BROKEN = "broken character"
    DIRECTION = "reading direction"
    CONTROL = "control character"
    INVISIBLE = "invisible sign"
    BLANK = "blank of another kind"
    LIGATURE = "ligature"
    BULLET_TAB = "tab after a bullet"
    BOTH_ENDS = "closing mark at both ends"
    UNCLOSED = "quotation mark not closed"
    DASHES = "several dashes"
    ELLIPSES = "several ellipses"
    GLUED = "words grown together"


@dataclass(frozen=True, slots=True)
class Odd:
    """One odd sign (or shape): how often it stands there, the 1-based line of the first, and that place in its words.

    `sign` is the sign itself, or its shape ("….") for marks of several signs.
    """

    kind: OddKind
    sign: str
    count: int
    where_line: int
    sample: str


_SINGLE = re.compile(
    "(?P<SYMBOL_FONT>[\ue000-\uf8ff\U000f0000-\U0010fffd])|(?P<BROKEN>[\ufffd\ufffe\uffff])"
    "|(?P<DIRECTION>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])"
    "|(?P<CONTROL>[\u2400-\u2426\x80-\x9f])|(?P<INVISIBLE>[\u00ad\u200b-\u200d\u2060\ufeff])"
    "|(?P<BLANK>[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000])|(?P<LIGATURE>[\ufb00-\ufb06])"
)
_ODD = re.compile(
    "[\x80-\x9f\u00a0\u00ad\u061c\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u2400-\u2426\u3000\ue000-\uf8ff\ufb00-\ufb06"
    "\ufeff\ufffd-\uffff\U000f0000-\U0010fffd]"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_BULLET_TAB = re.compile("^[ ]*([•·▪‣◦–−-])\t", re.M)
_DASH = re.compile("(?<=[ \\n])(--?|[–—−‒―])(?=[ \\n])|^(-|[–—−‒―])(?=[ \t])", re.M)
_ELLIPSIS = re.compile(r"\. …|[.…]{2,}|…|(?<=\w)\. \. \.")
_BOTH = re.compile("”([^“”\n]{1,200})”")
_PAIRS = (("«", "»"), ("“", "”"), ("„", "“"))
_GLUED = re.compile(r"(?<![a-zæøå])[a-zæøå]{3,}[A-ZÆØÅ]{3,}\b|\bwww\.\S+www\.\S+|\b[a-zæøå]{2,}\d{1,3} år\b")
_AROUND, _MOST = 24, 40


def report(text: str) -> list[Odd]:
    """Return what is odd in a text, kind by kind, the commonest sign of a kind first; [] when nothing is."""
    shapes = [*_singles(text), *_marks(text), *_lines(text)]
    order = {kind: place for place, kind in enumerate(OddKind)}
    return sorted(shapes, key=lambda one: (order[one.kind], -one.count, one.sign))


def _gathered(text: str, kind: OddKind, found: Iterable[tuple[int, str]]) -> list[Odd]:
    """Return one entry a sign (of the commonest), from places and signs in order."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for place, sign in found:
        counts[sign] += 1
        first.setdefault(sign, place)
    commonest = [sign for sign, _ in counts.most_common(_MOST)]
    return [Odd(kind, sign, counts[sign], *_place(text, first[sign], len(sign))) for sign in commonest]


def _place(text: str, at: int, length: int) -> tuple[int, str]:
    begin = max(text.rfind("\n", 0, at) + 1, at - _AROUND)
    end = text.find("\n", at + length)
    end = min(len(text) if end < 0 else end, at + length + _AROUND)
    return text.count("\n", 0, at) + 1, text[begin:end].strip()


def _singles(text: str) -> Iterator[Odd]:
    yield from _gathered(text, OddKind.CONTROL, ((hit.start(), hit.group()) for hit in _CONTROL.finditer(text)))
    if text.isascii() or not _ODD.search(text):
        return
    by_kind: dict[str, list[tuple[int, str]]] = {}
    for hit in _SINGLE.finditer(text):
        by_kind.setdefault(hit.lastgroup or "", []).append((hit.start(), hit.group()))
    for name, found in by_kind.items():
        yield from _gathered(text, OddKind[name], found)


def _marks(text: str) -> Iterator[Odd]:
    """Yield quotation marks, dashes and ellipses."""
    if "”" in text and "“" not in text:
        yield from _gathered(text, OddKind.BOTH_ENDS, ((hit.start(), "”") for hit in _BOTH.finditer(text)))
    for opening, closing in _PAIRS:
        if opening in text and not (opening == "“" and "„" in text):
            yield from _gathered(text, OddKind.UNCLOSED, _unclosed(text, opening, closing))
    yield from _odd_straight(text)
    dashes = [(hit.start(), hit.group()) for hit in _DASH.finditer(text)]
    if len({sign for _, sign in dashes}) > 1:
        yield from _gathered(text, OddKind.DASHES, dashes)
    ellipses = [(hit.start(), hit.group()) for hit in _ELLIPSIS.finditer(text)] if "…" in text or ".." in text else []
    if len({sign for _, sign in ellipses}) > 1:
        yield from _gathered(text, OddKind.ELLIPSES, ellipses)


def _unclosed(text: str, opening: str, closing: str) -> Iterator[tuple[int, str]]:
    """Yield opening marks that are not closed before the next one opens twice, or within 2,000 characters."""
    for hit in re.finditer(re.escape(opening), text):
        end = text.find(closing, hit.end(), hit.end() + 2000)
        again = text.find(opening, hit.end(), end if end >= 0 else hit.end() + 2000)
        nested = again >= 0 and end >= 0 and text.find(closing, end + 1, end + 400) >= 0
        if end < 0 or (again >= 0 and not nested):
            yield hit.start(), opening


def _odd_straight(text: str) -> Iterator[Odd]:
    """Yield paragraphs with an odd number of straight quotation marks."""
    if '"' not in text:
        return
    found: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        if line.count('"') % 2:
            found.append((at + line.rfind('"'), '"'))
        at += len(line) + 1
    yield from _gathered(text, OddKind.UNCLOSED, found)


def _lines(text: str) -> Iterator[Odd]:
    if "\t" in text:
        hits = ((hit.start(1), hit.group(1)) for hit in _BULLET_TAB.finditer(text))
        yield from _gathered(text, OddKind.BULLET_TAB, hits)
    yield from _gathered(text, OddKind.GLUED, ((hit.start(), hit.group()) for hit in _GLUED.finditer(text)))
