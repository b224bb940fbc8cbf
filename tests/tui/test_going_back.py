"""Esc in a transcript goes back to where it was opened from."""

from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("room", "keys"), [("codebook", "j p enter"), ("quotes", "enter"), ("transcripts", "enter > <")]
)
def test_esc_goes_back_to_the_room_one_came_from(play: Any, study_folder: Path, room: str, keys: str) -> None:
    async def journey(seat: Any) -> None:
        for key in keys.split():
            await seat.press({">": "greater_than_sign", "<": "less_than_sign"}.get(key, key))
        await seat.until(lambda: seat.room.ROOM == "coding")
        await seat.press("x", "escape")
        assert seat.room.ROOM == "coding", "the selection first"
        await seat.press("escape")
        await seat.until(lambda: room == seat.room.ROOM)

    play(study_folder, room, journey, (80, 24))


def test_esc_goes_home_when_one_went_by_the_keys(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.press("enter")
        await seat.until(lambda: seat.room.ROOM == "coding")
        await seat.press("g", "c")
        await seat.until(lambda: seat.room.ROOM == "codebook")
        await seat.press("g", "t")
        await seat.until(lambda: seat.room.ROOM == "coding")
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "home")

    play(study_folder, "transcripts", journey, (80, 24))
