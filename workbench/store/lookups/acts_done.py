"""What finished acts said of themselves."""

from workbench.store.study_file import StudyFile
from workbench.store.unreadable import json_of


def details(study: StudyFile, verb: str) -> list[dict[str, str]]:
    """Return the particulars of every act of this verb that was not undone, newest first."""
    rows = study.rows(
        "SELECT detail FROM act WHERE verb = ? AND kind = 'do' AND state = 'done' ORDER BY id DESC", (verb,)
    )
    return [json_of(row["detail"], "act") for row in rows]
