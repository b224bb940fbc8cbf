"""One person at one screen, for the journeys of the tests."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.store.study_file import StudyFile
from workbench.tui.app import WorkbenchApp
from workbench.tui.room import Room

WIDE, NARROW = (160, 48), (80, 24)
SHOWN_KEYS = {
    " ": "space",
    "/": "slash",
    ".": "full_stop",
    "_": "underscore",
    "-": "minus",
    "~": "tilde",
    "*": "asterisk",
}


@dataclass
class Seat:
    """One person at one screen."""

    app: WorkbenchApp
    pilot: Any

    @property
    def study(self) -> StudyFile:
        return self.app.study

    @property
    def room(self) -> Room:
        """The room on the screen (asserts that it is one)."""
        assert isinstance(self.app.screen, Room)
        return self.app.screen

    @property
    def told(self) -> str:
        return self.room.told

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            # What a key sets going may set more going: a second round lets the focus settle.
            await self.pilot.pause(0)

    async def type(self, text: str) -> None:
        await self.press(*(SHOWN_KEYS.get(letter, letter) for letter in text))

    async def until(self, holds: Callable[[], object], why: str = "", tries: int = 1600) -> None:
        """Wait until something holds, at most some seconds."""
        for _ in range(tries):
            if holds():
                # What came with it may not be painted yet: a frame is due within milliseconds (see tests/conftest.py).
                await self.pilot.pause(0.015)
                return
            await self.pilot.pause(0.005)
        raise AssertionError(f"waited in vain {why}; the screen says «{self.told}»\n{self.text}")

    @property
    def text(self) -> str:
        """The whole screen as text."""
        # While a screen takes another's place there may be fewer strips than rows.
        strips = self.app.screen._compositor.render_strips()[: self.app.screen.size.height]
        return "\n".join("".join(part.text for part in strip) for strip in strips)

    async def see(self, words: str) -> None:
        await self.until(lambda: words in self.text, f"for «{words}»")


Journey = Callable[[Seat], Awaitable[None]]
Play = Callable[..., None]
Look = Callable[[str, Path, str, Journey], None]
