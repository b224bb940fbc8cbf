"""Moving the caret and the selection in the coding room."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.study import units
from workbench.tui.transcript_view import TranscriptView
from workbench.words import say

if TYPE_CHECKING:
    from workbench.tui.room import Room
else:
    Room = object


class CaretMoves(Room):
    """Commands `caret.…` and `select.…`; each moves the transcript view."""

    @property
    def view(self) -> TranscriptView:
        """The transcript view."""
        return self.query_one(TranscriptView)

    @property
    def _selecting_forward(self) -> bool:
        fixed, moving = self.view.fixed_end, self.view.moving_end
        return fixed is not None and moving is not None and moving >= fixed

    def _turn_at(self, _: str, offset: int) -> tuple[int, int]:
        turn = self.view.transcript.turn_at(offset)
        return turn.start, turn.end

    def _forward(self, unit_at: Callable[[str, int], tuple[int, int]], following: Callable[[str, int], int]) -> None:
        """Go on by a unit; a selection ends with whole units, else it took in the first letter of the next."""
        view, text = self.view, self.view.transcript.text
        if not self._selecting_forward or view.moving_end is None:
            view.go(following(text, view.caret))
            return
        at = view.moving_end
        for start in (at, min(following(text, at), len(text) - 1)):
            end = start + len(text[start : unit_at(text, start)[1]].rstrip()) - 1
            if end > at:
                view.go(end)
                return

    def do_caret_left(self) -> None:
        """One character back."""
        self.view.go(self.view.caret - 1)

    def do_caret_right(self) -> None:
        """One character on."""
        self.view.go(self.view.caret + 1)

    def do_caret_down(self) -> None:
        """One row down."""
        self.view.go_rows(1)

    def do_caret_up(self) -> None:
        """One row up."""
        self.view.go_rows(-1)

    def do_caret_next_word(self) -> None:
        """To the next word; while selecting, to the end of this one or the next."""
        self._forward(units.word_at, units.next_word)

    def do_caret_previous_word(self) -> None:
        """To the previous word."""
        self.view.go(units.previous_word(self.view.transcript.text, self.view.caret))

    def do_caret_next_sentence(self) -> None:
        """To the next sentence; while selecting, to the end of this one or the next."""
        self._forward(units.sentence_at, units.next_sentence)

    def do_caret_previous_sentence(self) -> None:
        """To the previous sentence."""
        self.view.go(units.previous_sentence(self.view.transcript.text, self.view.caret))

    def do_caret_next_turn(self) -> None:
        """To the next turn; while selecting, to the end of this one or the next."""
        if self._selecting_forward:
            self._forward(self._turn_at, lambda _, offset: self._turn_at("", offset)[1] + 1)
        else:
            self.view.go_turn(1)

    def do_caret_previous_turn(self) -> None:
        """To the previous turn."""
        self.view.go_turn(-1)

    def do_caret_page_down(self) -> None:
        """A screenful down."""
        self.view.go_page(1)

    def do_caret_page_up(self) -> None:
        """A screenful up."""
        self.view.go_page(-1)

    def do_caret_line_start(self) -> None:
        """To the beginning of the row."""
        self.view.go_row_edge(end=False)

    def do_caret_line_end(self) -> None:
        """To the end of the row."""
        self.view.go_row_edge(end=True)

    def do_caret_first(self) -> None:
        """To the beginning of the transcript."""
        self.view.go(0)

    def do_caret_last(self) -> None:
        """To the end of the transcript."""
        self.view.go(len(self.view.transcript.text))

    def do_caret_centre(self) -> None:
        """Put the row of the caret in the middle."""
        self.view.centre()

    def do_caret_next_coding(self) -> None:
        """To the next coded passage."""
        if not self.view.go_coding(1):
            self.tell(say("coding.no_more"), "warn")

    def do_caret_previous_coding(self) -> None:
        """To the previous coded passage."""
        if not self.view.go_coding(-1):
            self.tell(say("coding.no_more"), "warn")

    def do_select_start(self) -> None:
        """Begin to select, or stop."""
        self.view.start_selection()

    def do_select_grow(self) -> None:
        """Select more."""
        self.view.grow_selection()

    def do_select_shrink(self) -> None:
        """Select less."""
        self.view.shrink_selection()

    def do_select_other_end(self) -> None:
        """Move the other end."""
        self.view.swap_ends()
