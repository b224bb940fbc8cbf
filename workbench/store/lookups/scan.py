"""All codings as columns of whole numbers, for questions about many at once.

array[int]s are `array('q')`: they need no numpy here, and go to another process as bytes.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Sequence
from itertools import chain
from typing import Any

from workbench.store.engine import Connection
from workbench.store.lookups.narrowed import LIVING, SPEAKER, conditions
from workbench.store.study_file import StudyFile
from workbench.study.coding_filter import EVERY_CODING, CodingFilter

# What `columns` gives: a stretch is two numbers of 32 bits in one, for each column costs as much as finding the row.
NAMES = ("id", "span", "code", "speaker")
_COLUMNS = {"id": "c.id", "span": f'c.start * {1 << 32} + c."end"', "code": "c.code_id", "speaker": SPEAKER}
_AFTER_ALL = 2**63 - 1


def columns(
    study: StudyFile,
    names: Sequence[str] = NAMES,
    narrow: CodingFilter = EVERY_CODING,
    codes: Collection[int] | None = None,
    between: tuple[int, int] | None = None,
) -> tuple[array[int], ...]:
    """Return columns of the living codings in living transcripts, in no order.

    `names` are of `NAMES`: `span` is start x 2³² + end; `speaker` is a speaker id, or the transcript's id below zero
    where nobody speaks. `codes` keeps only codings of these ids, `between` only those in transcripts from one id up
    to, not including, another.
    """
    more, values = conditions(narrow)
    if codes is not None:
        more += " AND c.code_id IN (SELECT value FROM json_each(:codes))"
        values["codes"] = json.dumps(list(codes))
    if between is not None:
        more += " AND c.transcript_id >= :first AND c.transcript_id < :after"
        values |= {"first": between[0], "after": between[1]}
    asked = ", ".join(_COLUMNS[name] for name in names)
    flat = _flat(study, f"SELECT {asked} FROM coding c WHERE {LIVING}{more}", values)
    return tuple(flat[at :: len(names)] for at in range(len(names)))


def _flat(study: StudyFile, sql: str, values: Any = ()) -> array[int]:
    def fetch(db: Connection) -> array[int]:
        cursor: Any = db.cursor()
        # Plain tuples: a million rows that know their names cost half as much again.
        cursor.row_factory = None
        return array("q", chain.from_iterable(cursor.execute(sql, values)))

    return study.ask(fetch)


def size(study: StudyFile) -> int:
    """Return how many living codings there are (those in transcripts taken out included)."""
    return int(study.value("SELECT count(*) FROM coding WHERE deleted = 0"))


def said(study: StudyFile, between: tuple[int, int] | None = None) -> tuple[array[int], array[int]]:
    """Return (code, speaker) of the codings that are not deleted, in no order: the quickest of all scans.

    Codings in transcripts taken out are among them, and a speaker that is not known is 0. `between` keeps only codes
    from one id up to, not including, another.
    """
    flat = _flat(
        study,
        "SELECT code_id, coalesce(speaker_id, 0) FROM coding INDEXED BY coding_speaker "
        "WHERE deleted = 0 AND code_id >= ? AND code_id < ?",
        between or (0, _AFTER_ALL),
    )
    return flat[::2], flat[1::2]


def parts(study: StudyFile, of: str = "transcript", most: int = 20_000) -> list[tuple[int, int]]:
    """Cut the ids of transcripts (or `code`s) into stretches (first, after the last) of about `most` codings."""
    column = "code_id" if of == "code" else "transcript_id"
    flat = _flat(study, f"SELECT {column}, count(*) FROM coding WHERE deleted = 0 GROUP BY {column} ORDER BY 1")
    found: list[tuple[int, int]] = []
    first, held = 0, 0
    for one, count in zip(flat[::2], flat[1::2], strict=True):
        if held and held + count > most:
            found.append((first, one))
            first, held = one, 0
        held += count
    return [*found, (first, _AFTER_ALL)] if held else found


def turn_starts(study: StudyFile, between: tuple[int, int] | None = None) -> tuple[array[int], array[int]]:
    """Return (transcript id, where it begins) of every turn of the living transcripts, rising."""
    flat = _flat(
        study,
        "SELECT t.id, u.start FROM transcript t CROSS JOIN turn u ON u.revision_id = t.revision_id "
        "WHERE t.deleted = 0 AND t.id >= ? AND t.id < ? ORDER BY t.id, u.start",
        between or (0, _AFTER_ALL),
    )
    return flat[::2], flat[1::2]


def heirs(study: StudyFile) -> dict[int, int]:
    """Return for every code that was merged into another the living code that took its codings over."""
    rows = study.rows("SELECT id, merged_into, deleted FROM code")
    into = {row["id"]: row["merged_into"] for row in rows if row["deleted"] and row["merged_into"] is not None}
    living = {row["id"] for row in rows if not row["deleted"]}
    found: dict[int, int] = {}
    for code_id in into:
        at, steps = code_id, 0
        while at in into and steps <= len(into):
            at, steps = into[at], steps + 1
        if at in living:
            found[code_id] = at
    return found


def code_ids(study: StudyFile) -> list[int]:
    """Return the ids of all codes, merged and removed ones too."""
    return [row["id"] for row in study.rows("SELECT id FROM code ORDER BY id")]


def transcript_names(study: StudyFile) -> list[tuple[int, str]]:
    """Return (id, name) of the living transcripts, by name, case aside."""
    rows = study.rows("SELECT id, name FROM transcript WHERE deleted = 0 ORDER BY name COLLATE NOCASE")
    return [(row["id"], row["name"]) for row in rows]


def speakers(study: StudyFile) -> list[tuple[int, int, int, bool]]:
    """Return (speaker id, transcript id, participant id or 0, is nobody else) of everyone in living transcripts.

    Nobody else are interviewers, and the speakers of what is no data.
    """
    rows = study.rows(
        "SELECT s.id, s.transcript_id, coalesce(p.id, 0) AS participant_id, "
        "s.role IN ('interviewer', 'not data') AS nobody "
        "FROM speaker s JOIN transcript t ON t.id = s.transcript_id AND t.deleted = 0 "
        "LEFT JOIN participant p ON p.id = s.participant_id AND p.deleted = 0"
    )
    return [(row["id"], row["transcript_id"], row["participant_id"], bool(row["nobody"])) for row in rows]
