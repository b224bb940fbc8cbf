"""Days as people say them, in English and Norwegian: `today`, `forrige uke`, `2026-03-01`, `1.3.2026`, `mars`."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta

from workbench.errors import StudyError

Days = tuple[date, date]  # the first day and the day after the last

_DAY = timedelta(days=1)
_MONTHS = (
    ("january", "januar", "jan"), ("february", "februar", "feb"), ("march", "mars", "mar"), ("april", "apr"),
    ("may", "mai"), ("june", "juni", "jun"), ("july", "juli", "jul"), ("august", "aug"),
    ("september", "sep", "sept"), ("october", "oktober", "oct", "okt"), ("november", "nov"),
    ("december", "desember", "dec", "des"),
)  # fmt: skip
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}


def _week(today: date) -> Days:
    monday = today - today.weekday() * _DAY
    return monday, monday + 7 * _DAY


def _month(day: date) -> Days:
    first = day.replace(day=1)
    return first, (first + 32 * _DAY).replace(day=1)


_SAID: dict[str, Callable[[date], Days]] = {
    "today": lambda today: (today, today + _DAY),
    "yesterday": lambda today: (today - _DAY, today),
    "this week": _week,
    "last week": lambda today: _week(today - 7 * _DAY),
    "this month": _month,
    "last month": lambda today: _month(today.replace(day=1) - _DAY),
    "this year": lambda today: (date(today.year, 1, 1), date(today.year + 1, 1, 1)),
    "last year": lambda today: (date(today.year - 1, 1, 1), date(today.year, 1, 1)),
}
_NORWEGIAN = {
    "i dag": "today", "idag": "today", "i går": "yesterday", "igår": "yesterday", "denne uka": "this week",
    "denne uken": "this week", "forrige uke": "last week", "sist uke": "last week", "siste uke": "last week",
    "i forrige uke": "last week", "denne måneden": "this month", "forrige måned": "last month",
    "sist måned": "last month", "i år": "this year", "i fjor": "last year",
}  # fmt: skip
_LAST_DAYS = re.compile(r"(?:the )?(?:last|past|de siste|siste) (\d{1,5}) (?:days?|dager|dagene|døgn)")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_MONTH_NAMED = re.compile(r"([^\W\d_]+)\.?(?: (\d{4}))?")
_BETWEEN = re.compile(r"\s*(?:\.\.+|–|—|\s-\s|\bto\b|\btil\b)\s*")


def days(text: str, today: date) -> Days:
    """Return the first day that `text` means, and the day after its last.

    Raises:
        StudyError: it is no day, week, month or year.
    """
    wanted = " ".join(text.casefold().split())
    named = _SAID.get(_NORWEGIAN.get(wanted, wanted))
    try:
        if named is not None:
            return named(today)
        if hit := _LAST_DAYS.fullmatch(wanted):
            return today - (int(hit[1]) - 1) * _DAY, today + _DAY
        if hit := _ISO.fullmatch(wanted):
            return _written(hit[1], hit[2], hit[3])
        if hit := _DOTTED.fullmatch(wanted):
            return _written(hit[3], hit[2], hit[1])
        if (hit := _MONTH_NAMED.fullmatch(wanted)) and hit[1] in _MONTH_OF:
            return _month(_latest(_MONTH_OF[hit[1]], int(hit[2]) if hit[2] else 0, today))
    except (ValueError, OverflowError) as error:
        raise StudyError(f"There is no day «{text[:40]}».") from error
    raise StudyError(
        f"«{text[:40]}» is no time I know; write 2026-03-31, 31.3.2026, 2026-03, today, last week or last 7 days."
    )


def _written(year: str, month: str | None, day: str | None) -> Days:
    if month is None:
        return date(int(year), 1, 1), date(int(year) + 1, 1, 1)
    if day is None:
        return _month(date(int(year), int(month), 1))
    one = date(int(year), int(month), int(day))
    return one, one + _DAY


def _latest(month: int, year: int, today: date) -> date:
    """Return the first of the month that was meant: of the year given, else the last one that has begun."""
    return date(year or (today.year if month <= today.month else today.year - 1), month, 1)


def period(text: str, today: date) -> tuple[date | None, date | None]:
    """Return what `text` means as (first day, day after the last): one time, or two with `..`, `–`, `to` between.

    Either end may be left out: `2026-03-01..` is from then on.

    Raises:
        StudyError: as `days`, or the end lies before the beginning.
    """
    ends = _BETWEEN.split(text.strip(), maxsplit=1)
    if len(ends) == 1:
        return days(ends[0], today)
    first = days(ends[0], today)[0] if ends[0].strip() else None
    after = days(ends[1], today)[1] if ends[1].strip() else None
    if first and after and after <= first:
        raise StudyError(f"In «{text[:40]}» the end lies before the beginning.")
    return first, after


def as_kept(day: date | None) -> str:
    """Return midnight of a day here as the study keeps times (ISO 8601 in UTC, to the second); empty for None."""
    if day is None:
        return ""
    midnight = datetime.combine(day, time.min)
    # In the first and the last year that can be written there are no time zones.
    with suppress(OverflowError, ValueError, OSError):
        midnight = midnight.astimezone().astimezone(UTC).replace(tzinfo=None)
    return f"{midnight.isoformat()}Z"


def day_here(at: str) -> date:
    """Return the day, on the calendar here, of a time as the study keeps it."""
    return datetime.fromisoformat(at).astimezone().date()


def moment_here(at: str) -> str:
    """Return a time as the study keeps it as date and time, to the second, of the wall clock here; no time stays."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except ValueError:
        return at
