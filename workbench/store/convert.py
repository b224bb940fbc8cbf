"""Making a plain study encrypted, and an encrypted one plain; changing what opens it.

The new file is written beside the old one, compared with it, and put in its place in one step, so that a kill at any
moment leaves a study that opens: the old or the new. Encrypting turns the backups first and the study last: a study
that is encrypted has no plain backup beside it. Decrypting goes the other way round.
"""

import os
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from workbench.errors import StoreError
from workbench.store import engine, key_file, vault
from workbench.store.backup_names import FOLDER as BACKUPS
from workbench.store.backup_names import UNFINISHED
from workbench.store.copying import SIDE_FILES, held_alone
from workbench.store.desk_lock import DeskLock
from workbench.store.refusals import told
from workbench.store.study_file import FILE_NAME
from workbench.store.whole_files import (
    blank,
    clear_leftovers,
    converting,
    put_in_place,
    remove_blanked,
    same_rights,
)

# (how many files are done, of how many, the one at hand)
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Converted:
    """What was done: `backups` turned with the study, those `left` as they were, and the new `recovery` key or ""."""

    backups: int
    left: tuple[str, ...] = ()
    recovery: str = ""


def encrypt(folder: Path, passphrase: str, progress: Progress | None = None) -> Converted:
    """Make the study in `folder` and its backups encrypted; the recovery key returned stands nowhere else.

    Raises:
        StudyBusy: somebody is at its desk.
        StoreError: it is encrypted already, a file is damaged or in use, or the disk refuses; the study is as it was.
    """
    path = _study(folder)
    passphrase = vault.checked_passphrase(passphrase)
    with _at_the_desk(path):
        check_plain(folder)
        made = _new_key(path, passphrase)
        key_file.write(path, made.file)
        turned = _encrypt_backups(path, made.data_key, progress)
        _turn(path, None, made.data_key)
        # One that was being made meanwhile.
        turned += _encrypt_backups(path, made.data_key, None)
    return Converted(turned, recovery=made.recovery)


def decrypt(folder: Path, data_key: bytes, progress: Progress | None = None) -> Converted:
    """Make the study in `folder` and its backups plain. The copy of the key file stays among the backups.

    A study that is plain already while backups are not (a kill in between) has the rest turned.

    Raises:
        StudyBusy: somebody is at its desk.
        StoreError: it is plain, damaged or in use, or the disk refuses; the study is as it was.
    """
    path = _study(folder)
    with _at_the_desk(path):
        check_locked(folder)
        encrypted = engine.is_encrypted(path)
        backups = [one for one in _databases(path) if engine.is_encrypted(one)]
        _tell(progress, 0, len(backups), path)
        if encrypted:
            _turn(path, data_key, None)
        left: list[str] = []
        for number, backup in enumerate(backups):
            _tell(progress, number + 1, len(backups), backup)
            try:
                _turn(backup, data_key, None)
            except StoreError:
                # Damaged, or of an earlier key: it can still be read with the copy of its key file.
                left.append(str(backup.relative_to(folder)))
        engine.key_path(path).unlink(missing_ok=True)
    return Converted(len(backups) - len(left), tuple(left))


def change_passphrase(folder: Path, data_key: bytes, passphrase: str) -> None:
    """Let another passphrase open the study in `folder`; backups open by it too, the recovery key stays.

    Raises:
        StudyBusy: somebody is at its desk.
        StoreError: the passphrase is too short, or the key file cannot be written.
    """
    path = _study(folder)
    with _at_the_desk(path):
        key_file.write(path, vault.change_passphrase(key_file.read(path), data_key, passphrase))


def new_recovery_key(folder: Path, data_key: bytes) -> str:
    """Make and return a new recovery key of the study in `folder`; the one before opens it no more.

    Raises:
        StudyBusy: somebody is at its desk.
        StoreError: the key file cannot be written.
    """
    path = _study(folder)
    with _at_the_desk(path):
        file, recovery = vault.new_recovery_key(key_file.read(path), data_key)
        key_file.write(path, file)
    return recovery


def check_plain(folder: Path) -> None:
    """Refuse a study that is encrypted already.

    Raises:
        StoreError: it is, or there is none, or this SQLite cannot encrypt.
    """
    path = _study(folder)
    engine.need_encryption(path)
    if engine.is_encrypted(path):
        raise StoreError(f"The study in {folder} is encrypted already; `workbench passphrase` changes what opens it.")


def check_locked(folder: Path) -> None:
    """Refuse a study that is not encrypted and has no key file left of having been.

    Raises:
        StoreError: it has not, or there is none, or this SQLite cannot decrypt.
    """
    path = _study(folder)
    engine.need_encryption(path)
    if not engine.is_encrypted(path) and not engine.key_path(path).exists():
        raise StoreError(f"The study in {folder} is not encrypted; `workbench encrypt` makes it so.")


def _study(folder: Path) -> Path:
    path = folder / FILE_NAME
    if not path.is_file():
        raise StoreError(f"There is no study in {folder}; make one with `workbench init` or try `workbench demo`.")
    return path


@contextmanager
def _at_the_desk(path: Path) -> Generator[None]:
    lock = DeskLock(path)
    try:
        for one in (path, *_databases(path)):
            clear_leftovers(one)
        yield
    finally:
        lock.release()


def _new_key(path: Path, passphrase: str) -> vault.Made:
    """Return a new key; where an encryption was cut off, the key that its backups have already."""
    with suppress(StoreError):
        file = key_file.read(path)
        data_key = vault.open_by_passphrase(file, passphrase, path)
        return vault.make(file.study, passphrase, data_key)
    with told(path):
        connection = engine.connect_to_read(path)
        try:
            if int(connection.execute("PRAGMA application_id").fetchone()[0]) != engine.APPLICATION_ID:
                raise StoreError(f"{path} is not a study file of the workbench; it was left untouched.")
            found = connection.execute("SELECT value FROM setting WHERE name = 'guid' AND deleted = 0").fetchone()
        finally:
            connection.close()
    return vault.make(str(found[0]), passphrase)


# The backups


def _databases(path: Path) -> list[Path]:
    """Return the databases among the backups, also those of damaged studies kept in folders of their own."""
    return sorted(one for one in (path.parent / BACKUPS).rglob(f"*{path.suffix}") if one.is_file())


def _encrypt_backups(path: Path, key: bytes, progress: Progress | None) -> int:
    """Make every plain backup encrypted, and remove what copies that were cut off left; return how many there were."""
    cut_off = (*(path.parent / BACKUPS).glob(f".study *{UNFINISHED}*"), *path.parent.glob(f"{path.name}-restoring*"))
    for leftover in cut_off:
        with suppress(OSError):
            remove_blanked(leftover)
    plain = [one for one in _databases(path) if not engine.is_encrypted(one)]
    for number, backup in enumerate(plain):
        _tell(progress, number, len(plain), backup)
        try:
            _turn(backup, None, key)
        except StoreError as error:
            raise StoreError(
                f"A backup would stay plain, for it cannot be encrypted: {error} Move it out of the study's folder or "
                "delete it, and encrypt again."
            ) from error
    _tell(progress, len(plain), len(plain), path)
    return len(plain)


def _tell(progress: Progress | None, done: int, backups: int, path: Path) -> None:
    if progress is not None:
        progress(done, backups + 1, path.name)


# One file


def _turn(path: Path, key: bytes | None, new_key: bytes | None) -> None:
    """Put in the place of a database the same one under another key (None: plain).

    Raises:
        StoreError: it is damaged or in use, or the disk refuses; it is as it was.
    """
    # A link must not be replaced by the file, or the plain one would stay where it points to.
    path = Path(os.path.realpath(path))
    temporary = converting(path)
    try:
        with told(path), ExitStack() as stack:
            # Opened before the database and closed after it: closing a file drops its locks.
            old = _held(path, stack) if key is None else []
            source = stack.enter_context(held_alone(path, key))
            _check(source, path)
            _export(source, temporary, new_key)
            _compare(source, path, temporary, new_key)
            same_rights(temporary, path)
            for tail in SIDE_FILES:
                path.with_name(path.name + tail).unlink(missing_ok=True)
            if os.name == "nt":
                source.close()  # What is open there cannot be replaced.
            put_in_place(temporary, path)
            for file in old:
                blank(file)
    except OSError as error:
        raise StoreError(
            f"{path} cannot be converted ({error.strerror}); check the folder and the disk. The file is as it was."
        ) from error
    finally:
        clear_leftovers(path)


def _held(path: Path, stack: ExitStack) -> list[BinaryIO]:
    """Hold a plain file and its log open, to write over them when they have lost their names."""
    held: list[BinaryIO] = []
    if os.name != "nt":
        for tail in ("", *SIDE_FILES):
            with suppress(OSError):
                held.append(stack.enter_context(path.with_name(path.name + tail).open("rb+")))
    return held


def _check(source: engine.Connection, path: Path) -> None:
    source.execute("PRAGMA trusted_schema=OFF")
    source.execute("PRAGMA temp_store=MEMORY")
    if any(row[0] != "ok" for row in source.execute("PRAGMA quick_check")):
        raise StoreError(f"{path} is damaged (its check fails); restore a copy. Nothing was changed.")


def _export(source: engine.Connection, temporary: Path, new_key: bytes | None) -> None:
    """Write the whole database to a new file; SQLCipher does it table by table and row by row."""
    words = "" if new_key is None else engine.key_words(new_key)
    source.execute("ATTACH DATABASE ? AS converted KEY ?", (str(temporary), words))
    source.execute("PRAGMA converted.synchronous=OFF")
    source.execute("PRAGMA converted.journal_mode=OFF")
    source.execute("SELECT sqlcipher_export('converted')").fetchone()
    for name in ("user_version", "application_id"):
        value = int(source.execute(f"PRAGMA main.{name}").fetchone()[0])
        source.execute(f"PRAGMA converted.{name}={value}")
    source.execute("DETACH DATABASE converted")


def _compare(source: engine.Connection, path: Path, temporary: Path, new_key: bytes | None) -> None:
    """Refuse a new file that is not sound, or does not hold what the old one does."""
    target = engine.connect(temporary, read_only=True, key=new_key)
    try:
        sound = [row[0] for row in target.execute("PRAGMA quick_check")] == ["ok"]
        same = sound and _likeness(source) == _likeness(target)
    finally:
        target.close()
    if not same:
        raise StoreError(f"{path} could not be converted faithfully; run `workbench check`. The file is as it was.")


def _likeness(connection: engine.Connection) -> list[tuple[object, ...]]:
    """Return what two files with the same content have alike: versions, every object's making, every table's rows."""
    alike: list[tuple[object, ...]] = [
        (name, connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("user_version", "application_id")
    ]
    objects = connection.execute(
        "SELECT type, name, coalesce(sql, ''), rootpage > 0 FROM sqlite_master ORDER BY type, name"
    ).fetchall()
    for kind, name, sql, stored in objects:
        count = None
        if kind == "table" and stored:
            count = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        alike.append((kind, name, sql, count))
    return alike
