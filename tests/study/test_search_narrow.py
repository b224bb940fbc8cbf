"""A search with one more condition, or about a passage."""

import pytest

from workbench.study.search_narrow import about, narrowed
from workbench.study.search_query import parse
from workbench.study.search_tree import Field, Filter

P07 = Filter(Field.PARTICIPANT, "P07")
SEEN = Filter(Field.CODE, "Å bli sett")


@pytest.mark.parametrize(
    ("typed", "condition", "becomes"),
    [
        ("", P07, "who:P07"),
        ("te kopp", P07, "te kopp who:P07"),
        ("te OR kaffe", P07, "(te OR kaffe) who:P07"),
        ("te who:P01", P07, "te who:P07"),
        ("who:P07", P07, "who:P07"),
        ("te code:Søvn", SEEN, 'te code:Søvn code:"Å bli sett"'),
        ('te hvem:"Ole N"', P07, "te who:P07"),
        ("te hvem:P01 kode:Søvn", P07, "te kode:Søvn who:P07"),
        ("te NOT who:P01", P07, "te NOT who:P01 who:P07"),
        ("te -who:P01", P07, "te -who:P01 who:P07"),
        ("te is:coded", Filter(Field.IS, "uncoded"), "te is:uncoded"),
        ("(te who:P01)", P07, "(te who:P01) who:P07"),
        ("(te OR who:P01)", P07, "((te OR who:P01)) who:P07"),
        ("/te (/", P07, "/te (/ who:P07"),
    ],
)
def test_a_condition_is_added(typed: str, condition: Filter, becomes: str) -> None:
    assert narrowed(typed, condition) == becomes


def test_what_is_added_is_understood() -> None:
    assert parse(narrowed("te OR kaffe", SEEN)).tree == parse('(te OR kaffe) AND kode:"Å bli sett"').tree


@pytest.mark.parametrize(
    ("passage", "search"),
    [
        ("Nattvakta", "nattvakta"),
        ("«en kopp\nte», sa hun.", '"en kopp te sa hun"'),
        ("e-post", '"e post"'),
        ("OR", "or"),
        (" … – ", ""),
        ("", ""),
    ],
)
def test_a_search_about_a_passage(passage: str, search: str) -> None:
    assert about(passage) == search
    if search:
        assert parse(search).tree is not None
