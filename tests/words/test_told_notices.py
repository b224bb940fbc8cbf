"""What is noticed in a file that is read is said in Bokmål too: every sentence the readers note is known."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench import words
from workbench.words.told import translated

READERS = Path(__file__).parents[2] / "workbench" / "transcripts"
# Other prose of the package that is no notice, or is put together with one elsewhere.
UNSHOWN = ("The process that reads files", "It stands in ", "It lies inside", "It is a ", "It is not known who",
           "It's ", "Its encoding", "None of these", "X The rows were numbered", "Copy its text", "Somebody in it",
           "The same recording", "Another ")  # fmt: skip


@pytest.fixture(autouse=True)
def norwegian() -> Iterator[None]:
    words.use("nb")
    yield
    words.use("en")


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.sub(r"\{\w*\}", "X", node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else "X" for one in node.values)
    return ""


def _noted() -> Iterator[tuple[str, str]]:
    """Every whole sentence in plain words that a reader appends to its notices or keeps as a constant or in a table."""
    for path in sorted(READERS.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {
            id(part)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr | ast.Raise | ast.JoinedStr)
            and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call))
            for part in ast.walk(node)
            if part is not node
        }
        for node in ast.walk(tree):
            sentence = _text(node)
            if id(node) not in told and re.fullmatch(r"[A-Z«][^\\]* [^\\]* [^\\]*\.", sentence):
                yield f"{path.name}:{node.lineno}", sentence  # type: ignore[attr-defined]


def test_every_notice_of_a_reader_has_its_bokmaal() -> None:
    noted = [(where, re.sub(r"^X(?=[a-z])", "", one)) for where, one in _noted() if not one.startswith(UNSHOWN)]
    assert any("damaged places" in one for _, one in noted) and any("captions roll" in one for _, one in noted)
    wanting = [f"{where}: {one}" for where, one in noted if translated(one) == one and not re.search(r"X\.?$", one)]
    assert not wanting, "\n".join(wanting)


def test_a_file_without_speakers_is_told_in_bokmaal() -> None:
    known = translated("Speaker without a label: the file names no speakers; say whose words they are.")
    assert known == "Taler uten merkelapp: filen nevner ingen talere; si hvem ordene tilhører."
    called = "the file names no speakers; the words are kept as those of P05, after the file name."
    assert "P05" in translated(f"Speaker without a label: {called}") != f"Speaker without a label: {called}"
    assert translated(called) == "filen nevner ingen talere; ordene står som ordene til P05, etter filnavnet."


def test_what_nobody_foresaw_is_told_in_bokmaal() -> None:
    for where, told in (
        ("what is known stands in /k/workbench.log", "det som er kjent, står i /k/workbench.log"),
        ("no log could be written", "ingen logg kunne skrives"),
    ):
        said = translated(
            f"Something went wrong that should not have (KeyError); {where}. "
            "Acts are whole or not at all, so the study is as it was before the last one."
        )
        assert said.startswith(f"Noe gikk galt som ikke skulle det (KeyError); {told}. ") and "whole" not in said


def test_what_a_dry_run_leaves_out_is_told_in_bokmaal() -> None:
    inside = "P07.docx is in the study already, as P07; it would not be imported again."
    assert translated(inside) == "P07.docx er i studien fra før, som P07; den ville ikke blitt importert igjen."
    named = (
        "There is already a transcript called P07; rename the file P07.txt first, or put a corrected file in its place "
        "with `workbench replace`."
    )
    assert "gi filen P07.txt et nytt navn først" in translated(named) and "workbench replace" in translated(named)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_how_codings_would_fare_is_whole_on_a_narrow_screen(language: str) -> None:
    words.use(language)
    choice = f"▌1  {words.say('replace.yes')}  {words.say('replace.fares', sure=180, total=212, ask=32, lost=12)}"
    assert len(choice) < 80
