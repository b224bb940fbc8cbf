"""What finished acts said of themselves."""

import json

from workbench.store.study_file import StudyFile


def details(study: StudyFile, verb: str) -> list[dict[str, str]]:
    """Return the particulars of every act of this verb that was not undone, newest first."""
    rows = study.rows(
        "SELECT detail FROM act WHERE verb = ? AND kind = 'do' AND state = 'done' ORDER BY id DESC", (verb,)
    )
    return [json.loads(row["detail"]) for row in rows]
