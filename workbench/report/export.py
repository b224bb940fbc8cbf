"""Quotes out of the study: built, passed through the gate twice, written at once or not at all, registered."""

import hashlib
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.acts.quotes import register_export
from workbench.errors import ReportError
from workbench.report.board import Board, board, spread
from workbench.report.board_quote import BoardQuote
from workbench.report.document import GROUPINGS, Document, Section, quotes_document, sections, table_rows
from workbench.report.writers import csv, docx, md, xlsx
from workbench.shield.gate import Gate, OutgoingPart, gate_of, guard
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.exports import was_exported
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.words import say


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The file written, how many quotes are in it, its SHA-256 (hexadecimal), and what the researcher should know.

    `refused` counts the quotes left out because somebody in them withdrew or said no to being quoted.
    """

    path: Path
    quotes: int
    sha256: str
    warnings: tuple[str, ...]
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Prepared:
    """An export that passed the gate: what the file will hold (a document, or rows of a table), where it goes."""

    path: Path
    format: str
    content: Document | tuple[tuple[str, ...], ...]
    parts: tuple[OutgoingPart, ...]
    gate: Gate
    quotes: int
    warnings: tuple[str, ...]
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file's bytes, and its text as a reader would see it."""

    data: bytes
    texts: list[str]


@dataclass(frozen=True, slots=True)
class _Format:
    """How to make the bytes of a format, from a document or (`table`) from rows, and how to read its text back."""

    write: Callable[[Any], bytes]
    read_back: Callable[[bytes], list[str]]
    table: bool = False


_FORMATS = {
    "docx": _Format(docx.write, docx.read_back),
    "md": _Format(md.write, md.read_back),
    "csv": _Format(csv.write, csv.read_back, table=True),
    "xlsx": _Format(xlsx.write, xlsx.read_back, table=True),
}


def formats() -> tuple[str, ...]:
    """Return the names of the file formats, the usual one first."""
    return tuple(_FORMATS)


def export_quotes(
    study: StudyFile,
    path: Path,
    file_format: str = "",
    *,
    by: str = "theme",
    themes: Collection[str] | None = None,
    include_reference: bool = True,
) -> ExportResult:
    """Write the quote board to `path` and keep the export in the study's register: prepare, render, finish.

    Raises:
        ReportError: see `prepare` and `finish`.
        GateClosed: a name or number that may not leave is in the quotes or in what stands around them.
    """
    prepared = prepare(study, path, file_format, by=by, themes=themes, include_reference=include_reference)
    return finish(study, prepared, render(prepared.format, prepared.content))


def prepare(
    study: StudyFile,
    path: Path,
    file_format: str = "",
    *,
    by: str = "theme",
    themes: Collection[str] | None = None,
    include_reference: bool = True,
) -> Prepared:
    """Gather what leaves the study and test every part of it.

    `file_format` empty means by the ending of `path`. `by` groups by `theme` or `participant`; `themes` keeps only the
    themes of those names.

    Raises:
        ReportError: the format, grouping or a theme is unknown, there is nothing to write, or an attribution cannot
            be made.
        GateClosed: a name or number that may not leave is in it.
    """
    chosen = _format_of(path, file_format)
    if by not in GROUPINGS:
        raise ReportError(say("report.grouping", known=f" {say('line.or')} ".join(GROUPINGS), by=by))
    if path.is_dir():
        raise ReportError(say("report.is_folder", path=path, example=path / f"quotes.{chosen}"))
    refuse_database(path)
    whole = board(study)
    shown = whole.leaving()
    refused = refused_of(whole, themes)
    listed = _listed(study, shown, by, themes, refused)
    gate = gate_of(study)
    parts = (OutgoingPart(say("gate.in.file_name"), path.name), *parts_of(study, listed, include_reference))
    guard(parts, study, gate)
    count = sum(len(section.quotes) for section in listed)
    content = _content(study, listed, include_reference, table=_FORMATS[chosen].table)
    warnings = (*told_refused(refused), *_warnings(study, shown, listed))
    return Prepared(path, chosen, content, parts, gate, count, warnings, len(refused))


def _content(
    study: StudyFile, listed: Sequence[Section], include_reference: bool, *, table: bool
) -> Document | tuple[tuple[str, ...], ...]:
    if not table:
        return quotes_document(listed, study.language, include_reference, study=study.name)
    rows = table_rows(listed, study.language)
    # Without references a table shows neither participant, turn nor time.
    return tuple(rows if include_reference else [(*row[:4], *row[7:]) for row in rows])


def render(file_format: str, content: Document | Sequence[Sequence[str]]) -> Rendered:
    """Return the finished file; needs no study, so that the helper process can do it."""
    chosen = _FORMATS[file_format]
    data = chosen.write(content)
    return Rendered(data, chosen.read_back(data))


def finish(study: StudyFile, prepared: Prepared, rendered: Rendered) -> ExportResult:
    """Test the finished file, write it (an existing one is replaced) and register the export.

    Raises:
        GateClosed: the file holds a name that its parts did not.
        ReportError: the file cannot be written.
    """
    _guard_file(study, prepared.gate, prepared.parts, rendered.texts)
    digest = hashlib.sha256(rendered.data).hexdigest()
    home = study.folder / "exports"

    def write() -> None:
        write_at_once(prepared.path, rendered.data, make_folder=prepared.path.parent == home)

    register_export(study, prepared.path.name, prepared.format, digest, prepared.quotes, write)
    return ExportResult(prepared.path, prepared.quotes, digest, prepared.warnings, prepared.refused)


def _format_of(path: Path, file_format: str) -> str:
    name = (file_format or path.suffix.removeprefix(".")).lower()
    if name not in _FORMATS:
        known = ", ".join(_FORMATS)
        key = "report.format" if name else "report.no_ending"
        raise ReportError(say(key, name=name or path.name, known=known))
    return name


def refuse_database(path: Path) -> None:
    """Raise ReportError when a study, or what belongs to one, stands where the export would go."""
    # By name first: to open and close a study's file would let go of the locks this process holds on it.
    found = path.name == FILE_NAME or path.name.startswith(f"{FILE_NAME}-")
    if not found and path.is_file():
        try:
            with path.open("rb") as there:
                found = there.read(16) == b"SQLite format 3\0"
        except OSError:
            found = False
    if found:
        raise ReportError(say("report.is_database", path=path))


def must_be_ours(study: StudyFile, path: Path) -> None:
    """Refuse to write over a file that is no earlier export as it was written: nobody was asked.

    Raises:
        ReportError: there is such a file.
    """
    refuse_database(path)
    try:
        known = not path.is_file() or was_exported(study, hashlib.sha256(path.read_bytes()).hexdigest())
    except OSError:
        known = False
    if not known:
        raise ReportError(say("report.not_ours", path=path))


def refused_of(whole: Board, themes: Collection[str] | None = None) -> list[BoardQuote]:
    """Return the quotes that may not leave, of those asked for."""
    wanted = {name.casefold() for name in themes or ()}
    asked = [quote for one in whole.themes if not wanted or one.theme.name.casefold() in wanted for quote in one.quotes]
    return [quote for quote in (*asked, *(() if wanted else whole.loose)) if quote.refusal is not None]


def told_refused(refused: Sequence[BoardQuote]) -> tuple[str, ...]:
    """Return what is said of quotes that are left out: how many, whose and why, in one sentence; none for none."""
    if not refused:
        return ()
    counts = Counter((quote.refusing, quote.refusal) for quote in refused if quote.refusal is not None)
    whose = "; ".join(
        say(f"consent.refused.{why.name}", person=person, count=count) for (person, why), count in counts.items()
    )
    return (say("consent.refused", count=len(refused), whose=whose),)


def _listed(
    study: StudyFile, shown: Board, by: str, themes: Collection[str] | None, refused: Sequence[BoardQuote]
) -> list[Section]:
    known = {one.theme.name.casefold() for one in shown.themes}
    for name in themes or ():
        if name.casefold() not in known:
            raise ReportError(say("report.no_theme", name=name))
    listed = sections(shown, study.language, by, themes)
    if not listed and refused:
        raise ReportError(say("consent.all_refused", why=told_refused(refused)[0]))
    if not listed:
        raise ReportError(say("report.no_quotes_under" if shown.quotes else "report.no_quotes"))
    return listed


def parts_of(study: StudyFile, listed: Sequence[Section], include_reference: bool = True) -> Iterator[OutgoingPart]:
    """Yield everything that leaves with the quotes, piece by piece, each with the place it stands."""
    yield OutgoingPart(say("gate.in.study"), study.name)
    for section in listed:
        yield OutgoingPart(say("gate.in.heading", theme=section.title), section.title)
        yield OutgoingPart(say("gate.in.concept", theme=section.title), section.concept)
        yield OutgoingPart(say("gate.in.definition", theme=section.title), section.definition)
        for code in section.codes:
            yield OutgoingPart(say("gate.in.code", theme=section.title), code)
        for quote in section.quotes:
            yield from _parts_of_quote(quote, include_reference)


def _parts_of_quote(quote: BoardQuote, include_reference: bool) -> Iterator[OutgoingPart]:
    where = quote.reference(say("turn.word"))
    yield OutgoingPart(say("gate.in.quote", quote=where), quote.text, quote.cased, quote.spared)
    yield OutgoingPart(say("gate.in.quote_attribution", quote=where), quote.attribution)
    yield OutgoingPart(say("gate.in.quote_code", quote=where), quote.code)
    if include_reference:
        yield OutgoingPart(say("gate.in.quote_reference", quote=where), quote.reference())


def _guard_file(study: StudyFile, gate: Gate, parts: Sequence[OutgoingPart], texts: Sequence[str]) -> None:
    """Test the finished file as its reader sees it; words spared in a quote are spared as often here.

    Raises:
        GateClosed: the file holds something that its parts did not.
    """
    spared: Counter[str] = Counter(
        " ".join(part.text[start:end].split()).casefold() for part in parts for start, end in part.spared
    )
    held: list[OutgoingPart] = []
    for text in texts:
        for leak in gate.leaks(OutgoingPart(say("gate.in.file"), text)):
            words = leak.words.casefold()
            if spared[words] > 0:
                spared[words] -= 1
            else:
                held.append(OutgoingPart(say("gate.in.file"), text))
    guard(held, study, gate)


def write_at_once(path: Path, data: bytes, *, make_folder: bool = False) -> None:
    """Write a file so that `path` holds either all of `data` or what it held before.

    Raises:
        ReportError: the folder is missing or cannot be written to, or the disk is full.
    """
    temporary = ""
    try:
        if make_folder:
            path.parent.mkdir(exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent or Path())
        with os.fdopen(handle, "wb") as target:
            target.write(data)
            target.flush()
            os.fsync(target.fileno())
        os.replace(temporary, path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise ReportError(say("report.unwritten", path=path, error=error.strerror or error)) from error


def _warnings(study: StudyFile, shown: Board, listed: Sequence[Section]) -> tuple[str, ...]:
    titles = {section.title for section in listed}
    found = [one.warning for one in spread(shown) if one.warning and one.theme in titles]
    used = {quote.transcript for section in listed for quote in section.quotes}
    unread = [card.name for card in transcript_lookup.cards(study) if card.name in used and not card.reviewed]
    if unread:
        found.append(say("report.unread", names=", ".join(unread)))
    return tuple(found)
