"""What the echo hears: participants' turns in pieces, without those who are not heard; and the codes on passages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.acts import codebook, coding, transcripts
from workbench.store.lookups import heard
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.transcripts import Role


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with StudyFile.create(tmp_path / "study", "Heard", "nb", "Anna") as made:
        yield made


@pytest.fixture
def text_id(study: StudyFile) -> int:
    turns = [
        transcripts.NewTurn(
            f"Svar nummer {at}." if at % 2 else "Hva så?",
            *(("P1", Role.PARTICIPANT, "P1") if at % 2 else ("I", Role.INTERVIEWER, "")),
        )
        for at in range(11)
    ]
    return transcripts.add(study, transcripts.NewTranscript("P1", turns, "P1.txt", "txt", "utf-8", "h1"))


def test_turns_come_in_pieces_and_stand_where_they_say(study: StudyFile, text_id: int) -> None:
    text = lookup.load(study, text_id).text
    found = list(heard.pieces(study, text_id, most=2))
    assert [len(piece) for piece in found] == [2, 2, 1]
    assert all(text[start:].startswith(words) for piece in found for _, start, words in piece)
    assert list(heard.pieces(study, text_id, most=5)) == [[turn for piece in found for turn in piece], []]
    person = study.live("participant")[0]["id"]
    assert list(heard.pieces(study, text_id, [person])) == [[]] == list(heard.pieces(study, 999))


def test_codes_on_passages_are_those_of_one_coder(study: StudyFile, text_id: int) -> None:
    one = codebook.add(study, "En", None)
    text = lookup.load(study, text_id)
    span = text.find("nummer 3")
    coding.apply(study, text_id, span, one)
    places = [(text_id, span.start - 5, span.start), (text_id, span.end - 1, span.end + 9), (text_id, 0, 3)]
    assert heard.codes_on(study, places, study.coder_id) == [[], [one], []]
    assert heard.codes_on(study, places, study.coder_id + 1) == [[], [], []]
