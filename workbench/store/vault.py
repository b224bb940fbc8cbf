"""The key file beside an encrypted study: the random key of the data, wrapped under passphrase and recovery key.

`study.workbench-key` is JSON. The data key (32 random bytes, what SQLCipher gets) is wrapped by AES-256-GCM twice:
under a key derived from the passphrase by argon2id, and under one derived from the printed recovery key by HKDF. The
associated data of each wrap are the version, the study's GUID and which of the two it is, so that no wrap passes for
another. A new passphrase or recovery key wraps the same data key anew: backups made before still open.
"""

import hashlib
import json
import os
import secrets
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from workbench.errors import StoreError, StudyLocked, WrongPassphrase
from workbench.store import recovery_key
from workbench.store.backup_names import FOLDER as BACKUPS
from workbench.store.engine import key_path
from workbench.store.whole_files import write_whole

VERSION = 1
SHORTEST = 8
# The second recommendation of RFC 9106, about 0.1 s; what a key file asks for is kept within reason.
MEMORY_KIB, PASSES, LANES = 65536, 3, 4
_LIMITS = (("memory_kib", 1048576), ("passes", 64), ("lanes", 64))
_KEY_BYTES = 32


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


@dataclass(frozen=True, slots=True)
class Made:
    """A new key file, the data key it holds, and the recovery key, which stands nowhere else."""

    file: KeyFile
    data_key: bytes
    recovery: str

    def write(self, study_path: Path) -> None:
        """Write the key file of a study that is being made.

        Raises:
            StoreError: it cannot be written.
        """
        write(study_path, self.file)

    def take_away(self, study_path: Path) -> None:
        """Remove the key file of a study that could not be made, and its copy."""
        copy = copy_path(study_path, self.file)
        with suppress(OSError):
            key_path(study_path).unlink(missing_ok=True)
            copy.unlink(missing_ok=True)
            copy.parent.rmdir()


# Making and opening


def make(study_guid: str, passphrase: str, data_key: bytes | None = None) -> Made:
    """Make a key file for a study, with a new data key unless one is given; nothing is written.

    Raises:
        StoreError: the passphrase is too short.
    """
    data_key = data_key or secrets.token_bytes(_KEY_BYTES)
    empty = Wrap("", "", "")
    file = KeyFile(study_guid, key_id(data_key), _now(), MEMORY_KIB, PASSES, LANES, empty, empty)
    file = change_passphrase(file, data_key, passphrase)
    file, recovery = new_recovery_key(file, data_key)
    return Made(file, data_key, recovery)


def open_by_passphrase(file: KeyFile, passphrase: str, where: Path) -> bytes:
    """Return the data key; `where` is named in what is refused.

    Raises:
        WrongPassphrase: it is not the passphrase.
        StoreError: the key file is damaged.
    """
    from cryptography.exceptions import InvalidTag

    try:
        key = _from_passphrase(_tidy(passphrase), file)
        return _checked(file, _unwrap(key, file.passphrase, _bound(file, "passphrase")), where)
    except InvalidTag as error:
        raise WrongPassphrase(
            f"The passphrase does not open {where}; try again, or use the recovery key (--recovery)."
        ) from error
    except ValueError as error:
        raise _damaged(where) from error


def open_by_recovery_key(file: KeyFile, typed: str, where: Path) -> bytes:
    """Return the data key.

    Raises:
        WrongPassphrase: it is a recovery key, but not this one's.
        StoreError: it was mistyped, or the key file is damaged.
    """
    from cryptography.exceptions import InvalidTag

    words = recovery_key.read(typed)
    try:
        key = _from_recovery(words, file)
        return _checked(file, _unwrap(key, file.recovery, _bound(file, "recovery")), where)
    except InvalidTag as error:
        raise WrongPassphrase(
            f"That recovery key does not open {where}: it is another study's, or a newer one was made since."
        ) from error
    except ValueError as error:
        raise _damaged(where) from error


def change_passphrase(file: KeyFile, data_key: bytes, passphrase: str) -> KeyFile:
    """Return the key file with the data key wrapped under a new passphrase, by today's parameters.

    Raises:
        StoreError: the passphrase is too short.
    """
    words = checked_passphrase(passphrase)
    fresh = replace(
        file, memory_kib=MEMORY_KIB, passes=PASSES, lanes=LANES, passphrase=Wrap(secrets.token_hex(16), "", "")
    )
    wrap = _wrap(_from_passphrase(words, fresh), data_key, _bound(file, "passphrase"), fresh.passphrase.salt)
    return replace(fresh, passphrase=wrap)


def new_recovery_key(file: KeyFile, data_key: bytes) -> tuple[KeyFile, str]:
    """Return the key file with a new recovery key, and that key; the one before opens it no more."""
    recovery = recovery_key.make()
    fresh = replace(file, recovery=Wrap(secrets.token_hex(16), "", ""))
    wrap = _wrap(_from_recovery(recovery, fresh), data_key, _bound(file, "recovery"), fresh.recovery.salt)
    return replace(fresh, recovery=wrap), recovery


def checked_passphrase(passphrase: str) -> str:
    """Return a new passphrase as it is kept (NFKC), or refuse it.

    Raises:
        StoreError: it is too short, or holds a key that types no letter.
    """
    words = _tidy(passphrase)
    if any(unicodedata.category(one) in ("Cc", "Cs", "Cn") for one in words):
        raise StoreError("The passphrase holds a key that types no letter (an arrow, a tab); type it again.")
    if len(words) < SHORTEST:
        raise StoreError(
            f"The passphrase is too short: use at least {SHORTEST} characters. Four or five ordinary words do well."
        )
    return words


def key_id(data_key: bytes) -> str:
    """Return a short name of a data key that tells nothing of it."""
    return hashlib.sha256(b"workbench key id" + data_key).hexdigest()[:12]


# Reading and writing


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
        raise _damaged(path) from error
    if not isinstance(read_in, dict):
        raise _damaged(path)
    content = cast("dict[str, Any]", read_in)
    told, version = content.pop("check", ""), content.get("version")
    if content.get("format") == "workbench-key" and isinstance(version, int) and version > VERSION:
        raise StoreError(f"The key file {path} was made by a newer workbench; update the workbench.")
    if content.get("format") != "workbench-key" or version != VERSION or told != sum_of(content):
        raise _damaged(path)
    try:
        return _key_file(content)
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged(path) from error


def unlock(study_path: Path, passphrase: str | None = None, recovery: str | None = None) -> bytes:
    """Return the data key of the study at `study_path`, by passphrase or by recovery key.

    Raises:
        WrongPassphrase: neither opens it.
        StoreError: the key file is missing or damaged, or the recovery key was mistyped.
    """
    file, where = read(study_path), key_path(study_path)
    if recovery is not None:
        return open_by_recovery_key(file, recovery, where)
    return open_by_passphrase(file, passphrase or "", where)


def key_for(study_path: Path, passphrase: str | None) -> bytes:
    """Return the data key of an encrypted study by what was given for it.

    Raises:
        StudyLocked: nothing was given, or not the right passphrase.
        StoreError: the key file is missing or damaged.
    """
    file = read(study_path)
    if passphrase is None:
        raise locked(study_path)
    return open_by_passphrase(file, passphrase, key_path(study_path))


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
        if lengths != (16, 12, _KEY_BYTES + 16):
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


def _damaged(path: Path) -> StoreError:
    return StoreError(
        f"The key file {path} is damaged; put a copy in its place (the workbench keeps one in the folder {BACKUPS})."
    )


# Wrapping


def _tidy(passphrase: str) -> str:
    return unicodedata.normalize("NFKC", passphrase)


def _bound(file: KeyFile, which: str) -> bytes:
    return f"workbench-key\0{VERSION}\0{file.study}\0{which}".encode()


def _from_passphrase(words: str, file: KeyFile) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    derive: Callable[[bytes], bytes] = Argon2id(
        salt=bytes.fromhex(file.passphrase.salt), length=_KEY_BYTES, iterations=file.passes, lanes=file.lanes,
        memory_cost=file.memory_kib,
    ).derive  # fmt: skip
    return derive(words.encode("utf-8", "surrogatepass"))


def _from_recovery(words: str, file: KeyFile) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    salt = bytes.fromhex(file.recovery.salt)
    return HKDF(SHA256(), _KEY_BYTES, salt, b"workbench recovery key").derive(words.replace("-", "").encode())


def _wrap(key: bytes, data_key: bytes, bound: bytes, salt: str) -> Wrap:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    return Wrap(salt, nonce.hex(), AESGCM(key).encrypt(nonce, data_key, bound).hex())


def _unwrap(key: bytes, wrap: Wrap, bound: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key).decrypt(bytes.fromhex(wrap.nonce), bytes.fromhex(wrap.wrapped), bound)


def _checked(file: KeyFile, data_key: bytes, where: Path) -> bytes:
    if key_id(data_key) != file.key:
        raise _damaged(where)
    return data_key


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
