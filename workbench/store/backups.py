"""Backups of a study: dated copies in its folder `backups`, made by the backup API and thinned out by a fixed rule."""

import json
import os
import shutil
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.store import engine
from workbench.store.backup_names import FOLDER, UNFINISHED, Backup, Reason, name_of, newest_first, read_name, to_remove
from workbench.store.copying import SIDE_FILES, Pace, copy_whole, remove_database
from workbench.store.whole_files import put_in_place, sync_folder

if TYPE_CHECKING:
    from workbench.store.study_file import StudyFile

_SPARE_BYTES = 32_000_000
_STALE_SECONDS = 3600
_AHEAD = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Inside:
    """What a backup holds: how many transcripts, codes and codings, and its last act (`at` is ISO 8601 in UTC)."""

    format: int
    transcripts: int
    codes: int
    codings: int
    act_id: int = 0
    at: str = ""
    verb: str = ""
    kind: str = "do"
    detail: dict[str, str] = field(default_factory=dict[str, str])


def folder_of(study_path: Path) -> Path:
    """Return the folder of a study's backups."""
    return study_path.parent / FOLDER


def listed(study_path: Path) -> list[Backup]:
    """Return the backups of a study, the newest first; files that are none are left out.

    Raises:
        StoreError: the folder cannot be looked into.
    """
    folder = folder_of(study_path)
    try:
        paths = list(folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        raise StoreError(f"The folder {folder} cannot be read ({error.strerror}); check your rights to it.") from error
    found: list[Backup] = []
    for path in paths:
        one = read_name(path)
        # What is removed meanwhile is no longer there to list.
        with suppress(OSError):
            if one is not None:
                found.append(replace(one, size=path.stat().st_size))
    return newest_first(found)


def inside(backup: Backup, key: bytes | None = None) -> Inside:
    """Return what a backup holds, without making a file beside it.

    Raises:
        StoreError: it is damaged, or encrypted under another key.
    """
    try:
        with closing(engine.connect(backup.path, read_only=True, more="&immutable=1", key=key)) as connection:
            transcripts, codes, codings = (
                int(connection.execute(f"SELECT count(*) FROM {table} WHERE deleted = 0").fetchone()[0])
                for table in ("transcript", "code", "coding")
            )
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            held = Inside(version, transcripts, codes, codings)
            last = connection.execute("SELECT id, at, verb, kind, detail FROM act ORDER BY id DESC LIMIT 1").fetchone()
            if last is None:
                return held
            act_id, at, verb, kind, detail = last
            return replace(held, act_id=act_id, at=at, verb=verb, kind=kind, detail=json.loads(detail))
    except (engine.DatabaseError, UnicodeDecodeError, ValueError) as error:
        raise StoreError(
            f"The backup {backup.name} cannot be read ({_said(error)}); it is damaged or not encrypted as the study is."
        ) from error


def make(
    study_path: Path, reason: Reason, *, key: bytes | None = None, now: datetime | None = None,
    pace: Pace | None = None, pinned: Callable[[], None] | None = None,
) -> Backup:  # fmt: skip
    """Make a backup of the study file and remove those no longer kept; see `copying.copy_whole` for `pinned`.

    Raises:
        StoreError: the study is damaged, the disk is full, or the folder cannot be written to; nothing was removed.
        CopyStopped: `pace.stop` was set.
    """
    now = now or datetime.now()
    folder = folder_of(study_path)
    try:
        folder.mkdir(exist_ok=True)
        _sweep(folder)
        _check_room(folder, study_path)
        target = _free(folder, now, reason)
        unfinished = _unfinished(target)
        try:
            copy_whole(study_path, unfinished, key=key, pace=pace, pinned=pinned)
            put_in_place(unfinished, target)
        except BaseException:
            remove_database(unfinished)
            raise
        made = read_name(target)
        size = target.stat().st_size
    except (OSError, engine.DatabaseError) as error:
        raise StoreError(f"No backup could be made in {folder} ({_said(error)}). The study is as it was.") from error
    assert made is not None
    thin_out(study_path, now)
    return replace(made, size=size)


def set_aside(study_path: Path, now: datetime) -> Path:
    """Copy a damaged study file as it is, with its log, to a folder of its own among the backups, and return that.

    For a file that nobody writes to and that cannot be backed up; the rule for backups does not touch it.

    Raises:
        OSError: it cannot be copied.
    """
    aside = folder_of(study_path) / f"damaged {now:%Y-%m-%d %H.%M.%S}"
    aside.mkdir(parents=True, exist_ok=True)
    for tail in ("", *SIDE_FILES):
        file = study_path.with_name(study_path.name + tail)
        if file.exists():
            shutil.copy2(file, aside / file.name)
            with (aside / file.name).open("rb+") as kept:
                os.fsync(kept.fileno())
    sync_folder(aside)
    return aside


def thin_out(study_path: Path, now: datetime) -> list[Backup]:
    """Remove the backups that the rule no longer keeps, as far as they can be, and return them."""
    gone: list[Backup] = []
    for one in to_remove(listed(study_path), now):
        with suppress(OSError):
            one.path.unlink()
            gone.append(one)
    return gone


def due(study_path: Path, last_act: int, *, key: bytes | None, older_than: timedelta, now: datetime) -> bool:
    """Tell whether something changed since the newest backup (its last act is another), and that is old enough."""
    kept = listed(study_path)
    if not kept:
        return True
    # Of two made within a second the later is dated a second on; a clock that was set back makes one due.
    if older_than and -_AHEAD < now - kept[0].at < older_than:
        return False
    try:
        return inside(kept[0], key).act_id != last_act
    except StoreError:
        return True


def acts_since(study: "StudyFile", held: Inside) -> int | None:
    """Return how many acts the study has seen since what a backup holds; None when its last act is not in it."""
    if held.act_id and not study.value("SELECT 1 FROM act WHERE id = ?", (held.act_id,)):
        return None
    return int(study.value("SELECT count(*) FROM act WHERE id > ?", (held.act_id,)))


def key_file_of(study: "StudyFile") -> bytes | None:
    """Return the content of the key file of an encrypted study, None of a plain one."""
    return engine.key_path(study.path).read_bytes() if study.key is not None else None


def named(study_path: Path, wanted: str) -> Backup:
    """Return the backup that is meant by its number in the list (1 is the newest), its name, or a path to it.

    Raises:
        StoreError: there is no such backup.
    """
    kept = listed(study_path)
    if wanted.isdecimal() and 1 <= int(wanted) <= len(kept):
        return kept[int(wanted) - 1]
    for one in kept:
        if wanted in (one.name, one.path.stem):
            return one
    path = Path(wanted)
    if path.is_file():
        when = datetime.fromtimestamp(path.stat().st_mtime).replace(microsecond=0)
        return read_name(path) or Backup(path, when, Reason.HAND, path.stat().st_size)
    if not kept:
        raise StoreError(f"There is no backup in {folder_of(study_path)} yet; make one with `workbench backup`.")
    raise StoreError(f"There is no backup «{wanted}»; see `workbench backups` for the {len(kept)} there are.")


def _free(folder: Path, now: datetime, reason: Reason) -> Path:
    """Return a name that is free; two made within one second get two, so that their names tell which came first."""
    taken = {one.at for one in map(read_name, folder.iterdir()) if one is not None}
    at = now.replace(microsecond=0)
    while True:
        path = folder / name_of(at, reason)
        # What a copy that was cut off a moment ago left is no beginning for this one.
        if at not in taken and not path.exists() and not _unfinished(path).exists():
            return path
        at += timedelta(seconds=1)


def _unfinished(target: Path) -> Path:
    """Return the name a backup has while it is made."""
    return target.with_name(f".{target.name}{UNFINISHED}")


def _check_room(folder: Path, study_path: Path) -> None:
    log = study_path.with_name(study_path.name + "-wal")
    needed = study_path.stat().st_size + (log.stat().st_size if log.exists() else 0) + _SPARE_BYTES
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise StoreError(
            f"The disk of {folder} has {free // 1_000_000} MB left, and a backup needs {needed // 1_000_000} MB; free "
            "some space. The study is as it was."
        )


def _sweep(folder: Path) -> None:
    """Remove what a backup that was cut off (a power cut) left, but not one that is being made now."""
    for path in folder.glob(f".study *{UNFINISHED}*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _STALE_SECONDS:
                path.unlink()


def _said(error: Exception) -> str:
    """Return why, without words of the study: SQLite repeats text that it cannot decode."""
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return str(error) if isinstance(error, engine.DatabaseError) and "decode" not in str(error) else "malformed text"
