"""Going to another room for a moment, and coming back to the very place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.study.history import ActFilter, Thing
    from workbench.tui.app import Desk
    from workbench.tui.room import Room


class Asides:
    """What the app does when a room sends one to a search, a hit, a life or a replay."""

    _came_from: str
    # Rooms left for a moment, each with where it was come from.
    _left: list[tuple[str, str]]

    if TYPE_CHECKING:
        # Given by the app.
        desk: Desk

        def go(self, room: str) -> Room:
            """Enter a room."""
            ...

        def open_transcript(self, transcript_id: int, offset: int | None = None) -> None:
            """Go to the coding room with a transcript."""
            ...

    def _aside(self, room: str) -> Room:
        left = [*self._left, (self.desk.room, self._came_from)]
        entered = self.go(room)
        self._left = left
        return entered

    def open_life(self, thing: Thing) -> None:
        """Show the life of a thing; esc comes back here."""
        from workbench.tui.screens.life import Life

        room = self._aside("life")
        assert isinstance(room, Life)
        room.show_thing(thing)

    def open_replay(self, wanted: ActFilter) -> None:
        """Replay the acts that a filter wants; esc comes back here."""
        from workbench.tui.screens.replay import ReplayRoom

        room = self._aside("replay")
        assert isinstance(room, ReplayRoom)
        room.begin(wanted)

    def open_repairs(self, transcript_id: int) -> None:
        """Show what was repaired in a transcript; esc comes back here."""
        from workbench.tui.screens.repairs import RepairsRoom

        room = self._aside("repairs")
        assert isinstance(room, RepairsRoom)
        room.show_text(transcript_id)

    def visit(self, room: str, wanted: int = 0) -> None:
        """Enter a room from which esc comes back here, and go to the code, theme or person of this id."""
        entered = self._aside(room)
        entered.call_after_refresh(_go_to, entered, wanted)

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


def _go_to(room: Room, wanted: int) -> None:
    ledger = room.main_ledger()
    for at, item in enumerate(() if ledger is None else ledger.items):
        held = (item, getattr(item, "theme", None), getattr(item, "code", None))
        if ledger is not None and any(getattr(one, "id", 0) == wanted for one in held):
            ledger.go(at)
            return
