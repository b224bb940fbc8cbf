"""Participants, attributes, settings of the study."""

from collections.abc import Mapping, Sequence

from workbench.errors import StudyError
from workbench.store.journal import Writer
from workbench.store.lookups import people as lookup
from workbench.store.study_file import StudyFile
from workbench.study.attribution import check_template
from workbench.study.ids import new_guid
from workbench.study.people import AGE, age_band, check_label
from workbench.study.text import squeeze_name


def take_table(study: StudyFile, rows: Sequence[Mapping[str, str]], label_column: str, *, add_unknown: bool) -> int:
    """Set attributes from a table, one participant a row, in one act; return how many rows changed.

    Column names become attribute names in lower case; an empty cell leaves the value as it is.

    Raises:
        StudyError: a label is empty or comes twice, an age is no number, or a participant is unknown and
            `add_unknown` is not set. Nothing is changed then.
    """
    known = {one.label.casefold(): one for one in lookup.participants(study)}
    seen: set[str] = set()
    for number, row in enumerate(rows, 2):
        label = squeeze_name(row[label_column])
        if not label:
            raise StudyError(f"Row {number} of the people table has no participant in the column «{label_column}».")
        if label.casefold() in seen:
            raise StudyError(f"{label} stands twice in the people table (row {number}); keep one row a person.")
        seen.add(label.casefold())
        if row.get(AGE, "").strip():
            age_band(row[AGE], study.language)
    unknown = [
        squeeze_name(row[label_column]) for row in rows if squeeze_name(row[label_column]).casefold() not in known
    ]
    if unknown and not add_unknown:
        names = ", ".join(unknown[:8]) + ("…" if len(unknown) > 8 else "")
        raise StudyError(
            f"The people table names {names}, who speak in no transcript. "
            "Import their transcripts first, or allow new people (--add)."
        )
    changed = 0
    with study.writing("people.import", {"count": str(len(rows))}) as writer:
        for row in rows:
            label = squeeze_name(row[label_column])
            person = known.get(label.casefold())
            person_id = (
                person.id if person else writer.insert("participant", {"guid": new_guid(), "label": check_label(label)})
            )
            before = len(writer.touched.get("attribute", ()))
            for column, raw in row.items():
                value = squeeze_name(raw)
                if column != label_column and value:
                    _set_attribute(study, writer, person_id, column, value)
            changed += len(writer.touched.get("attribute", ())) > before or person is None
    return changed


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
    with study.writing("people.set", {"name": tidy, "value": value}) as writer:
        _set_attribute(study, writer, participant_id, tidy, value)


def unset_attribute(study: StudyFile, participant_id: int, name: str) -> None:
    """Take one attribute of one participant away."""
    existing = study.live("attribute", participant_id=participant_id, name=name)
    if not existing:
        raise StudyError(f"There is no «{name}» to take away.")
    with study.writing("people.unset", {"name": name}) as writer:
        writer.delete("attribute", existing[0]["id"])


def set_setting(study: StudyFile, name: str, value: str) -> None:
    """Change a setting of the study (attribution template, insertion style…)."""
    if name == "attribution":
        check_template(value, set(lookup.attribute_names(study)))
    existing = study.live("setting", name=name)
    with study.writing("study.set", {"name": name, "value": value}) as writer:
        if existing:
            writer.update("setting", existing[0]["id"], {"value": value})
        else:
            writer.insert("setting", {"name": name, "value": value})
