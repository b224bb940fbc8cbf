"""What a list tells of one transcript without reading all of it."""

from dataclasses import dataclass
from typing import Any

from workbench.store.study_file import StudyFile
from workbench.store.unreadable import of_row
from workbench.study.transcripts import Role


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of a transcript: label, role, participant label, turns, and characters spoken."""

    speaker: str
    role: Role
    participant: str
    turns: int
    characters: int


@dataclass(frozen=True, slots=True)
class Opening:
    """A turn at the beginning: its number, who speaks, and the words."""

    number: int
    speaker: str
    role: Role
    words: str


@of_row("speaker")
def _role(row: Any) -> Role:
    return Role(row["role"])


def voices(study: StudyFile, transcript_id: int) -> list[Voice]:
    """Return the speakers of a transcript in the order they first speak."""
    rows = study.rows(
        "SELECT s.id, s.label AS speaker, s.role, coalesce(p.label, '') AS participant, count(*) AS turns, "
        'sum(u."end" - u.start) AS size FROM transcript t JOIN turn u ON u.revision_id = t.revision_id '
        "JOIN speaker s ON s.id = u.speaker_id "
        "LEFT JOIN participant p ON p.id = s.participant_id AND p.deleted = 0 "
        "WHERE t.id = ? GROUP BY s.label, s.role, p.label ORDER BY min(u.number)",
        (transcript_id,),
    )
    return [Voice(row["speaker"], _role(row), row["participant"], row["turns"], row["size"]) for row in rows]


def opening(study: StudyFile, transcript_id: int, turns: int = 8, most: int = 400) -> list[Opening]:
    """Return the first turns, each with at most its first `most` characters."""
    rows = study.rows(
        "SELECT u.number, s.id, s.label AS speaker, s.role, "
        'substr(x.body, u.start + 1, min(u."end" - u.start, :most)) AS words '
        "FROM transcript t JOIN turn u ON u.revision_id = t.revision_id "
        "JOIN transcript_text x ON x.revision_id = t.revision_id JOIN speaker s ON s.id = u.speaker_id "
        "WHERE t.id = :id ORDER BY u.number LIMIT :turns",
        {"id": transcript_id, "turns": turns, "most": most},
    )
    return [Opening(row["number"], row["speaker"], _role(row), row["words"]) for row in rows]


def participants_of(study: StudyFile, transcript_id: int) -> list[int]:
    """Return the ids of the participants who speak in a transcript, the most talkative first."""
    rows = study.rows(
        'SELECT s.participant_id AS id, sum(u."end" - u.start) AS size FROM transcript t '
        "JOIN turn u ON u.revision_id = t.revision_id JOIN speaker s ON s.id = u.speaker_id "
        "WHERE t.id = ? AND s.participant_id IS NOT NULL GROUP BY s.participant_id ORDER BY size DESC",
        (transcript_id,),
    )
    return [row["id"] for row in rows]
