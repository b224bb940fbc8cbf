"""Which rows an act touched, and what people call them."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.store.journal import Value
from workbench.store.lookups.things import rows_of_thing
from workbench.store.study_file import StudyFile
from workbench.store.unreadable import json_of
from workbench.study.history import Thing

# What a row is called: an expression over its table `r`; names stay readable when the row is gone.
_CODING = (
    "coalesce((SELECT name FROM transcript WHERE id = {c}.transcript_id), '') || ' ' || "
    "coalesce((SELECT max(u.number) FROM turn u JOIN transcript t ON t.revision_id = u.revision_id "
    "WHERE t.id = {c}.transcript_id AND u.start <= {c}.start), '') || "
    "' «' || coalesce((SELECT name FROM code WHERE id = {c}.code_id), '') || '»'"
)
# A private memo is called nothing: whoever looks may not be its writer.
_MEMO = "CASE WHEN {m}.private THEN '–' ELSE coalesce(nullif({m}.title, ''), substr({m}.text, 1, 60)) END"
_NAMES = {
    "setting": "r.name", "coder": "r.name", "participant": "r.label", "transcript": "r.name", "code": "r.name",
    "theme": "r.name", "memo": _MEMO.format(m="r"), "export": "r.file", "entity": "r.kind",
    "attribute": "coalesce((SELECT label FROM participant WHERE id = r.participant_id), '') || ' ' || r.name",
    "people_kind": "r.name", "attribute_definition": "r.name",
    "consent": "coalesce((SELECT label FROM participant WHERE id = r.participant_id), '') || ' ' || r.scope",
    "coding": _CODING.format(c="r"), "verdict": _CODING.format(c="r"),
    "theme_code": "coalesce((SELECT name FROM theme WHERE id = r.theme_id), '') || ' – ' || "
    "coalesce((SELECT name FROM code WHERE id = r.code_id), '')",
    "quote": f"(SELECT {_CODING.format(c='c')} FROM coding c WHERE c.id = r.coding_id)",
    "quote_edit": f"(SELECT {_CODING.format(c='c')} FROM quote q JOIN coding c ON c.id = q.coding_id "
    "WHERE q.id = r.quote_id)",
    "entity_exception": "(SELECT name FROM transcript WHERE id = r.transcript_id)",
    "reading": "(SELECT name FROM transcript WHERE id = r.transcript_id)",
    "revision": "coalesce((SELECT name FROM transcript WHERE id = r.transcript_id), '') || ' ' || r.number",
    "speaker": "coalesce((SELECT name FROM transcript WHERE id = r.transcript_id), '') || ' ' || r.label",
    "session": "r.name", "map_version": "r.name", "saved_search": "r.name",
    "session_participant": "coalesce((SELECT name FROM session WHERE id = r.session_id), '') || ' – ' || "
    "coalesce((SELECT label FROM participant WHERE id = r.participant_id), '')",
    "session_transcript": "coalesce((SELECT name FROM session WHERE id = r.session_id), '') || ' – ' || "
    "coalesce((SELECT name FROM transcript WHERE id = r.transcript_id), '')",
    "review": "(SELECT name FROM theme WHERE id = r.theme_id)",
    "memo_link": f"(SELECT {_MEMO.format(m='m')} FROM memo m WHERE m.id = r.memo_id)",
    "finding": "(SELECT name FROM transcript WHERE id = r.transcript_id)",
}  # fmt: skip
_POINTS_AT = {
    "transcript_id": "transcript", "code_id": "code", "parent_id": "code", "merged_into": "code",
    "theme_id": "theme", "coder_id": "coder", "participant_id": "participant", "coding_id": "coding",
    "quote_id": "quote", "entity_id": "entity", "session_id": "session", "memo_id": "memo",
    "speaker_id": "speaker", "revision_id": "revision", "owner_id": "coder",
    "kind_id": "people_kind",
}  # fmt: skip
# Real names stand in the forms; the history says that they changed, not what they are.
_UNTOLD = frozenset(("id", "guid", "deleted", "forms", "words_hash"))


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row an act touched: its table, what it is called, what became of it (added, removed, changed), its columns."""

    table: str
    name: str
    became: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    row_id: int = 0


@dataclass(frozen=True, slots=True)
class RawChange:
    """A row an act touched as the journal keeps it: columns and values, those never told left out."""

    table: str
    row_id: int
    became: str
    before: Mapping[str, Value]
    after: Mapping[str, Value]


def rows_of(
    study: StudyFile, act_id: int, limit: int = -1, offset: int = 0, about: Thing | None = None
) -> list[RowChange]:
    """Return the rows an act touched in order, at most `limit` (-1: all) from `offset` on, ids in them told as names.

    `about` leaves out the rows that have nothing to do with that thing.
    """
    where, values = "", list[object]()
    if about is not None:
        rows, values = rows_of_thing(about)
        where = f" AND (tbl, row_id) IN ({rows})"
    found = study.rows(
        f"SELECT tbl, row_id, before, after FROM change WHERE act_id = ?{where} ORDER BY id LIMIT ? OFFSET ?",
        (act_id, *values, limit, offset),
    )
    return [_change(study, row["tbl"], row["row_id"], json_of(row["before"]), json_of(row["after"])) for row in found]


def raw_rows(study: StudyFile, act_id: int) -> list[RawChange]:
    """Return the rows an act touched, in order, values as they are kept."""
    found: list[RawChange] = []
    for row in study.rows("SELECT tbl, row_id, before, after FROM change WHERE act_id = ? ORDER BY id", (act_id,)):
        before, after = json_of(row["before"]), json_of(row["after"])
        found.append(
            RawChange(row["tbl"], row["row_id"], _became(before, after), _tellable(before), _tellable(after))
        )  # fmt: skip
    return found


def name_of(study: StudyFile, table: str, row_id: int) -> str:
    """Return what people call a row, gone or not; empty for what has no name."""
    return _name(study, table, row_id)


def points_at(column: str) -> str:
    """Return the table whose ids a column holds, or nothing."""
    return _POINTS_AT.get(column, "")


def _tellable(values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if name not in _UNTOLD}


def _became(before: Mapping[str, Value], after: Mapping[str, Value]) -> str:
    was, now = before.get("deleted"), after.get("deleted")
    return "changed" if was == now else "removed" if now else "added"


def _change(
    study: StudyFile, table: str, row_id: int, before: Mapping[str, Value], after: Mapping[str, Value]
) -> RowChange:
    seen = [_told(study, table, values) for values in (before, after)]
    if table == "memo" and _is_anothers(study, row_id):
        seen = [{name: text for name, text in told.items() if name not in ("text", "title")} for told in seen]
    return RowChange(table, _name(study, table, row_id), _became(before, after), seen[0], seen[1], row_id)


def _is_anothers(study: StudyFile, memo_id: int) -> bool:
    """Tell whether a memo is private to another coder than who looks."""
    return bool(study.value("SELECT private AND coder_id <> ? FROM memo WHERE id = ?", (study.coder_id, memo_id)))


def _told(study: StudyFile, table: str, values: Mapping[str, Value]) -> dict[str, str]:
    told = {name: _value(study, table, name, value) for name, value in _tellable(values).items()}
    about, about_id = values.get("about"), values.get("about_id")
    if isinstance(about, str) and isinstance(about_id, int):
        told["about_id"] = _name(study, about, about_id)
    return told


def _value(study: StudyFile, table: str, column: str, value: Value) -> str:
    if value is None:
        return ""
    if column in _POINTS_AT and isinstance(value, int):
        # Both codes and themes stand under one of their own kind.
        return _name(study, table if column == "parent_id" else _POINTS_AT[column], value)
    return str(value)


def _name(study: StudyFile, table: str, row_id: int) -> str:
    if table not in _NAMES:
        return ""
    return str(study.value(f'SELECT {_NAMES[table]} FROM "{table}" r WHERE r.id = ?', (row_id,)) or "")
