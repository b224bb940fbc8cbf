"""A search as typed, with one more condition, or about a passage."""

import re

from workbench.errors import StudyError
from workbench.study.search_lexer import OPERATORS
from workbench.study.search_query import parse
from workbench.study.search_tree import Field, Filter, Or, Phrase, Term, printed
from workbench.study.search_words import words

_PIECE = re.compile(r'[^\s"]*"[^"]*"?|\S+')
_NO_PLAIN_SIGNS = "()/«»“”„"
# A turn has one of each: asking for a second one in place of the first is what is meant.
_ONE_OF = (Field.PARTICIPANT, Field.SPEAKER, Field.TRANSCRIPT, Field.IS)


def narrowed(text: str, condition: Filter, typed: str = "") -> str:
    """Return what was typed with a condition added; one that a turn can only have one of takes the other's place.

    `typed` is the condition as it is to be written, where that is not `printed(condition)`.
    """
    asked = typed or printed(condition)
    try:
        tree = parse(text).tree
    except StudyError:
        tree = None
    if tree is None:
        return f"{text.strip()} {asked}".strip()
    kept = f"({text.strip()})" if isinstance(tree, Or) else text.strip()
    if condition.field in _ONE_OF:
        kept = _without(kept, condition.field)
    return kept if f" {asked} " in f" {kept} " else f"{kept} {asked}".strip()


def _without(text: str, field: Field) -> str:
    """Return what was typed without its conditions of a kind, where these stand plainly side by side with the rest."""
    if any(sign in text for sign in _NO_PLAIN_SIGNS):
        return text
    kept: list[str] = []
    for piece in _PIECE.findall(text):
        if not (kept and kept[-1] in OPERATORS) and _asks(piece) is field:
            continue
        kept.append(piece)
    return " ".join(kept)


def _asks(piece: str) -> Field | None:
    try:
        asked = parse(piece).tree
    except StudyError:
        return None
    return asked.field if isinstance(asked, Filter) else None


def about(passage: str) -> str:
    """Return the search for a passage of a transcript: its word, or its words in their order; empty without any."""
    found = words(passage)
    if not found:
        return ""
    return printed(Phrase(tuple(found)) if len(found) > 1 else Term(found[0]))
