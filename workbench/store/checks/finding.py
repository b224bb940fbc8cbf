"""What a check found: the matter, how bad it is, where, and whether it can be repaired."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum


class Severity(IntEnum):
    """How bad a finding is."""

    NOTE = 0  # worth knowing
    WRONG = 1  # something shown may be wrong or missing
    DAMAGE = 2  # the file is damaged: restore a backup


@dataclass(frozen=True, slots=True)
class Place:
    """A row: its table, its id (0: the table as a whole), and where the researcher would look for it."""

    table: str
    row_id: int = 0
    where: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """A kind of finding: how bad it is, and whether `repair` can set it right without losing anything."""

    severity: Severity
    repairable: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """All of one matter that was found: `count` of them, the first of their `places`, and the sentence's `values`."""

    matter: str
    count: int
    places: tuple[Place, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return MATTERS[self.matter].severity

    @property
    def repairable(self) -> bool:
        """Whether `repair` can set it right."""
        return MATTERS[self.matter].repairable


_NOTE, _WRONG, _DAMAGE = Severity.NOTE, Severity.WRONG, Severity.DAMAGE
MATTERS: Mapping[str, Matter] = {
    # The file
    "cannot_open": Matter(_DAMAGE),
    "no_study": Matter(_DAMAGE),
    "newer": Matter(_WRONG),
    "older": Matter(_NOTE),
    "damaged": Matter(_DAMAGE),
    "unreadable": Matter(_DAMAGE),
    "index_damaged": Matter(_WRONG, repairable=True),
    "page_changed": Matter(_DAMAGE),
    # The tables
    "table_missing": Matter(_DAMAGE),
    "index_missing": Matter(_WRONG, repairable=True),
    "definition_changed": Matter(_WRONG),
    "trigger_foreign": Matter(_DAMAGE, repairable=True),
    "table_foreign": Matter(_NOTE),
    # The rows
    "dangling": Matter(_WRONG),
    "orphan": Matter(_WRONG, repairable=True),
    "loop": Matter(_WRONG, repairable=True),
    "value": Matter(_WRONG, repairable=True),
    "json": Matter(_WRONG, repairable=True),
    "time": Matter(_WRONG),
    # The texts
    "text_missing": Matter(_DAMAGE),
    "text_changed": Matter(_DAMAGE),
    "text_length": Matter(_WRONG),
    "turns": Matter(_DAMAGE),
    "turn_speaker": Matter(_WRONG),
    "outside": Matter(_WRONG),
    "words": Matter(_WRONG),
    "placed": Matter(_WRONG, repairable=True),
    "unhashed": Matter(_WRONG, repairable=True),
    # The journal
    "change_unreadable": Matter(_WRONG),
    "change_of_nothing": Matter(_WRONG),
    "act_unreadable": Matter(_WRONG, repairable=True),
    "act_empty": Matter(_NOTE),
    "undo_chain": Matter(_WRONG),
    "beside_journal": Matter(_WRONG),
    # The search index
    "search_broken": Matter(_WRONG, repairable=True),
    "search_missing": Matter(_WRONG, repairable=True),
    "search_words": Matter(_WRONG, repairable=True),
    "vocabulary": Matter(_WRONG, repairable=True),
    # Beside the file
    "key_file": Matter(_DAMAGE),
    "key_copy": Matter(_WRONG),
    "leftovers": Matter(_NOTE, repairable=True),
    "shared": Matter(_NOTE),
    "no_backup": Matter(_NOTE),
    "sample": Matter(_NOTE),
}

# (the matter at hand, share of the whole done, 0–1)
Progress = Callable[[str, float], None]
