"""The register of what left the study: the audit trail."""

from collections.abc import Callable

from workbench.store.journal import now
from workbench.store.study_file import StudyFile
from workbench.study.text import squeeze_name


def register_trail(
    study: StudyFile, file: str, file_format: str, sha256: str, acts: int, write: Callable[[], None]
) -> None:
    """Keep that the history left: file name, format, hash, number of acts. No undo: the file is out.

    `write` puts the file in its place, after the register took it: nothing leaves that the study does not know of.
    """
    name = squeeze_name(file)
    with study.noting("export.trail", {"file": name, "format": file_format, "count": str(acts)}) as writer:
        writer.insert("export", {
            "at": now(), "file": name, "format": file_format, "sha256": sha256, "quotes": 0,
            "coder_id": study.coder_id,
        })  # fmt: skip
        write()
