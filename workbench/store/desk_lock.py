"""Only one process at a time may change a study: the one at the desk.

A reserved lock on a small database beside the study does it: the operating system frees it when its holder
dies, it works alike on Linux, macOS and Windows, and others can still read who holds it.
"""

import os
import time
from pathlib import Path

from workbench.errors import StoreError, StudyBusy
from workbench.store import engine


class DeskLock:
    """Holds the desk of the study at `study_path` until released."""

    def __init__(self, study_path: Path) -> None:
        """Take the desk.

        Raises:
            StudyBusy: another process holds it.
            StoreError: the folder cannot be written to.
        """
        self._connection = engine.connect(study_path.with_name(study_path.name + "-desk"), timeout=0.0)
        try:
            self._connection.execute("PRAGMA busy_timeout=0")
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute("CREATE TABLE IF NOT EXISTS holder (pid INTEGER, since TEXT)")
            self._connection.execute("DELETE FROM holder")
            self._connection.execute("INSERT INTO holder VALUES (?, ?)", (os.getpid(), time.strftime("%H:%M")))
            self._connection.execute("COMMIT")
            self._connection.execute("BEGIN IMMEDIATE")
        except engine.OperationalError as error:
            message = self._busy_message(study_path.parent) if "lock" in str(error) else None
            self._connection.close()
            if "full" in str(error):
                raise StoreError(
                    f"The disk of {study_path.parent} is full; free some space and try again. Nothing was changed."
                ) from error
            if message is None:
                raise StoreError(
                    f"The folder {study_path.parent} cannot be written to ({error}); check your rights to it, "
                    "or read with --read-only."
                ) from error
            raise StudyBusy(message) from error
        except engine.DatabaseError as error:
            self._connection.close()
            raise StoreError(
                f"The file {study_path.name}-desk in {study_path.parent} is damaged ({error}); delete it, it holds "
                "nothing of the study. Nothing was changed."
            ) from error

    def _busy_message(self, folder: Path) -> str:
        try:
            row = self._connection.execute("SELECT pid, since FROM holder").fetchone()
        except engine.OperationalError:
            row = None
        who = f"process {row['pid']}, since {row['since']}" if row else "another process"
        return f"The study in {folder} is open in another workbench ({who}); close it there first. Nothing was changed."

    def release(self) -> None:
        """Leave the desk."""
        self._connection.close()
