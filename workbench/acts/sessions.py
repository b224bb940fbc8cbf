"""Sessions: making them, saying when, how and where, and linking participants and transcripts."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from workbench.errors import StudyError
from workbench.store.journal import Value
from workbench.store.lookups.sessions import sessions as load
from workbench.store.study_file import StudyFile
from workbench.study.codes import check_name
from workbench.study.sessions import (
    SESSION_FIELDS,
    Mode,
    PlaceKind,
    Session,
    SessionState,
    check_day,
    check_minutes,
)
from workbench.study.text import squeeze_name

# `link` or `unlink`: (study, session id, kind of thing, its id).
Linking = Callable[[StudyFile, int, str, int], None]
_Word = TypeVar("_Word", bound=StrEnum)


def _get(study: StudyFile, session_id: int) -> Session:
    for session in load(study):
        if session.id == session_id:
            return session
    raise StudyError("This session is no longer in the study.")


def _free_name(study: StudyFile, name: str, but: int = 0) -> str:
    tidy = check_name(name)
    if any(one.id != but and one.name.casefold() == tidy.casefold() for one in load(study)):
        raise StudyError(f"There is already a session «{tidy}».")
    return tidy


def _columns(fields: Mapping[str, str]) -> dict[str, Value]:
    if set(fields) - set(SESSION_FIELDS):
        raise StudyError(f"A session has the fields {', '.join(SESSION_FIELDS)}.")
    columns: dict[str, Value] = {}
    for name, text in fields.items():
        if name == "held":
            columns[name] = check_day(text)
        elif name == "minutes":
            columns[name] = check_minutes(text)
        elif name == "present":
            columns[name] = squeeze_name(text)
        else:
            columns[name] = _word({"mode": Mode, "place": PlaceKind, "state": SessionState}[name], text).value
    return columns


def _word(known: type[_Word], text: str) -> _Word:
    tidy = squeeze_name(text).casefold().replace("-", " ").replace("_", " ")
    if tidy not in list(known):
        raise StudyError(f"«{text[:40]}» is none of {', '.join(one for one in known if one)}.")
    return known(tidy)


def add(study: StudyFile, name: str, fields: Mapping[str, str] | None = None) -> int:
    """Add a session; `fields` are as those of `define`. Return its id."""
    tidy, columns = _free_name(study, name), _columns(fields or {})
    with study.writing("session.add", {"name": tidy}) as writer:
        return writer.insert("session", {"name": tidy, **columns})


def define(study: StudyFile, session_id: int, fields: Mapping[str, str]) -> None:
    """Write what is known of a session, as texts: `held` (a day), `mode`, `place`, `minutes`, `present`, `state`.

    Raises:
        StudyError: there is no such field, or its value is none that it can have.
    """
    session, columns = _get(study, session_id), _columns(fields)
    with study.writing("session.set", {"name": session.name}) as writer:
        writer.update("session", session_id, columns)


def rename(study: StudyFile, session_id: int, name: str) -> None:
    """Give a session another name."""
    session, tidy = _get(study, session_id), _free_name(study, name, but=session_id)
    with study.writing("session.rename", {"name": session.name, "to": tidy}) as writer:
        writer.update("session", session_id, {"name": tidy})


def remove(study: StudyFile, session_id: int) -> None:
    """Take a session away; its participants and transcripts stay."""
    session = _get(study, session_id)
    with study.writing("session.remove", {"name": session.name}) as writer:
        for table in ("session_participant", "session_transcript"):
            for row in study.live(table, session_id=session_id):
                writer.delete(table, row["id"])
        writer.delete("session", session_id)


def link(study: StudyFile, session_id: int, about: str, about_id: int) -> None:
    """Say that a `participant` was at a session, or that a `transcript` comes of it.

    Raises:
        StudyError: one of the two is gone, or it is said already.
    """
    session, name = _get(study, session_id), _name(study, about, about_id)
    if study.live(f"session_{about}", session_id=session_id, **{f"{about}_id": about_id}):
        raise StudyError(f"{name} belongs to the session «{session.name}» already.")
    with study.writing("session.link", {"name": session.name, "to": name}) as writer:
        writer.insert(f"session_{about}", {"session_id": session_id, f"{about}_id": about_id})


def unlink(study: StudyFile, session_id: int, about: str, about_id: int) -> None:
    """Say that a participant or a transcript does not belong to a session."""
    session, name = _get(study, session_id), _name(study, about, about_id)
    links = study.live(f"session_{about}", session_id=session_id, **{f"{about}_id": about_id})
    if not links:
        raise StudyError(f"{name} does not belong to the session «{session.name}».")
    with study.writing("session.unlink", {"name": session.name, "to": name}) as writer:
        writer.delete(f"session_{about}", links[0]["id"])


def _name(study: StudyFile, about: str, about_id: int) -> str:
    if about not in ("participant", "transcript"):
        raise StudyError("A session has participants and transcripts.")
    found = study.live(about, id=about_id)
    if not found:
        raise StudyError(f"This {about} is no longer in the study.")
    return str(found[0]["label" if about == "participant" else "name"])
