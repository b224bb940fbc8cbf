"""What backups are called, and which of them are kept: pure rules, no file is touched here.

A name tells local date, time and reason, sorts by age and is legal on every system:
`study 2026-11-22 14.05.33 before merge.workbench`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

FOLDER = "backups"
UNFINISHED = ".part"
_NAME = re.compile(r"study (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) ([a-z ]+)\.workbench")
_WHEN = "%Y-%m-%d %H.%M.%S"

DAYS, WEEKS = 7, 4
BULK = 50  # codings changed at once, from which on a backup is made before it
MOST_OF_A_DAY = 12
MOST_BYTES_OF_A_DAY = 4_000_000_000


class Reason(StrEnum):
    """Why a backup was made; the words stand in its name."""

    CLOSE = "at close"
    WORK = "while working"
    MERGE = "before merge"
    IMPORT = "before import"
    MIGRATION = "before migration"
    RESTORE = "before restore"
    REPAIR = "before repair"
    HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: `at` is the wall clock's time here when it was made, `size` is in bytes."""

    path: Path
    at: datetime
    reason: Reason
    size: int = 0

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name


def name_of(at: datetime, reason: Reason) -> str:
    """Return the name of a backup made then, for that reason."""
    return f"study {at.strftime(_WHEN)} {reason.value}.workbench"


def read_name(path: Path) -> Backup | None:
    """Return the backup that a file's name tells of (without its size), or None for a file that is none of ours."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        return Backup(path, datetime.strptime(found[1], _WHEN), Reason(found[2]))
    except ValueError:
        return None


def newest_first(backups: Iterable[Backup]) -> list[Backup]:
    """Return backups, the newest first."""
    return sorted(backups, key=lambda one: (one.at, one.name), reverse=True)


def to_remove(backups: Sequence[Backup], now: datetime) -> list[Backup]:
    """Return the backups that need not be kept any longer.

    Kept are the newest of each of the last 7 days and of the last 4 weeks that have any, those of the last 24 hours
    (the newest 12 of them, and no more than 4 GB beside the newest), every one made by hand, and the newest one made
    before a migration. Days and weeks without work do not count, so a long holiday costs no backup.
    """
    ordered = newest_first(backups)
    kept = {one.path for one in ordered if one.reason is Reason.HAND}
    kept.update(one.path for one in ordered[:1])
    kept.update([one.path for one in ordered if one.reason is Reason.MIGRATION][:1])
    kept.update(one.path for one in _newest_of_each(ordered, [one.at.date() for one in ordered], DAYS))
    kept.update(one.path for one in _newest_of_each(ordered, [one.at.isocalendar()[:2] for one in ordered], WEEKS))
    kept.update(one.path for one in _of_today(ordered, now))
    return [one for one in ordered if one.path not in kept]


def _newest_of_each(ordered: Sequence[Backup], periods: Sequence[object], most: int) -> list[Backup]:
    found: dict[object, Backup] = {}
    for one, period in zip(ordered, periods, strict=True):
        found.setdefault(period, one)
    return list(found.values())[:most]


def _of_today(ordered: Sequence[Backup], now: datetime) -> list[Backup]:
    young = [one for one in ordered if one.at > now - timedelta(hours=24)][:MOST_OF_A_DAY]
    kept: list[Backup] = []
    room = MOST_BYTES_OF_A_DAY
    for one in young:
        room -= one.size
        if kept and room < 0:
            break
        kept.append(one)
    return kept
