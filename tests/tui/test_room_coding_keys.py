"""The coding room's keys for marks on a coding, several codes at once, new codes, and what is not coded yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.store.lookups import codings as coding_lookup
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.codings import Coding, Level, Stance
from workbench.words import use


@pytest.fixture
def desk(study_folder: Path) -> Path:
    """The small study, its first interview open at the top."""
    with StudyFile.open(study_folder) as study:
        one = lookup.named(study, "P01")
        study.keep_desk(f"desk.{study.coder_id}", {"room": "coding", "transcript": one, "caret": 0, "armed": 0})
    return study_folder


def codings(seat: Seat) -> list[tuple[str, str]]:
    """Return what is coded in the open transcript: words and code."""
    text = lookup.load(seat.study, seat.app.desk.transcript).text
    book = {row["id"]: row["name"] for row in seat.study.live("code")}
    rows = seat.study.live("coding", transcript_id=seat.app.desk.transcript)
    return [(text[row["start"] : row["end"]], book[row["code_id"]]) for row in rows]


def first(seat: Seat) -> Coding:
    """Return the transcript's first coding."""
    rows = seat.study.live("coding", transcript_id=seat.app.desk.transcript)
    return coding_lookup.get(seat.study, min(rows, key=lambda row: row["start"])["id"])


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_what_is_said_of_a_coding(desk: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("e", "t")
        await seat.see("«Savn»: these words are")
        assert "1  semantic" in seat.text and "(say nothing of it)" not in seat.text
        await seat.press("5")
        await seat.see("«Savn»: contradicts; u takes it back.")
        await seat.press("t", "2", "t", "6", "t", "7")
        await seat.see("«Savn»: latent · contradicts · uncertain · important; u takes it back.")
        one = first(seat)
        assert (one.level, one.stance, one.certain, one.important) == (Level.LATENT, Stance.CONTRADICTS, False, True)
        if size == WIDE:
            await seat.until(lambda: seat.text.count("latent · contradicts · uncertain · important") == 2)
        # Each digit was an act; another stance takes the place of the first, the same one takes it away.
        await seat.press("u")
        await seat.until(lambda: not first(seat).important)
        await seat.press("U", "t", "3")
        await seat.until(lambda: first(seat).stance is Stance.SUPPORTS and first(seat).important)
        await seat.press("t", "3")
        await seat.until(lambda: not first(seat).stance)
        # All at once, and back by one undo.
        await seat.press("t", "8")
        await seat.see("«Savn» has no marks now")
        one = first(seat)
        assert (one.level, one.certain, one.important) == (Level.UNSET, True, False)
        await seat.press("u")
        await seat.until(lambda: first(seat).important and not first(seat).certain and first(seat).level)

    play(desk, "coding", journey, size)


def test_what_is_said_in_bokmaal(desk: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("e", "t")
        await seat.see("«Savn»: disse ordene er")
        await seat.press("4")
        await seat.see("«Savn»: nyanserer; u angrer.")
        await seat.until(lambda: seat.text.count("nyanserer") == 2)

    use("nb")
    play(desk, "coding", journey)
