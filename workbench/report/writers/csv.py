"""Comma-separated values: tidy rows, UTF-8 with a mark so that spreadsheets read the letters right."""

import csv
import io
from collections.abc import Sequence

from workbench.report.writers.safe import cell


def write(rows: Sequence[Sequence[str]]) -> bytes:
    """Return the rows (the first is the header) as the bytes of a CSV file."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerows([cell(value) for value in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def read_back(data: bytes) -> list[str]:
    """Return every cell of a CSV file made here."""
    return [value for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")) for value in row]
