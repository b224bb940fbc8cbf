"""A search that takes too long is stopped."""

from collections.abc import Generator
from contextlib import contextmanager
from time import monotonic

from workbench.errors import StoreError
from workbench.store.study_file import StudyFile

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
        if "interrupted" in str(error.__cause__):
            raise TimeoutError from error
        raise
    finally:
        study.db.set_progress_handler(None, 0)
