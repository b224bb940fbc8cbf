"""Corrected transcripts from the command line."""

from pathlib import Path

from cli_study import FIRST, SECOND, Run


def corrected(folder: Path, text: str) -> Path:
    file = folder / "P01 rettet.txt"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_corrected_file_is_looked_at_and_taken(on: Run, tmp_path: Path) -> None:
    file = corrected(
        tmp_path, FIRST.replace("De er lange. ", "De er så lange. ").replace("noe å gjøre", "litt å gjøre")
    )
    ran = on("replace", "P01", file, "--dry-run", "--json")
    assert ran.code == 0 and ran.json["replaced"] is False and ran.json["acts"] == []
    assert (ran.json["outcomes"]["exact"], ran.json["outcomes"]["lost"]) == (1, 0)
    assert "1 exact" in on("replace", "P01", file, "--dry-run").out
    assert "så lange" not in on("search", "lange", "--json").out
    ran = on("replace", "P01", file, "--reason", "hørt på nytt")
    assert ran.code == 0 and ran.out.startswith("Replaced P01 with P01 rettet.txt.")
    words = {one["words"] for one in on("codings", "P01", "--json").json}
    assert "savner noen å snakke med" in words
    assert on("replace", "P01", file).code == 1
    assert on("undo").code == 0 and on("check").code == 0


def test_what_waits_is_listed_and_settled(on: Run, tmp_path: Path) -> None:
    assert on("carried", "list").out == "No passage waits for a place.\n"
    file = corrected(tmp_path, FIRST.replace(" Det er fint å ha noe å gjøre.", ""))
    ran = on("replace", "P01", file)
    assert "1 wait for you" in ran.out
    (one,) = on("carried", "list", "--json").json
    assert (one["outcome"], one["old_words"], one["code"], one["waiting"], one["words"]) == (
        "lost", "noe å gjøre", "Hverdag", True, "",
    )  # fmt: skip
    assert "Hverdag" in on("carried", "list", "P01").out
    assert on("carried", "settle", one["id"], "--give-up", "--words", "x").code == 2
    assert on("carried", "settle", one["id"], "--turn", "2").code == 2
    assert on("carried", "settle", one["id"], "--words", "finnes ikke").code == 1
    assert on("carried", "settle", one["id"], "--turn", "2", "--words", "går på verkstedet").code == 0
    assert on("carried", "list", "--json").json == []
    assert len(on("carried", "list", "--all", "--json").json) == 1
    assert "går på verkstedet" in {row["words"] for row in on("codings", "P01", "--json").json}
    assert on("undo").code == 0 and on("carried", "settle", one["id"][-6:], "--give-up").code == 0


def test_the_wrong_file_is_refused(on: Run, tmp_path: Path) -> None:
    file = corrected(tmp_path, SECOND.replace("P02", "P01").replace("gata", "veien"))
    ran = on("replace", "P01", file)
    assert ran.code == 1 and "probably another interview" in ran.err
    assert on("replace", "P01", file, "--force", "--json").json["outcomes"]["lost"] == 2
    assert on("replace", "P01", tmp_path / "no.txt").code == 1


def test_turns_are_corrected(on: Run) -> None:
    assert on("turns", "edit", "P01", "2", "Jeg går på verkstedet. Det er fint å ha noe å gjøre.").code == 0
    assert on("turns", "split", "P01", "2", "Det er fint").code == 0
    ran = on("turns", "speaker", "P01", "Tormod", "3", "--json")
    assert ran.json["acts"][0]["text"] == "Gave turns 3 of P01 to Tormod."
    assert on("turns", "join", "P01", "2", "3").code == 1
    assert on("turns", "speaker", "P01", "P01", "3").code == 0
    assert on("turns", "join", "P01", "2", "3").code == 0
    assert on("turns", "not-data", "P01", "1").code == 0
    assert "not data" in on("speakers", "list", "P01", "--json").out
    assert on("turns", "not-data", "P01", "1", "--data").code == 0
    assert on("turns", "edit", "P01", "99", "x").code == 1
    assert "noe å gjøre" in {row["words"] for row in on("codings", "P01", "--json").json}
    assert on("check").code == 0
