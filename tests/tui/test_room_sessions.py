"""The sessions room, and saying which session a transcript comes of and who speaks in it, key by key."""

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.store.lookups import memos
from workbench.store.lookups import sessions as lookup
from workbench.store.lookups import speakers as speaker_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.study.sessions import Mode, PlaceKind, SessionState
from workbench.study.transcripts import Role
from workbench.words import use


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_session_is_added_with_what_is_known_of_it(study_folder: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("No sessions yet")
        await seat.press("a")
        await seat.type("Besøk hjemme")
        await seat.press("enter")
        await seat.see("Added the session «Besøk hjemme»")
        await seat.see("what is known? esc ends")
        await seat.press("enter")  # the day comes first
        await seat.type("31")
        await seat.press("enter")
        await seat.see("is no day")
        await seat.press("backspace", "backspace")
        await seat.type("31.3.2026")
        await seat.press("enter")
        await seat.see("Kept: day")
        await seat.press("enter", "2")  # how: in person
        await seat.see("Kept: how")
        await seat.press("enter", "2")  # where: home
        await seat.see("Kept: where")
        await seat.press("enter")
        await seat.type("75")
        await seat.press("enter")
        await seat.see("Kept: minutes")
        await seat.press("enter")
        await seat.type("en tolk")
        await seat.press("enter")
        await seat.see("Kept: who else")
        await seat.press("enter", "3")  # state: held
        await seat.see("Kept: state")
        await seat.press("escape")
        (one,) = lookup.sessions(seat.study)
        assert (one.held, one.mode, one.place) == ("2026-03-31", Mode.IN_PERSON, PlaceKind.HOME)
        assert (one.minutes, one.present, one.state) == (75, "en tolk", SessionState.HELD)
        assert "▌Besøk hjemme" in seat.text
        await seat.press("u")
        await seat.until(lambda: lookup.sessions(seat.study)[0].state is SessionState.UNSET)

    play(study_folder, "sessions", journey, size)


def test_a_session_is_renamed_and_a_name_is_there_once(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        for name in ("En", "To"):
            await seat.press("a")
            await seat.type(name)
            await seat.press("enter")
            await seat.see(f"Added the session «{name}»")
            await seat.press("escape")
        await seat.press("e", "1", "backspace", "backspace")
        await seat.type("En")
        await seat.press("enter")
        await seat.see("already a session «En»")
        await seat.press("end")
        await seat.type(" gang til")
        await seat.press("enter")
        await seat.see("Kept: name")
        assert {one.name for one in lookup.sessions(seat.study)} == {"En", "En gang til"}

    play(study_folder, "sessions", journey)


@pytest.fixture
def with_session(study_folder: Path) -> Path:
    """The small study with one session."""
    from workbench.acts import sessions
    from workbench.store.study_file import StudyFile

    with StudyFile.open(study_folder) as study:
        sessions.add(study, "Gruppe", {"held": "2026-04-01"})
    return study_folder


def test_people_and_transcripts_belong_to_it_and_no_more(with_session: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("p", "1")
        await seat.see("P01 belongs to «Gruppe»")
        await seat.press("2")
        await seat.see("P02 belongs to «Gruppe»")
        await seat.press("1")
        await seat.see("P01 no longer belongs")
        await seat.press("escape", "t", "2", "escape")
        (one,) = lookup.sessions(seat.study)
        assert (one.participants, one.transcripts) == (("P02",), ("P02",))
        assert "WERE THERE" in seat.text and "I  interviewer · 2 turns" in seat.text
        await seat.press("u", "u", "u", "u")
        await seat.until(lambda: lookup.sessions(seat.study)[0].participants == ())
        await seat.press("o")
        await seat.see("No transcript comes of this session yet")

    play(with_session, "sessions", journey)


def test_who_speaks_is_said_from_the_session(with_session: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("w")
        await seat.see("No transcript comes of this session yet")
        await seat.press("t", "2", "escape", "w", "1", "3")  # the interviewer is somebody else
        await seat.see("Which participant is I in P02?")
        await seat.type("P09")
        await seat.press("enter")
        await seat.see("I in P02: somebody else, P09")
        one = transcript_lookup.named(seat.study, "P02")
        (first, _) = speaker_lookup.speakers(seat.study, one)
        assert (first.label, first.role, first.participant) == ("I", Role.OTHER, "P09")
        await seat.press("u")
        await seat.until(lambda: speaker_lookup.speakers(seat.study, one)[0].role is Role.INTERVIEWER)

    play(with_session, "sessions", journey, WIDE)


def test_it_is_removed_and_comes_back_and_takes_memos(with_session: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("m")
        await seat.type("lang pause midt i")
        await seat.press("ctrl+s")
        await seat.see("Memo kept")
        session_id = lookup.sessions(seat.study)[0].id
        assert [memo.text for memo in memos.on(seat.study, "session", session_id)] == ["lang pause midt i"]
        await seat.press("D")
        await seat.see("Removed the session «Gruppe»")
        assert not lookup.sessions(seat.study)
        await seat.press("e")
        await seat.see("No session is in hand; a adds one")
        await seat.press("u")
        await seat.see("▌Gruppe")

    play(with_session, "sessions", journey)


def test_the_session_of_a_transcript_is_shown_and_said(with_session: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("None is said yet (s)")
        await seat.press("s", "1")
        await seat.see("P01 belongs to «Gruppe»")
        await seat.press("escape")
        await seat.see("Gruppe: 2026-04-01")
        await seat.press("j", "s")
        await seat.type("Alene")
        await seat.press("enter")
        await seat.see("P02 belongs to «Alene»")
        found = {one.name: one.transcripts for one in lookup.sessions(seat.study)}
        assert found == {"Gruppe": ("P01",), "Alene": ("P02",)}
        await seat.press("u")
        await seat.until(lambda: len(lookup.sessions(seat.study)) == 1)

    play(with_session, "transcripts", journey)


def test_who_speaks_is_said_from_the_transcripts(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("w")
        await seat.see("Who speaks in P01?")
        await seat.press("2", "2")  # P01 was the interviewer after all
        await seat.see("P01 in P01: interviewer; u undoes")
        one = transcript_lookup.named(seat.study, "P01")
        assert {each.role for each in speaker_lookup.speakers(seat.study, one)} == {Role.INTERVIEWER}
        assert [each.participant for each in speaker_lookup.speakers(seat.study, one)] == ["", ""]

    play(study_folder, "transcripts", journey, NARROW)


def test_the_coding_room_learns_who_speaks(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        one = transcript_lookup.named(seat.study, "P01")
        seat.app.open_transcript(one, 30)
        await seat.until(lambda: seat.room.ROOM == "coding")
        await seat.press("Y")
        await seat.see("Copied: P01 · turn 2 · line 2 · 00:04")
        await seat.press("g", "l")
        await seat.until(lambda: seat.room.ROOM == "transcripts")
        await seat.press("w", "2", "1")
        await seat.see("Which participant is P01 in P01?")
        await seat.type("P02")
        await seat.press("enter")
        await seat.see("P01 in P01: participant, P02")
        await seat.press("g", "t", "Y")
        await seat.see("Copied: P02 (P01) · turn 2")

    play(study_folder, "home", journey)


def test_a_narrow_screen_and_bokmaal(with_session: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        use("nb")
        await seat.press("tab")
        await seat.see("VAR DER")
        assert "Ingen er nevnt ennå; p sier hvem." in seat.text
        await seat.press("escape")
        await seat.until(lambda: "VAR DER" not in seat.text)

    play(with_session, "sessions", journey, NARROW)
