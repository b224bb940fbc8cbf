"""The values of columns, as the history tells them: closed sets in the language of the interface, flags as yes and no."""

from workbench.words import has, say
from workbench.words.history import value_name

# Columns whose values are the program's own words, not the researcher's; with a key of the catalogue or `value_name`.
_OF_A_CLOSED_SET = {"decision", "kind", "status", "about", "stance", "state", "origin", "verdict"}
_OF_THE_CATALOGUE = {"level": "level.", "role": "role."}
_FLAGS = {"codable", "reviewed", "accepted", "match_case", "sure", "certain", "important", "private"}


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
    if not value:
        return say("value.empty")
    key = f"{_OF_THE_CATALOGUE.get(column, '')}{value}"
    if column in _OF_THE_CATALOGUE and has(key):
        return say(key)
    return value_name(value) if column in _OF_A_CLOSED_SET else value
