"""Reading: when a turn counts as looked at, what becomes of that when the text is corrected, and passes."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.study.reading import Gaze, Looked, Pass, Passes, carried, share


def test_what_stands_still_for_three_seconds_was_looked_at() -> None:
    gaze = Gaze()
    assert [gaze.see(at, 0, 100) for at in (0.0, 1.0, 2.0)] == [None, None, None]
    assert gaze.see(3.0, 0, 100) == (0, 100)


def test_slow_scrolling_counts_what_stayed_in_view_and_leafing_counts_nothing() -> None:
    gaze = Gaze()
    found = [gaze.see(float(at), 10 * at, 10 * at + 100) for at in range(6)]
    assert found == [None, None, None, (30, 100), (40, 110), (50, 120)]
    gaze.away()
    assert [gaze.see(float(at), 100 * at, 100 * at + 100) for at in range(10, 20)] == [None] * 10


def test_a_machine_that_slept_saw_nothing() -> None:
    gaze = Gaze()
    assert [gaze.see(at, 0, 9) for at in (0.0, 1.0, 3600.0, 3601.0, 3602.0)] == [None] * 5
    assert gaze.see(3603.0, 0, 9) == (0, 9)


def test_a_turn_is_looked_at_once_all_of_it_was() -> None:
    looked = Looked([(0, 10, True), (11, 30, True), (31, 40, False), (41, 50, True)])
    assert looked.add(0, 20) == [0] and looked.is_open(1)
    # A turn longer than the window is looked at in parts.
    assert looked.add(20, 31) == [1]
    assert (looked.done, looked.of, looked.open_turns) == (29, 38, 1)
    assert looked.next_open(0, 1) == 3 and looked.next_open(3, 1) is None and looked.next_open(3, -1) is None
    assert looked.add(0, 31) == [] and looked.stretches == [(0, 31)]
    assert looked.add(35, 60) == [3] and looked.done == looked.of


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12), st.lists(st.integers(1, 9), max_size=9)
)
def test_looked_agrees_with_a_set_of_places(pairs: list[tuple[int, int]], sizes: list[int]) -> None:
    turns: list[tuple[int, int, bool]] = []
    at = 0
    for size in sizes:
        turns.append((at, at + size, True))
        at += size + 1
    looked, seen = Looked(turns), set[int]()
    whole: list[int] = []
    for one, other in pairs:
        start, end = min(one, other), max(one, other)
        whole += looked.add(start, end)
        seen |= set(range(start, end))
    assert seen == {place for start, end in looked.stretches for place in range(start, end)}
    wanted = [index for index, (start, end, _) in enumerate(turns) if seen.issuperset(range(start, end))]
    assert sorted(whole) == wanted
    assert looked.open_turns == len(turns) - len(wanted)
    assert Looked(turns, looked.stretches).done == looked.done


def test_a_share_is_whole_only_when_all_is() -> None:
    assert [share(0, 9), share(1, 2), share(999, 1000), share(9, 9), share(0, 0)] == [0, 50, 99, 100, 100]


OLD = "Første tur her. Andre tur om været. Tredje tur om bussen som aldri kom."


def test_looks_follow_a_text_that_is_corrected() -> None:
    new = OLD.replace("været", "regnet og vinden")
    begin = OLD.index("Andre")
    found = carried([(0, len(OLD))], OLD, new)
    words = "".join(new[start:end] for start, end in found)
    assert "Første tur her. Andre tur om" in words and "bussen som aldri kom." in words and "regnet" not in words
    assert carried([(0, begin)], OLD, new) == [(0, begin)]
    last = OLD.index("Tredje")
    assert [new[a:b] for a, b in carried([(last, len(OLD))], OLD, new)] == ["Tredje tur om bussen som aldri kom."]
    assert carried([(0, 5), (9, 20)], OLD, OLD) == [(0, 5), (9, 20)]
    assert carried([(0, len(OLD))], OLD, "") == []


@settings(deadline=None)
@given(st.text("ab c", max_size=30), st.text("ab c", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_carried_looks_stay_inside_and_in_order(old: str, new: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(old)), min(other, len(old))))
    found = carried([(start, end)], old, new)
    assert all(0 <= a < b <= len(new) for a, b in found)
    assert all(before[1] < after[0] for before, after in pairwise(found))


def test_passes() -> None:
    none, first = Passes(), Passes((Pass(1, "2026-01-01", ""),))
    done = Passes((Pass(1, "", "2026-01-05"), Pass(2, "2026-02-01", "2026-02-03")))
    assert none.begins(asked=False) and none.ends() and not none.last
    assert not first.begins(asked=True) and first.ends() and first.current == first.passes[0]
    assert done.begins(asked=True) and not done.begins(asked=False) and not done.ends()
    assert (done.finished, done.last, done.newest) == (2, "2026-02-03", done.passes[1])
