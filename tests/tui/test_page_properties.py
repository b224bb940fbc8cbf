"""The page, the lanes and the index of passages, against brute force."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.study.spans import Span
from workbench.study.text import canonical
from workbench.study.transcripts import Role, Turn
from workbench.tui.marks import Lanes, Passage, PassageIndex
from workbench.tui.page import Page, drawn

ODD = "한漢か👍🏽❤\ufe0f👨\u200d👩\u200d👧🇳🇴e\u0301\u0338ก็\t\u00ad\u200b\u3000\xa0𝔸…–»æøå"
LETTERS = st.one_of(st.sampled_from("ab cd,.  \n"), st.sampled_from(ODD), st.sampled_from("æøå —"))
TEXTS = st.lists(st.text(LETTERS, max_size=90), min_size=1, max_size=5)
WIDTHS = st.integers(8, 40)


def laid_out(texts: list[str], width: int) -> tuple[str, list[Turn], Page]:
    """Turns with a line end between them, as transcripts keep them."""
    turns: list[Turn] = []
    at = 0
    kept = [canonical(text).text or "x" for text in texts]
    for number, text in enumerate(kept, 1):
        turns.append(Turn(number, at, at + len(text), "I", Role.PARTICIPANT, None, None, None))
        at += len(text) + 1
    whole = "\n".join(kept)
    return whole, turns, Page(whole, turns, width)


@given(TEXTS, WIDTHS)
@settings(max_examples=300, deadline=None)
def test_rows_join_back_to_the_text(texts: list[str], width: int) -> None:
    text, turns, page = laid_out(texts, width)
    for index, turn in enumerate(turns):
        rows = [row for row in range(len(page)) if page.turns[row] == index]
        assert page.starts[rows[0]] == turn.start and page.ends[rows[-1]] == turn.end
        for row, after in pairwise(rows):
            assert page.starts[row] <= page.ends[row] <= page.starts[after]
            # What a row leaves out is the one blank or line end it was broken at, or nothing.
            assert text[page.ends[row] : page.starts[after]] in ("", " ", "\n")
    assert [page.turns[row] for row in range(len(page))].count(-1) == len(turns) - 1


@given(TEXTS, WIDTHS)
@settings(max_examples=300, deadline=None)
def test_no_row_is_wider_than_the_page(texts: list[str], width: int) -> None:
    text, _, page = laid_out(texts, width)
    for row in range(len(page)):
        shown = drawn(text[page.starts[row] : page.ends[row]])
        assert cell_len(shown) <= width
        assert page.cells(row) <= width
        assert page.cells(row) >= cell_len(shown)


@given(TEXTS, WIDTHS, st.data())
@settings(max_examples=300, deadline=None)
def test_places_and_offsets_invert(texts: list[str], width: int, data: st.DataObject) -> None:
    text, _, page = laid_out(texts, width)
    offset = data.draw(st.integers(0, max(0, len(text) - 1)))
    row = page.row_of(offset)
    assert page.starts[row] <= offset
    assert row + 1 == len(page) or offset < page.starts[row + 1] or page.turns[row + 1] < 0
    if page.turns[row] >= 0 and offset < page.ends[row]:
        column = page.column_of(offset)
        found = page.offset_at(row, column)
        # A sign of no width shares the cell of its letter.
        assert found == offset or page.column_of(found) <= column
        assert cell_len(drawn(text[min(found, offset) : max(found, offset)])) <= 2
    assert page.offset_at(row, 10_000) <= max(page.starts[row], page.ends[row] - 1)


PASSAGES = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 120)), max_size=40)


def passages_in(places: list[tuple[int, int]], length: int) -> list[Passage]:
    spans = sorted(Span(start % length, min(length, start % length + size)) for start, size in places)
    return [Passage(number, number, span, "n", "nn", "") for number, span in enumerate(spans, 1)]


@given(TEXTS, WIDTHS, PASSAGES)
@settings(max_examples=200, deadline=None)
def test_no_two_passages_share_a_lane_on_a_row(texts: list[str], width: int, places: list[tuple[int, int]]) -> None:
    text, _, page = laid_out(texts, width)
    passages = passages_in(places, len(text))
    lanes = Lanes(PassageIndex(passages), page)
    for row in range(len(page)):
        cells = lanes.on_row(row)
        assert len({lane for lane, _ in cells}) == len(cells)
        expected = {p.coding_id for p in passages if page.row_of(p.span.start) <= row <= page.row_of(p.span.end - 1)}
        assert {cell.passage.coding_id for _, cell in cells} == expected
        for _, cell in cells:
            assert cell.first == (page.row_of(cell.passage.span.start) == row)
            assert cell.last == (page.row_of(cell.passage.span.end - 1) == row)
    by_passage: dict[int, set[int]] = {}
    for row in range(len(page)):
        for lane, cell in lanes.on_row(row):
            by_passage.setdefault(cell.passage.coding_id, set()).add(lane)
    assert all(len(one) == 1 for one in by_passage.values())


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 1500)), max_size=60), st.integers(0, 3000), st.data())
@settings(max_examples=200, deadline=None)
def test_the_index_finds_what_a_search_finds(places: list[tuple[int, int]], start: int, data: st.DataObject) -> None:
    passages = passages_in(places, 3001)
    index = PassageIndex(passages)
    end = start + data.draw(st.integers(0, 1200))
    assert index.meeting(start, end) == [p for p in passages if p.span.start < end and start < p.span.end]
    over = [p for p in passages if start in p.span]
    assert index.at(start) == sorted(over, key=lambda p: (len(p.span), p.coding_id))
    starts = [p.span.start for p in passages]
    assert index.next_start(start) == min((one for one in starts if one > start), default=None)
    assert index.previous_start(start) == max((one for one in starts if one < start), default=None)
