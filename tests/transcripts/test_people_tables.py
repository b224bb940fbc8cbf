"""People tables from CSV and Excel."""

import datetime
import io
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from workbench.errors import StudyError, TranscriptError
from workbench.store.lookups import people as lookup
from workbench.store.study_file import StudyFile
from workbench.transcripts import read_file, read_people, take, take_people


def csv(folder: Path, text: str, encoding: str = "utf-8", name: str = "deltakere.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def xlsx(folder: Path, rows: list[list[Any]], sheets: int = 1) -> Path:
    path = folder / "deltakere.xlsx"
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as workbook:
        for _ in range(sheets - 1):
            workbook.add_worksheet()
        sheet = workbook.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separators_and_encodings(tmp_path: Path, separator: str, encoding: str) -> None:
    rows = [["Deltaker", "Kjønn", "Alder", "Kommunestørrelse"], ["P01", "Mann", "47", '"stor, gammel; bykommune"'],
            ["P02", "Kvinne", "38.0", "små"]]  # fmt: skip
    table = read_people(csv(tmp_path, "\r\n".join(separator.join(row) for row in rows), encoding))
    assert table.columns == ("participant", "gender", "age", "municipality_size")
    assert table.label_column == "participant"
    assert dict(table.rows[0]) == {
        "participant": "P01", "gender": "Mann", "age": "47", "municipality_size": "stor, gammel; bykommune"
    }  # fmt: skip
    assert table.rows[1]["age"] == "38"


def test_known_headers_become_english_and_others_plain(tmp_path: Path) -> None:
    headers = "ID;KJØNN;alder ;Bolig;LAR;Rekruttert gjennom;Intervjuform;Andre til stede;Kommune;Antall år i jobb"
    table = read_people(csv(tmp_path, headers + "\nP1;Mann;47;hybel;Ja;venn;video;ingen;Havnesund;3\n"))
    assert table.columns == (
        "id", "gender", "age", "housing", "lar", "recruited_through", "interview_mode", "others_present",
        "municipality", "antall_år_i_jobb",
    )  # fmt: skip
    assert table.label_column == "id"


@pytest.mark.parametrize(
    ("headers", "column"),
    [("Alder,PID", "pid"), ("Alder,Kode", "kode"), ("Alder,Deltaker-ID", "deltaker-id"), ("Navn,Alder", "navn"),
     ("Alder,id,Informant", "participant")],
)  # fmt: skip
def test_the_label_column_is_found_by_its_header(tmp_path: Path, headers: str, column: str) -> None:
    cells = ",".join(f"{at}" for at, _ in enumerate(headers.split(",")))
    assert read_people(csv(tmp_path, f"{headers}\n{cells}\n")).label_column == column


def test_excel_numbers_dates_and_blanks(tmp_path: Path) -> None:
    rows = [["Deltaker", "Alder", "År", "Dato", "LAR", "Notat"], ["P01", 47, 2.5, datetime.date(2024, 5, 3), True, "x"],
            [None] * 6, ["P02", 38.0, None, None, False, " y  z "]]  # fmt: skip
    table = read_people(xlsx(tmp_path, rows, sheets=2))
    assert dict(table.rows[0]) == {
        "participant": "P01", "age": "47", "år": "2.5", "date": "2024-05-03", "lar": "yes", "notat": "x"
    }  # fmt: skip
    assert dict(table.rows[1]) == {"participant": "P02", "age": "38", "år": "", "date": "", "lar": "no", "notat": "y z"}
    assert len(table.rows) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("\n ; \n", "no table"),
        ("Deltaker;Alder\n", "no people"),
        ("Deltaker;Alder;alder\nP1;3;4\n", "two columns for «age»"),
        ("Deltaker,Alder\nP1,47\nP2,48,by, gate\n", "row 3 has «by» in column 3"),
        ("%PDF-1.4", "PDF"),
        ("a" * 200_000 + ",b\n1,2\n", "cannot be read as a table"),
    ],
)
def test_bad_tables_are_refused_with_the_place(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(TranscriptError, match=words):
        read_people(csv(tmp_path, text))


def test_bad_workbooks_are_refused(tmp_path: Path) -> None:
    path = xlsx(tmp_path, [["Deltaker"], ["P1"]])
    whole = path.read_bytes()
    path.write_bytes(whole[:-200])
    with pytest.raises(TranscriptError, match="damaged"):
        read_people(path)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data[: len(data) // 2] if name == "xl/worksheets/sheet1.xml" else data)
    path.write_bytes(buffer.getvalue())
    with pytest.raises(TranscriptError, match=r"deltakere\.xlsx"):
        read_people(path)
    with pytest.raises(TranscriptError, match="no file"):
        read_people(tmp_path / "borte.csv")
    garbage = tmp_path / "p.csv"
    garbage.write_bytes(random.Random(5).randbytes(3000))
    with pytest.raises(TranscriptError, match="no text file"):
        read_people(garbage)
    with pytest.raises(TranscriptError, match="save it as csv or xlsx"):
        read_people(csv(tmp_path, "a,b\n", name="deltakere.numbers"))


def test_a_table_is_taken_into_the_study(tmp_path: Path) -> None:
    (tmp_path / "P01.txt").write_text("I: Så?\nP: Ja.\n")
    with StudyFile.create(tmp_path / "studie", "Prøve", "nb", "Anna") as study:
        take(study, read_file(tmp_path / "P01.txt"))
        table = read_people(csv(tmp_path, "Deltaker;Alder;LAR\np01;47;Ja\nP02;50;Nei\n"))
        with pytest.raises(StudyError, match="P02"):
            take_people(study, table)
        assert take_people(study, table, add_unknown=True) == 2
        assert dict(lookup.labelled(study, "P01").attributes) == {"age": "47", "lar": "Ja"}
