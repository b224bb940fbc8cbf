"""Colours: two themes of our own, and what a mark looks like under any theme and on a terminal of few colours.

Colours of a theme are taken as they are where they can be read, else moved towards the ink until they can
(contrast as WCAG 2 counts it): on our own themes 7:1 for words, on others 4.5:1; bars of the margin 3:1 on all.
"""

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
    error="#E8998D",
    dark=True,
)
PAPER = Theme(
    name="workbench-paper",
    primary="#15527F",
    secondary="#5C3D87",
    accent="#6F4800",
    foreground="#22262C",
    background="#FAF8F3",
    surface="#F3F0E8",
    panel="#E8E4D9",
    success="#245A31",
    warning="#6F4800",
    error="#8F2A1D",
    dark=False,
)
OWN = (DUSK.name, PAPER.name)
WORDS_ON_OWN, WORDS, BARS = 7.0, 4.5, 3.0
# Darker bars for light screens: the same seven hues, each at least 3:1 on paper.
_ON_LIGHT = {
    "#0072B2": "#00659E", "#D55E00": "#B34F00", "#009E73": "#007A59", "#CC79A7": "#A8487E", "#E69F00": "#8F6200",
    "#56B4E9": "#1B7FB8", "#F0E442": "#7A7000", "#8C8C8C": "#6B6B6B",
}  # fmt: skip
_ON_DARK = {"#0072B2": "#3D9BD1", "#8C8C8C": "#A0A0A0"}
# The sixteen colours of a terminal: six hues and a grey, those that are seen on the ground.
_FEW_ON_DARK = {
    "#0072B2": "cyan", "#D55E00": "bright_red", "#009E73": "green", "#CC79A7": "bright_magenta",
    "#E69F00": "yellow", "#56B4E9": "bright_cyan", "#F0E442": "bright_yellow", "#8C8C8C": "white",
}  # fmt: skip
_FEW_ON_LIGHT = {
    "#0072B2": "blue", "#D55E00": "red", "#009E73": "blue", "#CC79A7": "magenta", "#E69F00": "red",
    "#56B4E9": "blue", "#F0E442": "black", "#8C8C8C": "black",
}  # fmt: skip


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
    words: float = WORDS_ON_OWN
    few: bool = False

    def lane(self, colour: str) -> Style:
        """Return the style of a margin bar in a code's colour."""
        return self._hue(colour, BARS)

    def label(self, colour: str) -> Style:
        """Return the style of a code's name in its colour: words, so told from the ground as words are."""
        return self._hue(colour, self.words)

    def _hue(self, colour: str, least: float) -> Style:
        if self.plain or not colour:
            return Style(bold=True)
        if self.few:
            return Style(bold=True, color=(_FEW_ON_DARK if self.dark else _FEW_ON_LIGHT).get(colour.upper()))
        return _hue(colour.upper(), self.background, self.dark, least)

    def focus(self, colour: str) -> Style:
        """Return the style of the focused code's words."""
        if self.plain or self.few or not colour:
            return Style(bold=True, reverse=True)
        shade = Color.parse(_shade(colour.upper(), self.dark))
        return Style(bold=True, bgcolor=ground(self.background, self.foreground, shade, 0.38, self.words).hex)


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def readable(colour: Color, background: Color, least: float) -> Color:
    """Return the colour nearest to `colour`, towards white or black, that has `least` contrast (or the most there is).

    Rounding to whole parts of 255 is counted with.
    """
    white, black = Color(255, 255, 255), Color(0, 0, 0)
    end = white if contrast(white, background) > contrast(black, background) else black
    for step in range(0, 101, 4):
        moved = Color.parse(colour.blend(end, step / 100).hex) if step else colour
        if contrast(moved, background) >= least:
            return moved
    return end


def ground(background: str, foreground: str, tint: Color, share: float, least: float) -> Color:
    """Return a tinted ground, as much as `share`, on which words keep `least` contrast (or what they have anyhow)."""
    under, ink = Color.parse(background), Color.parse(foreground)
    for step in range(20, 0, -1):
        tinted = Color.parse(under.blend(tint, share * step / 20).hex)
        if contrast(ink, tinted) >= least:
            return tinted
    return under


def _shade(colour: str, dark: bool) -> str:
    return (_ON_DARK if dark else _ON_LIGHT).get(colour, colour)


@lru_cache(maxsize=512)
def _hue(colour: str, background: str, dark: bool, least: float) -> Style:
    return Style(color=readable(Color.parse(_shade(colour, dark)), Color.parse(background), least).hex)


def _named(theme: Theme) -> dict[str, Color]:
    """Return a theme's colours by name; what it leaves to the terminal is guessed as Textual draws it."""
    made = theme.to_color_system().generate()
    usual = {"foreground": "#E0E0E0", "background": "#101010"} if theme.dark else {}
    usual = usual or {"foreground": "#202020", "background": "#FFFFFF"}
    named = {name: made.get(name, "") for name in ("foreground", "background", *_ROLES)}
    for name, told in named.items():
        if not told or told.startswith(("ansi_", "auto", "transparent")):
            named[name] = usual.get(name, usual["foreground"])
    return {name: Color.parse(told) for name, told in named.items()}


_ROLES = ("primary", "accent", "warning", "error", "success")


def palette(theme: Theme, plain: bool, few: bool = False) -> Palette:
    """Return the styles of rows; `plain` for terminals without colour (NO_COLOR), `few` for those of sixteen."""
    named = _named(theme)
    foreground, background = named["foreground"], named["background"]
    few = few or theme.name.startswith("ansi-")
    words = WORDS_ON_OWN if theme.name in OWN else WORDS
    base = Style(color=foreground.hex, bgcolor=background.hex)
    if theme.name.startswith("ansi-"):
        base = Style(color="default", bgcolor="default")
    roles = {name: None if plain or few else readable(named[name], background, words).hex for name in _ROLES}
    quiet = readable(Color.parse(background.blend(foreground, 0.66).hex), background, words).hex
    dim = Style() if few else Style(color=quiet)
    selected = Style(reverse=True)
    depth = (Style(underline=True), Style(underline2=True), Style(underline2=True, bold=True))
    if few or plain:
        hit = Style(reverse=True, bold=True, underline=True)
    else:
        ink = readable(background, named["accent"], words)
        hit = Style(color=ink.hex, bgcolor=named["accent"].hex)

        def tinted(tint: Color, share: float) -> str:
            return ground(background.hex, foreground.hex, tint, share, words).hex

        depth = (
            Style(bgcolor=tinted(foreground, 0.10), underline=True),
            Style(bgcolor=tinted(foreground, 0.17), underline2=True),
            Style(bgcolor=tinted(foreground, 0.24), underline2=True),
        )
        chosen = tinted(named["primary"], 0.45)
        if words == WORDS_ON_OWN and contrast(Color.parse(quiet), Color.parse(chosen)) < WORDS:
            chosen = ground(background.hex, quiet, named["primary"], 0.45, WORDS).hex
        selected = Style(bgcolor=chosen)
    return Palette(
        base, dim, Style(bold=True, color=roles["primary"]), dim, Style(reverse=True, bold=True), selected, hit, depth,
        theme.dark, plain, background.hex, foreground.hex, _looks(dim, roles, plain or few), words, few,
    )  # fmt: skip


def _looks(dim: Style, roles: Mapping[str, str | None], bold: bool) -> dict[str, Style]:
    return {
        "dim": dim,
        "strong": Style(bold=True),
        "title": Style(bold=True, color=roles["primary"]),
        "accent": Style(bold=bold, color=roles["accent"]),
        "warn": Style(bold=True, color=roles["warning"]),
        "error": Style(bold=True, color=roles["error"]),
        "good": Style(color=roles["success"]),
        "found": Style(bold=True, underline=True, color=roles["warning"]),
        "key": Style(bold=True, color=roles["primary"]),
        "jump": Style(bold=True, reverse=True),
    }
