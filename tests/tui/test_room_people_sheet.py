"""The sheet of a person, key by key: typed values, kind, consent, withdrawal; what follows in other rooms."""

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.acts import people_schema
from workbench.acts.people_schema import Shape
from workbench.store.lookups import people as lookup
from workbench.store.lookups.people_schema import consents, schema
from workbench.store.study_file import StudyFile
from workbench.study.attributes import Type
from workbench.study.consent import Answer, Scope
from workbench.study.people import Participant


def person(seat: Seat, label: str) -> Participant:
    return lookup.labelled(seat.study, label)


@pytest.fixture
def typed(study_folder: Path) -> Path:
    """The small study with a schema: a number, a band, a category, a date."""
    with StudyFile.open(study_folder) as study:
        people_schema.define(study, "age", Shape(Type.NUMBER))
        people_schema.define(study, "age_band", Shape(Type.BAND, source="age"))
        people_schema.define(study, "housing", Shape(Type.CATEGORY, ["hospits", "hybel"]))
        people_schema.define(study, "startet", Shape(Type.DATE))
    return study_folder


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_sheet_opens_in_the_order_of_the_schema_and_closes(typed: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("enter")
        await seat.see("reckoned from age")
        for words in ("40-årene", "category: hospits, hybel", "consent: quotes", "withdrew"):
            assert words in seat.text
        assert seat.text.index("age band") < seat.text.index("housing") < seat.text.index("startet")
        await seat.press("escape")
        await seat.until(lambda: "consent: quotes" not in seat.text)
        assert "▌P01" in seat.text

    play(typed, "people", journey, size)


def test_values_are_written_by_their_type(typed: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("enter", "enter")
        await seat.see("age of P01")
        await seat.press("backspace", "backspace")
        await seat.type("51")
        await seat.press("enter")
        await seat.see("50-årene")
        await seat.press("j", "enter")
        await seat.see("change that, and it follows")
        await seat.press("j", "enter")
        await seat.see("housing of P01")
        await seat.press("2")
        await seat.until(lambda: person(seat, "P01").attributes.get("housing") == "hybel")
        await seat.press("enter")
        await seat.type("telt")
        await seat.see("add «telt» to the values of this category")
        await seat.press("enter")
        await seat.until(lambda: person(seat, "P01").attributes.get("housing") == "telt")
        assert schema(seat.study).first("housing").choices == ("hospits", "hybel", "telt")  # pyright: ignore[reportOptionalMemberAccess]
        await seat.press("u")
        await seat.until(lambda: person(seat, "P01").attributes.get("housing") == "hybel")
        await seat.press("U")
        await seat.until(lambda: person(seat, "P01").attributes.get("housing") == "telt")
        await seat.press("j", "enter")
        await seat.type("i fjor")
        await seat.press("enter")
        await seat.see("is no day")
        await seat.press("enter")
        await seat.type("1.2.2026")
        await seat.press("enter")
        await seat.until(lambda: person(seat, "P01").attributes.get("startet") == "2026-02-01")
        assert "1.2.2026" in seat.text

    play(typed, "people", journey)


def test_kind_consent_and_withdrawal(typed: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("G", "t")
        await seat.type("brukere")
        await seat.press("enter")
        await seat.until(lambda: person(seat, "P03").kind_id is not None)
        assert schema(seat.study).kinds[0].name == "brukere" and "brukere" in seat.text
        await seat.press("u")
        await seat.until(lambda: not schema(seat.study).kinds)
        await seat.press("U")
        await seat.until(lambda: schema(seat.study).kinds)

        await seat.press("c", "2", "2")
        await seat.see("day and note")
        await seat.type("31.3.2026 paa papir")
        await seat.press("enter")
        await seat.see("Quotes held back: 1")
        given = consents(seat.study)[person(seat, "P03").id]
        assert given.answer(Scope.QUOTE) is Answer.NO
        assert ((given.given or {})[Scope.QUOTE].given, (given.given or {})[Scope.QUOTE].note) == (
            "2026-03-31",
            "paa papir",
        )
        assert "not to be quoted" in seat.text and "Said no to being quoted" in seat.text
        await seat.press("g", "q")
        await seat.see("⊘ not to be quoted")
        await seat.press("y")
        await seat.see("Not copied: P03 said no to being quoted")
        await seat.press("g", "p", "w", "enter")
        await seat.see("is marked as withdrawn; quotes held back: 1")
        assert "withdrawn" in seat.text and person(seat, "P03").withdrawn
        await seat.press("u")
        await seat.until(lambda: not person(seat, "P03").withdrawn)

    play(typed, "people", journey)


def test_an_unknown_person_of_a_table_is_asked_about(study_folder: Path, play: Play) -> None:
    (study_folder / "deltakere.csv").write_text(
        "Deltaker;Kjønn;Alder\nP01;Mann;46\nInformant 2;Kvinne;52\nP09;Mann;31\n", encoding="utf-8"
    )

    async def journey(seat: Seat) -> None:
        await seat.press("i", "enter")
        await seat.see("Take in this table?")
        assert "Informant 2 (P02?)" in seat.text and "VALUES THAT CHANGE (1)" in seat.text
        await seat.press("3")
        await seat.see("Who is «Informant 2»? (2 left)")
        await seat.press("1")
        await seat.see("Who is «P09»? (1 left)")
        await seat.press("2")
        await seat.see("1 values differ from the study's")
        await seat.press("2")
        await seat.see("1 person changed")
        assert person(seat, "P02").attributes == {"gender": "Kvinne", "age": "52"}
        assert person(seat, "P01").attributes["age"] == "45" and len(lookup.participants(seat.study)) == 3

    play(study_folder, "people", journey)


def test_a_type_that_was_guessed_wrong_is_changed_and_the_kind_asked(study_folder: Path, play: Play) -> None:
    (study_folder / "deltakere.csv").write_text("Deltaker;Alder;Bolig\nP01;45;hybel\nP02;52;telt\n", encoding="utf-8")
    with StudyFile.open(study_folder) as study:
        people_schema.add_kind(study, "brukere")

    async def journey(seat: Seat) -> None:
        await seat.press("i", "enter")
        await seat.see("Of which kind are these people?")
        await seat.press("2")
        await seat.see("Take in this table?")
        await seat.type("Change")
        await seat.press("enter")
        await seat.see("Which column?")
        await seat.press("2", "4")
        await seat.see("Take in this table?")
        await seat.press("1")
        await seat.until(lambda: person(seat, "P02").attributes.get("housing") == "telt")
        found = {one.name: (one.type, one.kind_id) for one in schema(seat.study).definitions}
        kind = schema(seat.study).kinds[0].id
        assert found == {"age": (Type.NUMBER, kind), "housing": (Type.CATEGORY, kind)}
        assert person(seat, "P01").kind_id == kind and person(seat, "P03").kind_id is None

    play(study_folder, "people", journey)


def test_a_table_with_a_bad_age_is_shown_and_taken_without_it(study_folder: Path, tmp_path: Path, play: Play) -> None:
    table = tmp_path / "feil.csv"
    table.write_text("Deltaker;Alder;Bolig\nP01;førti;hybel\nP03;61;egen\n", encoding="utf-8")

    async def journey(seat: Seat) -> None:
        await seat.press("i")
        await seat.until(lambda: seat.room.asking)
        await seat.press("ctrl+u")
        await seat.type(str(table))
        await seat.press("enter")
        await seat.see("row 2, age, «førti»")
        await seat.press("1")
        await seat.see("values differ")
        await seat.press("1")
        await seat.see("Cannot be taken as it stands: 1")
        await seat.press("1")
        await seat.see("Left out: row 2, age, «førti»")
        first, third = (person(seat, name).attributes for name in ("P01", "P03"))
        assert (first["age"], first["housing"], third["age"]) == ("45", "hybel", "61")

    play(study_folder, "people", journey)
