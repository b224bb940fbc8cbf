"""Sessions, and who speaks in the transcripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_study import content, ids, journal, small_study

from workbench.acts import coding, history, people, sessions, speakers
from workbench.errors import StudyError
from workbench.store.lookups.codes import use
from workbench.store.lookups.people import participants
from workbench.store.lookups.sessions import session_named
from workbench.store.lookups.sessions import sessions as load
from workbench.store.lookups.speakers import speaker_labelled
from workbench.store.lookups.speakers import speakers as load_speakers
from workbench.store.lookups.spread import spread
from workbench.store.lookups.transcripts import load as transcript
from workbench.store.study_file import StudyFile
from workbench.study.sessions import Mode, PlaceKind, SessionState, check_day, check_minutes
from workbench.study.spans import Span
from workbench.study.transcripts import Role


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with small_study(tmp_path / "study") as made:
        yield made


def test_a_session_with_its_people_and_transcripts(study: StudyFile) -> None:
    place, person = ids(study, "transcript")[0], ids(study, "participant")[0]
    made = sessions.add(
        study, " Første  møte ", {"held": "31.3.2026", "mode": "in-person", "place": "home", "minutes": "45",
                                  "present": "en tolk", "state": "held"},
    )  # fmt: skip
    later = sessions.add(study, "Andre møte")
    sessions.link(study, made, "participant", person)
    for one in (made, later):
        sessions.link(study, one, "transcript", place)
    found = session_named(study, "FØRSTE møte")
    assert (found.held, found.mode, found.place, found.minutes, found.present, found.state) == (
        "2026-03-31", Mode.IN_PERSON, PlaceKind.HOME, 45, "en tolk", SessionState.HELD,
    )  # fmt: skip
    assert (found.participants, found.transcripts) == (("P1",), ("P01",))
    assert [one.name for one in load(study)] == ["Første møte", "Andre møte"]
    before = journal(study)
    for act, words in (
        (lambda: sessions.add(study, "første MØTE"), "already a session"),
        (lambda: sessions.rename(study, later, "Første møte"), "already a session"),
        (lambda: sessions.link(study, made, "participant", person), "belongs to the session «Første møte» already"),
        (lambda: sessions.unlink(study, later, "participant", person), "does not belong"),
        (lambda: sessions.link(study, made, "code", 1), "has participants and transcripts"),
        (lambda: sessions.link(study, made, "transcript", 404), "transcript is no longer"),
        (lambda: sessions.define(study, made, {"held": "i går"}), "is no day"),
        (lambda: sessions.define(study, made, {"mode": "brevdue"}), "is none of in person, telephone"),
        (lambda: sessions.define(study, made, {"minutes": "1441"}), "is no number of minutes"),
        (lambda: sessions.define(study, made, {"sted": "x"}), "A session has the fields"),
        (lambda: sessions.remove(study, 404), "no longer in the study"),
    ):
        with pytest.raises(StudyError, match=words):
            act()
    assert journal(study) == before
    sessions.define(study, made, {"minutes": "", "held": ""})
    assert (session_named(study, "Første møte").minutes, session_named(study, "Første møte").held) == (None, "")
    state = content(study)
    sessions.remove(study, made)
    assert [one.name for one in load(study)] == ["Andre møte"] and not study.live("session_participant")
    history.undo(study)
    assert content(study) == state


@pytest.mark.parametrize(("text", "day"), [("", ""), (" 2026-02-28 ", "2026-02-28"), ("1. 2.2026", "2026-02-01")])
def test_days(text: str, day: str) -> None:
    assert check_day(text) == day


@pytest.mark.parametrize("text", ["31.2.2026", "2026-13-01", "mars", "1.1.1", "²"])
def test_what_is_no_day_or_number(text: str) -> None:
    with pytest.raises(StudyError):
        check_day(text)
    with pytest.raises(StudyError):
        check_minutes(text)


def test_a_speaker_is_corrected_in_one_row_and_codings_follow(study: StudyFile) -> None:
    place, sleep = ids(study, "transcript")[0], ids(study, "code")[0]
    coding.apply(study, place, Span(110, 130), sleep)
    asks, answers = load_speakers(study)
    assert [(one.label, one.role, one.participant, one.turns, one.codings) for one in (asks, answers)] == [
        ("I", Role.INTERVIEWER, "", 2, 0), ("P1", Role.PARTICIPANT, "P1", 2, 2),
    ]  # fmt: skip
    assert spread(study, [sleep]) == {"P1": 2}
    rows = study.value("SELECT count(*) FROM change")
    speakers.identify(study, answers.id, participant="P7", add=True)
    assert study.value("SELECT count(*) FROM change") - rows == 2  # the participant that came, and the speaker
    assert spread(study, [sleep]) == {"P7": 2} and use(study)[sleep].people == 1
    assert [turn.participant_id for turn in transcript(study, place).turns][1] == participants(study)[1].id
    people.set_attribute(study, participants(study)[1].id, "age", "50")
    speakers.identify(study, answers.id, role=Role.OTHER, participant="")
    assert spread(study, [sleep]) == {"P01": 2}
    (found,) = speaker_labelled(study, place, "p1")
    assert (found.role, found.participant) == (Role.OTHER, "")
    with pytest.raises(StudyError, match="There is no participant «P9»"):
        speakers.identify(study, answers.id, participant="P9")
    with pytest.raises(StudyError, match="Nobody is labelled «Q» in this transcript; the labels are I, P1"):
        speaker_labelled(study, place, "Q")
    with pytest.raises(StudyError, match="speaker is no longer"):
        speakers.identify(study, 404, role=Role.OTHER)
    for _ in range(3):
        history.undo(study)
    assert spread(study, [sleep]) == {"P1": 2} and len(participants(study)) == 1
