"""Searching for words one reads, and coming back to the very place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.app import Desk
    from workbench.tui.room import Room


class Searching:
    """What the app does when a room sends one to the search, and the search to a hit."""

    _came_from: str

    if TYPE_CHECKING:
        # Given by the app.
        desk: Desk

        def go(self, room: str) -> Room:
            """Enter a room."""
            ...

        def open_transcript(self, transcript_id: int, offset: int | None = None) -> None:
            """Go to the coding room with a transcript."""
            ...

        def _aside(self, room: str) -> Room: ...

    def search_from_here(self, text: str) -> None:
        """Search for words of the transcript that is open; esc comes back."""
        from workbench.tui.screens.search import Place, Search

        place = Place(self.desk.transcript, self.desk.caret, self._came_from)
        room = self.go("search")
        assert isinstance(room, Search)
        room.begin(text, place)

    def return_to(self, transcript_id: int, caret: int, came_from: str) -> None:
        """Go back to a place in a transcript, and to what one had come from there."""
        self.open_transcript(transcript_id, caret)
        self._came_from = came_from

    def visit(self, room: str, wanted: int = 0) -> None:
        """Enter a room from which esc comes back here, and go to the code, theme or person of this id."""
        entered = self._aside(room)
        entered.call_after_refresh(_go_to, entered, wanted)


def _go_to(room: Room, wanted: int) -> None:
    ledger = room.main_ledger()
    for at, item in enumerate(() if ledger is None else ledger.items):
        held = (item, getattr(item, "theme", None), getattr(item, "code", None))
        if ledger is not None and any(getattr(one, "id", 0) == wanted for one in held):
            ledger.go(at)
            return
