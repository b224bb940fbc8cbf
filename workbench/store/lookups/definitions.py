"""How a code's definition has read, and which passages were coded while it read otherwise."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.store.study_file import StudyFile
from workbench.store.unreadable import json_of
from workbench.study.codes import DEFINITION_FIELDS


@dataclass(frozen=True, slots=True)
class DefinitionVersion:
    """How a definition read from act `act_id` on: field → text. `at` is ISO 8601 in UTC, `coder` who wrote it."""

    act_id: int
    at: str
    coder: str
    fields: Mapping[str, str]


def definition_versions(study: StudyFile, code_id: int) -> list[DefinitionVersion]:
    """Return every version of a code's definition, oldest first; undoing brings the earlier text as a new version."""
    found = study.rows("SELECT * FROM code WHERE id = ?", (code_id,))
    if not found:
        return []
    state = {name: str(found[0][name]) for name in DEFINITION_FIELDS}
    changes = study.rows(
        "SELECT c.act_id, c.before, c.after, act.at, coalesce(coder.name, '') AS coder FROM change c "
        "JOIN act ON act.id = c.act_id LEFT JOIN coder ON coder.id = act.coder_id "
        "WHERE c.tbl = 'code' AND c.row_id = ? ORDER BY c.act_id DESC, c.id DESC",
        (code_id,),
    )
    versions: list[DefinitionVersion] = []
    for at, change in enumerate(changes):
        before = json_of(change["before"])
        earlier = state | {name: str(before[name]) for name in DEFINITION_FIELDS if name in before}
        first = at == len(changes) - 1
        # What one act wrote in several steps is one version.
        same_act = versions and versions[-1].act_id == change["act_id"]
        if (earlier != state or first) and not same_act:
            versions.append(DefinitionVersion(change["act_id"], change["at"], change["coder"], dict(state)))
        state = earlier
    return versions[::-1]


def codings_before_definition(study: StudyFile, code_id: int) -> int:
    """Return how many of a code's codings were made while its definition read otherwise than it does now.

    A coding counts from the act that gave it this code: made with it, recoded or merged to it.
    """
    versions = definition_versions(study, code_id)
    if len(versions) < 2:
        return 0
    rows = study.rows(
        "SELECT max(ch.act_id) AS given FROM coding c JOIN transcript t ON t.id = c.transcript_id AND t.deleted = 0 "
        "JOIN change ch ON ch.tbl = 'coding' AND ch.row_id = c.id JOIN act ON act.id = ch.act_id AND act.kind = 'do' "
        "WHERE c.code_id = ? AND c.deleted = 0 AND json_extract(ch.after, '$.code_id') = c.code_id GROUP BY c.id",
        (code_id,),
    )
    beginnings, now = [one.act_id for one in versions], versions[-1].fields
    return sum(versions[max(0, bisect_right(beginnings, row["given"]) - 1)].fields != now for row in rows)
