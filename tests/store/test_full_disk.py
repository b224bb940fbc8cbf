"""A full disk: said as such, nothing lost, and what is there can still be read."""

from pathlib import Path

import pytest

from workbench.errors import StoreError
from workbench.store import engine
from workbench.store.desk_lock import DeskLock
from workbench.store.study_file import FILE_NAME, StudyFile


def test_the_desk_says_that_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = engine.connect

    def crammed(path: Path, timeout: float) -> engine.Connection:
        connection = real(path, timeout=timeout)
        connection.execute("PRAGMA max_page_count=1")
        return connection

    monkeypatch.setattr(engine, "connect", crammed)
    with pytest.raises(StoreError, match="is full; free some space"):
        DeskLock(tmp_path / FILE_NAME)


def test_a_study_beside_whose_file_nothing_fits_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    StudyFile.create(tmp_path, "Full", "nb", "Anna").close()
    (tmp_path / f"{FILE_NAME}-wal").touch()
    real = engine.connect

    class Failing:
        def execute(self, _: str) -> None:
            raise engine.OperationalError("disk I/O error")

        def close(self) -> None: ...

    monkeypatch.setattr(engine, "connect", lambda path, **more: real(path, **more) if "more" in more else Failing())
    connection = engine.connect_to_read(tmp_path / FILE_NAME)
    assert connection.execute("SELECT value FROM setting WHERE name = 'name'").fetchone()[0] == "Full"
    connection.close()
    (tmp_path / f"{FILE_NAME}-wal").write_bytes(b"waiting")
    told = r"was not closed in order, and its folder takes no file .* open it once where"
    with pytest.raises(StoreError, match=told):
        engine.connect_to_read(tmp_path / FILE_NAME)


def test_letters_gone_bad_on_the_disk_are_damage(tmp_path: Path) -> None:
    StudyFile.create(tmp_path, "Skade", "nb", "Anna").close()
    with StudyFile.open(tmp_path) as study:
        study.db.execute("UPDATE setting SET value = CAST(x'ff41fe' AS TEXT) WHERE name = 'name'")
        with pytest.raises(StoreError, match="is damaged or not a study file") as told:
            _ = study.name
    assert "A" not in str(told.value).partition("(")[2]
