"""What the database refuses, as sentences for the researcher."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from workbench.errors import StoreError, WorkbenchError
from workbench.store import engine


@contextmanager
def told(path: Path) -> Generator[None]:
    """Turn what the database at `path` refuses into a sentence.

    Raises:
        StoreError: it refused.
    """
    try:
        yield
    except engine.DatabaseError as error:
        raise _refused(path, error) from error
    except UnicodeDecodeError as error:
        raise _refused(path, engine.DatabaseError("malformed text")) from error
    except UnicodeEncodeError as error:
        raise StoreError(
            f"«{str(error.object)[:40].encode('ascii', 'replace').decode()}» holds broken characters that cannot be "
            "kept; write it again. Nothing was changed."
        ) from error


def _refused(path: Path, error: Exception) -> WorkbenchError:
    words = str(error)
    if "decode" in words:
        words = "malformed text"  # SQLite's own words would repeat the text, which may be an interviewee's
    if "not a database" in words and engine.is_encrypted(path):
        from workbench.store import key_file

        return key_file.locked(path) if engine.key_path(path).exists() else key_file.missing(path)
    # A search index that cannot be opened is damage too.
    if any(sign in words for sign in ("not a database", "malformed", "vtable constructor failed")):
        return StoreError(f"{path} is damaged or not a study file ({words}); restore a copy. Nothing was changed.")
    if "readonly" in words or "unable to open" in words:
        return StoreError(f"{path} cannot be written to ({words}); check your rights to the folder.")
    if "I/O" in words:
        return StoreError(
            # SQLite may have written the act and only not heard that it is lastingly there.
            f"The disk of {path} failed ({words}); check the disk and the connection to it, and open the study again. "
            "The last act is there whole or not at all; every act before it is kept."
        )
    if "full" in words:
        return StoreError(f"The disk of {path} is full; free some space and try again. Nothing was changed.")
    if "locked" in words:
        return StoreError(f"{path} is in use by another program; try again when it is done. Nothing was changed.")
    return StoreError(f"{path}: the study file refused ({words}). Nothing was changed.")
