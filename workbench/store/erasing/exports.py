"""Exports that left the study: which of them hold the person's words, as far as they can be found and read."""

from contextlib import suppress
from pathlib import Path

from workbench.store.engine import Connection
from workbench.store.erasing.certificate import ExportLeft
from workbench.store.erasing.look import unpacked
from workbench.store.erasing.sought import Sought

_PLAIN = frozenset(["txt", "md", "csv", "html", "json", "tex", "yaml", "yml"])


def exports_left(connection: Connection, folder: Path, since: str, sought: Sought) -> list[ExportLeft]:
    """Return the exports made since `since` (ISO 8601) that hold the person's words, or may hold them."""
    found: list[ExportLeft] = []
    for row in connection.execute("SELECT at, file FROM export WHERE at >= ? ORDER BY at, id", (since,)).fetchall():
        places = _places(folder, row["file"])
        if not places:
            found.append(ExportLeft(row["file"], row["at"], "perhaps"))
        for path in places:
            holds = _holds(path, sought)
            if holds:
                found.append(ExportLeft(str(path), row["at"], holds))
    return list(dict.fromkeys(found))


def first_act(connection: Connection, people: set[int]) -> str:
    """Return when the first of these participants came into the study (ISO 8601); "" when the journal does not say."""
    marks = ",".join("?" * len(people))
    found = connection.execute(
        "SELECT min(at) FROM act JOIN change ON change.act_id = act.id "
        f"WHERE tbl = 'participant' AND row_id IN ({marks})",
        tuple(people),
    ).fetchone()
    return str(found[0] or "")


def _places(folder: Path, name: str) -> list[Path]:
    found = {path for path in (Path(name), folder / name) if path.is_absolute() and path.is_file()}
    with suppress(OSError, ValueError, NotImplementedError):
        found |= {path for path in folder.rglob("*") if path.name == Path(name).name and path.is_file()}
    return sorted(found)


def _holds(path: Path, sought: Sought) -> str:
    try:
        data = path.read_bytes()
    except OSError:
        return "perhaps"
    within = list(unpacked(path))
    if any(sought.words(one) for one in (data, *within)):
        return "holds"
    return "" if within or path.suffix.lower().lstrip(".") in _PLAIN else "perhaps"
