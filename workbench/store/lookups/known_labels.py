"""Speaker labels that earlier files of the study have taught."""

from workbench.store.study_file import StudyFile
from workbench.study.transcripts import Role


def known_labels(study: StudyFile) -> dict[str, Role]:
    """Return the role of each label, by the form in which two spellings of it are the same."""
    roles = {role.value: role for role in Role}
    return {
        row["label"]: roles[row["role"]]
        for row in study.rows("SELECT label, role FROM known_label WHERE deleted = 0 ORDER BY id")
        if row["role"] in roles
    }
