"""Coding, listing codings and quotes, suggestions."""

from pathlib import Path

import pytest
from cli_study import Run


def _ids(on: Run) -> list[str]:
    return [one["id"] for one in on("codings", "--json").json]


def test_code_a_passage(on: Run) -> None:
    ran = on("code", "P01", "--turn", "4", "--words", "De er lange.", "--code", "hverdag", "--memo", "tonefallet")
    assert ran.code == 0
    assert ran.out.startswith("Coded P01 turn 4 as «Hverdag».\nThe coding has the id ")
    (one,) = [one for one in on("codings", "P01", "--json").json if one["words"] == "De er lange."]
    assert (one["code"], one["coder"], one["turn"], one["memo"], one["origin"]) == (
        "Hverdag", "Anna", 4, "tonefallet", "hand",
    )  # fmt: skip
    assert one["end"] - one["start"] == len("De er lange.")


def test_code_with_a_new_code(on: Run) -> None:
    ran = on("code", "P02", "--words", "dugnad", "--code", "Før", "--new", "--under", "Hverdag", "--json")
    assert ran.json["acts"][0]["text"] == "Made «Før» and coded P02 turn 4."
    assert ran.json["coding"] in _ids(on)
    assert [one["path"] for one in on("codes", "--json").json if one["name"] == "Før"] == ["Hverdag > Før"]
    assert on("code", "P02", "--words", "kaffe", "--code", "Før", "--new", "--under", "Hverdag").code == 1


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (("P09", "--words", "hagen", "--code", "Savn"), "no transcript «P09»"),
        (("P01", "--words", "månen", "--code", "Savn"), "are not in P01"),
        (("P01", "--words", "savner", "--code", "Savn"), "occur more than once"),
        (("P01", "--turn", "99", "--words", "hagen", "--code", "Savn"), "has no turn 99"),
        (("P01", "--words", "hagen", "--code", "Savm"), "did you mean «Savn»"),
        (("P01", "--turn", "4", "--words", "savner noen å snakke med", "--code", "Savn"), "already"),
    ],
)
def test_code_refused(on: Run, line: tuple[str, ...], sentence: str) -> None:
    before = _ids(on)
    ran = on("code", *line)
    assert ran.code == 1 and ran.out == "" and sentence in ran.err
    assert _ids(on) == before


@pytest.mark.parametrize(
    "line",
    [(), ("P01",), ("P01", "--words", "hagen"), ("P01", "--words", "x", "--code", "y", "--under", "z"),
     ("P01", "--file", "x.csv"), ("P01", "--words", "x", "--code", "y", "--turn", "two"), ("--colour", "red")],
)  # fmt: skip
def test_wrong_use(on: Run, line: tuple[str, ...]) -> None:
    ran = on("code", *line)
    assert ran.code == 2 and ran.out == "" and ran.err.strip()


def test_codings_from_a_file(on: Run, tmp_path: Path) -> None:
    file = tmp_path / "mer.csv"
    file.write_text(
        "transcript;turn;words;code;memo\n"
        "P02;2;Naboene hilser aldri;Utenforskap;\n"
        "P02;2;Naboene danser;Utenforskap;\n"
        "P02;2;Jeg føler meg utenfor;Utenforskap;\n"
        "P02;4;kaffe;Månen;\n",
        encoding="utf-8-sig",
    )
    ran = on("code", "--file", file, "--json")
    assert ran.code == 1
    assert ran.json["added"] == 1 and len(ran.json["refused"]) == 2
    assert "mer.csv row 3" in ran.json["refused"][0] and "mer.csv row 5" in ran.json["refused"][1]
    assert ran.err.count("workbench: ") == 2
    assert len(_ids(on)) == 4
    assert on("undo").code == 0 and len(_ids(on)) == 3


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"transcript,words,code\n", "lacks the column turn"),
        (b"transcript,turn,words,code\nP01,two,hagen,Savn\n", "row 2: «two»"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"", "lacks the column"),
        (b'transcript,turn,words,code\nP01,4,"hagen\0,Savn\n', ""),
    ],
)
def test_bad_coding_files(on: Run, tmp_path: Path, content: bytes, sentence: str) -> None:
    file = tmp_path / "bad.csv"
    file.write_bytes(content)
    ran = on("code", "--file", file)
    assert ran.code == 1 and sentence in ran.err and "Traceback" not in ran.err
    assert len(_ids(on)) == 3
    assert on("code", "--file", tmp_path / "none.csv").code == 1


def test_uncode_by_the_shown_ending(on: Run) -> None:
    shown = on("codings", "P02").out.split()[0]
    assert len(shown) < 13
    ran = on("uncode", shown.upper())
    assert ran.code == 0 and ran.out == "Dropped «Utenforskap» from P02 turn 2.\n"
    assert on("codings", "P02", "--json").json == []
    assert "There are no codings here" in on("codings", "P02").out
    assert on("uncode", shown).code == 1
    assert on("uncode", "ikke-en-id").code == 1


def test_quotes_of_a_code(on: Run) -> None:
    alone = on("quotes", "--code", "Ensomhet", "--json")
    assert alone.json == []
    below = on("quotes", "--code", "ensomhet", "--children", "--context", "8", "--json").json
    assert [(one["participant"], one["turn"], one["code"]) for one in below] == [
        ("P01", 4, "Savn"), ("P02", 2, "Utenforskap"),
    ]  # fmt: skip
    assert below[0]["before"].endswith("Jeg ") and len(below[0]["before"]) == 8 and len(below[0]["after"]) == 8
    shown = on("quotes", "--code", "Savn", "--context", "8").out
    assert (
        "[savner noen å snakke med]" in shown and "P01 turn 4" in shown and "Passages with the code «Savn»: 1" in shown
    )
    assert "memo: sterkt sagt" in on("quotes", "--code", "Utenforskap").out
    assert on("quotes").code == 2
    assert on("quotes", "--code", "Savn", "--context", "-1").code == 2


def test_quotes_of_a_merged_code_name_the_heir(on: Run) -> None:
    assert on("codes", "merge", "Savn", "Utenforskap").code == 0
    ran = on("quotes", "--code", "Savn")
    assert ran.code == 1 and "merged into «Utenforskap»" in ran.err
    assert len(on("quotes", "--code", "Utenforskap", "--json").json) == 2


def test_suggestions(on: Run) -> None:
    ran = on("suggest", "--text", "Jeg savner noen å prate med om kvelden, det er så stille her", "--json")
    assert ran.code == 0 and set(ran.json) == {"verdict", "suggestions", "nearest"}
    located = on("suggest", "--transcript", "P01", "--turn", "4", "--words", "jeg savner hagen")
    assert located.code == 0 and located.out.strip()
    whole = on("suggest", "--transcript", "P01", "--turn", "4", "--json")
    assert set(whole.json) == {"verdict", "suggestions", "nearest"}
    assert on("suggest", "--transcript", "P01", "--turn", "9").code == 1
    for wrong in ((), ("--transcript", "P01"), ("--text", "x", "--transcript", "P01", "--turn", "2"), ("--turn", "2")):
        assert on("suggest", *wrong).code == 2
    assert on("set", "assist", "off").code == 0
    assert on("suggest", "--text", "noe annet").code == 1


def test_what_is_said_of_a_coding(on: Run) -> None:
    on("set", "round", "2")
    marks = ("--stance", "contradicts", "--level", "latent", "--uncertain", "--important")
    assert on("code", "P02", "--words", "dugnad", "--code", "Savn", *marks).code == 0
    (one,) = [one for one in on("codings", "--json").json if one["words"] == "dugnad"]
    assert (one["stance"], one["level"], one["certain"], one["important"], one["round"]) == (
        "contradicts", "latent", False, True, 2,
    )  # fmt: skip
    assert "  [latent · contradicts · uncertain · important · round 2]" in on("codings").out
    ran = on("mark", one["id"], "--stance", "unset", "--certain", "--not-important", "--json")
    assert [act["text"] for act in ran.json["acts"]] == ["Marked «Savn» in P02 turn 4."]
    (now,) = [other for other in on("codings", "--json").json if other["id"] == one["id"]]
    assert (now["stance"], now["level"], now["certain"], now["important"]) == ("", "latent", True, False)
    assert on("undo").code == 0
    assert one in on("codings", "--json").json
    assert {one["round"] for one in on("codings", "P01", "--json").json} == {1}


@pytest.mark.parametrize(
    "line", [("--certain", "--uncertain"), (), ("--important", "--not-important"), ("--stance", "odd")]
)
def test_wrong_use_of_mark(on: Run, line: tuple[str, ...]) -> None:
    assert on("mark", _ids(on)[0], *line).code == 2


@pytest.mark.parametrize("value", ["0", "two", "100", "-1"])
def test_a_round_is_a_small_whole_number(on: Run, value: str) -> None:
    ran = on("set", "round", "--", value)
    assert ran.code == 1 and "from 1 to 99" in ran.err
    assert on("set", "--json").json["settings"]["round"] == "1"
