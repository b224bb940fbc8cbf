from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.acts import codebook, coding, transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.assist import Place, Verdict, is_on, material, suggest_for
from workbench.errors import AssistError
from workbench.store.study_file import StudyFile
from workbench.study.spans import Span
from workbench.study.transcripts import Role

QUESTION = "Hvordan var det å vente på plass?"
TURNS = (
    (Role.INTERVIEWER, QUESTION),
    (Role.PARTICIPANT, "Altså, jeg venta i åtte måneder på venteliste."),
    (Role.INTERVIEWER, "Mhm."),
    (Role.PARTICIPANT, "Og så kom det et brev om at jeg måtte vente litt til."),
    (Role.INTERVIEWER, "Og nå bor du her?"),
    (Role.PARTICIPANT, "Ja, her har jeg egen nøkkel og ei dør som går an å låse."),
)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    made = StudyFile.create(tmp_path / "studie", "Prøve", "nb", "Anna")
    turns = [NewTurn(text, role.value, role, "D1" if role is Role.PARTICIPANT else "") for role, text in TURNS]
    transcripts.add(made, NewTranscript("D1", turns, "d1.txt", "txt", "utf-8", "1"))
    codebook.add(made, "Å vente", brief="Tida på venteliste.", when_not="Ikke for bolig.")
    codebook.add(made, "Et hjem", definition="Egen dør og nøkkel.")
    codebook.add(made, "Annet", brief="Det som er igjen når alt annet er kodet.")
    yield made
    made.close()


def ids(study: StudyFile) -> tuple[int, list[int]]:
    return study.live("transcript")[0]["id"], [row["id"] for row in study.live("code")]


def span_of(study: StudyFile, words: str) -> Span:
    from workbench.store.lookups import transcripts as lookup

    return lookup.load(study, ids(study)[0]).find(words)


def test_material_holds_passages_with_question_reference_and_participant(study: StudyFile) -> None:
    transcript_id, codes = ids(study)
    span = span_of(study, "jeg venta i åtte måneder på venteliste")
    coding_id = coding.apply(study, transcript_id, span, codes[0])
    later = span_of(study, "et brev om at jeg måtte vente")
    coding.apply(study, transcript_id, later, codes[0])
    found = material(study)
    first, second = found.examples
    assert (first.coding_id, first.code_id, first.text) == (
        coding_id,
        codes[0],
        "jeg venta i åtte måneder på venteliste",
    )
    assert (first.reference, first.group, first.context) == ("D1 2", "D1", QUESTION)
    assert first.place == Place(transcript_id, span.start, span.end)
    assert second.context == QUESTION
    assert found.codes[0].definition_text == "Tida på venteliste."
    assert QUESTION not in found.background
    assert len(found.background) == 3


def test_the_interviewer_s_words_are_left_out_of_passages(study: StudyFile) -> None:
    transcript_id, codes = ids(study)
    whole = Span(span_of(study, QUESTION).start, span_of(study, "litt til.").end)
    coding.apply(study, transcript_id, whole, codes[0])
    coding.apply(study, transcript_id, span_of(study, "Hvordan var det"), codes[0])
    (only,) = material(study).examples
    assert only.text == f"{TURNS[1][1]}\n{TURNS[3][1]}"


def test_a_passage_is_left_out_of_its_own_material(study: StudyFile) -> None:
    transcript_id, codes = ids(study)
    span = span_of(study, "jeg venta i åtte måneder på venteliste")
    coding.apply(study, transcript_id, span, codes[0])
    coding.reject(study, transcript_id, span, codes[1])
    assert len(material(study).rejections) == 1
    left = material(study, without=Place(transcript_id, span.start + 3, span.start + 4))
    assert left.examples == ()
    assert left.rejections == ()


def test_refusals_and_only_usable_codes_are_taken(study: StudyFile) -> None:
    from workbench.study.codes import CodeStatus

    transcript_id, codes = ids(study)
    span = span_of(study, "egen nøkkel og ei dør")
    coding.apply(study, transcript_id, span, codes[2])
    coding.reject(study, transcript_id, span, codes[0])
    codebook.set_status(study, codes[2], CodeStatus.RETIRED)
    found = material(study)
    assert [code.code_id for code in found.codes] == codes[:2]
    assert found.examples == ()
    (refused,) = found.rejections
    assert (refused.code_id, refused.text, refused.context) == (codes[0], "egen nøkkel og ei dør", TURNS[4][1])
    assert refused.reference == "D1 6"


def test_suggestions_for_a_passage_and_for_any_text(study: StudyFile) -> None:
    transcript_id, codes = ids(study)
    by_place = suggest_for(study, "", transcript_id, span_of(study, "egen nøkkel og ei dør"))
    assert by_place.with_context
    by_text = suggest_for(study, "det er min egen dør, og jeg har nøkkel til egen dør")
    assert by_text.suggestions[0].code_id == codes[1]
    assert suggest_for(study, "tja").verdict is Verdict.SHORT


def test_nothing_is_made_when_the_study_says_off(study: StudyFile) -> None:
    assert is_on(study)
    with study.writing("setting.set", {"name": "assist"}) as writer:
        writer.insert("setting", {"name": "assist", "value": "off"})
    assert not is_on(study)
    with pytest.raises(AssistError, match="switched off"):
        material(study)
    with pytest.raises(AssistError, match="switched off"):
        suggest_for(study, "jeg venta i åtte måneder på venteliste, og så kom det et brev")


def test_much_text_is_sampled_evenly(monkeypatch: pytest.MonkeyPatch, study: StudyFile) -> None:
    from workbench.assist import from_study

    monkeypatch.setattr(from_study, "BACKGROUND_CHARACTERS", 60)
    assert len(material(study).background) == 1
