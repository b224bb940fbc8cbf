"""Before a study file is open: the desk, its key, what was left of its making, and which format it has."""

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.store import engine
from workbench.store.backup_names import Reason
from workbench.store.desk_lock import DeskLock
from workbench.store.refusals import told
from workbench.store.schema import VERSION, migrate
from workbench.store.soundness import check_before_writing, left_by_a_crash
from workbench.store.unfinished import is_unfinished
from workbench.store.whole_files import clear_leftovers

if TYPE_CHECKING:
    from workbench.store import vault
    from workbench.store.study_file import StudyFile


# The keys of an encrypted study; what they need is imported for those only


def vaulted_for(path: Path, guid: str, passphrase: str | None) -> "vault.Made | None":
    """Return the key file of a study about to be made encrypted."""
    if passphrase is None:
        return None
    from workbench.store import vault

    engine.need_encryption(path)
    return vault.make(guid, passphrase)


def key_left(path: Path, passphrase: str | None) -> bytes | None:
    """Return the key of a study whose making was cut off, if the passphrase is the same."""
    if passphrase is None or not engine.key_path(path).exists():
        return None
    from workbench.store import vault

    with suppress(StoreError):
        return vault.unlock(path, passphrase)
    return None


def key_of(path: Path, passphrase: str | None, key: bytes | None) -> bytes | None:
    """Return the data key by what was given, or None for a plain study.

    Raises:
        StudyLocked: nothing was given that opens it.
        StoreError: the key file is missing or damaged, or this SQLite opens no encrypted study.
    """
    if (key is None and not engine.key_path(path).exists()) or not engine.is_encrypted(path):
        return None
    from workbench.store import vault

    engine.need_encryption(path)
    return key if key is not None else vault.key_for(path, passphrase)


def check_key_file(path: Path, study_guid: str, *, writable: bool) -> None:
    """Refuse a key file that is another study's, and keep its copy where one may write.

    Raises:
        StoreError: it is another study's.
    """
    from workbench.store import key_file

    key_file.settle(path, study_guid, writable=writable)


# The desk and the file


@contextmanager
def opening(
    path: Path, *, read_only: bool, key: bytes | None, anew: bool = False, left: bytes | None = None
) -> Generator[tuple[engine.Connection, DeskLock | None]]:
    """Take the desk and open the file; leave both again when what follows fails.

    `anew` clears an unfinished file (which may be under the key `left`).

    Raises:
        StudyBusy: somebody is at the desk.
        StoreError: the file cannot be opened, or there is a study where one is to be made.
    """
    lock = None if read_only else DeskLock(path)
    try:
        # Asked again at the desk: a colleague may have finished it meanwhile.
        if anew:
            refuse_taken(path, left)
            take_away(path, None)
        if lock:
            clear_leftovers(path)
            if path.exists() and not os.access(path, os.W_OK):
                raise StoreError(
                    f"{path} is not yours to write to; check your rights to the file, or read with --read-only."
                )
        with told(path):
            connection = engine.connect_to_read(path, key) if read_only else engine.connect(path, key=key)
            try:
                yield connection, lock
            except BaseException:
                connection.close()
                raise
    except BaseException:
        if lock:
            lock.release()
        raise


def check_there(path: Path) -> None:
    """Refuse a folder without a study.

    Raises:
        StoreError: there is none.
    """
    if not path.is_file():
        raise StoreError(f"There is no study in {path.parent}; make one with `workbench init` or try `workbench demo`.")


def refuse_taken(path: Path, left: bytes | None) -> None:
    """Refuse to make a study where there is one; what its making left (maybe under the key `left`) is none.

    Raises:
        StoreError: there is one.
    """
    if path.exists() and not is_unfinished(path, left):
        raise StoreError(f"{path.parent} already holds a study; open it with `workbench --study {path.parent}`.")


def take_away(path: Path, folder: Path | None) -> None:
    """Remove a study that could not be made, and the folder made for it when nothing else is in it."""
    for tail in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + tail).unlink(missing_ok=True)
    if folder is not None:
        with suppress(OSError):
            path.with_name(path.name + "-desk").unlink(missing_ok=True)
            folder.rmdir()


def make_ready(connection: engine.Connection, path: Path, key: bytes | None, *, read_only: bool) -> None:
    """Bring a connection that was just made, and its file, to where they can be used.

    Raises:
        StoreError: it is damaged, not ours, or of a format that this workbench does not keep and cannot change.
    """
    crashed = not read_only and left_by_a_crash(path)
    version = checked_version(connection, path)
    engine.prepare(connection, read_only=read_only)
    if not read_only:
        check_before_writing(connection, path, crashed=crashed)
    if version < VERSION:
        _bring_up_to_date(connection, path, version, key, read_only=read_only)


def finish_erasure(study: "StudyFile") -> None:
    """Go on with the erasing of a participant that was cut off (a kill, a power cut); close the study if it fails.

    Raises:
        StoreError: it cannot be finished, or not while the study is open for reading only.
    """
    if not study.rows("SELECT 1 FROM desk WHERE name = 'erasing'"):
        return
    from workbench.store import erasure

    try:
        erasure.finish(study)
    except BaseException:
        study.close()
        raise


def _bring_up_to_date(
    connection: engine.Connection, path: Path, version: int, key: bytes | None, *, read_only: bool
) -> None:
    """Carry out the migrations that are due, a backup first.

    Raises:
        StoreError: the study is open for reading only, or the backup failed.
    """
    if read_only:
        raise StoreError(
            f"{path} was made by an older workbench (format {version}, this one keeps {VERSION}) and has to be brought "
            "up to date before it can be read; open it once without --read-only."
        )
    from workbench.store import backups

    try:
        backups.make(path, Reason.MIGRATION, key=key)
    except StoreError as error:
        raise StoreError(
            f"{path} has to be brought up to date, and the backup before that failed; it was left as it is. {error}"
        ) from error
    migrate(connection)


def checked_version(connection: engine.Connection, path: Path) -> int:
    """Return the format of a study file.

    Raises:
        StoreError: it is no study file, or one of a newer workbench.
    """
    found = int(connection.execute("PRAGMA application_id").fetchone()[0])
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found != engine.APPLICATION_ID:
        raise StoreError(f"{path} is not a study file of the workbench; it was left untouched.")
    if version > VERSION:
        raise StoreError(
            f"{path} was made by a newer workbench (format {version}, this one knows {VERSION}); "
            "update the workbench. The file was left untouched."
        )
    return version
