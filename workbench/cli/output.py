"""Printing: plain lines or one JSON document; nothing a terminal would act on leaves from here."""

import json
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from workbench.study.text import visible
from workbench.words.told import translated

# json escapes C0 only; C1, bidi and lone surrogates would reach the terminal.
_RAW = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")

# What a sentence repeats of its input is cut: a page of it would bury what the sentence says.
_LONG, _ENDLESS = re.compile("«([^«»]{400,})»"), re.compile(r"\S{400,}")


class WrongUse(Exception):
    """Arguments that each make sense but not together; exit code 2."""


class Output:
    """Where a verb prints: lines for people, or with `as_json` one document for programs."""

    def __init__(self, as_json: bool) -> None:
        self.as_json = as_json

    def line(self, text: str = "") -> None:
        """Print one line, or nothing under JSON."""
        if not self.as_json:
            sys.stdout.write(f"{visible(text)}\n")

    def lines(self, text: str, indent: str = "") -> None:
        """Print a text of several lines, each with `indent`."""
        for part in text.split("\n"):
            self.line(f"{indent}{part}".rstrip())

    def data(self, value: object) -> None:
        """Print the JSON document; nothing without `--json`."""
        if self.as_json:
            written = json.dumps(value, ensure_ascii=False, indent=2)
            sys.stdout.write(_RAW.sub(lambda hit: f"\\u{ord(hit.group()):04x}", written) + "\n")

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Print rows under headings; numbers stand to the right, the last column is cut to the terminal."""
        kept = [list(row) for row in rows]
        if self.as_json:
            return
        shown = [[visible(str(cell).replace("\n", " ")) for cell in row] for row in kept]
        right = [bool(kept) and all(isinstance(row[at], int) for row in kept) for at in range(len(headings))]
        widths = [max(cells(row[at]) for row in [list(headings), *shown]) for at in range(len(headings))]
        for row in [list(headings), *shown]:
            parts = [_padded(cell, widths[at], right[at]) for at, cell in enumerate(row)]
            self.line(_fitted("  ".join(parts).rstrip()))

    @staticmethod
    def complain(text: str) -> None:
        """Say on stderr what went wrong."""
        told = _LONG.sub(lambda hit: f"«{hit[1][:80].rstrip()}…»", translated(text))
        told = _ENDLESS.sub(lambda hit: f"{hit[0][:80]}…", told)
        sys.stderr.write("".join(f"workbench: {visible(part)}\n" for part in told.split("\n")))


def cells(text: str) -> int:
    """Return how many terminal cells a text takes."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(character) for character in text)


def _cells_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _padded(cell: str, width: int, right: bool) -> str:
    blanks = " " * (width - cells(cell))
    return blanks + cell if right else cell + blanks


def _fitted(text: str) -> str:
    """Cut a line to the terminal's width; written to a file or a pipe it stays whole."""
    if not sys.stdout.isatty():
        return text
    width = shutil.get_terminal_size().columns
    if cells(text) <= width:
        return text
    taken, kept = 0, ""
    for character in text:
        taken += _cells_of(character)
        if taken > width - 1:
            break
        kept += character
    return kept + "…"


def prepare_streams() -> None:
    """Let every letter through: UTF-8 to files and pipes, a mark for what a terminal cannot show."""
    # A stream closed by the caller is None here, and its number would go to the next file opened.
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="replace")
