"""Timed captions, as WebVTT and SRT share them: blocks of an optional number, a time line, and words.

Speech recognition also writes `[00:01.000 --> 00:02.000] words` on one line.

Everything that is not a number, a time line or a format's own sign is kept: words after a blank line within a cue,
which strict readers drop, go on in the cue before; comments and names of cues are kept as notes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.errors import TranscriptError
from workbench.transcripts.lines import Block, Doubt, Line

_TIME = r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"^\s*(?:{_TIME}\s*-->\s*{_TIME}(?:\s.*)?|\[{_TIME}\s*-->\s*{_TIME}\](.*))$")
# What programs number or name cues by: a figure somewhere and no blank.
_TECHNICAL = re.compile(r"[^\s\d]{0,80}\d\S{0,200}")
_SPEAKER = r"(?:speaker|taler|talar|person|stemme|unknown|ukjent|spk)[ _]?\d{0,3}"
_BRACKETED = re.compile(rf"(?:[-–][ \t]*)?[\[(](?P<name>{_SPEAKER})[\])][ \t]*:?[ \t]*", re.IGNORECASE)
_DASHED = re.compile(rf"[-–][ \t]*(?P<name>{_SPEAKER}):[ \t]*", re.IGNORECASE)
# Below one half the recogniser gives all other readings together more weight than the one it wrote.
DOUBTFUL = 0.5


@dataclass(slots=True)
class Cue:
    """One caption: its lines as written, its times in milliseconds, and the file's line number of its time line.

    `notes` stand before it in the file; `sure` is how sure a recogniser was of it, 0 to 1.
    """

    begin_ms: int
    end_ms: int
    line: int
    texts: list[str] = field(default_factory=list[str])
    notes: list[str] = field(default_factory=list[str])
    sure: float | None = None


@dataclass(slots=True)
class Captions:
    """The cues of a file, the words `before` the first time line, notes `after` the last cue, and style blocks."""

    cues: list[Cue] = field(default_factory=list[Cue])
    before: list[str] = field(default_factory=list[str])
    notes: list[str] = field(default_factory=list[str])
    styles: int = 0
    sure: float | None = None

    def add(self, cue: Cue) -> None:
        """Add a cue; the notes since the last one are its."""
        cue.notes, self.notes = self.notes, []
        cue.sure, self.sure = self.sure, None
        self.cues.append(cue)


def spoken(text: str) -> tuple[str | None, str]:
    """Return who speaks by a recogniser's sign (`[SPEAKER_00] hei`, `- Speaker 1: hei`), and the words after it."""
    if text[:1] in "[(-–" and (hit := _BRACKETED.match(text) or _DASHED.match(text)):
        return hit["name"], text[hit.end() :]
    return None, text


def doubt(text: str, sure: float | None, limit: float = DOUBTFUL) -> tuple[Doubt, ...]:
    """Return the doubt about a whole line of which a recogniser was only `sure` (0 to 1)."""
    return (Doubt(0, len(text), round(100 * max(0.0, sure))),) if sure is not None and sure < limit and text else ()


def note(text: str) -> Line:
    """Return a line that is no talk."""
    return Line(text.strip(), block=Block.NOTE)


def cut(lines: list[str], name: str, *, comments: bool) -> Captions:
    """Return the captions; `comments` says that NOTE and STYLE blocks are comments and styles, as in WebVTT.

    Raises:
        TranscriptError: a time line cannot be read, or there is no cue at all.
    """
    found = Captions()
    for number, block in _blocks(lines):
        kind = re.match(r"(NOTE|STYLE|REGION)(?:\s|$)", block[0]) if comments else None
        if kind and not _holds_time(block):
            _take_comment(block, kind[1], found)
        else:
            _take_block(block, number, found, name, comments)
    if not found.cues:
        raise TranscriptError(f"{name} holds no captions; nothing was read. Export it anew, or as plain text.")
    return found


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    block: list[str] = []
    for number, line in enumerate(lines, 1):
        if line and not line.isspace():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []
    if block:
        yield len(lines) - len(block) + 1, block


def _time_line(line: str) -> re.Match[str] | None:
    return _TIMES.match(line) if "-->" in line else None


def _holds_time(block: list[str]) -> bool:
    return any(_time_line(line) for line in block)


def _take_comment(block: list[str], kind: str, found: Captions) -> None:
    if kind != "NOTE":
        found.styles += 1
        return
    texts = [block[0][len(kind) :].strip(), *block[1:]]
    confidence = re.fullmatch(r"Confidence: (\d(?:\.\d{1,20})?)", texts[0])
    if confidence and len(block) == 1:  # Microsoft Stream says it of the cue below
        found.sure = float(confidence[1])
    else:
        found.notes += [text for text in texts if text.strip()]


def _take_block(block: list[str], number: int, found: Captions, name: str, comments: bool) -> None:
    hits = [_time_line(line) for line in block]
    for at, (line, hit) in enumerate(zip(block, hits, strict=True)):
        if hit:
            found.add(_cue(hit, number + at))
        elif "-->" in line and re.match(r"\s*\d+:\d", line):
            raise TranscriptError(
                f"{name} line {number + at}: «{line.strip()[:60]}» is no pair of times; mend the line and import again."
            )
        elif at + 1 < len(hits) and hits[at + 1] and _is_name(line, at == 0, found, comments):
            if comments and not _TECHNICAL.fullmatch(line.strip()):
                found.notes.append(line)
        else:
            (found.cues[-1].texts if found.cues else found.before).append(line)


def _is_name(line: str, first: bool, found: Captions, named: bool) -> bool:
    """A cue's own number or name: what stands alone above its time line at the start of a block."""
    number = line.strip().isdigit()
    return number or (first and (named or bool(_TECHNICAL.fullmatch(line.strip())))) or (named and not found.cues)


def _cue(hit: re.Match[str], line: int) -> Cue:
    parts = hit.groups()
    times = parts[:8] if parts[1] else parts[8:16]
    return Cue(_milliseconds(times[:4]), _milliseconds(times[4:]), line, [parts[16].strip()] if parts[16] else [])


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, part = parts
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)
    return whole * 1000 + int((part or "0").ljust(3, "0"))


def in_order(cues: list[Cue], warnings: list[str]) -> list[Cue]:
    """Return the cues by time; say so when the file had them otherwise, and mend ends that lie before begins."""
    for cue in cues:
        cue.end_ms = max(cue.begin_ms, cue.end_ms)
    ordered = sorted(cues, key=lambda cue: cue.begin_ms)
    if ordered != cues:
        warnings.append("The captions did not stand in order of time; they were put in order.")
    return ordered
