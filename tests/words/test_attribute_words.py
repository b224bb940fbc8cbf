"""Attributes of participants are called by Norwegian words on a Norwegian screen; the study keeps one name for each."""

from collections.abc import Iterator

import pytest

from workbench import words
from workbench.words.attributes import attribute_label, template_kept
from workbench.words.history import sentence


@pytest.fixture(autouse=True)
def english_after() -> Iterator[None]:
    yield
    words.use("en")


def test_known_attributes_have_a_word_in_each_language_and_own_ones_keep_theirs() -> None:
    assert (attribute_label("gender"), attribute_label("others_present")) == ("gender", "others present")
    words.use("nb")
    assert (attribute_label("gender"), attribute_label("municipality_size")) == ("kjønn", "kommunestørrelse")
    assert attribute_label("antall_barn") == "antall barn"
    assert sentence("people.set", "do", {"name": "age"}) == "satte alder for en deltaker"


def test_a_template_may_be_written_in_either_language() -> None:
    assert template_kept("{Kjønn} i {aldersgruppe}, {andre_til_stede}") == "{gender} i {age_band}, {others_present}"
    assert template_kept("{gender}, {antall_barn} {") == "{gender}, {antall_barn} {"
