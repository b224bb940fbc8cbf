"""Settings of the person at the keyboard, from the environment and TOML files; the study keeps its own data."""

import contextlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import cast

from workbench.errors import WorkbenchError

# What may stand in a study's folder for everybody who opens it; as whom one works is never taken from there.
STUDY_FILE = "workbench.toml"
_OF_A_PERSON = frozenset({"coder"})
_ON, _OFF = ("1", "true", "yes", "on"), ("0", "false", "no", "off")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "density": ("roomy", "compact"),
    "signs": ("drawn", "plain"),
    "cursor": ("shown", "hidden"),
}
Keys = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """What one person chose.

    `coder`: as whom they work. `language`: of the interface. `theme`: colours of the screens. `density`: "roomy" (a
    blank line between turns) or "compact". `calm`: no motion, no running figures. `signs`: "drawn" (lines and boxes) or
    "plain" (signs of a typewriter, for braille and speech). `cursor`: whether the terminal's own cursor follows the
    caret. `keys`: (command, its keys) in the order written, under `[keys]`.
    """

    coder: str = ""
    language: str = "en"
    theme: str = "workbench-dusk"
    density: str = "roomy"
    calm: bool = False
    signs: str = "drawn"
    cursor: str = "shown"
    keys: Keys = field(default=())


def config_folder() -> Path:
    """Return the folder for settings, as the platform wants it."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "workbench"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "workbench"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "workbench"


def user_file() -> Path:
    """Return the file of the person's own settings."""
    return config_folder() / "settings.toml"


def load(study: Path | None = None) -> Settings:
    """Return the settings: environment (WORKBENCH_CODER…) over the study's folder over the person's file over default.

    Raises:
        WorkbenchError: a settings file is not TOML, names an unknown setting or a value that is none of its choices.
    """
    values = _read(user_file())
    if study is not None:
        ours = _read(study / STUDY_FILE)
        if of_a_person := sorted(_OF_A_PERSON & set(ours)):
            raise WorkbenchError(
                f"{study / STUDY_FILE} sets «{of_a_person[0]}», which belongs in {user_file()}; remove the line there."
            )
        keys = dict(cast(Keys, values.get("keys", ()))) | dict(cast(Keys, ours.get("keys", ())))
        values |= ours | {"keys": tuple(keys.items())}
    for one in fields(Settings):
        told = os.environ.get(f"WORKBENCH_{one.name.upper()}")
        if told and one.name != "keys":
            values[one.name] = _checked(one.name, told, f"the variable WORKBENCH_{one.name.upper()}")
    return Settings(**values)  # pyright: ignore[reportArgumentType]


def _read(path: Path) -> dict[str, object]:
    if not path.is_file():
        return {}
    read = _parsed(path)
    names = {one.name for one in fields(Settings)}
    unknown = set(read) - names
    if unknown:
        raise WorkbenchError(f"{path} has an unknown setting «{min(unknown)}»; known are {', '.join(sorted(names))}.")
    return {
        name: tuple(_keys(value, path)) if name == "keys" else _checked(name, value, str(path))
        for name, value in read.items()
    }


def _parsed(path: Path) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise WorkbenchError(f"The settings in {path} cannot be read ({error}); mend or remove the file.") from error


def _checked(name: str, value: object, where: str) -> object:
    if name == "calm":
        told = str(value).casefold()
        if not isinstance(value, bool | str) or told not in (*_ON, *_OFF):
            raise WorkbenchError(f"The setting «calm» in {where} is true or false.")
        return told in _ON
    if not isinstance(value, str):
        raise WorkbenchError(f"The setting «{name}» in {where} must be text in quotation marks.")
    if name in CHOICES and value not in CHOICES[name]:
        raise WorkbenchError(f"The setting «{name}» in {where} is {' or '.join(CHOICES[name])}, not «{value}».")
    return value


def _keys(table: object, path: Path, before: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (command, keys): `"coding.code" = "c"`, `coding.code = ["c", "f5"]` and `[keys.coding]` mean alike."""
    if not isinstance(table, dict):
        raise WorkbenchError(f'«keys» in {path} is a table: [keys], then lines such as "coding.code" = "c".')
    for name, value in cast("dict[str, object]", table).items():
        if isinstance(value, dict):
            yield from _keys(cast(object, value), path, f"{before}{name}.")
        elif isinstance(value, str):
            yield before + name, tuple(value.split())
        elif isinstance(value, list) and all(isinstance(one, str) for one in cast("list[object]", value)):
            yield before + name, tuple(cast("list[str]", value))
        else:
            raise WorkbenchError(
                f"The keys of «{before}{name}» in {path} must be text in quotation marks, or a list of such."
            )


def keep(name: str, value: str | bool) -> None:
    """Write one setting into the person's file; everything else in it stays as it is, comments too.

    Raises:
        WorkbenchError: the file cannot be read or written, or cannot be changed without touching something else.
    """
    path = user_file()
    before = _read(path)
    text = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    written = _with_line(text, name, ("true" if value else "false") if isinstance(value, bool) else _quoted(value))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".settings", suffix=".toml")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(written)
            if _read(Path(temporary)) != before | {name: value}:
                raise WorkbenchError(f"«{name}» in {path} is written over several lines; change it there by hand.")
            os.replace(temporary, path.resolve())
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise
    except OSError as error:
        raise WorkbenchError(f"The settings in {path} cannot be written ({error.strerror}).") from error


def _quoted(value: str) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


def _with_line(text: str, name: str, value: str) -> str:
    """Put `name = value` in the place of the line that says so, else before the first table."""
    lines = text.splitlines(keepends=True)
    table = next((at for at, line in enumerate(lines) if re.match(r"\s*\[", line)), len(lines))
    for at, line in enumerate(lines[:table]):
        if found := re.match(rf"\s*[\"']?{re.escape(name)}[\"']?\s*=\s*(\"[^\"\\]*\"|'[^']*'|\w+)(\s*#.*)?$", line):
            lines[at] = f"{name} = {value}{found[2] or ''}\n"
            return "".join(lines)
    if table and not lines[table - 1].endswith("\n"):
        lines[table - 1] += "\n"
    return "".join([*lines[:table], f"{name} = {value}\n", *lines[table:]])
