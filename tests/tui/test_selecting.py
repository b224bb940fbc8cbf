"""While selecting, the moves by word, sentence and turn end with whole ones."""

from pathlib import Path
from typing import Any

import pytest

from workbench.tui.transcript_view import TranscriptView

P01 = "Jeg savner det fysiske, altså det å treffe folk. Men det gikk jo etter hvert."


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("v w", "Jeg"),
        ("v w w w", "Jeg savner det"),
        ("x w", "Jeg savner"),
        ("v s", "Jeg savner det fysiske, altså det å treffe folk."),
        ("v s s", P01),
        ("w v s", "savner det fysiske, altså det å treffe folk."),
        ("v J", P01),
        ("w v b", "Jeg s"),
    ],
)
def test_moves_extend_by_whole_units(play: Any, study_folder: Path, keys: str, words: str) -> None:
    async def journey(seat: Any) -> None:
        seat.app.open_transcript(1, 25)
        await seat.until(lambda: seat.room.query(TranscriptView))
        view = seat.room.query_one(TranscriptView)
        await seat.until(lambda: view.transcript.turns)
        view.go(view.transcript.text.index(P01))
        await seat.press(*keys.split())
        assert view.selection.cut(view.transcript.text) == words
        await seat.press("escape")
        await seat.until(lambda: view.selection is None)

    play(study_folder, "home", journey, (80, 24))


def test_at_the_end_nothing_more_is_taken(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        seat.app.open_transcript(1, 0)
        await seat.until(lambda: seat.room.query(TranscriptView))
        view = seat.room.query_one(TranscriptView)
        await seat.until(lambda: view.transcript.turns)
        await seat.press("G", "b", "v", "w", "w", "s", "J")
        assert view.transcript.text.endswith(view.selection.cut(view.transcript.text))

    play(study_folder, "home", journey, (80, 24))
