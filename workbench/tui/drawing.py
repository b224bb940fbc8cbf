"""Drawing lines of plain parts: the one place where screen text is made harmless, cut and coloured."""

import textwrap
from collections.abc import Iterable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from workbench.study.text import visible
from workbench.tui.looks import Palette

# A part is (text, look); looks are "", "dim", "strong", "accent", "warn", "good", "title" or a colour "#RRGGBB".
Part = tuple[str, str]
Line = Sequence[Part]


def style_of(look: str, palette: Palette) -> Style:
    """Return the style of a look under a palette."""
    if look.startswith("#"):
        return palette.base + palette.lane(look)
    if look == "selected":
        return palette.base + palette.selected
    return palette.base + palette.looks.get(look, Style.null())


def strip_of(line: Line, width: int, palette: Palette, selected: bool = False) -> Strip:
    """Return one line of cells, cut or filled to `width`."""
    segments: list[Segment] = []
    for text, look in line:
        style = style_of(look, palette)
        segments.append(Segment(visible(text), style + palette.selected if selected else style))
    strip = Strip(segments)
    if strip.cell_length > width:
        strip = Strip([*strip.crop(0, max(0, width - 1)), Segment("…", style_of("dim", palette))])
    return strip.adjust_cell_length(width, style_of("selected" if selected else "", palette))


def wrapped(text: str, width: int, look: str = "", indent: str = "") -> list[list[Part]]:
    """Return text as lines of at most `width` characters, paragraphs kept."""
    lines: list[list[Part]] = []
    for paragraph in text.split("\n"):
        found = textwrap.wrap(paragraph, max(8, width), initial_indent=indent, subsequent_indent=indent) or [""]
        lines += [[(one, look)] for one in found]
    return lines


def bar(share: float, width: int) -> str:
    """Return a bar of eighth blocks for a share from 0 to 1; anything above 0 shows."""
    eighths = min(width * 8, max(1 if share > 0 else 0, round(share * width * 8)))
    full, rest = divmod(eighths, 8)
    return ("█" * full + ("▏▎▍▌▋▊▉"[rest - 1] if rest else "")).ljust(width)


class OneLine(Widget):
    """A single row of parts; the room changes it by `show`."""

    DEFAULT_CSS = "OneLine { height: 1; width: 1fr; }"

    def __init__(self, palette: Palette, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.palette = palette
        self._left: Line = ()
        self._right: Line = ()

    def show(self, left: Line, right: Line = ()) -> None:
        """Show parts at the left and at the right edge; the right ones give way."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    @property
    def text(self) -> str:
        """What stands there, for tests and copying."""
        return "".join(text for text, _ in (*self._left, *self._right))

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        width = self.size.width
        left = strip_of(self._left, width, self.palette)
        used = sum(len(text) for text, _ in self._left)
        right = sum(len(text) for text, _ in self._right)
        if not self._right or used + right + 1 > width:
            return left
        return Strip([*left.crop(0, width - right), *strip_of(self._right, right, self.palette)])


def joined(parts: Iterable[Line], between: Part) -> list[Part]:
    """Return lines strung into one, with `between` them."""
    result: list[Part] = []
    for line in parts:
        if result:
            result.append(between)
        result += line
    return result
