"""What a text is kept with: the untouched original, the repairs over it, and marks within the text."""

import json
from dataclasses import dataclass

from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.study.new_transcripts import Mark, MarkKind
from workbench.study.repairs import Repair, RepairKind, RepairState
from workbench.study.text_map import TextMap


@dataclass(frozen=True, slots=True)
class StoredOriginal:
    """What a file said, and where its characters stand in the present text."""

    text: str
    kept: TextMap


@dataclass(frozen=True, slots=True)
class StoredRepair:
    """A repair over the original of the present text, and whether it is made."""

    id: int
    repair: Repair
    state: RepairState


def original(study: StudyFile, transcript_id: int) -> StoredOriginal | None:
    """Return the original of a transcript's present text, or None when none is kept.

    Raises:
        StudyError: it cannot be read.
    """
    rows = study.rows(
        "SELECT o.body, o.kept FROM original o JOIN transcript t ON t.revision_id = o.revision_id WHERE t.id = ?",
        (transcript_id,),
    )
    if not rows:
        return None
    try:
        return StoredOriginal(str(rows[0]["body"]), TextMap.from_json(json.loads(rows[0]["kept"])))
    except (ValueError, TypeError) as error:
        raise StudyError("What is kept of the original cannot be read; run `workbench check`.") from error


def repairs(study: StudyFile, transcript_id: int) -> list[StoredRepair]:
    """Return the repairs of a transcript's present text, in the original's order."""
    rows = study.rows(
        'SELECT r.id, r.start, r."end", r.after, r.kind, r.sure, r.why, r.state FROM repair r '
        "JOIN transcript t ON t.revision_id = r.revision_id WHERE t.id = ? AND r.deleted = 0 ORDER BY r.start",
        (transcript_id,),
    )
    return [
        StoredRepair(
            row["id"],
            Repair(row["start"], row["end"], row["after"], RepairKind(row["kind"]), bool(row["sure"]), row["why"]),
            RepairState(row["state"]),
        )
        for row in rows
    ]


def marks(study: StudyFile, transcript_id: int) -> list[Mark]:
    """Return the marks within a transcript's present text, in order."""
    rows = study.rows(
        'SELECT m.kind, m.start, m."end", m.value FROM mark m JOIN transcript t ON t.revision_id = m.revision_id '
        "WHERE t.id = ? ORDER BY m.start, m.id",
        (transcript_id,),
    )
    return [Mark(MarkKind(row["kind"]), row["start"], row["end"], row["value"]) for row in rows]
