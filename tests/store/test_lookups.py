"""Passages as lists show them, against the plain text; and no question reads a whole table it need not."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.acts import codebook, coding, transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.store.lookups import codings
from workbench.store.lookups.transcripts import cards, load, turn_number
from workbench.store.study_file import StudyFile
from workbench.study.spans import Span
from workbench.study.transcripts import Role

SAID = ("Hva så?", "Så gikk vi 😴 hjem, æ veit ikkje.", "Når da?", "Ved tida da sola rant.")


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with StudyFile.create(tmp_path / "study", "Sol", "nb", "Ane") as made:
        for name in ("P02", "P01"):
            turns = [NewTurn(text, "x", Role.UNKNOWN, name if place % 2 else "") for place, text in enumerate(SAID)]
            transcripts.add(made, NewTranscript(name, turns, name, "txt", "utf-8", name))
        yield made


def test_a_place_is_in_the_turn_the_text_says(study: StudyFile) -> None:
    for card in cards(study):
        text = load(study, card.id)
        for offset in range(len(text.text) + 1):
            assert turn_number(study, card.id, offset) == text.turn_at(offset).number
    assert turn_number(study, 999, 5) == 1


def test_passages_are_the_words_with_what_stands_around(study: StudyFile) -> None:
    luck = random.Random(3)
    codes = [codebook.add(study, name) for name in ("ro", "uro")]
    for card in cards(study):
        for start in luck.sample(range(card.length - 1), 20):
            end = luck.randint(start + 1, min(card.length, start + 25))
            if load(study, card.id).text[start:end].strip():
                coding.apply(study, card.id, Span(start, end), luck.choice(codes))
    everything = codings.passages(study, around=9)
    places = [(one.transcript, one.coding.span.start, one.coding.span.end) for one in everything]
    assert places == sorted(places) and len(places) > 30
    for one in everything:
        transcript, span = load(study, one.coding.transcript_id), one.coding.span
        assert one.words == span.cut(transcript.text)
        assert one.before == transcript.text[max(0, span.start - 9) : span.start]
        assert one.after == transcript.text[span.end : span.end + 9]
        assert one.turn == transcript.turn_at(span.start).number
        # Words of the interviewer count for the one participant of the interview.
        assert one.participant == one.transcript
    first = codings.passages(study, [codes[0]], around=9, limit=5)
    assert first == [one for one in everything if one.coding.code_id == codes[0]][:5]
    assert codings.passages(study, transcript_id=everything[-1].coding.transcript_id, around=9) == [
        one for one in everything if one.transcript == everything[-1].transcript
    ]
    assert codings.passages(study, coding_id=everything[3].coding.id, around=9) == [everything[3]]
    assert codings.passages(study, []) == [] == codings.passages(study, coder_id=404)


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("coding", ("transcript_id", "start", "end", "code_id", "coder_id")), ("coding", ("code_id",)),
        ("quote", ("coding_id",)), ("quote_edit", ("quote_id",)), ("attribute", ("participant_id", "name")),
        ("theme_code", ("code_id",)), ("memo", ("about", "about_id")), ("reading", ("transcript_id", "coder_id")),
        ("entity_exception", ("transcript_id",)), ("verdict", ("transcript_id",)), ("setting", ("name",)),
        ("code", ("parent_id",)), ("transcript", ("id",)),
    ],
)  # fmt: skip
def test_what_acts_ask_for_is_found_by_an_index(study: StudyFile, table: str, columns: tuple[str, ...]) -> None:
    where = "".join(f' AND "{name}" IS 1' for name in columns)
    plan = study.rows(f'EXPLAIN QUERY PLAN SELECT * FROM "{table}" WHERE deleted = 0{where} ORDER BY id')
    assert plan[0]["detail"].startswith("SEARCH"), plan[0]["detail"]
