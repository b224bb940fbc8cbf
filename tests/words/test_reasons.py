"""Every reason a finder gives has its words in Norwegian."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench import shield, words
from workbench.words.reasons import reason_in_words

FOUND = {"Found", "Candidate", "named", "_made", "_Shape", "_shape", "_eleven"}


@pytest.fixture(autouse=True)
def bokmaal() -> Iterator[None]:
    words.use("nb")
    yield
    words.use("en")


def _reasons() -> set[str]:
    """Return the English phrases handed on by the finders: strings that begin as reasons do."""
    folder = Path(shield.__file__).parent
    found: set[str] = set()
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            strings: list[ast.expr] = []
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                strings = [*node.args, *(one.value for one in node.keywords)] if name in FOUND else []
            elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "reason":
                strings = [one for one in ast.walk(node.value) if isinstance(one, ast.expr)]
            for one in strings:
                if isinstance(one, ast.Constant) and isinstance(one.value, str) and len(one.value.split()) > 1:
                    found.add(one.value)
    return {one for one in found if one[0].isalpha() and "\\" not in one and "(?" not in one}


def test_every_reason_has_its_words() -> None:
    reasons = _reasons()
    assert "a full name" in reasons and "an age" in reasons
    assert not [one for one in sorted(reasons) if reason_in_words(one) == one]


def test_joined_reasons_and_numbers() -> None:
    assert (
        reason_in_words("a listed name; several people are called so")
        == "et navn i navnelistene; flere heter det samme"
    )
    assert reason_in_words("11 digits read aloud, perhaps only counting") == "11 sifre lest høyt, kanskje bare telling"
    assert reason_in_words("noe eget") == "noe eget"
    words.use("en")
    assert reason_in_words("a date") == "a date"
