"""The column beside the text: its numbers against those of the coverage, its cells against the rows, its keys."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seat import NARROW, WIDE, Play, Seat
from test_keys_and_mouse import LETTERS
from test_page_properties import PASSAGES, laid_out, passages_in

from workbench.queries.coverage import covered
from workbench.store.lookups.spoken import Spoken
from workbench.study.spans import Span
from workbench.study.transcripts import Role, Transcript, Turn
from workbench.tui import overview
from workbench.tui.marks import Passage, PassageIndex
from workbench.tui.overview import LEVELS, PLAIN_LEVELS, Mode, Overview, cuts, level, mode_of, signs, window
from workbench.tui.overview_bar import OverviewBar
from workbench.tui.transcript_view import TranscriptView

TEXTS = st.lists(st.text(LETTERS, max_size=90), min_size=1, max_size=5)
TELLS = frozenset({1})


def told(texts: list[str], width: int) -> tuple[Transcript, list[int]]:
    """Return a transcript in which every second turn is an interviewer's, and its parts on eight rows."""
    text, turns, page = laid_out(texts, width)
    said = tuple(Turn(one.number, one.start, one.end, "", Role.PARTICIPANT, speaker_id=one.number % 2) for one in turns)
    return Transcript(1, "g", "P", text, said), cuts(page, 8)


def count(of: Overview) -> Overview:
    while of.work():
        pass
    return of


def all_at_once(transcript: Transcript, passages: list[Passage]) -> tuple[int, int]:
    turns = tuple((one.number, one.start, one.end) for one in transcript.turns if one.speaker_id in TELLS)
    spans = tuple(sorted((one.span.start, one.span.end) for one in passages))
    found = covered(Spoken(1, "", transcript.text, turns, spans))
    return found.words, found.coded


@given(TEXTS, st.integers(8, 40), PASSAGES)
@settings(max_examples=80, deadline=None)
def test_the_parts_make_up_what_the_coverage_tells(texts: list[str], width: int, places: list[tuple[int, int]]) -> None:
    transcript, parts = told(texts, width)
    passages = passages_in(places, len(transcript.text))
    found = count(Overview(transcript, TELLS, PassageIndex(passages), parts))
    assert found.totals() == all_at_once(transcript, passages)
    assert sum(found.passages()) == len(passages)
    shares = found.shares()
    assert len(shares) == len(parts) - 1 and all(0 <= one <= 1 for one in shares)
    assert len(found.strip(5)) == min(5, len(shares))


@given(TEXTS, PASSAGES, st.lists(st.tuples(st.integers(1, 9), st.integers(0, 400), st.integers(0, 90)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_what_is_counted_anew_is_as_counted_at_once(
    texts: list[str], places: list[tuple[int, int]], steps: list[tuple[int, int, int]]
) -> None:
    transcript, parts = told(texts, 20)
    index = PassageIndex(passages_in(places, len(transcript.text)))
    found = Overview(transcript, TELLS, index, parts)
    found.set_code(1)
    count(found)
    for coding_id, start, size in steps:
        if (old := index.get(coding_id)) is not None:
            found.touch(old.span)
            index.take(coding_id)
        if size:
            start %= len(transcript.text)
            span = Span(start, min(len(transcript.text), start + size))
            index.put(Passage(coding_id, 1 + coding_id % 2, span, "n", "nn", ""))
            found.touch(span)
        count(found)
    fresh = Overview(transcript, TELLS, PassageIndex(index.passages), parts)
    fresh.set_code(1)
    count(fresh)
    for mode in (Mode.CODE, Mode.COVERAGE, Mode.DENSITY):
        assert found.levels(mode) == fresh.levels(mode)
    of_code = [one for one in index.passages if one.code_id == 1]
    assert found.totals(1) == all_at_once(transcript, of_code)


def test_a_long_text_is_counted_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview, "_PIECE", 64)
    words = "ord og flere ord " * 200
    transcript = Transcript(1, "g", "P", words, (Turn(1, 0, len(words), "", Role.PARTICIPANT, speaker_id=1),))
    passage = Passage(1, 1, Span(500, 1500), "n", "nn", "")
    found = Overview(transcript, TELLS, PassageIndex([passage]), [0, 17 * 59, len(words)])
    steps = 1
    while found.work():
        steps += 1
    assert steps > 40 and found.totals() == all_at_once(transcript, [passage])
    found.touch(Span(510, 520))
    assert not found.work(), "one piece is counted anew, no more"


@given(st.integers(1, 5000), st.integers(1, 70), st.data())
def test_the_window_stands_where_the_rows_are(rows: int, height: int, data: st.DataObject) -> None:
    top = data.draw(st.integers(0, max(0, rows - height)))
    first, after = window(top, height, rows)
    assert 0 <= first < after <= height
    if rows <= height:
        assert (first, after) == (0, height)
    else:
        assert first == 0 if top == 0 else first <= top * height / rows < first + 1
        assert after >= min(height, (top + height) * height // rows)


@pytest.mark.parametrize(("share", "height"), [(0, 0), (0.001, 1), (0.5, 4), (1, 7), (1.2, 7)])
def test_anything_is_seen_and_all_is_full(share: float, height: int) -> None:
    assert level(share) == height
    assert signs([height]) == LEVELS[height] and signs([height], plain=True) == PLAIN_LEVELS[height]


def test_what_is_kept_on_the_desk_may_be_anything() -> None:
    assert mode_of("density") is Mode.DENSITY
    assert mode_of("nothing known") is Mode.CODE


def title(seat: Seat) -> str:
    return seat.text.split("\n", 1)[0]


def bar(seat: Seat) -> OverviewBar:
    return seat.app.screen.query_one(TranscriptView).vertical_scrollbar


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_the_strip_changes_on_a_key_and_with_every_coding(
    study_folder: Path, play: Play, size: tuple[int, int]
) -> None:
    async def journey(seat: Seat) -> None:
        seat.app.open_transcript(1)
        await seat.until(lambda: "% coded" in title(seat))
        before = title(seat)
        assert bar(seat).levels is None
        await seat.press("O")
        await seat.until(lambda: bar(seat).levels is not None)
        assert "participants' words" in seat.told
        levels = bar(seat).levels
        view = seat.app.screen.query_one(TranscriptView)
        view.go(view.transcript.text.index("Men det gikk"))
        await seat.press("x", "x", "c", *"Vente", "enter")
        await seat.until(lambda: bar(seat).levels != levels and title(seat) != before)
        await seat.press("u")
        await seat.until(lambda: bar(seat).levels == levels)
        await seat.press("O")
        await seat.until(lambda: seat.app.desk.overview == "density")
        await seat.press("O")
        assert bar(seat).levels is None

    play(study_folder, "coding", journey, size)


def test_a_click_in_the_column_goes_there(tmp_path: Path, study_folder: Path, play: Play) -> None:
    from workbench.acts import transcripts
    from workbench.store.lookups import transcripts as lookup
    from workbench.store.study_file import StudyFile

    with StudyFile.open(study_folder) as study:
        turns = [transcripts.NewTurn("Ja, sånn var det. " * 30, "P04", Role.PARTICIPANT, "P04", 0, 0)] * 20
        transcripts.add(study, transcripts.NewTranscript("P04", turns, "P04.txt", "txt", "", "h4"))
        found = lookup.named(study, "P04")

    async def journey(seat: Seat) -> None:
        seat.app.open_transcript(found)
        await seat.press("O")
        await seat.until(lambda: bar(seat).levels is not None)
        view = seat.app.screen.query_one(TranscriptView)
        height = view.size.height
        caret = view.caret
        await seat.pilot.mouse_down(bar(seat), offset=(0, height // 2))
        await seat.pilot.mouse_up(bar(seat), offset=(0, height // 2))
        rows = view.virtual_size.height
        assert abs(view.scroll_offset.y + height // 2 - rows // 2) < rows // height + 2
        assert view.caret == caret, "a scrollbar moves no caret"
        first, after = window(view.scroll_offset.y, height, rows)
        assert first <= height // 2 < after

    play(study_folder, "coding", journey)


def test_no_two_levels_look_alike_without_drawn_signs(
    study_folder: Path, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "WORKBENCH_SIGNS", "plain")

    async def journey(seat: Seat) -> None:
        seat.app.open_transcript(1)
        await seat.press("O")
        await seat.until(lambda: bar(seat).levels is not None)
        rows = bar(seat).render_lines(bar(seat).size.region)
        drawn = "".join(strip.text for strip in rows)
        assert drawn.isascii() and drawn.strip()
        assert drawn.rstrip() == signs(bar(seat).levels or [], plain=True).rstrip()

    play(study_folder, "coding", journey)


def test_the_table_of_transcripts_tells_how_much_is_coded(
    study_folder: Path, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.acts import coding

    async def journey(seat: Seat) -> None:
        await seat.until(lambda: sum(one in seat.text for one in LEVELS[1:]) > 1)
        row = next(line for line in seat.text.splitlines() if "P03" in line)
        drop = seat.study.live("coding", transcript_id=lookup_id(seat, "P03"))[0]["id"]
        coding.drop(seat.study, drop)
        await seat.until(lambda: row not in seat.text)
        await seat.press("u")
        await seat.until(lambda: row in seat.text)
        monkeypatch.setattr("workbench.tui.screens.transcripts_covered._LONGEST", 3)
        await seat.press("u")
        await seat.until(lambda: any(line.count("…") for line in seat.text.splitlines() if "P03" in line))

    play(study_folder, "transcripts", journey)


def lookup_id(seat: Seat, name: str) -> int:
    return int(seat.study.live("transcript", name=name)[0]["id"])
