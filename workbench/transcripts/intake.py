"""From files to previews, and from a preview into the study."""

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import TranscriptError
from workbench.study.text import squeeze_name
from workbench.study.transcripts import Role
from workbench.transcripts import assembled, decode, formats, sniff
from workbench.transcripts.formats import SUFFIXES
from workbench.transcripts.lines import Choices, Cleaner, Draft
from workbench.transcripts.packages import Package
from workbench.transcripts.preview import Preview, Problem

if TYPE_CHECKING:
    from workbench.store.study_file import StudyFile


def read_file(path: Path, *, encoding: str | None = None, choices: Choices | None = None) -> Preview:
    """Read one transcript of any known format; the study is not touched.

    `encoding` overrides the guess for text files (txt, vtt, srt); documents say theirs themselves. `choices` are
    what the researcher said of repairs and speakers, or what the study has learnt.

    Raises:
        TranscriptError: it cannot be read; the sentence says what is wrong and what to do.
    """
    path = Path(path)
    data = sniff.load(path)
    clean = Cleaner()
    name = squeeze_name(path.name)
    try:
        draft = _draft(data, path, name, encoding, clean)
        reading = assembled.assemble(draft, squeeze_name(path.stem), choices or Choices())
    except RecursionError as error:
        raise TranscriptError(f"{name} is nested deeper than any transcript; copy its text to a new file.") from error
    if not any(turn.role is not Role.NOT_DATA or turn.text.strip() for turn in reading.turns):
        raise TranscriptError(f"{name} holds no words; nothing was read. Check that it is the right file.")
    guessed = draft.guessed
    return Preview(
        path=path, name=squeeze_name(path.stem) or name, format=draft.format, encoding=draft.encoding,
        sha256=hashlib.sha256(data).hexdigest(), turns=reading.turns,
        warnings=tuple(dict.fromkeys([*draft.warnings, *clean.warnings()])),
        encoding_sure=guessed is None or guessed.sure, encodings=decode.samples(data, guessed) if guessed else (),
        beside=reading.beside, choices=choices or Choices(), single=reading.single,
    )  # fmt: skip


def _draft(data: bytes, path: Path, name: str, encoding: str | None, clean: Cleaner) -> Draft:
    suffix = path.suffix.lower()
    kind = sniff.bytes_kind(data, suffix)
    if kind:
        draft = formats.read(kind, data, clean, name, encoding)
    elif data.startswith(sniff.ZIP):
        package = Package(data, name)
        draft = formats.read(sniff.package_kind(package, name), package, clean, name, encoding)
    else:
        sniff.refuse_stranger(data, name)
        draft = _text(data, suffix, name, encoding, clean)
    really = formats.FORMATS[draft.format]
    if suffix not in really.suffixes:
        called = f"is called {suffix}" if suffix else "has no ending in its name"
        draft.warnings.insert(0, f"The file {called} but is {really.called}; it was read as that.")
    return draft


def _text(data: bytes, suffix: str, name: str, encoding: str | None, clean: Cleaner) -> Draft:
    guessed = decode.guess(data) if encoding is None else None
    try:
        decoded = decode.as_guessed(data, name, guessed) if guessed else decode.decode(data, name, encoding)
    except TranscriptError as error:
        if suffix in formats.NO_TEXT and encoding is None:
            raise TranscriptError(
                f"{name} is called {suffix} but is no document, or is damaged; get a fresh copy from who made it."
            ) from error
        raise
    text = decoded[0]
    kind = sniff.text_kind(text, suffix)
    if kind == "txt" and suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise TranscriptError(
            f"The workbench does not read {suffix or 'files without an ending'} ({name}); it reads {known}. "
            "Save the transcript as one of these."
        )
    if not text.strip():
        raise TranscriptError(f"{name} holds only blanks; nothing was read. Check that it is the right file.")
    draft = formats.read_text(kind, decoded, clean, name)
    draft.guessed = guessed
    return draft


def files_of(paths: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """Return the files meant by paths, those in folders and their folders by name, and what is wrong with some."""
    problems: list[Problem] = []
    files: dict[Path, None] = {}
    for path in map(Path, paths):
        if _is_folder(path):
            inside = _inside(path, problems)
            if not inside:
                known = ", ".join(SUFFIXES)
                words = f"{sniff.shown(path)} holds no transcripts; the workbench reads {known}."
                problems.append(Problem(path, words))
            files |= dict.fromkeys(inside)
        else:
            files[path] = None
    return list(files), problems


def read_many(
    paths: Iterable[Path],
    progress: Callable[[int, int, Path], bool] | None = None,
    *,
    encoding: str | None = None,
    choices: Choices | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> list[Preview | Problem]:
    """Read files, and the transcripts in folders and their folders, by name; a bad file becomes a Problem.

    All are read in a process of its own, held to memory and time (see `guarded.Guard`). `progress` is called before
    each file with its 1-based number, how many there are, and its path; when it returns False, or `stopped` (asked
    twenty times a second, also within a file) True, the reading stops and what was read so far is returned.
    """
    # Not at the top: the process that reads the files has no use for it.
    from workbench.transcripts.guarded import Guard, ReadingStopped

    files, problems = files_of(paths)
    found: list[Preview | Problem] = list(problems)
    with Guard(stopped=stopped) as guard:
        for number, path in enumerate(files, 1):
            if progress and progress(number, len(files), path) is False:
                break
            try:
                found.append(guard.read(path, encoding, choices))
            except ReadingStopped:
                break
            except TranscriptError as error:
                found.append(Problem(path, str(error)))
    return found


def _is_folder(path: Path) -> bool:
    """Tell whether it is a folder; a path that cannot even be looked at is a file that cannot be read."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _inside(folder: Path, problems: list[Problem]) -> list[Path]:
    """Return the files with a known ending under a folder; hidden ones and office lock files are passed over."""

    def refused(error: OSError) -> None:
        place = Path(error.filename) if error.filename else folder
        problems.append(
            Problem(place, f"The folder {sniff.shown(place)} cannot be read ({error.strerror}); ask for access.")
        )

    files: list[Path] = []
    outside: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        # By the name without its ending, so that «P07» stands before «P07 (2)», which is the copy.
        for name in sorted(names, key=lambda name: (os.path.splitext(name)[0], name)):
            if name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$")):
                (outside if _leads_out(Path(place) / name, folder) else files).append(Path(place) / name)
    problems += [
        Problem(path, f"{squeeze_name(path.name)} is a link to a file outside the folder; import that file itself if "
                "it is a transcript.")
        for path in outside
    ]  # fmt: skip
    return files


def _leads_out(path: Path, folder: Path) -> bool:
    """Tell whether a file in a folder, which somebody else may have packed, is a link to one elsewhere."""
    try:
        return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        return False


def take(study: "StudyFile", preview: Preview) -> int:
    """Take a read file into the study and return the transcript's id.

    Raises:
        StudyError: its name is taken, or the same file is in the study already.
    """
    # Not at the top: the process that reads files of strangers holds nothing that opens a study.
    from workbench.acts import transcripts as acts

    return acts.add(study, preview.new())
