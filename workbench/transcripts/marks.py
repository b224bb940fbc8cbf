"""Time marks as f4 and f5 write them, `#00:03:10-5#`: hours, minutes, seconds, tenths."""

import re

from workbench.transcripts.strands import Strand, join

MARK = re.compile(r"#\s?(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[-.,](\d{1,3}))?\s?#")


def milliseconds(hit: re.Match[str]) -> int:
    """Return the time of a mark."""
    hours, minutes, seconds, part = hit.groups()
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int((part or "0").ljust(3, "0"))


def take_out(whole: Strand) -> tuple[Strand, int | None, int | None, list[tuple[int, int]]]:
    """Return the text without its marks, the times of a mark before the first word and after the last, and the rest.

    The rest are the marks between words: where each stood in the source, and its time.
    """
    text = whole.text
    hits = list(MARK.finditer(text))
    if not hits:
        return whole, None, None, []
    first, last = hits[0], hits[-1]
    starts = not text[: first.start()].strip()
    ends = not text[last.end() :].strip()
    edges = [0, *(edge for hit in hits for edge in hit.span()), len(text)]
    parts = [one.strip(" \t") for one in whole.cuts(list(zip(edges[::2], edges[1::2], strict=True)))]
    lines = [line.strip() for line in join(" ", parts).split("\n")]
    clean = join("\n", [line for line in lines if line.parts]).strip()
    if not clean.parts:
        return clean, None, milliseconds(last), []
    between = hits[1 if starts else 0 : -1 if ends else None]
    stood = whole.cuts([hit.span() for hit in between])
    inside = [(one.parts[0][1], milliseconds(hit)) for hit, one in zip(between, stood, strict=True)]
    return clean, milliseconds(first) if starts else None, milliseconds(last) if ends else None, inside
