"""Suggestions in the coding room: moved through, taken and refused by one key each."""

import asyncio
import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from workbench.acts import codebook, coding
from workbench.store.lookups import codes, transcripts
from workbench.store.study_file import StudyFile
from workbench.tui.app import ROOMS, WorkbenchApp
from workbench.tui.transcript_view import TranscriptView


class OneHelper:
    """Answers with three codes, as the helper process does."""

    restarts = 0

    def __init__(self, ids: list[int]) -> None:
        self.ids = ids

    async def call(self, job: str, args: Mapping[str, Any], progress: Any = None) -> Any:
        if job != "suggest":
            return {}
        found = [
            {"code_id": one, "level": "medium", "reasons": [{"kind": "words", "text": "treffe", "reference": ""}]}
            for one in self.ids
        ]
        return {"verdict": "ready", "suggestions": found, "near": []}

    async def close(self) -> None:
        pass


def test_suggestions_are_moved_through_taken_and_refused(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        book = {code.name: code.id for code in codes.codebook(seat.study)}
        seat.app._helper = OneHelper([book["Savn"], book["Vente"], book["Bli møtt"]])
        first = transcripts.named(seat.study, "P01")
        seat.app.open_transcript(first, transcripts.load(seat.study, first).text.index("Men det"))
        await seat.until(lambda: seat.room.query(TranscriptView) and seat.room.view.transcript.turns)
        await seat.press("a")
        await seat.until(lambda: seat.room.suggesting)
        await seat.press("j")
        assert seat.room.suggestions.index == 1
        await seat.press("down", "k")
        assert seat.room.suggestions.index == 1
        await seat.press("a")
        assert seat.told.startswith("Coded as «Vente».")
        assert len(seat.study.live("coding", transcript_id=first, code_id=book["Vente"])) == 1
        await seat.press("home", "x")
        await seat.until(lambda: "Refused" in seat.told)
        await seat.press("x")
        await seat.until(lambda: not seat.room.suggesting)
        assert len(seat.study.live("verdict")) == 3
        await seat.press("j")
        await seat.until(lambda: seat.room.view.has_focus)

    play(study_folder, "home", journey, (80, 24))


def test_the_helper_is_told_of_single_codings_and_of_all_when_codes_change(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        book = {code.name: code.id for code in codes.codebook(seat.study)}
        told: list[str] = []

        class Listening(OneHelper):
            async def call(self, job: str, args: Mapping[str, Any], progress: Any = None) -> Any:
                told.append(job)
                return await super().call(job, args, progress)

        seat.app._helper = Listening([book["Savn"]])
        first = transcripts.named(seat.study, "P01")
        seat.app.open_transcript(first, transcripts.load(seat.study, first).text.index("Men det"))
        await seat.until(lambda: seat.room.query(TranscriptView) and seat.room.view.transcript.turns)

        async def asked() -> list[str]:
            told.clear()
            await seat.press("a")
            await seat.until(lambda: "suggest" in told)
            await seat.press("escape")
            return list(told)

        assert await asked() == ["suggest.part"] * 3 + ["suggest.load", "suggest"]
        made = coding.apply(seat.study, first, seat.room.view.selection, book["Vente"])
        assert await asked() == ["suggest.remove", "suggest.add", "suggest"]
        coding.drop(seat.study, made)
        assert await asked() == ["suggest.remove", "suggest"]
        codebook.add(seat.study, "Ny", None)
        assert (await asked())[-2:] == ["suggest.load", "suggest"]

    play(study_folder, "home", journey, (80, 24))


def test_suggestions_do_not_outlive_the_selection(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        book = {code.name: code.id for code in codes.codebook(seat.study)}
        seat.app._helper = OneHelper([book["Savn"], book["Vente"]])
        first = transcripts.named(seat.study, "P01")
        seat.app.open_transcript(first, transcripts.load(seat.study, first).text.index("Men det"))
        await seat.until(lambda: seat.room.query(TranscriptView) and seat.room.view.transcript.turns)
        await seat.press("a")
        await seat.until(lambda: seat.room.suggesting)
        await seat.press("slash")
        await seat.type("savner")
        await seat.press("enter")
        await seat.until(lambda: not seat.room.suggesting)
        assert "hit" in seat.told
        codings = len(seat.study.live("coding"))
        await seat.press("x", "x")
        assert not seat.study.live("verdict") and len(seat.study.live("coding")) == codings

    play(study_folder, "home", journey, (80, 24))


@pytest.mark.parametrize("room", ROOMS)
def test_no_method_of_a_room_is_hidden_by_the_framework(empty_study: Path, room: str) -> None:
    module, name = ROOMS[room]
    kind = getattr(importlib.import_module(module), name)

    async def make() -> set[str]:
        with StudyFile.open(empty_study) as study:
            app = WorkbenchApp(study, "home")
            async with app.run_test():
                made = kind()
                return {one for one in vars(made) if callable(getattr(kind, one, None))}

    assert not asyncio.run(make())
