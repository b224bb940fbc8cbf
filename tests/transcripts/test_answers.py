"""Sheets of open answers: rows become transcripts and attributes, in one act."""

import io
import zipfile
from pathlib import Path
from typing import Any

import odfdo
import pytest
import xlsxwriter

from workbench.errors import StudyError, TranscriptError
from workbench.store.lookups import people as lookup
from workbench.store.lookups import transcripts as transcripts
from workbench.store.study_file import StudyFile
from workbench.study.transcripts import Role
from workbench.transcripts import read_people
from workbench.transcripts.answers import kind_of_sheet, read_answers, take_answers
from workbench.transcripts.guarded import Guard

FIRST, SECOND = "Hva betyr jobben for deg?", "Hva ville du endret, hvis du kunne?"
LONG = "Jeg liker at ingen dager er like, og at noen trenger meg."
OTHER = "Mindre papirarbeid.\n\nOg flere kolleger om natten, for da er vi for få."
ROWS: list[list[Any]] = [
    ["ID", "Alder", "E-post", FIRST, SECOND, "Tid (min)"],
    ["A1", 47, "a@eksempel.example", LONG, OTHER, 12.0],
    [None] * 6,
    ["A2", 38, "b@eksempel.example", "Lite, egentlig, det er bare et sted å være om dagen.", None, 7.5],
    ["A3", 51, None, None, None, 1],
]


def xlsx(folder: Path, rows: list[list[Any]], name: str = "skjema.xlsx") -> Path:
    path = folder / name
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return path


def csv(folder: Path, rows: list[list[Any]], encoding: str = "utf-8", name: str = "skjema.csv") -> Path:
    path = folder / name
    lines = [";".join(f'"{"" if cell is None else cell}"' for cell in row) for row in rows]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def ods(folder: Path, rows: list[list[Any]]) -> Path:
    path = folder / "skjema.ods"
    document = odfdo.Document("spreadsheet")
    document.body.clear()
    table = odfdo.Table("Svar")
    for row in rows:
        made = odfdo.Row()
        made.set_values([cell if cell is not None else "" for cell in row])
        table.append_row(made)
    document.body.append(table)
    document.save(str(path))
    return path


def test_texts_attributes_and_labels_are_found(tmp_path: Path) -> None:
    found = read_answers(xlsx(tmp_path, ROWS))
    assert (found.questions, found.attributes, found.label_column) == ((FIRST, SECOND), ("age", "tid_(min)"), "ID")
    assert [(one.name, one.participant, len(one.turns)) for one in found.previews] == [
        ("A1 skjema", "A1", 4), ("A2 skjema", "A2", 2),
    ]  # fmt: skip
    assert [(turn.text, turn.role, turn.participant) for turn in found.previews[0].turns] == [
        (FIRST, Role.INTERVIEWER, ""), (LONG, Role.PARTICIPANT, "A1"),
        (SECOND, Role.INTERVIEWER, ""), (OTHER, Role.PARTICIPANT, "A1"),
    ]  # fmt: skip
    assert [dict(row) for row in found.people.rows] == [
        {"label": "A1", "age": "47", "tid_(min)": "12"}, {"label": "A2", "age": "38", "tid_(min)": "7.5"},
    ]  # fmt: skip


def test_personal_columns_and_silent_rows_are_left_out_and_said(tmp_path: Path) -> None:
    found = read_answers(xlsx(tmp_path, ROWS))
    assert found.left_out == ("E-post",)
    assert any("E-post" in warning for warning in found.warnings)
    assert any("A3" in warning for warning in found.warnings)
    renamed = [["ID", "Alder", "Hvor når vi deg?", *ROWS[0][3:]], *ROWS[1:]]
    assert read_answers(xlsx(tmp_path, renamed)).left_out == ("Hvor når vi deg?",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_csv_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    found = read_answers(csv(tmp_path, ROWS, encoding))
    assert [turn.text for turn in found.previews[0].turns] == [FIRST, LONG, SECOND, OTHER]
    assert read_answers(csv(tmp_path, ROWS, "cp850"), encoding="cp850").previews[0].encoding == "cp850"


def test_open_document_sheets(tmp_path: Path) -> None:
    path = ods(tmp_path, ROWS)
    found = read_answers(path)
    assert [one.participant for one in found.previews] == ["A1", "A2"]
    assert found.previews[0].turns[1].text == LONG
    assert read_people(path).rows[0]["age"] == "47"


def test_columns_can_be_named(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ROWS)
    found = read_answers(path, ["hva ville"], "alder")
    assert found.questions == (SECOND,)
    assert [one.participant for one in found.previews] == ["47"]
    assert FIRST.casefold().replace(" ", "_").rstrip("?") in found.attributes[1]
    assert read_answers(path, ["4", "5"]).questions == (FIRST, SECOND)


def test_labels_are_made_when_there_are_none_or_they_are_double(tmp_path: Path) -> None:
    without = read_answers(xlsx(tmp_path, [row[1:] for row in ROWS]))
    assert [one.participant for one in without.previews] == ["R1", "R2"]
    assert without.label_column == ""
    double = [[row[0] and "A1", *row[1:]] if at else row for at, row in enumerate(ROWS)]
    found = read_answers(xlsx(tmp_path, double))
    assert [one.participant for one in found.previews] == ["R1", "R2"]
    assert any("numbered" in warning and "twice" in warning for warning in found.warnings)
    with pytest.raises(TranscriptError, match="twice"):
        read_answers(xlsx(tmp_path, double), label="ID")


def test_an_age_in_bands_is_an_age_group(tmp_path: Path) -> None:
    rows = [[*row[:1], "30-39 år" if at else "Alder", *row[2:]] for at, row in enumerate(ROWS) if row[0]]
    assert read_answers(xlsx(tmp_path, rows)).attributes[0] == "age_group"


def test_merged_cells_hold_for_every_row_and_formulas_are_values(tmp_path: Path) -> None:
    path = tmp_path / "skjema.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["ID", "Sted", "År", FIRST])
        sheet.merge_range(1, 1, 2, 1, "Havnesund")
        sheet.write_row(1, 2, [3, LONG])
        sheet.write_row(2, 2, [4, LONG])
        sheet.write(1, 0, "A1")
        sheet.write(2, 0, "A2")
        sheet.write_formula(2, 2, "=1+3", value=4)
    assert [dict(row) for row in read_answers(path).people.rows] == [
        {"label": "A1", "place": "Havnesund", "år": "3"}, {"label": "A2", "place": "Havnesund", "år": "4"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([["ID", FIRST]], "no answers"), ([["ID", "By"], ["A1", "Havn"]], "no column of longer texts"),
        ([], "no answers"),
    ],
)  # fmt: skip
def test_no_answers(tmp_path: Path, rows: list[list[Any]], words: str) -> None:
    with pytest.raises(TranscriptError, match=words):
        read_answers(xlsx(tmp_path, rows))


def test_unknown_columns_are_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="E-post"):
        read_answers(xlsx(tmp_path, ROWS), ["Kjønn"])
    with pytest.raises(TranscriptError, match="no one column"):
        read_answers(xlsx(tmp_path, ROWS), ["Hva"])


def test_a_cell_far_out_is_refused_before_the_sheet_is_unfolded(tmp_path: Path) -> None:
    path = tmp_path / "skjema.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write(0, 0, "ID")
        sheet.write(1_048_575, 16_383, "x")
    with pytest.raises(TranscriptError, match="far out"):
        read_answers(path)
    wide = ods(tmp_path, [["ID", FIRST], ["A1", LONG]])
    made = io.BytesIO()
    with zipfile.ZipFile(wide) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "content.xml":
                data = data.replace(
                    b"<table:table-cell ", b'<table:table-cell table:number-columns-repeated="900000000" '
                )
            target.writestr(name, data)
    wide.write_bytes(made.getvalue())
    with pytest.raises(TranscriptError, match="columns"):
        read_answers(wide)


def test_all_is_one_act(tmp_path: Path) -> None:
    found = read_answers(xlsx(tmp_path, ROWS))
    with StudyFile.create(tmp_path / "studie", "Prøve", "nb", "Anna") as study:
        assert take_answers(study, found) == 2
        cards = transcripts.cards(study)
        assert [(card.name, card.participant, card.turns) for card in cards] == [
            ("A1 skjema", "A1", 4), ("A2 skjema", "A2", 2),
        ]  # fmt: skip
        assert dict(lookup.labelled(study, "A2").attributes) == {"age": "38", "tid_(min)": "7.5"}
        assert transcripts.load(study, cards[0].id).turns[0].role is Role.INTERVIEWER
        with pytest.raises(StudyError, match="already"):
            take_answers(study, found)
        study.undo()
        assert transcripts.cards(study) == []
        assert lookup.participants(study) == []


def test_nothing_is_taken_when_something_is_refused(tmp_path: Path) -> None:
    rows = [*ROWS[:2], ["A2", 38, None, LONG, LONG, 3], ["A4", 400, None, LONG, LONG, 3]]
    with StudyFile.create(tmp_path / "studie", "Prøve", "nb", "Anna") as study:
        with pytest.raises(StudyError, match="A4"):
            take_answers(study, read_answers(xlsx(tmp_path, rows)))
        assert transcripts.cards(study) == []


def test_the_guarded_process_reads_the_same(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ROWS)
    with Guard() as guard:
        assert guard.read_answers(path) == read_answers(path)
        assert guard.read_answers(path, ["4"], "ID").questions == (FIRST,)
        with pytest.raises(TranscriptError, match="no one column"):
            guard.read_answers(path, ["Kjønn"])


@pytest.mark.parametrize(
    ("labels", "texts", "kind"),
    [
        (["p07 ", "P99"], [], "people"), (["A1", "A2"], [2], "answers"), (["A1", "A2"], [], ""),
        (["P07", "P08"], [2], ""), ([], [], ""),
    ],
)  # fmt: skip
def test_what_a_sheet_holds_is_told_from_it_or_asked(labels: list[str], texts: list[int], kind: str) -> None:
    assert kind_of_sheet({"labels": labels, "texts": texts}, ["P07", "P08"]) == kind
