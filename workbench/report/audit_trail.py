"""The audit trail out of the study: the acts that a filter wants, one a line (JSONL) or as a page to read (HTML).

Names to be hidden are hidden, and the words of interviews and memos are left out, unless leave is given: then the
gate tests every word, as it does for quotes. The file is written beside its place and put there whole.
"""

import hashlib
import os
import tempfile
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from workbench.acts import history_filter as asked
from workbench.acts.exports import register_trail
from workbench.errors import ReportError, StoreError
from workbench.report.export import refuse_database
from workbench.report.trail_cleaning import Cleaner, OutRow
from workbench.report.writers import trail_html, trail_jsonl
from workbench.store.lookups.acts import raw_rows
from workbench.store.lookups.found_acts import ActFinder
from workbench.store.lookups.passage_then import passage_of_act
from workbench.store.study_file import StudyFile
from workbench.store.whole_files import put_in_place
from workbench.study.changes import AuditLine
from workbench.study.history import ActFilter
from workbench.study.ids import short
from workbench.words import say
from workbench.words.history import sentence

_WRITERS = {"jsonl": trail_jsonl, "html": trail_html}
_BETWEEN = 50  # acts between two signs of life
# Acts that are not about words said, though their rows stand on a stretch of a transcript.
_NO_PASSAGE = ("entity.", "shield.")


@dataclass(frozen=True, slots=True)
class TrailPlan:
    """A trail that can be written: where, as what (`jsonl` or `html`), which acts, and whether words go out with it."""

    path: Path
    format: str
    wanted: ActFilter
    with_words: bool
    acts: int


@dataclass(frozen=True, slots=True)
class TrailResult:
    """The file written, how many acts are in it, and its SHA-256 (hexadecimal)."""

    path: Path
    acts: int
    sha256: str


@dataclass(frozen=True, slots=True)
class OutPassage:
    """A passage as it leaves: transcript, turn, words."""

    transcript: str
    turn: int
    words: str


@dataclass(frozen=True, slots=True)
class OutAct:
    """An act as it leaves: everything in it is cleaned."""

    id: str
    line: AuditLine
    text: str
    detail: dict[str, str]
    rows: tuple[OutRow, ...]
    passage: OutPassage | None


@dataclass(frozen=True, slots=True)
class TrailHead:
    """What the page says of itself: the study, what it was narrowed to, how many acts, when, and about words."""

    study: str
    narrowed: tuple[str, ...]
    acts: int
    made: str
    with_words: bool


def endings() -> tuple[str, ...]:
    """Return the file formats of a trail."""
    return tuple(_WRITERS)


def plan_trail(study: StudyFile, path: Path, wanted: ActFilter, *, with_words: bool = False) -> TrailPlan:
    """Test whether a trail can be written to `path`; its ending says the format.

    Raises:
        ReportError: the ending is unknown, the path is a folder or a study, or no act fits.
        StoreError: the study takes no register of what leaves it.
    """
    name = path.suffix.removeprefix(".").lower()
    if name not in _WRITERS:
        raise ReportError(say("trail.format", name=path.name, known=", ".join(f".{one}" for one in _WRITERS)))
    if path.is_dir():
        raise ReportError(say("report.is_folder", path=path, example=path / f"history.{name}"))
    refuse_database(path)
    if study.read_only:
        raise StoreError(f"The study in {study.folder} is open for reading only; nothing was changed.")
    count = ActFinder(study, wanted).count()
    if not count:
        raise ReportError(say("trail.nothing"))
    return TrailPlan(path, name, wanted, with_words, count)


def export_trail(study: StudyFile, path: Path, wanted: ActFilter, *, with_words: bool = False) -> TrailResult:
    """Write the acts that `wanted` asks for and keep the export in the study's register.

    Raises:
        ReportError: see `plan_trail`, or the file cannot be written.
        GateClosed: with words: a name or number that may not leave is in them.
    """
    steps = write_trail(study, plan_trail(study, path, wanted, with_words=with_words))
    while True:
        try:
            next(steps)
        except StopIteration as done:
            result: TrailResult = done.value
            return result


def write_trail(study: StudyFile, plan: TrailPlan) -> Generator[int, None, TrailResult]:
    """Write a trail in steps, each yielding how many acts are written; closing it before the end leaves nothing.

    Raises:
        ReportError, GateClosed: as `export_trail`.
    """
    folder, temporary = plan.path.parent, ""
    made = folder == study.folder / "exports" and not folder.exists()
    try:
        if made:
            folder.mkdir()
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=folder)
        with os.fdopen(handle, "wb") as target:
            digest, acts = yield from _written(study, plan, target)
        _register(study, plan, Path(temporary), digest, acts)
    except OSError as error:
        raise ReportError(say("report.unwritten", path=plan.path, error=error.strerror or error)) from error
    finally:
        with suppress(OSError):
            if temporary:
                Path(temporary).unlink(missing_ok=True)
            if made:
                folder.rmdir()  # only when nothing came into it
    return TrailResult(plan.path, acts, digest)


def _register(study: StudyFile, plan: TrailPlan, temporary: Path, digest: str, acts: int) -> None:
    register_trail(
        study, plan.path.name, plan.format, digest, acts, lambda: put_in_place(temporary, plan.path)
    )  # fmt: skip


def _written(study: StudyFile, plan: TrailPlan, target: BinaryIO) -> Generator[int, None, tuple[str, int]]:
    writer, digest, acts = _WRITERS[plan.format], hashlib.sha256(), 0

    def put(text: str) -> None:
        data = text.encode()
        digest.update(data)
        target.write(data)

    cleaner = Cleaner(study, with_words=plan.with_words)
    # Acts that come meanwhile (a colleague's, this export's own) are not in it.
    last = next(iter(ActFinder(study, ActFilter()).page(1)), None)
    put(writer.head(_head(study, plan, cleaner)))
    for line in ActFinder(study, plan.wanted).walk():
        if last is not None and line.act_id > last.act_id:
            break
        put(writer.act(_out_act(study, cleaner, line, with_words=plan.with_words)))
        acts += 1
        if acts % _BETWEEN == 0:
            yield acts
    put(writer.tail())
    cleaner.close()
    return digest.hexdigest(), acts


def _head(study: StudyFile, plan: TrailPlan, cleaner: Cleaner) -> TrailHead:
    told = tuple(cleaner.text(words) for words in asked.told(study, plan.wanted).values())
    made = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    head = TrailHead(cleaner.text(study.name), told, plan.acts, made, plan.with_words)
    cleaner.text(plan.path.name)
    cleaner.test(say("gate.in.study"))
    return head


def _out_act(study: StudyFile, cleaner: Cleaner, line: AuditLine, *, with_words: bool) -> OutAct:
    rows = raw_rows(study, line.act_id)
    found = passage_of_act(study, line.act_id) if with_words and not line.verb.startswith(_NO_PASSAGE) else None
    cased = cleaner.is_cased(found.transcript_id) if found is not None else True
    detail = cleaner.detail(line.detail, rows, cased)
    text = cleaner.text(sentence(line.verb, line.kind.value, detail))
    passage = None
    if found is not None:
        passage = OutPassage(cleaner.text(found.transcript), found.turn, cleaner.text(found.words, cased))
    act = OutAct(short(line.act_id), line, text, detail, tuple(cleaner.row(row) for row in rows), passage)
    cleaner.test(say("gate.in.act", at=line.at, what=line.verb))
    return act
