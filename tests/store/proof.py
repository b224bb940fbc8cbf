"""What holds in every study file whatever befell it: the journal tells the tables, and every act is whole."""

import hashlib
import json
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "acts"))

from workbench.store.lookups import transcripts
from workbench.store.schema import JOURNALLED
from workbench.store.study_file import StudyFile
from workbench.study.search_words import indexed

Rows = dict[tuple[str, int], dict[str, Any]]


def prove(study: StudyFile, made_by_migration: Collection[str] = ()) -> None:
    """Assert all of it; `study` is open. A migration makes rows of some tables without an act."""
    assert study.rows("PRAGMA integrity_check")[0][0] == "ok"
    assert not study.rows("PRAGMA foreign_key_check")
    _tables_are_what_the_journal_tells(study, made_by_migration)
    _acts_stand_as_the_journal_tells(study)
    _transcripts_are_whole(study)
    _search_finds_what_stands(study)


def acts(study: StudyFile) -> dict[int, str]:
    """Return each act with a hash over its audit line (its state apart: later acts change it) and its rows."""
    lines = {
        row["id"]: hashlib.sha256(repr((row["verb"], row["kind"], row["of_act"], row["detail"])).encode())
        for row in study.rows("SELECT * FROM act")
    }
    for row in study.rows("SELECT * FROM change ORDER BY id"):
        lines[row["act_id"]].update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return {act: digest.hexdigest()[:16] for act, digest in lines.items()}


def last_act(study: StudyFile) -> tuple[int, str]:
    """Return the newest act with the hash `acts` gives it."""
    line = study.rows("SELECT * FROM act ORDER BY id DESC LIMIT 1")[0]
    digest = hashlib.sha256(repr((line["verb"], line["kind"], line["of_act"], line["detail"])).encode())
    for row in study.rows("SELECT * FROM change WHERE act_id = ? ORDER BY id", (line["id"],)):
        digest.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return line["id"], digest.hexdigest()[:16]


def _tables_are_what_the_journal_tells(study: StudyFile, made_by_migration: Collection[str]) -> None:
    told: Rows = {}
    for row in study.rows("SELECT * FROM change ORDER BY act_id, id"):
        key, before, after = (row["tbl"], row["row_id"]), json.loads(row["before"]), json.loads(row["after"])
        known = told.setdefault(key, {"deleted": 1})
        assert {name: known[name] for name in before if name in known} == {n: before[n] for n in before if n in known}
        known.update(after)
    found = {(table, row["id"]): dict(row) for table in JOURNALLED for row in study.rows(f'SELECT * FROM "{table}"')}
    assert told.keys() <= found.keys()
    assert {table for table, _ in found.keys() - told.keys()} <= {*made_by_migration}
    for key, values in told.items():
        differing = {name: (value, found[key][name]) for name, value in values.items() if found[key][name] != value}
        assert not differing, (key, differing)


def _acts_stand_as_the_journal_tells(study: StudyFile) -> None:
    states: dict[int, str] = {}
    undone: set[int] = set()
    lines = study.rows("SELECT id, kind, state, of_act FROM act ORDER BY id")
    for line in lines:
        states[line["id"]] = "log"
        if line["kind"] == "undo":
            assert states[line["of_act"]] == "done"
            states[line["of_act"]] = "undone"
            undone.add(line["of_act"])
        elif line["kind"] == "redo":
            undone.remove(line["of_act"])
            states[line["of_act"]] = "done"
        elif line["state"] != "log":
            states |= dict.fromkeys(undone, "cleared") | {line["id"]: "done"}
            undone.clear()
    assert {line["id"]: line["state"] for line in lines} == states
    assert not study.rows("SELECT 1 FROM change WHERE act_id NOT IN (SELECT id FROM act)")
    assert not study.rows("SELECT 1 FROM act WHERE id NOT IN (SELECT act_id FROM change)")


def _transcripts_are_whole(study: StudyFile) -> None:
    for row in study.live("transcript"):
        transcript = transcripts.load(study, row["id"])
        assert len(transcript.text) == row["length"] and transcript.turns
        at = 0
        for turn in transcript.turns:
            assert turn.start == at and turn.end > at, (row["name"], turn)
            at = turn.end + 1
        assert at == row["length"] + 1


def _search_finds_what_stands(study: StudyFile) -> None:
    texts = dict(tuple(row) for row in study.rows("SELECT revision_id, body FROM transcript_text"))
    said = {
        row["id"]: indexed(texts[row["revision_id"]][row["start"] : row["end"]]).split()
        for row in study.rows("SELECT * FROM turn")
    }
    study.rows("CREATE VIRTUAL TABLE temp.kept USING fts5vocab(main, turn_words, instance)")
    kept: dict[int, list[str]] = {}
    for row in study.rows("SELECT doc, term FROM temp.kept ORDER BY doc, offset"):
        kept.setdefault(row["doc"], []).append(row["term"])
    study.rows("DROP TABLE temp.kept")
    assert kept == {turn: words for turn, words in said.items() if words}
    assert {row["word"] for row in study.rows("SELECT word FROM word")} == {
        one for words in said.values() for one in words
    }
    for table in ("turn_words", "word_part"):
        study.rows(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")
