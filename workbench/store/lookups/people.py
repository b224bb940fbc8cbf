"""Participants, their attributes, and coders."""

from typing import TYPE_CHECKING, Any

from workbench.errors import StudyError
from workbench.store.lookups.people_schema import schema
from workbench.store.study_file import StudyFile
from workbench.study.attributes import Type
from workbench.study.codings import Coder
from workbench.study.people import Participant
from workbench.study.text import squeeze_name

if TYPE_CHECKING:
    from workbench.study.attribution import Templates


def participants(study: StudyFile) -> list[Participant]:
    """Return every participant with all attributes in the order of the schema, bands reckoned, by label."""
    known, language = schema(study), study.language
    values: dict[int, dict[str, str]] = {}
    for row in study.rows("SELECT participant_id, name, value FROM attribute WHERE deleted = 0 ORDER BY id"):
        values.setdefault(row["participant_id"], {})[row["name"]] = row["value"]
    return [
        Participant(
            row["id"], row["guid"], row["label"],
            known.completed(values.get(row["id"], {}), row["kind_id"], language), row["kind_id"], row["withdrawn"],
        )
        for row in study.rows(
            "SELECT id, guid, label, kind_id, withdrawn FROM participant WHERE deleted = 0 ORDER BY label"
        )
    ]  # fmt: skip


def labelled(study: StudyFile, label: str) -> Participant:
    """Return the participant of that label, case aside; raise StudyError when there is none."""
    wanted = squeeze_name(label).casefold()
    for participant in participants(study):
        if participant.label.casefold() == wanted:
            return participant
    raise StudyError(f"There is no participant «{label}»; see `workbench participants`.")


def row_of(study: StudyFile, participant_id: int) -> Any:
    """Return the row of a participant; raise StudyError when they are gone."""
    found = study.live("participant", id=participant_id)
    if not found:
        raise StudyError("This participant is no longer in the study.")
    return found[0]


def participant_id(study: StudyFile, label: str) -> int | None:
    """Return the id of the participant of that label, case aside, or None."""
    found = study.value(
        "SELECT id FROM participant WHERE label = ? COLLATE NOCASE AND deleted = 0", (squeeze_name(label),)
    )
    return None if found is None else int(found)


def attribute_names(study: StudyFile) -> list[str]:
    """Return the attribute names in use: those defined in their order, then the others in the order they came."""
    came = [
        row["name"]
        for row in study.rows(
            "SELECT name, min(id) AS first FROM attribute WHERE deleted = 0 GROUP BY name ORDER BY first"
        )
    ]
    used = set(came)
    known = schema(study)
    listed = [
        name
        for name in known.names()
        if name in used
        or any(one.type is Type.BAND and one.name == name and one.source in used for one in known.definitions)
    ]
    return [*listed, *(name for name in came if name not in set(listed))]


def templates(study: StudyFile) -> "Templates":
    """Return how quotes are attributed: one template for all, and those of kinds that have their own."""
    from workbench.study.attribution import DEFAULT_TEMPLATES, Templates, kind_setting

    everyone = study.setting("attribution") or DEFAULT_TEMPLATES.get(study.language, DEFAULT_TEMPLATES["en"])
    own = {one.id: study.setting(kind_setting(one)) for one in schema(study).kinds}
    return Templates(everyone, {kind: template for kind, template in own.items() if template})


def coders(study: StudyFile) -> list[Coder]:
    """Return every coder, the first one first."""
    return [
        Coder(row["id"], row["guid"], row["name"])
        for row in study.rows("SELECT id, guid, name FROM coder WHERE deleted = 0 ORDER BY id")
    ]


def coder_named(study: StudyFile, name: str) -> Coder:
    """Return the coder of that name, case aside; raise StudyError when there is none."""
    wanted, found = squeeze_name(name).casefold(), coders(study)
    for coder in found:
        if coder.name.casefold() == wanted:
            return coder
    names = ", ".join(one.name for one in found)
    raise StudyError(f"Nobody called «{name}» codes in this study; there are {names}.")


def withdrawn(study: StudyFile) -> tuple[int, ...]:
    """Return who withdrew, by id."""
    return tuple(row["id"] for row in study.rows("SELECT id FROM participant WHERE deleted = 0 AND withdrawn <> ''"))
