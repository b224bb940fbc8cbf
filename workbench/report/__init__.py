"""Reports: the quote board, how it is spread, and the files it leaves in, all through the gate."""

from workbench.report.board import Board, BoardTheme, Spread, board, spread
from workbench.report.board_quote import BoardQuote, reference
from workbench.report.export import ExportResult, export_quotes, formats

__all__ = [
    "Board",
    "BoardQuote",
    "BoardTheme",
    "ExportResult",
    "Spread",
    "board",
    "export_quotes",
    "formats",
    "reference",
    "spread",
]
