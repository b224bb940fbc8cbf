"""Memos on the things of a study."""

from dataclasses import dataclass

from workbench.store.study_file import StudyFile


@dataclass(frozen=True, slots=True)
class Memo:
    """What a coder noted, and when (ISO 8601, UTC)."""

    id: int
    text: str
    coder: str
    created: str


def on(study: StudyFile, about: str, about_id: int) -> list[Memo]:
    """Return the memos on a thing, the newest first."""
    rows = study.rows(
        "SELECT m.id, m.text, m.created, coalesce(c.name, '') AS coder "
        "FROM memo m LEFT JOIN coder c ON c.id = m.coder_id "
        "WHERE m.about = ? AND m.about_id = ? AND m.deleted = 0 ORDER BY m.id DESC",
        (about, about_id),
    )
    return [Memo(row["id"], row["text"], row["coder"], row["created"]) for row in rows]
