"""Quotes picked for the report."""

from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.study.quotes import EditKind, Quote, QuoteEdit
from workbench.study.spans import Span


def quotes(study: StudyFile) -> list[Quote]:
    """Return the picked quotes in board order (by theme, then rank)."""
    edits: dict[int, list[QuoteEdit]] = {}
    for row in study.rows('SELECT * FROM quote_edit WHERE deleted = 0 ORDER BY start, "end", id'):
        edit = QuoteEdit(row["id"], EditKind(row["kind"]), row["start"], row["end"], row["text"])
        edits.setdefault(row["quote_id"], []).append(edit)
    rows = study.rows(
        'SELECT q.id, q.guid, q.coding_id, c.transcript_id, c.start, c."end", q.theme_id, q.rank FROM quote q '
        "JOIN coding c ON c.id = q.coding_id AND c.deleted = 0 "
        "JOIN transcript t ON t.id = c.transcript_id AND t.deleted = 0 "
        "LEFT JOIN theme ON theme.id = q.theme_id "
        "WHERE q.deleted = 0 ORDER BY theme.rank, theme.id, q.rank, q.id"
    )
    return [
        Quote(row["id"], row["guid"], row["coding_id"], row["transcript_id"], Span(row["start"], row["end"]),
              row["theme_id"], row["rank"], tuple(edits.get(row["id"], ())))
        for row in rows
    ]  # fmt: skip


def quote(study: StudyFile, quote_id: int) -> Quote:
    """Return one quote; raise StudyError when it is gone."""
    for one in quotes(study):
        if one.id == quote_id:
            return one
    raise StudyError("This quote is no longer on the board.")
