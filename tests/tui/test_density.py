"""Density, calm and plain signs: set in the settings or in the app, at once and next time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.segment import Segment
from seat import Play, Seat
from textual.color import Color
from textual.widgets import Input

from workbench.__main__ import main
from workbench.settings import load, user_file
from workbench.study.transcripts import Role, Turn
from workbench.tui.page import Page
from workbench.tui.signs import PlainSigns
from workbench.tui.transcript_view import TranscriptView


def write(text: str) -> None:
    user_file().parent.mkdir(parents=True, exist_ok=True)
    user_file().write_text(text, encoding="utf-8")


async def _open(seat: Seat) -> TranscriptView:
    seat.app.open_transcript(int(seat.study.live("transcript")[0]["id"]), 0)
    await seat.see("Jeg savner det fysiske")
    return seat.room.query_one(TranscriptView)


async def _look(seat: Seat, typed: str) -> None:
    await seat.press("f2")
    await seat.until(lambda: seat.room.asking)
    await seat.type(typed)
    await seat.press("enter")


def _turn_rows(seat: Seat) -> list[int]:
    rows = seat.text.splitlines()
    return [next(at for at, row in enumerate(rows) if words in row) for words in ("Hvordan var", "Jeg savner", "Takk.")]


def test_turns_stand_close_or_with_a_line_between(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        view = await _open(seat)
        await seat.press("J", "l", "l")
        roomy, caret = _turn_rows(seat), view.caret
        await _look(seat, "density")
        await seat.see("Compact: no blank line")
        compact = _turn_rows(seat)
        assert roomy[1] - roomy[0] == 2 and compact[1] - compact[0] == 1
        assert compact[2] - compact[1] == roomy[2] - roomy[1] - 1
        # The caret stands where it stood, and moves by rows as before.
        assert view.caret == caret
        await seat.press("k")
        assert view.transcript.turn_at(view.caret).number == 1
        assert load().density == "compact"

    play(study_folder, "transcripts", journey)

    async def again(seat: Seat) -> None:
        await _open(seat)
        rows = _turn_rows(seat)
        assert rows[1] - rows[0] == 1
        await _look(seat, "density")
        await seat.see("Roomy: a blank line")
        assert load().density == "roomy"

    play(study_folder, "transcripts", again)


@given(st.lists(st.text("ab cd\n", max_size=30), min_size=1, max_size=6), st.integers(8, 20))
def test_a_compact_page_has_the_rows_of_a_roomy_one_without_the_empty(said: list[str], width: int) -> None:
    text, turns = "", []
    for words in said:
        turns.append(Turn(len(turns) + 1, len(text), len(text) + len(words), "P", Role.PARTICIPANT))
        text += words + "\n"
    roomy, compact = Page(text, turns, width), Page(text, turns, width, gap=False)
    kept = [(roomy.starts[row], roomy.ends[row]) for row in range(len(roomy)) if roomy.turns[row] >= 0]
    assert kept == list(zip(compact.starts, compact.ends, strict=True))
    assert all(turn >= 0 for turn in compact.turns)


# Calm


def test_calm_blinks_nowhere_and_lets_no_figures_run(study_folder: Path, play: Play) -> None:
    write("calm = true\n")

    async def journey(seat: Seat) -> None:
        await seat.press("a")
        await seat.until(lambda: seat.room.asking)
        assert all(not field.cursor_blink for field in seat.room.query(Input))
        await seat.press("escape")
        for share in range(50):
            seat.room.tell_progress(f"{share} %")
        assert seat.told == "0 %"
        await _look(seat, "calm")
        await seat.see("No longer calm")
        assert all(field.cursor_blink for field in seat.room.query(Input))
        for share in range(50):
            seat.room.tell_progress(f"{share} %")
        assert seat.told == "49 %"
        assert not load().calm
        assert seat.app.animation_level == "none"

    play(study_folder, "codebook", journey)


def test_calm_on_the_command_line(monkeypatch: pytest.MonkeyPatch, study_folder: Path) -> None:
    found: list[bool] = []
    monkeypatch.setenv("WORKBENCH_CALM", "")
    monkeypatch.setattr("workbench.__main__.open_screens", lambda *_: found.append(load().calm) or 0)
    assert main(["--study", str(study_folder), "--calm"]) == 0
    assert found == [True]


# Signs


BOXES = re.compile("[\u2500-\u25ff]")


def test_no_line_or_box_is_left_and_passages_keep_their_shape(study_folder: Path, play: Play) -> None:
    write('signs = "plain"\n')

    async def journey(seat: Seat) -> None:
        await _open(seat)
        drawn = _filtered(seat)
        assert not BOXES.search(drawn)
        line = next(row for row in drawn.splitlines() if "Jeg savner det fysiske" in row)
        assert re.search(r"- -\s+sa bm", line)
        await seat.press("g", "c")
        await seat.see("Kontakt")
        drawn = _filtered(seat)
        assert not BOXES.search(drawn)
        assert any(row.startswith(">") and row.count("Kontakt") for row in drawn.splitlines())
        await _look(seat, "lines")
        await seat.see("Lines and boxes are drawn")
        assert BOXES.search(_filtered(seat))

    play(study_folder, "transcripts", journey)


def _filtered(seat: Seat) -> str:
    """The rows as the compositor has them: filters done."""
    strips = seat.app.screen._compositor.render_strips()
    return "\n".join("".join(part.text for part in strip) for strip in strips)


@given(st.text(max_size=60))
@example("↓ v")
def test_a_plain_sign_is_as_wide_as_the_one_it_stands_for(text: str) -> None:
    before = [Segment(text)]
    after = PlainSigns().apply(before, Color(0, 0, 0))
    assert len(after[0].text) == len(text) and after[0].cell_length == before[0].cell_length
    # Letters are never touched (a sign may become one: an arrow down is drawn as v).
    pairs = zip(text, after[0].text, strict=True)
    assert all(drawn == written for written, drawn in pairs if written.isalpha())


def test_a_setting_that_cannot_be_kept_holds_until_one_leaves(
    study_folder: Path, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def journey(seat: Seat) -> None:
        # A file stands where the folder of the settings should be.
        user_file().parent.parent.mkdir(parents=True, exist_ok=True)
        user_file().parent.write_text("", encoding="utf-8")
        await _open(seat)
        await _look(seat, "density")
        await seat.see("cannot be written")
        assert seat.app.has_class("-compact")

    play(study_folder, "transcripts", journey)
