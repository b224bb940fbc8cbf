"""Where the finders saw the entities."""

from dataclasses import dataclass

from workbench.store.study_file import StudyFile


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where a finder saw an entity: characters `start`–`end` of a transcript's text as it was then."""

    transcript_id: int
    revision_id: int
    start: int
    end: int
    finder: str
    created: str


def findings(study: StudyFile, entity_id: int) -> list[Finding]:
    """Return where an entity was seen in the transcripts as they are now, by transcript and place."""
    rows = study.rows(
        'SELECT f.transcript_id, f.revision_id, f.start, f."end", f.finder, f.created FROM finding f '
        "JOIN transcript t ON t.id = f.transcript_id AND t.deleted = 0 AND t.revision_id = f.revision_id "
        "WHERE f.entity_id = ? AND f.deleted = 0 ORDER BY t.name, f.start, f.finder",
        (entity_id,),
    )
    return [Finding(*row) for row in rows]


def finding_counts(study: StudyFile) -> dict[int, int]:
    """Return how often the finders saw each entity in the transcripts as they are now."""
    rows = study.rows(
        "SELECT f.entity_id, count(*) AS count FROM finding f JOIN transcript t ON t.id = f.transcript_id "
        "AND t.deleted = 0 AND t.revision_id = f.revision_id WHERE f.deleted = 0 GROUP BY f.entity_id"
    )
    return {row["entity_id"]: row["count"] for row in rows}
