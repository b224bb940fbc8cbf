"""Making a study, taking files in, people, history, settings."""

import time
from pathlib import Path

import pytest
from cli_study import FIRST, SECOND, Run

from workbench.store.study_file import FILE_NAME


def test_init_says_what_it_made(cli: Run, tmp_path: Path) -> None:
    ran = cli("init", tmp_path / "ny", "--name", "Ny studie", "--coder", "Bo")
    assert (ran.code, ran.err) == (0, "")
    assert "«Ny studie»" in ran.out and "You code as Bo" in ran.out
    assert (tmp_path / "ny" / FILE_NAME).is_file()
    again = cli("init", tmp_path / "ny", "--coder", "Bo")
    assert again.code == 1 and again.out == ""
    assert again.err.startswith("workbench: ") and "already holds a study" in again.err


def test_init_takes_the_name_of_the_folder_and_the_language(cli: Run, tmp_path: Path) -> None:
    ran = cli("--json", "init", "--study", tmp_path / "felt", "--language", "en", "--coder", "Bo")
    assert ran.json == {"folder": str(tmp_path / "felt"), "name": "felt", "language": "en", "coder": "Bo",
                        "recovery_key": ""}  # fmt: skip


def test_nothing_is_made_read_only(cli: Run, tmp_path: Path) -> None:
    for verb in ("init", "demo"):
        ran = cli(verb, tmp_path / "ny", "--read-only")
        assert ran.code == 2 and "--read-only" in ran.err and not (tmp_path / "ny").exists()


def test_no_study_here(cli: Run, tmp_path: Path) -> None:
    ran = cli("codes", "--study", tmp_path)
    assert ran.code == 1
    assert "no study" in ran.err and "workbench init" in ran.err and "Traceback" not in ran.err


def test_import_previews_and_stores(on: Run, template: Path, tmp_path: Path) -> None:
    file = tmp_path / "P03.txt"
    file.write_text(FIRST.replace("P01", "P03"), encoding="utf-8")
    dry = on("import", file, "--dry-run")
    assert dry.code == 0 and "words: " in dry.out and "interviewer" in dry.out and "participant P03" in dry.out
    assert "P03" not in on("transcripts").out
    stored = on("import", file)
    assert stored.code == 0 and "1 of 1" in stored.out
    assert "P03" in on("transcripts").out


def test_import_as_json(on: Run, tmp_path: Path) -> None:
    file = tmp_path / "P03.txt"
    file.write_text(FIRST.replace("P01", "P03"), encoding="utf-8")
    (one,) = on("import", file, "--json").json
    assert (one["transcript"], one["format"], one["encoding"], one["turns"]) == ("P03", "txt", "utf-8", 4)
    assert one["stored"] is True and one["error"] is None
    assert [(who["label"], who["role"], who["participant"]) for who in one["speakers"]] == [
        ("Intervjuer", "interviewer", ""), ("P03", "participant", "P03"),
    ]  # fmt: skip


def test_one_bad_file_does_not_stop_the_rest(on: Run, tmp_path: Path) -> None:
    good, bad, empty = tmp_path / "P04.txt", tmp_path / "P05.docx", tmp_path / "P06.txt"
    good.write_text(SECOND.replace("P02", "P04"), encoding="utf-8")
    bad.write_bytes(b"PK\x03\x04 this is no document")
    empty.write_text("", encoding="utf-8")
    ran = on("import", bad, good, empty, tmp_path / "missing.txt")
    assert ran.code == 1 and "1 of 4" in ran.out
    sentences = ran.err.strip().split("\n")
    assert len(sentences) == 3 and all(one.startswith("workbench: ") for one in sentences)
    assert "Traceback" not in ran.err
    assert [card["name"] for card in on("transcripts", "--json").json] == ["P01", "P02", "P04"]


def test_the_same_file_twice(on: Run, template: Path) -> None:
    dry = on("import", template / "P01.txt", "--dry-run")
    assert dry.code == 1 and "in the study already" in dry.err
    assert on("import", template / "P01.txt").code == 1
    assert len(on("transcripts", "--json").json) == 2


def test_saying_who_speaks(on: Run, tmp_path: Path) -> None:
    file = tmp_path / "samtale.txt"
    file.write_text(FIRST.replace("Intervjuer", "A").replace("P01", "B"), encoding="utf-8")
    ran = on("import", file, "--speaker", "A=interviewer", "--speaker", "B=participant:P09", "--json")
    assert [(who["label"], who["role"], who["participant"]) for who in ran.json[0]["speakers"]] == [
        ("A", "interviewer", ""), ("B", "participant", "P09"),
    ]  # fmt: skip
    assert on("participants", "--json").json[-1]["label"] == "P09"


def test_wrong_speakers(on: Run, tmp_path: Path) -> None:
    file = tmp_path / "P07.txt"
    file.write_text(FIRST, encoding="utf-8")
    assert on("import", file, "--speaker", "P01").code == 2
    assert on("import", file, "--speaker", "P01=king").code == 2
    ran = on("import", file, "--speaker", "Ola=interviewer")
    assert ran.code == 1 and "«Ola»" in ran.err and "«P01»" in ran.err
    assert len(on("transcripts", "--json").json) == 2


def test_the_encoding_can_be_said(on: Run, tmp_path: Path) -> None:
    file = tmp_path / "P08.txt"
    file.write_bytes(FIRST.replace("P01", "P08").encode("cp865"))
    ran = on("import", file, "--encoding", "cp865", "--json")
    assert ran.code == 0 and ran.json[0]["encoding"] == "cp865"
    assert on("code", "P08", "--turn", "2", "--words", "Jeg går på verkstedet", "--code", "Hverdag").code == 0
    file.write_text("Hei, dette er noe helt annet nå.", encoding="utf-8")
    assert on("import", file, "--encoding", "klingon").code == 1


def test_people(on: Run, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("deltaker,rolle\nP01,snekker\nP77,kokk\n", encoding="utf-8")
    refused = on("people", "import", table)
    assert refused.code == 1 and "P77" in refused.err and "--add" in refused.err
    taken = on("people", "import", table, "--add", "--json")
    assert (taken.json["rows"], taken.json["changed"]) == (2, 2)
    assert on("people", "set", "p02", "role", "baker").code == 0
    people = {one["label"]: one["attributes"] for one in on("participants", "--json").json}
    assert people["P01"] == {"gender": "Kvinne", "age": "44", "role": "snekker"}
    assert people["P02"]["role"] == "baker" and people["P77"] == {"role": "kokk"}
    shown = on("participants").out
    assert "snekker" in shown and "gender" in shown
    assert on("people", "set", "P99", "role", "x").code == 1
    assert on("people", "set", "P01", "age", "gammel").code == 1
    assert on("people").code == 2


def test_transcripts(on: Run) -> None:
    one, two = on("transcripts", "--json").json
    assert (one["name"], one["participant"], one["turns"], one["codings"], one["read"]) == ("P01", "P01", 4, 2, False)
    assert two["codings"] == 1
    assert "P02" in on("transcripts").out


def test_undo_and_redo_across_processes(on: Run) -> None:
    def names() -> list[str]:
        return [code["name"] for code in on("codes", "--json").json]

    before = names()
    assert on("codes", "rename", "Savn", "Lengsel").code == 0
    assert on("codes", "add", "Håp").code == 0
    undone = on("undo", "--count", "2")
    assert undone.code == 0 and names() == before
    assert undone.out == "Took back: added the code «Håp».\nTook back: renamed «Savn» to «Lengsel».\n"
    redone = on("redo", "--json")
    assert redone.json["acts"][0]["verb"] == "code.rename" and redone.json["acts"][0]["kind"] == "redo"
    assert "Lengsel" in names() and "Håp" not in names()
    assert on("redo").out == "Did again: added the code «Håp».\n"
    last = on("redo")
    assert last.code == 1 and last.err == "workbench: There is nothing to redo.\n"


def test_redo_by_somebody_new_does_not_lose_what_was_undone(cli: Run, study: Path) -> None:
    home = ("--study", study)
    assert cli(*home, "codes", "add", "Håp").code == 0
    assert cli(*home, "undo").code == 0
    assert cli(*home, "redo", "--coder", "Nykommer").code == 0
    assert "Håp" in cli(*home, "codes").out


def test_undo_more_than_there_is(on: Run) -> None:
    ran = on("undo", "--count", "1000")
    assert ran.code == 0 and "No more steps" in ran.out
    assert on("undo").code == 1
    assert on("undo", "--count", "0").code == 2


def test_history(on: Run) -> None:
    lines = on("history", "--json", "--limit", "2").json
    assert [line["verb"] for line in lines] == ["theme.gather_many", "theme.add"]
    assert lines[0]["coder"] == "Anna" and lines[0]["text"] == "put 2 codes under the theme «Alene blant folk»"
    on("undo")
    shown = on("history", "--limit", "2").out.split("\n")
    assert shown[0].endswith("took back: put 2 codes under the theme «Alene blant folk»")
    assert shown[1].endswith("(taken back)")
    assert "la til temaet «Alene blant folk»" in on("history", "--language", "nb").out
    assert on("history", "--limit", "0").code == 2


def test_settings_of_the_study(on: Run) -> None:
    assert on("set", "--json").json["settings"] == {
        "attribution": "{gender} i {age_band}", "insert_style": "ellipses", "assist": "on", "round": "1",
        "small_number": "5",
    }  # fmt: skip
    assert on("set", "insert_style", "plain").code == 0
    assert on("set", "attribution", "{gender} ({age})", "--json").json["settings"]["insert_style"] == "plain"
    assert "{gender} ({age})" in on("set").out
    assert on("set", "attribution", "{height}").code == 1
    assert on("set", "insert_style", "fancy").code == 1
    assert on("set", "colour", "red").code == 1
    assert on("set", "assist").code == 2


def test_reading_works_while_somebody_is_at_the_desk(on: Run, study: Path) -> None:
    from workbench.store.study_file import StudyFile

    with StudyFile.open(study):
        assert on("codes").code == 0
        busy = on("codes", "add", "Håp")
    assert busy.code == 1 and "open in another workbench" in busy.err
    assert on("codes", "add", "Håp").code == 0


def test_read_only_refuses_changes(on: Run) -> None:
    ran = on("--read-only", "codes", "add", "Håp")
    assert ran.code == 1 and "reading only" in ran.err
    assert "Håp" not in on("codes").out


def test_the_coder_is_kept(cli: Run, study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = ("--study", study)
    assert cli(*where, "code", "P01", "--words", "hagen", "--code", "Savn", "--coder", "Bo").code == 0
    monkeypatch.setenv("WORKBENCH_CODER", "Cecilie")
    assert cli(*where, "code", "P01", "--words", "hagen", "--code", "Hverdag").code == 0
    coders = {one["words"] + one["code"]: one["coder"] for one in cli(*where, "codings", "P01", "--json").json}
    assert (coders["hagenSavn"], coders["hagenHverdag"]) == ("Bo", "Cecilie")
    assert {one["coder"] for one in cli(*where, "codings", "--coder-name", "bo", "--json").json} == {"Bo"}
    assert cli(*where, "codings", "--coder-name", "Dag").code == 1


def test_history_shows_the_time_here(on: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process cannot be set on this system")
    at = on("history", "--limit", "1", "--json").json[0]["at"]
    monkeypatch.setenv("TZ", "XST-9")
    time.tzset()
    try:
        shown = on("history", "--limit", "1").out
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()
    hour = (int(at[11:13]) + 9) % 24
    assert shown[11:19] == f"{hour:02d}{at[13:19]}"
