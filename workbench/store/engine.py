"""The one SQLite library of the process, behind one module.

`sqlcipher3` (a current SQLite) is taken where it is installed and is handed to sqlite-utils too, because
two SQLite libraries on one file lose locks and rows. The standard library's SQLite is the fallback.
"""

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from workbench.errors import StoreError

if TYPE_CHECKING:
    import sqlite3 as _standard

APPLICATION_ID = 0x57424E43  # "WBNC"
_WAL_RESET_FIXED = ((3, 51, 3), (3, 50, 7), (3, 44, 6))


def _choose() -> Any:
    try:
        module = importlib.import_module("sqlcipher3")
        dbapi2 = importlib.import_module("sqlcipher3.dbapi2")
    except ImportError:
        return importlib.import_module("sqlite3")
    sys.modules.setdefault("pysqlite3", module)
    sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)
    return module


_sqlite = _choose()
Connection: TypeAlias = "_standard.Connection"
LIBRARY_VERSION: tuple[int, ...] = tuple(int(part) for part in str(_sqlite.sqlite_version).split("."))
DatabaseError = cast("type[_standard.DatabaseError]", _sqlite.DatabaseError)
OperationalError = cast("type[_standard.OperationalError]", _sqlite.OperationalError)
IntegrityError = cast("type[_standard.IntegrityError]", _sqlite.IntegrityError)


def wal_is_safe(version: tuple[int, ...] = LIBRARY_VERSION) -> bool:
    """Tell whether write-ahead logging keeps all data in this SQLite (the WAL-reset bug lost commits)."""
    if version >= _WAL_RESET_FIXED[0]:
        return True
    return any(version[:2] == fixed[:2] and version >= fixed for fixed in _WAL_RESET_FIXED[1:])


def connect(path: Path, *, read_only: bool = False, timeout: float = 5.0, more: str = "") -> Connection:
    """Open a database in autocommit mode; rows come back as mappings. `more` is added to the address.

    Raises:
        StoreError: the file cannot be opened.
    """
    mode = "ro" if read_only else "rwc"
    try:
        connection = cast(
            "_standard.Connection",
            _sqlite.connect(
                f"{path.absolute().as_uri()}?mode={mode}{more}", uri=True, timeout=timeout, isolation_level=None
            ),
        )
    except OperationalError as error:
        raise StoreError(f"{path} cannot be opened ({error}). Check that the folder exists and is yours.") from error
    connection.row_factory = _sqlite.Row
    return connection


def connect_to_read(path: Path) -> Connection:
    """Open a database for reading, also where no file may be made beside it (a folder without write rights).

    Raises:
        StoreError: the file cannot be opened.
    """
    connection = connect(path, read_only=True)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except OperationalError as error:
        connection.close()
        # Write-ahead logging wants its own files, which missing rights or a full disk deny it;
        # without a log that waits, the study stands whole in its one file.
        log = path.with_name(path.name + "-wal")
        if "lock" in str(error) or (log.exists() and log.stat().st_size):
            raise
        return connect(path, read_only=True, more="&immutable=1")
    except DatabaseError:
        connection.close()
        raise
    return connection


def prepare(connection: Connection, *, read_only: bool) -> None:
    """Set the pragmas of a study connection (see DECISIONS.md)."""
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cache_size=-65536")
    connection.execute("PRAGMA temp_store=MEMORY")
    if read_only:
        connection.execute("PRAGMA query_only=ON")
        return
    connection.execute("PRAGMA secure_delete=ON")
    connection.execute(f"PRAGMA journal_mode={'WAL' if wal_is_safe() else 'TRUNCATE'}")
    connection.execute(f"PRAGMA synchronous={'FULL' if wal_is_safe() else 'EXTRA'}")
    connection.execute("PRAGMA journal_size_limit=67108864")
