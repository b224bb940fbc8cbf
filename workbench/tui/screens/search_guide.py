"""The search language with examples: in the key guide, and beside a search that has found nothing yet."""

from collections.abc import Sequence

from workbench.tui.drawing import Line, wrapped
from workbench.words.search_language import explained

_EXAMPLE = 22


def syntax(width: int) -> list[Line]:
    """Return what can be typed, each with what it finds."""
    lines: list[Line] = []
    for heading, rows in explained():
        lines.append([(heading, "strong")])
        for example, finds in rows:
            lines += _entry(example, finds, width)
        lines.append([])
    return lines


def _entry(example: str, finds: str, width: int) -> Sequence[Line]:
    told = wrapped(finds, max(16, width - _EXAMPLE - 2), "dim")
    if len(example) > _EXAMPLE - 1:
        return [[(f" {example}", "key")], *([(" " * (_EXAMPLE + 1), ""), *line] for line in told)]
    first: Line = [(f" {example:<{_EXAMPLE}}", "key"), *told[0]]
    return [first, *([(" " * (_EXAMPLE + 1), ""), *line] for line in told[1:])]
