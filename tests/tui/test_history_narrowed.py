"""The history narrowed by keys, its rows turned page by page, and handed out as a file."""

import json
from datetime import date
from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.acts import codebook, people
from workbench.store.study_file import StudyFile
from workbench.study.ids import new_guid
from workbench.words import use


def lines(seat: Seat) -> list[str]:
    return [line.verb for line in seat.room.query_one("#list").items]  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_each_question_narrows_and_esc_widens_step_by_step(
    study_folder: Path, play: Play, size: tuple[int, int]
) -> None:
    async def journey(seat: Seat) -> None:
        everything = lines(seat)
        await seat.press("t")
        await seat.type("codes")
        await seat.press("enter")
        await seat.until(lambda: set(lines(seat)) == {"code.add"})
        assert "history · codes" in seat.text and "Fitting acts: 4" in seat.told
        await seat.press("slash")
        await seat.type("vente")
        await seat.press("enter")
        await seat.until(lambda: lines(seat) == ["code.add"])
        assert "codes · «vente»" in seat.text
        await seat.press("escape")
        await seat.until(lambda: len(lines(seat)) == 4)
        await seat.press("escape")
        await seat.until(lambda: lines(seat) == everything)
        assert "history ·" not in seat.text and seat.room.ROOM == "history"
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "home")

    play(study_folder, "history", journey, size)


def test_who_when_and_state(study_folder: Path, play: Play) -> None:
    with StudyFile.open(study_folder) as study:
        with study.noting("coder.add", {"name": "Bo"}) as writer:
            bo = writer.insert("coder", {"guid": new_guid(), "name": "Bo"})
        anna, study.coder_id = study.coder_id, bo
        codebook.add(study, "Bos kode")
        study.coder_id = anna
        codebook.add(study, "Angret kode")
        study.undo()

    async def journey(seat: Seat) -> None:
        await seat.press("a")
        await seat.type("bo")
        await seat.press("enter")
        await seat.until(lambda: lines(seat) == ["code.add"])
        assert "Bos kode" in seat.text and "history · Bo" in seat.text
        await seat.press("escape", "s", "3")
        await seat.until(lambda: len(lines(seat)) == 1)
        assert "Angret kode" in seat.text and "are undone" in seat.text
        await seat.press("escape", "d")
        await seat.type("2020-01-01..2020-12-31")
        await seat.press("enter")
        await seat.until(lambda: not lines(seat))
        assert "2020-01-01–2020-12-31" in seat.text and "Nothing in the history fits" in seat.text
        await seat.press("d")
        await seat.type(date.today().isoformat())
        await seat.press("enter")
        await seat.until(lambda: len(lines(seat)) > 5)
        await seat.press("d")
        await seat.type("når som helst")
        await seat.press("enter")
        await seat.see("no time I know")
        assert len(lines(seat)) > 5

    play(study_folder, "history", journey)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_many_rows_are_turned_page_by_page(empty_study: Path, play: Play, size: tuple[int, int]) -> None:
    with StudyFile.open(empty_study) as study:
        rows = [{"p": f"Q{number:02}", "age": str(20 + number % 60)} for number in range(50)]
        people.take_table(study, rows, "p", add_unknown=True)

    async def journey(seat: Seat) -> None:
        await seat.press("greater_than_sign")
        await seat.see("Open an act with many rows first")
        await seat.press("enter")
        await seat.see("rows 1–40 of 100")
        await seat.press("greater_than_sign", "greater_than_sign")
        await seat.see("rows 81–100 of 100")
        assert "Q40" in seat.text and "Q20" not in seat.text
        await seat.press("greater_than_sign")
        await seat.see("no more rows that way")
        await seat.press("less_than_sign")
        await seat.see("rows 41–80 of 100")
        await seat.press("escape")
        await seat.until(lambda: "WHAT IT TOUCHED" not in seat.text)

    play(empty_study, "history", journey, size)


def test_what_is_shown_is_written_to_a_file(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("t")
        await seat.type("codes")
        await seat.press("enter")
        await seat.see("history · codes")
        await seat.press("w", "2", "enter")
        await seat.see("Wrote 4 acts")
        file = study_folder / "exports" / "history.jsonl"
        written = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        assert [one["verb"] for one in written] == ["code.add"] * 4
        assert seat.study.live("export")[0]["file"] == "history.jsonl"
        await seat.press("w", "2", "enter")
        await seat.see("history.jsonl")
        await seat.press("2")
        await seat.see("Nothing was written")
        await seat.press("w", "1", "enter")
        await seat.see("Wrote 4 acts")
        assert file.with_suffix(".html").read_text(encoding="utf-8").count("<article") == 4

    play(study_folder, "history", journey)


def test_a_refused_export_is_told_and_leaves_nothing(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("w", "1", "ctrl+u")
        await seat.type("nowhere~there")
        await seat.press("enter")
        await seat.until(lambda: seat.told)
        await seat.press("w", "1", "ctrl+u", "enter")
        await seat.until(lambda: "file" in seat.told)

    play(study_folder, "history", journey)


def test_in_norwegian(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("t")
        await seat.type("koder")
        await seat.press("enter")
        await seat.see("historikk · koder")
        assert "la til koden «Vente»" in seat.text
        await seat.press("d")
        await seat.type("i dag")
        await seat.press("enter")
        await seat.see(date.today().isoformat())

    use("nb")
    play(study_folder, "history", journey)
