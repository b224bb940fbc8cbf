"""How one text became another, word by word, so that a person can read it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|[^\s\W]+|[^\w\s]")
# With less than this share of the words kept, one reads two texts more easily than their difference.
_ALIKE = 0.45
# Beyond so many words the comparing would take longer than anybody waits: the texts are shown whole.
_MOST_WORDS = 4000


class Became(StrEnum):
    """What happened to a stretch of text."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text with one fate."""

    became: Became
    text: str


def difference(before: str, after: str) -> list[Stretch]:
    """Return the stretches that lead from one text to the other, in order, removed before added.

    Without the added ones they spell `before`, without the removed ones `after`.
    """
    if before == after:
        return [Stretch(Became.KEPT, after)] if after else []
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) <= _MOST_WORDS:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        if _kept_share(matcher, old, new) >= _ALIKE:
            return _joined(_pieces(matcher, old, new))
    return _joined(iter(((Became.REMOVED, before), (Became.ADDED, after))))


def _kept_share(matcher: SequenceMatcher[str], old: list[str], new: list[str]) -> float:
    """Return the share of words (blanks and signs apart) that both texts have in the same order."""
    kept = sum(one.isalnum() for block in matcher.get_matching_blocks() for one in old[block.a : block.a + block.size])
    return 2 * kept / max(1, sum(one.isalnum() for one in (*old, *new)))


def _pieces(matcher: SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[tuple[Became, str]]:
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Became.KEPT, "".join(old[a:b])
        else:
            yield Became.REMOVED, "".join(old[a:b])
            yield Became.ADDED, "".join(new[c:d])


def _joined(pieces: Iterator[tuple[Became, str]]) -> list[Stretch]:
    """Put changes that only a blank stands between into one: whole phrases are read, not confetti."""
    found: list[Stretch] = []
    removed = added = ""
    waiting = ""
    for became, text in pieces:
        if became is Became.KEPT:
            if text.isspace() and "\n" not in text and (removed or added):
                waiting += text
                continue
            found += _change(removed, added, waiting)
            removed = added = waiting = ""
            found.append(Stretch(Became.KEPT, text))
            continue
        if waiting:
            removed, added, waiting = removed + waiting, added + waiting, ""
        if became is Became.REMOVED:
            removed += text
        else:
            added += text
    found += _change(removed, added, waiting)
    return [one for one in found if one.text]


def _change(removed: str, added: str, after: str) -> list[Stretch]:
    return [Stretch(Became.REMOVED, removed), Stretch(Became.ADDED, added), Stretch(Became.KEPT, after)]


def in_signs(stretches: list[Stretch]) -> str:
    """Return a difference in plain text: `[-removed-]` and `{+added+}`."""
    signs = {Became.KEPT: "{}", Became.REMOVED: "[-{}-]", Became.ADDED: "{{+{}+}}"}
    return "".join(signs[one.became].format(one.text) for one in stretches)
