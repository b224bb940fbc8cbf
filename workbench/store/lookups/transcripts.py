"""Transcripts, turns and what was done with them."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.store.unreadable import of_row
from workbench.study.text import squeeze_name
from workbench.study.transcripts import Role, Transcript, TranscriptCard, Turn

_CARDS = """
SELECT t.id, t.guid, t.name, t.format, t.words, t.length, t.reviewed,
  coalesce((SELECT group_concat(label, ', ') FROM (
    SELECT DISTINCT p.label FROM speaker s JOIN participant p ON p.id = s.participant_id AND p.deleted = 0
    WHERE s.transcript_id = t.id AND s.deleted = 0)), '') AS participant,
  coalesce((SELECT max(number) FROM turn u WHERE u.revision_id = t.revision_id), 0) AS turns,
  (SELECT count(*) FROM coding c WHERE c.transcript_id = t.id AND c.deleted = 0) AS codings,
  (SELECT count(*) FROM quote q JOIN coding c ON c.id = q.coding_id
    WHERE c.transcript_id = t.id AND q.deleted = 0 AND c.deleted = 0) AS quotes,
  EXISTS (SELECT 1 FROM reading r WHERE r.transcript_id = t.id AND r.coder_id = ? AND r.deleted = 0
    AND r.finished <> '') AS been_read
FROM transcript t WHERE t.deleted = 0 ORDER BY t.name
"""


_TURNS = 'SELECT speaker_id, number, start, "end", begin_ms, end_ms FROM turn WHERE revision_id = ? ORDER BY number'
_ROLES = {role.value: role for role in Role}


def cards(study: StudyFile) -> list[TranscriptCard]:
    """Return one card a transcript, by name; `read` is the current coder's."""
    return [
        TranscriptCard(
            row["id"], row["guid"], row["name"], row["participant"], row["format"], row["words"], row["turns"],
            row["length"], row["codings"], row["quotes"], bool(row["been_read"]), bool(row["reviewed"]),
        )
        for row in study.rows(_CARDS, (study.coder_id,))
    ]  # fmt: skip


def load(study: StudyFile, transcript_id: int) -> Transcript:
    """Return a transcript with its text and turns; raise StudyError when it is gone."""
    found = study.rows(
        "SELECT t.id, t.guid, t.name, t.revision_id, x.body FROM transcript t "
        "JOIN transcript_text x ON x.revision_id = t.revision_id WHERE t.id = ? AND t.deleted = 0",
        (transcript_id,),
    )
    if not found:
        raise StudyError("This transcript is no longer in the study.")
    row = found[0]
    speakers = {
        one["id"]: turn_of(one)
        for one in study.rows(
            "SELECT 1, 0, 0, label, role, participant_id, NULL, NULL, id FROM speaker WHERE transcript_id = ?",
            (transcript_id,),
        )
    }
    return Transcript(row["id"], row["guid"], row["name"], row["body"], _turns(study, row["revision_id"], speakers))


def _turns(study: StudyFile, revision_id: int, speakers: Mapping[int, Turn]) -> tuple[Turn, ...]:
    """Return the turns of a text; a turn of one of `speakers` shares what that one says of its speaker."""

    def read(db: Any) -> Iterator[Turn]:
        for speaker_id, number, start, end, begin_ms, end_ms in db.execute(_TURNS, (revision_id,)):
            if (one := speakers.get(speaker_id)) is not None:
                yield Turn(
                    number, start, end, one.speaker, one.role, one.participant_id, begin_ms, end_ms, one.speaker_id
                )

    # One by one: fifty thousand rows at once would take more memory than the turns.
    return study.ask(lambda db: tuple(read(db)))


@of_row("speaker")
def turn_of(row: Any) -> Turn:
    """Return a turn: number, start, end, the speaker's label, role, participant, times, and id at last."""
    number, start, end, speaker, role, *more = row
    return Turn(number, start, end, speaker, _ROLES[role], *more)


def name_of(study: StudyFile, transcript_id: int) -> str:
    """Return a transcript's name; raise StudyError when it is gone."""
    found = study.live("transcript", id=transcript_id)
    if not found:
        raise StudyError("This transcript is no longer in the study.")
    return str(found[0]["name"])


def turn_number(study: StudyFile, transcript_id: int, offset: int) -> int:
    """Return the number of the turn that holds `offset` (the line end after a turn belongs to it), or 1."""
    found = study.value(
        "SELECT max(u.number) FROM transcript t JOIN turn u ON u.revision_id = t.revision_id "
        "WHERE t.id = ? AND u.start <= ?",
        (transcript_id, offset),
    )
    return int(found or 1)


def named(study: StudyFile, name: str) -> int:
    """Return the id of the transcript called `name`, or of the only one of participant `name`, case aside.

    Raises:
        StudyError: none or several are meant.
    """
    name = _spelled(study, name)
    found = study.value("SELECT id FROM transcript WHERE name = ? COLLATE NOCASE AND deleted = 0", (name,))
    if found is not None:
        return int(found)
    of_person = study.rows(
        "SELECT DISTINCT t.id, t.name FROM transcript t JOIN speaker s ON s.transcript_id = t.id AND s.deleted = 0 "
        "JOIN participant p ON p.id = s.participant_id AND p.deleted = 0 "
        "WHERE t.deleted = 0 AND p.label = ? COLLATE NOCASE ORDER BY t.name",
        (name,),
    )
    if len(of_person) == 1:
        return int(of_person[0]["id"])
    if of_person:
        names = ", ".join(row["name"] for row in of_person)
        raise StudyError(f"{name} speaks in several transcripts ({names}); name one of them.")
    raise StudyError(f"There is no transcript «{name}»; see `workbench transcripts`.")


_LABELS = "SELECT name FROM transcript WHERE deleted = 0 UNION ALL SELECT label FROM participant WHERE deleted = 0"


def _spelled(study: StudyFile, name: str) -> str:
    """Return a transcript's or participant's name as the study spells it; SQLite takes Å and å for two letters."""
    wanted = squeeze_name(name).casefold()
    return next((row["name"] for row in study.rows(_LABELS) if row["name"].casefold() == wanted), name)


def is_named(study: StudyFile, name: str) -> bool:
    """Tell whether a transcript has that name, case aside."""
    return bool(study.value("SELECT 1 FROM transcript WHERE name = ? COLLATE NOCASE AND deleted = 0", (name,)))


def by_hash(study: StudyFile, sha256: str) -> str | None:
    """Return the name of the transcript made from a file with this content, or None."""
    found = study.value("SELECT name FROM transcript WHERE sha256 = ? AND deleted = 0", (sha256,))
    return None if found is None else str(found)


def hashes_after(study: StudyFile, transcript_id: int, limit: int) -> list[tuple[int, str]]:
    """Return (id, hash of the file it was made from) of at most `limit` transcripts with greater ids, by id."""
    rows = study.rows(
        "SELECT id, sha256 FROM transcript WHERE deleted = 0 AND id > ? ORDER BY id LIMIT ?", (transcript_id, limit)
    )
    return [(row["id"], row["sha256"]) for row in rows]


def each_text(study: StudyFile) -> Iterator[tuple[int, str, str, int]]:
    """Yield (id, name, text, how many there are) of every transcript, by name, one read at a time."""
    named = study.rows("SELECT id, name FROM transcript WHERE deleted = 0 ORDER BY name")
    for row in named:
        body = study.value(
            "SELECT x.body FROM transcript t JOIN transcript_text x ON x.revision_id = t.revision_id "
            "WHERE t.id = ? AND t.deleted = 0",
            (row["id"],),
        )
        # It may have been removed since.
        if body is not None:
            yield row["id"], row["name"], str(body), len(named)


def texts(study: StudyFile) -> list[tuple[int, str, str]]:
    """Return (id, name, text) of every transcript, by name."""
    return [
        (row["id"], row["name"], row["body"])
        for row in study.rows(
            "SELECT t.id, t.name, x.body FROM transcript t JOIN transcript_text x ON x.revision_id = t.revision_id "
            "WHERE t.deleted = 0 ORDER BY t.name"
        )
    ]
