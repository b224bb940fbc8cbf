"""From a thing in hand to its life in the history, alike in every room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.study.history import Thing
from workbench.words import say

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class HasLives:
    """Command `life.open`; a room says by `thing` what is in hand."""

    if TYPE_CHECKING:
        # Given by the room.
        @property
        def workbench(self) -> WorkbenchApp:
            """The app."""
            ...

        def tell(self, words: str, look: str = "") -> None:
            """Say something in the command row."""
            ...

    def thing(self) -> Thing | None:
        """Return what is in hand and has a life in the history, or None."""
        return None

    def do_life_open(self) -> None:
        """Show the life of what is in hand."""
        thing = self.thing()
        if thing is None:
            self.tell(say("lacking.item"), "warn")
        else:
            self.workbench.open_life(thing)
