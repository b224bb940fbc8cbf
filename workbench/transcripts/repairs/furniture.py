"""Page numbers and running heads that stand as lines of their own between the lines of talk.

Rules, from reports whose text was taken out of a layout: only some pages keep their furniture, so "on every page"
is no test. A line is furniture when
- the reader of the format says so (`Block.RUNNING_HEAD`);
- it comes back with a number that rises ("6 FAGBLAD", "13FAGBLAD") and interrupts a sentence at least once;
- it comes back unchanged, looks like a head, and stands beside a lone number or at the edges of pages;
- it is a lone number ("82", "– 82 –", "Side 5 av 10") beside such a head, or between a full line that is open and
  one that goes on in lower case.
A lone number that may be an answer is never sure, and after a question it is left alone. Captions have no pages.
The repair takes the line with the line end after it, so a word broken around furniture still meets its other half.
Where a paragraph is one line, a sentence that a head cut in two goes on in its line: a blank stands for the furniture.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from workbench.study.repairs import Repair, RepairKind
from workbench.transcripts.lines import Block
from workbench.transcripts.repairs.function_words import FUNCTION
from workbench.transcripts.repairs.sheet import HYPHENS, Broken, Row, Sheet, goes_on, is_labelled, is_open

# A head has few words; the blanks that set its number at the right of the page are no part of it.
_LONGEST, _WIDEST = 70, 240
_LONE = re.compile(r"[-–—•·\s]*(?:(?:side|page|s\.|p\.)\s*)?(\d{1,4})(?:\s*(?:av|of|/)\s*(\d{1,4}))?[-–—•·\s]*", re.I)
_SAYS_PAGE = re.compile(r"\s*(?:side|page)\b|.*\d\s*(?:av|of)\s*\d", re.I)
_WITH_NUMBER = re.compile(r"\s*(\d{1,4})[ \t|•·–-]*(?=[^\W\d])(.*?[^\W\d].*)|(.*[^\W\d].*?)[ \t|•·–-]+(\d{1,4})\s*")
_DIGIT = re.compile("[0-9]")
_FURNITURE = (RepairKind.PAGE_NUMBER, RepairKind.RUNNING_HEAD)
_CAPITALS = re.compile(r"[A-ZÆØÅ]{3,}")


def find(sheet: Sheet) -> Iterator[Repair]:
    """Yield the repairs, and note the lines in `sheet.furniture`."""
    marked = {number for number, row in enumerate(sheet.rows) if row.span.block is Block.RUNNING_HEAD}
    kinds = dict.fromkeys(marked, RepairKind.RUNNING_HEAD)
    sheet.furniture.update(dict.fromkeys(marked, True))
    why = dict.fromkeys(marked, "the file marks it as a head or foot")
    if not sheet.captions:
        for number, kind, sure, reason in _unmarked(sheet):
            kinds[number], why[number] = kind, reason
            sheet.furniture[number] = sure
    for number in sorted(kinds):
        row = sheet.rows[number]
        kind = RepairKind.PAGE_NUMBER if _page_number(row.text) else kinds[number]
        span = _extent(sheet, number)
        if span:
            yield Repair(*span, "", kind, sheet.furniture[number], why[number])


def _extent(sheet: Sheet, number: int) -> tuple[int, int] | None:
    row = sheet.rows[number]
    if number + 1 < len(sheet.rows):
        return row.start, row.end + 1
    start = row.start
    if number and (number - 1) not in sheet.furniture:
        start -= 1
    return (start, row.end) if start < row.end else None


def with_blanks(sheet: Sheet, repairs: Iterable[Repair]) -> Iterator[Repair]:
    """Yield the repairs, those of furniture with a blank in their place where a sentence goes on over them.

    Not where sentences go on over line ends elsewhere too: there the line end before furniture is one of many.
    """
    found = list(repairs)
    cuts = _cuts(sheet, found) if sheet.furniture and sheet.broken is not Broken.YES else set[int]()
    if cuts and _going_on(sheet) >= len(cuts):
        cuts.clear()
    yield from (replace(one, start=one.start - 1, after=" ") if one.start in cuts else one for one in found)


def _cuts(sheet: Sheet, repairs: Sequence[Repair]) -> set[int]:
    """Return where furniture begins that surely goes and stands within a sentence; no word is broken there."""
    going = {one.start for one in repairs if one.kind in _FURNITURE and one.sure}
    taken = {one.end for one in repairs if one.kind not in _FURNITURE}
    cuts: set[int] = set()
    for number in sheet.furniture:
        after = sheet.after(number - 1) if number and number - 1 not in sheet.furniture else None
        if after is None or not after[1] or not _goes_on(sheet, number - 1, after[0]):
            continue
        start = sheet.rows[number].start
        if start not in taken and all(sheet.rows[at].start in going for at in range(number, after[0])):
            cuts.add(start)
    return cuts


def _goes_on(sheet: Sheet, before: int, after: int) -> bool:
    text = sheet.rows[before].text.rstrip()
    return bool(text) and text[-1] not in HYPHENS and is_open(text) and goes_on(sheet.rows[after].text)


def _going_on(sheet: Sheet) -> int:
    """Return how often a sentence goes on over a line end where no furniture stands."""
    pairs = pairwise(range(len(sheet.rows)))
    return sum(
        _goes_on(sheet, one, other)
        for one, other in pairs
        if one not in sheet.furniture and other not in sheet.furniture and sheet.rows[other].text
    )


_Found = tuple[int, RepairKind, bool, str]


def _unmarked(sheet: Sheet) -> list[_Found]:
    short = [number for number, row in enumerate(sheet.rows) if row.span.block is Block.WORDS and _is_short(row)]
    counted = [number for number in short if _DIGIT.search(sheet.rows[number].text)]
    lone = {number: page for number in counted if (page := _page_number(sheet.rows[number].text))}
    candidates = _Candidates(sheet, short, counted, lone)
    return [*candidates.numbered(), *candidates.unchanged(), *candidates.alone()]


def _is_short(row: Row) -> bool:
    length = row.span.end - row.span.start
    return 0 < length <= _LONGEST or (
        length <= _WIDEST and "   " in row.text and len(" ".join(row.text.split())) <= _LONGEST
    )


def _page_number(text: str) -> int:
    """Return the number of a line that is nothing but a page number, or 0."""
    hit = _LONE.fullmatch(text)
    return int(hit[1]) if hit and int(hit[1]) <= int(hit[2] or 9999) else 0


class _Candidates:
    """The short lines of a sheet (`counted`: with a digit, `lone`: a number and nothing else), and what is known."""

    def __init__(self, sheet: Sheet, short: list[int], counted: list[int], lone: dict[int, int]) -> None:
        self.sheet, self.short, self.counted, self.lone = sheet, short, counted, lone
        self.heads: set[int] = {number for number in sheet.furniture if not _page_number(sheet.rows[number].text)}
        self.maybe: set[int] = set()
        self.numbered_heads: set[int] = set()
        rows = sheet.rows
        self.edges = {
            number
            for number in short
            if (page := rows[number].span.page) and (_page(rows, number - 1) != page or _page(rows, number + 1) != page)
        }

    def numbered(self) -> list[_Found]:
        """Lines that come back with a rising number."""
        groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number in self.counted:
            text = self.sheet.rows[number].text
            if number in self.lone or is_labelled(text):
                continue
            hit = _WITH_NUMBER.fullmatch(text)
            if hit:
                groups[" ".join((hit[2] or hit[3]).split()).casefold()].append((number, int(hit[1] or hit[4])))
        found: list[_Found] = []
        for members in groups.values():
            numbers = [value for _, value in members]
            rising = all(one < other for one, other in pairwise(numbers))
            between = sum(self._interrupts(number) for number, _ in members)
            if len(members) < 2 or not rising or not between:
                continue
            sure = between >= 2 or (len(members) >= 3 and between * 4 >= len(members))
            self.numbered_heads.update(number for number, _ in members)
            self.heads.update(number for number, _ in members if sure)
            found += [
                (number, RepairKind.RUNNING_HEAD, sure, "comes back with a rising number") for number, _ in members
            ]
        return found

    def unchanged(self) -> list[_Found]:
        """Lines that come back as they are, like heads."""
        groups: dict[str, list[int]] = defaultdict(list)
        taken = self.heads | set(self.lone)
        texts = {number: self.sheet.rows[number].text.strip() for number in self.short if number not in taken}
        often = Counter(texts.values())
        beside = {near for number in self.lone for near in (number - 1, number + 1)}
        for number, text in texts.items():
            if (often[text] > 1 or number in beside) and _looks_like_head(text):
                groups[text].append(number)
        found: list[_Found] = []
        for members in groups.values():
            verdict = self._verdict(members)
            if verdict is None:
                continue
            if verdict:
                self.heads.update(members)
            else:
                self.maybe.update(members)
            found += [(number, RepairKind.RUNNING_HEAD, verdict, "comes back on the pages") for number in members]
        return found

    def _verdict(self, members: list[int]) -> bool | None:
        """True: sure; False: a proposal; None: no furniture."""
        beside = sum(bool({number - 1, number + 1} & self.lone.keys()) for number in members)
        between = sum(self._interrupts(number) for number in members)
        pages = {self.sheet.rows[number].span.page for number in members if number in self.edges}
        head = self.sheet.rows[members[0]].text
        stands_out = bool(_DIGIT.search(head)) or bool(_CAPITALS.search(head))
        if len(members) == 1:
            return False if beside and between and stands_out else None
        if between and beside * 2 >= len(members):
            return True
        if len(pages) >= 3 and len(pages) * 5 >= len(members) * 4:
            return True
        return False if (between >= 2 and stands_out) or len(pages) >= 2 else None

    def alone(self) -> list[_Found]:
        """Lines that are only a number."""
        found: list[_Found] = []
        constant = self._agreeing()
        for number in self.lone:
            verdict = self._lone_verdict(number, constant)
            if verdict is not None:
                found.append((number, RepairKind.PAGE_NUMBER, *verdict))
        return found

    def _lone_verdict(self, number: int, constant: set[int]) -> tuple[bool, str] | None:
        before = _neighbour(self, number, -1)
        text = before.text.rstrip() if before else ""
        beside = self._beside_head(number)
        if beside:
            asked = text.endswith("?") and beside == "either side"
            return not asked, "stands beside a running head"
        if number in constant:
            return True, "rises with the pages"
        if text.endswith(("?", ":")):
            return None
        says = bool(_SAYS_PAGE.match(self.sheet.rows[number].text))
        if self._interrupts(number):
            full = self.sheet.broken is Broken.YES and len(text) >= 0.75 * self.sheet.width
            return full or says or number in self.edges or text.endswith(tuple(HYPHENS)), "stands inside a sentence"
        if says or number in self.edges or {number - 1, number + 1} & self.maybe:
            return False, "may be a page number"
        return None

    @cached_property
    def _side(self) -> int:
        """On which side of the heads their numbers stand: -1 before, 1 after, 0 undecided."""
        plain = self.heads - set(self.numbered_heads)
        before, after = (sum(head + step in self.lone for head in plain) for step in (-1, 1))
        return -1 if before > after else 1 if after > before else 0

    def _beside_head(self, number: int) -> str:
        """Return how a lone number stands beside a head that has no number of its own, or ""."""
        heads = [head for head in (number - 1, number + 1) if head in self.heads and head not in self.numbered_heads]
        if not self._side:
            return "either side" if heads else ""
        return "its side" if number - self._side in heads else ""

    def _agreeing(self) -> set[int]:
        """Lone numbers at the edges of pages that differ from the page by the same amount, on three pages or more."""
        groups: dict[int, list[int]] = defaultdict(list)
        for number in self.edges & self.lone.keys():
            groups[self.lone[number] - self.sheet.rows[number].span.page].append(number)
        return {number for members in groups.values() if len(members) >= 3 for number in members}

    def _interrupts(self, number: int) -> bool:
        before, after = _neighbour(self, number, -1), _neighbour(self, number, 1)
        return before is not None and after is not None and is_open(before.text) and goes_on(after.text)


def _neighbour(known: _Candidates, number: int, step: int) -> Row | None:
    """The nearest line that is neither a lone number, nor known as a head, nor one that looks like it (at most 4)."""
    rows = known.sheet.rows
    for at in range(number + step, number + 5 * step, step):
        if not 0 <= at < len(rows):
            return None
        text = rows[at].text
        furniture = at in known.lone or at in known.heads or at in known.sheet.furniture
        if not furniture and text.strip() and not (abs(at - number) == 1 and _is_heady(text)):
            return rows[at]
    return None


def _is_heady(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_DIGIT.search(text)) and _looks_like_head(text)


def _page(rows: list[Row], number: int) -> int:
    return rows[number].span.page if 0 <= number < len(rows) else 0


def _looks_like_head(text: str) -> bool:
    """A head has letters, no end of a sentence, no label, and a capital or a digit at its start."""
    flat = text.strip()
    if len(flat) < 4 or flat[-1] in ".!?…," or is_labelled(text) or flat[:1].islower():
        return False
    letters = sum(sign.isalpha() for sign in flat)
    if letters < 3:
        return False
    if _DIGIT.search(flat) or _CAPITALS.search(flat):
        return True
    words = flat.casefold().split()
    return len(words) >= 2 and not all(word.strip(",") in FUNCTION for word in words)
