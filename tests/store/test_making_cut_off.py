"""A study whose making was cut off can be made again; somebody else's file is never taken for one."""

import sqlite3
from pathlib import Path

import pytest

from workbench.errors import StoreError
from workbench.store import engine, opening
from workbench.store.schema import migrate
from workbench.store.study_file import FILE_NAME, StudyFile


@pytest.mark.parametrize("stage", ["nothing", "empty database", "tables without a coder"])
def test_what_a_kill_left_is_made_anew(tmp_path: Path, stage: str) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(b"")
    if stage != "nothing":
        connection = engine.connect(path)
        engine.prepare(connection, read_only=False)
        if stage == "tables without a coder":
            migrate(connection)
        connection.close()
    with StudyFile.create(tmp_path, "Studie", "nb", "Anna") as study:
        assert study.name == "Studie"
    with StudyFile.open(tmp_path) as study:
        assert study.language == "nb"


def test_a_study_and_a_strangers_file_are_left_alone(tmp_path: Path) -> None:
    StudyFile.create(tmp_path / "a", "Studie", "nb", "Anna").close()
    (tmp_path / "b").mkdir()
    with sqlite3.connect(tmp_path / "b" / FILE_NAME) as stranger:
        stranger.execute("CREATE TABLE recipe (name TEXT)")
    stranger.close()
    for folder in ("a", "b"):
        before = (tmp_path / folder / FILE_NAME).read_bytes()
        with pytest.raises(StoreError, match="already holds a study"):
            StudyFile.create(tmp_path / folder, "Ny", "nb", "Bo")
        assert (tmp_path / folder / FILE_NAME).read_bytes() == before


def test_a_colleague_who_finished_first_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    StudyFile.create(tmp_path, "Først", "nb", "Anna").close()
    answers = iter([True])
    real = opening.is_unfinished
    monkeypatch.setattr(opening, "is_unfinished", lambda path, key: next(answers, False) or real(path, key))
    with pytest.raises(StoreError, match="already holds a study"):
        StudyFile.create(tmp_path, "Sist", "nb", "Bo")
    with StudyFile.open(tmp_path) as study:
        assert study.name == "Først"
