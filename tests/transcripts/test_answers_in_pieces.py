"""Sheets of very many respondents are taken in pieces: whole respondents, gone on with, taken back."""

from pathlib import Path

import pytest

from workbench.acts import history
from workbench.acts import people as people_acts
from workbench.acts import transcripts as acts
from workbench.errors import StudyError
from workbench.store.lookups import people as lookup
from workbench.store.lookups import transcripts
from workbench.store.lookups.pieces import Pieces, alike, pieces
from workbench.store.study_file import StudyFile
from workbench.transcripts.answers import read_answers, take_answers
from workbench.transcripts.answers_taking import take_in_pieces

MANY = 23
LONG = "Jeg liker at ingen dager er like, og at noen trenger meg."


def sheet(folder: Path, many: int = MANY, age: str = "", name: str = "svar.csv") -> Path:
    path = folder / name
    rows = "".join(f"A{at};{age or 20 + at};{LONG} Dag {at}.\n" for at in range(1, many + 1))
    path.write_text(f"ID;Alder;Hva betyr jobben for deg?\n{rows}", encoding="utf-8")
    return path


@pytest.fixture
def study(tmp_path: Path) -> StudyFile:
    return StudyFile.create(tmp_path / "studie", "Prøve", "nb", "Anna")


def acts_of(study: StudyFile) -> list[tuple[str, str]]:
    return [(row["verb"], row["state"]) for row in study.rows("SELECT verb, state FROM act ORDER BY id") if row][1:]


def test_each_piece_is_an_act_of_whole_respondents(tmp_path: Path, study: StudyFile) -> None:
    come = list(take_in_pieces(study, read_answers(sheet(tmp_path)), most=10))
    assert [(one.taken, one.of, one.acts) for one in come if one.taken] == [(10, MANY, 1), (20, MANY, 2), (23, MANY, 3)]
    assert acts_of(study) == [("answers.part", "done")] * 3
    assert len(transcripts.cards(study)) == len(lookup.participants(study)) == MANY
    assert {one.attributes["age"] for one in lookup.participants(study)} == {str(20 + at) for at in range(1, MANY + 1)}
    change = study.undo()
    assert change is not None
    assert dict(change.detail) == {"name": "svar.csv", "count": "3", "from": "21", "to": "23", "of": "23"}
    assert len(transcripts.cards(study)) == len(lookup.participants(study)) == 20


def test_no_time_at_all_still_takes_one_at_a_time(tmp_path: Path, study: StudyFile) -> None:
    come = list(take_in_pieces(study, read_answers(sheet(tmp_path, 7)), seconds=0))
    assert [one.looked for one in come if not one.taken] == [1, 2, 3, 4, 5, 6, 7]
    assert [one.taken for one in come if one.taken] == [1, 2, 3, 4, 5, 6, 7]


def test_few_respondents_stay_one_act(tmp_path: Path, study: StudyFile) -> None:
    list(take_in_pieces(study, read_answers(sheet(tmp_path, 4)), seconds=0))
    assert acts_of(study) == [("answers.import", "done")]


def test_a_taking_that_was_cut_off_is_gone_on_with(tmp_path: Path, study: StudyFile) -> None:
    read = read_answers(sheet(tmp_path))
    pieces = take_in_pieces(study, read, most=10)
    assert next(one for one in pieces if one.taken).taken == 10
    pieces.close()
    assert len(transcripts.cards(study)) == len(lookup.participants(study)) == 10
    # What was said of a respondent since then stays.
    people_acts.set_attribute(study, lookup.labelled(study, "A3").id, "age", "77")
    last = list(take_in_pieces(study, read, most=10))[-1]
    assert (last.taken, last.inside) == (13, 10)
    assert len(transcripts.cards(study)) == MANY
    assert lookup.labelled(study, "A3").attributes["age"] == "77"
    with pytest.raises(StudyError, match=r"All answers of svar\.csv are in the study already"):
        list(take_in_pieces(study, read))


def test_a_sheet_renamed_is_the_same_sheet(tmp_path: Path, study: StudyFile) -> None:
    take_answers(study, read_answers(sheet(tmp_path, 5)))
    with pytest.raises(StudyError, match="already"):
        take_answers(study, read_answers(sheet(tmp_path, 5, name="kopi.csv")))
    assert take_answers(study, read_answers(sheet(tmp_path, 6, name="kopi.csv"))) == 1


def test_what_would_be_refused_late_is_refused_before_anything_is_taken(tmp_path: Path, study: StudyFile) -> None:
    path = sheet(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("A22;42;", "A22;400;"), encoding="utf-8")
    with pytest.raises(StudyError, match=r"Row 23 .*A22"):
        list(take_in_pieces(study, read_answers(path), most=2))
    other = sheet(tmp_path, name="andre.csv")
    acts.add(study, read_answers(path).previews[0].new())
    with pytest.raises(StudyError, match="already a transcript called A1 svar"):
        changed = path.read_text(encoding="utf-8").replace("400", "40").replace("Dag 1.", "Dag null.")
        path.write_text(changed, encoding="utf-8")
        list(take_in_pieces(study, read_answers(path), most=2))
    assert len(transcripts.cards(study)) == 1
    assert list(take_in_pieces(study, read_answers(other)))[-1].inside == 1


def test_somebody_known_gets_the_attributes(tmp_path: Path, study: StudyFile) -> None:
    people_acts.take_table(study, [{"p": "a2", "yrke": "lege"}], "p", add_unknown=True)
    take_answers(study, read_answers(sheet(tmp_path, 3)))
    assert len(lookup.participants(study)) == 3
    assert dict(lookup.labelled(study, "A2").attributes) == {"yrke": "lege", "age": "22"}


def test_the_pieces_of_a_sheet_are_known_as_such(tmp_path: Path, study: StudyFile) -> None:
    list(take_in_pieces(study, read_answers(sheet(tmp_path, 5)), most=5, seconds=0))
    list(take_in_pieces(study, read_answers(sheet(tmp_path, name="ny.csv")), most=7))
    top = history.next_undo(study)
    assert top is not None and pieces(study, top) == Pieces(3, 18)
    study.undo()
    study.undo()
    redo, undo = history.next_redo(study), history.next_undo(study)
    assert redo is not None and pieces(study, redo, redo=True) == Pieces(2, 11) and alike(redo, undo)
    study.undo()
    other, redo = history.next_undo(study), history.next_redo(study)
    assert other is not None and redo is not None and not alike(other, redo)
    assert pieces(study, other) == Pieces(5, 5) and pieces(study, redo, redo=True) == Pieces(3, 18)
    people_acts.set_attribute(study, lookup.labelled(study, "A1").id, "age", "30")
    newest = history.next_undo(study)
    assert newest is not None and pieces(study, newest) == Pieces(1, 0) and not alike(newest, newest)
