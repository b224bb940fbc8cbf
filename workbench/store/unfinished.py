"""Telling a study file whose making was cut off (a kill, a power cut) from a study and from somebody else's file."""

from pathlib import Path

from workbench.errors import StoreError
from workbench.store import engine
from workbench.store.schema import ATTACHED, BESIDE, JOURNALLED, SEARCH


def is_unfinished(path: Path, key: bytes | None = None) -> bool:
    """Tell whether `path` holds nothing but what making a study leaves before its first coder is written."""
    if path.stat().st_size == 0:
        return True
    try:
        connection = engine.connect(path, key=key)
    except StoreError:
        return False
    try:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        known = {*JOURNALLED, *ATTACHED, *BESIDE, *_OF_OTHERS}
        if any(table not in known and not table.startswith(SEARCH) for table in tables):
            return False
        return "coder" not in tables or connection.execute("SELECT 1 FROM coder").fetchone() is None
    except engine.DatabaseError:
        return False
    finally:
        connection.close()


_OF_OTHERS = ("_sqlite_migrations", "sqlite_stat1")
