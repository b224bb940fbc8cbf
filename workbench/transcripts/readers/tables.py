"""Tables of a document: a row of speaker and text is a turn, any other row gives its cells as lines."""

import re
from dataclasses import replace

from workbench.transcripts import labels
from workbench.transcripts.lines import Block, Line

_CLOCK = re.compile(r"[\[(]?((?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)[\])]?")


def as_lines(rows: list[list[list[Line]]], moved: dict[int, tuple[Line, Line, bool]] | None = None) -> list[Line]:
    """Return the lines of a table given as rows of cells of lines.

    In a table of speaker and text (a column of times may stand beside) the speaker goes to `Line.cell`; a row
    with an empty speaker cell continues the row before.
    `moved` gets, by the id of a line given, that line, the line it became, and whether its text is the same.
    """
    found: list[Line] = []
    for row in rows:
        clock, begin, cells = _without_time(row)
        if not _is_speech(cells):
            found += [line for cell in row for line in cell]
            continue
        name, (first, *rest) = cells[0][0], cells[1]
        told = replace(first, cell=name.text.strip(), begin_ms=begin)
        if moved is not None:
            moved |= {id(old): (old, told, old is first) for old in (name, first, clock) if old is not None}
        found += [told, *rest]
    return found


def _is_speech(cells: list[list[Line]]) -> bool:
    if len(cells) != 2 or len(cells[0]) != 1 or not cells[1]:
        return False
    if cells[0][0].block is not Block.WORDS or cells[1][0].block is not Block.WORDS:
        return False
    return labels.plausible(cells[0][0].text.rstrip(": "))


def _without_time(row: list[list[Line]]) -> tuple[Line | None, int | None, list[list[Line]]]:
    """Take a cell that is only a time out of a row of speaker, text and time."""
    if len(row) == 3:
        for at, cell in enumerate(row):
            hit = _CLOCK.fullmatch(cell[0].text.strip()) if len(cell) == 1 else None
            if hit:
                return cell[0], labels.milliseconds(hit[1]), row[:at] + row[at + 1 :]
    return None, None, row
