"""Keeps the backups of an open study: each half hour of change, before large changes, and at the end.

The copying is done in a thread on a connection of its own, slowly, so that no key press waits for it. A backup before
a large change pins the moment before it and is copied while the change goes on.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from workbench.errors import StoreError
from workbench.store import backups, engine
from workbench.store.backup_names import Reason
from workbench.store.copying import CopyStopped, Pace
from workbench.store.study_file import StudyFile

EVERY = timedelta(minutes=30)
_PATIENCE_SECONDS = 10.0


class Keeper:
    """Makes the backups of one open study; a study open for reading only gets none.

    What fails is told once through `tell`, in the thread that calls `tick` or `finish`, and never stops work.
    """

    def __init__(
        self, study: StudyFile, tell: Callable[[str], None], *, clock: Callable[[], datetime] = datetime.now
    ) -> None:
        self._study = study
        self._tell = tell
        self._clock = clock
        self._thread: threading.Thread | None = None
        self._pace = Pace()
        self._failure = ""
        self._told = False
        self._rests_until: datetime | None = None
        study.guard = self

    # What those who hold the study call

    def tick(self) -> None:
        """Settle a little of what acts left, and begin a backup in the background when half an hour of change has gone.

        Called now and then.
        """
        self._tell_failure()
        self._study.settle_some()
        resting = self._rests_until is not None and self._clock() < self._rests_until
        if not self.busy and not resting and self.due(EVERY):
            self._begin(Reason.WORK, gentle=True)

    def finish(self, older_than: timedelta = timedelta()) -> None:
        """Make the backup of the end, if something changed since the last one and that is older than `older_than`."""
        self.settle()
        if self.due(older_than):
            self._begin(Reason.CLOSE, gentle=False)
            self.settle()
        self._tell_failure()
        self._study.guard = None

    # What acts call, through the study

    def before(self, reason: str) -> None:
        """Keep the study as it is now, before a large change, unless the newest backup shows it already."""
        self.settle()
        if self.due():
            self._begin(Reason(reason), gentle=True)
            if not engine.wal_is_safe():
                self.settle()

    def settle(self) -> None:
        """Wait until no backup is being made; one that is hurries up."""
        if self._thread is not None:
            self._pace.gentle = False
            self._thread.join()
            self._thread = None

    # How

    @property
    def busy(self) -> bool:
        """Whether a backup is being made."""
        return self._thread is not None and self._thread.is_alive()

    def due(self, older_than: timedelta = timedelta()) -> bool:
        """Tell whether something changed since the newest backup, and that is older than `older_than`."""
        if self._study.read_only:
            return False
        try:
            last = int(self._study.value("SELECT coalesce(max(id), 0) FROM act"))
            return backups.due(self._study.path, last, key=self._study.key, older_than=older_than, now=self._clock())
        except StoreError as error:
            self._failure = str(error)
            return False

    def _begin(self, reason: Reason, *, gentle: bool) -> None:
        self._pace = Pace(gentle=gentle)
        pinned = threading.Event()
        self._thread = threading.Thread(target=self._make, args=(reason, self._pace, pinned), name="backup")
        self._thread.start()
        # The moment is held within milliseconds; what is done next is not in the backup any more.
        pinned.wait(_PATIENCE_SECONDS)

    def _make(self, reason: Reason, pace: Pace, pinned: threading.Event) -> None:
        try:
            with suppress(CopyStopped):
                backups.make(
                    self._study.path, reason, key=self._study.key, now=self._clock(), pace=pace, pinned=pinned.set
                )
            self._told, self._rests_until = False, None
        except StoreError as error:
            self._failure, self._rests_until = str(error), self._clock() + EVERY
        finally:
            pinned.set()

    def _tell_failure(self) -> None:
        failure, self._failure = self._failure, ""
        if failure and not self._told:
            self._told = True
            self._tell(failure)
