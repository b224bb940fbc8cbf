"""Numbers of footnotes glued to words and years: "TSB1.", "I 20159 var" (2015 and note 9).

Never sure, since codes (NRK1, P07, covid19) look the same. A number counts as a mark only when the file has a note
that begins with it, or when the glued numbers of the file run 1, 2, 3 … in order.
"""

import re
from collections.abc import Iterator, Sequence

from workbench.study.repairs import Repair, RepairKind
from workbench.transcripts.lines import Block
from workbench.transcripts.repairs.sheet import Sheet

_GLUED = re.compile(r"(?:[^\W\d_]{3,}[.,»”\")]?|(?<![\w.,:/-])(?:19|20)\d\d)(\d{1,2})(?=[\s.,;:!?)]|$)(?!:\S)", re.M)
_NOTE = re.compile(r"(\d{1,2})[.)]?\s+[^\W\d_]")


def find(sheet: Sheet) -> Iterator[Repair]:
    """Yield a proposal for each mark."""
    if sheet.captions:
        return
    hits = [hit for hit in _GLUED.finditer(sheet.text) if hit[1][0] != "0" and not _is_label(sheet.text, hit)]
    if not hits:
        return
    notes = {
        int(hit[1])
        for row in sheet.rows
        if (row.span.block is Block.FOOTNOTE or row.text[:1].isdigit()) and (hit := _NOTE.match(row.text))
    }
    ordered = _in_order(hits)
    for place, hit in enumerate(hits):
        if place in ordered or int(hit[1]) in notes:
            yield Repair(*hit.span(1), "", RepairKind.FOOTNOTE_MARK, False, f"the mark of footnote {hit[1]}?")


def _is_label(text: str, hit: re.Match[str]) -> bool:
    after = text[hit.end() : hit.end() + 1]
    return after == ":" or (text[max(0, hit.start() - 1) : hit.start()] in ("", "\n") and after in ("", "\n", "\t"))


def _in_order(hits: Sequence[re.Match[str]]) -> set[int]:
    """Return the places of three numbers or more that count up from 1."""
    run: list[int] = []
    for place, hit in enumerate(hits):
        if int(hit[1]) == len(run) + 1:
            run.append(place)
    return set(run) if len(run) >= 3 else set()
