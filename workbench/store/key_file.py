"""The key file beside an encrypted study as a file: JSON with its sum, written whole, a copy among the backups."""

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from workbench.errors import StoreError, StudyLocked
from workbench.store.backup_names import FOLDER as BACKUPS
from workbench.store.engine import key_path
from workbench.store.whole_files import write_whole

VERSION = 1
KEY_BYTES = 32
# What a key file asks for is kept within reason.
_LIMITS = (("memory_kib", 1048576), ("passes", 64), ("lanes", 64))


@dataclass(frozen=True, slots=True)
class Wrap:
    """The data key under another key; all hexadecimal."""

    salt: str
    nonce: str
    wrapped: str


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What a key file holds: whose it is, the id of its data key, and the two wraps with what derives their keys."""

    study: str
    key: str
    made: str
    memory_kib: int
    passes: int
    lanes: int
    passphrase: Wrap
    recovery: Wrap


def copy_path(study_path: Path, file: KeyFile) -> Path:
    """Return where the copy of a key file stands: among the backups, which it opens too."""
    return study_path.parent / BACKUPS / key_path(Path(f"{study_path.stem}-{file.key}{study_path.suffix}"))


def copies(study_path: Path) -> list[Path]:
    """Return the copies of key files among the backups, the newest first."""
    found = (study_path.parent / BACKUPS).glob(f"*{key_path(study_path).suffix}")
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)


def write(study_path: Path, file: KeyFile) -> None:
    """Write a key file and its copy, each whole or not at all, the copy first; one of another key is kept as a copy.

    Raises:
        StoreError: they cannot be written.
    """
    content: dict[str, Any] = {"format": "workbench-key", "version": VERSION, **asdict(file)}
    words = (json.dumps({**content, "check": sum_of(content)}, indent=1) + "\n").encode()
    copy = copy_path(study_path, file)
    try:
        copy.parent.mkdir(exist_ok=True)
        _keep_other(study_path, file)
        for path in (copy, key_path(study_path)):
            write_whole(path, words, like=study_path)
    except OSError as error:
        raise StoreError(
            f"The key file {key_path(study_path)} cannot be written ({error.strerror}); check the folder and the disk. "
            "The study is as it was."
        ) from error


def _keep_other(study_path: Path, file: KeyFile) -> None:
    """Keep the key file of an earlier key: backups under it may lie somewhere."""
    with suppress(StoreError):
        other = read(study_path)
        copy = copy_path(study_path, other)
        if other.key != file.key and not copy.exists():
            write_whole(copy, key_path(study_path).read_bytes(), like=study_path)


def read(study_path: Path) -> KeyFile:
    """Read the key file of a study.

    Raises:
        StoreError: it is missing, damaged, or of a newer workbench.
    """
    path = key_path(study_path)
    try:
        read_in: Any = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise missing(study_path) from error
    except OSError as error:
        raise StoreError(f"The key file {path} cannot be read ({error.strerror}); check your rights to it.") from error
    except ValueError as error:
        raise damaged(path) from error
    if not isinstance(read_in, dict):
        raise damaged(path)
    content = cast("dict[str, Any]", read_in)
    told, version = content.pop("check", ""), content.get("version")
    if content.get("format") == "workbench-key" and isinstance(version, int) and version > VERSION:
        raise StoreError(f"The key file {path} was made by a newer workbench; update the workbench.")
    if content.get("format") != "workbench-key" or version != VERSION or told != sum_of(content):
        raise damaged(path)
    try:
        return _key_file(content)
    except (KeyError, TypeError, ValueError) as error:
        raise damaged(path) from error


def settle(study_path: Path, study_guid: str, *, writable: bool) -> None:
    """Refuse a key file that is another study's; see to it that its copy stands among the backups, where one may.

    Raises:
        StoreError: it is another study's.
    """
    path = key_path(study_path)
    if not path.exists():
        return
    file = read(study_path)
    if file.study != study_guid:
        raise StoreError(f"The key file {path} belongs to another study; put the right one in its place.")
    copy = copy_path(study_path, file)
    with suppress(OSError):
        words = path.read_bytes()
        if writable and not (copy.exists() and copy.read_bytes() == words):
            copy.parent.mkdir(exist_ok=True)
            write_whole(copy, words, like=study_path)


def locked(study_path: Path) -> StudyLocked:
    """Return what is said of an encrypted study when nothing was given that opens it."""
    return StudyLocked(
        f"The study in {study_path.parent} is encrypted and needs its passphrase; give it at the question, or in a "
        "file with --passphrase-file."
    )


def _key_file(content: dict[str, Any]) -> KeyFile:
    """Return what was read as a key file; what no key file says raises ValueError, KeyError or TypeError."""
    wraps = (Wrap(**content["passphrase"]), Wrap(**content["recovery"]))
    for wrap in wraps:
        lengths = tuple(len(bytes.fromhex(one)) for one in (wrap.salt, wrap.nonce, wrap.wrapped))
        if lengths != (16, 12, KEY_BYTES + 16):
            raise ValueError("a wrap of another size")
    sizes = [(int(content[name]), most) for name, most in _LIMITS]
    key = str(content["key"])
    # A key file is somebody's file: it must not make this machine reckon for hours, or write in another folder.
    if any(not 1 <= size <= most for size, most in sizes) or not key.isalnum():
        raise ValueError("parameters beyond reason")
    memory_kib, passes, lanes = (size for size, _ in sizes)
    return KeyFile(str(content["study"]), key, str(content["made"]), memory_kib, passes, lanes, *wraps)


def sum_of(content: dict[str, Any]) -> str:
    """Return a sum over a key file, which tells a damaged one from a wrong passphrase; it keeps no secret."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def missing(study_path: Path) -> StoreError:
    """Return what is said of an encrypted study without its key file."""
    kept, path = copies(study_path), key_path(study_path)
    if kept:
        return StoreError(
            f"{study_path} is encrypted (or damaged from its first byte), and its key file {path.name} is missing; "
            f"copy {kept[0]} to {path} and try again."
        )
    return StoreError(
        f"{study_path} is encrypted (or damaged from its first byte), and its key file {path.name} is missing; put it "
        "back from where you keep a copy. Without it nobody can open the study."
    )


def damaged(path: Path) -> StoreError:
    """Return what is said of a damaged key file."""
    return StoreError(
        f"The key file {path} is damaged; put a copy in its place (the workbench keeps one in the folder {BACKUPS})."
    )
