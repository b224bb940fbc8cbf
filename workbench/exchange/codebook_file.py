"""Codebook files in and out: YAML, REFI-QDA .qdc, CSV."""

import os
import re
import secrets
from pathlib import Path

from workbench.acts import codebook_file as act
from workbench.acts.codebook_file import TakeReport
from workbench.errors import ExchangeError
from workbench.exchange.raw_codes import Builder
from workbench.store.lookups.codes import codebook
from workbench.store.study_file import StudyFile
from workbench.study.codebook_file import LATER_FIELDS, MAX_DEPTH, CodebookFile, of_codebook

SUFFIXES = (".yaml", ".yml", ".qdc", ".csv")
_MAX_BYTES = 20_000_000
_LINE_ENDS = re.compile("\r\n?")
_YAML_HEAD = re.compile(r"^(codebook|codes):", re.MULTILINE)


def read_codebook(path: Path) -> CodebookFile:
    """Return the codebook in `path`, told by its content and name (.yaml, .yml, .qdc, .csv).

    Codes without a GUID get one derived from their path. What other programs write wrongly in a .qdc file
    is repaired and told in `notes`.

    Raises:
        ExchangeError: the file is missing, empty, damaged or breaks a rule of codebooks; nothing is guessed.
    """
    path = Path(path)
    data = _bytes(path)
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head:
        raise ExchangeError(f"{path} is empty; there is no codebook to read.")
    if head.startswith((b"<", b"\xff\xfe<", b"\xfe\xff\x00<")):
        return _read_qdc(data, path)
    text, notes = _text(data, path)
    suffix = path.suffix.lower()
    if suffix == ".csv":
        return _read_csv(text, path, notes)
    if suffix in (".yaml", ".yml") or _YAML_HEAD.search(text):
        return _read_yaml(text, path, notes)
    if suffix == ".qdc":
        raise ExchangeError(f"{path} is no REFI-QDA codebook: it does not begin as XML.")
    raise ExchangeError(f"{path} is no codebook the workbench knows; it reads {', '.join(SUFFIXES)} files.")


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise ExchangeError(f"{path} is larger than {_MAX_BYTES // 1_000_000} MB, too large for a codebook.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ExchangeError(f"There is no file {path}.") from error
    except OSError as error:
        raise ExchangeError(f"{path} cannot be read ({error.strerror}).") from error


def _text(data: bytes, path: Path) -> tuple[str, list[str]]:
    notes: list[str] = []
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if path.suffix.lower() != ".csv":
            line = data.count(b"\n", 0, error.start) + 1
            raise ExchangeError(f"{path}, line {line}: this is not UTF-8 text; save the file as UTF-8.") from error
        text = data.decode("cp1252", "replace")
        notes.append("The file was not UTF-8 and was read as Windows text (cp1252).")
    if "\x00" in text:
        raise ExchangeError(f"{path} is not a text file; there is no codebook to read.")
    return _LINE_ENDS.sub("\n", text), notes


def _read_yaml(text: str, path: Path, notes: list[str]) -> CodebookFile:
    from workbench.exchange import yaml_codebook

    title, codes, knows = yaml_codebook.read(text, str(path))
    return Builder(str(path), notes=notes, knows=knows).build(title or path.stem, codes)


def _read_qdc(data: bytes, path: Path) -> CodebookFile:
    from workbench.exchange import qdc_codebook

    content = qdc_codebook.read(data, str(path))
    builder = Builder(str(path), lenient=True, notes=content.notes, knows=("counter_example",))
    return builder.build(content.title or path.stem, content.codes)


def _read_csv(text: str, path: Path, notes: list[str]) -> CodebookFile:
    from workbench.exchange import csv_codebook

    codes, made, columns = csv_codebook.read(text, str(path))
    knows = columns.intersection(LATER_FIELDS)
    return Builder(str(path), notes=[*notes, *made], knows=knows).build(path.stem, codes)


def from_study(study: StudyFile) -> CodebookFile:
    """Return the study's living codes, retired ones included, under the study's name."""
    return of_codebook(study.name, codebook(study))


def write_codebook(study: StudyFile, path: Path) -> None:
    """Write the study's codebook in the format its suffix names; the same codebook gives the same bytes.

    Raises:
        ExchangeError: the suffix is unknown, the tree is too deep to be read back, or the place cannot be written to.
            Or there is a file that is no codebook. A file that was there before is untouched then.
    """
    path = Path(path)
    text = text_of(from_study(study), path)
    _spare_others(path)
    _write(path, text.encode())


def _spare_others(path: Path) -> None:
    """Refuse to write over a file that is no codebook, such as a people table with a name much like it."""
    if not path.is_file() or not path.stat().st_size:
        return
    try:
        read_codebook(path)
    except ExchangeError as error:
        raise ExchangeError(
            f"{path} is there already and is no codebook; it was left as it is. Choose another name, or move it away."
        ) from error


def text_of(file: CodebookFile, path: Path) -> str:
    """Return the codebook as the text of a file called `path`."""
    if any(len(above) >= MAX_DEPTH for _, above in file.walk()):
        raise ExchangeError(f"The codebook is more than {MAX_DEPTH} levels deep; move codes up before writing it.")
    suffix = path.suffix.lower()
    if suffix in (".yaml", ".yml"):
        from workbench.exchange import yaml_codebook

        return yaml_codebook.write(file)
    if suffix == ".qdc":
        from workbench.exchange import qdc_codebook

        return qdc_codebook.write(file)
    if suffix == ".csv":
        from workbench.exchange import csv_codebook

        return csv_codebook.write(file)
    raise ExchangeError(f"«{path.name}» names no codebook format; end it with {', '.join(SUFFIXES)}.")


def _write(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)
    except OSError as error:
        raise ExchangeError(f"{path} cannot be written ({error.strerror}); nothing was changed.") from error
    finally:
        temporary.unlink(missing_ok=True)


def take_codebook(study: StudyFile, file: CodebookFile) -> TakeReport:
    """Take a file's codes into the study in one act; see `acts.codebook_file.take`."""
    return act.take(study, file)
