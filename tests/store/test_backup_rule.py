"""Which backups are kept: whatever there is, the newest stays, what is not ours is not known, and history thins out."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.store.backup_names import (
    DAYS,
    MOST_BYTES_OF_A_DAY,
    MOST_OF_A_DAY,
    WEEKS,
    Backup,
    Reason,
    name_of,
    newest_first,
    read_name,
    to_remove,
)

NOW = datetime(2026, 11, 22, 14, 5, 33)
moments = st.datetimes(NOW - timedelta(days=400), NOW + timedelta(days=2)).map(lambda one: one.replace(microsecond=0))
MADE_BY_THE_RULE = [one for one in Reason if one is not Reason.HAND]


def backup(at: datetime, reason: Reason = Reason.CLOSE, size: int = 1000) -> Backup:
    return Backup(Path(name_of(at, reason)), at, reason, size)


backups = st.lists(
    st.builds(backup, moments, st.sampled_from(Reason), st.sampled_from([1000, 700_000_000])),
    max_size=60, unique_by=lambda one: one.name,
)  # fmt: skip


@given(backups)
def test_what_is_kept(kept: list[Backup]) -> None:
    gone = to_remove(kept, NOW)
    left = [one for one in newest_first(kept) if one not in gone]
    assert set(gone) <= set(kept) and bool(left) == bool(kept)
    if kept:
        assert left[0] == newest_first(kept)[0]
    days = {one.at.date() for one in newest_first(kept)}
    weeks = {one.at.isocalendar()[:2] for one in kept}
    assert {one.at.date() for one in left} >= set(sorted(days, reverse=True)[:DAYS])
    assert {one.at.isocalendar()[:2] for one in left} >= set(sorted(weeks, reverse=True)[:WEEKS])
    assert not [one for one in gone if one.reason is Reason.HAND]
    made = [one for one in left if one.reason is not Reason.HAND]
    assert len(made) <= DAYS + WEEKS + MOST_OF_A_DAY + 2


@given(backups)
def test_thinning_out_again_removes_nothing_more(kept: list[Backup]) -> None:
    gone = to_remove(kept, NOW)
    assert to_remove([one for one in kept if one not in gone], NOW) == []


@given(backups)
def test_the_newest_of_each_kept_day_stays(kept: list[Backup]) -> None:
    gone = to_remove(kept, NOW)
    for day in sorted({one.at.date() for one in kept}, reverse=True)[:DAYS]:
        assert newest_first(one for one in kept if one.at.date() == day)[0] not in gone


def test_a_year_of_work_leaves_a_week_of_days_and_a_month_of_weeks() -> None:
    kept: list[Backup] = []
    for day in range(365):
        for hour in range(8, 17):
            now = datetime(2026, 1, 1) + timedelta(days=day, hours=hour)
            kept.append(backup(now, Reason.WORK))
            gone = set(to_remove(kept, now))
            kept = [one for one in kept if one not in gone]
    now = newest_first(kept)[0].at
    ages = sorted((now.date() - one.at.date()).days for one in kept)
    assert set(range(7)) <= set(ages) and 14 <= max(ages) <= 28
    assert len({one.at.isocalendar()[:2] for one in kept}) == WEEKS
    assert len(kept) <= DAYS + WEEKS + MOST_OF_A_DAY


def test_large_ones_of_a_day_are_fewer() -> None:
    size = MOST_BYTES_OF_A_DAY // 4
    kept = [backup(NOW - timedelta(minutes=30 * number), size=size) for number in range(10)]
    assert to_remove(kept, NOW) == kept[4:]
    huge = [backup(NOW - timedelta(minutes=30 * number), size=size * 9) for number in range(3)]
    assert to_remove(huge, NOW) == huge[1:]


def test_a_holiday_costs_nothing() -> None:
    kept = [backup(NOW - timedelta(days=number)) for number in range(3)]
    assert to_remove(kept, NOW + timedelta(days=300)) == []


def test_the_newest_before_a_migration_stays() -> None:
    first, second = (
        backup(NOW - timedelta(days=300), Reason.MIGRATION),
        backup(NOW - timedelta(days=200), Reason.MIGRATION),
    )
    rest = [backup(NOW - timedelta(days=number)) for number in range(60)]
    gone = to_remove([first, second, *rest], NOW)
    assert first in gone and second not in gone


@given(moments, st.sampled_from(Reason))
def test_a_name_tells_what_it_is(at: datetime, reason: Reason) -> None:
    name = name_of(at, reason)
    assert read_name(Path("somewhere") / name) == Backup(Path("somewhere") / name, at, reason)
    assert not set(name) & set('<>:"/\\|?*') and name.strip(". ") == name


@given(st.lists(moments, min_size=2, max_size=9))
def test_names_sort_by_age(at: list[datetime]) -> None:
    assert sorted(name_of(one, Reason.WORK) for one in at) == [name_of(one, Reason.WORK) for one in sorted(at)]


@pytest.mark.parametrize(
    "name",
    [
        "study.workbench",
        "notes.txt",
        "study 2026-11-22 14.05.33 for Kari.workbench",
        "study 2026-02-30 14.05.33 by hand.workbench",
        "study 2026-11-22 14.05.33 by hand.workbench.part",
        "study 2026-11-22 14.05 by hand.workbench",
        "Kopi av study 2026-11-22 14.05.33 by hand.workbench",
        "study-ab12.workbench-key",
    ],
)
def test_a_file_that_is_none_of_ours_is_not_known(name: str) -> None:
    assert read_name(Path(name)) is None
