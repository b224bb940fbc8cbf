"""Participants, their attributes, and coders."""

from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.study.codings import Coder
from workbench.study.people import Participant
from workbench.study.text import squeeze_name


def participants(study: StudyFile) -> list[Participant]:
    """Return every participant with all attributes, by label."""
    values: dict[int, dict[str, str]] = {}
    for row in study.rows("SELECT participant_id, name, value FROM attribute WHERE deleted = 0 ORDER BY id"):
        values.setdefault(row["participant_id"], {})[row["name"]] = row["value"]
    return [
        Participant(row["id"], row["guid"], row["label"], values.get(row["id"], {}))
        for row in study.rows("SELECT id, guid, label FROM participant WHERE deleted = 0 ORDER BY label")
    ]


def labelled(study: StudyFile, label: str) -> Participant:
    """Return the participant of that label, case aside; raise StudyError when there is none."""
    wanted = squeeze_name(label).casefold()
    for participant in participants(study):
        if participant.label.casefold() == wanted:
            return participant
    raise StudyError(f"There is no participant «{label}»; see `workbench participants`.")


def participant_id(study: StudyFile, label: str) -> int | None:
    """Return the id of the participant of that label, case aside, or None."""
    found = study.value(
        "SELECT id FROM participant WHERE label = ? COLLATE NOCASE AND deleted = 0", (squeeze_name(label),)
    )
    return None if found is None else int(found)


def attribute_names(study: StudyFile) -> list[str]:
    """Return the attribute names in use, in the order they came."""
    return [
        row["name"]
        for row in study.rows(
            "SELECT name, min(id) AS first FROM attribute WHERE deleted = 0 GROUP BY name ORDER BY first"
        )
    ]


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
