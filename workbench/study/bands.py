"""Bands of numbers and days: every value falls in exactly one, by where each band begins."""

import json
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise

from workbench.errors import StudyError
from workbench.study.text import squeeze_name

_WORDS = {
    "nb": ("barneårene", "tenårene", "{low}-årene"),
    "en": ("childhood", "teens", "{low}s"),
}
_NUMBER = r"-?\d+(?:[.,]\d+)?"
_DAY = r"\d{1,2}\.\d{1,2}\.\d{4}"
_BELOW = re.compile(rf"(?:<|under|below)\s*({_DAY}|{_NUMBER})", re.IGNORECASE)
_ABOVE = re.compile(rf"(?:(?:>=|≥|fra|from)\s*({_DAY}|{_NUMBER})|({_DAY}|{_NUMBER})\s*\+)", re.IGNORECASE)
_BETWEEN = re.compile(rf"({_DAY}|{_NUMBER})\s*[-–—]\s*({_DAY}|{_NUMBER})")
_ALONE = re.compile(rf"({_DAY}|{_NUMBER})")
_MOST_BANDS, _MOST_NAME = 60, 60


@dataclass(frozen=True, slots=True)
class Band:
    """A band: its name and the least number in it (days as 20260331), None for the lowest."""

    name: str
    low: Decimal | None


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    low: Decimal | None
    high: Decimal | None  # the last one in it, or (`open`) the first beyond it
    open: bool = False


def band_of(bands: Sequence[Band], number: Decimal) -> str:
    """Return the name of the one band that a number falls in; `bands` are in order, the lowest without an end."""
    lows = [one.low for one in bands[1:] if one.low is not None]
    return bands[bisect_right(lows, number)].name


def decade_of(number: Decimal, language: str) -> str:
    """Return the ten that a number falls in: `40-årene` (nb), `40s` (en); below 20 tenårene and barneårene.

    Below nought, as for no age and no year, it is `−10–0`, the upper end not included.
    """
    low = int((number / 10).to_integral_value(ROUND_FLOOR)) * 10
    child, teens, decade = _WORDS.get(language, _WORDS["en"])
    if low < 0:
        return f"{low}–{low + 10}".replace("-", "−")
    if number < 20:
        return teens if number >= 13 else child
    return decade.format(low=low)


def decade_order(name: str) -> int:
    """Return where the name of a ten stands among others."""
    for place, words in enumerate(zip(*_WORDS.values(), strict=True)):
        if name in words and place < 2:
            return place * 10
    hit = re.match(r"[−-]?\d+", name)
    return int(hit[0].replace("−", "-")) if hit else 10**9


def parse_bands(written: str, *, days: bool = False) -> tuple[Band, ...]:
    """Return the bands of `<30, 30–44, 45+`, of `unge: <30; voksne: 30–44; eldre: 45+`, or of the cuts `30, 45`.

    With `days` years and days are written (`<2020, 2020–2024, 2025+`). Nothing written means no bands of one's own.
    `30–44` before `45+` takes in all below 45.

    Raises:
        StudyError: a part is not understood, or the parts leave something out or overlap.
    """
    if not written.strip():
        return ()
    parts = [squeeze_name(one) for one in re.split(r";|\n" if ";" in written else r",(?!\d)|,(?=\s)|\n", written)]
    parts = [one for one in parts if one]
    if len(parts) > _MOST_BANDS:
        raise StudyError(f"There are at most {_MOST_BANDS} bands, not {len(parts)}.")
    if all(_ALONE.fullmatch(one) for one in parts):
        return _from_cuts([_edge(one, days) for one in parts], days)
    return _joined([_part(one, days) for one in parts])


def _from_cuts(cuts: list[Decimal], days: bool) -> tuple[Band, ...]:
    if any(low >= high for low, high in pairwise(cuts)):
        raise StudyError("The cuts go from small to large, each once, such as 30, 45.")
    names = [f"<{_told(cuts[0], days)}"]
    for low, high in pairwise(cuts):
        names.append(f"{_told(low, days)}–{_told(_before(high, days), days, last=True)}")
    names.append(f"{_told(cuts[-1], days)}+")
    return tuple(Band(name, low) for name, low in zip(names, (None, *cuts), strict=True))


def _part(written: str, days: bool) -> _Part:
    name, _, span = written.rpartition(":")
    span = span.strip()
    name = squeeze_name(name) or span.replace(" ", "").replace("-", "–")
    if len(name) > _MOST_NAME:
        raise StudyError(f"The name «{name[:_MOST_NAME]}…» is too long; use at most {_MOST_NAME} characters.")
    if hit := _BELOW.fullmatch(span):
        return _Part(name, None, _edge(hit[1], days), open=True)
    if hit := _ABOVE.fullmatch(span):
        return _Part(name, _edge(hit[1] or hit[2], days), None)
    if hit := _BETWEEN.fullmatch(span):
        return _Part(name, _edge(hit[1], days), _edge(hit[2], days, last=True))
    raise StudyError(f"«{written[:40]}» is no band; write <30, 30–44, 45+ or name: 30–44.")


def _joined(parts: Sequence[_Part]) -> tuple[Band, ...]:
    if parts[0].low is not None:
        raise StudyError(f"The bands leave out what is below «{parts[0].name}»; begin with one such as <30.")
    if parts[-1].high is not None:
        raise StudyError(f"The bands leave out what is above «{parts[-1].name}»; end with one such as 45+.")
    for one, after in pairwise(parts):
        if one.high is None or after.low is None or not _meet(one, after.low):
            raise StudyError(
                f"The bands «{one.name}» and «{after.name}» leave something out or overlap; let one begin where the "
                "other ends."
            )
        if one.low is not None and one.low > one.high:
            raise StudyError(f"The band «{one.name}» ends before it begins.")
    if len({one.name.casefold() for one in parts}) < len(parts):
        raise StudyError("Two bands have the same name; give each its own.")
    return tuple(Band(one.name, one.low) for one in parts)


def _meet(one: _Part, low: Decimal) -> bool:
    assert one.high is not None
    if low == one.high:
        return True
    if one.open:
        return False
    after = _next_day(one.high) if one.high > 10_000_000 else one.high + 1
    return low == after


def _edge(text: str, days: bool, *, last: bool = False) -> Decimal:
    """Return a number, or a day as 20260331; a year is its first day, as the `last` of a band its last one."""
    if not days:
        if "." in text and text.count(".") > 1:
            raise StudyError(f"«{text}» is no number.")
        return Decimal(text.replace(",", "."))
    if re.fullmatch(r"\d{4}", text):
        return Decimal(int(text) * 10_000 + (1231 if last else 101))
    try:
        day, month, year = map(int, text.split("."))
        date(year, month, day)
    except ValueError as error:
        raise StudyError(f"«{text}» is no year and no day; write 2020 or 31.3.2020.") from error
    return Decimal(year * 10_000 + month * 100 + day)


def _day(number: Decimal) -> date:
    whole = int(number)
    return date(whole // 10_000, whole // 100 % 100, whole % 100)


def _next_day(number: Decimal) -> Decimal:
    day = _day(number) + timedelta(days=1)
    return Decimal(day.year * 10_000 + day.month * 100 + day.day)


def _before(number: Decimal, days: bool) -> Decimal:
    if days:
        day = _day(number) - timedelta(days=1)
        return Decimal(day.year * 10_000 + day.month * 100 + day.day)
    return number - 1 if number == number.to_integral_value() else number


def _told(number: Decimal, days: bool, *, last: bool = False) -> str:
    if not days:
        return f"{number:f}".replace(".", ",")
    day = _day(number)
    whole_year = (12, 31) if last else (1, 1)
    return str(day.year) if (day.month, day.day) == whole_year else f"{day.day}.{day.month}.{day.year}"


def bands_written(bands: Sequence[Band], *, days: bool = False) -> str:
    """Return bands as `parse_bands` reads them, each with its name."""
    found: list[str] = []
    for place, one in enumerate(bands):
        after = bands[place + 1].low if place + 1 < len(bands) else None
        if one.low is None:
            span = f"<{_told(after, days)}" if after is not None else ""
        elif after is None:
            span = f"{_told(one.low, days)}+"
        else:
            span = f"{_told(one.low, days)}–{_told(_before(after, days), days, last=True)}"
        found.append(span if one.name == span else f"{one.name}: {span}")
    return "; ".join(found)


def kept_bands(bands: Sequence[Band]) -> str:
    """Return bands as the study keeps them."""
    return json.dumps([[None if one.low is None else str(one.low), one.name] for one in bands], ensure_ascii=False)


def bands_kept(kept: str) -> tuple[Band, ...]:
    """Return the bands that `kept_bands` wrote; raise ValueError for anything else."""
    try:
        found = tuple(Band(str(name), None if low is None else Decimal(low)) for low, name in json.loads(kept))
    except ArithmeticError as error:
        raise ValueError("no number") from error
    lows = [one.low for one in found[1:]]
    if found and (found[0].low is not None or None in lows):
        raise ValueError("only the lowest band has no beginning")
    return found
