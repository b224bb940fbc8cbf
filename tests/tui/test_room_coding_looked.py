"""Reading passes and where one has looked, as the coding room shows and keeps them."""

from __future__ import annotations

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.acts import revisions, transcripts
from workbench.store.lookups import readings
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.transcripts import Role
from workbench.tui.note_rows import OPEN_SIGN
from workbench.tui.screens.coding import Coding


@pytest.fixture
def long_study(study_folder: Path) -> Path:
    """With an interview of sixty turns, more than any window shows."""
    with StudyFile.open(study_folder) as study:
        turns = [
            transcripts.NewTurn(f"Dette er svar nummer {number} om bussen.", "P09", Role.PARTICIPANT, "P09", None, None)
            for number in range(1, 61)
        ]
        transcripts.add(study, transcripts.NewTranscript("P09", turns, "P09.txt", "txt", "utf-8", "hash-P09"))
    return study_folder


def room(seat: Seat) -> Coding:
    assert isinstance(seat.room, Coding)
    return seat.room


async def begin(seat: Seat) -> int:
    wanted = lookup.named(seat.study, "P09")
    seat.app.open_transcript(wanted)
    await seat.see("nummer 1 om")
    room(seat).clock = lambda: -1000.0
    return wanted


async def rest(seat: Seat, at: float) -> None:
    """Let the screen stand for three seconds."""
    for second in range(4):
        room(seat).clock = lambda second=second: at + second
        room(seat).look()
    await seat.pilot.pause()


def test_clocks_that_strike_while_one_leaves(long_study: Path, play: Play) -> None:
    """A room that is left loses its panes before itself: its clocks find nothing to look at, and say nothing."""

    async def journey(seat: Seat) -> None:
        await begin(seat)
        left = room(seat)
        await left.view.remove()
        left.look()
        left._count()
        seat.app.exit(0)

    play(long_study, "home", journey)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_where_one_has_looked(long_study: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        wanted = await begin(seat)
        await seat.press("Z")
        await seat.see(f"1{OPEN_SIGN}")
        await seat.see("looked at 0 %")
        await rest(seat, 100.0)
        await seat.until(lambda: f" 1{OPEN_SIGN}" not in seat.text)
        seen = 60 - room(seat).looked.open_turns
        assert 8 <= seen < 60
        await seat.press("right_parenthesis")
        assert room(seat).view.transcript.turn_at(room(seat).view.caret).number == seen + 1
        await seat.press("left_parenthesis")
        assert "No more this way; )" in seat.told
        await seat.press("G")
        await rest(seat, 200.0)
        last = room(seat).looked.open_turns
        assert last < 60 - seen
        # It is kept beside the study: no act, nothing to undo.
        acts = seat.study.value("SELECT count(*) FROM act")
        room(seat).keep_looked()
        assert readings.all_looks(seat.study)[wanted][0] == room(seat).looked.done
        assert seat.study.value("SELECT count(*) FROM act") == acts
        # A turn with other words was not looked at; all others were.
        revisions.edit_turn(seat.study, wanted, 2, "Dette er noe helt annet enn før.")
        await seat.until(lambda: "helt annet" in room(seat).view.transcript.text)
        assert room(seat).looked.open_turns == last + 1 and room(seat).looked.is_open(1)
        await seat.press("u")
        await seat.until(lambda: not room(seat).looked.is_open(1))
        seat.app.go("transcripts")
        await seat.see(f"{room_share(seat)} %")

    play(long_study, "coding", journey, size)


def room_share(seat: Seat) -> int:
    done, of = next(iter(readings.all_looks(seat.study).values()))
    return round(100 * done / of)


def test_passes_are_begun_finished_and_begun_again(long_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        wanted = await begin(seat)
        await seat.press("Z")
        await seat.see("First reading")
        assert readings.passes(seat.study, wanted).current
        await seat.press("R")
        await seat.see("Marked as read.")
        await seat.press("Z", "Z")
        await seat.see("Reading number 2")
        await seat.see("Read once, last")
        await seat.press("R")
        await seat.see("read to its end 2 times")
        # Another text opened while reading: its first pass begins of itself.
        other = lookup.named(seat.study, "P02")
        seat.app.open_transcript(other)
        await seat.see("ringte")
        assert readings.passes(seat.study, other).current
        await seat.press("u", "u")
        assert not readings.passes(seat.study, other).passes
        assert readings.passes(seat.study, wanted).finished == 1

    play(long_study, "coding", journey)


def test_a_window_that_reads_only_keeps_nothing(long_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        wanted = await begin(seat)
        seat.study._lock, lock = None, seat.study._lock
        try:
            await rest(seat, 100.0)
            room(seat).keep_looked()
            assert readings.looks(seat.study, wanted) is None
            await seat.press("Z")
            assert room(seat).reading and not readings.passes(seat.study, wanted).passes
        finally:
            seat.study._lock = lock
        room(seat).keep_looked()
        assert readings.looks(seat.study, wanted) is not None

    play(long_study, "coding", journey)
