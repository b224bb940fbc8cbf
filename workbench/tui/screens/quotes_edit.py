"""Editing a quote in its transcript: select words to cut, or a place to put an explanation in."""

from typing import TYPE_CHECKING

from workbench.study import units
from workbench.study.spans import Span
from workbench.study.transcripts import Transcript
from workbench.tui.drawing import Part
from workbench.tui.later import later
from workbench.tui.ledger import Ledger
from workbench.tui.marks import Passage
from workbench.tui.transcript_view import TranscriptView
from workbench.words import say

if TYPE_CHECKING:
    from workbench.acts import quotes as acts
    from workbench.report.board_quote import BoardQuote
    from workbench.tui.room import Room
else:
    acts, Room = later("workbench.acts.quotes"), object


class Editing(Room):
    """Commands `quotes.cut` and `quotes.insert`, and the state between asking and doing."""

    _mode = ""
    _quote: "BoardQuote | None" = None

    def edit_view(self) -> TranscriptView:
        """Return the view in which words are chosen, hidden at first."""
        made = TranscriptView(self.palette, id="editor")
        made.display = False
        return made

    @property
    def editor(self) -> TranscriptView:
        """The view in which words are chosen."""
        return self.query_one("#editor", TranscriptView)

    @property
    def view(self) -> TranscriptView:
        """The view that the caret's keys move."""
        return self.editor

    @property
    def editing(self) -> bool:
        """Whether words are being chosen."""
        return bool(self._mode)

    if TYPE_CHECKING:

        def current(self) -> "BoardQuote | None":
            """Return the current quote."""
            ...

        def transcript_of(self, quote: "BoardQuote") -> Transcript:
            """Return the quote's transcript."""
            ...

    def raw(self, quote: "BoardQuote", start: int, end: int) -> str:
        """Return words of the transcript as spoken."""
        return self.transcript_of(quote).text[start:end]

    def do_quotes_cut(self) -> None:
        """Choose words to cut, or cut the chosen ones."""
        self._begin("cut")

    def do_quotes_insert(self) -> None:
        """Choose where to put words in."""
        self._begin("insert")

    def _begin(self, mode: str) -> None:
        if quote := self.current():
            self._mode, self._quote = mode, quote
            span = quote.quote.span
            shown = Passage(quote.quote.coding_id, 0, span, quote.code, "", "")
            self.editor.display = True
            self.query_one("#board", Ledger).display = False
            self.editor.show(self.transcript_of(quote), [shown], span.start)
            self.editor.focus()
            self.tell("")
            self.renew()

    def resting(self) -> Part:
        """While words are chosen, what to do."""
        return (say(f"quotes.editing.{self._mode}"), "accent") if self._mode else ("", "")

    def do_quotes_do_edit(self) -> None:
        """Carry out the edit at the chosen words."""
        quote = self._quote
        if quote is None:
            return
        if self._mode == "cut":
            text = self.editor.transcript.text
            span = self.editor.selection or Span(*units.word_at(text, self.editor.caret))
            acts.cut(self.study, quote.quote.id, span.start, span.end)
            self.leave_editing()
            self.tell(say("quotes.cut_done"), "good")
            return
        start, end = units.word_at(self.editor.transcript.text, self.editor.caret)
        word = self.editor.transcript.text[start:end]

        def put(text: str) -> None:
            acts.insert(self.study, quote.quote.id, end, text)
            self.leave_editing()
            self.tell(say("quotes.insert_done"), "good")

        self.ask(say("quotes.insert", word=word), put)

    def leave_editing(self) -> bool:
        """Go back to the board; return False when nothing was being edited."""
        if not self._mode:
            return False
        self._mode, self._quote = "", None
        self.editor.display = False
        self.query_one("#board", Ledger).display = True
        self.focus_main()
        self.tell("")
        self.renew()
        return True

    def on_transcript_view_moved(self) -> None:
        """Keep the keys shown right."""
        self.show_keys()
