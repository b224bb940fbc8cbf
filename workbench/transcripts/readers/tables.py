"""Tables of a document: a row of speaker and text is a turn, any other row gives its cells as lines."""

import re

from workbench.transcripts import labels
from workbench.transcripts.lines import Line

_CLOCK = re.compile(r"[\[(]?((?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)[\])]?")


def as_lines(rows: list[list[list[Line]]]) -> list[Line]:
    """Return the lines of a table given as rows of cells of lines.

    In a table of speaker and text (a column of times may stand beside) the speaker goes to `Line.cell`; a row
    with an empty speaker cell continues the row before.
    """
    found: list[Line] = []
    for row in rows:
        begin, cells = _without_time(row)
        filled = [cell for cell in cells if cell]
        if len(cells) == 2 and len(cells[0]) == 1 and cells[1] and labels.plausible(cells[0][0].text.rstrip(": ")):
            label, (first, *rest) = cells[0][0].text.strip(), cells[1]
            found.append(Line(first.text, cell=label, begin_ms=begin))
            found += [Line(line.text, follows=line.follows) for line in rest]
        else:
            found += [line for cell in filled for line in cell]
    return found


def _without_time(row: list[list[Line]]) -> tuple[int | None, list[list[Line]]]:
    """Take a cell that is only a time out of a row of speaker, text and time."""
    if len(row) == 3:
        for at, cell in enumerate(row):
            hit = _CLOCK.fullmatch(cell[0].text.strip()) if len(cell) == 1 else None
            if hit:
                return labels.milliseconds(hit[1]), row[:at] + row[at + 1 :]
    return None, row
