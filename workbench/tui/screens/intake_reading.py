"""Files read one by one by the helper, and read again when they are taken in or something was said of them."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.timer import Timer
from textual.worker import Worker

from workbench.errors import TranscriptError, WorkbenchError
from workbench.store.lookups.known_labels import known_labels
from workbench.study.changes import Change
from workbench.transcripts.lines import Choices
from workbench.transcripts.preview import Preview
from workbench.transcripts.standing import Known
from workbench.transcripts.summary import Summary
from workbench.tui.drawing import bar
from workbench.tui.screens.intake_list import Waiting, columns_of, place
from workbench.tui.screens.list_room import ListRoom
from workbench.words import say
from workbench.words.told import translated

# Seconds in which a key that waits gets through, between two steps of work.
_KEYS_PASS = 0.002
# Rows appear this often (seconds), and showing them takes at most a tenth of the time.
_SHOWN_EVERY, _SHARE = 0.15, 10


class Reading(ListRoom):
    """The files that wait; nothing but a summary of each is held here."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Waiting] = []
        self.known = Known()
        self._reading: Worker[None] | None = None
        self._taking: Worker[None] | None = None
        self._queue: list[Waiting] = []
        self._all = False
        self._taken: list[tuple[str, int]] = []
        self._refused: list[str] = []
        self._shown = self._cost = 0.0
        self._round = 0
        self._later: Timer | None = None

    # Showing

    def reload(self) -> None:
        """Look up again how each file stands to the study."""
        self.known = Known.of(self.study)
        self.show_files()

    def show_files(self) -> None:
        """Show the files as they stand; the place in the list is kept."""
        begun = time.monotonic()
        place(self.known, self.found)
        self.set_table(columns_of(self.found), list(self.found))
        self._shown = time.monotonic()
        self._cost = self._shown - begun

    def arrived(self) -> None:
        """Something changed: show it, in a moment when that was done a moment ago."""
        if not self.is_current or self._later is not None:
            return
        wait = self._shown + max(_SHOWN_EVERY, _SHARE * self._cost) - time.monotonic()
        if wait > 0:
            self._later = self.set_timer(wait, self._show_arrived)
        else:
            self._show_arrived()

    def _show_arrived(self) -> None:
        self._later = None
        if self.is_current and self._stands:
            self.show_files()
            self.renew()

    def changed(self, change: Change) -> None:
        """While files are being taken in, the list is renewed at the end."""
        if self._taking is None:
            super().changed(change)

    @property
    def working(self) -> bool:
        """Whether files are being read or taken in."""
        return self._reading is not None or self._taking is not None

    def _progress(self, key: str, done: int, count: int, name: str) -> None:
        share = bar(done / count if count else 0.0, 10)
        self.tell_progress(f"{share} " + say(key, number=min(done + 1, count), count=count, name=name))

    # Reading

    def begin_reading(self, paths: Sequence[Path]) -> None:
        """Read these files, and those in folders; what waits now goes."""
        self.tell(say("intake.starting"), "accent")
        self._round += 1
        self._reading = self.run_worker(self._read(paths, self._round), group="reading", exclusive=True)

    async def _read(self, paths: Sequence[Path], turn: int) -> None:
        try:
            helper = await self.workbench.helper()
            listed = await helper.call("transcripts.files", {"paths": [str(path) for path in paths]})
            if not self._stands:
                return
            self.found = [Waiting.of(one) for one in listed["problems"]]
            self.list.index = 0
            choices = Choices(speakers=known_labels(self.study))
            for number, path in enumerate(listed["files"]):
                self._progress("intake.working", number, len(listed["files"]), Path(path).name)
                answer = await helper.call("transcripts.summary", {"path": path, "choices": choices.as_json()})
                if not self._stands:
                    return
                self.found.append(Waiting.of(answer, choices))
                self.arrived()
        except WorkbenchError as error:
            if self._stands:
                self._read_so_far(turn)
                self.tell(str(error), "error")
        else:
            self._read_so_far(turn)
            self.say_read()

    def _read_so_far(self, turn: int) -> None:
        """Show everything that was read, unless another reading has begun."""
        if turn == self._round:
            self._reading = None
            self.outdate()

    def say_read(self) -> None:
        """Tell what can be done with what was read."""

    async def ask_again(
        self, one: Waiting, encoding: str | None, choices: Choices, job: str = "transcripts.summary"
    ) -> Mapping[str, Any]:
        """Have the helper read a file once more; raises WorkbenchError when it cannot be read so."""
        helper = await self.workbench.helper()
        args = {"path": str(one.path), "encoding": encoding, "choices": choices.as_json()}
        answer: Mapping[str, Any] = await helper.call(job, args)
        if "problem" in answer:
            raise TranscriptError(str(answer["problem"]))
        return answer

    def read_again(self, one: Waiting, encoding: str | None, choices: Choices, told: str) -> None:
        """Read a file once more with other choices, and tell `told` of it."""
        self.tell(say("intake.again", name=one.path.name), "accent")
        self.run_worker(self._read_again(one, encoding, choices, told), group="again")

    async def _read_again(self, one: Waiting, encoding: str | None, choices: Choices, told: str) -> None:
        try:
            read = await self._summary(one, encoding, choices)
            decided = choices.accepted or choices.rejected
            if decided and one.read is not None and read.original != one.read.original:
                # Another text: the repairs decided on stand elsewhere in it, or nowhere.
                choices = replace(choices, accepted=frozenset(), rejected=frozenset())
                read = await self._summary(one, encoding, choices)
                told = f"{told} {say('intake.repairs_anew')}"
        except WorkbenchError as error:
            if self._stands:
                self.tell(str(error), "error")
            return
        if not self._stands:
            return
        one.encoding, one.choices = encoding, choices
        one.show(read)
        self.outdate()
        self.tell(told, "good")

    async def _summary(self, one: Waiting, encoding: str | None, choices: Choices) -> Summary:
        return Summary.from_json((await self.ask_again(one, encoding, choices))["summary"])

    @property
    def _stands(self) -> bool:
        """Whether the room is whole: who leaves the workbench takes it down while work is being stopped."""
        return bool(self.query("#title")) and bool(self.query("#headings"))

    # Taking

    def take(self, some: Sequence[Waiting], *, all_of_them: bool = False) -> None:
        """Take files in, one act a file, in the order they are given."""
        # Asked before it begins: what goes on by itself cannot stop at each file.
        self.check_redo()
        self._queue += [one for one in some if one not in self._queue]
        self._all = self._all or all_of_them
        if self._taking is None:
            self._taken, self._refused = [], []
            self._taking = self.run_worker(self._take_queued(), group="taking")

    async def _take_queued(self) -> None:
        done, all_of_them = 0, False
        try:
            while self._queue:
                one = self._queue.pop(0)
                self._progress("intake.taking", done, done + 1 + len(self._queue), one.path.name)
                try:
                    await self._take_one(one)
                except WorkbenchError as error:
                    self._refused.append(translated(str(error)))
                done += 1
        except asyncio.CancelledError:
            if self._stands:
                self.tell(say("intake.stopped_taking", count=len(self._taken)), "warn")
            raise
        finally:
            all_of_them, self._all, self._taking, self._queue = self._all, False, None, []
            if self._stands:
                self.outdate()
        if not self._stands:
            return
        self.say_taken(self._taken, self._refused, all_of_them=all_of_them)

    async def _take_one(self, one: Waiting) -> None:
        from workbench.transcripts.intake import take

        preview = Preview.from_json(
            (await self.ask_again(one, one.encoding, one.choices, "transcripts.read"))["preview"]
        )
        if one.read is None or preview.sha256 != one.read.sha256:
            one.show(Summary.of(preview))
            raise TranscriptError(f"{one.path.name} has changed since it was read; look at it again, and take it then.")
        preview = one.as_said(preview)
        # Between two transactions the screen and esc have their turn.
        await asyncio.sleep(_KEYS_PASS)
        with self.study.clearing_redo():
            take(self.study, preview)
        self._taken.append((preview.name, preview.words))
        one.mark(False)
        while self.study.settle_some():
            await asyncio.sleep(_KEYS_PASS)

    def say_taken(self, taken: Sequence[tuple[str, int]], refused: Sequence[str], *, all_of_them: bool) -> None:
        """Tell what was taken in (names and words), and what could not be."""

    # Stopping

    def step_back(self) -> bool:
        """Stop the work first; what was read or taken so far stays."""
        if self._taking is not None:
            self._taking.cancel()
            return True
        if self._reading is not None:
            self._reading.cancel()
            self._read_so_far(self._round)
            self.tell(say("intake.stopped", count=len(self.found)), "warn")
            return True
        return super().step_back()
