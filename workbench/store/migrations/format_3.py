"""Format 3: the untouched original beside each text, repairs, times within turns, people's schemas, consent, passes."""

from workbench.store.engine import Connection
from workbench.store.search import index

_TABLES = """
CREATE TABLE original (
  revision_id INTEGER PRIMARY KEY REFERENCES revision(id), gaps TEXT NOT NULL, kept TEXT NOT NULL) STRICT;
CREATE TABLE mark (
  id INTEGER PRIMARY KEY, revision_id INTEGER NOT NULL REFERENCES revision(id), kind TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, value INTEGER NOT NULL, CHECK ("end" >= start)) STRICT;
CREATE INDEX mark_revision ON mark(revision_id, start);
CREATE TABLE repair (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, revision_id INTEGER NOT NULL REFERENCES revision(id),
  kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, after TEXT NOT NULL,
  sure INTEGER NOT NULL, why TEXT NOT NULL DEFAULT '', state TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0, CHECK ("end" >= start)) STRICT;
CREATE INDEX repair_revision ON repair(revision_id, start);
CREATE TABLE carried (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, transcript_id INTEGER NOT NULL REFERENCES transcript(id),
  revision_id INTEGER NOT NULL REFERENCES revision(id), old_revision_id INTEGER NOT NULL REFERENCES revision(id),
  about TEXT NOT NULL, about_id INTEGER NOT NULL, outcome TEXT NOT NULL,
  old_start INTEGER NOT NULL, old_end INTEGER NOT NULL, state TEXT NOT NULL DEFAULT 'open',
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX carried_transcript ON carried(transcript_id, state);
CREATE INDEX carried_about ON carried(about, about_id);
CREATE TABLE known_label (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, label TEXT NOT NULL, role TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX known_label_once ON known_label(label) WHERE deleted = 0;
CREATE TABLE people_kind (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, rank INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX people_kind_name ON people_kind(name COLLATE NOCASE) WHERE deleted = 0;
CREATE TABLE attribute_definition (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, kind_id INTEGER REFERENCES people_kind(id),
  name TEXT NOT NULL, type TEXT NOT NULL, choices TEXT NOT NULL DEFAULT '[]', source TEXT NOT NULL DEFAULT '',
  bands TEXT NOT NULL DEFAULT '[]', note TEXT NOT NULL DEFAULT '', rank INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX attribute_definition_once ON attribute_definition(coalesce(kind_id, 0), name) WHERE deleted = 0;
CREATE TABLE consent (
  id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, participant_id INTEGER NOT NULL REFERENCES participant(id),
  scope TEXT NOT NULL, answer TEXT NOT NULL, given TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX consent_once ON consent(participant_id, scope) WHERE deleted = 0;
ALTER TABLE participant ADD COLUMN kind_id INTEGER REFERENCES people_kind(id);
ALTER TABLE participant ADD COLUMN withdrawn TEXT NOT NULL DEFAULT '';
ALTER TABLE revision ADD COLUMN facts TEXT NOT NULL DEFAULT '{}';
ALTER TABLE transcript ADD COLUMN convention TEXT NOT NULL DEFAULT '';
ALTER TABLE reading ADD COLUMN started TEXT NOT NULL DEFAULT ''
"""


def carry_out(connection: Connection) -> None:
    """Bring a file of format 2 to format 3; texts, codings and people stay as they are.

    A mark of having read a transcript is a finished pass that does not know when it was begun.
    Texts taken in before have no original of their own: what was read then is all that was kept.
    """
    for statement in _TABLES.strip().split(";\n"):
        connection.execute(statement)
    index.leave_joining(connection)
