"""The one SQLite library of the process, behind one module.

`sqlcipher3` (a current SQLite) is taken where it is installed and is handed to sqlite-utils too, because
two SQLite libraries on one file lose locks and rows. The standard library's SQLite is the fallback; it opens no
encrypted study.
"""

import importlib
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from workbench.errors import StoreError

if TYPE_CHECKING:
    import sqlite3 as _standard

APPLICATION_ID = 0x57424E43  # "WBNC"
KEY_TAIL = "-key"
_HEADER = b"SQLite format 3\0"
PAGE_BYTES = 4096
# How much of a file is kept in memory, in KiB.
CACHE = 65_536
_WAL_RESET_FIXED = ((3, 51, 3), (3, 50, 7), (3, 44, 6))


def _choose() -> Any:
    # So that the whole test suite can be run on the fallback too.
    if os.environ.get("WORKBENCH_SQLITE") == "standard":
        return importlib.import_module("sqlite3")
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


def can_encrypt() -> bool:
    """Tell whether this SQLite opens encrypted files (SQLCipher)."""
    return _sqlite.__name__ == "sqlcipher3"


def need_encryption(path: Path) -> None:
    """Refuse what this SQLite cannot do with an encrypted study.

    Raises:
        StoreError: it is not SQLCipher.
    """
    if not can_encrypt():
        raise StoreError(
            f"{path}: encrypted studies need the Python package sqlcipher3, which is not in use here; install it with "
            "`pip install sqlcipher3`. The study was left untouched."
        )


def key_path(path: Path) -> Path:
    """Return where the key file of a study file stands."""
    return path.with_name(path.name + KEY_TAIL)


def is_encrypted(path: Path) -> bool:
    """Tell whether a file is an encrypted database: unreadable as it is, and beside a key file or all noise."""
    # Asked of SQLite where that can tell: closing a file of one's own drops the locks this process has on it.
    connection = connect(path, read_only=True)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except OperationalError as error:
        # A log or journal that waits and may not be looked into: nobody has this open.
        return "lock" not in str(error) and _looks_encrypted(path)
    except DatabaseError as error:
        return "not a database" in str(error) and _looks_encrypted(path)
    else:
        return False
    finally:
        connection.close()


def _looks_encrypted(path: Path) -> bool:
    with path.open("rb") as file:
        first = file.read(PAGE_BYTES)
    # A page of noise has nearly all of the 256 bytes; no text has half as many.
    return not first.startswith(_HEADER) and (key_path(path).exists() or len(set(first)) > 240)


class _Still(_sqlite.Connection):
    """A connection to a file that is taken for one that nobody writes to."""


def is_still(connection: Connection) -> bool:
    """Tell whether a connection for reading cannot see what others write (see `connect_to_read`)."""
    return isinstance(connection, _Still)


def connect(
    path: Path, *, read_only: bool = False, timeout: float = 5.0, more: str = "", key: bytes | None = None
) -> Connection:
    """Open a database in autocommit mode; rows come back as mappings. `more` is added to the address.

    With `key` (32 bytes) the file is an encrypted one, or is made as one.

    Raises:
        StoreError: the file cannot be opened, or not by this key.
    """
    if key is not None:
        need_encryption(path)
    mode = "ro" if read_only else "rwc"
    try:
        connection = cast(
            "_standard.Connection",
            _sqlite.connect(
                f"{path.absolute().as_uri()}?mode={mode}{more}",
                uri=True,
                timeout=timeout,
                isolation_level=None,
                factory=_Still if "immutable" in more else _sqlite.Connection,
            ),
        )
    except OperationalError as error:
        raise StoreError(f"{path} cannot be opened ({error}). Check that the folder exists and is yours.") from error
    connection.row_factory = _sqlite.Row
    if key is not None:
        try:
            _unlock(connection, path, key)
        except BaseException:
            connection.close()
            raise
    return connection


def in_memory() -> Connection:
    """Open an empty database that no file holds, in autocommit mode; rows come back as mappings."""
    connection = cast("_standard.Connection", _sqlite.connect(":memory:", isolation_level=None))
    connection.row_factory = _sqlite.Row
    return connection


def key_words(key: bytes) -> str:
    """Return a data key as SQLCipher takes one that needs no deriving."""
    return f"x'{key.hex()}'"


def _unlock(connection: Connection, path: Path, key: bytes) -> None:
    """Give the key, and read the first page with it: what cannot be read is never half-opened."""
    try:
        # What SQLCipher says on standard error would tear the screen.
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f'PRAGMA key="{key_words(key)}"')
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except DatabaseError as error:
        if "not a database" in str(error) and _opens_nothing(connection, path):
            raise StoreError(
                f"The key file {key_path(path).name} belongs to another study than {path} (or the file is damaged from "
                "its first byte); put the right key file in its place. Nothing was changed."
            ) from error
        if "not a database" in str(error) or "malformed" in str(error):
            raise StoreError(f"{path} is damaged ({error}); restore a copy. Nothing was changed.") from error
        raise


def _opens_nothing(connection: Connection, path: Path) -> bool:
    """Tell whether the key fits no page at all: then it is the wrong key rather than a damaged file."""
    failed = {str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check") if "page" in str(row[0])}
    return len(failed) > 1 and len(failed) >= path.stat().st_size // PAGE_BYTES


def connect_to_read(path: Path, key: bytes | None = None) -> Connection:
    """Open a database for reading, also where no file may be made beside it (a folder without write rights).

    Raises:
        StoreError: the file cannot be opened, or not by this key.
    """
    try:
        connection = connect(path, read_only=True, key=key)
        try:
            connection.execute("PRAGMA schema_version").fetchone()
        except DatabaseError:
            connection.close()
            raise
    except OperationalError as error:
        # Write-ahead logging wants its own files, which missing rights or a full disk deny it;
        # without a log that waits, the study stands whole in its one file.
        log = path.with_name(path.name + "-wal")
        if "lock" in str(error):
            raise
        if log.exists() and log.stat().st_size:
            raise StoreError(
                f"{path} was not closed in order, and its folder takes no file that reading it needs ({error}); open "
                "it once where you may write and there is space. Nothing was changed."
            ) from error
        return connect(path, read_only=True, more="&immutable=1", key=key)
    return connection


def prepare(connection: Connection, *, read_only: bool) -> None:
    """Set the pragmas of a study connection (see DECISIONS.md)."""
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    connection.execute(f"PRAGMA cache_size=-{CACHE}")
    connection.execute("PRAGMA temp_store=MEMORY")
    if read_only:
        connection.execute("PRAGMA query_only=ON")
        return
    connection.execute("PRAGMA secure_delete=ON")
    connection.execute(f"PRAGMA journal_mode={'WAL' if wal_is_safe() else 'DELETE'}")
    connection.execute(f"PRAGMA synchronous={'FULL' if wal_is_safe() else 'EXTRA'}")
    connection.execute("PRAGMA journal_size_limit=67108864")


@contextmanager
def unhurried(connection: Connection) -> Generator[None]:
    """Commit without waiting for the disk: what is done inside may be lost in a power cut, and nothing else.

    Only where writes go to a log ahead; a rollback journal needs the disk's word for each.
    """
    if not wal_is_safe():
        yield
        return
    connection.execute("PRAGMA synchronous=NORMAL")
    try:
        yield
    finally:
        connection.execute("PRAGMA synchronous=FULL")


def tidy(connection: Connection) -> None:
    """Leave a study file in order before its writer closes it.

    Raises:
        DatabaseError: something of it could not be done, which is no loss.
    """
    connection.execute("PRAGMA optimize")
    # SQLite by itself leaves the last acts in the log while another window reads; the one file shall hold them all.
    connection.execute("PRAGMA busy_timeout=500")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
