"""Themes: patterns of shared meaning around a central organising concept (Braun & Clarke 2022)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ThemeStatus(StrEnum):
    """How far a theme has come."""

    CANDIDATE = "candidate"
    DEVELOPING = "developing"
    FINAL = "final"
    DROPPED = "dropped"


class ThemeLevel(StrEnum):
    """The three levels of themes, the lowest first; a theme may only stand under one of a higher level."""

    SUB = "sub-theme"
    THEME = "theme"
    OVERARCHING = "overarching"

    @property
    def height(self) -> int:
        """0 for the lowest level."""
        return list(ThemeLevel).index(self)


THEME_TEXTS = ("concept", "definition", "includes", "excludes", "story")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme and the codes it gathers; a code may belong to several themes.

    `reasons` says, by code id, why a code is under the theme, where somebody wrote it.
    """

    id: int
    guid: str
    name: str
    concept: str = ""
    definition: str = ""
    colour: str = ""
    status: ThemeStatus = ThemeStatus.CANDIDATE
    rank: int = 0
    code_ids: tuple[int, ...] = ()
    includes: str = ""
    excludes: str = ""
    story: str = ""
    level: ThemeLevel = ThemeLevel.THEME
    parent_id: int | None = None
    reasons: Mapping[int, str] = field(default_factory=dict[int, str])


def in_tree(themes: Iterable[Theme]) -> list[tuple[Theme, int]]:
    """Return the themes with their depth, each before those under it, in their order."""
    listed = list(themes)
    known = {theme.id for theme in listed}
    under: dict[int | None, list[Theme]] = {}
    for theme in listed:
        under.setdefault(theme.parent_id if theme.parent_id in known else None, []).append(theme)
    found: list[tuple[Theme, int]] = []
    waiting = [(theme, 0) for theme in reversed(under.get(None, ()))]
    while waiting:
        theme, depth = waiting.pop()
        found.append((theme, depth))
        waiting.extend((one, depth + 1) for one in reversed(under.get(theme.id, ())))
    return found
