"""Telling a study file whose making was cut off (a kill, a power cut) from a study and from somebody else's file."""

from pathlib import Path

from workbench.store import engine
from workbench.store.schema import JOURNALLED


def is_unfinished(path: Path) -> bool:
    """Tell whether `path` holds nothing but what making a study leaves before its first coder is written."""
    if path.stat().st_size == 0:
        return True
    connection = engine.connect(path)
    try:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables <= {*JOURNALLED, *_BESIDE}:
            return False
        return "coder" not in tables or connection.execute("SELECT 1 FROM coder").fetchone() is None
    except engine.DatabaseError:
        return False
    finally:
        connection.close()


_BESIDE = ("transcript_text", "turn", "act", "change", "desk", "_sqlite_migrations", "sqlite_stat1")
