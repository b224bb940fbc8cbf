"""One person at a time: the fields of their sheet in the order of the schema, and how each is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.acts import consent as consent_acts
from workbench.acts import people as acts
from workbench.acts import people_schema as schema_acts
from workbench.store.lookups import people as lookup
from workbench.store.lookups.people_details import quotes_held_back
from workbench.store.lookups.people_schema import consents, schema
from workbench.store.study_file import StudyFile
from workbench.study.attributes import Definition, Schema, Type, choice_of, choices_written, date_of, shown
from workbench.study.consent import NOTHING_KNOWN, Answer, Consents, Scope
from workbench.study.people import Participant
from workbench.tui.options import Option
from workbench.tui.room import Room
from workbench.words import say
from workbench.words.attributes import attribute_label

ATTRIBUTE, KIND, CONSENT, WITHDRAWN = "attribute", "kind", "consent", "withdrawn"


@dataclass(frozen=True, slots=True)
class Field:
    """A row of a person's sheet: what it is of, its name there, and how it is shown."""

    of: str
    name: str
    title: str
    value: str
    hint: str
    look: str = ""


def fields_of(study: StudyFile, person: Participant) -> list[Field]:
    """Return the rows of a person's sheet: attributes as the schema orders them, kind, consent, withdrawal."""
    known, given = schema(study), consents(study).get(person.id, NOTHING_KNOWN)
    listed = [one.name for one in known.of(person.kind_id)]
    defined = {one.name for one in known.definitions}
    listed += [name for name in lookup.attribute_names(study) if name not in defined and name not in listed]
    listed += [name for name in person.attributes if name not in listed]
    rows = [_attribute(known, person, name, study.language) for name in listed]
    kind = known.kind(person.kind_id)
    rows.append(Field(KIND, "", say("people.field.kind"), kind.name if kind else "–", _kinds_told(known)))
    rows += [_consent(given, scope, study.language) for scope in Scope]
    day = shown(Type.DATE, given.withdrawn, study.language)
    rows.append(
        Field(
            WITHDRAWN, "", say("people.field.withdrawn"), day or say("value.no"), say("people.field.withdrawn.hint"),
            "error" if day else "",
        )
    )  # fmt: skip
    return rows


def _attribute(known: Schema, person: Participant, name: str, language: str) -> Field:
    definition = known.definition(name, person.kind_id)
    value = person.attributes.get(name, "")
    type_ = definition.type if definition else Type.TEXT
    hint = say(f"attribute.type.{type_.value}")
    if definition and type_ is Type.CATEGORY:
        hint = f"{hint}: {choices_written(definition.choices)}"
    elif definition and type_ is Type.BAND:
        hint = say("people.field.reckoned", source=attribute_label(definition.source))
    return Field(ATTRIBUTE, name, attribute_label(name), shown(type_, value, language) or "–", hint)


def _kinds_told(known: Schema) -> str:
    return ", ".join(one.name for one in known.kinds) or say("people.field.no_kinds")


def _consent(given: Consents, scope: Scope, language: str) -> Field:
    one = (given.given or {}).get(scope)
    answer = given.answer(scope)
    look = {Answer.NO: "error", Answer.YES: "good", Answer.NOT_ASKED: "dim"}[answer]
    hint = " ".join(part for part in (shown(Type.DATE, one.given, language), one.note) if part) if one else ""
    title = say("people.field.consent", scope=say(f"consent.scope.{scope.value}"))
    return Field(CONSENT, scope.value, title, say(f"consent.answer.{answer.value}"), hint, look)


class WritingPeople(Room):
    """How a field of a person is written; each is one act."""

    def write_field(self, person: Participant, field: Field) -> None:
        """Ask for the value of a field, by choosing where there is something to choose from."""
        if field.of == ATTRIBUTE:
            self.write_attribute(person, field.name)
        elif field.of == KIND:
            self.write_kind(person)
        elif field.of == CONSENT:
            self.write_consent(person, Scope(field.name))
        else:
            self.write_withdrawn(person)

    def write_attribute(self, person: Participant, name: str) -> None:
        """Ask for the value of an attribute."""
        definition = schema(self.study).definition(name, person.kind_id)
        if definition and definition.type is Type.BAND:
            told = say("people.reckoned", name=attribute_label(name), source=attribute_label(definition.source))
            self.tell(told, "warn")
        elif definition and definition.type is Type.CATEGORY:
            self._choose_value(person, definition)
        else:
            self._ask_value(person, name, definition)

    def _choose_value(self, person: Participant, definition: Definition) -> None:
        name, before = definition.name, person.attributes.get(definition.name, "")
        options = [Option(one, one, "✓" if one == before else "") for one in definition.choices]
        if before:
            options.append(Option("", say("people.take_away")))

        def chosen(value: object, typed: str) -> None:
            if value is None:
                # Saying so is choosing the line that offers it: the value is new to the category.
                self._keep_value(person, name, typed, add_choice=choice_of(definition, typed) is None)
            else:
                self._keep_value(person, name, str(value))

        title = say("people.choose", name=attribute_label(name), label=person.label)
        at = definition.choices.index(before) if before in definition.choices else 0
        self.choose(title, options, chosen, new=say("people.add_choice"), first=at)

    def _ask_value(self, person: Participant, name: str, definition: Definition | None) -> None:
        type_ = definition.type if definition else Type.TEXT
        before = shown(type_, person.attributes.get(name, ""), self.study.language)
        title = say("people.value", name=attribute_label(name), label=person.label)
        if type_ is not Type.TEXT:
            title = f"{title} · {say(f'attribute.type.{type_.value}')}: {say(f'attribute.type.{type_.value}.hint')}"
        self.ask(title, lambda value: self._keep_value(person, name, value), value=before)

    def _keep_value(self, person: Participant, name: str, value: str, *, add_choice: bool = False) -> None:
        words = attribute_label(name)
        if value.strip() or not person.attributes.get(name):
            acts.set_attribute(self.study, person.id, name, value, add_choice=add_choice)
            self.tell(say("people.set", label=person.label, name=words, value=" ".join(value.split())), "good")
        else:
            acts.unset_attribute(self.study, person.id, name)
            self.tell(say("people.unset", label=person.label, name=words), "accent")

    def write_kind(self, person: Participant) -> None:
        """Ask of which kind a person is; a new name makes a kind."""
        kinds = schema(self.study).kinds
        options = [Option(one.id, one.name, "✓" if one.id == person.kind_id else "") for one in kinds]
        if person.kind_id is not None:
            options.append(Option(0, say("people.no_kind")))

        def chosen(kind_id: object, typed: str) -> None:
            if isinstance(kind_id, int):
                schema_acts.put_in_kind(self.study, person.id, kind_id or None)
                kind = schema(self.study).kind(kind_id)
                name = kind.name if kind else "–"
            else:
                name = " ".join(typed.split())
                with self.study.together("people.kind", {"name": person.label, "to": name}):
                    schema_acts.put_in_kind(self.study, person.id, schema_acts.add_kind(self.study, name))
            self.tell(say("people.kind_set", label=person.label, kind=name), "good")

        self.choose(say("people.which_kind", label=person.label), options, chosen, new=say("people.new_kind"))

    def write_consent(self, person: Participant, scope: Scope | None = None) -> None:
        """Ask what a person answered, then the day and a note; nothing is kept before that."""
        given = consents(self.study).get(person.id, NOTHING_KNOWN)
        if scope is None:
            options = [
                Option(one, say(f"consent.scope.{one.value}"), say(f"consent.answer.{given.answer(one).value}"))
                for one in Scope
            ]
            title = say("people.which_scope", label=person.label)
            self.choose(title, options, lambda one, _: self.write_consent(person, Scope(str(one))))
            return
        wanted, before = scope, (given.given or {}).get(scope)
        answers = [Option(one, say(f"consent.answer.{one.value}")) for one in Answer]
        told = say(f"consent.scope.{scope.value}")

        def answered(answer: object, _: str) -> None:
            day = shown(Type.DATE, before.given, self.study.language) if before else ""
            now = " ".join(part for part in (day, before.note) if part) if before else ""
            self.ask(
                say("people.consent_when", label=person.label, scope=told),
                lambda text: self._keep_consent(person, wanted, Answer(str(answer)), text), value=now,
            )  # fmt: skip

        first = list(Answer).index(given.answer(scope))
        self.choose(say("people.consent_answer", label=person.label, scope=told), answers, answered, first=first)

    def _keep_consent(self, person: Participant, scope: Scope, answer: Answer, text: str) -> None:
        first, _, rest = text.strip().partition(" ")
        day, note = (first, rest) if date_of(first) else ("", text)
        consent_acts.answer(self.study, person.id, scope, answer, day, note)
        told, words = say(f"consent.scope.{scope.value}"), say(f"consent.answer.{answer.value}")
        held = quotes_held_back(self.study).get(person.id, 0)
        more = f" {say('people.held_back', count=held)}" if held and answer is Answer.NO else ""
        self.tell(say("people.consent_set", label=person.label, scope=told, answer=words) + more, "good")

    def write_withdrawn(self, person: Participant) -> None:
        """Ask for the day a person withdrew; nothing written means that they have not."""

        def keep(text: str) -> None:
            consent_acts.withdraw(self.study, person.id, text)
            held = quotes_held_back(self.study).get(person.id, 0)
            key = "people.withdrawn_now" if text.strip() else "people.withdrawn_not"
            self.tell(say(key, label=person.label, count=held), "warn" if text.strip() else "good")

        day = person.withdrawn or date.today().isoformat()
        value = shown(Type.DATE, day, self.study.language)
        self.ask(say("people.withdrawn_when", label=person.label), keep, value=value)


def marks_of(given: Consents) -> Sequence[str]:
    """Return what is to be marked wherever a person is listed: withdrawn, not to be quoted, no analysis."""
    found = [say(f"consent.mark.{given.refusal.name}")] if given.refusal else []
    if not given.withdrawn and not given.may_be_analysed:
        found.append(say("consent.mark.no_analysis"))
    return found
