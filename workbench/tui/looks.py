"""Colours: two themes of our own, and what a mark looks like on a terminal of few colours."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

DUSK = Theme(
    name="workbench-dusk",
    primary="#8FB8DE",
    secondary="#B7A6D9",
    accent="#E5B567",
    foreground="#D8DCE3",
    background="#171A21",
    surface="#1D212A",
    panel="#252A35",
    success="#8CC299",
    warning="#E5B567",
    error="#E08A7D",
    dark=True,
)
PAPER = Theme(
    name="workbench-paper",
    primary="#1F5C8B",
    secondary="#6A4C93",
    accent="#8A5A00",
    foreground="#22262C",
    background="#FAF8F3",
    surface="#F3F0E8",
    panel="#E8E4D9",
    success="#2F6B3C",
    warning="#8A5A00",
    error="#A33A2B",
    dark=False,
)
# Darker bars for light screens: the same seven hues, each at least 3:1 on paper.
_ON_LIGHT = {
    "#0072B2": "#00659E", "#D55E00": "#B34F00", "#009E73": "#007A59", "#CC79A7": "#A8487E", "#E69F00": "#8F6200",
    "#56B4E9": "#1B7FB8", "#F0E442": "#7A7000", "#8C8C8C": "#6B6B6B",
}  # fmt: skip
_ON_DARK = {"#0072B2": "#3D9BD1", "#8C8C8C": "#A0A0A0"}


@dataclass(frozen=True, slots=True)
class Palette:
    """The styles of the transcript view under one theme."""

    base: Style
    dim: Style
    speaker: Style
    interviewer: Style
    caret: Style
    selected: Style
    hit: Style
    depth: tuple[Style, Style, Style]
    dark: bool
    plain: bool
    background: str
    foreground: str
    looks: Mapping[str, Style]

    def lane(self, colour: str) -> Style:
        """Return the style of a margin bar in a code's colour."""
        return _lane(colour.upper(), self.dark, self.plain)

    def focus(self, colour: str) -> Style:
        """Return the style of the focused code's words."""
        if self.plain or not colour:
            return Style(bold=True, reverse=True)
        shade = Color.parse(self.background).blend(Color.parse(_shade(colour.upper(), self.dark)), 0.38)
        return Style(bold=True, bgcolor=shade.hex)


def _shade(colour: str, dark: bool) -> str:
    return (_ON_DARK if dark else _ON_LIGHT).get(colour, colour)


@lru_cache(maxsize=256)
def _lane(colour: str, dark: bool, plain: bool) -> Style:
    return Style(bold=True) if plain or not colour else Style(color=_shade(colour, dark))


def palette(theme: Theme, plain: bool) -> Palette:
    """Return the transcript view's styles; `plain` for terminals without colour (NO_COLOR)."""
    foreground = Color.parse(theme.foreground or ("#E0E0E0" if theme.dark else "#202020"))
    background = Color.parse(theme.background or ("#101010" if theme.dark else "#FFFFFF"))
    base = Style(color=foreground.hex, bgcolor=background.hex)

    def tint(share: float) -> str:
        return background.blend(foreground, share).hex

    if plain:
        depth = (Style(underline=True), Style(underline2=True), Style(underline2=True, bold=True))
        selected = Style(reverse=True)
    else:
        depth = (
            Style(bgcolor=tint(0.10), underline=True),
            Style(bgcolor=tint(0.17), underline2=True),
            Style(bgcolor=tint(0.24), underline2=True),
        )
        selected = Style(bgcolor=background.blend(Color.parse(theme.primary), 0.45).hex)
    dim = Style(color=background.blend(foreground, 0.66).hex)
    looks = {
        "dim": dim,
        "strong": Style(bold=True),
        "title": Style(bold=True, color=None if plain else Color.parse(theme.primary).hex),
        "accent": Style(bold=plain, color=None if plain else Color.parse(theme.accent or theme.primary).hex),
        "warn": Style(bold=True, color=None if plain else Color.parse(theme.warning or theme.primary).hex),
        "error": Style(bold=True, color=None if plain else Color.parse(theme.error or theme.primary).hex),
        "good": Style(color=None if plain else Color.parse(theme.success or theme.primary).hex),
        "found": Style(
            bold=True, underline=True, color=None if plain else Color.parse(theme.warning or theme.primary).hex
        ),
        "doubt": Style(italic=True),
        "key": Style(bold=True, color=None if plain else Color.parse(theme.primary).hex),
    }
    return Palette(
        base, dim, looks["key"], dim, Style(reverse=True, bold=True), selected,
        Style(color=background.hex, bgcolor=Color.parse(theme.accent or theme.primary).hex), depth, theme.dark, plain,
        background.hex, foreground.hex, looks,
    )  # fmt: skip
