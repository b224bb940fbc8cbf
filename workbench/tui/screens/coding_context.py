"""Round the text: what the words at the caret carry, beside them; on narrow screens in the row below, or by `tab`.

At the right stand the codings here with what was said of them, memos on these words and codes, who speaks, and what the
helper found. Nothing is read that did not change: a key that moves the caret costs as much in the longest text.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.containers import Vertical
from textual.widget import Widget

from workbench import commands
from workbench.store.lookups import memos as memo_lookup
from workbench.study.codes import Codebook
from workbench.study.codings import Coding as OneCoding
from workbench.study.memos import Memo
from workbench.study.people import Participant
from workbench.study.spans import Span
from workbench.study.transcripts import Turn
from workbench.tui.drawing import Line, Part, wrapped
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.marks import Passage
from workbench.tui.note_rows import NOTE_SIGN
from workbench.tui.room import NARROW
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
    _memos_of: Mapping[int, list[Memo]] = {}

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

        def notes_here(self) -> list[Memo]:
            """Return the margin notes over the caret."""
            ...

        def near_lines(self, width: int) -> list[Line]:
            """Return the nearest coded passages as lines."""
            ...

    # What is shown

    @property
    def context(self) -> TextPane:
        """The pane beside the text."""
        return self.query_one("#context", TextPane)

    def show_context(self) -> None:
        """Show what the caret stands on, unless it is shown already."""
        here, selection = self.view.here, self.view.selection
        turn = self.view.transcript.turn_at(self.view.caret).number if self.view.transcript.turns else 0
        notes = tuple(one.id for one in self.notes_here())
        context = (self.view.transcript.id, turn, here, selection, self.current_id, self._is_seen, notes)
        if context == self._context_of:
            return
        self._context_of = context
        if self._is_seen:
            self.context.show(lambda width: self._context_lines(width, here, selection))
        self.rest()

    def show_context_anew(self) -> None:
        """Show what the caret stands on after something of it may have changed."""
        self._context_of, self._memos_of = None, {}
        self.show_context()

    def show_near(self) -> None:
        """Show the nearest coded passages beside the text."""
        self._context_of = None
        self.show_context()

    def resting(self) -> Part:
        """On narrow screens, which codes the words at the caret have."""
        if not self.has_class("narrow"):
            return "", ""
        if self.side_shown:
            return say("beside.back", key=commands.key_of("app.next_pane")), "dim"
        names = [f"{'▸' if one.coding_id == self.current_id else ''}{one.name}" for one in self.view.here]
        current = self.current_coding()
        one = self.coding_if_there(current.coding_id) if current else None
        marks = f"  ({told})" if one and (told := marks_told(one)) else ""
        notes = [f"{NOTE_SIGN} {' '.join(_words(one).split())}" for one in self.notes_here()]
        return " · ".join([*names, *notes]) + marks, "dim"

    def _memos_on(self, code_id: int) -> list[Memo]:
        if code_id not in self._memos_of:
            self._memos_of = {**self._memos_of, code_id: memo_lookup.on(self.study, "code", code_id)}
        return self._memos_of[code_id]

    # The sections

    def _context_lines(self, width: int, here: Sequence[Passage], selection: Span | None) -> Sequence[Line]:
        lines: list[Line] = []
        if selection:
            count = len(selection.cut(self.view.transcript.text).split())
            lines += [[(say("coding.selected", count=count), "accent")], []]
        lines += self._codes_here(width, here)
        lines += self._memos_here(width, here)
        turn = self.view.transcript.turn_at(self.view.caret) if self.view.transcript.turns else None
        return lines + self.speaker_lines(turn, width) + self.near_lines(width)

    def speaker_lines(self, turn: Turn | None, width: int) -> list[Line]:
        """Return the card of who says a turn."""
        known = self.cards.get(turn.participant_id or 0) if turn else None
        return [[], [(say("participant.card"), "title")], *wrapped(known, width)] if known else []

    def _codes_here(self, width: int, here: Sequence[Passage]) -> list[Line]:
        lines: list[Line] = [[(say("coding.here"), "title")]]
        if not here:
            lines.append([(say("coding.none_here"), "dim")])
        current, explained = self.current_coding(), set[int]()
        for passage in here:
            one = self.coding_if_there(passage.coding_id)
            mark = "▸" if current and passage.coding_id == current.coding_id else " "
            lines.append(
                [(mark, "accent"), ("▌", passage.colour), (passage.name, "strong"), (f"  {passage.sigil}", "dim")]
            )
            code = self.codebook.get(passage.code_id)
            if code.defined and code.id not in explained:
                explained.add(code.id)
                lines += wrapped(code.brief or code.definition, width, "dim", indent="  ")
            if one and (told := marks_told(one)):
                lines += wrapped(told, width, indent="  ")
            if one and one.memo:
                lines += wrapped(say("coding.memo_line", text=one.memo), width, "accent", indent="  ")
        return lines

    def _memos_here(self, width: int, here: Sequence[Passage]) -> list[Line]:
        lines: list[Line] = []
        for note in self.notes_here():
            lines += _memo_lines(f"{NOTE_SIGN} {_words(note)}", note, width, self.study.coder_id)
        for code_id, name in {one.code_id: one.name for one in here}.items():
            for memo in self._memos_on(code_id):
                words = say("coding.memo_on_code", code=name, text=_words(memo))
                lines += _memo_lines(words, memo, width, self.study.coder_id)
        return [[], [(say("coding.memos_here"), "title")], *lines] if lines else []

    # Going there

    @property
    def side_shown(self) -> bool:
        """Whether a narrow screen shows what is beside the text in its place."""
        return self.has_class("narrow") and self._side.has_class("pinned")

    @property
    def beside_has_keys(self) -> bool:
        """Whether the keys move what is beside the text."""
        return self.side_shown or self.focused in self._panes

    @property
    def _side(self) -> Widget:
        return self.query_one("#round", Vertical)

    @property
    def _panes(self) -> list[Widget]:
        return list(self._side.query("TextPane, Ledger").results(Widget))

    @property
    def _is_seen(self) -> bool:
        return not self.has_class("narrow") or self._side.has_class("pinned")

    def pane(self) -> Ledger | TextPane | None:
        """Return the list or text pane that has the keys."""
        if self.side_shown and self.focused not in self._panes:
            return self.context
        return super().pane()

    def show_side(self, shown: bool) -> None:
        """On a narrow screen, put what is beside the text in its place, or the text back."""
        self._side.set_class(shown, "pinned")
        self.query_one("#words").set_class(shown, "covered")
        self.show_context()
        self.call_after_refresh(self._to_side if shown else self.focus_main)

    def _to_side(self) -> None:
        # A pane takes the keys only when there is more than fits, which it knows once it has laid itself out.
        if not self.asking and self.beside_has_keys:
            self.call_next(self._focus_pane, 0)

    def _focus_pane(self, first: int) -> None:
        held = next((pane for pane in self._panes[first:] if pane.focusable), None)
        if held is not None:
            held.focus()
        elif first:
            self.focus_main()
        self.show_keys()

    def do_app_next_pane(self) -> None:
        """From the text to what is beside it, pane by pane, and back."""
        if self.asking:
            super().do_app_next_pane()
            return
        panes, focused = self._panes, self.focused
        at = panes.index(focused) + 1 if focused in panes else 0
        rest = [pane for pane in panes[at:] if pane.focusable]
        if self.has_class("narrow") and not (self.side_shown and rest and at):
            self.show_side(not self.side_shown)
        elif rest:
            rest[0].focus()
        else:
            self.focus_main()
        self.show_keys()

    def leave_side(self) -> bool:
        """Go back to the text; return False when one is there."""
        if self.side_shown:
            self.show_side(False)
        elif self.focused in self._panes:
            self.focus_main()
        else:
            return False
        return True

    def on_resize(self, event: events.Resize) -> None:
        """A wide screen shows both (Textual calls the room's own handler after this one)."""
        if self.is_mounted and self.query("#round"):
            if event.size.width >= NARROW and self._side.has_class("pinned"):
                self.show_side(False)
            self.call_after_refresh(self.show_context)

    def do_beside_down(self) -> None:
        """Move down in what is beside the text."""
        self.do_list_down()

    def do_beside_up(self) -> None:
        """Move up in what is beside the text."""
        self.do_list_up()

    def do_beside_page_down(self) -> None:
        """Move a screenful down in what is beside the text."""
        self.do_list_page_down()

    def do_beside_page_up(self) -> None:
        """Move a screenful up in what is beside the text."""
        self.do_list_page_up()


def _words(memo: Memo) -> str:
    return f"{memo.title}: {memo.text}" if memo.title else memo.text


def _memo_lines(words: str, memo: Memo, width: int, coder_id: int) -> list[list[Part]]:
    private = f"  ({say('memo.private')})" if memo.private else ""
    return wrapped(words if memo.coder_id == coder_id else f"{words}  – {memo.coder}", width, "accent") + (
        [[(private, "dim")]] if private else []
    )


def card(one: Participant) -> str:
    """Return a participant's label, marked when they withdrew, and what is known of them, a line each."""
    label = f"{one.label}  ⊘ {say('participant.withdrawn')}" if one.withdrawn else one.label
    return "\n".join((label, *(f"{attribute_label(name)}: {value}" for name, value in one.attributes.items())))
