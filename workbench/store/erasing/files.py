"""Writing a study file or a backup anew without the person: beside the old file, looked through, then in its place."""

import os
import shutil
from collections.abc import Callable, Generator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from workbench.errors import StoreError
from workbench.store import engine
from workbench.store.copying import remove_database
from workbench.store.engine import Connection
from workbench.store.erasing import one_file
from workbench.store.erasing.extent import Extent
from workbench.store.erasing.known import Known
from workbench.store.erasing.learn import learn
from workbench.store.schema import SEARCH, VERSION, migrate
from workbench.store.whole_files import blank, clear_leftovers, converting, put_in_place, renewed, same_rights

_SPARE_BYTES = 32_000_000


class Unreadable(Exception):
    """A file that cannot be gone through; its text is why, a key of the catalogue: damaged, locked, newer, foreign."""


def check_room(paths: list[Path]) -> None:
    """Refuse when the disk has no room for the largest of these files twice over.

    Raises:
        StoreError: it has not.
    """
    needed = 2 * max(path.stat().st_size for path in paths) + _SPARE_BYTES
    free = shutil.disk_usage(paths[0].parent).free
    if free < needed:
        raise StoreError(
            f"The disk of {paths[0].parent} has {free // 1_000_000} MB left, and erasing needs {needed // 1_000_000} "
            "MB; free some space. Nothing was changed."
        )


def backups_of(folder: Path) -> list[Path]:
    """Return the study files in a folder of backups, those in its inner folders too."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.rglob("*.workbench") if path.is_file() and not path.name.startswith("."))


@contextmanager
def reading(
    path: Path, key: bytes | None, study_guid: str, *, present_only: bool = False
) -> "Generator[Connection | None]":
    """Open a backup for reading in the present format; an older one is brought up to date in a copy beside it.

    With `present_only` no copy is made, and None stands for an older one.

    Raises:
        Unreadable: it is damaged, newer, another study's, or opened by another key.
    """
    with ExitStack() as stack:
        try:
            own_key = key if engine.is_encrypted(path) else None
            connection = stack.enter_context(
                closing(engine.connect(path, read_only=True, more="&immutable=1", key=own_key))
            )
            version = _checked(connection, study_guid)
            if version < VERSION and present_only:
                connection = None
            elif version < VERSION:
                stack.callback(clear_leftovers, path)
                connection = stack.enter_context(closing(_copied(connection, path, own_key)))
                migrate(connection)
        except StoreError as error:
            raise Unreadable("locked") from error
        except (engine.DatabaseError, UnicodeDecodeError) as error:
            locked = "not a database" in str(error) and _is_noise(path)
            raise Unreadable("locked" if locked else "damaged") from error
        yield connection


def know(connection: "Connection | None", known: Known) -> None:
    """Take in what a file knows of the person (None: nothing).

    Raises:
        Unreadable: what it keeps cannot be read.
    """
    try:
        if connection is not None:
            learn(connection, known)
    except (ValueError, TypeError, AttributeError) as error:
        raise Unreadable("damaged") from error


def erase_in(connection: Connection, known: Known, coder_id: int, act_id: int = 0) -> Extent:
    """As `one_file.erase`.

    Raises:
        Unreadable: what the file keeps cannot be read.
    """
    try:
        return one_file.erase(connection, known, coder_id, act_id)
    except (ValueError, TypeError, AttributeError) as error:
        raise Unreadable("damaged") from error


def write_anew(
    source: Connection, path: Path, key: bytes | None, known: Known, coder_id: int, act_id: int,
    keep: Callable[[Connection, Extent], None] | None = None,
) -> Extent:  # fmt: skip
    """Write the file at `path`, open as `source`, anew without the person and put it in its place.

    `keep` may write more into the same transaction. A file that holds nothing of the person stays as it is. Of a link
    it is the file itself that is written anew.

    Raises:
        Unreadable: what it keeps cannot be read, or the new file is not sound.
        DatabaseError, OSError: it cannot be read or written; the old file stands as it was.
    """
    path = Path(os.path.realpath(path))
    with ExitStack() as stack:
        stack.callback(clear_leftovers, path)
        with closing(_copied(source, path, key)) as copy:
            if _version(copy) < VERSION:
                migrate(copy)
            copy.execute("BEGIN IMMEDIATE")
            extent = erase_in(copy, known, coder_id, act_id)
            if keep is not None:
                keep(copy, extent)
            copy.execute("COMMIT")
            if extent.empty and keep is None:
                return extent
            _settle(copy)
            new = renewed(path)
            copy.execute("VACUUM INTO ?", (str(new),))
        _check(new, key)
        same_rights(new, path)
        there = path.stat()
        if keep is None:
            os.utime(new, ns=(there.st_atime_ns, there.st_mtime_ns))
        held = [] if os.name == "nt" else _held(path, stack)
        if os.name == "nt":
            source.close()
        put_in_place(new, path)
        for file in held:
            blank(file)
    return extent


def _copied(source: Connection, path: Path, key: bytes | None) -> Connection:
    """Return a connection to a copy of the file, in which whatever is done costs no waiting for the disk."""
    copy = converting(path)
    clear_leftovers(path)
    source.execute("PRAGMA temp_store=MEMORY")
    source.execute("VACUUM INTO ?", (str(copy),))
    same_rights(copy, path)
    connection = engine.connect(copy, key=key)
    for pragma in (
        "journal_mode=MEMORY", "synchronous=OFF", "temp_store=MEMORY", "cache_size=-65536", "trusted_schema=OFF",
        "foreign_keys=OFF",
    ):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _settle(copy: Connection) -> None:
    """Have the index forget what was taken out of it, and SQLite what it gathered of the values of columns."""
    for table in SEARCH:
        copy.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
        copy.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
    stored = {row[0] for row in copy.execute("SELECT name FROM sqlite_master WHERE name LIKE 'sqlite_stat_'")}
    for table in sorted(stored):
        copy.execute(f"DELETE FROM {table}")
    if stored:
        copy.execute("PRAGMA analysis_limit=400")
        copy.execute("ANALYZE")


def _check(new: Path, key: bytes | None) -> None:
    with closing(engine.connect(new, read_only=True, more="&immutable=1", key=key)) as connection:
        sound = [row[0] for row in connection.execute("PRAGMA integrity_check(1)")] == ["ok"]
        whole = sound and not connection.execute("PRAGMA foreign_key_check").fetchall()
        ours = int(connection.execute("PRAGMA application_id").fetchone()[0]) == engine.APPLICATION_ID
    if not (whole and ours):
        raise Unreadable("damaged")


def _checked(connection: Connection, study_guid: str) -> int:
    """Return the format of a backup of this study.

    Raises:
        Unreadable: it is none, or a newer one.
    """
    if int(connection.execute("PRAGMA application_id").fetchone()[0]) != engine.APPLICATION_ID:
        raise Unreadable("foreign")
    if _version(connection) > VERSION:
        raise Unreadable("newer")
    found = connection.execute("SELECT value FROM setting WHERE name = 'guid' AND deleted = 0").fetchone()
    if found is None or found[0] != study_guid:
        raise Unreadable("foreign")
    if str(connection.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
        raise Unreadable("damaged")
    return _version(connection)


def _version(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _is_noise(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as file:
        return len(set(file.read(engine.PAGE_BYTES))) > 240
    return False


def _held(path: Path, stack: ExitStack) -> list[BinaryIO]:
    """Hold the old file open, to write over it when it has lost its name."""
    with suppress(OSError):
        return [stack.enter_context(path.open("rb+"))]
    return []


def remove_unfinished(folder: Path) -> int:
    """Remove what copies that were cut off left among the backups; return how many."""
    found = [path for path in folder.glob(".study *.part*") if path.is_file()] if folder.is_dir() else []
    for path in found:
        remove_database(path)
    return len(found)
