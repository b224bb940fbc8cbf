"""Peeking at the quotes of a code without leaving the text: a list below it, the quote in full beside it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Vertical

from workbench import commands
from workbench.store.lookups import pages
from workbench.study.codes import Code
from workbench.study.codings import CodedPassage
from workbench.tui import quote_pages
from workbench.tui.drawing import OneLine, Part
from workbench.tui.ledger import Ledger, docked
from workbench.tui.passages import PASSAGE_ROWS, in_full, reference
from workbench.tui.passages import draw as draw_passage
from workbench.tui.quote_pages import QuotePages
from workbench.tui.screens.coding_context import Context
from workbench.words import say


@dataclass(frozen=True, slots=True)
class Place:
    """Where one was before going to a quote: the caret, and the quote in hand of a code (0: none)."""

    transcript_id: int
    caret: int
    code_id: int = 0
    below: bool = False
    index: int = 0


class Peeking(Context):
    """Commands `coding.peek`, `peek.open` and `peek.below`; places gone from, to go back to."""

    peeked: int = 0
    peeked_below = False
    # How many quotes there are: of the code alone, with those of the codes under it.
    _counts: tuple[int, ...] = (0, 0)
    _places: tuple[Place, ...] = ()

    if TYPE_CHECKING:

        def forget_suggestions(self) -> None:
            """Close the list of suggestions."""

        def keep_place(self) -> None:
            """Remember the caret in the transcript that is left."""

    def peek_pane(self) -> Vertical:
        """Return the docked list, hidden at first."""
        self._quote_pages = QuotePages()
        quotes = Ledger(self.palette, draw_passage, PASSAGE_ROWS, id="peek")
        return docked(OneLine(self.palette, id="peek-head"), quotes, "peeking")

    @property
    def quotes(self) -> Ledger:
        """The list of quotes."""
        return self.query_one("#peek", Ledger)

    @property
    def peeking(self) -> bool:
        """Whether the quotes of a code are shown."""
        return bool(self.peeked)

    @property
    def peek_states(self) -> set[str]:
        """What the keys can do with the quotes."""
        if not self.peeking or not (self.side_shown or self.quotes.has_focus):
            return set()
        return {"peek", "below"} if len(self._codes(True)) > 1 else {"peek"}

    @property
    def beside_has_keys(self) -> bool:
        """Whether the keys move what is beside or below the text."""
        return super().beside_has_keys or self.quotes.has_focus

    @property
    def code_in_hand(self) -> Code | None:
        """The code of the coding at the caret, else the one in focus, else the armed one."""
        current = self.current_coding()
        wanted = (current.code_id if current else 0, self.view.focus_code, self.workbench.desk.armed)
        return next((self.codebook.get(one) for one in wanted if one in self.codebook), None)

    # Opening and closing

    def do_coding_peek(self) -> None:
        """Show the quotes of the code in hand."""
        if (code := self.code_in_hand) is None:
            return
        self.forget_suggestions()
        # What has no quotes of its own is shown with those of the codes under it.
        self._peek(code.id, below=not pages.page(self.study, [code.id], limit=1, around=0))

    def do_peek_below(self) -> None:
        """With the quotes of the codes under it, or without."""
        self._peek(self.peeked, below=not self.peeked_below)

    def _peek(self, code_id: int, *, below: bool, index: int = 0) -> None:
        self.peeked, self.peeked_below = code_id, below
        if not self._read_quotes(index):
            self.leave_peek()
            self.tell(say("peek.none", code=self.codebook.get(code_id).name), "warn")
            return
        self.query_one("#peeking").display = True
        self.quotes.focus()
        self.call_after_refresh(self.show_context)
        self.tell(say("peek.keys", open="enter", back="esc"), "accent")
        self.show_keys()

    def _read_quotes(self, index: int) -> bool:
        """Read the first quotes, at least as far as `index`; return whether there are any."""
        self._counts = tuple(quote_pages.count_of(self.study, self._codes(one)) for one in (False, True))
        found = self._quote_pages.begin(self.study, self.quotes, self._codes(self.peeked_below), index)
        self._head()
        return found

    def _codes(self, below: bool) -> list[int]:
        """Return the code peeked at, and with `below` those under it."""
        return sorted(self.codebook.with_descendants(self.peeked)) if below else [self.peeked]

    def _head(self) -> None:
        code, count = self.codebook.get(self.peeked), self._counts[self.peeked_below]
        parts: list[Part] = [(" ▌", code.colour), (code.name, "strong"), (f"  {say('peek.count', count=count)}", "")]
        if len(self._codes(True)) > 1:
            key = "peek.with_below" if self.peeked_below else "peek.without_below"
            parts.append((f"  {say(key, count=self._counts[True], key=commands.key_of('peek.below'))}", "dim"))
        place = [(f"{self.quotes.index + 1}/{count} ", "dim")] if self.quotes.current else []
        self.query_one("#peek-head", OneLine).show(parts, place)

    def leave_peek(self) -> bool:
        """Close the list of quotes; return False when it is not open."""
        if not self.peeking:
            return False
        has_keys = self.quotes.has_focus or self.side_shown
        self.peeked = 0
        self.query_one("#peeking").display = False
        self.quotes.set_items(())
        super().show_context_anew()
        if has_keys:
            self.focus_main()
        self.tell("")
        return True

    def show_item(self) -> None:
        """Another quote is in hand: show it in full, and read on where the list comes to its end."""
        if not self.peeking:
            return
        self._quote_pages.read_on(self.study, self.quotes)
        self._head()
        self.show_context()

    # Beside the text

    def show_context(self) -> None:
        """Show the quote in hand while one peeks, else what the caret stands on."""
        one: CodedPassage | None = self.quotes.current if self.peeking else None
        if one is None:
            super().show_context()
            return
        wanted = ("peek", one.coding.id, self._is_seen)
        if wanted != self._context_of:
            self._context_of = wanted
            if self._is_seen:
                colour = self.codebook.get(one.coding.code_id).colour
                self.context.show(lambda width: in_full(one, colour, width))
            self.rest()

    def show_context_anew(self) -> None:
        """Show what the caret stands on, or the quotes, after something of it may have changed."""
        if self.peeking:
            self._read_again()
        super().show_context_anew()

    def _read_again(self) -> None:
        if self.peeked not in self.codebook or not self._read_quotes(self.quotes.index):
            self.leave_peek()

    # Going there and back

    def do_peek_open(self) -> None:
        """Go to the quote in hand."""
        one: CodedPassage | None = self.quotes.current
        if one is None:
            return
        place = Place(self.view.transcript.id, self.view.caret, self.peeked, self.peeked_below, self.quotes.index)
        self.leave_side()
        self.leave_peek()
        words = "".join(text for text, _ in reference(one)[:3])
        self.go_there(place, one.coding.transcript_id, one.coding.span.start, words)

    def go_there(self, place: Place, transcript_id: int, offset: int, words: str) -> None:
        """Go to a passage, from where a step back leads to `place` again."""
        if transcript_id != self.view.transcript.id:
            self.keep_place()
        self._places = (*self._places, place)
        self.view.clear_selection()
        self.workbench.open_transcript(transcript_id, offset)
        self.view.focus()
        self.view.centre()
        self.tell(say("peek.there", place=words, key="esc"), "good")

    def go_back_there(self) -> bool:
        """Go back to where one was before going to a quote; return False when one went to none."""
        if not self._places:
            return False
        *left, place = self._places
        self._places = tuple(left)
        self.view.clear_selection()
        self.workbench.open_transcript(place.transcript_id, place.caret)
        if place.code_id in self.codebook:
            self._peek(place.code_id, below=place.below, index=place.index)
        self.tell(say("peek.back"), "good")
        return True

    def on_screen_suspend(self) -> None:
        """Whoever leaves the room does not come back to where a quote was looked at."""
        if self.workbench.desk.room != self.ROOM:
            self._places = ()
