"""The numbers of the phase board."""

from workbench.store.study_file import StudyFile
from workbench.study.phases import StudyCounts

# Counted by transcript first: one walk through an index, however many codings there are.
_BY_TRANSCRIPT = (
    "(SELECT coalesce(sum(c.number), 0) FROM (SELECT transcript_id, count(*) AS number FROM coding "
    "WHERE deleted = 0{also} GROUP BY transcript_id) c JOIN transcript t ON t.id = c.transcript_id AND t.deleted = 0)"
)
_LIVE_QUOTE = (
    "quote q JOIN coding c ON c.id = q.coding_id AND c.deleted = 0 "
    "JOIN transcript t ON t.id = c.transcript_id AND t.deleted = 0"
)
_COUNTS = {
    "transcripts": "SELECT count(*) FROM transcript WHERE deleted = 0",
    "read": "SELECT count(DISTINCT r.transcript_id) FROM reading r JOIN transcript t ON t.id = r.transcript_id "
    "AND t.deleted = 0 WHERE r.deleted = 0 AND r.finished <> '' AND r.coder_id = :coder",
    "passes": "SELECT count(*) FROM reading r JOIN transcript t ON t.id = r.transcript_id "
    "AND t.deleted = 0 WHERE r.deleted = 0 AND r.finished <> '' AND r.coder_id = :coder",
    "coded": "SELECT count(*) FROM transcript t WHERE t.deleted = 0 AND EXISTS "
    "(SELECT 1 FROM coding c WHERE c.transcript_id = t.id AND c.deleted = 0)",
    "codes": "SELECT count(*) FROM code WHERE deleted = 0 AND codable = 1 AND status = 'active'",
    "defined_codes": "SELECT count(*) FROM code WHERE deleted = 0 AND codable = 1 AND status = 'active' "
    "AND (brief <> '' OR definition <> '')",
    "codings": f"SELECT {_BY_TRANSCRIPT.format(also='')}",
    "memos": "SELECT (SELECT count(*) FROM memo WHERE deleted = 0) + " + _BY_TRANSCRIPT.format(also=" AND memo <> ''"),
    "themes": "SELECT count(*) FROM theme WHERE deleted = 0 AND status <> 'dropped'",
    "gathered_codes": "SELECT count(DISTINCT l.code_id) FROM theme_code l JOIN theme ON theme.id = l.theme_id "
    "AND theme.deleted = 0 AND theme.status <> 'dropped' JOIN code c ON c.id = l.code_id AND c.deleted = 0 "
    "AND c.codable = 1 AND c.status = 'active' WHERE l.deleted = 0",
    "reviewed_themes": "SELECT count(*) FROM theme WHERE deleted = 0 AND status IN ('developing', 'final')",
    "defined_themes": "SELECT count(*) FROM theme WHERE deleted = 0 AND status <> 'dropped' "
    "AND concept <> '' AND definition <> ''",
    "quotes": f"SELECT count(*) FROM {_LIVE_QUOTE} WHERE q.deleted = 0",
    "themes_with_quotes": f"SELECT count(DISTINCT q.theme_id) FROM {_LIVE_QUOTE} JOIN theme "
    "ON theme.id = q.theme_id AND theme.deleted = 0 AND theme.status <> 'dropped' "
    "WHERE q.deleted = 0",
    "participants": "SELECT count(*) FROM participant WHERE deleted = 0",
    "undecided": "SELECT count(*) FROM entity WHERE deleted = 0 AND decision = 'undecided'",
    "entities": "SELECT count(*) FROM entity WHERE deleted = 0",
    "reviewed_transcripts": "SELECT count(*) FROM transcript WHERE deleted = 0 AND reviewed = 1",
    "exports": "SELECT count(*) FROM export WHERE deleted = 0",
    "coders": "SELECT count(*) FROM coder WHERE deleted = 0",
}


def counts(study: StudyFile) -> StudyCounts:
    """Return every number of the board in one question."""
    columns = ", ".join(f"({sql}) AS {name}" for name, sql in _COUNTS.items())
    row = study.rows(f"SELECT {columns}", {"coder": study.coder_id})[0]
    return StudyCounts(**{name: int(row[name]) for name in _COUNTS})
