"""The quote board, its edits, and the export; names and what is shown instead."""

from pathlib import Path

import pytest
from cli_study import Run


@pytest.fixture
def quote(on: Run) -> str:
    """Pick the passage on longing and return the quote's id."""
    coding = next(one["id"] for one in on("codings", "--json").json if one["code"] == "Savn")
    return on("pick", coding, "--json").json["quote"]


def test_pick(on: Run, quote: str) -> None:
    (one,) = on("board", "--json").json
    assert (one["id"], one["theme"], one["code"], one["text"]) == (
        quote, "Alene blant folk", "Savn", "savner noen å snakke med",
    )  # fmt: skip
    assert one["attribution"] == "Kvinne i 40-årene"
    assert on("codings", "P01", "--json").json[-1]["quote"] == quote
    assert on("pick", one["coding"]).code == 1
    shown = on("board").out
    assert "Alene blant folk" in shown and "– Kvinne i 40-årene" in shown and "P01 turn 4" in shown
    assert on("themes", "--json").json[0]["quotes"] == 1


def test_pick_under_another_theme(on: Run) -> None:
    assert on("themes", "add", "Dager").code == 0
    coding = on("codings", "P02").out.split()[0]
    assert on("pick", coding, "--theme", "Ingen").code == 1
    ran = on("pick", coding, "--theme", "Dager")
    assert ran.out.split("\n")[0] == "Picked a quote from P02 turn 2."
    shown = on("board").out
    assert shown.startswith("Dager") and ran.out.rstrip(".\n").split()[-1] in shown


def test_cut_and_insert(on: Run, quote: str) -> None:
    assert on("cut", quote, "å snakke med").code == 0
    assert on("insert", quote[-5:], "en venn", "--after", "savner").code == 0
    assert on("board", "--json").json[0]["text"] == "savner […en venn…] noen […]"
    for line in (("cut", quote, "hagen"), ("cut", quote, "n"), ("cut", quote, " "), ("cut", "zzzz", "noen"),
                 ("insert", quote, "x", "--after", "hagen"), ("insert", quote, " ", "--after", "noen")):  # fmt: skip
        ran = on(*line)
        assert ran.code == 1 and ran.err.startswith("workbench: ")
    assert on("insert", quote, "x").code == 2
    assert on("undo").code == 0
    assert on("board", "--json").json[0]["text"] == "savner noen […]"


def test_an_empty_board(on: Run) -> None:
    assert "The quote board is empty" in on("board").out
    assert on("board", "--json").json == []
    assert on("export", "quotes").code == 1


def test_export_to_the_usual_place(on: Run, study: Path, quote: str) -> None:
    ran = on("export", "quotes", "--by", "theme", "--format", "md", "--json")
    assert ran.code == 0 and ran.json["quotes"] == 1
    target = study / "exports" / "quotes.md"
    assert ran.json["file"] == str(target)
    assert "savner noen å snakke med" in target.read_text(encoding="utf-8")
    assert ran.json["acts"][0]["verb"] == "export.write"


def test_export_elsewhere(on: Run, tmp_path: Path, quote: str) -> None:
    for ending in ("docx", "csv", "xlsx"):
        target = tmp_path / f"ut.{ending}"
        ran = on("export", "quotes", "--to", target)
        assert ran.code == 0 and str(target) in ran.out and target.stat().st_size > 50
    assert on("export", "quotes", "--to", tmp_path / "ut.pdf").code == 1
    assert on("export", "quotes", "--to", tmp_path / "no" / "ut.md").code == 1
    assert on("export", "quotes", "--format", "pdf").code == 2
    assert on("export", "quotes", "--theme", "Ingen").code == 1
    assert on("export").code == 2


def test_export_without_references(on: Run, tmp_path: Path, quote: str) -> None:
    target = tmp_path / "ut.csv"
    assert on("export", "quotes", "--to", target, "--no-reference", "--by", "participant").code == 0
    assert "savner" in target.read_text(encoding="utf-8-sig")
    assert on("export", "quotes", "--to", target, "--theme", "alene blant folk").code == 0


def test_a_name_is_replaced_and_the_gate_holds(on: Run, tmp_path: Path) -> None:
    coding = on("code", "P01", "--words", "treffer Tormod", "--code", "Hverdag", "--json").json["coding"]
    assert on("pick", coding, "--theme", "Alene blant folk").code == 0
    assert on("shield", "add", "Tormod").code == 0
    target = tmp_path / "ut.md"
    held = on("export", "quotes", "--to", target)
    assert held.code == 1 and "stopped" in held.err and not target.exists()
    assert on("board", "--json").json[0]["undecided"] == ["Tormod"]
    assert "! not decided on yet: Tormod" in on("board").out
    assert on("shield", "replace", "tormod", "kollega 1").code == 0
    assert on("export", "quotes", "--to", target).code == 0
    written = target.read_text(encoding="utf-8")
    assert "kollega 1" in written and "Tormod" not in written


def test_deciding_on_names(on: Run) -> None:
    assert on("shield", "entities").out.startswith("There are no names listed")
    assert on("shield", "add", "Tormod").code == 0
    assert on("shield", "add", "verkstedet", "--kind", "place").code == 0
    assert on("shield", "add", "Tormod").code == 1 and on("shield", "add", " ").code == 1
    one, two = on("shield", "entities", "--json").json
    assert (one["name"], one["kind"], one["decision"], one["mentions"], one["transcripts"]) == (
        "Tormod", "person", "undecided", 2, 2,
    )  # fmt: skip
    assert (two["kind"], two["mentions"]) == ("place", 1)
    assert on("shield", "keep", "Verkstedet").out == "Decided on a name (place): keep.\n"
    assert [one["name"] for one in on("shield", "entities", "--undecided", "--json").json] == ["Tormod"]
    assert "person" in on("shield", "entities").out
    assert on("shield", "dismiss", "Tormod").out == "Decided on a name (person): not a name.\n"
    assert on("shield", "entities", "--undecided").out == "No names wait for a decision.\n"
    assert on("shield", "replace", "Tormod", "Tormod 2").code == 1
    assert on("shield", "replace", "Ingen", "x").code == 1
    assert on("shield", "add", "x", "--kind", "dog").code == 2
    assert on("shield").code == 2


def test_scan(on: Run) -> None:
    ran = on("shield", "scan", "--json")
    assert ran.code == 0 and ran.json["proposed"] == ran.json["undecided"] >= 1
    assert "Tormod" in [one["name"] for one in on("shield", "entities", "--undecided", "--json").json]
    again = on("shield", "scan")
    assert again.code == 0 and again.out.startswith("Names and other identifiers that wait for a decision: ")
    assert on("undo").out.startswith("Took back: looked for names")
    assert on("shield", "entities", "--json").json == []


def test_a_refused_export_leaves_no_folder(on: Run, study: Path) -> None:
    assert on("export", "quotes").code == 1
    assert not (study / "exports").exists()


def test_an_export_writes_over_nothing_but_an_earlier_export(on: Run, study: Path, tmp_path: Path) -> None:
    assert on("pick", on("codings", "P01").out.split()[0]).code == 0
    assert on("shield", "scan").code == 0
    for entity in on("shield", "entities", "--json").json:
        assert on("shield", "dismiss", entity["name"]).code == 0
    before = (study / "study.workbench").read_bytes()
    for name in (study / "study.workbench", study / "study.workbench-wal"):
        ran = on("export", "quotes", "--format", "md", "--to", name)
        assert ran.code == 1 and "database" in ran.err
    assert (study / "study.workbench").read_bytes()[:16] == before[:16] and on("codes").code == 0
    mine = tmp_path / "P01.md"
    mine.write_text("mitt eget", encoding="utf-8")
    ran = on("export", "quotes", "--to", mine)
    assert ran.code == 1 and "did not write" in ran.err and mine.read_text(encoding="utf-8") == "mitt eget"
    target = tmp_path / "sitater.md"
    assert on("--read-only", "export", "quotes", "--to", target).code == 1 and not target.exists()
    assert on("export", "quotes", "--to", target).code == 0
    assert on("export", "quotes", "--to", target).code == 0
    assert on("export", "quotes", "--to", tmp_path / "ingen" / "x.md").code == 1
    assert [one["detail"]["file"] for one in on("history", "--json").json if "file" in one["detail"]][:2] == [
        "sitater.md",
        "sitater.md",
    ]
    target.write_text(target.read_text(encoding="utf-8") + "\nmin merknad\n", encoding="utf-8")
    assert on("export", "quotes", "--to", target).code == 1
    assert "min merknad" in target.read_text(encoding="utf-8")


def test_what_is_said_of_a_quote(on: Run) -> None:
    coding = on("codings", "--json").json[0]["id"]
    quote = on("pick", coding, "--json").json["quote"]
    said = ("--state", "cleared", "--role", "set-scene", "--note", "åpner")
    ran = on("board", "set", quote, *said, "--translation", "It goes", "--translator", "KO", "--json")
    assert len(ran.json["acts"]) == 1 and ran.json["acts"][0]["text"].startswith("Described a quote from P01 turn ")
    (one,) = [one for one in on("board", "--json").json if one["id"] == quote]
    assert (one["state"], one["role"], one["note"], one["translation"], one["translator"]) == (
        "cleared", "set scene", "åpner", "It goes", "KO",
    )  # fmt: skip
    assert "[cleared, sets the scene]  åpner" in on("board").out
    assert on("board", "set", quote, "--state", "rejected", "--note", "").code == 0
    assert on("undo", "--count", "2").code == 0
    assert on("board", "--json").json[-1]["state"] == "picked"
    assert on("board", "set", quote, "--state", "rejected").err.endswith("Say why the quote is rejected.\n")
    assert on("board", "set", quote).code == on("board", "set", quote, "--translator", "KO").code == 2
