"""Codings, alone and as passages with words, code and reference."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, TypeVar

from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.store.unreadable import of_row
from workbench.study.codings import CodedPassage, Coding, Level, Origin, Stance
from workbench.study.spans import Span

T = TypeVar("T")


@of_row("coding")
def _coding(row: Any) -> Coding:
    return Coding(
        row["id"], row["guid"], row["transcript_id"], Span(row["start"], row["end"]), row["code_id"],
        row["coder_id"], Origin(row["origin"]), row["created"], Level(row["level"]), row["memo"],
        Stance(row["stance"]), row["round"], bool(row["certain"]), bool(row["important"]),
    )  # fmt: skip


def of_transcript(study: StudyFile, transcript_id: int) -> list[Coding]:
    """Return all codings of a transcript, by place."""
    rows = study.rows(
        'SELECT * FROM coding WHERE transcript_id = ? AND deleted = 0 ORDER BY start, "end", id', (transcript_id,)
    )
    return [_coding(row) for row in rows]


_PLACES = """
SELECT c.id, c.code_id, c.start, c."end", c.memo <> '',
  EXISTS (SELECT 1 FROM quote q WHERE q.coding_id = c.id AND q.deleted = 0)
FROM coding c WHERE c.transcript_id = ? AND c.coder_id = ? AND c.deleted = 0 {where} ORDER BY c.start, c."end", c.id
"""


def places(
    study: StudyFile, transcript_id: int, coder_id: int, make: Callable[..., T], ids: Collection[int] | None = None
) -> list[T]:
    """Return a coder's codings of a transcript by place, as a screen marks them; with `ids` only those of them.

    `make` is given the id of coding and code, start, end, whether it has a memo, and whether it is on the quote board.
    """
    where = "" if ids is None else f"AND c.id IN ({','.join(str(int(one)) for one in ids)})"
    sql = _PLACES.format(where=where)
    # One by one: a row of the database takes ten times what is kept of it.
    return study.ask(lambda db: [make(*row) for row in db.execute(sql, (transcript_id, coder_id))])


def get(study: StudyFile, coding_id: int) -> Coding:
    """Return one coding; raise StudyError when it is gone."""
    rows = study.rows("SELECT * FROM coding WHERE id = ? AND deleted = 0", (coding_id,))
    if not rows:
        raise StudyError("This coding is no longer in the study.")
    return _coding(rows[0])


def code_names(study: StudyFile, coding_id: int | None = None) -> dict[int, str]:
    """Return the name of each coding's code, by the coding's id; with `coding_id` only that one's."""
    one = "" if coding_id is None else " AND c.id = :id"
    sql = f"SELECT c.id, code.name FROM coding c JOIN code ON code.id = c.code_id WHERE c.deleted = 0{one}"
    return study.ask(lambda db: dict(db.execute(sql, {"id": coding_id}).fetchall()))


def round_now(study: StudyFile) -> int:
    """Return the round of coding that new codings belong to."""
    return int(study.setting("round", "1"))


_PASSAGES = """
SELECT c.*, t.revision_id AS text_id,
  code.name AS code, coder.name AS coder, t.name AS transcript, c.turn AS turn, u.begin_ms AS begin_ms,
  coalesce(p.label, (SELECT min(p2.label) FROM speaker s2 JOIN participant p2 ON p2.id = s2.participant_id
    AND p2.deleted = 0 WHERE s2.transcript_id = t.id AND s2.deleted = 0), '') AS participant,
  (SELECT q.id FROM quote q WHERE q.coding_id = c.id AND q.deleted = 0 LIMIT 1) AS quote_id
FROM coding c
JOIN transcript t ON t.id = c.transcript_id AND t.deleted = 0
JOIN code ON code.id = c.code_id
JOIN coder ON coder.id = c.coder_id
LEFT JOIN turn u ON u.revision_id = t.revision_id AND u.number = c.turn
LEFT JOIN speaker s ON s.id = c.speaker_id
LEFT JOIN participant p ON p.id = s.participant_id AND p.deleted = 0
WHERE c.deleted = 0 {where}
ORDER BY t.name, c.start, c."end", c.id LIMIT :limit
"""


def passages(
    study: StudyFile,
    code_ids: Collection[int] | None = None,
    transcript_id: int | None = None,
    coder_id: int | None = None,
    coding_id: int | None = None,
    around: int = 60,
    limit: int = -1,
) -> list[CodedPassage]:
    """Return coded passages with `around` characters on each side, by transcript and place.

    Conditions left out do not restrict; `limit` -1 means all.
    """
    where = ""
    if code_ids is not None:
        where += f" AND c.code_id IN ({','.join(str(int(one)) for one in code_ids)})"
    for name, value in (("transcript_id", transcript_id), ("coder_id", coder_id), ("id", coding_id)):
        if value is not None:
            where += f" AND c.{name} = {int(value)}"
    return _read(study, where, {"limit": limit}, around)


def of_ids(study: StudyFile, ids: Sequence[int], around: int = 60) -> list[CodedPassage]:
    """Return the passages of these codings in this order, as `passages` does; what is gone is left out."""
    where = " AND c.id IN (SELECT value FROM json_each(:ids))"
    read = _read(study, where, {"limit": -1, "ids": json.dumps(list(ids))}, around)
    found = {passage.coding.id: passage for passage in read}
    return [found[one] for one in ids if one in found]


def _read(study: StudyFile, where: str, values: Mapping[str, int | str], around: int) -> list[CodedPassage]:
    found: list[CodedPassage] = []
    text_id, body = 0, ""
    for row in study.rows(_PASSAGES.format(where=where), values):
        # By transcript: each text is read once and cut here, where SQLite would walk through it for every cut.
        if row["text_id"] != text_id:
            text_id = row["text_id"]
            body = str(study.value("SELECT body FROM transcript_text WHERE revision_id = ?", (text_id,)))
        found.append(_passage(row, body, around))
    return found


def _passage(row: Any, body: str, around: int) -> CodedPassage:
    start, end = row["start"], row["end"]
    return CodedPassage(
        _coding(row), body[start:end], row["code"], row["coder"], row["transcript"], row["participant"],
        row["turn"] or 0, row["begin_ms"], body[max(0, start - around) : start], body[end : end + around],
        row["quote_id"],
    )  # fmt: skip


def rejected(study: StudyFile, transcript_id: int) -> set[tuple[int, int, int]]:
    """Return (start, end, code id) of the suggestions refused in a transcript."""
    rows = study.rows(
        'SELECT start, "end", code_id FROM verdict WHERE transcript_id = ? AND accepted = 0 AND deleted = 0',
        (transcript_id,),
    )
    return {(row["start"], row["end"], row["code_id"]) for row in rows}
