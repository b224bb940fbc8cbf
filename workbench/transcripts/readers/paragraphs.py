"""A paragraph of a document, given as pieces of text that are bold or not, as lines."""

from collections.abc import Sequence

from workbench.transcripts.lines import Cleaner, Line


def as_lines(pieces: Sequence[tuple[str, bool]], clean: Cleaner) -> list[Line]:
    """Return a line for each written line; the bold beginning of the first one goes to `Line.lead`."""
    first, *rest = clean("".join(piece for piece, _ in pieces)).split("\n")
    bold = ""
    for piece, is_bold in pieces:
        if piece.strip() and not is_bold:
            break
        bold += piece
    lead = Cleaner()(bold).split("\n")[0]
    lines = [Line(first, lead=lead if lead.strip() and first.startswith(lead) else "")]
    return [line for line in (*lines, *map(Line, rest)) if line.text.strip()]
