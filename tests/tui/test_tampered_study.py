"""A study that another program wrote nonsense into: every room says which row, and none falls over."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from seat import Play, Seat

from workbench.store import engine
from workbench.store.study_file import FILE_NAME
from workbench.tui.app import ROOMS
from workbench.tui.room import Room

NONSENSE = {
    "coding": "UPDATE coding SET level = 'dypt'",
    "code": "UPDATE code SET status = 'borte'",
    "aliases": "UPDATE code SET aliases = 'nattevakt'",
    "speaker": "UPDATE speaker SET role = 'gjest'",
    "act": "UPDATE act SET detail = 'ingen'",
    "kind": "UPDATE act SET kind = 'gjort'",
    "change": "UPDATE change SET before = '{', after = '{'",
    "time": "UPDATE act SET at = 'i går'; UPDATE coding SET created = 'nå'",
    "desk": "INSERT OR REPLACE INTO desk SELECT 'desk.' || id, '{' FROM coder",
    "place": "INSERT OR REPLACE INTO desk SELECT 'desk.' || id, '[1, \"x\"]' FROM coder",
    "span": "UPDATE coding SET start = 90000, \"end\" = 90010",
    "loop": "UPDATE code SET parent_id = id",
}  # fmt: skip
KEYS = ("j", "enter", "escape", "tab", "escape")


# Of these some room says which row cannot be read; the others are shown as far as they make sense.
SAID = {"coding", "code", "aliases", "speaker", "act", "kind"}


@pytest.mark.parametrize("what", NONSENSE)
def test_no_room_falls_over(study_folder: Path, play: Play, what: str) -> None:
    with closing(engine.connect(study_folder / FILE_NAME)) as other:
        for statement in NONSENSE[what].split("; "):
            other.execute(statement)
        transcript = other.execute("SELECT id FROM transcript").fetchone()[0]
        if what not in ("desk", "place"):
            place = f'{{"room": "home", "transcript": {transcript}, "caret": 0, "armed": 0}}'
            other.execute("INSERT OR REPLACE INTO desk SELECT 'desk.' || id, ? FROM coder", (place,))
    told: dict[str, list[str]] = {}

    async def journey(seat: Seat) -> None:
        for room in ROOMS:
            if room in ("life", "replay"):
                continue
            seat.app.go(room)
            await seat.pilot.pause()
            said = told.setdefault(room, [seat.told])
            for key in KEYS:
                await seat.press(key)
                if isinstance(seat.app.screen, Room):
                    said.append(seat.told)
            await seat.press("escape", "escape")
            assert seat.app.failure is None and seat.app.is_running, f"{room}: {seat.app.failure!r}"

    play(study_folder, "home", journey)
    if what in SAID:
        assert any("workbench check" in one for said in told.values() for one in said), told
