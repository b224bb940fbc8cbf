"""The untouched original of a file, the repairs made over it, and the lines that come of them.

The original is what the reader read, line for line in reading order: labels, times and page furniture with the talk.
Everything after it is edits over it, so that each character of the study's text can be followed back.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.study.repairs import Repair
from workbench.study.text import canonical
from workbench.study.text_map import TextMap, apply
from workbench.transcripts import labels
from workbench.transcripts.lines import Block, Choices, Draft, Line
from workbench.transcripts.repairs import find, spans_of
from workbench.transcripts.strands import Strand


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment beside the text, on the characters `start` to `end`."""

    start: int
    end: int
    text: str
    author: str


@dataclass(frozen=True, slots=True)
class Original:
    """A file's text as read, its lines, comments on it, and every repair that was found (applied or not)."""

    text: str
    lines: tuple[Line, ...]
    comments: tuple[Comment, ...]
    repairs: tuple[Repair, ...]
    captions: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of the mended text, and where in it the line begins."""

    line: Line
    start: int
    source: str

    def strand(self, start: int = 0, end: int | None = None) -> Strand:
        """Return the line's characters from `start` up to `end` (its own end when None)."""
        stop = len(self.line.text) if end is None else end
        return Strand.of(self.source, self.start + start, self.start + stop)


@dataclass(frozen=True, slots=True)
class Mended:
    """The text after repairs, its lines, and where the original's characters stand in it."""

    text: str
    lines: tuple[Placed, ...]
    captions: bool
    map: TextMap


def original(draft: Draft, choices: Choices) -> Original:
    """Return the original of a file that was read, with the repairs found in it."""
    lines = [replace(line, text=f"{line.cell}\t{line.text}") if line.cell else line for line in draft.lines]
    order = _order(lines, draft, choices)
    placed = [lines[at] for at in order]
    text = "\n".join(line.text for line in placed)
    spans = tuple(spans_of(placed))
    where = {at: spans[number].start for number, at in enumerate(order)}
    comments: list[Comment] = []
    for remark in draft.remarks:
        cell = draft.lines[remark.line].cell
        shift = where[remark.line] + (len(cell) + 1 if cell else 0)
        comments.append(Comment(remark.start + shift, remark.end + shift, remark.text, remark.author))
    repairs = find(text, spans, captions=draft.captions)
    return Original(text, tuple(placed), tuple(comments), repairs, draft.captions)


def _order(lines: Sequence[Line], draft: Draft, choices: Choices) -> list[int]:
    """Return the lines' order for reading: a footnote within somebody's talk comes after that talk.

    Words before the first speaker stay as they are. What is beside captions comes after the last one.
    """
    if all(line.block is Block.WORDS for line in lines):
        return list(range(len(lines)))
    if draft.captions:
        first = next((at for at, line in enumerate(lines) if line.block is Block.WORDS), len(lines))
        talk = [at for at in range(first, len(lines)) if lines[at].block is Block.WORDS]
        return [*range(first), *talk, *(at for at in range(first, len(lines)) if lines[at].block is not Block.WORDS)]
    chosen, _ = labels.choose(lines, choices)
    order: list[int] = []
    waiting: list[int] = []
    speaking = False
    for at, (line, label) in enumerate(zip(lines, chosen, strict=True)):
        if label:
            order += waiting
            waiting, speaking = [], True
        if speaking and line.block is not Block.WORDS:
            waiting.append(at)
        else:
            order.append(at)
    return order + waiting


def applied(found: Original, choices: Choices) -> tuple[Repair, ...]:
    """Return the repairs to make: the sure ones that were not rejected, and those accepted."""
    return tuple(
        repair
        for repair in found.repairs
        if (repair.sure and repair.start not in choices.rejected) or repair.start in choices.accepted
    )


def mend(found: Original, repairs: Sequence[Repair]) -> Mended:
    """Make repairs (of this original, sorted) and return the text with its lines; a line that is emptied goes."""
    edits = [one.edit for one in repairs]
    text = apply(found.text, edits)
    places = TextMap.of_edits(len(found.text), edits)
    lines = _as_they_are(found) if not edits else _lines_of(found, text, places)
    return Mended(text, tuple(Placed(line, start, text) for line, start in lines), found.captions, places)


def _as_they_are(found: Original) -> list[tuple[Line, int]]:
    at, lines = 0, list[tuple[Line, int]]()
    for line in found.lines:
        lines.append((line, at))
        at += len(line.text) + 1
    return lines


def _lines_of(found: Original, text: str, places: TextMap) -> list[tuple[Line, int]]:
    """Return the lines of the mended text, each with what is known of the first line that it came of."""
    starts = [start for _, start in _as_they_are(found)]
    back = places.inverse()
    lines: list[tuple[Line, int]] = []
    at = 0
    for words in text.split("\n"):
        if words.strip():
            first = max(0, bisect_right(starts, back.to_new(at)) - 1)
            last = max(first, bisect_right(starts, back.to_new(at + len(words), end=True)) - 1)
            lines.append((_like(found.lines[first], words, found.lines[last]), at))
        at += len(words) + 1
    return lines


def _like(line: Line, words: str, last: Line) -> Line:
    """Return a mended line: beginnings set off are found again in it, doubts are not asked of it any more."""
    lead = next((one for one in (line.lead, canonical(line.lead).text) if one and words.startswith(one)), "")
    cell = words.partition("\t")[0] if line.cell and "\t" in words else ""
    end_ms = line.end_ms if last is line or last.end_ms is None else last.end_ms
    return replace(line, text=words, lead=lead, cell=cell, end_ms=end_ms)
