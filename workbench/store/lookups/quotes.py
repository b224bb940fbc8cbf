"""Quotes picked for the report."""

from typing import Any

from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.store.unreadable import of_row
from workbench.study.quotes import EditKind, PlacedQuote, Quote, QuoteEdit, QuoteRole, QuoteState
from workbench.study.spans import Span


def quotes(study: StudyFile) -> list[Quote]:
    """Return the picked quotes in board order (by theme, then rank)."""
    return _read(study, None)


def placed(study: StudyFile) -> list[PlacedQuote]:
    """Return where every picked quote stands, in board order: what a list needs before any of them is drawn."""
    rows = study.rows(
        'SELECT q.id, q.theme_id, c.transcript_id, c.start, c."end" FROM quote q '
        "JOIN coding c ON c.id = q.coding_id AND c.deleted = 0 "
        "JOIN transcript t ON t.id = c.transcript_id AND t.deleted = 0 "
        "LEFT JOIN theme ON theme.id = q.theme_id "
        "WHERE q.deleted = 0 ORDER BY theme.rank, theme.id, q.rank, q.id"
    )
    return [_placed(row) for row in rows]


def codings_quoted(study: StudyFile, theme_id: int) -> list[int]:
    """Return the ids of the codings picked for a theme, in board order."""
    rows = study.rows(
        "SELECT q.coding_id FROM quote q JOIN coding c ON c.id = q.coding_id AND c.deleted = 0 "
        "JOIN transcript t ON t.id = c.transcript_id AND t.deleted = 0 "
        "WHERE q.theme_id = ? AND q.deleted = 0 ORDER BY q.rank, q.id",
        (theme_id,),
    )
    return [row["coding_id"] for row in rows]


@of_row("quote")
def _placed(row: Any) -> PlacedQuote:
    quote_id, theme_id, transcript_id, start, end = row
    return PlacedQuote(quote_id, theme_id, transcript_id, Span(start, end))


def _read(study: StudyFile, quote_id: int | None) -> list[Quote]:
    one = {"quote": quote_id}
    edits: dict[int, list[QuoteEdit]] = {}
    edit_of = "" if quote_id is None else " AND quote_id = :quote"
    for row in study.rows(f'SELECT * FROM quote_edit WHERE deleted = 0{edit_of} ORDER BY start, "end", id', one):
        edits.setdefault(row["quote_id"], []).append(_edit(row))
    rows = study.rows(
        'SELECT q.*, c.transcript_id, c.start, c."end" FROM quote q '
        "JOIN coding c ON c.id = q.coding_id AND c.deleted = 0 "
        "JOIN transcript t ON t.id = c.transcript_id AND t.deleted = 0 "
        "LEFT JOIN theme ON theme.id = q.theme_id "
        f"WHERE q.deleted = 0{'' if quote_id is None else ' AND q.id = :quote'} "
        "ORDER BY theme.rank, theme.id, q.rank, q.id",
        one,
    )
    return [_quote(row, tuple(edits.get(row["id"], ()))) for row in rows]


@of_row("quote")
def _quote(row: Any, edits: tuple[QuoteEdit, ...]) -> Quote:
    return Quote(
        row["id"], row["guid"], row["coding_id"], row["transcript_id"], Span(row["start"], row["end"]),
        row["theme_id"], row["rank"], edits, QuoteState(row["state"]), QuoteRole(row["role"]), row["note"],
        row["translation"], row["translator"],
    )  # fmt: skip


@of_row("quote_edit")
def _edit(row: Any) -> QuoteEdit:
    return QuoteEdit(row["id"], EditKind(row["kind"]), row["start"], row["end"], row["text"])


def quote(study: StudyFile, quote_id: int) -> Quote:
    """Return one quote; raise StudyError when it is gone."""
    found = _read(study, quote_id)
    if not found:
        raise StudyError("This quote is no longer on the board.")
    return found[0]
