"""A person before a real pseudo-terminal: keys go in as bytes, an emulator shows what a terminal would show."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pyte
from terminal import Terminal


class Person:
    """Sits before the workbench, sees the screen and presses keys, which are counted."""

    def __init__(self, *arguments: str, columns: int = 120, rows: int = 36, cwd: Path | None = None) -> None:
        home, was = cwd or Path.cwd(), Path.cwd()
        os.chdir(home)
        try:
            self.terminal = Terminal(
                ["-m", "workbench", *arguments], columns, rows, TEXTUAL_FPS="240", WORKBENCH_LANGUAGE="en"
            )
        finally:
            os.chdir(was)
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.keys = 0

    @property
    def text(self) -> str:
        return "\n".join(self._screen.display)

    def look(self, seconds: float = 0.02) -> None:
        """Take in what has come."""
        self.terminal.output = b""
        if came := self.terminal.read(seconds):
            self._stream.feed(came)

    def until(self, holds: Callable[[], object], why: str, seconds: float = 20.0) -> None:
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, f"waited in vain for {why}; the screen shows\n{self.text}"
            self.look()

    def see(self, *words: str) -> None:
        """Wait until all of this is on the screen."""
        self.until(lambda: all(one in self.text for one in words), f"«{words}»")

    def press(self, *keys: str) -> None:
        for key in keys:
            os.write(self.terminal.fd, key.encode())
            self.keys += 1

    def calmly(self, *keys: str, quiet: float = 0.12) -> None:
        """Press keys as people do: each when what the one before did is on the screen."""
        for key in keys:
            self.press(key)
            self.terminal.output = b""
            self.terminal.settle(quiet)
            self._stream.feed(self.terminal.output)

    def write(self, text: str) -> None:
        """Write over what stands in a field, and go on."""
        self.calmly("\x15")
        self.press(*text)
        self.see(text[-40:])
        self.calmly("\r")

    def leave(self) -> None:
        """Leave by the key; the process ends by itself."""
        os.write(self.terminal.fd, b"\x11")
        end = time.monotonic() + 10
        while time.monotonic() < end:
            self.look()
            if os.waitpid(self.terminal.pid, os.WNOHANG)[0]:
                os.close(self.terminal.fd)
                return
        self.terminal.close()
        raise AssertionError("the workbench did not end")
