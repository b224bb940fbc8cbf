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

# Cells that are left of the part of a title that gives way first.
_SHORTEST = 12
# Blanks between both edges.
_GAP = 2


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
        self._yields = -1

    def show(self, left: Line, right: Line = (), yields: int = -1) -> None:
        """Show parts at the left and at the right edge.

        Where not all fits, the left part at index `yields` is shortened; then the right ones give way, the first
        before the others where " · " parts them.
        """
        if (left, right, yields) != (self._left, self._right, self._yields):
            self._left, self._right, self._yields = left, right, yields
            self.refresh()

    @property
    def text(self) -> str:
        """What stands there, for tests and copying."""
        return "".join(text for text, _ in (*self._left, *self._right))

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        width = self.size.width
        parts, right = fitted(self._left, self._right, width, self._yields)
        left = strip_of(parts, width, self.palette)
        if not right:
            return left
        size = _cells(right)
        return Strip([*left.crop(0, width - size), *strip_of(right, size, self.palette)])


def fitted(left: Line, right: Line, width: int, yields: int = -1) -> tuple[Line, Line]:
    """Return what is drawn at both edges in `width` cells, with a gap between them; see `OneLine.show`."""

    def over() -> int:
        return _cells(left) + (_cells(right) + _GAP if right else 0) - width

    if over() > 0 and 0 <= yields < len(left):
        text, look = left[yields]
        name = _shortened(text, max(_SHORTEST, cell_len(drawn(text)) - over()))
        left = [*left[:yields], (name, look), *left[yields + 1 :]]
    while right and over() > 0:
        ends = (place for place, (text, _) in enumerate(right, 1) if text.endswith(" · "))
        right = right[next(ends, len(right)) :]
    return left, right


def _cells(line: Line) -> int:
    return sum(cell_len(drawn(text)) for text, _ in line)


def _shortened(text: str, cells: int) -> str:
    """Return text in no more than so many cells, with an ellipsis where it was cut."""
    text = drawn(text)
    return text if cell_len(text) <= cells else set_cell_size(text, cells - 1).rstrip() + "…"


def joined(parts: Iterable[Line], between: Part) -> list[Part]:
    """Return lines strung into one, with `between` them."""
    result: list[Part] = []
    for line in parts:
        if result:
            result.append(between)
        result += line
    return result
