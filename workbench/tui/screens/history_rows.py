"""An act and the rows it touched, drawn: what each was, and what it became."""

from collections.abc import Sequence

from workbench.store.lookups.acts import RowChange
from workbench.study.changes import AuditLine, Change, Kind
from workbench.study.differences import Became, difference
from workbench.tui.clock import local_time
from workbench.tui.drawing import Line, Part, flowed
from workbench.tui.screens.list_room import clipped, heading
from workbench.words import has, say
from workbench.words.history import sentence
from workbench.words.history_values import column_name, goes_without_saying, table_name, told_value

ROWS = 40  # so many at a time
# Texts that people write: how one became another is shown word by word.
_WRITTEN = frozenset((
    "brief", "definition", "when", "when_not", "example", "counter_example", "concept", "includes", "excludes", "story",
    "text", "memo", "title", "note", "translation", "why",
))  # fmt: skip
_LOOKS = {Became.KEPT: "", Became.REMOVED: "warn", Became.ADDED: "good"}
_SIGNS = {Became.KEPT: ("", ""), Became.REMOVED: ("[-", "-]"), Became.ADDED: ("{+", "+}")}
_TIMES = ("created", "added", "finished", "made", "at")


def state_words(line: AuditLine) -> str:
    """Return whether an act still holds."""
    return say(f"history.state.{line.state}") if has(f"history.state.{line.state}") else line.state


def next_words(what: str, change: Change | None) -> str:
    """Return what undo or redo would do."""
    if change is None:
        return say(f"history.no_{what}")
    return say(f"history.next_{what}", what=sentence(change.verb, Kind.DO, change.detail))


def act_lines(line: AuditLine, width: int, most: int = 6) -> list[Line]:
    """Return when, who, what, and whether it still holds."""
    lines: list[Line] = [[(local_time(line.at), "dim"), (f"  {line.coder}", "accent")]]
    lines += clipped(sentence(line.verb, line.kind, line.detail), width, most)
    if has(f"history.told.{line.state}"):
        lines += clipped(say(f"history.told.{line.state}"), width, 3, "warn")
    return lines


def page_words(rows: Sequence[RowChange], first: int, total: int) -> str:
    """Return which rows are shown, from number `first` (0: the first) on; nothing when these are all."""
    if total <= len(rows):
        return ""
    return say("history.some_rows", first=first + 1, last=first + len(rows), count=total)


def touched_lines(rows: Sequence[RowChange], width: int, page: str = "") -> list[Line]:
    """Return rows an act touched: what became of each, and what it was and is; `page` says which these are."""
    lines = heading(say("history.touched"))
    if page:
        lines += clipped(page, width, 2, "dim")
    for row in rows:
        look = {"added": "good", "removed": "warn"}.get(row.became, "accent")
        head: list[Part] = [(say(f"became.{row.became}"), look), (f"  {table_name(row.table)}", "dim")]
        lines += flowed([*head, (f"  {row.name}", "strong")], width)
        lines += value_lines(row, width)
    return lines


def value_lines(row: RowChange, width: int) -> list[Line]:
    """Return the columns of a row that the act wrote: what stood there → what stands there."""
    lines: list[Line] = []
    for column, after in row.after.items():
        before = row.before.get(column, "")
        if before == after or (row.became == "added" and goes_without_saying(column, after, row.name)):
            continue
        name = column_name(row.table, column)
        if row.became == "changed" and column in _WRITTEN and before and after:
            lines += difference_lines(name, before, after, width)
            continue
        shown = _shown(column, after)
        if row.became == "changed":
            shown = f"{_shown(column, before)} → {shown}"
        lines += clipped(f"{name}: {shown}", width, 8, "", indent="  ")
    return lines


def _shown(column: str, value: str) -> str:
    return local_time(value) if column in _TIMES and value else told_value(column, value)


def difference_lines(name: str, before: str, after: str, width: int) -> list[Line]:
    """Return how a text became another: what went in `[-…-]`, what came in `{+…+}`, in colours where there are any."""
    parts: list[Part] = [(f"{name}: ", "dim")]
    for one in difference(" ".join(before.split()), " ".join(after.split())):
        opening, closing = _SIGNS[one.became]
        parts.append((f"{opening}{one.text}{closing}", _LOOKS[one.became]))
    return [[("  ", ""), *line] for line in flowed(parts, width - 2)]
