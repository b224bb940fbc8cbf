"""Journeys of the search room."""

from pathlib import Path

import pytest
from seat import NARROW, Play, Seat

from workbench.store.lookups import searches
from workbench.store.lookups.codings import passages


async def _typed(seat: Seat, words: str, total: str) -> None:
    await seat.type(words)
    await seat.see(total)


def test_hits_come_as_one_types_and_the_turn_stands_beside(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("Type what to look for")
        await _typed(seat, "ventet", "1 hit")
        await seat.see("Det var ingen som ringte meg tilbake.")
        await seat.press("enter", "enter")
        await seat.until(lambda: seat.room.ROOM == "coding")

    play(study_folder, "search", journey)


def test_compounds_whole_words_and_other_forms(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await _typed(seat, "stasjon", "1 hit")
        await seat.press("enter", "w")
        await seat.see("0 hits")
        await seat.see("w also takes parts of words")

    play(study_folder, "search", journey)


def test_marked_hits_are_coded_in_one_step(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        before = len(passages(seat.study))
        await _typed(seat, "speaker:participant", "3 hits")
        await seat.press("enter", "A")
        await seat.see("3 marked")
        await seat.press("home", "space")
        await seat.see("2 marked")
        await seat.press("c")
        await seat.see("Code what was found (2)")
        await seat.type("sav")
        await seat.press("enter")
        await seat.see("Code how much, as «Savn»?")
        await seat.press("1")
        await seat.see("Coded 2 passages as «Savn»")
        assert len(passages(seat.study)) == before + 2
        await seat.press("u")
        await seat.until(lambda: len(passages(seat.study)) == before)

    play(study_folder, "search", journey)


def test_a_search_is_kept_and_found_again(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await _typed(seat, "uker", "1 hit")
        await seat.press("enter", "S", "enter")
        await seat.until(lambda: len(searches.saved(seat.study)) == 1)
        await seat.press("slash")
        await seat.type("folk")
        await seat.see("det å treffe folk")
        await seat.press("enter", "f", "enter")
        await seat.see("tre uker")
        await seat.press("D", "enter")
        await seat.until(lambda: not searches.saved(seat.study))

    play(study_folder, "search", journey)


def test_definitions_are_searched_too_but_not_coded(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await _typed(seat, "noen", "0 hits")
        await seat.press("enter", "t")
        await seat.see("in memos, definitions and quotes")
        await seat.see("Noen kommer imot en.")
        await seat.press("c")
        await seat.see("Only turns can be marked")

    play(study_folder, "search", journey)


def test_a_regular_expression_and_a_broken_one(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await _typed(seat, "/tre (uker|dager)/", "1 hit")
        await seat.press("enter", "slash")
        await seat.type("/(/")
        await seat.see("broken")

    play(study_folder, "search", journey)


def test_escape_leaves_step_by_step(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await _typed(seat, "folk", "1 hit")
        await seat.press("enter", "tab")
        await seat.see("TURN")
        await seat.press("escape", "A", "escape")
        await seat.see("No hit is marked any more.")
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "home")

    play(study_folder, "search", journey, NARROW)


@pytest.mark.parametrize("typed", ["[b]x[/b]", "\\", "OR", "who:", '"'])
def test_odd_words_do_no_harm(study_folder: Path, play: Play, typed: str) -> None:
    async def journey(seat: Seat) -> None:
        await seat.type(typed)
        await seat.press("enter", "escape")
        await seat.until(lambda: seat.room.ROOM in ("search", "home"))

    play(study_folder, "search", journey)
