"""Keeping versions of the thematic map."""

from workbench.errors import StudyError
from workbench.store.journal import now
from workbench.store.lookups.theme_maps import maps, present_map
from workbench.store.study_file import StudyFile
from workbench.study.codes import check_name
from workbench.study.theme_maps import MapStage, written


def save(study: StudyFile, name: str, stage: MapStage) -> int:
    """Keep the present themes, their levels and codes as a version of the map; return its id.

    Raises:
        StudyError: the name is empty or taken, or there are no themes yet.
    """
    tidy, drawn = check_name(name), present_map(study)
    if any(one.name.casefold() == tidy.casefold() for one in maps(study)):
        raise StudyError(f"A map is kept as «{tidy}» already; choose another name.")
    if not drawn.themes:
        raise StudyError("There are no themes yet to keep a map of.")
    with study.writing("map.save", {"name": tidy, "stage": stage.value}) as writer:
        return writer.insert("map_version", {
            "name": tidy, "stage": stage.value, "body": written(drawn.themes), "coder_id": study.coder_id,
            "created": now(),
        })  # fmt: skip


def remove(study: StudyFile, map_id: int) -> None:
    """Take a kept version of the map away."""
    found = study.live("map_version", id=map_id)
    if not found:
        raise StudyError("This map is no longer in the study.")
    with study.writing("map.remove", {"name": found[0]["name"]}) as writer:
        writer.delete("map_version", map_id)
