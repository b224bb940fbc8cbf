"""The workbench on a real pseudo-terminal with an emulator: the terminal's cursor, the clipboard, colours, sizes."""

from __future__ import annotations

import base64
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals there", allow_module_level=True)

import fcntl
import signal
import struct
import termios

import pyte
from terminal import Terminal

from workbench.settings import user_file

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")


class Emulated:
    """A terminal and what stands on it."""

    def __init__(self, folder: Path, columns: int = 160, rows: int = 48, **environment: str) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.terminal = Terminal(
            ["-m", "workbench", "--study", str(folder)], columns, rows,
            TEXTUAL_FPS="240", WORKBENCH_LANGUAGE="en", **environment,
        )  # fmt: skip
        self.sent = b""

    def look(self) -> list[str]:
        self.terminal.settle(0.15)
        data, self.terminal.output = self.terminal.output, b""
        self.sent += data
        # The emulator knows neither the cursor's shape nor what a clipboard is.
        self.stream.feed(re.sub(rb"\x1b\[\d? ?q|\x1bP.*?\x1b\\|\x1b\][^\x07]*\x07", b"", data))
        return list(self.screen.display)

    def see(self, words: str, seconds: float = 15.0) -> list[str]:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            shown = self.look()
            if any(words in row for row in shown):
                return shown
        raise AssertionError(f"«{words}» did not come:\n" + "\n".join(self.screen.display))

    def press(self, *keys: str) -> list[str]:
        for key in keys:
            os.write(self.terminal.fd, key.encode())
            self.terminal.settle(0.05)
        return self.look()

    def at(self, words: str, seconds: float = 10.0) -> None:
        """Wait until the cursor stands before these words."""
        end = time.monotonic() + seconds
        while not self.under_cursor.startswith(words):
            assert time.monotonic() < end, f"the cursor stands at «{self.under_cursor[:40]}», not at «{words}»"
            self.look()

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.terminal.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)
        os.kill(self.terminal.pid, signal.SIGWINCH)

    @property
    def under_cursor(self) -> str:
        """The text from the cursor on."""
        cursor = self.screen.cursor
        return self.screen.display[cursor.y][cursor.x :]


Sit = Callable[..., Emulated]


@pytest.fixture
def sit(study_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sit]:
    made: list[Emulated] = []
    for name in ("TMUX", "STY", "SSH_CONNECTION", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    def open_it(**given: Any) -> Emulated:
        made.append(Emulated(study_folder, **given))
        return made[-1]

    yield open_it
    for one in made:
        one.terminal.close()


def test_the_cursor_is_shown_and_goes_with_the_caret_and_with_lists(sit: Sit) -> None:
    seat = sit()
    seat.see("THE SIX PHASES")
    seat.press("g", "l")
    seat.see("P03")
    assert b"\x1b[?25h\x1b[4 q" in seat.sent and not seat.screen.cursor.hidden
    seat.at("▌P01")
    first = seat.screen.cursor.y
    seat.press("j")
    seat.at("▌P02")
    assert seat.screen.cursor.y == first + 1
    seat.press("\r")
    seat.see("Jeg ventet i tre uker")
    # Turn 2, then word by word, to the end of the row, a row up; the cursor stands on the letter each time.
    seat.press("g", "g", "J")
    seat.at("Det var ingen")
    seat.press("w")
    seat.at("var ingen")
    seat.press("w", "w", "l")
    seat.at("om ringte")
    seat.press("v", "w")
    seat.at("m ringte")
    seat.press("\x1b")
    seat.press("c", "V", "e")
    # In a field it stands where one writes.
    assert seat.screen.display[seat.screen.cursor.y][: seat.screen.cursor.x].strip() == "Ve"
    # Left again, it is back in the text.
    seat.press("\x1b")
    seat.press("0")
    seat.at("Det var ingen")
    os.write(seat.terminal.fd, b"\x11")
    seat.terminal.settle(1.0)
    seat.look()
    assert seat.sent.rstrip().count(b"\x1b[0 q") == 1


def test_a_hidden_cursor_stays_hidden(sit: Sit) -> None:
    user_file().parent.mkdir(parents=True)
    user_file().write_text('cursor = "hidden"\n', encoding="utf-8")
    seat = sit()
    seat.see("THE SIX PHASES")
    assert b"\x1b[4 q" not in seat.sent and seat.screen.cursor.hidden


@pytest.mark.parametrize("inside", ["", "TMUX", "STY"])
def test_copied_words_reach_the_terminal_masked(inside: str, sit: Sit) -> None:
    seat = sit(**({inside: "1"} if inside else {}))
    seat.see("THE SIX PHASES")
    seat.press("g", "l", "\r")
    seat.see("Jeg savner")
    seat.press("e", "y")
    seat.see("Copied")
    sent = seat.sent
    if inside == "STY":
        sent = b"".join(re.findall(rb"\x1bP(.*?)\x1b\\", sent, re.S))
    found = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", sent)
    assert found and {base64.b64decode(one).decode() for one in found} == {
        "«Jeg savner det fysiske, altså det å treffe folk.» (Mann i 40-årene)"
    }
    assert (b"\x1bPtmux;\x1b\x1b]52;c;" in seat.sent) == (inside == "TMUX")


def _looks_of(seat: Emulated, words: str) -> tuple[bool, set[str], set[str]]:
    """Whether words are underlined, and the colours of letters and grounds on the whole screen."""
    row = next(at for at, line in enumerate(seat.screen.display) if words in line)
    column = seat.screen.display[row].index(words)
    cells = [cell for line in seat.screen.buffer.values() for cell in line.values()]
    cell = seat.screen.buffer[row][column]
    return cell.underscore, {one.fg for one in cells}, {one.bg for one in cells}


def test_sixteen_colours_and_none(sit: Sit) -> None:
    seat = sit(TERM="xterm-16color", COLORTERM="")
    seat.see("THE SIX PHASES")
    seat.press("g", "l", "\r")
    seat.see("Jeg savner")
    underlined, inks, grounds = _looks_of(seat, "savner det fysiske")
    assert underlined and not any(re.fullmatch("[0-9a-f]{6}", one) for one in inks | grounds)
    plain = sit(NO_COLOR="1")
    plain.see("THE SIX PHASES")
    plain.press("g", "l", "\r")
    plain.see("Jeg savner")
    underlined, inks, grounds = _looks_of(plain, "savner det fysiske")
    greys = {one for one in inks | grounds if re.fullmatch("[0-9a-f]{6}", one)}
    assert underlined and all(one[:2] == one[2:4] == one[4:] for one in greys)
    assert inks | grounds <= greys | {"default"}


def test_another_size_and_back(sit: Sit) -> None:
    seat = sit(columns=200, rows=60)
    seat.see("THE SIX PHASES")
    seat.press("g", "l", "\r")
    seat.see("Jeg savner")
    seat.press("J", "w", "w")
    before = seat.look()
    seat.at("det fysiske")
    seat.resize(80, 24)
    seat.see("Jeg savner")
    seat.at("det fysiske")
    assert len(seat.look()) == 24
    seat.resize(70, 20)
    seat.see("This window is 70×20")
    seat.resize(200, 60)
    seat.see("Jeg savner")
    seat.at("det fysiske")
    assert [row.rstrip() for row in seat.look()] == [row.rstrip() for row in before]
