"""Files that are whole on the disk or not there at all, whenever the power goes; and files that are to be gone."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_CHUNK = 1 << 20
_TAILS = ("", "-wal", "-shm", "-journal")


def write_whole(path: Path, data: bytes, *, like: Path | None = None) -> None:
    """Write `data` to `path` by way of a temporary file beside it; `like` is a file whose rights it takes.

    One process at a time writes one path (the desk sees to it), so what a kill left is written over.

    Raises:
        OSError: it cannot be written; what stood at `path` stands there still.
    """
    temporary = path.with_name(f"{path.name}.part")
    try:
        temporary.write_bytes(data)
        if like is not None:
            same_rights(temporary, like)
        put_in_place(temporary, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def put_in_place(temporary: Path, path: Path) -> None:
    """Put a finished file in the place of another, in one step and lastingly.

    Raises:
        OSError: it cannot be done; what stood at `path` stands there still.
    """
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(temporary, path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder written to the disk, where the system can."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def same_rights(path: Path, like: Path) -> None:
    """Give `path` the owner and rights of `like`, as far as one may."""
    with suppress(OSError):
        there = like.stat()
        shutil.copymode(like, path)
        if os.name != "nt":
            os.chown(path, there.st_uid, there.st_gid)


def blank(file: BinaryIO) -> None:
    """Write zeros over a file that has no name any more; one that is named elsewhere is left alone.

    A journalling or copying file system, or a flash disk, may keep the old blocks all the same.
    """
    with suppress(OSError):
        there = os.fstat(file.fileno())
        if there.st_nlink:
            return
        file.seek(0)
        for at in range(0, there.st_size, _CHUNK):
            file.write(bytes(min(_CHUNK, there.st_size - at)))
        file.flush()
        os.fsync(file.fileno())


def remove_blanked(path: Path) -> None:
    """Remove a file, if it is there, and write zeros over what it held.

    Raises:
        OSError: it cannot be removed.
    """
    try:
        # Windows removes no file that is open.
        held = None if os.name == "nt" else path.open("rb+")
    except OSError:
        held = None
    try:
        path.unlink(missing_ok=True)
        if held is not None:
            blank(held)
    finally:
        if held is not None:
            held.close()


def converting(path: Path) -> Path:
    """Return where a database is written anew before it takes the place of the one at `path`.

    Among the backups it is named as a copy that was cut off is, and removed as one.
    """
    return path.with_name(f".{path.name}.part")


def renewed(path: Path) -> Path:
    """Return where a database is written anew from such a copy, when it takes two steps."""
    return path.with_name(f".{path.name}.new.part")


def clear_leftovers(path: Path) -> None:
    """Remove what a conversion of the database at `path` left when it was cut off; nobody else may be converting."""
    for beside in (converting(path), renewed(path)):
        for tail in _TAILS:
            leftover = beside.with_name(beside.name + tail)
            if leftover.exists():
                with suppress(OSError):
                    remove_blanked(leftover)
