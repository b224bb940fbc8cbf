"""Tables as cells of text, from CSV, Excel and OpenDocument sheets, with limits on their size."""

import csv
import datetime
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import TranscriptError
from workbench.study.text import canonical, squeeze_name
from workbench.transcripts import decode, sniff
from workbench.transcripts.packages import Package

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

SHEET_SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".ods")
MAX_COLUMNS, MAX_ROWS, MAX_CELLS = 1_000, 100_000, 5_000_000
_MAX_CELL = 1_000_000
_TOO_LARGE = "{} has {}; a table of people has less. Delete what is not needed and save it anew."
_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d+)"')
_FILLED = re.compile(rb"<table:table-cell[^>]{0,2000}?office:value-type[^>]{0,2000}>")
_FAR = re.compile(rb'<c r="([A-Z]+)(\d+)"')

Cells = list[list[str]]


def one_line(value: str) -> str:
    """Return a cell's words on one line, and `47` for `47.0` and `47,0`."""
    return number(squeeze_name(value))


def prose(value: str) -> str:
    """Return a cell's text as the workbench keeps text, with its line ends."""
    return canonical(value.replace("_x000D_", "")).text.strip()


def number(text: str) -> str:
    """Return `47` for `47.0` and `47,0`, as tables made from calculations write it; anything else as it is."""
    return re.sub(r"^(-?\d+)[.,]0+$", r"\1", text)


def read(
    data: bytes, path: Path, name: str, tidy: Callable[[str], str] = one_line, encoding: str | None = None
) -> Cells:
    """Return the rows of the first sheet that holds anything, each cell through `tidy`; empty rows stay empty.

    CSV may be parted by comma, semicolon or tab and be in any encoding (guessed when not given). Of formulas the
    values are read. A cell merged downwards holds for every row it covers.

    Raises:
        TranscriptError: it is no table, is damaged, or is larger than 100,000 rows, 1,000 columns or 5 M cells.
    """
    cells = _workbook(data, name, tidy) if data.startswith(sniff.ZIP) else _text(data, path, name, tidy, encoding)
    width = max(map(len, cells), default=0)
    if len(cells) > MAX_ROWS:
        raise TranscriptError(_TOO_LARGE.format(name, f"more than {MAX_ROWS} rows"))
    if width > MAX_COLUMNS:
        raise TranscriptError(_TOO_LARGE.format(name, f"{width} columns"))
    return cells


def _text(data: bytes, path: Path, name: str, tidy: Callable[[str], str], encoding: str | None) -> Cells:
    sniff.refuse_stranger(data, name)
    if path.suffix.lower() not in SHEET_SUFFIXES:
        raise TranscriptError(f"{name} is no people table the workbench reads; save it as csv or xlsx.")
    text, _, _ = decode.decode(data, name, encoding)
    text = text.removeprefix("\ufeff").replace("\0", "")
    tables = [_split(text, separator, name) for separator in ";,\t"]
    best = max(tables, key=_evenness)
    return [[tidy(cell) for cell in row] for row in best]


def _split(text: str, separator: str, name: str) -> Cells:
    first, _, rest = text.partition("\n")
    if first.strip().casefold() == f"sep={separator}":  # the line by which Excel is told the separator
        text = rest
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise TranscriptError(f"{name} cannot be read as a table ({error}); save it anew as csv or xlsx.") from error


def _evenness(rows: Sequence[Sequence[str]]) -> tuple[float, int]:
    """Rank a way of splitting: the share of rows as wide as the header (two columns or more), then the width."""
    filled = [row for row in rows if any(row)]
    if not filled or len(filled[0]) < 2:
        return 0.0, 0
    return sum(len(row) == len(filled[0]) for row in filled) / len(filled), len(filled[0])


def _workbook(data: bytes, name: str, tidy: Callable[[str], str]) -> Cells:
    from python_calamine import CalamineError, CalamineWorkbook

    package = Package(data, name)
    if "xl/workbook.xml" not in package.members and not _is_ods(package):
        raise TranscriptError(f"{name} is no Excel workbook; save the table as xlsx or csv.")
    package.check()
    _refuse_far_cells(package, name)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for sheet_name in workbook.sheet_names:
            sheet = workbook.get_sheet_by_name(sheet_name)
            rows = sheet.to_python(skip_empty_area=False)
            cells = [[_cell(value, tidy) for value in row] for row in rows]
            if any(any(row) for row in cells):
                _spread(cells, sheet)
                return cells
    except (CalamineError, ValueError, OSError) as error:
        raise TranscriptError(f"{name} is damaged ({error}); open it in Excel, save it anew as xlsx or csv.") from error
    return []


def _is_ods(package: Package) -> bool:
    return "mimetype" in package.members and package.read("mimetype").strip().endswith(b"opendocument.spreadsheet")


def _refuse_far_cells(package: Package, name: str) -> None:
    """Refuse a sheet by the place of its cells before it is unfolded: one cell far out makes millions of empty ones."""
    for member in package.members:
        if member.startswith("xl/worksheets/") and member.endswith(".xml"):
            column = row = 0
            for hit in _FAR.finditer(package.read(member)):
                column, row = max(column, len(hit[1])), max(row, int(hit[2][:9]))
            if column > 2 or row > MAX_ROWS:
                raise TranscriptError(_TOO_LARGE.format(name, f"cells as far out as row {row}"))
        elif member == "content.xml":
            for hit in _FILLED.finditer(package.read(member)):
                repeated = _REPEATED.search(hit[0])
                if repeated and int(repeated[1][:9]) > MAX_COLUMNS:
                    raise TranscriptError(_TOO_LARGE.format(name, f"{repeated[1][:9].decode()} columns"))


def _spread(cells: Cells, sheet: "CalamineSheet") -> None:
    """Put the value of a cell that is merged downwards in every row it covers."""
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left == right and top < len(cells) and left < len(cells[top]):
            for row in cells[top + 1 : bottom + 1]:
                if left < len(row) and not row[left]:
                    row[left] = cells[top][left]


def _cell(value: object, tidy: Callable[[str], str]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.12g}"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return tidy(str(value)[:_MAX_CELL])
