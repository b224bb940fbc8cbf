"""Whether a folder is kept in step with another machine, or stands on one: both can spoil a study that is open.

A sync program copies a database and its log at different moments (64 to 100 of 100 such copies were corrupt), and two
machines' locks do not meet on a network drive. Known by what the programs leave in their folders, by the folders'
names, and on Windows by the environment.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from workbench.store.study_file import StudyFile

_REMEMBERED = "care.shared"


@dataclass(frozen=True, slots=True)
class Shared:
    """By what a folder is shared: `service` its name, `root` the folder it begins at, `network` a drive elsewhere."""

    service: str
    root: Path
    network: bool = False


# Names of files and folders that a program leaves at the root of what it keeps in step.
_MARKERS = {
    ".stfolder": "Syncthing", ".stversions": "Syncthing", ".stignore": "Syncthing",
    ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox",
    ".csync_journal.db": "Nextcloud", ".nextcloudsync.log": "Nextcloud", ".owncloudsync.log": "ownCloud",
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
    ".tmp.driveupload": "Google Drive", ".tmp.drivedownload": "Google Drive",
}  # fmt: skip
_JOURNAL = re.compile(r"\._?sync_[0-9a-f]{8,}\.db")
# What `desktop.ini` at a root says of the icon.
_DESKTOP = {
    "onedrive": "OneDrive", "dropbox": "Dropbox", "googledrive": "Google Drive", "nextcloud": "Nextcloud",
    "owncloud": "ownCloud", "icloud": "iCloud",
}  # fmt: skip
# What the folders themselves are called.
_NAMES = (
    (re.compile(r"onedrive( - .+)?"), "OneDrive"),
    (re.compile(r"dropbox( \(.+\))?"), "Dropbox"),
    (re.compile(r"nextcloud\d?"), "Nextcloud"),
    (re.compile(r"owncloud\d?"), "ownCloud"),
    (re.compile(r"google ?drive( \(.+\))?"), "Google Drive"),
    (re.compile(r"icloud ?drive|mobile documents"), "iCloud"),
)
# Folders of ~/Library/CloudStorage begin with the program's name.
_CLOUD_STORAGE = (("onedrive", "OneDrive"), ("dropbox", "Dropbox"), ("googledrive", "Google Drive"), ("box", "Box"))
# A folder of so many files is no root of such a program, and reading it all would be felt.
_MOST_ENTRIES = 5_000
_OF_WINDOWS = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")

_NETWORK_KINDS = frozenset({
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "afpfs", "webdav", "davfs", "ncpfs", "afs", "ceph", "glusterfs",
    "lustre", "gpfs", "beegfs", "ocfs2", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs2", "fuse.s3fs",
    "fuse.glusterfs", "fuse.ceph", "9p", "vboxsf", "prl_fs", "fuse.vmhgfs-fuse", "virtiofs",
})  # fmt: skip


def found(folder: Path, environment: Mapping[str, str] = os.environ) -> Shared | None:
    """Return by what `folder` is shared, or None when nothing tells that it is."""
    folder = folder.absolute()
    with suppress(OSError):
        folder = folder.resolve()
    above = (folder, *folder.parents)
    return _by_environment(above, environment) or _by_names(above) or _by_markers(above) or _by_network(folder)


def is_remembered(study: StudyFile, shared: Shared, *, never: bool = False) -> bool:
    """Tell whether the researcher was told of the folder (with `never`: whether they want no more of it)."""
    kept: Any = study.desk(_REMEMBERED)
    if not isinstance(kept, dict) or cast("dict[str, Any]", kept).get("root") != str(shared.root):
        return False
    return not never or cast("dict[str, Any]", kept).get("never") is True


def remember(study: StudyFile, shared: Shared, *, never: bool = False) -> None:
    """Remember with the study that the researcher was told of the folder, or wants no more of it."""
    study.keep_desk(_REMEMBERED, {"root": str(shared.root), "never": never})


def _by_environment(above: Iterable[Path], environment: Mapping[str, str]) -> Shared | None:
    roots = {os.path.normcase(environment[name]) for name in _OF_WINDOWS if environment.get(name)}
    return next((Shared("OneDrive", one) for one in above if os.path.normcase(one) in roots), None)


def _by_names(above: Iterable[Path]) -> Shared | None:
    for one in above:
        name = one.name.casefold()
        if one.parent.name == "CloudStorage":
            return Shared(next((known for head, known in _CLOUD_STORAGE if name.startswith(head)), one.name), one)
        for pattern, service in _NAMES:
            if pattern.fullmatch(name):
                return Shared(service, one)
    return None


def _by_markers(above: Iterable[Path]) -> Shared | None:
    for one in above:
        with suppress(OSError), os.scandir(one) as inside:
            for entry in islice(inside, _MOST_ENTRIES):
                service = _marks(entry)
                if service:
                    return Shared(service, one)
    return None


def _marks(entry: os.DirEntry[str]) -> str:
    name = entry.name.casefold()
    if name == "desktop.ini":
        return _of_desktop(Path(entry.path))
    if name in _MARKERS:
        return _MARKERS[name]
    return "Nextcloud" if _JOURNAL.fullmatch(name) else ""


def _of_desktop(path: Path) -> str:
    with suppress(OSError):
        words = path.read_bytes()[:4096].replace(b"\0", b"").decode("latin-1").casefold().replace(" ", "")
        return next((service for sign, service in _DESKTOP.items() if sign in words), "")
    return ""


# File systems


def _by_network(folder: Path) -> Shared | None:
    kind, root = file_system(folder)
    if kind in _NETWORK_KINDS or kind == "network":
        return Shared(kind, root, network=True)
    return None


def file_system(folder: Path, mounts: str | None = None) -> tuple[str, Path]:
    """Return what kind of file system a folder stands on, and where that begins; ("", folder) when it is not known.

    `mounts` stands in for the system's table: of Linux as in /proc/self/mountinfo, of macOS as `mount` prints it.
    """
    if sys.platform == "win32":
        return _of_drive(folder)
    best, kind = Path("/"), ""
    for point, what in _points(_mounts() if mounts is None else mounts):
        if folder.is_relative_to(point) and len(point.parts) >= len(best.parts):
            best, kind = point, what
    return kind, best if kind else folder


def _mounts() -> str:
    with suppress(OSError):
        if sys.platform == "darwin":
            import subprocess

            return subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
        return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    return ""


def _points(mounts: str) -> Iterator[tuple[Path, str]]:
    """Yield (mount point, kind) of each line; in Linux's table blanks stand in octal."""
    for line in mounts.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split()
        if dash and len(fields) > 4 and after.split():
            point = re.sub(r"\\([0-7]{3})", lambda hit: chr(int(hit[1], 8)), fields[4])
            yield Path(point), after.split()[0]
        elif printed := re.fullmatch(r".+? on (/.*) \((\w+)[,)].*", line):
            yield Path(printed[1]), printed[2]


def _of_drive(folder: Path) -> tuple[str, Path]:
    if sys.platform != "win32":
        return "", folder
    import ctypes

    root = Path(folder.anchor)
    if folder.drive.startswith("\\\\"):
        return "network", root
    remote = 4
    if ctypes.windll.kernel32.GetDriveTypeW(str(root)) == remote:
        return "network", root
    name = ctypes.create_unicode_buffer(64)
    ctypes.windll.kernel32.GetVolumeInformationW(str(root), None, 0, None, None, None, name, 64)
    return name.value, root
