"""Words with places on pages to rows in reading order: one or two columns, running heads, page numbers, footnotes.

All measures are points from the lower left corner of the page.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from workbench.transcripts.lines import Block

_EDGE = 0.13  # heads and feet lie in this part of the page's height at top and bottom
_TAB = 1.5  # a gap of this many heights between words of a row is a tab
_BAND = 6  # the least breadth of the white between two columns
_STRIPES = 2_000
_NUMBER = re.compile(
    r"[-–—|\s]*(?:(?:side|page|s\.|p\.)\s*)?(\d{1,4})(?:\s*(?:av|of|/|\|)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as drawn, with its box."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page (`number` from 1) with its words; `drawn` says that anything at all is drawn on it."""

    number: int
    width: float
    height: float
    words: list[Word]
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """A comment on a page; `place` is left, right, bottom, top."""

    page: int
    place: tuple[float, float, float, float]
    words: str
    author: str


@dataclass(slots=True)
class Row:
    """Words on one line of a column, from left to right."""

    words: list[Word]
    block: Block = Block.WORDS
    follows: bool = False

    @property
    def top(self) -> float:
        """The upper edge of its highest word."""
        return max(word.top for word in self.words)

    @property
    def middle(self) -> float:
        """The height of the first word's middle."""
        return (self.words[0].top + self.words[0].bottom) / 2

    @property
    def height(self) -> float:
        """The usual height of its words."""
        return max(1.0, median(word.top - word.bottom for word in self.words))

    @property
    def text(self) -> str:
        """The words with blanks between them, and a tab where the gap is wide."""
        parts = [self.words[0].text]
        wide = _TAB * self.height
        for before, word in pairwise(self.words):
            parts += ["\t" if word.left - before.right > wide else " ", word.text]
        return "".join(parts)

    @property
    def lead(self) -> str:
        """The words in bold at the beginning."""
        count = next((at for at, word in enumerate(self.words) if not word.bold), len(self.words))
        return Row(self.words[:count]).text if count else ""

    def covered(self, place: tuple[float, float, float, float]) -> tuple[int, int]:
        """Return start and end in `text` of the words between the left and right of a place, else the whole."""
        left, right, _, _ = place
        at, spans = 0, list[tuple[int, int]]()
        for word in self.words:
            if word.left < right and word.right > left:
                spans.append((at, at + len(word.text)))
            at += len(word.text) + 1
        return (spans[0][0], spans[-1][1]) if spans else (0, at - 1)


def rows(pages: Sequence[Page]) -> Iterator[tuple[int, Row]]:
    """Yield page number and row in reading order: a page's heads, its columns, its feet."""
    counted = {page.number: _line_numbers(page.words, 5) for page in pages}
    if any(counted.values()):  # then a short last page has its numbers too
        counted = {page.number: counted[page.number] or _line_numbers(page.words, 1) for page in pages}
    whole = [lay(_without(page.words, counted[page.number])) for page in pages]
    furniture = _furniture(pages, whole)
    gutters = [_gutter(found, None) for found in whole]
    common = sorted(gutter for gutter in gutters if gutter is not None)
    hint = common[len(common) // 2] if common else None
    before: Row | None = None
    for page, found, gutter in zip(pages, whole, gutters, strict=True):
        heads, feet = furniture[page.number]
        body = [row for row in found if not any(row is one for one in (*heads, *feet))]
        if gutter is None and hint is not None:
            gutter = _gutter(body, hint)
        columns = _columns(body, gutter) if gutter is not None else [body]
        for row in heads:
            yield page.number, row
        for column in columns:
            _mark_follows(column, before)
            before = column[-1] if column else before
        ordered = [row for column in columns for row in column]
        _mark_footnotes(ordered)
        numbers = [Row(counted[page.number], Block.RUNNING_HEAD)] if counted[page.number] else []
        for row in (*ordered, *feet, *numbers):
            yield page.number, row


def lay(words: Sequence[Word]) -> list[Row]:
    """Return words as rows from the top down; raised and lowered small signs stay in their row."""
    found: list[Row] = []
    usual = median(word.top - word.bottom for word in words) if words else 0.0
    middle = reach = 0.0
    for word in sorted(words, key=lambda one: -(one.top + one.bottom)):
        own = (word.top + word.bottom) / 2
        if found and middle - own <= reach:
            found[-1].words.append(word)
        else:
            found.append(Row([word]))
            middle, reach = own, 0.35 * max(usual, word.top - word.bottom)
    for row in found:
        row.words.sort(key=lambda one: one.left)
    return found


# Line numbers, running heads and page numbers


def _line_numbers(words: Sequence[Word], least: int) -> list[Word]:
    """Return the numbers of lines in the left margin, from the top: left of all words, counting evenly downwards."""
    digits = [word for word in words if word.text.isdecimal() and len(word.text) <= 5]
    margin = min((word.left for word in words if not word.text.isdecimal()), default=0.0)
    found = sorted((word for word in digits if word.right < margin), key=lambda word: -word.top)
    if len(found) < least:
        return []
    numbers = [int(word.text) for word in found]
    steps = {later - earlier for earlier, later in pairwise(numbers)}
    aligned = max(word.right for word in found) - min(word.right for word in found) < 4
    return found if aligned and len(steps) <= 1 and steps <= {1, 2, 5, 10} else []


def _without(words: list[Word], some: list[Word]) -> list[Word]:
    gone = {id(word) for word in some}
    return [word for word in words if id(word) not in gone] if gone else words


def _furniture(pages: Sequence[Page], whole: Sequence[list[Row]]) -> dict[int, tuple[list[Row], list[Row]]]:
    """Return for each page number its sure heads and feet."""
    made: dict[int, tuple[list[Row], list[Row]]] = {page.number: ([], []) for page in pages}
    for side in (0, 1):
        edges = [_edge(page, found, side) for page, found in zip(pages, whole, strict=True)]
        repeated = Counter(key for edge in edges for key in {_key(row) for row in edge})
        needed = max(2, round(0.4 * len(pages)))
        offsets = Counter(
            number - page.number
            for page, edge in zip(pages, edges, strict=True)
            for number in {_page_number(row) for row in edge}
            if number is not None
        )
        for page, edge in zip(pages, edges, strict=True):
            sure = [
                at
                for at, row in enumerate(edge)
                if repeated[_key(row)] >= needed or _is_numbered(row, page.number, offsets, len(pages))
            ]
            made[page.number][side].extend(edge[: sure[-1] + 1] if sure else [])
            for row in made[page.number][side]:
                row.block = Block.RUNNING_HEAD
            if side:
                made[page.number][side].reverse()
    return made


def _edge(page: Page, found: list[Row], side: int) -> list[Row]:
    """Return the outermost rows of a page's top (0) or bottom (1), parted from the body by more than a line's gap."""
    ordered = found if side == 0 else found[::-1]
    limit = page.height * _EDGE
    edge: list[Row] = []
    for row in ordered[:4]:
        if (page.height - row.middle if side == 0 else row.middle) > limit:
            break
        edge.append(row)
    usual = _leading(found)
    for count in range(min(len(edge), 3), 0, -1):
        after = ordered[count] if count < len(ordered) else None
        if after is None or abs(after.middle - edge[count - 1].middle) > 1.25 * usual:
            return edge[:count]
    return []


def _leading(found: Sequence[Row]) -> float:
    """Return the usual distance between the rows of a page."""
    gaps = [one.middle - other.middle for one, other in pairwise(found)]
    return median(sorted(gaps)[: max(1, (len(gaps) + 1) // 2 + 1)]) if gaps else 0.0


def _key(row: Row) -> tuple[str, int]:
    """What heads on several pages have in common: the words without numbers, and the height they stand at."""
    return re.sub(r"\d+", "#", " ".join(word.text for word in row.words)), round(row.middle / 4)


def _page_number(row: Row) -> int | None:
    hit = _NUMBER.fullmatch(" ".join(word.text for word in row.words))
    return int(hit[1]) if hit else None


def _is_numbered(row: Row, page: int, offsets: Counter[int], pages: int) -> bool:
    number = _page_number(row)
    if number is None:
        return False
    return offsets[number - page] >= 2 or (pages == 1 and number == page)


# Columns


def _runs(row: Row) -> list[tuple[float, float]]:
    """Return the stretches of a row without a wide gap."""
    found: list[tuple[float, float]] = []
    small = 0.7 * row.height
    for word in row.words:
        if found and word.left - found[-1][1] <= small:
            found[-1] = (found[-1][0], max(found[-1][1], word.right))
        else:
            found.append((word.left, word.right))
    return found


def _gutter(found: Sequence[Row], hint: float | None) -> float | None:
    """Return the middle of the white band between two columns of running text, or None.

    `hint` is the gutter of other pages of the document: there a short second column is enough.
    """
    runs = [run for row in found for run in _runs(row)]
    if len(found) < (1 if hint else 4) or not runs:
        return None
    left, right = min(run[0] for run in runs), max(run[1] for run in runs)
    if hint is not None:
        crossed = sum(1 for run in runs if run[0] < hint < run[1])
        return hint if crossed <= 0.2 * len(runs) and left < hint < right else None
    place = _white_band(runs, left, right, len(found))
    if place is None:
        return None
    sides = [[run for run in runs if run[1] <= place], [run for run in runs if run[0] >= place]]
    if min(len(side) for side in sides) < max(3, 0.2 * max(len(side) for side in sides)):
        return None
    return place if all(_is_running_text(side, right - left) for side in sides) else None


def _is_running_text(side: Sequence[tuple[float, float]], whole: float) -> bool:
    """Tell whether the runs fill a column of some width; a column of names or times does not."""
    width = max(run[1] for run in side) - min(run[0] for run in side)
    return width >= 0.3 * whole and median(run[1] - run[0] for run in side) >= 0.55 * width


def _white_band(runs: Sequence[tuple[float, float]], left: float, right: float, count: int) -> float | None:
    """Return the middle of the widest band in the page's middle that few runs cross."""
    step = max(1.0, (right - left) / _STRIPES)
    size = int((right - left) / step) + 2
    change = [0] * (size + 1)
    for begin, end in runs:
        change[int((begin - left) / step)] += 1
        change[int((end - left) / step) + 1] -= 1
    few = max(1.0, 0.12 * count)
    covered, best, start = 0, (0, 0), None
    for at in range(size):
        covered += change[at]
        white = covered <= few and 0.25 * size < at < 0.75 * size
        if white and start is None:
            start = at
        elif not white and start is not None:
            best, start = max(best, (at - start, start)), None
    return left + (best[1] + best[0] / 2) * step if best[0] * step >= _BAND else None


def _columns(body: Sequence[Row], gutter: float) -> list[list[Row]]:
    """Return the rows of each column in reading order; a row over both columns parts what is above from below."""
    done: list[list[Row]] = []
    left: list[Word] = []
    right: list[Word] = []

    def flush() -> None:
        done.extend(column for column in (lay(left), lay(right)) if column)
        left.clear()
        right.clear()

    for row in body:
        if any(begin < gutter < end for begin, end in _runs(row)):
            flush()
            done.append([row])
        else:
            left += [word for word in row.words if word.right <= gutter]
            right += [word for word in row.words if word.right > gutter]
    flush()
    return done


# Paragraphs and footnotes


def _mark_follows(column: list[Row], before: Row | None) -> None:
    """A row follows the one before when it is no new paragraph: no wide gap, and its first word had no room there."""
    usual = _leading(column)
    edge = max((row.words[-1].right for row in column), default=0.0)
    if column and before is not None:
        column[0].follows = True  # over a column's or page's end nothing tells
    for one, row in pairwise(column):
        first = row.words[0]
        room = edge - one.words[-1].right - 0.3 * row.height
        gap = one.middle - row.middle
        row.follows = gap <= 1.35 * max(usual, row.height) and first.right - first.left >= room


def _mark_footnotes(ordered: list[Row]) -> None:
    """The last rows of a page are footnotes when they are in smaller type and begin with a number or a star."""
    if len(ordered) < 4:
        return
    usual = median(row.height for row in ordered)
    small = 0
    while small < len(ordered) // 2 and ordered[-1 - small].height <= 0.87 * usual:
        small += 1
    if small and re.match(r"[*†]|\d{1,3}(?:\D|$)", ordered[len(ordered) - small].words[0].text):
        for row in ordered[-small:]:
            row.block = Block.FOOTNOTE
