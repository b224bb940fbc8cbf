"""Points in time as they are shown: the study keeps UTC, people read their own clock."""

from datetime import datetime


def local_time(at: str) -> str:
    """Return a stored time (ISO, UTC) as date and time of the wall clock here, to the minute; what is none stays."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at
