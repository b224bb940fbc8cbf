"""How notes on a text are drawn: while one reads, in the margin and under the words; else a sign where one begins."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from workbench.study.spans import Span
from workbench.study.transcripts import Transcript
from workbench.tui.drawing import cut
from workbench.tui.looks import Palette
from workbench.tui.marks import Passage
from workbench.tui.page import Page
from workbench.tui.rows import OwnRows


class Marks(StrEnum):
    """How much of the coding the text shows."""

    CALM = "calm"
    FOCUS = "focus"
    HUES = "hues"
    CLEAN = "clean"


NOTE_SIGN, OPEN_SIGN = "✎", "•"
NOTED = Style(underline=True)


class NoteRows(OwnRows):
    """What the rows of a transcript show of notes; while one reads without codes, its passages are notes."""

    palette: Palette
    transcript: Transcript
    marks: Marks
    reading = False
    _noted: Sequence[Span] = ()
    _note_starts: Sequence[int] = ()
    _is_open: Callable[[int], bool] | None = None
    _page: Page
    _label: int

    if TYPE_CHECKING:

        def _redraw(self) -> None:
            """Draw all rows anew."""

    @property
    def bare(self) -> bool:
        """Whether no marks are drawn at all."""
        return self.marks is Marks.CLEAN and not self.reading

    def set_reading(self, reading: bool) -> None:
        """Draw the passages as notes on the text, or as codings."""
        self.reading = reading
        self._redraw()

    def set_notes(self, spans: Sequence[Span]) -> None:
        """Put a sign where notes on these passages (sorted by place) begin."""
        if list(spans) != list(self._noted):
            self._noted, self._note_starts = spans, [one.start for one in spans]
            self._redraw()

    def noted_on(self, row: int) -> Span | None:
        """Return the passage of the first note that begins on a row, or None."""
        starts = self._page.starts
        if not self._note_starts or not 0 <= row < len(starts):
            return None
        end = starts[row + 1] if row + 1 < len(starts) else len(self.transcript.text) + 1
        at = bisect_left(self._note_starts, starts[row])
        return self._noted[at] if at < len(self._noted) and self._note_starts[at] < end else None

    def set_open(self, is_open: Callable[[int], bool]) -> None:
        """Say which turns (by their index) were not looked at yet."""
        self._is_open = is_open
        self._redraw()

    def redraw_turns(self) -> None:
        """Draw anew after turns were looked at."""
        self._redraw()

    def open_sign(self, turn_index: int) -> str:
        """Return what stands between a turn's number and who says it: a sign while one reads and has not looked."""
        return OPEN_SIGN if self.reading and self._is_open is not None and self._is_open(turn_index) else " "

    def in_sight(self) -> tuple[int, int]:
        """Return the stretch of the text whose rows are on the screen whole."""
        starts, top, height = self._page.starts, self.scroll_offset.y, self.size.height
        if not height or top >= len(starts) or not self.transcript.text:
            return 0, 0
        below = top + height
        return starts[top], starts[below] if below < len(starts) else len(self.transcript.text)

    def note_sign(self, row: int) -> list[Segment]:
        """Return the sign of a note that begins on a row, or nothing; while one reads, brackets show it."""
        if self.reading or self.bare or self.noted_on(row) is None:
            return []
        return [Segment(NOTE_SIGN, self.palette.base + self.palette.looks["accent"])]

    def note_label(self, starting: Sequence[Passage]) -> list[Segment]:
        """Return the first words of the note that begins on a row, and of how many it is the first."""
        base = self.palette.base
        if not self._label or not starting:
            return [Segment(" " * self._label, base)]
        count = f"{len(starting)}× " if len(starting) > 1 else ""
        return [Segment(cut(count + starting[0].name, self._label), base + self.palette.looks["accent"])]
