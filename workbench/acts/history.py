"""Undo, redo and the audit trail."""

from workbench.errors import StudyError
from workbench.store import journal
from workbench.store.study_file import StudyFile
from workbench.study.changes import AuditLine, Change


def undo(study: StudyFile) -> Change:
    """Take back the newest act; raise StudyError when there is nothing to take back."""
    change = study.undo()
    if change is None:
        raise StudyError("There is nothing to undo.")
    return change


def redo(study: StudyFile) -> Change:
    """Do again what was undone last; raise StudyError when there is nothing."""
    change = study.redo()
    if change is None:
        raise StudyError("There is nothing to redo.")
    return change


def lines(study: StudyFile, limit: int = 200, before: int | None = None) -> list[AuditLine]:
    """Return audit lines, newest first."""
    return study.ask(lambda db: journal.history(db, limit, before))


def next_undo(study: StudyFile) -> Change | None:
    """Return what undo would take back, or None."""
    return study.ask(journal.next_undo)


def next_redo(study: StudyFile) -> Change | None:
    """Return what redo would do again, or None."""
    return study.ask(journal.next_redo)


def waiting_redos(study: StudyFile) -> int:
    """Return how many undone acts a new act would make final."""
    return study.ask(journal.waiting_redos)
