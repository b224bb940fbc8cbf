"""The little HTML that transcription programs keep their text in: paragraphs, line breaks, and marks of time."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.errors import TranscriptError

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = frozenset({"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "body"})
_LEFT_OUT = frozenset({"script", "style", "template", "head"})
_NESTING = re.compile(
    r"<(/?)(?:div|span|a|b|i|u|s|em|strong|font|blockquote|ul|ol|dl|table|section|article|center)\b", re.IGNORECASE
)
_MAX_DEPTH = 10_000
_BREAK = "\n"

# A piece of text, a line end, or the element in whose place a mark stands.
Piece = tuple[str, "LexborNode | None"]


def pieces(html: str, name: str) -> Iterator[Piece]:
    """Yield texts, line ends and elements in reading order; an element comes before what it holds.

    Raises:
        TranscriptError: elements stand within each other deeper than in any text (the parser takes the square of it).
    """
    depth = deepest = 0
    for hit in _NESTING.finditer(html):
        depth = max(0, depth - 1) if hit[1] else depth + 1
        deepest = max(deepest, depth)
    if deepest > _MAX_DEPTH:
        raise TranscriptError(f"{name} is nested deeper than any transcript; copy its text to a new file.")
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(html).body
    if body is not None:
        yield from _of(body)


def _of(top: "LexborNode") -> Iterator[Piece]:
    # Without recursion, since a file can be nested deeper than Python calls.
    waiting: list[tuple[LexborNode, bool]] = [(top, False)]
    while waiting:
        node, done = waiting.pop()
        tag = node.tag or ""
        if done:
            yield _BREAK, None
        elif tag == "-text":
            yield re.sub(r"[ \t\r\n]+", " ", node.text_content or ""), None
        elif tag == "br":
            yield _BREAK, None
        elif tag not in _LEFT_OUT:
            if tag in _BLOCKS:
                yield _BREAK, None
                waiting.append((node, True))
            yield "", node
            waiting += [(child, False) for child in reversed(list(node.iter(include_text=True)))]
