"""The study as it stood after any act, made by rolling the journal's before-values back, or its after-values on.

Undoing and redoing are acts with rows of their own, so the journal is one line of changes: the state after act N is
everything changed up to N. Nothing here writes.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.store.study_file import StudyFile
from workbench.store.unreadable import json_of, of_row
from workbench.study.codes import Code, Codebook, CodeStatus
from workbench.study.themes import ThemeStatus

Row = dict[str, Any]
# Rows kept whole, and rows only counted: there may be a million of these.
_KEPT = ("transcript", "code", "theme", "theme_code")
_COUNTED = ("coding", "quote")
# Up to so many changes are read through the index by act, more through the index by table.
_FEW = 3000
_BATCH = 400


def row_at(study: StudyFile, table: str, row_id: int, act_id: int) -> Row | None:
    """Return one row, gone or not, as it stood after an act; None when the study does not know it."""
    found = study.rows(f'SELECT * FROM "{table}" WHERE id = ?', (row_id,))
    if not found:
        return None
    row = dict(found[0])
    for one in study.rows(
        "SELECT before FROM change WHERE tbl = ? AND row_id = ? AND act_id > ? ORDER BY act_id DESC, id DESC",
        (table, row_id, act_id),
    ):
        row.update(json_of(one["before"]))
    return row


@dataclass(frozen=True, slots=True)
class PastCounts:
    """How much there was: counted as the phase board counts, so the newest state shows the board's numbers."""

    transcripts: int
    codes: int
    codings: int
    themes: int
    quotes: int


@dataclass(frozen=True, slots=True)
class PastTheme:
    """A theme as it stood, with the ids of the codes under it in order."""

    id: int
    name: str
    status: ThemeStatus
    colour: str
    code_ids: tuple[int, ...]


@dataclass(slots=True)
class _Edge:
    """What a counted row was at the two edges of a range of acts; None is not known from the range itself."""

    deleted: tuple[int | None, int | None] = (None, None)
    code: tuple[int | None, int | None] = (None, None)


class Past:
    """The study as it stood after act `at`; `go` moves it to another act, at the cost of what lies between."""

    def __init__(self, study: StudyFile, act_id: int) -> None:
        self._study = study
        self._rows: dict[str, dict[int, Row]] = {table: {} for table in _KEPT}
        self._codings: Counter[tuple[int, int]] = Counter()
        self._quotes: Counter[int] = Counter()
        self._removed = self._ever_removed()
        self.at = 0
        self._book: Codebook | None = None
        self.go(act_id)

    # What it shows

    @property
    def codebook(self) -> Codebook:
        """The codes as they stood, as a tree."""
        if self._book is None:
            self._book = Codebook(_code(row) for row in self._living("code"))
        return self._book

    @property
    def themes(self) -> list[PastTheme]:
        """The themes as they stood, in their order."""
        under: dict[int, list[Row]] = {}
        for link in self._living("theme_code"):
            under.setdefault(link["theme_id"], []).append(link)
        found: list[PastTheme] = []
        for row in sorted(self._living("theme"), key=_place):
            codes = tuple(link["code_id"] for link in sorted(under.get(row["id"], ()), key=_place))
            found.append(_theme(row, codes))
        return found

    def codings_by_code(self) -> Mapping[int, int]:
        """Return how many codings each code had, those of removed transcripts left out."""
        found: Counter[int] = Counter()
        for (transcript, code), count in self._codings.items():
            if count and self._stands(transcript):
                found[code] += count
        return found

    def counts(self) -> PastCounts:
        """Return the numbers of that moment."""
        return PastCounts(
            sum(1 for _ in self._living("transcript")),
            sum(1 for row in self._living("code") if row.get("codable", 1) and row.get("status", "active") == "active"),
            sum(self.codings_by_code().values()),
            sum(1 for row in self._living("theme") if row.get("status") != ThemeStatus.DROPPED.value),
            sum(count for transcript, count in self._quotes.items() if self._stands(transcript)),
        )

    def _living(self, table: str) -> Iterable[Row]:
        return (row for row in self._rows[table].values() if not row["deleted"])

    def _stands(self, transcript: int) -> bool:
        """Tell whether what is counted under a transcript (0: all never removed) counts."""
        return not transcript or not self._rows["transcript"].get(transcript, {"deleted": 1})["deleted"]

    # Moving

    def go(self, act_id: int) -> None:
        """Move to the state after another act."""
        if act_id == self.at:
            return
        low, high = sorted((self.at, act_id))
        few = self._changes_between(low, high) < _FEW
        if not few:
            self._start_nearest(act_id, self._acts_between(low, high))
            low, high = sorted((self.at, act_id))
        forward = act_id > self.at
        self._roll_rows(low, high, forward, few)
        self._count(low, high, 1 if forward else -1)
        self.at = act_id

    def _changes_between(self, low: int, high: int) -> int:
        sql = "SELECT count(*) FROM (SELECT 1 FROM change WHERE act_id > ? AND act_id <= ? LIMIT ?)"
        return int(self._study.value(sql, (low, high, _FEW)))

    def _roll_rows(self, low: int, high: int, forward: bool, few: bool) -> None:
        which, order = ("after", "ASC") if forward else ("before", "DESC")
        # The plus keeps SQLite from the other index.
        mine, act = ("+tbl", "act_id") if few else ("tbl", "+act_id")
        for change in self._study.rows(
            f"SELECT tbl, row_id, {which} AS what FROM change WHERE {act} > ? AND {act} <= ? "
            f"AND {mine} IN ('transcript', 'code', 'theme', 'theme_code') ORDER BY act_id {order}, id {order}",
            (low, high),
        ):
            rows = self._rows[change["tbl"]]
            row = rows.setdefault(change["row_id"], {"id": change["row_id"], "deleted": 1})
            row.update(json_of(change["what"]))
            if change["tbl"] == "code":
                self._book = None

    # Counting codings and quotes

    def _count(self, low: int, high: int, sign: int) -> None:
        edges: dict[str, dict[int, _Edge]] = {table: {} for table in _COUNTED}
        for change in self._study.rows(
            "SELECT tbl, row_id, json_extract(before, '$.deleted'), json_extract(after, '$.deleted'), "
            "json_extract(before, '$.code_id'), json_extract(after, '$.code_id') "
            "FROM change WHERE act_id > ? AND act_id <= ? AND +tbl IN ('coding', 'quote') ORDER BY act_id, id",
            (low, high),
        ):
            table, row_id, *values = change
            if any(value is not None for value in values):
                edge = edges[table].setdefault(row_id, _Edge())
                edge.deleted = _stretched(edge.deleted, values[0], values[1])
                edge.code = _stretched(edge.code, values[2], values[3])
        self._count_codings(edges["coding"], high, sign)
        self._count_quotes(edges["quote"], sign)

    def _count_codings(self, edges: Mapping[int, _Edge], high: int, sign: int) -> None:
        unknown = [one for one, edge in edges.items() if None in (edge.deleted[1], edge.code[1])]
        known_after = self._then("coding", unknown, high)
        places = self._transcripts_of("coding", list(edges)) if self._removed else {}
        for row_id, edge in edges.items():
            deleted, code = known_after.get(row_id, (None, None))
            for at, step in ((0, -sign), (1, sign)):
                gone = edge.deleted[at] if edge.deleted[1] is not None else deleted
                which = edge.code[at] if edge.code[at] is not None else edge.code[1]
                which = code if which is None else which
                if not gone and which is not None:
                    self._codings[places.get(row_id, 0), which] += step

    def _count_quotes(self, edges: Mapping[int, _Edge], sign: int) -> None:
        places = self._transcripts_of("quote", list(edges)) if self._removed else {}
        for row_id, edge in edges.items():
            if edge.deleted[1] is not None:
                self._quotes[places.get(row_id, 0)] += sign * (bool(edge.deleted[0]) - bool(edge.deleted[1]))

    def _then(self, table: str, row_ids: Sequence[int], act_id: int) -> dict[int, tuple[int, int]]:
        """Return (deleted, code) of counted rows as they stood after an act."""
        found: dict[int, tuple[int, int]] = {}
        for some, marks in _batches(row_ids):
            now = {row["id"]: (row["deleted"], row["code_id"]) for row in self._study.rows(
                f'SELECT id, deleted, code_id FROM "{table}" WHERE id IN ({marks})', some)}  # fmt: skip
            later = self._study.rows(
                "SELECT row_id, json_extract(before, '$.deleted') AS deleted, json_extract(before, '$.code_id') AS code"
                f" FROM change WHERE tbl = ? AND row_id IN ({marks}) AND +act_id > ? ORDER BY act_id DESC, id DESC",
                (table, *some, act_id),
            )
            for one in later:
                deleted, code = now.get(one["row_id"], (1, 0))
                now[one["row_id"]] = (
                    deleted if one["deleted"] is None else one["deleted"],
                    code if one["code"] is None else one["code"],
                )
            found |= now
        return found

    def _transcripts_of(self, table: str, row_ids: Sequence[int]) -> dict[int, int]:
        """Return the transcripts of counted rows, where those were ever removed."""
        found: dict[int, int] = {}
        sql = (
            "SELECT id, transcript_id FROM coding WHERE id IN ({})"
            if table == "coding"
            else "SELECT q.id, c.transcript_id FROM quote q JOIN coding c ON c.id = q.coding_id WHERE q.id IN ({})"
        )
        for some, marks in _batches(row_ids):
            for row in self._study.rows(sql.format(marks), some):
                if row["transcript_id"] in self._removed:
                    found[row["id"]] = row["transcript_id"]
        return found

    # Beginning

    def _ever_removed(self) -> frozenset[int]:
        """Return the transcripts that were removed at any time: only what hangs on them comes and goes with them."""
        rows = self._study.rows(
            "SELECT DISTINCT row_id FROM change WHERE tbl = 'transcript' AND json_extract(after, '$.deleted') = 1"
        )
        return frozenset(row["row_id"] for row in rows)

    def _acts_between(self, low: int, high: int) -> int:
        return int(self._study.value("SELECT count(*) FROM act WHERE id > ? AND id <= ?", (low, high)))

    def _start_nearest(self, act_id: int, distance: int) -> None:
        """Begin at the present, or before everything, when that is nearer to an act than where this stands."""
        newest = int(self._study.value("SELECT coalesce(max(id), 0) FROM act"))
        from_end = self._acts_between(act_id, newest)
        from_beginning = self._acts_between(0, act_id)
        if from_end < min(distance, from_beginning):
            self._take_present(newest)
        elif from_beginning < distance:
            self._rows = {table: {} for table in _KEPT}
            self._codings, self._quotes = Counter(), Counter()
            self.at, self._book = 0, None

    def _take_present(self, newest: int) -> None:
        self._book, self._codings, self._quotes = None, Counter(), Counter()
        for table in _KEPT:
            rows = self._study.rows(f'SELECT * FROM "{table}"')
            self._rows[table] = {row["id"]: dict(row) for row in rows}
        for row in self._study.rows(
            "SELECT transcript_id, code_id, count(*) AS many FROM coding WHERE deleted = 0 GROUP BY 1, 2"
        ):
            self._codings[self._counted_under(row["transcript_id"]), row["code_id"]] += row["many"]
        for row in self._study.rows(
            "SELECT c.transcript_id, count(*) AS many FROM quote q JOIN coding c ON c.id = q.coding_id "
            "WHERE q.deleted = 0 GROUP BY 1"
        ):
            self._quotes[self._counted_under(row["transcript_id"])] += row["many"]
        self.at = newest

    def _counted_under(self, transcript: int) -> int:
        return transcript if transcript in self._removed else 0


def _stretched(
    edge: tuple[int | None, int | None], before: int | None, after: int | None
) -> tuple[int | None, int | None]:
    """Return the first and last value after one more change, in order; a column it did not touch says nothing."""
    if after is None:
        return edge
    return (before if edge[1] is None else edge[0]), after


def _batches(row_ids: Sequence[int]) -> Iterable[tuple[tuple[int, ...], str]]:
    for at in range(0, len(row_ids), _BATCH):
        some = tuple(row_ids[at : at + _BATCH])
        yield some, ",".join("?" * len(some))


def _place(row: Row) -> tuple[int, int]:
    return row.get("rank", 0), row["id"]


@of_row("theme")
def _theme(row: Row, codes: tuple[int, ...]) -> PastTheme:
    status = ThemeStatus(row.get("status", "candidate"))
    return PastTheme(row["id"], row["name"], status, row.get("colour", ""), codes)


@of_row("code")
def _code(row: Row) -> Code:
    return Code(
        row["id"], row.get("guid", ""), row["name"], row.get("parent_id"), row.get("rank", 0), row.get("brief", ""),
        row.get("definition", ""), colour=row.get("colour", ""), codable=bool(row.get("codable", 1)),
        status=CodeStatus(row.get("status", "active")),
    )  # fmt: skip
