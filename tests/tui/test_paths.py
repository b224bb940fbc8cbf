"""Paths as people type them."""

import os
from pathlib import Path

import pytest

from workbench.errors import WorkbenchError
from workbench.tui.paths import complete, expand, plain


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("Intervju 1.docx", "Intervju 2.docx", "åpning.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "mappe").mkdir()
    return tmp_path


def test_quotes_home_and_addresses_are_resolved(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    one = folder / "Intervju 1.docx"
    for written in (f"'{one}'", f' "{one}" ', f"file://{str(one).replace(' ', '%20')}", "~/Intervju 1.docx"):
        assert expand(written, Path("/")) == [one]
    assert expand(f"'{one}' {str(folder / 'Intervju 2.docx').replace(' ', chr(92) + ' ')}", Path("/")) == [
        one,
        folder / "Intervju 2.docx",
    ]


def test_a_new_beginning_after_a_proposed_path_counts() -> None:
    assert plain("/studie/corpus//tmp/x") == "/tmp/x"
    assert plain("/studie/corpus/~/x") == os.path.expanduser("~/x")


def test_patterns_and_paths_from_the_study_folder(folder: Path) -> None:
    assert [path.name for path in expand("Intervju*.docx", folder)] == ["Intervju 1.docx", "Intervju 2.docx"]
    assert expand("mappe", folder) == [folder / "mappe"]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [("  ", "No path was written"), ("*.odt", "No file fits"), ("mappe/nei/x.txt", "goes wrong"), ("nei.txt", "tab")],
)
def test_what_is_not_there_gets_a_sentence(folder: Path, written: str, sentence: str) -> None:
    with pytest.raises(WorkbenchError, match=sentence):
        expand(str(folder / written) if "mappe" in written else written, folder)


def test_completion_goes_as_far_as_it_is_clear(folder: Path) -> None:
    text, names = complete(f"{folder}/int")
    assert text == f"{folder}/Intervju " and list(names) == ["Intervju 1.docx", "Intervju 2.docx"]
    assert complete(f"{folder}/m") == (f"{folder}/mappe/", ())
    assert complete(f"{folder}/å") == (f"{folder}/åpning.txt", ())
    assert complete(f"{folder}/", folders_only=True) == (f"{folder}/mappe/", ())
    assert complete(f"{folder}/finnes/ikke") == (f"{folder}/finnes/ikke", ())
