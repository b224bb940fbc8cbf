"""Getting answers: small ones at once, large ones by the helper process or little by little: keys stay quick."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError
from workbench.queries import coverage, tables
from workbench.queries.cells import cells_from_plain
from workbench.queries.material import parts_of
from workbench.store.lookups import scan
from workbench.study.coding_filter import CodingFilter
from workbench.tui.room import Room
from workbench.words import say

if TYPE_CHECKING:
    from textual.worker import Worker

    from workbench.queries.coverage import Coverage, TranscriptCoverage
    from workbench.queries.tables import Counting, Table

# Up to so many transcripts are looked through before the screen is drawn again.
_AT_ONCE = 4
_SMALL = 60


class CountingAnswers(Room):
    """Counts tables and coverage; `esc` stops what is under way."""

    _counting: Worker[None] | None = None
    # Which answer is under way: one that was called off must not end the one that took its place.
    _round = 0

    @property
    def is_counting(self) -> bool:
        """Whether an answer is under way."""
        return self._counting is not None

    def stop_counting(self) -> bool:
        """Stop what is under way; return False when nothing is."""
        if self._counting is None:
            return False
        self._counting.cancel()
        self._counting = None
        self.tell(say("queries.stopped"), "accent")
        return True

    def _ended(self, number: int) -> None:
        if number == self._round:
            self._counting = None

    def count_table(self, asked: Counting, done: Callable[[Table], None]) -> None:
        """Count a table and hand it to `done`: now, or when the helper has counted it."""
        if not tables.is_large(self.study):
            done(tables.answer(self.study, asked))
            return
        self.tell(say("queries.counting"), "accent")
        self._round += 1
        # Not the coroutine itself: a worker stopped before it began would leave that waiting for ever.
        self._counting = self.run_worker(partial(self._by_helper, asked, done, self._round), exclusive=True)

    async def _by_helper(self, asked: Counting, done: Callable[[Table], None], number: int) -> None:
        try:
            helper = await self.workbench.helper()
            parts = parts_of(self.study, asked.how, asked.narrow, asked.codes)
            for place, part in enumerate(parts):
                raw = tables.read(self.study, asked, part)
                await helper.call("query.part", {"part": raw.as_plain(), "first": not place})
                self._progress(place + 1, len(parts))
            if not parts:
                await helper.call("query.part", {"part": tables.read(self.study, asked).as_plain(), "first": True})
            request = {"keys": asked.keys.as_plain(), "how": asked.how.as_plain()}
            cells = cells_from_plain(await helper.call("query.count", request))
        except WorkbenchError as error:
            self.tell(str(error), "error")
            return
        finally:
            self._ended(number)
        self.tell("")
        done(asked.table(cells))

    def _progress(self, number: int, of: int) -> None:
        self.tell_progress(say("queries.progress", number=number, of=of))

    def cover(self, narrow: CodingFilter, done: Callable[[Coverage], None]) -> None:
        """Look through the transcripts and hand their coverage to `done`."""
        transcripts = [one for one, _ in scan.transcript_names(self.study)]
        if len(transcripts) <= _SMALL:
            done(coverage.coverage(self.study, narrow))
            return
        self._round += 1
        work = partial(self._little_by_little, transcripts, narrow, done, self._round)
        self._counting = self.run_worker(work, exclusive=True)

    async def _little_by_little(
        self, transcripts: list[int], narrow: CodingFilter, done: Callable[[Coverage], None], number: int
    ) -> None:
        found: list[TranscriptCoverage] = []
        try:
            for place, one in enumerate(transcripts):
                covered = coverage.of_transcript(self.study, one, narrow)
                if covered is not None:
                    found.append(covered)
                if place % _AT_ONCE == 0:
                    self._progress(place, len(transcripts))
                    await asyncio.sleep(0)
        except WorkbenchError as error:
            self.tell(str(error), "error")
            return
        finally:
            self._ended(number)
        self.tell("")
        done(coverage.gathered(found))
