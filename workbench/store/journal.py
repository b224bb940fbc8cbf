"""The change journal: what every act did to every row, so that it can be shown, undone and done again."""

import json
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from workbench.errors import StoreError
from workbench.store.engine import Connection
from workbench.store.schema import JOURNALLED
from workbench.store.search import index
from workbench.store.unreadable import json_of, of_row
from workbench.study.changes import AuditLine, Change, Kind
from workbench.study.ids import new_guid, new_id
from workbench.study.text_map import TextMap, taken_out

if TYPE_CHECKING:
    from workbench.study.new_transcripts import Mark

Value = int | str | None
_TABLES = frozenset(JOURNALLED)


def now() -> str:
    """Return the time as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _quoted(names: Mapping[str, Value]) -> list[str]:
    return [f'"{name}"' for name in names]


class Writer:
    """Writes rows inside one act and keeps the journal; made by `StudyFile.writing`."""

    def __init__(self, connection: Connection, act_id: int, known: index.KnownWords | None = None) -> None:
        self._db = connection
        self._known = known or index.KnownWords()
        self.act_id = act_id
        self.touched: dict[str, set[int]] = {}
        self._rows: list[tuple[int, int, str, int, str, str]] = []

    def insert(self, table: str, values: Mapping[str, Value]) -> int:
        """Add a row (id and GUID are made when `values` has none) and return its id."""
        row = {"id": new_id(), "guid": new_guid(), **values}
        marks = ",".join("?" * len(row))
        self._db.execute(
            f'INSERT INTO "{self._checked(table)}" ({",".join(_quoted(row))}) VALUES ({marks})', tuple(row.values())
        )
        row_id = int(row["id"] or 0)
        self._note(table, row_id, {"deleted": 1}, {**row, "deleted": 0})
        return row_id

    def update(self, table: str, row_id: int, values: Mapping[str, Value]) -> bool:
        """Set columns of a row; return False when nothing differs."""
        row = self._db.execute(f'SELECT * FROM "{self._checked(table)}" WHERE id = ?', (row_id,)).fetchone()
        if row is None:
            raise StoreError(f"The study file has no {table} with id {row_id}; run `workbench history` and undo.")
        before = {name: row[name] for name, value in values.items() if row[name] != value}
        if not before:
            return False
        after = {name: values[name] for name in before}
        self._set(table, row_id, after)
        self._note(table, row_id, before, after)
        return True

    def delete(self, table: str, row_id: int) -> None:
        """Mark a row as gone."""
        self.update(table, row_id, {"deleted": 1})

    def restore(self, table: str, row_id: int, values: Mapping[str, Value], was: Mapping[str, Value]) -> None:
        """Set columns as the journal recorded them (undo and redo)."""
        self._set(self._checked(table), row_id, values)
        self._note(table, row_id, was, values)

    def attach_text(self, revision_id: int, body: str, turns: Sequence[Mapping[str, Value]]) -> None:
        """Store the text of a revision with its turns (all columns but `id` and `revision_id`), and index them."""
        self._db.execute("INSERT INTO transcript_text VALUES (?, ?)", (revision_id, body))
        first = int(self._db.execute("SELECT coalesce(max(id), 0) FROM turn").fetchone()[0]) + 1
        self._db.executemany(
            f"INSERT INTO turn (id, revision_id, {','.join(_quoted(turns[0]))}) "
            f"VALUES (?, ?, {','.join('?' * len(turns[0]))})",
            [(first + at, revision_id, *turn.values()) for at, turn in enumerate(turns)],
        )
        index.add_turns(self._db, revision_id, self._known)

    def attach_marks(self, revision_id: int, marks: "Iterable[Mark]") -> None:
        """Store marks within the text of a revision."""
        self._db.executemany(
            'INSERT INTO mark (revision_id, kind, start, "end", value) VALUES (?, ?, ?, ?, ?)',
            [(revision_id, mark.kind.value, mark.start, mark.end, mark.value) for mark in marks],
        )

    def attach_original(self, revision_id: int, original: str, kept: TextMap) -> None:
        """Store what a file said before its text was made of it; `kept` is where its characters stand in the text."""
        self._db.execute(
            "INSERT INTO original (revision_id, gaps, kept) VALUES (?, ?, ?)",
            (revision_id, json.dumps(taken_out(original, kept), ensure_ascii=False),
             json.dumps(kept.as_json(), separators=(",", ":"))),
        )  # fmt: skip

    @contextmanager
    def part(self) -> Generator[None]:
        """One act inside a group of acts: what fails in it is taken back alone, to the last row."""
        rows, touched = len(self._rows), {table: set(ids) for table, ids in self.touched.items()}
        self._db.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK TO part")
            self._known.forget()
            del self._rows[rows:]
            self.touched = touched
            raise
        finally:
            self._db.execute("RELEASE part")

    def flush(self) -> None:
        """Write the journal rows gathered so far."""
        self._db.executemany(
            "INSERT INTO change (id, act_id, tbl, row_id, before, after) VALUES (?, ?, ?, ?, ?, ?)", self._rows
        )
        self._rows = []

    def _set(self, table: str, row_id: int, values: Mapping[str, Value]) -> None:
        settable = {name: value for name, value in values.items() if name != "id"}
        assignments = ",".join(f"{name}=?" for name in _quoted(settable))
        self._db.execute(f'UPDATE "{table}" SET {assignments} WHERE id = ?', (*settable.values(), row_id))

    def _note(self, table: str, row_id: int, before: Mapping[str, Value], after: Mapping[str, Value]) -> None:
        self.touched.setdefault(table, set()).add(row_id)
        self._rows.append((new_id(), self.act_id, table, row_id, _json(before), _json(after)))

    @staticmethod
    def _checked(table: str) -> str:
        if table not in _TABLES:
            raise StoreError(f"{table} is not a table that acts may write to.")
        return table


def _json(values: Mapping[str, Value]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def record(db: Connection, act_id: int, coder_id: int, verb: str, detail: Mapping[str, str], of: Change | None = None,
           kind: Kind = Kind.DO, *, undoable: bool = True) -> None:  # fmt: skip
    """Write the audit line of an act."""
    state = "done" if kind is Kind.DO and undoable else "log"
    particulars = json.dumps(dict(detail), ensure_ascii=False)
    db.execute(
        "INSERT INTO act (id, at, coder_id, verb, kind, state, of_act, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (act_id, now(), coder_id, verb, kind.value, state, of.act_id if of else None, particulars),
    )


def next_undo(db: Connection) -> Change | None:
    """Return the act that undo would take back, or None."""
    return _act(db, "SELECT * FROM act WHERE kind = 'do' AND state = 'done' ORDER BY id DESC LIMIT 1")


def next_redo(db: Connection) -> Change | None:
    """Return the act that redo would do again, or None."""
    return _act(db, "SELECT * FROM act WHERE kind = 'do' AND state = 'undone' ORDER BY id LIMIT 1")


def waiting_redos(db: Connection) -> list[Change]:
    """Return the undone acts that can still be done again, the one redo would take first."""
    return [_change(row) for row in db.execute("SELECT * FROM act WHERE kind = 'do' AND state = 'undone' ORDER BY id")]


def clear_redos(db: Connection) -> None:
    """A new act ends the chance to redo; the undone acts stay in the history."""
    db.execute("UPDATE act SET state = 'cleared' WHERE kind = 'do' AND state = 'undone'")


def _act(db: Connection, sql: str) -> Change | None:
    row = db.execute(sql).fetchone()
    return None if row is None else _change(row)


@of_row("act")
def _change(row: Any) -> Change:
    return Change(row["id"], row["verb"], Kind(row["kind"]), json.loads(row["detail"]), coder_id=row["coder_id"])


def reverse(db: Connection, writer: Writer, act: Change) -> None:
    """Take back what `act` did, last row first."""
    rows = db.execute("SELECT * FROM change WHERE act_id = ? ORDER BY id DESC", (act.act_id,)).fetchall()
    for row in rows:
        before, after = json_of(row["before"]), json_of(row["after"])
        writer.restore(row["tbl"], row["row_id"], before, {name: after.get(name) for name in before})
    db.execute("UPDATE act SET state = 'undone' WHERE id = ?", (act.act_id,))


def repeat(db: Connection, writer: Writer, act: Change) -> None:
    """Do again what `act` did, first row first."""
    rows = db.execute("SELECT * FROM change WHERE act_id = ? ORDER BY id", (act.act_id,)).fetchall()
    for row in rows:
        before, after = json_of(row["before"]), json_of(row["after"])
        writer.restore(row["tbl"], row["row_id"], {name: after[name] for name in after if name in before}, before)
    db.execute("UPDATE act SET state = 'done' WHERE id = ?", (act.act_id,))


def history(db: Connection, limit: int = 200, before: int | None = None) -> list[AuditLine]:
    """Return audit lines, newest first, at most `limit`, older than act `before` when given."""
    rows = db.execute(
        "SELECT act.*, coalesce(coder.name, '') AS coder, "
        "(SELECT count(*) FROM change WHERE act_id = act.id) AS rows "
        "FROM act LEFT JOIN coder ON coder.id = act.coder_id "
        "WHERE (? IS NULL OR act.id < ?) ORDER BY act.id DESC LIMIT ?",
        (before, before, limit),
    )
    return [line_of(row) for row in rows]


@of_row("act")
def line_of(row: Any) -> AuditLine:
    """Return a row of `act`, joined with the coder's name as `coder` and the count `rows`, as an audit line."""
    return AuditLine(
        row["id"], row["at"], row["coder"], row["verb"], Kind(row["kind"]), row["state"], json.loads(row["detail"]),
        row["rows"], row["of_act"],
    )  # fmt: skip
