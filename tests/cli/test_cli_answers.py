"""`import --answers`: sheets of open answers on the command line."""

from pathlib import Path

import pytest
from cli_study import Run

SHEET = """ID;Alder;E-post;Hva betyr jobben for deg?;Annet, om noe
A1;47;a@eksempel.example;Jeg liker at ingen dager er like, og at noen trenger meg.;
A2;38;b@eksempel.example;Lite, egentlig, det er bare et sted å være om dagen.;Flere folk.
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "svar.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def test_a_sheet_is_shown_and_then_taken_in_one_act(on: Run, sheet: Path) -> None:
    tried = on("import", sheet, "--answers", "--dry-run")
    assert tried.code == 0
    assert "svar.csv: 2 respondents. Answers: Hva betyr jobben for deg?" in tried.out
    assert "Nothing was stored" in tried.out
    assert "! Columns that may tell who somebody is, and were left out: «E-post»." in tried.out
    taken = on("import", sheet, "--answers", "--json")
    assert [(one["transcript"], one["turns"], one["stored"]) for one in taken.json] == [
        ("A1 svar", 2, True), ("A2 svar", 2, True),
    ]  # fmt: skip
    assert on("import", sheet, "--answers").code == 1
    assert "imported the answers of 2 respondents from svar.csv" in on("undo").out
    assert len(on("transcripts", "--json").json) == 2


def test_a_long_sheet_comes_in_pieces_and_goes_on_where_it_was_cut_off(
    on: Run, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.cli import import_verbs

    monkeypatch.setattr(import_verbs, "_MOST", 2)
    before = len(on("transcripts", "--json").json)
    more = "".join(f"A{at};{at};;Her er det ingen dager som er like, og det er fint {at}.;\n" for at in range(3, 6))
    sheet.write_text(SHEET + more, encoding="utf-8")
    taken = on("import", sheet, "--answers").out
    assert "2 of 5" in taken and "Respondents imported: 5 of 5." in taken
    assert "To take all of it back: workbench undo --count 3" in taken
    undone = on("undo").out
    assert "imported the answers of 1 respondent from svar.csv (5 to 5 of 5)" in undone
    assert "svar.csv came in more such pieces; these too: workbench undo --count 2" in undone
    tried = on("import", sheet, "--answers", "--dry-run")
    assert tried.code == 0
    again = on("import", sheet, "--answers")
    assert again.code == 0
    assert "4 were in the study already and were passed over." in again.out
    assert "Respondents imported: 1 of 5." in again.out
    assert on("import", sheet, "--answers", "--dry-run").code == on("import", sheet, "--answers").code == 1
    assert "pieces" not in on("undo", "--count", "3").out
    assert len(on("transcripts", "--json").json) == before


def test_columns_are_named(on: Run, sheet: Path) -> None:
    line = ("import", sheet, "--answers", "--json", "--texts")
    both = on(*line, "Hva betyr; Annet, om noe", "--label", "ID").json
    assert [one["turns"] for one in both] == [2, 4]
    wrong = on(*line, "Kjønn")
    assert wrong.code == 1
    assert "«E-post»" in wrong.err


def test_the_columns_belong_to_answers(on: Run, sheet: Path) -> None:
    assert on("import", sheet, "--label", "ID").code == 2
