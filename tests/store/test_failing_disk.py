"""A disk that is full or fails at any moment: old or new state, a plain sentence, nothing half-written."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROUNDS = {"act": 200, "migrate": 60, "backup": 60}

if os.name == "nt":
    pytest.skip("nothing there limits or replaces what a process writes", allow_module_level=True)


def said(task: str, library: str, folder: Path) -> Counter[str]:
    """Let a researcher work at the failing disk; return how often each sentence was said, paths left out."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(one for one in sys.path if one)}
    if library != "limit":
        env["LD_PRELOAD"] = library
    ran = subprocess.run(
        [sys.executable, str(HERE / "failing_disk_process.py"), task, library, folder / "study", str(ROUNDS[task])],
        capture_output=True, text=True, timeout=300, check=False, env=env,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-3000:]
    found: Counter[str] = Counter()
    for sentence, count in json.loads(ran.stdout).items():
        for word in sentence.split():
            if word.startswith(str(folder)):
                sentence = sentence.replace(word, "X")
        found[sentence] += count
    return found


@pytest.fixture(scope="session")
def failing_disk(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The library that lets calls on the study's files fail."""
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("needs a C compiler, and the dynamic linker of Linux")
    made = tmp_path_factory.mktemp("disk") / "failing_disk.so"
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-o", str(made), str(HERE / "failing_disk.c"), "-ldl"], check=True, timeout=60
    )
    return str(made)


ENDS = (
    "Nothing was changed.", "every act before it is kept.", "The study is as it was.",
    "Check that the folder exists and is yours.", "The backups there are were kept.",
)  # fmt: skip


def check(found: Counter[str], *expected: str) -> None:
    for words in expected:
        assert any(words in sentence for sentence in found), (words, found)
    for sentence in found:
        assert sentence == "" or (sentence.endswith(ENDS) and "\n" not in sentence), sentence
    assert sum(found.values()) - found[""] > found[""] / 4


FAILED, FULL = "The disk of X failed (disk I/O error)", "The disk of X is full; free some space and try again."


def test_acts_on_a_disk_that_fails(tmp_path: Path, failing_disk: str) -> None:
    check(said("act", failing_disk, tmp_path), FAILED, FULL)


def test_migrations_on_a_disk_that_fails(tmp_path: Path, failing_disk: str) -> None:
    check(
        said("migrate", failing_disk, tmp_path), FAILED, FULL, "and the backup before that failed; it was left as it is"
    )


def test_backups_on_a_disk_that_fails(tmp_path: Path, failing_disk: str) -> None:
    failed, full = (f"No backup could be made in X ({why})" for why in ("disk I/O error", "database or disk is full"))
    check(said("backup", failing_disk, tmp_path), failed, full)


@pytest.mark.parametrize("task", ROUNDS)
def test_files_that_may_not_grow(tmp_path: Path, task: str) -> None:
    check(said(task, "limit", tmp_path), "disk I/O error")
