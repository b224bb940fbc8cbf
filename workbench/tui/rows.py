"""Scrolled widgets that keep their own rows ready drawn."""

from typing import cast

from textual.color import Color
from textual.geometry import Region, Size, Spacing
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.jumping import HasLetters
from workbench.tui.looks import Palette

_BARE = Spacing()


class OwnRows(HasLetters, ScrollView):
    """Hands its rows to the compositor as `render_line` keeps them.

    Textual's own way wraps every row of a scrolled widget anew, with border, padding and opacity, which this one
    has not; the same `Strip` handed over again keeps its cuts and its escape codes, so a scroll costs half.
    """

    palette: Palette
    columns = 0

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of a region of the widget."""
        # Once a frame: asked for each row it costs as much as drawing it.
        self.columns = self.scrollable_content_region.width
        if self.styles.gutter != _BARE:
            return super().render_lines(crop)
        filters = self.get_line_filters()
        background = Color.parse(self.palette.background)
        width = self.outer_size.width
        whole = crop.column_span == (0, width)
        strips: list[Strip] = []
        for y in crop.line_range:
            strip = self.render_line(y).adjust_cell_length(width, self.palette.base)
            if self.letters:
                strip = self.lettered(y, strip)
            for one in filters:
                strip = strip.apply_filter(one, background)
            strips.append(strip if whole else strip.crop(*crop.column_span))
        return strips

    def set_length(self, rows: int) -> None:
        """Be so many rows long; the whole screen is laid out anew only where the scrollbar comes or goes."""
        size, height = Size(self.size.width, rows), self.size.height
        asks = self.styles.height is None or self.styles.height.is_auto
        if asks or not height or (rows > height) != self.show_vertical_scrollbar:
            self.virtual_size = size
            return
        self.set_reactive(cast("Reactive[Size]", ScrollView.virtual_size), size)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = rows

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw the rows anew; the scrollbar only when its thumb comes to another cell, for it costs as much as they."""
        if self.show_vertical_scrollbar:
            bar = self.vertical_scrollbar
            rows, most = max(1, self.size.height), self.max_scroll_y
            cell = rows / max(1, self.virtual_size.height)
            if new_value in (0, most) or int(new_value * cell) != int(bar.position * cell):
                bar.position = int(new_value)
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)
