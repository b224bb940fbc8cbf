"""Format 1, as first released."""

from workbench.store.engine import Connection

TABLES = """
CREATE TABLE setting (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, value TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX setting_name ON setting(name) WHERE deleted = 0;
CREATE TABLE coder (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX coder_name ON coder(name) WHERE deleted = 0;
CREATE TABLE participant (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, label TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX participant_label ON participant(label COLLATE NOCASE) WHERE deleted = 0;
CREATE TABLE attribute (
  id INTEGER PRIMARY KEY, participant_id INTEGER NOT NULL REFERENCES participant(id),
  name TEXT NOT NULL, value TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX attribute_participant ON attribute(participant_id, name);
CREATE INDEX attribute_value ON attribute(name, value, participant_id);
CREATE TABLE transcript (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, source TEXT NOT NULL,
  format TEXT NOT NULL, encoding TEXT NOT NULL, sha256 TEXT NOT NULL, words INTEGER NOT NULL,
  length INTEGER NOT NULL, added TEXT NOT NULL, reviewed INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX transcript_name ON transcript(name COLLATE NOCASE) WHERE deleted = 0;
CREATE TABLE transcript_text (
  transcript_id INTEGER PRIMARY KEY REFERENCES transcript(id), body TEXT NOT NULL) STRICT;
CREATE TABLE turn (
  transcript_id INTEGER NOT NULL REFERENCES transcript(id), number INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, speaker TEXT NOT NULL, role TEXT NOT NULL,
  participant_id INTEGER REFERENCES participant(id), begin_ms INTEGER, end_ms INTEGER,
  PRIMARY KEY (transcript_id, number), CHECK ("end" >= start)) STRICT, WITHOUT ROWID;
CREATE INDEX turn_start ON turn(transcript_id, start);
CREATE INDEX turn_participant ON turn(participant_id, transcript_id);
CREATE TABLE code (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  parent_id INTEGER REFERENCES code(id), rank INTEGER NOT NULL DEFAULT 0,
  brief TEXT NOT NULL DEFAULT '', definition TEXT NOT NULL DEFAULT '', "when" TEXT NOT NULL DEFAULT '',
  when_not TEXT NOT NULL DEFAULT '', example TEXT NOT NULL DEFAULT '', colour TEXT NOT NULL DEFAULT '',
  codable INTEGER NOT NULL DEFAULT 1, status TEXT NOT NULL DEFAULT 'active',
  merged_into INTEGER REFERENCES code(id), deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX code_parent ON code(parent_id);
CREATE TABLE coding (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, transcript_id INTEGER NOT NULL REFERENCES transcript(id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, code_id INTEGER NOT NULL REFERENCES code(id),
  coder_id INTEGER NOT NULL REFERENCES coder(id), origin TEXT NOT NULL, level TEXT NOT NULL DEFAULT '',
  memo TEXT NOT NULL DEFAULT '', created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
  CHECK ("end" > start)) STRICT;
CREATE INDEX coding_code ON coding(code_id, transcript_id, start, "end", coder_id) WHERE deleted = 0;
CREATE INDEX coding_transcript ON coding(transcript_id, start, "end", code_id, coder_id) WHERE deleted = 0;
CREATE TABLE theme (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, concept TEXT NOT NULL DEFAULT '',
  definition TEXT NOT NULL DEFAULT '', colour TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'candidate', rank INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE theme_code (
  id INTEGER PRIMARY KEY, theme_id INTEGER NOT NULL REFERENCES theme(id),
  code_id INTEGER NOT NULL REFERENCES code(id), rank INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX theme_code_once ON theme_code(theme_id, code_id) WHERE deleted = 0;
CREATE INDEX theme_code_code ON theme_code(code_id);
CREATE TABLE memo (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, about TEXT NOT NULL, about_id INTEGER NOT NULL,
  text TEXT NOT NULL, coder_id INTEGER NOT NULL REFERENCES coder(id), created TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX memo_about ON memo(about, about_id);
CREATE TABLE quote (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, coding_id INTEGER NOT NULL REFERENCES coding(id),
  theme_id INTEGER REFERENCES theme(id), rank INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX quote_coding ON quote(coding_id);
CREATE TABLE quote_edit (
  id INTEGER PRIMARY KEY, quote_id INTEGER NOT NULL REFERENCES quote(id), kind TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0, CHECK ("end" >= start)) STRICT;
CREATE INDEX quote_edit_quote ON quote_edit(quote_id);
CREATE TABLE entity (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, forms TEXT NOT NULL,
  decision TEXT NOT NULL, replacement TEXT NOT NULL DEFAULT '', match_case INTEGER NOT NULL DEFAULT 0,
  sure INTEGER NOT NULL DEFAULT 1, reason TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE entity_exception (
  id INTEGER PRIMARY KEY, entity_id INTEGER NOT NULL REFERENCES entity(id),
  transcript_id INTEGER NOT NULL REFERENCES transcript(id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX entity_exception_transcript ON entity_exception(transcript_id);
CREATE TABLE verdict (
  id INTEGER PRIMARY KEY, transcript_id INTEGER NOT NULL REFERENCES transcript(id), start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, code_id INTEGER NOT NULL REFERENCES code(id), coder_id INTEGER NOT NULL REFERENCES coder(id),
  accepted INTEGER NOT NULL, created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX verdict_transcript ON verdict(transcript_id);
CREATE TABLE reading (
  id INTEGER PRIMARY KEY, transcript_id INTEGER NOT NULL REFERENCES transcript(id),
  coder_id INTEGER NOT NULL REFERENCES coder(id), finished TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX reading_transcript ON reading(transcript_id, coder_id);
CREATE TABLE export (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, file TEXT NOT NULL, format TEXT NOT NULL, sha256 TEXT NOT NULL,
  quotes INTEGER NOT NULL, coder_id INTEGER NOT NULL REFERENCES coder(id), deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE act (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, coder_id INTEGER NOT NULL, verb TEXT NOT NULL, kind TEXT NOT NULL,
  state TEXT NOT NULL, of_act INTEGER REFERENCES act(id), detail TEXT NOT NULL) STRICT;
CREATE INDEX act_state ON act(state, kind, id);
CREATE TABLE change (
  id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES act(id), tbl TEXT NOT NULL, row_id INTEGER NOT NULL,
  before TEXT NOT NULL, after TEXT NOT NULL) STRICT;
CREATE INDEX change_act ON change(act_id, id);
CREATE INDEX change_row ON change(tbl, row_id);
CREATE TABLE desk (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""


def carry_out(connection: Connection) -> None:
    """Make the tables of format 1."""
    for statement in TABLES.strip().split(";\n"):
        connection.execute(statement)
