"""Numbers of footnotes glued to words and years: "TSB1.", "I 20159 var" (2015 and note 9).

Never sure, since codes (NRK1, P07, covid19) look the same. A number counts as a mark only when the file has a note
that begins with it, or when the glued numbers of the file run 1, 2, 3 … in order.
"""

import re
from collections.abc import Iterator, Sequence

from workbench.study.repairs import Repair, RepairKind
from workbench.transcripts.lines import Block
from workbench.transcripts.repairs.sheet import Sheet

# Begins with its digits, which is what lets it be looked for fast; a digit before them is asked for in `_mark`.
_NUMBER = re.compile(r"[0-9]{1,6}(?=[\s.,;:!?)]|\Z)(?!:\S)")
_DIGITS = frozenset("0123456789")
_BEFORE = re.compile(r"[^\W\d_]{3}[.,»”\")]?\Z")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})[1-9][0-9]?")
_NOTE = re.compile(r"(\d{1,2})[.)]?\s+[^\W\d_]")


def find(sheet: Sheet) -> Iterator[Repair]:
    """Yield a proposal for each mark."""
    if sheet.captions:
        return
    marks = [mark for hit in _NUMBER.finditer(sheet.text) if (mark := _mark(sheet.text, hit))]
    if not marks:
        return
    notes = {
        int(hit[1])
        for row in sheet.rows
        if (row.span.block is Block.FOOTNOTE or row.text[:1].isdigit()) and (hit := _NOTE.match(row.text))
    }
    ordered = _in_order([mark[2] for mark in marks])
    for place, (start, end, number) in enumerate(marks):
        if place in ordered or number in notes:
            yield Repair(start, end, "", RepairKind.FOOTNOTE_MARK, False, f"the mark of footnote {number}?")


def _mark(text: str, hit: re.Match[str]) -> tuple[int, int, int] | None:
    """Return where a number may be a mark, and the number."""
    start, end = hit.span()
    before = text[max(0, start - 5) : start]
    if hit.group()[0] == "0" or before[-1:] in _DIGITS:
        return None
    if _BEFORE.search(before):
        return None if end - start > 2 or _is_label(text, start, end) else (start, end, int(hit.group()))
    if _YEAR.fullmatch(hit.group()) and (not before or before[-1] in " \n(«”"):
        return start + 4, end, int(hit.group()[4:])
    return None


def _is_label(text: str, start: int, end: int) -> bool:
    """Tell whether the word with its number stands at the start of a line as a speaker does."""
    after = text[end : end + 1]
    head = text[text.rfind("\n", 0, start) + 1 : start]
    return after == ":" or (head.isalpha() and after in ("", "\n", "\t"))


def _in_order(numbers: Sequence[int]) -> set[int]:
    """Return the places of three numbers or more that count up from 1."""
    run: list[int] = []
    for place, number in enumerate(numbers):
        if number == len(run) + 1:
            run.append(place)
    return set(run) if len(run) >= 3 else set()
