"""What taking in a table of people would do, before anything is done."""

import pytest

from workbench.errors import StudyError
from workbench.study.attributes import Definition, Schema, Type
from workbench.study.consent import Consents
from workbench.study.people import Participant
from workbench.study.people_plan import LEAVE, NEW, Settled, near, plan

PEOPLE = [
    Participant(1, "a", "P01", {"age": "47"}), Participant(2, "b", "P07", {"gender": "Kvinne"}),
    Participant(3, "c", "Kari N", {}),
]  # fmt: skip
ROWS = [
    {"deltaker": "p01", "age": "48", "gender": "Mann"}, {"deltaker": "Informant 7", "age": "31", "gender": "Kvinne"},
    {"deltaker": "Kari M", "age": "", "gender": ""},
]  # fmt: skip


def made(settled: Settled | None = None, schema: Schema | None = None, consents: dict[int, Consents] | None = None):
    return plan(ROWS, "deltaker", PEOPLE, schema or Schema(), consents or {}, settled or Settled())


def test_rows_find_their_people_and_others_are_asked_about() -> None:
    found = made()
    assert [one.participant_id for one in found.rows] == [1, None, None]
    assert [one.label for one in found.open] == ["Informant 7", "Kari M"]
    assert found.rows[1].near == ("P07",) and found.rows[2].near == ("Kari N",)
    assert [(one.participant, one.name, one.old, one.new) for one in found.conflicts] == [("P01", "age", "47", "48")]
    assert found.new_values == 1 and [one.type for one in found.columns] == [Type.NUMBER, Type.TEXT]


def test_what_is_settled() -> None:
    found = made(Settled({"Informant 7": "p07", "Kari M": NEW}))
    assert found.open == () and found.rows[1].participant_id == 2 and [one.label for one in found.new] == ["Kari M"]
    assert found.new_values == 2
    assert [one.taken for one in made(Settled({"Kari M": LEAVE}, rest=NEW)).rows] == [True, True, False]
    assert [one.taken for one in made(Settled(rest=LEAVE)).rows] == [True, False, False]


@pytest.mark.parametrize(
    ("settled", "why"),
    [
        (Settled({"Ola": NEW}), "nobody called «Ola»"), (Settled({"Kari M": "P99"}), "no participant «P99»"),
        (Settled({"Informant 7": "P01"}), "would both be P01"), (Settled(types={"x": Type.TEXT}), "no column «x»"),
    ],
)  # fmt: skip
def test_what_cannot_be_settled_is_refused(settled: Settled, why: str) -> None:
    with pytest.raises(StudyError, match=why):
        made(settled)


def test_types_given_defined_and_unfit() -> None:
    category = Schema((), (Definition(9, "g", "gender", Type.CATEGORY, choices=("Kvinne",)),))
    column = made(schema=category).columns[1]
    assert column.defined and column.unfit == ((2, "Mann"),)
    given = made(Settled(types={"gender": Type.CATEGORY, "age": Type.TEXT})).columns
    assert [(one.type, one.choices) for one in given] == [(Type.TEXT, ()), (Type.CATEGORY, ("Mann", "Kvinne"))]


def test_who_refused_is_told() -> None:
    assert made(consents={1: Consents("2026-01-01")}).refusing == ("P01",)


def test_labels_that_look_alike() -> None:
    known = {one.label.casefold(): one for one in PEOPLE}
    assert near("Deltaker 07", known) == ("P07",) and near("7", known) == ("P07",)
    assert near("P11", known) == () and near("kari n.", known) == ("Kari N",)


def test_who_is_a_guest_in_the_captions_looks_like_the_name_alone() -> None:
    known = {
        "arvid lothe (gjest)": Participant(1, "a", "Arvid Lothe (gjest)", {}),
        "p07": Participant(2, "b", "P07", {}),
    }
    assert near("Arvid Lothe", known) == ("Arvid Lothe (gjest)",)
    assert near("Arvid", known) == () and near("(gjest)", known) == ()


def test_columns_that_tell_who_people_are_stay_outside() -> None:
    rows = [
        {"Deltaker": "P01", "E-post": "a@b.no", "Navn": "Ola", "kontakt": "o@c.no", "Alder": "40"},
        {"Deltaker": "P02", "E-post": "", "Navn": "Kari", "kontakt": "k@c.no", "Alder": "50"},
    ]
    made = plan(rows, "deltaker", [], Schema(), {}, Settled(rest=NEW))
    assert made.left_out == ("e-post", "navn", "kontakt")
    assert [one.name for one in made.columns] == ["alder"] and all(set(row.values) == {"alder"} for row in made.rows)
    by_name = plan(rows, "navn", [], Schema(), {}, Settled(rest=NEW))
    assert [row.label for row in by_name.rows] == ["Ola", "Kari"]


def test_what_cannot_be_taken_is_told_with_row_column_and_why_and_the_rest_stands() -> None:
    rows = [
        {"deltaker": "P01", "age": "førtisju", "gender": "Kvinne"}, {"deltaker": "", "age": "31", "gender": "Mann"},
        {"deltaker": "p01", "age": "30", "gender": ""}, {"deltaker": "P07", "age": "52", "gender": "Kvinne"},
    ]  # fmt: skip
    found = plan(rows, "deltaker", PEOPLE, Schema(), {}, Settled())
    assert [(one.number, one.label, one.column, one.value) for one in found.troubles()] == [
        (2, "P01", "age", "førtisju"), (3, "", "", ""), (4, "p01", "", "p01"),
    ]  # fmt: skip
    assert [one.why for one in found.troubles()] == [
        "«førtisju» is not an age in whole years; leave it empty if it is not known.",
        "Row 3 of the people table has no participant in the column «deltaker».",
        "p01 stands twice in the people table (row 4); keep one row a person.",
    ]
    assert found.columns[0].type is Type.NUMBER, "one bad age makes no column of words"
    assert [dict(one.values) for one in found.rows] == [{"gender": "Kvinne"}, {"age": "52", "gender": "Kvinne"}]
    assert not found.conflicts, "what cannot be taken changes nothing"


def test_values_outside_a_category_are_trouble_until_they_are_added_to_it() -> None:
    category = Schema((), (Definition(9, "g", "gender", Type.CATEGORY, choices=("Kvinne",)),))
    found = made(schema=category)
    assert [(one.number, one.column) for one in found.troubles()] == [(2, "gender")]
    assert found.troubles(add_choices=True) == ()
