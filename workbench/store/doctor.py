"""What this machine does: its SQLite, its disk, its terminal, the parts installed, and how large the study is.

Nothing of it is text of a study, a name or a path, so that the report can be sent to a colleague.
"""

import os
import platform
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from workbench import __version__, settings
from workbench.errors import WorkbenchError
from workbench.store import backups, engine, synced

Value = str | int | float | bool | None
_ROUNDS = 40
_SUSPICIOUSLY_FAST_MS = 0.1
_SLOW_MS = 25.0
_LITTLE_ROOM = 1_000_000_000
COUNTED = (
    "transcript", "turn", "participant", "code", "coding", "theme", "quote", "memo", "entity", "act", "change",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing found: `name` is section and name (`sqlite.version`), `warning` says what is wrong with it, or ""."""

    name: str
    value: Value
    warning: str = ""

    @property
    def section(self) -> str:
        """The section it belongs to."""
        return self.name.partition(".")[0]


def report(study_path: Path | None, key: bytes | None = None) -> list[Fact]:
    """Return all facts; without a study (None) those of its folder and size are left out."""
    found = [*_program(), *_sqlite(), *_terminal(os.environ), *_settings(), *_parts()]
    if study_path is not None:
        found += [*_disk(study_path.parent), *_study(study_path, key)]
    return found


def with_widths(facts: list[Fact], as_reckoned: bool | None) -> list[Fact]:
    """Return facts with what the terminal answered: whether it draws signs as wide as they are reckoned."""
    fact = Fact("terminal.widths", as_reckoned, "widths" if as_reckoned is False else "")
    last = max(at for at, one in enumerate(facts) if one.section == "terminal")
    return [*facts[: last + 1], fact, *facts[last + 1 :]]


def as_data(facts: Sequence[Fact]) -> dict[str, object]:
    """Return facts as one object by section, with the warnings beside them."""
    sections: dict[str, dict[str, Value]] = {}
    for fact in facts:
        sections.setdefault(fact.section, {})[fact.name.partition(".")[2]] = fact.value
    return {**sections, "warnings": [fact.warning for fact in facts if fact.warning]}


def _program() -> list[Fact]:
    old = sys.version_info < (3, 11)
    return [
        Fact("program.workbench", __version__),
        Fact("program.python", platform.python_version(), "old_python" if old else ""),
        Fact("program.system", f"{platform.system()} {platform.release()} {platform.machine()}"),
        Fact("program.encoding", sys.getfilesystemencoding()),
    ]


def _sqlite() -> list[Fact]:
    safe = engine.wal_is_safe()
    return [
        Fact("sqlite.library", "sqlcipher3" if engine.can_encrypt() else "sqlite3"),
        Fact("sqlite.version", ".".join(map(str, engine.LIBRARY_VERSION))),
        Fact("sqlite.log_is_safe", safe, "" if safe else "wal_unsafe"),
        Fact("sqlite.encrypts", engine.can_encrypt()),
    ]


def _terminal(environment: Mapping[str, str]) -> list[Fact]:
    size = shutil.get_terminal_size((0, 0))
    # The process's own: the screens put something of theirs in the place of sys.stdout.
    encoding = (getattr(sys.__stdout__, "encoding", None) or "").lower()
    names = ("TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "LANG", "LC_ALL")
    small = 0 < size.columns < 80 or 0 < size.lines < 24
    return [
        *(Fact(f"terminal.{name.lower()}", environment.get(name, "")) for name in names),
        Fact("terminal.columns", size.columns, "small_terminal" if small else ""),
        Fact("terminal.rows", size.lines),
        Fact("terminal.encoding", encoding, "" if encoding.replace("-", "") == "utf8" else "not_utf8"),
    ]


def _settings() -> list[Fact]:
    there = (settings.config_folder() / "settings.toml").is_file()
    try:
        chosen = settings.load()
    except WorkbenchError:
        return [Fact("settings.file", there), Fact("settings.readable", False, "settings_unreadable")]
    return [
        Fact("settings.file", there),
        Fact("settings.readable", True),
        Fact("settings.language", chosen.language),
        Fact("settings.theme", chosen.theme),
    ]


def _parts() -> list[Fact]:
    """Return every package the workbench uses or can use, and its version; tools of its makers are left out."""
    wanted: dict[str, bool] = {}
    with suppress(metadata.PackageNotFoundError):
        for line in metadata.requires("thematic-workbench") or ():
            name, extra = re.split(r"[\s<>=!~;\[(]", line, maxsplit=1)[0], re.search(r"extra == '(\w+)'", line)
            if extra is None or extra[1] not in ("test", "dev"):
                wanted[name] = wanted.get(name, False) or extra is None
    return [_part(name, needed) for name, needed in sorted(wanted.items())]


def _part(name: str, needed: bool) -> Fact:
    try:
        return Fact(f"parts.{name}", metadata.version(name))
    except metadata.PackageNotFoundError:
        return Fact(f"parts.{name}", None, "part_missing" if needed else "")


# The disk


def _disk(folder: Path) -> list[Fact]:
    kind, _ = synced.file_system(folder.absolute())
    shared = synced.found(folder)
    facts = [
        Fact("disk.file_system", kind or None),
        Fact("disk.shared_by", shared.service if shared else None, _shared_warning(shared)),
    ]
    with suppress(OSError):
        room = shutil.disk_usage(folder)
        facts.append(Fact("disk.free_mb", room.free // 1_000_000, "little_room" if room.free < _LITTLE_ROOM else ""))
        facts.append(Fact("disk.size_mb", room.total // 1_000_000))
    writable = os.access(folder, os.W_OK)
    facts.append(Fact("disk.writable", writable, "" if writable else "not_writable"))
    return facts + (_measured(folder) if writable else [])


def _shared_warning(shared: synced.Shared | None) -> str:
    if shared is None:
        return ""
    return "network" if shared.network else "synced"


def _measured(folder: Path) -> list[Fact]:
    """Measure in the folder itself what a lasting write costs, and what SQLite really does there."""
    try:
        with tempfile.TemporaryDirectory(prefix=".doctor-", dir=folder) as scratch:
            fsync = _median_ms(Path(scratch) / "fsync", _fsyncs)
            mode, level, commit = _commits(Path(scratch) / "commits.workbench")
    except (OSError, WorkbenchError, engine.DatabaseError):
        return [Fact("disk.measured", False, "not_measured")]
    wanted = "wal" if engine.wal_is_safe() else "delete"
    return [
        Fact("disk.measured", True),
        Fact("disk.fsync_ms", fsync, _fsync_warning(fsync)),
        Fact("disk.commit_ms", commit),
        Fact("disk.journal_mode", mode, "" if mode == wanted else "journal_mode"),
        Fact("disk.synchronous", {2: "full", 3: "extra"}.get(level, str(level))),
    ]


def _three_figures(number: float) -> float:
    """Return a time as read at a glance; one on a disk in memory is small, not nothing."""
    return float(f"{number:.3g}")


def _fsync_warning(milliseconds: float) -> str:
    if milliseconds < _SUSPICIOUSLY_FAST_MS:
        return "fsync_fast"
    return "fsync_slow" if milliseconds > _SLOW_MS else ""


def _median_ms(path: Path, rounds: Callable[[Path], list[float]]) -> float:
    return _three_figures(statistics.median(rounds(path)))


def _fsyncs(path: Path) -> list[float]:
    taken: list[float] = []
    with path.open("wb", buffering=0) as file:
        for _ in range(_ROUNDS):
            file.write(b"x" * 4096)
            taken.append(_milliseconds(lambda: os.fsync(file.fileno())))
    return taken


def _commits(path: Path) -> tuple[str, int, float]:
    """Return journal mode, synchronous and the median time of a commit, in a database made as a study is."""
    with closing(engine.connect(path)) as connection:
        engine.prepare(connection, read_only=False)
        mode = str(connection.execute("PRAGMA journal_mode").fetchone()[0])
        level = int(connection.execute("PRAGMA synchronous").fetchone()[0])
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT) STRICT")
        taken = [
            _milliseconds(lambda: connection.execute("INSERT INTO t (words) VALUES ('x')")) for _ in range(_ROUNDS)
        ]
    return mode, level, _three_figures(statistics.median(taken))


def _milliseconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


# The study


def _study(path: Path, key: bytes | None) -> list[Fact]:
    if not path.is_file():
        return [Fact("study.present", False)]
    log = path.with_name(path.name + "-wal")
    facts = [
        Fact("study.present", True),
        Fact("study.size_mb", _megabytes(path.stat().st_size)),
        Fact("study.log_mb", _megabytes(log.stat().st_size if log.exists() else 0)),
        Fact("study.writable", os.access(path, os.W_OK), "" if os.access(path, os.W_OK) else "not_writable"),
        *_backups(path),
    ]
    try:
        with closing(engine.connect_to_read(path, key=key)) as connection:
            facts += [Fact("study.encrypted", key is not None), *_counts(connection)]
    except (WorkbenchError, engine.DatabaseError):
        # Only now: to read the file itself would give up the locks of a study this process has open.
        locked = key is None and engine.is_encrypted(path)
        facts.append(Fact("study.encrypted", locked or key is not None))
        facts.append(Fact("study.readable", False, "" if locked else "study_unreadable"))
    return facts


def _counts(connection: engine.Connection) -> list[Fact]:
    facts = [Fact("study.format", int(connection.execute("PRAGMA user_version").fetchone()[0]))]
    for table in COUNTED:
        count = int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
        facts.append(Fact(f"study.{table}_rows", count))
    return [*facts, Fact("study.readable", True)]


def _backups(path: Path) -> list[Fact]:
    try:
        kept = backups.listed(path)
    except WorkbenchError:
        return [Fact("study.backups", None, "backups_unreadable")]
    return [
        Fact("study.backups", len(kept), "" if kept else "no_backup"),
        Fact("study.backups_mb", _megabytes(sum(one.size for one in kept))),
        Fact("study.newest_backup", kept[0].at.isoformat(" ", "minutes") if kept else None),
    ]


def _megabytes(size: int) -> float:
    return round(size / 1_000_000, 1)
