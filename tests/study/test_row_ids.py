"""Row ids rise, whatever the clock does; GUIDs have one spelling."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.study.ids import IdMaker, canonical_guid, new_guid


@given(st.lists(st.floats(0, 3e9), min_size=1, max_size=50), st.integers(0, 4095))
def test_ids_rise_though_the_clock_goes_back(clock: list[float], device: int) -> None:
    ticks = iter(clock)
    make = IdMaker(device, lambda: next(ticks))
    made = [make() for _ in clock]
    assert made == sorted(set(made))
    assert all(0 <= one < 1 << 63 and (one >> 10) & 0xFFF == device for one in made)


def test_more_ids_than_a_moment_holds() -> None:
    make = IdMaker(5, lambda: 1_800_000_000.0)
    made = [make() for _ in range(5_000)]
    assert made == sorted(set(made)) and all((one >> 10) & 0xFFF == 5 for one in made)


def test_two_machines_do_not_meet() -> None:
    one, other = (IdMaker(device, lambda: 1_800_000_000.0) for device in (1, 2))
    assert {one() for _ in range(3_000)}.isdisjoint(other() for _ in range(3_000))


def test_guids() -> None:
    guid = new_guid()
    assert canonical_guid(f" {{{guid.upper()}}}\n") == guid
    assert canonical_guid("x") is canonical_guid("") is canonical_guid("{}") is None
