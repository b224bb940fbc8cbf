"""Folders that a sync program or another machine shares are known by what stands in them, around them, or below."""

import os
from pathlib import Path

import pytest

from workbench.store import synced
from workbench.store.synced import Shared, file_system, found


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        (".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"), (".dropbox", "Dropbox"),
        (".sync_0123456789ab.db", "Nextcloud"), ("._sync_0123456789ab.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"), (".tmp.driveupload", "Google Drive"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_by_what_the_program_leaves(tmp_path: Path, marker: str, service: str, kind: str) -> None:
    root = tmp_path / "Prosjekt"
    study = root / "a" / "b" / "studie"
    study.mkdir(parents=True)
    assert found(study, {}) is None
    (root / marker).touch() if kind == "file" else (root / marker).mkdir()
    assert found(study, {}) == Shared(service, root)
    assert found(root, {}) == Shared(service, root)
    assert found(tmp_path, {}) is None


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive", "OneDrive"), ("OneDrive - Universitetet i Å", "OneDrive"), ("Dropbox (Personal)", "Dropbox"),
        ("Nextcloud", "Nextcloud"), ("Nextcloud2", "Nextcloud"), ("ownCloud", "ownCloud"),
        ("Google Drive", "Google Drive"), ("GoogleDrive", "Google Drive"), ("iCloudDrive", "iCloud"),
        ("Mobile Documents", "iCloud"), ("CloudStorage/OneDrive-Uni", "OneDrive"), ("CloudStorage/Box-Box", "Box"),
        ("CloudStorage/Proton-kari", "Proton-kari"),
    ],
)  # fmt: skip
def test_by_the_folders_name(tmp_path: Path, name: str, service: str) -> None:
    root = tmp_path / name
    (root / "studie").mkdir(parents=True)
    assert found(root / "studie", {}) == Shared(service, root)


@pytest.mark.parametrize("name", ["onedrive-notater", "Dropboxen", "min nextcloud", "drive", "Box", "sync", "cloud"])
def test_other_names_tell_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name / "studie").mkdir(parents=True)
    (tmp_path / name / ".sync_notes.db").touch()
    (tmp_path / name / "desktop.ini").write_text("[.ShellClassInfo]\nIconResource=C:\\Windows\\folder.ico,0\n")
    assert found(tmp_path / name / "studie", {}) is None


def test_by_the_icon_that_windows_shows(tmp_path: Path) -> None:
    words = "[.ShellClassInfo]\r\nIconResource=C:\\Program Files\\Google\\Drive File Stream\\GoogleDriveFS.exe,23\r\n"
    (tmp_path / "desktop.ini").write_bytes(words.encode("utf-16"))
    assert found(tmp_path, {}) == Shared("Google Drive", tmp_path)


def test_by_the_environment(tmp_path: Path) -> None:
    (tmp_path / "Skyen min" / "studie").mkdir(parents=True)
    environment = {"OneDriveCommercial": str(tmp_path / "Skyen min"), "OneDrive": ""}
    assert found(tmp_path / "Skyen min" / "studie", environment) == Shared("OneDrive", tmp_path / "Skyen min")
    assert found(tmp_path, environment) is None


def test_a_link_into_such_a_folder(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "studie").mkdir(parents=True)
    (tmp_path / "snarvei").symlink_to(tmp_path / "Dropbox" / "studie", target_is_directory=True)
    shared = found(tmp_path / "snarvei", {})
    assert shared is not None and shared.service == "Dropbox"


LINUX = """
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:44 / /mnt/felles\\040disk rw - cifs //server/felles rw
41 22 0:45 / /home/kari/x rw shared:9 - nfs4 server:/x rw
"""
MACOS = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//kari@server/felles on /Volumes/felles disk (smbfs, nodev, nosuid, mounted by kari)
"""


@pytest.mark.skipif(os.name == "nt", reason="drives are asked of the system there")
@pytest.mark.parametrize(
    ("mounts", "folder", "kind", "root"),
    [
        (LINUX, "/mnt/felles disk/studie", "cifs", "/mnt/felles disk"), (LINUX, "/home/kari/x", "nfs4", "/home/kari/x"),
        (LINUX, "/home/kari/xy", "ext4", "/"), (MACOS, "/Volumes/felles disk/a", "smbfs", "/Volumes/felles disk"),
        (MACOS, "/Users/kari", "apfs", "/"), ("", "/home", "", "/home"),
    ],
)  # fmt: skip
def test_file_systems(mounts: str, folder: str, kind: str, root: str) -> None:
    assert file_system(Path(folder), mounts) == (kind, Path(root))


@pytest.mark.skipif(os.name == "nt", reason="drives are asked of the system there")
def test_on_a_network_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(synced, "_mounts", lambda: f"1 1 0:1 / {tmp_path} rw - nfs4 server:/x rw")
    assert found(tmp_path / "studie", {}) == Shared("nfs4", tmp_path, network=True)
