"""Anonymising, key by key: one decision a name, in force everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.acts import entities, transcripts
from workbench.store.study_file import StudyFile
from workbench.study.masking import Decision, Entity, EntityKind
from workbench.study.transcripts import Role


@pytest.fixture
def named_study(tmp_path: Path) -> Path:
    folder = tmp_path / "named"
    with StudyFile.create(folder, "Navn", "nb", "Anna") as study:
        for label, words in (
            ("P01", "Jeg snakket med Torunn på Granli. Torunn Berge sa at jeg måtte ringe legen min, Arvid Moen."),
            ("P02", "Det var Torunn som hjalp meg. Hun bodde på Granli i mange år. Ring meg på 41 23 45 67."),
        ):
            turns = [
                transcripts.NewTurn("Hvem møtte du?", "I", Role.INTERVIEWER),
                transcripts.NewTurn(words, label, Role.PARTICIPANT, label),
            ]
            transcripts.add(study, transcripts.NewTranscript(label, turns, f"{label}.txt", "txt", "utf-8", f"h{label}"))
        entities.add(study, [
            entities.NewEntity(EntityKind.PERSON, ("Torunn",), True),
            entities.NewEntity(EntityKind.PLACE, ("Granli",), True),
            entities.NewEntity(EntityKind.PERSON, ("Torunn Berge",), True),
            entities.NewEntity(EntityKind.OTHER, ("legen",), sure=False),
        ])  # fmt: skip
    return folder


def entity(seat: Seat, name: str) -> Entity:
    return next(one for one in entities.load(seat.study) if name in one.forms)


async def go_to(seat: Seat, name: str) -> None:
    await seat.press("home")
    for _ in range(12):
        here = seat.room.current()  # type: ignore[attr-defined]
        if here is not None and here.name == name:
            return
        await seat.press("j")
    raise AssertionError(f"{name} is not in the list\n{seat.text}")


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_deciding(named_study: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("4 of 4 left")
        await go_to(seat, "Torunn")
        await seat.press("a")
        await seat.see("everywhere")
        assert entity(seat, "Torunn").decision is Decision.REPLACE and entity(seat, "Torunn").replacement
        await seat.see("3 of 4 left")
        await seat.press("u")
        await seat.until(lambda: entity(seat, "Torunn").decision is Decision.UNDECIDED)
        await go_to(seat, "Torunn")
        await seat.press("e")
        await seat.press("ctrl+u")
        await seat.type("venninne")
        await seat.press("enter")
        # The undone decision could still be done again: that is said first.
        await seat.see("Go on all the same?")
        await seat.press("1")
        await seat.until(lambda: "venninne" in entity(seat, "Torunn").replacement)
        await go_to(seat, "Granli")
        # A replacement that holds the name itself is refused, and so is one that another has.
        await seat.press("e", "ctrl+u")
        await seat.type("gamle Granli")
        await seat.press("enter")
        await seat.until(lambda: "Granli" in seat.told)
        assert entity(seat, "Granli").decision is Decision.UNDECIDED
        await seat.press("y")
        await seat.see("Granli is kept as it is")
        await go_to(seat, "legen")
        await seat.press("x")
        await seat.see("legen is no name")
        await go_to(seat, "Torunn Berge")
        await seat.press("a")
        await seat.see("Everything is decided")
        await seat.press("F")
        await seat.see("Decided  4")
        await go_to(seat, "Granli")
        await seat.press("z")
        await seat.see("waits for a decision again")

    play(named_study, "anonymise", journey, size)


def test_joining_forms_kinds_and_names_by_hand(named_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await go_to(seat, "Torunn Berge")
        await seat.press("M")
        await seat.see("is the same as")
        await seat.type("torunn")
        await seat.press("enter")
        await seat.until(lambda: len(entities.load(seat.study)) == 3)
        assert entity(seat, "Torunn") == entity(seat, "Torunn Berge")
        assert "one now" in seat.told
        await go_to(seat, "Torunn")
        await seat.press("f")
        await seat.type("Tutta")
        await seat.press("enter")
        await seat.until(lambda: "Tutta" in entity(seat, "Torunn").forms)
        assert "Tutta" in seat.told
        await go_to(seat, "legen")
        await seat.press("t")
        await seat.type("person")
        await seat.press("enter")
        await seat.until(lambda: entity(seat, "legen").kind is EntityKind.PERSON)
        await seat.press("i")
        await seat.type("Arvid Moen")
        await seat.press("enter")
        await seat.see("«Arvid Moen» is a")
        await seat.type("person")
        await seat.press("enter")
        await seat.until(lambda: entity(seat, "Arvid Moen").kind is EntityKind.PERSON)
        assert "Arvid Moen" in seat.told
        # The same name again: said, not silently left.
        await seat.press("i")
        await seat.type("Arvid Moen")
        await seat.press("enter", "enter")
        await seat.until(lambda: "already" in seat.told, "for a word on the known name")

    play(named_study, "anonymise", journey)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_mention_that_is_something_else(named_study: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        await go_to(seat, "Granli")
        mentions = seat.room._mentions  # type: ignore[attr-defined]
        granli = entity(seat, "Granli").id
        assert len(mentions[granli]) == 2
        await seat.press("n")
        assert "Move to a mention first" in seat.told
        await seat.press("tab")
        await seat.until(lambda: seat.room.focused is seat.room.mention_list())  # type: ignore[attr-defined]
        await seat.press("j", "n")
        await seat.see("This mention is not Granli")
        assert len(seat.room._mentions[granli]) == 1  # type: ignore[attr-defined]
        await seat.press("u")
        await seat.until(lambda: len(seat.room._mentions[granli]) == 2)  # type: ignore[attr-defined]
        await seat.press("tab", "escape", "escape")
        await seat.press("enter")

    play(named_study, "anonymise", journey, size)
