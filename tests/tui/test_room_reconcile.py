"""The room where two codebooks are reconciled, key by key."""

from pathlib import Path
from typing import Any

import pytest

from workbench.acts import codebook as acts
from workbench.exchange import write_codebook
from workbench.store.lookups.codes import codebook
from workbench.store.study_file import StudyFile

WIDE, NARROW = (160, 48), (80, 24)


@pytest.fixture
def merging(study_folder: Path) -> Path:
    """Both sides redefined Kontakt and renamed Savn; they alone defined Vente; their file and the start lie ready."""
    files = study_folder / "codebooks"
    files.mkdir()
    with StudyFile.open(study_folder) as study:
        write_codebook(study, files / "start.yaml")
        book = codebook(study)
        acts.define(study, book.named("Kontakt").id, {"definition": "Å få tak i noen."})
        acts.define(study, book.named("Vente").id, {"brief": "Tid uten svar"})
        acts.rename(study, book.named("Savn").id, "Lengsel")
        write_codebook(study, files / "berit.yaml")
        for _ in range(3):
            study.undo()
        acts.define(study, book.named("Kontakt").id, {"definition": "Å nå fram."})
        acts.rename(study, book.named("Savn").id, "Tap")
    return study_folder


async def load(seat: Any, base: str = "start") -> None:
    await seat.press("i")
    await seat.see("Their codebook")
    await seat.press("enter")
    await seat.see("The codebook you both started from")
    await seat.type(base)
    await seat.press("enter")
    await seat.until(lambda: "conflicts" in seat.told)


def test_before_anything_is_loaded(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.see("then press i")
        await seat.press("A")
        assert "no merge to apply" in seat.told
        await seat.press("i")
        await seat.see("Their codebook")
        await seat.type("x.yaml")
        await seat.press("enter")
        await seat.until(lambda: "x.yaml" in seat.told)
        assert not seat.room.asking and "plan" not in seat.room.states()

    play(study_folder, "reconcile", journey, NARROW)


def test_conflicts_with_their_sides_and_the_quiet_changes(play: Any, merging: Path) -> None:
    async def journey(seat: Any) -> None:
        await load(seat)
        await seat.see("CONFLICTS · 2, 2 open")
        text = seat.text
        assert "two texts" in text and "two names" in text and "«Vente»: the brief definition is changed." in text
        assert text.index("COMMON START") < text.index("1 OURS") < text.index("2 THEIRS")
        line = next(one for one in text.split("\n") if "COMMON START" in one)
        assert "2 THEIRS" in line
        assert "Å nå fram til noen." in text and "Å få tak i noen." in text

    play(merging, "reconcile", journey)


def test_deciding_applying_and_taking_back(play: Any, merging: Path) -> None:
    async def journey(seat: Any) -> None:
        await load(seat)
        kinds = [row.conflict.kind.name for row in seat.room.outline.items if row.conflict]
        names = {"TEXT": "2", "RENAME": "1"}
        await seat.press(names[kinds[0]], "j", names[kinds[1]])
        await seat.see("CONFLICTS · 2, 0 open")
        await seat.press("0")
        await seat.see("CONFLICTS · 2, 1 open")
        await seat.press(names[kinds[1]], "A")
        await seat.see("2 conflicts as you settled them, 0 left for later")
        await seat.press("2")
        await seat.until(lambda: not seat.room.asking)
        assert codebook(seat.study).named("Vente").brief == ""
        await seat.press("A", "enter")
        await seat.until(lambda: "2 conflicts settled" in seat.told)
        book = codebook(seat.study)
        assert book.named("Kontakt").definition == "Å få tak i noen."
        assert book.named("Tap") and book.named("Vente").brief == "Tid uten svar"
        assert "Merged:" in seat.text and "u takes it back" in seat.told
        await seat.press("u")
        await seat.until(lambda: codebook(seat.study).named("Vente").brief == "")
        await seat.see("CONFLICTS · 2, 0 open")

    play(merging, "reconcile", journey, NARROW)


def test_a_decision_that_raises_a_conflict_shows_it(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await load(seat)
        await seat.see("CONFLICTS · 1, 1 open")
        await seat.press("2")
        await seat.see("CONFLICTS · 2, 1 open")
        assert "same name" in seat.text
        await seat.press("j", "1")
        await seat.see("CONFLICTS · 2, 0 open")
        await seat.press("A")
        await seat.see("2 conflicts as you settled them, 0 left for later")
        await seat.press("enter")
        await seat.until(lambda: "2 conflicts settled" in seat.told)
        assert {"Taushet", "Taushet (2)"} <= {code.name for code in codebook(seat.study)}

    files = study_folder / "codebooks"
    files.mkdir()
    with StudyFile.open(study_folder) as study:
        write_codebook(study, files / "start.yaml")
        book = codebook(study)
        acts.rename(study, book.named("Savn").id, "Taushet")
        write_codebook(study, files / "berit.yaml")
        study.undo()
        acts.rename(study, book.named("Savn").id, "Tap")
        acts.rename(study, book.named("Kontakt").id, "Taushet")
    play(study_folder, "reconcile", journey)


def test_decisions_are_there_when_the_study_is_opened_again(play: Any, merging: Path) -> None:
    async def first(seat: Any) -> None:
        await load(seat)
        await seat.press("2")
        await seat.see("CONFLICTS · 2, 1 open")

    async def second(seat: Any) -> None:
        await load(seat)
        await seat.see("CONFLICTS · 2, 1 open")

    play(merging, "reconcile", first)
    play(merging, "reconcile", second)


def test_without_a_common_start_and_a_file_that_is_none(play: Any, merging: Path) -> None:
    async def journey(seat: Any) -> None:
        await load(seat, "none")
        await seat.see("no common start")
        await seat.press("i")
        await seat.see("Their codebook")
        await seat.type("broken")
        await seat.press("enter")
        await seat.see("The codebook you both started from")
        await seat.type("none")
        await seat.press("enter")
        await seat.until(lambda: "broken.yaml" in seat.told)
        assert "no common start" in seat.text and "plan" in seat.room.states()

    (merging / "codebooks" / "broken.yaml").write_text("codes: [", "utf-8")
    play(merging, "reconcile", journey)


def test_the_same_codebook_gives_nothing_to_merge(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.press("i")
        await seat.see("Their codebook")
        await seat.press("enter")
        await seat.see("you both started from")
        await seat.press("enter")
        await seat.until(lambda: "agree" in seat.told)

    (study_folder / "codebooks").mkdir()
    with StudyFile.open(study_folder) as study:
        write_codebook(study, study_folder / "codebooks" / "same.yaml")
    play(study_folder, "reconcile", journey, NARROW)


def test_codes_are_not_taken_away_by_one_more_enter(play: Any, merging: Path) -> None:
    with StudyFile.open(merging) as study:
        acts.add(study, "Håp")
        write_codebook(study, merging / "codebooks" / "seinere.yaml")

    async def journey(seat: Any) -> None:
        await load(seat, "seinere")
        await seat.press("A")
        await seat.see("Codes taken away (1): Håp; is the base right?")
        await seat.press("enter")
        await seat.until(lambda: not seat.room.asking)
        assert seat.study.live("code", name="Håp")
        await seat.press("A", "2")
        await seat.until(lambda: not seat.study.live("code", name="Håp"))

    play(merging, "reconcile", journey)
