"""A room of one table and a side pane that tells of the current row."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from textual import events
from textual.app import ComposeResult

from workbench.study.text import visible
from workbench.tui.columns import Columns, Headings, table_width
from workbench.tui.drawing import Line, Part, wrapped
from workbench.tui.frames import Down
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.room import NARROW, Room

Fill = Callable[[int], Sequence[Line]]


class ListRoom(Room):
    """A table at the left, the current row's particulars at the right; on narrow screens `tab` changes between them."""

    EMPTY = ""

    def __init__(self) -> None:
        super().__init__()
        self._columns = Columns((), ())

    def panes(self) -> ComposeResult:
        """Headings over a list, a text pane beside it."""
        with Down(classes="stack beside", id="table"):
            yield Headings(self.palette, id="headings")
            yield Ledger(self.palette, self._draw, empty=self.empty_words(), id="list")
        yield TextPane(self.palette, id="side", classes="side")

    def empty_words(self) -> str:
        """Return what an empty list says to do."""
        return ""

    # The table

    @property
    def list(self) -> Ledger:
        """The list."""
        return self.query_one("#list", Ledger)

    @property
    def side(self) -> TextPane:
        """The side pane."""
        return self.query_one("#side", TextPane)

    @property
    def current(self) -> Any:
        """The current item, or None."""
        return self.list.current

    def set_table(self, columns: Columns, items: Sequence[Any], index: int | None = None) -> None:
        """Show other rows."""
        self._columns = columns
        self.query_one("#headings", Headings).of(columns)
        self.list.set_items(items, index)

    def _draw(self, item: Any, width: int) -> Sequence[Line]:
        cells, looks = self.row(item)
        return [self._columns.line(cells, table_width(self.query_one("#table").size.width), looks)]

    @abstractmethod
    def row(self, item: Any) -> tuple[Sequence[str], Sequence[str]]:
        """Return (cells, looks) of an item."""
        ...

    def states(self) -> set[str]:
        """Whether there is a current item."""
        return {"item"} if self.current is not None else set()

    # The side pane

    def show_item(self) -> None:
        """Tell of the current item."""
        self.side.show(self.details())

    def details(self) -> Fill:
        """Return what fills the side pane."""
        return lambda _: ()

    def pin(self, pinned: bool) -> None:
        """Show the side pane instead of the table on a narrow screen, or no more."""
        self.side.set_class(pinned, "pinned")
        self.query_one("#table").set_class(pinned, "covered")
        if pinned and self.has_class("narrow"):
            self.call_after_refresh(self._focus_side)
        elif not self.asking:
            self.list.focus()

    def _focus_side(self) -> None:
        if self.side.has_class("pinned") and self.side.can_focus and not self.asking:
            self.side.focus()

    @property
    def pinned(self) -> bool:
        """Whether a narrow screen shows the side pane."""
        return self.side.has_class("pinned")

    def do_app_next_pane(self) -> None:
        """Change between the table and the side pane."""
        if self.asking:
            super().do_app_next_pane()
        elif self.has_class("narrow"):
            # Beside an empty list there is nothing to tell.
            self.pin(not self.pinned and self.current is not None)
        elif self.side.can_focus and not self.side.has_focus:
            self.side.focus()
        else:
            self.list.focus()
        self.show_keys()

    def step_back(self) -> bool:
        """Leave the side pane."""
        if self.pinned and self.has_class("narrow"):
            self.pin(False)
            return True
        if self.side.has_focus:
            self.list.focus()
            return True
        return False

    def on_resize(self, event: events.Resize) -> None:
        """Show the table again on a wide screen (Textual calls the room's own handler after this one)."""
        if self.is_mounted and event.size.width >= NARROW and self.query("#side") and self.pinned:
            self.pin(False)


def heading(text: str) -> list[Line]:
    """Return a heading after an empty line."""
    return [[], [(text, "title")]]


def pairs(values: Sequence[tuple[str, str]], width: int) -> list[Line]:
    """Return names and values, the values in one column where they fit, else on lines of their own."""
    lines: list[Line] = []
    size = min(18, max((len(name) for name, _ in values), default=0))
    for name, value in values:
        column = max(size, len(name)) + 2
        if column + len(value) <= width:
            lines.append([(name.ljust(column), "dim"), (value, "")])
        else:
            lines.append([(name, "dim")])
            lines += wrapped(value, width, "", indent="  ")
    return lines


def clipped(text: str, width: int, most: int, look: str = "", indent: str = "") -> list[list[Part]]:
    """Return text wrapped to at most `most` lines; … tells of more."""
    lines = wrapped(visible(" ".join(text.split())), width, look, indent)
    if len(lines) > most:
        lines = lines[:most]
        last, same = lines[-1][0]
        lines[-1] = [(last[: width - 1].rstrip() + "…", same)]
    return lines
