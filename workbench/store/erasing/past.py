"""The journal of a study from which a person is erased: what is left of it is the past of what is left.

Every state the study ever had is changed in the same way: the same rows are gone, the same words replaced. So the
acts that remain can be undone and done again as before; an act of which no row is left stays as an empty line.
"""

import json
import secrets
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from workbench.store.engine import Connection
from workbench.store.erasing.cleaner import Cleaner
from workbench.store.erasing.closure import STAYING, Going, Reference, references
from workbench.store.erasing.scope import GroupText, Scope
from workbench.store.erasing.scrub import MARK
from workbench.store.erasing.sql import change
from workbench.store.erasing.turns import neutral_body, text_hash
from workbench.study.text import shorten

ERASED = "erased"  # the state, and the verb, of an act that lost all its rows
_BATCH = 2000
_EXTRACTS = ("words", "text")
_PERSONS = ("label", "participant", "person", "name", "transcript")
Values = dict[str, Any]


@dataclass(slots=True)
class Past:
    """What is to be written over in the journal, beside what every value becomes.

    `hashes` maps (table, row id, old text or file hash) to the new hash; `extracts` are the acts whose particulars
    quote a passage the person has a part in; `lost` counts the rows each act lost; `texts` are those an act wrote,
    before and after.
    """

    hashes: dict[tuple[str, int, str], str] = field(default_factory=dict[tuple[str, int, str], str])
    extracts: set[int] = field(default_factory=set[int])
    lost: Counter[int] = field(default_factory=Counter[int])
    restated: dict[int, tuple[Values, Values]] = field(default_factory=dict[int, tuple[Values, Values]])
    texts: dict[int, list[tuple[str, str]]] = field(default_factory=dict[int, list[tuple[str, str]]])
    cleaned: int = 0
    lines: int = 0


_RESTATED = ("speaker_id", "words_hash")


def remove_changes(connection: Connection, going: Going, past: Past) -> int:
    """Remove the journal rows of removed rows; return how many."""
    removed = 0
    for table, ids in going.rows.items():
        marks = json.dumps(sorted(ids))
        where = "tbl = ? AND row_id IN (SELECT value FROM json_each(?))"
        for row in connection.execute(
            f"SELECT act_id, count(*) AS rows FROM change WHERE {where} GROUP BY act_id", (table, marks)
        ).fetchall():
            past.lost[row["act_id"]] += row["rows"]
            removed += row["rows"]
        connection.execute(f"DELETE FROM change WHERE {where}", (table, marks))
    return removed


# Group interviews


def restate(connection: Connection, scope: Scope, going: Going, past: Past) -> None:
    """Give codings that reach into the person's turns new hashes of their words, now and in every earlier state."""
    by_revision = {group.revision_id: group for group in scope.groups}
    present = {group.transcript_id: group for group in scope.groups if group.current}
    neutral = {key: neutral_body(group) for key, group in by_revision.items()}
    for transcript_id in scope.shared:
        for row in connection.execute("SELECT * FROM coding WHERE transcript_id = ?", (transcript_id,)).fetchall():
            if row["id"] not in going.of("coding"):
                _restate_one(connection, dict(row), by_revision, present, neutral, past)
    for table, ids in going.touching.items():
        _note_extracts(connection, table, ids, past)


def _restate_one(
    connection: Connection, coding: Values, by_revision: dict[int, GroupText], present: dict[int, GroupText],
    neutral: dict[int, str], past: Past,
) -> None:  # fmt: skip
    def columns(state: Values) -> Values:
        group = by_revision.get(state.get("revision_id") or 0) or present.get(coding["transcript_id"])
        if group is None or "start" not in state or not group.touches(state["start"], state["end"]):
            return {}
        return dict(group.columns(state["start"], state["end"], neutral[group.revision_id]))

    now = columns(coding)
    if now:
        connection.execute(
            "UPDATE coding SET speaker_id = ?, words_hash = ? WHERE id = ?", (*now.values(), coding["id"])
        )
    state: Values = {}
    for row in connection.execute(
        "SELECT id, act_id, before, after FROM change WHERE tbl = 'coding' AND row_id = ? ORDER BY act_id, id",
        (coding["id"],),
    ).fetchall():
        before, after = json.loads(row["before"]), json.loads(row["after"])
        earlier = {**state, **before}
        state = {**earlier, **after}
        old, new = columns(earlier), columns(state)
        if old or new:
            past.extracts.add(row["act_id"])
            past.restated[row["id"]] = _told_anew(earlier | old, state | new, before, after)


def _told_anew(earlier: Values, state: Values, before: Values, after: Values) -> tuple[Values, Values]:
    """Return what a change tells of speaker and words now; what was the same in two texts may not be any more."""
    parted = {one for one in _RESTATED if one not in after and earlier.get(one) != state.get(one)}
    return (
        {one: earlier.get(one) for one in _RESTATED if one in before or one in parted},
        {one: state.get(one) for one in _RESTATED if one in after or one in parted},
    )


def _note_extracts(connection: Connection, table: str, ids: set[int], past: Past) -> None:
    """Acts on passages the person has a part in, on quotes of these and on the quotes' edits, quote them."""
    rows = {table: ids}
    if table == "coding":
        rows["quote"] = {row[0] for row in _in(connection, "SELECT id FROM quote WHERE coding_id", ids)}
        rows["quote_edit"] = {
            row[0] for row in _in(connection, "SELECT id FROM quote_edit WHERE quote_id", rows["quote"])
        }
    for name, some in rows.items():
        sql = f"SELECT DISTINCT act_id FROM change WHERE tbl = '{name}' AND row_id"
        past.extracts.update(row[0] for row in _in(connection, sql, some))


def _in(connection: Connection, sql: str, ids: set[int]) -> list[Any]:
    return connection.execute(f"{sql} IN (SELECT value FROM json_each(?))", (json.dumps(sorted(ids)),)).fetchall()


def new_hashes(connection: Connection, scope: Scope, past: Past) -> None:
    """Give texts without the person's words their own hash; the hash of their file, which tells of it, becomes any."""
    for group in scope.groups:
        old = connection.execute("SELECT sha256 FROM revision WHERE id = ?", (group.revision_id,)).fetchone()[0]
        new = past.hashes["revision", group.revision_id, old] = text_hash(neutral_body(group))
        connection.execute("UPDATE revision SET sha256 = ? WHERE id = ?", (new, group.revision_id))
    for transcript_id in scope.shared:
        known = {connection.execute("SELECT sha256 FROM transcript WHERE id = ?", (transcript_id,)).fetchone()[0]}
        for side in ("before", "after"):
            rows = connection.execute(
                f"SELECT json_extract({side}, '$.sha256') FROM change WHERE tbl = 'transcript' AND row_id = ?",
                (transcript_id,),
            )
            known.update(row[0] for row in rows if row[0] is not None)
        past.hashes |= {("transcript", transcript_id, old): secrets.token_hex(32) for old in sorted(known)}
        now = connection.execute("SELECT sha256 FROM transcript WHERE id = ?", (transcript_id,)).fetchone()[0]
        new = past.hashes["transcript", transcript_id, now]
        connection.execute("UPDATE transcript SET sha256 = ? WHERE id = ?", (new, transcript_id))


# What is left of the journal


class _Rewriter:
    def __init__(self, connection: Connection, cleaner: Cleaner, going: Going, past: Past) -> None:
        self._cleaner, self._going, self._past = cleaner, going, past
        self._links: dict[str, list[Reference]] = {}
        for one in references(connection):
            if going.of(one.parent):
                self._links.setdefault(one.table, []).append(one)
        self._gone = set[int]().union(*going.rows.values()) if going.rows else set[int]()

    def sides(self, row: Any) -> tuple[Values, Values] | None:
        """Return what a journal row becomes, or None when it stays as it is."""
        before, after = json.loads(row["before"]), json.loads(row["after"])
        old, new = self._side(row, before, 0), self._side(row, after, 1)
        return None if old == before and new == after else (old, new)

    def _side(self, row: Any, values: Values, place: int) -> Values:
        table, row_id = row["tbl"], row["row_id"]
        clean = self._cleaner.row(table, row_id, values)
        if clean:
            pairs = [(_flat(str(values[name])), str(one)) for name, one in clean.items()]
            self._past.texts.setdefault(row["act_id"], []).extend(pairs)
        found = {**values, **clean}
        if row["id"] in self._past.restated:
            found |= self._past.restated[row["id"]][place]
        if "sha256" in found:
            found["sha256"] = self._past.hashes.get((table, row_id, found["sha256"]), found["sha256"])
        for link in self._links.get(table, ()):
            if found.get(link.column) in self._going.of(link.parent):
                if link.nullable or (link.table, link.column) in STAYING:
                    found[link.column] = None
                else:
                    del found[link.column]
        if found.get("about_id") in self._gone:
            del found["about_id"]
        return found


def rewrite(connection: Connection, cleaner: Cleaner, going: Going, past: Past) -> None:
    """Go through every journal row that is left; one that says nothing any more goes too."""
    rewriter = _Rewriter(connection, cleaner, going, past)
    for rows in _batches(connection):
        changed: list[tuple[str, str, int]] = []
        empty: set[int] = set()
        for row in rows:
            sides = rewriter.sides(row)
            if sides is None:
                continue
            if sides[0] and sides[1]:
                changed.append((_json(sides[0]), _json(sides[1]), row["id"]))
            else:
                empty.add(row["id"])
                past.lost[row["act_id"]] += 1
        past.cleaned += len(changed) + len(empty)
        connection.executemany("UPDATE change SET before = ?, after = ? WHERE id = ?", changed)
        change(connection, "DELETE FROM change WHERE id IN", empty)


def _batches(connection: Connection) -> Iterator[list[Any]]:
    last = -1
    while True:
        rows = connection.execute(
            "SELECT id, act_id, tbl, row_id, before, after FROM change WHERE id > ? ORDER BY id LIMIT ?", (last, _BATCH)
        ).fetchall()
        if not rows:
            return
        last = rows[-1]["id"]
        yield rows


def _json(values: Values) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


# The audit lines


def rewrite_lines(connection: Connection, cleaner: Cleaner, labels: set[str], past: Past) -> None:
    """Clean every audit line; one whose act lost all its rows only says that something was erased."""
    empty = {act for act in past.lost if not _has_rows(connection, act)}
    change(connection, f"UPDATE act SET state = '{ERASED}', verb = '{ERASED}', detail = '{{}}' WHERE id IN", empty)
    quoting = past.extracts | set(past.lost)
    changed: list[tuple[str, int]] = []
    for row in connection.execute("SELECT id, detail FROM act WHERE state <> ?", (ERASED,)).fetchall():
        detail: dict[str, str] = json.loads(row["detail"])
        texts = past.texts.get(row["id"], ())
        clean = {
            name: _extract(value, texts) or _particular(cleaner, name, value, labels) for name, value in detail.items()
        }
        if row["id"] in quoting:
            clean |= {name: MARK for name in _EXTRACTS if clean.get(name)}
        if clean != detail:
            changed.append((json.dumps(clean, ensure_ascii=False), row["id"]))
    connection.executemany("UPDATE act SET detail = ? WHERE id = ?", changed)
    past.lines = len(changed) + len(empty)


def _particular(cleaner: Cleaner, name: str, value: str, labels: set[str]) -> str:
    if name in _PERSONS and value.casefold() in labels:
        return MARK
    # Numbers are counts and turns.
    return value if value.isdecimal() else cleaner.particular(value)


def _extract(value: str, texts: Iterable[tuple[str, str]]) -> str:
    """Return the beginning of a text as it is now, where `value` is the beginning of what it was: "" elsewhere.

    An extract may end within a run of the person's words, too short by itself to be known as theirs.
    """
    if not value.endswith("…"):
        return ""
    shown = value[:-1].rstrip()
    return next((shorten(clean, len(value)) for text, clean in texts if text.startswith(shown)), "")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _has_rows(connection: Connection, act: int) -> bool:
    return connection.execute("SELECT 1 FROM change WHERE act_id = ? LIMIT 1", (act,)).fetchone() is not None
