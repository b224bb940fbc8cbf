"""Time marks as f4 and f5 write them, `#00:03:10-5#`: hours, minutes, seconds, tenths."""

import re

MARK = re.compile(r"#\s?(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[-.,](\d{1,3}))?\s?#")


def milliseconds(hit: re.Match[str]) -> int:
    """Return the time of a mark."""
    hours, minutes, seconds, part = hit.groups()
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int((part or "0").ljust(3, "0"))


def take_out(text: str) -> tuple[str, int | None, int | None]:
    """Return the text without its marks, the time of a mark before the first word, and of one after the last."""
    hits = list(MARK.finditer(text))
    if not hits:
        return text, None, None
    first, last = hits[0], hits[-1]
    starts = not text[: first.start()].strip()
    ends = not text[last.end() :].strip()
    edges = [0, *(edge for hit in hits for edge in hit.span()), len(text)]
    parts = [text[begin:end].strip(" \t") for begin, end in zip(edges[::2], edges[1::2], strict=True)]
    clean = "\n".join(line.strip() for line in " ".join(parts).split("\n"))
    if not clean.strip():
        return "", None, milliseconds(last)
    return (
        re.sub(r"\n{2,}", "\n", clean).strip(),
        milliseconds(first) if starts else None,
        (milliseconds(last) if ends else None),
    )
