"""Where a text fits what is searched for: for marking, for excerpts, and for texts that have no index."""

import re
import warnings
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from workbench.errors import StudyError
from workbench.study.search_query import Query
from workbench.study.search_tree import (
    PART_LETTERS,
    And,
    Filter,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Regex,
    Term,
    Wild,
    leaves,
    without_filters,
)
from workbench.study.search_words import placed, words
from workbench.study.spans import Span, union


class Hit(Protocol):
    """What a regular expression found."""

    def span(self) -> tuple[int, int]:
        """Return start and end."""
        ...


Finder = Callable[[str], Iterator[Hit]]
FinderMaker = Callable[[str], Finder]
Stem = Callable[[str], str]


def standard_finder(pattern: str) -> Finder:
    """Return a function that finds `pattern`, case aside, by the standard library (which knows no time limit).

    Raises:
        StudyError: the expression is broken.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return re.compile(pattern, re.IGNORECASE).finditer
        except (re.error, OverflowError, RecursionError) as error:
            raise StudyError(f"The regular expression /{pattern[:60]}/ is broken ({error}).") from error


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a text round what was found; `span` and `marks` count in the whole text."""

    words: str
    span: Span
    marks: tuple[Span, ...]

    def moved(self, by: int) -> "Excerpt":
        """Return the excerpt with its places counted from `by` characters earlier."""
        shifted = tuple(Span(mark.start + by, mark.end + by) for mark in self.marks)
        return Excerpt(self.words, Span(self.span.start + by, self.span.end + by), shifted)


class _Text:
    """A text with its words, and the words' places by word; read when they are asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> list[str]:
        """The folded words in order."""
        return words(self.text)

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Where the words stand."""
        return placed(self.text)

    @cached_property
    def at(self) -> dict[str, list[int]]:
        """The numbers of the words, by word."""
        found: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            found.setdefault(word, []).append(place)
        return found


# A find in words: the number of its first word, and of how many words it is.
_Place = tuple[int, int]


class Matcher:
    """A query made ready for many texts.

    Filters in it are asked only where `matches` is told who answers them: they are no matter of a text. `stem` gives
    the stem of a folded word (needed for a query with `stems`); `finder` makes the function that finds a regular
    expression.
    """

    def __init__(self, query: Query, stem: Stem | None = None, finder: FinderMaker = standard_finder) -> None:
        """Raise StudyError when a regular expression in the query is broken."""
        self._whole = query.tree
        self._tree = None if query.tree is None else without_filters(query.tree)
        self._parts = query.parts
        self._stem = stem if query.stems else None
        found = () if self._tree is None else leaves(self._tree)
        self._finders = {leaf.pattern: finder(leaf.pattern) for leaf, _ in found if isinstance(leaf, Regex)}

    def matches(self, text: str, holds: Callable[[Filter], bool] | None = None) -> bool:
        """Tell whether a text has what is asked for; a query without words fits every text.

        `holds` answers the filters; without it they are left out of the query.
        """
        tree = self._tree if holds is None else self._whole
        return tree is None or self._fits(tree, _Text(text), holds)

    def marks(self, text: str) -> list[Span]:
        """Return the spans of the wanted words and phrases in a text that fits, in order, without overlap."""
        if self._tree is None:
            return []
        read = _Text(text)
        return union(self._marked(self._tree, read))

    def _fits(self, node: Node, read: _Text, holds: Callable[[Filter], bool] | None = None) -> bool:
        if isinstance(node, And):
            return all(self._fits(item, read, holds) for item in node.items)
        if isinstance(node, Or):
            return any(self._fits(item, read, holds) for item in node.items)
        if isinstance(node, Not):
            return not self._fits(node.item, read, holds)
        if isinstance(node, Filter):
            return holds is None or holds(node)
        return next(self._spans(node, read), None) is not None

    def _marked(self, node: Node, read: _Text) -> list[Span]:
        if isinstance(node, And):
            if not self._fits(node, read):
                return []
            return [span for item in node.items for span in self._marked(item, read)]
        if isinstance(node, Or):
            return [span for item in node.items for span in self._marked(item, read)]
        if isinstance(node, Not | Filter):
            return []
        return list(self._spans(node, read))

    def _spans(self, leaf: Leaf, read: _Text) -> Iterator[Span]:
        if isinstance(leaf, Regex):
            for hit in self._finders[leaf.pattern](read.text):
                start, end = hit.span()
                if start < end:
                    yield Span(start, end)
            return
        for first, count in self._places(leaf, read):
            yield Span(read.places[first][0], read.places[first + count - 1][1])

    def _places(self, leaf: Term | Phrase | Wild | Near, read: _Text) -> list[_Place]:
        if isinstance(leaf, Near):
            return self._clumped([self._places(item, read) for item in leaf.items], leaf.distance)
        if isinstance(leaf, Phrase):
            return _phrase(leaf, read)
        return sorted((place, 1) for word in self._fitting(leaf, read) for place in read.at[word])

    def _fitting(self, leaf: Term | Wild, read: _Text) -> Iterable[str]:
        """Return the words of a text that a leaf asks for."""
        if isinstance(leaf, Wild):
            return filter(leaf.fits, read.at)
        found = {leaf.text} if leaf.text in read.at else set[str]()
        if not leaf.exact and self._parts and len(leaf.text) >= PART_LETTERS:
            found.update(word for word in read.at if leaf.text in word)
        if not leaf.exact and self._stem is not None:
            root = self._stem(leaf.text)
            found.update(word for word in read.at if self._stem(word) == root)
        return found

    @staticmethod
    def _clumped(found: Sequence[Sequence[_Place]], distance: int) -> list[_Place]:
        """Return the places that lie in a clump: each item's end at most `distance` words before the last start."""
        kept: set[_Place] = set()
        longest = max((count for places in found for _, count in places), default=0)
        for latest in {first for places in found for first, _ in places}:
            near = [_between(places, latest - distance - longest, latest) for places in found]
            near = [[one for one in places if one[0] + one[1] >= latest - distance] for places in near]
            if all(near):
                kept.update(one for places in near for one in places)
        return sorted(kept)


def _between(places: Sequence[_Place], low: int, high: int) -> Sequence[_Place]:
    return places[bisect_left(places, (low, 0)) : bisect_left(places, (high + 1, 0))]


def _phrase(leaf: Phrase, read: _Text) -> list[_Place]:
    texts = read.words
    count, last = len(leaf.words), leaf.words[-1]
    places: list[_Place] = []
    for first in read.at.get(leaf.words[0], ()) if count > 1 else range(len(texts)):
        found = texts[first : first + count]
        if len(found) < count or found[:-1] != list(leaf.words[:-1]):
            continue
        if found[-1] == last or (leaf.prefix and found[-1].startswith(last)):
            places.append((first, count))
    return places


def matches(query: Query, text: str, stem: Stem | None = None) -> bool:
    """Tell whether a text fits the words of a query (see `Matcher`)."""
    return Matcher(query, stem).matches(text)


def marks(query: Query, text: str, stem: Stem | None = None) -> list[Span]:
    """Return the spans of what a query finds in a text (see `Matcher`)."""
    return Matcher(query, stem).marks(text)


def excerpt(text: str, found: Sequence[Span], width: int = 160) -> Excerpt:
    """Return about `width` characters of `text` round the stretch that holds the most different finds.

    `found` are sorted spans without overlap; without any the excerpt is the beginning. No word is cut, save one that
    alone is longer. The marks are those of `found` that show, cut to the excerpt. `text` holds at least one character.
    """
    if not found:
        start, end = _widened(text, 0, 0, width)
        return Excerpt(text[start:end], Span(start, end), ())
    first, last = _best(text, found, width)
    start, end = _widened(text, found[first].start, min(found[last].end, found[first].start + width), width)
    whole = Span(start, end)
    shown = (mark.common(whole) for mark in found)
    return Excerpt(text[start:end], whole, tuple(mark for mark in shown if mark is not None))


def _best(text: str, found: Sequence[Span], width: int) -> tuple[int, int]:
    """Return the first and last find of the stretch of `width` with the most different finds, then the most."""
    best, best_worth, first = (0, 0), (0, 0), 0
    inside: Counter[str] = Counter()
    for last, mark in enumerate(found):
        inside[mark.cut(text).casefold()] += 1
        while first < last and mark.end - found[first].start > width:
            gone = found[first].cut(text).casefold()
            inside[gone] -= 1
            if not inside[gone]:
                del inside[gone]
            first += 1
        worth = (len(inside), last - first + 1)
        if worth > best_worth:
            best, best_worth = (first, last), worth
    return best


def _widened(text: str, start: int, end: int, width: int) -> tuple[int, int]:
    """Return the stretch grown to `width` characters on both sides alike, without cutting a word at its ends."""
    spare = max(0, width - (end - start))
    low = max(0, min(start - spare // 2, len(text) - width))
    high = min(len(text), max(end, low + width))
    while 0 < low < start and not text[low - 1].isspace():
        low += 1
    while high < len(text) and high > max(end, low + 1) and not text[high].isspace():
        high -= 1
    while low < start and text[low].isspace():
        low += 1
    while high > max(end, low + 1) and text[high - 1].isspace():
        high -= 1
    return low, max(high, low + 1)
