"""How one text became another."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.study.differences import Became, difference, in_signs

TEXTS = st.lists(st.sampled_from(["å", "vente", "på", "noen", " ", "  ", "\n", ".", ",", "_", "12"]), max_size=14).map(
    "".join
)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_it(before: str, after: str) -> None:
    found = difference(before, after)
    assert "".join(one.text for one in found if one.became is not Became.ADDED) == before
    assert "".join(one.text for one in found if one.became is not Became.REMOVED) == after
    assert all(one.text for one in found)
    assert (before == after) == all(one.became is Became.KEPT for one in found)


def test_whole_phrases_are_told_not_single_words() -> None:
    told = in_signs(difference("Å nå fram til noen en gang.", "Å nå fram til et menneske en gang."))
    assert told == "Å nå fram til [-noen-]{+et menneske+} en gang."
    assert in_signs(difference("Å nå fram.", "Å nå fram til noen.")) == "Å nå fram{+ til noen+}."
    assert in_signs(difference("a b c d e f", "a x y d e f")) == "a [-b c-]{+x y+} d e f"


def test_texts_with_little_in_common_are_shown_whole() -> None:
    before, after = "Utsagn om å vente på behandling og vedtak.", "Tida mellom å være klar og å få noe av den."
    assert in_signs(difference(before, after)) == f"[-{before}-]{{+{after}+}}"
    assert in_signs(difference("", "nytt")) == "{+nytt+}" and in_signs(difference("gammelt", "")) == "[-gammelt-]"
    assert in_signs(difference("likt", "likt")) == "likt" and difference("", "") == []


def test_endless_texts_do_not_take_endless_time() -> None:
    before, after = "ord " * 50_000, "ord " * 49_999 + "annet"
    assert [one.became for one in difference(before, after)] == [Became.REMOVED, Became.ADDED]
