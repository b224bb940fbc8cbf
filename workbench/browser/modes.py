"""What a terminal was told to be: a page that is loaded again must be told anew."""

import re

_SET = re.compile(rb"\x1b\[\?([0-9;]{1,40})([hl])")
_UNDONE = re.compile(rb"\x1b(\[(\?[0-9;]{0,40})?)?\Z")
# Synchronised output is begun and ended within a picture.
_PASSING = frozenset((b"2026",))
_KEPT = 8_000
_OTHER_SCREEN = b"1049"


class Modes:
    """The private modes that are set, read from what is written to the terminal."""

    def __init__(self) -> None:
        self._set: dict[bytes, bool] = {}
        self._rest = b""
        self._first = b""

    def note(self, data: bytes) -> None:
        """Take in what is written next, cut anywhere."""
        text = self._rest + data
        for hit in _SET.finditer(text):
            for mode in hit[1].split(b";"):
                if mode not in _PASSING:
                    self._set[mode] = hit[2] == b"h"
        undone = _UNDONE.search(text)
        self._rest = undone[0] if undone else b""
        self._first = b"" if self._set.get(_OTHER_SCREEN) else (self._first + data)[-_KEPT:]

    def said(self) -> bytes:
        """Return what makes a fresh terminal such a one: its modes, and the words before the first screen."""
        modes = b"".join(b"\x1b[?%s%s" % (mode, b"h" if on else b"l") for mode, on in self._set.items())
        return modes + self._first
