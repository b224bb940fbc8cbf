"""Repairs: reversible edits over the untouched original of a transcript, each to be accepted or rejected alone.

Positions are code points of the original: the lines of the file joined by line ends, not yet NFC; end exclusive.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.errors import StudyError
from workbench.study.text_map import Edit, apply


class RepairKind(StrEnum):
    """What a repair mends."""

    HYPHEN = "hyphen"
    """A word broken at a line end with a hyphen (and furniture that stands inside it) is put together."""
    LOST_HYPHEN = "lost hyphen"
    """A word broken at a line end whose hyphen is gone is put together."""
    PAGE_NUMBER = "page number"
    """A page number between two lines of talk goes."""
    RUNNING_HEAD = "running head"
    """A head or foot that comes back on the pages goes."""
    PAGE_BREAK_BLANK = "page break blank"
    """White space that a page break left at the start of a line goes."""
    LIGATURE = "ligature"
    """One sign for several letters (ﬁ, ﬂ, ﬃ) becomes the letters."""
    BULLET = "bullet"
    """A sign of a symbol font that stands as a bullet becomes «•»."""
    LOOP = "loop"
    """What a speech recogniser repeated, or wrote over silence, goes; one of the repeated stays."""
    NFC = "nfc"
    """A letter written in parts becomes one sign."""
    SPACING = "spacing"
    """White space of another kind becomes a blank, or goes; a letter-spaced word closes up."""
    SOFT_HYPHEN = "soft hyphen"
    """An invisible place where a word may be broken goes."""
    FOOTNOTE_MARK = "footnote mark"
    """A footnote's number glued to a word goes."""


class RepairState(StrEnum):
    """Whether a repair stands in the text: made, waiting for the researcher's word, or turned down."""

    MADE = "made"
    PROPOSED = "proposed"
    REJECTED = "rejected"


def state_of(sure: bool, made: bool) -> RepairState:
    """Return the state of a repair that was or was not made when its text was taken in."""
    return RepairState.MADE if made else RepairState.REJECTED if sure else RepairState.PROPOSED


@dataclass(frozen=True, slots=True)
class Repair:
    """`after` replaces the original's characters from `start` up to, not including, `end`.

    `sure` ones are applied unless the researcher rejects them; the others are proposals, applied when accepted.
    `why` is a short reason in English for the list of repairs, or "".
    """

    start: int
    end: int
    after: str
    kind: RepairKind
    sure: bool
    why: str = ""

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            raise StudyError(f"A repair must replace at least one character ({self.start}–{self.end} does not).")

    @property
    def edit(self) -> Edit:
        """What it does to the original."""
        return self.start, self.end, self.after


def check(repairs: Sequence[Repair], length: int) -> None:
    """Refuse repairs that are not sorted, share a character, or reach outside an original of `length` characters.

    Raises:
        StudyError: one of them is misplaced.
    """
    at = 0
    for repair in repairs:
        if repair.start < at or repair.end > length:
            raise StudyError(
                f"The repair at {repair.start}–{repair.end} overlaps another one or lies outside the text."
            )
        at = repair.end


def applied(original: str, repairs: Iterable[Repair]) -> str:
    """Return the original with these repairs (sorted, not overlapping) made; `sure` is not looked at."""
    return apply(original, (repair.edit for repair in repairs))
