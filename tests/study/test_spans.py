"""Spans against a model: a passage is the set of its offsets."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import StudyError
from workbench.study.spans import Span, covered, gaps, trimmed, union
from workbench.study.transcripts import Role, Transcript, Turn

spans = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
blanks_and_words = st.text(st.one_of(st.sampled_from(" \n\t\u00a0\u2003\u3000å"), st.characters()), max_size=40)


def offsets(*some: Span) -> set[int]:
    return {at for span in some for at in range(span.start, span.end)}


@given(st.lists(spans, max_size=8))
def test_union_covers_the_same_offsets_with_no_neighbours_left(some: list[Span]) -> None:
    joined = union(some)
    assert offsets(*joined) == offsets(*some)
    assert all(left.end < right.start for left, right in pairwise(joined))


@given(st.lists(spans, max_size=8), spans)
def test_gaps_and_what_is_covered_make_up_the_whole(some: list[Span], whole: Span) -> None:
    left = list(gaps(some, whole))
    assert offsets(*left) == offsets(whole) - offsets(*some)
    assert len(offsets(*left)) == sum(map(len, left))
    assert left == sorted(left)
    assert covered(some, whole) == len(offsets(whole) & offsets(*some))


@given(spans, spans)
def test_two_passages(one: Span, other: Span) -> None:
    shared = offsets(one) & offsets(other)
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)
    assert one.holds(other) == (offsets(other) <= offsets(one))
    common = one.common(other)
    assert (offsets(common) if common else set()) == shared
    assert all((at in one) == (at in offsets(one)) for at in range(90))


@given(blanks_and_words, st.data())
def test_trimming_takes_blanks_at_the_ends_only(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = trimmed(text, start, end)
    assert (span.cut(text) if span else "") == text[start:end].strip()


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 4)])
def test_a_passage_holds_a_character(start: int, end: int) -> None:
    with pytest.raises(StudyError, match="at least one character"):
        Span(start, end)


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    words = draw(st.lists(st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=12), min_size=1,
                          max_size=6))  # fmt: skip
    turns: list[Turn] = []
    at = 0
    for number, said in enumerate(words, 1):
        turns.append(Turn(number, at, at + len(said), "P", Role.PARTICIPANT))
        at += len(said) + 1
    return Transcript(1, "g", "P01", "\n".join(words), tuple(turns))


@given(transcripts(), st.data())
def test_every_offset_has_its_turn(transcript: Transcript, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(transcript.text)))
    # The line end after a turn belongs to it.
    expected = max(turn.number for turn in transcript.turns if turn.start <= at)
    assert transcript.turn_at(at).number == expected
    if at < len(transcript.text):
        end = data.draw(st.integers(at + 1, len(transcript.text)))
        touched = [t for t in transcript.turns if offsets(Span(t.start, t.end + 1)) & offsets(Span(at, end))]
        assert list(transcript.turns_of(Span(at, end))) == touched


@given(transcripts(), st.data())
def test_words_are_found_when_they_stand_once(transcript: Transcript, data: st.DataObject) -> None:
    turn = data.draw(st.sampled_from(transcript.turns))
    start = data.draw(st.integers(turn.start, turn.end - 1))
    end = data.draw(st.integers(start + 1, turn.end))
    words = transcript.text[start:end]
    places = [at for at in range(turn.start, turn.end) if transcript.text.startswith(words, at, turn.end)]
    if len(places) == 1:
        assert transcript.find(words, turn.number) == Span(start, end)
    else:
        with pytest.raises(StudyError, match="more than once in P01 turn"):
            transcript.find(words, turn.number)


def test_words_that_are_not_there() -> None:
    transcript = Transcript(1, "g", "P01", "hei\n  ", (Turn(1, 0, 3, "P", Role.PARTICIPANT),))
    with pytest.raises(StudyError, match="no turn 2; it has turns 1–1"):
        transcript.find("hei", 2)
    for words in ("", "hade"):
        with pytest.raises(StudyError, match="are not in P01; quote them exactly"):
            transcript.find(words)
    with pytest.raises(StudyError, match="only blanks"):
        transcript.check(Span(3, 6))
    with pytest.raises(StudyError, match=r"lies outside P01 \(6 characters\)"):
        transcript.check(Span(2, 7))
