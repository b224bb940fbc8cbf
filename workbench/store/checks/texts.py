"""The texts, their turns, and whether every coding still stands on the words it was made on."""

import hashlib
import random
from collections.abc import Sequence
from typing import Any

from workbench.store.checks.finding import Place
from workbench.store.checks.look import Look
from workbench.study.spans import Span
from workbench.study.text import words_hash
from workbench.study.transcripts import Role, Transcript, Turn

SAMPLE = 300
_ROLES = {role.value: role for role in Role}

_REVISIONS = """
SELECT r.id, r.transcript_id, r.length, r.sha256, t.name, x.revision_id IS NULL AS bare
FROM revision r JOIN transcript t ON t.id = r.transcript_id
LEFT JOIN transcript_text x ON x.revision_id = r.id WHERE r.deleted = 0 ORDER BY r.id
"""
_WITHOUT_TEXT = """
SELECT t.id, t.name FROM transcript t LEFT JOIN revision r ON r.id = t.revision_id AND r.transcript_id = t.id
WHERE t.deleted = 0 AND r.id IS NULL
"""
_TURNS = """
SELECT u.number, u.start, u."end", s.label, s.role, s.participant_id, u.begin_ms, u.end_ms, s.id, s.transcript_id
FROM turn u LEFT JOIN speaker s ON s.id = u.speaker_id WHERE u.revision_id = ? ORDER BY u.number
"""
_CODINGS = """
SELECT id, start, "end", turn, speaker_id, words_hash FROM coding
WHERE transcript_id = ? AND deleted = 0 AND revision_id = ? ORDER BY start
"""
_UNPLACED = """
SELECT c.id, t.name FROM coding c JOIN transcript t ON t.id = c.transcript_id
LEFT JOIN revision r ON r.id = c.revision_id AND r.transcript_id = c.transcript_id
WHERE c.deleted = 0 AND r.id IS NULL
"""
# (table, SQL for the rows that lie beyond what they stand in)
_BEYOND = (
    ("coding", """SELECT c.id, t.name FROM coding c JOIN revision r ON r.id = c.revision_id
        JOIN transcript t ON t.id = c.transcript_id WHERE c.deleted = 0 AND (c."end" > r.length OR c.start < 0)"""),
    ("quote_edit", """SELECT e.id, t.name FROM quote_edit e JOIN quote q ON q.id = e.quote_id AND q.deleted = 0
        JOIN coding c ON c.id = q.coding_id JOIN transcript t ON t.id = c.transcript_id
        WHERE e.deleted = 0 AND (e.start < c.start OR e."end" > c."end")"""),
    ("entity_exception", """SELECT e.id, t.name FROM entity_exception e JOIN transcript t ON t.id = e.transcript_id
        WHERE e.deleted = 0 AND (e.start < 0 OR e."end" > t.length)"""),
    ("finding", """SELECT f.id, t.name FROM finding f JOIN revision r ON r.id = f.revision_id
        JOIN transcript t ON t.id = f.transcript_id WHERE f.deleted = 0 AND (f.start < 0 OR f."end" > r.length)"""),
)  # fmt: skip


def texts(look: Look) -> None:
    """Every text is there; of a sample (of all when thorough) the text itself, its turns and codings are read."""
    for row in look.rows(_WITHOUT_TEXT):
        look.add("text_missing", Place("transcript", row["id"], row["name"]))
    for row in look.rows(_UNPLACED):
        look.add("placed", Place("coding", row["id"], row["name"]))
    for table, sql in _BEYOND:
        for row in look.rows(sql):
            look.add("outside", Place(table, row["id"], row["name"]), table=table)
    revisions = look.db.execute(_REVISIONS).fetchall()
    for row in revisions:
        if row["bare"]:
            look.add("text_missing", Place("transcript", row["transcript_id"], row["name"]))
    chosen = _sample(look, [row for row in revisions if not row["bare"]])
    for number, row in enumerate(chosen):
        look.step(number / len(chosen))
        _text(look, row)


def _sample(look: Look, revisions: Sequence[Any]) -> Sequence[Any]:
    if look.thorough or len(revisions) <= SAMPLE:
        return revisions
    look.add("sample", count=SAMPLE, of=str(len(revisions)))
    return random.sample(revisions, SAMPLE)


def _text(look: Look, row: Any) -> None:
    found = look.one("SELECT body FROM transcript_text WHERE revision_id = ?", (row["id"],))
    body, here = str(found), Place("transcript", row["transcript_id"], row["name"])
    if len(body) != row["length"]:
        look.add("text_length", here)
    if hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest() != row["sha256"]:
        look.add("text_changed", here)
    turns = _turns(look, row, len(body), here)
    transcript = Transcript(row["transcript_id"], "", row["name"], body, turns)
    for coding in look.rows(_CODINGS, (row["transcript_id"], row["id"])):
        if 0 <= coding["start"] < coding["end"] <= len(body):
            _coding(look, transcript, coding)


def _turns(look: Look, revision: Any, length: int, here: Place) -> tuple[Turn, ...]:
    turns: list[Turn] = []
    end = 0
    for number, row in enumerate(look.rows(_TURNS, (revision["id"],)), 1):
        if row["number"] != number or not end <= row["start"] <= row["end"] <= length:
            look.add("turns", here)
            return ()
        if row["transcript_id"] != revision["transcript_id"]:
            look.add("turn_speaker", here)
        end = row["end"]
        role = _ROLES.get(row["role"] or "", Role.UNKNOWN)
        turns.append(Turn(number, row["start"], end, row["label"] or "", role, speaker_id=row["id"]))
    return tuple(turns)


def _coding(look: Look, transcript: Transcript, row: Any) -> None:
    span = Span(row["start"], row["end"])
    at = transcript.turn_at(span.start).number if transcript.turns else row["turn"]
    here = Place("coding", row["id"], f"{transcript.name} {at}")
    if row["words_hash"] == 0:
        look.add("unhashed", here)
    elif row["words_hash"] != words_hash(span.cut(transcript.text)):
        look.add("words", here)
    if not transcript.turns:
        return
    speakers = {turn.speaker_id for turn in transcript.turns_of(span)}
    if row["turn"] != at or row["speaker_id"] not in speakers:
        look.add("placed", here)
