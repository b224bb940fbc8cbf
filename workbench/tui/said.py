"""The command row: what was done or refused. It grows where a sentence needs more rows, so that its end is read too."""

from textual.strip import Strip
from textual.widget import Widget

from workbench.tui.drawing import Line, flowed, strip_of
from workbench.tui.looks import Palette

MOST_ROWS = 3


class Said(Widget):
    """One row of parts, up to three where the words need them; the room changes it by `show`."""

    DEFAULT_CSS = "Said { height: 1; width: 1fr; }"

    def __init__(self, palette: Palette, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.palette = palette
        self._line: Line = ()
        self._whole = False

    def show(self, line: Line, whole: bool = True) -> None:
        """Show parts; `whole` lets the row grow, else what is too long is cut."""
        if (line, whole) != (self._line, self._whole):
            self._line, self._whole = line, whole
            self._fit()
            self.refresh()

    @property
    def text(self) -> str:
        """What is said, for tests and copying."""
        return "".join(text for text, _ in self._line)

    def _rows(self, width: int) -> list[Line]:
        if not self._whole or width < 2:
            return [[(" ", ""), *self._line]]
        rows: list[Line] = [[(" ", ""), *row] for row in flowed(self._line, width - 2)]
        if len(rows) > MOST_ROWS:
            # The last row is drawn cut, with an ellipsis: it takes all that is left.
            rest = [part for row in rows[MOST_ROWS - 1 :] for part in ((" ", ""), *row[1:])]
            rows = [*rows[: MOST_ROWS - 1], rest]
        return rows

    def _fit(self) -> None:
        wanted = len(self._rows(self.size.width))
        if self.styles.height is None or self.styles.height.value != wanted:
            self.styles.height = wanted

    def on_resize(self) -> None:
        """Flow anew at the new width."""
        self._fit()

    def render_line(self, y: int) -> Strip:
        """Draw one of the rows."""
        rows = self._rows(self.size.width)
        return strip_of(rows[y] if y < len(rows) else (), self.size.width, self.palette)
