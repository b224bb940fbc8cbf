"""Timed captions, as WebVTT and SRT share them: blocks of an optional number, a time line, and words.

Speech recognition also writes `[00:01.000 --> 00:02.000] words` on one line.

Everything that is not a number, a time line or a comment is kept: words after a blank line within a cue, which
strict readers drop, go on in the cue before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.errors import TranscriptError

_TIME = r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"^\s*(?:{_TIME}\s*-->\s*{_TIME}(?:\s.*)?|\[{_TIME}\s*-->\s*{_TIME}\](.*))$")


@dataclass(slots=True)
class Cue:
    """One caption: its lines as written, its times in milliseconds, and the file's line number of its time line."""

    begin_ms: int
    end_ms: int
    line: int
    texts: list[str] = field(default_factory=list[str])


def cut(lines: list[str], name: str, *, comments: bool) -> tuple[list[Cue], list[str]]:
    """Return the cues and the text before the first of them; `comments` says to skip NOTE and STYLE blocks.

    Raises:
        TranscriptError: a time line cannot be read, or there is no cue at all.
    """
    cues: list[Cue] = []
    before: list[str] = []
    for number, block in _blocks(lines):
        if comments and not _holds_time(block) and re.match(r"(?:NOTE|STYLE|REGION)(?:\s|$)", block[0]):
            continue
        _take_block(block, number, cues, before, name)
    if not cues:
        raise TranscriptError(f"{name} holds no captions; nothing was read. Export it anew, or as plain text.")
    return cues, before


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    block: list[str] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []
    if block:
        yield len(lines) - len(block) + 1, block


def _holds_time(block: list[str]) -> bool:
    return any(_TIMES.match(line) for line in block)


def _take_block(block: list[str], number: int, cues: list[Cue], before: list[str], name: str) -> None:
    times = [at for at, line in enumerate(block) if _TIMES.match(line)]
    for at, line in enumerate(block):
        hit = _TIMES.match(line)
        if hit:
            cues.append(_cue(hit, number + at))
        elif "-->" in line and re.match(r"\s*\d+:\d", line):
            raise TranscriptError(
                f"{name} line {number + at}: «{line.strip()[:60]}» is no pair of times; mend the line and import again."
            )
        elif at + 1 in times and _is_number(line, at == 0, cues):
            continue
        else:
            (cues[-1].texts if cues else before).append(line)


def _is_number(line: str, first: bool, cues: list[Cue]) -> bool:
    """A cue's own number or name: what stands alone above its time line at the start of a block."""
    return first or line.strip().isdigit() or not cues


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
