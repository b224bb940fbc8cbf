"""The command row: what was done or refused. It grows where a sentence needs more rows, so that its end is read too."""

from textual.strip import Strip
from textual.widget import Widget

from workbench.tui.drawing import Line, flowed, strip_of
from workbench.tui.looks import Palette

MOST_ROWS = 3
# Between words that are not to be parted by the end of a row.
TIE = "\N{NO-BREAK SPACE}"


class Said(Widget):
    """One row of parts, up to `most` where the words need them; the room changes it by `show`."""

    DEFAULT_CSS = "Said { height: 1; width: 1fr; }"

    def __init__(self, palette: Palette, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.palette = palette
        self._line: Line = ()
        self._whole = False
        self._most = MOST_ROWS

    def show(self, line: Line, whole: bool = True, most: int = MOST_ROWS) -> None:
        """Show parts; `whole` lets the row grow to `most` rows, else what is too long is cut."""
        if (line, whole, most) != (self._line, self._whole, self._most):
            self._line, self._whole, self._most = line, whole, most
            self._fit()
            self.refresh()

    @property
    def text(self) -> str:
        """What is said, for tests and copying."""
        return "".join(text for text, _ in self._line)

    def _rows(self, width: int) -> list[Line]:
        if not self._whole or width < 2:
            return [[(" ", ""), *self._line]]
        flow = flowed(self._line, width - 2)
        rows: list[Line] = [[(" ", ""), *((text.replace(TIE, " "), look) for text, look in row)] for row in flow]
        if len(rows) > self._most:
            # The last row is drawn cut, with an ellipsis: it takes all that is left.
            rest = [part for row in rows[self._most - 1 :] for part in ((" ", ""), *row[1:])]
            rows = [*rows[: self._most - 1], rest]
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
