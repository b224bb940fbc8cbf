"""Who is quoted: labels, age bands, attributions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import StudyError
from workbench.study.attribution import DEFAULT_TEMPLATES, attribute, check_template, fields
from workbench.study.people import Participant, age_band, check_label

ANE = Participant(1, "g", "P07", {"gender": "Kvinne", "age": "47", "city": " ", "2024": "ja"})


@given(st.integers(0, 120))
def test_an_age_stands_in_its_band_and_never_whole(age: int) -> None:
    for language, teens, childhood in (("nb", "tenårene", "barneårene"), ("en", "teens", "childhood")):
        band = age_band(f" {age} ", language)
        if age < 20:
            assert band == (teens if age > 12 else childhood)
        else:
            assert int("".join(sign for sign in band if sign.isdigit())) == age - age % 10


@pytest.mark.parametrize("age", ["", "-1", "121", "47.5", "førti", "1000", "4 7", "47år"])
def test_other_ages_are_refused(age: str) -> None:
    with pytest.raises(StudyError, match="not an age in whole years"):
        age_band(age, "nb")


def test_attributions() -> None:
    assert attribute(DEFAULT_TEMPLATES["nb"], ANE, "nb") == "Kvinne i 40-årene"
    assert attribute("{gender} {{x}}", ANE, "nb") == "Kvinne {x}"
    assert fields(DEFAULT_TEMPLATES["en"]) == ["gender", "age_band"]
    with pytest.raises(StudyError, match=r"P07 has no value for «city», .* add it to the people table"):
        attribute("{city}", ANE, "nb")
    with pytest.raises(StudyError, match=r"asks for «job», which no participant has. Known: age_band, gender\."):
        check_template("{gender} {job}", {"gender"})


@pytest.mark.parametrize(
    "template", ["{", "}", "{}", "{0}", "{2024}", "{gender!r}", "{gender:>9}", "{a.b}", "{a[0]}", "{gender:{age}}"]
)
def test_templates_that_are_more_than_plain_fields_are_refused(template: str) -> None:
    with pytest.raises(StudyError, match="attribution template"):
        attribute(template, ANE, "nb")


@given(st.text(max_size=20), st.dictionaries(st.sampled_from(["gender", "age", "x"]), st.text(max_size=5)))
def test_a_template_gives_text_or_one_sentence(template: str, attributes: dict[str, str]) -> None:
    try:
        assert isinstance(attribute(template, Participant(1, "g", "P1", attributes), "nb"), str)
    except StudyError as error:
        assert str(error)


def test_labels_are_kept_as_every_name_is() -> None:
    assert check_label(" A\u030ase \n 1 ") == "Åse 1"
    for label, words in ((" \n", "needs a label"), ("x" * 41, "at most 40")):
        with pytest.raises(StudyError, match=words):
            check_label(label)
