"""What is drawn can be read: words and bars under every theme the app offers, with sixteen colours, and with none."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.style import Style
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from seat import Play, Seat
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from workbench.study.codes import PALETTE
from workbench.tui.looks import BARS, DUSK, OWN, PAPER, WORDS, WORDS_ON_OWN, Palette, contrast, palette, readable

THEMES = {theme.name: theme for theme in (DUSK, PAPER, *BUILTIN_THEMES.values())}
PAINTED = [name for name in THEMES if not name.startswith("ansi-")]
WORDS_OF = ("dim", "strong", "title", "accent", "warn", "error", "good", "found", "key")


def _ink(style: Style, look: Palette) -> Color:
    return Color.from_rich_color(style.color) if style.color else Color.parse(look.foreground)


def _under(style: Style, look: Palette) -> Color:
    return Color.from_rich_color(style.bgcolor) if style.bgcolor else Color.parse(look.background)


def _least(theme: Theme, look: Palette) -> float:
    """Own themes owe 7:1; another's words have what its own ink has on its own ground, and 4.5:1 at best."""
    if theme.name in OWN:
        return WORDS_ON_OWN
    return min(WORDS, contrast(Color.parse(look.foreground), Color.parse(look.background)))


@pytest.mark.parametrize("name", PAINTED)
def test_words_can_be_read(name: str) -> None:
    theme = THEMES[name]
    look = palette(theme, plain=False)
    least = _least(theme, look)
    styles = {one: look.base + look.looks[one] for one in WORDS_OF}
    styles |= {"base": look.base, "speaker": look.base + look.speaker, "interviewer": look.base + look.interviewer}
    styles |= {f"depth {n}": look.base + one for n, one in enumerate(look.depth)}
    styles |= {"selected": look.base + look.selected, "hit": look.base + look.hit}
    styles |= {f"focus {hue}": look.base + look.focus(hue) for hue in PALETTE}
    styles |= {f"label {hue}": look.base + look.label(hue) for hue in PALETTE}
    poor = {
        one: round(found, 2)
        for one, style in styles.items()
        if (found := contrast(_ink(style, look), _under(style, look))) < least
    }
    assert not poor


@pytest.mark.parametrize("name", PAINTED)
def test_bars_and_the_current_row_are_seen(name: str) -> None:
    look = palette(THEMES[name], plain=False)
    poor = {
        hue: look.lane(hue) for hue in PALETTE if contrast(_ink(look.lane(hue), look), _under(look.base, look)) < BARS
    }
    assert not poor
    # The bar before the current item.
    assert contrast(_ink(look.looks["accent"], look), _under(look.base, look)) >= BARS
    # What is quiet stays readable on the selected row, too.
    least = WORDS if name in OWN else 2.0
    assert contrast(_ink(look.dim, look), _under(look.selected, look)) >= least


@pytest.mark.parametrize("name", OWN)
def test_the_fields_of_our_own_themes(name: str) -> None:
    """Fields to write in stand on the surface, frames and the pane's edges in the first colour."""
    theme = THEMES[name]
    ink = Color.parse(theme.foreground or "")
    for ground in (theme.surface, theme.panel, theme.background):
        assert contrast(ink, Color.parse(ground or "")) >= WORDS_ON_OWN
    for told in (theme.primary, theme.secondary, theme.accent, theme.success, theme.warning, theme.error):
        assert contrast(Color.parse(told or ""), Color.parse(theme.background or "")) >= WORDS_ON_OWN


def test_at_most_seven_hues_and_a_darker_set_on_light() -> None:
    assert len(PALETTE) <= 7 and len(set(PALETTE)) == len(PALETTE)
    dark, light = palette(DUSK, plain=False), palette(PAPER, plain=False)
    for hue in PALETTE:
        assert contrast(_ink(light.lane(hue), light), Color(0, 0, 0)) < contrast(
            _ink(dark.lane(hue), dark), Color(0, 0, 0)
        )
    for look in (dark, light):
        assert len({str(look.lane(hue)) for hue in PALETTE}) == len(PALETTE)


def test_readable_moves_no_further_than_it_must() -> None:
    black = Color(0, 0, 0)
    assert readable(Color.parse("#808080"), black, 4.5) == Color.parse("#808080")
    moved = readable(Color.parse("#303030"), black, 4.5)
    assert 4.5 <= contrast(moved, black) < 6
    assert readable(Color.parse("#FFFFFF"), Color.parse("#777777"), 21.0) in (Color(255, 255, 255), black)


@pytest.mark.parametrize("theme", [DUSK, PAPER], ids=lambda one: one.name)
def test_sixteen_colours(theme: Theme) -> None:
    """As Rich sends them: no tint that would swallow the words; hue and ground differ by 3:1."""
    look = palette(theme, plain=False, few=True)

    def sent(colour: RichColor) -> Color:
        down = colour.downgrade(ColorSystem.STANDARD)
        red, green, blue = down.get_truecolor(DEFAULT_TERMINAL_THEME)
        return Color(red, green, blue)

    assert look.base.color and look.base.bgcolor
    ground = sent(look.base.bgcolor)
    assert contrast(sent(look.base.color), ground) >= WORDS
    assert all(style.bgcolor is None for style in (*look.depth, look.selected, look.dim))
    assert look.selected.reverse and look.focus("#0072B2").reverse
    for hue in PALETTE:
        style = look.lane(hue)
        assert style.color is not None and contrast(sent(style.color), ground) >= BARS, hue


@pytest.mark.parametrize("name", ["ansi-dark", "ansi-light"])
def test_a_theme_that_leaves_its_colours_to_the_terminal(name: str) -> None:
    look = palette(THEMES[name], plain=False)
    for style in (look.base, look.dim, look.selected, *look.depth, *look.looks.values(), look.lane("#0072B2")):
        assert all(part is None or part.triplet is None for part in (style.color, style.bgcolor))


def _rows(seat: Seat) -> list[str]:
    """The rows with colours taken away: characters, and which of them are underlined, doubly, bold or reversed."""
    rows: list[str] = []
    for strip in seat.app.screen._compositor.render_strips():
        row = ""
        for part in strip:
            style: Any = part.style or Style.null()
            marks = "".join(
                sign
                for sign, on in (
                    ("_", style.underline), ("=", style.underline2), ("*", style.bold), ("#", style.reverse),
                )
                if on
            )  # fmt: skip
            row += f"{marks}{part.text}"
        rows.append(row)
    return rows


@pytest.mark.parametrize("plain", [False, True], ids=["colour", "NO_COLOR"])
def test_nothing_is_told_by_colour_alone(
    plain: bool, study_folder: Path, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    if plain:
        monkeypatch.setenv("NO_COLOR", "1")
    else:
        monkeypatch.delenv("NO_COLOR", raising=False)

    async def journey(seat: Seat) -> None:
        transcript = seat.study.live("transcript")[0]["id"]
        seat.app.open_transcript(int(transcript), 0)
        await seat.until(lambda: " sa bm" in seat.text)
        rest = _rows(seat)
        coded = next(row for row in rest if "Jeg savner det fysiske" in row)
        # Coded words are underlined, and the margin has a shape and a name.
        assert re.search(r"_[^_]*Jeg savner det fysiske", coded) and re.search(r"[╺┏┃┗]", coded)
        assert "sa" in coded and "bm" in coded
        # A selection is told apart without its ground: it is said in the command row or drawn reversed.
        await seat.press("e", "x")
        selected = _rows(seat)
        assert any(one != other for one, other in zip(rest, selected, strict=True))

    play(study_folder, "transcripts", journey)


def test_depths_differ_without_colour() -> None:
    for look in (palette(DUSK, plain=True), palette(DUSK, plain=False, few=True)):
        bare = [(one.underline, one.underline2, one.bold) for one in look.depth]
        assert all(one != other for one, other in pairwise(bare))
        assert look.selected.reverse and look.focus("#0072B2").reverse and look.caret.reverse
