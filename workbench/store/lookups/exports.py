"""The register of what left the study."""

from workbench.store.study_file import StudyFile


def was_exported(study: StudyFile, sha256: str) -> bool:
    """Tell whether a file with this content was ever written by the study, taken back or not."""
    return bool(study.value("SELECT 1 FROM export WHERE sha256 = ?", (sha256,)))
