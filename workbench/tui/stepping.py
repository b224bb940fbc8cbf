"""Undo and redo. Of what was taken in piece by piece one is asked whether all of it is meant, or a single piece."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError
from workbench.tui.options import Option
from workbench.tui.telling import Telling
from workbench.tui.working import Working
from workbench.words import say

if TYPE_CHECKING:
    from textual.worker import Worker

    from workbench.store.lookups.pieces import Pieces
    from workbench.store.study_file import StudyFile
    from workbench.study.changes import Change
    from workbench.tui.app import WorkbenchApp

# Seconds in which a key that waits gets through, between two steps.
_KEYS_PASS = 0.002


class Stepping(Working, Telling):
    """Commands `app.undo` and `app.redo`."""

    _going_steps: Worker[None] | None = None

    if TYPE_CHECKING:
        # Given by the room.
        @property
        def workbench(self) -> WorkbenchApp:
            """The app."""
            ...

        @property
        def study(self) -> StudyFile:
            """The open study."""
            ...

        def choose(self, title: str, options: Sequence[Option], done: Callable[[Any, str], None]) -> None:
            """Let the person choose."""

    def do_app_undo(self) -> None:
        """Take back the newest act."""
        self._begin_step("undo")

    def do_app_redo(self) -> None:
        """Do again what was undone last."""
        self._begin_step("redo")

    def _begin_step(self, which: str) -> None:
        from workbench.acts import history
        from workbench.store.lookups.pieces import pieces

        if self._going_steps is not None:
            self.tell(say(f"step.going_on.{which}"), "warn")
            return
        act = history.next_undo(self.study) if which == "undo" else history.next_redo(self.study)
        found = pieces(self.study, act, redo=which == "redo") if act else None
        if act is None or found is None or found.acts == 1:
            self._one_step(which)
        else:
            self._ask_how_much(which, act, found)

    def _one_step(self, which: str) -> None:
        change = self._carry_out_step(which)
        self.tell(say("undo.done" if which == "undo" else "redo.done", what=self.workbench.sentence(change)), "accent")

    def _carry_out_step(self, which: str) -> Change:
        from workbench.acts import history

        return history.undo(self.study) if which == "undo" else history.redo(self.study)

    def _ask_how_much(self, which: str, act: Change, found: Pieces) -> None:
        one = self.workbench.sentence(act)
        options = [
            Option(True, say(f"step.all_pieces.{which}", name=act.detail["name"], count=found.things)),
            Option(False, say(f"step.one_piece.{which}"), one),
        ]

        def decided(everything: bool, _: str) -> None:
            if everything:
                self._going_steps = self.workbench.run_worker(self._all_steps(which, act, found))
            else:
                self._one_step(which)

        self.choose(say(f"step.how_much.{which}", name=act.detail["name"]), options, decided)

    async def _all_steps(self, which: str, act: Change, found: Pieces) -> None:
        done = things = 0
        try:
            while done < found.acts and self._goes_on(which, act):
                with self.workbench.in_quiet():
                    things += int(self._carry_out_step(which).detail["count"])
                done += 1
                self.show_work(say(f"step.work.{which}"), done, found.acts)
                await asyncio.sleep(_KEYS_PASS)
        except WorkbenchError as error:
            self.tell(str(error), "error")
        else:
            self.tell(say(f"step.all_done.{which}", name=act.detail["name"], count=things), "accent")
        finally:
            self._going_steps = None
            self.end_work()
            self.workbench.outdate_rooms()

    def _goes_on(self, which: str, act: Change) -> bool:
        """Whether the next step is of the same sheet still: something else may have been done in between."""
        from workbench.acts import history
        from workbench.store.lookups.pieces import alike

        following = history.next_undo(self.study) if which == "undo" else history.next_redo(self.study)
        return alike(act, following)

    def stop_steps(self) -> bool:
        """Stop taking back, or doing again, what came in pieces; return False when nothing of it goes on."""
        if self._going_steps is None:
            return False
        self._going_steps.cancel()
        self._going_steps = None
        self.tell(say("step.stopped"), "warn")
        return True
