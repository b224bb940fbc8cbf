"""Where one stands is kept as one goes; a study open for reading says so on a narrow screen too."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from seat import Seat

from workbench.errors import StoreError
from workbench.store.lookups import transcripts
from workbench.store.study_file import StudyFile
from workbench.tui import app as app_module
from workbench.tui.app import WorkbenchApp


def test_the_place_survives_a_line_that_drops(play: Any, study_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_module, "_KEEP_PLACE_SECONDS", 0.01)

    async def journey(seat: Any) -> None:
        second = transcripts.named(seat.study, "P02")
        seat.app.open_transcript(second, 5)
        await seat.until(lambda: (seat.study.desk(f"desk.{seat.study.coder_id}") or {}).get("transcript") == second)
        await seat.press("right", "right")
        await seat.until(lambda: seat.study.desk(f"desk.{seat.study.coder_id}")["caret"] == 7)
        # No keep on leaving: the process is simply gone.

    play(study_folder, "home", journey)
    with StudyFile.open(study_folder) as study:
        assert study.desk(f"desk.{study.coder_id}")["room"] == "coding"


def test_reading_only_is_said_on_a_narrow_screen(study_folder: Path) -> None:
    async def sit() -> None:
        with StudyFile.open(study_folder, read_only=True) as study:
            app = WorkbenchApp(study, "quotes")
            async with app.run_test(size=(80, 24)) as pilot:
                seat = Seat(app, pilot)
                await seat.see("READING ONLY")
                await seat.press("s")
                assert "x to cut words" in seat.told
                await seat.press("d")
                await seat.until(lambda: seat.told)
                assert len(study.live("quote")) == 1

    asyncio.run(sit())


def test_a_full_disk_does_not_end_the_screens(play: Any, study_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_module, "_KEEP_PLACE_SECONDS", 0.01)
    tried: list[str] = []

    def full(_: StudyFile, name: str, __: object) -> None:
        tried.append(name.partition(".")[0])
        raise StoreError("The disk is full.")

    async def journey(seat: Any) -> None:
        seat.app.open_transcript(transcripts.named(seat.study, "P02"), 5)
        monkeypatch.setattr(StudyFile, "keep_desk", full)
        await seat.press("right", "less_than_sign", "g", "c")
        await seat.until(lambda: {"desk", "caret"} <= set(tried))
        await seat.press("a")
        await seat.see("Name of the new code")

    play(study_folder, "home", journey)
