"""All codings as columns of whole numbers, for questions about many at once.

array[int]s are `array('q')`: they need no numpy here, and go to another process as bytes.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Sequence
from itertools import chain
from typing import Any

from workbench.store.engine import Connection
from workbench.store.lookups.narrowed import LIVING, SPEAKER, conditions
from workbench.store.study_file import StudyFile
from workbench.study.coding_filter import EVERY_CODING, CodingFilter

_COLUMNS = {
    "id": "c.id", "transcript": "c.transcript_id", "start": "c.start", "end": 'c."end"', "code": "c.code_id",
    "coder": "c.coder_id", "speaker": SPEAKER, "turn": "c.turn",
}  # fmt: skip
NAMES = tuple(_COLUMNS)


def columns(
    study: StudyFile,
    names: Sequence[str],
    narrow: CodingFilter = EVERY_CODING,
    codes: Collection[int] | None = None,
    between: tuple[int, int] | None = None,
) -> tuple[array[int], ...]:
    """Return columns of the living codings in living transcripts, in order of transcript id, start and end.

    `names` are of `NAMES`; `speaker` is a speaker id, or the transcript's id below zero where nobody speaks; `codes`
    keeps only codings of these ids, `between` only those in transcripts from one id up to, not including, another.
    """
    more, values = conditions(narrow)
    if codes is not None:
        more += " AND c.code_id IN (SELECT value FROM json_each(:codes))"
        values["codes"] = json.dumps(list(codes))
    if between is not None:
        more += " AND c.transcript_id >= :first AND c.transcript_id < :after"
        values |= {"first": between[0], "after": between[1]}
    asked = ", ".join(_COLUMNS[name] for name in names)
    sql = f'SELECT {asked} FROM coding c WHERE {LIVING}{more} ORDER BY c.transcript_id, c.start, c."end"'
    flat = _flat(study, sql, values)
    return tuple(flat[at :: len(names)] for at in range(len(names)))


def _flat(study: StudyFile, sql: str, values: Any = ()) -> array[int]:
    def fetch(db: Connection) -> array[int]:
        cursor: Any = db.cursor()
        # Plain tuples: a million rows that know their names cost half as much again.
        cursor.row_factory = None
        return array("q", chain.from_iterable(cursor.execute(sql, values)))

    return study.ask(fetch)


def size(study: StudyFile) -> int:
    """Return how many living codings there are (those in transcripts taken out included)."""
    return int(study.value("SELECT count(*) FROM coding WHERE deleted = 0"))


def parts(study: StudyFile, most: int = 20_000) -> list[tuple[int, int]]:
    """Cut the transcripts by id into stretches (first, after the last) of about `most` codings, for `between`."""
    flat = _flat(
        study, "SELECT transcript_id, count(*) FROM coding WHERE deleted = 0 GROUP BY transcript_id ORDER BY 1"
    )
    found: list[tuple[int, int]] = []
    first, held = 0, 0
    for transcript_id, count in zip(flat[::2], flat[1::2], strict=True):
        if held and held + count > most:
            found.append((first, transcript_id))
            first, held = transcript_id, 0
        held += count
    return [*found, (first, 2**63 - 1)] if held else found


def turn_starts(study: StudyFile, between: tuple[int, int] | None = None) -> dict[int, array[int]]:
    """Return where each turn of a living transcript begins, in order, by transcript id."""
    flat = _flat(
        study,
        "SELECT t.id, u.start FROM transcript t JOIN turn u ON u.revision_id = t.revision_id "
        "WHERE t.deleted = 0 AND t.id >= ? AND t.id < ? ORDER BY t.id, u.start",
        between or (0, 2**63 - 1),
    )
    found: dict[int, array[int]] = {}
    for transcript_id, start in zip(flat[::2], flat[1::2], strict=True):
        found.setdefault(transcript_id, array("q")).append(start)
    return found


def heirs(study: StudyFile) -> dict[int, int]:
    """Return for every code that was merged into another the living code that took its codings over."""
    rows = study.rows("SELECT id, merged_into, deleted FROM code")
    into = {row["id"]: row["merged_into"] for row in rows if row["deleted"] and row["merged_into"] is not None}
    living = {row["id"] for row in rows if not row["deleted"]}
    found: dict[int, int] = {}
    for code_id in into:
        at, steps = code_id, 0
        while at in into and steps <= len(into):
            at, steps = into[at], steps + 1
        if at in living:
            found[code_id] = at
    return found


def speakers(study: StudyFile) -> list[tuple[int, int, int, bool]]:
    """Return (speaker id, transcript id, participant id or 0, is an interviewer) of everyone in living transcripts."""
    rows = study.rows(
        "SELECT s.id, s.transcript_id, coalesce(p.id, 0) AS participant_id, s.role = 'interviewer' AS asks "
        "FROM speaker s JOIN transcript t ON t.id = s.transcript_id AND t.deleted = 0 "
        "LEFT JOIN participant p ON p.id = s.participant_id AND p.deleted = 0"
    )
    return [(row["id"], row["transcript_id"], row["participant_id"], bool(row["asks"])) for row in rows]
