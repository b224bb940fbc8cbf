"""A thing of the study and the rows its life is told by: its own, and those that only exist for it."""

from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.study.history import Thing
from workbench.study.text import squeeze_name

# Kind → (table, column that points at it) of rows that say something about the thing.
_NEAR: dict[str, tuple[tuple[str, str], ...]] = {
    "code": (("theme_code", "code_id"), ("code", "merged_into")),
    "theme": (("theme_code", "theme_id"), ("review", "theme_id")),
    "coding": (("quote", "coding_id"), ("review", "coding_id")),
    "quote": (("quote_edit", "quote_id"),),
    "transcript": (
        ("revision", "transcript_id"), ("speaker", "transcript_id"), ("reading", "transcript_id"),
        ("session_transcript", "transcript_id"),
    ),
    "participant": (
        ("attribute", "participant_id"), ("speaker", "participant_id"), ("session_participant", "participant_id"),
        ("consent", "participant_id"),
    ),
    "session": (("session_participant", "session_id"), ("session_transcript", "session_id")),
    "memo": (("memo_link", "memo_id"),),
    "coder": (),
}  # fmt: skip
# Rows in great numbers, told only when the whole life is asked for.
_WIDE: dict[str, tuple[tuple[str, str], ...]] = {
    "code": (("coding", "code_id"), ("verdict", "code_id")),
    "theme": (("quote", "theme_id"),),
    "transcript": (("coding", "transcript_id"), ("verdict", "transcript_id"), ("entity_exception", "transcript_id")),
}
KINDS = tuple(_NEAR)
_ABOUT = ("code", "theme", "coding", "transcript", "participant", "session", "quote")


def has_wide_life(kind: str) -> bool:
    """Tell whether things of a kind have rows in great numbers that the life leaves out unless asked."""
    return kind in _WIDE


def rows_of_thing(thing: Thing) -> tuple[str, list[object]]:
    """Return SQL (and its values) for the rows of a thing's life, as `(tbl, row_id)`."""
    if thing.kind not in _NEAR:
        raise StudyError(f"The history keeps no life of a «{thing.kind[:40]}»; it does of {', '.join(KINDS)}.")
    parts, values = ["SELECT ? AS tbl, ? AS row_id"], [thing.kind, thing.id]
    near = _NEAR[thing.kind] + (_WIDE.get(thing.kind, ()) if thing.whole else ())
    for table, column in near:
        parts.append(f"SELECT '{table}', id FROM \"{table}\" WHERE {column} = ?")
        values.append(thing.id)
    if thing.kind in _ABOUT:
        parts.append("SELECT 'memo', id FROM memo WHERE about = ? AND about_id = ?")
        values += [thing.kind, thing.id]
    if thing.kind == "coding":
        parts.append(
            "SELECT 'quote_edit', e.id FROM quote_edit e JOIN quote q ON q.id = e.quote_id WHERE q.coding_id = ?"
        )
        values.append(thing.id)
    if thing.kind == "quote":
        parts.append("SELECT 'coding', coding_id FROM quote WHERE id = ?")
        values.append(thing.id)
    return " UNION ALL ".join(parts), list(values)


def acts_on_thing(thing: Thing) -> tuple[str, list[object]]:
    """Return SQL (and its values) for the ids of the acts that touched a thing or what only exists for it."""
    rows, values = rows_of_thing(thing)
    return f"SELECT c.act_id FROM ({rows}) r CROSS JOIN change c ON c.tbl = r.tbl AND c.row_id = r.row_id", values


def exists(study: StudyFile, thing: Thing) -> bool:
    """Tell whether there is, or ever was, such a thing."""
    return thing.kind in _NEAR and bool(study.value(f'SELECT 1 FROM "{thing.kind}" WHERE id = ?', (thing.id,)))


_CALLED = {
    "code": "name", "theme": "name", "transcript": "name", "participant": "label", "session": "name", "coder": "name",
}  # fmt: skip


def called(study: StudyFile, kind: str, name: str) -> tuple[list[int], list[int]]:
    """Return the ids of the things of that name, case aside: those that live, and those that are gone, newest last."""
    wanted = squeeze_name(name).casefold()
    rows = study.rows(f'SELECT id, {_CALLED[kind]} AS name, deleted FROM "{kind}" ORDER BY id')
    found = [(row["id"], row["deleted"]) for row in rows if str(row["name"]).casefold() == wanted]
    return [one for one, gone in found if not gone], [one for one, gone in found if gone]


def private_memos(study: StudyFile) -> frozenset[int]:
    """Return the ids of the memos that are for their writers alone, gone ones too."""
    return frozenset(row["id"] for row in study.rows("SELECT id FROM memo WHERE private = 1"))
