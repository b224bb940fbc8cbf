"""A search that takes too long is stopped."""

import importlib
import warnings
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

from workbench.errors import StoreError, StudyError
from workbench.store.study_file import StudyFile
from workbench.study.search_match import Finder

SHORTEST = 0.001
_STEPS = 20_000  # of SQLite's machine between two looks at the clock: about a millisecond


@contextmanager
def limited(study: StudyFile, seconds: float) -> Generator[None]:
    """Stop what the database is at when the time is up.

    Raises:
        TimeoutError: the time ran out.
    """
    end = monotonic() + seconds
    study.db.set_progress_handler(lambda: monotonic() > end, _STEPS)
    try:
        yield
    except StoreError as error:
        # What is stopped while a table of the index is being opened says something else than «interrupted».
        if monotonic() > end:
            raise TimeoutError from error
        raise
    finally:
        study.db.set_progress_handler(None, 0)


class Clock:
    """Makes finders of regular expressions that together have so many seconds, and `each` at most for one text."""

    def __init__(self, seconds: float, each: float | None = None) -> None:
        self._end = monotonic() + seconds
        self._each = seconds if each is None else each
        # Imported here: only few searches have regular expressions.
        self._regex: Any = None

    @property
    def left(self) -> float:
        """The seconds that are left."""
        return self._end - monotonic()

    def stop(self) -> None:
        """Let no more texts be read."""
        self._end = monotonic()

    def finder(self, pattern: str) -> Finder:
        """Return a function that finds `pattern`, case aside; it raises TimeoutError when the time is up.

        Raises:
            StudyError: the expression is broken.
        """
        if self._regex is None:
            self._regex = importlib.import_module("regex")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                compiled = self._regex.compile(pattern, self._regex.IGNORECASE | self._regex.VERSION0)
            except (self._regex.error, OverflowError, RecursionError) as error:
                raise StudyError(f"The regular expression /{pattern[:60]}/ is broken ({error}).") from error

        def found(text: str) -> Iterator[Any]:
            if self.left <= 0:
                raise TimeoutError
            # In a thread of its own `concurrent` lets the screen go on drawing while an expression searches.
            yield from compiled.finditer(text, timeout=max(min(self.left, self._each), SHORTEST), concurrent=True)

        return found
