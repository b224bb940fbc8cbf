"""Pulling a border of a passage by the end of its bracket: which end, and how far. Pure."""

from dataclasses import dataclass

from workbench.tui.marks import LaneCell, Passage


@dataclass(slots=True)
class Pull:
    """A bracket that was taken hold of; `start` tells which end, None while a bracket of one row leaves it open."""

    passage: Passage
    row: int
    start: bool | None
    moved: bool = False

    def by_row(self, row: int) -> bool:
        """Learn which end is meant from the row it is pulled to; return False while it is still where it was taken."""
        if not self.moved and row == self.row:
            return False
        if self.start is None:
            self.start = row < self.row
        return True

    def to(self, offset: int) -> tuple[int, int]:
        """Return the end that stays and the one that goes to `offset`: the one taken, else the nearer of the two."""
        span = self.passage.span
        if self.start is None:
            self.start = abs(offset - span.start) <= abs(offset - (span.end - 1))
        self.moved = True
        return (span.end - 1 if self.start else span.start), offset


def taken(cell: LaneCell, row: int) -> Pull | None:
    """Return the hold on a bracket by one of its rows, or None where that is neither its first nor its last."""
    if cell.first and cell.last:
        return Pull(cell.passage, row, None)
    return Pull(cell.passage, row, cell.first) if cell.first or cell.last else None
