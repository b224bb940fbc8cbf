"""Reviews of themes."""

from typing import Any

from workbench.store.lookups.codings import passages
from workbench.store.study_file import StudyFile
from workbench.study.reviews import Review, ReviewCounts

# A review counts while the passage or transcript it is on is in the study.
_LIVE = """
FROM review r JOIN theme ON theme.id = r.theme_id AND theme.deleted = 0
LEFT JOIN coding c ON c.id = r.coding_id AND c.deleted = 0
JOIN transcript t ON t.id = coalesce(c.transcript_id, r.transcript_id) AND t.deleted = 0
WHERE r.deleted = 0 AND (r.coding_id IS NULL OR c.id IS NOT NULL)
"""


def reviews(study: StudyFile, theme_id: int | None = None, level: int | None = None) -> list[Review]:
    """Return reviews, newest first, of one theme and level or of all."""
    rows = study.rows(
        "SELECT r.*, theme.name AS theme, t.name AS transcript, "
        "(SELECT name FROM coder WHERE coder.id = r.coder_id) AS coder "
        f"{_LIVE} AND (:theme IS NULL OR r.theme_id = :theme) AND (:level IS NULL OR r.level = :level) "
        "ORDER BY r.id DESC",
        {"theme": theme_id, "level": level},
    )
    return [_review(study, row) for row in rows]


def _review(study: StudyFile, row: Any) -> Review:
    found = [] if row["coding_id"] is None else passages(study, coding_id=row["coding_id"])
    return Review(
        row["id"], row["level"], row["theme"], row["verdict"], row["why"], row["coder"] or "", row["created"],
        row["transcript"], found[0] if found else None,
    )  # fmt: skip


def review_counts(study: StudyFile, theme_id: int) -> ReviewCounts:
    """Return what was reviewed of a theme, by all coders, and how many passages and transcripts there are."""
    by_verdict: dict[int, dict[str, int]] = {1: {}, 2: {}}
    for row in study.rows(
        f"SELECT r.level, r.verdict, count(*) AS count {_LIVE} AND r.theme_id = ? GROUP BY r.level, r.verdict",
        (theme_id,),
    ):
        by_verdict[row["level"]][row["verdict"]] = row["count"]
    done = study.rows(
        f"SELECT count(DISTINCT r.coding_id) AS passages, count(DISTINCT r.transcript_id) AS texts {_LIVE} "
        "AND r.theme_id = ?",
        (theme_id,),
    )[0]
    there = study.rows(
        "SELECT (SELECT count(*) FROM transcript WHERE deleted = 0) AS texts, "
        "(SELECT count(*) FROM coding c JOIN transcript t ON t.id = c.transcript_id AND t.deleted = 0 "
        "WHERE c.deleted = 0 AND c.code_id IN "
        "(SELECT code_id FROM theme_code WHERE theme_id = ? AND deleted = 0)) AS passages",
        (theme_id,),
    )[0]
    return ReviewCounts(
        by_verdict[1], by_verdict[2], done["passages"], there["passages"], done["texts"], there["texts"]
    )
