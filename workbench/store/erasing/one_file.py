"""Erasing a person in one study file: everything that is done inside one transaction of it."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from workbench.store import journal
from workbench.store.engine import Connection
from workbench.store.erasing import closure, learn, past, remains, scope, turns
from workbench.store.erasing.cleaner import Cleaner
from workbench.store.erasing.closure import Going
from workbench.store.erasing.extent import Extent
from workbench.store.erasing.known import Known
from workbench.store.erasing.own_codes import own_codes
from workbench.store.erasing.past import Past
from workbench.store.erasing.scope import Scope
from workbench.store.erasing.scrub import Gram, Scrubber
from workbench.store.search import index
from workbench.study.changes import Kind
from workbench.study.ids import new_id
from workbench.study.search_words import words

VERB = "participant.erase"
MARKER = "erasing"
KEPT = "erasure"


def erase(connection: Connection, known: Known, coder_id: int, act_id: int = 0) -> Extent:
    """Erase the person inside the transaction that is open, with an audit line; return what was done.

    `act_id` is the id of that line, or 0 for the next; a file that holds nothing of the person gets none.
    """
    found = scope.find(connection, known)
    gone = closure.going(connection, found)
    gone.add("entity", _entities(connection, known))
    closure.close(connection, gone)
    codes = own_codes(connection, gone, known)
    gone.add("code", set(codes.unused))
    closure.close(connection, gone)

    extent = Extent(touched={table: frozenset(ids) for table, ids in gone.rows.items() if ids})
    _count(extent, gone, found)
    candidates = known.words | set[str]().union(*(words(text) for text in learn.texts_of(connection, found)))
    _take_out_texts(connection, gone, found)
    scrubber = Scrubber(known.phrases(), known.grams, _common(connection, found))
    cleaner = Cleaner(connection, scrubber, known, found, codes)

    story = Past()
    past.new_hashes(connection, found, story)
    past.restate(connection, found, gone, story)
    extent.removed["change"] = past.remove_changes(connection, gone, story)
    closure.remove(connection, gone)
    past.rewrite(connection, cleaner, gone, story)
    cleaner.tables()
    past.rewrite_lines(connection, cleaner, known.exact(), story)
    extent.removed["desk"] = _clear_desk(connection, cleaner, gone)
    extent.removed["word"] = _remove_words(connection, candidates)

    extent.replaced += cleaner.replaced
    extent.replaced["change"], extent.replaced["act"] = story.cleaned, story.lines
    extent.looks = remains.looks(connection, known, found, gone, codes, scrubber)
    if not extent.empty:
        extent.act_id = _audit_line(connection, extent, coder_id, act_id)
    return extent


def _entities(connection: Connection, known: Known) -> set[int]:
    rows = connection.execute("SELECT id, forms FROM entity").fetchall()
    return {row["id"] for row in rows if known.is_erased(json.loads(row["forms"]))}


def _count(extent: Extent, gone: Going, found: Scope) -> None:
    extent.removed.update({table: len(ids) for table, ids in gone.rows.items() if ids and table != "transcript_text"})
    theirs = [(group, turn) for group in found.groups for turn in group.turns if turn.speaker_id in group.theirs]
    # Signs stand there already when the person was erased before from another state of the file.
    said = [(group, turn) for group, turn in theirs if words(group.body[turn.start : turn.end])]
    extent.replaced["turn"] = len(said)


def _take_out_texts(connection: Connection, gone: Going, found: Scope) -> None:
    """Take whole texts out of the search index, while they are still stored, and turns out of group interviews."""
    for revision_id in sorted(gone.of("revision")):
        index.remove_turns(connection, revision_id)
    for group in found.groups:
        turns.replace_text(connection, group)


def _common(connection: Connection, found: Scope) -> Callable[[Gram], bool]:
    """Return what tells whether words stand in a row in a turn that stays; a second copy of theirs does not count."""
    known: dict[Gram, bool] = {}
    alike = json.dumps(sorted(found.alike))

    def common(gram: Gram) -> bool:
        if gram not in known:
            known[gram] = _stands(connection, " ".join(gram), alike)
        return known[gram]

    return common


def _stands(connection: Connection, phrase: str, alike: str) -> bool:
    rows: Iterable[Any] = connection.execute(
        "SELECT 1 FROM turn u JOIN revision r ON r.id = u.revision_id "
        "WHERE u.id IN (SELECT rowid FROM turn_words WHERE turn_words MATCH ?) "
        "AND r.transcript_id NOT IN (SELECT value FROM json_each(?)) LIMIT 1",
        (f'"{phrase}"', alike),
    )
    return next(iter(rows), None) is not None


def _clear_desk(connection: Connection, cleaner: Cleaner, gone: Going) -> int:
    """Forget the places in what is removed, and clean the others; return how many were forgotten."""
    gone_ids = {str(one) for table, ids in gone.rows.items() if table not in ("turn", "transcript_text") for one in ids}
    forgotten = 0
    for row in connection.execute("SELECT name, value FROM desk").fetchall():
        held: Any = json.loads(row["value"])
        if row["name"] in (MARKER, KEPT):
            connection.execute("DELETE FROM desk WHERE name = ?", (row["name"],))
        elif gone_ids & {*row["name"].split("."), *_leaves(held)}:
            forgotten += 1
            connection.execute("DELETE FROM desk WHERE name = ?", (row["name"],))
        else:
            clean = cleaner.scrubber.data(held)
            if clean != held:
                cleaner.replaced["desk"] += 1
                connection.execute("UPDATE desk SET value = ? WHERE name = ?", (json.dumps(clean), row["name"]))
    return forgotten


def _leaves(held: Any) -> Iterable[str]:
    if isinstance(held, dict):
        for name, one in held.items():  # pyright: ignore
            yield str(name)  # pyright: ignore
            yield from _leaves(one)
    elif isinstance(held, list):
        for one in held:  # pyright: ignore
            yield from _leaves(one)
    else:
        yield str(held)


def _remove_words(connection: Connection, candidates: set[str]) -> int:
    """Remove from the vocabulary the words that stand in no turn any more; return how many."""
    connection.execute("CREATE VIRTUAL TABLE temp.erased_terms USING fts5vocab('main', 'turn_words', 'row')")
    try:
        rows = connection.execute(
            "SELECT id, word FROM word WHERE word IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(candidates)),),
        ).fetchall()
        gone = [
            (row["id"], row["word"])
            for row in rows
            if connection.execute("SELECT 1 FROM erased_terms WHERE term = ?", (row["word"],)).fetchone() is None
        ]
    finally:
        connection.execute("DROP TABLE temp.erased_terms")
    connection.executemany("INSERT INTO word_part (word_part, rowid, word) VALUES ('delete', ?, ?)", gone)
    connection.executemany("DELETE FROM word WHERE id = ?", [(key,) for key, _ in gone])
    return len(gone)


def _audit_line(connection: Connection, extent: Extent, coder_id: int, act_id: int) -> int:
    last = int(connection.execute("SELECT coalesce(max(id), 0) FROM act").fetchone()[0])
    line = max(act_id or new_id(), last + 1)
    detail = {
        "transcripts": str(extent.removed["transcript"]), "turns": str(extent.replaced["turn"]),
        "codings": str(extent.removed["coding"]), "quotes": str(extent.removed["quote"]),
        "memos": str(extent.removed["memo"]), "names": str(extent.removed["entity"]),
    }  # fmt: skip
    journal.record(connection, line, coder_id, VERB, detail, kind=Kind.DO, undoable=False)
    return line
