"""Round the text: what the words at the caret carry, beside them; on narrow screens in the row below."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.study.codes import Codebook
from workbench.study.codings import Coding as OneCoding
from workbench.study.people import Participant
from workbench.study.spans import Span
from workbench.tui.drawing import Line, Part, wrapped
from workbench.tui.ledger import TextPane
from workbench.tui.marks import Passage
from workbench.tui.transcript_view import TranscriptView
from workbench.words import say
from workbench.words.attributes import attribute_label
from workbench.words.codings import marks_told

if TYPE_CHECKING:
    from workbench.tui.room import Room
else:
    Room = object


class Context(Room):
    """Fills the pane beside the text as the caret moves."""

    codebook: Codebook
    # The coding that drop, memo and pick are about; participants' cards by id.
    current_id: int = 0
    cards: Mapping[int, str] = {}
    _context_of: object = None

    if TYPE_CHECKING:
        # Given by the other parts of the coding room.
        @property
        def view(self) -> TranscriptView:
            """The transcript view."""
            ...

        def current_coding(self) -> Passage | None:
            """Return the coding that drop, memo and pick are about."""

        def coding_if_there(self, coding_id: int) -> OneCoding | None:
            """Return a coding, or None where another window dropped it."""

        def near_lines(self, width: int) -> list[Line]:
            """Return the nearest coded passages as lines."""
            ...

    def show_context(self) -> None:
        """Show what the caret stands on, unless it is shown already."""
        pane = self.query_one("#context", TextPane)
        here, selection = self.view.here, self.view.selection
        turn = self.view.transcript.turn_at(self.view.caret).number if self.view.transcript.turns else 0
        context = (self.view.transcript.id, turn, here, selection, self.current_id, self.has_class("narrow"))
        if context == self._context_of:
            return
        self._context_of = context
        if not self.has_class("narrow"):
            pane.show(lambda width: self._context_lines(width, here, selection))
        self.rest()

    def show_context_anew(self) -> None:
        """Show what the caret stands on after something of it may have changed."""
        self._context_of = None
        self.show_context()

    def show_near(self) -> None:
        """Show the nearest coded passages beside the text."""
        self.show_context_anew()

    def resting(self) -> Part:
        """On narrow screens, which codes the words at the caret have."""
        if not self.has_class("narrow"):
            return "", ""
        names = (f"{'▸' if one.coding_id == self.current_id else ''}{one.name}" for one in self.view.here)
        current = self.current_coding()
        one = self.coding_if_there(current.coding_id) if current else None
        marks = f"  ({told})" if one and (told := marks_told(one)) else ""
        return " · ".join(names) + marks, "dim"

    def _context_lines(self, width: int, here: Sequence[Passage], selection: Span | None) -> Sequence[Line]:
        lines: list[Line] = []
        if selection:
            count = len(selection.cut(self.view.transcript.text).split())
            lines += [[(say("coding.selected", count=count), "accent")], []]
        lines.append([(say("coding.here"), "title")])
        if not here:
            lines.append([(say("coding.none_here"), "dim")])
        current = self.current_coding()
        for passage in here:
            one = self.coding_if_there(passage.coding_id)
            mark = "▸" if current and passage.coding_id == current.coding_id else " "
            lines.append(
                [(mark, "accent"), ("▌", passage.colour), (passage.name, "strong"), (f"  {passage.sigil}", "dim")]
            )
            code = self.codebook.get(passage.code_id)
            lines += wrapped(code.brief or code.definition, width, "dim", indent="   ") if code.defined else []
            if one and (told := marks_told(one)):
                lines += wrapped(told, width, indent="   ")
            if one and one.memo:
                lines += wrapped(say("coding.memo_line", text=one.memo), width, "accent", indent="   ")
        turn = self.view.transcript.turn_at(self.view.caret) if self.view.transcript.turns else None
        if turn and (known := self.cards.get(turn.participant_id or 0)):
            lines += [[], [(say("participant.card"), "title")]]
            lines += wrapped(known, width)
        return lines + self.near_lines(width)


def card(one: Participant) -> str:
    """Return a participant's label, marked when they withdrew, and what is known of them, a line each."""
    label = f"{one.label}  ⊘ {say('participant.withdrawn')}" if one.withdrawn else one.label
    return "\n".join((label, *(f"{attribute_label(name)}: {value}" for name, value in one.attributes.items())))
