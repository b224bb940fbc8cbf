"""How the room of questions looks, narrow in Bokmål and wide in English, with and without colour."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from seat import Look, Seat

from workbench.acts import coding
from workbench.store.lookups import transcripts as lookup
from workbench.store.lookups.codes import codebook
from workbench.store.study_file import StudyFile


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


@pytest.mark.parametrize("name", LOOKS)
def test_looks(name: str, asked_of: Path, look: Look) -> None:
    look(f"queries-{name}", asked_of, "queries", LOOKS[name])
