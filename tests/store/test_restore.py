"""A backup takes the study's place in one step: whatever happens meanwhile, the old study or the new one is there."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from workbench.acts import codebook
from workbench.errors import StoreError, StudyBusy
from workbench.store import backups, engine, restore
from workbench.store.backup_names import Backup, Reason
from workbench.store.schema import VERSION
from workbench.store.study_file import FILE_NAME, StudyFile

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 22, 14, 5, 33)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A study with one code in its backup and two in it."""
    where = tmp_path / "study"
    with StudyFile.create(where, "Regn", "nb", "Ane") as study:
        codebook.add(study, "Før")
        backups.make(study.path, Reason.HAND, now=NOW)
        codebook.add(study, "Etter")
    return where


def codes(folder: Path) -> list[str]:
    with StudyFile.open(folder) as study:
        assert study.value("PRAGMA integrity_check") == "ok"
        return [row["name"] for row in study.live("code")]


def by_hand(folder: Path) -> Backup:
    return next(one for one in backups.listed(folder / FILE_NAME) if one.reason is Reason.HAND)


def test_back_and_forth(folder: Path) -> None:
    done = restore.restore(folder, by_hand(folder), now=NOW + timedelta(hours=1))
    assert codes(folder) == ["Før"]
    assert done.before is not None and done.before.reason is Reason.RESTORE
    with StudyFile.open(folder) as study:
        restore.note(study, done)
        assert study.setting("restored") == "study 2026-11-22 14.05.33 by hand.workbench"
        assert study.rows("SELECT verb FROM act ORDER BY id DESC")[0]["verb"] == "study.restore"
    again = restore.restore(folder, done.before, now=NOW + timedelta(hours=2))
    assert codes(folder) == ["Før", "Etter"]
    with StudyFile.open(folder) as study:
        restore.note(study, again)
    assert sorted(one.name for one in folder.iterdir()) == ["backups", FILE_NAME, f"{FILE_NAME}-desk"]


def test_what_waited_in_the_log_is_not_played_into_the_restored_study(folder: Path) -> None:
    code = """
    import os, sys
    from pathlib import Path
    from workbench.acts import codebook
    from workbench.store.study_file import StudyFile
    study = StudyFile.open(Path(sys.argv[1]))
    for number in range(300):
        codebook.add(study, f"I loggen {number}")
    os._exit(0)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(code), str(folder)], check=True, timeout=60, cwd=ROOT)
    if engine.wal_is_safe():
        assert (folder / f"{FILE_NAME}-wal").stat().st_size
    done = restore.restore(folder, by_hand(folder))
    assert codes(folder) == ["Før"]
    assert done.before is not None and backups.inside(done.before).codes == 302


def test_the_backup_restored_may_be_one_the_rule_would_remove(folder: Path) -> None:
    old = by_hand(folder)
    aged = old.path.rename(old.path.with_name("study 2020-01-01 10.00.00 at close.workbench"))
    for number in range(6):
        shutil.copy(aged, aged.with_name(f"study 2026-1{number % 2}-0{number + 1} 10.00.00 at close.workbench"))
    done = restore.restore(folder, backups.named(folder / FILE_NAME, aged.stem), now=NOW + timedelta(days=1))
    assert codes(folder) == ["Før"] and not aged.exists()
    assert done.before is not None and done.before.path.exists()


def test_somebody_at_the_desk_or_reading(folder: Path) -> None:
    with StudyFile.open(folder), pytest.raises(StudyBusy):
        restore.restore(folder, by_hand(folder))
    with StudyFile.open(folder, read_only=True) as reader:
        reader.live("code")
        if engine.wal_is_safe():
            with pytest.raises(StoreError, match="is being read by another workbench"):
                restore.restore(folder, by_hand(folder))
            assert len(reader.live("code")) == 2
    assert codes(folder) == ["Før", "Etter"]


@pytest.mark.parametrize("what", ["garbage", "cut", "flipped", "other", "newer", "empty"])
def test_a_backup_that_is_no_good_is_refused(folder: Path, what: str) -> None:
    good = by_hand(folder)
    bad = good.path.with_name("study 2026-11-22 15.00.00 by hand.workbench")
    whole = good.path.read_bytes()
    if what == "other":
        with closing(engine.connect(bad)) as other:
            other.execute("CREATE TABLE recipe (name TEXT)")
    elif what == "newer":
        shutil.copy(good.path, bad)
        with closing(engine.connect(bad)) as other:
            other.execute(f"PRAGMA user_version={VERSION + 1}")
    else:
        middle = len(whole) // 8192 * 4096
        flipped = whole[:middle] + bytes(one ^ 255 for one in whole[middle : middle + 4096]) + whole[middle + 4096 :]
        bad.write_bytes({"garbage": os.urandom(20_000), "cut": whole[:-8192], "flipped": flipped, "empty": b""}[what])
    before = (folder / FILE_NAME).read_bytes()
    kept = backups.listed(folder / FILE_NAME)
    with pytest.raises(StoreError, match=r"Nothing was changed\.$"):
        restore.restore(folder, next(one for one in kept if one.path == bad))
    with pytest.raises(StoreError):
        restore.restore_to(folder.parent / "new", next(one for one in kept if one.path == bad))
    assert (folder / FILE_NAME).read_bytes() == before and backups.listed(folder / FILE_NAME) == kept
    assert not (folder.parent / "new").exists()
    assert codes(folder) == ["Før", "Etter"]


@pytest.mark.parametrize("what", ["middle", "header", "cut", "empty", "gone"])
def test_a_study_that_is_damaged_or_gone_is_brought_back(folder: Path, what: str) -> None:
    with StudyFile.open(folder) as study:
        for number in range(200):
            codebook.add(study, f"Kode {number}")
    path = folder / FILE_NAME
    whole = path.read_bytes()
    if what == "gone":
        path.unlink()
    else:
        damaged = {"middle": whole[:8192] + b"\xee" * (len(whole) - 12_288) + whole[-4096:], "empty": b"",
                   "header": b"\0" * 100 + whole[100:], "cut": whole[: len(whole) // 2]}[what]  # fmt: skip
        path.write_bytes(damaged)
    (folder / f"{FILE_NAME}-wal").write_bytes(b"a log of something else")
    done = restore.restore(folder, by_hand(folder), now=NOW + timedelta(hours=1))
    assert codes(folder) == ["Før"]
    assert (done.before, done.damaged is None) == (None, what in ("empty", "gone"))
    if done.damaged is not None:
        assert (done.damaged / FILE_NAME).stat().st_size
        assert done.damaged.name == "damaged 2026-11-22 15.05.33"


def test_without_room_for_the_present_state_nothing_is_restored(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1000})())
    with pytest.raises(StoreError, match="The study is as it was"):
        restore.restore(folder, by_hand(folder))
    assert codes(folder) == ["Før", "Etter"]
    assert len(backups.listed(folder / FILE_NAME)) == 1


STEPS = ("copy_whole", "_keep_present", "held_alone", "put_in_place")


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("step", STEPS)
def test_a_stop_at_each_step_leaves_old_or_new(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, after: bool
) -> None:
    real = getattr(restore, step)

    def stopped(*given: Any, **more: Any) -> Any:
        if after:
            real(*given, **more)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(restore, step, stopped)
    with pytest.raises(StoreError, match="could not be restored"):
        restore.restore(folder, by_hand(folder))
    monkeypatch.undo()
    assert codes(folder) == (["Før"] if (step, after) == ("put_in_place", True) else ["Før", "Etter"])
    assert not [one for one in folder.iterdir() if "converting" in one.name]
    restore.restore(folder, by_hand(folder))
    assert codes(folder) == ["Før"]


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_killed_at_random_moments(folder: Path) -> None:
    code = """
    import os, sys, threading, time
    from pathlib import Path
    from workbench.store import backups, restore
    path = Path(sys.argv[1])
    threading.Thread(target=lambda: (time.sleep(float(sys.argv[2])), os.kill(os.getpid(), 9)), daemon=True).start()
    restore.restore(path.parent, next(one for one in backups.listed(path) if "by hand" in one.name))
    """
    for kill in range(8):
        ran = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(code), str(folder / FILE_NAME), str(0.002 + kill * 0.006)],
            check=False, timeout=60, cwd=ROOT,
        )  # fmt: skip
        assert ran.returncode in (0, -signal.SIGKILL)
        assert codes(folder) in (["Før"], ["Før", "Etter"])
        assert not [one for one in folder.iterdir() if "converting" in one.name]
        if codes(folder) == ["Før"]:
            with StudyFile.open(folder) as study:
                codebook.add(study, "Etter")


def test_to_another_folder(folder: Path, tmp_path: Path) -> None:
    with StudyFile.open(folder):
        restore.restore_to(tmp_path / "deep" / "copy", by_hand(folder))
    assert codes(tmp_path / "deep" / "copy") == ["Før"] and codes(folder) == ["Før", "Etter"]
    with pytest.raises(StoreError, match="already holds a study"):
        restore.restore_to(tmp_path / "deep" / "copy", by_hand(folder))
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be made"):
        restore.restore_to(tmp_path / "file" / "copy", by_hand(folder))


@pytest.mark.skipif(not engine.can_encrypt(), reason="this SQLite cannot encrypt")
def test_an_encrypted_study(tmp_path: Path) -> None:
    where = tmp_path / "locked"
    with StudyFile.create(where, "Regn", "nb", "Ane", passphrase="et langt passord") as study:
        codebook.add(study, "Før")
        key = study.key
        made = backups.make(study.path, Reason.HAND, key=key, now=NOW)
        codebook.add(study, "Etter")
    with pytest.raises(StoreError, match="encrypted, and no key is at hand"):
        restore.restore(where, made)
    done = restore.restore(where, made, key=key)
    assert done.before is not None and engine.is_encrypted(done.before.path)
    with StudyFile.open(where, passphrase="et langt passord") as study:
        assert [row["name"] for row in study.live("code")] == ["Før"]
    restore.restore_to(tmp_path / "copy", made, key=key, key_file=engine.key_path(where / FILE_NAME).read_bytes())
    with StudyFile.open(tmp_path / "copy", passphrase="et langt passord") as study:
        assert [row["name"] for row in study.live("code")] == ["Før"]


@pytest.mark.skipif(not engine.can_encrypt(), reason="this SQLite cannot encrypt")
def test_a_plain_backup_does_not_open_up_an_encrypted_study(folder: Path, tmp_path: Path) -> None:
    plain = by_hand(folder)
    where = tmp_path / "locked"
    with StudyFile.create(where, "Regn", "nb", "Ane", passphrase="et langt passord") as study:
        locked = backups.make(study.path, Reason.HAND, key=study.key)
        key = study.key
    with pytest.raises(StoreError, match="is not encrypted as the study is; restore it to another folder"):
        restore.restore(where, plain, key=key)
    with pytest.raises(StoreError, match="is encrypted, and the study is not; restore it to another folder"):
        restore.restore(folder, locked, key=key)
