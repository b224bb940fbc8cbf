"""Backups, restoring, checking, the doctor and moving on the command line; exit codes that mean something."""

import os
import shutil
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cli_study import Run

from workbench.cli import terminal_width
from workbench.store import backups, engine
from workbench.store.backup_names import Reason
from workbench.store.keeper import EVERY
from workbench.store.study_file import FILE_NAME, StudyFile

PASSPHRASE = "et langt passord"


def tamper(study: Path, sql: str) -> None:
    with closing(engine.connect(study / FILE_NAME)) as other:
        other.execute(sql)


def names(on: Run) -> set[str]:
    return {one["name"] for one in on("codes", "--json").json}


@pytest.fixture
def bare(study: Path) -> Path:
    """The study without the backup that its making left."""
    shutil.rmtree(study / "backups", ignore_errors=True)
    return study


def test_made_listed_and_restored(on: Run, bare: Path) -> None:
    assert "There is no backup of this study yet" in on("backups").out
    assert on("backups", "--json").json == []
    made = on("backup", "--json").json
    assert Path(made["file"]).is_file() and made["size"] == Path(made["file"]).stat().st_size
    assert on("codes", "add", "Håp").code == 0
    (row,) = on("backups", "--json").json
    assert (row["number"], row["name"], row["reason"], row["transcripts"], row["codings"]) == (
        1, Path(made["file"]).name, "by hand", 2, 3,
    )  # fmt: skip
    assert row["error"] is None and row["last"] and datetime.fromisoformat(row["at"])
    assert "by hand" in on("backups").out
    done = on("restore", "1", "--json").json
    assert done["backup"] == row["name"] and "before restore" in done["kept"] and done["damaged"] is None
    assert "Håp" not in names(on)
    assert on("history", "--limit", "1", "--json").json[0]["verb"] == "study.restore"
    back = on("restore", done["kept"])
    assert back.code == 0 and "As it was before it is kept in study" in back.out
    assert "Håp" in names(on)


def test_restored_to_another_folder(on: Run, bare: Path, tmp_path: Path, cli: Run) -> None:
    on("backup")
    on("codes", "add", "Håp")
    assert on("restore", "1", "--to", tmp_path / "copy").code == 0
    assert "Håp" in names(on)
    assert "Håp" not in {one["name"] for one in cli("codes", "--json", "--study", tmp_path / "copy").json}
    again = on("restore", "1", "--to", tmp_path / "copy")
    assert again.code == 1 and "already holds a study" in again.err


def test_what_restore_refuses(on: Run, bare: Path) -> None:
    assert "There is no backup in" in on("restore", "1").err
    on("backup")
    for wanted in ("2", "0", "x"):
        ran = on("restore", wanted)
        assert ran.code == 1 and f"There is no backup «{wanted}»" in ran.err
    with StudyFile.open(bare):
        ran = on("restore", "1")
        assert ran.code == 1 and "is open in another workbench" in ran.err
        # To look, and to make one more, nobody need leave the desk.
        assert on("backup").code == on("backups").code == on("check").code == on("doctor").code == 0
    for verb in ("backup", "restore 1", "move x", "check --repair"):
        assert on(*verb.split(), "--read-only").code == 2
    backups.listed(bare / FILE_NAME)[0].path.write_bytes(b"rot" * 2000)
    assert on("restore", "1").code == 1
    assert on("backups", "--json").json[0]["error"] == "cannot be read" and "cannot be read" in on("backups").out


def test_a_study_that_cannot_be_opened_is_restored(on: Run, bare: Path) -> None:
    on("backup")
    (bare / FILE_NAME).write_bytes(b"rot" * 5000)
    assert on("codes").code == 1 and on("check").code == 4
    done = on("restore", "1")
    assert done.code == 0 and "The damaged file is kept in" in done.out
    assert on("codes").code == on("check").code == 0
    (bare / FILE_NAME).unlink()
    assert on("restore", "1").code == 0 and on("codes").code == 0


def test_a_check_and_a_repair(on: Run, bare: Path) -> None:
    sound = on("check")
    assert sound.code == 0 and "Nothing is wrong with the study." in sound.out
    tamper(bare, "UPDATE code SET status = 'borte' WHERE name = 'Savn'")
    found = on("check", "--json")
    wrong = next(one for one in found.json if one["matter"] == "value")
    assert found.code == 3 and (wrong["severity"], wrong["count"], wrong["repairable"]) == ("wrong", 1, True)
    assert wrong["places"][0]["where"] == "Savn" and wrong["repaired"] is False
    told = on("check", "--thorough")
    assert told.code == 3 and "– code " in told.out and "workbench check --repair" in told.out
    codes = on("codes")
    assert codes.code == 1 and "of «code» in the study file cannot be read" in codes.err
    assert "Run `workbench check`." in codes.err and not codes.out
    mended = on("check", "--repair")
    assert mended.code == 0 and "Repaired  1 row holds" in mended.out
    assert on("codes").code == 0 and on("history", "--limit", "1", "--json").json[0]["verb"] == "study.repair"
    assert any(one["reason"] == "before repair" for one in on("backups", "--json").json)
    with StudyFile.open(bare):
        tamper_again = on("check", "--repair")
        assert tamper_again.code == 0


def test_in_norwegian(on: Run, bare: Path) -> None:
    tamper(bare, "UPDATE coding SET level = 'dypt'")
    told = on("check", "--language", "nb").out
    assert "3 rader har en verdi som denne arbeidsbenken ikke kjenner" in told and "ting er galt" in told
    assert "kan ikke leses; et annet program" in on("codings", "--language", "nb").err


def test_the_doctor(on: Run, study: Path, cli: Run, tmp_path: Path) -> None:
    told = on("doctor", "--json").json
    assert told["sqlite"]["version"] == ".".join(map(str, engine.LIBRARY_VERSION))
    assert told["study"]["coding_rows"] == 3 and told["disk"]["fsync_ms"] > 0 and told["terminal"]["widths"] is None
    assert "write-ahead log is safe" in on("doctor").out
    assert cli("doctor", "--json", "--study", tmp_path / "nowhere").json["sqlite"]
    assert "Savn" not in on("doctor").out and str(study) not in on("doctor", "--json").out


def test_moving(on: Run, study: Path, tmp_path: Path, cli: Run) -> None:
    (study / "notes.txt").write_text("x")
    refused = on("move", study / "inner")
    assert refused.code == 1 and "inside the study's folder" in refused.err
    moved = on("move", tmp_path / "new", "--json").json
    assert moved["folder"] == str(tmp_path / "new") and moved["left"] == ["notes.txt"] and moved["files"] > 1
    assert cli("codings", "--study", tmp_path / "new").code == 0
    assert on("codings").code == 1 and (study / "notes.txt").exists()
    (tmp_path / "Dropbox").mkdir()
    again = cli("move", tmp_path / "Dropbox" / "s", "--study", tmp_path / "new")
    assert again.code == 0 and "in a folder that Dropbox keeps in step" in again.err


def test_a_shared_folder_is_told_of_once(on: Run, study: Path) -> None:
    (study / ".stfolder").mkdir()
    assert "Syncthing keeps in step" in on("codes").err
    first = on("codes", "add", "Håp")
    assert first.code == 0 and first.err.count("Syncthing") == 1
    assert on("codes").err == on("codes", "add", "Tro").err == ""


def test_backups_beside_the_work(on: Run, bare: Path) -> None:
    def reasons() -> list[Reason]:
        return [one.reason for one in backups.listed(bare / FILE_NAME)]

    on("codes", "add", "Håp")
    on("codes", "add", "Tro")
    assert reasons() == [Reason.CLOSE]
    (only,) = backups.listed(bare / FILE_NAME)
    earlier = only.at - EVERY - timedelta(minutes=1)
    only.path.rename(only.path.with_name(f"study {earlier:%Y-%m-%d %H.%M.%S} at close.workbench"))
    on("codes")
    assert reasons() == [Reason.CLOSE]
    on("codes", "add", "Kjærlighet")
    assert reasons() == [Reason.CLOSE] * 2
    on("codebook", "export", bare / "b.yaml")
    on("codebook", "import", bare / "b.yaml")
    assert set(reasons()) <= {Reason.CLOSE, Reason.IMPORT}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_failing_backup_stops_no_work(on: Run, bare: Path) -> None:
    (bare / "backups").mkdir(mode=0o555)
    ran = on("codes", "add", "Håp")
    assert ran.code == 0 and ran.err.count("No backup could be made in") == 1


def test_a_backup_that_finds_no_room_stops_no_work(on: Run, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1000})())
    ran = on("codes", "add", "Håp")
    assert ran.code == 0 and ran.err.count("has 0 MB left") == 1 and "Håp" in names(on)
    assert on("backup").code == 1


@pytest.mark.skipif(not engine.can_encrypt(), reason="this SQLite cannot encrypt")
def test_an_encrypted_study(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "pass").write_text(PASSPHRASE)
    where = ("--study", tmp_path / "s", "--passphrase-file", tmp_path / "pass")
    with StudyFile.create(tmp_path / "s", "Regn", "nb", "Ane", passphrase=PASSPHRASE):
        pass
    assert cli("codes", "add", "Håp", *where).code == 0
    made = cli("backup", *where)
    assert made.code == 0 and engine.is_encrypted(backups.listed(tmp_path / "s" / FILE_NAME)[0].path)
    cli("codes", "add", "Tro", *where)
    assert cli("backups", "--json", *where).json[0]["codings"] == 0
    assert cli("check", "--thorough", *where).code == 0
    assert cli("restore", "1", *where).code == 0
    assert [one["name"] for one in cli("codes", "--json", *where).json] == ["Håp"]
    (tmp_path / "s" / FILE_NAME).unlink()
    assert cli("restore", "1", *where).code == 0
    assert cli("restore", "1", "--to", tmp_path / "t", *where).code == 0
    there = ("--study", tmp_path / "t", "--passphrase-file", tmp_path / "pass")
    assert cli("codes", *there).code == 0 and cli("move", tmp_path / "u", *there).code == 0
    assert cli("doctor", "--json", "--study", tmp_path / "u").json["study"]["encrypted"] is True
    assert not (tmp_path / "t").exists()


@pytest.mark.skipif(os.name == "nt", reason="no such terminals")
def test_how_wide_the_terminal_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    import pty

    assert terminal_width.measured() is None
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "r+b", buffering=0, closefd=True):
        answers = iter([2, 3, 3])

        def write(text: str) -> int:
            if text.endswith("[6n"):
                os.write(ours, f"\x1b[1;{next(answers)}R".encode())
            return len(text)

        class Stream:
            def isatty(self) -> bool:
                return True

            def fileno(self) -> int:
                return theirs

            def flush(self) -> None: ...

        Stream.write = staticmethod(write)  # type: ignore[attr-defined]
        monkeypatch.setattr("sys.stdin", Stream())
        monkeypatch.setattr("sys.stdout", Stream())
        assert terminal_width.measured() is True
        answers = iter([3, 3, 3])
        assert terminal_width.measured() is False
    os.close(ours)
