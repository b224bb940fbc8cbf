"""`workbench history`: narrowed, paged, the life of a thing, CSV, and the trail as a file."""

import csv
import io
import json
from pathlib import Path

import pytest
from cli_study import Run


def test_narrowed_by_each_question(on: Run) -> None:
    on("codes", "rename", "Savn", "Lengsel")
    on("undo")
    on("--coder", "Bo", "codes", "add", "Bos kode")
    everything = on("history", "--json", "--limit", 1000).json
    assert {one["coder"] for one in on("history", "--who", "bo", "--json").json} == {"Bo"}
    themes = on("history", "--what", "tema", "--json").json
    assert themes and all(one["verb"].startswith("theme.") for one in themes)
    some = on("history", "--what", "theme", "--what", "code.add", "--json").json
    assert {one["verb"] for one in some} == {"theme.add", "theme.gather_many", "code.add"}
    cleared = on("history", "--state", "taken-back", "--json").json
    assert [one["text"] for one in cleared] == ["renamed «Savn» to «Lengsel»"]
    assert on("history", "--state", "holds", "--limit", 1000, "--json").json == [
        one for one in everything if one["state"] in ("done", "log")
    ]
    assert [one["text"] for one in on("history", "--find", "lengsel", "--json").json] == [
        "took back: renamed «Savn» to «Lengsel»", "renamed «Savn» to «Lengsel»",
    ]  # fmt: skip
    assert len(on("history", "--since", "today", "--limit", 1000, "--json").json) == len(everything)
    assert on("history", "--until", "yesterday", "--json").json == []


def test_paged_to_and_fro(on: Run) -> None:
    everything = [one["id"] for one in on("history", "--json", "--limit", 1000).json]
    first = [one["id"] for one in on("history", "--json", "--limit", 5).json]
    second = [one["id"] for one in on("history", "--json", "--limit", 5, "--before", first[-1]).json]
    assert first + second == everything[:10]
    after = [one["id"] for one in on("history", "--json", "--limit", 3, "--after", everything[-1]).json]
    assert after == everything[-2:-5:-1]
    assert len(on("history").out.splitlines()) == min(20, len(everything))


def test_what_makes_no_sense(on: Run) -> None:
    for line, code, why in (
        (("--limit", "0"), 2, "at least 1"), (("--with-words",), 2, "--export"), (("--codings",), 2, "--object"),
        (("--csv", "--json"), 2, "--csv"), (("--before", "a", "--after", "b"), 2, "not both"),
        (("--export", "x.html", "--limit", "3"), 2, "leave out --limit"), (("--before", "%%"), 1, "not an id"),
        (("--who", "Cato"), 1, "no coder «Cato»; there are Anna"), (("--what", "bil"), 1, "no acts on «bil»"),
        (("--since", "når som helst"), 1, "no time I know"), (("--object", "Savn"), 1, "kind:name"),
        (("--since", "2026-02-01", "--until", "2026-01-01"), 1, "before the beginning"),
        (("--state", "half"), 2, "half"),
    ):  # fmt: skip
        ran = on("history", *line)
        assert (ran.code, why in ran.err) == (code, True), (line, ran.err)
        assert not ran.out


@pytest.mark.parametrize("what", ["code:Savn", "kode: savn", "Code:Ensomhet > Savn"])
def test_the_life_of_a_code(on: Run, what: str) -> None:
    on("codes", "define", "Savn", "--brief", "å mangle noen å snakke med")
    ran = on("history", "--object", what)
    assert [line.split("Anna  ")[1] for line in ran.out.splitlines() if "Anna  " in line] == [
        "added the code «Savn»", "put 2 codes under the theme «Alene blant folk»", "defined «Savn»",
    ]  # fmt: skip
    assert "in short: å mangle noen{+ å snakke med+}" in ran.out
    assert "1 coding was made while the definition read otherwise than now." in ran.out
    whole = on("history", "--object", what, "--codings", "--json").json
    assert [one["verb"] for one in whole] == ["code.add", "coding.import", "theme.gather_many", "code.define"]
    (row,) = whole[1]["touched"]
    assert (row["table"], row["became"], row["after"]["code_id"]) == ("coding", "added", "Savn")
    narrow = on("history", "--object", what, "--what", "theme", "--json").json
    assert [one["verb"] for one in narrow] == ["theme.gather_many"]


def test_the_life_of_what_is_gone_and_of_other_things(on: Run) -> None:
    on("themes", "remove", "Alene blant folk")
    verbs = [one["verb"] for one in on("history", "--object", "theme:Alene blant folk", "--json").json]
    assert verbs == ["theme.add", "theme.gather_many", "theme.remove"]
    coding = on("codings", "--json").json[0]["id"]
    assert on("history", "--object", f"koding:{coding}", "--json").json[0]["verb"] == "coding.import"
    assert on("history", "--object", "participant:P01", "--json").json[0]["verb"] == "transcript.add"
    assert on("history", "--object", "transkripsjon:P02", "--json").json[0]["verb"] == "transcript.add"


def test_as_csv(on: Run) -> None:
    on("codes", "add", "=1+1")
    rows = list(csv.DictReader(io.StringIO(on("history", "--csv", "--limit", 1000).out)))
    data = on("history", "--json", "--limit", 1000).json
    assert [row["id"] for row in rows] == [one["id"] for one in data]
    assert rows[0]["text"] == "added the code «=1+1»" and rows[0]["at"].endswith("Z")
    norwegian = on("--language", "nb", "history", "--csv", "--what", "code.add").out
    assert "la til koden «=1+1»" in norwegian


def test_the_trail_as_a_file(on: Run, study: Path, tmp_path: Path) -> None:
    file = tmp_path / "trail.jsonl"
    ran = on("history", "--what", "code", "--export", file, "--json")
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert (ran.code, ran.json["count"], ran.json["file"]) == (0, 4, str(file)) and len(lines) == 4
    assert ran.json["acts"][0]["verb"] == "export.trail" and len(ran.json["sha256"]) == 64
    # An earlier export may be written over, somebody's own file not.
    assert on("history", "--export", file).code == 0
    file.write_text("mine", encoding="utf-8")
    ran = on("history", "--export", file)
    assert ran.code == 1 and file.read_text(encoding="utf-8") == "mine"
    page = tmp_path / "trail.html"
    ran = on("--language", "nb", "history", "--export", page)
    assert "handlinger til" in ran.out and "Historikken til studien" in page.read_text(encoding="utf-8")
    ran = on("history", "--export", tmp_path / "trail.pdf")
    assert ran.code == 1 and ".jsonl, .html" in ran.err


def test_words_leave_through_the_gate_only(on: Run, tmp_path: Path) -> None:
    file = tmp_path / "trail.jsonl"
    on("shield", "add", "Tormod")
    assert on("history", "--export", file).code == 0 and "hagen" not in file.read_text(encoding="utf-8")
    on("code", "P01", "--turn", 2, "--words", "treffer Tormod", "--code", "Hverdag")
    ran = on("history", "--export", file, "--with-words")
    assert ran.code == 1 and "Tormod" in ran.err
    on("shield", "replace", "Tormod", "[en kollega]")
    assert on("history", "--export", file, "--with-words").code == 0
    text = file.read_text(encoding="utf-8")
    assert "treffer [en kollega]" in text and "Tormod" not in text


def test_a_line_that_ends_the_chance_to_redo_says_so_and_goes_on(on: Run) -> None:
    on("codes", "rename", "Savn", "Lengsel")
    on("undo")
    ran = on("codes", "add", "Ny")
    assert ran.code == 0 and "Added the code «Ny»." in ran.out
    assert "renamed «Savn» to «Lengsel»" in ran.err and "do what was undone again" in ran.err
    assert on("redo").code == 1
    ran = on("codes", "add", "Enda en")
    assert not ran.err
    on("undo", "--count", 5)
    ran = on("--language", "nb", "codes", "add", "Til")
    assert "5 angrede handlinger endelige" in ran.err and "og 2 til" in ran.err
