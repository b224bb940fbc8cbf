"""What every reader hands on: lines of harmless text with what the format says of their speaker and time."""

import re
from collections import Counter
from dataclasses import dataclass, field

from workbench.study.text import canonical

_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SYMBOL_FONT = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph.

    `lead` is a beginning set off in bold, `cell` the first cell of a two-column table row, `voice` the speaker
    a caption names (None: the format names nobody); `follows` says that no blank line stands before it.
    Times are milliseconds.
    """

    text: str
    lead: str = ""
    cell: str = ""
    voice: str | None = None
    begin_ms: int | None = None
    end_ms: int | None = None
    follows: bool = False


@dataclass(slots=True)
class Draft:
    """A file read but not yet cut into turns; `captions` says that the lines are timed cues."""

    format: str
    encoding: str
    lines: list[Line]
    warnings: list[str] = field(default_factory=list[str])
    captions: bool = False


class Cleaner:
    """Makes text canonical and keeps count of what was odd in it."""

    def __init__(self) -> None:
        self._odd: Counter[str] = Counter()

    def __call__(self, raw: str) -> str:
        """Return `raw` as the workbench keeps text (see `study.text.canonical`)."""
        clean = canonical(raw)
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
