"""Arrows, page keys, home and end move what is current; they never scroll it out of sight."""

from pathlib import Path
from typing import Any

from workbench.acts import codebook
from workbench.store.study_file import StudyFile
from workbench.tui.transcript_view import TranscriptView

LOW = (80, 10)  # too low for all of it: what can scroll, would


def test_the_arrows_move_the_current_item_of_a_long_list(play: Any, study_folder: Path) -> None:
    with StudyFile.open(study_folder) as study:
        for number in range(30):
            codebook.add(study, f"Kode {number:02}", None)

    async def journey(seat: Any) -> None:
        await seat.press("enter")  # on all the same, in so small a window
        await seat.see("Kontakt")
        ledger = seat.room.main_ledger()
        for key, lands in (("down", 1), ("down", 2), ("up", 1), ("end", 33), ("up", 32), ("home", 0)):
            await seat.press(key)
            assert ledger.index == lands, key
        await seat.press("pagedown")
        assert ledger.index > 1
        await seat.press("pageup")
        assert ledger.index == 0

    play(study_folder, "codebook", journey, LOW)


def test_the_arrows_move_the_caret(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.press("enter")  # on all the same, in so small a window
        seat.app.open_transcript(1, 0)
        await seat.until(lambda: seat.room.query(TranscriptView))
        view = seat.room.query_one(TranscriptView)
        await seat.until(lambda: view.transcript.turns)
        await seat.press("right")
        assert view.caret == 1
        await seat.press("down")
        assert view.caret > view.transcript.turns[0].end
        await seat.press("up", "home")
        assert view.caret == 0

    play(study_folder, "home", journey, (80, 7))
