"""Single signs that a layout, a word processor or a font left behind.

- Ligatures of the block Alphabetic Presentation Forms become their letters (Unicode's compatibility mapping): sure.
- Soft hyphens go (Unicode: invisible but where a line breaks); at a line end they take the line end with them. Between
  other than small letters one may have been drawn as a hyphen: a proposal to write one.
- Blanks of other widths (no-break, thin, em …) become blanks, one for one; zero-width blanks go: sure. Joiners stay,
  since emoji and some scripts need them.
- Private-use signs (fonts such as Symbol and Wingdings) that open a line become «•»: sure when the sign is a known
  bullet or opens two lines or more. The letters of those fonts read as Latin (P, o, ü, § …) before a tab are proposals.
- A blank that opens single lines is the trace of a page break and goes: sure.
- Words spaced out letter by letter (f o r s l a g) close up: always a proposal, it may be spelling aloud.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from workbench.study.repairs import Repair, RepairKind
from workbench.transcripts.repairs.sheet import Sheet

_LETTERS = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_ANY = re.compile("[\u00a0\u00ad\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufb00-\ufb06\ufeff]")
_MARK = "(?![\u0300-\u036f])"
_SIGNS = re.compile(
    f"(?P<ligature>[\ufb00-\ufb06]){_MARK}"
    "|(?P<blanks>[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+)"
    f"|(?P<nothing>[\u200b\u2060\ufeff]+){_MARK}"
    f"|(?P<soft>\u00ad+)(?![ \t]*\n){_MARK}"
)
_SOFT = re.compile("\u00ad+(?=([ \t]*(?:\n|\\Z)))?")
_BULLETS = frozenset("\uf0b7\uf0fc\uf0a7\uf0d8\uf0a8\uf06e\uf076\uf0fe\uf071\uf06f\uf0d7\uf020\uf02d\uf0e8\uf0e0")
_PRIVATE = re.compile(
    "^[ \t]*(?:([\ue000-\uf8ff])(?=[ \t\u00a0]|[^\\W\\d_])|([PoüØ§vqn])(?=\t)|(P)(?= +[^\\W\\d_]{2}))", re.M
)
_SPACED_INSIDE = re.compile(r" [^\W\d_] [^\W\d_] [^\W\d_](?!\w)")
_SPACED = re.compile(r"(?<![^\s(«“”\"])[^\W\d_](?: [^\W\d_]){3,}(?![^\s.,;:!?)»”\"])")
_LEADING = re.compile(r"^ +(?=\S)", re.M)


def within_lines(text: str) -> Iterator[Repair]:
    """Yield the sure repairs of single signs, none of which moves a line end."""
    if not _ANY.search(text):
        return
    for hit in _SIGNS.finditer(text):
        start, end = hit.span()
        if hit["ligature"]:
            yield Repair(start, end, _LETTERS[hit.group()], RepairKind.LIGATURE, True)
        elif hit["blanks"]:
            yield Repair(start, end, " " * (end - start), RepairKind.SPACING, True, "a blank of another kind")
        elif hit["nothing"]:
            yield Repair(start, end, "", RepairKind.SPACING, True, "a blank without width")
        elif not _was_drawn(text, start, end):
            yield Repair(start, end, "", RepairKind.SOFT_HYPHEN, True)


def find(sheet: Sheet) -> Iterator[Repair]:
    """Yield the other repairs, kind by kind."""
    text = sheet.text
    if "\u00ad" in text:
        yield from _soft_left(text)
    yield from _bullets(text)
    yield from _page_breaks(sheet)
    if " " in text:
        yield from _spaced(text)


def _soft_left(text: str) -> Iterator[Repair]:
    """Soft hyphens that `within_lines` left: those that may have been drawn, and at line ends where no word goes on."""
    for hit in _SOFT.finditer(text):
        if hit[1] is not None:
            yield Repair(*hit.span(), "", RepairKind.SOFT_HYPHEN, True)
        elif _was_drawn(text, *hit.span()):
            why = "invisible, but perhaps meant as a hyphen"
            yield Repair(*hit.span(), "-", RepairKind.SOFT_HYPHEN, False, why)


def _was_drawn(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if not (before.isalnum() and after.isalnum()) or (before.islower() and after.islower()):
        return False
    return before.isdigit() or after.isupper() or _in_capitals(text, start)


def _in_capitals(text: str, at: int) -> bool:
    return text[max(0, at - 2) : at].isupper()


def _bullets(text: str) -> Iterator[Repair]:
    if text.isascii() and "\t" not in text and not text.startswith("P ") and "\nP " not in text:
        return
    hits = list(_PRIVATE.finditer(text))
    counts = Counter(hit[hit.lastindex or 0] for hit in hits)
    for hit in hits:
        place = hit.lastindex or 0
        sign = hit[place]
        if place == 1:
            sure = sign in _BULLETS or counts[sign] > 1
            yield Repair(*hit.span(1), "•", RepairKind.BULLET, sure, f"U+{ord(sign):04X} of a symbol font")
        elif counts[sign] > 1:
            yield Repair(*hit.span(place), "•", RepairKind.BULLET, False, "a tick or bullet whose font is gone?")


def _page_breaks(sheet: Sheet) -> Iterator[Repair]:
    text = sheet.text
    if "\n " not in text and not text.startswith(" "):
        return
    hits = list(_LEADING.finditer(text))
    if len(hits) * 4 > len(sheet.spans) + 3:
        return
    for hit in hits:
        if len(hit.group()) == 1:
            yield Repair(*hit.span(), "", RepairKind.PAGE_BREAK_BLANK, True)


def _spaced(text: str) -> Iterator[Repair]:
    if not _SPACED_INSIDE.search(text):
        return
    for hit in _SPACED.finditer(text):
        close = hit.group().replace(" ", "")
        if len(set(close.casefold())) > 1:
            yield Repair(*hit.span(), close, RepairKind.SPACING, False, "letters set apart, or spelt aloud?")
