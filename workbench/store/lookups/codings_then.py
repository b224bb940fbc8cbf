"""The codings of a transcript as they stood after an earlier act, and when that was; nothing here writes."""

from dataclasses import dataclass
from typing import Any

from workbench.store.study_file import StudyFile
from workbench.store.unreadable import json_of, of_row
from workbench.study.spans import Span


@dataclass(frozen=True, slots=True)
class CodingThen:
    """A coding with the code and the borders it had, in the text (a revision) it stood in then."""

    id: int
    code_id: int
    span: Span
    revision_id: int


def act_before(study: StudyFile, time: str) -> int:
    """Return the last act before a time (ISO 8601 in UTC); 0 when there was none."""
    return int(study.value("SELECT coalesce(max(id), 0) FROM act WHERE at < ?", (time,)))


_LATER = """
SELECT c.row_id AS id, c.before AS before FROM coding k JOIN change c ON c.tbl = 'coding' AND c.row_id = k.id
WHERE k.transcript_id = ? AND k.coder_id = ? AND c.act_id > ? ORDER BY c.act_id DESC, c.id DESC
"""


def codings_then(study: StudyFile, transcript_id: int, coder_id: int, act_id: int) -> list[CodingThen]:
    """Return a coder's codings of a transcript as they stood after act `act_id` (0: before everything), by place."""
    rows: dict[int, dict[str, Any]] = {
        row["id"]: dict(row)
        for row in study.rows(
            'SELECT id, code_id, start, "end", revision_id, deleted FROM coding '
            "WHERE transcript_id = ? AND coder_id = ?",
            (transcript_id, coder_id),
        )
    }
    for one in study.rows(_LATER, (transcript_id, coder_id, act_id)):
        rows[one["id"]].update(json_of(one["before"]))
    found = [_then(row) for row in rows.values() if not row["deleted"]]
    return sorted(found, key=lambda one: (one.span, one.id))


@of_row("coding")
def _then(row: dict[str, Any]) -> CodingThen:
    return CodingThen(row["id"], row["code_id"], Span(row["start"], row["end"]), row["revision_id"] or 0)


def text_of(study: StudyFile, revision_id: int) -> str | None:
    """Return the text of a revision, or None where it is not kept."""
    found = study.rows("SELECT body FROM transcript_text WHERE revision_id = ?", (revision_id,))
    return str(found[0]["body"]) if found else None


def coders_in(study: StudyFile, transcript_id: int) -> list[tuple[int, str, int]]:
    """Return (id, name, number of codings) of everyone who has coded in a transcript, the first coder first."""
    rows = study.rows(
        "SELECT r.id, r.name, count(*) AS many FROM coding c JOIN coder r ON r.id = c.coder_id "
        "WHERE c.transcript_id = ? AND c.deleted = 0 GROUP BY r.id ORDER BY r.id",
        (transcript_id,),
    )
    return [(row["id"], row["name"], row["many"]) for row in rows]
