"""The people room: who takes part, what is known of them, and what they agreed to."""

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.errors import StudyError
from workbench.store.lookups import memos as memo_lookup
from workbench.store.lookups import people as lookup
from workbench.store.lookups import people_details
from workbench.store.lookups.people_schema import consents, schema
from workbench.store.study_file import StudyFile
from workbench.study.attributes import Schema, Type, shown
from workbench.study.attribution import AGE_BAND, attribute, fields
from workbench.study.consent import NOTHING_KNOWN, Answer, Consents
from workbench.study.history import Thing
from workbench.study.people import AGE, GENDER, Participant
from workbench.transcripts.people import attribute_name
from workbench.tui.columns import Column, Columns
from workbench.tui.drawing import Line
from workbench.tui.ledger import Ledger
from workbench.tui.memos import open_memos
from workbench.tui.options import Option
from workbench.tui.screens.list_room import Fill, clipped, heading, pairs
from workbench.tui.screens.people_sheet import ATTRIBUTE, Field, WritingPeople, fields_of, marks_of
from workbench.tui.screens.people_table import TakingTable
from workbench.tui.screens.transcripts import memo_lines
from workbench.words import say
from workbench.words.attributes import attribute_kept, attribute_label
from workbench.words.told import translated


class People(WritingPeople, TakingTable):
    """One row a participant, one column an attribute, as many as fit; enter opens the sheet of one person."""

    ROOM = "people"

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []
        self._people: list[Participant] = []
        self._schema = Schema()
        self._consents: Mapping[int, Consents] = {}
        self._marked = False
        self._sheet: int | None = None
        self._language = "nb"

    def empty_words(self) -> str:
        """Say where participants come from."""
        return say("people.empty")

    # Reading

    def reload(self) -> None:
        """Read participants again; the current one stays current."""
        was = self.person
        self._people, self._schema = lookup.participants(self.study), schema(self.study)
        self._consents, self._language = consents(self.study), self.study.language
        template = lookup.templates(self.study).everyone
        self._names = (
            lookup.attribute_names(self.study) if self._schema.definitions else by_importance(self._people, template)
        )
        self._marked = any(marks_of(one) for one in self._consents.values())
        if self._sheet is not None and any(one.id == self._sheet for one in self._people):
            self._show_sheet(self.list.index)
        else:
            self._sheet = None
            self._show_people(was)

    @property
    def person(self) -> Participant | None:
        """Whose row or sheet it is."""
        if self._sheet is not None:
            return next((one for one in self._people if one.id == self._sheet), None)
        return self.current if isinstance(self.current, Participant) else None

    def _show_people(self, current: Participant | None) -> None:
        columns = [
            Column(say("people.col.label"), most=24),
            *([Column(say("people.col.mark"), most=24)] if self._marked else []),
            *([Column(say("people.col.kind"), most=14)] if self._schema.kinds else []),
            *(Column(attribute_label(name), most=24) for name in self._names),
        ]
        index = next((at for at, one in enumerate(self._people) if current and one.id == current.id), None)
        self.set_table(Columns(columns, [self.row(one)[0] for one in self._people]), self._people, index)

    def _show_sheet(self, index: int | None) -> None:
        person = self.person
        if person is None:
            return
        rows = fields_of(self.study, person)
        columns = [
            Column(say("people.col.field"), most=30), Column(say("people.col.value"), most=30),
            Column(say("people.col.hint"), most=60),
        ]  # fmt: skip
        self.set_table(Columns(columns, [self.row(one)[0] for one in rows]), rows, index)

    def thing(self) -> Thing | None:
        """The current participant."""
        person = self.person
        return Thing("participant", person.id) if person is not None else None

    def states(self) -> set[str]:
        """Whether there is somebody, and whether their sheet is open."""
        return super().states() | ({"sheet"} if self._sheet is not None else set())

    def title_parts(self) -> tuple[Line, Line]:
        """How many people and attributes, or whose sheet it is."""
        left = super().title_parts()[0]
        person = self.person
        if self._sheet is not None and person is not None:
            return [*left, (" ▸ ", "dim"), (person.label, "strong")], []
        return left, [(say("people.title", count=len(self._people), names=len(self._names)), "")]

    def row(self, item: Any) -> tuple[Sequence[str], Sequence[str]]:
        """Return the cells of a participant, or of a field of the sheet."""
        if isinstance(item, Field):
            return [item.title, item.value, item.hint], ["strong", item.look, "dim"]
        person: Participant = item
        marks = ", ".join(marks_of(self._consents.get(person.id, NOTHING_KNOWN)))
        kind = self._schema.kind(person.kind_id)
        cells = [person.label]
        cells += [marks or "–"] if self._marked else []
        cells += [kind.name if kind else "–"] if self._schema.kinds else []
        cells += [self._value(person, name) for name in self._names]
        look = "dim" if person.withdrawn else "strong"
        return cells, [look, "error" if marks else "dim"] if self._marked else [look]

    def _value(self, person: Participant, name: str) -> str:
        definition = self._schema.definition(name, person.kind_id)
        value = person.attributes.get(name, "")
        return shown(definition.type, value, self._language) if definition else value

    # The side pane

    def details(self) -> Fill:
        """The table being taken in, else the current person's card."""
        if self.planned is not None:
            return self.table_preview
        person = self.person
        if person is None:
            return lambda _: ()
        memos = memo_lookup.on(self.study, "participant", person.id)
        appearances = people_details.appearances(self.study, person.id)
        quotes = people_details.quoted(self.study, person.id)
        words, honest = attribution_of(self.study, person)

        def fill(width: int) -> Sequence[Line]:
            lines: list[Line] = [[(person.label, "strong")], *self._consent_lines(person, width)]
            lines += heading(say("people.attributes"))
            known = [(attribute_label(name), self._value(person, name)) for name in person.attributes]
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

    def _consent_lines(self, person: Participant, width: int) -> list[Line]:
        """Return what a person agreed to, and what follows from it; nothing where nobody was asked."""
        given = self._consents.get(person.id, NOTHING_KNOWN)
        lines: list[Line] = []
        if given.withdrawn:
            day = shown_day(given.withdrawn, self._language)
            lines += clipped(say("people.card.withdrawn", day=day), width, 6, "error")
        elif given.refusal is not None:
            lines += clipped(say("people.card.no_quote"), width, 4, "error")
        if not given.withdrawn and not given.may_be_analysed:
            lines += clipped(say("people.card.no_analysis"), width, 4, "error")
        if given.given:
            lines += heading(say("people.card.consent"))
            for scope, one in given.given.items():
                look = {Answer.YES: "good", Answer.NO: "error"}.get(one.answer, "dim")
                day = shown_day(one.given, self._language)
                more = "  ".join(part for part in (day, one.note) if part)
                answer = say(f"consent.answer.{one.answer.value}")
                lines.append([(f"{say(f'consent.scope.{scope.value}')}: ", ""), (answer, look), (f"  {more}", "dim")])
        return lines

    # What can be done

    def do_people_open(self) -> None:
        """Open the sheet of the current person."""
        self._sheet = self.current.id
        self._show_sheet(0)
        self.show_item()
        self.renew()

    def do_people_write(self) -> None:
        """Write the field in hand."""
        self.do_people_edit()

    def do_people_edit(self) -> None:
        """Write the field in hand; in the list choose an attribute or a new one, then write its value."""
        person = self.person
        if person is None:
            return
        if self._sheet is not None and isinstance(self.current, Field):
            self.write_field(person, self.current)
            return
        rows = [one for one in fields_of(self.study, person) if one.of == ATTRIBUTE]
        known = [Option(one.name, one.title, one.value) for one in rows]
        missing = [
            Option(name, attribute_label(name), "–") for name in (GENDER, AGE) if name not in {one.name for one in rows}
        ]
        self.choose(
            say("people.edit", label=person.label),
            [*known, *missing],
            lambda name, typed: self.write_attribute(
                person, str(name) if name is not None else attribute_kept(attribute_name(typed))
            ),
            new=say("people.new"),
        )

    def do_people_consent(self) -> None:
        """Keep what the person answered."""
        if person := self.person:
            self.write_consent(person)

    def do_people_withdraw(self) -> None:
        """Keep that the person withdrew."""
        if person := self.person:
            self.write_withdrawn(person)

    def do_people_kind(self) -> None:
        """Say of which kind the person is."""
        if person := self.person:
            self.write_kind(person)

    def do_people_schema(self) -> None:
        """Go where attributes and kinds are defined."""
        self.workbench.go("schema")

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """Open by double click."""
        if event.ledger is self.list:
            self.attempt(self.do_people_open if self._sheet is None else self.do_people_write)

    def do_people_memo(self) -> None:
        """Write a memo on a participant, or open one that is there."""
        if person := self.person:
            kept = lambda: self.tell(say("transcripts.memo_kept"), "good")  # noqa: E731
            open_memos(self, "participant", person.id, say("people.memo", label=person.label), kept)

    def step_back(self) -> bool:
        """Leave the side pane or the reading of a table first, then the sheet."""
        if super().step_back():
            return True
        if self._sheet is None:
            return False
        person, self._sheet = self.person, None
        self._show_people(person)
        self.show_item()
        self.renew()
        return True


def shown_day(day: str, language: str) -> str:
    """Return a day as people write it."""
    return shown(Type.DATE, day, language)


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
        return attribute(lookup.templates(study).of(person.kind_id), person, study.language), True
    except StudyError as error:
        return translated(str(error)), False
