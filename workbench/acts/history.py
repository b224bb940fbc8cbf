"""Undo, redo and the audit trail."""

from workbench.errors import StudyError
from workbench.store import journal
from workbench.store.lookups.people import coders
from workbench.store.study_file import StudyFile
from workbench.study.changes import AuditLine, Change


def undo(study: StudyFile) -> Change:
    """Take back the newest act.

    Raises:
        StudyError: there is nothing to take back, or the newest act is another coder's.
    """
    _check_own(study, next_undo(study))
    change = study.undo()
    if change is None:
        raise StudyError("There is nothing to undo.")
    return change


def redo(study: StudyFile) -> Change:
    """Do again what was undone last.

    Raises:
        StudyError: there is nothing to do again, or it was another coder's act.
    """
    _check_own(study, next_redo(study))
    change = study.redo()
    if change is None:
        raise StudyError("There is nothing to redo.")
    return change


def _check_own(study: StudyFile, act: Change | None) -> None:
    """Nobody takes back a colleague's work by a slip of the key."""
    if act is not None and act.coder_id != study.coder_id:
        name = next((coder.name for coder in coders(study) if coder.id == act.coder_id), "–")
        raise StudyError(
            f"The step in question is {name}'s, not yours; to change it, open the study as {name} (--coder)."
        )


def lines(study: StudyFile, limit: int = 200, before: int | None = None) -> list[AuditLine]:
    """Return audit lines, newest first."""
    return study.ask(lambda db: journal.history(db, limit, before))


def next_undo(study: StudyFile) -> Change | None:
    """Return what undo would take back, or None."""
    return study.ask(journal.next_undo)


def next_redo(study: StudyFile) -> Change | None:
    """Return what redo would do again, or None."""
    return study.ask(journal.next_redo)


def waiting_redos(study: StudyFile) -> list[Change]:
    """Return the undone acts that a new act would make final, the one redo would take first."""
    return study.ask(journal.waiting_redos)
