"""Codes named by a person's own words: what becomes of them when nothing of anybody else is coded so."""

import json
from dataclasses import dataclass, field

from workbench.store.engine import Connection
from workbench.store.erasing.closure import Going, references
from workbench.store.erasing.known import Known
from workbench.store.erasing.sql import chosen
from workbench.study.codings import Origin


@dataclass(slots=True)
class OwnCodes:
    """Ids of codes named by the person's words: `unused` by anything else, to be `renamed`, or `kept` for others."""

    unused: set[int] = field(default_factory=set[int])
    renamed: set[int] = field(default_factory=set[int])
    kept: set[int] = field(default_factory=set[int])
    names: set[str] = field(default_factory=set[str])


def own_codes(connection: Connection, going: Going, known: Known) -> OwnCodes:
    """Sort the codes that removed codings were made of in vivo."""
    found = OwnCodes()
    for code_id in sorted(_of_codings(connection, going)):
        row = connection.execute("SELECT name FROM code WHERE id = ?", (code_id,)).fetchone()
        if row is None or not known.own_words(row["name"]):
            continue
        if _used(connection, code_id, going, living=True):
            found.kept.add(code_id)
        elif _used(connection, code_id, going, living=False) or _referred_to(connection, code_id, going):
            found.renamed.add(code_id)
        else:
            found.unused.add(code_id)
    gone = found.unused | found.renamed
    found.names = {str(row[0]).casefold() for row in _names(connection, gone)} - _others(connection, gone)
    return found


def _of_codings(connection: Connection, going: Going) -> set[int]:
    """Return the codes that removed in-vivo codings have or had."""
    marks = json.dumps(sorted(going.of("coding")))
    theirs = chosen(
        connection,
        f"SELECT id FROM coding WHERE origin = '{Origin.IN_VIVO.value}' AND id IN",
        going.of("coding"),
    )
    found = chosen(connection, "SELECT code_id FROM coding WHERE id IN", theirs)
    for side in ("before", "after"):
        rows = connection.execute(
            f"SELECT DISTINCT json_extract({side}, '$.code_id') FROM change WHERE tbl = 'coding' AND row_id IN "
            "(SELECT value FROM json_each(?))",
            (json.dumps(sorted(theirs)) if theirs else marks,),
        ).fetchall()
        found.update(row[0] for row in rows if theirs and row[0] is not None)
    return found


def _used(connection: Connection, code_id: int, going: Going, *, living: bool) -> bool:
    """Tell whether a coding that stays has the code now (`living`), or is or was ever coded so."""
    marks = json.dumps(sorted(going.of("coding")))
    rest = "code_id = ? AND id NOT IN (SELECT value FROM json_each(?))"
    if living:
        return _any(connection, f"SELECT 1 FROM coding WHERE deleted = 0 AND {rest}", code_id, marks)
    if _any(connection, f"SELECT 1 FROM coding WHERE {rest}", code_id, marks):
        return True
    past = (
        "SELECT 1 FROM change WHERE tbl = 'coding' AND ? IN (json_extract(before, '$.code_id'), "
        "json_extract(after, '$.code_id')) AND row_id NOT IN (SELECT value FROM json_each(?))"
    )
    return _any(connection, past, code_id, marks)


def _referred_to(connection: Connection, code_id: int, going: Going) -> bool:
    """Tell whether anything that stays refers to the code, now or ever: codes under it, themes, memos, verdicts."""
    for one in references(connection):
        if one.parent != "code" or one.table == "coding":
            continue
        marks = json.dumps(sorted(going.of(one.table)))
        now = f'SELECT 1 FROM "{one.table}" WHERE "{one.column}" = ? AND rowid NOT IN (SELECT value FROM json_each(?))'
        past = (
            f"SELECT 1 FROM change WHERE tbl = '{one.table}' AND ? IN (json_extract(before, '$.{one.column}'), "
            f"json_extract(after, '$.{one.column}')) AND row_id NOT IN (SELECT value FROM json_each(?))"
        )
        if _any(connection, now, code_id, marks) or _any(connection, past, code_id, marks):
            return True
    memos = json.dumps(sorted(going.of("memo")))
    about = "SELECT 1 FROM memo WHERE about = 'code' AND about_id = ? AND id NOT IN (SELECT value FROM json_each(?))"
    return _any(connection, about, code_id, memos)


def _any(connection: Connection, sql: str, *values: object) -> bool:
    return connection.execute(f"{sql} LIMIT 1", values).fetchone() is not None


def _names(connection: Connection, codes: set[int]) -> list[tuple[str]]:
    return connection.execute(
        "SELECT name FROM code WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(codes)),)
    ).fetchall()


def _others(connection: Connection, codes: set[int]) -> set[str]:
    rows = connection.execute(
        "SELECT name FROM code WHERE id NOT IN (SELECT value FROM json_each(?))", (json.dumps(sorted(codes)),)
    ).fetchall()
    return {str(row[0]).casefold() for row in rows}
