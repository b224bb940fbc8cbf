"""The map of the themes as it is now, and the versions of it that were kept."""

from typing import Any

from workbench.errors import StudyError
from workbench.store.lookups.codes import codebook
from workbench.store.lookups.themes import themes
from workbench.store.study_file import StudyFile
from workbench.store.unreadable import of_row
from workbench.study.text import squeeze_name
from workbench.study.theme_maps import MapTheme, ThemeMap, read
from workbench.study.themes import ThemeStatus, in_tree


def present_map(study: StudyFile) -> ThemeMap:
    """Return the map as it is now; dropped themes are not on it."""
    book = codebook(study)
    listed = [theme for theme, _ in in_tree(themes(study)) if theme.status is not ThemeStatus.DROPPED]
    guids = {theme.id: theme.guid for theme in listed}
    return ThemeMap(tuple(
        MapTheme(
            theme.guid, theme.name, theme.level.value, theme.status.value, guids.get(theme.parent_id or 0, ""),
            theme.concept, {code.guid: code.name for code in map(book.get, theme.code_ids)},
        )
        for theme in listed
    ))  # fmt: skip


def maps(study: StudyFile) -> list[ThemeMap]:
    """Return the kept versions of the map, oldest first."""
    rows = study.rows(
        "SELECT m.*, coalesce(coder.name, '') AS coder FROM map_version m LEFT JOIN coder ON coder.id = m.coder_id "
        "WHERE m.deleted = 0 ORDER BY m.id"
    )
    return [_map(row) for row in rows]


@of_row("map_version")
def _map(row: Any) -> ThemeMap:
    return ThemeMap(read(row["body"]), row["name"], row["stage"], row["coder"], row["created"], row["id"])


def map_named(study: StudyFile, name: str) -> ThemeMap:
    """Return the kept map of that name, case aside; raise StudyError when there is none."""
    wanted = squeeze_name(name).casefold()
    for one in maps(study):
        if one.name.casefold() == wanted:
            return one
    raise StudyError(f"No map is kept as «{name}»; see `workbench map list`.")
