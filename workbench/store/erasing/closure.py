"""Which rows go with a person: what refers to what is removed, in every table there is, goes too."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.store.engine import Connection
from workbench.store.erasing.scope import GroupText, Scope
from workbench.store.erasing.sql import change, chosen, columns, ids_of, tables

# These lose what they refer to and stay: who spoke in a group interview's turns; a code under a removed one.
STAYING = {("speaker", "participant_id"), ("code", "parent_id"), ("code", "merged_into")}
_PLACED = {"transcript_id", "start", "end"}
_ABOUT = {"about", "about_id"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A column of a table that holds ids of another table."""

    table: str
    column: str
    parent: str
    nullable: bool


@dataclass(slots=True)
class Going:
    """The rows that are removed, by table; `touching` are those kept whose passage the person has a part in."""

    rows: dict[str, set[int]] = field(default_factory=dict[str, set[int]])
    touching: dict[str, set[int]] = field(default_factory=dict[str, set[int]])

    def of(self, table: str) -> set[int]:
        """The ids of removed rows of a table."""
        return self.rows.get(table, set())

    def add(self, table: str, ids: set[int]) -> bool:
        """Remove these, too; tell whether any is new."""
        known = self.rows.setdefault(table, set())
        new = not ids <= known
        known |= ids
        return new


def references(connection: Connection) -> list[Reference]:
    """Return every reference between tables, as the file itself declares them."""
    found: list[Reference] = []
    for table in tables(connection):
        nullable = {name for name, _, may_be_null in columns(connection, table) if may_be_null}
        for row in connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall():
            found.append(Reference(table, row["from"], row["table"], row["from"] in nullable))
    return found


def placed_tables(connection: Connection) -> list[str]:
    """Return the tables whose rows are about a passage of a transcript."""
    return [one for one in tables(connection) if {name for name, _, _ in columns(connection, one)} >= _PLACED]


def about_tables(connection: Connection) -> list[str]:
    """Return the tables whose rows are about a row of any table."""
    return [one for one in tables(connection) if {name for name, _, _ in columns(connection, one)} >= _ABOUT]


def going(connection: Connection, scope: Scope) -> Going:
    """Return all rows that go with the person: theirs, and whatever refers to these."""
    found = Going()
    found.add("participant", set(scope.people))
    found.add("transcript", set(scope.whole))
    for table in placed_tables(connection):
        for group in scope.groups:
            _place(found, table, group, _passages(connection, table, group))
    for group in scope.groups:
        _place(found, "memo", group, _memo_passages(connection, group))
        # What the file itself said before it was read cannot be taken apart by speaker.
        for table in ("original", "repair"):
            found.add(table, ids_of(connection, f"SELECT rowid FROM {table} WHERE revision_id IN", {group.revision_id}))
    close(connection, found)
    found.add("session", _left_sessions(connection, found))
    close(connection, found)
    for table, ids in found.touching.items():
        ids -= found.of(table)
    return found


def close(connection: Connection, found: Going) -> None:
    """Add whatever refers to a removed row, until nothing does."""
    links = [one for one in references(connection) if (one.table, one.column) not in STAYING]
    about = about_tables(connection)
    more = True
    while more:
        more = False
        for one in links:
            hit = ids_of(connection, f'SELECT rowid FROM "{one.table}" WHERE "{one.column}" IN', found.of(one.parent))
            more |= found.add(one.table, hit)
        for table in about:
            for parent, ids in list(found.rows.items()):
                hit = ids_of(connection, f"SELECT id FROM \"{table}\" WHERE about = '{parent}' AND about_id IN", ids)
                more |= found.add(table, hit)


def remove(connection: Connection, found: Going) -> None:
    """Remove the rows; the caller has dealt with what the search index and the journal know of them."""
    for table, ids in found.rows.items():
        change(connection, f'DELETE FROM "{table}" WHERE rowid IN', ids)


def _place(found: Going, table: str, group: GroupText, passages: Iterator[tuple[int, int, int]]) -> None:
    for row_id, start, end in passages:
        if group.mostly_theirs(start, end):
            found.add(table, {row_id})
        elif group.touches(start, end):
            found.touching.setdefault(table, set()).add(row_id)


def _passages(connection: Connection, table: str, group: GroupText) -> Iterator[tuple[int, int, int]]:
    """Yield (id, start, end) of the rows about passages of this revision; those that name none are of the present."""
    revision = "revision_id" if "revision_id" in {name for name, _, _ in columns(connection, table)} else "NULL"
    rows = connection.execute(
        f'SELECT id, start, "end", {revision} AS revision FROM "{table}" '
        f'WHERE transcript_id = ? AND start IS NOT NULL AND "end" IS NOT NULL',
        (group.transcript_id,),
    ).fetchall()
    for row in rows:
        if row["revision"] == group.revision_id or (row["revision"] is None and group.current):
            yield row["id"], row["start"], row["end"]


def _memo_passages(connection: Connection, group: GroupText) -> Iterator[tuple[int, int, int]]:
    if group.current:
        rows = connection.execute(
            "SELECT id, start, \"end\" FROM memo WHERE about = 'transcript' AND about_id = ? AND start IS NOT NULL "
            'AND "end" IS NOT NULL',
            (group.transcript_id,),
        ).fetchall()
        yield from ((row["id"], row["start"], row["end"]) for row in rows)


def _left_sessions(connection: Connection, found: Going) -> set[int]:
    """Return the sessions that lose somebody and then have neither people nor transcripts."""
    lost = ids_of(connection, "SELECT session_id FROM session_participant WHERE id IN", found.of("session_participant"))
    lost |= ids_of(connection, "SELECT session_id FROM session_transcript WHERE id IN", found.of("session_transcript"))
    with_people = chosen(
        connection,
        "SELECT session_id FROM session_participant WHERE deleted = 0 AND id NOT IN",
        found.of("session_participant") or {0},
    )
    with_texts = chosen(
        connection,
        "SELECT session_id FROM session_transcript WHERE deleted = 0 AND id NOT IN",
        found.of("session_transcript") or {0},
    )
    return lost - with_people - with_texts
