"""What participants say in a transcript, and which stretches of it are coded."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.store.lookups.narrowed import conditions
from workbench.store.study_file import StudyFile
from workbench.study.coding_filter import EVERY_CODING, CodingFilter


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text, its turns that participants say (number, start, end), and codings (start, end).

    An interviewer's turns, another's, and those that are no data are left out.
    """

    transcript_id: int
    name: str
    text: str
    turns: tuple[tuple[int, int, int], ...]
    codings: tuple[tuple[int, int], ...]


_TELLS = "s.role <> 'not data' AND (s.role IN ('participant', 'unknown') OR s.participant_id IS NOT NULL)"
_TURNS = f"""
SELECT u.number, u.start, u."end" FROM turn u JOIN speaker s ON s.id = u.speaker_id
WHERE u.revision_id = ? AND {_TELLS} ORDER BY u.start
"""


def tellers(study: StudyFile, transcript_id: int) -> frozenset[int]:
    """Return the ids of the speakers of a transcript whose words are a participant's (see `Spoken`)."""
    rows = study.rows(f"SELECT s.id FROM speaker s WHERE s.transcript_id = ? AND {_TELLS}", (transcript_id,))
    return frozenset(row[0] for row in rows)


def spoken(study: StudyFile, transcript_id: int, narrow: CodingFilter = EVERY_CODING) -> Spoken | None:
    """Return what participants say in a living transcript, with the codings that fit; None when it is gone."""
    found = study.rows(
        "SELECT t.name, t.revision_id, x.body FROM transcript t "
        "JOIN transcript_text x ON x.revision_id = t.revision_id WHERE t.id = ? AND t.deleted = 0",
        (transcript_id,),
    )
    if not found:
        return None
    more, values = conditions(narrow)
    codings = study.rows(
        f'SELECT c.start, c."end" FROM coding c WHERE c.transcript_id = :id AND c.deleted = 0{more} '
        'ORDER BY c.start, c."end"',
        values | {"id": transcript_id},
    )
    turns = study.rows(_TURNS, (found[0]["revision_id"],))
    return Spoken(
        transcript_id, found[0]["name"], found[0]["body"],
        tuple((row[0], row[1], row[2]) for row in turns), tuple((row[0], row[1]) for row in codings),
    )  # fmt: skip
