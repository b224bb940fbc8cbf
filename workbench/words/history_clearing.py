"""What a new act would make final, in a sentence."""

from collections.abc import Mapping, Sequence

from workbench.words import say
from workbench.words.history import sentence

_TOLD = 3


def cleared_sentence(waiting: Sequence[tuple[str, Mapping[str, str]]]) -> str:
    """Return which undone acts (verb, particulars) no new act leaves to redo: up to three told, the others counted."""
    told = [sentence(verb, "do", detail) for verb, detail in waiting[:_TOLD]]
    more = len(waiting) - len(told)
    if more:
        told.append(say("redo.and_more", count=more))
    key = "redo.clears_one" if len(waiting) == 1 else "redo.clears"
    return say(key, count=len(waiting), what="; ".join(told))
