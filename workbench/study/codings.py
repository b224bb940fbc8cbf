"""Codings: a coder's judgement that a passage speaks to a code."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.study.spans import Span


class Origin(StrEnum):
    """How a coding came about."""

    HAND = "hand"
    IN_VIVO = "in vivo"
    SUGGESTED = "suggested"
    IMPORTED = "imported"


class Level(StrEnum):
    """Braun & Clarke's level of a code's meaning; unset is a value of its own."""

    UNSET = ""
    SEMANTIC = "semantic"
    LATENT = "latent"


@dataclass(frozen=True, slots=True)
class Coding:
    """One code on one passage by one coder; `created` is ISO 8601 in UTC."""

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
