"""Text of a study never reaches the terminal as anything but text, in any room and in anything that opens there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile import MARKUP_PIECES, build, harmful
from seat import NARROW, WIDE, Play, Seat

from workbench import commands
from workbench.commands import Command
from workbench.errors import WorkbenchError
from workbench.tui.app import ROOMS
from workbench.tui.transcript_view import TranscriptView

# These start the helper process, leave the room, or are only about moving.
_LEFT_OUT = {
    "app.leave", "app.palette", "coding.suggest", "coding.in_vivo", "anonymise.scan", "import.choose", "people.import",
    "transcript.next", "transcript.previous",
}  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("hostile") / "study")


def look(seat: Seat, doing: str, seen: set[str]) -> None:
    """Check what is on the screen now, every segment of it."""
    for strip in seat.app.screen._compositor.render_strips():
        for part in strip:
            assert not harmful(part.text), f"{doing}: {part.text!r}"
            assert part.control is None
            # Only words of our own may be clicked on, and there are none.
            assert not (part.style and part.style.meta.get("@click")), doing
            assert not (part.style and part.style.link), doing
    text = seat.text
    seen.update(piece for piece in MARKUP_PIECES if piece in text)


async def carry_out(seat: Seat, room: str, command: Command, seen: set[str]) -> None:
    here = seat.room
    if not here.states().issuperset(command.when):
        return
    here.run_command(command)
    await seat.pilot.pause()
    look(seat, f"{room} {command.id}", seen)
    if seat.app.screen is here and here.asking:
        for key in ("down", "enter"):
            await seat.press(key)
            look(seat, f"{room} {command.id} {key}", seen)
    for _ in range(3):
        if seat.app.screen is not here or here.asking or getattr(here, "forming", False):
            await seat.press("escape")
            look(seat, f"{room} {command.id} esc", seen)
    if seat.app.screen is not here:
        seat.app.go(room)
        await seat.pilot.pause()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("room", ROOMS)
def test_every_command_of_a_room(room: str, size: tuple[int, int], hostile: Path, tmp_path: Path, play: Play) -> None:
    folder = tmp_path / "study"
    folder.mkdir()
    for file in hostile.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    seen: set[str] = set()

    async def journey(seat: Seat) -> None:
        if room == "coding":
            first = seat.study.live("transcript")[0]["id"]
            seat.app.open_transcript(first, 40)
            await seat.pilot.pause()
        seat.app.go(room)
        await seat.pilot.pause()
        look(seat, room, seen)
        for view in seat.room.query(TranscriptView):
            for _ in range(4):
                view.cycle_marks()
                await seat.pilot.pause()
                look(seat, "marks", seen)
        for command in commands.in_room(room):
            if command.id not in _LEFT_OUT and not command.id.startswith("go."):
                await carry_out(seat, room, command, seen)
        seat.app.go("history")
        await seat.pilot.pause()
        look(seat, f"history after {room}", seen)

    play(folder, room if room != "coding" else "home", journey, size)
    if room not in ("import", "reconcile"):
        assert "[bold]" in seen


def test_messages_palette_and_questions(hostile: Path, play: Play) -> None:
    seen: set[str] = set()

    async def journey(seat: Seat) -> None:
        seat.room.tell("\x1b[31mrød \u202e[bold][/]")
        seat.room.attempt(_refused)
        await seat.pilot.pause()
        look(seat, "message", seen)
        for long in (False, True):
            seat.room.ask("Hva \x1b[31m[bold]", lambda _: None, value="a\x1b[2J\x9b31m[bold]\x07\u202e b", long=long)
            await seat.pilot.pause()
            look(seat, f"question long={long}", seen)
            await seat.press("escape")
        await seat.press("ctrl+p")
        await seat.pilot.pause()
        look(seat, "palette", seen)

    play(hostile, "home", journey)


def _refused() -> None:
    raise WorkbenchError("«\x1b]52;c;QQ==\x07[bold]\x9b2J» is taken.")
