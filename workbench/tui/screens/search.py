"""The search room: a field, hits as one types, the turn in full beside them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import Worker

from workbench.errors import StudyError
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.search.find import Order, find
from workbench.store.search.hits import Hit
from workbench.store.search.notes import NoteHit, NoteKind, find_notes
from workbench.study.search_query import Query, parse
from workbench.tui.beside import Beside
from workbench.tui.drawing import Line, OneLine, Part
from workbench.tui.fields import LineField
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.options import Option
from workbench.tui.screens.search_code import CodingFound
from workbench.tui.screens.search_rows import HIT_ROWS, Found, draw, in_full, key_of, note_in_full
from workbench.words import say
from workbench.words.told import translated

if TYPE_CHECKING:
    from workbench.store.lookups.searches import SavedSearch

_PAGE = 100
_NEAR_END = 20
_MOST = 2_000
_TYPING_RESTS_SECONDS = 0.12
# How plain words are taken: (name, parts, stems).
_WORDS = (("parts", True, False), ("whole", False, False), ("stems", True, True))
_ROOM_OF_NOTE = {NoteKind.CODE: "codebook", NoteKind.THEME: "themes", NoteKind.QUOTE: "quotes"}


class Search(CodingFound, Beside):
    """Everything that was said, and everything that was written about it."""

    ROOM = "search"

    def __init__(self) -> None:
        super().__init__()
        self._words = 0
        self._notes = False
        self._order = Order.RANK
        self._query: Query | None = None
        self._total, self._more = 0, False
        self._waiting: Timer | None = None
        self._reading: Worker[None] | None = None

    def panes(self) -> ComposeResult:
        """The field over the hits, the hit in full beside them."""
        with Horizontal(id="page"):
            with Vertical(classes="stack beside", id="searching"):
                with Horizontal(id="search-line"):
                    yield OneLine(self.palette, id="search-label")
                    yield LineField(id="search-field", compact=True)
                yield OneLine(self.palette, id="search-ways")
                yield Ledger(self.palette, self._draw, HIT_ROWS, empty=say("search.empty"), id="hits")
            yield TextPane(self.palette, id="hit", classes="side")

    @property
    def field(self) -> LineField:
        """Where one types."""
        return self.query_one("#search-field", LineField)

    @property
    def hits(self) -> Ledger:
        """The list of hits."""
        return self.query_one("#hits", Ledger)

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
        self._search(keep=True)

    def title_parts(self) -> tuple[Line, Line]:
        """How many hits."""
        left, _ = super().title_parts()
        if self._query is None or self._query.tree is None:
            return left, []
        key = "search.total_more" if self._more else "search.total_one" if self._total == 1 else "search.total"
        right: list[Part] = [(say(key, count=self._total), "")]
        if self.marked:
            right.append((" · " + say("search.marked", count=len(self.marked)), "good"))
        return left, right

    def _show_ways(self) -> None:
        where = say("search.where.notes" if self._notes else "search.where.texts")
        ways = [where, say(f"search.words.{_WORDS[self._words][0]}")]
        if not self._notes:
            ways.append(say(f"search.order.{self._order.value}"))
        self.query_one("#search-ways", OneLine).show([(f" {' · '.join(ways)}", "dim")])

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
        """Show the hit in full."""
        pane, hit = self.query_one("#hit", TextPane), self.hits.current
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
            pane.show(lambda _: ())

    def step_back(self) -> bool:
        """Stop reading, leave the field, the hit's page, the marks, in this order."""
        if self._reading is not None and self._reading.is_running:
            self._reading.cancel()
            return True
        if self.leave_side():
            return True
        if self.typing and self.field.value:
            self.hits.focus()
            return True
        if self.marked and not self.typing:
            self.marked.clear()
            self._redraw()
            self.tell(say("search.unmarked"), "accent")
            return True
        return False

    # Searching

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search when the typing rests a moment."""
        if event.input is not self.field:
            return
        event.stop()
        self.marked.clear()
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(_TYPING_RESTS_SECONDS, self._search)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the hits."""
        if event.input is self.field:
            event.stop()
            self._search()
            self.hits.focus()

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

    def _search(self, keep: bool = False) -> None:
        """Put the query to the study; `keep` the place in the list."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        if self._reading is not None:
            self._reading.cancel()
        self._show_ways()
        _, parts, stems = _WORDS[self._words]
        try:
            self._query = parse(self.field.value, parts=parts, stems=stems)
            if self._query.has_regex and not self._notes:
                self._show((), 0)
                self._reading = self.run_worker(self._read_through(self._query), exclusive=True)
                return
            self._ask(max(_PAGE, len(self.hits.items)) if keep else _PAGE, keep)
        except StudyError as error:
            self._show((), 0)
            self.tell(str(error), "error")

    def _ask(self, limit: int, keep: bool) -> None:
        assert self._query is not None
        if self._notes:
            notes = find_notes(self.study, self._query, limit)
            self._show(notes.hits, notes.total, keep=keep)
            self._remark(notes.remarks)
            return
        results = find(self.study, self._query, limit, self._order)
        self._show(results.hits, results.total, more=results.more, keep=keep)
        self._remark(results.remarks)

    def _show(self, found: Sequence[Found], total: int, *, more: bool = False, keep: bool = False) -> None:
        self._total, self._more = total, more
        self.hits.empty = self._empty_words()
        self.hits.set_items(found, None if keep else 0)
        self.show_item()
        self.renew()

    def _empty_words(self) -> str:
        if self._query is None or self._query.tree is None:
            return say("search.empty")
        if not self.study.live("transcript"):
            return say("search.no_texts")
        return say("search.none_parts" if _WORDS[self._words][0] == "whole" else "search.none")

    def _remark(self, remarks: Sequence[str]) -> None:
        if not self.asking:
            self.tell("  ".join(translated(one) for one in remarks), "dim")

    async def _read_through(self, query: Query) -> None:
        """Read transcript after transcript for a regular expression; keys come between."""
        from workbench.store.search.regex_find import find_regex

        found: list[Hit] = []
        done, of, stopped = 0, 0, True
        remarks: tuple[str, ...] = ()
        try:
            for step in find_regex(self.study, query):
                found += step.hits
                done, of, stopped, remarks = step.done, step.of, step.stopped, step.remarks
                if done % 20 == 0 or step.hits:
                    self._show(tuple(found[:_MOST]), len(found), keep=True)
                    self.tell(say("search.reading", done=done, of=of), "dim")
                await asyncio.sleep(0)
                if len(found) >= _MOST:
                    stopped = True
                    break
        except asyncio.CancelledError:
            self.tell(say("search.stopped", done=done, of=of), "warn")
            raise
        except StudyError as error:
            self.tell(str(error), "error")
            return
        self._show(tuple(found[:_MOST]), len(found), more=stopped, keep=True)
        if stopped and of:
            self.tell(say("search.stopped", done=done, of=of), "warn")
        else:
            self._remark(remarks)

    def on_ledger_moved(self, event: Ledger.Moved) -> None:
        """Read more hits near the end (Textual calls the room's own handler after this one)."""
        items = self.hits.items
        beyond = len(items) < self._total or self._more
        regex = self._query is not None and self._query.has_regex
        if event.ledger is self.hits and beyond and not regex and self.hits.index >= len(items) - _NEAR_END:
            self._read_on()

    def _read_on(self) -> None:
        items = self.hits.items
        if self._query is None or not items or len(items) >= _MOST:
            return
        if self._notes:
            further: Sequence[Any] = find_notes(self.study, self._query, _PAGE, skip=len(items)).hits
        else:
            further = find(self.study, self._query, _PAGE, self._order, skip=len(items)).hits
        if further:
            self.hits.set_items([*items, *further])

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

    def do_search_open(self) -> None:
        """Go to the hit."""
        hit: Found = self.hits.current
        if isinstance(hit, Hit):
            self.workbench.open_transcript(hit.transcript_id, (hit.marks or (hit.span,))[0].start)
            return
        note = hit.note
        if note.span is not None:
            self.workbench.open_transcript(note.transcript_id, note.span.start)
        elif note.kind in _ROOM_OF_NOTE:
            self.workbench.go(_ROOM_OF_NOTE[note.kind])
        elif note.about == "transcript":
            self.workbench.open_transcript(note.about_id)
        else:
            rooms = {"code": "codebook", "theme": "themes", "participant": "people"}
            self.workbench.go(rooms.get(note.about, "home"))

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """Open by double click."""
        if event.ledger is self.hits:
            self.do_search_open()

    def do_search_order(self) -> None:
        """Best first, or by transcript."""
        self._order = Order.DOCUMENT if self._order is Order.RANK else Order.RANK
        self._search()

    def do_search_words(self) -> None:
        """Take plain words another way."""
        self._words = (self._words + 1) % len(_WORDS)
        self._search()

    def do_search_where(self) -> None:
        """Search what was said, or what was written."""
        self._notes = not self._notes
        self.marked.clear()
        self._search()

    def all_hits(self) -> list[Hit]:
        """Return every hit there is, up to the most a list takes."""
        if self._query is not None and not self._query.has_regex and len(self.hits.items) < self._total:
            self.hits.set_items(find(self.study, self._query, _MOST, self._order).hits)
        return [hit for hit in self.hits.items if isinstance(hit, Hit)]

    @property
    def whole(self) -> bool:
        """Whether the list holds all there is."""
        return not self._more and len(self.hits.items) >= self._total

    # Kept searches

    def do_search_keep(self) -> None:
        """Keep the search under a name."""
        from workbench.acts import searches

        text, (_, parts, stems) = self.field.value, _WORDS[self._words]

        def keep(name: str) -> None:
            searches.keep(self.study, name, text, parts=parts, stems=stems)
            self.tell(say("search.kept", name=" ".join(name.split())), "good")

        self.ask(say("search.keep"), keep, value=text)

    def do_search_saved(self) -> None:
        """Run a kept search."""

        def run(one: SavedSearch, _: str) -> None:
            self._words = next(at for at, (_, parts, stems) in enumerate(_WORDS) if (parts, stems) == _ways(one))
            self._notes = False
            self.marked.clear()
            with self.field.prevent(Input.Changed):
                self.field.value = one.text
            self._search()
            self.focus_main()

        self._choose_kept(say("search.saved"), run)

    def do_search_forget(self) -> None:
        """Remove a kept search."""
        from workbench.acts import searches

        def remove(one: SavedSearch, _: str) -> None:
            searches.remove(self.study, one.id)
            self.tell(say("search.forgotten", name=one.name), "accent")

        self._choose_kept(say("search.forget"), remove)

    def _choose_kept(self, title: str, done: Any) -> None:
        from workbench.store.lookups.searches import saved

        options = [Option(one, one.name, one.text, one.text) for one in saved(self.study)]
        if options:
            self.choose(title, options, done)
        else:
            self.tell(say("search.saved_none"), "warn")


def _ways(one: SavedSearch) -> tuple[bool, bool]:
    return (True, True) if one.stems else (one.parts, False)
