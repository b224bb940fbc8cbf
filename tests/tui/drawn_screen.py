"""A screen as plain text: the characters, then how each row is coloured, then what the letters mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from rich.style import Style
from textual.screen import Screen

Snapshot = Callable[[str, Screen[Any]], None]
_LETTERS = ".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def drawn_screen(screen: Screen[Any]) -> str:
    """Return the grid of characters, the style of every run of cells, and a legend."""
    styles: dict[str, str] = {}
    texts: list[str] = []
    runs: list[str] = []
    for strip in screen._compositor.render_strips():
        row: list[tuple[str, int]] = []
        for part in strip:
            letter = styles.setdefault(_told(part.style or Style.null()), _LETTERS[len(styles) % len(_LETTERS)])
            if row and row[-1][0] == letter:
                row[-1] = (letter, row[-1][1] + part.cell_length)
            else:
                row.append((letter, part.cell_length))
        texts.append(_steady("".join(part.text for part in strip)).rstrip())
        runs.append(" ".join(f"{letter}{count}" for letter, count in row))
    legend = [f"{letter} {style}" for style, letter in styles.items()]
    return "\n".join([*texts, "", "-- styles", *runs, "", "-- legend", *legend, ""])


def _told(style: Style) -> str:
    kept = Style(
        color=style.color, bgcolor=style.bgcolor, bold=style.bold, dim=style.dim, italic=style.italic,
        underline=style.underline, underline2=style.underline2, reverse=style.reverse, strike=style.strike,
    )  # fmt: skip
    return str(kept)


def _steady(text: str) -> str:
    """Leave out what differs from day to day."""
    text = re.sub(r"\b\d{4}-\d\d-\d\d \d\d:\d\d\b", "YYYY-MM-DD HH:MM", text)
    return re.sub(r"\b\d\d-\d\d \d\d:\d\d\b", "MM-DD HH:MM", text)
