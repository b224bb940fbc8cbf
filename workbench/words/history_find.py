"""Finding acts by the words of the sentence that tells them."""

import re
from collections.abc import Iterable, Mapping

from workbench.words import has, say
from workbench.words.history import sentence, told_otherwise

_FIELD = re.compile(r"\{\w+\}")
_RUN = re.compile(r"[^\W_]+")


class SentenceWords:
    """The words asked for; each must stand in the sentence as it is told now, case aside."""

    def __init__(self, text: str) -> None:
        self._words = text.lower().split()

    def hold(self, verb: str, kind: str, detail: Mapping[str, str]) -> bool:
        """Tell whether the sentence of an act holds all of them."""
        told = sentence(verb, kind, detail).lower()
        return all(word in told for word in self._words)

    def cores(self) -> list[str]:
        """Return of each word the longest run of letters and digits: what can be looked for in what an act kept."""
        return [max(runs, key=len) for word in self._words if (runs := _RUN.findall(word))]

    @staticmethod
    def may_be_told_by(core: str, verbs: Iterable[str]) -> list[str]:
        """Return the verbs whose own words may hold `core`, whatever their particulars are."""
        return [verb for verb in verbs if told_otherwise(verb) or core in _own_words(verb)]

    @staticmethod
    def kinds_telling(core: str) -> list[str]:
        """Return the kinds of act (undo, redo) whose words hold `core`."""
        return [kind for kind in ("undo", "redo") if core in say(f"kind.{kind}").lower()]


def _own_words(verb: str) -> str:
    text = say(f"act.{verb}") if has(f"act.{verb}") else verb
    return _FIELD.sub("\0", text).lower()
