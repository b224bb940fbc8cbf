"""A table of people is planned, settled and taken in one act; a study of before goes on as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_study import content

from workbench.acts import consent, history, people, people_import
from workbench.acts import people_schema as schema_acts
from workbench.errors import StudyError
from workbench.store.lookups.people import labelled, participants
from workbench.store.lookups.people_schema import schema
from workbench.store.study_file import StudyFile
from workbench.study.attributes import Type
from workbench.study.people_plan import LEAVE, NEW, Settled

ROWS = [
    {"deltaker": "P1", "age": "47", "bolig": "hybel", "startet": "1.2.2026"},
    {"deltaker": "Informant 2", "age": "29", "bolig": "hospits", "startet": "2026-03-01"},
    {"deltaker": "P3", "age": "", "bolig": "hybel", "startet": ""},
]


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with StudyFile.create(tmp_path / "s", "S", "nb", "Anna") as made:
        people.take_table(made, [{"p": "P1", "age": "46"}, {"p": "P2"}], "p", add_unknown=True)
        yield made


def test_a_dry_run_changes_nothing_and_an_open_row_is_refused(study: StudyFile) -> None:
    before = content(study)
    planned = people_import.plan(study, ROWS, "deltaker")
    assert [one.label for one in planned.open] == ["Informant 2", "P3"] and planned.rows[1].near == ("P2",)
    with pytest.raises(StudyError, match=r"names Informant 2, P3, who speak in no transcript"):
        people_import.take(study, planned)
    assert content(study) == before


def test_all_is_taken_in_one_act(study: StudyFile) -> None:
    before = content(study)
    kind = schema_acts.add_kind(study, "brukere")
    settled = Settled({"Informant 2": "P2", "P3": NEW}, {"bolig": Type.CATEGORY}, kind)
    assert people_import.take(study, people_import.plan(study, ROWS, "deltaker", settled)) == 3
    assert {one.label: one.attributes for one in participants(study)} == {
        "P1": {"age": "47", "bolig": "hybel", "startet": "2026-02-01"},
        "P2": {"age": "29", "bolig": "hospits", "startet": "2026-03-01"}, "P3": {"bolig": "hybel"},
    }  # fmt: skip
    assert {one.kind_id for one in participants(study)} == {kind}
    assert [(one.name, one.type, one.choices) for one in schema(study).definitions] == [
        ("age", Type.NUMBER, ()),
        ("bolig", Type.CATEGORY, ("hybel", "hospits")),
        ("startet", Type.DATE, ()),
    ]
    assert people_import.take(study, people_import.plan(study, ROWS, "deltaker", settled)) == 0
    while history.undo(study).verb != "kind.add":
        pass
    assert content(study) == before


def test_old_values_can_stay_and_rows_be_left(study: StudyFile) -> None:
    planned = people_import.plan(study, ROWS, "deltaker", Settled(rest=LEAVE))
    assert [(one.old, one.new) for one in planned.conflicts] == [("46", "47")]
    people_import.take(study, planned, keep_old=True)
    assert labelled(study, "P1").attributes == {"age": "46", "bolig": "hybel", "startet": "2026-02-01"}
    assert [one.label for one in participants(study)] == ["P1", "P2"]


def test_values_outside_a_category_are_refused_or_added(study: StudyFile) -> None:
    schema_acts.define(study, "bolig", schema_acts.Shape(Type.CATEGORY, ["hybel"]))
    before = content(study)
    planned = people_import.plan(study, ROWS, "deltaker", Settled(rest=NEW))
    assert planned.unfit[0].unfit == ((3, "hospits"),)
    with pytest.raises(StudyError, match=r"Row 3 of the people table \(Informant 2\): «hospits» is none of the values"):
        people_import.take(study, planned)
    assert content(study) == before
    people_import.take(study, planned, add_choices=True)
    assert schema(study).first("bolig").choices == ("hybel", "hospits")  # pyright: ignore[reportOptionalMemberAccess]


def test_who_refused_analysis_is_told_before(study: StudyFile) -> None:
    from workbench.study.consent import Answer, Scope

    consent.answer(study, labelled(study, "P1").id, Scope.ANALYSE, Answer.NO)
    assert people_import.plan(study, ROWS, "deltaker").refusing == ("P1",)


def test_good_values_are_taken_without_the_bad_ones_when_that_is_said(study: StudyFile) -> None:
    before = content(study)
    rows = [{"deltaker": "P1", "age": "x4", "by": "Bodø"}, {"deltaker": "P2", "age": "44", "by": ""}]
    planned = people_import.plan(study, rows, "deltaker")
    with pytest.raises(StudyError, match=r"Row 2 .*\(P1\): «x4» is not an age .* without it \(--good-only\)"):
        people_import.take(study, planned)
    assert content(study) == before
    assert people_import.take(study, planned, good_only=True) == 2
    first, second = (labelled(study, name).attributes for name in ("P1", "P2"))
    assert (first["by"], first["age"], second["age"]) == ("Bodø", "46", "44")
