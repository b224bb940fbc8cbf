"""Lanes of the margin while one codes: passages come and go, none shares a cell, none moves another."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from test_page_properties import TEXTS, WIDTHS, laid_out, passages_in

from workbench.study.spans import Span
from workbench.tui.marks import Lanes, Passage, PassageIndex

STEPS = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 400), st.integers(0, 120)), max_size=30)


@given(TEXTS, WIDTHS, STEPS)
@settings(max_examples=200, deadline=None)
def test_passages_put_and_taken(texts: list[str], width: int, steps: list[tuple[int, int, int]]) -> None:
    text, _, page = laid_out(texts, width)
    index = PassageIndex(passages_in([(3, 20), (10, 40)], len(text)))
    lanes = Lanes(index, page)
    there = {passage.coding_id: passage for passage in index.passages}
    for coding_id, start, size in steps:
        before = _lanes_of(lanes, len(page))
        if size:
            start %= len(text)
            passage = Passage(coding_id, 1, Span(start, min(len(text), start + size)), "n", "nn", "")
            index.put(passage)
            lanes.put(passage)
            there[coding_id] = passage
        else:
            index.take(coding_id)
            lanes.take(coding_id)
            there.pop(coding_id, None)
        after = _lanes_of(lanes, len(page))
        assert all(after[one] == before[one] for one in there if one != coding_id)
        assert index.passages == sorted(there.values(), key=lambda one: (one.span, one.coding_id))
        assert len(index) == len(there)
    # What came and went one by one is found as what is indexed at once.
    fresh = PassageIndex(list(there.values()))
    for offset in range(0, len(text), 7):
        assert index.at(offset) == fresh.at(offset)
        assert index.next_start(offset) == fresh.next_start(offset)
        assert index.previous_start(offset) == fresh.previous_start(offset)


def _lanes_of(lanes: Lanes, rows: int) -> dict[int, int]:
    """Return the lane of each coding; fail where a lane has two passages on a row, or a passage two lanes."""
    found: dict[int, int] = {}
    for row in range(rows):
        cells = lanes.on_row(row)
        assert len({lane for lane, _ in cells}) == len(cells)
        for lane, cell in cells:
            assert found.setdefault(cell.passage.coding_id, lane) == lane
    return found
