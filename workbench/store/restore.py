"""Putting a backup in the place of the study, or in a folder of its own.

The backup is copied beside the study first, then the present state is backed up, then the copy takes the study's place
in one step: a kill at any moment leaves the old study or the new one, whole.
"""

import os
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workbench.errors import StoreError
from workbench.store import backups, engine
from workbench.store.backup_names import Backup, Reason
from workbench.store.copying import SIDE_FILES, copy_whole, held_alone, remove_database
from workbench.store.desk_lock import DeskLock
from workbench.store.opening import take_away
from workbench.store.schema import VERSION
from workbench.store.soundness import damage
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.store.whole_files import converting, put_in_place, write_whole


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of the study there was: a backup, a folder with its damaged file, or neither, when there was none."""

    backup: Backup
    before: Backup | None = None
    damaged: Path | None = None


def verify(backup: Backup, key: bytes | None = None) -> None:
    """Look through the whole backup, and refuse one that this workbench could not open afterwards.

    Raises:
        StoreError: it is damaged, no study, made by a newer workbench, or encrypted under another key.
    """
    if engine.is_encrypted(backup.path) and key is None:
        raise StoreError(f"The backup {backup.name} is encrypted, and no key is at hand for it. Nothing was changed.")
    try:
        with closing(engine.connect(backup.path, read_only=True, more="&immutable=1", key=key)) as connection:
            application = int(connection.execute("PRAGMA application_id").fetchone()[0])
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            if application != engine.APPLICATION_ID:
                raise StoreError(f"{backup.name} is no backup of a study of the workbench. Nothing was changed.")
            if version > VERSION:
                raise StoreError(
                    f"The backup {backup.name} was made by a newer workbench (format {version}, this one knows "
                    f"{VERSION}); update the workbench. Nothing was changed."
                )
            found = damage(connection, "integrity_check")
    except engine.DatabaseError as error:
        raise _damaged(backup, str(error)) from error
    if found:
        raise _damaged(backup, found)


def restore(folder: Path, backup: Backup, *, key: bytes | None = None, now: datetime | None = None) -> Restored:
    """Put a backup in the place of the study in `folder`; the study as it was becomes a backup itself.

    A study that is damaged is kept as it is in a folder among the backups. Whoever calls opens the study afterwards
    and notes what was done (`note`).

    Raises:
        StudyBusy: another workbench is at the desk.
        StoreError: the backup is refused (see `verify`), somebody reads the study, or the disk refuses; the study is
            as it was.
    """
    path = folder / FILE_NAME
    now = now or datetime.now()
    _check_alike(path, backup)
    verify(backup, key)
    with _at_the_desk(path):
        copy = converting(path)
        remove_database(copy)
        try:
            # Copied before anything else: the backup made below may be the one that lets the rule remove this one.
            copy_whole(backup.path, copy, key=key)
            restored = _keep_present(path, backup, key, now)
            _replace(path, copy, key, damaged=restored.damaged is not None)
        finally:
            remove_database(copy)
    return restored


def restore_to(folder: Path, backup: Backup, *, key: bytes | None = None, key_file: bytes | None = None) -> None:
    """Make a study in another folder out of a backup; `key_file` is what goes beside it when it is encrypted.

    Raises:
        StoreError: the backup is refused, the folder holds a study already, or it cannot be written to.
    """
    path = folder / FILE_NAME
    if path.exists():
        raise StoreError(f"{folder} already holds a study; choose another folder. Nothing was changed.")
    verify(backup, key)
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The folder {folder} cannot be made ({error.strerror}); choose another place.") from error
    try:
        with _at_the_desk(path):
            copy = converting(path)
            copy_whole(backup.path, copy, key=key)
            if key_file is not None:
                write_whole(engine.key_path(path), key_file, like=backup.path)
            put_in_place(copy, path)
    except BaseException:
        remove_database(converting(path))
        take_away(path, folder if made else None)
        raise


def note(study: StudyFile, restored: Restored) -> None:
    """Write into the restored study's history what it was restored from; this is no step that undo takes back."""
    detail = {"backup": restored.backup.name, "before": restored.before.name if restored.before else ""}
    kept = study.live("setting", name="restored")
    with study.noting("study.restore", detail) as writer:
        if kept:
            writer.update("setting", kept[0]["id"], {"value": restored.backup.name})
        else:
            writer.insert("setting", {"name": "restored", "value": restored.backup.name})


def _check_alike(path: Path, backup: Backup) -> None:
    if not path.is_file() or not path.stat().st_size or engine.is_encrypted(path) == engine.is_encrypted(backup.path):
        return
    if engine.is_encrypted(backup.path):
        raise StoreError(
            f"The backup {backup.name} is encrypted, and the study is not; restore it to another folder (--to). "
            "Nothing was changed."
        )
    raise StoreError(
        f"The backup {backup.name} is not encrypted as the study is; restore it to another folder (--to). "
        "Nothing was changed."
    )


@contextmanager
def _at_the_desk(path: Path) -> Generator[None]:
    lock = DeskLock(path)
    try:
        yield
    except (OSError, engine.DatabaseError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise StoreError(
            f"{path} could not be restored ({why}); check the folder and the disk. It is as it was."
        ) from error
    finally:
        lock.release()


def _keep_present(path: Path, backup: Backup, key: bytes | None, now: datetime) -> Restored:
    if not path.exists() or not path.stat().st_size:
        return Restored(backup)
    if _is_sound(path, key):
        return Restored(backup, before=backups.make(path, Reason.RESTORE, key=key, now=now))
    return Restored(backup, damaged=backups.set_aside(path, now))


def _is_sound(path: Path, key: bytes | None) -> bool:
    try:
        with closing(engine.connect_to_read(path, key=key)) as connection:
            return not damage(connection)
    except engine.OperationalError as error:
        if "malformed" in str(error) or "disk I/O" in str(error):
            return False
        raise
    except (engine.DatabaseError, StoreError):
        return False


def _replace(path: Path, copy: Path, key: bytes | None, *, damaged: bool) -> None:
    """Let the copy take the study's place; the old log must be gone first, or it would be played into the new file."""
    if path.exists() and path.stat().st_size and not damaged:
        with held_alone(path, key) as connection:
            if os.name == "nt":
                connection.close()
            put_in_place(copy, path)
        return
    for tail in SIDE_FILES:
        path.with_name(path.name + tail).unlink(missing_ok=True)
    put_in_place(copy, path)


def _damaged(backup: Backup, why: str) -> StoreError:
    return StoreError(f"The backup {backup.name} is damaged ({why}); choose another. Nothing was changed.")
