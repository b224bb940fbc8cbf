"""Quotes of a code below the text: read on, gone to, come back from; what stands beside the text on narrow screens."""

from pathlib import Path
from typing import Any

import pytest

from workbench.acts import codebook, coding, memos
from workbench.store.lookups import codes, transcripts
from workbench.store.study_file import StudyFile
from workbench.study.spans import Span
from workbench.tui.transcript_view import TranscriptView

WIDE, SMALL = (160, 48), (80, 24)


def _many_quotes(folder: Path) -> None:
    """Put a code under «Savn» on every word of one transcript."""
    with StudyFile.open(folder) as study:
        above = next(one.id for one in codes.codebook(study) if one.name == "Savn")
        below = codebook.add(study, "Savn under", above)
        text = transcripts.load(study, transcripts.named(study, "P01"))
        words = [Span(at, at + 2) for at in range(0, len(text.text) - 2)]
        for span in words[:130]:
            coding.apply(study, text.id, span, below)
        memos.write(study, "code", above, "Hva er det de savner?")


async def _at(seat: Any, name: str, words: str) -> None:
    first = transcripts.named(seat.study, name)
    seat.app.open_transcript(first, transcripts.load(seat.study, first).text.index(words))
    await seat.until(lambda: seat.room.query(TranscriptView) and seat.room.view.transcript.turns)


def test_quotes_of_a_code_are_read_page_by_page_gone_to_and_come_back_from(play: Any, study_folder: Path) -> None:
    _many_quotes(study_folder)

    async def journey(seat: Any) -> None:
        await seat.press("g", "l")
        book = {code.name: code.id for code in codes.codebook(seat.study)}
        seat.app.desk.armed = book["Savn under"]
        await _at(seat, "P02", "")
        room, caret = seat.room, seat.room.view.caret
        await seat.press("p")
        await seat.until(lambda: room.peeking and len(room.quotes.items) == 50)
        count = len(seat.study.live("coding", code_id=book["Savn under"]))
        await seat.until(lambda: f"{count} quotes" in seat.text and room.context.text.startswith("▌Savn under"))
        for _ in range(42):
            await seat.press("j")
        await seat.until(lambda: len(room.quotes.items) == 100)
        one = room.quotes.current
        await seat.press("enter")
        await seat.until(lambda: room.view.transcript.name == "P01" and room.view.caret == one.coding.span.start)
        assert not room.peeking and room.view.has_focus
        await seat.press("escape")
        await seat.until(lambda: room.view.transcript.name == "P02" and room.peeking)
        assert room.view.caret == caret and room.quotes.current.coding.id == one.coding.id
        await seat.press("escape")
        assert not room.peeking and room.view.has_focus and seat.app.desk.room == "coding"

    play(study_folder, "home", journey, WIDE)


def test_codes_under_it_are_taken_in_and_left_out(play: Any, study_folder: Path) -> None:
    _many_quotes(study_folder)

    async def journey(seat: Any) -> None:
        book = {code.name: code.id for code in codes.codebook(seat.study)}
        seat.app.desk.armed = book["Savn"]
        await _at(seat, "P02", "")
        room = seat.room
        room.view.go(0)
        own = len([one for one in seat.study.live("coding", code_id=book["Savn"])])
        await seat.press("p")
        await seat.until(lambda: room.peeking)
        assert room.peeked_below == (not own)
        before = len(room.quotes.items)
        await seat.press("s")
        await seat.until(lambda: len(room.quotes.items) != before)
        seat.app.desk.armed = 0
        await seat.press("escape", "u")
        await seat.until(lambda: not room.peeking)

    play(study_folder, "home", journey, SMALL)


def test_on_narrow_screens_what_is_beside_the_text_takes_its_place(play: Any, study_folder: Path) -> None:
    _many_quotes(study_folder)

    async def journey(seat: Any) -> None:
        await _at(seat, "P01", "")
        room = seat.room
        await seat.press("tab")
        await seat.until(lambda: room.side_shown and not room.query_one("#transcript").region)
        caret = room.view.caret
        await seat.press("j")
        assert room.view.caret == caret and "Savn under" in room.context.text
        await seat.press("tab")
        await seat.until(lambda: room.view.has_focus and not room.side_shown)
        await seat.press("tab", "escape")
        await seat.until(lambda: room.view.has_focus and not room.side_shown)
        assert seat.app.desk.room == "coding"

    play(study_folder, "home", journey, SMALL)


@pytest.mark.parametrize("size", [WIDE, SMALL])
def test_the_code_one_stands_on_is_shown_while_one_chooses(
    play: Any, study_folder: Path, size: tuple[int, int]
) -> None:
    async def journey(seat: Any) -> None:
        await _at(seat, "P01", "Jeg savner")
        room = seat.room

        def seen() -> str:
            return room.context.text if size == WIDE else seat.told

        await seat.press("x", "c")
        await seat.type("Bli m")
        await seat.until(lambda: "Noen kommer imot en." in seen() and "treffe folk" in seen())
        await seat.press("escape")
        await seat.until(lambda: "Noen kommer imot en." not in seen())
        assert size == SMALL or "CODES HERE" in room.context.text

    play(study_folder, "home", journey, size)
