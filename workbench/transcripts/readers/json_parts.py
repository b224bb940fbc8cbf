"""JSON read with care: one object or list, no deeper than a transcript is, every value checked before it is used."""

import json
import math
from collections.abc import Mapping
from typing import cast

from workbench.errors import TranscriptError

Object = Mapping[str, object]


def load(text: str, name: str) -> object:
    """Return the value of a JSON text; raise TranscriptError with the line when it is none."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise TranscriptError(
            f"{name} is cut off or damaged (line {error.lineno}: {error.msg}); have the program write it anew."
        ) from error
    except ValueError as error:  # a number of thousands of digits
        raise TranscriptError(f"{name} holds a number of endless length; have the program write it anew.") from error


def one(value: object) -> Object:
    """Return an object as a mapping, anything else as an empty one."""
    return cast(Object, value) if isinstance(value, dict) else {}


def listed(value: object) -> list[object]:
    """Return a list as it is, anything else as an empty one."""
    return cast("list[object]", value) if isinstance(value, list) else []


def many(value: object) -> list[Object]:
    """Return the objects of a list; what is no object is passed over, and what is no list is empty."""
    return [cast(Object, item) for item in listed(value) if isinstance(item, dict)]


def words(value: object) -> str:
    """Return a text, anything else as an empty one."""
    return value if isinstance(value, str) else ""


def real(value: object) -> float | None:
    """Return a finite number, or None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def milliseconds(value: object) -> int | None:
    """Return seconds as milliseconds; None when it is no time below 10,000 hours."""
    seconds = real(value)
    return round(seconds * 1000) if seconds is not None and 0 <= seconds < 3.6e7 else None
