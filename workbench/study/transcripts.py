"""A transcript and its turns."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.errors import StudyError
from workbench.study.spans import Span


class Role(StrEnum):
    """Who speaks in a turn; nobody in what is not data (a title, a footnote, a note of the transcriber's)."""

    INTERVIEWER = "interviewer"
    PARTICIPANT = "participant"
    OTHER = "other"
    UNKNOWN = "unknown"
    NOT_DATA = "not data"

    @property
    def answers(self) -> bool:
        """Whether what is said so is counted as told: not an interviewer's words, and not what is no data."""
        return self not in (Role.INTERVIEWER, Role.NOT_DATA)


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's uninterrupted words; `number` is 1-based, times are milliseconds."""

    number: int
    start: int
    end: int
    speaker: str
    role: Role
    participant_id: int | None = None
    begin_ms: int | None = None
    end_ms: int | None = None
    speaker_id: int | None = None


def check_span(name: str, length: int, span: Span, words: str) -> None:
    """Raise StudyError unless `span` lies inside a text of `length` characters and its `words` can be seen."""
    if span.end > length:
        raise StudyError(f"The passage {span.start}–{span.end} lies outside {name} ({length} characters).")
    if not words.strip():
        raise StudyError(f"The passage in {name} holds only blanks; select some words.")


def main_speaker(turns: Iterable[Turn], span: Span) -> int | None:
    """Return who says most of a passage (a speaker id).

    An interviewer only where nobody else says a word of it, and what is no data only where nobody speaks at all.
    """
    said: dict[int | None, tuple[int, int]] = {}
    for turn in turns:
        size = min(turn.end, span.end) - max(turn.start, span.start)
        if size > 0:
            rank = turn.role.answers + (turn.role is not Role.NOT_DATA)
            said[turn.speaker_id] = (rank, said.get(turn.speaker_id, (0, 0))[1] + size)
    return max(said, key=lambda one: said[one], default=None)


@dataclass(frozen=True, slots=True)
class TranscriptCard:
    """What lists show of a transcript, without its text."""

    id: int
    guid: str
    name: str
    participant: str
    format: str
    words: int
    turns: int
    length: int
    codings: int = 0
    quotes: int = 0
    read: bool = False
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Transcript:
    """An immutable NFC text cut into turns; turns are in order and do not overlap."""

    id: int
    guid: str
    name: str
    text: str
    turns: tuple[Turn, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(turn.start for turn in self.turns))

    def turn_at(self, offset: int) -> Turn:
        """Return the turn that holds `offset` (the line end after a turn belongs to it)."""
        if not self.turns:
            raise StudyError(f"{self.name} has no turns.")
        return self.turns[max(0, bisect_right(self._starts, offset) - 1)]

    def turns_of(self, span: Span) -> tuple[Turn, ...]:
        """Return the turns that `span` touches, in order."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = max(0, bisect_right(self._starts, span.end - 1) - 1)
        return self.turns[first : last + 1]

    def main_speaker(self, span: Span) -> int | None:
        """Return the id of who says most of a passage (see `main_speaker` of this module)."""
        return main_speaker(self.turns_of(span), span)

    def check(self, span: Span) -> None:
        """Raise StudyError unless `span` lies inside the text and holds a visible character."""
        check_span(self.name, len(self.text), span, span.cut(self.text))

    def find(self, words: str, turn_number: int | None = None) -> Span:
        """Return the span of `words`, which must occur exactly once (in the turn, when given).

        Raises:
            StudyError: the turn does not exist, or the words occur never or more than once.
        """
        low, high, place = 0, len(self.text), self.name
        if turn_number is not None:
            if not 1 <= turn_number <= len(self.turns):
                raise StudyError(f"{self.name} has no turn {turn_number}; it has turns 1–{len(self.turns)}.")
            turn = self.turns[turn_number - 1]
            low, high, place = turn.start, turn.end, f"{self.name} turn {turn_number}"
        at = self.text.find(words, low, high) if words else -1
        if at < 0:
            raise StudyError(f"The words «{words[:60]}» are not in {place}; quote them exactly as written.")
        if self.text.find(words, at + 1, high) >= 0:
            raise StudyError(f"The words «{words[:60]}» occur more than once in {place}; quote a longer stretch.")
        return Span(at, at + len(words))


def clock(milliseconds: int) -> str:
    """Return a time as `12:31`, or `1:02:31` from one hour on."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes:02d}:{seconds:02d}"
