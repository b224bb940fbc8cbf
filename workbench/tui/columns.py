"""Rows in columns that fit the width: the first column is the most important, the last gives way first."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.strip import Strip

from workbench.tui.drawing import Line, OneLine, Part, cut, strip_of
from workbench.tui.looks import Palette
from workbench.tui.page import drawn

_GAP = 2
_LEAST = 4
_READABLE = 12


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, whether it stands to the right, and the most cells it takes."""

    title: str
    right: bool = False
    most: int = 32


class Columns:
    """Which columns a table of `rows` shows, and how wide each is at a width."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        """Measure the cells; each row has one text a column."""
        self.columns = columns
        self._needed = [
            min(column.most, max((cell_len(drawn(row[at])) for row in rows), default=0))
            for at, column in enumerate(columns)
        ]
        self._needed = [max(_LEAST, cell_len(c.title), n) for c, n in zip(columns, self._needed, strict=True)]
        self._width = -1
        self._sizes: list[int] = []

    def sizes(self, width: int) -> list[int]:
        """Return the cells of each column shown; columns that do not fit are left out from the end."""
        if width != self._width:
            self._width, self._sizes = width, []
            left = width
            for column, needed in zip(self.columns, self._needed, strict=True):
                if left < (needed if column.right else min(needed, _READABLE)) and self._sizes:
                    break
                self._sizes.append(max(1, min(needed, left)))
                left -= self._sizes[-1] + _GAP
        return self._sizes

    def head(self, width: int) -> list[Part]:
        """Return the headings, and how many columns are not shown."""
        titles = [column.title for column in self.columns]
        parts = self.line(titles, width, ["dim"] * len(titles))
        hidden = len(self.columns) - len(self.sizes(width))
        return [*parts, (f" +{hidden}", "dim")] if hidden else parts

    def line(self, row: Sequence[str], width: int, looks: Sequence[str] = ()) -> list[Part]:
        """Return one row; `looks` are those of the columns, from the first."""
        parts: list[Part] = []
        for at, size in enumerate(self.sizes(width)):
            gap = " " * _GAP if at else ""
            look = looks[at] if at < len(looks) else ""
            parts.append((gap + cut(row[at], size, self.columns[at].right), look))
        return parts


class Headings(OneLine):
    """The row of headings above a list."""

    def __init__(self, palette: Palette, *, id: str | None = None) -> None:
        super().__init__(palette, id=id)
        self._columns = Columns((), ())

    def of(self, columns: Columns) -> None:
        """Show the headings of a table."""
        self._columns = columns
        self.refresh()

    @property
    def text(self) -> str:
        """What stands there."""
        return "".join(text for text, _ in self._columns.head(table_width(self.size.width)))

    def render_line(self, y: int) -> Strip:
        """Draw the headings where the columns stand."""
        line: Line = [(" ", ""), *self._columns.head(table_width(self.size.width))]
        return strip_of(line, self.size.width, self.palette)


def table_width(width: int) -> int:
    """Return what a list of `width` cells leaves for columns beside its mark and its scrollbar."""
    return max(_LEAST, width - 2)
