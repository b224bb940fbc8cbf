"""The search room: a field, hits as one types, the turn in full beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Input

from workbench.errors import StudyError
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.search.find import Order
from workbench.store.search.hits import Hit
from workbench.store.search.notes import NoteHit
from workbench.tui.beside import Beside
from workbench.tui.drawing import Line, OneLine, Part
from workbench.tui.fields import LineField
from workbench.tui.ledger import Ledger
from workbench.tui.screens.search_asking import WORDS
from workbench.tui.screens.search_code import CodingFound
from workbench.tui.screens.search_guide import syntax
from workbench.tui.screens.search_kept import KeptSearches
from workbench.tui.screens.search_narrow import Narrowing
from workbench.tui.screens.search_pane import HitPane, in_full, note_in_full
from workbench.tui.screens.search_rows import HIT_ROWS, Found, draw, key_of
from workbench.words import counted, say

_TYPING_RESTS_SECONDS = 0.12
_ROOMS = {"code": "codebook", "theme": "themes", "participant": "people"}


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a transcript, and the room from which one had come there."""

    transcript_id: int
    caret: int
    came_from: str


class SearchField(LineField):
    """The line one types the search into; what is pasted from several lines becomes one."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        super()._on_paste(events.Paste(" ".join(event.text.split())))
        event.stop()


class Search(CodingFound, KeptSearches, Narrowing, Beside):
    """Everything that was said, and everything that was written about it."""

    ROOM = "search"

    def __init__(self) -> None:
        super().__init__()
        self._waiting: Timer | None = None
        self._origin: Place | None = None
        self._opening = False

    def panes(self) -> ComposeResult:
        """The field over the hits, the hit in full beside them."""
        with Horizontal(id="page"):
            with Vertical(classes="stack beside", id="searching"):
                with Horizontal(id="search-line"):
                    yield OneLine(self.palette, id="search-label")
                    yield SearchField(id="search-field", compact=True)
                yield OneLine(self.palette, id="search-ways")
                yield OneLine(self.palette, id="search-spread")
                yield Ledger(self.palette, self._draw, HIT_ROWS, empty=say("search.empty"), id="hits")
            yield HitPane(self.palette, id="hit", classes="side")

    @property
    def typing(self) -> bool:
        """Whether the field has the keys."""
        return self.field.has_focus

    def main_ledger(self) -> Ledger:
        """The hits."""
        return self.hits

    def focus_main(self) -> None:
        """The field at first, then the hits."""
        (self.hits if self.hits.items else self.field).focus()

    def _draw(self, item: Found, width: int) -> Sequence[Line]:
        return draw(item, width, isinstance(item, Hit) and key_of(item) in self.marked)

    # What is shown

    def reload(self) -> None:
        """Search again: what was coded or taken in since counts."""
        self.query_one("#search-label", OneLine).show([(f" {say('search.field')} ", "title")])
        self._now(keep=True)

    def title_parts(self) -> tuple[Line, Line]:
        """How many hits, of how many participants, and how many are marked."""
        left, _ = super().title_parts()
        if self.asked is None or self.asked.tree is None:
            return left, []
        key = "search.total_more" if self.more else "search.total_one" if self.total == 1 else "search.total"
        right: list[Part] = [(say(key, count=self.total), "")]
        if self.spread is not None and self.spread.people and not self.in_notes:
            right.append((f" · {counted(say('n.participants'), len(self.spread.people))}", ""))
        if self.marked:
            right.append((" · " + say("search.marked", count=len(self.marked)), "good"))
        return left, right

    def states(self) -> set[str]:
        """A hit is in hand, and it is a turn."""
        if self.typing or self.forming:
            return set()
        current: Found | None = self.hits.current
        return {"item"} | ({"hit"} if isinstance(current, Hit) else set()) if current is not None else set()

    def show_keys(self) -> None:
        """While one types, the letters are the field's."""
        if self.is_mounted and self.query("#search-field") and self.typing and not self.asking:
            self._keys_shown = None
            self.query_one("#keys", OneLine).show([(f" {say('search.typing')}", "accent")])
        else:
            super().show_keys()

    def show_item(self) -> None:
        """Show the hit in full; without any, how one searches."""
        pane, hit = self.query_one("#hit", HitPane), self.hits.current
        if isinstance(hit, Hit):
            try:
                transcript = transcript_lookup.load(self.study, hit.transcript_id)
            except StudyError:
                pane.show(lambda _: ())
                return
            pane.show(lambda width: in_full(hit, transcript, width))
        elif isinstance(hit, NoteHit):
            pane.show(lambda width: note_in_full(hit, width))
        else:
            pane.show(syntax)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the line of participants (Textual calls the room's own handler after this one)."""
        if self.is_mounted and not self.leaving:
            self.call_after_refresh(self.fit)

    # Stepping back

    def step_back(self) -> bool:
        """Stop reading, leave the hit's page, the field, the marks, then go where one came from; in this order."""
        if self.is_reading:
            self.stop_reading(told=True)
            return True
        if self.leave_side():
            return True
        if self.typing and self.field.value:
            self._now_if_waiting()
            self.hits.focus()
            return True
        if self.marked and not self.typing:
            self.marked.clear()
            self._redraw()
            self.tell(say("search.unmarked"), "accent")
            return True
        if self._origin is not None:
            place, self._origin = self._origin, None
            self.workbench.return_to(place.transcript_id, place.caret, place.came_from)
            return True
        return False

    def begin(self, text: str, origin: Place) -> None:
        """Search for words of a transcript; `esc` goes back there."""
        self._origin = origin
        if self.is_mounted:
            self.put(text)
        else:
            self.call_after_refresh(self.put, text)

    def on_screen_suspend(self) -> None:
        """Whoever leaves for another room than a hit's does not come back to where the search began."""
        room = self.workbench.desk.room
        if room != self.ROOM and not (self._opening and room == "coding"):
            self._origin = None
        self._opening = False

    # Typing

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search when the typing rests a moment."""
        if event.input is not self.field:
            return
        event.stop()
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(_TYPING_RESTS_SECONDS, self._now)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the hits."""
        if event.input is self.field:
            event.stop()
            self._now_if_waiting()
            self.hits.focus()

    def _now_if_waiting(self) -> None:
        if self._waiting is not None:
            self._now()

    def _now(self, keep: bool = False) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        if self.leaving:
            return
        lost = 0 if keep else len(self.marked)
        if lost:
            self.marked.clear()
        self.search(keep=keep)
        if lost:
            self.tell(say("search.marks_gone", count=lost), "warn")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The key row follows the keys."""
        self.show_keys()

    def on_key(self, event: events.Key) -> None:
        """Arrows move in the hits while one types."""
        steps = {"down": 1, "up": -1, "pagedown": 5, "pageup": -5}
        if self.typing and event.key in steps:
            event.stop()
            event.prevent_default()
            self.hits.move(steps[event.key])

    # What can be done

    def do_search_type(self) -> None:
        """Go to the field."""
        if self.side_shown:
            self.show_side(False)
        self.field.focus()
        self.field.action_select_all()

    def do_app_next_pane(self) -> None:
        """From the field to the hits, to the hit in full, and round."""
        if self.typing:
            self.hits.focus()
            return
        super().do_app_next_pane()

    def do_search_next(self) -> None:
        """To the next hit, from the hit in full too."""
        self.hits.move(1)

    def do_search_previous(self) -> None:
        """To the hit before."""
        self.hits.move(-1)

    def do_search_open(self) -> None:
        """Go to the hit."""
        hit: Found = self.hits.current
        self._opening = True
        if isinstance(hit, Hit):
            best = (*hit.excerpt.marks, *hit.marks, hit.span)[0]
            self.workbench.open_transcript(hit.transcript_id, best.start)
            return
        note = hit.note
        if note.span is not None:
            self.workbench.open_transcript(note.transcript_id, note.span.start)
        elif note.about == "transcript":
            self.workbench.open_transcript(note.about_id)
        else:
            self.workbench.visit(_ROOMS.get(note.about, "home"), note.about_id)

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """Open by double click."""
        if event.ledger is self.hits:
            self.do_search_open()

    def do_search_order(self) -> None:
        """Best first, or by transcript."""
        if self.in_notes or (self.asked is not None and self.asked.tree is not None and not self.rankable):
            self.tell(say("search.order_none"), "warn")
            return
        self.order = Order.DOCUMENT if self.order is Order.RANK else Order.RANK
        self.search()

    def do_search_words(self) -> None:
        """Take plain words another way."""
        self.words_way = (self.words_way + 1) % len(WORDS)
        self._now()

    def do_search_where(self) -> None:
        """Search what was said, or what was written."""
        self.in_notes = not self.in_notes
        self._now()
