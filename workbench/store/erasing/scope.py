"""Which people, transcripts and turns of a study file are those of the person who is erased."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from workbench.store.engine import Connection
from workbench.store.erasing.known import Known
from workbench.store.erasing.scrub import MARK
from workbench.store.erasing.sql import chosen, ids_of
from workbench.study.search_words import indexed, words
from workbench.study.spans import Span
from workbench.study.text import words_hash
from workbench.study.transcripts import Role, Turn, main_speaker

_LIKE = 0.5
_PROBES = 24


@dataclass(frozen=True, slots=True)
class GroupText:
    """A revision of a transcript in which others speak too; `body` and `turns` as stored, `theirs` their turns."""

    transcript_id: int
    revision_id: int
    current: bool
    body: str
    turns: tuple[Turn, ...]
    keys: tuple[int, ...]
    theirs: frozenset[int]

    def shares(self, start: int, end: int) -> tuple[int, int]:
        """Return how many characters of a passage the person says, and how many other interviewees say."""
        theirs = others = 0
        for turn in self.turns:
            size = min(turn.end, end) - max(turn.start, start)
            if size > 0 and turn.speaker_id in self.theirs:
                theirs += size
            elif size > 0 and turn.role.answers:
                others += size
        return theirs, others

    def touches(self, start: int, end: int) -> bool:
        """Tell whether the person says a word of a passage."""
        return self.shares(start, end)[0] > 0

    def mostly_theirs(self, start: int, end: int) -> bool:
        """Tell whether the person says more of a passage than all other interviewees together."""
        theirs, others = self.shares(start, end)
        return theirs > others

    def columns(self, start: int, end: int, neutral: str) -> dict[str, int | None]:
        """Return what a coding of the passage keeps of it once their words are gone from the text."""
        span = Span(start, end)
        others = [turn for turn in self.turns if turn.speaker_id not in self.theirs]
        speaker = main_speaker(others, span) or main_speaker(self.turns, span)
        return {"speaker_id": speaker, "words_hash": words_hash(span.cut(neutral))}


@dataclass(slots=True)
class Scope:
    """Rows by their ids: `people`, their `speakers`, transcripts that go `whole`, and texts of `groups`."""

    people: set[int] = field(default_factory=set[int])
    speakers: set[int] = field(default_factory=set[int])
    whole: set[int] = field(default_factory=set[int])
    groups: list[GroupText] = field(default_factory=list[GroupText])
    alike: set[int] = field(default_factory=set[int])

    @property
    def shared(self) -> set[int]:
        """The transcripts that stay without their words."""
        return {one.transcript_id for one in self.groups}


def find(connection: Connection, known: Known) -> Scope:
    """Return what is the person's in a study file of the present format."""
    scope = Scope(people=_people(connection, known))
    scope.speakers = ids_of(connection, "SELECT id FROM speaker WHERE participant_id IN", scope.people)
    of_theirs = ids_of(connection, "SELECT transcript_id FROM speaker WHERE id IN", scope.speakers)
    shared = {one for one in of_theirs if _others_speak(connection, one, scope.speakers)}
    scope.whole = (of_theirs - shared) | _same_files(connection, known.files) - shared
    alike = _alike(connection, known.samples, scope.whole | shared)
    removed = ids_of(connection, "SELECT id FROM transcript WHERE deleted = 1 AND id IN", alike)
    scope.whole |= removed
    scope.alike = alike - removed
    for transcript_id in sorted(shared):
        scope.groups += _group_texts(connection, transcript_id, scope.speakers)
    return scope


def _people(connection: Connection, known: Known) -> set[int]:
    rows = connection.execute("SELECT id, guid, label FROM participant").fetchall()
    labels = set(known.labels)
    return {
        row["id"]
        for row in rows
        if row["id"] in known.ids
        or row["guid"] in known.guids
        or (row["id"] not in known.others and row["label"].casefold() in labels)
    }


def _others_speak(connection: Connection, transcript_id: int, theirs: set[int]) -> bool:
    """Tell whether somebody but the person and interviewers has turns in a transcript.

    Turns without a label are nobody's; so are those of people erased before, in whose place signs stand.
    """
    rows = connection.execute(
        "SELECT id, label, role, participant_id FROM speaker WHERE transcript_id = ? "
        "AND EXISTS (SELECT 1 FROM turn u JOIN revision r ON r.id = u.revision_id "
        "WHERE r.transcript_id = speaker.transcript_id AND u.speaker_id = speaker.id)",
        (transcript_id,),
    ).fetchall()
    return any(
        row["id"] not in theirs
        and row["role"] not in (Role.INTERVIEWER.value, Role.NOT_DATA.value)
        and not (row["participant_id"] is None and row["role"] == Role.UNKNOWN.value and not words(row["label"]))
        and not (row["label"] == MARK and _silent(connection, row["id"]))
        for row in rows
    )


def _silent(connection: Connection, speaker_id: int) -> bool:
    rows = connection.execute(
        'SELECT substr(x.body, u.start + 1, u."end" - u.start) FROM turn u '
        "JOIN transcript_text x ON x.revision_id = u.revision_id WHERE u.speaker_id = ?",
        (speaker_id,),
    ).fetchall()
    return not any(words(row[0]) for row in rows)


def _same_files(connection: Connection, hashes: set[str]) -> set[int]:
    if not hashes:
        return set()
    return chosen(connection, "SELECT id FROM transcript WHERE sha256 IN", sorted(hashes))


def _alike(connection: Connection, samples: Sequence[str], theirs: set[int]) -> set[int]:
    """Return other transcripts that hold at least half of a sample of their words: the same interview twice."""
    step = max(1, len(samples) // _PROBES)
    probes = [found for found in (indexed(one) for one in samples[::step][:_PROBES]) if found.count(" ") > 2]
    hits: dict[int, int] = {}
    for probe in probes:
        rows = connection.execute(
            "SELECT DISTINCT r.transcript_id FROM turn u JOIN revision r ON r.id = u.revision_id "
            "WHERE u.id IN (SELECT rowid FROM turn_words WHERE turn_words MATCH ?)",
            (f'"{probe}"',),
        ).fetchall()
        for row in rows:
            hits[row[0]] = hits.get(row[0], 0) + 1
    return {one for one, count in hits.items() if one not in theirs and count >= max(2, _LIKE * len(probes))}


def _group_texts(connection: Connection, transcript_id: int, speakers: set[int]) -> Iterable[GroupText]:
    rows = connection.execute(
        "SELECT x.revision_id, x.body, t.revision_id = x.revision_id AS current FROM revision r "
        "JOIN transcript_text x ON x.revision_id = r.id JOIN transcript t ON t.id = r.transcript_id "
        "WHERE r.transcript_id = ? ORDER BY r.number",
        (transcript_id,),
    ).fetchall()
    for row in rows:
        turns = connection.execute(
            'SELECT u.id, u.number, u.start, u."end", s.label, s.role, s.participant_id, s.id AS speaker '
            "FROM turn u JOIN speaker s ON s.id = u.speaker_id WHERE u.revision_id = ? ORDER BY u.number",
            (row["revision_id"],),
        ).fetchall()
        yield GroupText(
            transcript_id, row["revision_id"], bool(row["current"]), row["body"],
            tuple(Turn(one["number"], one["start"], one["end"], one["label"], Role(one["role"]), one["participant_id"],
                       speaker_id=one["speaker"]) for one in turns),
            tuple(one["id"] for one in turns), frozenset(speakers),
        )  # fmt: skip
