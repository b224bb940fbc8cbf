"""Long work in the helper process as the title row tells it: what it is, a thin bar, how far."""

from collections.abc import Sequence

from workbench.tui.drawing import Line, Part, bar

_CELLS = 6


class Working:
    """Keeps what the helper does for a room; the room's title row shows it."""

    _work: tuple[str, int] | None = None

    def renew(self) -> None:
        """Renew title row and key row; given by the room."""

    def show_work(self, words: str, done: int, of: int) -> None:
        """Say what is worked on, and that `done` of `of` steps are done."""
        work = words, min(100, 100 * done // max(1, of))
        if work != self._work:
            self._work = work
            self.renew()

    def end_work(self) -> None:
        """Nothing is worked on any more."""
        if self._work is not None:
            self._work = None
            self.renew()

    def work_parts(self) -> Line:
        """Return what the title row says of it."""
        if self._work is None:
            return ()
        words, share = self._work
        parts: Sequence[Part] = (
            (f"{words} ", "dim"), (bar(share / 100, _CELLS), "accent"), (f" {share:2} % ", "dim")
        )  # fmt: skip
        return parts
