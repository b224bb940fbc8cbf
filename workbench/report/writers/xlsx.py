"""Excel workbooks: one sheet of tidy rows, every cell plain text, the same bytes every time."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from workbench.errors import ReportError
from workbench.report.document import sheet_name
from workbench.report.writers.safe import printable, read_parts, timeless_zip

_MOMENT = datetime(1980, 1, 1)
_WIDEST, _NARROWEST, _MAX_CELL = 70, 9, 32_767


def write(rows: Sequence[Sequence[str]]) -> bytes:
    """Return the rows (the first is the header) as the bytes of an .xlsx file.

    Raises:
        ReportError: a cell is longer than Excel takes (32,767 characters).
    """
    import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]

    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book: Any = xlsxwriter.Workbook(target, options)
    book.set_properties({"title": "", "author": "", "company": "", "comments": "", "created": _MOMENT})
    page = book.add_worksheet(sheet_name(rows))
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            text = printable(value)
            if len(text) > _MAX_CELL:
                raise ReportError(
                    f"The {rows[0][column]} in row {number + 1} has {len(text)} characters, more than Excel takes in a "
                    "cell (32,767); export to another format."
                )
            page.write_string(number, column, text, body if number else head)
    for column, name in enumerate(rows[0]):
        longest = max((len(line) for row in rows[1:] for line in row[column].split("\n")), default=0)
        page.set_column(column, column, max(_NARROWEST, len(name) + 2, min(_WIDEST, longest + 2)))
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(1, len(rows) - 1), len(rows[0]) - 1)
    book.close()
    return timeless_zip(target.getvalue())


def read_back(data: bytes) -> list[str]:
    """Return the text of every cell, sheet name and property of an .xlsx file.

    Raises:
        ReportError: the file cannot be read.
    """
    return read_parts(data, _texts)


def _texts(root: Any) -> list[str]:
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    cells = ["".join(node.itertext()) for node in root.iter(f"{main}si")]
    if cells:
        return cells
    names = [node.get("name", "") for node in root.iter(f"{main}sheet")]
    return names + [node.text for node in root.iter() if node.text and node.text.strip() and node.tag != f"{main}v"]
