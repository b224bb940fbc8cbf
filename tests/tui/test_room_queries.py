"""The room of questions, key by key."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from seat import NARROW, WIDE

from workbench.acts import codebook, coding, consent, entities, themes
from workbench.queries import tables
from workbench.store.lookups import people
from workbench.store.lookups import transcripts as lookup
from workbench.store.lookups.codes import codebook as load_codes
from workbench.store.study_file import StudyFile
from workbench.study.masking import EntityKind
from workbench.tui.matrix import Matrix

PASSAGES, MEETS, TOGETHER, PARTICIPANTS, TRANSCRIPTS, ATTRIBUTE, COVERAGE, STRETCHES, GROWTH = range(9)


async def ask(seat: Any, question: int) -> None:
    await seat.press("home", *["j"] * question, "enter")


def matrix(seat: Any) -> Matrix:
    return seat.room.query_one(Matrix)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_table_is_walked_and_its_cells_opened(play: Any, study_folder: Path, size: tuple[int, int]) -> None:
    async def journey(seat: Any) -> None:
        await seat.see("Codes by participant")
        await ask(seat, PARTICIPANTS)
        await seat.see("P01")
        assert seat.room.states() == {"asked", "table", "codes", "by", "matrix"}
        await seat.press("j", "j", "l")
        await seat.see("Vente × P02")
        assert "1 person, 2 mentions" in seat.text and "how many people say it" in seat.text
        await seat.press("enter")
        await seat.see("Jeg ventet i tre uker")
        assert "2 passages from 1 person in 1 transcript." in seat.text
        await seat.press("escape")
        await seat.see("Vente × P02")
        await seat.press("k", "enter")
        assert "nothing in this cell" in seat.told
        await seat.press("j", "enter", "j", "enter")
        await seat.until(lambda: seat.room.ROOM == "coding")
        assert seat.app.desk.caret > 0
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "queries")
        await seat.see("Jeg ventet i tre uker")
        await seat.press("escape", "escape")
        await seat.until(lambda: seat.room.questions.has_focus)
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "home")

    play(study_folder, "queries", journey, size)


def test_rows_are_sorted_and_cells_show_shares(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await ask(seat, PARTICIPANTS)
        await seat.see("Bli møtt")
        rows = [row.name for row in seat.room.table.rows]
        assert rows == ["Kontakt", "Bli møtt", "Vente", "Savn"]
        await seat.press("l", "s")
        assert "Most people of P02 first" in seat.told and matrix(seat).row == rows.index("Vente")
        await seat.press("s")
        assert "in all first" in seat.told and matrix(seat).row == rows.index("Bli møtt")
        await seat.press("s")
        assert "order of the codebook" in seat.told and matrix(seat).row == 0
        await seat.press("v")
        await seat.see("50%")
        await seat.press("v")
        await seat.see("100%")
        await seat.press("v", "c")
        assert "Each code with those under it." in seat.told
        await seat.see("3/4")
        await seat.press("o")
        await seat.see("overlapping ones once")

    play(study_folder, "queries", journey)


def test_by_attribute_few_people_are_marked_and_stay_here(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await ask(seat, ATTRIBUTE)
        await seat.see("By which attribute?")
        await seat.type("gend")
        await seat.press("enter")
        await seat.see("without gender")
        assert "1/1*" in seat.text and "* fewer than 5 people" in seat.text
        await seat.press("w")
        await seat.see("Write to which file?")
        await seat.press("enter")
        await seat.until(lambda: "Wrote" in seat.told)
        file = study_folder / "exports" / "attribute.csv"
        told = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
        assert {row["people"] for row in told} == {"<5"} and "written as <5" in seat.told
        await seat.press("w", "enter")
        await seat.see(f"{file.name}")
        await seat.press("down", "enter")
        assert "Nothing was written" in seat.told
        await seat.press("b")
        await seat.type("age band")
        await seat.press("enter")
        await seat.see("40-årene")

    play(study_folder, "queries", journey)


def test_what_meets_what(play: Any, study_folder: Path) -> None:
    with StudyFile.open(study_folder) as study:
        text = lookup.load(study, lookup.named(study, "P01"))
        coding.apply(study, text.id, text.find("Jeg savner det fysiske, altså"), load_codes(study).named("Vente").id)

    async def journey(seat: Any) -> None:
        await ask(seat, TOGETHER)
        await seat.see("on the same words")
        await seat.press("G", "l", "l")
        await seat.see("Savn × Vente")
        assert "1 person, 1 place" in seat.text
        await seat.press("enter")
        await seat.see("↔ Vente (2)")
        await seat.press("escape", "b")
        await seat.see("Where do they meet?")
        await seat.type("person")
        await seat.press("enter")
        await seat.see("in the same person")
        await seat.press("escape")
        await ask(seat, MEETS)
        await seat.see("Passages of which code or theme?")
        await seat.type("Savn")
        await seat.press("enter")
        await seat.see("Which other code or theme?")
        await seat.type("Bli")
        await seat.press("enter")
        await seat.see("How does it stand")
        await seat.type("some turns away")
        await seat.press("enter")
        await seat.see("Within how many turns?")
        await seat.press("enter")
        await seat.see("with Bli møtt (within 2 turns)")
        assert "1 passage from 1 person" in seat.text
        await seat.press("b")
        await seat.type("without")
        await seat.press("enter")
        await seat.type("Vente")
        await seat.press("enter", "enter")
        await seat.see("No passages were found")
        await seat.press("b")
        await seat.type("nothing")
        await seat.press("enter")
        await seat.see("1 passage from 1 person")

    play(study_folder, "queries", journey)


def test_filters_and_themes(play: Any, study_folder: Path) -> None:
    with StudyFile.open(study_folder) as study:
        themes.gather(study, themes.add(study, "Tid"), load_codes(study).named("Vente").id)

    async def journey(seat: Any) -> None:
        await ask(seat, PASSAGES)
        await seat.type("Kontakt")
        await seat.press("enter")
        await seat.see("0 passages from 0 people")
        await seat.press("c")
        await seat.see("with those under them")
        await seat.see("4 passages from 3 people")
        await seat.press("f")
        await seat.type("attribute")
        await seat.press("enter")
        await seat.type("gender")
        await seat.press("enter")
        await seat.type("Kvinne")
        await seat.press("enter")
        await seat.see("only gender: Kvinne")
        assert "1 passage from 1 person" in seat.text
        await seat.press("f")
        await seat.type("round")
        await seat.press("enter")
        await seat.press("backspace")
        await seat.type("x")
        await seat.press("enter")
        assert "whole number from 0 to 99" in seat.told
        await seat.press("f")
        await seat.type("all codings")
        await seat.press("enter")
        await seat.see("4 passages")
        await seat.press("tab")
        await ask(seat, TRANSCRIPTS)
        await seat.see("Codes by transcript")
        await seat.press("r")
        await seat.type("themes")
        await seat.press("enter")
        await seat.see("Tid")
        await seat.press("r")
        await seat.type("Kontakt and what")
        await seat.press("enter")
        await seat.see("Codes by transcript · Kontakt")
        assert [row.name for row in seat.room.table.rows] == ["Kontakt", "Bli møtt", "Vente"]

    play(study_folder, "queries", journey)


def test_coverage_stretches_and_new_codes(play: Any, study_folder: Path) -> None:
    with StudyFile.open(study_folder) as study:
        for row in study.live("coding"):
            if row["transcript_id"] == lookup.named(study, "P03"):
                coding.drop(study, row["id"])

    async def journey(seat: Any) -> None:
        await ask(seat, COVERAGE)
        await seat.see("1 transcript without codings: P03")
        assert "codings a thousand words" in seat.text and "×0.0" in seat.text
        await seat.press("G", "enter")
        await seat.until(lambda: seat.room.ROOM == "coding")
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "queries")
        await seat.press("escape")
        await ask(seat, STRETCHES)
        await seat.see("13 words  P03  turn 2")
        await seat.press("w", "enter")
        await seat.until(lambda: "Wrote" in seat.told)
        await seat.press("escape")
        await ask(seat, GROWTH)
        await seat.see("Not a measure of saturation")
        assert "P01: Bli møtt, Savn" in seat.text and "not coded" in seat.text
        await seat.press("enter")
        await seat.see("det å treffe folk")
        await seat.press("escape", "b")
        await seat.see("in the order of coding")
        await seat.press("w", "enter")
        await seat.until(lambda: "growth.csv" in seat.told)

    play(study_folder, "queries", journey)


def test_words_leave_only_through_the_gate(play: Any, study_folder: Path) -> None:
    with StudyFile.open(study_folder) as study:
        entities.add(study, [entities.NewEntity(EntityKind.PLACE, ("stasjonen",))])

    async def journey(seat: Any) -> None:
        await ask(seat, PASSAGES)
        await seat.type("Bli")
        await seat.press("enter")
        await seat.see("Hun møtte meg på stasjonen")
        await seat.press("w")
        await seat.type("with the words")
        await seat.press("enter", "enter")
        await seat.until(lambda: "stasjonen" in seat.told)
        assert not (study_folder / "exports" / "passages.csv").exists()
        await seat.press("w", "enter", "enter")
        await seat.until(lambda: "Wrote 2 rows" in seat.told)
        assert "stasjonen" not in (study_folder / "exports" / "passages.csv").read_text("utf-8-sig")

    play(study_folder, "queries", journey)


def test_an_answer_follows_the_study(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await ask(seat, PARTICIPANTS)
        await seat.press("j", "j", "l")
        await seat.see("Vente × P02")
        with seat.study.clearing_redo():
            codebook.rename(seat.study, load_codes(seat.study).named("Vente").id, "Å vente")
        await seat.see("Å vente × P02")
        await seat.press("u")
        await seat.see("Vente × P02")

    play(study_folder, "queries", journey)


def test_nothing_yet(play: Any, empty_study: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.press("w")
        assert "Ask something first" in seat.told
        await ask(seat, PARTICIPANTS)
        await seat.see("There is nothing to count yet.")
        await seat.press("enter")
        assert seat.room.ROOM == "queries"
        await seat.press("escape")
        await ask(seat, COVERAGE)
        await seat.see("There are no transcripts or codings yet.")
        await seat.press("escape")
        await ask(seat, PASSAGES)
        assert "nothing to count yet" in seat.told
        await ask(seat, ATTRIBUTE)
        assert "Nothing is known of the participants" in seat.told

    play(empty_study, "queries", journey, NARROW)


def test_large_tables_are_counted_by_the_helper(play: Any, study_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PLAIN_UP_TO", 1)
    monkeypatch.setattr("workbench.tui.screens.queries_counting._SMALL", 0)

    async def journey(seat: Any) -> None:
        await ask(seat, PARTICIPANTS)
        await seat.until(lambda: seat.room.table is not None, tries=1000)
        by_helper = seat.room.table.cells
        assert by_helper.at(2, 1) == (1, 2)
        await seat.press("escape")
        await ask(seat, TOGETHER)
        await seat.until(lambda: seat.room.table.asked.unit is not None)
        await seat.press("escape")
        await ask(seat, COVERAGE)
        await seat.until(lambda: seat.room.covered is not None)
        await seat.see("Every transcript has codings.")

    play(study_folder, "queries", journey)


def test_counting_is_stopped(play: Any, study_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.tui.screens.queries_counting._SMALL", 0)

    async def journey(seat: Any) -> None:
        seat.room.cover(seat.room.narrow, lambda found: None)
        assert seat.room.is_counting and seat.room.step_back()
        assert "Stopped" in seat.told and not seat.room.is_counting

    play(study_folder, "queries", journey)


def test_who_withdrew_is_left_out_until_asked_for(study_folder: Path, play: Any) -> None:
    with StudyFile.open(study_folder) as study:
        consent.withdraw(study, people.labelled(study, "P02").id, "2026-03-01")

    async def journey(seat: Any) -> None:
        await ask(seat, PARTICIPANTS)
        await seat.see("1 withdrawn participant left out")
        await seat.press("f")
        await seat.type("withdrawn")
        await seat.see("count withdrawn participants too")
        await seat.press("enter")
        await seat.until(lambda: "left out" not in seat.text)

    play(study_folder, "queries", journey)
