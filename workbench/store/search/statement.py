"""A search plan as SQL statements: the best hits, how many there are, hits by document."""

import json
from collections.abc import Mapping, Sequence
from time import thread_time
from typing import Any

from workbench.store.engine import Connection
from workbench.store.search.conditions import Condition
from workbench.store.search.plan import Plan, Planner
from workbench.store.study_file import StudyFile

# Hits that are looked at for ranking and counting; of more there is only said that they are more.
COUNTED = 5000
_ASKING = 1000  # as dear as walking through so many turns
_LARGE_SET = 20_000
_BATCH = 250

JOINS = (
    "CROSS JOIN revision r ON r.id = u.revision_id "
    "CROSS JOIN transcript t ON t.id = r.transcript_id AND t.revision_id = r.id AND t.deleted = 0 "
    "CROSS JOIN speaker s ON s.id = u.speaker_id"
)
_OF_MATCH = f"FROM turn_words CROSS JOIN turn u ON u.id = turn_words.rowid {JOINS}"
_OF_IDS = f"FROM json_each(:ids) k CROSS JOIN turn u ON u.id = k.value {JOINS}"
_OF_ALL = (
    "FROM transcript t CROSS JOIN turn u ON u.revision_id = t.revision_id CROSS JOIN speaker s ON s.id = u.speaker_id"
)
_IN_ORDER = "ORDER BY t.name COLLATE NOCASE, u.number"
_PRESENT = "SELECT (SELECT count(*) FROM transcript WHERE deleted = 0), (SELECT count(*) FROM revision)"

_WEIGHED = (
    "SELECT rowid AS id, bm25(turn_words) AS score FROM turn_words WHERE turn_words MATCH :match "
    "AND rowid BETWEEN :low AND :high AND +rowid IN (SELECT value FROM json_each(:first))"
)


class Statement:
    """A plan ready to be asked; only turns of transcripts in the study, in their present revision, are hits.

    `ids` are the turns of its narrowest condition, where there is one that leaves few.
    """

    def __init__(self, study: StudyFile, plan: Plan, planner: Planner) -> None:
        self._study = study
        self.plan = plan
        self.widened, self.widest = planner.widened, planner.widest
        self._values: dict[str, str | int] = {**planner.parameters.values, "match": plan.expression}
        self._conditions = [one.sql for one in plan.conditions]
        self.ids = self._few(plan.conditions)

    def _few(self, conditions: Sequence[Condition]) -> list[int] | None:
        """Return the turns of the narrowest condition, when they are few enough to go by."""
        narrow = min((one for one in conditions if one.turns), key=lambda one: one.size, default=None)
        if narrow is None or narrow.size > _LARGE_SET:
            return None
        ids = [row[0] for row in self._rows(narrow.turns)]
        self._values["ids"] = json.dumps(ids)
        return ids

    def _rows(self, sql: str, more: Mapping[str, str | int] | None = None) -> list[Any]:
        return self._study.rows(sql, self._values | dict(more or {}))

    def _matching(self) -> tuple[str, list[str]]:
        """Return what the hits are read from, and under which conditions."""
        conditions = ["turn_words MATCH :match", *self._conditions]
        if self.ids is None:
            if not self._conditions and self._all_present():
                return "FROM turn_words", conditions
        elif self._few_and_far:
            conditions.append("turn_words.rowid IN (SELECT value FROM json_each(:ids))")
        else:
            conditions.append("+turn_words.rowid IN (SELECT value FROM json_each(:ids))")
            conditions.append(f"turn_words.rowid BETWEEN {min(self.ids)} AND {max(self.ids)}")
        return _OF_MATCH, conditions

    @property
    def _few_and_far(self) -> bool:
        """Whether asking the index once for each turn costs less than walking through the hits between them."""
        ids = self.ids or []
        words = self.plan.expression.count('"') // 2
        return not ids or len(ids) * (1 + words) * _ASKING < max(ids) - min(ids)

    def _all_present(self) -> bool:
        """Tell whether every text in the index is the present one of a transcript in the study."""
        present, texts = self._study.rows(_PRESENT)[0]
        return bool(present == texts)

    def _first(self, score: str = "") -> str:
        """Return SQL for the first hits: as many as are counted, and one more."""
        source, conditions = self._matching()
        return f"SELECT turn_words.rowid AS id{score} {source} WHERE {' AND '.join(conditions)} LIMIT {COUNTED + 1}"

    def ranked(self, need: int) -> tuple[list[int], int]:
        """Return the best ids among the first hits, and how many hits there are (at most one more than counted)."""
        values: dict[str, str | int] = {"need": need}
        if self.plan.without:
            # bm25 would weigh what must not be there, word for word; so the hits come first, then their weight.
            first = self.unranked()
            values |= {"match": self.plan.match, "first": json.dumps(first), "low": min(first, default=0)}
            values["high"] = max(first, default=0)
            inner = _WEIGHED
        else:
            inner = self._first(", bm25(turn_words) AS score")
        sql = f"SELECT id, count(*) OVER () AS n FROM ({inner}) ORDER BY score, id LIMIT :need"
        rows = self._rows(sql, values)
        return [row["id"] for row in rows], rows[0]["n"] if rows else 0

    def unranked(self) -> list[int]:
        """Return the ids of the first hits, in the order of the index; one more than counted when there are more."""
        if not self.plan.match:
            rows = self._rows(f"SELECT u.id {self._conditional()} LIMIT {COUNTED + 1}")
            return [row["id"] for row in rows]
        return [row["id"] for row in self._rows(self._first())]

    def every(self) -> set[int]:
        """Return the ids of all hits, however many."""
        if not self.plan.match:
            return {row[0] for row in self._rows(f"SELECT u.id {self._conditional()}")}
        source, conditions = self._matching()
        return {row[0] for row in self._rows(f"SELECT turn_words.rowid {source} WHERE {' AND '.join(conditions)}")}

    def count(self, seconds: float) -> tuple[int, bool]:
        """Count the hits, up to one more than counted, until about so much work is done; tell whether it was all."""
        sql = self._first()

        def counted(connection: Connection) -> tuple[int, bool]:
            end, found = thread_time() + seconds, 0
            cursor = connection.execute(sql, self._values)
            while batch := len(cursor.fetchmany(_BATCH)):
                found += batch
                if thread_time() > end:
                    cursor.close()
                    return found, False
            return found, True

        return self._study.ask(counted)

    def by_document(self, limit: int, skip: int) -> tuple[list[int], int]:
        """Return ids by transcript and turn, and how many hits there are (at most one more than counted)."""
        if not self.plan.match:
            return self._without_words(limit, skip)
        first = self.unranked()
        if len(first) > COUNTED:
            return self._by_transcript(limit, skip), len(first)
        page = {"ids": json.dumps(first), "limit": limit, "skip": skip}
        rows = self._rows(f"SELECT u.id {_OF_IDS} {_IN_ORDER} LIMIT :limit OFFSET :skip", page)
        return [row["id"] for row in rows], len(first)

    def _conditional(self) -> str:
        """Return what the hits of a plan without words are read from, with the conditions."""
        source, start = (_OF_ALL, ["t.deleted = 0"]) if self.ids is None else (_OF_IDS, ["1"])
        return f"{source} WHERE {' AND '.join([*start, *self._conditions])}"

    def _without_words(self, limit: int, skip: int) -> tuple[list[int], int]:
        where = self._conditional()
        page = {"limit": limit, "skip": skip}
        rows = self._rows(f"SELECT u.id {where} {_IN_ORDER} LIMIT :limit OFFSET :skip", page)
        total = self._rows(f"SELECT count(*) FROM (SELECT 1 {where} LIMIT {COUNTED + 1})")[0][0]
        return [row["id"] for row in rows], int(total)

    def _by_transcript(self, limit: int, skip: int) -> list[int]:
        """Return ids by transcript and turn where hits are too many to sort: one transcript after the other."""
        source, conditions = self._matching()
        conditions.append("turn_words.rowid BETWEEN :low AND :high")
        sql = f"SELECT turn_words.rowid AS id {source} WHERE {' AND '.join(conditions)} ORDER BY turn_words.rowid"
        found: list[int] = []
        for row in self._study.rows(
            "SELECT revision_id FROM transcript WHERE deleted = 0 ORDER BY name COLLATE NOCASE"
        ):
            ends = "SELECT min(id) AS low, max(id) AS high FROM turn WHERE revision_id = ?"
            low, high = self._study.rows(ends, (row["revision_id"],))[0]
            if low is not None:
                found.extend(hit["id"] for hit in self._rows(sql, {"low": low, "high": high}))
            if len(found) >= skip + limit:
                break
        return found[skip : skip + limit]
