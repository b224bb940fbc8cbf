"""Moving a study to another folder: copied and compared there first, and only then removed here."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import StoreError
from workbench.store import backup_names, engine
from workbench.store.copying import copy_whole, held_alone, remove_database
from workbench.store.desk_lock import DeskLock
from workbench.store.opening import checked_version, take_away
from workbench.store.refusals import told
from workbench.store.soundness import damage
from workbench.store.study_file import FILE_NAME
from workbench.store.whole_files import converting, put_in_place

EXPORTS = "exports"
# (how many files are done, of how many, the one at hand)
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the study is now, how many files went along, and the names of what stayed in the old folder."""

    folder: Path
    files: int
    left: tuple[str, ...] = ()


def move(folder: Path, target: Path, *, key: bytes | None = None, progress: Progress | None = None) -> Moved:
    """Move the study in `folder`, its key file, backups and exports to `target` (made when missing).

    Files that are not the workbench's own stay where they are. A kill at any moment leaves the study whole in the old
    folder, in the new one, or in both.

    Raises:
        StudyBusy: another workbench is at the desk.
        StoreError: `target` holds a study or such folders already, somebody reads the study, a file is damaged, or
            the disk refuses; nothing was removed then.
    """
    path, folder, target = folder / FILE_NAME, folder.resolve(), target.expanduser().resolve()
    if not path.is_file():
        raise StoreError(f"There is no study in {folder}; make one with `workbench init` or try `workbench demo`.")
    new, made = target / FILE_NAME, not target.exists()
    _check_free(folder, target)
    lock = DeskLock(path)
    try:
        target.mkdir(parents=True, exist_ok=True)
        there = DeskLock(new)
        try:
            files = _copy_all(path, new, key, progress)
        except BaseException:
            _take_back(path, new, target if made else None)
            raise
        finally:
            there.release()
        left = _remove_all(path, key)
    except OSError as error:
        raise StoreError(
            f"{error.filename or target} cannot be used ({error.strerror}); choose another folder. The study was not "
            "moved."
        ) from error
    finally:
        lock.release()
    with suppress(OSError):
        path.with_name(path.name + "-desk").unlink()
        folder.rmdir()
    return Moved(target, files, tuple(left))


def belongings(folder: Path) -> list[Path]:
    """Return the files beside a study file that belong to it: key file, backups, exports; paths within `folder`."""
    key_file = engine.key_path(folder / FILE_NAME)
    found = [key_file] if key_file.is_file() else []
    for name in (backup_names.FOLDER, EXPORTS):
        found += sorted(one for one in (folder / name).rglob("*") if one.is_file() and not one.is_symlink())
    return [one.relative_to(folder) for one in found]


def _check_free(folder: Path, target: Path) -> None:
    if target == folder or target.is_relative_to(folder) or folder.is_relative_to(target):
        raise StoreError(f"{target} is inside the study's folder or around it; choose a folder of its own.")
    if target.exists() and not target.is_dir():
        raise StoreError(f"{target} is a file; choose a folder.")
    names = (FILE_NAME, FILE_NAME + engine.KEY_TAIL, backup_names.FOLDER, EXPORTS)
    taken = next((name for name in names if (target / name).exists()), "")
    if taken:
        raise StoreError(f"{target} already holds «{taken}»; choose another folder. The study was not moved.")


def _copy_all(path: Path, new: Path, key: bytes | None, progress: Progress | None) -> int:
    """Copy the study and what belongs to it; the study file stands in its place when all the rest does."""
    rest = belongings(path.parent)
    with told(path), held_alone(path, key) as connection:
        # Somebody who reads it here would go on reading what is removed below; asked before anything is copied.
        checked_version(connection, path)
    for number, one in enumerate(rest):
        if progress is not None:
            progress(number, len(rest) + 1, str(one))
        _copy_file(path.parent / one, new.parent / one)
    if progress is not None:
        progress(len(rest), len(rest) + 1, path.name)
    with told(path):
        copy_whole(path, converting(new), key=key)
    with told(new):
        _check_whole(converting(new), path, key)
    put_in_place(converting(new), new)
    return len(rest) + 1


def _copy_file(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    if target.stat().st_size != source.stat().st_size:
        raise StoreError(f"{source} could not be copied whole; look at the disk. The study was not moved.")


def _check_whole(copy: Path, path: Path, key: bytes | None) -> None:
    with closing(engine.connect_to_read(copy, key=key)) as new, closing(engine.connect_to_read(path, key=key)) as old:
        found = damage(new, "integrity_check")
        if found:
            raise StoreError(f"{path} is damaged ({found}); run `workbench check`. The study was not moved.")
        last = "SELECT max(id), count(*) FROM act"
        if tuple(new.execute(last).fetchone()) != tuple(old.execute(last).fetchone()):
            raise StoreError(f"{path} was changed while it was copied; try again. The study was not moved.")


def _take_back(path: Path, new: Path, folder: Path | None) -> None:
    """Remove from the new folder what was copied; it held nothing of the kind before."""
    remove_database(converting(new))
    remove_database(new)
    for one in belongings(path.parent):
        with suppress(OSError):
            (new.parent / one).unlink(missing_ok=True)
    _remove_folders(new.parent)
    take_away(new, folder)


def _remove_all(path: Path, key: bytes | None) -> Iterator[str]:
    """Remove the study here, the study file first, and yield the names of what could not be removed or is not ours."""
    files = belongings(path.parent)
    with told(path), held_alone(path, key) as connection:
        if os.name == "nt":
            connection.close()
        path.unlink()
    remove_database(path)
    for one in files:
        with suppress(OSError):
            (path.parent / one).unlink()
    _remove_folders(path.parent)
    return (one.name for one in sorted(path.parent.iterdir()) if one.name != f"{path.name}-desk")


def _remove_folders(folder: Path) -> None:
    """Remove the folders of backups and exports, from the innermost, where nothing is in them any more."""
    for name in (backup_names.FOLDER, EXPORTS):
        inner = [one for one in (folder / name).rglob("*") if one.is_dir() and not one.is_symlink()]
        for one in (*sorted(inner, reverse=True), folder / name):
            with suppress(OSError):
                one.rmdir()
