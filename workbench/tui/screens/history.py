"""The history room: every act, newest first, with what it touched and what undo would take back."""

from collections.abc import Sequence
from typing import Any

from workbench.acts import history
from workbench.store.lookups import acts as act_lookup
from workbench.store.lookups.acts import RowChange
from workbench.study.changes import AuditLine, Change, Kind
from workbench.tui.clock import local_time
from workbench.tui.columns import Column, Columns
from workbench.tui.drawing import Line
from workbench.tui.ledger import Ledger
from workbench.tui.screens.list_room import Fill, ListRoom, clipped, heading
from workbench.words import has, say
from workbench.words.history import sentence, value_name

_PAGE = 200
_ROWS = 40
# Columns whose values are the program's own words, not the researcher's.
_OF_A_CLOSED_SET = {"decision", "kind", "status"}
_NEAR_END = 20


class History(ListRoom):
    """The audit trail."""

    ROOM = "history"

    def __init__(self) -> None:
        super().__init__()
        self._whole = False
        self._opened = False
        self._stated = False

    def empty_words(self) -> str:
        """Say that nothing was done."""
        return say("history.empty")

    def reload(self) -> None:
        """Read as many lines as were shown; at the top stay at the top, else on the same act."""
        shown = max(_PAGE, len(self.list.items))
        current: AuditLine | None = self.current
        lines = history.lines(self.study, limit=shown)
        self._whole = len(lines) < shown
        index = None
        if current is not None and self.list.index > 0:
            index = next((at for at, line in enumerate(lines) if line.act_id == current.act_id), None)
        self._show(lines, index)

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
        self.set_table(Columns(columns, [self.row(line)[0] for line in lines]), lines, index)

    def on_ledger_moved(self, event: Ledger.Moved) -> None:
        """Read older lines near the end (Textual calls the room's own handler after this one)."""
        lines: Sequence[AuditLine] = self.list.items
        if lines and not self._whole and self.list.index >= len(lines) - _NEAR_END:
            older = history.lines(self.study, limit=_PAGE, before=lines[-1].act_id)
            self._whole = len(older) < _PAGE
            self._show([*lines, *older], self.list.index)
            self.renew()

    def title_parts(self) -> tuple[Line, Line]:
        """How many lines are shown."""
        key = "history.title" if self._whole else "history.title_more"
        return super().title_parts()[0], [(say(key, count=len(self.list.items)), "")]

    def row(self, item: Any) -> tuple[Sequence[str], Sequence[str]]:
        """Return the cells of a line."""
        line: AuditLine = item
        cells = [local_time(line.at), line.coder, state_words(line), sentence(line.verb, line.kind, line.detail)]
        told = "dim" if cells[2] else "" if line.kind is Kind.DO else "good"
        looks = ["dim", "accent", "warn", told]
        if not self._stated:
            del cells[2], looks[2]
        return cells, looks

    # The side pane

    def details(self) -> Fill:
        """What comes next, the current line, and its rows when they are open."""
        line: AuditLine | None = self.current
        undo, redo = history.next_undo(self.study), history.next_redo(self.study)
        waiting = history.waiting_redos(self.study)
        rows = act_lookup.rows_of(self.study, line.act_id, _ROWS) if line and self._opened else []

        def fill(width: int) -> Sequence[Line]:
            lines: list[Line] = [[(say("history.next"), "title")]]
            lines += clipped(_next("undo", undo), width, 3, "accent" if undo else "dim")
            lines += clipped(_next("redo", redo), width, 3, "accent" if redo else "dim")
            if waiting:
                lines += clipped(say("history.waiting", count=len(waiting)), width, 2, "dim")
            if line is not None:
                lines += _this(line, width, told=not self._opened)
                if rows:
                    lines += _touched(line, rows, width)
            return lines

        return fill

    # What can be done

    def do_history_more(self) -> None:
        """Show the rows the act touched, or no more."""
        self._opened = not self._opened
        self.show_item()
        if self.has_class("narrow"):
            self.pin(self._opened)

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """Show the rows by double click."""
        self._opened = False
        self.do_history_more()

    def step_back(self) -> bool:
        """Close the rows first."""
        stepped = super().step_back()
        if self._opened:
            self._opened = False
            self.show_item()
            return True
        return stepped


def state_words(line: AuditLine) -> str:
    """Return whether an act still holds."""
    return say(f"history.state.{line.state}") if has(f"history.state.{line.state}") else line.state


def _next(what: str, change: Change | None) -> str:
    if change is None:
        return say(f"history.no_{what}")
    return say(f"history.next_{what}", what=sentence(change.verb, Kind.DO, change.detail))


def _this(line: AuditLine, width: int, told: bool) -> list[Line]:
    lines = heading(say("history.this"))
    lines.append([(local_time(line.at), "dim"), (f"  {line.coder}", "accent")])
    lines += clipped(sentence(line.verb, line.kind, line.detail), width, 6)
    if has(f"history.told.{line.state}"):
        lines += clipped(say(f"history.told.{line.state}"), width, 3, "warn")
    if told:
        lines += clipped(say("history.rows", count=line.rows), width, 2, "dim")
    return lines


def _touched(line: AuditLine, rows: Sequence[RowChange], width: int) -> list[Line]:
    lines = heading(say("history.touched"))
    for row in rows:
        table = say(f"table.{row.table}") if has(f"table.{row.table}") else row.table
        look = {"added": "good", "removed": "warn"}.get(row.became, "accent")
        lines.append([(say(f"became.{row.became}"), look), (f"  {table}", "dim"), (f"  {row.name}", "strong")])
        lines += _values(row, width)
    if line.rows > len(rows):
        lines.append([(say("history.more_rows", count=line.rows - len(rows)), "dim")])
    return lines


def _values(row: RowChange, width: int) -> list[Line]:
    lines: list[Line] = []
    for column in row.after:
        before, after = row.before.get(column, ""), row.after[column]
        if before == after or (row.became == "added" and (not after or after in row.name)):
            continue
        name = say(f"column.{column}") if has(f"column.{column}") else column
        in_words = value_name if column in _OF_A_CLOSED_SET else str
        shown = in_words(after) or say("value.empty")
        if row.became == "changed":
            shown = f"{in_words(before) or say('value.empty')} → {shown}"
        lines += clipped(f"{name}: {shown}", width, 4, "", indent="  ")
    return lines
