"""How a place in a text is shown around what is in hand: the lines about it, and that stretch marked."""

from collections.abc import Sequence

from workbench.study.repair_view import around, seen
from workbench.tui.drawing import Line, Part, paragraphs, wrapped

_AROUND = 500


def stretch_lines(
    head: str, told: str, text: str, place: tuple[int, int], width: int, narrow: bool
) -> Sequence[Line]:  # fmt: skip
    """Return a heading, what is told of it, and the text around a place; the stretch in hand in brackets.

    On a `narrow` screen only the words just before it stand above it: the place itself must be seen.
    """
    found = around(text, *place, _AROUND)
    before = found.before.rpartition("\n")[2][-width:] if narrow else found.before
    lines: list[Line] = [[(head, "title")], *(wrapped(told, width, "dim") if told else [])]
    parts: list[Part] = [(before, "dim"), (f"[{seen(found.here)}]", "found"), (found.after, "dim")]
    return [*lines, *paragraphs(parts, width)]
