"""What stands beside the text at a passage: its bracket, and its name where it begins."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment

from workbench.tui.drawing import cut
from workbench.tui.looks import Palette
from workbench.tui.marks import LaneCell, Passage
from workbench.tui.page import drawn


def bracket(cell: LaneCell) -> str:
    """Return the sign of a passage on a row."""
    if cell.first and cell.last:
        return "╺"
    return "┏" if cell.first else "┗" if cell.last else "┃"


def labels(starting: Sequence[Passage], width: int, palette: Palette) -> list[Segment]:
    """Return the name of the passage that begins on a row, or the sigils of several, on `width` cells."""
    base = palette.base
    if not width:
        return []
    if len(starting) == 1 and (width >= 10 or cell_len(drawn(starting[0].name)) <= width):
        passage = starting[0]
        tail = ("*" if passage.memo else "") + (" ❞" if passage.picked else "")
        if width < 14 and cell_len(drawn(passage.name) + tail) > width:
            tail = ""
        name = cut(passage.name, min(cell_len(drawn(passage.name)), width - len(tail))) + tail
        return [Segment(cut(name, width), base + palette.label(passage.colour))]
    segments: list[Segment] = []
    room = width
    for passage in starting:
        sign = drawn(passage.sigil) + " "
        if cell_len(sign) <= room:
            segments.append(Segment(sign, base + palette.label(passage.colour)))
            room -= cell_len(sign)
    return [*segments, Segment(" " * room, base)]
