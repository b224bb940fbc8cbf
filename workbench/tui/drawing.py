"""Drawing lines of plain parts: the one place where screen text is made harmless, cut and coloured."""

import textwrap
from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from workbench.study.transcripts import Role, Turn
from workbench.tui.looks import Palette
from workbench.tui.page import Page, drawn

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
        segments.append(Segment(drawn(text), style + palette.selected if selected else style))
    strip = Strip(segments)
    if strip.cell_length > width:
        strip = Strip([*strip.crop(0, max(0, width - 1)), Segment("…", style_of("dim", palette))])
    return strip.adjust_cell_length(width, style_of("selected" if selected else "", palette))


def cut(text: str, cells: int, right: bool = False) -> str:
    """Return `text` on exactly `cells` cells, with … where it was longer."""
    flat = drawn(" ".join(text.split()))
    if cell_len(flat) > cells:
        flat = set_cell_size(flat, max(0, cells - 1)).rstrip() + "…" if cells else ""
    blanks = " " * max(0, cells - cell_len(flat))
    return blanks + flat if right else flat + blanks


def wrapped(text: str, width: int, look: str = "", indent: str = "") -> list[list[Part]]:
    """Return text as lines of at most `width` cells, paragraphs kept."""
    lines: list[list[Part]] = []
    for paragraph in text.split("\n"):
        shown = drawn(paragraph)
        if cell_len(shown) == len(shown):
            found = textwrap.wrap(shown, max(8, width), initial_indent=indent, subsequent_indent=indent) or [""]
        else:
            page = Page(shown, (Turn(1, 0, len(shown), "", Role.OTHER),), width - len(indent))
            found = [indent + shown[start:end] for start, end in zip(page.starts, page.ends, strict=True)]
        lines += [[(one, look)] for one in found]
    return lines


def flowed(parts: Sequence[Part], width: int) -> list[list[Part]]:
    """Return parts wrapped as running text, each word keeping its look."""
    lines: list[list[Part]] = [[]]
    used = 0
    for text, look in parts:
        for number, word in enumerate(text.split(" ")):
            piece = drawn(f" {word}" if number else word)
            if used + cell_len(piece) > width and used:
                lines.append([])
                used = 0
                piece = drawn(word)
            # A word wider than the pane goes on in the next line.
            while cell_len(piece) > width:
                head = set_cell_size(piece, width).rstrip()
                lines[-1].append((head, look))
                lines.append([])
                piece = piece[len(head) :]
            lines[-1].append((piece, look))
            used += cell_len(piece)
    return lines


def paragraphs(parts: Sequence[Part], width: int) -> list[list[Part]]:
    """Return parts as running text of `width` cells, each turn on lines of its own."""
    lines: list[list[Part]] = []
    paragraph: list[Part] = []
    for text, look in parts:
        first, *rest = text.split("\n")
        paragraph.append((first, look))
        for one in rest:
            lines += flowed(paragraph, width)
            paragraph = [(one, look)]
    return lines + flowed(paragraph, width)


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
        used = sum(cell_len(drawn(text)) for text, _ in self._left)
        right = sum(cell_len(drawn(text)) for text, _ in self._right)
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
