"""Participants, attributes, settings of the study."""

from collections.abc import Mapping, Sequence

from workbench.errors import StudyError
from workbench.store.journal import Writer
from workbench.store.lookups import people as lookup
from workbench.store.lookups.people_schema import schema
from workbench.store.study_file import StudyFile
from workbench.study.attributes import Definition, Schema, Type, check_choices, check_value, choice_of, kept_choices
from workbench.study.attribution import DEFAULT_TEMPLATES, check_template
from workbench.study.codings import check_round
from workbench.study.ids import new_guid
from workbench.study.people import AGE, age_band, check_label, check_small_number
from workbench.study.people_plan import refuse_strangers, tidied
from workbench.study.people_troubles import check_rows, why_not
from workbench.study.quotes import INSERT_STYLES
from workbench.study.text import squeeze_name

_CHOICES = {"insert_style": tuple(INSERT_STYLES), "language": tuple(DEFAULT_TEMPLATES), "assist": ("on", "off")}


def take_table(study: StudyFile, rows: Sequence[Mapping[str, str]], label_column: str, *, add_unknown: bool) -> int:
    """Set attributes from a table, one participant a row, in one act; return how many rows changed.

    Column names become attribute names in lower case; an empty cell leaves the value as it is.

    Raises:
        StudyError: a label is empty or comes twice, an age is no number, or a participant is unknown and
            `add_unknown` is not set. Nothing is changed then.
    """
    table = [tidied(row, number) for number, row in enumerate(rows, 2)]
    label_column = squeeze_name(label_column).casefold()
    known = {one.label.casefold(): one for one in lookup.participants(study)}
    check_rows(table, label_column)
    if not add_unknown:
        refuse_strangers([row[label_column] for row in table if row[label_column].casefold() not in known])
    changed = 0
    known_types = schema(study)
    with study.writing("people.import", {"count": str(len(rows))}) as writer:
        for number, row in enumerate(table, 2):
            label = row[label_column]
            person = known.get(label.casefold())
            person_id = person.id if person else writer.insert("participant", {"guid": new_guid(), "label": label})
            before = len(writer.touched.get("attribute", ()))
            for column, value in row.items():
                if column != label_column and value:
                    definition = known_types.definition(column, person.kind_id if person else None)
                    kept = check_of_row(definition, value, number, label)
                    write_attribute(study, writer, person_id, column, kept)
            changed += len(writer.touched.get("attribute", ())) > before or person is None
    return changed


def check_row(study: StudyFile, known: Schema, row: Mapping[str, str], number: int, label_column: str) -> None:
    """Raise StudyError when a tidied row of a table names nobody, or holds a value that is none of its type."""
    label = check_label(row[label_column])
    _kept_of_row(known, row, number, label_column, _kind_id(study, lookup.participant_id(study, label)))


def take_row(study: StudyFile, known: Schema, row: Mapping[str, str], number: int, label_column: str) -> None:
    """Set the attributes of one participant from a tidied row of a table, who is added when the study has none such.

    Raises:
        StudyError: the label is none, or a value is none of its type; nothing is changed then.
    """
    label = check_label(row[label_column])
    with study.writing("people.import", {"count": "1"}) as writer:
        person_id = lookup.participant_id(study, label)
        kept = _kept_of_row(known, row, number, label_column, _kind_id(study, person_id))
        if person_id is None:
            person_id = writer.insert("participant", {"guid": new_guid(), "label": label})
        for column, value in kept.items():
            write_attribute(study, writer, person_id, column, value)


def _kind_id(study: StudyFile, participant_id: int | None) -> int | None:
    return None if participant_id is None else lookup.row_of(study, participant_id)["kind_id"]


def _kept_of_row(
    known: Schema, row: Mapping[str, str], number: int, label_column: str, kind_id: int | None
) -> dict[str, str]:
    """Return the values of a tidied row as kept; an age is whole years, though nobody defined it."""
    label, age = row[label_column], row.get(AGE, "")
    if age and (why := why_not(Definition(0, "", AGE), age)):
        raise StudyError(f"Row {number} of the people table ({label}): {why}")
    return {
        column: check_of_row(known.definition(column, kind_id), value, number, label)
        for column, value in row.items()
        if column != label_column and value
    }


def check_of_row(definition: Definition | None, value: str, number: int, label: str) -> str:
    """Return a value of a table as kept; raise StudyError, with the row, when it is none of its type."""
    try:
        return check_value(definition, value)
    except StudyError as error:
        raise StudyError(f"Row {number} of the people table ({label}): {error}") from error


def write_attribute(study: StudyFile, writer: Writer, person_id: int, name: str, value: str) -> None:
    """Set a value inside an act."""
    existing = study.live("attribute", participant_id=person_id, name=name)
    if existing:
        writer.update("attribute", existing[0]["id"], {"value": value})
    else:
        writer.insert("attribute", {"participant_id": person_id, "name": name, "value": value})


def set_attribute(study: StudyFile, participant_id: int, name: str, value: str, *, add_choice: bool = False) -> None:
    """Set one attribute of one participant; it must be a value of its type, and an age whole years.

    With `add_choice` a value outside a category becomes the last of its values, in the same act.

    Raises:
        StudyError: the value is none of its type, or nothing was given.
    """
    tidy, value = squeeze_name(name).casefold(), squeeze_name(value)
    if not tidy or not value:
        raise StudyError("An attribute needs a name and a value.")
    definition = schema(study).definition(tidy, lookup.row_of(study, participant_id)["kind_id"])
    if tidy == AGE and (definition is None or definition.type is Type.NUMBER):
        age_band(value, study.language)
    choices: tuple[str, ...] | None = None
    if add_choice and definition and definition.type is Type.CATEGORY and choice_of(definition, value) is None:
        choices = check_choices((*definition.choices, value))
    else:
        value = check_value(definition, value)
    with study.writing("people.set", {"name": tidy}) as writer:
        if choices is not None and definition is not None:
            writer.update("attribute_definition", definition.id, {"choices": kept_choices(choices)})
        write_attribute(study, writer, participant_id, tidy, value)


def unset_attribute(study: StudyFile, participant_id: int, name: str) -> None:
    """Take one attribute of one participant away."""
    name = squeeze_name(name).casefold()
    existing = study.live("attribute", participant_id=participant_id, name=name)
    if not existing:
        raise StudyError(f"There is no «{name}» to take away.")
    with study.writing("people.unset", {"name": name}) as writer:
        writer.delete("attribute", existing[0]["id"])


def set_setting(study: StudyFile, name: str, value: str) -> None:
    """Change a setting of the study (attribution template, insertion style…).

    Raises:
        StudyError: the value is not one this setting can have, or the setting is the study's identity.
    """
    name, value = squeeze_name(name), squeeze_name(value)
    if name == "attribution":
        check_template(value, {*lookup.attribute_names(study), *schema(study).names()})
    if name == "round":
        value = str(check_round(value))
    if name == "small_number":
        value = str(check_small_number(value))
    if name in ("", "guid") or (name == "name" and not value):
        raise StudyError("A study keeps its identity and has a name.")
    if name in _CHOICES and value not in _CHOICES[name]:
        raise StudyError(f"«{name}» is one of {', '.join(_CHOICES[name])}, not «{value}».")
    existing = study.live("setting", name=name)
    with study.writing("study.set", {"name": name, "value": value}) as writer:
        if existing:
            writer.update("setting", existing[0]["id"], {"value": value})
        else:
            writer.insert("setting", {"name": name, "value": value})
