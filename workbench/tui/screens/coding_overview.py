"""Where in the interview things are: the strip in the column beside the text, and how much is coded in all.

Counted when nobody waits for it, a few milliseconds at a time; after an act only where one coded.
"""

from collections.abc import Collection
from time import perf_counter
from typing import TYPE_CHECKING

from workbench.study.codes import Codebook
from workbench.study.spans import Span
from workbench.tui.drawing import Line
from workbench.tui.later import later
from workbench.tui.looks import Palette
from workbench.tui.overview import MODES, Mode, Overview, mode_of, signs
from workbench.tui.transcript_view import TranscriptView
from workbench.words import counted, say

if TYPE_CHECKING:
    from workbench.store.lookups import spoken
    from workbench.tui.screens.coding_suggest import Suggesting
else:
    spoken, Suggesting = later("workbench.store.lookups.spoken"), object

# What is soon counted is counted at once; else so long at a time and so long a rest between, while nobody types.
_SOON = 150_000
_AT_A_TIME, _REST, _PAUSE = 0.004, 0.015, 0.25
_STRIP = 40


class Overlooking(Suggesting):
    """Command `coding.overview`."""

    codebook: Codebook
    _tellers: Collection[int] = ()
    _tellers_of: object = None
    _counting = False
    _moved_at = 0.0
    _shown = Mode.PLAIN
    # The numbers as last shown, and of what.
    _counted: Overview | None = None

    if TYPE_CHECKING:

        @property
        def view(self) -> TranscriptView:
            """The transcript view."""
            ...

        def show_near(self) -> None:
            """Draw what stands beside the text anew."""

    def do_coding_overview(self) -> None:
        """Show something else beside the text."""
        mode = MODES[(MODES.index(self._mode) + 1) % len(MODES)]
        self.workbench.desk.overview = mode.value
        code = self._code_in_hand()
        key = "none" if mode is Mode.CODE and not code else mode.value
        self.tell(say(f"overview.{key}", code=self.codebook.get(code).name if code else ""), "good")
        self._show_overview()
        self.look_over()

    @property
    def _mode(self) -> Mode:
        # Who reads without codes sees nothing of them here either.
        return Mode.PLAIN if self.view.reading else mode_of(self.workbench.desk.overview)

    def _code_in_hand(self) -> int:
        """Return the code in focus, else the armed one, where it is told of; else 0."""
        code = self.view.focus_code or self.workbench.desk.armed
        return code if self._mode is Mode.CODE and code in self.codebook else 0

    def renew(self) -> None:
        """Renew title and keys, and see whether there is something to count."""
        super().renew()
        self._moved_at = perf_counter()
        self.look_over()

    def set_palette(self, palette: Palette) -> None:
        """Draw everything in other colours."""
        super().set_palette(palette)
        self._show_overview()

    # Counting

    def on_transcript_view_laid_out(self) -> None:
        """The parts are others now."""
        self.look_over()

    @property
    def counting(self) -> bool:
        """Whether something is being counted."""
        return self._counting

    def look_over(self) -> None:
        """Count what is not counted yet as soon as there is time; costs nothing when all is counted."""
        view = self.view
        if self._counting or not view.transcript.turns or not view.size.height:
            return
        if self._counted is None or self._counted is not view.counted or self._counted.stale(self._code_in_hand()):
            self._counting = True
            self.call_after_refresh(self._count)

    def _count(self) -> None:
        self._counting = False
        if not self.has_text or not self.view.transcript.turns or not self.view.size.height:
            return
        now = perf_counter()
        typing = now - self._moved_at < _PAUSE
        if typing and self.view.counted is None and len(self.view.transcript.text) > _SOON:
            self._go_on(_PAUSE)
            return
        whose = (self.view.transcript, self.study.coder_id)
        if self._tellers_of != whose:
            self._tellers_of = whose
            self._tellers = spoken.tellers(self.study, self.view.transcript.id)
        numbers = self.view.overview(self._tellers)
        numbers.set_code(self._code_in_hand())
        soon = numbers.left <= _SOON
        if typing and not soon:
            self._go_on(_PAUSE)
            return
        while numbers.work():
            if not soon and perf_counter() - now > _AT_A_TIME:
                self._go_on(_REST)
                return
        self._counted = numbers
        self._show_overview()
        self.renew()
        self.show_near()

    def _go_on(self, rest: float) -> None:
        self._counting = True
        self._show_overview()
        self.set_timer(rest, self._count)

    def _show_overview(self) -> None:
        numbers, code, mode = self._counted, self._code_in_hand(), self._mode
        self.view.show_turn_levels(mode is Mode.DENSITY)
        # Of the same text, what is not counted anew yet stays as it was for that moment.
        levels = None
        if numbers is not None and numbers is self.view.counted:
            if not numbers.stale(code):
                levels = numbers.levels(mode)
            elif mode is self._shown:
                return
        self._shown = mode
        colour = self.codebook.get(code).colour if code else ""
        self.view.vertical_scrollbar.show(levels, colour, self.palette)

    # In words

    def coded_told(self) -> str:
        """Return how much of the transcript is coded, or nothing while that is not counted."""
        words, coded = self._totals()
        return say("overview.share", share=round(100 * coded / words)) if words else ""

    def _totals(self) -> tuple[int, int]:
        numbers = self._counted
        known = numbers is not None and numbers is self.view.counted and not self.view.reading
        return numbers.totals() if numbers is not None and known else (0, 0)

    def near_lines(self, width: int) -> list[Line]:
        """Return how much of the transcript is coded, and then the nearest passages, for the pane beside the text."""
        return [*self._overview_lines(width), *super().near_lines(width)]

    def _overview_lines(self, width: int) -> list[Line]:
        words, coded = self._totals()
        numbers = self._counted
        if not words or numbers is None:
            return []
        turn = self.view.transcript.turn_at(self.view.caret)
        here = len(self.view.meeting(Span(turn.start, max(turn.start + 1, turn.end))))
        plain = self.workbench.chosen.signs == "plain"
        strip = signs(numbers.strip(min(width, _STRIP)), plain=plain)
        return [
            [],
            [(say("overview.title"), "title")],
            [(say("overview.told", share=round(100 * coded / words), coded=coded, words=words), "")],
            [(strip, "accent")],
            [(counted(say("overview.turn"), here), "dim")],
        ]
