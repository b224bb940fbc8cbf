"""Who speaks in the transcripts, as labelled there."""

from dataclasses import dataclass
from typing import Any

from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.store.unreadable import of_row
from workbench.study.text import squeeze_name
from workbench.study.transcripts import Role


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker of one transcript: label, role, participant's label (may be empty), turns, codings of their words."""

    id: int
    transcript_id: int
    transcript: str
    label: str
    role: Role
    participant: str
    turns: int
    codings: int


_SPEAKERS = """
SELECT s.id, s.transcript_id, t.name, s.label, s.role, coalesce(p.label, '') AS participant,
  (SELECT count(*) FROM turn u WHERE u.revision_id = t.revision_id AND u.speaker_id = s.id) AS turns,
  (SELECT min(u.number) FROM turn u WHERE u.revision_id = t.revision_id AND u.speaker_id = s.id) AS first,
  (SELECT count(*) FROM coding c WHERE c.transcript_id = t.id AND c.speaker_id = s.id AND c.deleted = 0) AS codings
FROM speaker s JOIN transcript t ON t.id = s.transcript_id AND t.deleted = 0
LEFT JOIN participant p ON p.id = s.participant_id AND p.deleted = 0
WHERE s.deleted = 0 AND (:transcript IS NULL OR s.transcript_id = :transcript) ORDER BY t.name, first, s.id
"""


def speakers(study: StudyFile, transcript_id: int | None = None) -> list[Speaker]:
    """Return the speakers of one transcript, or of all, in the order they first speak."""
    rows = study.rows(_SPEAKERS, {"transcript": transcript_id})
    return [_speaker(row) for row in rows]


@of_row("speaker")
def _speaker(row: Any) -> Speaker:
    return Speaker(
        row["id"], row["transcript_id"], row["name"], row["label"], Role(row["role"]), row["participant"],
        row["turns"], row["codings"],
    )  # fmt: skip


def speaker_labelled(study: StudyFile, transcript_id: int, label: str) -> list[Speaker]:
    """Return the speakers of a transcript with that label, case aside (several when their roles differ).

    Raises:
        StudyError: there is none.
    """
    wanted, found = squeeze_name(label).casefold(), speakers(study, transcript_id)
    hits = [one for one in found if one.label.casefold() == wanted]
    if not hits:
        names = ", ".join(dict.fromkeys(one.label or "–" for one in found))
        raise StudyError(f"Nobody is labelled «{label}» in this transcript; the labels are {names}.")
    return hits
