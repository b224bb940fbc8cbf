"""How a transcript falls into rows: a pure layout, three flat arrays, no Textual and no Rich.

Every row stands for `starts[row]`–`starts[row + 1]` of the text, so rows join back to it; `ends` leaves out
the blank or line end the row was broken at. An empty row (turn -1) separates two turns.
"""

from array import array
from bisect import bisect_right
from collections.abc import Sequence

from workbench.study.text import visible
from workbench.study.transcripts import Turn

# Joiners, soft hyphens and the like: terminals disagree about their width, so they are not drawn.
_UNSEEN = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFE0E, 0xFE0F], "") | {0x09: " "}


def drawn(text: str) -> str:
    """Return what a terminal is sent for `text`: harmless, and as many cells wide as `Page` counts."""
    return text if text.isprintable() and text.isascii() else visible(text.translate(_UNSEEN))


def cell_width(character: str) -> int:
    """Return how many terminal cells a character takes (0, 1 or 2)."""
    if character < "\u0300" and character != "\u00ad":
        return 1
    from rich.cells import cell_len

    return cell_len(drawn(character))


class Page:
    """A text wrapped to `width` cells."""

    def __init__(self, text: str, turns: Sequence[Turn], width: int, *, gap: bool = True) -> None:
        """Wrap; `turns` are in order and do not overlap, an empty row (`gap`) between them."""
        self.text = text
        self.width = max(8, width)
        self.starts = array("I")
        self.ends = array("I")
        self.turns = array("i")
        # Most texts have a hundred different characters, all one cell wide: then a column is a count.
        self._odd = {character: cells for character in set(text) if (cells := cell_width(character)) != 1}
        self._plain = not self._odd
        for index, turn in enumerate(turns):
            if index and gap:
                self._row(turn.start, turn.start, -1)
            at = turn.start
            while True:
                line_end = text.find("\n", at, turn.end)
                if line_end < 0:
                    self._wrap(at, turn.end, index)
                    break
                self._wrap(at, line_end, index)
                at = line_end + 1
        if not self.starts:
            self._row(0, 0, -1)

    def __len__(self) -> int:
        return len(self.starts)

    def _row(self, start: int, end: int, turn: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.turns.append(turn)

    def _wrap(self, start: int, end: int, turn: int) -> None:
        text, width = self.text, self.width
        plain = self._plain or self._odd.keys().isdisjoint(text[start:end])
        while True:
            limit = min(end, start + width) if plain else self._reach(start, end)
            if limit >= end:
                self._row(start, end, turn)
                return
            blank = text.rfind(" ", start + 1, limit + 1)
            if blank < 0:
                self._row(start, limit, turn)
                start = limit
            else:
                self._row(start, blank, turn)
                start = blank + 1

    def _reach(self, start: int, end: int) -> int:
        """Return where `width` cells from `start` are full."""
        cells, widths = 0, self._odd.get
        for at in range(start, end):
            cells += widths(self.text[at], 1)
            if cells > self.width:
                # Marks that combine stay with their letter.
                while at > start + 1 and widths(self.text[at], 1) == 0:
                    at -= 1
                return max(at, start + 1)
        return end

    def row_of(self, offset: int) -> int:
        """Return the row that shows `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def column_of(self, offset: int) -> int:
        """Return the cell of `offset` within its row."""
        start = self.starts[self.row_of(offset)]
        if self._plain:
            return offset - start
        return self._count(start, offset)

    def cells(self, row: int) -> int:
        """Return how many cells the text of a row takes."""
        start, end = self.starts[row], self.ends[row]
        return end - start if self._plain else self._count(start, end)

    def _count(self, start: int, end: int) -> int:
        widths = self._odd.get
        return sum(widths(character, 1) for character in self.text[start:end])

    def offset_at(self, row: int, column: int) -> int:
        """Return the offset shown at a cell, or the last one of the row when the cell lies beyond it."""
        row = max(0, min(row, len(self.starts) - 1))
        start, end = self.starts[row], self.ends[row]
        last = max(start, end - 1)
        if self._plain:
            return min(start + max(0, column), last)
        cells = 0
        for at in range(start, end):
            cells += self._odd.get(self.text[at], 1)
            if cells > column:
                return at
        return last
