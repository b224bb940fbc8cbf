"""The room of repairs, key by key."""

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.acts import codebook, coding, revisions
from workbench.store.lookups import originals
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.repairs import RepairKind, RepairState
from workbench.transcripts.intake import read_file, take

TALK = (
    "I: Hvordan var det å flytte dit?\n"
    "P07: Det var en ordning i sentralad-\nministrasjonen som het noe helt annet før, og så kom det en ny sjef\n"
    "som ville gjøre alt om igjen, og da måtte vi vente på nytt med det\nhele, og det var ikke så lett for den som "
    "skulle bo der i mel-\nlomtiden, for det var jo ingen som visste hvor lenge det kom til\nå vare, eller om det "
    "i det hele tatt ble noe av, sa de til oss på det\nmøtet, og vi satt der med den ﬁne planen vår og «ventet på "
    "svar\n"
)


@pytest.fixture
def repaired(tmp_path: Path) -> Path:
    """A study of two texts: one with repairs made and proposed and one coding, one that needed none."""
    folder, first, second = tmp_path / "study", tmp_path / "P07.txt", tmp_path / "P08.txt"
    first.write_text(TALK * 2, encoding="utf-8")
    second.write_text("I: Ja?\nP08: Nei, ikke da.\n", encoding="utf-8")
    with StudyFile.create(folder, "Fjell", "nb", "Ane") as study:
        one = take(study, read_file(first))
        take(study, read_file(second))
        code = codebook.add(study, "Endring")
        text = lookup.load(study, one)
        at = text.text.index("for det var jo")
        from workbench.study.spans import Span

        coding.apply(study, one, Span(at, at + 14), code)
    return folder


def first_text(seat: Seat) -> int:
    return lookup.named(seat.study, "P07")


def states(seat: Seat) -> dict[RepairState, int]:
    found = originals.repairs(seat.study, first_text(seat))
    return {state: sum(one.state is state for one in found) for state in RepairState}


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_one_is_made_and_undone_where_it_stands(repaired: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("f")
        await seat.until(lambda: seat.room.ROOM == "repairs")
        await seat.see("sentralad-⏎ministrasjonen → sentraladm")
        assert "THE ORIGINAL · line 2" in seat.text and "THE TEXT NOW · turn 2" in seat.text
        assert "sentralad[-⏎]ministrasjonen" in seat.text
        before = states(seat)
        await seat.press("space")
        await seat.see("Made (word broken at a line end, 1); u undoes. Its coding keeps its words.")
        assert states(seat)[RepairState.MADE] == before[RepairState.MADE] + 1
        assert "i sentraladministrasjonen som" in lookup.load(seat.study, first_text(seat)).text
        assert "The repair is made." in seat.text
        await seat.press("u")
        await seat.until(lambda: states(seat) == before)
        await seat.see("[?]")
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "transcripts")

    play(repaired, "transcripts", journey, size)


def test_all_of_a_kind_are_taken_back_and_made(repaired: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        fi = RepairKind.LIGATURE
        room = seat.room
        at = next(at for at, one in enumerate(room.list.items) if one.repair.kind is fi)
        room.list.go(at)
        await seat.press("A")
        await seat.see("Taken back (ligature, 2)")
        assert lookup.load(seat.study, first_text(seat)).text.count("ﬁne") == 2
        assert room.list.index == at  # the place in the list is kept
        await seat.press("A")
        await seat.see("Made (ligature, 2)")
        assert "ﬁne" not in lookup.load(seat.study, first_text(seat)).text

    play(repaired, "repairs", journey)


def test_what_waits_is_filtered_turned_down_and_gone_through(repaired: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        waiting = states(seat)[RepairState.PROPOSED]
        assert waiting >= 2
        await seat.press("f")
        await seat.see("only proposed")
        assert len(seat.room.list.items) == waiting
        body = lookup.load(seat.study, first_text(seat)).text
        await seat.press("x")
        await seat.see("Turned down")
        assert lookup.load(seat.study, first_text(seat)).text == body
        assert len(seat.room.list.items) == waiting - 1
        for _ in range(waiting - 1):
            await seat.press("x")
        await seat.see("Nothing waits any more.")
        await seat.see("No repair waits for a decision; f shows all of them.")
        await seat.press("escape")
        await seat.see("ligature")
        await seat.press("n")
        await seat.see("No more proposed repairs this way")
        await seat.press("x")
        await seat.see("Only a proposed repair can be turned down")

    play(repaired, "repairs", journey)


def test_the_next_that_waits_and_reading_there(repaired: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        room = seat.room
        await seat.press("n")
        await seat.until(lambda: room.list.index > 0)
        assert room.list.current.state is RepairState.PROPOSED
        await seat.press("N")
        await seat.until(lambda: room.list.index == 0)
        await seat.press("enter")
        await seat.until(lambda: seat.room.ROOM == "coding")
        assert seat.app.desk.transcript == first_text(seat)
        text = lookup.load(seat.study, first_text(seat)).text
        assert text[seat.app.desk.caret - 9 : seat.app.desk.caret] == "sentralad"
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "repairs")

    play(repaired, "repairs", journey)


def test_words_edited_since_are_a_sentence(repaired: Path, play: Play) -> None:
    with StudyFile.open(repaired) as study:
        one = lookup.named(study, "P07")
        turn = lookup.load(study, one).turns[1]
        words = lookup.load(study, one).text[turn.start : turn.end]
        revisions.edit_turn(study, one, 2, words.replace("fine planen", "store planen"))

    async def journey(seat: Seat) -> None:
        room = seat.room
        room.list.go(next(at for at, r in enumerate(room.list.items) if r.repair.kind is RepairKind.LIGATURE))
        await seat.press("space")
        await seat.see("edited since; edit the turn by hand")
        await seat.press("A")
        await seat.see("1 was left as it is")
        assert lookup.load(seat.study, first_text(seat)).text.count("ﬁne") == 1

    play(repaired, "repairs", journey)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_what_is_odd_is_shown_and_left(repaired: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("o")
        await seat.see("ODD CHARACTERS")
        await seat.see("quotation mark not closed: « · stands 2 times")
        assert "[«]ventet" in seat.text
        await seat.press("space")
        await seat.see("No repair is in hand")
        await seat.press("enter")
        await seat.until(lambda: seat.room.ROOM == "coding")
        assert lookup.load(seat.study, first_text(seat)).text[seat.app.desk.caret] == "«"
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "repairs")
        await seat.press("escape")
        await seat.see("THE ORIGINAL")

    play(repaired, "repairs", journey, size)


def test_texts_are_gone_through_and_one_needed_nothing(repaired: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("greater_than_sign")
        await seat.see("Nothing was repaired in this transcript")
        await seat.press("space")
        await seat.see("No repair is in hand here")
        await seat.press("greater_than_sign")
        await seat.see("No more transcripts this way")
        await seat.press("less_than_sign")
        await seat.see("THE ORIGINAL")

    play(repaired, "repairs", journey, NARROW)


def test_it_follows_the_transcript_on_the_desk(repaired: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        seat.app.open_transcript(lookup.named(seat.study, "P08"))
        await seat.until(lambda: seat.room.ROOM == "coding")
        await seat.press("g", "e")
        await seat.see("Nothing was repaired in this transcript")
        seat.app.open_transcript(first_text(seat))
        await seat.until(lambda: seat.room.ROOM == "coding")
        await seat.press("g", "e")
        await seat.see("THE ORIGINAL")

    play(repaired, "home", journey)


def test_without_an_original_or_a_text_it_says_so(study_folder: Path, empty_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("No original is kept of P01")

    async def nothing(seat: Seat) -> None:
        await seat.see("No transcripts yet")
        await seat.press("o")
        await seat.see("Nothing odd in this text")

    play(study_folder, "repairs", journey)
    play(empty_study, "repairs", nothing)
