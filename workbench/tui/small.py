"""Windows under 80×24: a sentence in the place of a broken screen, and a way to go on all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from workbench import commands
from workbench.tui.drawing import strip_of, wrapped
from workbench.tui.looks import Palette
from workbench.words import say

if TYPE_CHECKING:
    from workbench.tui.room import Room

LEAST = Size(80, 24)
_ON = "enter"


class Cover(Widget):
    """Lies over the whole room and says how large it should be."""

    DEFAULT_CSS = "Cover { layer: over; dock: top; width: 100%; height: 100%; }"

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.palette = palette

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        width, height = self.size
        leave = commands.key_of("app.leave")
        lines = [
            *wrapped(say("small.words", columns=width, rows=height), max(8, width - 2), "warn"),
            *wrapped(say("small.on", key=_ON, leave=leave), max(8, width - 2), "dim"),
        ]
        above = max(0, (height - len(lines)) // 2)
        line = lines[y - above] if 0 <= y - above < len(lines) else []
        return strip_of([(" ", ""), *line], width, self.palette)


class SmallWindow:
    """What the app does about a window that is too small."""

    _accepted: Size | None = None

    if TYPE_CHECKING:
        # Given by the app.
        palette: Palette

        @property
        def room(self) -> Room | None:
            """The room on the screen, or None."""
            ...

    def fit(self, room: Room, size: Size) -> None:
        """Cover a room whose window is too small, unless one goes on at about this size; else take the cover away."""
        small = size.width < LEAST.width or size.height < LEAST.height
        if not small:
            self._accepted = None
        least = self._accepted
        covered = small and (least is None or size.width < least.width or size.height < least.height)
        there = list(room.query(Cover))
        if covered and not there:
            room.mount(Cover(self.palette))
        elif not covered:
            for one in there:
                one.remove()

    def covered_takes(self, event: events.Key) -> bool:
        """Tell whether the room is covered, so that no key reaches what is not seen; two do something."""
        room = self.room
        if (
            room is None
            or not any(isinstance(one, Cover) for one in room.children)
            or event.key in commands.keys_of("app.leave")
        ):
            return False
        if event.key == _ON:
            self._accepted = room.size
            self.fit(room, room.size)
        return True
