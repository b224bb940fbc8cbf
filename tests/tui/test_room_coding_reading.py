"""Reading without codes: nothing of the coding is seen, notes stand in the margin, acts of coding wait."""

from __future__ import annotations

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.acts import coding
from workbench.store.lookups import memos
from workbench.store.lookups import transcripts as lookup
from workbench.study.memos import MemoKind
from workbench.study.spans import Span
from workbench.tui.screens.coding import Coding

CODES = ("Savn", "Bli møtt", "Kontakt", "Vente")


def room(seat: Seat) -> Coding:
    assert isinstance(seat.room, Coding)
    return seat.room


async def begin(seat: Seat) -> int:
    """Open the first transcript, its caret on the participant's turn."""
    wanted = lookup.named(seat.study, "P01")
    seat.app.open_transcript(wanted)
    await seat.see("Jeg savner")
    await seat.press("J")
    return wanted


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_reading_shows_no_codes_and_takes_none(study_folder: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        wanted = await begin(seat)
        await seat.see("Savn")
        if size == WIDE:
            await seat.see("Z Read")
        await seat.press("Z")
        await seat.see("Reading: no codes")
        assert not any(code in seat.text for code in (*CODES, "2 codings", "┏", "╺"))
        codings = len(seat.study.live("coding"))
        for key in ("c", "i", "a", "full_stop", "d", "t", "r", "B", "F", "f", "q"):
            await seat.press(key)
            assert "While you read there are no codes; Z" in seat.told
        assert len(seat.study.live("coding")) == codings
        # The palette names none either.
        await seat.press("ctrl+p")
        await seat.type("P0")
        await seat.see("transcript")
        await seat.press("backspace", "backspace")
        await seat.type("Savn")
        await seat.see("Nothing fits these letters")
        await seat.press("escape")
        # It is kept, for the next transcript and the next time.
        seat.app.open_transcript(lookup.named(seat.study, "P02"))
        await seat.until(lambda: room(seat).view.transcript.id != wanted)
        assert "ringte" in seat.text and not any(code in seat.text for code in CODES)
        assert seat.study.desk(f"desk.{seat.study.coder_id}")["reading"] is True
        await seat.press("Z")
        await seat.see("Codes are shown again")
        await seat.press("J")
        await seat.until(lambda: room(seat).view.passage_count == 2)

    play(study_folder, "coding", journey, size)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_notes_in_the_margin(study_folder: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        wanted = await begin(seat)
        await seat.press("Z", "x", "m")
        await seat.type("lengsel")
        await seat.press("ctrl+s")
        await seat.see("Note kept")
        await seat.see("lengsel")
        (note,) = memos.on_passages(seat.study, wanted)
        assert note.kind is MemoKind.FAMILIAR and note.span and note.span.cut(room(seat).view.transcript.text) == "Jeg"
        # Without a selection: the sentence, unless a note is there already; then that one is opened.
        await seat.press("s", "m")
        await seat.type("vendepunkt")
        await seat.press("ctrl+s")
        await seat.until(lambda: len(memos.on_passages(seat.study, wanted)) == 2)
        await seat.press("E")
        assert room(seat).view.caret == note.span.start
        await seat.press("E")
        assert "No more notes" in seat.told
        await seat.press("e", "enter")
        await seat.see("Note on «Men")
        await seat.press("end", *("backspace",) * 10, "ctrl+s")
        await seat.see("Note taken away")
        await seat.press("u")
        await seat.until(lambda: len(memos.on_passages(seat.study, wanted)) == 2)
        # A click on its bracket selects what it is on.
        view = room(seat).view
        row = view._page.row_of(note.span.start)
        lane = next(lane for lane, cell in view._lanes.on_row(row) if cell.passage.coding_id == note.id)
        await seat.pilot.click("#transcript", offset=(view._gutter + view._page.width + 1 + 2 * lane, row))
        assert view.selection == note.span
        # So does one on its first words, and while coding one on its sign.
        await seat.press("escape")
        await seat.pilot.click(
            "#transcript", offset=(view._gutter + view._page.width + 1 + 2 * view._lane_count + 1, row)
        )
        assert view.selection == note.span
        await seat.press("escape", "Z")
        await seat.see("✎")
        if size == WIDE:
            await seat.see("✎ lengsel")
        await seat.pilot.click("#transcript", offset=(view._gutter + view._page.width, row))
        assert view.selection == note.span
        assert "lengsel" not in "".join(seat.text.split("\n")[:5])

    play(study_folder, "coding", journey, size)


def test_a_note_while_coding_and_those_of_others(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        wanted = await begin(seat)
        with seat.study.writing("coder.add", {"name": "Per"}) as writer:
            per = writer.insert("coder", {"guid": "per", "name": "Per"})
        row = {"about": "transcript", "about_id": wanted, "coder_id": per, "kind": "familiar", "title": "",
               "created": "2026-01-02T03:04:05Z"}  # fmt: skip
        with seat.study.writing("memo.write", {"about": "transcript"}) as writer:
            for guid, text, private, start in (("a", "åpent", 0, 24), ("b", "lukket", 1, 28)):
                values = {**row, "guid": guid, "text": text, "private": private, "start": start, "end": start + 3}
                writer.insert("memo", values)
        # A coding is at the caret: m is about it, M about the words.
        await seat.press("m")
        await seat.see("Memo on «Savn»")
        await seat.press("escape", "x", "M")
        await seat.see("Note on «Jeg»")
        await seat.press("escape", "escape", "Z")
        await seat.see("åpent")
        # What is taken back or done meanwhile is seen when codes are shown again.
        seat.app.desk.armed = 0
        gone = seat.study.live("coding", transcript_id=wanted)[0]["id"]
        coding.drop(seat.study, gone)
        await seat.press("Z")
        assert [one.coding_id for one in room(seat).view.passages] == [
            row["id"] for row in seat.study.live("coding", transcript_id=wanted)
        ]
        await seat.press("Z")
        assert "lukket" not in seat.text
        assert [one.span for one in memos.on_passages(seat.study, wanted)] == [Span(24, 27)]

    play(study_folder, "coding", journey)
