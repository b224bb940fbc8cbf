"""Sessions with their participants and transcripts."""

from typing import Any

from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.store.unreadable import of_row
from workbench.study.sessions import Mode, PlaceKind, Session, SessionState
from workbench.study.text import squeeze_name


def sessions(study: StudyFile) -> list[Session]:
    """Return the sessions by day, those without one last; participants and transcripts by name."""
    people = _linked(
        study,
        "SELECT l.session_id, p.label AS name FROM session_participant l "
        "JOIN participant p ON p.id = l.participant_id AND p.deleted = 0 WHERE l.deleted = 0 ORDER BY p.label",
    )
    texts = _linked(
        study,
        "SELECT l.session_id, t.name FROM session_transcript l "
        "JOIN transcript t ON t.id = l.transcript_id AND t.deleted = 0 WHERE l.deleted = 0 ORDER BY t.name",
    )
    rows = study.rows("SELECT * FROM session WHERE deleted = 0 ORDER BY held = '', held, name")
    return [_session(row, people.get(row["id"], ()), texts.get(row["id"], ())) for row in rows]


@of_row("session")
def _session(row: Any, people: tuple[str, ...], texts: tuple[str, ...]) -> Session:
    return Session(
        row["id"], row["guid"], row["name"], row["held"], Mode(row["mode"]), PlaceKind(row["place"]), row["minutes"],
        row["present"], SessionState(row["state"]), people, texts,
    )  # fmt: skip


def _linked(study: StudyFile, sql: str) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for row in study.rows(sql):
        found[row["session_id"]] = (*found.get(row["session_id"], ()), row["name"])
    return found


def session_named(study: StudyFile, name: str) -> Session:
    """Return the session of that name, case aside; raise StudyError when there is none."""
    wanted = squeeze_name(name).casefold()
    for session in sessions(study):
        if session.name.casefold() == wanted:
            return session
    raise StudyError(f"There is no session called «{name}»; see `workbench sessions list`.")
