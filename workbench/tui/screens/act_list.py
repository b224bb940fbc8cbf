"""A list of acts, read page by page, with what the current one touched beside it."""

from collections.abc import Sequence
from typing import Any

from workbench.store.lookups.acts import rows_of
from workbench.store.lookups.found_acts import ActFinder
from workbench.study.changes import AuditLine, Kind
from workbench.study.history import ActFilter
from workbench.tui.clock import local_time
from workbench.tui.columns import Column, Columns
from workbench.tui.drawing import Line
from workbench.tui.ledger import Ledger
from workbench.tui.screens.history_rows import ROWS, act_lines, page_words, state_words, touched_lines
from workbench.tui.screens.list_room import Fill, ListRoom, clipped, heading
from workbench.words import say
from workbench.words.history import sentence

_PAGE = 200
_NEAR_END = 20


class ActList(ListRoom):
    """Acts that a filter wants; `OLDEST_FIRST` turns the order."""

    OLDEST_FIRST = False

    def __init__(self) -> None:
        super().__init__()
        self.wanted = ActFilter()
        self.whole = False
        self.opened = False
        self._finder: ActFinder | None = None
        self._stated = False
        self._first_row = 0
        self._rows_shown_of = (0, 0)

    @property
    def finder(self) -> ActFinder:
        """What finds the acts; made anew after every act, as the verbs in use and the thing's rows may be others."""
        if self._finder is None or self._finder.wanted != self.wanted:
            self._finder = ActFinder(self.study, self.wanted)
        return self._finder

    @property
    def lines(self) -> Sequence[AuditLine]:
        """The lines that are shown."""
        return self.list.items

    def reload(self) -> None:
        """Read as many lines as were shown; at the top stay at the top, else on the same act."""
        self._finder = None
        current: AuditLine | None = self.current
        shown = max(_PAGE, len(self.list.items))
        lines = self._read(shown, None)
        self.whole = len(lines) < shown
        index = 0
        if current is not None and self.list.index > 0:
            index = next((at for at, line in enumerate(lines) if line.act_id == current.act_id), 0)
        self._show(lines, index)

    def _read(self, limit: int, beyond: int | None) -> list[AuditLine]:
        if self.OLDEST_FIRST:
            return self.finder.page(limit, after=beyond or 0)
        return self.finder.page(limit, before=beyond)

    def _show(self, lines: list[AuditLine], index: int | None) -> None:
        columns = [
            Column(say("history.col.when")),
            Column(say("history.col.who"), most=14),
            Column(say("history.col.state")),
            Column(say("history.col.what"), most=200),
        ]
        self._stated = any(state_words(line) for line in lines)
        if not self._stated:
            del columns[2]
        self.list.empty = self.empty_words()
        self.set_table(Columns(columns, [self.row(line)[0] for line in lines]), lines, index)

    def on_ledger_moved(self, event: Ledger.Moved) -> None:
        """Read on near the end (Textual calls the room's own handler after this one)."""
        if event.ledger.id == "list" and self.lines and not self.whole and self.list.index >= len(
            self.lines
        ) - _NEAR_END:  # fmt: skip
            more = self._read(_PAGE, self.lines[-1].act_id)
            self.whole = len(more) < _PAGE
            self._show([*self.lines, *more], self.list.index)
            self.renew()

    def row(self, item: Any) -> tuple[Sequence[str], Sequence[str]]:
        """Return the cells of a line."""
        line: AuditLine = item
        cells = [local_time(line.at), line.coder, state_words(line), sentence(line.verb, line.kind, line.detail)]
        told = "dim" if cells[2] else "" if line.kind is Kind.DO else "good"
        looks = ["dim", "accent", "warn", told]
        if not self._stated:
            del cells[2], looks[2]
        return cells, looks

    def states(self) -> set[str]:
        """Whether there is a line, and whether it touched more rows than are shown at once."""
        found = super().states()
        line: AuditLine | None = self.current
        return found | {"more"} if line is not None and self.opened and line.rows > ROWS else found

    # The side pane

    def above(self, width: int) -> list[Line]:
        """Return what the side pane tells before the line itself."""
        return []

    def details(self) -> Fill:
        """The current line, and its rows when they are open."""
        line: AuditLine | None = self.current
        if line is None:
            return lambda width: self.above(width)
        if self._rows_shown_of[0] != line.act_id:
            self._first_row = 0
        self._rows_shown_of = (line.act_id, self._first_row)
        rows, first = [], self._first_row
        if self.opened:
            rows = rows_of(self.study, line.act_id, ROWS, first, self.wanted.about)

        def fill(width: int) -> Sequence[Line]:
            lines = [*self.above(width), *heading(say("history.this")), *act_lines(line, width)]
            if rows:
                # Of a thing's life only its own rows are shown, and these are few.
                total = len(rows) if self.wanted.about is not None and len(rows) < ROWS else line.rows
                return [*lines, *touched_lines(rows, width, page_words(rows, first, total))]
            if not self.opened:
                lines += clipped(say("history.rows", count=line.rows), width, 2, "dim")
            return lines

        return fill

    def do_history_more(self) -> None:
        """Show the rows the act touched, or no more."""
        self.open_rows(not self.opened)

    def open_rows(self, opened: bool) -> None:
        """Show the rows of the current act, or not; on a narrow screen in the list's place."""
        self.opened, self._first_row = opened, 0
        self.show_item()
        if self.has_class("narrow"):
            self.pin(opened)
        self.show_keys()

    def do_history_rows_next(self) -> None:
        """Show the next rows of the act."""
        self._turn(ROWS)

    def do_history_rows_previous(self) -> None:
        """Show the rows before."""
        self._turn(-ROWS)

    def _turn(self, step: int) -> None:
        line: AuditLine = self.current
        first = self._first_row + step
        if not 0 <= first < line.rows:
            self.tell(say("history.rows_end"), "warn")
            return
        self._first_row = first
        self.show_item()

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """Show the rows by double click."""
        self.open_rows(True)

    def step_back(self) -> bool:
        """Close the rows first."""
        stepped = super().step_back()
        if self.opened:
            self.open_rows(False)
            return True
        return stepped
