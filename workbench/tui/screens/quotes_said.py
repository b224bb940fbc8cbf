"""What is said of a quote beside its words: how far it has come, what it does, a note, a translation."""

from workbench.study.quotes import Quote, QuoteState
from workbench.tui.drawing import Line, wrapped
from workbench.words import say
from workbench.words.history import value_name


def said_lines(quote: Quote, width: int) -> list[Line]:
    """Return the lines, none for a quote that was only picked."""
    lines: list[Line] = []
    marks = [value_name(one) for one in (quote.state, quote.role) if one and one != QuoteState.PICKED]
    if marks:
        look = "warn" if quote.state is QuoteState.REJECTED else "accent"
        lines += wrapped(" · ".join(marks), width, look)
    lines += wrapped(quote.note, width, "dim") if quote.note else []
    if quote.translation:
        by = f" ({quote.translator})" if quote.translator else ""
        lines += [[], [(say("quotes.translation") + by, "title")], *wrapped(quote.translation, width)]
    return lines
