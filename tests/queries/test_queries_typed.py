"""Tables and searches by typed attributes: own bands, categories in their order, numbers as numbers."""

from pathlib import Path

import pytest

from workbench.acts import codebook, coding, people, people_schema, transcripts
from workbench.acts.people_schema import Shape
from workbench.queries.heads import code_rows, fitting
from workbench.queries.tables import answer, crosstab
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.codes import codebook as load_codebook
from workbench.store.search.conditions import Resolver
from workbench.store.study_file import StudyFile
from workbench.study.attributes import Type
from workbench.study.coding_filter import CodingFilter
from workbench.study.search_tree import Field, Filter
from workbench.study.transcripts import Role

PEOPLE = (("P1", "47", "hybel"), ("P2", "29", "hospits"), ("P3", "102", "egen"), ("P4", "", "hybel"))


@pytest.fixture
def study(tmp_path: Path):
    with StudyFile.create(tmp_path / "s", "S", "nb", "Anna") as made:
        code = codebook.add(made, "Natt")
        for label, _, _ in PEOPLE:
            turn = transcripts.NewTurn(f"Det er {label} som sier noe.", label, Role.PARTICIPANT, label)
            held = transcripts.add(made, transcripts.NewTranscript(label, [turn], "x.txt", "txt", "utf-8", label * 30))
            coding.apply(made, held, transcript_lookup.load(made, held).find("sier noe"), code)
        rows = [{"p": label, "age": age, "bolig": home} for label, age, home in PEOPLE]
        people.take_table(made, rows, "p", add_unknown=False)
        people_schema.define(made, "age", Shape(Type.NUMBER))
        people_schema.define(made, "klasse", Shape(Type.BAND, source="age", bands="<30, 30–44, 45+"))
        people_schema.define(made, "bolig", Shape(Type.CATEGORY, ["hospits", "hybel", "egen"]))
        yield made


def heads(study: StudyFile, by: str, narrow: CodingFilter | None = None) -> list[tuple[str, int]]:
    rows = code_rows(load_codebook(study))
    table = answer(study, crosstab(study, rows, by, narrow or CodingFilter()))
    return [(head.name, table.cells.at(0, at)[0]) for at, head in enumerate(table.columns)]


def test_columns_stand_in_the_order_of_the_type(study: StudyFile) -> None:
    assert heads(study, "klasse")[:2] == [("<30", 1), ("45+", 2)]
    assert [name for name, _ in heads(study, "bolig")] == ["hospits", "hybel", "egen"]
    assert [name for name, _ in heads(study, "age")][:3] == ["29", "47", "102"]


def test_codings_are_narrowed_by_a_band(study: StudyFile) -> None:
    narrow = CodingFilter(attributes=fitting(study, "klasse", "45+"))
    assert [count for _, count in heads(study, "bolig", narrow)] == [0, 1, 1]
    none = CodingFilter(attributes=fitting(study, "klasse", ""))
    assert [count for _, count in heads(study, "bolig", none)] == [0, 1, 0]


def test_a_search_knows_bands_and_the_hyphen(study: StudyFile) -> None:
    ids = {row["label"]: row["id"] for row in study.live("participant")}
    people.set_attribute(study, ids["P2"], "age", "31")
    for value, labels in (("30-44", ["P2"]), ("45+", ["P1", "P3"])):
        meant = Resolver(study).meant(Filter(Field.ATTRIBUTE, value, "klasse"))
        assert meant.ids == {ids[one] for one in labels}
    assert Resolver(study).meant(Filter(Field.ATTRIBUTE, ">=100", "age")).ids == {ids["P3"]}
