"""What Teams writes into a meeting's Word transcript: its own remarks, and in older ones times and names as lines.

Older ones give each stretch as three lines, `0:0:3.120 --> 0:0:5.60`, the name, and the words; the figure after the
point counts milliseconds without leading noughts.
"""

import re
from dataclasses import replace

from workbench.transcripts import labels
from workbench.transcripts.lines import Block, Draft, Line, Remark

_OWN = re.compile(
    r"[^\n]{1,80}? (?:(?:started|stopped) transcription"
    r"|(?:startet|stoppet|avsluttet|starta|stoppa|avslutta) (?:transkripsjon|transkribering)(?:en)?)\.?"
)
_MOMENT = r"(\d{1,2}):(\d{1,2}):(\d{1,2})\.(\d{1,3})"
_TIMES = re.compile(rf"\s*{_MOMENT}\s*-->\s*{_MOMENT}\s*")
_LONGEST_NAME = 80


def settle(draft: Draft) -> None:
    """Mark the meeting's own remarks as notes, and give words the times and names that stand above them as lines."""
    for at, line in enumerate(draft.lines):
        if line.block is Block.WORDS and len(line.text) < 2 * _LONGEST_NAME and _OWN.fullmatch(line.text.strip()):
            draft.lines[at] = replace(line, block=Block.NOTE, lead="")
    if _names_stand_below_times(draft.lines):
        _take_times(draft)


def _names_stand_below_times(lines: list[Line]) -> bool:
    """Tell whether each line of times has a name below it and words below that; captions in a document have none."""
    talk = [line.text if line.block is Block.WORDS else "" for line in lines]
    at = [number for number, text in enumerate(talk) if "-->" in text and _TIMES.fullmatch(text)]
    if not at:
        return False
    ends = [*at[1:], len(lines)]
    names = [talk[start + 1].strip() if end - start > 2 else "" for start, end in zip(at, ends, strict=True)]
    return all(map(labels.plausible, names)) and len(set(names)) <= max(2, len(names) // 2)


def _take_times(draft: Draft) -> None:
    """Take the lines of times and names out of the text; remarks on them go to the words below."""
    lines: list[Line] = []
    where: list[int] = []
    begin: int | None = None
    end: int | None = None
    voice: str | None = None
    expects_name = False
    for line in draft.lines:
        hit = _TIMES.fullmatch(line.text) if line.block is Block.WORDS else None
        where.append(len(lines))
        if hit:
            begin, end, expects_name = _milliseconds(hit.groups()[:4]), _milliseconds(hit.groups()[4:]), True
        elif expects_name:
            voice, expects_name = " ".join(line.text.split()), False
        elif line.block is Block.WORDS and begin is not None:
            lines.append(replace(line, lead="", voice=voice, begin_ms=begin, end_ms=end, follows=False))
        else:
            lines.append(line)
    draft.remarks[:] = [_moved(one, where[one.line], draft.lines[one.line], lines) for one in draft.remarks]
    draft.lines, draft.captions = lines, True


def _moved(remark: Remark, at: int, old: Line, lines: list[Line]) -> Remark:
    at = min(at, len(lines) - 1)
    if lines[at].text == old.text:
        return replace(remark, line=at)
    return replace(remark, line=at, start=0, end=min(1, len(lines[at].text)))


def _milliseconds(parts: tuple[str, ...]) -> int:
    hours, minutes, seconds, rest = map(int, parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest
