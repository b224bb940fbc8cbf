"""Themes: patterns of shared meaning around a central organising concept (Braun & Clarke 2022)."""

from dataclasses import dataclass
from enum import StrEnum


class ThemeStatus(StrEnum):
    """How far a theme has come."""

    CANDIDATE = "candidate"
    DEVELOPING = "developing"
    FINAL = "final"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme and the codes it gathers; a code may belong to several themes."""

    id: int
    guid: str
    name: str
    concept: str = ""
    definition: str = ""
    colour: str = ""
    status: ThemeStatus = ThemeStatus.CANDIDATE
    rank: int = 0
    code_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Memo:
    """A dated note by one coder on anything in the study (`about` names the kind of thing)."""

    id: int
    about: str
    about_id: int
    text: str
    coder: str
    created: str
