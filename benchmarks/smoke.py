"""A smoke run in a real pseudo-terminal: open the demo, read, code, undo, look round, leave.

    python benchmarks/smoke.py STUDY-FOLDER

Ends with status 1 and the last screen when something expected does not appear.
"""

import os
import sys
from pathlib import Path

import pyte

sys.path.insert(0, str(Path(__file__).parent))
from terminal import Terminal

COLUMNS, ROWS = 120, 40


class Seat:
    """A terminal with an emulator that knows what is on the screen."""

    def __init__(self, arguments: list[str]) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        self.terminal = Terminal(arguments, COLUMNS, ROWS)
        self._fed = 0

    def look(self) -> str:
        """Return the screen as text."""
        self.terminal.settle(0.25)
        self.stream.feed(self.terminal.output[self._fed :])
        self._fed = len(self.terminal.output)
        return "\n".join(self.screen.display)

    def expect(self, *words: str, seconds: float = 10) -> None:
        """Wait until all `words` are on the screen."""
        for _ in range(int(seconds * 4)):
            shown = self.look()
            if all(word in shown for word in words):
                print("ok  ", ", ".join(words))
                return
        print(f"missing {words} on:\n{shown}")
        self.terminal.close()
        sys.exit(1)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            os.write(self.terminal.fd, key.encode())
            self.terminal.settle(0.06)


def main() -> None:
    seat = Seat(["-m", "workbench", "--study", sys.argv[1]])
    seat.expect("Rustjenester i fire kommuner", "Familiarise", "/16")
    seat.press("g", "l")
    seat.expect("P01", "P16")
    seat.press("\r")
    seat.expect("P01", "codings")
    seat.press("J", "J", "J", "s", "x", "x", "c")
    seat.expect("Code these words as")
    seat.press(*"medvirk", "\r")
    seat.expect("Coded as «Medvirkning i egen sak»")
    seat.press("u")
    seat.expect("Took back")
    for letter, words in (
        ("c", "Veien inn"),
        ("m", "Motivasjonen"),
        ("q", "årene"),
        ("a", "anonymise"),
        ("j", "history"),
    ):
        seat.press("g", letter)
        seat.expect(words)
    seat.press("?")
    seat.expect("EVERYWHERE")
    seat.press("\x1b", "\x11")
    seat.terminal.settle(1.0)
    _, status = os.waitpid(seat.terminal.pid, 0)
    if status:
        print(f"left with status {status}")
        sys.exit(1)
    print("ok   left")


if __name__ == "__main__":
    main()
