"""The search language with examples: in the key guide, and beside a search that has found nothing yet."""

from collections.abc import Sequence

from workbench.tui.drawing import Line, wrapped
from workbench.words import say

_GROUPS = {
    "words": ("word", "exact", "phrase", "star", "and", "or", "not", "brackets", "near", "regex"),
    "filters": ("who", "speaker", "in", "code", "theme", "coder", "is", "date", "attribute"),
}
_EXAMPLE = 24


def syntax(width: int) -> list[Line]:
    """Return what can be typed, each with what it finds."""
    lines: list[Line] = []
    for group, names in _GROUPS.items():
        lines.append([(say(f"search.guide.{group}"), "strong")])
        for name in names:
            example, _, meaning = say(f"search.guide.{group}.{name}").partition(" | ")
            lines += _entry(example, meaning, width)
        lines.append([])
    return lines


def _entry(example: str, meaning: str, width: int) -> Sequence[Line]:
    told = wrapped(meaning, max(16, width - _EXAMPLE - 2), "dim")
    if len(example) > _EXAMPLE - 1:
        return [[(f" {example}", "key")], *([(" " * (_EXAMPLE + 1), ""), *line] for line in told)]
    first: Line = [(f" {example:<{_EXAMPLE}}", "key"), *told[0]]
    return [first, *([(" " * (_EXAMPLE + 1), ""), *line] for line in told[1:])]
