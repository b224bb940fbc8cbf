"""A study is moved whole: all of it there before anything is removed here, and what is not ours stays."""

import os
from pathlib import Path
from typing import Any

import pytest

from workbench.acts import codebook
from workbench.errors import StoreError, StudyBusy
from workbench.store import backups, engine, moving
from workbench.store.backup_names import Reason
from workbench.store.study_file import FILE_NAME, StudyFile


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    where = tmp_path / "OneDrive" / "study"
    with StudyFile.create(where, "Regn", "nb", "Ane") as study:
        codebook.add(study, "Regn")
        backups.make(study.path, Reason.HAND)
    (where / "exports" / "for boka").mkdir(parents=True)
    (where / "exports" / "for boka" / "sitater.csv").write_text("a;b")
    (where / "exports" / "sitater.docx").write_text("c")
    return where


def codes(folder: Path) -> list[str]:
    with StudyFile.open(folder) as study:
        assert study.value("PRAGMA integrity_check") == "ok"
        return [row["name"] for row in study.live("code")]


def files(folder: Path) -> list[str]:
    return sorted(str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file())


def test_all_goes_along_and_the_old_folder_is_gone(folder: Path, tmp_path: Path) -> None:
    before = files(folder)
    steps: list[tuple[int, int, str]] = []
    moved = moving.move(folder, tmp_path / "deep" / "new", progress=lambda *step: steps.append(step))
    assert files(moved.folder) == before and moved.left == () and moved.files == 4
    assert not folder.exists() and codes(moved.folder) == ["Regn"]
    assert [step[0] for step in steps] == [0, 1, 2, 3] and steps[-1] == (3, 4, FILE_NAME)
    assert backups.inside(backups.listed(moved.folder / FILE_NAME)[0]).codes == 1


def test_what_is_not_ours_stays(folder: Path, tmp_path: Path) -> None:
    (folder / "P01.docx").write_text("x")
    (folder / "lyd").mkdir()
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "other.txt").write_text("y")
    moved = moving.move(folder, tmp_path / "new")
    assert moved.left == ("P01.docx", "lyd") and files(folder) == ["P01.docx"]
    assert codes(tmp_path / "new") == ["Regn"] and (tmp_path / "new" / "other.txt").exists()


def test_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "taken" / "exports").mkdir(parents=True)
    StudyFile.create(tmp_path / "other", "Sol", "nb", "Ane").close()
    cases = {
        folder: "inside the study's folder or around it", folder / "inner": "inside the study's folder",
        folder.parent: "or around it", tmp_path / "file": "is a file", tmp_path / "file" / "x": "cannot be used",
        tmp_path / "taken": "already holds «exports»", tmp_path / "other": f"already holds «{FILE_NAME}»",
    }  # fmt: skip
    before = files(folder)
    for target, words in cases.items():
        with pytest.raises(StoreError, match=words):
            moving.move(folder, target)
    with pytest.raises(StoreError, match="There is no study in"):
        moving.move(tmp_path, tmp_path / "new")
    assert files(folder) == before and codes(folder) == ["Regn"]
    assert not (tmp_path / "new").exists() and files(tmp_path / "taken") == []


def test_somebody_at_the_desk_or_reading(folder: Path, tmp_path: Path) -> None:
    with StudyFile.open(folder), pytest.raises(StudyBusy):
        moving.move(folder, tmp_path / "new")
    if engine.wal_is_safe():
        with StudyFile.open(folder, read_only=True) as reader:
            reader.live("code")
            with pytest.raises(StoreError, match="is being read by another workbench"):
                moving.move(folder, tmp_path / "new")
    assert not (tmp_path / "new").exists() and codes(folder) == ["Regn"]


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("step", ["_copy_file", "copy_whole", "_check_whole", "put_in_place"])
def test_a_stop_before_the_old_is_removed_leaves_only_the_old(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, after: bool
) -> None:
    real = getattr(moving, step)

    def stopped(*given: Any, **more: Any) -> Any:
        if after:
            real(*given, **more)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(moving, step, stopped)
    before = files(folder)
    with pytest.raises(StoreError, match="No space left on device"):
        moving.move(folder, tmp_path / "new")
    assert files(folder) == before and codes(folder) == ["Regn"] and not (tmp_path / "new").exists()


def test_a_damaged_study_is_not_moved(folder: Path, tmp_path: Path) -> None:
    with StudyFile.open(folder) as study:
        for number in range(200):
            codebook.add(study, f"Kode {number}")
    whole = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(whole[:8192] + b"\xee" * (len(whole) - 12_288) + whole[-4096:])
    with pytest.raises(StoreError, match=r"damaged|malformed"):
        moving.move(folder, tmp_path / "new")
    assert not (tmp_path / "new").exists() and (folder / FILE_NAME).exists()


@pytest.mark.skipif(not engine.can_encrypt(), reason="this SQLite cannot encrypt")
def test_an_encrypted_study_takes_its_key_file_along(tmp_path: Path) -> None:
    with StudyFile.create(tmp_path / "old", "Regn", "nb", "Ane", passphrase="et langt passord") as study:
        key = study.key
    moving.move(tmp_path / "old", tmp_path / "new", key=key)
    assert not (tmp_path / "old").exists() and engine.is_encrypted(tmp_path / "new" / FILE_NAME)
    with StudyFile.open(tmp_path / "new", passphrase="et langt passord") as study:
        assert study.name == "Regn"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_among_the_exports_is_left(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text("x")
    (folder / "exports" / "link.txt").symlink_to(tmp_path / "elsewhere.txt")
    moved = moving.move(folder, tmp_path / "new")
    assert moved.left == ("exports",) and (tmp_path / "elsewhere.txt").exists()
    assert codes(tmp_path / "new") == ["Regn"]
