"""The history, found: acts by whom, of what kind, when, in which state, on which thing, told by which words.

A page is read through the index that narrows most, newest first, so that a history of a million acts opens as fast
as one of a hundred.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any

from workbench.store.engine import Connection
from workbench.store.journal import line_of
from workbench.store.lookups.things import acts_on_thing
from workbench.store.study_file import StudyFile
from workbench.store.unreadable import json_of
from workbench.study.changes import AuditLine
from workbench.study.history import STATES, ActFilter
from workbench.words.history_find import SentenceWords

_LINE = (
    "SELECT act.*, coalesce(coder.name, '') AS coder, (SELECT count(*) FROM change WHERE act_id = act.id) AS rows "
    "FROM act LEFT JOIN coder ON coder.id = act.coder_id"
)
_BATCH = 500


@dataclass(slots=True)
class _Where:
    """Conditions on `act` and their values; `driver` is what the index is asked by, one look a value."""

    conditions: list[str] = field(default_factory=list[str])
    values: list[object] = field(default_factory=list[object])
    driver: list[tuple[str, tuple[object, ...]]] = field(default_factory=list[tuple[str, tuple[object, ...]]])

    def add(self, condition: str, *values: object) -> None:
        self.conditions.append(condition)
        self.values += values


def verbs_in_use(study: StudyFile) -> list[str]:
    """Return every verb of the history, in order of the alphabet; a look an entry, however long the history is."""
    rows = study.rows(
        "WITH RECURSIVE known(verb) AS (SELECT min(verb) FROM act UNION ALL "
        "SELECT (SELECT min(verb) FROM act WHERE verb > known.verb) FROM known WHERE known.verb IS NOT NULL) "
        "SELECT verb FROM known WHERE verb IS NOT NULL"
    )
    return [row["verb"] for row in rows]


class ActFinder:
    """The acts that a filter wants, page by page, counted, or one by one to and fro."""

    def __init__(self, study: StudyFile, wanted: ActFilter) -> None:
        self._study, self.wanted = study, wanted
        self._words = SentenceWords(wanted.words) if wanted.words.strip() else None
        self._where = self._conditions()

    def page(self, limit: int, *, before: int | None = None, after: int | None = None) -> list[AuditLine]:
        """Return at most `limit` lines: the newest older than act `before`, or the oldest newer than act `after`."""
        forward = after is not None
        ids: list[int] = []
        for act_id in self._ids(forward, after if forward else before, limit):
            ids.append(act_id)
            if len(ids) == limit:
                break
        return self.lines(ids)

    def lines(self, ids: Sequence[int]) -> list[AuditLine]:
        """Return the audit lines of acts, in the order given."""
        found: dict[int, AuditLine] = {}
        for at in range(0, len(ids), _BATCH):
            some = ids[at : at + _BATCH]
            marks = ",".join("?" * len(some))
            for row in self._study.rows(f"{_LINE} WHERE act.id IN ({marks})", tuple(some)):
                found[row["id"]] = line_of(row)
        return [found[one] for one in ids if one in found]

    def walk(self) -> Iterator[AuditLine]:
        """Yield every line, oldest first; only a batch is held at a time."""
        after = 0
        while some := self.page(_BATCH, after=after):
            yield from some
            after = some[-1].act_id

    def count(self, upto: int | None = None, most: int | None = None) -> int:
        """Return how many acts are wanted, or how many of them are not newer than act `upto`.

        Where each sentence has to be told to know, counting ends at `most`.
        """
        if self._words is not None:
            fitting = (one for one in self._ids(True, None, _BATCH) if upto is None or one <= upto)
            return sum(1 for _ in islice(fitting, most))
        conditions, values = list(self._where.conditions), list(self._where.values)
        if upto is not None:
            conditions.append("act.id <= ?")
            values.append(upto)
        total = 0
        for driver, given in self._where.driver or [("1", ())]:
            sql = f"SELECT count(*) FROM act WHERE {' AND '.join((driver, *conditions))}"
            total += int(self._study.value(sql, (*given, *values)))
        return total

    # How it is found

    def _conditions(self) -> _Where:
        wanted, where = self.wanted, _Where()
        if wanted.about is not None:
            sql, values = acts_on_thing(wanted.about)
            where.add(f"act.id IN ({sql})", *values)
        if wanted.since or wanted.until:
            self._add_period(where)
        verbs = wanted.verbs_among(verbs_in_use(self._study))
        if verbs is not None:
            where.add(f"act.verb IN ({','.join('?' * len(verbs))})", *verbs)
        if wanted.coders:
            where.add(f"act.coder_id IN ({','.join('?' * len(wanted.coders))})", *wanted.coders)
        states = STATES.get(wanted.state, ())
        if states:
            where.add(f"act.state IN ({','.join('?' * len(states))})", *states)
        if self._words is not None:
            self._add_words(where, self._words)
        where.driver = _driver(wanted, verbs)
        return where

    def _add_period(self, where: _Where) -> None:
        """Bound the ids too: acts stand in the order of their ids, and nearly in that of the clock."""
        first, until = self.wanted.since or "0", self.wanted.until or "~"
        row = self._study.rows("SELECT min(id), max(id) FROM act WHERE at >= ? AND at < ?", (first, until))[0]
        where.add("act.at >= ? AND act.at < ?", first, until)
        where.add("act.id BETWEEN ? AND ?", row[0] or 0, row[1] or 0)

    def _add_words(self, where: _Where, words: SentenceWords) -> None:
        """Leave out what cannot be told with these words; what is left is told and looked at."""
        known = verbs_in_use(self._study)
        for core in words.cores():
            verbs, kinds = words.may_be_told_by(core, known), words.kinds_telling(core)
            where.add(
                f"(act.detail LIKE ? OR act.verb IN ({','.join('?' * len(verbs))}) "
                f"OR act.kind IN ({','.join('?' * len(kinds))}))",
                "%" + "".join(one if one.isascii() else "%" for one in core) + "%", *verbs, *kinds,
            )  # fmt: skip

    def _ids(self, forward: bool, edge: int | None, limit: int) -> Iterator[int]:
        """Yield ids in order from beyond `edge` on."""
        while True:
            found = self._study.ask(partial(self._batch, forward=forward, edge=edge, limit=limit))
            yield from (row["id"] for row in found if self._told(row))
            if len(found) < limit:
                return
            edge = found[-1]["id"]
            limit = _BATCH

    def _batch(self, db: Connection, *, forward: bool, edge: int | None, limit: int) -> list[Any]:
        conditions, values = list(self._where.conditions), list(self._where.values)
        if edge is not None:
            conditions.append(f"act.id {'>' if forward else '<'} ?")
            values.append(edge)
        order = f"ORDER BY act.id {'ASC' if forward else 'DESC'} LIMIT {int(limit)}"
        found: list[Any] = []
        for driver, given in self._where.driver or [("1", ())]:
            where = " AND ".join((driver, *conditions))
            sql = f"SELECT act.id, act.verb, act.kind, act.detail FROM act WHERE {where} {order}"
            found += db.execute(sql, (*given, *values)).fetchall()
        if len(self._where.driver) > 1:
            found = sorted(found, key=lambda row: row["id"], reverse=not forward)[:limit]
        return found

    def _told(self, row: Any) -> bool:
        if self._words is None:
            return True
        return self._words.hold(row["verb"], row["kind"], json_of(row["detail"], "act", row["id"]))


def _driver(wanted: ActFilter, verbs: Sequence[str] | None) -> list[tuple[str, tuple[object, ...]]]:
    """Return what the index is asked by: the state when few acts are in it, else the coder, else the verbs."""
    if wanted.about is not None:
        return []
    if wanted.state in ("undone", "cleared", "taken back"):
        return [("act.state = ? AND act.kind = 'do'", (state,)) for state in STATES[wanted.state]]
    if wanted.coders:
        return [("act.coder_id = ?", (one,)) for one in wanted.coders]
    if verbs is not None:
        return [("act.verb = ?", (verb,)) for verb in verbs]
    return []
