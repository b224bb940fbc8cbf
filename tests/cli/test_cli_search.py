"""Searching, keeping searches and coding what was found, from the command line."""

import json

import pytest
from cli_study import Run


def test_what_is_found_and_how_it_is_told(on: Run) -> None:
    told = on("search", "savner")
    assert told.code == 0
    assert "[savner]" in told.out and "1 hit.\n" in told.out


def test_json_gives_places_in_the_transcript(on: Run) -> None:
    found = json.loads(on("search", "hagen", "--json").out)
    assert found["total"] == len(found["hits"]) > 0
    hit = found["hits"][0]
    start, end = hit["marks"][0]
    assert hit["start"] <= start < end <= hit["end"]


def test_nothing_to_search_for(on: Run) -> None:
    assert on("search").code == 2


def test_a_search_is_kept_run_and_removed(on: Run) -> None:
    assert on("search", "hagen", "--keep", "Hage").code == 0
    assert "Hage" in on("searches").out
    whole = json.loads(on("search", "--saved", "hage", "--json").out)["total"]
    assert whole == json.loads(on("search", "hagen", "--json").out)["total"]
    assert on("searches", "--remove", "Hage").code == 0
    assert "Hage" not in on("searches").out
    assert on("search", "--saved", "Hage").code == 1


def test_coding_what_was_found_asks_first_and_is_one_step(on: Run) -> None:
    before = len(json.loads(on("codings", "--json").out))
    assert "--yes" in on("search", "hagen", "--code", "Savn").out
    assert len(json.loads(on("codings", "--json").out)) == before
    assert on("search", "hagen", "--code", "Savn", "--unit", "words", "--yes").code == 0
    codings = json.loads(on("codings", "--json").out)
    assert {one["words"] for one in codings if one["origin"] == "search"} == {"hagen"}
    assert on("undo").code == 0
    assert len(json.loads(on("codings", "--json").out)) == before


@pytest.mark.parametrize("typed", ['"', "AND", "*", "/(/", "((((", "NEAR(", "who:nobody", "-bare"])
def test_odd_searches_end_with_a_sentence(on: Run, typed: str) -> None:
    told = on("search", "--limit", "3", "--", typed)
    assert told.code in (0, 1)
    assert "Traceback" not in told.err and "should not have" not in told.err


def test_who_says_it_is_told(on: Run) -> None:
    told = on("search", "speaker:participant")
    found = json.loads(on("search", "speaker:participant", "--json").out)
    assert sum(found["participants"].values()) + found["others"] == found["total"]
    assert f"by participant ({len(found['participants'])}): " in told.out
    assert "by participant" not in on("search", "xyzzy").out


def test_regular_expressions_are_counted_to_the_end(on: Run) -> None:
    every = json.loads(on("search", "/e/", "--json").out)
    few = json.loads(on("search", "/e/", "--json", "--limit", "1").out)
    assert len(few["hits"]) == 1 < few["total"] == every["total"] and not few["more"]
    assert few["participants"] == every["participants"] != {}


def test_the_language_is_explained(on: Run) -> None:
    told = on("search", "--syntax")
    assert told.code == 0 and "NEAR(" in told.out and "who:P07" in told.out
    assert {"example", "finds"} == set(json.loads(on("search", "--syntax", "--json").out)[0])
    assert "NÆR(" in on("search", "--syntax", "--language", "nb").out


def test_a_search_of_definitions_is_kept_as_such(on: Run) -> None:
    assert on("search", "savn", "--notes", "--keep", "Notater").code == 0
    assert [one["notes"] for one in json.loads(on("searches", "--json").out)] == [True]
    assert json.loads(on("search", "--saved", "Notater", "--json").out) == json.loads(
        on("search", "savn", "--notes", "--json").out
    )


def test_dots_stand_for_what_an_excerpt_leaves_out(on: Run) -> None:
    hits = json.loads(on("search", "is:coded", "--json").out)["hits"]
    cut = [hit for hit in hits if len(hit["excerpt"]) < hit["end"] - hit["start"]]
    assert on("search", "is:coded").out.count(" …\n") == len(cut)


def test_what_was_written_is_not_coded(on: Run) -> None:
    on("search", "savn", "--notes", "--keep", "Notater")
    told = on("search", "--saved", "Notater", "--code", "Savn", "--yes")
    assert told.code == 2 and "not coded" in told.err
