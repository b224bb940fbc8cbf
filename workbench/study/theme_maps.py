"""Thematic maps: the themes of a moment with their levels and codes, and what differs between two of them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast


class MapStage(StrEnum):
    """The three stages at which Braun & Clarke draw the map."""

    INITIAL = "initial"
    DEVELOPED = "developed"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class MapTheme:
    """A theme on a map; `parent` is the GUID of the theme it stands under, `codes` map GUIDs to names."""

    guid: str
    name: str
    level: str
    status: str
    parent: str
    concept: str
    codes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ThemeMap:
    """A map with its themes in tree order; the present one has no `name` and no `id`. `created` is ISO 8601 in UTC."""

    themes: tuple[MapTheme, ...]
    name: str = ""
    stage: str = ""
    coder: str = ""
    created: str = ""
    id: int = 0

    def depth(self, theme: MapTheme) -> int:
        """Return how many themes of the map stand above one of its themes."""
        parents = {one.guid: one.parent for one in self.themes}
        found, at = 0, theme.parent
        while at in parents and found < len(parents):
            found, at = found + 1, parents[at]
        return found


class MapChangeKind(StrEnum):
    """What became of a theme or code between two maps."""

    THEME_CAME = "theme came"
    THEME_WENT = "theme went"
    THEME_RENAMED = "theme renamed"
    THEME_MOVED = "theme moved"
    THEME_LEVEL = "theme level"
    THEME_STATUS = "theme status"
    THEME_CONCEPT = "theme concept"
    CODE_CAME = "code came"
    CODE_WENT = "code went"
    CODE_MOVED = "code moved"
    CODE_RENAMED = "code renamed"


@dataclass(frozen=True, slots=True)
class MapChange:
    """One difference: of what (a theme or code by its later name), and where it stood or what it was before and after.

    For codes that came or went, `before` or `after` is the theme's name.
    """

    kind: MapChangeKind
    name: str
    before: str = ""
    after: str = ""


def written(themes: Iterable[MapTheme]) -> str:
    """Return the themes of a map as the study keeps them."""
    rows = [
        {"guid": one.guid, "name": one.name, "level": one.level, "status": one.status, "parent": one.parent,
         "concept": one.concept, "codes": dict(one.codes)}
        for one in themes
    ]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def read(body: str) -> tuple[MapTheme, ...]:
    """Return the themes of a map that `written` wrote."""
    rows = cast("list[dict[str, Any]]", json.loads(body))
    return tuple(MapTheme(**row) for row in rows)


def difference(before: ThemeMap, after: ThemeMap) -> list[MapChange]:
    """Return what came, went, moved, changed its level, status or concept, or was renamed; themes first, then codes."""
    was = {one.guid: one for one in before.themes}
    now = {one.guid: one for one in after.themes}
    found = [MapChange(MapChangeKind.THEME_WENT, one.name) for guid, one in was.items() if guid not in now]
    found += [MapChange(MapChangeKind.THEME_CAME, one.name) for guid, one in now.items() if guid not in was]
    for guid, one in now.items():
        if guid in was:
            found += _theme_changes(was[guid], one, was, now)
    return [*found, *_code_changes(was, now)]


def _theme_changes(
    before: MapTheme, after: MapTheme, was: Mapping[str, MapTheme], now: Mapping[str, MapTheme]
) -> list[MapChange]:
    parents = tuple(themes[one.parent].name if one.parent in themes else "" for one, themes in
                    ((before, was), (after, now)))  # fmt: skip
    pairs = {
        MapChangeKind.THEME_RENAMED: (before.name, after.name, before.name != after.name),
        MapChangeKind.THEME_MOVED: (*parents, before.parent != after.parent),
        MapChangeKind.THEME_LEVEL: (before.level, after.level, before.level != after.level),
        MapChangeKind.THEME_STATUS: (before.status, after.status, before.status != after.status),
        MapChangeKind.THEME_CONCEPT: (before.concept, after.concept, before.concept != after.concept),
    }
    return [MapChange(kind, after.name, first, last) for kind, (first, last, differs) in pairs.items() if differs]


def _code_changes(was: Mapping[str, MapTheme], now: Mapping[str, MapTheme]) -> list[MapChange]:
    names = {guid: name for themes in (was, now) for one in themes.values() for guid, name in one.codes.items()}
    earlier = {guid: name for one in was.values() for guid, name in one.codes.items()}
    found: list[MapChange] = []
    for guid, name in names.items():
        if guid in earlier and earlier[guid] != name:
            found.append(MapChange(MapChangeKind.CODE_RENAMED, name, earlier[guid], name))
        left = [one for at, one in was.items() if guid in one.codes and guid not in _codes(now, at)]
        joined = [one for at, one in now.items() if guid in one.codes and guid not in _codes(was, at)]
        if len(left) == len(joined) == 1:
            found.append(MapChange(MapChangeKind.CODE_MOVED, name, left[0].name, joined[0].name))
        else:
            found += [MapChange(MapChangeKind.CODE_WENT, name, before=one.name) for one in left]
            found += [MapChange(MapChangeKind.CODE_CAME, name, after=one.name) for one in joined]
    return found


def _codes(themes: Mapping[str, MapTheme], guid: str) -> Mapping[str, str]:
    return themes[guid].codes if guid in themes else {}
