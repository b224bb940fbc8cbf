"""Sessions: the meetings that transcripts come of, with when, how, where, and who was there."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.errors import StudyError

MOST_MINUTES = 24 * 60
# What can be written of a session beside its name.
SESSION_FIELDS = ("held", "mode", "place", "minutes", "present", "state")
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")


class Mode(StrEnum):
    """How people met."""

    UNSET = ""
    IN_PERSON = "in person"
    TELEPHONE = "telephone"
    VIDEO = "video"
    WRITTEN = "written"


class PlaceKind(StrEnum):
    """Where people met; the kind of place, which gives nobody away, and not the place."""

    UNSET = ""
    HOME = "home"
    WORK = "work"
    OFFICE = "office"
    SERVICE = "service"
    PUBLIC = "public"
    OUTDOORS = "outdoors"
    ONLINE = "online"
    OTHER = "other"


class SessionState(StrEnum):
    """Whether the session has been."""

    UNSET = ""
    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting; `held` is a day (ISO 8601) or empty, `present` says who else was there.

    It may have several participants (a couple, a group) and several transcripts, and a transcript several sessions.
    """

    id: int
    guid: str
    name: str
    held: str = ""
    mode: Mode = Mode.UNSET
    place: PlaceKind = PlaceKind.UNSET
    minutes: int | None = None
    present: str = ""
    state: SessionState = SessionState.UNSET
    participants: tuple[str, ...] = ()
    transcripts: tuple[str, ...] = ()


def check_day(text: str) -> str:
    """Return a day such as `2026-03-31` or `31.3.2026` as ISO 8601, or nothing; raise StudyError for anything else."""
    tidy = text.strip()
    if not tidy:
        return ""
    hit = _DAY_FIRST.fullmatch(tidy)
    try:
        if hit:
            return date(int(hit[3]), int(hit[2]), int(hit[1])).isoformat()
        return date.fromisoformat(tidy).isoformat()
    except ValueError as error:
        raise StudyError(f"«{text[:40]}» is no day; write it as 2026-03-31 or 31.3.2026.") from error


def check_minutes(text: str) -> int | None:
    """Return how many minutes a session took, or None; raise StudyError when it is no such number."""
    tidy = text.strip()
    if not tidy:
        return None
    if not (tidy.isascii() and tidy.isdecimal() and len(tidy) < 9 and int(tidy) <= MOST_MINUTES):
        raise StudyError(f"«{text[:40]}» is no number of minutes; use a whole number up to {MOST_MINUTES}.")
    return int(tidy)
