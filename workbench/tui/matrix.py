"""A table one walks through cell by cell: names of rows and columns stay in sight, only what is seen is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from workbench.tui.drawing import Line, Part, cut, strip_of, style_of, wrapped
from workbench.tui.looks import Palette

_GAP = 1
_LEAST_CELL, _MOST_CELL = 6, 13
_KEPT = 300
# Names of columns take so much at most, and are looked at only where there are few.
_MOST_NAME, _FEW = 20, 30


@dataclass(frozen=True, slots=True)
class Grid:
    """What a matrix shows: `row_name` (indented as it should be), `column_name`, `cell`, and `whole` of a row.

    Cells hold numbers and blocks, each character one cell wide; `cell_width` is what the widest of them needs.
    `whole_title` stands over the wholes.
    """

    rows: int
    columns: int
    row_name: Callable[[int], str]
    column_name: Callable[[int], str]
    cell: Callable[[int, int], Part]
    whole: Callable[[int], Part]
    whole_title: str
    cell_width: int


class Matrix(Widget, can_focus=True):
    """Shows a grid; `rows` may stand in another order than the grid's."""

    DEFAULT_CSS = "Matrix { height: 1fr; width: 1fr; }"
    ALLOW_SELECT = False

    class Moved(Message):
        """Another cell became current."""

    class Chosen(Message):
        """A cell was double-clicked."""

    def __init__(self, palette: Palette, *, empty: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.palette = palette
        self.empty = empty
        self.grid: Grid | None = None
        self._order: Sequence[int] = ()
        self._line = self._column = 0
        self._top = self._left = 0
        self._longest = 0
        # Cells on the screen: the whole width, names, a cell with its gap; columns and rows that are seen.
        self._width, self._name, self._cell, self._across, self._seen = 0, 12, _LEAST_CELL, 1, 1
        self._drawn: dict[tuple[int, int, int], Strip] = {}

    # What is shown

    def show(self, grid: Grid | None, order: Sequence[int] = (), row: int = 0, column: int = 0) -> None:
        """Show a grid with its rows in `order` (each of them once); `row` and `column` become current."""
        self.grid, self._order = grid, order
        line = order.index(row) if row in order else 0
        self._line = max(0, min(line, len(order) - 1))
        self._column = max(0, min(column, (grid.columns if grid else 0) - 1))
        self._top = self._left = 0
        few = range(min(grid.columns, _FEW)) if grid else ()
        self._longest = min(_MOST_NAME, max((cell_len(grid.column_name(one)) for one in few), default=0) if grid else 0)
        self._lay_out()
        self.refresh()
        self.post_message(self.Moved())

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.palette = palette
        self._drawn.clear()
        self.refresh()

    @property
    def row(self) -> int:
        """The current row of the grid, or -1."""
        return self._order[self._line] if self._order else -1

    @property
    def column(self) -> int:
        """The current column, or -1."""
        return self._column if self.grid and self.grid.columns else -1

    def _lay_out(self) -> None:
        """Work out the sizes once: a widget's own size is dear to ask for in every cell."""
        width, height = self.size
        self._width, self._seen = width, max(1, height - 1)
        self._name = max(12, min(34, width * 2 // 5))
        grid = self.grid
        least = max(_LEAST_CELL, min(_MOST_CELL, grid.cell_width)) + _GAP if grid else _LEAST_CELL + _GAP
        # Where all columns are in sight their names may have what is left over.
        room = (width - self._name - 1) // ((grid.columns if grid else 0) + 1)
        self._cell = max(least, min(self._longest + _GAP, room))
        self._across = max(1, (width - self._name - self._cell - 1) // self._cell)
        self._drawn.clear()
        if height:
            self._reveal()

    # Moving

    def move(self, step: int) -> None:
        """Move by rows."""
        self._go(self._line + step, self._column)

    def move_across(self, step: int) -> None:
        """Move by columns."""
        self._go(self._line, self._column + step)

    def page(self, step: int) -> None:
        """Move a screenful of rows."""
        self.move(step * max(1, self._seen - 1))

    def go(self, index: int, direction: int = 1) -> None:
        """Move to a row (-1: the last)."""
        self._go(len(self._order) - 1 if index < 0 else index, self._column)

    def _go(self, line: int, column: int) -> None:
        if self.grid is None or not self._order:
            return
        line = max(0, min(line, len(self._order) - 1))
        column = max(0, min(column, self.grid.columns - 1))
        if (line, column) == (self._line, self._column):
            return
        before = self._line
        across = column != self._column
        self._line, self._column = line, column
        if self._reveal():
            self.refresh()
        else:
            self._refresh_lines(before, line, head=across)
        self.post_message(self.Moved())

    def _reveal(self) -> bool:
        """Bring the current cell into sight; return whether anything scrolled."""
        before = (self._top, self._left)
        self._top = max(self._line - self._seen + 1, min(self._top, self._line))
        self._left = max(self._column - self._across + 1, min(self._left, self._column), 0)
        return before != (self._top, self._left)

    def _refresh_lines(self, *lines: int, head: bool) -> None:
        for line in (*lines, self._top - 1) if head else lines:
            self.refresh(Region(0, line - self._top + 1, self._width, 1))

    def on_resize(self) -> None:
        """Draw anew at the new size."""
        self._lay_out()
        self.refresh()

    def on_focus(self) -> None:
        """Show which cell is current."""
        self._drawn.clear()
        self.refresh()

    def on_blur(self) -> None:
        """Show the current cell fainter."""
        self._drawn.clear()
        self.refresh()

    def on_mouse_scroll_down(self) -> None:
        """Move by the wheel."""
        self.move(3)

    def on_mouse_scroll_up(self) -> None:
        """Move by the wheel."""
        self.move(-3)

    def on_click(self, event: events.Click) -> None:
        """Make the clicked cell current; a double click chooses it."""
        across = event.x - self._name - self._cell - 1
        column = self._left + across // self._cell if across >= 0 else self._column
        if event.y >= 1 and self._top + event.y - 1 < len(self._order):
            self._go(self._top + event.y - 1, column)
            if event.chain == 2:
                self.post_message(self.Chosen())

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        if self.grid is None or not self._order:
            return self._empty_line(y)
        if y == 0:
            return strip_of(self._head(self.grid), self._width, self.palette)
        line = self._top + y - 1
        if line >= len(self._order):
            return Strip.blank(self._width, self.palette.base)
        here = self._column if line == self._line else -1
        key = (line, self._left, here)
        strip = self._drawn.get(key)
        if strip is None:
            if len(self._drawn) > _KEPT:
                self._drawn.clear()
            strip = self._drawn[key] = self._row(self.grid, self._order[line], here)
        return strip

    def _empty_line(self, y: int) -> Strip:
        lines = wrapped(self.empty, max(10, self._width - 4), "dim") if self.empty else []
        if 1 <= y <= len(lines):
            return strip_of([("  ", ""), *lines[y - 1]], self._width, self.palette)
        return Strip.blank(self._width, self.palette.base)

    def _columns(self, grid: Grid) -> range:
        return range(self._left, min(grid.columns, self._left + self._across))

    def _head(self, grid: Grid) -> Line:
        """The names of the columns in sight, and how many there are on either side."""
        columns = self._columns(grid)
        after = grid.columns - columns.stop
        sides = "  ".join((f"◂{columns.start}" if columns.start else "", f"{after}▸" if after else "")).strip()
        parts: list[Part] = [(f" {cut(sides, self._name - 1)}", "dim")]
        parts.append((cut(grid.whole_title, self._cell, right=True) + " " * _GAP, "dim"))
        for column in columns:
            look = "accent" if column == self._column else "strong"
            parts.append((cut(grid.column_name(column), self._cell - _GAP, right=True) + " " * _GAP, look))
        return parts

    def _row(self, grid: Grid, row: int, here: int) -> Strip:
        mark: Part = ("▌", "accent") if here >= 0 else (" ", "")
        name = grid.row_name(row)
        blanks = name[: len(name) - len(name.lstrip())]
        shown = blanks + cut(name, self._name - 1 - len(blanks))
        whole, look = grid.whole(row)
        parts: list[Part] = [mark, (shown, "strong" if here >= 0 else "")]
        parts.append((cut(whole, self._cell, right=True) + " " * _GAP, look))
        segments = list(strip_of(parts, min(self._width, self._name + self._cell + 1), self.palette))
        current = self.palette.caret if self.has_focus else self.palette.selected
        styles = {look: style_of(look, self.palette) for look in ("", "dim", "warn")}
        size = self._cell - _GAP
        for column in self._columns(grid):
            text, look = grid.cell(row, column)
            style = styles.get(look) or style_of(look, self.palette)
            # As it is, blanks at the end too: they keep numbers in line.
            segments.append(Segment(f"{text:>{size}}"[:size], style + current if column == here else style))
            segments.append(Segment(" " * _GAP, self.palette.base))
        return Strip(segments).adjust_cell_length(self._width, self.palette.base)
