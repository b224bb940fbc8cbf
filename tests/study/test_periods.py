"""Days as people say them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import StudyError
from workbench.study.periods import as_kept, day_here, days, moment_here, period

WEDNESDAY = date(2026, 3, 18)


@pytest.mark.parametrize(
    ("said", "first", "after"),
    [
        ("today", "2026-03-18", "2026-03-19"), ("I dag", "2026-03-18", "2026-03-19"),
        ("i  går", "2026-03-17", "2026-03-18"), ("this week", "2026-03-16", "2026-03-23"),
        ("forrige uke", "2026-03-09", "2026-03-16"), ("last month", "2026-02-01", "2026-03-01"),
        ("denne måneden", "2026-03-01", "2026-04-01"), ("i fjor", "2025-01-01", "2026-01-01"),
        ("last 7 days", "2026-03-12", "2026-03-19"), ("siste 1 dager", "2026-03-18", "2026-03-19"),
        ("2026-02-28", "2026-02-28", "2026-03-01"), ("28.2.2026", "2026-02-28", "2026-03-01"),
        ("2026-2", "2026-02-01", "2026-03-01"), ("2025", "2025-01-01", "2026-01-01"),
        ("mars", "2026-03-01", "2026-04-01"), ("desember", "2025-12-01", "2026-01-01"),
        ("May 2024", "2024-05-01", "2024-06-01"),
    ],
)  # fmt: skip
def test_one_time(said: str, first: str, after: str) -> None:
    assert [one.isoformat() for one in days(said, WEDNESDAY)] == [first, after]


@pytest.mark.parametrize(
    ("said", "first", "after"),
    [
        ("2026-03-01..2026-03-05", "2026-03-01", "2026-03-06"), ("1.3.2026 – 5.3.2026", "2026-03-01", "2026-03-06"),
        ("februar til mars", "2026-02-01", "2026-04-01"), ("last week to today", "2026-03-09", "2026-03-19"),
        ("2026-01-01 - 2026-01-02", "2026-01-01", "2026-01-03"), ("2026-03-01..", "2026-03-01", None),
        ("..i går", None, "2026-03-18"), ("..", None, None),
    ],
)  # fmt: skip
def test_two_times_or_one_end(said: str, first: str | None, after: str | None) -> None:
    assert [one and one.isoformat() for one in period(said, WEDNESDAY)] == [first, after]


@pytest.mark.parametrize(
    "said", ["", "soon", "2026-13-01", "31.2.2026", "0000-01-01", "last 99999999 days", "i morgen"]
)
def test_what_is_no_time(said: str) -> None:
    with pytest.raises(StudyError, match=r"no time I know|no day"):
        days(said, WEDNESDAY)


def test_an_end_before_the_beginning() -> None:
    with pytest.raises(StudyError, match="before the beginning"):
        period("today..yesterday", WEDNESDAY)


@given(st.text(max_size=30))
def test_anything_typed_is_a_time_or_refused(said: str) -> None:
    try:
        first, after = period(said, WEDNESDAY)
    except StudyError:
        return
    assert first is None or after is None or first < after
    assert as_kept(first) == "" or as_kept(first).endswith("Z")


def test_a_day_is_kept_as_midnight_here_and_comes_back() -> None:
    for day in (date(2026, 3, 29), date(2026, 10, 25), date(2026, 1, 1)):
        assert day_here(as_kept(day)) == day
        assert datetime.fromisoformat(as_kept(day)).astimezone(UTC).tzinfo is UTC
        assert moment_here(as_kept(day)) == f"{day.isoformat()} 00:00:00"
    assert as_kept(None) == "" and as_kept(date(1, 1, 1)).startswith("0001-01-01")
