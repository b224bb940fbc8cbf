"""Levels of themes, reasons, and versions of the map, from the command line."""

from cli_study import Run


def test_levels_reasons_and_texts(on: Run) -> None:
    texts = ("--includes", "kveldene", "--excludes", "helgene", "--story", "Fra savn til fellesskap.")
    assert on("themes", "define", "Alene blant folk", *texts).code == 0
    assert on("themes", "add", "Tilhørighet", "--concept", "å høre til").code == 0
    assert on("themes", "level", "Tilhørighet", "overarching").out == (
        "Made «Tilhørighet» of this level: overarching theme.\n"
    )
    assert on("themes", "move", "Alene blant folk", "--under", "tilhørighet").code == 0
    ran = on("themes", "gather", "Alene blant folk", "Savn", "--reason", "kjernen i det")
    assert ran.out == "Wrote why «Savn» is under the theme «Alene blant folk».\n"
    top, below = on("themes", "--json").json
    assert (top["name"], top["level"], top["parent"]) == ("Tilhørighet", "overarching", None)
    assert (below["level"], below["parent"], below["story"]) == ("theme", "Tilhørighet", "Fra savn til fellesskap.")
    assert below["reasons"] == {"Ensomhet > Savn": "kjernen i det"}
    out = on("themes").out
    assert "    Alene blant folk  [candidate]" in out and "· Ensomhet > Savn – kjernen i det" in out
    assert "takes in: kveldene" in out
    assert on("themes", "level", "Tilhørighet", "sub-theme").code == 1
    assert on("themes", "move", "Alene blant folk").out == "Let the theme «Alene blant folk» stand on its own: theme.\n"


def test_codes_gathered_in_one_line_are_one_step(on: Run) -> None:
    ran = on("themes", "gather", "Alene blant folk", "Hverdag", "Ensomhet", "--json")
    assert [act["text"] for act in ran.json["acts"]] == ["Put 2 codes under the theme «Alene blant folk»."]
    assert len(on("themes", "--json").json[0]["codes"]) == 4
    on("undo")
    assert len(on("themes", "--json").json[0]["codes"]) == 2
    # One that is there already takes the whole line back.
    assert on("themes", "gather", "Alene blant folk", "Hverdag", "Savn").code == 1
    assert len(on("themes", "--json").json[0]["codes"]) == 2
    on("themes", "release", "Alene blant folk", "Savn", "Utenforskap")
    assert on("themes", "--json").json[0]["codes"] == []


def test_versions_of_the_map(on: Run) -> None:
    assert on("map", "list").out.startswith("No version of the map is kept yet")
    assert on("map", "save", "Vår", "--stage", "initial").out == "Kept the map as «Vår» (initial).\n"
    assert on("map", "diff", "Vår").out == "The two maps are alike.\n"
    on("themes", "rename", "Alene blant folk", "Ensom i mengden")
    on("themes", "release", "Ensom i mengden", "Savn")
    on("map", "save", "Høst", "--stage", "developed")
    assert on("map", "diff", "vår", "høst").out == (
        "The theme «Alene blant folk» is called «Ensom i mengden».\nThe code «Savn» left «Alene blant folk».\n"
    )
    changes = on("map", "diff", "vår", "--json").json
    assert [(one["kind"], one["before"], one["after"]) for one in changes] == [
        ("theme renamed", "Alene blant folk", "Ensom i mengden"), ("code went", "Alene blant folk", None),
    ]  # fmt: skip
    kept = on("map", "list", "--json").json
    assert [(one["name"], one["stage"], one["themes"], one["codes"]) for one in kept] == [
        ("Vår", "initial", 1, 2), ("Høst", "developed", 1, 1),
    ]  # fmt: skip
    assert on("map", "show", "Vår", "--json").json["themes"][0]["codes"] == ["Savn", "Utenforskap"]
    assert "Ensom i mengden  [candidate, theme]" in on("map", "show").out
    assert on("map", "remove", "Vår").code == 0
    assert on("map", "show", "Vår").err == "workbench: No map is kept as «Vår»; see `workbench map list`.\n"
    assert on("map").code == 2


def test_reviews(on: Run) -> None:
    coding = next(one["id"] for one in on("codings", "--json").json if one["code"] == "Savn")
    theme = "Alene blant folk"
    ran = on("review", "add", theme, "--coding", coding, "--verdict", "stretches", "--why", "mer om hagen")
    assert ran.out == "Reviewed P01 turn 4 against the theme «Alene blant folk»: stretches it.\n"
    assert on("review", "add", theme, "--transcript", "P02", "--verdict", "confirmed", "--json").json["review"]
    whole, extract = on("review", "list", "--theme", theme, "--json").json
    assert (whole["level"], whole["verdict"], whole["transcript"], whole["coding"]) == (2, "confirmed", "P02", None)
    assert (extract["level"], extract["why"], extract["words"]) == (1, "mer om hagen", "savner noen å snakke med")
    assert len(on("review", "list", "--level", "1", "--json").json) == 1
    assert on("review", "list", "--theme", theme).out.endswith("Reviewed: 1 of 2 passages, 1 of 2 transcripts.\n")
    assert on("review", "remove", whole["id"]).code == 0
    assert len(on("review", "list", "--json").json) == 1
    for line in (
        ("--verdict", "fits"), ("--coding", coding, "--transcript", "P01", "--verdict", "fits"),
        ("--coding", coding, "--verdict", "confirmed"), ("--coding", coding),
    ):  # fmt: skip
        assert on("review", "add", theme, *line).code == 2
