"""The import room, key by key; files are read by the helper process."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import transcripts as lookup

FIRST = (
    "Intervjuer: Hvor bor du nå?\nP11: Jeg bor i en hybel ved elva, den er liten.\nIntervjuer: Og før?\nP11: Hos mor.\n"
)
SECOND = (
    "Ragnhild: Fortell om dagen din.\nKnut: Jeg står opp seks og går til brygga med en gang.\nRagnhild: Hva så?\n"
    "Knut: Da drar jeg ut med sjarken hvis været tillater det.\n"
)


def names(seat: Seat) -> list[str]:
    return [card.name for card in lookup.cards(seat.study)]


@pytest.fixture
def corpus(empty_study: Path) -> Path:
    folder = empty_study / "corpus"
    folder.mkdir()
    (folder / "P11.txt").write_text(FIRST, encoding="utf-8")
    (folder / "P12.txt").write_text(SECOND, encoding="utf-8")
    (folder / "P13.docx").write_bytes(b"PK\x03\x04 ikke et dokument")
    (folder / "kopi.txt").write_text(FIRST, encoding="utf-8")
    return folder


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_files_are_shown_and_taken_one_by_one(corpus: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("Press enter and give a file")
        await seat.press("enter", "enter")
        await seat.see("2 can be taken in")
        assert "✗ unread" in seat.text and "! twice" in seat.text
        if size == WIDE:
            assert "Jeg bor i en hybel" in seat.text and "4 files · 2 to take" in seat.text
        await seat.press("a")
        await seat.see("Took in P11")
        assert names(seat) == ["P11"]
        assert "✓ inside" in seat.text and "▌P12" in seat.text
        await seat.press("u")
        await seat.until(lambda: names(seat) == [])
        assert "✓ inside" not in seat.text

    play(corpus.parent, "import", journey, size)


def test_all_are_taken_and_the_transcripts_shown(corpus: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("enter", "enter")
        await seat.see("2 can be taken in")
        await seat.press("A")
        await seat.until(lambda: seat.room.ROOM == "transcripts")
        await seat.see("Took in 2 transcripts")
        assert names(seat) == ["P11", "P12"]
        await seat.press("u")
        await seat.until(lambda: names(seat) == ["P11"])

        await seat.press("i", "enter", "enter")
        await seat.see("✓ inside")
        assert "In the study already, as P11" in seat.text

    play(corpus.parent, "import", journey)


def test_a_problem_is_told_and_skipped(corpus: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("enter")
        await seat.type("P13.docx")
        await seat.press("enter")
        await seat.see("✗ unread")
        assert "Nothing new to take in here" in seat.text
        await seat.press("a")
        await seat.until(lambda: "P13.docx" in seat.told, "the reason in the command row")
        await seat.press("A")
        await seat.see("There is nothing to take in")
        await seat.press("x")
        await seat.see("Press enter and give a file")
        assert names(seat) == []

    play(corpus.parent, "import", journey)


def test_a_speaker_is_given_a_role_and_a_label(corpus: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("enter")
        await seat.type("P12")
        await seat.press("tab", "enter")
        await seat.see("1 can be taken in")
        await seat.press("s")
        await seat.see("Which speaker of P12?")
        await seat.type("Knut")
        await seat.press("enter")
        await seat.see("Who is «Knut»?")
        await seat.press("2")
        await seat.see("which participant?")
        await seat.press(*["backspace"] * 20)
        await seat.type("P77")
        await seat.press("enter")
        await seat.see("«Knut» is participant P77")
        await seat.press("s")
        await seat.type("Ragn")
        await seat.press("enter")
        await seat.see("Who is «Ragnhild»?")
        await seat.press("1", "a")
        await seat.until(lambda: names(seat) == ["P12"])
        assert [one.label for one in people_lookup.participants(seat.study)] == ["P77"]

    play(corpus.parent, "import", journey)


def test_a_taken_name_is_mended_by_another(corpus: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("enter", "enter")
        await seat.see("2 can be taken in")
        await seat.press("a")
        await seat.see("Took in P11")
        (corpus / "P11.txt").write_text(FIRST + "Intervjuer: Takk.\n", encoding="utf-8")
        await seat.press("enter")
        await seat.type("P11.txt")
        await seat.press("enter")
        await seat.see("! name")
        await seat.press("a")
        await seat.until(lambda: "already a transcript called P11" in seat.told)
        await seat.press("r")
        await seat.type("P11 annen")
        await seat.press("enter", "a")
        await seat.until(lambda: names(seat) == ["P11", "P11 annen"])

    play(corpus.parent, "import", journey)


def test_a_people_table_goes_to_the_people_room(corpus: Path, play: Play) -> None:
    (corpus / "liste.csv").write_text("deltaker,alder\nP11,40\n", encoding="utf-8")

    async def journey(seat: Seat) -> None:
        await seat.press("enter")
        await seat.type("liste.csv")
        await seat.press("enter")
        await seat.see("What is liste.csv?")
        await seat.press("1")
        await seat.until(lambda: seat.room.ROOM == "people")
        await seat.see("PEOPLE TABLE  liste.csv")
        await seat.press("1")
        await seat.see("1 person changed")

    play(corpus.parent, "import", journey)


def test_paths_are_completed_and_refused(corpus: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("enter")
        await seat.type("P1")
        await seat.press("tab")
        await seat.see("P11.txt  P12.txt  P13.docx")
        await seat.type("9*")
        await seat.press("enter")
        await seat.see("No file fits the pattern")
        await seat.press("enter", *["backspace"] * 300, "enter")
        await seat.see("No path was written")
        await seat.press("enter")
        await seat.type("*.txt")
        await seat.press("enter")
        await seat.see("3 files")

    play(corpus.parent, "import", journey)


class Slow:
    """A helper that lists two files and is never done with the first."""

    restarts = 0

    def __init__(self) -> None:
        self.called_off = False

    async def call(self, job: str, args: Any, progress: Any = None, call_id: int | None = None) -> Any:
        if job == "transcripts.files":
            return {"files": ["P11.txt", "P12.txt"], "problems": []}
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            self.called_off = True
            raise

    async def close(self) -> None: ...


def test_reading_tells_how_far_it_is_and_esc_stops_it(corpus: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        helper = Slow()
        seat.app._helper = helper
        await seat.press("enter", "enter")
        await seat.see("Reading 1 of 2: P11.txt")
        await seat.press("escape")
        await seat.see("Stopped; 0 files were read")
        await seat.until(lambda: helper.called_off)
        assert seat.room.ROOM == "import" and not seat.room.main_ledger().items  # type: ignore[union-attr]

    play(corpus.parent, "import", journey)
