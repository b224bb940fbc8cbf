"""What a value of a column becomes when a person is erased: always the same, in the tables and in their past."""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any, cast

from workbench.store.engine import Connection
from workbench.store.erasing.known import Known
from workbench.store.erasing.own_codes import OwnCodes
from workbench.store.erasing.scope import Scope
from workbench.store.erasing.scrub import MARK, Scrubber
from workbench.store.erasing.sql import columns, tables
from workbench.study.search_words import words

# No free text: what others are called, and words of the program's own.
NAMES_OF_OTHERS = {("participant", "label"), ("speaker", "label"), ("coder", "name")}
_TERMS = {
    "about", "added", "at", "colour", "created", "decision", "encoding", "finder", "finished", "format", "guid",
    "held", "kind", "level", "made", "origin", "role", "sha256", "stage", "stance", "state", "status", "verdict",
    "answer", "bands", "given", "scope", "started", "type", "withdrawn",
}  # fmt: skip
_OWN_WORDS = {
    ("attribute", "name"), ("setting", "name"), ("attribute_definition", "name"), ("attribute_definition", "source"),
    ("people_kind", "name"),
}  # fmt: skip
_FIXED_SETTINGS = ("guid", "language", "insert_style", "assist")
# What the analysis is made of: a code or theme that is also others' keeps its name, were it the person's words.
_RESULTS = {("code", "name"), ("theme", "name")}
_NAMED = ("code", "theme", "session", "transcript", "saved_search", "map_version")
_ELSEWHERE = ("act", "change", "desk", "transcript_text", "word", "turn", "coder")


def free_columns(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Return the columns of every table in which people write."""
    found: dict[str, tuple[str, ...]] = {}
    for table in tables(connection):
        if table not in _ELSEWHERE:
            names = [name for name, kind, _ in columns(connection, table) if kind == "TEXT" and name not in _TERMS]
            fixed = NAMES_OF_OTHERS | _OWN_WORDS
            found[table] = tuple(name for name in names if (table, name) not in fixed)
    return {table: names for table, names in found.items() if names}


class Cleaner:
    """Cleans values; `replaced` counts the rows of each table that changed."""

    def __init__(self, connection: Connection, scrubber: Scrubber, known: Known, scope: Scope, codes: OwnCodes) -> None:
        self.free = free_columns(connection)
        self.replaced: Counter[str] = Counter()
        self.scrubber = scrubber
        self._db, self._known, self._codes, self._theirs = connection, known, codes, scope.speakers
        self._taken: dict[str, set[str]] = {}
        self._given: dict[tuple[str, int, str], str] = {}
        marks = ",".join("?" * len(_FIXED_SETTINGS))
        rows = connection.execute(f"SELECT id FROM setting WHERE name IN ({marks})", _FIXED_SETTINGS).fetchall()
        self._fixed = {row[0] for row in rows}
        self.results = self._results()
        single = (*known.labels.values(), *known.names.values(), *known.also)
        self._single = {tuple(words(one)) for one in single}

    def clean(self, table: str, row_id: int, column: str, value: str) -> str:
        """Return a value of a row's column without the person's words and names."""
        if (table, column) == ("speaker", "label"):
            return MARK if row_id in self._theirs else value
        if column not in self.free.get(table, ()) or (table == "setting" and row_id in self._fixed):
            return value
        if (table, column) == ("entity", "forms"):
            return self._forms(value)
        if (table, column) == ("code", "aliases"):
            value = self._aliases(value)
        if (table, column) == ("attribute_definition", "choices"):
            return self._choices(value)
        if table == "map_version" and column == "body":
            return self._map(value)
        if (table, column) in _RESULTS:
            own = table == "code" and row_id in self._codes.renamed and self._known.own_words(value)
            clean = MARK if own else self.scrubber.names(value)
        else:
            clean = self.scrubber.value(value)
        if clean != value and column == "name" and table in _NAMED:
            return self._free_name(table, row_id, clean)
        return clean

    def particular(self, value: str) -> str:
        """Return a string of JSON or of an audit line cleaned; what names a code or theme keeps the person's words."""
        folded = value.casefold()
        if folded in self._codes.names:
            return MARK
        return self.scrubber.names(value) if folded in self.results else self.scrubber.value(value)

    def row(self, table: str, row_id: int, values: dict[str, Any]) -> dict[str, Any]:
        """Return the columns of a row that change, with what they become."""
        found: dict[str, Any] = {}
        for column, value in values.items():
            if isinstance(value, str) and value:
                clean = self.clean(table, row_id, column, value)
                if clean != value:
                    found[column] = clean
        return found

    def tables(self) -> None:
        """Clean every table but those of the journal and the desk."""
        for table, names in self.free.items():
            listed = ",".join(f'"{name}"' for name in names)
            some = " OR ".join(f"\"{name}\" <> ''" for name in names)
            for row in self._db.execute(f'SELECT rowid AS id, {listed} FROM "{table}" WHERE {some}').fetchall():
                self._write(table, row["id"], self.row(table, row["id"], {name: row[name] for name in names}))
        for speaker_id in self._theirs:
            self._db.execute("UPDATE speaker SET label = ?, participant_id = NULL WHERE id = ?", (MARK, speaker_id))

    def _write(self, table: str, row_id: int, values: dict[str, Any]) -> None:
        if values:
            self.replaced[table] += 1
            listed = ",".join(f'"{name}" = ?' for name in values)
            self._db.execute(f'UPDATE "{table}" SET {listed} WHERE rowid = ?', (*values.values(), row_id))

    # Particular columns

    def _forms(self, value: str) -> str:
        """Names of entities that stay are kept, unless one is a string that is to be nowhere."""
        forms = cast("list[str]", json.loads(value))
        kept = [form for form in forms if tuple(words(form)) not in self._single]
        return value if kept == forms else json.dumps(kept or [MARK], ensure_ascii=False)

    def _aliases(self, value: str) -> str:
        aliases = cast("list[Any]", json.loads(value))
        kept = [one for one in aliases if str(one).casefold() not in self._codes.names]
        return value if kept == aliases else json.dumps(kept, ensure_ascii=False)

    def _choices(self, value: str) -> str:
        """Leave out what only the person was, and what names them: a category must not go on telling of it."""
        choices = [str(one) for one in cast("list[Any]", json.loads(value))]
        gone = self._known.values.keys() | self._known.names.keys()
        kept = [one for one in choices if one.casefold() not in gone and self.scrubber.names(one) == one]
        return value if kept == choices else json.dumps(kept, ensure_ascii=False)

    def _map(self, value: str) -> str:
        """Clean a kept theme map, which names codes and themes."""
        try:
            read: Any = json.loads(value)
        except ValueError:
            return self.scrubber.text(value)
        clean = each_string(read, self.particular)
        return value if clean == read else json.dumps(clean, ensure_ascii=False)

    def _results(self) -> set[str]:
        return self._names_of("code") | self._names_of("theme")

    def _free_name(self, table: str, row_id: int, name: str) -> str:
        """Return a name that no other row of the table has or had; one row always gets the same."""
        given = self._given.get((table, row_id, name))
        if given is None:
            if table not in self._taken:
                self._taken[table] = self._names_of(table)
            taken, given, number = self._taken[table], name, 1
            while given.casefold() in taken:
                number += 1
                given = f"{name} {number}"
            taken.add(given.casefold())
            self._given[table, row_id, name] = given
        return given

    def _names_of(self, table: str) -> set[str]:
        found = {row[0] for row in self._db.execute(f'SELECT name FROM "{table}"').fetchall()}
        for side in ("before", "after"):
            rows = self._db.execute(
                f"SELECT DISTINCT json_extract({side}, '$.name') FROM change WHERE tbl = ?", (table,)
            ).fetchall()
            found.update(row[0] for row in rows if row[0] is not None)
        return {str(one).casefold() for one in found}


def each_string(read: Any, clean: Callable[[str], str]) -> Any:
    """Return what JSON was read as, with every string in it (not the names of fields) cleaned."""
    if isinstance(read, str):
        return clean(read)
    if isinstance(read, list):
        return [each_string(one, clean) for one in cast("list[Any]", read)]
    if isinstance(read, dict):
        return {name: each_string(one, clean) for name, one in cast("dict[str, Any]", read).items()}
    return read
