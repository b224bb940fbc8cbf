"""Selecting by keys and by the mouse gives the same words, whatever the text and the width."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_page_properties import LETTERS
from textual.app import App, ComposeResult
from textual.screen import Screen

from workbench.study.text import canonical
from workbench.study.transcripts import Role, Transcript, Turn
from workbench.tui.looks import DUSK, palette
from workbench.tui.page import cell_width
from workbench.tui.transcript_view import TranscriptView

TEXTS = st.lists(st.text(LETTERS, min_size=1, max_size=60), min_size=1, max_size=3)


class OnePage(App[None]):
    """A transcript view alone."""

    CSS = "TranscriptView { width: 1fr; height: 1fr; }"

    def __init__(self, transcript: Transcript) -> None:
        super().__init__()
        self.register_theme(DUSK)
        self.theme = DUSK.name
        self.shown = transcript

    def compose(self) -> ComposeResult:
        yield TranscriptView(palette(self.current_theme, False))


def transcript_of(texts: list[str]) -> Transcript:
    turns: list[Turn] = []
    at = 0
    kept = [canonical(text).text or "x" for text in texts]
    for number, text in enumerate(kept, 1):
        turns.append(Turn(number, at, at + len(text), "P1", Role.PARTICIPANT))
        at += len(text) + 1
    return Transcript(1, "g", "P1", "\n".join(kept), tuple(turns))


def cell_of(view: TranscriptView, offset: int) -> tuple[int, int] | None:
    """Return the (x, y) on the screen at which `offset` is drawn, or None where it has no cell of its own."""
    page, text = view._page, view.transcript.text
    row = page.row_of(offset)
    if page.turns[row] < 0 or not page.starts[row] <= offset < page.ends[row] or cell_width(text[offset]) == 0:
        return None
    return view._gutter + page.column_of(offset), row - view.scroll_offset.y


@given(TEXTS, st.integers(50, 120), st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_keys_and_mouse_select_the_same(texts: list[str], width: int, data: st.DataObject) -> None:
    transcript = transcript_of(texts)
    last = len(transcript.text) - 1
    start, end = data.draw(st.integers(0, last)), data.draw(st.integers(0, last))

    async def compare() -> None:
        app = OnePage(transcript)
        async with app.run_test(size=(width, 40)) as pilot:
            view = app.query_one(TranscriptView)
            view.show(transcript, [])
            await pilot.pause()
            cells = cell_of(view, start), cell_of(view, end)
            if None in cells:
                return
            view.go(start)
            view.start_selection()
            view.go(end)
            by_keys = view.selection
            view.clear_selection()
            await drag(pilot, *cells)  # type: ignore[arg-type]
            # A click that goes nowhere selects nothing; `v` alone selects its character.
            assert view.selection == (by_keys if start != end else None)

    asyncio.run(compare())


async def drag(pilot: Any, start: tuple[int, int], end: tuple[int, int]) -> None:
    screen: Screen[Any] = pilot.app.screen
    assert screen.size.height == 40
    await pilot.mouse_down(offset=start)
    # A terminal tells of the button while it is held.
    await pilot._post_mouse_events([_move()], offset=end, button=1)
    await pilot.mouse_up(offset=end)


def _move() -> Any:
    from textual.events import MouseMove

    return MouseMove
