"""A piece of work under way: it can say how far it is, and be told to stop."""

from collections.abc import Callable

Progress = Callable[[int, int, str], None]


class Stopped(Exception):
    """The work was called off; raised at the next word of progress."""


class Task:
    """Handed to every job."""

    def __init__(self, report: Progress | None = None, stopped: Callable[[], bool] = lambda: False) -> None:
        """Take what to do with progress, and how to learn whether the work is called off."""
        self._report = report
        self._stopped = stopped

    @property
    def called_off(self) -> bool:
        """Whether the work is to stop."""
        return self._stopped()

    def progress(self, done: int, of: int, words: str = "") -> None:
        """Say that `done` of `of` steps are done, and what is at hand; raise Stopped when called off."""
        if self._stopped():
            raise Stopped
        if self._report is not None:
            self._report(done, of, words)
