"""Passages of another coder, or of an earlier day, in lanes of their own beside one's own: to be seen, never acted on.

Their signs are dotted where one's own are drawn, so that no colour is needed to tell them apart.
"""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment

from workbench.study.spans import Span
from workbench.tui.drawing import cut
from workbench.tui.looks import Palette
from workbench.tui.marks import LaneCell, Lanes, Passage, PassageIndex
from workbench.tui.page import Page, drawn

FIRST, WITHIN, LAST, ONLY, SAME = "╷", "┊", "╵", "╌", "="


def ghost_sign(cell: LaneCell, agrees: bool) -> str:
    """Return the sign of a ghost on a row; `agrees` says that one coded the same words with the same code."""
    if agrees:
        return SAME
    if cell.first and cell.last:
        return ONLY
    return FIRST if cell.first else LAST if cell.last else WITHIN


class Ghosts:
    """The ghosts of one transcript: whose, and in which lane each stands."""

    def __init__(self, who: str, sign: str, passages: Sequence[Passage]) -> None:
        """Take passages; `who` is told in full, `sign` in the margin."""
        self.who, self.sign = who, sign
        self._index = PassageIndex(passages)
        self._lanes: Lanes | None = None

    def __len__(self) -> int:
        return len(self._index)

    @property
    def passages(self) -> list[Passage]:
        """All ghosts, by place."""
        return self._index.passages

    def lay_out(self, page: Page) -> None:
        """Give each its lane on a page."""
        self._lanes = Lanes(self._index, page)

    def at(self, offset: int) -> list[Passage]:
        """Return the ghosts over a character, the shortest first."""
        return self._index.at(offset)

    def on_row(self, row: int) -> list[tuple[int, LaneCell]]:
        """Return (lane, cell) of each ghost on a row."""
        return self._lanes.on_row(row) if self._lanes is not None else []

    def in_lane(self, row: int, lane: int) -> Span | None:
        """Return the words of the ghost drawn in a lane of a row."""
        return next((cell.passage.span for place, cell in self.on_row(row) if place == lane), None)

    def margin(self, row: int, count: int, own: PassageIndex, palette: Palette) -> list[Segment]:
        """Return `count` lanes of a row, two cells each."""
        style = palette.base + palette.dim
        cells = ["  "] * count
        hidden = 0
        for lane, cell in self.on_row(row):
            if lane < count:
                cells[lane] = f"{ghost_sign(cell, agrees(cell.passage, own))} "
            else:
                hidden += 1
        if hidden:
            cells[-1] = f"+{min(hidden, 9)}"
        return [Segment("".join(cells), style)]

    def label(self, row: int, width: int, palette: Palette, *, whole: bool) -> list[Segment]:
        """Return who has which code from this row on, in `width` cells at most; with `whole` by its name."""
        starting = [cell.passage for _, cell in self.on_row(row) if cell.first]
        if not starting or width < 1:
            return []
        if whole and len(starting) == 1 and width >= 14:
            words = cut(f"{self.sign}: {starting[0].name}", width)
        else:
            words = ""
            for sigil in dict.fromkeys(passage.sigil for passage in starting):
                more = f"{drawn(self.sign)}:{drawn(sigil)} "
                if cell_len(words + more) > width + 1:
                    break
                words += more
        return [Segment(cut(words, min(width, cell_len(words))), palette.base + palette.dim)] if words else []


def agrees(ghost: Passage, own: PassageIndex) -> bool:
    """Tell whether one has given the very same words the same code."""
    span = ghost.span
    return any(one.span == span and one.code_id == ghost.code_id for one in own.meeting(span.start, span.start + 1))
