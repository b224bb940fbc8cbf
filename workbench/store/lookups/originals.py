"""What a text is kept with: the untouched original, the repairs over it, and marks within the text."""

import json
from dataclasses import dataclass

from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.study.new_transcripts import Mark, MarkKind
from workbench.study.repairs import Repair, RepairKind, RepairState
from workbench.study.text_map import TextMap, restored


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
    revision_id = study.value("SELECT revision_id FROM transcript WHERE id = ?", (transcript_id,))
    return None if revision_id is None else original_of(study, int(revision_id))


def original_of(study: StudyFile, revision_id: int) -> StoredOriginal | None:
    """Return the original of a revision, or None when none is kept.

    It is kept as what of it does not stand in the text, beside the map between the two.

    Raises:
        StudyError: it cannot be read.
    """
    rows = study.rows(
        "SELECT o.gaps, o.kept, x.body FROM original o JOIN transcript_text x ON x.revision_id = o.revision_id "
        "WHERE o.revision_id = ?",
        (revision_id,),
    )
    if not rows:
        return None
    try:
        kept = TextMap.from_json(json.loads(rows[0]["kept"]))
        return StoredOriginal(restored(str(rows[0]["body"]), kept, map(str, json.loads(rows[0]["gaps"]))), kept)
    except (ValueError, TypeError, StudyError) as error:
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
    revision_id = study.value("SELECT revision_id FROM transcript WHERE id = ?", (transcript_id,))
    return [] if revision_id is None else marks_of(study, int(revision_id))


def marks_of(study: StudyFile, revision_id: int) -> list[Mark]:
    """Return the marks within the text of a revision, past or present, in order."""
    sql = 'SELECT kind, start, "end", value FROM mark WHERE revision_id = ? ORDER BY start, id'
    rows = study.rows(sql, (revision_id,))
    return [Mark(MarkKind(row["kind"]), row["start"], row["end"], row["value"]) for row in rows]
