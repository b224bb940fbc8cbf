"""What is shown of the turns that were found."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from workbench.store.search.vocabulary import stem_of
from workbench.store.study_file import StudyFile
from workbench.study.search_match import Excerpt, FinderMaker, Matcher, excerpt, standard_finder
from workbench.study.search_query import Query
from workbench.study.spans import Span
from workbench.study.transcripts import Role

_EXCERPT = 160
_ROLES = {role.value: role for role in Role}

_TURNS = """
SELECT u.id, u.number, u.start, u."end", u.begin_ms, s.label, s.role, coalesce(p.label, '') AS participant,
  t.id AS transcript_id, t.name, substr(x.body, u.start + 1, u."end" - u.start) AS words
FROM json_each(:ids) k CROSS JOIN turn u ON u.id = k.value CROSS JOIN revision r ON r.id = u.revision_id
CROSS JOIN transcript t ON t.id = r.transcript_id CROSS JOIN transcript_text x ON x.revision_id = r.id
CROSS JOIN speaker s ON s.id = u.speaker_id LEFT JOIN participant p ON p.id = s.participant_id AND p.deleted = 0
ORDER BY k.key
"""
_CODES = """
SELECT DISTINCT u.id AS turn_id, c.code_id, code.name FROM json_each(:ids) k CROSS JOIN turn u ON u.id = k.value
CROSS JOIN revision r ON r.id = u.revision_id CROSS JOIN coding c ON c.transcript_id = r.transcript_id
  AND c.deleted = 0 AND c.start < u."end" AND c."end" > u.start AND c.revision_id = u.revision_id
CROSS JOIN code ON code.id = c.code_id ORDER BY code.name, c.code_id
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A turn that was found. All spans count in the transcript's text.

    `marks` are the words and phrases that were found in the turn, `excerpt` about 160 characters round the best of
    them, `code_ids` and `codes` the codes on any part of the turn, by name. `exact`: the words themselves were found,
    not only words that hold them.
    """

    transcript_id: int
    transcript: str
    turn: int
    span: Span
    speaker: str
    role: Role
    participant: str
    excerpt: Excerpt
    marks: tuple[Span, ...]
    code_ids: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()
    begin_ms: int | None = None
    exact: bool = True

    @property
    def coded(self) -> bool:
        """Whether a code is on any part of the turn."""
        return bool(self.codes)


def matcher_for(study: StudyFile, query: Query, finder: FinderMaker = standard_finder) -> Matcher:
    """Return the query made ready for texts in the language of the study."""
    return Matcher(query, stem_of(study.language) if query.stems else None, finder)


class Marker(Protocol):
    """Knows what was found in a turn."""

    def marks(self, text: str) -> list[Span]:
        """Return the spans in a turn's text, in order, without overlap."""
        ...


def read_hits(study: StudyFile, matcher: Marker, ids: Sequence[int], exact: Collection[int] | None = None) -> list[Hit]:
    """Return the turns of these ids as hits, in this order; `exact` are those with the words themselves (None: all)."""
    if not ids:
        return []
    listed = {"ids": json.dumps(list(ids))}
    codes: dict[int, dict[int, str]] = {}
    for row in study.rows(_CODES, listed):
        codes.setdefault(row["turn_id"], {})[row["code_id"]] = row["name"]
    return [_hit(row, matcher, codes.get(row["id"], {}), exact) for row in study.rows(_TURNS, listed)]


def _hit(row: Any, matcher: Marker, codes: Mapping[int, str], exact: Collection[int] | None) -> Hit:
    start = row["start"]
    marks = matcher.marks(row["words"])
    return Hit(
        row["transcript_id"], row["name"], row["number"], Span(start, row["end"]), row["label"], _ROLES[row["role"]],
        row["participant"], excerpt(row["words"], marks, _EXCERPT).moved(start),
        tuple(Span(mark.start + start, mark.end + start) for mark in marks), tuple(codes), tuple(codes.values()),
        row["begin_ms"], exact is None or row["id"] in exact,
    )  # fmt: skip
