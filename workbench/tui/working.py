"""Long work in the helper process as the title row tells it: what it is, a thin bar, how far."""

import contextlib
from collections.abc import Sequence
from time import monotonic

from textual.css.query import NoMatches

from workbench.tui.drawing import Line, Part, bar

_CELLS = 6
# The row is drawn anew at most so often (seconds): keys come first.
_EVERY = 0.3


class Working:
    """Keeps what the helper does for a room; the room's title row shows it."""

    _work: tuple[str, int] | None = None
    _work_at = 0.0

    def renew(self) -> None:
        """Renew title row and key row; given by the room."""

    def show_work(self, words: str, done: int, of: int) -> None:
        """Say what is worked on, and that `done` of `of` steps are done."""
        work = words, min(100, 100 * done // max(1, of))
        now = monotonic()
        if work != self._work and (self._work is None or now - self._work_at > _EVERY):
            self._work, self._work_at = work, now
            self._renew_if_there()

    def end_work(self) -> None:
        """Nothing is worked on any more."""
        if self._work is not None:
            self._work = None
            self._renew_if_there()

    def _renew_if_there(self) -> None:
        # Work may end because the room is being taken away: then nothing is left to draw on.
        with contextlib.suppress(NoMatches):
            self.renew()

    def work_parts(self) -> Line:
        """Return what the title row says of it."""
        if self._work is None:
            return ()
        words, share = self._work
        parts: Sequence[Part] = (
            (f"{words} ", "dim"), (bar(share / 100, _CELLS), "accent"), (f" {share:2} %", "dim")
        )  # fmt: skip
        return parts
