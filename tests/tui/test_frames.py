"""Frames in one piece, containers that draw nothing, options made only as far as one looks."""

from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.driver import Driver
from textual.geometry import Region

from workbench.tui.frames import Down, in_one_piece
from workbench.tui.options import Found, Option


class Kept(Driver):
    """A driver that keeps what it is handed."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, data: str) -> None:
        self.written.append(data)

    def start_application_mode(self) -> None: ...
    def disable_input(self) -> None: ...
    def stop_application_mode(self) -> None: ...


def test_a_frame_is_handed_over_in_one_piece_and_all_else_as_it_comes() -> None:
    made: Any = in_one_piece(Kept)
    driver = made()
    for data in ("\x1b[?25l", "\x1b[?2026h", "a", "b", "\x1b[?2026l", "c"):
        driver.write(data)
    assert driver.written == ["\x1b[?25l", "\x1b[?2026hab\x1b[?2026l", "c"]


class Held(App[None]):
    """Two containers, one with a border."""

    CSS = "#edged { border-left: solid white; } Down { height: 3; }"

    def compose(self) -> ComposeResult:
        yield Down(id="bare")
        yield Down(id="edged")


async def _rows(name: str) -> int:
    app = Held()
    async with app.run_test():
        return len(app.query_one(name, Down).render_lines(Region(0, 0, 10, 3)))


@pytest.mark.parametrize(("name", "rows"), [("#bare", 0), ("#edged", 3)])
def test_only_what_has_a_border_or_a_colour_draws(name: str, rows: int) -> None:
    import asyncio

    assert asyncio.run(_rows(name)) == rows


def test_found_is_a_list_in_the_order_that_was_found() -> None:
    options = [Option(number, f"option {number}") for number in range(5)]
    found = Found(options, [3, 1])
    found.more = [Option(None, "new")]
    assert [one.value for one in found] == [3, 1, None]
    assert (len(found), found[1].value, [one.value for one in found[:2]]) == (3, 1, [3, 1])
    with pytest.raises(IndexError):
        found[3]
