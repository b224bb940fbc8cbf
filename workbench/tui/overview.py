"""Where in a transcript things are: numbers for as many parts of it as the screen has rows, and their signs.

Pure: no Textual, no Rich. What counts as a word, and as coded, is told by `queries.coverage`; a part is counted in
pieces of some thousand words, so that a long text can be counted little by little, and anew only where one codes.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.study.spans import Span
from workbench.study.transcripts import Transcript
from workbench.tui.later import later
from workbench.tui.marks import PassageIndex
from workbench.tui.page import Page

if TYPE_CHECKING:
    from workbench.queries import coverage
    from workbench.store.lookups import spoken
else:
    coverage, spoken = later("workbench.queries.coverage", "workbench.store.lookups.spoken")

LEVELS = " ▁▂▃▄▅▆▇"
PLAIN_LEVELS = " 1234567"
_PIECE = 16_384
_LONGEST_WORD = 200
ANY_CODE = 0


class Mode(StrEnum):
    """What the column beside the text tells."""

    CODE = "code"
    COVERAGE = "coverage"
    DENSITY = "density"
    PLAIN = "plain"


MODES = tuple(Mode)


def mode_of(name: str) -> Mode:
    """Return the mode of that name, or the usual one."""
    return Mode(name) if name in MODES else Mode.CODE


def level(share: float) -> int:
    """Return how high a sign stands for a share from 0 to 1: 0 for nothing, 1 for anything, up to 7."""
    return 0 if share <= 0 else min(7, max(1, round(share * 7)))


def signs(levels: Sequence[int], *, plain: bool = False) -> str:
    """Return a sign for each level."""
    shown = PLAIN_LEVELS if plain else LEVELS
    return "".join(shown[one] for one in levels)


def cuts(page: Page, height: int) -> list[int]:
    """Return where the parts of a page begin, and where the last one ends: one a row of the screen at most."""
    rows, text = len(page), page.text
    count = max(1, min(rows, height))
    found = [0]
    for part in range(1, count):
        # No word lies in two parts.
        found.append(_word_start(text, max(found[-1], page.starts[part * rows // count]), found[-1]))
    return [*found, len(text)]


def window(top: int, height: int, rows: int) -> tuple[int, int]:
    """Return the first cell of the rows that are seen and the one after the last; all of them where all are seen."""
    if rows <= height:
        return 0, height
    first = min(top * height // rows, height - 1)
    return first, max(first + 1, min(height, -(-(top + height) * height // rows)))


class Overview:
    """Words, coded words and passages of each part; what is not counted yet is counted by `work`."""

    def __init__(
        self, transcript: Transcript, tellers: Collection[int], index: PassageIndex, parts: Sequence[int]
    ) -> None:
        """Prepare; `tellers` are the speakers whose words count, `parts` are as `cuts` returns them."""
        self._transcript, self._index = transcript, index
        self._parts = parts
        self._turns = [turn for turn in transcript.turns if turn.speaker_id in tellers]
        self._pieces = array("Q", _pieces(transcript.text, parts))
        # Code → words and coded words of each piece; -1 is not counted yet.
        self._counted: dict[int, tuple[array[int], array[int]]] = {}
        self._waiting: dict[int, set[int]] = {}
        self.code = ANY_CODE
        self._want(ANY_CODE)

    def __len__(self) -> int:
        return len(self._parts) - 1

    def _want(self, code_id: int) -> None:
        count = len(self._pieces) - 1
        self._counted[code_id] = array("q", bytes(8 * count)), array("q", bytes(8 * count))
        self._waiting[code_id] = set(range(count))

    def set_code(self, code_id: int) -> bool:
        """Count the words of another code too (0: of none); return whether it is another."""
        if code_id == self.code:
            return False
        if self.code != ANY_CODE:
            del self._counted[self.code], self._waiting[self.code]
        self.code = code_id
        if code_id != ANY_CODE:
            self._want(code_id)
        return True

    def touch(self, span: Span) -> None:
        """Count anew where passages on these words came or went."""
        first = max(0, bisect_right(self._pieces, span.start) - 1)
        last = bisect_left(self._pieces, span.end, first + 1)
        for waiting in self._waiting.values():
            waiting.update(range(first, min(last, len(self._pieces) - 1)))

    @property
    def done(self) -> bool:
        """Whether all is counted."""
        return not any(self._waiting.values())

    def stale(self, code_id: int) -> bool:
        """Tell whether something is to be counted before this code (0: none) can be told of."""
        return code_id != self.code or not self.done

    @property
    def left(self) -> int:
        """How many characters are to be counted."""
        pieces = self._pieces
        return sum(pieces[one + 1] - pieces[one] for waiting in self._waiting.values() for one in waiting)

    def work(self) -> bool:
        """Count one piece more; return whether any is left."""
        for code_id in (self.code, ANY_CODE):
            if waiting := self._waiting.get(code_id):
                self._count(code_id, min(waiting))
                break
        return not self.done

    def _count(self, code_id: int, piece: int) -> None:
        start, end = self._pieces[piece], self._pieces[piece + 1]
        first = bisect_right(self._turns, start, key=lambda turn: turn.end)
        after = bisect_left(self._turns, end, key=lambda turn: turn.start)
        turns = tuple((turn.number, max(start, turn.start), min(end, turn.end)) for turn in self._turns[first:after])
        spans = tuple(
            (one.span.start, one.span.end)
            for one in self._index.meeting(start, end)
            if code_id in (ANY_CODE, one.code_id)
        )
        found = coverage.covered(spoken.Spoken(self._transcript.id, "", self._transcript.text, turns, spans))
        words, coded = self._counted[code_id]
        words[piece], coded[piece] = found.words, found.coded
        self._waiting[code_id].discard(piece)

    # What was counted

    def _sums(self, code_id: int) -> list[tuple[int, int]]:
        """Return the words and the coded words of each part."""
        words, coded = self._counted[code_id]
        found: list[tuple[int, int]] = []
        first = 0
        for end in self._parts[1:]:
            after = bisect_left(self._pieces, end, first)
            found.append((sum(words[first:after]), sum(coded[first:after])))
            first = after
        return found

    def totals(self, code_id: int = ANY_CODE) -> tuple[int, int]:
        """Return the words of participants and how many of them have the code (0: any)."""
        words, coded = self._counted[code_id]
        return sum(words), sum(coded)

    def shares(self, code_id: int = ANY_CODE) -> list[float]:
        """Return what share of the words of each part has the code (0: any)."""
        return [coded / words if words else 0.0 for words, coded in self._sums(code_id)]

    def passages(self) -> list[int]:
        """Return how many passages begin in each part."""
        before = [self._index.begun(at) for at in self._parts[:-1]]
        return [after - one for one, after in zip(before, [*before[1:], len(self._index)], strict=True)]

    def levels(self, mode: Mode) -> list[int] | None:
        """Return how high each part stands, or None where the mode has nothing to tell.

        Coverage is told as it is; the code and the passages beside the part that has most of them.
        """
        if mode is Mode.COVERAGE:
            return [level(share) for share in self.shares()]
        if mode is Mode.DENSITY:
            return _beside_most(self.passages())
        if mode is Mode.CODE and self.code != ANY_CODE:
            return _beside_most(self.shares(self.code))
        return None

    def strip(self, cells: int) -> list[int]:
        """Return how much of the text is coded, as levels in so many cells at most."""
        sums = self._sums(ANY_CODE)
        count = min(cells, len(sums))
        found: list[int] = []
        for cell in range(count):
            some = sums[cell * len(sums) // count : (cell + 1) * len(sums) // count]
            words = sum(one for one, _ in some)
            found.append(level(sum(one for _, one in some) / words) if words else 0)
        return found


def _pieces(text: str, parts: Sequence[int]) -> Iterator[int]:
    """Yield where pieces begin and the last one ends; a piece never lies in two parts, a word never in two pieces."""
    for start, end in pairwise(parts):
        yield start
        for at in range(start + _PIECE, end - _PIECE // 2, _PIECE):
            yield _word_start(text, at, start)
    yield parts[-1]


def _word_start(text: str, at: int, least: int) -> int:
    """Return where the word at a place begins; a word without end is cut where it is."""
    begin = at
    while begin > max(least, at - _LONGEST_WORD) and not text[begin - 1].isspace():
        begin -= 1
    return begin if begin == least or text[begin - 1].isspace() else at


def _beside_most(numbers: Sequence[float]) -> list[int]:
    most = max(numbers, default=0)
    return [level(one / most) if most else 0 for one in numbers]
