"""Every remark of the search is said in Bokmål too."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench import words
from workbench.errors import StudyError
from workbench.study.search_query import parse
from workbench.words.told import translated

PACKAGE = Path(__file__).parents[2] / "workbench"


@pytest.fixture(autouse=True)
def norwegian() -> Iterator[None]:
    words.use("nb")
    yield
    words.use("en")


def _sentences() -> Iterator[str]:
    """Every sentence in the modules of the search that a person may read: those that end in a full stop."""
    places = (*(PACKAGE / "study").glob("search_*.py"), *(PACKAGE / "store" / "search").glob("*.py"))
    for path in places:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                told.update(id(value) for value in node.values)
        for node in ast.walk(tree):
            if id(node) in told:
                continue
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
            elif isinstance(node, ast.JoinedStr):
                yield "".join(str(one.value) if isinstance(one, ast.Constant) else "X" for one in node.values)


def test_every_remark_has_its_bokmaal() -> None:
    said = [one for one in _sentences() if re.match("[A-ZX«]", one) and one.endswith(".") and " " in one]
    assert len(said) > 20
    assert not [one for one in said if translated(one) == one]


@pytest.mark.parametrize("typed", ['"å', "a AND", "NEAR(a", "(a", "*", "who:", "is:x", "a )", "/a", "OR"])
def test_remarks_on_what_is_half_typed_are_said_in_bokmaal(typed: str) -> None:
    for remark in parse(typed).remarks:
        assert translated(remark) != remark


def test_refusals_are_said_in_bokmaal() -> None:
    with pytest.raises(StudyError) as refused:
        parse("/(/")
    assert translated(str(refused.value)).startswith("Det regulære uttrykket /(/ er ikke gyldig")
