"""`import` on the command line: what is said of each file, what is left out, and what may be chosen."""

from pathlib import Path

import pytest
from cli_study import FIRST, SECOND, Run

TALK = "I: Hva skjedde da?\nP31: Vi tok en pau\ufb01se ved elva \ue000 og gikk.\nI: Ja?\nP31: Ja.\nKari: Hei.\n"
GROUP = "KH: Hva nå?\nTuva: Vi venter på båten.\nKH: Ja?\nJonas: Den kommer.\nKH: Så?\nTuva: Nei.\nJonas: Nei.\n"
VTT = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v P32>Hei på deg.</v>\n\n02:05.000 --> 02:09.000\n<v I>Hei.</v>\n"
SRT = "1\n00:00:01,000 --> 00:00:04,000\nHei på deg.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "filer"
    found.mkdir()
    (found / "P31.txt").write_text(TALK, encoding="utf-8")
    (found / "P32.vtt").write_text(VTT, encoding="utf-8")
    (found / "P32.srt").write_text(SRT, encoding="utf-8")
    (found / "P33.docx").write_bytes(b"PK\x03\x04 ikke noe dokument")
    (found / "kopi.txt").write_text(TALK, encoding="utf-8")
    return found


def test_a_dry_run_says_everything_of_each_file(on: Run, folder: Path) -> None:
    ran = on("import", folder, "--dry-run", "--json")
    assert ran.code == 1
    by_name = {Path(one["file"]).name: one for one in ran.json}
    assert {name: one["state"] for name, one in by_name.items()} == {
        "P31.txt": "ready", "P32.srt": "recording", "P32.vtt": "ready", "P33.docx": "problem", "kopi.txt": "twice",
    }  # fmt: skip
    talk, captions = by_name["P31.txt"], by_name["P32.vtt"]
    assert talk["repairs"] == [{"kind": "ligature", "made": 1, "proposed": 0}] and talk["single"] == ["Kari"]
    assert {one["kind"] for one in talk["odd"]} == {"symbol font", "ligature"}
    assert talk["people"] == [
        {"participant": "P31", "known": False, "attributes": {}, "withdrawn": None, "consent": {}}
    ]  # fmt: skip
    assert (captions["minutes"], captions["turns"], captions["encoding_sure"]) == (3, 2, True)
    assert by_name["P32.srt"]["other"] == "P32.vtt" and by_name["P32.srt"]["error"] is None
    assert by_name["P33.docx"]["error"] and by_name["P33.docx"]["speakers"] == []
    assert {frozenset(one) for one in ran.json} == {frozenset(ran.json[0])}
    assert len(on("transcripts", "--json").json) == 2


def test_lines_fit_the_page(on: Run, folder: Path) -> None:
    ran = on("import", folder, "--dry-run")
    assert all(len(line) <= 80 for line in ran.out.splitlines()[:-1]), ran.out
    assert "Repairs: ligature 1 made, 0 proposed." in ran.out and "minutes: 3" in ran.out
    assert "= the same recording as P32.vtt" in ran.out and "Left out as the same recording: 1." in ran.out


def test_files_are_named(on: Run, folder: Path) -> None:
    ran = on("import", folder, "--take", "p32.SRT", "--take", "P31", "--skip", "kopi.txt", "--json")
    assert ran.code == 0 and [(one["transcript"], one["stored"]) for one in ran.json] == [("P31", True), ("P32", True)]
    assert ran.json[1]["format"] == "srt"
    again = on("import", folder, "--skip", "P33.docx", "--json")
    assert [one["state"] for one in again.json] == ["inside", "inside", "recording", "inside"]
    ran = on("import", folder, "--take", "P99.txt")
    assert ran.code == 1 and "No file is called «p99.txt»" in ran.err


@pytest.mark.parametrize(("which", "made"), [("all", 1), ("sure", 1), ("none", 0)])
def test_repairs_are_made_or_not(on: Run, folder: Path, which: str, made: int) -> None:
    (one,) = on("import", folder / "P31.txt", "--repairs", which, "--json").json
    assert sum(kind["made"] for kind in one["repairs"]) == made and one["stored"]
    words = on("search", "pau*", "--json")
    assert ("pau\ufb01se" in words.out) is (made == 0)


def test_a_withdrawn_participant_is_left_out_unless_named(on: Run, tmp_path: Path) -> None:
    assert on("participants", "withdraw", "P01").code == 0
    file = tmp_path / "P01 igjen.txt"
    file.write_text(FIRST.replace("lange", "korte"), encoding="utf-8")
    ran = on("import", file)
    assert ran.code == 1 and "P01 has withdrawn" in ran.err and "withdrew on" in ran.out
    (one,) = on("import", file, "--dry-run", "--json").json
    assert one["people"][0]["known"] and one["people"][0]["withdrawn"] and one["people"][0]["attributes"]["age"] == "44"
    assert on("import", file, "--take", file.name).code == 0


def test_labels_are_learnt(on: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "Første.txt", tmp_path / "Andre.txt"
    first.write_text(GROUP, encoding="utf-8")
    second.write_text(GROUP.replace("Tuva", "Siri").replace("Jonas", "Per"), encoding="utf-8")
    (one,) = on("import", first, "--dry-run", "--json").json
    assert one["state"] == "who"
    said = ("--speaker", "KH=interviewer", "--speaker", "Tuva=participant:P41", "--speaker", "Jonas=participant:P42")
    assert on("import", first, *said).code == 0
    (one,) = on("import", second, "--dry-run", "--json").json
    assert {who["label"]: who["role"] for who in one["speakers"]}["KH"] == "interviewer"


def test_a_single_name_is_said_to_speak(on: Run, folder: Path) -> None:
    (one,) = on("import", folder / "P31.txt", "--speaker", "Kari=other", "--json").json
    assert [(who["label"], who["role"]) for who in one["speakers"]][-1] == ("Kari", "other") and one["single"] == []


def test_an_unsure_encoding_is_told_with_samples(on: Run, tmp_path: Path) -> None:
    file = tmp_path / "P51.txt"
    file.write_bytes("I: Hva?\nP51: Zoë sa det.\nI: Ja?\nP51: Ja.\n".encode("cp850"))
    (one,) = on("import", file, "--dry-run", "--json").json
    assert one["state"] == "check" and not one["encoding_sure"]
    assert any("Zoë sa det" in other["sample"] for other in one["encodings"])
    shown = on("import", file, "--dry-run").out
    assert "not sure" in shown and "may also be cp850: …" in shown
    (one,) = on("import", file, "--encoding", "cp850", "--dry-run", "--json").json
    assert one["state"] == "ready"


def test_in_bokmaal(on: Run, folder: Path) -> None:
    ran = on("import", folder, "--dry-run", "--language", "nb")
    assert "Rettelser: ligatur 1 gjort, 0 foreslått." in ran.out and "= samme opptak som P32.vtt" in ran.out
    assert "den ble utelatt" in ran.err


def test_a_renamed_copy_of_what_is_inside(on: Run, tmp_path: Path) -> None:
    file = tmp_path / "annet navn.txt"
    file.write_text(SECOND, encoding="utf-8")
    (one,) = on("import", file, "--dry-run", "--json").json
    assert (one["state"], one["other"]) == ("inside", "P02")
