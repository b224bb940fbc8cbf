"""Setting right what a check found, as far as nothing a researcher wrote is lost by it. A backup is made first.

What hangs on tables alone (indexes, foreign triggers, the search index, leftovers) is made anew. What is in rows is
changed in one act, so that undo brings back what stood there.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from workbench.errors import StoreError, WorkbenchError
from workbench.store import backups, engine
from workbench.store.backup_names import Reason
from workbench.store.checks import rows
from workbench.store.checks.beside import leftovers
from workbench.store.checks.finding import Finding
from workbench.store.checks.journals import readable_detail
from workbench.store.checks.pages import expected, foreign
from workbench.store.desk_lock import DeskLock
from workbench.store.journal import Value, Writer
from workbench.store.lookups import places
from workbench.store.refusals import told
from workbench.store.schema import JOURNALLED
from workbench.store.search import index
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.spans import Span

_INDEX = ("index_missing", "index_damaged")
_SEARCH = ("search_broken", "search_missing", "search_words", "vocabulary")


def repair(folder: Path, findings: Iterable[Finding], key: bytes | None = None, coder: str | None = None) -> list[str]:
    """Set right what can be, as `coder`, and return the matters dealt with; what is not among them is as it was.

    Raises:
        StudyBusy: another workbench is at the desk.
        StoreError: no copy could be kept before it, or the study refuses.
    """
    path = folder / FILE_NAME
    matters = {one.matter for one in findings if one.repairable}
    if not matters:
        return []
    lock = DeskLock(path)
    try:
        _keep(path, key)
        if "leftovers" in matters:
            for one in leftovers(path):
                with suppress(OSError):
                    one.unlink()
        with told(path), closing(engine.connect(path, key=key)) as connection:
            _tables(connection, matters)
    finally:
        lock.release()
    of_rows = [one for one in _OF_ROWS if one in matters]
    if of_rows:
        with StudyFile.open(folder, key=key, coder=coder) as study:
            _rows(study, of_rows)
    return sorted(matters)


def _keep(path: Path, key: bytes | None) -> None:
    """Back up, or where the file is too damaged for that, keep it as it is."""
    try:
        backups.make(path, Reason.REPAIR, key=key)
        return
    except StoreError as error:
        if "damaged" not in str(error) and "malformed" not in str(error):
            raise
    try:
        backups.set_aside(path, datetime.now())
    except OSError as error:
        raise StoreError(
            f"No copy of {path} could be kept ({error.strerror}), so nothing was repaired; free some space."
        ) from error


def _tables(connection: engine.Connection, matters: set[str]) -> None:
    """What no act is about: one transaction, without the journal."""
    engine.prepare(connection, read_only=False)
    connection.execute("BEGIN IMMEDIATE")
    try:
        if "trigger_foreign" in matters:
            for kind, name in foreign(connection):
                connection.execute(f'DROP {kind} "{name.replace(chr(34), chr(34) * 2)}"')
        if not matters.isdisjoint(_INDEX):
            _indexes(connection)
        if not matters.isdisjoint(_SEARCH):
            index.rebuild(connection)
        if "act_unreadable" in matters:
            _acts(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _indexes(connection: engine.Connection) -> None:
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    for (kind, name), made in expected().items():
        if kind == "index" and name not in there:
            connection.execute(made)
    connection.execute("REINDEX")


def _acts(connection: engine.Connection) -> None:
    """Give audit lines that cannot be read particulars, kind and state that can be; their words are kept."""
    for row in connection.execute("SELECT id, kind, state, detail FROM act").fetchall():
        if not readable_detail(row["detail"]):
            detail = json.dumps({"words": row["detail"]}, ensure_ascii=False)
            connection.execute("UPDATE act SET detail = ? WHERE id = ?", (detail, row["id"]))
    connection.execute("UPDATE act SET kind = 'do', state = 'log' WHERE kind NOT IN ('do', 'undo', 'redo')")
    connection.execute("UPDATE act SET state = 'log' WHERE state NOT IN ('done', 'undone', 'cleared', 'log', 'erased')")


# Rows, through the journal


def _rows(study: StudyFile, matters: Sequence[str]) -> None:
    with study.together("study.repair", {}) as writer:
        for matter in matters:
            _OF_ROWS[matter](study, writer)


def _orphans(study: StudyFile, writer: Writer) -> None:
    """What belongs to a thing that is gone goes too; a code or theme under one that is gone comes to the top."""
    for table, column, owner in rows.OWNERS:
        for row in study.rows(rows.orphans_sql(table, column, owner)):
            if column in ("parent_id", "theme_id") and table in ("code", "theme", "quote"):
                writer.update(table, row["id"], {column: None})
            elif (table, column) == ("coding", "code_id"):
                # A coding is somebody's work: its code comes back instead.
                code_id = study.value("SELECT code_id FROM coding WHERE id = ?", (row["id"],))
                writer.update("code", code_id, {"deleted": 0, "merged_into": None})
            else:
                writer.delete(table, row["id"])


def _loops(study: StudyFile, writer: Writer) -> None:
    for table, column in rows.CIRCLES:
        for one in rows.in_circles(study.rows(f'SELECT id, "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL')):
            writer.update(table, one, {column: None})


def _values(study: StudyFile, writer: Writer) -> None:
    for closed in rows.CLOSED:
        marks = ",".join("?" * len(closed.values))
        sql = f'SELECT id FROM "{closed.table}" WHERE "{closed.column}" NOT IN ({marks})'
        # What an edit of an unknown kind did cannot be guessed; the words it stood on are shown again.
        change: dict[str, Value] = {"deleted": 1} if closed.table == "quote_edit" else {}
        for row in study.rows(sql, closed.values):
            writer.update(closed.table, row["id"], {closed.column: closed.repaired, **change})
    for table in JOURNALLED:
        # Such a row is not shown as it is; so it stays.
        for row in study.rows(f'SELECT id FROM "{table}" WHERE deleted NOT IN (0, 1)'):
            writer.update(table, row["id"], {"deleted": 1})


def _json(study: StudyFile, writer: Writer) -> None:
    """Lists and queries that cannot be read: their words are kept as the one name, or the one thing searched for."""
    as_kept: dict[str, Callable[[str], object]] = {
        "code": lambda words: [words] if words.strip("[]\" ") else [],
        "entity": lambda words: [words.strip("[]\" ") or "?"],
        "saved_search": lambda words: {"text": words, "parts": True, "stems": False},
    }  # fmt: skip
    for table, column, is_right in rows.JSON:
        for row in study.rows(f'SELECT id, "{column}" AS words FROM "{table}"'):
            if not rows.readable(row["words"], is_right):
                mended = json.dumps(as_kept[table](row["words"]), ensure_ascii=False)
                writer.update(table, row["id"], {column: mended})
    for row in study.rows("SELECT name, value FROM desk"):
        if not rows.readable(row["value"], lambda _: True):
            study.db.execute("DELETE FROM desk WHERE name = ?", (row["name"],))


_MISPLACED = """
SELECT c.id, c.transcript_id, c.start, c."end", c.words_hash FROM coding c
JOIN transcript t ON t.id = c.transcript_id AND t.deleted = 0
LEFT JOIN revision r ON r.id = c.revision_id AND r.transcript_id = c.transcript_id
WHERE c.deleted = 0 AND (r.id IS NULL OR (c.revision_id = t.revision_id AND (
  c.turn IS NOT (SELECT u.number FROM turn u WHERE u.revision_id = r.id AND u.start <= c.start
                 ORDER BY u.start DESC LIMIT 1)
  OR NOT EXISTS (SELECT 1 FROM turn u WHERE u.revision_id = r.id AND u.speaker_id = c.speaker_id
                 AND u.start < c."end" AND u."end" > c.start))))
"""


def _placed(study: StudyFile, writer: Writer) -> None:
    """Set turn, speaker and revision again of codings whose words are those that were coded."""
    for row in study.rows(_MISPLACED):
        with suppress(WorkbenchError):
            found = places.place(study, row["transcript_id"], Span(row["start"], row["end"]))
            if found.columns["words_hash"] == row["words_hash"]:
                writer.update("coding", row["id"], found.columns)


def _unhashed(study: StudyFile, writer: Writer) -> None:
    for row in study.rows('SELECT id, transcript_id, start, "end" FROM coding WHERE deleted = 0 AND words_hash = 0'):
        with suppress(WorkbenchError):
            found = places.place(study, row["transcript_id"], Span(row["start"], row["end"]))
            writer.update("coding", row["id"], {"words_hash": found.columns["words_hash"]})


_OF_ROWS: Mapping[str, Callable[[StudyFile, Writer], None]] = {
    "value": _values, "json": _json, "loop": _loops, "orphan": _orphans, "unhashed": _unhashed, "placed": _placed,
}  # fmt: skip
