"""Asking a study file about many ids at once."""

import json
from collections.abc import Collection

from workbench.store.engine import Connection


def chosen(connection: Connection, sql: str, values: Collection[int] | Collection[str]) -> set[int]:
    """Return the numbers that a query ending in `IN` finds for `values`."""
    if not values:
        return set()
    rows = connection.execute(f"{sql} (SELECT value FROM json_each(?))", (json.dumps(list(values)),)).fetchall()
    return {int(row[0]) for row in rows}


def ids_of(connection: Connection, sql: str, ids: Collection[int]) -> set[int]:
    """As `chosen`, for ids."""
    return chosen(connection, sql, ids)


def change(connection: Connection, sql: str, values: Collection[int]) -> int:
    """Carry out a statement ending in `IN` for ids; return how many rows it changed."""
    if not values:
        return 0
    done = connection.execute(f"{sql} (SELECT value FROM json_each(?))", (json.dumps(list(values)),))
    return max(0, done.rowcount)


def columns(connection: Connection, table: str) -> list[tuple[str, str, bool]]:
    """Return (name, type, whether it may be NULL) of a table's columns."""
    rows = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    return [(row["name"], row["type"].upper(), not row["notnull"]) for row in rows]


def tables(connection: Connection) -> list[str]:
    """Return the tables of a study file that hold rows of its own: neither SQLite's nor the search index's."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_sqlite%' ESCAPE '\\'"
    ).fetchall()
    virtual = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'").fetchall()
    ]
    return [row[0] for row in rows if not any(row[0].startswith(f"{one}_") for one in virtual)]
