"""What can be chosen, and which choices fit what was typed."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; `search` is what the filter looks in besides the label, `names` are other names for it."""

    value: object
    label: str
    detail: str = ""
    search: str = ""
    colour: str = ""
    names: tuple[str, ...] = ()


def rank(query: str, options: Sequence[Option]) -> list[Option]:
    """Return the options that fit what was typed, best first: beginnings, word beginnings, inside, letters in order."""
    wanted = query.casefold().strip()
    if not wanted:
        return list(options)
    scored: list[tuple[int, int, Option]] = []
    for place, option in enumerate(options):
        called = (one.casefold() for one in (option.label, *option.names))
        scores = [score for name in called if (score := _score(wanted, name, option.search.casefold())) is not None]
        if scores:
            scored.append((min(scores), place, option))
    return [option for _, _, option in sorted(scored, key=lambda item: item[:2])]


def _score(wanted: str, label: str, search: str) -> int | None:
    if label == wanted:
        return 0
    if label.startswith(wanted):
        return 1
    if any(word.startswith(wanted) for word in label.split()):
        return 2
    if wanted in label:
        return 3
    if all(any(word.startswith(part) for word in label.split()) for part in wanted.split()):
        return 4
    if wanted in search:
        return 5
    letters = iter(label)
    return 6 if all(letter in letters for letter in wanted if letter != " ") else None
