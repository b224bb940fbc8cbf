"""The transcripts room, key by key."""

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.store.lookups import memos
from workbench.store.lookups import transcripts as lookup


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_table_counts_and_enter_opens(study_folder: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        assert "0 read" in seat.text and "P03" in seat.text
        await seat.press("j")
        await seat.press("enter")
        await seat.until(lambda: seat.room.ROOM == "coding")
        assert seat.app.desk.transcript == lookup.named(seat.study, "P02")

    play(study_folder, "transcripts", journey, size)


def test_reading_and_names_are_marked_and_taken_back(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("R")
        await seat.see("P01 is marked as read")
        assert lookup.cards(seat.study)[0].read
        await seat.press("N")
        await seat.see("signed as read for names")
        assert "Read for names by a person" in seat.text
        await seat.press("u", "u")
        await seat.until(lambda: not lookup.cards(seat.study)[0].read)
        assert not lookup.cards(seat.study)[0].reviewed

    play(study_folder, "transcripts", journey)


def test_removing_says_what_goes_along_and_undo_brings_it_back(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("j", "D")
        await seat.see("Removed P02 with its codings (2) and quotes (0)")
        assert [card.name for card in lookup.cards(seat.study)] == ["P01", "P03"]
        assert "▌P03" in seat.text  # the place in the list is kept
        await seat.press("u")
        await seat.until(lambda: len(lookup.cards(seat.study)) == 3)
        assert lookup.cards(seat.study)[1].codings == 2

    play(study_folder, "transcripts", journey)


def test_a_memo_is_kept_and_an_empty_one_refused(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("m", "ctrl+s")
        await seat.see("A memo needs words")
        await seat.press("m")
        await seat.type("stille person")
        await seat.press("ctrl+s")
        await seat.see("Memo kept")
        card = lookup.cards(seat.study)[0]
        assert [memo.text for memo in memos.on(seat.study, "transcript", card.id)] == ["stille person"]
        assert "MEMOS" in seat.text and "stille person" in seat.text

    play(study_folder, "transcripts", journey)


def test_a_narrow_screen_shows_the_particulars_by_tab(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        assert "SPEAKERS" not in seat.text
        await seat.press("tab")
        await seat.see("SPEAKERS")
        assert "PARTICIPANT  P01" in seat.text
        await seat.press("escape")
        await seat.until(lambda: "SPEAKERS" not in seat.text)
        assert "▌P01" in seat.text

    play(study_folder, "transcripts", journey, NARROW)


def test_an_empty_room_says_what_to_do_and_refuses(empty_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("Press i to import")
        await seat.press("enter")
        await seat.see("nothing to do that to")
        await seat.press("D")
        assert seat.room.ROOM == "transcripts"

    play(empty_study, "transcripts", journey)
