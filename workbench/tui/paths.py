"""Paths as people type them: `~`, quotation marks from dragging a file in, patterns, and completion by tab."""

import glob
import os
import shlex
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from workbench.errors import WorkbenchError
from workbench.words import say

_MOST = 200


def plain(text: str) -> str:
    """Return what was typed without blanks and quotation marks around it, `~` and file: addresses resolved."""
    text = text.strip().removeprefix("\ufeff")
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.startswith("file://"):
        text = unquote(urlsplit(text).path)
    # Written on after a path that was proposed, a new beginning counts: a/b//c is /c, a/~/b is ~/b.
    for beginning in ("/~/", "//"):
        text = text[text.rfind(beginning) + 1 :] if beginning in text else text
    return os.path.expanduser(text)


def expand(text: str, base: Path) -> list[Path]:
    """Return the files and folders that were typed: one path, a pattern, or several dragged in; never none.

    A path that is not absolute counts from where the workbench was started, else from `base` (the study folder).

    Raises:
        WorkbenchError: nothing was typed, or nothing is there.
    """
    if not plain(text):
        raise WorkbenchError(say("path.none"))
    found = _at(plain(text), base) or _several(text, base)
    if not found:
        raise WorkbenchError(_missing(plain(text)))
    return found


def _at(text: str, base: Path) -> list[Path]:
    for start in (Path.cwd(), base):
        path = start / text
        try:
            if path.exists():
                return [path]
            if glob.has_magic(text):
                names = sorted(glob.glob(str(path), recursive=True))
                if names:
                    return [Path(name) for name in names]
        except (OSError, ValueError):
            continue
    return []


def _several(text: str, base: Path) -> list[Path]:
    """Read as a shell would what a terminal writes when files are dragged into it."""
    if not any(sign in text for sign in "'\"\\"):
        return []
    try:
        parts = shlex.split(text)
    except ValueError:
        return []
    found = [_at(plain(part), base) for part in parts]
    return [path for paths in found for path in paths] if all(found) else []


def _missing(text: str) -> str:
    if glob.has_magic(text):
        return say("path.no_match", path=text)
    path = Path(text)
    above = next((folder for folder in path.parents if folder.is_dir()), None)
    if above is not None and above != path.parent:
        return say("path.no_folder", path=text, folder=str(above))
    return say("path.missing", path=text)


def complete(text: str, *, folders_only: bool = False) -> tuple[str, Sequence[str]]:
    """Return (the path as far as it is clear, the names it can become) for what was typed so far."""
    tidy = plain(text)
    folder, start = os.path.split(tidy)
    try:
        with os.scandir(folder or ".") as entries:
            names = sorted(
                entry.name + (os.sep if entry.is_dir() else "")
                for entry in entries
                if (entry.is_dir() or not folders_only) and (start.startswith(".") or not entry.name.startswith("."))
            )
    except (OSError, ValueError):
        return text, ()
    fitting = [name for name in names if name.startswith(start)]
    if not fitting:
        fitting = [name for name in names if name.casefold().startswith(start.casefold())]
    if not fitting:
        return text, ()
    common = _common_beginning(fitting)
    better = common if len(common) >= len(start) else start
    return os.path.join(folder, better), fitting[:_MOST] if len(fitting) > 1 else ()


def _common_beginning(names: Sequence[str]) -> str:
    first, last = min(names), max(names)
    same = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:same]
