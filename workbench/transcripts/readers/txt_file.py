"""Plain text, with or without f4 time marks."""

from workbench.transcripts.lines import Cleaner, Draft, Line
from workbench.transcripts.marks import MARK


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
    return Draft("f4" if MARK.search(whole) else "txt", encoding, lines)
