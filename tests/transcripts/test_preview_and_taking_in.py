"""Correcting a preview, sending it between processes, and taking it into the study."""

import json
from pathlib import Path

import pytest

from workbench.errors import StudyError, TranscriptError
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.transcripts import Role
from workbench.transcripts import Preview, read_file, read_many, take

MEETING = """WEBVTT

00:01.000 --> 00:02.000
<v Anna Berg>Hvor bor du?</v>

00:03.000 --> 00:04.000
<v Bo Vik>Ved sjøen, ikke langt herfra.</v>

00:05.000 --> 00:06.000
<v Cathrine Dahl>Vi bor der begge to.</v>
"""


@pytest.fixture
def meeting(tmp_path: Path) -> Preview:
    path = tmp_path / "P13_møte.vtt"
    path.write_text(MEETING, encoding="utf-8")
    return read_file(path)


@pytest.fixture
def study(tmp_path: Path) -> StudyFile:
    return StudyFile.create(tmp_path / "studie", "Prøve", "nb", "Anna")


def test_three_names_are_left_open_and_settled_by_the_researcher(meeting: Preview) -> None:
    assert {one.role for one in meeting.speakers} == {Role.UNKNOWN}
    assert (len(meeting.warnings), meeting.participant) == (3, "")
    settled = meeting.with_speaker("Anna Berg", Role.INTERVIEWER).with_speaker("Bo Vik", Role.PARTICIPANT)
    settled = settled.with_speaker("Cathrine Dahl", Role.OTHER, "P99")
    assert [(one.label, one.role, one.participant) for one in settled.speakers] == [
        ("Anna Berg", Role.INTERVIEWER, ""), ("Bo Vik", Role.PARTICIPANT, "P13"), ("Cathrine Dahl", Role.OTHER, ""),
    ]  # fmt: skip
    assert settled.warnings == ()
    assert settled.participant == "P13"
    assert meeting.participant == ""


def test_a_correction_may_name_the_participant(meeting: Preview) -> None:
    assert meeting.with_speaker("Bo Vik", Role.PARTICIPANT, " P 21 ").participant == "P 21"
    assert meeting.with_speaker("Bo Vik", Role.UNKNOWN, "P21").speakers[1].participant == "P21"


def test_corrections_that_make_no_sense_are_refused(meeting: Preview) -> None:
    with pytest.raises(TranscriptError, match="Nobody called «Kari»"):
        meeting.with_speaker("Kari", Role.OTHER)
    with pytest.raises(TranscriptError, match="too long"):
        meeting.with_speaker("Bo Vik", Role.PARTICIPANT, "x" * 41)
    with pytest.raises(TranscriptError, match="needs a name"):
        meeting.renamed("  \n")


def test_words_speakers_and_samples(meeting: Preview) -> None:
    assert meeting.words == 3 + 5 + 5
    assert [(one.turns, one.words, one.sample) for one in meeting.speakers][1] == (
        1,
        5,
        "Ved sjøen, ikke langt herfra.",
    )


def test_a_preview_survives_json(meeting: Preview) -> None:
    assert Preview.from_json(json.loads(json.dumps(meeting.as_json()))) == meeting


def test_a_participants_name_does_not_enter_the_study(meeting: Preview, study: StudyFile) -> None:
    settled = meeting.with_speaker("Bo Vik", Role.PARTICIPANT).with_speaker("Anna Berg", Role.INTERVIEWER)
    transcript = lookup.load(study, take(study, settled.renamed("P13")))
    assert [turn.speaker for turn in transcript.turns] == ["Anna Berg", "P13", "Cathrine Dahl"]
    assert [one.label for one in people_lookup.participants(study)] == ["P13"]
    assert transcript.turns[1].begin_ms == 3000
    study.close()


def test_the_same_file_or_name_is_not_taken_twice(tmp_path: Path, study: StudyFile) -> None:
    first, second = tmp_path / "P1.txt", tmp_path / "andre" / "p1.txt"
    second.parent.mkdir()
    first.write_text("I: Så?\nP: Ja.\n")
    second.write_text("I: Så?\nP: Nei.\n")
    take(study, read_file(first))
    with pytest.raises(StudyError, match="already"):
        take(study, read_file(first).renamed("P1 igjen"))
    with pytest.raises(StudyError, match="already a transcript called p1"):
        take(study, read_file(second))
    assert len(lookup.cards(study)) == 1
    study.close()


def test_speech_recognition_is_citable_by_the_file_name(tmp_path: Path, study: StudyFile) -> None:
    path = tmp_path / "P10.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:02,000\nhallo er du der\n")
    take(study, read_file(path))
    assert lookup.cards(study)[0].participant == "P10"
    study.close()


@pytest.mark.parametrize(
    ("stem", "label"),
    [
        ("P04_teams", "P04"), ("intervju p7 2024-03-02", "P7"), ("E01", "E01"), ("2024-05-01_KI12_v2", "KI12"),
        ("P-12", "P12"), ("Informant 3", "Informant 3"), ("deltaker_12", "deltaker 12"), ("intervju v2", ""),
        ("lyd MP3", ""), ("Kap9", ""), ("XP12", "XP12"),
    ],
)  # fmt: skip
def test_participant_labels_in_file_names(tmp_path: Path, stem: str, label: str) -> None:
    path = tmp_path / f"{stem}.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:02,000\nhallo\n")
    assert read_file(path).participant == label


def test_reading_many_gives_previews_in_order(tmp_path: Path) -> None:
    for name in ("P2.txt", "P10.txt", "P1.txt"):
        (tmp_path / name).write_text(f"I: Så {name}?\nP: Ja.\n")
    assert [one.path.name for one in read_many([tmp_path / "P2.txt", tmp_path])] == ["P2.txt", "P1.txt", "P10.txt"]


def test_a_name_beside_a_code_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "samtale.txt"
    path.write_text("I: Så?\nKari (P07): Ja.\nI: Mm.\nKari (P07): Nei.\n")
    preview = read_file(path)
    assert preview.participant == "P07"
    assert {turn.speaker for turn in preview.new().turns} == {"I", "P07"}
