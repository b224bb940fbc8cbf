"""Which rows an act touched, and what people call them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.store.journal import Value
from workbench.store.study_file import StudyFile

# What a row is called: an expression over its table `r`; names stay readable when the row is gone.
_CODING = (
    "coalesce((SELECT name FROM transcript WHERE id = {c}.transcript_id), '') || ' ' || "
    "coalesce((SELECT max(u.number) FROM turn u JOIN transcript t ON t.revision_id = u.revision_id "
    "WHERE t.id = {c}.transcript_id AND u.start <= {c}.start), '') || "
    "' «' || coalesce((SELECT name FROM code WHERE id = {c}.code_id), '') || '»'"
)
_NAMES = {
    "setting": "r.name", "coder": "r.name", "participant": "r.label", "transcript": "r.name", "code": "r.name",
    "theme": "r.name", "memo": "substr(r.text, 1, 60)", "export": "r.file", "entity": "r.kind",
    "attribute": "coalesce((SELECT label FROM participant WHERE id = r.participant_id), '') || ' ' || r.name",
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
    "memo_link": "(SELECT substr(text, 1, 60) FROM memo WHERE id = r.memo_id)",
    "finding": "(SELECT name FROM transcript WHERE id = r.transcript_id)",
}  # fmt: skip
_POINTS_AT = {
    "transcript_id": "transcript", "code_id": "code", "parent_id": "code", "merged_into": "code",
    "theme_id": "theme", "coder_id": "coder", "participant_id": "participant", "coding_id": "coding",
    "quote_id": "quote", "entity_id": "entity", "session_id": "session", "memo_id": "memo",
    "speaker_id": "speaker", "revision_id": "revision", "owner_id": "coder",
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


def rows_of(study: StudyFile, act_id: int, limit: int = -1) -> list[RowChange]:
    """Return the rows an act touched in order, at most `limit` (-1: all), ids in them told as names."""
    found = study.rows(
        "SELECT tbl, row_id, before, after FROM change WHERE act_id = ? ORDER BY id LIMIT ?", (act_id, limit)
    )
    return [
        _change(study, row["tbl"], row["row_id"], json.loads(row["before"]), json.loads(row["after"])) for row in found
    ]


def _change(
    study: StudyFile, table: str, row_id: int, before: Mapping[str, Value], after: Mapping[str, Value]
) -> RowChange:
    was, now = before.get("deleted"), after.get("deleted")
    became = "changed" if was == now else "removed" if now else "added"
    return RowChange(table, _name(study, table, row_id), became, _told(study, before), _told(study, after))


def _told(study: StudyFile, values: Mapping[str, Value]) -> dict[str, str]:
    return {name: _value(study, name, value) for name, value in values.items() if name not in _UNTOLD}


def _value(study: StudyFile, column: str, value: Value) -> str:
    if value is None:
        return ""
    if column in _POINTS_AT and isinstance(value, int):
        return _name(study, _POINTS_AT[column], value)
    return str(value)


def _name(study: StudyFile, table: str, row_id: int) -> str:
    if table not in _NAMES:
        return ""
    return str(study.value(f'SELECT {_NAMES[table]} FROM "{table}" r WHERE r.id = ?', (row_id,)) or "")
