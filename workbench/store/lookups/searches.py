"""Searches that were kept under a name."""

import json
from dataclasses import dataclass
from typing import Any

from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.store.unreadable import of_row
from workbench.study.text import squeeze_name


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search as it was typed, and how plain words were to be taken (see study.search_query).

    `notes`: it searches memos, definitions and quotes.
    """

    id: int
    name: str
    text: str
    parts: bool
    stems: bool
    coder: str
    notes: bool = False


def saved(study: StudyFile) -> list[SavedSearch]:
    """Return the searches kept in the study, by name."""
    rows = study.rows(
        "SELECT s.id, s.name, s.query, coalesce(c.name, '') AS coder FROM saved_search s "
        "LEFT JOIN coder c ON c.id = s.coder_id WHERE s.deleted = 0 ORDER BY s.name COLLATE NOCASE"
    )
    return [_saved(row) for row in rows]


@of_row("saved_search")
def _saved(row: Any) -> SavedSearch:
    query = json.loads(row["query"])
    return SavedSearch(row["id"], row["name"], query["text"], query["parts"], query["stems"], row["coder"],
                       bool(query.get("notes")))  # fmt: skip


def named(study: StudyFile, name: str) -> SavedSearch:
    """Return the kept search of that name, case aside; raise StudyError when there is none."""
    wanted = squeeze_name(name).casefold()
    for one in saved(study):
        if one.name.casefold() == wanted:
            return one
    raise StudyError(f"No search is kept as «{name}»; see `workbench searches`.")
