"""What every reader hands on: lines of harmless text with what the format says of their speaker and time."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from workbench.study.text import harmless, is_plain
from workbench.study.transcripts import Role
from workbench.transcripts.decode import Guess

_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SYMBOL_FONT = re.compile("[\ue000-\uf8ff]")


class Block(StrEnum):
    """What a line is in its document; all but words are kept and citable, but are not data."""

    WORDS = "words"
    TITLE = "title"
    RUNNING_HEAD = "running head"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words a speech recogniser was not sure of: `start` and `end` in the line's text, `percent` how sure (0-100)."""

    start: int
    end: int
    percent: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment beside the text: on the characters `start` to `end` of line `line` (0-based index in the draft).

    A comment over several lines is placed on its first one.
    """

    line: int
    start: int
    end: int
    text: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph.

    `lead` is a beginning set off in bold, `cell` the first cell of a two-column table row, `voice` the speaker
    a caption names (None: the format names nobody); `follows` says that no blank line stands before it.
    `page` is the 1-based page it stands on (0: the format has no pages). Times are milliseconds.
    """

    text: str
    lead: str = ""
    cell: str = ""
    voice: str | None = None
    begin_ms: int | None = None
    end_ms: int | None = None
    follows: bool = False
    block: Block = Block.WORDS
    page: int = 0
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What the researcher has said of a file before it is read once more.

    `accepted` and `rejected` are repairs, by where they begin in the original; `speakers` are labels (see
    `labels.key`) known to be of speakers, with their role, `words` beginnings of lines that are no labels.
    """

    accepted: frozenset[int] = frozenset()
    rejected: frozenset[int] = frozenset()
    speakers: Mapping[str, Role] = field(default_factory=dict[str, Role])
    words: frozenset[str] = frozenset()

    def as_json(self) -> dict[str, Any]:
        """Return plain values that `from_json` reads back."""
        return {
            "accepted": sorted(self.accepted), "rejected": sorted(self.rejected),
            "speakers": {label: role.value for label, role in self.speakers.items()}, "words": sorted(self.words),
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Choices":
        """Return the choices that `as_json` described."""
        return cls(
            frozenset(data["accepted"]), frozenset(data["rejected"]),
            {label: Role(role) for label, role in data["speakers"].items()}, frozenset(data["words"]),
        )  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A file read but not yet cut into turns; `captions` says that the lines are timed cues.

    `facts` are what the file says of its own making, as text: `engine`, `model`, `made`, `language`, `media`, `title`.
    `guessed` is set where nobody and nothing said how a text file is encoded.
    """

    format: str
    encoding: str
    lines: list[Line]
    warnings: list[str] = field(default_factory=list[str])
    captions: bool = False
    remarks: list[Remark] = field(default_factory=list[Remark])
    facts: dict[str, str] = field(default_factory=dict[str, str])
    guessed: Guess | None = None


class Cleaner:
    """Makes text harmless and keeps count of what was odd in it."""

    def __init__(self) -> None:
        self._odd: Counter[str] = Counter()

    def __call__(self, raw: str) -> str:
        """Return `raw` as the original of a transcript is kept (see `study.text.harmless`)."""
        if is_plain(raw):
            self._odd["unreadable"] += raw.count("\ufffd")
            return raw
        clean = harmless(raw)
        if clean.controls:
            self._odd["controls"] += clean.controls
        if clean.surrogates:
            self._odd["surrogates"] += clean.surrogates
        if not clean.text.isascii():
            self._odd["bidi"] += len(_BIDI.findall(clean.text))
            self._odd["symbols"] += len(_SYMBOL_FONT.findall(clean.text))
            self._odd["unreadable"] += clean.text.count("\ufffd") - clean.surrogates
        return clean.text

    def warnings(self) -> list[str]:
        """Return one sentence for each kind of odd character met so far."""
        shapes = {
            "controls": "Control characters (NUL, escape…) replaced by a visible sign: {}.",
            "surrogates": "Broken characters replaced by «\ufffd»: {}.",
            "unreadable": "Characters that are unreadable in the file («\ufffd»): {}; compare with the recording.",
            "bidi": "Invisible characters that turn the reading direction, kept and shown as signs: {}.",
            "symbols": "Characters from a symbol font, without a standard meaning, kept as they are: {}.",
        }
        return [shape.format(self._odd[kind]) for kind, shape in shapes.items() if self._odd[kind] > 0]
