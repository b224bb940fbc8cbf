"""The questions of the room, what each was asked with, and how that is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.queries.growth import Order
from workbench.queries.heads import BY_PARTICIPANT, BY_TRANSCRIPT
from workbench.queries.meeting import COUNTS_TURNS, Question, Term
from workbench.queries.tables import Unit
from workbench.study.coding_filter import CodingFilter
from workbench.tui.drawing import Line, wrapped
from workbench.words import say
from workbench.words.attributes import attribute_label


class Kind(StrEnum):
    """The questions, in the order of the list."""

    PASSAGES = "passages"
    MEETS = "meets"
    TOGETHER = "together"
    PARTICIPANTS = "participants"
    TRANSCRIPTS = "transcripts"
    ATTRIBUTE = "attribute"
    COVERAGE = "coverage"
    STRETCHES = "stretches"
    GROWTH = "growth"


TABLES = frozenset((Kind.TOGETHER, Kind.PARTICIPANTS, Kind.TRANSCRIPTS, Kind.ATTRIBUTE))
OF_PASSAGES = frozenset((Kind.PASSAGES, Kind.MEETS))
QUESTION_ROWS = 4


@dataclass(slots=True)
class Asked:
    """What a question is asked with; what does not belong to its kind is passed over.

    `under` is the code whose subtree makes the rows, `by` an attribute. `codes` are those whose passages are read: the
    ones `named` (called `name`), perhaps with what is under them; `must`, `can`, `without` are what is to meet them.
    """

    kind: Kind
    themes: bool = False
    under: int | None = None
    under_name: str = ""
    children: bool = False
    once: bool = False
    by: str = ""
    unit: Unit = Unit.OVERLAP
    order: Order = Order.IMPORTED
    named: tuple[int, ...] = ()
    codes: frozenset[int] = frozenset()
    name: str = ""
    must: list[Term] = field(default_factory=list[Term])
    can: list[Term] = field(default_factory=list[Term])
    without: list[Term] = field(default_factory=list[Term])

    @property
    def ready(self) -> bool:
        """Whether nothing more has to be known before it can be answered."""
        if self.kind in OF_PASSAGES:
            return bool(self.codes)
        return bool(self.by) if self.kind is Kind.ATTRIBUTE else True

    @property
    def columns(self) -> str:
        """What the columns of a table are by."""
        named = {Kind.PARTICIPANTS: BY_PARTICIPANT, Kind.TRANSCRIPTS: BY_TRANSCRIPT}
        return named.get(self.kind, self.by)

    def question(self, narrow: CodingFilter) -> Question:
        """Return the question about passages."""
        return Question(self.codes, tuple(self.must), tuple(self.can), tuple(self.without), narrow)

    def told(self) -> str:
        """Return what is asked for, for the line above the answer."""
        parts = [say(f"queries.{self.kind}.title")]
        if self.kind in OF_PASSAGES:
            parts = [self.name, *self._terms()]
        elif self.kind is Kind.ATTRIBUTE and self.by:
            parts = [say("queries.by", name=attribute_label(self.by))]
        elif self.kind is Kind.TOGETHER:
            parts.append(say(f"queries.unit.{self.unit}"))
        elif self.kind is Kind.GROWTH:
            parts.append(say(f"queries.order.{self.order}"))
        if self.kind in TABLES:
            rows = self.under_name or say("queries.rows.themes" if self.themes else "queries.rows.codes")
            parts.append(rows)
        if self.kind in TABLES | OF_PASSAGES and self.children:
            parts.append(say("queries.with_children"))
        if self.kind in TABLES and self.once:
            parts.append(say("queries.once"))
        return " · ".join(parts)

    def _terms(self) -> list[str]:
        kinds = (("must", self.must), ("can", self.can), ("without", self.without))
        return [
            say(f"queries.term.{kind}", name=term.name, how=how_told(term)) for kind, terms in kinds for term in terms
        ]


def how_told(term: Term) -> str:
    """Return how another code stands to a passage, in words."""
    key = f"queries.how.{term.relation}"
    return say(key, count=term.turns) if term.relation in COUNTS_TURNS else say(key)


def draw_question(kind: Kind, width: int) -> Sequence[Line]:
    """Draw a question: its name, and what it tells."""
    told = wrapped(say(f"queries.{kind}.told"), width - 3, "dim", indent="  ")
    return [[(say(f"queries.{kind}.title"), "strong")], *told[: QUESTION_ROWS - 2]]
