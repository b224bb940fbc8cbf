"""A transcript on its way in: what a reader has made of a file, before anything is stored."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.study.transcripts import Role


@dataclass(frozen=True, slots=True)
class NewTurn:
    """A turn as read from a file: its words and who says them; times in milliseconds."""

    text: str
    speaker: str
    role: Role
    participant: str = ""
    begin_ms: int | None = None
    end_ms: int | None = None


@dataclass(frozen=True, slots=True)
class NewTranscript:
    """A transcript ready to be stored; `sha256` is that of the file's bytes."""

    name: str
    turns: Sequence[NewTurn]
    source: str
    format: str
    encoding: str
    sha256: str
