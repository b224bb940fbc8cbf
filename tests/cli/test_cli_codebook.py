"""Codes, the codebook as a file, merging, themes."""

import json
from pathlib import Path

import pytest
from cli_study import Run


def _code(on: Run, name: str) -> dict[str, object]:
    return next(one for one in on("codes", "--json").json if one["name"] == name)


def test_codes_as_a_tree(on: Run) -> None:
    shown = on("codes").out.split("\n")
    assert [line.split("  ")[0] for line in shown[1:3]] == ["Ensomhet", ""]
    assert shown[2].startswith("  Savn") and shown[2].endswith("å mangle noen")
    savn = _code(on, "Savn")
    assert (savn["path"], savn["depth"], savn["parent"], savn["codings"], savn["people"]) == (
        "Ensomhet > Savn", 1, "Ensomhet", 1, 1,
    )  # fmt: skip


def test_other_names_source_and_owner(on: Run) -> None:
    facts = ("--aliases", "Lengsel; hjemlengsel", "--source", "earlier-study", "--owner", "anna")
    assert on("codes", "define", "Savn", *facts, "--counter-example", "kjedsomhet").code == 0
    (code,) = [one for one in on("codes", "--json").json if one["name"] == "Savn"]
    assert (code["aliases"], code["source"], code["owner"], code["counter_example"]) == (
        ["Lengsel", "hjemlengsel"], "earlier study", "Anna", "kjedsomhet",
    )  # fmt: skip
    assert "Savn (also Lengsel; hjemlengsel)" in on("codes").out
    assert on("code", "P02", "--words", "dugnad", "--code", "lengsel").out.startswith("Coded P02 turn 4 as «Savn».")
    assert on("codes", "add", "Lengsel").err.strip().endswith("«Lengsel» is a name of «Savn» already; choose another.")
    assert on("codes", "define", "Savn", "--aliases", "", "--owner", "").code == 0
    assert "did you mean" not in on("quotes", "--code", "Lengsel").out and on("quotes", "--code", "Lengsel").code == 1


def test_define_rename_move(on: Run) -> None:
    assert on("codes", "define", "Savn", "--definition", "lang", "--when-not", "ved sorg").code == 0
    assert on("codes", "rename", "savn", "Lengsel").out == "Renamed «Savn» to «Lengsel».\n"
    code = _code(on, "Lengsel")
    assert (code["definition"], code["when_not"], code["brief"]) == ("lang", "ved sorg", "å mangle noen")
    assert on("codes", "move", "Lengsel").out == "Moved «Lengsel» to the top level.\n"
    assert on("codes", "move", "Lengsel").out == "Nothing changed; it was so already.\n"
    assert on("codes", "move", "Lengsel", "--under", "Hverdag").out == "Moved «Lengsel» under «Hverdag».\n"
    assert on("codes", "move", "Hverdag", "--under", "Lengsel").code == 1
    assert on("codes", "rename", "Lengsel", " ").code == 1
    assert on("codes", "define", "Lengsel").code == 2


def test_add_retire_revive_remove(on: Run) -> None:
    assert on("codes", "add", "Håp", "--brief", "å se fram", "--json").json["code"] == "Håp"
    assert on("codes", "add", "håp").code == 1
    assert on("codes", "retire", "Savn").code == 0
    assert "(retired)" in on("codes").out and _code(on, "Savn")["status"] == "retired"
    assert on("code", "P01", "--words", "hagen", "--code", "Savn").code == 1
    assert on("codes", "revive", "Savn").code == 0
    assert on("code", "P01", "--words", "hagen", "--code", "Savn").code == 0
    assert on("codes", "remove", "Savn").code == 1
    assert on("codes", "remove", "Håp").code == 0
    assert on("codes", "frob").code == 2


def test_merge_two_codes(on: Run) -> None:
    ran = on("codes", "merge", "Savn", "Utenforskap", "--json")
    assert ran.json["codings"] == 1 and "(1 coding)" in ran.json["acts"][0]["text"]
    assert _code(on, "Utenforskap")["codings"] == 2
    assert on("codes", "merge", "Utenforskap", "Utenforskap").code == 1


@pytest.mark.parametrize("ending", ["yaml", "qdc", "csv"])
def test_the_codebook_there_and_back(on: Run, cli: Run, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"bok.{ending}"
    written = on("codebook", "export", file, "--json")
    assert written.json == {"file": str(file), "codes": 4}
    other = ("--study", tmp_path / "other", "--coder", "Bo")
    assert cli("init", *other).code == 0
    taken = cli("codebook", "import", *other, file, "--json")
    assert taken.code == 0 and taken.json["added"] == 4
    assert [one["path"] for one in cli("codes", *other, "--json").json] == [
        one["path"] for one in on("codes", "--json").json
    ]
    assert "Left as they were: 4" in cli("codebook", "import", *other, file).out
    assert cli("undo", *other).out == "Took back: took in the codebook " + (
        "bok.\n" if ending == "csv" else "Prøvestudie.\n"
    )


def test_codebook_files_that_are_none(on: Run, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("{", encoding="utf-8")
    for line in (("import", tmp_path / "x.yaml"), ("import", tmp_path / "none.csv"), ("export", tmp_path / "x.pdf")):
        ran = on("codebook", *line)
        assert ran.code == 1 and ran.err.startswith("workbench: ") and "Traceback" not in ran.err
    assert on("codebook").code == 2


@pytest.fixture
def theirs(on: Run, tmp_path: Path) -> tuple[Path, Path]:
    """Return (base, theirs): both sides rename Hverdag after the common start, they define Savn too."""
    base, colleague = tmp_path / "base.yaml", tmp_path / "theirs.yaml"
    assert on("codebook", "export", base).code == 0
    text = base.read_text(encoding="utf-8")
    colleague.write_text(
        text.replace("name: Hverdag", "name: Dagligliv").replace("å mangle noen", "å mangle noen eller noe"),
        encoding="utf-8",
    )
    assert on("codes", "rename", "Hverdag", "Dagene").code == 0
    return base, colleague


def test_listing_a_merge_changes_nothing(on: Run, theirs: tuple[Path, Path]) -> None:
    base, colleague = theirs
    before = on("codes", "--json").out
    listed = on("codebook", "merge", colleague, "--base", base, "--list", "--json").json
    assert listed["open"] == 1 and len(listed["changes"]) == 1
    (conflict,) = listed["conflicts"]
    assert (conflict["base"], conflict["ours"], conflict["theirs"]) == ("Hverdag", "Dagene", "Dagligliv")
    shown = on("codebook", "merge", colleague, "--base", base, "--list").out
    assert f"1. {conflict['id'][:6]}  " in shown and "theirs: Dagligliv" in shown
    assert f"--settle {conflict['id'][:6]}=ours|theirs" in shown
    assert on("codes", "--json").out == before


def test_merge_settled_one_by_one(on: Run, theirs: tuple[Path, Path]) -> None:
    base, colleague = theirs
    key = on("codebook", "merge", colleague, "--base", base, "--list", "--json").json["conflicts"][0]["id"]
    for wrong in (f"{key}=both", f"{key}=maybe", "zzz=ours"):
        assert on("codebook", "merge", colleague, "--base", base, "--settle", wrong).code == 1
    assert on("codebook", "merge", colleague, "--base", base, "--settle", "=ours").code == 2
    ran = on("codebook", "merge", colleague, "--base", base, "--settle", f"{key[:6]}=theirs", "--json")
    assert ran.code == 0 and ran.json["open"] == 0 and len(ran.json["acts"]) == 1
    assert ran.json["acts"][0]["text"].startswith("Merged the codebook ")
    assert _code(on, "Savn")["brief"] == "å mangle noen eller noe"
    assert "Dagligliv" in on("codes").out
    assert on("undo").code == 0
    assert "Dagene" in on("codes").out and _code(on, "Savn")["brief"] == "å mangle noen"


def test_what_is_open_keeps_ours_and_is_told(on: Run, theirs: tuple[Path, Path]) -> None:
    base, colleague = theirs
    ran = on("codebook", "merge", colleague, "--base", base)
    assert ran.code == 0 and "[open]" in ran.out and ran.out.count("Both sides renamed") == 1
    assert "Dagene" in on("codes").out and _code(on, "Savn")["brief"] == "å mangle noen eller noe"


def test_choices_are_kept_in_a_file(on: Run, theirs: tuple[Path, Path], tmp_path: Path) -> None:
    base, colleague = theirs
    choices = tmp_path / "choices.json"
    line = ("codebook", "merge", colleague, "--base", base, "--resolutions", choices)
    assert on(*line, "--list").code == 0
    kept = json.loads(choices.read_text(encoding="utf-8"))
    assert kept["decisions"][0]["decision"] == "skip"
    kept["decisions"][0]["decision"] = "theirs"
    choices.write_text(json.dumps(kept), encoding="utf-8")
    assert on(*line).code == 0 and "Dagligliv" in on("codes").out
    choices.write_text("[]", encoding="utf-8")
    assert on(*line).code == 1


def test_a_conflict_that_a_decision_raises_is_settled_too(on: Run, tmp_path: Path) -> None:
    base, colleague, choices = (tmp_path / name for name in ("base.yaml", "theirs.yaml", "choices.json"))
    assert on("codebook", "export", base).code == 0
    text = base.read_text(encoding="utf-8")
    colleague.write_text(text.replace("name: Hverdag", "name: Dager"), encoding="utf-8")
    assert on("codes", "rename", "Hverdag", "Hverdagsliv").code == 0
    assert on("codes", "rename", "Ensomhet", "Dager").code == 0
    line = ("codebook", "merge", colleague, "--base", base, "--resolutions", choices)
    (first,) = on(*line, "--list", "--json").json["conflicts"]
    listed = on(*line, "--list", "--json", "--settle", f"{first['id']}=theirs").json
    (second,) = [one for one in listed["conflicts"] if one["settled"] is None]
    assert (second["kind"], listed["open"]) == ("same name", 1)
    # Kept in the file by now, and open to be settled by its own id.
    assert f"--settle {second['id'][:6]}=ours|theirs|both" in on(*line, "--list").out
    ran = on(*line, "--settle", f"{second['id'][:6]}=theirs", "--json")
    assert ran.code == 0 and ran.json["open"] == 0
    assert {one["name"] for one in on("codes", "--json").json} >= {"Dager", "Dager (2)"}
    assert "Dager (2)" in on("codes").out.split("Savn")[0]


def test_one_side_taken_holds_for_the_conflicts_that_follow(on: Run, tmp_path: Path) -> None:
    base, colleague = tmp_path / "base.yaml", tmp_path / "theirs.yaml"
    assert on("codebook", "export", base).code == 0
    colleague.write_text(base.read_text(encoding="utf-8").replace("name: Hverdag", "name: Dager"), encoding="utf-8")
    assert on("codes", "rename", "Hverdag", "Hverdagsliv").code == 0
    assert on("codes", "rename", "Ensomhet", "Dager").code == 0
    ran = on("codebook", "merge", colleague, "--base", base, "--take", "theirs", "--json").json
    assert ran["open"] == 0 and len(ran["conflicts"]) == 2


def test_a_merge_speaks_norwegian(on: Run, theirs: tuple[Path, Path]) -> None:
    base, colleague = theirs
    listed = on("codebook", "merge", colleague, "--base", base, "--list", "--language", "nb").out
    assert "Begge sider ga «Hverdag» nytt navn: «Dagene» her, «Dagligliv» der." in listed
    assert "kortdefinisjonen endres" in listed
    ran = on("codebook", "merge", colleague, "--base", base, "--language", "nb")
    assert ran.out.count("nytt navn") == 1 and "Utsatt" not in ran.out
    assert "Alt sto slik fra før" in on("codebook", "merge", colleague, "--base", base, "--language", "nb").out
    wrong = on("codebook", "merge", colleague, "--base", base, "--settle", "zz=ours", "--language", "nb")
    assert "Det er ingen konflikt «zz»" in wrong.err


def test_taking_one_side(on: Run, theirs: tuple[Path, Path]) -> None:
    base, colleague = theirs
    assert on("codebook", "merge", colleague, "--base", base, "--take", "theirs", "--json").json["open"] == 0
    assert "Dagligliv" in on("codes").out


def test_themes(on: Run) -> None:
    assert on("themes", "define", "alene blant folk", "--concept", "Å være til stede uten å høre til").code == 0
    assert on("themes", "status", "Alene blant folk", "final").out.startswith(
        "Set the theme «Alene blant folk» to final"
    )
    assert on("themes", "add", "Dager", "--definition", "Om hverdagen").code == 0
    assert on("themes", "gather", "Dager", "Hverdag", "Savn").code == 0
    assert on("themes", "release", "Dager", "Savn").code == 0
    assert on("themes", "rename", "Dager", "Dagene").code == 0
    first, second = on("themes", "--json").json
    assert (first["name"], first["status"], first["codes"]) == (
        "Alene blant folk", "final", ["Ensomhet > Savn", "Ensomhet > Utenforskap"],
    )  # fmt: skip
    assert (second["name"], second["codes"], second["definition"]) == ("Dagene", ["Hverdag"], "Om hverdagen")
    shown = on("themes").out
    assert "[final]" in shown and "· Ensomhet > Savn" in shown and "Å være til stede uten å høre til" in shown
    assert "[endelig]" in on("themes", "--language", "nb").out
    assert on("themes", "remove", "Dagene").code == 0 and len(on("themes", "--json").json) == 1


def test_themes_refused(on: Run) -> None:
    assert on("themes", "add", "alene blant folk").code == 1
    assert on("themes", "gather", "Alene blant folk", "Hverdag", "Månen").code == 1
    assert "Hverdag" not in on("themes").out
    assert on("themes", "gather", "Alene blant folk", "Savn").code == 1
    assert on("themes", "status", "Alene blant folk", "final").code == 1
    assert on("themes", "status", "Alene blant folk", "done").code == 2
    assert on("themes", "define", "Alene blant folk").code == 2
    assert on("themes", "remove", "Ingen").code == 1


def test_split_a_code(on: Run) -> None:
    on("code", "P01", "--turn", "4", "--words", "jeg savner hagen", "--code", "Savn")
    chosen = [one["id"] for one in on("quotes", "--code", "Savn", "--json").json if "hagen" in one["words"]]
    ran = on("codes", "split", "Savn", "--to", "Hage", "--codings", *chosen, "--json")
    assert (ran.json["codings"], ran.json["made"]) == (1, True)
    assert ran.json["acts"][0]["text"] == "Split 1 coding off «Savn» to Hage."
    (hage,) = [one for one in on("codes", "--json").json if one["name"] == "Hage"]
    assert (hage["path"], hage["codings"]) == ("Ensomhet > Hage", 1)
    assert on("themes", "--json").json[0]["codes"][-1] == "Ensomhet > Hage"
    assert on("codes", "split", "Hage", "--to", "hverdag", "--codings", *chosen).code == 0
    assert on("codes", "split", "Savn", "--to", "Hverdag", "--codings", *chosen).code == 1
    assert on("codes", "split", "Savn", "--codings", *chosen).code == 2


def test_the_history_of_a_code(on: Run) -> None:
    on("codes", "rename", "Savn", "Lengsel")
    on("codes", "define", "Lengsel", "--brief", "å ville ha noen")
    found = on("codes", "history", "Lengsel", "--json").json
    assert [(one["name"], one["brief"], one["coder"]) for one in found["versions"]] == [
        ("Savn", "å mangle noen", "Anna"), ("Lengsel", "å mangle noen", "Anna"),
        ("Lengsel", "å ville ha noen", "Anna"),
    ]  # fmt: skip
    assert found["older"] == 1
    out = on("codes", "history", "Lengsel").out
    assert "brief definition: å ville ha noen" in out and out.endswith("read otherwise: 1.\n")


def test_a_merge_takes_no_code_away_unasked(on: Run, tmp_path: Path) -> None:
    on("codes", "add", "Håp")
    now, older = tmp_path / "now.yaml", tmp_path / "older.yaml"
    on("codebook", "export", now)
    older.write_text(now.read_text("utf-8").split("  - name: Håp")[0], encoding="utf-8")
    # The base is not what both started from: it is newer than their file.
    before = on("codes", "--json").out
    ran = on("codebook", "merge", older, "--base", now)
    assert ran.code == 1 and "(1): «Håp»." in ran.err and "say --remove" in ran.err
    assert on("codes", "--json").out == before
    listed = on("codebook", "merge", older, "--base", now, "--list", "--json").json
    assert listed["changes"] == ["«Håp» is deleted."]
    assert on("codebook", "merge", older, "--base", now, "--remove").code == 0
    assert "Håp" not in on("codes").out
