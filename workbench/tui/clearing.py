"""Before a new act makes undone acts final, the person is asked; nothing typed is lost by the question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from workbench.errors import RedoWaiting, WorkbenchError
from workbench.tui.options import Option
from workbench.words import say

if TYPE_CHECKING:
    from workbench.store.study_file import StudyFile

Step = Callable[[], object]


class ClearingRedo:
    """How a room carries out acts: refusals are said, and undone acts are not cleared unasked."""

    _when_left: Step | None = None

    if TYPE_CHECKING:
        # Given by the room.
        @property
        def study(self) -> StudyFile:
            """The open study."""
            ...

        def tell(self, words: str, look: str = "") -> None:
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
            self._ask_to_clear(str(waiting), act, then, kept)
            return False
        except WorkbenchError as error:
            self.tell(str(error), "error")
            return False
        if then is not None:
            then()
        return True

    def _ask_to_clear(self, what: str, act: Step, then: Step | None, kept: Step | None) -> None:
        def again() -> None:
            with self.study.clearing_redo():
                act()

        def keep() -> None:
            if kept is not None:
                kept()
            self.tell(say("redo.kept"), "accent")

        def decided(go_on: object, _: str) -> None:
            self._when_left = None
            if go_on:
                # What was said of the undone acts no longer holds; the act says what it did.
                self.tell("")
                self.attempt(again, then=then, kept=kept)
            else:
                keep()

        options = [Option(True, say("redo.go_on")), Option(False, say("redo.keep"))]
        self.choose(say("redo.ask"), options, decided, first=1)
        self._when_left = keep
        self.tell(what, "warn")

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
