"""The journal: every line can be read, belongs to an act and a row, and leads to what the rows hold now."""

import json
from collections.abc import Iterator
from typing import Any

from workbench.store.checks.finding import Place
from workbench.store.checks.look import Look
from workbench.store.schema import JOURNALLED
from workbench.study.changes import Kind

RECENT = 50_000
_BY_MIGRATION = frozenset({"guid", "revision_id", "turn", "speaker_id", "words_hash"})
_STATES = ("done", "undone", "cleared", "log", "erased")


def acts(look: Look) -> None:
    """Audit lines that cannot be read, that changed nothing, or that do not fit one another."""
    kinds = tuple(str(one) for one in Kind)
    for row in look.rows("SELECT id, kind, state, detail FROM act"):
        if row["kind"] not in kinds or row["state"] not in _STATES or not readable_detail(row["detail"]):
            look.add("act_unreadable", Place("act", row["id"]))
    empty = (
        "SELECT id FROM act WHERE kind = 'do' AND state NOT IN ('log', 'erased') "
        "AND NOT EXISTS (SELECT 1 FROM change WHERE act_id = act.id)"
    )
    for row in look.rows(empty):
        look.add("act_empty", Place("act", row["id"]))
    _chain(look)


def readable_detail(words: str) -> bool:
    """Tell whether an act's particulars are an object of texts."""
    try:
        detail = json.loads(words)
    except ValueError:
        return False
    return isinstance(detail, dict) and all(isinstance(one, str) for one in detail.values())  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]


def _chain(look: Look) -> None:
    """Undo goes by the order of acts: what is undone must be newer than what is done, and each step have its act."""
    done = look.one("SELECT max(id) FROM act WHERE kind = 'do' AND state = 'done'")
    for row in look.rows("SELECT id FROM act WHERE kind = 'do' AND state = 'undone' AND id < ?", (done or 0,)):
        look.add("undo_chain", Place("act", row["id"]))
    stray = (
        "SELECT step.id FROM act step LEFT JOIN act did ON did.id = step.of_act AND did.kind = 'do' "
        "WHERE step.kind IN ('undo', 'redo') AND did.id IS NULL"
    )
    for row in look.rows(stray):
        look.add("undo_chain", Place("act", row["id"]))
    last = (
        "SELECT did.id FROM (SELECT of_act, max(id) AS id FROM act WHERE of_act IS NOT NULL GROUP BY of_act) newest "
        "JOIN act step ON step.id = newest.id JOIN act did ON did.id = newest.of_act WHERE "
        "(step.kind = 'undo' AND did.state = 'done') OR (step.kind = 'redo' AND did.state IN ('undone', 'cleared'))"
    )
    for row in look.rows(last):
        look.add("undo_chain", Place("act", row["id"]))


def changes(look: Look) -> None:
    """Journal rows that cannot be read or tell of no row; the newest 50,000, all of them when thorough."""
    since = 0
    if not look.thorough:
        since = look.one("SELECT id FROM change ORDER BY id DESC LIMIT 1 OFFSET ?", (RECENT,)) or 0
    broken = "SELECT id, act_id FROM change WHERE id > ? AND NOT (json_valid(before) AND json_valid(after))"
    for row in look.rows(broken, (since,)):
        look.add("change_unreadable", Place("act", row["act_id"]))
    look.step(0.2)
    marks = ",".join("?" * len(JOURNALLED))
    for row in look.rows(f"SELECT act_id FROM change WHERE id > ? AND tbl NOT IN ({marks})", (since, *JOURNALLED)):
        look.add("change_of_nothing", Place("act", row["act_id"]))
    for number, table in enumerate(JOURNALLED):
        look.step(0.2 + 0.2 * number / len(JOURNALLED))
        lost = (
            f'SELECT c.act_id FROM change c LEFT JOIN "{table}" t ON t.id = c.row_id '
            "WHERE c.tbl = ? AND c.id > ? AND t.id IS NULL"
        )
        for row in look.rows(lost, (table, since)):
            look.add("change_of_nothing", Place("act", row["act_id"]))
    if look.thorough:
        _beside(look)


def _beside(look: Look) -> None:
    """Rows that hold something else than the journal led to: another program changed them."""
    for number, table in enumerate(JOURNALLED):
        look.step(0.4 + 0.6 * number / len(JOURNALLED))
        usual = _defaults(look, table)
        now = look.rows(f'SELECT * FROM "{table}" ORDER BY id')
        row: Any = next(now, None)
        for row_id, led_to in _led_to(look, table):
            while row is not None and row["id"] < row_id:
                row = next(now, None)
            if row is not None and row["id"] == row_id and _differs(row, usual | led_to if "id" in led_to else led_to):
                look.add("beside_journal", Place(table, row_id), table=table)


def _defaults(look: Look, table: str) -> dict[str, Any]:
    """Return what a new row holds where nothing is said, but for columns that a migration filled in."""
    rows = look.db.execute(f'PRAGMA table_info("{table}")').fetchall()
    found = {
        row["name"]: None if row["dflt_value"] is None else look.one(f"SELECT {row['dflt_value']}")
        for row in rows
        if not (row["notnull"] and row["dflt_value"] is None)
    }
    return {name: value for name, value in found.items() if name not in _BY_MIGRATION and name != "id"}


def _led_to(look: Look, table: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield (row id, columns as the journal leaves them), by row id; `id` is among them where it tells the making."""
    at, led_to, broken = 0, dict[str, Any](), False
    lines = look.rows("SELECT row_id, after FROM change WHERE tbl = ? ORDER BY row_id, id", (table,))
    for number, line in enumerate(lines):
        if line["row_id"] != at:
            if led_to and not broken:
                yield at, led_to
            at, led_to, broken = line["row_id"], {}, False
        try:
            led_to |= json.loads(line["after"])
        except (ValueError, TypeError):
            broken = True
        if number % 5000 == 0:
            look.step(0.7)
    if led_to and not broken:
        yield at, led_to


def _differs(row: Any, led_to: dict[str, Any]) -> bool:
    columns = set(row.keys())
    return any(name in columns and row[name] != value for name, value in led_to.items())
