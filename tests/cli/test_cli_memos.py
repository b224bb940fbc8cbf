"""Memos from the command line."""

from cli_study import Run


def test_write_list_edit_and_link(on: Run) -> None:
    made = on("memos", "add", "Savnet er stort.", "--about", "code:Savn", "--title", "Savn", "--json").json
    where = ("--about", "transkripsjon:P01", "--turn", "4", "--words", "jeg savner hagen")
    assert on("memos", "add", "Hagen igjen.", *where).out.startswith("Wrote a memo on the transcript: Hagen igjen.\n")
    on("memos", "add", "Hvem er jeg her?", "--kind", "reflexive")
    listed = on("memos", "list", "--json").json
    assert [(one["about"], one["name"], one["kind"], one["private"]) for one in listed] == [
        ("study", None, "reflexive", True), ("transcript", "P01", "document", False), ("code", "Savn", "code", False),
    ]  # fmt: skip
    assert listed[1]["words"] == "jeg savner hagen" and listed[2]["id"] == made["memo"]
    ran = on("memos", "edit", made["memo"], "--text", "Savnet er størst.", "--kind", "theory")
    assert ran.out == "Edited a memo on the code: Savnet er størst.\n"
    assert on("memos", "link", made["memo"], "theme:alene blant folk").code == 0
    (found,) = on("memos", "list", "--about", "tema:Alene blant folk", "--json").json
    assert found["links"][0]["name"] == "Alene blant folk" and found["editor"] == "Anna"
    out = on("memos", "list", "--find", "størst").out
    assert "code «Savn»  Anna, " in out and "[theory]" in out and "→ theme «Alene blant folk»" in out
    assert [one["text"] for one in on("memos", "history", made["memo"], "--json").json] == [
        "Savnet er stort.", "Savnet er størst.",
    ]  # fmt: skip
    assert on("memos", "unlink", made["memo"], "theme:Alene blant folk").code == 0
    assert on("memos", "remove", made["memo"]).out == "Removed a memo: Savnet er størst.\n"
    assert on("undo").code == 0 and len(on("memos", "list", "--json").json) == 3


def test_another_coder_sees_no_private_memo(on: Run, cli: Run, study: object) -> None:
    on("memos", "add", "For meg.", "--about", "code:Savn", "--private")
    listed = on("memos", "list", "--private", "--json").json
    assert [one["text"] for one in listed] == ["For meg."] and "[code, private]" in on("memos", "list").out
    ole = ("--study", study, "--coder", "Ole")
    cli(*ole, "codes", "add", "Ny")
    assert cli(*ole, "memos", "list").out == "There are no memos here.\n"
    assert cli(*ole, "memos", "edit", listed[0]["id"], "--text", "nei").code == 1
    assert "For meg" not in cli(*ole, "history").out


def test_wrong_use_of_memos(on: Run) -> None:
    on("memos", "add", "En.")
    memo = on("memos", "list", "--json").json[0]["id"]
    for line in (
        ("add", "x", "--words", "hagen"), ("add", "x", "--about", "code:Savn", "--words", "hagen"),
        ("edit", memo), ("edit", memo, "--private", "--shared"), (),
    ):  # fmt: skip
        assert on("memos", *line).code == 2, line
    for line, words in (
        (("add", "x", "--about", "Savn"), "Write a thing as kind:name"),
        (("add", "x", "--about", "code:Sol"), "no code called «Sol»"),
        (("add", "  "), "A memo needs words"),
        (("link", memo, f"memo:{memo}"), "linked to that already"),
    ):
        ran = on("memos", *line)
        assert ran.code == 1 and words in ran.err
