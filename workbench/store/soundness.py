"""Whether a study file is sound where SQLite can see it, asked before anything is written to it.

SQLite keeps no checksum of its pages: what it sees is a page whose parts do not fit together, not a letter that became
another one. That is for `workbench check`, which compares words with the hashes the study keeps of them.
"""

from pathlib import Path

from workbench.errors import StoreError
from workbench.store import engine
from workbench.store.schema import SEARCH

# Up to here the check takes less than a frame or two (0.8 ms a megabyte); larger files are checked after a crash only.
_SMALL_BYTES = 32_000_000


def check_before_writing(connection: engine.Connection, path: Path) -> None:
    """Refuse a file whose pages do not fit together.

    A file larger than 32 MB is looked through only when a write-ahead log waits beside it, which is what a crash
    leaves. The search index is passed over: it takes ten times as long, and can be made anew.

    Raises:
        StoreError: it is damaged.
        DatabaseError: it is damaged so that it cannot be read at all.
    """
    log = path.with_name(path.name + "-wal")
    if path.stat().st_size > _SMALL_BYTES and not (log.exists() and log.stat().st_size):
        return
    for table in _tables(connection):
        found = str(connection.execute(f'PRAGMA quick_check("{table}")').fetchone()[0])
        if found != "ok":
            raise StoreError(
                f"{path} is damaged ({found.splitlines()[-1]}); restore a backup, or look at what can still be read "
                "with --read-only. Nothing was changed."
            )


def _tables(connection: engine.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return [row[0] for row in found if not row[0].startswith(SEARCH)]
