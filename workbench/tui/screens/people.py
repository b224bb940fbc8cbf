"""The people room: who takes part, and what is known of them."""

from collections.abc import Sequence
from typing import Any

from workbench.acts import people as acts
from workbench.errors import StudyError
from workbench.store.lookups import memos as memo_lookup
from workbench.store.lookups import people as lookup
from workbench.store.lookups import people_details
from workbench.store.study_file import StudyFile
from workbench.study.attribution import AGE_BAND, DEFAULT_TEMPLATES, attribute, fields
from workbench.study.history import Thing
from workbench.study.people import AGE, GENDER, Participant
from workbench.transcripts.people import attribute_name
from workbench.tui.columns import Column, Columns
from workbench.tui.drawing import Line
from workbench.tui.ledger import Ledger
from workbench.tui.memos import open_memos
from workbench.tui.options import Option
from workbench.tui.screens.list_room import Fill, clipped, heading, pairs
from workbench.tui.screens.people_table import TakingTable
from workbench.tui.screens.transcripts import memo_lines
from workbench.words import say
from workbench.words.attributes import attribute_label
from workbench.words.told import translated


class People(TakingTable):
    """One row a participant, one column an attribute, as many as fit."""

    ROOM = "people"

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []

    def empty_words(self) -> str:
        """Say where participants come from."""
        return say("people.empty")

    def reload(self) -> None:
        """Read participants again; the current one stays current."""
        people = lookup.participants(self.study)
        self._names = by_importance(people, template_of(self.study))
        columns = [
            Column(say("people.col.label"), most=16),
            *(Column(attribute_label(name), most=24) for name in self._names),
        ]
        index = next((at for at, one in enumerate(people) if self.current and one.id == self.current.id), None)
        self.set_table(Columns(columns, [self.row(one)[0] for one in people]), people, index)

    def thing(self) -> Thing | None:
        """The current participant."""
        return Thing("participant", self.current.id) if self.current is not None else None

    def title_parts(self) -> tuple[Line, Line]:
        """How many people and attributes."""
        told = say("people.title", count=len(self.list.items), names=len(self._names))
        return super().title_parts()[0], [(told, "")]

    def row(self, item: Any) -> tuple[Sequence[str], Sequence[str]]:
        """Return the cells of a participant."""
        person: Participant = item
        return [person.label, *(person.attributes.get(name, "") for name in self._names)], ["strong"]

    # The side pane

    def details(self) -> Fill:
        """The table being taken in, else the current person's card."""
        if self.table is not None:
            return self.table_preview
        person: Participant | None = self.current
        if person is None:
            return lambda _: ()
        memos = memo_lookup.on(self.study, "participant", person.id)
        appearances = people_details.appearances(self.study, person.id)
        quotes = people_details.quoted(self.study, person.id)
        words, honest = attribution_of(self.study, person)

        def fill(width: int) -> Sequence[Line]:
            lines: list[Line] = [[(person.label, "strong")], *heading(say("people.attributes"))]
            known = [
                (attribute_label(name), person.attributes[name]) for name in self._names if name in person.attributes
            ]
            lines += pairs(known, width) if known else clipped(say("people.no_attributes"), width, 3, "dim")
            lines += [*heading(say("people.attribution")), *clipped(words, width, 6, "good" if honest else "warn")]
            lines += heading(say("people.transcripts"))
            for one in appearances:
                lines.append([(one.transcript, "strong"), (f"  {say('people.speaks', turns=one.turns)}", "dim")])
            if not appearances:
                lines += clipped(say("people.silent"), width, 2, "warn")
            lines += heading(say("people.quotes", count=len(quotes)))
            for quote in quotes:
                lines.append([(f"{quote.transcript} {quote.turn}", "accent"), (f"  {quote.theme}", "dim")])
                lines += clipped(f"«{quote.words}»", width, 4, "", indent="  ")
            if not quotes:
                lines.append([(say("people.no_quotes"), "dim")])
            return [*lines, *memo_lines(memos, width)]

        return fill

    # What can be done

    def do_people_edit(self) -> None:
        """Choose an attribute or a new one, then write its value."""
        person: Participant = self.current
        known = [Option(name, attribute_label(name), person.attributes.get(name, "–")) for name in self._names]
        missing = [Option(name, attribute_label(name), "–") for name in (GENDER, AGE) if name not in self._names]
        self.choose(
            say("people.edit", label=person.label),
            [*known, *missing],
            lambda name, typed: self._ask_value(person, str(name) if name is not None else attribute_name(typed)),
            new=say("people.new"),
        )

    def _ask_value(self, person: Participant, name: str) -> None:
        before, words = person.attributes.get(name, ""), attribute_label(name)

        def write(value: str) -> None:
            if value.strip() or not before:
                acts.set_attribute(self.study, person.id, name, value)
                self.tell(say("people.set", label=person.label, name=words, value=" ".join(value.split())), "good")
            else:
                acts.unset_attribute(self.study, person.id, name)
                self.tell(say("people.unset", label=person.label, name=words), "accent")

        self.ask(say("people.value", name=words, label=person.label), write, value=before)

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """Edit by double click."""
        self.do_people_edit()

    def do_people_memo(self) -> None:
        """Write a memo on a participant, or open one that is there."""
        person: Participant = self.current
        kept = lambda: self.tell(say("transcripts.memo_kept"), "good")  # noqa: E731
        open_memos(self, "participant", person.id, say("people.memo", label=person.label), kept)


def template_of(study: StudyFile) -> str:
    """Return the template by which this study attributes quotes."""
    return study.setting("attribution") or DEFAULT_TEMPLATES.get(study.language, DEFAULT_TEMPLATES["en"])


def by_importance(people: Sequence[Participant], template: str) -> list[str]:
    """Return attribute names: those quotes are attributed by, then those known of most people."""
    counts: dict[str, int] = {}
    for person in people:
        for name in person.attributes:
            counts[name] = counts.get(name, 0) + 1
    try:
        asked = [AGE if name == AGE_BAND else name for name in fields(template)]
    except StudyError:
        asked = []
    first = [name for name in dict.fromkeys([*asked, GENDER, AGE]) if name in counts]
    return [*first, *sorted((name for name in counts if name not in first), key=lambda name: -counts[name])]


def attribution_of(study: StudyFile, person: Participant) -> tuple[str, bool]:
    """Return how quotes of a person are attributed, or (the sentence saying what is missing, False)."""
    try:
        return attribute(template_of(study), person, study.language), True
    except StudyError as error:
        return translated(str(error)), False
