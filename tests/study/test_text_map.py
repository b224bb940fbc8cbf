"""Maps between a text and the same text changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import StudyError
from workbench.study.spans import Span
from workbench.study.text_map import Edit, TextMap, apply

TEXTS = st.text(alphabet="ab å😀\n", max_size=30)


@st.composite
def edited(draw: st.DrawFn, text: str | None = None) -> tuple[str, list[Edit]]:
    old = draw(TEXTS) if text is None else text
    borders = sorted(draw(st.lists(st.integers(0, len(old)), max_size=8)))
    edits = [
        (start, end, draw(st.text(alphabet="xyz😀", max_size=4)))
        for start, end in zip(borders[::2], borders[1::2], strict=False)
    ]
    return old, edits


@given(edited())
def test_kept_characters_stand_where_the_map_says(case: tuple[str, list[Edit]]) -> None:
    old, edits = case
    new, found = apply(old, edits), TextMap.of_edits(len(old), edits)
    back = found.inverse()
    assert (found.old_length, found.new_length) == (len(old), len(new))
    for old_start, new_start, length in found.runs:
        assert old[old_start : old_start + length] == new[new_start : new_start + length]
    for offset, sign in enumerate(old):
        if found.keeps(offset):
            assert new[found.to_new(offset)] == sign
            assert found.to_new(offset + 1, end=True) == found.to_new(offset) + 1
            assert back.to_new(found.to_new(offset)) == offset


@given(edited(), st.data())
def test_maps_compose(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    old, edits = case
    middle = apply(old, edits)
    _, more = data.draw(edited(middle))
    first, second = TextMap.of_edits(len(old), edits), TextMap.of_edits(len(middle), more)
    both = first.compose(second)
    for offset in range(len(old)):
        kept = first.keeps(offset) and second.keeps(first.to_new(offset))
        assert both.keeps(offset) == kept
        if kept:
            assert both.to_new(offset) == second.to_new(first.to_new(offset))


@given(edited())
def test_borders_stay_inside_and_in_order(case: tuple[str, list[Edit]]) -> None:
    old, edits = case
    found = TextMap.of_edits(len(old), edits)
    starts = [found.to_new(offset) for offset in range(len(old) + 1)]
    ends = [found.to_new(offset, end=True) for offset in range(len(old) + 1)]
    assert starts == sorted(starts) and ends == sorted(ends)
    assert all(0 <= one <= found.new_length for one in starts + ends)


@given(edited())
def test_json_and_inverse_round_trip(case: tuple[str, list[Edit]]) -> None:
    old, edits = case
    found = TextMap.of_edits(len(old), edits)
    assert TextMap.from_json(found.as_json()) == found
    assert found.inverse().inverse() == found


def test_an_insertion_at_a_border_stays_outside_and_one_within_comes_in() -> None:
    text = "hun kom hjem"
    before, within, after = (TextMap.of_edits(len(text), [(at, at, "xx ")]) for at in (4, 5, 7))
    assert before.span_to_new(Span(4, 7)) == Span(7, 10)
    assert within.span_to_new(Span(4, 7)) == Span(4, 10)
    assert after.span_to_new(Span(4, 7)) == Span(4, 7)


def test_a_replaced_word_is_followed_and_a_deleted_one_is_gone() -> None:
    text = "hun kom hjem"
    assert TextMap.of_edits(len(text), [(4, 7, "reiste")]).span_to_new(Span(4, 7)) == Span(4, 10)
    assert TextMap.of_edits(len(text), [(4, 8, "")]).span_to_new(Span(4, 7)) is None
    assert TextMap.of_edits(len(text), [(4, 7, "reiste")]).span_to_new(Span(5, 12)) == Span(10, 15)
    assert TextMap.of_edits(len(text), [(4, 7, "reiste")]).span_to_new(Span(0, 6)) == Span(0, 4)


def test_the_same_text_is_the_same_map() -> None:
    assert TextMap.of_edits(5, []).is_same and TextMap.same(0).is_same
    assert not TextMap.of_edits(5, [(0, 1, "x")]).is_same
    assert list(TextMap.of_edits(5, [(0, 1, "xy"), (5, 5, "z")]).gaps) == [(0, 1, 0, 2), (5, 5, 6, 7)]


@pytest.mark.parametrize("edits", [[(3, 5, ""), (4, 6, "")], [(5, 4, "")], [(0, 99, "")], [(4, 5, ""), (1, 2, "")]])
def test_edits_that_overlap_or_lie_outside_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(StudyError):
        TextMap.of_edits(10, edits)


@pytest.mark.parametrize("numbers", [[], [1], [3, 3, 0], [3, 3, 0, 0, 9], [3, 3, 1, 0, 1, 0, 1, 1], [3, 3, 0, 0, 0]])
def test_a_damaged_map_is_refused(numbers: list[int]) -> None:
    with pytest.raises(StudyError):
        TextMap.from_json(numbers)


def test_a_place_outside_is_refused_and_maps_must_meet() -> None:
    with pytest.raises(StudyError):
        TextMap.same(3).to_new(4)
    with pytest.raises(StudyError):
        TextMap.same(3).compose(TextMap.same(4))
