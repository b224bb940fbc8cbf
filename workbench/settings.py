"""Settings of the person at the keyboard, from the environment and a TOML file; the study keeps its own."""

import os
import sys
from dataclasses import dataclass, fields
from pathlib import Path

from workbench.errors import WorkbenchError


@dataclass(frozen=True, slots=True)
class Settings:
    """What one person chose: `coder` as whom they work, `language` of the interface, `theme` of the screens."""

    coder: str = ""
    language: str = "en"
    theme: str = "workbench-dusk"


def config_folder() -> Path:
    """Return the folder for settings, as the platform wants it."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "workbench"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "workbench"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "workbench"


def load() -> Settings:
    """Return the settings: environment (WORKBENCH_CODER…) over file over default.

    Raises:
        WorkbenchError: the settings file is not TOML or names an unknown setting.
    """
    names = {field.name for field in fields(Settings)}
    values: dict[str, str] = {}
    path = config_folder() / "settings.toml"
    if path.is_file():
        import tomllib

        try:
            read = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise WorkbenchError(
                f"The settings in {path} cannot be read ({error}); mend or remove the file."
            ) from error
        unknown = set(read) - names
        if unknown:
            raise WorkbenchError(
                f"{path} has an unknown setting «{min(unknown)}»; known are {', '.join(sorted(names))}."
            )
        for name, value in read.items():
            if not isinstance(value, str):
                raise WorkbenchError(f"The setting «{name}» in {path} must be text in quotation marks.")
            values[name] = value
    for name in names:
        if os.environ.get(f"WORKBENCH_{name.upper()}"):
            values[name] = os.environ[f"WORKBENCH_{name.upper()}"]
    return Settings(**values)
