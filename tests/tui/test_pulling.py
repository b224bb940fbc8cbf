"""A border pulled by the end of its bracket stands where the keys put it, and is one act."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from seat import Play, Seat
from test_keys_and_mouse import OnePage, cell_of, transcript_of
from test_page_properties import LETTERS
from textual.events import MouseMove

from workbench.store.lookups import transcripts as lookup
from workbench.study.spans import Span
from workbench.tui.marks import LaneCell, Passage
from workbench.tui.pulling import taken
from workbench.tui.transcript_view import TranscriptView

LONG = st.lists(st.text(LETTERS, min_size=30, max_size=90), min_size=2, max_size=3)


def passage(start: int, end: int) -> Passage:
    return Passage(7, 1, Span(start, end), "Savn", "sa", "")


def test_which_end_is_pulled() -> None:
    one = passage(10, 20)
    first, last = taken(LaneCell(one, True, False), 3), taken(LaneCell(one, False, True), 4)
    assert taken(LaneCell(one, False, False), 3) is None
    assert first and first.to(4) == (19, 4) and first.to(30) == (19, 30)
    assert last and last.to(4) == (10, 4) and last.to(30) == (10, 30)
    for offset, fixed in ((2, 19), (13, 19), (16, 10), (40, 10)):
        both = taken(LaneCell(one, True, True), 3)
        assert both and both.to(offset) == (fixed, offset)
        assert both.to(15)[0] == fixed, "the end that was begun with stays in hand"
    both = taken(LaneCell(one, True, True), 3)
    assert both and not both.by_row(3) and both.by_row(2) and both.start


class Heard(OnePage):
    """A view alone, and what it tells of pulled borders."""

    told: list[Span]

    def on_transcript_view_pulled(self, event: TranscriptView.Pulled) -> None:
        self.told.append(event.span)


async def pull(pilot: Any, start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(offset=start)
    await pilot._post_mouse_events([MouseMove], offset=end, button=1)
    await pilot.mouse_up(offset=end)


def margin_cell(view: TranscriptView, row: int) -> tuple[int, int]:
    lane = next(lane for lane, _ in view._lanes.on_row(row))
    return view._gutter + view._page.width + 1 + 2 * lane, row - view.scroll_offset.y


@given(LONG, st.integers(50, 70), st.booleans(), st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_keys_and_mouse_give_the_same_borders(
    texts: list[str], width: int, by_start: bool, data: st.DataObject
) -> None:
    transcript = transcript_of(texts)
    last = len(transcript.text) - 1
    start, to = data.draw(st.integers(0, last // 2)), data.draw(st.integers(0, last))
    one = passage(start, data.draw(st.integers(last // 2, last)) + 1)

    async def compare() -> None:
        app = Heard(transcript)
        app.told = []
        async with app.run_test(size=(width, 40)) as pilot:
            view = app.query_one(TranscriptView)
            view.show(transcript, [one])
            await pilot.pause()
            page = view._page
            rows = page.row_of(one.span.start), page.row_of(one.span.end - 1)
            target = cell_of(view, to)
            if rows[0] == rows[1] or target is None:
                return
            view.go(one.span.end - 1 if by_start else one.span.start)
            view.start_selection()
            view.go(to)
            by_keys = view.selection
            view.clear_selection()
            await pull(pilot, margin_cell(view, rows[0] if by_start else rows[1]), target)
            assert view.selection == by_keys
            await pilot.pause()
            assert app.told == ([by_keys] if by_keys not in (None, one.span) else [])

    asyncio.run(compare())


def test_a_pulled_border_is_one_act_that_undo_takes_back(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        one = lookup.named(seat.study, "P01")
        text = lookup.load(seat.study, one).text
        seat.app.open_transcript(one)
        await seat.see("P01")
        view = seat.app.screen.query_one(TranscriptView)
        await seat.until(lambda: view.passage_count)

        def words() -> list[str]:
            rows = seat.study.live("coding", transcript_id=one)
            return sorted(text[row["start"] : row["end"]] for row in rows)

        before = words()
        row = view._page.row_of(text.index("savner"))
        start = next(lane for lane, cell in view._lanes.on_row(row) if cell.passage.name == "Savn")
        taken_at = view._gutter + view._page.width + 1 + 2 * start, row - view.scroll_offset.y
        here = view.region.offset
        end = text.index("fysiske, altså") + len("fysiske, altså") - 1
        to = cell_of(view, end)
        assert to is not None
        await pull(seat.pilot, (here.x + taken_at[0], here.y + taken_at[1]), (here.x + to[0], here.y + to[1]))
        await seat.until(lambda: "Jeg savner det fysiske, altså" in words())
        assert "new borders" in seat.told and view.selection is None
        await seat.press("u")
        await seat.until(lambda: words() == before)
        # A click alone selects and changes nothing.
        await seat.pilot.click(view, offset=taken_at)
        assert view.selection is not None and words() == before

    play(study_folder, "coding", journey)
