"""Texts name the keys in force and the form that a number asks for, whatever text it is."""

import re
from collections.abc import Iterator

import pytest

from workbench import commands, words
from workbench.words import say
from workbench.words.catalogue import CATALOGUE
from workbench.words.history import sentence

_KEY = re.compile(r"\{key:([^{}]*)\}")
_FORM = re.compile(r"\{(?!key:)(\w+):([^{}]*)\}")


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    words.use("nb")
    yield
    words.use("en")
    commands.set_keys({})


def test_a_text_names_the_key_in_force_and_without_one_the_palette() -> None:
    assert say("codebook.undo").startswith("u ")
    commands.set_keys({"app.undo": ("ctrl+z",), "go.carried": ()})
    assert say("codebook.undo").startswith("^z ")
    assert "^p «" in say("edit_turn.waiting", turn=3, count=1)


def test_a_key_that_is_a_brace_breaks_no_text() -> None:
    commands.set_keys({"app.undo": ("left_curly_bracket",)})
    assert "{code}" not in say("coding.dropped", code="Vente")


def test_numbers_choose_their_form() -> None:
    assert say("themes.count", count=1) == "1 tema" and say("themes.count", count=2) == "2 temaer"
    merged = {"code": "A", "to": "B", "count": "1"}
    assert sentence("code.merge", "do", merged).endswith("(1 koding)")
    assert sentence("code.merge", "do", {**merged, "count": "2"}).endswith("(2 kodinger)")
    assert words.counted(say("n.coders"), 1) == "1 som koder" and words.counted(say("n.coders"), 2) == "2 kodere"


@pytest.mark.parametrize("text", CATALOGUE)
def test_keys_and_forms_in_texts_are_whole(text: str) -> None:
    known = {one.id for one in commands.COMMANDS}
    english, bokmaal = (set(_KEY.findall(one)) for one in CATALOGUE[text])
    assert english == bokmaal and english <= known
    for one in CATALOGUE[text]:
        assert all("|" in forms and f"{{{name}}}" in one for name, forms in _FORM.findall(one))
