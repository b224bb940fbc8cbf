"""Five hundred files in the import room: rows appear while keys pass, esc stops at once, and all are taken in."""

import asyncio
import hashlib
import time
from pathlib import Path
from typing import Any

import pytest
from seat import Play, Seat

from workbench.jobs.registry import Bench, run_inline
from workbench.store.lookups import transcripts as lookup
from workbench.tui.screens.intake import Intake
from workbench.tui.screens.intake_list import is_sheet

MANY = 500


class Quick:
    """A helper that answers from one reading: each file is the same talk under its own name and hash."""

    restarts = 0

    def __init__(self, folder: Path, stop_at: int = 0) -> None:
        model = folder / "model.txt"
        model.write_text("I: Hva skjedde?\nP00: Vi satt og ventet på båten hele den kvelden.\n" * 2, encoding="utf-8")
        self._bench = Bench()
        self._summary = run_inline("transcripts.summary", {"path": str(model)}, bench=self._bench)["summary"]
        self._whole = run_inline("transcripts.read", {"path": str(model)}, bench=self._bench)["preview"]
        self.stop_at, self.asked, self.called_off = stop_at, 0, False
        self.changed = ""

    async def call(self, job: str, args: Any, progress: Any = None, call_id: int | None = None) -> Any:
        if job == "transcripts.files":
            return {"files": [f"/et/sted/F{number:03d}.txt" for number in range(MANY)], "problems": []}
        self.asked += 1
        if self.asked == self.stop_at:
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                self.called_off = True
                raise
        await asyncio.sleep(0)
        path = args["path"]
        own = {"path": path, "name": Path(path).stem, "sha256": hashlib.sha256(path.encode()).hexdigest()}
        own["original"] = own["sha256"][:16]
        if self.changed and path.endswith(self.changed):
            own["sha256"] = "0" * 64
        return (
            {"summary": self._summary | own} if job == "transcripts.summary" else {"preview": self._whole | own}
        )  # fmt: skip

    async def close(self) -> None: ...


@pytest.fixture
def folder(empty_study: Path) -> Path:
    (empty_study / "corpus").mkdir()
    return empty_study


def test_a_recognisers_table_is_no_sheet(tmp_path: Path) -> None:
    for name, content in (("w.tsv", b"start\tend\ttext\n0\t900\tHei\n"), ("p.tsv", b"deltaker\talder\nP1\t4\n")):
        (tmp_path / name).write_bytes(content)
    sheets = ("p.tsv", "x.csv", "x.xlsx", "x.ods", "none.tsv")
    assert [name for name in ("w.tsv", "x.txt", *sheets) if is_sheet(tmp_path / name)] == list(sheets)


def room(seat: Seat) -> Intake:
    assert isinstance(seat.room, Intake)
    return seat.room


def count(seat: Seat) -> int:
    return len(lookup.cards(seat.study))


def test_five_hundred_are_read_and_esc_stops_at_once(folder: Path, play: Play, tmp_path: Path) -> None:
    async def journey(seat: Seat) -> None:
        helper = Quick(tmp_path, stop_at=251)
        seat.app._helper = helper
        await seat.press("enter", "enter")
        await seat.until(lambda: helper.asked == 251, "for half of the files")
        assert room(seat).found and "Reading 251 of 500" in seat.told
        await seat.until(lambda: len(room(seat).list.items) == 250)
        await seat.press("down", "down")
        begun = time.monotonic()
        await seat.press("escape")
        await seat.until(lambda: helper.called_off)
        assert time.monotonic() - begun < 2
        await seat.see("Stopped; 250 files were read")
        assert len(room(seat).list.items) == 250
        # What was read can be taken in.
        await seat.press("a")
        await seat.see("Took in F002")
        assert count(seat) == 1

    play(folder, "import", journey)


def test_five_hundred_are_read_and_their_taking_is_stopped(folder: Path, play: Play, tmp_path: Path) -> None:
    async def journey(seat: Seat) -> None:
        helper = Quick(tmp_path)
        seat.app._helper = helper
        await seat.press("enter", "enter")
        await seat.see("500 can be taken in")
        assert "500 files · 500 to take" in seat.text
        helper.stop_at = MANY + 31
        await seat.press("A")
        await seat.until(lambda: count(seat) == 30, "for thirty of them")
        await seat.press("escape")
        await seat.see("Stopped; 30 were taken in")
        assert "470 to take · 30 in the study" in seat.text
        assert room(seat).found[0].read is not None

    play(folder, "import", journey)


def test_five_hundred_are_taken_in(folder: Path, play: Play, tmp_path: Path) -> None:
    async def journey(seat: Seat) -> None:
        seat.app._helper = Quick(tmp_path)
        await seat.press("enter", "enter")
        await seat.see("500 can be taken in")
        await seat.press("A")
        await seat.until(lambda: "Taking in" in seat.told)
        await seat.until(lambda: seat.room.ROOM == "transcripts", tries=1500)
        await seat.see("Took in 500 transcripts")
        assert count(seat) == MANY

    play(folder, "import", journey)


def test_files_can_be_taken_while_others_are_read(folder: Path, play: Play, tmp_path: Path) -> None:
    async def journey(seat: Seat) -> None:
        helper = Quick(tmp_path, stop_at=101)
        seat.app._helper = helper
        await seat.press("enter", "enter")
        await seat.until(lambda: len(room(seat).list.items) == 100)
        await seat.press("a", "a")
        await seat.until(lambda: count(seat) == 2)
        assert room(seat).working
        await seat.press("escape")
        await seat.until(lambda: not room(seat).working)
        assert len(room(seat).found) == 100

    play(folder, "import", journey)


def test_what_changed_meanwhile_is_not_taken(folder: Path, play: Play, tmp_path: Path) -> None:
    async def journey(seat: Seat) -> None:
        helper = Quick(tmp_path)
        seat.app._helper = helper
        await seat.press("enter", "enter")
        await seat.see("500 can be taken in")
        helper.changed = "F000.txt"
        await seat.press("a")
        await seat.see("has changed since it was read")
        assert count(seat) == 0

    play(folder, "import", journey)


def test_showing_five_hundred_rows_leaves_room_for_keys(folder: Path, play: Play, tmp_path: Path) -> None:
    async def journey(seat: Seat) -> None:
        seat.app._helper = Quick(tmp_path)
        await seat.press("enter", "enter")
        await seat.see("500 can be taken in")
        spent: list[float] = []
        for _ in range(5):
            begun = time.process_time()
            room(seat).show_files()
            spent.append(time.process_time() - begun)
        assert min(spent) < 0.016, spent

    play(folder, "import", journey)
