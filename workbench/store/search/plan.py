"""A search tree made into one full-text expression and conditions on turns.

What a person typed goes into the expression only as quoted words (letters and digits), into SQL only as bound values.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TypeAlias

from workbench.store.search.conditions import Condition, Conditions, Parameters, Resolver
from workbench.store.search.vocabulary import Vocabulary
from workbench.store.study_file import StudyFile
from workbench.study.search_tree import And, Filter, Near, Node, Not, Or, Phrase, Regex, Term, Wild

_NEAR_SHARE = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """All of: turns that fit the full-text expression `match`, none that fit `without`, the `conditions`."""

    match: str = ""
    without: str = ""
    conditions: tuple[Condition, ...] = ()

    @property
    def expression(self) -> str:
        """The whole full-text expression; empty when nothing is wanted by words."""
        return f"({self.match}) NOT ({self.without})" if self.match and self.without else self.match


# A plan, or whether all turns fit or none.
Part: TypeAlias = Plan | bool


class Planner:
    """Makes plans of a query and of parts of it; all share their bound values.

    A wanted word stands for at most `words` words of the vocabulary. `widened` tells whether one stands for others
    too, `widest` for how many words one stands at most.
    """

    def __init__(self, study: StudyFile, vocabulary: Vocabulary, resolver: Resolver, words: int) -> None:
        self.parameters = Parameters()
        self._resolver = resolver
        self._conditions = Conditions(study, resolver, self.parameters)
        self._vocabulary = vocabulary
        self._words = words
        self._exact = False
        self._more: list[str] = []
        self.widened, self.widest = False, 1

    @property
    def remarks(self) -> list[str]:
        """What there is to say about names and words that were asked for."""
        return list(dict.fromkeys((*self._resolver.remarks, *self._vocabulary.remarks, *self._more)))

    def plan(self, node: Node, *, exact: bool = False) -> Part:
        """Return the plan of a tree without regular expressions; `exact` lets wanted words stand for themselves."""
        self._exact = exact
        part = self._part(node, wanted=True)
        if isinstance(part, Plan) and part.without and not part.match:
            return Plan(conditions=(*part.conditions, Condition(f"NOT {self._in(part.without)}")))
        return part

    def sql(self, part: Part) -> str:
        """Return a plan as one condition on turn `u`."""
        if isinstance(part, bool):
            return "1" if part else "0"
        said = [self._in(part.expression)] if part.match else []
        if part.without and not part.match:
            said.append(f"NOT {self._in(part.without)}")
        return f"({' AND '.join([*said, *(one.sql for one in part.conditions)])})"

    def _in(self, expression: str) -> str:
        mark = self.parameters.add(expression)
        return f"u.id IN (SELECT rowid FROM turn_words WHERE turn_words MATCH {mark})"

    def _part(self, node: Node, *, wanted: bool) -> Part:
        if isinstance(node, And):
            return self._all(node.items, wanted=wanted)
        if isinstance(node, Or):
            return self._any([self._part(item, wanted=wanted) for item in node.items])
        if isinstance(node, Not):
            return self._turned(self._part(node.item, wanted=not wanted))
        if isinstance(node, Filter):
            return Plan(conditions=(self._conditions.condition(node),))
        if isinstance(node, Regex):
            raise TypeError("regular expressions are not planned")
        expression = self._expression(node, wanted=wanted)
        return Plan(match=expression) if expression else False

    def _all(self, items: Sequence[Node], *, wanted: bool) -> Part:
        parts = [self._part(item, wanted=wanted) for item in items]
        if any(part is False for part in parts):
            return False
        plans = [part for part in parts if isinstance(part, Plan)]
        if not plans:
            return True
        return Plan(
            _joined(" AND ", [one.match for one in plans]),
            _joined(" OR ", [one.without for one in plans]),
            tuple(condition for one in plans for condition in one.conditions),
        )

    def _any(self, parts: Sequence[Part]) -> Part:
        if any(part is True for part in parts):
            return True
        plans = [part for part in parts if isinstance(part, Plan)]
        if len(plans) < 2:
            return plans[0] if plans else False
        if all(one.match and not one.conditions for one in plans):
            return Plan(match=_joined(" OR ", [one.expression for one in plans]))
        return Plan(conditions=(Condition(f"({' OR '.join(map(self.sql, plans))})"),))

    def _turned(self, part: Part) -> Part:
        if isinstance(part, bool):
            return not part
        if not part.conditions and not (part.match and part.without):
            return Plan(match=part.without, without=part.match)
        return Plan(conditions=(Condition(f"NOT {self.sql(part)}"),))

    # Full-text expressions

    def _expression(self, leaf: Term | Phrase | Wild | Near, *, wanted: bool) -> str:
        if isinstance(leaf, Near):
            choices = [self._choices(item, wanted=wanted) for item in leaf.items]
            return " OR ".join(f"NEAR({' '.join(one)}, {leaf.distance})" for one in self._combined(choices))
        return " OR ".join(self._choices(leaf, wanted=wanted))

    def _combined(self, choices: list[list[str]]) -> list[tuple[str, ...]]:
        """Return what can stand beside what, at most so many; the fewest of those who have most are left out."""
        full, most = prod(map(len, choices)), max(1, self._words // _NEAR_SHARE)
        if full > most:
            self._more.append("NEAR knows only some of the words that its words stand for; write longer words.")
        while full > most:
            longest = max(choices, key=len)
            full = full // len(longest) * (len(longest) - 1)
            longest.pop()
        return list(product(*choices))

    def _choices(self, leaf: Term | Phrase | Wild, *, wanted: bool) -> list[str]:
        """Return the quoted words or phrases that a leaf stands for."""
        if isinstance(leaf, Phrase):
            return [_quoted(*leaf.words) + (" *" if leaf.prefix else "")]
        if isinstance(leaf, Term) and wanted and self._exact:
            return [_quoted(leaf.text)]
        if isinstance(leaf, Wild) and leaf.is_prefix and not wanted:
            return [_quoted(leaf.pattern[:-1]) + " *"]
        found = self._vocabulary.words_for(leaf, wanted=wanted)
        if wanted:
            found = found[: self._words]
            self.widened = self.widened or (isinstance(leaf, Term) and len(found) > 1)
            self.widest = max(self.widest, len(found))
        return [_quoted(word) for word in found]


def _quoted(*words: str) -> str:
    return f'"{" ".join(words)}"'


def _joined(sign: str, expressions: Sequence[str]) -> str:
    kept = [one for one in expressions if one]
    return kept[0] if len(kept) == 1 else sign.join(f"({one})" for one in kept)
