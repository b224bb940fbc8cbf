"""The people room, key by key; tables are read by the helper process."""

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.store.lookups import people as lookup
from workbench.study.people import Participant

TABLE = "Deltaker;Kjønn;Alder;Bolig\nP01;Mann;45;hybel\nP02;Kvinne;52;egen bolig\nP09;Mann;31;hospits\n"


def person(seat: Seat, label: str) -> Participant:
    return lookup.labelled(seat.study, label)


@pytest.fixture
def table(study_folder: Path) -> Path:
    path = study_folder / "deltakere.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_table_and_the_card_of_a_person(study_folder: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        assert "gender" in seat.text and "Kvinne" in seat.text
        await seat.press("G")
        if size == NARROW:
            await seat.press("tab")
        await seat.see("Kvinne i 30-årene")
        assert "QUOTES PICKED (1)" in seat.text and "«Hun møtte meg på stasjonen»" in seat.text
        assert "2 turns" not in seat.text and "1 turn" in seat.text
        if size == WIDE:
            await seat.press("k")
            await seat.see("has no value for «gender»")

    play(study_folder, "people", journey, size)


def test_an_attribute_is_written_refused_changed_and_taken_away(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("e")
        await seat.type("Alder")
        await seat.press("enter")
        await seat.until(lambda: "age of P01" in seat.text, "the Norwegian word to mean age")
        await seat.press("backspace", "backspace")
        await seat.type("femti")
        await seat.press("enter")
        await seat.see("not an age in whole years")
        assert person(seat, "P01").attributes["age"] == "45"

        await seat.press("e")
        await seat.type("Sivilstatus")
        await seat.press("enter")
        await seat.type("gift")
        await seat.press("enter")
        await seat.see("marital status is gift")
        assert person(seat, "P01").attributes["marital_status"] == "gift"

        await seat.press("e")
        await seat.type("marital")
        await seat.press("enter", *["backspace"] * 4, "enter")
        await seat.see("has no marital status any more")
        await seat.press("u")
        await seat.until(lambda: person(seat, "P01").attributes.get("marital_status") == "gift")

    play(study_folder, "people", journey)


def test_a_table_is_shown_before_it_is_taken(study_folder: Path, table: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("i")
        await seat.until(lambda: str(study_folder) in seat.text)
        await seat.press("enter")
        await seat.see("Take in this table?")
        assert "NOT IN THE STUDY (1)" in seat.text and "IN THE STUDY, NOT IN THE TABLE (1)" in seat.text
        await seat.press("escape")
        await seat.see("The table was left")
        assert "housing" not in lookup.attribute_names(seat.study)

        await seat.press("i", "enter")
        await seat.see("Take in this table?")
        await seat.press("enter")
        await seat.see("2 people changed")
        assert person(seat, "P02").attributes == {"gender": "Kvinne", "age": "52", "housing": "egen bolig"}
        assert len(lookup.participants(seat.study)) == 3

        await seat.press("i", "enter")
        await seat.see("Take in this table?")
        await seat.press("2")
        await seat.see("1 person changed")
        assert person(seat, "P09").attributes["housing"] == "hospits"
        await seat.press("u")
        await seat.until(lambda: len(lookup.participants(seat.study)) == 3)

    play(study_folder, "people", journey)


def test_a_narrow_screen_shows_the_table_while_it_asks(study_folder: Path, table: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("i", "enter")
        await seat.see("PEOPLE TABLE  deltakere.csv")
        await seat.press("5")
        await seat.see("The table was left")
        assert "▌P01" in seat.text

    play(study_folder, "people", journey, NARROW)


def test_wrong_paths_and_wrong_tables_get_a_sentence(study_folder: Path, play: Play) -> None:
    (study_folder / "tom.csv").write_text("Deltaker;Alder\n", encoding="utf-8")

    async def journey(seat: Seat) -> None:
        await seat.press("i")
        await seat.type("finnes-ikke.xlsx")
        await seat.press("enter")
        await seat.see("There is no file or folder")
        await seat.press("i", "enter")
        await seat.see("is a folder; give the table itself")
        await seat.press("i")
        await seat.type("tom")
        await seat.press("tab", "enter")
        await seat.see("names columns but no people")

    play(study_folder, "people", journey)


def test_an_empty_room_says_where_people_come_from(empty_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("No participants yet")
        await seat.press("e")
        await seat.see("nothing to do that to")

    play(empty_study, "people", journey)


def test_a_memo_on_a_person(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("m")
        await seat.type("snakket lavt")
        await seat.press("ctrl+s")
        await seat.see("snakket lavt")

    play(study_folder, "people", journey)
