"""Where a passage stands, as it is cited: whose words, turns, lines and time."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.study.new_transcripts import Mark, MarkKind
from workbench.study.repair_view import line_at, line_ends
from workbench.study.spans import Span
from workbench.study.transcripts import Transcript


@dataclass(frozen=True, slots=True)
class Citation:
    """A place: transcript and participant (may be empty), first and last turn and line (1-based), when it begins (ms).

    Lines are those of the transcript's text as the study keeps it.
    """

    transcript: str
    participant: str
    turn: int
    last_turn: int
    line: int
    last_line: int
    begin_ms: int | None

    @property
    def who(self) -> str:
        """The participant, with the transcript where it is called otherwise; such as `P07 (intervju 3)`."""
        if self.participant and self.participant != self.transcript:
            return f"{self.participant} ({self.transcript})"
        return self.transcript


class Citing:
    """Tells of the places of one transcript where they stand."""

    def __init__(self, transcript: Transcript, marks: Iterable[Mark] = (), people: Mapping[int, str] | None = None):
        """Take a transcript, the marks within it, and the labels of participants by id."""
        self._transcript = transcript
        self._people = people or {}
        self._ends = line_ends(transcript.text)
        times = [(mark.start, mark.value) for mark in marks if mark.kind is MarkKind.TIME]
        self._moments = [start for start, _ in times]
        self._times = [value for _, value in times]

    def at(self, span: Span) -> Citation:
        """Return where a passage stands; the time is that of the nearest mark before it in its turn, else the turn's.

        Raises:
            StudyError: the transcript has no turns.
        """
        turn, last = self._transcript.turn_at(span.start), self._transcript.turn_at(span.end - 1)
        near = bisect_right(self._moments, span.start) - 1
        inside = near >= 0 and self._moments[near] >= turn.start
        begin = self._times[near] if inside else turn.begin_ms
        person = self._people.get(turn.participant_id or 0, "")
        line, last_line = (line_at(self._ends, place) for place in (span.start, span.end - 1))
        return Citation(self._transcript.name, person, turn.number, last.number, line, last_line, begin)
