"""Finding memos, definitions and quotes by the same language as turns."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from workbench.store.search.clock import Clock
from workbench.store.search.conditions import Resolver
from workbench.store.search.hits import matcher_for
from workbench.store.study_file import StudyFile
from workbench.study.periods import as_kept
from workbench.study.search_match import Excerpt, excerpt
from workbench.study.search_query import Query
from workbench.study.search_tree import Field, Filter
from workbench.study.spans import Span
from workbench.study.transcripts import Role

_EXCERPT = 160


class NoteKind(StrEnum):
    """What was written: a memo, a code's or theme's definition, a picked quote, a remark on a coding."""

    MEMO = "memo"
    CODE = "code"
    THEME = "theme"
    QUOTE = "quote"
    CODING = "coding"


@dataclass(frozen=True, slots=True)
class Note:
    """A text of the analyst, or a quote, and what it is about.

    `id` is that of the memo, code, theme, quote or coding; `title` what it is on or called. `created` is ISO 8601 in
    UTC or empty. Quotes and remarks on codings have the `transcript_id` and `span` of their passage.
    """

    kind: NoteKind
    id: int
    title: str
    text: str
    about: str = ""
    about_id: int = 0
    coder: str = ""
    coder_id: int = 0
    created: str = ""
    code_ids: frozenset[int] = frozenset()
    theme_ids: frozenset[int] = frozenset()
    transcript_id: int = 0
    span: Span | None = None
    participant_id: int = 0
    speaker: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A note that was found; marks and excerpt count in its text. `exact`: the words themselves were found."""

    note: Note
    excerpt: Excerpt
    marks: tuple[Span, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class NoteResults:
    """What was found: the hits asked for and how many there are in all, and of each kind; `stopped`: time ran out."""

    hits: tuple[NoteHit, ...]
    total: int
    remarks: tuple[str, ...] = ()
    stopped: bool = False
    kinds: tuple[tuple[NoteKind, int], ...] = ()


def find_notes(
    study: StudyFile,
    query: Query,
    limit: int = 50,
    *,
    skip: int = 0,
    kinds: tuple[NoteKind, ...] = tuple(NoteKind),
    seconds: float = 2.0,
) -> NoteResults:
    """Return memos, definitions and quotes that fit `query`, those with the words themselves first, newest first.

    Filters ask what a note is about: `code:` and `theme:` its code or theme, `coder:` who wrote it, `since:` and
    `until:` when; `in:`, `who:`, `speaker:` and attributes the passage of a quote. Private memos of other coders are
    not read. An empty query finds nothing.

    Raises:
        StudyError: a regular expression is broken.
    """
    if query.tree is None:
        return NoteResults((), 0, query.remarks)
    resolver = Resolver(study)
    clock = Clock(seconds)
    wide = matcher_for(study, query, clock.finder)
    strict = matcher_for(study, Query(query.tree, parts=False), clock.finder)
    found: list[tuple[bool, Note]] = []
    remarks, stopped = query.remarks, False
    try:
        for note in _notes(study, kinds):
            holds = _holds(note, resolver)
            if wide.matches(note.text, holds):
                found.append((strict.matches(note.text, holds), note))
    except TimeoutError:
        stopped = True
        remarks = (*remarks, f"The time was up after {seconds:g} seconds; the rest is not searched.")
    order = list(NoteKind)
    found.sort(key=lambda one: (not one[0], order.index(one[1].kind), -one[1].id))
    hits: list[NoteHit] = []
    for exact, note in found[skip : skip + limit]:
        marks = wide.marks(note.text)
        hits.append(NoteHit(note, excerpt(note.text, marks, _EXCERPT), tuple(marks), exact))
    counts = Counter(note.kind for _, note in found)
    by_kind = tuple((kind, counts[kind]) for kind in order if counts[kind])
    return NoteResults(tuple(hits), len(found), tuple(dict.fromkeys((*remarks, *resolver.remarks))), stopped, by_kind)


def _holds(note: Note, resolver: Resolver) -> Callable[[Filter], bool]:
    return lambda asked: _answer(note, asked, resolver)


def _answer(note: Note, asked: Filter, resolver: Resolver) -> bool:
    """Tell whether a filter holds for a note."""
    if asked.field is Field.IS:
        return (note.kind in (NoteKind.QUOTE, NoteKind.CODING)) == (asked.value == "coded")
    if asked.field in (Field.SINCE, Field.UNTIL):
        day = date.fromisoformat(asked.value)
        if asked.field is Field.SINCE:
            return note.created >= as_kept(day)
        return "" < note.created < as_kept(day + timedelta(days=1))
    meant = resolver.meant(asked)
    if asked.field is Field.SPEAKER:
        said_so = note.role == meant.role if meant.role else note.speaker in meant.labels and note.role != Role.NOT_DATA
        return bool(note.speaker) and said_so
    if asked.field in (Field.CODE, Field.THEME):
        by = all(note.coder_id in resolver.meant(Filter(Field.CODER, one)).ids for one in asked.coders)
        return by and bool(note.code_ids & meant.ids or note.theme_ids & meant.themes)
    one = {Field.TRANSCRIPT: note.transcript_id, Field.CODER: note.coder_id}
    return one.get(asked.field, note.participant_id) in meant.ids


# Reading

_CODE_TEXT = ("name", "brief", "definition", "when", "when_not", "example", "counter_example")
_THEME_TEXT = ("name", "concept", "definition", "includes", "excludes", "story")
_CALLED = {"code": "name", "theme": "name", "transcript": "name", "participant": "label", "session": "name"}
_MEMOS = """
SELECT m.*, coder.name AS coder FROM memo m JOIN coder ON coder.id = m.coder_id
WHERE m.deleted = 0 AND (m.private = 0 OR m.coder_id = ?)
"""
_PASSAGES = """
SELECT {columns}, c.id AS coding_id, c.transcript_id, c.start, c."end", c.code_id, c.coder_id, c.created, t.name,
  code.name AS code, coder.name AS coder, coalesce(s.label, '') AS speaker, coalesce(s.role, '') AS role,
  coalesce(s.participant_id, 0) AS participant_id
FROM {source} JOIN transcript t ON t.id = c.transcript_id AND t.deleted = 0
JOIN code ON code.id = c.code_id JOIN coder ON coder.id = c.coder_id LEFT JOIN speaker s ON s.id = c.speaker_id
{texts} WHERE {condition}
"""
_QUOTES = _PASSAGES.format(
    columns='q.id, q.theme_id, q.note, q.translation, substr(x.body, c.start + 1, c."end" - c.start) AS words',
    source="quote q JOIN coding c ON c.id = q.coding_id AND c.deleted = 0",
    texts="JOIN transcript_text x ON x.revision_id = c.revision_id",
    condition="q.deleted = 0",
)
_REMARKS = _PASSAGES.format(
    columns="c.id, c.memo", source="coding c", texts="", condition="c.deleted = 0 AND c.memo <> ''"
)


def _notes(study: StudyFile, kinds: tuple[NoteKind, ...]) -> Iterator[Note]:
    readers = {
        NoteKind.MEMO: _memos, NoteKind.CODE: _codes, NoteKind.THEME: _themes, NoteKind.QUOTE: _quotes,
        NoteKind.CODING: _remarks,
    }  # fmt: skip
    for kind in kinds:
        yield from readers[kind](study)


def _memos(study: StudyFile) -> Iterator[Note]:
    names = {
        (table, row["id"]): str(row["called"])
        for table, column in _CALLED.items()
        for row in study.rows(f"SELECT id, {column} AS called FROM {table}")
    }
    for row in study.rows(_MEMOS, (study.coder_id,)):
        about, about_id = row["about"], row["about_id"]
        yield Note(
            NoteKind.MEMO, row["id"], row["title"] or names.get((about, about_id), ""),
            _lines(row, ("title", "text")), about, about_id, row["coder"], row["coder_id"], row["created"],
            code_ids=_only(about_id if about == "code" else 0), theme_ids=_only(about_id if about == "theme" else 0),
            transcript_id=about_id if about == "transcript" else 0,
            participant_id=about_id if about == "participant" else 0,
        )  # fmt: skip


def _codes(study: StudyFile) -> Iterator[Note]:
    for row in study.rows("SELECT * FROM code WHERE deleted = 0"):
        yield Note(NoteKind.CODE, row["id"], row["name"], _lines(row, _CODE_TEXT), "code", row["id"],
                   code_ids=_only(row["id"]))  # fmt: skip


def _themes(study: StudyFile) -> Iterator[Note]:
    gathered: dict[int, set[int]] = {}
    for row in study.rows("SELECT theme_id, code_id FROM theme_code WHERE deleted = 0"):
        gathered.setdefault(row["theme_id"], set()).add(row["code_id"])
    for row in study.rows("SELECT * FROM theme WHERE deleted = 0"):
        yield Note(NoteKind.THEME, row["id"], row["name"], _lines(row, _THEME_TEXT), "theme", row["id"],
                   code_ids=frozenset(gathered.get(row["id"], ())), theme_ids=_only(row["id"]))  # fmt: skip


def _quotes(study: StudyFile) -> Iterator[Note]:
    for row in study.rows(_QUOTES):
        yield _of_passage(NoteKind.QUOTE, row, ("words", "note", "translation"), row["theme_id"])


def _remarks(study: StudyFile) -> Iterator[Note]:
    for row in study.rows(_REMARKS):
        yield _of_passage(NoteKind.CODING, row, ("memo",), None)


def _of_passage(kind: NoteKind, row: Any, texts: tuple[str, ...], theme_id: int | None) -> Note:
    return Note(
        kind, row["id"], f"{row['name']} · {row['code']}", _lines(row, texts), "coding", row["coding_id"],
        row["coder"], row["coder_id"], row["created"], _only(row["code_id"]), _only(theme_id or 0),
        row["transcript_id"], Span(row["start"], row["end"]), row["participant_id"], row["speaker"], row["role"],
    )  # fmt: skip


def _lines(row: Any, columns: tuple[str, ...]) -> str:
    return "\n".join(row[column] for column in columns if row[column])


def _only(one: int) -> frozenset[int]:
    return frozenset((one,)) if one else frozenset()
