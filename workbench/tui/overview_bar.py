"""The column beside the transcript: a scrollbar, in whose cells stands where in the text things are."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from workbench.tui.looks import Palette
from workbench.tui.overview import LEVELS, PLAIN_LEVELS, window
from workbench.tui.signs import PlainSigns

_SEEN = Style(bold=True)


class OverviewBar(ScrollBar):
    """A scrollbar that can show levels from 0 to 7, one a row; the rows in sight stand on another ground.

    Drawn apart from the rows of the text: a caret that moves draws nothing here, a scroll only where the window's
    place comes to another cell.
    """

    levels: Sequence[int] | None = None
    colour = ""
    palette: Palette | None = None

    def show(self, levels: Sequence[int] | None, colour: str, palette: Palette) -> None:
        """Show levels, in a code's colour or (``) in that of words; None makes it a scrollbar as any."""
        now = (levels, colour, palette)
        if now != (self.levels, self.colour, self.palette):
            self.levels, self.colour, self.palette = now
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of a region of the column."""
        levels, palette = self.levels, self.palette
        if levels is None or palette is None:
            return super().render_lines(crop)
        filters = self.get_line_filters()
        # The filter would make one sign of several levels; and half a cell turned round looks like another half.
        plain = PLAIN_LEVELS if any(isinstance(one, PlainSigns) for one in filters) else LEVELS
        shown = plain, PLAIN_LEVELS if palette.plain or palette.few else plain
        first, after = window(int(self.position), self.size.height, int(self.window_virtual_size))
        style = palette.base + (palette.label(self.colour) if self.colour else palette.looks["title"])
        styles = (style, style + palette.selected + _SEEN)
        background = Color.parse(palette.background)
        made: dict[tuple[int, bool], Strip] = {}
        strips: list[Strip] = []
        for y in crop.line_range:
            key = levels[y] if y < len(levels) else 0, first <= y < after and after - first < self.size.height
            if key not in made:
                strip = Strip([Segment(shown[key[1]][key[0]] * crop.width, styles[key[1]])])
                for one in filters:
                    strip = strip.apply_filter(one, background)
                made[key] = strip
            strips.append(made[key])
        return strips

    def go_to(self, cell: int) -> None:
        """Scroll so that a cell's part of the text stands in the middle of the window."""
        view = self.parent
        rows, height = int(self.window_virtual_size), max(1, self.size.height)
        if self.levels is not None and view is not None and rows > height:
            middle = (2 * cell + 1) * rows // (2 * height)
            view.scroll_to(y=max(0, middle - height // 2), animate=False, force=True)  # type: ignore[attr-defined]
            self.position = view.scroll_y  # type: ignore[attr-defined]

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        if self.levels is not None:
            first, after = window(int(self.position), self.size.height, int(self.window_virtual_size))
            if not first <= event.y < after:
                self.go_to(event.y)
            # From here on it is dragged as any scrollbar.
            self.capture_mouse()
