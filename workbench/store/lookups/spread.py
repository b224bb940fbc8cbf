"""Whose words a set of codes is on, and what was done to a thing."""

from collections.abc import Collection

from workbench.store.journal import line_of
from workbench.store.study_file import StudyFile
from workbench.study.changes import AuditLine


def spread(study: StudyFile, code_ids: Collection[int]) -> dict[str, int]:
    """Return how many codings the codes have on each person's words, most first.

    A person is named by label; words of nobody known count for their transcript.
    """
    marks = ",".join(str(int(one)) for one in code_ids)
    rows = study.rows(
        "SELECT coalesce(p.label, t.name) AS who, count(*) AS codings "
        "FROM coding c JOIN transcript t ON t.id = c.transcript_id AND t.deleted = 0 "
        "LEFT JOIN speaker s ON s.id = c.speaker_id "
        "LEFT JOIN participant p ON p.id = s.participant_id AND p.deleted = 0 "
        f"WHERE c.deleted = 0 AND c.code_id IN ({marks}) GROUP BY who ORDER BY codings DESC, who"
    )
    return {row["who"]: row["codings"] for row in rows}


def acts_on(study: StudyFile, table: str, row_id: int, limit: int = 5) -> list[AuditLine]:
    """Return the audit lines of the acts that changed a row, newest first."""
    rows = study.rows(
        "SELECT act.*, coalesce(coder.name, '') AS coder, 1 AS rows "
        "FROM act LEFT JOIN coder ON coder.id = act.coder_id "
        "WHERE act.id IN (SELECT act_id FROM change WHERE tbl = ? AND row_id = ?) ORDER BY act.id DESC LIMIT ?",
        (table, row_id, limit),
    )
    return [line_of(row) for row in rows]
