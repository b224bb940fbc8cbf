"""Kinds of people and what can be known of each: making, changing, renaming, ordering, removing."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.errors import StudyError
from workbench.store.journal import Value, Writer
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups.people_schema import schema
from workbench.store.study_file import StudyFile
from workbench.study.attributes import (
    Definition,
    PeopleKind,
    Schema,
    Type,
    check_choices,
    check_kind_name,
    check_name,
    check_value,
    fits,
    kept_choices,
)
from workbench.study.attribution import check_template, kind_setting
from workbench.study.bands import Band, kept_bands, parse_bands
from workbench.study.people import AGE
from workbench.study.text import squeeze_name
from workbench.words.attributes import attribute_label, template_renamed


@dataclass(frozen=True, slots=True)
class Shape:
    """What an attribute is to be; `bands` are as `study.bands.parse_bands` reads them."""

    type: Type = Type.TEXT
    choices: Sequence[str] = ()
    source: str = ""
    bands: str = ""
    note: str = ""


# Kinds of people


def add_kind(study: StudyFile, name: str) -> int:
    """Add a kind of people after the others; return its id."""
    known = schema(study)
    tidy = _free_kind_name(known, name)
    with study.writing("kind.add", {"name": tidy}) as writer:
        return writer.insert(
            "people_kind", {"name": tidy, "rank": 1 + max((one.rank for one in known.kinds), default=0)}
        )


def rename_kind(study: StudyFile, kind_id: int, name: str) -> None:
    """Give a kind of people another name."""
    known = schema(study)
    kind, tidy = _kind(known, kind_id), _free_kind_name(known, name, kind_id)
    with study.writing("kind.rename", {"name": kind.name, "to": tidy}) as writer:
        writer.update("people_kind", kind_id, {"name": tidy})


def remove_kind(study: StudyFile, kind_id: int) -> None:
    """Take a kind away, with its definitions and its template; its people stay, and keep all values, of no kind."""
    known = schema(study)
    kind = _kind(known, kind_id)
    with study.writing("kind.remove", {"name": kind.name}) as writer:
        for person in study.live("participant", kind_id=kind_id):
            writer.update("participant", person["id"], {"kind_id": None})
        for one in known.definitions:
            if one.kind_id == kind_id:
                writer.delete("attribute_definition", one.id)
        for row in study.live("setting", name=kind_setting(kind)):
            writer.delete("setting", row["id"])
        writer.delete("people_kind", kind_id)


def put_in_kind(study: StudyFile, participant_id: int, kind_id: int | None) -> None:
    """Say of which kind a participant is, or of none."""
    person = people_lookup.row_of(study, participant_id)
    name = _kind(schema(study), kind_id).name if kind_id is not None else "–"
    with study.writing("people.kind", {"name": person["label"], "to": name}) as writer:
        writer.update("participant", participant_id, {"kind_id": kind_id})


def set_template(study: StudyFile, kind_id: int, template: str) -> None:
    """Say how quotes of a kind of people are attributed; an empty template means as everybody's.

    Raises:
        StudyError: the template asks for what is not known of anybody.
    """
    known = schema(study)
    kind, template = _kind(known, kind_id), squeeze_name(template)
    if template:
        check_template(template, {*people_lookup.attribute_names(study), *known.names()})
    existing = study.live("setting", name=kind_setting(kind))
    with study.writing("kind.template", {"name": kind.name, "value": template or "–"}) as writer:
        if existing:
            writer.update("setting", existing[0]["id"], {"value": template})
        elif template:
            writer.insert("setting", {"name": kind_setting(kind), "value": template})


def _kind(known: Schema, kind_id: int) -> PeopleKind:
    kind = known.kind(kind_id)
    if kind is None:
        raise StudyError("This kind of people is no longer in the study.")
    return kind


def _free_kind_name(known: Schema, name: str, but: int = 0) -> str:
    tidy = check_kind_name(name)
    if any(one.id != but and one.name.casefold() == tidy.casefold() for one in known.kinds):
        raise StudyError(f"There is already a kind of people «{tidy}».")
    return tidy


# Attributes


def define(study: StudyFile, name: str, shape: Shape, kind_id: int | None = None) -> int:
    """Say what an attribute is, for people of a kind or (None) for all; return the definition's id.

    Values that people have already are written as the type writes them.

    Raises:
        StudyError: it is defined already, or somebody has a value that is none of the type.
    """
    known = schema(study)
    tidy = check_name(name)
    if kind_id is not None:
        _kind(known, kind_id)
    if any(one.name == tidy and one.kind_id == kind_id for one in known.definitions):
        raise StudyError(f"«{attribute_label(tidy)}» is defined already; change what it is instead.")
    made = _made(study, known, Definition(0, "", tidy, kind_id=kind_id), shape)
    with study.writing("attribute.define", {"name": tidy, "to": made.type.value}) as writer:
        return insert_definition(study, writer, made, 1 + max((one.rank for one in known.definitions), default=0))


def insert_definition(study: StudyFile, writer: Writer, made: Definition, rank: int) -> int:
    """Add a definition inside an act, and write the values there are as its type writes them."""
    made_id = writer.insert(
        "attribute_definition", {"kind_id": made.kind_id, "name": made.name, "rank": rank, **_columns(made)}
    )
    _rewrite(study, writer, made)
    return made_id


def change(study: StudyFile, definition_id: int, shape: Shape) -> None:
    """Say anew what an attribute is.

    Raises:
        StudyError: somebody has a value that is none of the type, or a band is reckoned from it that no longer could.
    """
    known = schema(study)
    before = _definition(known, definition_id)
    made = _made(study, known, before, shape)
    with study.writing("attribute.define", {"name": before.name, "to": made.type.value}) as writer:
        writer.update("attribute_definition", definition_id, _columns(made))
        _rewrite(study, writer, made)


def rename(study: StudyFile, definition_id: int, name: str) -> None:
    """Give an attribute another name: with everybody's values, the bands reckoned from it, and the templates.

    Raises:
        StudyError: another attribute has that name.
    """
    known = schema(study)
    before, tidy = _definition(known, definition_id), check_name(name)
    if tidy == before.name:
        return
    with study.writing("attribute.rename", {"name": before.name, "to": tidy}) as writer:
        people = _people_of(study, known, before)
        taken = [row for row in study.live("attribute", name=tidy) if row["participant_id"] in people]
        clash = any(
            one.name == tidy and (one.kind_id == before.kind_id or None in (one.kind_id, before.kind_id))
            for one in known.definitions
        )
        if taken or clash:
            raise StudyError(f"There is already an attribute «{attribute_label(tidy)}»; choose another name.")
        writer.update("attribute_definition", definition_id, {"name": tidy})
        for row in study.live("attribute", name=before.name):
            if row["participant_id"] in people:
                writer.update("attribute", row["id"], {"name": tidy})
        for one in known.definitions:
            if one.source == before.name and (before.kind_id is None or one.kind_id == before.kind_id):
                writer.update("attribute_definition", one.id, {"source": tidy})
        _rename_in_templates(study, writer, known, before, tidy)


def _rename_in_templates(study: StudyFile, writer: Writer, known: Schema, before: Definition, name: str) -> None:
    own = [kind_setting(one) for one in known.kinds if before.kind_id in (None, one.id)]
    shared = any(one.name == before.name and one.id != before.id for one in known.definitions)
    for setting in own if shared and before.kind_id is not None else ("attribution", *own):
        for row in study.live("setting", name=setting):
            renamed = template_renamed(row["value"], before.name, name)
            writer.update("setting", row["id"], {"value": renamed})


def move(study: StudyFile, definition_id: int, step: int) -> bool:
    """Move an attribute earlier (-1) or later (1) among those of its kind; return False at the end."""
    known = schema(study)
    one = _definition(known, definition_id)
    beside = [other.id for other in known.definitions if other.kind_id == one.kind_id]
    if not _stepped(beside, definition_id, step):
        return False
    with study.writing("attribute.move", {"name": one.name}) as writer:
        _rank(writer, "attribute_definition", beside)
    return True


def move_kind(study: StudyFile, kind_id: int, step: int) -> bool:
    """Move a kind of people earlier (-1) or later (1); return False at the end."""
    known = schema(study)
    kinds = [other.id for other in known.kinds]
    kind = _kind(known, kind_id)
    if not _stepped(kinds, kind_id, step):
        return False
    with study.writing("kind.move", {"name": kind.name}) as writer:
        _rank(writer, "people_kind", kinds)
    return True


def _stepped(ids: list[int], one: int, step: int) -> bool:
    """Move one earlier or later in the list; return False at the end."""
    to = ids.index(one) + step
    if not 0 <= to < len(ids):
        return False
    ids.remove(one)
    ids.insert(to, one)
    return True


def _rank(writer: Writer, table: str, ids: list[int]) -> None:
    for rank, one in enumerate(ids, 1):
        writer.update(table, one, {"rank": rank})


def remove(study: StudyFile, definition_id: int) -> None:
    """Take a definition away; values people have stay, as text that nobody defined, and undoing defines them again."""
    one = _definition(schema(study), definition_id)
    with study.writing("attribute.remove", {"name": one.name}) as writer:
        writer.delete("attribute_definition", definition_id)


def _definition(known: Schema, definition_id: int) -> Definition:
    found = next((one for one in known.definitions if one.id == definition_id), None)
    if found is None:
        raise StudyError("This attribute is no longer defined in the study.")
    return found


def _columns(made: Definition) -> dict[str, Value]:
    return {
        "type": made.type.value, "choices": kept_choices(made.choices), "source": made.source,
        "bands": kept_bands(made.bands), "note": made.note,
    }  # fmt: skip


def _made(study: StudyFile, known: Schema, of: Definition, shape: Shape) -> Definition:
    """Return a definition of that shape, checked against the values people have."""
    choices: tuple[str, ...] = ()
    source, bands = "", tuple[Band, ...]()
    held = _held(study, known, of)
    if shape.type is Type.CATEGORY:
        # Nothing named: what people have is what can be chosen.
        listed = [*shape.choices] or list(dict.fromkeys(value for _, value in held))
        choices = check_choices(listed)
    if shape.type is Type.BAND:
        source, bands = _source(known, of, shape)
        if held:
            raise StudyError(
                f"People have values of their own for «{attribute_label(of.name)}»; choose another name for the band."
            )
    elif any(one.type is Type.BAND and one.source == of.name for one in known.definitions) and shape.type not in (
        Type.NUMBER,
        Type.DATE,
    ):
        raise StudyError(f"A band is reckoned from «{attribute_label(of.name)}»; it stays a number or a date.")
    made = Definition(
        of.id, of.guid, of.name, shape.type, of.kind_id, choices, source, bands, squeeze_name(shape.note), of.rank
    )
    if shape.type is not Type.BAND:
        unfit = [(label, value) for label, value in held if not fits(made, value)]
        if unfit:
            some = ", ".join(f"{label} «{value[:30]}»" for label, value in unfit[:5])
            raise StudyError(
                f"Some values of «{attribute_label(of.name)}» are none of the type ({some}); change these first."
            )
    return made


def _source(known: Schema, of: Definition, shape: Shape) -> tuple[str, tuple[Band, ...]]:
    source = check_name(shape.source or AGE)
    if source == of.name:
        raise StudyError("A band is reckoned from another attribute, a number or a date.")
    definition = known.definition(source, of.kind_id)
    if definition is None and source != AGE:
        raise StudyError(f"«{attribute_label(source)}» is not defined; define it first as a number or a date.")
    if definition is not None and definition.type not in (Type.NUMBER, Type.DATE):
        raise StudyError(f"«{attribute_label(source)}» is no number and no date; no band can be reckoned from it.")
    return source, parse_bands(shape.bands, days=definition is not None and definition.type is Type.DATE)


def _people_of(study: StudyFile, known: Schema, of: Definition) -> set[int]:
    """Return the participants that a definition is about: of its kind, or all whose kind has none of its own."""
    own = {one.kind_id for one in known.definitions if one.name == of.name and one.kind_id is not None}
    return {
        row["id"]
        for row in study.live("participant")
        if (row["kind_id"] == of.kind_id if of.kind_id is not None else row["kind_id"] not in own)
    }


def _held(study: StudyFile, known: Schema, of: Definition) -> list[tuple[str, str]]:
    """Return (label, value) of those the definition is about who have a value."""
    people = _people_of(study, known, of)
    labels = {row["id"]: row["label"] for row in study.live("participant") if row["id"] in people}
    rows = study.live("attribute", name=of.name)
    return [(labels[row["participant_id"]], row["value"]) for row in rows if row["participant_id"] in labels]


def _rewrite(study: StudyFile, writer: Writer, made: Definition) -> None:
    """Write the values there are as the type writes them."""
    if made.type in (Type.TEXT, Type.BAND):
        return
    people = _people_of(study, schema(study), made)
    for row in study.live("attribute", name=made.name):
        if row["participant_id"] in people and fits(made, row["value"]):
            writer.update("attribute", row["id"], {"value": check_value(made, row["value"])})
