"""A transcript on its way in: what a reader has made of a file, before anything is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.study.repairs import Repair
from workbench.study.text_map import TextMap
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


class MarkKind(StrEnum):
    """What a mark within a text says."""

    TIME = "time"
    """A moment of the recording, in milliseconds; start and end are the same place."""
    DOUBT = "doubt"
    """Words a speech recogniser was not sure of; the value is how sure, in percent."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something known of a place in a text, `start` to `end`, beside its words."""

    kind: MarkKind
    start: int
    end: int
    value: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that stood beside the words `start` to `end` of the text in its file."""

    start: int
    end: int
    text: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class NewTranscript:
    """A transcript ready to be stored; `sha256` is that of the file's bytes.

    The text is its turns' words, a line each; `marks` and `remarks` are placed in it. `original` is what the file
    said before repairs, labels and times were taken out, `kept` where its characters stand in the text; `repairs`
    are placed in the original, each with whether it was made. `facts` is what the file says of its own making,
    `learnt` are speaker labels whose role the next file's reader should know.
    """

    name: str
    turns: Sequence[NewTurn]
    source: str
    format: str
    encoding: str
    sha256: str
    original: str = ""
    kept: TextMap | None = None
    repairs: Sequence[tuple[Repair, bool]] = ()
    marks: Sequence[Mark] = ()
    remarks: Sequence[Remark] = ()
    facts: Mapping[str, str] = field(default_factory=dict[str, str])
    learnt: Mapping[str, Role] = field(default_factory=dict[str, Role])
