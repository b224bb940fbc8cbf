"""What an act tells the rest of the program when it is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """Whether an act did something new, took one back, or did it again."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


# Acts that take in one thing piece by piece; the pieces have its `name`, and `of` how many it holds.
PIECES = frozenset({"answers.part"})


@dataclass(frozen=True, slots=True)
class Change:
    """One finished act: `verb` such as `coding.apply`, `detail` its particulars, `touched` row ids by table."""

    act_id: int
    verb: str
    kind: Kind = Kind.DO
    detail: Mapping[str, str] = field(default_factory=dict[str, str])
    touched: Mapping[str, frozenset[int]] = field(default_factory=dict[str, frozenset[int]])
    coder_id: int = 0


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An act as the history shows it; `at` is ISO 8601 in UTC, `state` done, log, undone, cleared or erased.

    `of` is the act that undoing or doing again was about.
    """

    act_id: int
    at: str
    coder: str
    verb: str
    kind: Kind
    state: str
    detail: Mapping[str, str]
    rows: int
    of: int | None = None
