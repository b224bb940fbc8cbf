"""Ghost lanes: another coder's passages, or one's own of then, stand beside one's own and are never acted on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seat import NARROW, WIDE, Play, Seat
from test_page_properties import PASSAGES, TEXTS, laid_out, passages_in

from workbench.acts import coding, revisions
from workbench.acts.codings_then import codings_then
from workbench.store.lookups import codings_then as lookup
from workbench.store.lookups import transcripts
from workbench.store.study_file import StudyFile
from workbench.study.spans import Span
from workbench.tui.ghosts import FIRST, LAST, ONLY, SAME, WITHIN, Ghosts, agrees, ghost_sign
from workbench.tui.looks import DUSK, palette
from workbench.tui.marks import LaneCell, Lanes, Passage, PassageIndex
from workbench.tui.signs import PLAIN
from workbench.tui.transcript_view import TranscriptView

PALETTE = palette(DUSK, plain=False)


@given(TEXTS, st.integers(8, 40), PASSAGES, PASSAGES, st.integers(1, 3))
@settings(max_examples=120, deadline=None)
def test_no_two_passages_share_a_lane_cell_ghosts_with_them(
    texts: list[str], width: int, mine: list[tuple[int, int]], others: list[tuple[int, int]], count: int
) -> None:
    text, _, page = laid_out(texts, width)
    own = PassageIndex(passages_in(mine, len(text)))
    lanes = Lanes(own, page)
    ghosts = Ghosts("Berit", "B", passages_in(others, len(text)))
    ghosts.lay_out(page)
    for row in range(len(page)):
        cells = [("own", lane) for lane, _ in lanes.on_row(row)] + [("ghost", lane) for lane, _ in ghosts.on_row(row)]
        assert len(set(cells)) == len(cells)
        drawn = ghosts.margin(row, count, own, PALETTE)
        assert sum(len(one.text) for one in drawn) == 2 * count
        for space in (0, 3, 9, 18):
            label = ghosts.label(row, space, PALETTE, whole=True)
            assert sum(one.cell_length for one in label) <= space
        for lane, cell in ghosts.on_row(row):
            assert ghosts.in_lane(row, lane) == cell.passage.span


def test_ghosts_have_signs_of_their_own_with_drawn_and_with_plain_signs() -> None:
    passage = Passage(1, 1, Span(0, 5), "Savn", "sa", "")
    own = "┏┃┗╺┋"
    ghostly = [ghost_sign(LaneCell(passage, first, last), False) for first in (True, False) for last in (True, False)]
    assert sorted(ghostly) == sorted((FIRST, WITHIN, LAST, ONLY))
    for signs in (own + "".join(ghostly) + SAME, (own[:4] + "".join(ghostly) + SAME).translate(PLAIN)):
        assert len(set(signs)) == len(signs)


def test_what_both_coded_alike_is_told() -> None:
    ghost = Passage(9, 1, Span(3, 8), "Savn", "sa", "")
    assert agrees(ghost, PassageIndex([Passage(1, 1, Span(3, 8), "Savn", "sa", "")]))
    assert not agrees(ghost, PassageIndex([Passage(1, 2, Span(3, 8), "Vente", "ve", "")]))
    assert not agrees(ghost, PassageIndex([Passage(1, 1, Span(3, 9), "Savn", "sa", "")]))
    assert ghost_sign(LaneCell(ghost, True, False), True) == SAME


# As it was


def of(study: StudyFile, name: str) -> tuple[int, str]:
    found = lookup_id = transcripts.named(study, name)
    return found, transcripts.load(study, lookup_id).text


def last_act(study: StudyFile) -> int:
    return lookup.act_before(study, "9999")


def test_codings_as_they_stood_after_any_act(study_folder: Path) -> None:
    with StudyFile.open(study_folder) as study:
        one, _ = of(study, "P02")

        def now() -> list[tuple[int, int, Span]]:
            rows = study.live("coding", transcript_id=one, coder_id=study.coder_id)
            found = [(row["id"], row["code_id"], Span(row["start"], row["end"])) for row in rows]
            return sorted(found, key=lambda row: (row[2], row[0]))

        seen = {last_act(study): now()}
        first, second = (row[0] for row in now())
        other = study.live("code", name="Savn")[0]["id"]
        coding.recode(study, first, other)
        seen[last_act(study)] = now()
        coding.resize(study, second, Span(seen[last_act(study)][1][2].start, seen[last_act(study)][1][2].end + 1))
        seen[last_act(study)] = now()
        coding.drop(study, first)
        seen[last_act(study)] = now()
        for act, stood in seen.items():
            found = lookup.codings_then(study, one, study.coder_id, act)
            assert [(row.id, row.code_id, row.span) for row in found] == stood
        assert lookup.codings_then(study, one, study.coder_id, 0) == []


def test_codings_of_an_earlier_text_stand_where_their_words_are(
    study_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with StudyFile.open(study_folder) as study:
        one, text = of(study, "P02")
        act = last_act(study)
        words = [row.span.cut(text) for row in lookup.codings_then(study, one, study.coder_id, act)]
        turn = next(row for row in transcripts.load(study, one).turns if "ringte" in text[row.start : row.end])
        revisions.edit_turn(study, one, turn.number, "Ja, altså. " + text[turn.start : turn.end])
        monkeypatch.setattr(lookup, "act_before", lambda *_: act)
        found = codings_then(study, one, study.coder_id, "")
        assert [row.span.cut(of(study, "P02")[1]) for row in found.codings] == words and not found.lost
        monkeypatch.setattr("workbench.acts.codings_then._LONGEST", 10)
        assert codings_then(study, one, study.coder_id, "").lost == 2, "a text too long to compare: said, not guessed"


# On the screen


@pytest.fixture
def two_coders(study_folder: Path) -> Path:
    """P02 coded by Berit too: one passage as Anna has it, one of her own."""
    with StudyFile.open(study_folder, coder="Berit") as study:
        one, text = of(study, "P02")
        codes = {row["name"]: row["id"] for row in study.live("code")}
        for words, code in (("Jeg ventet i tre uker", "Vente"), ("ringte meg", "Kontakt")):
            at = text.index(words)
            coding.apply(study, one, Span(at, at + len(words)), codes[code])
    return study_folder


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_ghosts_of_another_coder_come_and_go(two_coders: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        one, text = of(seat.study, "P02")
        seat.app.open_transcript(one, text.index("ringte"))
        await seat.see("P02")
        assert "Berit" not in seat.text, "what others coded is not seen unasked"
        await seat.press("H")
        await seat.see("Berit")
        await seat.press("enter")
        await seat.until(lambda: "2 passages" in seat.told)
        assert "B:ko" in seat.text or size == NARROW
        assert "1 as yours" in seat.told
        assert "= " in seat.text, "the same words and code"
        await seat.press("l")
        await seat.see("Ghost: Berit – Kontakt")
        view = seat.app.screen.query_one(TranscriptView)
        before = len(seat.study.live("coding"))
        assert [one.name for one in view.here] == ["Vente"], "a ghost is not a coding at the caret"
        await seat.press("d")
        assert len(seat.study.live("coding")) == before - 1
        await seat.press("d")
        assert len(seat.study.live("coding")) == before - 1, "a ghost cannot be dropped"
        await seat.press("H")
        await seat.until(lambda: view.ghosts is None)
        assert "B:" not in seat.text

    play(two_coders, "coding", journey, size)


def test_ghosts_end_with_their_transcript(two_coders: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        one, _ = of(seat.study, "P02")
        seat.app.open_transcript(one)
        await seat.press("H")
        await seat.see("Berit  2 passages")
        await seat.press("enter")
        view = seat.app.screen.query_one(TranscriptView)
        await seat.until(lambda: view.ghosts is not None)
        await seat.press("greater_than_sign")
        await seat.see("P03")
        assert view.ghosts is None

    play(two_coders, "coding", journey)


def test_ghosts_of_a_day_before_the_study_are_none(two_coders: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        one, _ = of(seat.study, "P02")
        seat.app.open_transcript(one)
        await seat.press("H")
        await seat.see("Berit  2 passages")
        await seat.type("1.3.2020")
        await seat.press("enter")
        await seat.see("Nothing of this text was coded then")
        await seat.press("H")
        await seat.see("Berit  2 passages")
        await seat.type("today")
        await seat.press("enter")
        view = seat.app.screen.query_one(TranscriptView)
        await seat.until(lambda: view.ghosts is not None)
        assert all(same for _, same in view.ghosts_here) and "2 as yours" in seat.told

    play(two_coders, "coding", journey)


def test_a_click_on_a_ghost_selects_its_words(two_coders: Path, play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "WORKBENCH_SIGNS", "plain")

    async def journey(seat: Seat) -> None:
        one, text = of(seat.study, "P02")
        seat.app.open_transcript(one)
        await seat.press("H")
        await seat.see("Berit  2 passages")
        await seat.press("enter")
        view = seat.app.screen.query_one(TranscriptView)
        await seat.until(lambda: view.ghosts is not None)
        assert seat.text.isascii() or "┊" not in seat.text
        row = view._page.row_of(text.index("ringte"))
        at = next(
            lane for lane, cell in (view.ghosts or Ghosts("", "", ())).on_row(row) if cell.passage.name == "Kontakt"
        )
        column = view._gutter + view._page.width + 1 + 2 * (view._lane_count + at)
        await seat.pilot.mouse_down(view, offset=(column, row - view.scroll_offset.y))
        await seat.pilot.mouse_up(view, offset=(column, row - view.scroll_offset.y))
        assert view.selection is not None and view.selection.cut(text) == "ringte meg"

    play(two_coders, "coding", journey)
