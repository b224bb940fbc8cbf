"""Where every character of a file's original went: kept, mended, a label or time, no data, or nowhere.

The account looks only at what the preview says (original, map, repairs, turns), not at how it came about, so that a
word lost on the way from the lines to the turns shows here.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum

from workbench.study.repairs import Repair
from workbench.study.transcripts import Role
from workbench.transcripts import labels, marks
from workbench.transcripts.preview import Preview

_CLOCK = re.compile(r"[\[(]?\b(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?\b[\])]?")
_NUMBER = re.compile(r"\d{1,4}[.)]?[ \t]+(?=\D)")
_PARTING = " \t\u00a0:：–—-.|•"


class Whereto(StrEnum):
    """What became of a character of the original."""

    KEPT = "kept"
    """It stands in a turn."""
    NOT_DATA = "not data"
    """It stands in a block that is no talk (title, footnote, note)."""
    REPAIRED = "repaired"
    """It lies inside a repair that was made."""
    LABEL = "label"
    """It is a speaker's label, or what parts it from the words."""
    TIME = "time"
    """It is a time of the recording."""
    BLANK = "blank"
    """It is a blank or line end between or around turns."""
    LOST = "lost"
    """None of these; there should be none."""


@dataclass(frozen=True, slots=True)
class Unaccounted:
    """A stretch of the original, `start` to `end`, of which the study would keep nothing."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Account:
    """How many characters of the original went where (together its length), and what is unaccounted for."""

    counts: dict[Whereto, int]
    lost: tuple[Unaccounted, ...]


@dataclass(frozen=True, slots=True)
class _Turns:
    """The turns of a preview by where they begin in the study's text."""

    starts: list[int]
    speakers: list[str]
    data: list[bool]
    known: frozenset[str]

    @classmethod
    def of(cls, preview: Preview) -> "_Turns":
        starts, at = list[int](), 0
        for turn in preview.turns:
            starts.append(at)
            at += len(turn.text) + 1
        speakers = [labels.key(turn.speaker) for turn in preview.turns]
        data = [turn.role is not Role.NOT_DATA for turn in preview.turns]
        return cls(starts, speakers, data, frozenset(speakers))

    def at(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1


def account(preview: Preview) -> Account:
    """Return where every character of a preview's original went."""
    counts = dict.fromkeys(Whereto, 0)
    lost: list[Unaccounted] = []
    beside = preview.beside
    if beside.kept is None:
        return Account(counts, ())
    turns = _Turns.of(preview)
    for _, new, length in beside.kept.runs:
        _count_kept(turns, new, length, counts)
    repairs = [one for one, made in beside.repairs if made]
    text = "\n".join(turn.text for turn in preview.turns)
    for start, end, new, new_end in beside.kept.gaps:
        gap = _lines(beside.original, start, end, repairs, counts)
        follower = turns.at(new_end) if end < len(beside.original) and new_end < len(text) else -1
        for number, line in enumerate(gap):
            _judge(line, turns, follower if number + 1 == len(gap) else -1, text[new:new_end], counts, lost)
    return Account(counts, tuple(lost))


def _count_kept(turns: _Turns, new: int, length: int, counts: dict[Whereto, int]) -> None:
    while length:
        at = turns.at(new)
        end = turns.starts[at + 1] if at + 1 < len(turns.starts) else new + length
        here = min(length, end - new)
        counts[Whereto.KEPT if turns.data[at] else Whereto.NOT_DATA] += here
        new, length = new + here, length - here


@dataclass(slots=True)
class _Line:
    """What of a line of the original is not kept: without its repairs, and with what they put there."""

    start: int
    opens: bool
    bare: str = ""
    mended: str = ""


def _lines(original: str, start: int, end: int, repairs: list[Repair], counts: dict[Whereto, int]) -> list[_Line]:
    """Return the lines of a gap, and count its repaired characters and line ends."""
    lines = [_Line(start, start == 0 or original[start - 1] == "\n")]
    at = start
    number = bisect_left(repairs, start, key=lambda one: one.start)
    while at < end:
        repair = repairs[number] if number < len(repairs) and repairs[number].start < end else None
        stop = repair.start if repair else end
        first, *more = original[at:stop].split("\n")
        lines[-1].bare += first
        lines[-1].mended += first
        place = at + len(first)
        for words in more:
            counts[Whereto.BLANK] += 1
            lines.append(_Line(place + 1, True, words, words))
            place += 1 + len(words)
        if repair is None:
            break
        counts[Whereto.REPAIRED] += repair.end - repair.start
        lines[-1].mended += repair.after
        at, number = repair.end, number + 1
    return lines


def _judge(
    line: _Line, turns: _Turns, follower: int, arrived: str, counts: dict[Whereto, int], lost: list[Unaccounted]
) -> None:
    """Count a line by what it is; a label must be of the turn that it stands before."""
    kind = _kind(line.bare, line.opens, turns, follower)
    if kind is Whereto.LOST:
        kind = _kind(line.mended, line.opens, turns, follower)
    if kind is Whereto.LOST and _composed(line.bare, arrived):
        kind = Whereto.KEPT
    if kind is Whereto.LOST:
        lost.append(Unaccounted(line.start, line.start + len(line.bare), line.bare))
    blanks = sum(map(str.isspace, line.bare))
    counts[Whereto.BLANK] += blanks
    counts[kind] += len(line.bare) - blanks


def _kind(line: str, opens: bool, turns: _Turns, follower: int) -> Whereto:
    if not line.strip():
        return Whereto.BLANK
    rest = _CLOCK.sub(" ", marks.MARK.sub(" ", line)).strip(_PARTING)
    if not rest and rest != line.strip(_PARTING):
        return Whereto.TIME
    if not opens:
        return Whereto.LOST
    label = labels.key(_NUMBER.sub("", rest, count=1))
    if follower >= 0 and label == turns.speakers[follower]:
        return Whereto.LABEL
    # A label after which nothing is said, or one below whose words stand.
    return Whereto.LABEL if not rest or label in turns.known or labels.is_known(rest) else Whereto.LOST


def _composed(line: str, arrived: str) -> bool:
    """Tell whether letters of a line came together into others: nothing stands as it was, and nothing is missing."""
    told = "".join(unicodedata.normalize("NFC", line).split())
    return bool(told) and "".join(unicodedata.normalize("NFC", arrived).split()).find(told) >= 0
