"""Another size of the window: every room keeps its place, and one too small says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.acts import transcripts
from workbench.store.study_file import StudyFile
from workbench.study.transcripts import Role
from workbench.tui.app import ROOMS
from workbench.tui.ledger import Ledger
from workbench.tui.small import Cover
from workbench.tui.transcript_view import TranscriptView

LARGE = (200, 60)
SENTENCE = "Jeg gikk gjennom gangen en gang til og så at lyset sto på i det ene rommet. "


@pytest.fixture
def long_text(study_folder: Path) -> Path:
    with StudyFile.open(study_folder) as study:
        turns = [
            transcripts.NewTurn(f"Replikk {n}. " + SENTENCE * (n % 5 + 1), "P09", Role.PARTICIPANT, "P09", n, n + 1)
            for n in range(1, 200)
        ]
        transcripts.add(study, transcripts.NewTranscript("P09", turns, "P09.txt", "txt", "utf-8", "hash-P09"))
    return study_folder


async def _at_turn(seat: Seat, turn: int) -> TranscriptView:
    wanted = next(int(row["id"]) for row in seat.study.live("transcript") if row["name"] == "P09")
    seat.app.open_transcript(wanted, 0)
    await seat.until(lambda: seat.room.ROOM == "coding" and seat.room.query(TranscriptView))
    view = seat.room.query_one(TranscriptView)
    await seat.until(lambda: len(view.transcript.turns) > 100)
    view.go(view.transcript.turns[turn].start + 20)
    await seat.pilot.pause(0.05)
    return view


def _top(view: TranscriptView) -> int:
    return view._page.starts[view.scroll_offset.y]


async def _size(seat: Seat, width: int, height: int) -> None:
    await seat.pilot.resize_terminal(width, height)
    await seat.until(lambda: seat.app.size == (width, height) and seat.room.size == (width, height))


@pytest.mark.parametrize("turn", [0, 3, 90, 198])
def test_the_coding_room_keeps_what_is_at_the_top(turn: int, long_text: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        view = await _at_turn(seat, turn)
        top, caret = _top(view), view.caret
        for width, height in (NARROW, (120, 30), LARGE):
            await _size(seat, width, height)
            await seat.pilot.pause(0.05)
            row = view._page.row_of(view.caret) - view.scroll_offset.y
            assert view.caret == caret and 0 <= row < view.size.height
        # Back at the first size all stands as it stood, however often it was smaller.
        assert _top(view) == top

    play(long_text, "transcripts", journey, LARGE)


def test_one_that_moved_meanwhile_is_followed(long_text: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        view = await _at_turn(seat, 90)
        await _size(seat, *NARROW)
        for _ in range(4):
            await seat.press("pagedown")
        top = _top(view)
        assert top > view.transcript.turns[90].start
        await _size(seat, *LARGE)
        await seat.pilot.pause(0.05)
        # The very words that stood at the top, or the row they are now in.
        row = view._page.row_of(top)
        assert row == view.scroll_offset.y

    play(long_text, "transcripts", journey, LARGE)


def test_what_the_wheel_left_is_not_pulled_back(long_text: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        view = await _at_turn(seat, 5)
        view.scroll_to(y=300, animate=False, force=True)
        await seat.pilot.pause(0.05)
        top = _top(view)
        await _size(seat, *NARROW)
        await seat.pilot.pause(0.05)
        assert view._page.row_of(top) == view.scroll_offset.y

    play(long_text, "transcripts", journey, LARGE)


ENTERED = [name for name in ROOMS if name not in ("life", "replay", "mending", "answers", "coding", "home", "search")]


@pytest.mark.parametrize("room", ENTERED)
def test_every_room_keeps_its_place(room: str, study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("j")
        ledger = seat.room.main_ledger()
        index, focused = (ledger.index if ledger else -1), seat.room.focused
        for width, height in (NARROW, (120, 30), LARGE, (90, 40), LARGE):
            await _size(seat, width, height)
            assert ledger is None or ledger.index == index
            assert len(seat.text.splitlines()) == height
        assert seat.room.focused is focused

    play(study_folder, room, journey, LARGE)


def test_a_long_list_keeps_its_item_in_sight(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        ledger = seat.room.main_ledger()
        assert isinstance(ledger, Ledger)
        ledger.set_items(list(ledger.items) * 500, 1000)
        for size in (NARROW, LARGE, NARROW, WIDE):
            await _size(seat, *size)
            assert ledger.index == 1000
            assert 0 <= 1000 * ledger._height - ledger.scroll_offset.y < ledger.size.height

    play(study_folder, "codebook", journey, LARGE)


@pytest.mark.parametrize("size", [(79, 24), (80, 23), (40, 10), (20, 5)])
def test_a_window_too_small_says_so_and_no_key_does_harm(size: tuple[int, int], study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        before = seat.study.live("code")
        await _size(seat, *size)
        await seat.until(lambda: seat.room.query(Cover))
        words = " ".join(seat.text.split())
        assert f"This window is {size[0]}×{size[1]}" in words
        assert "codebook" not in words and "Kontakt" not in words
        await seat.press("d", "D", "j", "g", "h", "escape")
        assert seat.study.live("code") == before and seat.room.ROOM == "codebook"
        await _size(seat, 80, 24)
        await seat.until(lambda: not seat.room.query(Cover))
        await seat.see("Kontakt")
        # What was pressed in between is not done afterwards.
        assert seat.study.live("code") == before and seat.room.main_ledger().index == 0  # type: ignore[union-attr]

    play(study_folder, "codebook", journey)


def test_one_may_go_on_all_the_same(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("This window is 78×22")
        await seat.press("enter")
        await seat.see("Kontakt")
        await seat.press("j", "g", "m")
        await seat.until(lambda: seat.room.ROOM == "themes")
        assert not seat.room.query(Cover)
        # Smaller still asks again.
        await _size(seat, 60, 15)
        await seat.until(lambda: seat.room.query(Cover))

    play(study_folder, "codebook", journey, (78, 22))


def test_leaving_works_under_the_cover(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.until(lambda: seat.room.query(Cover))
        await seat.press("ctrl+q")
        await seat.until(lambda: seat.app._exit)

    play(study_folder, "home", journey, (50, 12))
