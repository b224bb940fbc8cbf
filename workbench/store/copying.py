"""Copying a study file whole while it is in use: by SQLite's backup API, checked, and lastingly on the disk.

A copy of the file alone would be torn: of 25 taken under a busy writer, 16 to 25 were corrupt, by the backup API none.
"""

import os
import time
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import StoreError
from workbench.store import engine
from workbench.store.soundness import damage
from workbench.store.whole_files import same_rights

# Brisk: nobody waits at the keys. Gentle: what is written goes to the disk bit by bit, so that the commit of a key
# press never waits for hundreds of megabytes to be written out (measured: 250 ms at once, 5 ms this way).
_BRISK_PAGES = 1024
_GENTLE_PAGES = 64
_GENTLE_SYNC_EVERY = 8
_GENTLE_NAP = 0.002
SIDE_FILES = ("-wal", "-shm", "-journal")


class CopyStopped(Exception):
    """The copy was called off."""


@dataclass(slots=True)
class Pace:
    """How a copy goes on; both may be changed while it runs."""

    gentle: bool = False
    stop: bool = False


def copy_whole(
    source: Path, target: Path, *, key: bytes | None = None, pace: Pace | None = None,
    pinned: Callable[[], None] | None = None,
) -> None:  # fmt: skip
    """Copy the study file `source`, open or not, to the new file `target`; both are under `key`.

    The copy shows the study as it was at one moment, however long it takes: `pinned` is called once that moment is
    past. It has passed SQLite's quick check and is one file, without a log beside it.

    Raises:
        StoreError: the study is damaged.
        DatabaseError, OSError: it cannot be read or written.
        CopyStopped: `pace.stop` was set.
    """
    pace = pace or Pace()
    with closing(_reader(source, key)) as reader:
        # A transaction begun now holds the moment; in a study without a write-ahead log it would hold up writers
        # instead, so there SQLite begins anew when something is written meanwhile.
        if reader.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if pinned is not None:
            pinned()
        with closing(engine.connect(target, key=key)) as writer:
            writer.execute("PRAGMA journal_mode=OFF")
            writer.execute("PRAGMA synchronous=OFF")
            writer.execute("PRAGMA cache_size=-2000")
            same_rights(target, source)
            _carry_over(reader, writer, target, pace)
            writer.execute("PRAGMA journal_mode=DELETE")
            found = damage(writer)
    if found:
        raise StoreError(f"{source} is damaged ({found}); run `workbench check`. The backups there are were kept.")


def _reader(source: Path, key: bytes | None) -> engine.Connection:
    reader = engine.connect_to_read(source, key=key)
    reader.execute("PRAGMA cache_size=-2000")
    return reader


def _carry_over(reader: engine.Connection, writer: engine.Connection, target: Path, pace: Pace) -> None:
    handle = os.open(target, os.O_RDWR)
    pieces = 0

    def step(_status: int, _left: int, _of: int) -> None:
        nonlocal pieces
        pieces += 1
        if pace.stop:
            raise CopyStopped
        if pace.gentle:
            if pieces % _GENTLE_SYNC_EVERY == 0:
                os.fsync(handle)
            time.sleep(_GENTLE_NAP)

    try:
        reader.backup(writer, pages=_GENTLE_PAGES if pace.gentle else _BRISK_PAGES, progress=step)
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def held_alone(path: Path, key: bytes | None = None) -> Generator[engine.Connection]:
    """Bring the log of a study file into it and hold it, so that the one file is the study and nobody else reads it.

    On Windows, where nothing open can be replaced, the connection has to be closed first.

    Raises:
        StoreError: somebody else has it open.
        DatabaseError: it is damaged, or the disk refuses.
    """
    with closing(engine.connect(path, key=key)) as connection:
        connection.execute("PRAGMA busy_timeout=500")
        try:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
        except engine.OperationalError as error:
            if "lock" not in str(error):
                raise
            raise StoreError(
                f"{path} is being read by another workbench; close it there first. Nothing was changed."
            ) from error
        yield connection


def remove_database(path: Path) -> None:
    """Remove a database file that is not wanted, and what SQLite left beside it."""
    for tail in ("", *SIDE_FILES):
        with suppress(OSError):
            path.with_name(path.name + tail).unlink(missing_ok=True)
