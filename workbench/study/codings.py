"""Codings: a coder's judgement that a passage speaks to a code."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.errors import StudyError
from workbench.study.spans import Span


class Origin(StrEnum):
    """How a coding came about."""

    HAND = "hand"
    IN_VIVO = "in vivo"
    SUGGESTED = "suggested"
    IMPORTED = "imported"
    SEARCH = "search"


class Level(StrEnum):
    """Braun & Clarke's level of a code's meaning; unset is a value of its own."""

    UNSET = ""
    SEMANTIC = "semantic"
    LATENT = "latent"


class Stance(StrEnum):
    """How a passage stands to what the code says; unset is a value of its own."""

    UNSET = ""
    SUPPORTS = "supports"
    QUALIFIES = "qualifies"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Marks:
    """What a coder says of a coding beside its code: level, stance, whether it is certain, whether important."""

    level: Level = Level.UNSET
    stance: Stance = Stance.UNSET
    certain: bool = True
    important: bool = False


PLAIN = Marks()
MOST_ROUNDS = 99


def check_round(text: str) -> int:
    """Return the number of a round of coding as typed; raise StudyError when it is none."""
    if not (text.isascii() and text.isdecimal() and len(text) < 9 and 1 <= int(text) <= MOST_ROUNDS):
        raise StudyError(f"A round of coding is a whole number from 1 to {MOST_ROUNDS}, not «{text}».")
    return int(text)


@dataclass(frozen=True, slots=True)
class Coding:
    """One code on one passage by one coder; `created` is ISO 8601 in UTC, `round` counts from 1."""

    id: int
    guid: str
    transcript_id: int
    span: Span
    code_id: int
    coder_id: int
    origin: Origin
    created: str
    level: Level = Level.UNSET
    memo: str = ""
    stance: Stance = Stance.UNSET
    round: int = 1
    certain: bool = True
    important: bool = False


@dataclass(frozen=True, slots=True)
class Coder:
    """A person who codes."""

    id: int
    guid: str
    name: str


@dataclass(frozen=True, slots=True)
class CodedPassage:
    """A coding with what lists show of it: words, code, reference."""

    coding: Coding
    words: str
    code: str
    coder: str
    transcript: str
    participant: str
    turn: int
    begin_ms: int | None
    before: str = ""
    after: str = ""
    quote_id: int | None = None
