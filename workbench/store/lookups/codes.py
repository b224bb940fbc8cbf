"""The codebook and how much each code is used."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.store.unreadable import of_row
from workbench.study.codes import Code, Codebook, CodeSource, CodeStatus, check_usable


@dataclass(frozen=True, slots=True)
class CodeUse:
    """How many codings a code has and how many people they come from.

    Whoever is not known is one person a transcript; an interviewer's words, and what is no data, are nobody's.
    """

    codings: int = 0
    people: int = 0


def codebook(study: StudyFile) -> Codebook:
    """Return the living codes as a tree, and the merged ones as redirects."""
    owners = {row["id"]: row["name"] for row in study.rows("SELECT id, name FROM coder")}
    codes = [_code(row, owners) for row in study.rows(f"SELECT {_COLUMNS} FROM code WHERE deleted = 0")]
    gone = study.rows(f"SELECT {_COLUMNS} FROM code WHERE deleted = 1 AND merged_into IS NOT NULL")
    return Codebook(codes, [_code(row, owners) for row in gone])


_COLUMNS = (
    'id, guid, name, parent_id, rank, brief, definition, "when", when_not, example, colour, codable, status, '
    "merged_into, counter_example, aliases, source, owner_id"
)
_STATUSES = {one.value: one for one in CodeStatus}
_SOURCES = {one.value: one for one in CodeSource}


@of_row("code")
def _code(row: Any, owners: Mapping[int, str]) -> Code:
    """Return a code from `_COLUMNS`; by place, for by name ten thousand rows take twice as long."""
    (
        code_id, guid, name, parent_id, rank, brief, definition, when, when_not, example, colour, codable, status,
        merged_into, counter_example, aliases, source, owner_id,
    ) = row  # fmt: skip
    return Code(
        code_id, guid, name, parent_id, rank, brief, definition, when, when_not, example, colour, bool(codable),
        _STATUSES[status], merged_into, counter_example, _aliases(aliases), _SOURCES[source], owners.get(owner_id, ""),
    )  # fmt: skip


def _aliases(written: str) -> tuple[str, ...]:
    return () if written == "[]" else tuple(json.loads(written))


def usable(study: StudyFile, code_id: int) -> Code:
    """Return a living code that passages may be coded with, following merges, without reading the whole codebook.

    Raises:
        StudyError: it is gone, only gathers other codes, or is retired.
    """
    rows = study.rows(
        "WITH RECURSIVE heir(id, merged_into, deleted) AS ("
        "SELECT id, merged_into, deleted FROM code WHERE id = ? UNION "
        "SELECT c.id, c.merged_into, c.deleted FROM code c JOIN heir ON c.id = heir.merged_into AND heir.deleted = 1) "
        f"SELECT {_COLUMNS} FROM code WHERE id = (SELECT id FROM heir WHERE deleted = 0)",
        (code_id,),
    )
    if not rows:
        raise StudyError("This code is no longer in the codebook.")
    return check_usable(_code(rows[0], {}))


def use(study: StudyFile) -> dict[int, CodeUse]:
    """Return the use of every code that has codings."""
    rows = study.rows(
        "WITH said AS (SELECT code_id, speaker_id, count(*) AS codings FROM coding "
        "  WHERE deleted = 0 GROUP BY code_id, speaker_id) "
        "SELECT said.code_id, sum(said.codings) AS codings, "
        "count(DISTINCT coalesce(p.id, iif(s.role IN ('interviewer', 'not data'), NULL, -s.transcript_id))) AS people "
        "FROM said JOIN speaker s ON s.id = said.speaker_id "
        "LEFT JOIN participant p ON p.id = s.participant_id AND p.deleted = 0 "
        "JOIN transcript t ON t.id = s.transcript_id AND t.deleted = 0 GROUP BY said.code_id"
    )
    return {row["code_id"]: CodeUse(row["codings"], row["people"]) for row in rows}


def is_used(study: StudyFile, code_id: int) -> bool:
    """Tell whether a code has codings in a transcript that is in the study; those of removed ones do not count."""
    return bool(study.value(
        "SELECT 1 FROM coding c JOIN transcript t ON t.id = c.transcript_id AND t.deleted = 0 "
        "WHERE c.code_id = ? AND c.deleted = 0 LIMIT 1",
        (code_id,),
    ))  # fmt: skip


def recent(study: StudyFile, limit: int = 9) -> list[int]:
    """Return the ids of the codes the current coder applied last (in the last 500 codings), newest first."""
    rows = study.rows(
        "SELECT code_id, max(id) AS last FROM (SELECT code_id, id FROM coding WHERE coder_id = ? AND deleted = 0 "
        "ORDER BY id DESC LIMIT 500) GROUP BY code_id ORDER BY last DESC LIMIT ?",
        (study.coder_id, limit),
    )
    return [row["code_id"] for row in rows]
