"""The search index: every turn's words (FTS5, contentless), and the vocabulary for parts of words.

The index follows the texts, not the acts: turns are never changed or removed by an act, so an undone import
only has to be passed over when asking. FTS5 is given the words as study.search_words cuts them, one blank between,
so that index, vocabulary and marks agree (FTS5 by itself takes an emoji for a letter and a soft hyphen for a blank).
"""

import json

from workbench.store.engine import Connection
from workbench.study.search_words import indexed

_TABLES = (
    "CREATE VIRTUAL TABLE turn_words USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')",
    "CREATE TABLE word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT",
    "CREATE VIRTUAL TABLE word_part USING fts5(word, content='word', content_rowid='id', "
    "tokenize='trigram case_sensitive 1')",
)
_TURNS = """
SELECT u.id, substr(x.body, u.start + 1, u."end" - u.start) AS words
FROM turn u JOIN transcript_text x ON x.revision_id = u.revision_id WHERE u.revision_id = ? ORDER BY u.id
"""
# FTS5 joins its segments in the commit that adds the fourth, tens of milliseconds while a key waits; here it is done
# between acts, this many pages at a time (1-3 ms). Left undone, FTS5 joins sixteen at once by itself.
_BY_ITSELF = "INSERT INTO {0} ({0}, rank) VALUES ('automerge', 0)"
_JOIN = "INSERT INTO {0} ({0}, rank) VALUES ('merge', 16)"
_MOST_KNOWN = 100_000
_SEGMENTED = ("turn_words", "word_part")
_NEW_WORDS = "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT word FROM word)"


def make_tables(connection: Connection) -> None:
    """Make the empty index."""
    for statement in _TABLES:
        connection.execute(statement)
    leave_joining(connection)


def leave_joining(connection: Connection) -> None:
    """Have segments joined by `join_some` rather than in whatever act adds one too many."""
    for table in _SEGMENTED:
        connection.execute(_BY_ITSELF.format(table))


def join_some(connection: Connection) -> bool:
    """Do a small piece of the joining of segments that is due, in a transaction of its own; tell whether any was."""
    for table in _SEGMENTED:
        before = connection.total_changes
        connection.execute(_JOIN.format(table))
        # As FTS5 documents: a command that found nothing to join counts as less than two changes.
        if connection.total_changes - before > 1:
            return True
    return False


class KnownWords:
    """Words that the vocabulary surely holds, so that most words of a text need not be looked up in it.

    They are forgotten when anybody else writes to the file, and when what was written is taken back.
    """

    def __init__(self) -> None:
        self._of: tuple[Connection, int] | None = None
        self._words: set[str] = set()

    def forget(self) -> None:
        """Know none any more."""
        self._of = None

    def unknown(self, connection: Connection, words: set[str]) -> set[str]:
        """Return those that must be looked up."""
        version = int(connection.execute("PRAGMA data_version").fetchone()[0])
        if self._of is None or self._of[0] is not connection or self._of[1] != version:
            self._of, self._words = (connection, version), set()
        return words - self._words

    def learn(self, words: set[str]) -> None:
        """Keep that these are there now."""
        if len(self._words) > _MOST_KNOWN:
            self._words.clear()
        self._words |= words


def add_turns(connection: Connection, revision_id: int, known: KnownWords | None = None) -> None:
    """Index the turns of a text that has just been stored."""
    body = connection.execute("SELECT body FROM transcript_text WHERE revision_id = ?", (revision_id,)).fetchone()
    if body is None:
        return
    text = str(body[0])
    turns = connection.execute(
        'SELECT id, start, "end" FROM turn WHERE revision_id = ? ORDER BY id', (revision_id,)
    ).fetchall()
    rows = [(key, indexed(text[start:end])) for key, start, end in turns]
    connection.executemany("INSERT INTO turn_words (rowid, words) VALUES (?, ?)", rows)
    found = {word for _, words in rows for word in words.split()}
    add_words(connection, known.unknown(connection, found) if known else found)
    if known:
        known.learn(found)


def add_words(connection: Connection, words: set[str]) -> None:
    """Add to the vocabulary what it lacks."""
    rows = connection.execute(_NEW_WORDS, (json.dumps(list(words)),)).fetchall() if words else []
    new = [row[0] for row in rows]
    if not new:
        return
    first = int(connection.execute("SELECT coalesce(max(id), 0) FROM word").fetchone()[0]) + 1
    rows = [(first + at, word) for at, word in enumerate(new)]
    connection.executemany("INSERT INTO word (id, word) VALUES (?, ?)", rows)
    connection.executemany("INSERT INTO word_part (rowid, word) VALUES (?, ?)", rows)


def remove_turns(connection: Connection, revision_id: int) -> None:
    """Take the turns of a text out of the index, while text and turns are still stored."""
    rows = connection.execute(_TURNS, (revision_id,)).fetchall()
    connection.executemany(
        "INSERT INTO turn_words (turn_words, rowid, words) VALUES ('delete', ?, ?)",
        [(row[0], indexed(row[1])) for row in rows],
    )


def rebuild(connection: Connection) -> None:
    """Make the whole index anew from the texts, inside the transaction that is open."""
    for table in ("turn_words", "word_part", "word"):
        connection.execute(f"DROP TABLE {table}")
    make_tables(connection)
    for row in connection.execute("SELECT revision_id FROM transcript_text ORDER BY revision_id").fetchall():
        add_turns(connection, row[0])
