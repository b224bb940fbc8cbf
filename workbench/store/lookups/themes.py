"""Themes and the codes they gather."""

from typing import Any

from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.store.unreadable import of_row
from workbench.study.text import squeeze_name
from workbench.study.themes import Theme, ThemeLevel, ThemeStatus


def themes(study: StudyFile) -> list[Theme]:
    """Return the themes in order, dropped ones included."""
    gathered: dict[int, list[int]] = {}
    reasons: dict[int, dict[int, str]] = {}
    # CROSS keeps SQLite from walking through the codes, of which there may be many more than are gathered.
    links = study.rows(
        "SELECT l.theme_id, l.code_id, l.reason FROM theme_code l "
        "CROSS JOIN code c ON c.id = l.code_id AND c.deleted = 0 WHERE l.deleted = 0 ORDER BY l.rank, l.id"
    )
    for row in links:
        gathered.setdefault(row["theme_id"], []).append(row["code_id"])
        if row["reason"]:
            reasons.setdefault(row["theme_id"], {})[row["code_id"]] = row["reason"]
    return [
        _theme(row, gathered.get(row["id"], []), reasons.get(row["id"], {}))
        for row in study.rows("SELECT * FROM theme WHERE deleted = 0 ORDER BY rank, id")
    ]


@of_row("theme")
def _theme(row: Any, gathered: list[int], reasons: dict[int, str]) -> Theme:
    return Theme(
        row["id"], row["guid"], row["name"], row["concept"], row["definition"], row["colour"],
        ThemeStatus(row["status"]), row["rank"], tuple(gathered), row["includes"], row["excludes"], row["story"],
        ThemeLevel(row["level"]), row["parent_id"], reasons,
    )  # fmt: skip


def theme_named(study: StudyFile, name: str) -> Theme:
    """Return the theme of that name, case aside; raise StudyError when there is none."""
    wanted = squeeze_name(name).casefold()
    for theme in themes(study):
        if theme.name.casefold() == wanted:
            return theme
    raise StudyError(f"There is no theme called «{name}»; see `workbench themes`.")
