"""Keys typed on the way to a room belong to that room: they wait until it can take them, in their order."""

from pathlib import Path

from seat import Play, Seat
from textual import events
from textual.widgets import Input

from workbench.acts import history
from workbench.tui.ledger import Ledger


def typed(seat: Seat, *keys: str) -> None:
    """Press keys in one burst, as a line that was slow delivers them."""
    for key in keys:
        seat.app.post_message(events.Key(key, " " if key == "space" else key if len(key) == 1 else None))


def test_words_typed_at_once_are_searched(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        before = history.lines(seat.study)
        typed(seat, "g", "f", *"hun", "space", *"ventet")
        await seat.until(lambda: seat.room.ROOM == "search" and seat.room.query("#search-field"), "for the field")
        await seat.until(lambda: seat.room.query_one("#search-field", Input).value == "hun ventet", "for the words")
        # u would have taken something back.
        assert history.lines(seat.study) == before

    play(study_folder, "home", journey)


def test_through_several_rooms_in_one_burst(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        typed(seat, "g", "c", "j", "g", "h", "g", "l", "j", "j")
        await seat.until(lambda: seat.room.ROOM == "transcripts", "for the transcripts")
        await seat.until(lambda: seat.room.query(Ledger).first().index == 2, "for the third")
        typed(seat, "g", "c")
        await seat.until(lambda: seat.room.ROOM == "codebook", "for the codebook")
        assert seat.room.query_one("#tree", Ledger).index == 1

    play(study_folder, "home", journey)


def test_leaving_waits_for_no_room(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        typed(seat, "g", "c", "ctrl+q", "g", "h")
        await seat.until(lambda: seat.app.return_value == 0, "to leave")

    play(study_folder, "home", journey)
