"""Kinds of people and definitions of attributes: made, changed, renamed, ordered, removed, undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_study import content

from workbench.acts import history, people
from workbench.acts import people_schema as acts
from workbench.acts.people_schema import Shape
from workbench.errors import StudyError
from workbench.queries.heads import attribute_values, fitting, order_key
from workbench.store.lookups.people import attribute_names, labelled, participants, templates
from workbench.store.lookups.people_schema import schema
from workbench.store.study_file import StudyFile
from workbench.study.attributes import Type

ROWS = [
    {"p": "P1", "age": "47", "bolig": "hybel", "rolle": "x"}, {"p": "P2", "age": "29", "bolig": "Hospits"},
    {"p": "P3", "age": "30"},
]  # fmt: skip


@pytest.fixture
def study(tmp_path: Path) -> Iterator[StudyFile]:
    with StudyFile.create(tmp_path / "s", "S", "nb", "Anna") as made:
        people.take_table(made, ROWS, "p", add_unknown=True)
        yield made


def test_a_type_is_given_and_taken_away(study: StudyFile) -> None:
    before = content(study)
    age = acts.define(study, "Age", Shape(Type.NUMBER))
    acts.define(study, "bolig", Shape(Type.CATEGORY, ["hospits", "hybel"]))
    assert labelled(study, "P2").attributes == {"age": "29", "bolig": "hospits"}, "written as the category writes it"
    acts.remove(study, age)
    assert schema(study).names() == ["bolig"] and labelled(study, "P1").attributes["age"] == "47"
    history.undo(study)
    assert schema(study).names() == ["age", "bolig"]
    for _ in range(2):
        history.undo(study)
    assert content(study) == before


def test_values_are_checked_by_their_type(study: StudyFile) -> None:
    acts.define(study, "inntekt", Shape(Type.NUMBER))
    acts.define(study, "start", Shape(Type.DATE))
    home = acts.define(study, "bolig", Shape(Type.CATEGORY))
    one = labelled(study, "P1").id
    people.set_attribute(study, one, "inntekt", "1 234,5")
    people.set_attribute(study, one, "start", "31.3.2026")
    assert labelled(study, "P1").attributes["inntekt"] == "1234.5"
    assert labelled(study, "P1").attributes["start"] == "2026-03-31"
    for name, value in (("inntekt", "mye"), ("start", "i går"), ("bolig", "telt"), ("age", "femti")):
        with pytest.raises(StudyError):
            people.set_attribute(study, one, name, value)
    with pytest.raises(StudyError, match=r"Row 2 of the people table \(P1\): «mye» is no number"):
        people.take_table(study, [{"p": "P1", "inntekt": "mye"}], "p", add_unknown=False)
    people.set_attribute(study, one, "bolig", "telt", add_choice=True)
    assert next(d for d in schema(study).definitions if d.id == home).choices == ("hybel", "Hospits", "telt")
    history.undo(study)
    assert next(d for d in schema(study).definitions if d.id == home).choices == ("hybel", "Hospits")
    assert labelled(study, "P1").attributes["bolig"] == "hybel"


def test_a_band_follows_its_source_and_is_kept_nowhere(study: StudyFile) -> None:
    acts.define(study, "age", Shape(Type.NUMBER))
    band = acts.define(study, "aldersklasse", Shape(Type.BAND, source="age", bands="<30, 30–44, 45+"))
    assert [one.attributes["aldersklasse"] for one in participants(study)] == ["45+", "<30", "30–44"]
    people.set_attribute(study, labelled(study, "P1").id, "age", "44")
    assert labelled(study, "P1").attributes["aldersklasse"] == "30–44"
    assert not study.live("attribute", name="aldersklasse")
    with pytest.raises(StudyError, match="is reckoned from «age»"):
        people.set_attribute(study, labelled(study, "P1").id, "aldersklasse", "45+")
    assert sorted(attribute_values(study, "aldersklasse").values(), key=order_key(study, "aldersklasse")) == [
        "<30", "30–44", "30–44"]  # fmt: skip
    assert fitting(study, "aldersklasse", "30–44") == (("age", "30"), ("age", "44"))
    acts.change(study, band, Shape(Type.BAND, source="age", bands="unge: <40; gamle: 40+"))
    assert labelled(study, "P1").attributes["aldersklasse"] == "gamle"
    people.set_setting(study, "attribution", "{aldersklasse}")


@pytest.mark.parametrize(
    ("name", "shape", "why"),
    [
        ("age", Shape(Type.DATE), r"Some values of «age» are none of the type \(P1 «47», P2 «29», P3 «30»\)"),
        ("ny", Shape(Type.CATEGORY), "needs values"), ("b", Shape(Type.BAND, source="b"), "from another attribute"),
        ("b", Shape(Type.BAND, source="borte"), "«borte» is not defined"), ("", Shape(), "needs a name"),
        ("bolig", Shape(Type.BAND), "values of their own"),
        ("b", Shape(Type.BAND, source="age", bands="40-50"), "leave out what is below"),
    ],
)  # fmt: skip
def test_what_cannot_be_defined_changes_nothing(study: StudyFile, name: str, shape: Shape, why: str) -> None:
    before = content(study)
    with pytest.raises(StudyError, match=why):
        acts.define(study, name, shape)
    assert content(study) == before


def test_a_number_that_bands_come_of_stays_one(study: StudyFile) -> None:
    age = acts.define(study, "age", Shape(Type.NUMBER))
    acts.define(study, "b", Shape(Type.BAND, source="age"))
    with pytest.raises(StudyError, match="stays a number or a date"):
        acts.change(study, age, Shape(Type.TEXT))
    with pytest.raises(StudyError, match="defined already"):
        acts.define(study, "age", Shape(Type.TEXT))


def test_renaming_takes_values_bands_and_templates_along_in_one_act(study: StudyFile) -> None:
    age = acts.define(study, "age", Shape(Type.NUMBER))
    acts.define(study, "b", Shape(Type.BAND, source="age"))
    people.set_setting(study, "attribution", "{age}, {b}")
    before = content(study)
    acts.rename(study, age, "alder ved intervju")
    assert labelled(study, "P1").attributes["alder_ved_intervju"] == "47"
    assert labelled(study, "P1").attributes["b"] == "40-årene"
    assert templates(study).everyone == "{alder_ved_intervju}, {b}"
    history.undo(study)
    assert content(study) == before
    with pytest.raises(StudyError, match="already an attribute «bolig»"):
        acts.rename(study, age, "Bolig")


def test_kinds_have_schemas_and_templates_of_their_own(study: StudyFile) -> None:
    users, staff = acts.add_kind(study, "brukere"), acts.add_kind(study, "fagfolk")
    acts.define(study, "age", Shape(Type.NUMBER))
    role = acts.define(study, "rolle", Shape(Type.CATEGORY, ["x", "leder"]), staff)
    one, two = labelled(study, "P1").id, labelled(study, "P2").id
    acts.put_in_kind(study, one, staff)
    acts.put_in_kind(study, two, users)
    with pytest.raises(StudyError, match="none of the values"):
        people.set_attribute(study, one, "rolle", "sjef")
    people.set_attribute(study, two, "rolle", "sjef")
    acts.set_template(study, staff, "{rolle}")
    assert templates(study).of(staff) == "{rolle}" and templates(study).of(users) == "{gender} i {age_band}"
    with pytest.raises(StudyError, match="asks for «tittel»"):
        acts.set_template(study, staff, "{tittel}")
    acts.rename(study, role, "stilling")
    assert labelled(study, "P1").attributes["stilling"] == "x" and labelled(study, "P2").attributes["rolle"] == "sjef"
    assert templates(study).of(staff) == "{stilling}"
    before = content(study)
    acts.remove_kind(study, staff)
    assert labelled(study, "P1").kind_id is None and labelled(study, "P1").attributes["stilling"] == "x"
    assert [one.name for one in schema(study).kinds] == ["brukere"] and "stilling" not in schema(study).names()
    history.undo(study)
    assert content(study) == before
    for bad in ("", "Brukere", "x" * 61):
        with pytest.raises(StudyError):
            acts.add_kind(study, bad)


def test_order_is_that_of_lists(study: StudyFile) -> None:
    acts.define(study, "bolig", Shape())
    age = acts.define(study, "age", Shape(Type.NUMBER))
    assert attribute_names(study) == ["bolig", "age", "rolle"]
    assert acts.move(study, age, -1) and not acts.move(study, age, -1)
    assert attribute_names(study) == ["age", "bolig", "rolle"]
    assert list(labelled(study, "P1").attributes) == ["age", "bolig", "rolle"]
    first, last = acts.add_kind(study, "a"), acts.add_kind(study, "b")
    assert acts.move_kind(study, last, -1) and not acts.move_kind(study, first, 1)
    assert [one.name for one in schema(study).kinds] == ["b", "a"]


NAMES = st.sampled_from(["age", "bolig", "rolle", "ny", "annen"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("define"), NAMES, st.sampled_from(["text", "number", "category"])),
        st.tuples(st.just("rename"), NAMES, NAMES), st.tuples(st.just("remove"), NAMES, st.just("")),
        st.tuples(st.just("kind"), NAMES, st.just("")),
    ),
    min_size=1, max_size=6,
)  # fmt: skip


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_whatever_is_defined_renamed_and_removed_undo_brings_back(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str]]
) -> None:
    with StudyFile.create(tmp_path_factory.mktemp("u") / "s", "S", "nb", "Anna") as study:
        people.take_table(study, ROWS, "p", add_unknown=True)
        seen = [content(study)]
        for what, name, more in steps:
            try:
                _step(study, what, name, more)
            except StudyError:
                assert content(study) == seen[-1], "what is refused changes nothing"
                continue
            if content(study) != seen[-1]:
                seen.append(content(study))
        values = {one.label: set(one.attributes.values()) for one in participants(study)}
        assert values["P1"] >= {"47"}, "no value is lost by what is said of them"
        while len(seen) > 1:
            seen.pop()
            history.undo(study)
            assert content(study) == seen[-1]


def _step(study: StudyFile, what: str, name: str, more: str) -> None:
    found = {one.name: one.id for one in schema(study).definitions}
    if what == "define":
        acts.define(study, name, Shape(Type(more)))
    elif what == "kind":
        acts.add_kind(study, name)
    elif name in found:
        acts.rename(study, found[name], more) if what == "rename" else acts.remove(study, found[name])
