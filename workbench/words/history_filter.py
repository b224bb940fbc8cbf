"""Kinds of thing, acts and states as people choose and name them."""

import re

from workbench.words import has, say
from workbench.words.history import value_name

_FIELD = re.compile(r"\{\w+\}")


def kind_name(kind: str) -> str:
    """Return what a kind of thing is called, in the plural."""
    return say(f"history.kind.{kind}")


def verb_title(verb: str) -> str:
    """Return an act without its particulars: `coded … turn … as «…»`."""
    return _FIELD.sub("…", say(f"act.{verb}")) if has(f"act.{verb}") else verb


def state_title(state: str) -> str:
    """Return what a choice of states is called."""
    return say(f"history.only.{state.replace(' ', '_')}")


def kinds_by_name(kinds: tuple[str, ...]) -> dict[str, str]:
    """Return every name a kind goes by, in small letters: its own, and one and many of it in both languages."""
    from workbench.words.catalogue import CATALOGUE

    found: dict[str, str] = {}
    for kind in kinds:
        names = [kind, f"{kind}s", *CATALOGUE[f"history.kind.{kind}"], *CATALOGUE.get(f"table.{kind}", ())]
        found |= {name.lower(): kind for name in names}
    return found


def table_by_name(tables: tuple[str, ...]) -> dict[str, str]:
    """Return every name a table's rows go by, in small letters and both languages."""
    from workbench.words.catalogue import CATALOGUE

    return {name.lower(): table for table in tables for name in (table, *CATALOGUE[f"table.{table}"])}


def thing_told(kind: str, name: str) -> str:
    """Return a thing as people call it: `the code «Søvn»`."""
    known = f"history.thing.{kind}"
    return say(known, name=name) if has(known) else f"{value_name(kind)} {name}"
