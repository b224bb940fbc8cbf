"""The values of columns, as the history tells them: closed sets in the language of the interface, flags as yes and no."""

import json
from typing import Any

from workbench.words import has, say
from workbench.words.history import value_name

# Columns whose values are the program's own words, not the researcher's; with a key of the catalogue or `value_name`.
_OF_A_CLOSED_SET = {"decision", "kind", "status", "about", "stance", "state", "origin", "verdict"}
_OF_THE_CATALOGUE = {
    "level": "level.", "role": "role.", "type": "attribute.type.", "scope": "consent.scope.",
    "answer": "consent.answer.",
}  # fmt: skip
# What every new row has goes without saying; so does where it stands in an order or a colour.
_USUAL = {
    "codable": "1", "certain": "1", "important": "0", "reviewed": "0", "match_case": "0", "sure": "1", "private": "0",
    "round": "1", "aliases": "[]", "status": "active", "origin": "hand",
    "choices": "[]", "bands": "[]", "facts": "{}",
}  # fmt: skip
_DULL = {
    "rank",
    "colour",
    "start",
    "end",
    "turn",
    "speaker_id",
    "revision_id",
    "sha256",
    "encoding",
    "length",
    "made",
    "created",
    "added",
    "finished",
    "started",
    "at",
}
_FLAGS = {"codable", "reviewed", "accepted", "match_case", "sure", "certain", "important", "private"}
_LISTS = {"aliases", "choices", "bands"}


def table_name(table: str) -> str:
    """Return what a table's rows are called."""
    return say(f"table.{table}") if has(f"table.{table}") else table


def column_name(table: str, column: str) -> str:
    """Return what a column is called."""
    own = f"column.{table}.{column}"
    return say(own) if has(own) else say(f"column.{column}") if has(f"column.{column}") else column


def told_value(column: str, value: str) -> str:
    """Return a value as people read it; nothing is `(empty)`."""
    if column in _FLAGS and value in ("0", "1"):
        return say("value.yes" if value == "1" else "value.no")
    if column in _LISTS:
        value = _listed(value, named=column == "bands")
    if not value:
        return say("value.empty")
    key = f"{_OF_THE_CATALOGUE.get(column, '')}{value}"
    if column in _OF_THE_CATALOGUE and has(key):
        return say(key)
    return value_name(value) if column in _OF_A_CLOSED_SET else value


def _listed(value: str, *, named: bool) -> str:
    """Return a list kept as JSON (of pairs, whose second is a name, when `named`); what is no list stays as it is."""
    try:
        items: Any = json.loads(value or "[]")
        return ", ".join(str(item[1] if named else item) for item in items)
    except (ValueError, TypeError, LookupError):
        return value


def goes_without_saying(column: str, value: str, name: str) -> bool:
    """Tell whether a column of a new row, called `name`, need not be told: it is empty, as always, or in the name."""
    return not value or column in _DULL or _USUAL.get(column) == value or value in name
