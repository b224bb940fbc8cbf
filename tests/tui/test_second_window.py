"""A window that only reads, beside another process that writes: it sees it live, and takes its place."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from seat import WIDE, Seat

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from other_window import OtherWindow

from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.tui import second_window, telling
from workbench.tui.app import WorkbenchApp
from workbench.tui.ledger import Ledger
from workbench.tui.room import Room
from workbench.tui.screens.coding import Coding

Journey = Callable[[Seat, OtherWindow], Awaitable[None]]
Watch = Callable[..., None]


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_window, "_LOOK_SECONDS", 0.02)


@pytest.fixture
def other(study_folder: Path) -> Iterator[OtherWindow]:
    with OtherWindow(study_folder) as window:
        window.done("open")
        yield window


@pytest.fixture
def watch(study_folder: Path, other: OtherWindow) -> Watch:
    """`watch(room, journey)`: sit before the window that reads, while the other one writes."""

    def run(room: str, journey: Journey, *, only_reads: bool = False, size: tuple[int, int] = WIDE) -> None:
        async def sit() -> None:
            with StudyFile.open(study_folder, read_only=True, coder="Anna") as study:
                app = WorkbenchApp(study, room)
                app.only_reads = only_reads
                async with app.run_test(size=size) as pilot:
                    await pilot.pause()
                    await journey(Seat(app, pilot), other)

        asyncio.run(sit())

    return run


def test_what_the_other_does_is_seen_and_said(watch: Watch) -> None:
    async def journey(seat: Seat, other: OtherWindow) -> None:
        await seat.see("READING ONLY")
        other.done("code Regn")
        await seat.see("Kari: added the code «Regn»")
        await seat.see("5 codes")
        other.done("undo")
        await seat.see("Kari: took back: added the code «Regn»")
        await seat.see("4 codes")
        other.done("redo", "import P04")
        await seat.see("4 transcripts")
        # What one does oneself comes first: the row is free again with the next key.
        await seat.press("escape")
        await seat.until(lambda: "Kari" not in seat.told)

    watch("home", journey)


def test_lists_keep_their_place(watch: Watch) -> None:
    async def journey(seat: Seat, other: OtherWindow) -> None:
        await seat.press("j", "j", "j")
        ledger = seat.room.query_one("#table, #tree", Ledger)
        before = ledger.current
        assert before is not None
        other.done("code Alder", "code Ro", "undo")
        await seat.see("Alder")
        assert ledger.current == before and seat.app.focused is ledger

    watch("codebook", journey)


def test_a_selection_outlives_what_the_other_does(watch: Watch) -> None:
    async def journey(seat: Seat, other: OtherWindow) -> None:
        place = seat.study.live("transcript", name="P02")[0]["id"]
        seat.app.open_transcript(place, 30)
        await seat.until(lambda: isinstance(seat.app.screen, Coding) and seat.app.screen.is_mounted)
        await seat.see("ringte meg")
        await seat.press("v", "w", "w")
        room = seat.room
        assert isinstance(room, Coding)
        before = room.view.caret, room.view.selection, room.view.scroll_offset
        assert before[1] is not None
        other.done("import P04", "code Regn")
        await seat.see("Kari: added the code «Regn»")
        assert (room.view.caret, room.view.selection, room.view.scroll_offset) == before
        await seat.press("c")
        await seat.until(lambda: seat.room.asking)
        await seat.type("Regn")
        await seat.see("Regn")

    watch("home", journey)


def test_a_transcript_that_the_other_takes_away_under_ones_eyes(watch: Watch) -> None:
    async def journey(seat: Seat, other: OtherWindow) -> None:
        seat.app.open_transcript(seat.study.live("transcript", name="P02")[0]["id"], 30)
        await seat.until(lambda: isinstance(seat.app.screen, Coding) and seat.app.screen.is_mounted)
        await seat.see("ringte meg")
        other.done("remove P02")
        await seat.see("Kari: removed P02")
        # As after an own act: the transcript that is left is shown.
        await seat.see("P01")
        await seat.press("w", "R")
        await seat.see("open for reading only")
        other.done("undo")
        await seat.press("w")
        await seat.see("Kari: took back: removed P02")

    watch("home", journey)


def test_nothing_moves_under_an_open_question(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(seat: Seat, other: OtherWindow) -> None:
        await seat.press("a")
        await seat.see("Name of the new code")
        read: list[int] = []
        monkeypatch.setattr(type(seat.room), "reload", lambda _: read.append(1))
        other.done("code Regn")
        await seat.type("Vind")
        await seat.pilot.pause(0.2)
        assert seat.room.asking and not read and "Kari" not in seat.text
        monkeypatch.undo()
        await seat.press("escape")
        await seat.until(lambda: not seat.room.asking)
        await seat.see("Regn")

    watch("codebook", journey)


def test_what_was_just_said_is_not_talked_over(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(seat: Seat, other: OtherWindow) -> None:
        await seat.press("u")
        await seat.see("reading only")
        said = seat.told
        other.done("code Regn")
        await seat.see("5 codes")
        assert seat.told == said
        monkeypatch.setattr(telling, "_READ_SECONDS", 0.0)
        await seat.see("Kari: added the code «Regn»")

    watch("home", journey)


def test_much_at_once_is_read_once(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(seat: Seat, other: OtherWindow) -> None:
        read: list[int] = []
        real = Room.refresh_room
        seat.room.choose("?", [], lambda *_: None)
        await seat.until(lambda: seat.room.asking)
        other.done("many 40")
        monkeypatch.setattr(Room, "refresh_room", lambda room: (read.append(1), real(room))[1])
        await seat.press("escape")
        await seat.see("Kari: added the code «Kode 39» · and 39 before that")
        assert len(read) == 1

    watch("home", journey)


def test_the_place_of_the_other_is_taken(watch: Watch) -> None:
    async def journey(seat: Seat, other: OtherWindow) -> None:
        await seat.see("W Write here")
        await seat.press("W")
        await seat.see(f"open in another workbench (process {other.pid}")
        assert "READING ONLY" in seat.text
        other.done("code Regn", "close")
        await seat.press("W")
        await seat.see("You can write here now.")
        await seat.see("Regn")
        assert "READING ONLY" not in seat.text and "Write here" not in seat.text
        await seat.press("a")
        await seat.see("Name of the new code")
        await seat.type("Vind")
        await seat.press("enter")
        await seat.see("Where does «Vind» belong?")
        await seat.press("enter", "enter")
        await seat.until(lambda: seat.study.live("code", name="Vind"))
        await seat.press("W")
        assert seat.told == "This window can write already."
        assert "open in another workbench" in other.do("open")

    watch("codebook", journey)


def test_a_window_that_was_to_change_nothing_takes_no_place(watch: Watch) -> None:
    async def journey(seat: Seat, other: OtherWindow) -> None:
        other.done("close")
        await seat.press("W")
        await seat.see("opened with --read-only")
        assert seat.study.read_only

    watch("home", journey, only_reads=True)


def test_a_study_that_went_away_is_said_once(watch: Watch, study_folder: Path) -> None:
    async def journey(seat: Seat, other: OtherWindow) -> None:
        other.done("close")
        (study_folder / FILE_NAME).rename(study_folder / "away")
        await seat.see("is no longer there")
        await seat.press("escape")
        await seat.pilot.pause(0.2)
        assert "is no longer there" not in seat.text
        (study_folder / "away").rename(study_folder / FILE_NAME)
        other.done("open", "code Regn")
        await seat.see("Kari: added the code «Regn»")

    watch("home", journey)


def test_own_window_costs_nothing(play: Callable[..., None], study_folder: Path) -> None:
    async def journey(seat: Seat) -> None:
        assert seat.app._timer is None

    play(study_folder, "home", journey)
