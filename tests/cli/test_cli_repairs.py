"""Repairs of a transcript from the command line: listed, made, taken back; what is odd."""

from pathlib import Path

import pytest
from cli_study import Run

TALK = (
    "I: Hvordan var det å flytte dit?\n"
    "P07: Det var en ordning i sentralad-\nministrasjonen som het noe helt annet før, og så kom det en ny sjef\n"
    "som ville gjøre alt om igjen, og da måtte vi vente på nytt med det\nhele, og det var ikke så lett for den som "
    "skulle bo der i mel-\nlomtiden, for det var jo ingen som visste hvor lenge det kom til\nå vare, eller om det "
    "i det hele tatt ble noe av, sa de til oss på det\nmøtet, og vi satt der med den ﬁne planen vår og «ventet på "
    "svar hele\u00a0tiden\n"
)


@pytest.fixture
def on07(cli: Run, tmp_path: Path) -> Run:
    """Run a line on a study of its own, with one transcript that had to be repaired."""
    file, folder = tmp_path / "P07.txt", tmp_path / "study"
    file.write_text(TALK, encoding="utf-8")
    assert cli("init", folder, "--name", "Fjell", "--coder", "Ane").code == 0
    assert cli("--study", folder, "import", file).code == 0

    def run(*line: object) -> object:
        return cli("--study", folder, *line)

    return run  # type: ignore[return-value]


def test_they_are_listed_by_kind_as_text_and_json(on07: Run) -> None:
    ran = on07("repairs", "P07")
    assert ran.code == 0 and "mel-⏎lomtiden," in ran.out and "hele‹U+00A0›tiden" in ran.out
    found = on07("repairs", "P07", "list", "--json").json
    assert found["transcript"] == "P07" and found["acts"] == [] == found["odd"]
    fi = next(one for one in found["repairs"] if one["kind"] == "ligature")
    assert (fi["before"], fi["after"], fi["state"], fi["sure"], fi["line"]) == ("ﬁne", "fine", "made", True, 8)
    only = on07("repairs", "P07", "list", "--kind", "ligature", "--json").json["repairs"]
    assert [one["id"] for one in only] == [fi["id"]]


def test_some_are_taken_back_and_made_again_and_undone(on07: Run) -> None:
    found = on07("repairs", "P07", "--json").json["repairs"]
    fi = next(one for one in found if one["kind"] == "ligature")
    ran = on07("repairs", "P07", "back", fi["id"][-4:], "--json")
    assert ran.code == 0 and [act["verb"] for act in ran.json["acts"]] == ["repair.take_back"]
    assert [(one["id"], one["state"]) for one in ran.json["repairs"]] == [(fi["id"], "rejected")]
    assert "stands so already" in on07("repairs", "P07", "back", fi["id"]).err
    assert on07("repairs", "P07", "make", "--kind", "ligature").out == "Made repairs in P07 (1).\n"
    assert on07("repairs", "P07", "make", "--kind", "ligature").out == "Nothing changed; it was so already.\n"
    assert on07("repairs", "P07", "back", "--all").code == 0
    assert {one["state"] for one in on07("repairs", "P07", "--json").json["repairs"]} == {"rejected"}
    assert on07("undo").code == 0 and on07("check").code == 0
    assert on07("repairs", "P07", "--json").json["repairs"] == found


def test_what_words_were_edited_stays_and_is_said(on07: Run) -> None:
    assert on07("turns", "edit", "P07", "2", "Kort.").code == 0
    ran = on07("repairs", "P07", "back", "--all")
    assert ran.code == 0 and "edited since" in ran.out
    fi = next(one for one in on07("repairs", "P07", "--json").json["repairs"] if one["kind"] == "ligature")
    assert "edited since" in on07("repairs", "P07", "back", fi["id"]).err


def test_what_is_odd_is_reported(on07: Run) -> None:
    found = on07("repairs", "P07", "odd", "--json").json["odd"]
    (mark,) = [one for one in found if one["kind"] == "quotation mark not closed"]
    assert {"sign": "«", "count": 1}.items() <= mark.items()
    assert "quotation mark not closed" in on07("repairs", "P07", "odd").out


def test_wrong_use_is_refused(on07: Run) -> None:
    assert on07("repairs", "P07", "make").code == 2
    assert on07("repairs", "P07", "list", "--all").code == 2
    assert on07("repairs", "P07", "odd", "--kind", "nfc").code == 2
    assert "no repair with the id" in on07("repairs", "P07", "make", "zzzz").err
    assert "no transcript" in on07("repairs", "P99").err
