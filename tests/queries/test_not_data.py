"""Turns that are no data, and an interviewer's: in no number of people or words, no suggestion; found by no label."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.acts import codebook, coding, revisions, transcripts
from workbench.assist import material
from workbench.assist.from_study import spoken as said_in
from workbench.queries.coverage import coverage
from workbench.queries.material import NOBODY, Cast
from workbench.store.lookups import codes as code_lookup
from workbench.store.lookups import transcripts as lookup
from workbench.store.search.find import find
from workbench.store.study_file import StudyFile
from workbench.study.new_transcripts import NewTranscript, NewTurn
from workbench.study.search_query import parse
from workbench.study.spans import Span
from workbench.study.transcripts import Role

TURNS = (
    NewTurn("Samtale på kaia", "title", Role.NOT_DATA),
    NewTurn("Hvordan er det å vente på båten?", "I", Role.INTERVIEWER),
    NewTurn("Båten kommer når den kommer, pleier vi å si.", "D4", Role.PARTICIPANT, "D4"),
    NewTurn("Båten er et gammelt skip fra nabokommunen.", "D4", Role.PARTICIPANT, "D4"),
)


@pytest.fixture
def study(tmp_path: Path) -> StudyFile:
    made = StudyFile.create(tmp_path / "kai", "Kai", "nb", "Ane")
    transcripts.add(made, NewTranscript("D4", TURNS, "d4.txt", "txt", "utf-8", "4"))
    codebook.add(made, "Vente", brief="Å vente.")
    return made


def _code(study: StudyFile, words: str) -> int:
    one = study.live("transcript")[0]["id"]
    return coding.apply(study, one, lookup.load(study, one).find(words), study.live("code")[0]["id"])


def _mark(study: StudyFile, *numbers: int, data: bool = False) -> None:
    revisions.mark_not_data(study, study.live("transcript")[0]["id"], numbers, data)


def _found(study: StudyFile, asked: str) -> list[int]:
    return [hit.turn for hit in find(study, parse(asked)).hits]


def test_an_interviewers_words_are_no_person(study: StudyFile) -> None:
    code = study.live("code")[0]["id"]
    _code(study, "vente på båten")
    assert (code_lookup.use(study)[code].codings, code_lookup.use(study)[code].people) == (1, 0)
    _code(study, "Båten kommer")
    assert (code_lookup.use(study)[code].codings, code_lookup.use(study)[code].people) == (2, 1)
    cast = Cast(study)
    roles = {row["id"]: row["role"] for row in study.live("speaker")}
    nobody = {roles[one] for one, person in zip(cast.speakers, cast.person, strict=True) if person == NOBODY}
    assert nobody == {"interviewer", "not data"}


def test_a_title_is_no_person(study: StudyFile) -> None:
    _code(study, "Samtale på kaia")
    assert code_lookup.use(study)[study.live("code")[0]["id"]].people == 0


def test_a_passage_over_a_title_is_said_by_who_speaks(study: StudyFile) -> None:
    one = lookup.load(study, study.live("transcript")[0]["id"])
    title, asked, told, _ = one.turns
    assert one.main_speaker(Span(title.start, asked.start + 3)) == asked.speaker_id
    assert one.main_speaker(Span(title.start, told.start + 3)) == told.speaker_id
    assert one.main_speaker(Span(title.start, title.end)) == title.speaker_id


def test_coverage_and_uncoded_stretches_leave_out_what_is_no_data(study: StudyFile) -> None:
    _code(study, "Båten kommer når den kommer, pleier vi å si.")
    before = coverage(study).transcripts[0]
    assert (before.words, before.coded, [one.first for one in before.stretches]) == (16, 9, [4])
    _mark(study, 4)
    after = coverage(study).transcripts[0]
    assert (after.words, after.coded, after.stretches) == (9, 9, ())
    assert [one.number for one in after.turns] == [3]
    _mark(study, 4, data=True)
    assert coverage(study).transcripts[0].words == 16


def test_suggestions_learn_nothing_from_what_is_no_data(study: StudyFile) -> None:
    _code(study, "Båten er et gammelt skip")
    _code(study, "Samtale på kaia")
    held = material(study)
    assert [one.text for one in held.examples] == ["Båten er et gammelt skip"]
    assert not any("kaia" in words or "Hvordan" in words for words in held.background)
    _mark(study, 4)
    held = material(study)
    assert not held.examples and list(held.background) == [TURNS[2].text]
    one = lookup.load(study, study.live("transcript")[0]["id"])
    assert said_in(one, Span(0, len(one.text))) == TURNS[2].text


def test_search_by_speaker_and_for_what_is_uncoded(study: StudyFile) -> None:
    assert _found(study, "speaker:D4") == [3, 4]
    assert _found(study, "is:uncoded") == [2, 3, 4]
    _mark(study, 4)
    assert _found(study, "speaker:D4") == [3]
    assert _found(study, "speaker:participant") == [3]
    assert _found(study, "is:uncoded") == [2, 3]
    assert _found(study, "speaker:not-data") == [1, 4]
    assert _found(study, "taler:ikke-data båten") == [4]
