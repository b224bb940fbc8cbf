"""Questions on the command line: passages, tables, what meets what, coverage, new codes; what leaves as CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from cli_study import Run

from workbench.store.lookups.codes import codebook
from workbench.store.lookups.transcripts import load, named
from workbench.store.study_file import StudyFile


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_passages_of_a_code_and_those_under_it(on: Run) -> None:
    ran = on("query", "code", "Ensomhet", "--children")
    assert ran.code == 0
    assert "savner noen å snakke med" in ran.out and "Jeg føler meg utenfor" in ran.out
    assert ran.out.endswith("2 passages from 2 people in 2 transcripts.\n")
    assert on("query", "code", "Ensomhet").out == "0 passages from 0 people in 0 transcripts.\n"
    assert on("query", "code", "--theme", "alene blant folk", "--limit", 1).out.endswith(
        "2 passages from 2 people in 2 transcripts.\nShown are the first 1.\n"
    )
    found = on("query", "code", "Savn", "--context", 6, "--json").json
    assert (found["passages"], found["people"], found["transcripts"]) == (1, 1, 1)
    (one,) = found["found"]
    assert one["before"] == ". Jeg " and one["words"] == "savner noen å snakke med" and one["met"] == []


@pytest.mark.parametrize(
    ("asked", "transcripts"),
    [
        (("--where", "kjønn=kvinne"), ["P01"]),
        (("--where", "gender=KVINNE", "--where", "gender=mann"), ["P01", "P02"]),
        (("--where", "aldersgruppe=60-årene"), ["P02"]),
        (("--where", "gender="), []),
        (("--participant", "p02"), ["P02"]),
        (("--transcript", "P01"), ["P01"]),
        (("--role", "interviewer"), []),
        (("--coder-name", "anna", "--round", 1, "--level", "unset", "--stance", "unset"), ["P01", "P02"]),
        (("--level", "latent"), []),
        (("--when", "today"), ["P01", "P02"]),
        (("--when", "..2020-01-01"), []),
    ],
)
def test_filters(on: Run, asked: tuple[object, ...], transcripts: list[str]) -> None:
    found = on("query", "code", "Savn", "Utenforskap", *asked, "--json").json
    assert [one["transcript"] for one in found["found"]] == transcripts


def test_what_meets_a_passage(on: Run, study: Path) -> None:
    with StudyFile.open(study) as opened:
        from workbench.acts import coding

        text = load(opened, named(opened, "P01"))
        coding.apply(
            opened, text.id, text.find("De er lange. Jeg savner noen å snakke med"), named_code(opened, "Hverdag")
        )
    ran = on("query", "code", "Savn", "--with", "Hverdag")
    assert "↔ «Hverdag»  P01 turn 4" in ran.out and "1 passage from 1 person in 1 transcript." in ran.out
    assert on("query", "code", "Savn", "--with", "Hverdag", "--how", "inside", "--json").json["passages"] == 1
    assert on("query", "code", "Savn", "--with", "Hverdag", "--how", "around", "--json").json["passages"] == 0
    assert on("query", "code", "Savn", "--without", "Hverdag", "--json").json["passages"] == 0
    assert on("query", "code", "Utenforskap", "--any", "Savn", "--any", "Hverdag", "--json").json["passages"] == 0
    assert on("query", "code", "Hverdag", "--with", "Savn", "--after", 2, "--json").json["passages"] == 1
    assert on("query", "code", "Hverdag", "--with", "Savn", "--before", 2, "--json").json["passages"] == 0
    met = on("query", "code", "Hverdag", "--with", "Savn", "--near", 2, "--json").json
    assert [len(one["met"]) for one in met["found"]] == [1, 1]
    assert on("query", "code", "Savn", "--with", "Hverdag", "--csv", "-").out.splitlines()[1].endswith(",Hverdag")


def named_code(study: StudyFile, name: str) -> int:
    return codebook(study).named(name).id


def test_a_table_by_participant_and_by_attribute(on: Run) -> None:
    ran = on("query", "table", "--children")
    head, first, *_ = ran.out.splitlines()
    assert head.split() == ["all", "P01", "P02"] and first.split() == ["Ensomhet", "2/2", "1/1", "1/1"]
    assert "how many people say it" in ran.out and "those under it too" in ran.out
    ran = on("query", "table", "--by", "kjønn", "--themes", "--language", "nb")
    assert ran.out.splitlines()[0].split() == ["alle", "Kvinne", "Mann"]
    assert ran.out.splitlines()[1].split() == ["Alene", "blant", "folk", "2/2", "1/1*", "1/1*"]
    assert "* færre enn 5 personer" in ran.out
    found = on("query", "table", "--by", "transcript", "--under", "Ensomhet", "--json").json
    assert [row["name"] for row in found["rows"]] == ["Ensomhet", "Savn", "Utenforskap"]
    assert [column["name"] for column in found["columns"]] == ["P01", "P02"]
    assert {"row": 1, "column": 0, "people": 1, "mentions": 1, "row_share": 1.0, "column_share": 1.0, "few": False} in (
        found["cells"]
    )
    on("code", "P02", "--turn", 4, "--words", "Tormod kom med kaffe", "--code", "Hverdag")
    assert on("query", "table", "--limit", 1).out.splitlines()[1].split()[0] == "Hverdag"


def test_few_people_stay_in_the_study(on: Run, tmp_path: Path) -> None:
    ran = on("query", "table", "--by", "gender", "--csv", "-")
    found = rows(ran.out)
    assert {one["people"] for one in found} == {"<5"} and {one["mentions"] for one in found} == {""}
    assert {one["few"] for one in found} == {"yes"}
    assert "are about fewer than 5 people" in ran.err and "`--few 0`" in ran.err
    whole = rows(on("query", "table", "--by", "gender", "--few", 0, "--zeros", "--csv", "-").out)
    assert {(one["row"], one["column"], one["people"]) for one in whole} >= {
        ("Savn", "Kvinne", "1"),
        ("Savn", "Mann", "0"),
    }
    assert on("set", "small_number", "1").code == 0
    assert on("query", "table", "--by", "gender", "--csv", "-").err == ""
    assert on("set", "small_number", "-1").code == 1
    file = tmp_path / "tabell.csv"
    assert on("query", "table", "--csv", file).code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfrow,row_path,column")
    assert rows(file.read_text("utf-8-sig"))[0]["people"] == "1"


def test_a_table_never_replaces_what_is_not_a_table(on: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("transcript,turn\nP01,2\n", encoding="utf-8")
    ran = on("query", "table", "--csv", file)
    assert ran.code == 1 and file.read_text(encoding="utf-8").startswith("transcript,turn")
    file.unlink()
    assert on("query", "table", "--csv", file).code == on("query", "coverage", "--csv", file).code == 0
    assert file.read_text("utf-8-sig").startswith("transcript,words")


def test_formulas_are_made_harmless(on: Run) -> None:
    assert on("codes", "rename", "Hverdag", "=1+1").code == 0
    assert rows(on("query", "table", "--csv", "-").out)[-1]["row"] == "'=1+1"


def test_words_leave_only_through_the_gate(on: Run, tmp_path: Path) -> None:
    file = tmp_path / "utdrag.csv"
    without = rows(on("query", "code", "Hverdag", "--csv", "-").out)
    assert "words" not in without[0] and without[0]["code"] == "Hverdag"
    assert on("query", "code", "Hverdag", "--with-words").code == 2
    assert on("query", "code", "Hverdag", "--csv", "-", "--with-words").code == 2
    on("code", "P02", "--turn", 4, "--words", "Tormod kom med kaffe", "--code", "Hverdag")
    on("shield", "add", "Tormod")
    ran = on("query", "code", "Hverdag", "--csv", file, "--with-words")
    assert ran.code == 1 and "Tormod" in ran.err and not file.exists()
    on("shield", "replace", "Tormod", "kollega 1")
    ran = on("query", "code", "Hverdag", "--csv", file, "--with-words")
    assert ran.code == 0 and "in the study's register" in ran.out
    assert [one["words"] for one in rows(file.read_text("utf-8-sig"))] == ["noe å gjøre", "[kollega 1] kom med kaffe"]
    assert "Wrote" in ran.out and any("utdrag.csv" in one["text"] for one in on("history", "--json").json)
    assert on("query", "code", "Ensomhet", "--csv", file, "--with-words").code == 1
    assert on("--read-only", "query", "code", "Hverdag", "--csv", tmp_path / "x.csv", "--with-words").code == 1


def test_what_stands_together(on: Run) -> None:
    ran = on("query", "together", "--meet", "transcript")
    assert "1/1  Savn × Hverdag" in ran.out
    assert "2  Ensomhet × Savn" not in ran.out
    found = on("query", "together", "--meet", "person", "--children", "--json").json
    names = [row["name"] for row in found["rows"]]
    cells = {(names[one["row"]], names[one["column"]]): one["people"] for one in found["cells"]}
    assert cells["Ensomhet", "Hverdag"] == cells["Hverdag", "Ensomhet"] == 1 and cells["Ensomhet", "Ensomhet"] == 2
    assert on("query", "together").out.startswith("None of them meet.")


def test_coverage_and_new_codes(on: Run) -> None:
    ran = on("query", "coverage", "--stretches", 1)
    assert "P01" in ran.out and "codings a thousand words" in ran.out
    found = on("query", "coverage", "--json").json
    first = found["transcripts"][0]
    assert (first["transcript"], first["coded"], first["codings"], first["turns"], first["coded_turns"]) == (
        "P01",
        8,
        2,
        2,
        2,
    )
    assert found["stretches"][0]["words"] >= found["stretches"][-1]["words"]
    assert rows(on("query", "coverage", "--stretches-csv", "-").out)[0]["words"] == str(found["stretches"][0]["words"])
    ran = on("query", "growth")
    assert "Not a measure of saturation" in ran.out and ran.out.splitlines()[0].split()[:3] == ["P01", "+2", "2"]
    steps = on("query", "growth", "--order", "coded", "--json").json["steps"]
    assert [(one["transcript"], one["total"], one["codings"]) for one in steps] == [("P01", 2, 2), ("P02", 3, 1)]
    assert [one["code"] for one in steps[1]["new"]] == ["Utenforskap"]
    ran = on("query", "growth", "--csv", "-")
    assert rows(ran.out)[1]["codes"] == "Ensomhet > Utenforskap" and "Not a measure" in ran.err


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("query", "code"), 2),
        (("query", "code", "Savn", "--near", 1, "--after", 1), 2),
        (("query", "code", "Savn", "--near", -1), 2),
        (("query", "code", "Savn", "--where", "kjønn"), 2),
        (("query", "code", "Savn", "--where", "yrke=kokk"), 1),
        (("query", "code", "Savn", "--where", "gender=robot"), 1),
        (("query", "code", "Ukjent"), 1),
        (("query", "code", "Savn", "--with", "Ukjent"), 1),
        (("query", "code", "Savn", "--coder-name", "Nils"), 1),
        (("query", "code", "Savn", "--when", "sommeren"), 1),
        (("query", "code", "Savn", "--context", 9999), 2),
        (("query", "code", "Savn", "--limit", -1), 2),
        (("query", "table", "--by", "yrke"), 1),
        (("query", "table", "--themes", "--under", "Savn"), 2),
        (("query", "table", "--few", -1), 2),
        (("query", "table", "--csv", "/nowhere/at/all.csv"), 1),
        (("query", "coverage", "--stretches", -1), 2),
        (("query",), 2),
    ],
    ids=str,
)
def test_refusals_are_sentences(on: Run, line: tuple[object, ...], code: int) -> None:
    ran = on(*line)
    assert ran.code == code and ran.out == "" and ran.err.strip() and "Traceback" not in ran.err
    assert on("--language", "nb", *line).code == code


def test_an_empty_study_says_what_to_do(cli: Run, tmp_path: Path) -> None:
    on = ("--study", tmp_path / "tom", "--coder", "Anna")
    assert cli("init", *on).code == 0
    assert cli("query", "table", *on).code == 1 and "Code some passages first" in cli("query", "table", *on).err
    assert "no transcripts yet" in cli("query", "coverage", *on).out
    assert "no codings" in cli("query", "growth", *on).out


def test_withdrawn_participants_are_left_out_and_that_is_said(on: Run) -> None:
    assert on("participants", "withdraw", "P01").code == 0
    ran = on("query", "table", "--by", "participant", "--json")
    assert "1 withdrawn participant left out." in ran.json["counted"]
    assert [(one["name"], one["mentions"]) for one in ran.json["columns"]] == [("P02", 1)]
    assert "1 withdrawn participant left out." in on("query", "code", "Savn").out
    assert on("query", "code", "Savn", "--json").json["passages"] == 0
    assert [one["mentions"] for one in on("query", "together", "--json").json["rows"]].count(0) >= 2
    # Coverage asks of texts; who is named, or asked for, counts.
    assert len(on("query", "coverage", "--json").json["transcripts"]) == 2
    assert on("query", "code", "Savn", "--participant", "P01", "--json").json["passages"] == 1
    with_all = on("query", "table", "--by", "participant", "--withdrawn", "--json").json
    assert [one["name"] for one in with_all["columns"]] == ["P01", "P02"] and "withdrawn" not in with_all["counted"]
