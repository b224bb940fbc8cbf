"""What a search asks for, as a tree: words and filters, joined by AND, OR, NOT and NEAR."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

PART_LETTERS = 4
DEFAULT_NEAR = 10


class Field(StrEnum):
    """What a filter asks of a turn; the value is how the filter is printed."""

    TRANSCRIPT = "in"
    PARTICIPANT = "who"
    SPEAKER = "speaker"
    CODE = "code"
    THEME = "theme"
    CODER = "coder"
    IS = "is"
    SINCE = "since"
    UNTIL = "until"
    ATTRIBUTE = "attribute"


@dataclass(frozen=True, slots=True)
class Term:
    """One folded word; `exact` finds only this word, otherwise the query's options may widen it."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that follow one another; with `prefix` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Wild:
    """A folded word with `*` for any letters: `ord*`, `*ord`, `*ord*`, `arb*plass`."""

    pattern: str

    @property
    def fragments(self) -> tuple[str, ...]:
        """The letters between the asterisks; the first or last is empty where an asterisk stands."""
        return tuple(self.pattern.split("*"))

    @property
    def is_prefix(self) -> bool:
        """Whether the only asterisk stands at the end."""
        return self.pattern.count("*") == 1 and self.pattern.endswith("*")

    def fits(self, word: str) -> bool:
        """Tell whether a folded word is of this pattern."""
        first, *middle, last = self.fragments
        if len(word) < len(first) + len(last) or not (word.startswith(first) and word.endswith(last)):
            return False
        at, end = len(first), len(word) - len(last)
        for fragment in middle:
            found = word.find(fragment, at, end)
            if found < 0:
                return False
            at = found + len(fragment)
        return True


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression, case aside."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Near:
    """Words of which the last begins at most `distance` words after the end of every other, in any order."""

    items: tuple["Term | Phrase | Wild", ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on the turn; `name` is the attribute's, in small letters, and empty otherwise.

    Dates are ISO 8601 days; `IS` has the value `coded` or `uncoded`. Where codings are asked for, `coders` names the
    coders whose codings count (each of them must have such a coding); empty means anybody's.
    """

    field: Field
    value: str
    name: str = ""
    coders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class And:
    """All of the items."""

    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the items."""

    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Not the item."""

    item: "Node"


Leaf: TypeAlias = Term | Phrase | Wild | Regex | Near
Node: TypeAlias = Leaf | Filter | And | Or | Not


def leaves(node: Node, *, wanted: bool = True) -> Iterator[tuple[Leaf | Filter, bool]]:
    """Yield the leaves in order, each with whether it is wanted (not under a NOT)."""
    if isinstance(node, And | Or):
        for item in node.items:
            yield from leaves(item, wanted=wanted)
    elif isinstance(node, Not):
        yield from leaves(node.item, wanted=not wanted)
    else:
        yield node, wanted


def joined(kind: type[And] | type[Or], items: list[Node]) -> Node | None:
    """Return the items as one node, without an AND in an AND and nothing twice; None when there are none.

    In an AND, `coder:` belongs to the conditions on codings beside it: `code:x coder:Ane` is one coding, x by Ane.
    """
    flat: list[Node] = []
    for item in items:
        flat.extend(item.items if isinstance(item, kind) else (item,))
    flat = list(dict.fromkeys(flat))
    if kind is And:
        flat = _with_coders(flat)
    if len(flat) < 2:
        return flat[0] if flat else None
    return kind(tuple(flat))


def _with_coders(items: list[Node]) -> list[Node]:
    coders = {item: None for item in items if isinstance(item, Filter) and item.field is Field.CODER}
    if not coders or not any(_on_codings(item) for item in items):
        return items
    names = tuple(coder.value for coder in coders)
    return [
        replace(item, coders=tuple(dict.fromkeys((*item.coders, *names))))
        if isinstance(item, Filter) and _on_codings(item)
        else item
        for item in items
        if item not in coders
    ]


def _on_codings(node: Node) -> bool:
    return isinstance(node, Filter) and node.field in (Field.CODE, Field.THEME, Field.IS)


def negated(node: Node) -> Node:
    """Return NOT `node`; two of them cancel."""
    return node.item if isinstance(node, Not) else Not(node)


def without_filters(node: Node) -> Node | None:
    """Return the part of the tree that asks for words; None when it only filters."""
    if isinstance(node, Filter):
        return None
    if isinstance(node, Not):
        inner = without_filters(node.item)
        return None if inner is None else negated(inner)
    if isinstance(node, And | Or):
        kept = [item for item in map(without_filters, node.items) if item is not None]
        return joined(type(node), kept)
    return node


def printed(node: Node | None) -> str:
    """Return the tree as a person would type it; reading it again gives the same tree."""
    if node is None:
        return ""
    if isinstance(node, Or):
        return " OR ".join(printed(item) for item in node.items)
    if isinstance(node, And):
        return " ".join(f"({printed(item)})" if isinstance(item, Or) else printed(item) for item in node.items)
    if isinstance(node, Not):
        inner = printed(node.item)
        return f"NOT ({inner})" if isinstance(node.item, And | Or) else f"NOT {inner}"
    if isinstance(node, Near):
        return f"NEAR({' '.join(map(printed, node.items))}, {node.distance})"
    return _printed_leaf(node)


def _printed_leaf(leaf: Term | Phrase | Wild | Regex | Filter) -> str:
    if isinstance(leaf, Term):
        return f'"{leaf.text}"' if leaf.exact else leaf.text
    if isinstance(leaf, Phrase):
        return f'"{" ".join(leaf.words)}{"*" if leaf.prefix else ""}"'
    if isinstance(leaf, Wild):
        return leaf.pattern
    if isinstance(leaf, Regex):
        return f"/{slashes_escaped(leaf.pattern)}/"
    said = [f"{leaf.name or leaf.field.value}:{_printed_value(leaf.value)}"]
    said.extend(f"{Field.CODER.value}:{_printed_value(coder)}" for coder in leaf.coders)
    return said[0] if len(said) == 1 else f"({' '.join(said)})"


def _printed_value(value: str) -> str:
    bare = value.replace("-", "").replace(".", "").isalnum()
    return value if bare else '"' + value.replace('"', '""') + '"'


def slashes_escaped(pattern: str) -> str:
    """Return a regular expression that holds no bare slash."""
    signs: list[str] = []
    escaped = False
    for sign in pattern:
        signs.append("\\/" if sign == "/" and not escaped else sign)
        escaped = sign == "\\" and not escaped
    return "".join(signs)
