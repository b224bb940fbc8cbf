"""Persons, places and other identifiers, and what was decided on them."""

import json
from typing import Any

from workbench.store.study_file import StudyFile
from workbench.store.unreadable import of_row
from workbench.study.masking import Decision, Entity, EntityKind


def entities(study: StudyFile) -> list[Entity]:
    """Return all entities; `mentions` is not counted here (see shield)."""
    return [_entity(row) for row in study.rows("SELECT * FROM entity WHERE deleted = 0 ORDER BY id")]


@of_row("entity")
def _entity(row: Any) -> Entity:
    return Entity(
        row["id"], EntityKind(row["kind"]), tuple(json.loads(row["forms"])), Decision(row["decision"]),
        row["replacement"], bool(row["match_case"]), row["reason"], bool(row["sure"]),
    )  # fmt: skip


def exceptions(study: StudyFile) -> set[tuple[int, int, int, int]]:
    """Return (entity id, transcript id, start, end) of mentions the researcher said are not the entity."""
    rows = study.rows('SELECT entity_id, transcript_id, start, "end" FROM entity_exception WHERE deleted = 0')
    return {(row["entity_id"], row["transcript_id"], row["start"], row["end"]) for row in rows}
