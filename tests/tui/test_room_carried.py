"""Carried over: replacing from the list of transcripts, the room where what is not certain is settled, turns edited."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from workbench.acts import revisions, transcripts
from workbench.store.lookups import carried as lookup
from workbench.store.lookups.transcripts import load, named
from workbench.store.study_file import StudyFile
from workbench.study.transcripts import Role

WIDE, NARROW = (160, 48), (80, 24)


def corrected(label: str, words: str) -> transcripts.NewTranscript:
    turns = [
        transcripts.NewTurn("Hvordan var det for deg?", "I", Role.INTERVIEWER),
        transcripts.NewTurn(words, label, Role.PARTICIPANT, label),
        transcripts.NewTurn("Takk.", "I", Role.INTERVIEWER),
    ]
    digest = hashlib.sha256(words.encode()).hexdigest()
    return transcripts.NewTranscript(label, turns, f"{label} ny.txt", "txt", "utf-8", digest)


@pytest.fixture
def waiting(study_folder: Path) -> Path:
    """P02 has lost one of its two codings, P01 has one trimmed."""
    with StudyFile.open(study_folder) as study:
        revisions.replace(study, named(study, "P02"), corrected("P02", "Jeg ventet i tre uker. Så ringte noen."))
        new = "Jeg savner det fysiske, altså det. Men det gikk jo etter hvert."
        revisions.replace(study, named(study, "P01"), corrected("P01", new))
    return study_folder


def test_an_empty_room_says_what_to_do(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.see("No passage waits for a place")
        await seat.press("a")
        assert "Nothing waits here" in seat.told
        await seat.press("g", "l")
        await seat.until(lambda: seat.room.ROOM == "transcripts")
        await seat.press("g", "o")
        await seat.until(lambda: seat.room.ROOM == "carried")

    play(study_folder, "carried", journey, NARROW)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_lost_one_gets_new_words(play: Any, waiting: Path, size: tuple[int, int]) -> None:
    async def journey(seat: Any) -> None:
        await seat.see("2 wait")
        await seat.see("trimmed")
        await seat.press("j")
        await seat.see("the words were not found")
        await seat.see("ingen som ringte meg tilbake")
        await seat.see("Så ringte noen")
        await seat.press("enter")
        await seat.until(lambda: "text" in seat.room.states())
        await seat.press("escape")
        await seat.until(lambda: "item" in seat.room.states())
        await seat.press("enter")
        seat.room.view.go(load(seat.study, named(seat.study, "P02")).find("ringte").start)
        await seat.press("v", "w", "enter")
        await seat.until(lambda: "It stands on" in seat.told)
        (one,) = lookup.carried(seat.study)
        assert one.transcript == "P01" and "item" in seat.room.states()
        await seat.press("u")
        await seat.until(lambda: len(lookup.carried(seat.study)) == 2)

    play(waiting, "carried", journey, size)


def test_accepting_and_giving_up(play: Any, waiting: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.see("2 wait")
        count = len(seat.study.live("coding"))
        await seat.press("a")
        await seat.until(lambda: "stays as it is" in seat.told)
        await seat.press("x")
        await seat.until(lambda: "Nothing waits any more" in seat.told)
        assert len(seat.study.live("coding")) == count
        await seat.press("u")
        await seat.see("1 wait")

    play(waiting, "carried", journey, WIDE)


def test_a_transcript_is_replaced_from_the_list(play: Any, study_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "P02.txt"
    file.write_text("I: Hvordan var det for deg?\nP02: Jeg ventet i tre uker.\nI: Takk.\n", encoding="utf-8")

    async def journey(seat: Any) -> None:
        await seat.see("P02")
        await seat.press("j", "r")
        await seat.see("The corrected file of P02")
        seat.room._prompt.query_one("#prompt-line").value = str(tmp_path)
        await seat.press("enter")
        await seat.until(lambda: "not a folder" in seat.told)
        assert not seat.room.asking
        await seat.press("r")
        await seat.see("The corrected file of P02")
        seat.room._prompt.query_one("#prompt-line").value = str(file)
        await seat.press("enter")
        await seat.until(lambda: "in the place of P02" in seat.text, tries=1500)
        await seat.see("codings: 1 of 2 are sure, 1 would wait for you (1 lost)")
        await seat.press("enter")
        await seat.until(lambda: seat.room.ROOM == "carried")
        await seat.see("1 wait")
        await seat.until(lambda: "is replaced" in seat.told)

    play(study_folder, "transcripts", journey, WIDE)


def test_a_turn_is_corrected_while_coding(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        seat.app.open_transcript(named(seat.study, "P01"), 30)
        await seat.until(lambda: seat.room.ROOM == "coding")
        await seat.see("Jeg savner det fysiske")
        await seat.press("T")
        await seat.see("Edit the words")
        await seat.press("1")
        await seat.see("as it should read")
        seat.room._prompt.query_one("#prompt-text").text = "Jeg savner det fysiske, det å treffe folk ute."
        await seat.press("ctrl+s")
        await seat.until(lambda: "is corrected" in seat.told)
        await seat.see("treffe folk ute")
        await seat.press("u")
        await seat.see("Men det gikk jo")

    play(study_folder, "home", journey, WIDE)
