"""The history room, key by key."""

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.acts import history, people
from workbench.store.lookups import acts as act_lookup
from workbench.store.lookups import people as people_lookup
from workbench.store.study_file import StudyFile


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_acts_stand_newest_first_with_what_undo_takes_back(
    study_folder: Path, play: Play, size: tuple[int, int]
) -> None:
    async def journey(seat: Seat) -> None:
        lines = seat.text.splitlines()
        assert "took in a people table (2 rows)" in lines[2] and "Anna" in lines[2]
        assert "picked a quote from P03" in lines[3]
        if size == NARROW:
            await seat.press("tab")
        await seat.see("u takes back: took in a people table")
        assert "U: there is nothing to redo" in seat.text

    play(study_folder, "history", journey, size)


def test_undo_and_redo_show_in_the_trail(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("u")
        await seat.see("took back: took in a people table")
        assert "U does again: took in a people table" in seat.text
        assert "undone" in seat.text.splitlines()[3]
        await seat.press("U")
        await seat.see("did again: took in a people table")
        await seat.press("u")
        await seat.until(lambda: len(history.waiting_redos(seat.study)) == 1)
        person = people_lookup.participants(seat.study)[0]
        with seat.study.clearing_redo():
            people.set_attribute(seat.study, person.id, "gender", "Mann")
        await seat.see("undone for good")

    play(study_folder, "history", journey)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_enter_shows_what_an_act_touched(study_folder: Path, play: Play, size: tuple[int, int]) -> None:
    with StudyFile.open(study_folder) as study:
        person = people_lookup.labelled(study, "P01")
        people.set_attribute(study, person.id, "age", "46")

    async def journey(seat: Seat) -> None:
        await seat.press("enter")
        await seat.see("WHAT IT TOUCHED")
        assert "value: 45 → 46" in seat.text and "P01 age" in seat.text
        await seat.press("escape")
        await seat.until(lambda: "WHAT IT TOUCHED" not in seat.text)
        assert seat.room.ROOM == "history"

    play(study_folder, "history", journey, size)


def test_older_lines_come_when_the_end_is_near(empty_study: Path, play: Play) -> None:
    with StudyFile.open(empty_study) as study:
        for number in range(450):
            people.set_setting(study, "remark", f"remark {number}")

    async def journey(seat: Seat) -> None:
        assert "200 lines, older ones below" in seat.text
        await seat.press("G")
        await seat.see("400 lines, older ones below")
        await seat.press("G")
        await seat.see("451 lines")
        await seat.press("G")
        await seat.see("made the study «Empty»")

    play(empty_study, "history", journey)


def test_the_rows_of_an_act_name_what_they_point_at(study_folder: Path) -> None:
    with StudyFile.open(study_folder) as study:
        picked = next(line for line in history.lines(study) if line.verb == "quote.pick")
        (row,) = act_lookup.rows_of(study, picked.act_id)
        assert (row.table, row.became, row.name) == ("quote", "added", "P03 2 «Bli møtt»")
        coded = next(line for line in history.lines(study) if line.verb == "coding.apply")
        (row,) = act_lookup.rows_of(study, coded.act_id)
        assert row.after["code_id"] == "Bli møtt" and row.after["coder_id"] == "Anna"
        table = next(line for line in history.lines(study) if line.verb == "people.import")
        assert len(act_lookup.rows_of(study, table.act_id)) == table.rows == 4
        assert len(act_lookup.rows_of(study, table.act_id, limit=1)) == 1
