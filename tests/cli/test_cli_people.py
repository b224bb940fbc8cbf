"""People on the command line: kinds, attributes, consent, withdrawal, tables planned before they are taken."""

from pathlib import Path

import pytest
from cli_study import Run


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "mer.csv"
    path.write_text(
        "Deltaker;Alder;Bolig;Startet\nP01;45;hybel;1.2.2026\nInformant 2;61;egen;2.2.2026\nP09;30;hybel;\n",
        encoding="utf-8",
    )
    return path


def test_a_dry_run_says_what_would_become_of_it(on: Run, table: Path) -> None:
    ran = on("people", "import", table, "--dry-run", "--json")
    assert ran.code == 0 and ran.json["acts"] == [] and ran.json["changed"] == 0 and ran.json["rows"] == 3
    assert [(one["name"], one["type"]) for one in ran.json["columns"]] == [
        ("age", "number"), ("housing", "text"), ("startet", "date")]  # fmt: skip
    assert [(one["label"], one["becomes"], one["near"]) for one in ran.json["matches"]] == [
        ("P01", "known", []), ("Informant 2", "ask", ["P02"]), ("P09", "ask", [])]  # fmt: skip
    assert ran.json["conflicts"] == [{"participant": "P01", "name": "age", "old": "44", "new": "45"}]
    told = on("people", "import", table, "--dry-run")
    assert "P01 age: 44 → 45" in told.out and "Nothing was stored" in told.out and "perhaps P02" in told.out
    assert on("participants", "--json").json[0]["attributes"]["age"] == "44"


def test_rows_are_matched_left_out_and_added(on: Run, table: Path) -> None:
    assert on("people", "import", table).code == 1
    ran = on("people", "import", table, "--match", "Informant 2=P02", "--leave", "P09", "--type", "Bolig=category",
             "--keep-old", "--json")  # fmt: skip
    assert ran.code == 0 and ran.json["changed"] == 2, ran.err
    people = {one["label"]: one["attributes"] for one in on("participants", "--json").json}
    assert people["P01"]["age"] == "44" and people["P02"]["housing"] == "egen" and "P09" not in people
    assert [one["choices"] for one in on("attributes", "--json").json if one["name"] == "housing"] == [
        ["hybel", "egen"]
    ]
    assert on("people", "set", "P01", "bolig", "telt").code == 1
    assert on("people", "set", "P01", "bolig", "telt", "--add-value").code == 0
    for bad in (("--match", "P09"), ("--type", "Bolig=band"), ("--label-column", "navn")):
        assert on("people", "import", table, *bad).code == 2


def test_attributes_are_defined_ordered_renamed_and_removed(on: Run) -> None:
    assert on("attributes", "define", "Alder", "--type", "number").code == 0
    assert on("attributes", "define", "aldersgruppe", "--bands", "<50, 50+").code == 0
    assert [one["attributes"]["age_band"] for one in on("participants", "--json").json] == ["<50", "50+"]
    assert "<50" in on("query", "table", "--by", "aldersgruppe").out
    assert on("attributes", "move", "age", "later").code == 0
    listed = on("attributes", "--json").json
    assert [(one["name"], one["type"], one["people"]) for one in listed] == [
        ("gender", "text", 2), ("age_band", "band", 2), ("age", "number", 2)]  # fmt: skip
    assert listed[1]["bands"] == ["<50", "50+"] and listed[1]["source"] == "age"
    assert on("attributes", "rename", "bolig", "x").code == 1, "nobody defined it"
    assert on("attributes", "remove", "aldersgruppe").code == 0
    assert on("attributes", "define", "x").code == 2
    assert on("undo").code == 0 and "age band" in on("attributes").out


def test_kinds_of_people(on: Run) -> None:
    for line in (("add", "Brukere"), ("add", "Fagfolk"), ("move", "fagfolk", "earlier"), ("rename", "Brukere", "Unge")):
        assert on("kinds", *line).code == 0
    assert on("participants", "kind", "P01", "unge").code == 0
    assert on("attributes", "define", "rolle", "--type", "text", "--kind", "unge").code == 0
    assert on("people", "set", "P01", "rolle", "leder").code == 0
    assert on("kinds", "template", "unge", "{rolle}").code == 0
    assert on("kinds", "--json").json == [
        {"name": "Fagfolk", "people": 0, "template": None, "attributes": []},
        {"name": "Unge", "people": 1, "template": "{role}", "attributes": ["role"]},
    ]
    assert on("kinds", "remove", "unge").code == 0 and on("kinds", "remove", "unge").code == 1
    assert on("participants", "--json").json[0]["kind"] is None


def test_consent_and_withdrawal(on: Run, tmp_path: Path) -> None:
    coding = on("codings", "P01", "--json").json[0]["id"]
    assert on("pick", coding).code == 0
    assert on("participants", "consent", "P01", "quote", "no", "--given", "1.2.2026", "--note", "på papir").code == 0
    one = on("participants", "--json").json[0]
    assert one["consent"] == {"quote": {"answer": "no", "given": "2026-02-01", "note": "på papir"}}
    assert (one["refusal"], one["quotes_refused"], one["withdrawn"]) == ("no quote", 1, None)
    assert "not to be quoted, quotes held back: 1" in on("participants").out
    assert on("board", "--json").json[0]["refusal"] == "no quote"
    ran = on("export", "quotes", "--to", tmp_path / "q.md")
    assert ran.code == 1 and "P01 said no to being quoted (1)" in ran.err and not (tmp_path / "q.md").exists()
    ran = on("participants", "withdraw", "P01", "--day", "3.4.2026", "--json")
    assert ran.json["refused"] == 1 and on("participants", "--json").json[0]["withdrawn"] == "2026-04-03"
    assert on("participants", "withdraw", "P01", "--take-back", "--day", "1.1.2026").code == 2
    assert on("participants", "withdraw", "P01", "--take-back").code == 0
    assert on("participants", "--json").json[0]["withdrawn"] is None
    assert on("participants", "consent", "P01", "quote", "not-asked").code == 0
    assert on("participants", "consent", "P77", "quote", "no").code == 1


def test_bokmaal(on: Run) -> None:
    ran = on("--language", "nb", "people", "set", "P01", "alder", "gammel")
    assert ran.code == 1 and "er ingen alder i hele år" in ran.err
    assert "Noterte hva P01 svarte om samtykke (sitater): nei." in on(
        "--language", "nb", "participants", "consent", "P01", "quote", "no").out  # fmt: skip


def test_a_bad_age_is_shown_and_the_rest_can_be_taken(on: Run, tmp_path: Path) -> None:
    path = tmp_path / "feil.csv"
    path.write_text("Deltaker;Alder;Bolig\nP01;førti;hybel\nP02;61;egen\n", encoding="utf-8")
    dry = on("people", "import", path, "--dry-run", "--json")
    assert [(one["row"], one["column"], one["value"]) for one in dry.json["troubles"]] == [(2, "age", "førti")]
    assert "row 2, age, «førti»: «førti» is not an age" in on("people", "import", path, "--dry-run").out
    assert on("people", "import", path).code == 1
    taken = on("people", "import", path, "--good-only", "--json")
    assert taken.code == 0 and taken.json["changed"] == 2 and len(taken.json["troubles"]) == 1
    people = {one["label"]: one["attributes"] for one in on("participants", "--json").json}
    assert (people["P01"]["age"], people["P01"]["housing"], people["P02"]["age"]) == ("44", "hybel", "61")
