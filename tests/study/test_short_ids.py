"""Row ids as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import StudyError
from workbench.study.ids import from_short, meant, new_id, short, telling_length

ids = st.integers(min_value=0, max_value=(1 << 63) - 1)


@given(ids)
def test_there_and_back(row_id: int) -> None:
    written = short(row_id)
    assert from_short(written) == row_id
    assert from_short(f" {written.upper()} ") == row_id


@pytest.mark.parametrize("text", ["", "  ", "æ12", "12-3", "x\x1b[31m", "١٢"])
def test_other_signs_are_refused(text: str) -> None:
    with pytest.raises(StudyError, match="is not an id"):
        from_short(text)


@given(st.sets(ids, min_size=1, max_size=40))
def test_the_shown_ending_finds_its_row(rows: set[int]) -> None:
    length = telling_length(rows)
    for one in rows:
        assert meant(short(one)[-length:], rows, "coding") == one


def test_a_whole_id_wins_over_a_longer_one_that_ends_so() -> None:
    assert meant("abc", [from_short("abc"), from_short("1abc")], "coding") == from_short("abc")


def test_none_and_several_are_told_apart() -> None:
    rows = [from_short("1zz9"), from_short("2zz9")]
    with pytest.raises(StudyError, match="2 quote ids end in «zz9»"):
        meant("zz9", rows, "quote")
    with pytest.raises(StudyError, match="no quote with the id «q»"):
        meant("q", rows, "quote")


def test_ids_of_one_study_need_few_letters() -> None:
    assert telling_length([new_id() for _ in range(200)]) <= 8
    assert telling_length([]) == 4
