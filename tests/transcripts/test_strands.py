"""Pieces of a text keep where they stand in it, however they are cut and joined."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.transcripts.strands import Strand, join

SOURCE = "I dag er det fint vær, \t sa hun.\nOg så gikk vi. "
stretches = st.tuples(st.integers(0, len(SOURCE)), st.integers(0, len(SOURCE))).map(lambda one: (min(one), max(one)))
strands = st.lists(st.one_of(stretches, st.sampled_from(["", " ", "\n", "…"])), max_size=6)


def made(parts: list[tuple[int, int] | str]) -> Strand:
    whole = Strand()
    for one in parts:
        whole += Strand.glue(one) if isinstance(one, str) else Strand.of(SOURCE, *one)
    return whole


def check(strand: Strand) -> None:
    """Every character that says it stands in the source does."""
    for source, at, length in strand.runs(5):
        assert SOURCE[source : source + length] == strand.text[at - 5 : at - 5 + length]


@given(strands, st.integers(0, 60), st.integers(0, 60), st.sampled_from([" ", "\n", "e"]))
def test_they_do_as_strings_do(parts: list[tuple[int, int] | str], start: int, end: int, sign: str) -> None:
    strand = made(parts)
    text = strand.text
    assert strand.cut(start, end).text == text[start:end]
    assert strand.strip().text == text.strip() and strand.strip(sign).text == text.strip(sign)
    split = strand.split(sign)
    assert [one.text for one in split] == text.split(sign)
    assert join(sign, split).text == text
    for one in (strand, strand.cut(start, end), strand.strip(), *split, join(sign, split)):
        check(one)
