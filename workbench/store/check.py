"""Checking a study: the file, its tables, every row, the texts under the codings, the journal, the search index.

It reads by a connection of its own, beside whoever has the study open, and goes on past what it cannot read.
"""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from workbench.errors import StoreError, StudyLocked
from workbench.store import engine
from workbench.store.checks import indexes, journals, pages, rows, texts
from workbench.store.checks.beside import beside
from workbench.store.checks.finding import Finding, Place, Progress, Severity
from workbench.store.checks.look import Look
from workbench.store.schema import VERSION

__all__ = ["Finding", "Place", "Progress", "Severity", "check", "worst"]

# (name, what it does, share of the time)
_PARTS: tuple[tuple[str, Callable[[Look], None], float], ...] = (
    ("pages", pages.pages, 0.2),
    ("tables", pages.tables, 0.02),
    ("references", pages.references, 0.08),
    ("orphans", rows.orphans, 0.05),
    ("circles", rows.circles, 0.01),
    ("values", rows.values, 0.04),
    ("times", rows.times, 0.02),
    ("texts", texts.texts, 0.28),
    ("acts", journals.acts, 0.05),
    ("changes", journals.changes, 0.1),
    ("search_index", indexes.search_index, 0.15),
)


def check(
    path: Path, key: bytes | None = None, *, thorough: bool = False, progress: Progress | None = None
) -> list[Finding]:
    """Return what is wrong with the study file at `path`, the worst first; nothing is written.

    `progress` is told often how far the check has come; whatever it raises stops the check.

    Raises:
        StoreError: there is no study file.
    """
    if not path.is_file():
        raise StoreError(f"There is no study in {path.parent}; make one with `workbench init` or try `workbench demo`.")
    try:
        connection = engine.connect_to_read(path, key)
    except StudyLocked:
        raise
    except (StoreError, engine.DatabaseError) as error:
        return [Finding("cannot_open", 1, values={"error": _said(error)})]
    with closing(connection):
        look = Look(connection, thorough=thorough, progress=progress)
        _prepare(connection)
        known = _format(look)
        at = 0.0
        for name, part, share in _PARTS if known else _PARTS[:1]:
            look.begin(name, at, share)
            _carry_out(look, name, part)
            at += share
        look.begin("beside", at, 1 - at)
        _carry_out(look, "beside", lambda one: beside(one, path, key))
        look.step(1.0)
        return look.findings


def worst(findings: list[Finding]) -> Severity:
    """Return how bad the worst of the findings is; NOTE when there are none."""
    return max((one.severity for one in findings), default=Severity.NOTE)


def _prepare(connection: engine.Connection) -> None:
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    connection.execute("PRAGMA temp_store=MEMORY")
    # What is no UTF-8 is read all the same, and told as a text that was changed.
    connection.text_factory = _as_far_as_it_goes
    # One moment of the study, however long the check takes; without a write-ahead log it would keep writers waiting.
    if engine.wal_is_safe():
        connection.execute("BEGIN")


def _as_far_as_it_goes(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _format(look: Look) -> bool:
    """Tell whether the tables are those that this workbench knows."""
    try:
        application, version = look.one("PRAGMA application_id"), look.one("PRAGMA user_version")
    except engine.DatabaseError as error:
        look.add("cannot_open", error=_said(error))
        return False
    if application != engine.APPLICATION_ID:
        look.add("no_study")
    elif version > VERSION:
        look.add("newer", format=str(version), known=str(VERSION))
    elif version < VERSION:
        look.add("older", format=str(version), known=str(VERSION))
    return application == engine.APPLICATION_ID and version == VERSION


def _carry_out(look: Look, name: str, part: Callable[[Look], None]) -> None:
    try:
        part(look)
    except (engine.DatabaseError, OverflowError) as error:
        look.add("unreadable", Place(name), error=_said(error))


def _said(error: Exception) -> str:
    """Return the first line of what an error says; SQLite repeats names of tables there, never their text."""
    return str(error).partition("\n")[0]
