"""Repairs in a text of the study: made and taken back alone, the original as it was, codings where they stood."""

from pathlib import Path

import pytest

from workbench.acts import codebook, coding, repairs, revisions
from workbench.errors import StudyError
from workbench.store.check import Severity, check, worst
from workbench.store.lookups import originals
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.repairs import RepairKind, RepairState
from workbench.study.spans import Span
from workbench.transcripts.intake import read_file, take
from workbench.transcripts.lines import Choices

TALK = (
    "I: Hvordan var det å flytte dit?\n"
    "P07: Det var en ordning i sentralad-\nministrasjonen som het noe helt annet før, og så kom det en ny sjef\n"
    "som ville gjøre alt om igjen, og da måtte vi vente på nytt med det\nhele, og det var ikke så lett for den som "
    "skulle bo der i mel-\nlomtiden, for det var jo ingen som visste hvor lenge det kom til\nå vare, eller om det "
    "i det hele tatt ble noe av, sa de til oss på det\nmøtet, og vi satt der med den ﬁne planen vår og ventet på svar\n"
)


@pytest.fixture
def taken(tmp_path: Path) -> tuple[StudyFile, int]:
    path = tmp_path / "P07.txt"
    path.write_text(TALK * 3, encoding="utf-8")
    study = StudyFile.create(tmp_path / "study", "Fjell", "nb", "Ane")
    return study, take(study, read_file(path))


def words(study: StudyFile, transcript_id: int) -> str:
    return lookup.load(study, transcript_id).text


def test_the_original_is_kept_and_repairs_are_listed(taken: tuple[StudyFile, int]) -> None:
    study, transcript_id = taken
    kept = originals.original(study, transcript_id)
    assert kept is not None and kept.text == (TALK * 3).rstrip("\n")
    found = originals.repairs(study, transcript_id)
    assert {RepairKind.HYPHEN, RepairKind.LIGATURE} <= {one.repair.kind for one in found}
    text = words(study, transcript_id)
    assert "fine planen" in text and "mellomtiden" in text
    for old, new, length in kept.kept.runs:
        assert kept.text[old : old + length] == text[new : new + length]


def test_a_repair_is_taken_back_and_made_again_alone(taken: tuple[StudyFile, int]) -> None:
    study, transcript_id = taken
    text = words(study, transcript_id)
    at = text.index("for det var jo")
    codebook.add(study, "Endring")
    code_id = study.live("code")[0]["id"]
    near = coding.apply(study, transcript_id, Span(at, at + 14), code_id)
    over = coding.apply(study, transcript_id, Span(text.index("skulle bo"), at + 3), code_id)
    found = originals.repairs(study, transcript_id)
    first = next(one for one in found if one.repair.kind is RepairKind.HYPHEN and one.state is RepairState.MADE)
    tally = repairs.decide(study, transcript_id, [first.id], made=False)
    assert tally is not None and not tally.to_review
    back = words(study, transcript_id)
    assert "i mel-\nlomtiden, for" in back and back.count("mellomtiden") == text.count("mellomtiden") - 1
    rows = {row["id"]: row for row in study.live("coding")}
    assert back[rows[near]["start"] : rows[near]["end"]] == "for det var jo"
    assert back[rows[over]["start"] : rows[over]["end"]] == "skulle bo der i mel-\nlomtiden, for"
    states = [one.state for one in originals.repairs(study, transcript_id) if one.id == first.id]
    assert states == [RepairState.REJECTED]
    with pytest.raises(StudyError, match="stands so already"):
        repairs.decide(study, transcript_id, [first.id], made=False)
    repairs.decide(study, transcript_id, [first.id], made=True)
    assert words(study, transcript_id) == text
    kept = originals.original(study, transcript_id)
    assert kept is not None and kept.text == (TALK * 3).rstrip("\n")
    assert worst(check(study.path, thorough=True)) is Severity.NOTE
    study.undo()
    assert words(study, transcript_id) == back
    study.undo()
    assert words(study, transcript_id) == text


def test_several_at_once_and_turning_a_proposal_down(taken: tuple[StudyFile, int]) -> None:
    study, transcript_id = taken
    text = words(study, transcript_id)
    made = [one.id for one in originals.repairs(study, transcript_id) if one.state is RepairState.MADE]
    repairs.decide(study, transcript_id, made, made=False)
    assert "ﬁne" in words(study, transcript_id)
    repairs.decide(study, transcript_id, made, made=True)
    assert words(study, transcript_id) == text
    with pytest.raises(StudyError, match="at least one"):
        repairs.decide(study, transcript_id, [], made=True)
    with pytest.raises(StudyError, match="not of the present text"):
        repairs.decide(study, transcript_id, [404], made=True)


def test_words_edited_by_hand_are_not_repaired_over(taken: tuple[StudyFile, int]) -> None:
    study, transcript_id = taken
    ligature = next(one for one in originals.repairs(study, transcript_id) if one.repair.kind is RepairKind.LIGATURE)
    turn = lookup.load(study, transcript_id).turns[1]
    text = words(study, transcript_id)[turn.start : turn.end]
    revisions.edit_turn(study, transcript_id, 2, text.replace("den fine planen", "den store planen"))
    with pytest.raises(StudyError, match="edited since"):
        repairs.decide(study, transcript_id, [ligature.id], made=False)


def test_what_was_rejected_before_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "P07.txt"
    path.write_text(TALK * 3, encoding="utf-8")
    first = read_file(path)
    starts = frozenset(repair.start for repair, made in first.beside.repairs if made)
    second = read_file(path, choices=Choices(rejected=starts))
    assert not any(made for _, made in second.beside.repairs)
    assert "mel-" in second.turns[1].text and "ﬁne" in second.turns[1].text
    with StudyFile.create(tmp_path / "study", "Fjell", "nb", "Ane") as study:
        found = originals.repairs(study, take(study, second))
        assert {one.state for one in found if one.repair.sure} == {RepairState.REJECTED}
