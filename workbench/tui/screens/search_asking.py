"""Putting what is typed to the study: at once, or, for a regular expression, one transcript after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.timer import Timer
from textual.worker import Worker

from workbench.errors import StudyError, WorkbenchError
from workbench.store.search.find import Order, find
from workbench.store.search.hits import Hit
from workbench.store.search.notes import find_notes
from workbench.store.search.spread import Spread, spread, spread_of
from workbench.study.search_query import Query, parse
from workbench.tui.drawing import OneLine
from workbench.tui.fields import LineField
from workbench.tui.ledger import Ledger
from workbench.tui.room import NARROW, Room
from workbench.tui.screens.search_rows import Found, by_kind, by_participant
from workbench.words import say
from workbench.words.told import translated

if TYPE_CHECKING:
    from workbench.store.search.regex_find import RegexSearch

_PAGE = 100
_NEAR_END = 20
MOST = 2_000
_COUNT_RESTS_SECONDS = 0.15
# A regular expression may read on for so long: one sees how far it is, and esc stops it. One turn may not.
_READING_SECONDS = 60.0
_TURN_SECONDS = 1.0
_SHOWN_EVERY_SECONDS = 0.1
# How plain words are taken: (name, parts, stems).
WORDS = (("parts", True, False), ("whole", False, False), ("stems", True, True))


class Asking(Room):
    """The part of the search room that searches; `asked` is the search whose hits are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.marked: dict[tuple[int, int], Hit] = {}
        self.asked: Query | None = None
        self.words_way = 0
        self.in_notes = False
        self.order = Order.RANK
        self.total, self.more = 0, False
        self.spread: Spread | None = None
        self._kinds: Sequence[tuple[str, int]] = ()
        self._counting: Timer | None = None
        self._reading: Worker[None] | None = None
        self._stopping = False

    @property
    def field(self) -> LineField:
        """Where one types."""
        return self.query_one("#search-field", LineField)

    @property
    def hits(self) -> Ledger:
        """The list of hits."""
        return self.query_one("#hits", Ledger)

    @property
    def leaving(self) -> bool:
        """Whether the room is being taken down: a timer may still ring then."""
        return not (self.is_attached and self.query("#search-field") and self.query("#hits"))

    @property
    def whole(self) -> bool:
        """Whether the list holds all there is."""
        return not self.more and len(self.hits.items) >= self.total

    @property
    def rankable(self) -> bool:
        """Whether the hits can be ordered by how well they fit: there are words to fit."""
        return self.asked is not None and self.asked.has_words and not self.asked.has_regex

    @property
    def ranked(self) -> bool:
        """Whether the best hits come first."""
        empty = self.asked is None or self.asked.tree is None
        return self.order is Order.RANK and (empty or self.rankable)

    # Asking

    def search(self, *, keep: bool = False) -> None:
        """Put what is typed to the study; `keep` the place in the list, and what the command row says."""
        self.stop_reading()
        _, parts, stems = WORDS[self.words_way]
        try:
            self.asked = parse(self.field.value, parts=parts, stems=stems)
            if self.asked.has_regex and not self.in_notes:
                if not keep:
                    self._show((), 0)
                self._reading = self.run_worker(self._read_through(self.asked, keep), exclusive=True)
                return
            self._ask(self.asked, max(_PAGE, len(self.hits.items)) if keep else _PAGE, keep)
        except StudyError as error:
            self._show((), 0)
            self.tell(str(error), "error")

    def _ask(self, asked: Query, limit: int, keep: bool) -> None:
        if self.in_notes:
            notes = find_notes(self.study, asked, limit)
            self._kinds = [(kind.value, count) for kind, count in notes.kinds]
            self._show(notes.hits, notes.total, keep=keep)
            remarks = notes.remarks
        else:
            results = find(self.study, asked, limit, self.order)
            self._show(results.hits, results.total, more=results.more, keep=keep)
            remarks = results.remarks
            self._counting = self.set_timer(_COUNT_RESTS_SECONDS, self._count)
        if not keep:
            self._remark(remarks)

    def _show(
        self,
        found: Sequence[Found],
        total: int,
        *,
        more: bool = False,
        keep: bool = False,
        spread: Spread | None = None,
    ) -> None:
        self.total, self.more = total, more
        # What is kept in place is counted anew in a moment; until then the old counts stand.
        self.spread = self.spread if keep and spread is None else spread
        self.hits.empty = self._empty_words()
        self.hits.set_items(found, None if keep else 0)
        self.show_item()
        self.show_ways()
        self.renew()

    def _empty_words(self) -> str:
        if self.asked is None or self.asked.tree is None:
            return say("search.empty.narrow" if self.size.width < NARROW else "search.empty")
        if not self.in_notes and not self.study.live("transcript"):
            return say("search.no_texts")
        return say("search.none_parts" if WORDS[self.words_way][0] == "whole" else "search.none")

    def fit(self) -> None:
        """Fit what is said to the width."""
        if not self.leaving:
            self.show_ways()
            self.hits.empty = self._empty_words()
            self.hits.refresh()

    def _remark(self, remarks: Sequence[str]) -> None:
        if not self.asking:
            self.tell("  ".join(translated(one) for one in remarks), "dim")

    # Who says it

    def _count(self) -> None:
        """Count the hits by participant, when the typing has rested a little longer."""
        self._counting = None
        if self.leaving:
            return
        if self.asked is not None and not self.asked.has_regex and not self.in_notes:
            self.spread = spread(self.study, self.asked, self.order)
            self.show_ways()
            self.renew()

    def show_ways(self) -> None:
        """Say where and how is searched, and how the hits are spread."""
        where = say("search.where.notes" if self.in_notes else "search.where.texts")
        ways = [where, say(f"search.words.{WORDS[self.words_way][0]}")]
        if not self.in_notes:
            ways.append(say("search.order.rank" if self.ranked else "search.order.document"))
        self.query_one("#search-ways", OneLine).show([(f" {' · '.join(ways)}", "dim")])
        line = self.query_one("#search-spread", OneLine)
        if self.in_notes:
            line.show(by_kind(self._kinds if self.total else ()))
        else:
            line.show(by_participant(self.spread, line.size.width or self.size.width))

    # Regular expressions

    @property
    def is_reading(self) -> bool:
        """Whether a regular expression is at work."""
        return self._reading is not None and self._reading.is_running

    def stop_reading(self, *, told: bool = False) -> None:
        """Let no more be read, and say so when `told`."""
        if self._counting is not None:
            self._counting.stop()
            self._counting = None
        if self._reading is not None and self._reading.is_running:
            self._stopping = told
            self._reading.cancel()

    async def _read_through(self, asked: Query, keep: bool) -> None:
        """Read transcript after transcript; expressions work in a thread, so that keys are never waited for."""
        from workbench.store.search.clock import Clock
        from workbench.store.search.regex_find import RegexSearch

        clock = Clock(_READING_SECONDS, _TURN_SECONDS)
        try:
            search = RegexSearch(self.study, asked, clock)
        except WorkbenchError as error:
            self.tell(str(error), "error")
            return
        found: list[Hit] = []
        done, of, remarks, more = 0, 0, asked.remarks, False
        try:
            revisions = search.revisions()
            of, remarks = search.transcripts, search.remarks
            shown = monotonic()
            for revision in revisions:
                found += await self._read(search, revision)
                done += 1
                if more := len(found) >= MOST and done < of:
                    break
                if not keep and monotonic() - shown > _SHOWN_EVERY_SECONDS:
                    self._show_read(found, more=True, keep=True)
                    self.tell(say("search.reading", done=done, of=of), "dim")
                    shown = monotonic()
        except asyncio.CancelledError:
            clock.stop()
            if self._stopping:
                self._stopping = False
                self._show_read(found, more=True, keep=True)
                self.tell(say("search.stopped", done=done, of=of), "warn")
            raise
        except TimeoutError:
            more, remarks = True, search.out_of_time(done).remarks
        except WorkbenchError as error:
            self.tell(str(error), "error")
            return
        self._show_read(found, more=more, keep=keep or bool(self.hits.items))
        if not keep:
            self._remark(remarks)

    @staticmethod
    async def _read(search: RegexSearch, revision: int) -> tuple[Hit, ...]:
        return search.hits(await asyncio.to_thread(search.read, search.load(revision)))

    def _show_read(self, found: Sequence[Hit], *, more: bool, keep: bool) -> None:
        self._show(tuple(found[:MOST]), len(found), more=more, keep=keep, spread=spread_of(found, more=more))

    # Reading on

    def on_ledger_moved(self, event: Ledger.Moved) -> None:
        """Read more hits near the end (Textual calls the room's own handler after this one)."""
        items = self.hits.items
        regex = self.asked is not None and self.asked.has_regex
        if event.ledger is self.hits and not self.whole and not regex and self.hits.index >= len(items) - _NEAR_END:
            self._read_on()

    def _read_on(self) -> None:
        items = self.hits.items
        if self.asked is None or not items or len(items) >= MOST:
            return
        if self.in_notes:
            further: Sequence[Any] = find_notes(self.study, self.asked, _PAGE, skip=len(items)).hits
        else:
            further = find(self.study, self.asked, _PAGE, self.order, skip=len(items)).hits
        if further:
            self.hits.set_items([*items, *further])

    def all_hits(self) -> list[Hit]:
        """Return every hit there is, up to the most a list takes."""
        if self.asked is not None and not self.asked.has_regex and not self.whole:
            self.hits.set_items(find(self.study, self.asked, MOST, self.order).hits)
        return [hit for hit in self.hits.items if isinstance(hit, Hit)]
