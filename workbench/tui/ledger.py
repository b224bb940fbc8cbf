"""A list of any length that draws only what is seen: items of a fixed height, one of them current."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from textual import events
from textual.containers import Vertical
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from workbench.tui.drawing import Line, strip_of
from workbench.tui.jumping import HasLetters
from workbench.tui.looks import Palette
from workbench.tui.rows import OwnRows
from workbench.words import say

Draw = Callable[[Any, int], Sequence[Line]]
_KEPT = 400


def _never(_: Any) -> bool:
    return False


class Ledger(OwnRows, can_focus=True, inherit_bindings=False):
    """Shows items through `draw(item, width)`, which gives at most `item_height` lines."""

    ALLOW_SELECT = False

    class Moved(Message):
        """Another item became current."""

        def __init__(self, ledger: "Ledger") -> None:
            super().__init__()
            self.ledger = ledger

        @property
        def control(self) -> "Ledger":
            """The ledger that moved."""
            return self.ledger

    class Chosen(Moved):
        """An item was double-clicked."""

    def __init__(
        self,
        palette: Palette,
        draw: Draw,
        item_height: int = 1,
        *,
        empty: str = "",
        heading: Callable[[Any], bool] | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Draw items `item_height` rows high; `heading` tells items that cannot be current; `empty` says what to do."""
        super().__init__(id=id, classes=classes)
        self.palette = palette
        self._draw = draw
        self._height = item_height
        self.empty = empty
        self._heading: Callable[[Any], bool] = heading or _never
        self.items: Sequence[Any] = ()
        self.index = -1
        self._kept: OrderedDict[tuple[int, bool, int], list[Strip]] = OrderedDict()

    def set_items(self, items: Sequence[Any], index: int | None = None) -> None:
        """Show other items; the place in the list is kept unless `index` is given."""
        self.items = items
        self._kept.clear()
        wanted = self.index if index is None else index
        self.index = self._settle(max(0, min(wanted, len(items) - 1)), 1)
        self.set_length(len(items) * self._height)
        self._reveal()
        self.refresh()
        self.post_message(self.Moved(self))

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.palette = palette
        self._kept.clear()
        self.refresh()

    def _settle(self, index: int, direction: int) -> int:
        """Return the nearest index that is no heading, first in `direction`, or -1."""
        for step in (direction, -direction):
            at = index
            while 0 <= at < len(self.items):
                if not self._heading(self.items[at]):
                    return at
                at += step
        return -1

    @property
    def current(self) -> Any:
        """The current item, or None."""
        return self.items[self.index] if 0 <= self.index < len(self.items) else None

    def move(self, step: int) -> None:
        """Make another item current, `step` items on."""
        if self.items:
            self.go(max(0, min(len(self.items) - 1, self.index + step)), 1 if step > 0 else -1)

    def page(self, step: int) -> None:
        """Move a screenful."""
        self.move(step * max(1, self.size.height // self._height - 1))

    def go(self, index: int, direction: int = 1) -> None:
        """Make the item at `index` current (-1: the last)."""
        if not self.items:
            return
        wanted = self._settle(len(self.items) - 1 if index < 0 else index, direction)
        if wanted != self.index:
            old, self.index = self.index, wanted
            if not self._reveal():
                self._refresh_items(old, wanted)
            self.post_message(self.Moved(self))

    def jump_rows(self) -> Sequence[tuple[int, int]]:
        """Return the first row of each item that is seen and its place."""
        top, height = self.scroll_offset.y, self.size.height
        seen = range(-(-top // self._height), min(len(self.items), (top + height - 1) // self._height + 1))
        return [(at * self._height - top, at) for at in seen if not self._heading(self.items[at])]

    def jump_to(self, place: int) -> None:
        """Make an item current."""
        self.go(place)

    def caret_place(self) -> Offset | None:
        """Return the cell before the current item, for the terminal's own cursor."""
        row = max(0, self.index) * self._height - self.scroll_offset.y
        return self.region.offset + Offset(0, row) if 0 <= row < self.size.height else None

    def _refresh_items(self, *indexes: int) -> None:
        for index in indexes:
            self.refresh(Region(0, index * self._height - self.scroll_offset.y, self.size.width, self._height))

    def _reveal(self) -> bool:
        if self.index < 0 or not self.size.height:
            return False
        top, rows = self.scroll_offset.y, self.size.height
        first, last = self.index * self._height, (self.index + 1) * self._height - 1
        if self.index == 0 or (self.index == 1 and self._heading(self.items[0])):
            first = 0
        target = first if first < top else last - rows + 1 if last >= top + rows else top
        self.scroll_to(y=target, animate=False, force=True)
        return self.scroll_offset.y != top

    def on_resize(self) -> None:
        """Draw anew at the new width."""
        self._kept.clear()
        self.virtual_size = Size(self.size.width, len(self.items) * self._height)
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Make the clicked item current; a double click chooses it."""
        index = (self.scroll_offset.y + event.y) // self._height
        if 0 <= index < len(self.items):
            self.go(index)
            if event.chain == 2:
                self.post_message(self.Chosen(self))

    def on_focus(self) -> None:
        """Show which item is current."""
        self._refresh_items(self.index)

    def on_blur(self) -> None:
        """Show the current item fainter."""
        self._refresh_items(self.index)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        row = y + self.scroll_offset.y
        width = self.columns
        index, line = divmod(row, self._height)
        if index >= len(self.items):
            if not self.items and self.empty:
                return self._empty_line(y, width)
            return Strip.blank(width, self.palette.base)
        selected = index == self.index
        key = (index, selected, width)
        strips = self._kept.get(key)
        if strips is None:
            mark = ("▌", "accent") if selected else (" ", "")
            lines = list(self._draw(self.items[index], width - 1))[: self._height]
            lines += [[]] * (self._height - len(lines))
            strips = [strip_of([mark, *one], width, self.palette, selected) for one in lines]
            self._kept[key] = strips
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return strips[line]

    def _empty_line(self, y: int, width: int) -> Strip:
        from workbench.tui.drawing import wrapped

        lines = wrapped(self.empty, width - 4, "dim")
        if 1 <= y <= len(lines):
            return strip_of([("  ", ""), *lines[y - 1]], width, self.palette)
        return Strip.blank(width, self.palette.base)


class TextPane(HasLetters, Widget, can_focus=True):
    """A pane of lines to read; `fill` makes them for a width.

    It scrolls by itself: a ScrollView lays the whole screen out anew whenever its length changes.
    """

    ALLOW_SELECT = False
    more = "pane.more"

    def __init__(self, palette: Palette, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.palette = palette
        self._fill: Callable[[int], Sequence[Line]] = lambda _: ()
        self._lines: Sequence[Line] = ()
        self._top = 0

    def show(self, fill: Callable[[int], Sequence[Line]]) -> None:
        """Show what `fill(width)` gives, from the top."""
        self._fill = fill
        before, moved = self._lines, self._top != 0
        self._top = 0
        self._lines = fill(max(10, self.size.width - 2)) if self.size.width else ()
        if moved:
            self.refresh()
        else:
            self._refresh_changed(before)

    def _refresh_changed(self, before: Sequence[Line]) -> None:
        """Draw anew the rows that differ: most of what is beside a text stays as the caret moves."""
        height = self.size.height
        shown = max(len(before), len(self._lines))
        if shown > height:
            # The last row tells how much more there is.
            self.refresh()
            return
        differ = [row for row in range(shown) if before[row : row + 1] != self._lines[row : row + 1]]
        if differ:
            self.refresh(Region(0, differ[0], self.size.width, differ[-1] - differ[0] + 1))

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.palette = palette
        self.refresh()

    @property
    def text(self) -> str:
        """What stands there, for tests."""
        return "\n".join("".join(text for text, _ in line) for line in self._lines)

    def caret_place(self) -> Offset | None:
        """Return the first cell, for the terminal's own cursor."""
        return self.region.offset

    def allow_focus(self) -> bool:
        """Take the keys only when there is more than fits."""
        return len(self._lines) > self.size.height

    def _lay_out(self) -> None:
        self._lines = self._fill(max(10, self.size.width - 2)) if self.size.width else ()
        self.refresh()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._lay_out()
        self.move(0)

    def move(self, step: int) -> None:
        """Scroll by rows."""
        top = max(0, min(self._top + step, len(self._lines) - self.size.height))
        if top != self._top:
            self._top = top
            self.refresh()

    def page(self, step: int) -> None:
        """Scroll a screenful."""
        self.move(step * max(1, self.size.height - 2))

    def go(self, index: int, direction: int = 1) -> None:
        """Scroll to the top (0) or the end (-1)."""
        self.move(-self._top if index == 0 else len(self._lines))

    def on_mouse_scroll_down(self) -> None:
        """Scroll by the wheel."""
        self.move(3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll by the wheel."""
        self.move(-3)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen; the last one says when there is more."""
        strip = self._row(y)
        return self.lettered(y, strip) if self.letters else strip

    def _row(self, y: int) -> Strip:
        row, width, height = y + self._top, self.size.width, self.size.height
        if y == height - 1 and row < len(self._lines) - 1:
            more = say("pane.more.here" if self.has_focus else self.more, count=len(self._lines) - row)
            return strip_of([(" ", ""), (more, "accent" if self.has_focus else "dim")], width, self.palette)
        if row >= len(self._lines):
            return Strip.blank(width, self.palette.base)
        return strip_of([(" ", ""), *self._lines[row]], width, self.palette)


def docked(head: Widget, ledger: Ledger, id: str) -> Vertical:
    """Return a list under its heading that opens below or beside a text; it is hidden at first."""
    made = Vertical(head, ledger, id=id, classes="docked")
    made.display = False
    return made
