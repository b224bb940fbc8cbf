"""The life of a thing, opened from where it stands; esc comes back there."""

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.acts import codebook, coding, people
from workbench.store.lookups.codes import codebook as load
from workbench.store.study_file import StudyFile


def verbs(seat: Seat) -> list[str]:
    return [line.verb for line in seat.room.query_one("#list").items]  # type: ignore[attr-defined]


def told(seat: Seat) -> str:
    """What the side pane says, wherever its lines are broken."""
    return "".join(str(seat.room.query_one("#side").text).split())  # type: ignore[attr-defined]


async def at_life(seat: Seat) -> None:
    await seat.until(lambda: seat.room.ROOM == "life" and verbs(seat))


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_code_from_its_first_day_with_its_definitions_side_by_side(
    study_folder: Path, play: Play, size: tuple[int, int]
) -> None:
    with StudyFile.open(study_folder) as study:
        wait = load(study).named("Vente").id
        codebook.define(study, wait, {"definition": "Å vente på at noen ringer tilbake."})
        codebook.define(study, wait, {"definition": "Å vente på at noen kommer tilbake."})
        codebook.rename(study, wait, "Å vente")

    async def journey(seat: Seat) -> None:
        await seat.press("j", "j", "L")
        await at_life(seat)
        assert verbs(seat) == ["code.add", "code.define", "code.define", "code.rename"]
        assert "the life of the code «Å vente»" in seat.text
        if size == NARROW:
            await seat.press("enter")
        await seat.see("It has read 3 ways over time.")
        await seat.see("2 codings were made while the definition read")
        assert "added  code" in seat.text
        if size == NARROW:
            await seat.press("enter")
        await seat.press("j", "j")
        if size == NARROW:
            await seat.press("enter")
        await seat.until(lambda: "noen[-ringer-]{+kommer+}tilbake" in told(seat))
        if size == NARROW:
            await seat.press("escape")
        await seat.press("c")
        await seat.until(lambda: verbs(seat).count("coding.apply") == 2)
        await seat.press("c")
        await seat.until(lambda: "coding.apply" not in verbs(seat))
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "codebook")

    play(study_folder, "codebook", journey, size)


def test_from_every_room_that_holds_things(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        for letter, room, told in (
            ("q", "quotes", "the quote P03 2 «Bli møtt»"), ("p", "people", "the participant P01"),
            ("l", "transcripts", "the transcript P01"), ("c", "codebook", "the code «Kontakt»"),
        ):  # fmt: skip
            await seat.press("g", letter)
            await seat.until(lambda room=room: room == seat.room.ROOM)
            await seat.press("L")
            await at_life(seat)
            assert told in seat.text
            await seat.press("escape")
            await seat.until(lambda room=room: room == seat.room.ROOM)
        # In a transcript it is the coding at the caret, else the transcript.
        await seat.press("g", "l", "enter")
        await seat.until(lambda: seat.room.ROOM == "coding")
        await seat.press("L")
        await at_life(seat)
        assert "the transcript P01" in seat.text
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "coding")
        await seat.press("e", "L")
        await at_life(seat)
        assert "the coding P01 2 «Savn»" in seat.text and verbs(seat) == ["coding.apply"]
        await seat.press("escape", "escape")
        await seat.until(lambda: seat.room.ROOM == "transcripts")

    play(study_folder, "home", journey)


def test_from_the_history_the_things_an_act_touched(study_folder: Path, play: Play) -> None:
    with StudyFile.open(study_folder) as study:
        people.set_setting(study, "insert_style", "plain")
        coding.drop(study, study.live("coding")[-1]["id"])

    async def journey(seat: Seat) -> None:
        # The newest act took a coding and its quote away.
        await seat.press("L")
        await seat.see("The life of")
        await seat.press("1")
        await at_life(seat)
        assert verbs(seat) == ["coding.apply", "quote.pick", "coding.drop"]
        await seat.press("p")
        await seat.until(lambda: seat.room.ROOM == "replay")
        await seat.see("1 of 3")
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "life")
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "history")
        await seat.press("j", "L")
        await seat.see("touched nothing that has a life")

    play(study_folder, "history", journey)


def test_nothing_in_hand(empty_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        for letter in "cqpm":
            await seat.press("g", letter, "L")
            await seat.see("There is nothing to do that to here.")

    play(empty_study, "home", journey)


def test_the_desk_is_not_left_in_a_life(study_folder: Path, play: Play) -> None:
    async def first(seat: Seat) -> None:
        await seat.press("L")
        await at_life(seat)
        await seat.press("ctrl+q")

    async def second(seat: Seat) -> None:
        assert seat.room.ROOM == "history"

    play(study_folder, "codebook", first)
    play(study_folder, None, second)
