"""Erasing killed at any moment: the next opening finishes it, and until then nothing of the study is lost."""

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "acts"))

from erasing_study import full_study, left, person, planted
from made_study import content

from workbench.errors import StoreError
from workbench.store import check, erasure
from workbench.store.schema import JOURNALLED
from workbench.store.study_file import StudyFile

if os.name == "nt":
    pytest.skip("no SIGKILL and no fork there", allow_module_level=True)

SCRIPT = Path(__file__).with_name("erasing_process.py")
KILLS = int(os.environ.get("WORKBENCH_KILLS", "100")) // 10
ALSO = ("ternefarvann", "solgt båt sommernatt")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "study"
    full_study(folder).close()
    return folder


@pytest.fixture(scope="module")
def calls(made: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many calls erasing takes when nobody kills it."""
    folder = shutil.copytree(made, tmp_path_factory.mktemp("counted") / "study")
    return int(run("erase", [(Path(folder), 0)])[0])


def run(mode: str, killed: list[tuple[Path, int]]) -> list[str]:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(one for one in sys.path if one)}
    arguments = [str(part) for folder, at in killed for part in (folder, at)]
    done = subprocess.run(
        [sys.executable, str(SCRIPT), mode, "P07", *arguments], env=env, capture_output=True, text=True, check=True
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout.split()


def stands(study: StudyFile) -> list[object]:
    """Return what a study holds, but for hashes of files, which are any number once the person is gone."""
    return [
        (table, *(value for name, value in dict(row).items() if name != "sha256"))
        for table in JOURNALLED
        for row in study.rows(f'SELECT * FROM "{table}" ORDER BY id')
    ]


def test_killed_at_any_moment(made: Path, calls: int, tmp_path: Path) -> None:
    whole = Path(shutil.copytree(made, tmp_path / "whole"))
    with StudyFile.open(whole) as study:
        before = content(study)
        erasure.erase_participant(study, person(study, "P07"), ALSO)
        after = stands(study)
    luck = random.Random(7)
    moments = [luck.randint(1 + calls * one // KILLS, calls * (one + 1) // KILLS) for one in range(KILLS)]
    killed = [(Path(shutil.copytree(made, tmp_path / str(at))), at) for at in moments]
    run("erase", killed)
    again = [(folder, luck.randint(1, calls)) for folder, _ in killed[::3] if marked(folder)]
    run("open", again)
    finished = 0
    for folder, at in killed:
        was_marked = marked(folder)
        with StudyFile.open(folder) as study:
            if not was_marked and content(study) == before:
                erasure.erase_participant(study, person(study, "P07"), ALSO)
            assert stands(study) == after, at
            assert study.desk("erasing") is None
            certificate = erasure.last_certificate(study)
            assert certificate is not None and not certificate.hits and (certificate.checked or not was_marked)
            finished += was_marked
            assert study.undo() is not None and study.redo() is not None
            assert not check.check(study.path, thorough=True)
        assert left(folder, [*planted()[::5], *ALSO]) == [], at
        assert {one.name for one in folder.rglob("*") if ".part" in one.name or "-journal" in one.name} == set()
    assert finished > KILLS // 3


def marked(folder: Path) -> bool:
    from workbench.store import engine

    connection = engine.connect(folder / "study.workbench")
    try:
        return connection.execute("SELECT 1 FROM desk WHERE name = 'erasing'").fetchone() is not None
    finally:
        connection.close()


def half_done(made: Path, folder: Path, calls: int) -> Path:
    shutil.copytree(made, folder)
    run("erase", [(folder, calls // 2)])
    assert marked(folder)
    return folder


def test_it_must_be_finished_before_anybody_reads(made: Path, calls: int, tmp_path: Path) -> None:
    folder = half_done(made, tmp_path / "study", calls)
    with pytest.raises(StoreError, match="has to be finished first"):
        StudyFile.open(folder, read_only=True)
    with StudyFile.open(folder, coder="Bo") as study:
        assert study.value("SELECT name FROM coder WHERE id = ?", (study.coder_id,)) == "Bo"
        certificate = erasure.last_certificate(study)
        assert certificate is not None and certificate.by == "Ane"
    StudyFile.open(folder, read_only=True).close()


def test_what_is_cut_off_again_and_again_is_given_up(made: Path, calls: int, tmp_path: Path) -> None:
    with StudyFile.open(made) as study:
        before = content(study)
    folder = half_done(made, tmp_path / "study", calls)
    for _ in range(2):
        run("open", [(folder, calls // 2)])
        assert marked(folder)
    with pytest.raises(StoreError, match="given up"):
        StudyFile.open(folder)
    with StudyFile.open(folder) as study:
        assert content(study) == before and study.desk("erasing") is None
        assert not erasure.erase_participant(study, person(study, "P07"), ALSO).hits


def test_what_cannot_be_finished_is_given_up_and_said(
    made: Path, calls: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = half_done(made, tmp_path / "study", calls)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 1_000_000))
    with pytest.raises(StoreError, match="free some space"):
        StudyFile.open(folder)
    assert not marked(folder)
    monkeypatch.undo()
    with StudyFile.open(folder) as study:
        assert person(study, "P07") and json.loads(study.live("entity")[0]["forms"])
