"""The safety room: backups made and listed, a restore and a repair with the study closed, a check, the doctor."""

from __future__ import annotations

import asyncio
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from seat import NARROW, Play, Seat

from workbench.acts import codebook
from workbench.errors import StoreError
from workbench.store import backups, engine, synced
from workbench.store.backup_names import Reason
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.tui import app as app_module
from workbench.tui.app import WorkbenchApp

AT = datetime(2026, 11, 20, 14, 5, 33)


@pytest.fixture
def kept(study_folder: Path) -> Path:
    """The small study, one backup, and a code made after it."""
    backups.make(study_folder / FILE_NAME, Reason.CLOSE, now=AT)
    with StudyFile.open(study_folder) as study:
        codebook.add(study, "Etterpå")
    return study_folder


def tamper(folder: Path, sql: str) -> None:
    with closing(engine.connect(folder / FILE_NAME)) as other:
        other.execute(sql)


def test_what_a_backup_holds(kept: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("2026-11-20 14:05")
        for words in ("at close", "Codings", "WHAT IS KEPT", "1 act since then", "1 backup"):
            await seat.see(words)

    play(kept, "care", journey)


def test_an_empty_room_says_when_a_backup_is_made(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("There is no backup of this study yet.")
        await seat.press("r")
        await seat.until(lambda: "b makes one" in seat.told)

    play(study_folder, "care", journey)


@pytest.mark.parametrize("size", [(160, 48), NARROW])
def test_one_by_hand(study_folder: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("b")
        await seat.until(lambda: "Backed up: study " in seat.told)
        await seat.see("by hand")
        if size == NARROW:
            await seat.press("tab")
        await seat.see("The study is as this backup holds it.")

    play(study_folder, "care", journey, size)
    assert [one.reason for one in backups.listed(study_folder / FILE_NAME)] == [Reason.HAND]


def test_a_full_disk_is_told(study_folder: Path, play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1000})())

    async def journey(seat: Seat) -> None:
        await seat.press("b")
        await seat.until(lambda: "has 0 MB left" in seat.told)

    play(study_folder, "care", journey)


def test_a_restore_is_asked_for_and_done_with_the_study_closed(kept: Path, play: Play) -> None:
    acts: list[Any] = []

    async def journey(seat: Seat) -> None:
        await seat.see("2026-11-20 14:05")
        await seat.press("r")
        await seat.see("Restore the backup of 2026-11-20 14:05?")
        await seat.press("escape", "r", "1")
        await seat.until(lambda: seat.app.interlude is not None)
        acts.append(seat.app.interlude)

    play(kept, "care", journey)
    folder, told = acts[0].carry_out(kept)
    assert folder == kept and "Restored from study 2026-11-20 14.05.33 at close.workbench" in told
    with StudyFile.open(kept) as study:
        assert "Etterpå" not in {row["name"] for row in study.live("code")}
    assert acts[0].room == "care"
    (kept / FILE_NAME).with_name("backups").rename(kept / "gone")
    assert "could" in acts[0].carry_out(kept)[1] or "cannot" in acts[0].carry_out(kept)[1]


def test_a_restore_to_another_folder(kept: Path, play: Play, tmp_path: Path) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("2026-11-20 14:05")
        await seat.press("r", "2", "end", "ctrl+u")
        await seat.type(str(tmp_path / "copy"))
        await seat.press("enter")
        await seat.until(lambda: "A study was made of it in" in seat.told)
        await seat.press("r", "2", "end", "ctrl+u")
        await seat.type(str(tmp_path / "copy"))
        await seat.press("enter")
        await seat.until(lambda: "already holds a study" in seat.told)

    play(kept, "care", journey)
    with StudyFile.open(tmp_path / "copy") as study:
        assert "Etterpå" not in {row["name"] for row in study.live("code")}


def test_a_check_and_a_repair(kept: Path, play: Play) -> None:
    tamper(kept, "UPDATE code SET status = 'borte' WHERE name = 'Vente'")
    acts: list[Any] = []

    async def journey(seat: Seat) -> None:
        await seat.press("R")
        await seat.until(lambda: "Check first" in seat.told)
        await seat.press("c")
        await seat.see("1 thing is wrong.")
        await seat.see("a value this workbench does not know")
        await seat.see("Vente")
        await seat.press("escape")
        await seat.see("THIS BACKUP")
        await seat.press("C")
        await seat.see("THE CHECK")
        await seat.press("R", "1")
        await seat.until(lambda: seat.app.interlude is not None)
        acts.append(seat.app.interlude)

    play(kept, "care", journey)
    assert "Repaired: 1 row holds a value" in acts[0].carry_out(kept)[1]
    with StudyFile.open(kept) as study:
        assert {row["status"] for row in study.live("code")} == {"active"}
    assert "nothing to repair" in acts[0].carry_out(kept)[1] or "Repaired" in acts[0].carry_out(kept)[1]


def test_a_check_is_stopped(kept: Path, play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    from workbench.store import check as check_module

    reached, real = threading.Event(), check_module.pages.tables

    def slow(look: Any) -> None:
        reached.set()
        for _ in range(2000):
            look.step(0.5)
        real(look)

    parts = [(name, slow if name == "tables" else part, share) for name, part, share in check_module._PARTS]
    monkeypatch.setattr(check_module, "_PARTS", parts)

    async def journey(seat: Seat) -> None:
        await seat.press("c")
        await seat.until(reached.is_set)
        await seat.see("Checking its tables")
        await seat.press("escape")
        await seat.until(lambda: "The check was stopped." in seat.told)

    play(kept, "care", journey)


def test_the_doctor(kept: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("d")
        await seat.see("WHAT THIS MACHINE DOES")
        await seat.see("write-ahead log is safe")
        await seat.press("escape")
        await seat.see("THIS BACKUP")

    play(kept, "care", journey)


def test_a_window_that_only_reads_makes_none(kept: Path) -> None:
    async def sit() -> None:
        with StudyFile.open(kept, read_only=True) as study:
            app = WorkbenchApp(study, "care")
            async with app.run_test(size=(160, 48)) as pilot:
                seat = Seat(app, pilot)
                for key in ("b", "m"):
                    await seat.press(key)
                    await seat.until(lambda: "reading only" in seat.told)
                await seat.press("r")
                await seat.see("Make a study of it in another folder")
                assert "Put it in the place" not in seat.text

    asyncio.run(sit())
    assert len(backups.listed(kept / FILE_NAME)) == 1


# A folder that is shared


@pytest.fixture
def shared(kept: Path) -> Path:
    (kept / ".stfolder").mkdir()
    return kept


@pytest.mark.parametrize(("key", "asked_again"), [("2", True), ("3", False)])
def test_a_shared_folder_is_asked_about(shared: Path, play: Play, key: str, asked_again: bool) -> None:
    async def first(seat: Seat) -> None:
        await seat.see("Syncthing shares this folder")
        await seat.press(key)
        await seat.until(lambda: not seat.room.asking)

    async def second(seat: Seat) -> None:
        await seat.pilot.pause(0.2)
        assert seat.room.asking is asked_again

    play(shared, "home", first)
    play(shared, "home", second)


def test_moving_from_the_question(shared: Path, play: Play, tmp_path: Path) -> None:
    acts: list[Any] = []

    async def journey(seat: Seat) -> None:
        await seat.see("Syncthing shares this folder")
        await seat.press("1")
        await seat.see("Move the study to the folder")
        await seat.press("end", "ctrl+u")
        await seat.type(str(tmp_path / "safe"))
        await seat.press("enter")
        await seat.until(lambda: seat.app.interlude is not None)
        acts.append(seat.app.interlude)

    play(shared, "home", journey)
    folder, told = acts[0].carry_out(shared)
    assert folder == tmp_path / "safe" and "Left in the old folder: .stfolder" in told
    with StudyFile.open(folder) as study:
        assert synced.found(study.folder) is None and study.live("code")
    assert acts[0].room == "home"


# The app around it


def test_the_study_is_closed_for_it_and_opened_again(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.tui.safekeeping import Interlude, moved

    waiting: list[Interlude | None] = [
        Interlude(lambda folder: moved(folder, tmp_path / "new", None)), Interlude(refusing), None
    ]  # fmt: skip
    seen: list[tuple[Path, str | None, str]] = []

    class Shown(WorkbenchApp):
        def __init__(self, study: StudyFile, room: str | None = None, message: str = "", *chosen: Any) -> None:
            super().__init__(study, room, message, *chosen)
            seen.append((study.folder, room, message))

        def run(self, *_: Any, **__: Any) -> int:
            self.interlude = waiting.pop(0)
            codebook.add(self.study, f"Kode {len(seen)}")
            return 0

    monkeypatch.setattr(app_module, "_need_terminal", lambda: None)
    monkeypatch.setattr(app_module, "WorkbenchApp", Shown)
    assert app_module.run(kept) == 0
    new = tmp_path / "new"
    assert [(folder, room) for folder, room, _ in seen] == [(kept, None), (new, "care"), (new, "care")]
    assert seen[1][2].startswith("The study is now in") and seen[2][2] == "No, not today."
    assert not (kept / FILE_NAME).exists()
    # Each time something changed, and each time it was kept as one left.
    assert [one.reason for one in backups.listed(new / FILE_NAME)] == [Reason.CLOSE] * 4


def refusing(folder: Path) -> tuple[Path, str]:
    raise StoreError("No, not today.")


def test_the_app_keeps_backups_while_one_works(kept: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        seat.app.keep_backups()
        assert seat.app.keeper is not None
        seat.app.keeper.tick()
        seat.app.keeper.settle()
        assert backups.listed(kept / FILE_NAME)[0].reason is Reason.WORK
        seat.app.keeper._failure = "The disk is full of cats."
        codebook.add(seat.study, "Mer")
        seat.app.keeper.tick()
        await seat.until(lambda: "full of cats" in seat.told)

    play(kept, "home", journey)
