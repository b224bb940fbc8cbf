"""What a merge says of one code's fields; pure."""

from collections.abc import Mapping
from dataclasses import replace

from workbench.study.codebook_file import FlatCode
from workbench.study.codes import DEFINITION_FIELDS, join_aliases
from workbench.team.merge_conflicts import Resolution
from workbench.team.merge_texts import merge_names, unite_lines


def agreed(base: str, ours: str, theirs: str) -> bool:
    """Tell whether at most one side changed a text."""
    return ours == theirs or base in (ours, theirs)


def gist_of(row: FlatCode) -> str:
    """Return what a code is about, in the shortest words there are."""
    return row.brief or row.definition or row.name


def yes_or_no(value: bool) -> str:
    """Return a truth value as a word that is part of a conflict's id."""
    return "yes" if value else "no"


def united(ours: FlatCode, theirs: FlatCode, how: Resolution) -> FlatCode:
    """Make two codes one: the texts of the chosen side, filled up from the other; examples of both."""
    first, second = (ours, theirs) if how is Resolution.OURS else (theirs, ours)
    filled = (*DEFINITION_FIELDS, "colour", "source", "owner")
    values = {name: str(getattr(first, name)) or str(getattr(second, name)) for name in filled}
    values["example"] = unite_lines("", ours.example, theirs.example)
    aliases = merge_names((), ours.aliases, theirs.aliases)
    return replace(ours, **values, name=first.name, codable=first.codable, aliases=aliases)


def parted_aliases(rows: Mapping[str, FlatCode]) -> tuple[dict[str, FlatCode], list[tuple[str, str]]]:
    """Let each name lead to one code: other names that are a code's name, or another's other name, are given up.

    Return the rows, and (name, given up names) of each code that gave some up.
    """
    called = {row.name.casefold() for row in rows.values()}
    parted, given_up = dict(rows), list[tuple[str, str]]()
    for guid, row in sorted(rows.items(), key=lambda one: (one[1].name.casefold(), one[1].aliases, one[0])):
        free = tuple(one for one in row.aliases if one.casefold() not in called)
        called |= {one.casefold() for one in free}
        if free != row.aliases:
            parted[guid] = replace(row, aliases=free)
            given_up.append((row.name, join_aliases(one for one in row.aliases if one not in free)))
    return parted, given_up
