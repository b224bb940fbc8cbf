"""Cheap frames: a frame leaves in one piece, and what only holds other widgets draws nothing."""

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.geometry import Region, Spacing
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.driver import Driver

_BARE = Spacing()
_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"


class Across(Horizontal):
    """Panes side by side."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return no rows: the screen fills what the panes leave free."""
        return super().render_lines(crop) if _draws(self) else []


class Down(Vertical):
    """Panes one above the other."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return no rows: the screen fills what the panes leave free."""
        return super().render_lines(crop) if _draws(self) else []


def _draws(container: Horizontal | Vertical) -> bool:
    """Tell whether a container has a border or a colour; Textual would draw it in every frame all the same."""
    return container.styles.gutter != _BARE or container.styles.background.a > 0


def in_one_piece(driver: "type[Driver]") -> "type[Driver]":
    """Return a driver that hands its writer a whole frame: each piece would wake the writer's thread for itself."""

    class Whole(driver):
        _held: list[str] | None = None

        def write(self, data: str) -> None:
            if data == _BEGIN:
                self._held = []
            if self._held is None:
                super().write(data)
                return
            self._held.append(data)
            if data == _END:
                frame, self._held = "".join(self._held), None
                super().write(frame)

    return Whole
