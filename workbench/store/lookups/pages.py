"""Coded passages a page at a time, in order of the transcripts' names, without putting all of them in order first."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from workbench.store.lookups.codings import of_ids
from workbench.store.lookups.narrowed import LIVING, conditions
from workbench.store.study_file import StudyFile
from workbench.study.coding_filter import EVERY_CODING, CodingFilter
from workbench.study.codings import CodedPassage

# Up to so many codings are cheaper to put in order than to find by walking through the transcripts.
_FEW = 3_000
_AFTER = (
    " AND t.name >= :name COLLATE NOCASE AND (t.name > :name COLLATE NOCASE OR "
    '(c.start, c."end", c.id) > (:start, :end, :id))'
)
_PAGE = """
SELECT c.id FROM {joined} WHERE t.deleted = 0 AND c.deleted = 0 AND {codes}{more}{after}
ORDER BY t.name COLLATE NOCASE, c.start, c."end", c.id LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class PageEnd:
    """The passage a page ends with: the next page begins after it."""

    name: str
    start: int
    end: int
    id: int


def end_of(passage: CodedPassage) -> PageEnd:
    """Return where a page that ends with this passage ends."""
    coding = passage.coding
    return PageEnd(passage.transcript, coding.span.start, coding.span.end, coding.id)


def page(
    study: StudyFile,
    codes: Collection[int],
    narrow: CodingFilter = EVERY_CODING,
    after: PageEnd | None = None,
    limit: int = 50,
    around: int = 60,
) -> list[CodedPassage]:
    """Return at most `limit` (-1: all) passages of codes, by transcript name (case aside), start, end and id.

    `after` goes on behind an earlier page; `around` characters on each side come with each passage.
    """
    values: dict[str, Any] = {"limit": limit, "codes": json.dumps(sorted(codes))}
    more, asked = conditions(narrow)
    values |= asked
    if narrow.transcripts:
        # Said of the transcript too, it is found before its codings are looked at.
        more += " AND t.id IN (SELECT value FROM json_each(:transcripts))"
    if after is not None:
        values |= {"name": after.name, "start": after.start, "end": after.end, "id": after.id}
    # SQLite keeps the order that CROSS JOIN states: transcripts first come by the index of their names, unsorted.
    few = limit < 0 or _is_few(study, codes)
    joined = "coding c CROSS JOIN transcript t ON t.id = c.transcript_id"
    if not few:
        joined = "transcript t CROSS JOIN coding c ON c.transcript_id = t.id"
    # A single code has an index that leads to its codings in a transcript; for several the transcript's own is better.
    column = "c.code_id" if few or len(codes) == 1 else "+c.code_id"
    sql = _PAGE.format(
        joined=joined, more=more, after=_AFTER if after else "",
        codes=f"{column} IN (SELECT value FROM json_each(:codes))",
    )  # fmt: skip
    return of_ids(study, [row["id"] for row in study.rows(sql, values)], around)


def _is_few(study: StudyFile, codes: Collection[int]) -> bool:
    found = study.value(
        "SELECT count(*) FROM (SELECT 1 FROM coding c WHERE c.deleted = 0 "
        "AND c.code_id IN (SELECT value FROM json_each(?)) LIMIT ?)",
        (json.dumps(list(codes)), _FEW),
    )
    return int(found) < _FEW


def said_by(study: StudyFile, codes: Collection[int], narrow: CodingFilter = EVERY_CODING) -> dict[int, int]:
    """Return how many codings of the codes each speaker has; the transcript's id below zero where nobody speaks."""
    more, values = conditions(narrow)
    rows = study.rows(
        "SELECT coalesce(c.speaker_id, -c.transcript_id) AS speaker, count(*) AS codings FROM coding c "
        f"WHERE {LIVING} AND c.code_id IN (SELECT value FROM json_each(:codes)){more} GROUP BY 1",
        values | {"codes": json.dumps(list(codes))},
    )
    return {row["speaker"]: row["codings"] for row in rows}
