"""What stands beside the study file: its key, its backups, what was left behind, who shares the folder."""

from pathlib import Path

from workbench.errors import StoreError
from workbench.store import backups, engine, synced
from workbench.store.backup_names import UNFINISHED
from workbench.store.checks.look import Look
from workbench.store.copying import SIDE_FILES
from workbench.store.whole_files import converting


def beside(look: Look, path: Path, key: bytes | None) -> None:
    """Key file and its copy, leftovers, backups, and sync programs."""
    if key is not None:
        _key_file(look, path, key)
    left = leftovers(path)
    if left:
        look.add("leftovers", count=len(left), names=", ".join(sorted(one.name for one in left)[:3]))
    shared = synced.found(path.parent)
    if shared is not None:
        look.add("shared", service=shared.service)
    try:
        if not backups.listed(path):
            look.add("no_backup")
    except StoreError:
        look.add("no_backup")


def _key_file(look: Look, path: Path, key: bytes) -> None:
    from workbench.store import key_file, vault

    try:
        file = key_file.read(path)
    except StoreError as error:
        look.add("key_file", error=str(error))
        return
    guid = look.one("SELECT value FROM setting WHERE name = 'guid' AND deleted = 0")
    if file.key != vault.key_id(key) or file.study != guid:
        look.add("key_file", error=f"{engine.key_path(path)} belongs to another study than {path}.")
    elif not key_file.copy_path(path, file).exists():
        look.add("key_copy")


def leftovers(path: Path) -> list[Path]:
    """Return the files that a restore, a conversion or a backup left when it was cut off."""
    beside_it = [converting(path).with_name(converting(path).name + tail) for tail in ("", *SIDE_FILES)]
    return [one for one in (*beside_it, *backups.folder_of(path).glob(f".study *{UNFINISHED}*")) if one.is_file()]
