"""Acts as sentences."""

from collections.abc import Iterator

import pytest

from workbench import words
from workbench.words.acts import ACTS
from workbench.words.history import full_sentence, sentence, value_name


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    words.use("en")
    yield
    words.use("en")


def test_an_act_taken_back_and_done_again() -> None:
    detail = {"code": "tid", "transcript": "P07", "turn": "3"}
    assert sentence("coding.apply", "do", detail) == "coded P07 turn 3 as «tid»"
    assert sentence("coding.apply", "undo", detail) == "took back: coded P07 turn 3 as «tid»"
    words.use("nb")
    assert full_sentence("coding.apply", "redo", detail) == "Gjorde om igjen: kodet P07 replikk 3 som «tid»."


def test_values_of_closed_sets_speak_the_language() -> None:
    words.use("nb")
    assert sentence("theme.status", "do", {"theme": "Tid", "to": "final"}) == "satte temaet «Tid» til endelig"
    assert (
        sentence("entity.decide", "do", {"kind": "person", "to": "not a name"})
        == "tok en avgjørelse (person): ikke et navn"
    )
    assert sentence("code.rename", "do", {"code": "final", "to": "place"}) == "ga «final» navnet «place»"
    assert value_name("noe annet") == "noe annet"


def test_a_code_moved_to_the_top() -> None:
    assert sentence("code.move", "do", {"code": "Tid", "to": ""}) == "moved «Tid» to the top level"
    assert sentence("code.move", "do", {"code": "Tid", "to": "Dag"}) == "moved «Tid» under «Dag»"


def test_braces_and_missing_particulars_do_no_harm() -> None:
    assert sentence("code.add", "do", {"code": "{0}{code.__class__}"}) == "added the code «{0}{code.__class__}»"
    assert sentence("code.add", "do", {}) == "added the code «–»"
    assert sentence("brand.new", "do", {"verb": "x"}) == "brand.new"


@pytest.mark.parametrize("verb", sorted(key[4:] for key in ACTS if key.startswith("act.")))
def test_every_act_can_be_told(verb: str) -> None:
    for language in words.LANGUAGES:
        words.use(language)
        assert "{" not in full_sentence(verb, "do", {})
