"""The report on a machine measures where the study is, warns of what matters, and holds no words of the study."""

import json
from pathlib import Path

import pytest

from workbench.acts import codebook
from workbench.store import doctor, engine, synced
from workbench.store.study_file import FILE_NAME, StudyFile


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    where = tmp_path / "Nattevaktene"
    with StudyFile.create(where, "Regnværsstudien", "nb", "Torunn") as study:
        codebook.add(study, "Paraplyer", None, definition="Noe å holde over hodet.")
    return where


def facts(path: Path | None, key: bytes | None = None) -> dict[str, doctor.Fact]:
    return {fact.name: fact for fact in doctor.report(path, key)}


def test_what_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    found = facts(folder / FILE_NAME)
    assert found["sqlite.version"].value == ".".join(map(str, engine.LIBRARY_VERSION))
    assert found["disk.journal_mode"].value == ("wal" if engine.wal_is_safe() else "delete")
    assert found["disk.synchronous"].value == ("full" if engine.wal_is_safe() else "extra")
    for name in ("disk.fsync_ms", "disk.commit_ms", "disk.free_mb"):
        value = found[name].value
        assert isinstance(value, (int, float)) and value > 0
    assert (found["study.code_rows"].value, found["study.readable"].value) == (1, True)
    assert found["study.backups"].warning == "no_backup"
    assert found["terminal.colorterm"].value == "truecolor"
    assert found["parts.textual"].value and "parts.pytest" not in found
    assert not any(one.name.startswith(".doctor") for one in folder.iterdir())


def test_it_can_be_sent_to_a_colleague(folder: Path) -> None:
    told = json.dumps(doctor.as_data(doctor.report(folder / FILE_NAME)), ensure_ascii=False)
    for word in ("Regnvær", "Torunn", "Paraply", "Nattevakt", "hodet", str(folder), str(Path.home()) + "/"):
        assert word not in told


def test_while_it_is_open_and_without_a_study(folder: Path, tmp_path: Path) -> None:
    with StudyFile.open(folder) as study:
        codebook.add(study, "Støvler")
        assert facts(study.path)["study.code_rows"].value == 2
    assert facts(tmp_path / FILE_NAME)["study.present"].value is False
    assert not [name for name in facts(None) if name.startswith(("disk.", "study."))]


def test_a_damaged_study_and_a_shared_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / FILE_NAME).write_bytes(b"rubbish" * 2000)
    monkeypatch.setattr(synced, "found", lambda _: synced.Shared("Syncthing", folder))
    found = facts(folder / FILE_NAME)
    assert found["study.readable"].warning == "study_unreadable"
    assert found["disk.shared_by"] == doctor.Fact("disk.shared_by", "Syncthing", "synced")
    monkeypatch.setattr(synced, "found", lambda _: synced.Shared("nfs4", folder, network=True))
    assert facts(folder / FILE_NAME)["disk.shared_by"].warning == "network"


@pytest.mark.skipif(not engine.can_encrypt(), reason="this SQLite cannot encrypt")
def test_an_encrypted_study(tmp_path: Path) -> None:
    with StudyFile.create(tmp_path, "Regn", "nb", "Ane", passphrase="et langt passord") as study:
        key = study.key
    found = facts(tmp_path / FILE_NAME)
    assert (found["study.encrypted"].value, found["study.readable"]) == (True, doctor.Fact("study.readable", False))
    assert facts(tmp_path / FILE_NAME, key)["study.act_rows"].value == 1


def test_settings_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    (tmp_path / "workbench").mkdir()
    (tmp_path / "workbench" / "settings.toml").write_text("colour = 3")
    found = facts(None)
    assert found["settings.readable"].warning == "settings_unreadable" and found["settings.file"].value is True
