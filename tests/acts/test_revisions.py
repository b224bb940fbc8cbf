"""Corrected files and edited turns: what stands on the words follows them, and undo brings all back."""

import hashlib
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_study import SAID, content, small_study, transcript

from workbench.acts import coding, memos, quotes, revisions, speakers, transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.errors import StudyError
from workbench.store.check import Severity, check
from workbench.store.lookups import carried as lookup
from workbench.store.lookups import originals
from workbench.store.lookups.transcripts import load
from workbench.store.study_file import StudyFile
from workbench.study.carrying import Outcome
from workbench.study.new_transcripts import Mark, MarkKind
from workbench.study.spans import Span
from workbench.study.text_map import TextMap
from workbench.study.transcripts import Role


@pytest.fixture
def study(tmp_path: Path) -> StudyFile:
    return small_study(tmp_path / "s")


def corrected(*said: str, speakers: tuple[str, ...] = ("I", "P1")) -> NewTranscript:
    new = transcript("P01", said=said)
    turns = [NewTurn(turn.text, speakers[at % 2], turn.role, turn.participant) for at, turn in enumerate(new.turns)]
    return NewTranscript(
        "P01", turns, "P01 ny.txt", "txt", "utf-8", hashlib.sha256("\n".join(said).encode()).hexdigest()
    )


def the(study: StudyFile, table: str = "transcript") -> int:
    return int(study.live(table)[0]["id"])


def code(study: StudyFile, words: str, name: str = "Kaffe") -> int:
    code_id = next(row["id"] for row in study.live("code") if row["name"] == name)
    return coding.apply(study, the(study), load(study, the(study)).find(words), code_id)


def words(study: StudyFile, coding_id: int) -> str:
    row = study.live("coding", id=coding_id)[0]
    return load(study, the(study)).text[row["start"] : row["end"]]


def is_sound(study: StudyFile) -> bool:
    found = [one for one in check(study.path, thorough=True) if one.severity is not Severity.NOTE]
    assert not found, found
    return True


def test_a_corrected_file_takes_everything_along_in_one_act(study: StudyFile) -> None:
    coffee, rain = code(study, "Gro på kjøkkenet lagde kaffe"), code(study, "regnet til klokka", "Hjem")
    gro = load(study, the(study)).find("Gro på kjøkkenet")
    memo = memos.write(study, "transcript", the(study), "Hvem er Gro?", span=gro)
    before, acts = content(study), len(study.rows("SELECT id FROM act"))
    new = corrected("Hvordan gikk det?", SAID[1].replace("Gro", "Grete").replace("lagde", "laget"), *SAID[2:])
    tally = revisions.replace(study, the(study), new, "rettet av Grete")
    assert tally.codings[Outcome.EXACT] >= 1 and tally.codings[Outcome.LOST] == 0
    assert words(study, rain) == "regnet til klokka"
    assert words(study, coffee) == "Grete på kjøkkenet laget kaffe"
    revision = study.live("revision", id=study.live("transcript")[0]["revision_id"])[0]
    assert (revision["number"], revision["reason"]) == (2, "rettet av Grete")
    row = study.live("memo", id=memo)[0]
    assert load(study, the(study)).text[row["start"] : row["end"]] == "Grete på kjøkkenet"
    assert len(study.live("speaker")) == 2 and len(study.rows("SELECT id FROM act")) == acts + 1
    assert is_sound(study)
    after = content(study)
    study.undo()
    assert content(study) == before and words(study, coffee) == "Gro på kjøkkenet lagde kaffe" and is_sound(study)
    study.redo()
    assert content(study) == after and is_sound(study)


def test_what_is_lost_waits_and_comes_back_on_other_words_with_its_quote(study: StudyFile) -> None:
    lost = code(study, "Gro på kjøkkenet lagde kaffe")
    quote = quotes.pick(study, lost)
    new = corrected(SAID[0], "Det gikk greit, men jeg var trøtt.", *SAID[2:])
    tally = revisions.replace(study, the(study), new)
    assert tally.codings[Outcome.LOST] == 1 and lookup.waiting(study) == 1
    assert not study.live("coding", id=lost) and not study.live("quote", id=quote)
    (waits,) = lookup.carried(study)
    assert (waits.old_words, waits.old_turn, waits.code, waits.span) == (
        "Gro på kjøkkenet lagde kaffe",
        2,
        "Kaffe",
        None,
    )
    assert is_sound(study)
    before = content(study)
    revisions.resolve(study, waits.id, load(study, the(study)).find("satt oppe"))
    assert words(study, lost) == "satt oppe" and study.live("quote", id=quote) and not lookup.carried(study)
    assert is_sound(study)
    study.undo()
    assert content(study) == before
    revisions.resolve(study, waits.id)
    assert not study.live("coding", id=lost) and not lookup.carried(study)
    with pytest.raises(StudyError, match="settled already"):
        revisions.resolve(study, waits.id)


def test_what_is_trimmed_can_be_given_up(study: StudyFile) -> None:
    part = code(study, "jeg var trøtt. Gro på kjøkkenet")
    revisions.replace(study, the(study), corrected(SAID[0], "Det gikk greit, men jeg var trøtt.", *SAID[2:]))
    (waits,) = lookup.carried(study)
    assert (waits.outcome, waits.words) == (Outcome.TRIMMED, "jeg var trøtt.")
    revisions.give_up(study, waits.id)
    assert not study.live("coding", id=part) and not lookup.carried(study) and is_sound(study)


def test_speakers_stay_as_the_researcher_has_corrected_them(study: StudyFile) -> None:
    person = next(row for row in study.live("speaker") if row["label"] == "P1")
    speakers.identify(study, person["id"], role=Role.PARTICIPANT, participant="P7", add=True)
    revisions.replace(study, the(study), corrected(*SAID[:3], SAID[3] + " Ja."))
    again = study.live("speaker", id=person["id"])[0]
    assert again["participant_id"] == next(row["id"] for row in study.live("participant") if row["label"] == "P7")
    assert {turn.speaker_id for turn in load(study, the(study)).turns} == {row["id"] for row in study.live("speaker")}


def test_another_speaker_under_a_coding_is_asked_about(study: StudyFile) -> None:
    kept = code(study, "hørte på regnet")
    new = corrected(*SAID)
    turns = [*new.turns[:3], NewTurn(SAID[3], "P2", Role.PARTICIPANT, "P2")]
    revisions.replace(study, the(study), NewTranscript("P01", turns, "to.txt", "txt", "utf-8", "f" * 64))
    (waits,) = lookup.carried(study)
    assert (waits.outcome, waits.about_id, waits.old_speaker, waits.speaker) == (Outcome.SPEAKER, kept, "P1", "P2")


def test_the_wrong_file_is_refused_unless_forced(study: StudyFile) -> None:
    other = corrected("Noe helt annet.", "Ingenting av dette hører hjemme her.")
    before = content(study)
    with pytest.raises(StudyError, match="probably another interview"):
        revisions.replace(study, the(study), other)
    assert content(study) == before
    assert revisions.replace(study, the(study), other, force=True).codings[Outcome.LOST] == 1
    with pytest.raises(StudyError, match="in the study already, as P01"):
        revisions.replace(study, the(study), other)
    assert is_sound(study)


def test_the_same_words_change_nothing(study: StudyFile) -> None:
    code(study, "Hjemme sov alle")
    spans = [(row["id"], row["start"], row["end"], row["words_hash"]) for row in study.live("coding")]
    tally = revisions.replace(study, the(study), corrected(*SAID))
    assert tally.codings == {Outcome.EXACT: 2} and not study.live("carried")
    assert [(row["id"], row["start"], row["end"], row["words_hash"]) for row in study.live("coding")] == spans


def test_a_turn_is_edited_there_and_back(study: StudyFile) -> None:
    inside, after = code(study, "jeg var trøtt"), code(study, "regnet til klokka")
    spans = {row["id"]: (row["start"], row["end"]) for row in study.live("coding")}
    revisions.edit_turn(study, the(study), 2, SAID[1].replace("jeg var", "jeg var ganske"))
    assert words(study, inside) == "jeg var ganske trøtt" and words(study, after) == "regnet til klokka"
    assert is_sound(study)
    revisions.edit_turn(study, the(study), 2, SAID[1])
    assert {row["id"]: (row["start"], row["end"]) for row in study.live("coding")} == spans
    with pytest.raises(StudyError, match="the same"):
        revisions.edit_turn(study, the(study), 2, SAID[1])
    with pytest.raises(StudyError, match="no words"):
        revisions.edit_turn(study, the(study), 2, " \n")
    with pytest.raises(StudyError, match="no turn 9"):
        revisions.edit_turn(study, the(study), 9, "x")


def test_turns_are_split_joined_and_given_to_others(study: StudyFile) -> None:
    across = code(study, "jeg var trøtt. Gro på kjøkkenet")
    before = content(study)
    revisions.split_turn(study, the(study), load(study, the(study)).find("Gro").start, "Gro")
    text = load(study, the(study))
    assert [turn.speaker for turn in text.turns] == ["I", "P1", "Gro", "I", "P1"]
    assert text.text[text.turns[2].start : text.turns[2].end] == "Gro på kjøkkenet lagde kaffe."
    assert words(study, across) == "jeg var trøtt.\nGro på kjøkkenet" and is_sound(study)
    with pytest.raises(StudyError, match="different people"):
        revisions.join_turns(study, the(study), 2, 3)
    revisions.set_speaker(study, the(study), [3], "p1")
    revisions.join_turns(study, the(study), 2, 3)
    assert load(study, the(study)).text == "\n".join(SAID) and is_sound(study)
    assert words(study, across) == "jeg var trøtt. Gro på kjøkkenet" and not lookup.carried(study)
    for _ in range(3):
        study.undo()
    assert content(study) == before
    with pytest.raises(StudyError, match="where a word begins"):
        revisions.split_turn(study, the(study), 1)


def test_turns_that_are_no_data_keep_their_numbers_and_stay_so_in_a_corrected_file(study: StudyFile) -> None:
    revisions.mark_not_data(study, the(study), [1, 3], data=False)
    roles = [turn.role.value for turn in load(study, the(study)).turns]
    assert roles == ["not data", "participant", "not data", "participant"] and is_sound(study)
    revisions.replace(study, the(study), corrected(SAID[0], SAID[1] + " Ja.", *SAID[2:]))
    assert [turn.role.value for turn in load(study, the(study)).turns] == roles
    revisions.mark_not_data(study, the(study), [1], data=True)
    assert load(study, the(study)).turns[0].role is Role.INTERVIEWER and is_sound(study)


def test_edits_of_a_quote_follow_their_words(study: StudyFile) -> None:
    quote = quotes.pick(study, code(study, "Det gikk greit, men jeg var trøtt. Gro på kjøkkenet lagde kaffe."))
    cut = load(study, the(study)).find("men jeg var trøtt.")
    quotes.cut(study, quote, cut.start, cut.end)
    revisions.edit_turn(study, the(study), 2, "Ja. " + SAID[1])
    edit = study.live("quote_edit")[0]
    assert load(study, the(study)).text[edit["start"] : edit["end"]] == "men jeg var trøtt." and is_sound(study)
    revisions.edit_turn(study, the(study), 2, "Ja. " + SAID[1].replace("jeg var", "han er"))
    assert not study.live("quote_edit") and is_sound(study)


def test_marks_and_the_original_go_along_with_an_edit(study: StudyFile) -> None:
    revision = study.live("transcript")[0]["revision_id"]
    body = load(study, the(study)).text
    with study.writing("test", {}) as writer:
        writer.update("transcript", the(study), {"reviewed": 1})
        at = body.index("Hjemme")
        writer.attach_marks(revision, [Mark(MarkKind.TIME, at, at, 7000)])
        places = TextMap.of_edits(len(body) + 5, [(0, 3, ""), (len(body) + 3, len(body) + 5, "")])
        writer.attach_original(revision, f"I: {body}\n7", places)
    revisions.edit_turn(study, the(study), 2, SAID[1] + " Nytt.")
    now = study.live("transcript")[0]
    (mark,) = originals.marks(study, the(study))
    text = load(study, the(study)).text
    assert text[mark.start :].startswith("Hjemme") and now["reviewed"] == 0
    original = originals.original_of(study, now["revision_id"])
    assert original is not None and original.text == f"I: {body}\n7"


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_random_edits_keep_the_study_sound_and_undo_restores_all(tmp_path_factory: pytest.TempPathFactory,
                                                                 luck: random.Random) -> None:  # fmt: skip
    study = small_study(tmp_path_factory.mktemp("s") / "s")
    for name in ("Kaffe", "Hjem", "Søvn"):
        size = len(load(study, the(study)).text)
        start = luck.randrange(size - 12)
        code_id = next(row["id"] for row in study.live("code") if row["name"] == name)
        coding.apply(study, the(study), Span(start, start + luck.randint(2, 12)), code_id)
    before, done = content(study), 0
    for _ in range(6):
        text = load(study, the(study))
        number = luck.randint(1, len(text.turns))
        turn = text.turns[number - 1]
        said = text.text[turn.start : turn.end].split()
        said[luck.randrange(len(said))] = luck.choice(["😀", "ny", "jeg jeg", "", said[-1]])
        acts = (
            lambda number=number, said=said: revisions.edit_turn(study, the(study), number, " ".join(said)),
            lambda number=number: revisions.set_speaker(study, the(study), [number], luck.choice(["I", "P1", "X"])),
            lambda number=number: revisions.join_turns(study, the(study), number, number + 1),
            lambda turn=turn: revisions.split_turn(study, the(study), luck.randint(turn.start + 1, turn.end)),
        )
        try:
            luck.choice(acts)()
            done += 1
        except StudyError:
            continue
        assert is_sound(study)
    for _ in range(done):
        study.undo()
    assert content(study) == before
    study.close()


def test_a_transcript_is_added_as_before(study: StudyFile) -> None:
    transcripts.add(study, transcript("P02"))
    with pytest.raises(StudyError, match="already a transcript called P02"):
        transcripts.add(study, NewTranscript("P02", transcript("P03").turns, "x", "txt", "utf-8", "0" * 64))
