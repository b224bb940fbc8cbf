"""The passage an act was about, with its borders as they stood after the act."""

from dataclasses import dataclass

from workbench.store.lookups.past import Row, row_at
from workbench.store.lookups.things import rows_of_thing
from workbench.store.study_file import StudyFile
from workbench.study.history import Thing
from workbench.study.spans import Span

# Rows that stand on a passage themselves, and those that point at one that does.
_ON_WORDS = ("coding", "verdict", "entity_exception")
_POINTS_AT = {"quote": ("coding", "coding_id"), "quote_edit": ("quote", "quote_id"), "review": ("coding", "coding_id")}
_TABLES = ", ".join(f"'{table}'" for table in (*_ON_WORDS, *_POINTS_AT))
_MOST, _AROUND = 2000, 120


@dataclass(frozen=True, slots=True)
class PastPassage:
    """Words of a transcript and up to 120 characters around them; `more` counts the act's further passages."""

    transcript_id: int
    transcript: str
    turn: int
    span: Span
    words: str
    before: str
    after: str
    code: str
    more: int


def passage_of_act(study: StudyFile, act_id: int, about: Thing | None = None) -> PastPassage | None:
    """Return the first passage an act touched, at most 2,000 characters of it, or None when it touched none.

    `about` asks for those that have to do with a thing only.
    """
    mine, values = "", list[object]()
    if about is not None:
        rows_of, values = rows_of_thing(about)
        mine = f" AND (tbl, row_id) IN ({rows_of})"
    rows = study.rows(
        f"SELECT tbl, row_id FROM change WHERE act_id = ? AND tbl IN ({_TABLES}){mine} ORDER BY id LIMIT 1",
        (act_id, *values),
    )
    if not rows:
        return None
    row = _on_words(study, rows[0]["tbl"], rows[0]["row_id"], act_id)
    if row is None:
        return None
    more = study.value(
        f"SELECT count(DISTINCT row_id) - 1 FROM change WHERE act_id = ? AND tbl = ?{mine}",
        (act_id, rows[0]["tbl"], *values),
    )
    return _read(study, row, int(more))


def _on_words(study: StudyFile, table: str, row_id: int, act_id: int) -> Row | None:
    """Return the row with the passage that a row stands on, as it was after an act."""
    row = row_at(study, table, row_id, act_id)
    for _ in range(2):
        if row is None or table in _ON_WORDS:
            break
        table, column = _POINTS_AT[table]
        row = row_at(study, table, row[column], act_id) if row[column] is not None else None
    return row


def _read(study: StudyFile, row: Row, more: int) -> PastPassage | None:
    start, end = row["start"], min(row["end"], row["start"] + _MOST)
    low = max(0, start - _AROUND)
    found = study.rows(
        "SELECT t.name, substr(x.body, :low + 1, :start - :low) AS before, "
        "substr(x.body, :start + 1, :end - :start) AS words, substr(x.body, :stop + 1, :around) AS after, "
        "coalesce((SELECT max(u.number) FROM turn u WHERE u.revision_id = x.revision_id AND u.start <= :start), 0) "
        "AS turn, coalesce((SELECT name FROM code WHERE id = :code), '') AS code FROM transcript t "
        "JOIN transcript_text x ON x.revision_id = coalesce(:revision, t.revision_id) WHERE t.id = :transcript",
        {
            "low": low, "start": start, "end": end, "stop": row["end"], "around": _AROUND, "code": row.get("code_id"),
            "revision": row.get("revision_id"), "transcript": row["transcript_id"],
        },
    )  # fmt: skip
    if not found:
        return None
    one = found[0]
    words = one["words"] + ("…" if end < row["end"] else "")
    return PastPassage(
        row["transcript_id"], one["name"], one["turn"], Span(start, row["end"]), words, one["before"], one["after"],
        one["code"], more,
    )  # fmt: skip
