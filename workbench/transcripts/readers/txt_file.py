"""Plain text, with or without f4 time marks."""

import re
from dataclasses import replace

from workbench.transcripts import labels
from workbench.transcripts.lines import Cleaner, Draft, Line
from workbench.transcripts.marks import MARK

_CLOCK = re.compile(r"[\[(]?((?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)[\])]?(?:[ \t\u00a0]+|$)")


def read(text: str, encoding: str, clean: Cleaner, name: str) -> Draft:
    """Return the lines of a text; the format is "f4" when it holds f4 time marks."""
    del name
    whole = clean(text)
    lines: list[Line] = []
    follows = False
    for raw in whole.split("\n"):
        line = raw.strip(" \u00a0")
        if line.strip():
            lines.append(Line(line, follows=follows))
        follows = bool(line.strip())
    _take_times(lines)
    return Draft("f4" if MARK.search(whole) else "txt", encoding, lines)


def _take_times(lines: list[Line]) -> None:
    """Give lines the times they begin with (`0:12 I: …`, as oTranscribe writes them) and take those out of the text.

    Only where three lines or more begin so, a tenth of all at least, and the times never run backwards: «12:30 kom
    bussen» is talk.
    """
    hits = [(at, hit) for at, line in enumerate(lines) if (hit := _CLOCK.match(line.text))]
    times = [labels.milliseconds(hit[1]) for _, hit in hits]
    if len(hits) < 3 or 10 * len(hits) < len(lines) or times != sorted(times):
        return
    for (at, hit), begin in zip(hits, times, strict=True):
        lines[at] = replace(lines[at], text=lines[at].text[hit.end() :], begin_ms=begin)
    for at in range(len(lines) - 2, -1, -1):  # a time alone on its line is that of the line below
        if not lines[at].text and lines[at].begin_ms is not None and lines[at + 1].begin_ms is None:
            lines[at + 1] = replace(lines[at + 1], begin_ms=lines[at].begin_ms, follows=False)
    lines[:] = [line for line in lines if line.text]
