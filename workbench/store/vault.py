"""The key file beside an encrypted study: the random key of the data, wrapped under passphrase and recovery key.

`study.workbench-key` is JSON. The data key (32 random bytes, what SQLCipher gets) is wrapped by AES-256-GCM twice:
under a key derived from the passphrase by argon2id, and under one derived from the printed recovery key by HKDF. The
associated data of each wrap are the version, the study's GUID and which of the two it is, so that no wrap passes for
another. A new passphrase or recovery key wraps the same data key anew: backups made before still open.
"""

import hashlib
import os
import secrets
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from workbench.errors import StoreError, WrongPassphrase
from workbench.store import recovery_key
from workbench.store.engine import key_path
from workbench.store.key_file import KEY_BYTES, VERSION, KeyFile, Wrap, copy_path, damaged, locked, read, write

SHORTEST = 8
# The second recommendation of RFC 9106, about 0.1 s.
MEMORY_KIB, PASSES, LANES = 65536, 3, 4


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
    data_key = data_key or secrets.token_bytes(KEY_BYTES)
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
        raise damaged(where) from error


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
        raise damaged(where) from error


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


# Wrapping


def _tidy(passphrase: str) -> str:
    return unicodedata.normalize("NFKC", passphrase)


def _bound(file: KeyFile, which: str) -> bytes:
    return f"workbench-key\0{VERSION}\0{file.study}\0{which}".encode()


def _from_passphrase(words: str, file: KeyFile) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    derive: Callable[[bytes], bytes] = Argon2id(
        salt=bytes.fromhex(file.passphrase.salt), length=KEY_BYTES, iterations=file.passes, lanes=file.lanes,
        memory_cost=file.memory_kib,
    ).derive  # fmt: skip
    return derive(words.encode("utf-8", "surrogatepass"))


def _from_recovery(words: str, file: KeyFile) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    salt = bytes.fromhex(file.recovery.salt)
    return HKDF(SHA256(), KEY_BYTES, salt, b"workbench recovery key").derive(words.replace("-", "").encode())


def _wrap(key: bytes, data_key: bytes, bound: bytes, salt: str) -> Wrap:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    return Wrap(salt, nonce.hex(), AESGCM(key).encrypt(nonce, data_key, bound).hex())


def _unwrap(key: bytes, wrap: Wrap, bound: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key).decrypt(bytes.fromhex(wrap.nonce), bytes.fromhex(wrap.wrapped), bound)


def _checked(file: KeyFile, data_key: bytes, where: Path) -> bytes:
    if key_id(data_key) != file.key:
        raise damaged(where)
    return data_key


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
