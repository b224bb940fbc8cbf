"""The demo study's exports as they are kept in `exports/`: what a reader gets, and what the tests hold fast."""

from pathlib import Path

from workbench.exchange.codebook_file import write_codebook
from workbench.report.export import export_quotes
from workbench.store.study_file import StudyFile

FORMATS = ("md", "csv", "docx", "xlsx")
_QUOTES = {"nb": "sitater-norsk", "en": "quotes-english"}
_CODEBOOK = {"nb": ("kodebok.qdc", "kodebok.csv"), "en": ()}


def write_goldens(study_folder: Path, target: Path) -> list[Path]:
    """Write the exports of a demo study to the folder `target` (made when missing); return the files.

    The same demo gives the same bytes, as long as the libraries that write office files stay the same. Each
    quote export goes through the gate and into the register of the study, like any other.

    Raises:
        GateClosed: the demo's quotes hold a name that may not leave.
        ReportError: a file cannot be written.
    """
    target.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    with StudyFile.open(study_folder) as study:
        for ending in FORMATS:
            written.append(export_quotes(study, target / f"{_QUOTES[study.language]}.{ending}").path)
        for name in _CODEBOOK[study.language]:
            write_codebook(study, target / name)
            written.append(target / name)
    return written
