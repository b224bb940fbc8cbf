"""Word, clause and sentence at any place of any text."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.study import units

speech = st.text(
    st.one_of(st.sampled_from(" \n.,!?…:;–—-'’»«()[]\"æøåÆabc1"), st.characters(exclude_categories=["Cs"])), max_size=80
)
FINDERS = (units.word_at, units.clause_at, units.sentence_at)


@given(speech, st.data())
@example("Hei. Da.", None)
def test_a_unit_is_where_the_caret_is(text: str, data: st.DataObject | None) -> None:
    offsets = range(len(text) + 1) if data is None else [data.draw(st.integers(0, len(text)))]
    for offset in offsets:
        for find in FINDERS:
            start, end = find(text, offset)
            assert 0 <= start <= end <= len(text)
            if offset == len(text):
                continue
            assert start < end
            if text[offset].isspace():
                assert start <= offset < end or not text[offset:start].strip()
            else:
                assert start <= offset < end
        assert units.word_at(text, offset)[0] <= offset


@given(speech, st.data())
def test_a_word_lies_in_its_clause_and_the_clause_in_its_sentence(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    (clause, clause_end), (sentence, sentence_end) = units.clause_at(text, offset), units.sentence_at(text, offset)
    assert sentence <= clause and clause_end <= sentence_end
    assert "\n" not in text[sentence:sentence_end].strip()


@given(speech, st.data())
def test_steps_go_forwards_and_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    for step in (units.next_word, units.next_sentence):
        assert offset < step(text, offset) <= len(text) or offset == len(text) == step(text, offset)
    for step in (units.previous_word, units.previous_sentence):
        assert 0 <= step(text, offset) < offset or offset == 0 == step(text, offset)
    at, seen = 0, 0
    while at < len(text):
        at, seen = units.next_sentence(text, at), seen + 1
        assert seen <= len(text)


def test_as_a_reader_would_select() -> None:
    text = "Det er 3,5 timer, sa hun. «Hva?» Så gikk e-posten, ja."
    cut = [text[slice(*find(text, text.index("timer")))] for find in FINDERS]
    assert cut == ["timer", "Det er 3,5 timer,", "Det er 3,5 timer, sa hun."]
    assert text[slice(*units.word_at(text, text.index("posten")))] == "e-posten"
    assert text[slice(*units.sentence_at(text, text.index("Hva")))] == "«Hva?»"


@pytest.mark.parametrize("sign", ["a", ".", " ", "\n", "-", "å-", "a. "])
def test_huge_texts_cost_no_more_than_small_ones(sign: str) -> None:
    text = sign * (600_000 // len(sign)) + "x"
    began = time.perf_counter()
    for offset in (0, 299_999, len(text) - 2, len(text)):
        for find in (*FINDERS, units.previous_word, units.previous_sentence, units.next_sentence):
            find(text, offset)
    assert time.perf_counter() - began < 1.0
