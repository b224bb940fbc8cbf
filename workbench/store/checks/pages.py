"""The file itself, and whether its tables are those of a study and nobody else's are among them."""

import re

from workbench.store import engine
from workbench.store.checks.finding import Place
from workbench.store.checks.look import Look
from workbench.store.schema import JOURNALLED, STEPS
from workbench.store.soundness import OF_SEARCH

_MOST_MESSAGES = 100
_OF_INDEX = re.compile(
    r"row \d+ missing from index (\S+)|wrong # of entries in index (\S+)|non-unique entry in index (\S+)"
)
# What SQLite and its tools keep for themselves.
_OWN = re.compile(r"sqlite_.*|(idx_)?_sqlite_migrations.*")


def pages(look: Look) -> None:
    """SQLite's own check: quick, or all of it with every index compared when thorough."""
    if look.thorough and engine.can_encrypt():
        changed = sum(1 for _ in look.rows("PRAGMA cipher_integrity_check"))
        if changed:
            look.add("page_changed", count=changed)
    check = "integrity_check" if look.thorough else "quick_check"
    for row in look.rows(f"PRAGMA {check}({_MOST_MESSAGES})"):
        for message in str(row[0]).splitlines():
            if message == "ok" or message.startswith("*** in database"):
                continue
            index = _OF_INDEX.search(message)
            if index is not None:
                look.add("index_damaged", Place(next(name for name in index.groups() if name)))
            elif OF_SEARCH.search(message):
                look.add("search_broken")
            else:
                look.add("damaged", error=message)


def tables(look: Look) -> None:
    """Every table, index, trigger and view against those this workbench makes."""
    wanted = expected()
    there = _objects(look.db)
    for (kind, name), made in wanted.items():
        if (kind, name) not in there:
            look.add("table_missing" if kind == "table" else "index_missing", Place(name))
        elif there[kind, name] != made:
            look.add("definition_changed", Place(name))
    for kind, name in there.keys() - wanted.keys():
        look.add("table_foreign" if kind in ("table", "index") else "trigger_foreign", Place(name))


def foreign(connection: engine.Connection) -> list[tuple[str, str]]:
    """Return (kind, name) of the triggers and views there are: this workbench makes none."""
    rows = connection.execute("SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall()
    return [(row[0], row[1]) for row in rows]


def expected() -> dict[tuple[str, str], str]:
    """Return how this workbench makes each table and index: (kind, name) → its SQL, with single blanks."""
    connection = engine.in_memory()
    try:
        for _, carry_out in STEPS:
            carry_out(connection)
        return _objects(connection)
    finally:
        connection.close()


def _objects(connection: engine.Connection) -> dict[tuple[str, str], str]:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {(row[0], row[1]): " ".join(str(row[2]).split()) for row in rows if not _OWN.fullmatch(row[1])}


def references(look: Look) -> None:
    """Rows that point to rows which are not there."""
    for row in look.rows("PRAGMA foreign_key_check"):
        look.add("dangling", Place(row[0], row[1] or 0), parent=row[2])
    for table in JOURNALLED:
        look.step(JOURNALLED.index(table) / len(JOURNALLED))
        for row in look.rows(f'SELECT id FROM "{table}" WHERE deleted NOT IN (0, 1)'):
            look.add("value", Place(table, row[0]), column="deleted")
