"""Where and when each code was used first."""

from __future__ import annotations

import json
from dataclasses import dataclass

from workbench.store.lookups.narrowed import LIVING, conditions
from workbench.store.study_file import StudyFile
from workbench.study.coding_filter import EVERY_CODING, CodingFilter


@dataclass(frozen=True, slots=True)
class FirstUse:
    """A coding that is the first with its code: its id, code, transcript, time (ISO 8601, UTC) and coder's name."""

    coding_id: int
    code_id: int
    transcript_id: int
    created: str
    coder: str


def in_import_order(study: StudyFile, narrow: CodingFilter = EVERY_CODING) -> list[FirstUse]:
    """Return each code's first coding in the earliest imported of its transcripts, by place there."""
    more, values = conditions(narrow)
    rows = study.rows(
        "WITH firsts AS (SELECT c.code_id, min(c.transcript_id) AS transcript_id FROM coding c "
        f"WHERE {LIVING}{more} GROUP BY c.code_id) "
        "SELECT (SELECT c.id FROM coding c WHERE c.code_id = firsts.code_id AND c.transcript_id = firsts.transcript_id "
        f'AND {LIVING}{more} ORDER BY c.start, c."end", c.id LIMIT 1) AS id FROM firsts',
        values,
    )
    return _read(study, [row["id"] for row in rows])


def in_coding_order(study: StudyFile, narrow: CodingFilter = EVERY_CODING) -> list[FirstUse]:
    """Return the coding of each code that was made first."""
    more, values = conditions(narrow)
    rows = study.rows(
        "WITH firsts AS (SELECT c.code_id, min(c.created) AS created FROM coding c "
        f"WHERE {LIVING}{more} GROUP BY c.code_id) "
        "SELECT min(c.id) AS id FROM firsts CROSS JOIN coding c ON c.code_id = firsts.code_id "
        f"AND c.created = firsts.created WHERE {LIVING}{more} GROUP BY c.code_id",
        values,
    )
    return _read(study, [row["id"] for row in rows])


def coded_since(study: StudyFile, narrow: CodingFilter = EVERY_CODING) -> dict[int, str]:
    """Return when the first coding of each transcript was made, by transcript id."""
    more, values = conditions(narrow)
    rows = study.rows(
        f"SELECT c.transcript_id, min(c.created) AS first FROM coding c WHERE {LIVING}{more} GROUP BY c.transcript_id",
        values,
    )
    return {row["transcript_id"]: row["first"] for row in rows}


def codings_in(study: StudyFile, narrow: CodingFilter = EVERY_CODING) -> dict[int, int]:
    """Return how many codings each transcript has, by transcript id; those without are left out."""
    more, values = conditions(narrow)
    rows = study.rows(
        f"SELECT c.transcript_id, count(*) AS codings FROM coding c WHERE {LIVING}{more} GROUP BY c.transcript_id",
        values,
    )
    return {row["transcript_id"]: row["codings"] for row in rows}


def _read(study: StudyFile, ids: list[int]) -> list[FirstUse]:
    rows = study.rows(
        "SELECT c.id, c.code_id, c.transcript_id, c.created, coder.name AS coder FROM coding c "
        "JOIN coder ON coder.id = c.coder_id WHERE c.id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    return [FirstUse(row["id"], row["code_id"], row["transcript_id"], row["created"], row["coder"]) for row in rows]
