"""Before a new act makes undone acts final, the person is asked, once; nothing typed is lost by the question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from workbench import commands
from workbench.errors import RedoWaiting, WorkbenchError
from workbench.tui.options import Option
from workbench.words import say

if TYPE_CHECKING:
    from workbench.store.study_file import StudyFile
    from workbench.tui.app import WorkbenchApp

Step = Callable[[], object]
# A key so soon after the question came, or after a key that was typed ahead of it, is no answer to it.
BURST_SECONDS = 0.3
_ANSWERS = ("1", "2", "enter", "up", "down")


class TypedAhead:
    """The keys typed before the question could be read."""

    def __init__(self) -> None:
        # On the clock that keys are dated by.
        self._last = Message().time
        self.keys: list[events.Key] = []

    def takes(self, event: events.Key) -> bool:
        """Keep back what was typed ahead; of the rest let through only what answers. Tell whether a key stays here."""
        if event.key in commands.keys_of("app.leave"):
            return False
        if event.time - self._last <= BURST_SECONDS:
            self._last = max(self._last, event.time)
            self.keys.append(event)
            return True
        return event.key not in (*_ANSWERS, *commands.keys_of("app.back"))


class ClearingRedo:
    """How a room carries out acts: refusals are said, and undone acts are not cleared unasked."""

    _when_left: Step | None = None
    _ahead: TypedAhead | None = None

    if TYPE_CHECKING:
        # Given by the room.
        @property
        def workbench(self) -> WorkbenchApp:
            """The app."""
            ...

        @property
        def told(self) -> str:
            """What the command row says."""
            ...

        @property
        def study(self) -> StudyFile:
            """The open study."""
            ...

        def tell(self, words: str, look: str = "", most: int = 3) -> None:
            """Say something in the command row."""
            ...

        def choose(
            self, title: str, options: Sequence[Option], done: Callable[[object, str], None], *, new: str = "",
            first: int = 0, typed: str = "",
        ) -> None:  # fmt: skip
            """Let the person choose."""
            ...

    def attempt(self, act: Step, *, then: Step | None = None, kept: Step | None = None) -> bool:
        """Carry out an act; a refusal is said in the command row. Return whether it went well at once.

        Where the act would clear undone acts, the person is asked: going on carries out the very same act, keeping
        them carries out `kept` (which brings back what was typed). `then` follows an act that went well, early or late.
        """
        try:
            act()
        except RedoWaiting as waiting:
            self._before_clearing(str(waiting), act, then, kept)
            return False
        except WorkbenchError as error:
            self.tell(str(error), "error")
            return False
        if then is not None:
            then()
        return True

    def _before_clearing(self, what: str, act: Step, then: Step | None, kept: Step | None) -> None:
        from workbench.acts import history

        def again() -> None:
            with self.study.clearing_redo():
                act()

        waiting = frozenset(change.act_id for change in history.waiting_redos(self.study))
        if not waiting <= self.workbench.redos_asked_about:
            self._ask_to_clear(what, again, then, kept, waiting)
        elif self.attempt(again, then=then, kept=kept):
            # It was asked and said before; what became of it is said now.
            self.tell(f"{self.told} {say('redo.cleared', count=len(waiting))}".strip(), "accent")

    def _ask_to_clear(
        self, what: str, again: Step, then: Step | None, kept: Step | None, waiting: frozenset[int]
    ) -> None:
        ahead = TypedAhead()

        def keep() -> None:
            self._when_left = self._ahead = None
            self.workbench.redos_asked_about = waiting
            if kept is not None:
                kept()
            left = say("redo.ahead", count=len(ahead.keys)) if ahead.keys else ""
            self.tell(f"{say('redo.kept')} {left}".strip(), "accent")

        def decided(go_on: object, _: str) -> None:
            self._when_left = self._ahead = None
            if not go_on:
                keep()
                return
            # What was said of the undone acts no longer holds; the act says what it did.
            self.tell("")
            self.attempt(again, then=then, kept=kept)
            for key in sorted(ahead.keys, key=lambda key: key.time):
                self.workbench.post_message(key.copy())

        options = [Option(True, say("redo.go_on")), Option(False, say("redo.keep"))]
        self.choose(say("redo.ask"), options, decided, first=1)
        self._when_left, self._ahead = keep, ahead
        self.tell(what, "warn")

    def keeps_back(self, event: events.Key) -> bool:
        """Tell whether a key waits, or means nothing, because a question about undone acts is open."""
        return self._ahead is not None and self._ahead.takes(event)

    def left_asking(self) -> None:
        """Do what leaving the question without an answer means."""
        step, self._when_left = self._when_left, None
        if step is not None:
            step()

    def check_redo(self) -> None:
        """Raise RedoWaiting when a new act would clear undone acts: for work that goes on after the key is pressed."""
        from workbench.acts import history

        asked = self.study.before_clearing
        if asked is not None and (waiting := history.waiting_redos(self.study)):
            asked(waiting)
