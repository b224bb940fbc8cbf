"""The numbers of a table: how many people and how many mentions meet in each cell; empty cells take no room."""

from __future__ import annotations

import base64
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

Entry = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Cells:
    """A sparse table of `rows` x `columns`; every array is of 32-bit whole numbers.

    The cells of row r stand at `bounds[r]` up to `bounds[r + 1]` in `column` (rising), `mentions` and `people`. Totals
    are counted by themselves: a person in several cells of a row is one person of the row.
    """

    rows: int
    columns: int
    bounds: array[int]
    column: array[int]
    mentions: array[int]
    people: array[int]
    row_mentions: array[int]
    row_people: array[int]
    column_mentions: array[int]
    column_people: array[int]

    def at(self, row: int, column: int) -> tuple[int, int]:
        """Return (people, mentions) of a cell."""
        low, high = self.bounds[row], self.bounds[row + 1]
        found = bisect_left(self.column, column, low, high)
        if found < high and self.column[found] == column:
            return self.people[found], self.mentions[found]
        return 0, 0

    def of_row(self, row: int) -> Iterator[tuple[int, int, int]]:
        """Yield (column, people, mentions) of the cells of a row that are not empty."""
        for at in range(self.bounds[row], self.bounds[row + 1]):
            yield self.column[at], self.people[at], self.mentions[at]

    def __len__(self) -> int:
        """Return how many cells are not empty."""
        return len(self.column)

    def as_plain(self) -> dict[str, Any]:
        """Return JSON values, the arrays as base64 of their bytes."""
        arrays = {name: base64.b64encode(getattr(self, name).tobytes()).decode("ascii") for name in _ARRAYS}
        return {"rows": self.rows, "columns": self.columns, **arrays}


_ARRAYS = tuple(field.name for field in fields(Cells) if field.name not in ("rows", "columns"))


def cells_from_plain(plain: Mapping[str, Any]) -> Cells:
    """Return the cells that `as_plain` described."""
    arrays = {name: array("i", base64.b64decode(plain[name])) for name in _ARRAYS}
    return Cells(int(plain["rows"]), int(plain["columns"]), **arrays)


def cells_of(
    rows: int, columns: int, entries: Iterable[Entry], totals: tuple[Iterable[int], ...] | None = None
) -> Cells:
    """Return cells from (row, column, mentions, people), rising by row and column, and four totals (else zeros)."""
    bounds, column, mentions, people = array("i", [0]), array("i"), array("i"), array("i")
    for row, at, said, persons in entries:
        while len(bounds) <= row:
            bounds.append(len(column))
        column.append(at)
        mentions.append(said)
        people.append(persons)
    while len(bounds) <= rows:
        bounds.append(len(column))
    sums = totals or ([0] * rows, [0] * rows, [0] * columns, [0] * columns)
    return Cells(rows, columns, bounds, column, mentions, people, *(array("i", one) for one in sums))
