"""Rows whose owner is gone, circles, and values that this workbench cannot read."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workbench.store.checks.finding import Place
from workbench.store.checks.look import Look
from workbench.study.attributes import Type
from workbench.study.bands import bands_kept
from workbench.study.carrying import Outcome
from workbench.study.codes import CodeSource, CodeStatus
from workbench.study.codings import Level, Origin, Stance
from workbench.study.consent import Answer
from workbench.study.masking import Decision, EntityKind
from workbench.study.quotes import EditKind
from workbench.study.themes import ThemeStatus
from workbench.study.transcripts import Role


@dataclass(frozen=True, slots=True)
class Closed:
    """A column that holds one of few values, and what `repair` puts in the place of any other."""

    table: str
    column: str
    values: tuple[str, ...]
    repaired: str


def _closed(table: str, column: str, values: Iterable[str], repaired: str) -> Closed:
    return Closed(table, column, tuple(str(one) for one in values), repaired)


CLOSED = (
    _closed("speaker", "role", Role, Role.UNKNOWN),
    _closed("coding", "origin", Origin, Origin.IMPORTED),
    _closed("coding", "level", Level, Level.UNSET),
    _closed("coding", "stance", Stance, Stance.UNSET),
    _closed("code", "status", CodeStatus, CodeStatus.ACTIVE),
    _closed("code", "source", CodeSource, next(iter(CodeSource))),
    _closed("theme", "status", ThemeStatus, ThemeStatus.CANDIDATE),
    _closed("quote_edit", "kind", EditKind, EditKind.CUT),
    _closed("entity", "kind", EntityKind, EntityKind.OTHER),
    _closed("entity", "decision", Decision, Decision.UNDECIDED),
    _closed("attribute_definition", "type", Type, Type.TEXT),
    _closed("consent", "answer", Answer, Answer.NO),
    _closed("carried", "outcome", Outcome, Outcome.UNSURE),
    _closed("carried", "state", ("open", "settled", "follows"), "open"),
)

# Living rows of `table` whose `column` points to a row of `owner` that is gone.
OWNERS = (
    ("coding", "code_id", "code"),
    ("quote", "coding_id", "coding"), ("quote", "theme_id", "theme"),
    ("theme_code", "theme_id", "theme"), ("theme_code", "code_id", "code"), ("theme", "parent_id", "theme"),
    ("code", "parent_id", "code"), ("attribute", "participant_id", "participant"),
    ("entity_exception", "entity_id", "entity"), ("finding", "entity_id", "entity"),
    ("session_participant", "session_id", "session"), ("session_transcript", "session_id", "session"),
    ("memo_link", "memo_id", "memo"), ("consent", "participant_id", "participant"),
    ("attribute_definition", "kind_id", "people_kind"),
)  # fmt: skip
# What a memo can be about, and the table that holds it.
ABOUT = {"transcript": "transcript", "code": "code", "theme": "theme", "participant": "participant", "coding": "coding"}
CIRCLES = (("code", "parent_id"), ("code", "merged_into"), ("theme", "parent_id"))
_TIMES = (
    ("act", "at"), ("coding", "created"), ("memo", "created"), ("transcript", "added"),
    ("revision", "made"), ("export", "at"), ("verdict", "created"),
)  # fmt: skip
# What may not be known yet, or never.
_TIMES_OR_NOT = (("reading", "started"), ("reading", "finished"))
_AS_WRITTEN = "[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z"
_OF_CODING = "SELECT t.name || ' ' || c.turn FROM coding c JOIN transcript t ON t.id = c.transcript_id"
# How a researcher finds a row: by its name, or by the transcript and turn it stands in.
_WHERE: Mapping[str, str] = {
    **{table: f"SELECT name FROM {table} WHERE id = ?" for table in ("code", "theme", "transcript", "coder")},
    "participant": "SELECT label FROM participant WHERE id = ?",
    "coding": f"{_OF_CODING} WHERE c.id = ?",
    "quote": f"{_OF_CODING} JOIN quote q ON q.coding_id = c.id WHERE q.id = ?",
    "quote_edit": f"{_OF_CODING} WHERE c.id = (SELECT coding_id FROM quote q JOIN quote_edit e ON e.quote_id = q.id "
                  "WHERE e.id = ?)",
    "speaker": "SELECT t.name || ' ' || s.label FROM speaker s JOIN transcript t ON t.id = s.transcript_id "
               "WHERE s.id = ?",
}  # fmt: skip


def place(look: Look, table: str, row: Any) -> Place:
    """Return a row's place, and how a researcher finds it."""
    where = look.one(_WHERE[table], (row["id"],)) if table in _WHERE else ""
    return Place(table, row["id"], where or "")


def orphans(look: Look) -> None:
    """Rows in use whose owner is gone, and memos about nothing."""
    for number, (table, column, owner) in enumerate(OWNERS):
        look.step(number / len(OWNERS))
        for row in look.rows(orphans_sql(table, column, owner)):
            look.add("orphan", place(look, table, row), table=table, owner=owner)
    for about, owner in ABOUT.items():
        sql = (
            f'SELECT m.id FROM memo m LEFT JOIN "{owner}" o ON o.id = m.about_id '
            "WHERE m.about = ? AND m.deleted = 0 AND o.id IS NULL"
        )
        for row in look.rows(sql, (about,)):
            look.add("dangling", Place("memo", row["id"]), parent=owner)


def orphans_sql(table: str, column: str, owner: str) -> str:
    """Return SQL for the ids of the living rows of `table` whose owner is marked as gone."""
    return f'SELECT t.id FROM "{table}" t JOIN "{owner}" o ON o.id = t."{column}" WHERE t.deleted = 0 AND o.deleted = 1'


def circles(look: Look) -> None:
    """Codes or themes that lie inside themselves, and merged codes whose heirs lead back to them."""
    for table, column in CIRCLES:
        for one in in_circles(look.rows(f'SELECT id, "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL')):
            look.add("loop", place(look, table, {"id": one}), table=table, column=column)


def in_circles(links: Iterable[Any]) -> list[int]:
    """Return the smallest id of each circle among (id, id it points to)."""
    to = {row[0]: row[1] for row in links}
    done: set[int] = set()
    found: list[int] = []
    for start in to:
        path: list[int] = []
        at: int | None = start
        while at is not None and at in to and at not in done:
            done.add(at)
            path.append(at)
            at = to[at]
        if at in path:
            found.append(min(path[path.index(at) :]))
    return found


def values(look: Look) -> None:
    """Values of closed sets, JSON and times that cannot be read."""
    for closed in CLOSED:
        marks = ",".join("?" * len(closed.values))
        sql = f'SELECT id FROM "{closed.table}" WHERE "{closed.column}" NOT IN ({marks})'
        for row in look.rows(sql, closed.values):
            look.add("value", place(look, closed.table, row), column=closed.column)
    for table, column, is_right in JSON:
        for row in look.rows(f'SELECT id, "{column}" AS words FROM "{table}"'):
            if not readable(row["words"], is_right):
                look.add("json", place(look, table, row), column=column)
    for row in look.rows("SELECT name, value AS words FROM desk"):
        if not readable(row["words"], lambda _: True):
            look.add("json", Place("desk", 0, row["name"]), column="value")


def times(look: Look) -> None:
    """Points in time that cannot be read."""
    every = (*_TIMES, *_TIMES_OR_NOT)
    for number, (table, column) in enumerate(every):
        look.step(number / len(every))
        # A time as the workbench writes it needs no closer look.
        sql = f'SELECT id, "{column}" AS time FROM "{table}" WHERE "{column}" NOT GLOB ?'
        for row in look.rows(sql, (_AS_WRITTEN,)):
            unknown = not row["time"] and (table, column) in _TIMES_OR_NOT
            if not unknown and not _is_time(row["time"]):
                look.add("time", place(look, table, row), column=column)


def _names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)  # pyright: ignore[reportUnknownVariableType]


def _some_names(value: object) -> bool:
    return _names(value) and bool(value)


def _bands(value: object) -> bool:
    try:
        bands_kept(json.dumps(value))
    except (ValueError, TypeError):
        return False
    return True


JSON: tuple[tuple[str, str, Callable[[object], bool]], ...] = (
    ("code", "aliases", _names),
    ("entity", "forms", _some_names),
    ("attribute_definition", "choices", _names),
    ("attribute_definition", "bands", _bands),
    ("saved_search", "query", lambda value: isinstance(value, Mapping)),
)


def readable(words: str, is_right: Callable[[object], bool]) -> bool:
    """Tell whether a column's JSON can be read and is of the right kind."""
    try:
        return is_right(json.loads(words))
    except ValueError:
        return False


def _is_time(words: str) -> bool:
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return True
