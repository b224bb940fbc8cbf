"""The echo beside the text: it comes by itself, leads there and back, and shows no codes while one reads."""

from pathlib import Path
from typing import Any

import pytest

from workbench.acts import people
from workbench.acts import transcripts as acts
from workbench.store.lookups import transcripts
from workbench.study.spans import Span
from workbench.tui.screens import coding_echo
from workbench.tui.transcript_view import TranscriptView

WIDE = (160, 48)


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The caret rests at once."""
    monkeypatch.setattr(coding_echo, "REST_SECONDS", 0.01)


async def _at(seat: Any, name: str, words: str) -> None:
    first = transcripts.named(seat.study, name)
    seat.app.open_transcript(first, transcripts.load(seat.study, first).text.index(words))
    await seat.until(lambda: seat.room.query(TranscriptView) and seat.room.view.transcript.turns)


def test_the_echo_comes_by_itself_and_leads_there_and_back(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await _at(seat, "P01", "Jeg savner")
        room, caret = seat.room, seat.room.view.caret
        await seat.press("I")
        await seat.until(lambda: room.echoes.items, "for the echo", 1500)
        assert room.view.has_focus and room.view.caret == caret and not seat.study.live("verdict")
        first = room.echoes.items[0]
        text = transcripts.load(seat.study, first.transcript_id)
        assert text.text[first.start :].startswith(first.words) and text.name in first.reference
        while not room.echoes.has_focus:
            await seat.press("tab")
        await seat.press("enter")
        await seat.until(lambda: room.view.transcript.id == first.transcript_id and room.view.caret == first.start)
        assert room.view.has_focus
        await seat.press("escape")
        await seat.until(lambda: room.view.transcript.name == "P01" and room.view.caret == caret)
        # A helper that died is started anew, and hears everything again.
        helper = await seat.app.helper()
        helper._process.kill()
        await seat.until(lambda: helper.restarts == 1, "for the helper to be started again", 1500)
        await seat.press("G")
        await seat.until(lambda: not room.echoes.items)
        await seat.press("g", "g")
        await seat.until(lambda: room._heard_by == (helper, 1) and room.echoes.items, "for the echo again", 1500)
        await seat.press("I")
        await seat.until(lambda: not room.query_one("#echoing").display)
        assert seat.study.desk(f"desk.{seat.study.coder_id}")["echo"] is False

    play(study_folder, "home", journey, WIDE)


class Answering:
    """Answers as the helper does, with one passage of P02."""

    restarts = 0

    def __init__(self, place: tuple[int, Span]) -> None:
        self.place = place
        self.asked: list[tuple[str, Any]] = []

    async def call(self, job: str, args: Any, progress: Any = None) -> Any:
        self.asked.append((job, args))
        one, span = self.place
        near = {"transcript_id": one, "start": span.start, "end": span.end, "turn": 2, "words": "…", "nearness": 0.5}
        return {"near": [near]} if job == "echo" else {"passages": 1}

    async def close(self) -> None:
        pass


def test_codes_stand_by_what_is_near_but_not_while_one_reads(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        second = transcripts.named(seat.study, "P02")
        span = transcripts.load(seat.study, second).find("Jeg ventet i tre uker")
        helper = seat.app._helper = Answering((second, span))
        await _at(seat, "P01", "Jeg savner")
        room = seat.room
        await seat.press("I")
        await seat.until(lambda: room.echoes.items and [name for name, _ in room.echoes.items[0].codes] == ["Vente"])
        heard = [args["texts"][0]["id"] for job, args in helper.asked if job == "echo.load"]
        assert len(heard) == len(seat.study.live("transcript"))
        await seat.press("Z")
        await seat.until(lambda: room.echoes.items and not room.echoes.items[0].codes)
        await seat.press("Z")
        await seat.until(lambda: room.echoes.items and room.echoes.items[0].codes)
        # Only what changed is heard again.
        helper.asked.clear()
        acts.mark_reviewed(seat.study, second, True)
        room.view.go(0)
        await seat.until(lambda: any(job == "echo" for job, _ in helper.asked))
        assert [args["texts"][0]["id"] for job, args in helper.asked if job == "echo.load"] == [second]

    play(study_folder, "home", journey, WIDE)


def test_there_is_no_echo_where_the_assist_is_off(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        people.set_setting(seat.study, "assist", "off")
        await _at(seat, "P01", "Jeg savner")
        await seat.press("I")
        assert not seat.room.echo_on and "off" in seat.told

    play(study_folder, "home", journey, WIDE)
