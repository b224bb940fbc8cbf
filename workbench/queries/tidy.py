"""Answers as tidy rows of text for R, pandas and spreadsheets: a row an observation, columns named in English.

No words of passages are here: those leave a study through the gate (see `report.passage_file`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.queries.coverage import Coverage, Stretch, TranscriptCoverage
from workbench.queries.growth import Step
from workbench.queries.meeting import Found
from workbench.queries.tables import Table
from workbench.study.codings import CodedPassage
from workbench.study.ids import short

Row = tuple[str, ...]

CELL_COLUMNS = ("row", "row_path", "column", "column_path", "people", "mentions", "row_share", "column_share", "few")
PASSAGE_COLUMNS = (
    "id", "transcript", "participant", "turn", "begin_ms", "start", "end", "code", "coder", "level", "stance", "round",
    "origin", "created", "met", "words",
)  # fmt: skip
TRANSCRIPT_COLUMNS = (
    "transcript", "words", "coded_words", "share", "codings", "per_thousand_words", "attention", "turns", "coded_turns",
)  # fmt: skip
STRETCH_COLUMNS = ("transcript", "first_turn", "last_turn", "start", "end", "words")
STEP_COLUMNS = ("position", "transcript", "codings", "new_codes", "total_codes", "codes")
HEADERS = (CELL_COLUMNS, PASSAGE_COLUMNS[:-1], TRANSCRIPT_COLUMNS, STRETCH_COLUMNS, STEP_COLUMNS)


def share(value: float) -> str:
    """Return a share with four decimals."""
    return f"{value:.4f}"


def cells(table: Table, few: int = 0, *, zeros: bool = False) -> Iterator[Row]:
    """Yield the cells of a table, row by row, with `zeros` the empty ones too.

    What is about fewer than `few` people is told as `<few`, without mentions and shares; see `Table.is_few`.
    """
    yield CELL_COLUMNS
    for row in range(len(table.rows)):
        filled = range(len(table.columns)) if zeros else [one for one, *_ in table.cells.of_row(row)]
        for column in filled:
            yield _cell(table, row, column, few)


def _cell(table: Table, row: int, column: int, few: int) -> Row:
    head, top = table.rows[row], table.columns[column]
    names = (head.name, head.path, top.name, top.path)
    if table.is_few(row, column, few):
        return (*names, f"<{few}", "", "", "", "yes")
    people, mentions = table.cells.at(row, column)
    shares = (share(table.row_share(row, column)), share(table.column_share(row, column)))
    return (*names, str(people), str(mentions), *shares, "")


def few_cells(table: Table, few: int) -> int:
    """Return how many cells are about fewer than `few` people."""
    rows = range(len(table.rows))
    return sum(table.is_few(row, column, few) for row in rows for column, *_ in table.cells.of_row(row))


def passages(found: Iterable[Found]) -> Iterator[Row]:
    """Yield passages without their words."""
    yield PASSAGE_COLUMNS[:-1]
    for one in found:
        yield passage(one.passage, one.met)


def passage(one: CodedPassage, met: Sequence[CodedPassage] = ()) -> Row:
    """Return a passage without its words; `met` names the codes that meet it, each once."""
    coding = one.coding
    names = "; ".join(dict.fromkeys(other.code for other in met))
    return (
        short(coding.id), one.transcript, one.participant, str(one.turn),
        "" if one.begin_ms is None else str(one.begin_ms), str(coding.span.start), str(coding.span.end), one.code,
        one.coder, coding.level.value, coding.stance.value, str(coding.round), coding.origin.value, coding.created,
        names,
    )  # fmt: skip


def transcripts(coverage: Coverage) -> Iterator[Row]:
    """Yield the coverage of each transcript."""
    yield TRANSCRIPT_COLUMNS
    for one in coverage.transcripts:
        attention = coverage.attention(one)
        yield (
            one.transcript, str(one.words), str(one.coded), share(one.share), str(one.codings), f"{one.density:.2f}",
            "" if attention is None else f"{attention:.2f}", str(len(one.turns)), str(coded_turns(one)),
        )  # fmt: skip


def coded_turns(one: TranscriptCoverage) -> int:
    """Return how many of a transcript's participants' turns have a coded word."""
    return sum(turn.coded > 0 for turn in one.turns)


def stretches(listed: Iterable[Stretch]) -> Iterator[Row]:
    """Yield uncoded stretches."""
    yield STRETCH_COLUMNS
    for one in listed:
        yield (one.transcript, str(one.first), str(one.last), str(one.start), str(one.end), str(one.words))


def steps(listed: Iterable[Step]) -> Iterator[Row]:
    """Yield the interviews with their new codes."""
    yield STEP_COLUMNS
    for number, one in enumerate(listed, 1):
        codes = "; ".join(new.path for new in one.new)
        yield (str(number), one.transcript, str(one.codings), str(len(one.new)), str(one.total), codes)
