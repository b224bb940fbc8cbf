"""How the room of questions looks, narrow in Bokmål and wide in English, with and without colour."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from drawn_screen import Snapshot
from seat import NARROW, WIDE, Play, Seat

from workbench.acts import coding
from workbench.store.lookups import transcripts as lookup
from workbench.store.lookups.codes import codebook
from workbench.store.study_file import StudyFile
from workbench.words import use


@pytest.fixture
def asked_of(study_folder: Path) -> Path:
    with StudyFile.open(study_folder) as study:
        text = lookup.load(study, lookup.named(study, "P01"))
        coding.apply(study, text.id, text.find("savner det fysiske, altså"), codebook(study).named("Vente").id)
    return study_folder


async def _questions(seat: Seat) -> None: ...


async def _by_gender(seat: Seat) -> None:
    await seat.press(*["j"] * 5, "enter", "enter")
    await seat.until(lambda: "matrix" in seat.room.states())
    await seat.press("j", "j", "l")


async def _together(seat: Seat) -> None:
    await seat.press("j", "j", "enter", "G", "l", "l")


async def _cell(seat: Seat) -> None:
    await _together(seat)
    await seat.press("enter")


async def _coverage(seat: Seat) -> None:
    await seat.press(*["j"] * 6, "enter", "j")


async def _growth(seat: Seat) -> None:
    await seat.press("G", "enter")


LOOKS: dict[str, Callable[[Seat], Awaitable[Any]]] = {
    "questions": _questions,
    "by-gender": _by_gender,
    "together": _together,
    "cell": _cell,
    "coverage": _coverage,
    "growth": _growth,
}


@pytest.mark.parametrize("colour", [True, False], ids=["colour", "plain"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x48"])
@pytest.mark.parametrize("name", LOOKS)
def test_looks(
    name: str,
    size: tuple[int, int],
    colour: bool,
    asked_of: Path,
    play: Play,
    snapshot: Snapshot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    use("nb" if size == NARROW else "en")

    async def journey(seat: Seat) -> None:
        await LOOKS[name](seat)
        await seat.pilot.pause(0.05)
        width, height = size
        snapshot(f"queries-{name}-{width}x{height}{'' if colour else '-plain'}", seat.app.screen)

    play(asked_of, "queries", journey, size)
