"""What others do to a study that this window only reads: noticed at next to no cost, and read from the journal."""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from workbench.errors import StoreError
from workbench.store import engine
from workbench.study.changes import Change, Kind

# What the window is told when another file stands in the place of the study: everything may be different.
REPLACED = "study.replaced"
_ACTS = "SELECT id, verb, kind, of_act, detail, coder_id FROM act WHERE id > ? ORDER BY id"
_TOUCHED = "SELECT DISTINCT act_id, tbl, row_id FROM change WHERE act_id > ?"


@dataclass(slots=True)
class Others:
    """Looks out for what others write to the study at `path`, which is open for reading only."""

    path: Path
    key: bytes | None
    _sign: tuple[int, ...] = ()
    _version: int = -1
    _last: int = 0
    _replaced: bool = field(default=False, repr=False)

    def begin(self, connection: engine.Connection) -> None:
        """What is in the study now is known; what comes after it is news."""
        self._sign = _sign(self.path, engine.is_still(connection))
        self._version = _data_version(connection)
        self._last = int(connection.execute("SELECT coalesce(max(id), 0) FROM act").fetchone()[0])

    def look(self, connection: engine.Connection) -> engine.Connection:
        """Return what to read by: the connection, or another when the file is another one now.

        A connection that cannot see changes (in a folder where no file may be made) is renewed with each change.

        Raises:
            StoreError: the study is no longer there, or cannot be read any more.
        """
        still = engine.is_still(connection)
        sign = _sign(self.path, still)
        if sign == self._sign:
            return connection
        renewed = engine.connect_to_read(self.path, self.key)
        try:
            engine.prepare(renewed, read_only=True)
            self._replaced = self._replaced or sign[:2] != self._sign[:2]
            self._sign, self._version = _sign(self.path, engine.is_still(renewed)), -1
        except BaseException:
            renewed.close()
            raise
        connection.close()
        return renewed

    def news(self, connection: engine.Connection) -> list[Change]:
        """Return the acts that came since last asked, the oldest first."""
        version = _data_version(connection)
        if version == self._version:
            return []
        self._version = version
        return self.since(connection)

    def since(self, connection: engine.Connection) -> list[Change]:
        """As `news`, without asking first whether there are any."""
        connection.execute("BEGIN")
        try:
            newest = int(connection.execute("SELECT coalesce(max(id), 0) FROM act").fetchone()[0])
            if self._replaced or newest < self._last:
                self._replaced, self._last = False, newest
                return [Change(0, REPLACED)]
            changes = _changes(connection, self._last)
            self._last = newest
        finally:
            connection.execute("COMMIT")
        return changes


def _changes(connection: engine.Connection, last: int) -> list[Change]:
    touched: dict[int, dict[str, set[int]]] = {}
    for row in connection.execute(_TOUCHED, (last,)):
        touched.setdefault(row["act_id"], {}).setdefault(row["tbl"], set()).add(row["row_id"])
    return [
        Change(
            row["of_act"] or row["id"], row["verb"], Kind(row["kind"]), json.loads(row["detail"]),
            {table: frozenset(ids) for table, ids in touched.get(row["id"], {}).items()}, row["coder_id"],
        )
        for row in connection.execute(_ACTS, (last,)).fetchall()
    ]  # fmt: skip


def _data_version(connection: engine.Connection) -> int:
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _sign(path: Path, still: bool) -> tuple[int, ...]:
    """Return what tells that another file stands there, and with `still` that anything was written to it."""
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise StoreError(
            f"The study in {path.parent} is no longer there; it was moved or taken away. Open it where it is now."
        ) from error
    except OSError as error:
        raise StoreError(f"{path} cannot be read ({error.strerror}); check your rights to the folder.") from error
    sign = (found.st_dev, found.st_ino)
    return (*sign, *_written(found), *_written(_log(path))) if still else sign


def _log(path: Path) -> os.stat_result | None:
    try:
        return path.with_name(path.name + "-wal").stat()
    except OSError:
        return None


def _written(found: os.stat_result | None) -> tuple[int, ...]:
    return (found.st_size, found.st_mtime_ns) if found else (0, 0)
