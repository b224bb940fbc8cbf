"""One passage of a transcript, read without the rest of it."""

from dataclasses import dataclass

from workbench.errors import StudyError
from workbench.store.lookups.transcripts import turn_of
from workbench.store.study_file import StudyFile
from workbench.study.spans import Span
from workbench.study.text import words_hash
from workbench.study.transcripts import check_span, main_speaker


@dataclass(frozen=True, slots=True)
class Place:
    """A passage: its transcript (id, name, present revision), words, the turn it begins in, who says most of it."""

    transcript_id: int
    transcript: str
    revision_id: int
    span: Span
    words: str
    turn: int
    speaker_id: int | None

    @property
    def columns(self) -> dict[str, int | None]:
        """What a coding of the passage keeps beside its borders."""
        return {
            "revision_id": self.revision_id, "turn": self.turn, "speaker_id": self.speaker_id,
            "words_hash": words_hash(self.words),
        }  # fmt: skip


_TEXT = """
SELECT t.name, t.length, t.revision_id, substr(x.body, ? + 1, ?) AS words
FROM transcript t JOIN transcript_text x ON x.revision_id = t.revision_id WHERE t.id = ? AND t.deleted = 0
"""
_TURNS = """
SELECT u.number, u.start, u."end", s.label, s.role, s.participant_id, u.begin_ms, u.end_ms, s.id
FROM turn u JOIN speaker s ON s.id = u.speaker_id
WHERE u.revision_id = :revision AND u.start < :end AND u.start >= coalesce(
  (SELECT max(v.start) FROM turn v WHERE v.revision_id = :revision AND v.start <= :start), 0)
ORDER BY u.start
"""


def place(study: StudyFile, transcript_id: int, span: Span) -> Place:
    """Return a passage of a transcript.

    Raises:
        StudyError: the transcript is gone, or the passage is outside it or blank.
    """
    found = study.rows(_TEXT, (span.start, len(span), transcript_id))
    if not found:
        raise StudyError("This transcript is no longer in the study.")
    row = found[0]
    check_span(row["name"], row["length"], span, row["words"])
    rows = study.rows(_TURNS, {"revision": row["revision_id"], "start": span.start, "end": span.end})
    turns = [turn_of(row) for row in rows]
    number = turns[0].number if turns else 0
    return Place(transcript_id, row["name"], row["revision_id"], span, row["words"], number, main_speaker(turns, span))
