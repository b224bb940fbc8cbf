"""What was carried over into a new text, and what of it still waits for a person."""

from dataclasses import dataclass
from typing import Any

from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.store.unreadable import of_row
from workbench.study.carrying import Outcome
from workbench.study.spans import Span

OPEN, SETTLED, FOLLOWS = "open", "settled", "follows"


@dataclass(frozen=True, slots=True)
class CarriedThing:
    """A coding, memo or edit of a quote after its text was replaced: what it stood on, and where it stands now.

    `code` is the code of a coding, the text of a memo. `span` is None when nothing of it was found; `gone` says
    that the thing itself was taken away until it has a place again.
    """

    id: int
    transcript_id: int
    transcript: str
    about: str
    about_id: int
    code: str
    outcome: Outcome
    is_open: bool
    revision_id: int
    old_revision_id: int
    old: Span
    old_words: str
    old_turn: int
    old_speaker: str
    span: Span | None
    words: str
    turn: int
    speaker: str
    gone: bool

    def as_json(self) -> dict[str, Any]:
        """Return plain values for a table or a program."""
        return {
            "id": self.id, "transcript": self.transcript, "about": self.about, "code": self.code,
            "outcome": self.outcome.value, "waiting": self.is_open, "old_words": self.old_words,
            "old_turn": self.old_turn, "old_speaker": self.old_speaker, "words": self.words, "turn": self.turn,
            "speaker": self.speaker, "start": self.span.start if self.span else None,
            "end": self.span.end if self.span else None,
        }  # fmt: skip


_CARRIED = """
SELECT k.*, t.name AS transcript, t.revision_id AS present,
  substr(o.body, k.old_start + 1, k.old_end - k.old_start) AS old_words,
  CASE k.about WHEN 'coding' THEN c.start WHEN 'memo' THEN m.start END AS start,
  CASE k.about WHEN 'coding' THEN c."end" WHEN 'memo' THEN m."end" END AS "end",
  CASE k.about WHEN 'coding' THEN d.name WHEN 'memo' THEN m.text ELSE '' END AS code,
  CASE k.about WHEN 'coding' THEN c.deleted ELSE 0 END AS gone
FROM carried k JOIN transcript t ON t.id = k.transcript_id AND t.deleted = 0
LEFT JOIN transcript_text o ON o.revision_id = k.old_revision_id
LEFT JOIN coding c ON k.about = 'coding' AND c.id = k.about_id
LEFT JOIN code d ON d.id = c.code_id
LEFT JOIN memo m ON k.about = 'memo' AND m.id = k.about_id
WHERE k.deleted = 0 AND k.state <> 'follows' AND {0}
ORDER BY t.name, k.old_start, k.old_end, k.id
"""
_TURN = """
SELECT u.number, s.label FROM turn u JOIN speaker s ON s.id = u.speaker_id
WHERE u.revision_id = ? AND u.start <= ? ORDER BY u.start DESC LIMIT 1
"""


def carried(study: StudyFile, transcript_id: int | None = None, *, all_of_them: bool = False) -> list[CarriedThing]:
    """Return what waits for a person (or everything not exact, settled too), by transcript and old place."""
    where, values = ["1 = 1"] if all_of_them else ["k.state = 'open'"], list[int]()
    if transcript_id is not None:
        where.append("k.transcript_id = ?")
        values.append(transcript_id)
    return [_thing(study, row) for row in study.rows(_CARRIED.format(" AND ".join(where)), values)]


def get(study: StudyFile, carried_id: int) -> CarriedThing:
    """Return one; raise StudyError when it is gone."""
    found = study.rows(_CARRIED.format("k.id = ?"), (carried_id,))
    if not found:
        raise StudyError("This passage no longer waits; see `workbench carried list`.")
    return _thing(study, found[0])


def waiting(study: StudyFile) -> int:
    """Return how many wait for a person."""
    return int(
        study.value(
            "SELECT count(*) FROM carried k JOIN transcript t ON t.id = k.transcript_id AND t.deleted = 0 "
            "WHERE k.deleted = 0 AND k.state = 'open'"
        )
    )


def _thing(study: StudyFile, row: Any) -> CarriedThing:
    old_turn, old_speaker = _turn(study, row["old_revision_id"], row["old_start"])
    span = None if row["gone"] or row["start"] is None else Span(row["start"], row["end"])
    turn, speaker = _turn(study, row["present"], span.start) if span else (0, "")
    return _made(row, span, (old_turn, old_speaker, _words(study, row["present"], span), turn, speaker))


@of_row("carried")
def _made(row: Any, span: Span | None, seen: tuple[int, str, str, int, str]) -> CarriedThing:
    old_turn, old_speaker, words, turn, speaker = seen
    return CarriedThing(
        row["id"], row["transcript_id"], row["transcript"], row["about"], row["about_id"], row["code"] or "",
        Outcome(row["outcome"]), row["state"] == OPEN, row["revision_id"], row["old_revision_id"],
        Span(row["old_start"], row["old_end"]), row["old_words"] or "", old_turn, old_speaker, span, words, turn,
        speaker, bool(row["gone"]),
    )  # fmt: skip


def _words(study: StudyFile, revision_id: int, span: Span | None) -> str:
    if span is None:
        return ""
    sql = "SELECT substr(body, ? + 1, ?) FROM transcript_text WHERE revision_id = ?"
    return str(study.value(sql, (span.start, len(span), revision_id)) or "")


def _turn(study: StudyFile, revision_id: int, offset: int) -> tuple[int, str]:
    found = study.rows(_TURN, (revision_id, offset))
    return (found[0][0], found[0][1]) if found else (0, "")


def text_of(study: StudyFile, revision_id: int) -> str:
    """Return the text of a revision, past or present."""
    return str(study.value("SELECT body FROM transcript_text WHERE revision_id = ?", (revision_id,)) or "")


def lost_with(study: StudyFile, coding_id: int, revision_id: int) -> list[tuple[int, int]]:
    """Return (carried id, quote id) of the quotes that went with a coding when that revision was made."""
    sql = (
        "SELECT k.id, k.about_id FROM carried k JOIN quote q ON q.id = k.about_id WHERE k.about = 'quote' "
        "AND k.deleted = 0 AND k.state = 'follows' AND q.coding_id = ? AND k.revision_id = ?"
    )
    return [(row[0], row[1]) for row in study.rows(sql, (coding_id, revision_id))]


def is_coded_so(study: StudyFile, coding_id: int, span: Span) -> bool:
    """Tell whether another coding by the same coder puts the same code on exactly these words."""
    sql = (
        "SELECT 1 FROM coding c JOIN coding d ON d.transcript_id = c.transcript_id AND d.code_id = c.code_id "
        'AND d.coder_id = c.coder_id AND d.id <> c.id AND d.deleted = 0 AND d.start = ? AND d."end" = ? WHERE c.id = ?'
    )
    return bool(study.value(sql, (span.start, span.end, coding_id)))
