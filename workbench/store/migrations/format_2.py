"""Format 2: revisions of a text, speakers, sessions, a GUID for everything, and the search index."""

import json
from collections.abc import Iterator
from typing import Any

from workbench.store.engine import Connection
from workbench.store.search import index
from workbench.study.ids import new_guid, new_id
from workbench.study.spans import Span
from workbench.study.text import words_hash
from workbench.study.transcripts import Role, Transcript, Turn

_BEFORE_TEXTS = """
CREATE TABLE revision (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, transcript_id INTEGER NOT NULL REFERENCES transcript(id),
  number INTEGER NOT NULL, words INTEGER NOT NULL, length INTEGER NOT NULL, sha256 TEXT NOT NULL,
  source TEXT NOT NULL, format TEXT NOT NULL, encoding TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
  made TEXT NOT NULL, coder_id INTEGER REFERENCES coder(id), deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX revision_transcript ON revision(transcript_id, number);
CREATE TABLE speaker (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, transcript_id INTEGER NOT NULL REFERENCES transcript(id),
  label TEXT NOT NULL, role TEXT NOT NULL, participant_id INTEGER REFERENCES participant(id),
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX speaker_transcript ON speaker(transcript_id);
CREATE INDEX speaker_participant ON speaker(participant_id);
ALTER TABLE transcript ADD COLUMN revision_id INTEGER REFERENCES revision(id);
CREATE TABLE new_text (revision_id INTEGER PRIMARY KEY REFERENCES revision(id), body TEXT NOT NULL) STRICT;
CREATE TABLE new_turn (
  id INTEGER PRIMARY KEY, revision_id INTEGER NOT NULL REFERENCES revision(id), number INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, speaker_id INTEGER NOT NULL REFERENCES speaker(id),
  begin_ms INTEGER, end_ms INTEGER, CHECK ("end" >= start)) STRICT;
ALTER TABLE coding ADD COLUMN revision_id INTEGER REFERENCES revision(id);
ALTER TABLE coding ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE coding ADD COLUMN speaker_id INTEGER REFERENCES speaker(id);
ALTER TABLE coding ADD COLUMN words_hash INTEGER NOT NULL DEFAULT 0;
ALTER TABLE coding ADD COLUMN stance TEXT NOT NULL DEFAULT '';
ALTER TABLE coding ADD COLUMN round INTEGER NOT NULL DEFAULT 1;
ALTER TABLE coding ADD COLUMN certain INTEGER NOT NULL DEFAULT 1;
ALTER TABLE coding ADD COLUMN important INTEGER NOT NULL DEFAULT 0;
"""

_AFTER_TEXTS = """
DROP TABLE turn;
ALTER TABLE new_turn RENAME TO turn;
CREATE UNIQUE INDEX turn_number ON turn(revision_id, number);
CREATE INDEX turn_start ON turn(revision_id, start);
DROP TABLE transcript_text;
ALTER TABLE new_text RENAME TO transcript_text;
CREATE INDEX coding_speaker ON coding(code_id, speaker_id) WHERE deleted = 0;
CREATE INDEX coding_memo ON coding(transcript_id) WHERE deleted = 0 AND memo <> '';
CREATE INDEX coding_coder ON coding(coder_id, id) WHERE deleted = 0;
CREATE TABLE session (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, held TEXT NOT NULL DEFAULT '',
  mode TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '', minutes INTEGER,
  present TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX session_name ON session(name COLLATE NOCASE) WHERE deleted = 0;
CREATE TABLE session_participant (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, session_id INTEGER NOT NULL REFERENCES session(id),
  participant_id INTEGER NOT NULL REFERENCES participant(id), deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX session_participant_once ON session_participant(session_id, participant_id) WHERE deleted = 0;
CREATE INDEX session_participant_person ON session_participant(participant_id);
CREATE TABLE session_transcript (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, session_id INTEGER NOT NULL REFERENCES session(id),
  transcript_id INTEGER NOT NULL REFERENCES transcript(id), deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX session_transcript_once ON session_transcript(session_id, transcript_id) WHERE deleted = 0;
CREATE INDEX session_transcript_text ON session_transcript(transcript_id);
ALTER TABLE code ADD COLUMN counter_example TEXT NOT NULL DEFAULT '';
ALTER TABLE code ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]';
ALTER TABLE code ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE code ADD COLUMN owner_id INTEGER REFERENCES coder(id);
ALTER TABLE theme ADD COLUMN includes TEXT NOT NULL DEFAULT '';
ALTER TABLE theme ADD COLUMN excludes TEXT NOT NULL DEFAULT '';
ALTER TABLE theme ADD COLUMN story TEXT NOT NULL DEFAULT '';
ALTER TABLE theme ADD COLUMN level TEXT NOT NULL DEFAULT 'theme';
ALTER TABLE theme ADD COLUMN parent_id INTEGER REFERENCES theme(id);
ALTER TABLE theme_code ADD COLUMN reason TEXT NOT NULL DEFAULT '';
CREATE TABLE map_version (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, stage TEXT NOT NULL,
  body TEXT NOT NULL, coder_id INTEGER NOT NULL REFERENCES coder(id), created TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE review (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, level INTEGER NOT NULL,
  theme_id INTEGER NOT NULL REFERENCES theme(id), coding_id INTEGER REFERENCES coding(id),
  transcript_id INTEGER REFERENCES transcript(id), verdict TEXT NOT NULL, why TEXT NOT NULL DEFAULT '',
  coder_id INTEGER NOT NULL REFERENCES coder(id), created TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX review_theme ON review(theme_id, level);
CREATE INDEX review_coding ON review(coding_id);
ALTER TABLE memo ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE memo ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE memo ADD COLUMN private INTEGER NOT NULL DEFAULT 0;
ALTER TABLE memo ADD COLUMN start INTEGER;
ALTER TABLE memo ADD COLUMN "end" INTEGER;
CREATE TABLE memo_link (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, memo_id INTEGER NOT NULL REFERENCES memo(id),
  about TEXT NOT NULL, about_id INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX memo_link_memo ON memo_link(memo_id);
CREATE INDEX memo_link_about ON memo_link(about, about_id);
ALTER TABLE quote ADD COLUMN state TEXT NOT NULL DEFAULT 'picked';
ALTER TABLE quote ADD COLUMN role TEXT NOT NULL DEFAULT '';
ALTER TABLE quote ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE quote ADD COLUMN translation TEXT NOT NULL DEFAULT '';
ALTER TABLE quote ADD COLUMN translator TEXT NOT NULL DEFAULT '';
CREATE TABLE finding (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, entity_id INTEGER NOT NULL REFERENCES entity(id),
  transcript_id INTEGER NOT NULL REFERENCES transcript(id), revision_id INTEGER NOT NULL REFERENCES revision(id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, finder TEXT NOT NULL, created TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0, CHECK ("end" > start)) STRICT;
CREATE INDEX finding_transcript ON finding(transcript_id, start);
CREATE INDEX finding_entity ON finding(entity_id);
CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, query TEXT NOT NULL,
  coder_id INTEGER NOT NULL REFERENCES coder(id), created TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX saved_search_name ON saved_search(name COLLATE NOCASE) WHERE deleted = 0;
CREATE INDEX act_time ON act(at);
CREATE INDEX act_coder ON act(coder_id, id);
CREATE INDEX act_verb ON act(verb, id);
"""

_WITHOUT_GUID = (
    "setting", "attribute", "theme_code", "quote_edit", "entity_exception", "verdict", "reading", "export",
)  # fmt: skip
_NEXT_TO_SPAN = ("turn", "speaker_id", "words_hash")


def carry_out(connection: Connection) -> None:
    """Bring a file of format 1 to format 2; nothing a researcher sees changes."""
    _run(connection, _BEFORE_TEXTS)
    index.make_tables(connection)
    for row in connection.execute("SELECT * FROM transcript ORDER BY id").fetchall():
        _take_over(connection, row)
    _run(connection, _AFTER_TEXTS)
    for row in connection.execute("SELECT id FROM revision ORDER BY id").fetchall():
        index.add_turns(connection, row["id"])
    for table in _WITHOUT_GUID:
        connection.execute(f"ALTER TABLE {table} ADD COLUMN guid TEXT NOT NULL DEFAULT ''")
        ids = [row["id"] for row in connection.execute(f"SELECT id FROM {table}").fetchall()]
        connection.executemany(f"UPDATE {table} SET guid = ? WHERE id = ?", [(new_guid(), one) for one in ids])
        connection.execute(f"CREATE UNIQUE INDEX {table}_guid ON {table}(guid)")


def _run(connection: Connection, statements: str) -> None:
    for statement in statements.strip().split(";\n"):
        connection.execute(statement)


def _take_over(connection: Connection, row: Any) -> None:
    """Make the first revision and the speakers of a transcript, and place its codings by them."""
    import hashlib

    revision_id, place = new_id(), row["id"]
    found = connection.execute("SELECT body FROM transcript_text WHERE transcript_id = ?", (place,)).fetchone()
    body = str(found["body"])
    connection.execute(
        "INSERT INTO revision (id, guid, transcript_id, number, words, length, sha256, source, format, encoding, made) "
        "VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)",
        (revision_id, new_guid(), place, row["words"], row["length"], hashlib.sha256(body.encode()).hexdigest(),
         row["source"], row["format"], row["encoding"], row["added"]),
    )  # fmt: skip
    connection.execute("INSERT INTO new_text VALUES (?, ?)", (revision_id, body))
    connection.execute("UPDATE transcript SET revision_id = ? WHERE id = ?", (revision_id, place))
    turns = tuple(_turns(connection, place))
    start = int(connection.execute("SELECT coalesce(max(id), 0) FROM new_turn").fetchone()[0]) + 1
    connection.executemany(
        "INSERT INTO new_turn VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (start + at, revision_id, one.number, one.start, one.end, one.speaker_id, one.begin_ms, one.end_ms)
            for at, one in enumerate(turns)
        ],
    )
    _place_codings(connection, revision_id, Transcript(place, "", row["name"], body, turns))


def _turns(connection: Connection, transcript_id: int) -> Iterator[Turn]:
    speakers: dict[tuple[str, str, int | None], int] = {}
    rows = connection.execute("SELECT * FROM turn WHERE transcript_id = ? ORDER BY number", (transcript_id,)).fetchall()
    for row in rows:
        key = (row["speaker"], row["role"], row["participant_id"])
        if key not in speakers:
            speakers[key] = new_id()
            connection.execute(
                "INSERT INTO speaker (id, guid, transcript_id, label, role, participant_id) VALUES (?, ?, ?, ?, ?, ?)",
                (speakers[key], new_guid(), transcript_id, *key),
            )
        yield Turn(
            row["number"], row["start"], row["end"], row["speaker"], Role(row["role"]), row["participant_id"],
            row["begin_ms"], row["end_ms"], speakers[key],
        )  # fmt: skip


def _place_codings(connection: Connection, revision_id: int, transcript: Transcript) -> None:
    rows = connection.execute(
        'SELECT id, start, "end" FROM coding WHERE transcript_id = ?', (transcript.id,)
    ).fetchall()
    connection.executemany(
        "UPDATE coding SET revision_id = ?, turn = ?, speaker_id = ?, words_hash = ? WHERE id = ?",
        [(revision_id, *_placed(transcript, row["start"], row["end"]), row["id"]) for row in rows],
    )
    for row in rows:
        _place_journal(connection, transcript, row)


def _placed(transcript: Transcript, start: int, end: int) -> tuple[int, int | None, int]:
    span = Span(start, end)
    return transcript.turn_at(start).number, transcript.main_speaker(span), words_hash(span.cut(transcript.text))


def _place_journal(connection: Connection, transcript: Transcript, coding: Any) -> None:
    """Let acts of format 1 that moved a coding's borders be undone with what now hangs on the borders."""
    state = {"start": coding["start"], "end": coding["end"]}
    changes = connection.execute(
        "SELECT id, before, after FROM change WHERE tbl = 'coding' AND row_id = ? ORDER BY id DESC", (coding["id"],)
    ).fetchall()
    for change in changes:
        before, after = json.loads(change["before"]), json.loads(change["after"])
        earlier = {name: before.get(name, state[name]) for name in state}
        if earlier != state:
            before.update(zip(_NEXT_TO_SPAN, _placed(transcript, **earlier), strict=True))
            after.update(zip(_NEXT_TO_SPAN, _placed(transcript, **state), strict=True))
            connection.execute(
                "UPDATE change SET before = ?, after = ? WHERE id = ?",
                (json.dumps(before, ensure_ascii=False), json.dumps(after, ensure_ascii=False), change["id"]),
            )
        state = earlier
