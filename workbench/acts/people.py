"""Participants, attributes, settings of the study."""

from collections.abc import Mapping, Sequence

from workbench.errors import StudyError
from workbench.store.journal import Writer
from workbench.store.lookups import people as lookup
from workbench.store.study_file import StudyFile
from workbench.study.attribution import DEFAULT_TEMPLATES, check_template
from workbench.study.codings import check_round
from workbench.study.ids import new_guid
from workbench.study.people import AGE, age_band, check_label, check_small_number
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
    table = [_tidied(row, number) for number, row in enumerate(rows, 2)]
    label_column = squeeze_name(label_column).casefold()
    known = {one.label.casefold(): one for one in lookup.participants(study)}
    seen: set[str] = set()
    for number, row in enumerate(table, 2):
        label = row.get(label_column, "")
        if not label:
            raise StudyError(f"Row {number} of the people table has no participant in the column «{label_column}».")
        if label.casefold() in seen:
            raise StudyError(f"{label} stands twice in the people table (row {number}); keep one row a person.")
        seen.add(check_label(label).casefold())
        if row.get(AGE):
            try:
                age_band(row[AGE], study.language)
            except StudyError as error:
                raise StudyError(f"Row {number} of the people table ({label}): {error}") from error
    unknown = [row[label_column] for row in table if row[label_column].casefold() not in known]
    if unknown and not add_unknown:
        names = ", ".join(unknown[:8]) + ("…" if len(unknown) > 8 else "")
        raise StudyError(
            f"The people table names {names}, who speak in no transcript. "
            "Import their transcripts first, or allow new people (--add)."
        )
    changed = 0
    with study.writing("people.import", {"count": str(len(rows))}) as writer:
        for row in table:
            label = row[label_column]
            person = known.get(label.casefold())
            person_id = person.id if person else writer.insert("participant", {"guid": new_guid(), "label": label})
            before = len(writer.touched.get("attribute", ()))
            for column, value in row.items():
                if column != label_column and value:
                    _set_attribute(study, writer, person_id, column, value)
            changed += len(writer.touched.get("attribute", ())) > before or person is None
    return changed


def _tidied(row: Mapping[str, str], number: int) -> dict[str, str]:
    """Return a row with column names in lower case, names and values on one line."""
    tidy = {squeeze_name(column).casefold(): squeeze_name(value) for column, value in row.items()}
    if len(tidy) < len(row) or "" in tidy:
        raise StudyError(f"Row {number} of the people table has two columns of one name, or one without; name each.")
    return tidy


def _set_attribute(study: StudyFile, writer: Writer, person_id: int, name: str, value: str) -> None:
    existing = study.live("attribute", participant_id=person_id, name=name)
    if existing:
        writer.update("attribute", existing[0]["id"], {"value": value})
    else:
        writer.insert("attribute", {"participant_id": person_id, "name": name, "value": value})


def set_attribute(study: StudyFile, participant_id: int, name: str, value: str) -> None:
    """Set one attribute of one participant; an age must be whole years."""
    tidy, value = squeeze_name(name).casefold(), squeeze_name(value)
    if not tidy or not value:
        raise StudyError("An attribute needs a name and a value.")
    if tidy == AGE:
        age_band(value, study.language)
    if not study.live("participant", id=participant_id):
        raise StudyError("This participant is no longer in the study.")
    with study.writing("people.set", {"name": tidy}) as writer:
        _set_attribute(study, writer, participant_id, tidy, value)


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
        check_template(value, set(lookup.attribute_names(study)))
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
