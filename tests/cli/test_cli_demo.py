"""The demo verb; the demo itself is tested where it is made."""

import importlib
from pathlib import Path

import pytest
from cli_study import Run

import workbench.__main__ as front
from workbench.store.study_file import StudyFile


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Note which folder the screens would open, and make a small study for the demo."""
    folders: list[Path] = []

    def build(folder: Path, *, english: bool = False, progress: object = None) -> Path:
        StudyFile.create(folder, "English demo" if english else "Norsk demo", "nb", "A").close()
        return folder

    def screens(folder: Path, *_: object) -> int:
        folders.append(folder)
        return 0

    monkeypatch.setattr(importlib.import_module("workbench.demo.build"), "build", build)
    monkeypatch.setattr(front, "open_screens", screens)
    return folders


def test_demo_is_made_and_opened(cli: Run, tmp_path: Path, opened: list[Path]) -> None:
    assert cli("demo", tmp_path / "d").code == 0
    assert opened == [tmp_path / "d"]
    assert cli("history", "--study", tmp_path / "d").out.strip().endswith("made the study «Norsk demo»")


def test_a_demo_that_is_there_is_opened_again(cli: Run, tmp_path: Path, opened: list[Path]) -> None:
    first = cli("demo", tmp_path / "d", "--english", "--no-open")
    assert first.code == 0 and "The demo study is in" in first.out and opened == []
    again = cli("demo", tmp_path / "d", "--no-open")
    assert "left as it is" in again.out
    assert cli("demo", tmp_path / "d", "--json").json == {"folder": str(tmp_path / "d"), "made": False}
    assert cli("demo", tmp_path / "d").code == 0 and opened == [tmp_path / "d"]
    assert "English demo" in cli("history", "--study", tmp_path / "d").out


def test_the_folder_is_taken(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "notat.txt").write_text("mitt", encoding="utf-8")
    ran = cli("demo", tmp_path / "d")
    assert ran.code == 1 and "choose a new or an empty folder" in ran.err
    assert [path.name for path in (tmp_path / "d").iterdir()] == ["notat.txt"]
