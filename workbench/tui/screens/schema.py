"""What can be known of people: attributes with their types and order, kinds of people with their own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.acts import people_schema as acts
from workbench.acts.people_schema import Shape
from workbench.store.lookups import people as lookup
from workbench.store.lookups.people_schema import schema, values_in_use
from workbench.study.attributes import Definition, PeopleKind, Schema, Type, choices_read, choices_written, shown
from workbench.study.attribution import Templates
from workbench.study.bands import bands_written
from workbench.study.people import Participant
from workbench.transcripts.people import attribute_name
from workbench.tui.columns import Column, Columns
from workbench.tui.drawing import Line
from workbench.tui.ledger import Ledger
from workbench.tui.options import Option
from workbench.tui.screens.list_room import Fill, ListRoom, clipped, heading
from workbench.words import say
from workbench.words.attributes import attribute_kept, attribute_label, template_kept


@dataclass(frozen=True, slots=True)
class _Everyone:
    """The row above everybody's attributes."""


_Row = _Everyone | PeopleKind | Definition


class SchemaRoom(ListRoom):
    """One row an attribute, under everyone or the kind of people it is of."""

    ROOM = "schema"

    def __init__(self) -> None:
        super().__init__()
        self._schema = Schema()
        self._people: list[Participant] = []
        self._templates = Templates("")
        self._language = "nb"

    def empty_words(self) -> str:
        """Say what can be done first."""
        return say("schema.empty")

    def reload(self) -> None:
        """Read again; the current row stays current."""
        was = self._key(self.current)
        self._schema, self._people = schema(self.study), lookup.participants(self.study)
        self._templates, self._language = lookup.templates(self.study), self.study.language
        rows = self._rows()
        columns = [
            Column(say("schema.col.name"), most=30), Column(say("schema.col.type"), most=10),
            Column(say("schema.col.people"), right=True, most=8), Column(say("schema.col.values"), most=60),
        ]  # fmt: skip
        index = next((at for at, one in enumerate(rows) if self._key(one) == was), None)
        self.set_table(Columns(columns, [self.row(one)[0] for one in rows]), rows, index)

    def _rows(self) -> list[_Row]:
        known = self._schema
        defined = {one.name for one in known.definitions}
        loose = [Definition(0, "", name) for name in lookup.attribute_names(self.study) if name not in defined]
        shared: list[_Row] = [*(one for one in known.definitions if one.kind_id is None), *loose]
        rows: list[_Row] = [_Everyone(), *shared] if known.kinds else shared
        for kind in known.kinds:
            rows += [kind, *(one for one in known.definitions if one.kind_id == kind.id)]
        return rows

    @staticmethod
    def _key(row: _Row | None) -> object:
        """Return what makes a row the same after a change: its id, or the name of what nobody defined."""
        if isinstance(row, Definition):
            return row.id or row.name
        return row.id if isinstance(row, PeopleKind) else row is None

    def states(self) -> set[str]:
        """Whether an attribute or a kind is current."""
        row = self.current
        if isinstance(row, Definition):
            return {"item", "attribute"}
        return {"item", "kind"} if isinstance(row, PeopleKind) else set()

    def title_parts(self) -> tuple[Line, Line]:
        """How many attributes and kinds."""
        count = sum(isinstance(one, Definition) for one in self.list.items)
        return super().title_parts()[0], [(say("schema.title", count=count, kinds=len(self._schema.kinds)), "dim")]

    def row(self, item: Any) -> tuple[Sequence[str], Sequence[str]]:
        """Return the cells of a row."""
        if isinstance(item, _Everyone):
            return [say("schema.everyone"), "", str(len(self._people)), self._templates.everyone], ["title"] * 2
        if isinstance(item, PeopleKind):
            count = sum(one.kind_id == item.id for one in self._people)
            template = self._templates.own.get(item.id, say("schema.template.shared"))
            return [item.name, "", str(count), template], ["title"] * 2
        one: Definition = item
        indent = "  " if self._schema.kinds else ""
        type_ = say(f"attribute.type.{one.type.value}") if one.id else "–"
        look = "strong" if one.id else ""
        return [indent + attribute_label(one.name), type_, str(len(self._held(one))), self._values(one)], [look, "dim"]

    def _held(self, one: Definition) -> list[Participant]:
        return [
            person
            for person in self._people
            if one.name in person.attributes and (one.kind_id is None or person.kind_id == one.kind_id)
        ]

    def _days(self, one: Definition) -> bool:
        source = self._schema.definition(one.source, one.kind_id)
        return source is not None and source.type is Type.DATE

    def _values(self, one: Definition) -> str:
        if one.type is Type.CATEGORY:
            return choices_written(one.choices)
        if one.type is Type.BAND:
            written = bands_written(one.bands, days=self._days(one)) or say("line.by_tens")
            return f"{attribute_label(one.source)}: {written}"
        if not one.id:
            return say("schema.undefined")
        return one.note

    def details(self) -> Fill:
        """Tell of the current attribute: who has which value; or of the kind."""
        row = self.current
        if not isinstance(row, Definition):
            return lambda width: clipped(say("schema.about"), width, 12, "dim")
        held = self._held(row)

        def fill(width: int) -> Sequence[Line]:
            lines: list[Line] = [[(attribute_label(row.name), "strong")]]
            type_ = f"attribute.type.{row.type.value}"
            lines += clipped(f"{say(type_)}: {say(f'{type_}.hint')}" if row.id else say("schema.undefined"), width, 3)
            lines += clipped(self._values(row), width, 12, "dim") if row.id else []
            lines += heading(say("schema.who", count=len(held)))
            for person in held:
                value = shown(row.type, person.attributes[row.name], self._language)
                lines += clipped(f"{person.label}  {value}", width, 2)
            return lines

        return fill

    # Attributes

    def _kind_here(self) -> int | None:
        """Return the kind that the current row belongs to."""
        row = self.current
        return row.id if isinstance(row, PeopleKind) else row.kind_id if isinstance(row, Definition) else None

    def do_schema_add(self) -> None:
        """Define a new attribute where one stands."""
        kind_id = self._kind_here()
        kind = self._schema.kind(kind_id)
        whose = kind.name if kind else say("schema.everyone").lower()

        def named(text: str) -> None:
            name = attribute_kept(attribute_name(text))
            if name:
                self._ask_type(Definition(0, "", name, kind_id=kind_id))

        self.ask(say("schema.name", whose=whose), named)

    def do_schema_define(self) -> None:
        """Say anew what the current attribute is."""
        self._ask_type(self.current)

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """Define by double click."""
        if isinstance(self.current, Definition):
            self.attempt(self.do_schema_define)

    def _ask_type(self, one: Definition) -> None:
        types = list(Type)
        options = [
            Option(each, say(f"attribute.type.{each.value}"), say(f"attribute.type.{each.value}.hint"))
            for each in types
        ]
        asks: dict[Type, Callable[[Definition], None]] = {Type.CATEGORY: self._ask_choices, Type.BAND: self._ask_source}

        def chosen(type_: object, _: str) -> None:
            wanted = Type(str(type_))
            if wanted in asks:
                asks[wanted](one)
            else:
                self._keep(one, Shape(wanted, note=one.note))

        self.choose(say("schema.type", name=attribute_label(one.name)), options, chosen, first=types.index(one.type))

    def _ask_choices(self, one: Definition) -> None:
        listed = one.choices or tuple(values_in_use(self.study, one.name))

        def keep(text: str) -> None:
            self._keep(one, Shape(Type.CATEGORY, choices_read(text), note=one.note))

        self.ask(say("schema.choices", name=attribute_label(one.name)), keep, value=choices_written(listed))

    def _ask_source(self, one: Definition) -> None:
        sources = [each for each in self._schema.of(one.kind_id) if each.type in (Type.NUMBER, Type.DATE)]
        names = [each.name for each in sources if each.name != one.name]
        if "age" not in names and self._schema.definition("age", one.kind_id) is None:
            names.append("age")
        options = [Option(name, attribute_label(name)) for name in names]
        first = names.index(one.source) if one.source in names else 0

        def chosen(source: object, _: str) -> None:
            self._ask_bands(one, str(source))

        self.choose(say("schema.source", name=attribute_label(one.name)), options, chosen, first=first)

    def _ask_bands(self, one: Definition, source: str) -> None:
        written = bands_written(one.bands, days=self._days(one)) if source == one.source else ""

        def keep(text: str) -> None:
            self._keep(one, Shape(Type.BAND, source=source, bands=text, note=one.note))

        self.ask(say("schema.bands", source=attribute_label(source)), keep, value=written)

    def _keep(self, one: Definition, shape: Shape) -> None:
        if one.id:
            acts.change(self.study, one.id, shape)
        else:
            self._go_to(acts.define(self.study, one.name, shape, one.kind_id))
        type_ = say(f"attribute.type.{shape.type.value}")
        self.tell(say("schema.kept", name=attribute_label(one.name), type=type_), "good")

    def _go_to(self, row_id: int) -> None:
        for at, row in enumerate(self.list.items):
            if self._key(row) == row_id:
                self.list.go(at)

    # Kinds

    def do_schema_kind(self) -> None:
        """Add a kind of people."""

        def keep(name: str) -> None:
            self._go_to(acts.add_kind(self.study, name))
            self.tell(say("schema.kind_added", name=" ".join(name.split())), "good")

        self.ask(say("schema.kind"), keep)

    def do_schema_template(self) -> None:
        """Say how quotes of the kind are attributed."""
        kind: PeopleKind = self.current
        now = self._templates.own.get(kind.id, self._templates.everyone)

        def keep(text: str) -> None:
            template = "" if text.strip() in ("-", "–") else template_kept(text.strip())
            acts.set_template(self.study, kind.id, template)
            self.tell(say("schema.template_kept", name=kind.name, template=template or "–"), "good")

        self.ask(say("schema.template", name=kind.name, gender="{gender}", service="{service}"), keep, value=now)

    # Both

    def do_schema_rename(self) -> None:
        """Give the current attribute or kind another name."""
        row = self.current
        before = row.name if isinstance(row, PeopleKind) else attribute_label(row.name)

        def keep(text: str) -> None:
            if isinstance(row, PeopleKind):
                acts.rename_kind(self.study, row.id, text)
            else:
                acts.rename(self.study, row.id, attribute_kept(attribute_name(text)))
            self.tell(say("schema.renamed", name=before, new=" ".join(text.split())), "good")

        if isinstance(row, Definition) and not row.id:
            self.tell(say("schema.define_first"), "warn")
            return
        self.ask(say("schema.rename", name=before), keep, value=before)

    def do_schema_earlier(self) -> None:
        """Move up."""
        self._move(-1)

    def do_schema_later(self) -> None:
        """Move down."""
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.current
        if isinstance(row, Definition) and not row.id:
            self.tell(say("schema.define_first"), "warn")
            return
        moved = acts.move_kind if isinstance(row, PeopleKind) else acts.move
        if not moved(self.study, row.id, step):
            self.tell(say("schema.edge"), "warn")

    def do_schema_remove(self) -> None:
        """Take the definition or the kind away."""
        row = self.current
        if isinstance(row, PeopleKind):
            acts.remove_kind(self.study, row.id)
            self.tell(say("schema.kind_removed", name=row.name), "accent")
        elif not row.id:
            self.tell(say("schema.nothing_to_remove"), "warn")
        else:
            acts.remove(self.study, row.id)
            self.tell(say("schema.removed", name=attribute_label(row.name)), "accent")
