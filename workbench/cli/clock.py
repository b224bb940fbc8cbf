"""Times as people read them."""

from datetime import datetime


def local_time(at: str) -> str:
    """Return an ISO 8601 time in the time of this machine, to the minute; what is no time stays as it is."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at
