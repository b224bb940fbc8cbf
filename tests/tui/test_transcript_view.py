"""The transcript view alone: what is selected by keys and by the mouse, what stays in view, what is repainted."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from workbench.study.spans import Span, trimmed
from workbench.study.transcripts import Role, Transcript, Turn
from workbench.tui.looks import DUSK, palette
from workbench.tui.marks import Passage
from workbench.tui.transcript_view import TranscriptView

PALETTE = palette(DUSK, plain=False)
SAID = (
    "Hvordan var det for deg?",
    "Jeg savner det fysiske, altså det å treffe folk. Men det gikk jo etter hvert, på et vis; «sånn er det bare». "
    "Og så kom han med 漢字 på skjermen 👍🏽 og vi lo. Det var den våren alt sto stille, tror jeg …",
    "Takk.",
    "Ja. " * 60,
)


def transcript(said: tuple[str, ...] = SAID) -> Transcript:
    turns: list[Turn] = []
    at = 0
    for number, text in enumerate(said, 1):
        turns.append(Turn(number, at, at + len(text), "IP"[number % 2] + "01", Role.PARTICIPANT))
        at += len(text) + 1
    return Transcript(1, "g", "P01", "\n".join(said), tuple(turns))


class Bare(App[None]):
    """The view, and nothing beside it."""

    CSS = "TranscriptView { width: 1fr; height: 1fr; overflow-y: scroll; scrollbar-size: 1 1; overflow-x: hidden; }"

    def compose(self) -> ComposeResult:
        yield TranscriptView(PALETTE)

    @property
    def view(self) -> TranscriptView:
        return self.query_one(TranscriptView)


def sit(journey: Callable[[TranscriptView, Any], Awaitable[None]], size: tuple[int, int] = (100, 30)) -> None:
    async def run() -> None:
        app = Bare()
        async with app.run_test(size=size) as pilot:
            app.view.focus()
            app.view.show(transcript(), [Passage(1, 1, Span(25, 60), "Savn", "sa", "")], 0)
            await pilot.pause()
            await journey(app.view, pilot)

    asyncio.run(run())


def place(view: TranscriptView, offset: int) -> tuple[int, int]:
    """Return the cell of the view where an offset is drawn."""
    page = view._page
    return view._gutter + page.column_of(offset), page.row_of(offset) - view.scroll_offset.y


PLACES = st.integers(0, len("\n".join(SAID[:3])) - 1)


@given(st.lists(st.tuples(PLACES, PLACES), min_size=8, max_size=8))
@settings(max_examples=8, deadline=None)
def test_keys_and_mouse_select_the_same(pairs: list[tuple[int, int]]) -> None:
    async def journey(view: TranscriptView, pilot: Any) -> None:
        text, page = view.transcript.text, view._page
        for first, last in pairs:
            if any(at >= page.ends[page.row_of(at)] for at in (first, last)):
                continue
            view.clear_selection()
            view.go(first)
            view.start_selection()
            view.go(last)
            by_keys = view.selection
            view.clear_selection()
            await pilot.mouse_down(TranscriptView, offset=place(view, first))
            await pilot.hover(TranscriptView, offset=place(view, last))
            from textual import events

            x, y = place(view, last)
            view.on_mouse_move(events.MouseMove(view, x, y, 0, 0, 1, False, False, False, x, y))
            await pilot.mouse_up(TranscriptView, offset=place(view, last))
            alone = trimmed(text, first, first + 1)
            assert by_keys == trimmed(text, min(first, last), max(first, last) + 1)
            assert view.selection == by_keys or (first == last and view.selection in (None, alone))

    sit(journey)


@given(PLACES, st.lists(st.tuples(st.integers(24, 170), st.integers(4, 50)), min_size=1, max_size=5))
@settings(max_examples=10, deadline=None)
def test_the_caret_stays_in_view_at_any_size(offset: int, sizes: list[tuple[int, int]]) -> None:
    async def journey(view: TranscriptView, pilot: Any) -> None:
        view.go(offset)
        for width, height in sizes:
            await pilot.resize_terminal(width, height)
            for _ in range(100):
                if (view.outer_size, view.virtual_size.width) == ((width, height), view.size.width):
                    break
                await pilot.pause(0.01)
            row = view._page.row_of(view.caret) - view.scroll_offset.y
            assert view.caret == offset and 0 <= row < view.size.height
            for y in range(view.size.height):
                assert view.render_line(y).cell_length == view.size.width

    sit(journey)


def shown(view: TranscriptView) -> list[str]:
    """What the terminal shows now, styles and all."""
    strips = view.screen._compositor.render_strips()
    return ["".join(f"{part.style}{part.text}" for part in strip) for strip in strips]


def afresh(view: TranscriptView) -> list[str]:
    return ["".join(f"{part.style}{part.text}" for part in view.render_line(y)) for y in range(view.size.height)]


@pytest.mark.parametrize("end", ["click", "select", "swap", "grow"])
def test_what_is_no_longer_selected_is_painted_so(end: str) -> None:
    """Every row that looks another way is among those handed to the terminal."""

    async def journey(view: TranscriptView, pilot: Any) -> None:
        painted: set[int] = set()
        refresh = view.refresh

        def watch(*regions: Any, **options: Any) -> Any:
            rows = range(view.size.height) if not regions else [y for r in regions for y in range(r.y, r.bottom)]
            painted.update(rows)
            return refresh(*regions, **options)

        view.refresh = watch  # type: ignore[method-assign]
        view.go(30)
        view.start_selection()
        view.go(170)
        await pilot.pause()
        before = afresh(view)
        painted.clear()
        if end == "click":
            await pilot.mouse_down(TranscriptView, offset=place(view, 265))
            await pilot.mouse_up(TranscriptView, offset=place(view, 265))
        elif end == "select":
            view.select(Span(250, 255))
        elif end == "swap":
            view.swap_ends()
            view.go(5)
        else:
            view.grow_selection()
        after = afresh(view)
        changed = {y for y, (one, other) in enumerate(zip(before, after, strict=True)) if one != other}
        assert changed <= painted and changed

    sit(journey)
