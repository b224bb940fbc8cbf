"""What a person's card shows besides attributes: where they speak, and what is quoted of them."""

from dataclasses import dataclass

from workbench.store.study_file import StudyFile


@dataclass(frozen=True, slots=True)
class Appearance:
    """A transcript in which a participant speaks: its id and name, and their turns and characters in it."""

    transcript_id: int
    transcript: str
    turns: int
    characters: int


@dataclass(frozen=True, slots=True)
class Picked:
    """A quote picked from a participant: its words as spoken, transcript, turn, and theme (may be empty)."""

    words: str
    transcript: str
    turn: int
    theme: str


def appearances(study: StudyFile, participant_id: int) -> list[Appearance]:
    """Return the transcripts a participant speaks in, by name."""
    rows = study.rows(
        'SELECT t.id, t.name, count(*) AS turns, sum(u."end" - u.start) AS size '
        "FROM speaker s JOIN transcript t ON t.id = s.transcript_id AND t.deleted = 0 "
        "JOIN turn u ON u.revision_id = t.revision_id AND u.speaker_id = s.id "
        "WHERE s.participant_id = ? GROUP BY t.id ORDER BY t.name",
        (participant_id,),
    )
    return [Appearance(row["id"], row["name"], row["turns"], row["size"]) for row in rows]


def quoted(study: StudyFile, participant_id: int) -> list[Picked]:
    """Return the quotes picked from a participant's turns, by transcript and place."""
    rows = study.rows(
        'SELECT substr(x.body, c.start + 1, c."end" - c.start) AS words, t.name, c.turn, '
        "coalesce(theme.name, '') AS theme FROM quote q "
        "JOIN coding c ON c.id = q.coding_id AND c.deleted = 0 "
        "JOIN transcript t ON t.id = c.transcript_id AND t.deleted = 0 "
        "JOIN transcript_text x ON x.revision_id = t.revision_id JOIN speaker s ON s.id = c.speaker_id "
        "LEFT JOIN theme ON theme.id = q.theme_id AND theme.deleted = 0 "
        "WHERE q.deleted = 0 AND s.participant_id = ? ORDER BY t.name, c.start",
        (participant_id,),
    )
    return [Picked(row["words"], row["name"], row["turn"], row["theme"]) for row in rows]


def speaking(study: StudyFile) -> set[int]:
    """Return the ids of the participants who speak in a transcript of the study."""
    rows = study.rows(
        "SELECT DISTINCT s.participant_id AS id FROM speaker s JOIN transcript t ON t.id = s.transcript_id "
        "AND t.deleted = 0 WHERE s.participant_id IS NOT NULL AND s.deleted = 0"
    )
    return {row["id"] for row in rows}


def quotes_held_back(study: StudyFile) -> dict[int, int]:
    """Return how many picked quotes each participant is heard in who withdrew or said no to being quoted."""
    rows = study.rows(
        "SELECT p.id, count(DISTINCT q.id) AS quotes FROM participant p "
        "JOIN speaker s ON s.participant_id = p.id AND s.deleted = 0 "
        "JOIN transcript t ON t.id = s.transcript_id AND t.deleted = 0 "
        "JOIN coding c ON c.transcript_id = t.id AND c.deleted = 0 "
        "JOIN quote q ON q.coding_id = c.id AND q.deleted = 0 "
        'JOIN turn u ON u.revision_id = t.revision_id AND u.speaker_id = s.id AND u.start < c."end" '
        'AND u."end" > c.start '
        "WHERE p.deleted = 0 AND (p.withdrawn <> '' OR EXISTS (SELECT 1 FROM consent o WHERE o.participant_id = p.id "
        "AND o.deleted = 0 AND o.scope = 'quote' AND o.answer = 'no')) GROUP BY p.id"
    )
    return {row["id"]: row["quotes"] for row in rows}
