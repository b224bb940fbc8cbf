"""How the rooms of repairs and sessions look, and a text with what is no data and in doubt; goldens in `snapshots/`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from seat import Look, Seat

from workbench.acts import sessions, transcripts
from workbench.store.study_file import StudyFile
from workbench.study.new_transcripts import Mark, MarkKind, NewTranscript, NewTurn
from workbench.study.repairs import Repair, RepairKind
from workbench.study.text_map import TextMap
from workbench.study.transcripts import Role

TITLE, ASKED = "Samtale på kaia", "Hvordan er det å vente på båten?"
WRITTEN = "Båten kommer når den kom-\nmer, pleier vi å si. Det er bare å smøre seg med tål-\nmodighet og en ﬁn «bok."
SAID = "Båten kommer når den kommer, pleier vi å si. Det er bare å smøre seg med tål- modighet og en fin «bok."


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One transcript of a title, a question and an answer with repairs; two sessions."""
    folder = tmp_path_factory.mktemp("texts") / "study"
    original = f"{TITLE}\nI: {ASKED}\nP09: {WRITTEN}"
    body = "\n".join((TITLE, ASKED, SAID))
    broken, cut, sign = original.index("-\nmer"), original.index("-\nmod"), original.index("ﬁ")
    asks, tells = original.index("I: "), original.index("P09: ")
    edits = [
        (asks, asks + 3, ""), (tells, tells + 5, ""),
        (broken, broken + 2, ""), (cut + 1, cut + 2, " "), (sign, sign + 1, "fi"),
    ]  # fmt: skip
    repairs = [
        (Repair(broken, broken + 2, "", RepairKind.HYPHEN, True), True),
        (Repair(cut, cut + 2, "", RepairKind.HYPHEN, False, "an unusual place to break a word"), False),
        (Repair(sign, sign + 1, "fi", RepairKind.LIGATURE, True), True),
    ]
    doubt = body.index("smøre")
    marks = [Mark(MarkKind.TIME, body.index("Det er"), body.index("Det er"), 14_500)]
    marks.append(Mark(MarkKind.DOUBT, doubt, doubt + 5, 41))
    turns = [
        NewTurn(TITLE, "title", Role.NOT_DATA),
        NewTurn(ASKED, "I", Role.INTERVIEWER, "", 1000, 5000),
        NewTurn(SAID, "P09", Role.PARTICIPANT, "P09", 5000, 20_000),
    ]
    kept = TextMap.of_edits(len(original), edits)
    with StudyFile.create(folder, "Kai", "nb", "Ane") as study:
        new = NewTranscript(
            "P09", turns, "p09.txt", "txt", "utf-8", "9", original, kept, repairs, marks,
        )  # fmt: skip
        one = transcripts.add(study, new)
        facts = {"held": "2026-03-31", "mode": "in person", "place": "home", "minutes": "65", "state": "held"}
        first = sessions.add(study, "Første møte", facts | {"present": "søster"})
        sessions.link(study, first, "transcript", one)
        sessions.link(study, first, "participant", study.live("participant")[0]["id"])
        sessions.add(study, "Andre møte", {"held": "2026-04-02", "mode": "video", "state": "planned"})
        there = {"room": "coding", "transcript": one, "caret": doubt, "armed": 0}
        study.keep_desk(f"desk.{study.coder_id}", there)
    return folder


async def _as_it_is(_: Seat) -> None:
    """Nothing is pressed."""


async def _proposed(seat: Seat) -> None:
    await seat.press("n")


async def _odd(seat: Seat) -> None:
    await seat.press("o")


async def _fields(seat: Seat) -> None:
    await seat.press("e")


async def _menu(seat: Seat) -> None:
    await seat.press("T")


SCREENS: dict[str, tuple[str, Callable[[Seat], Awaitable[None]]]] = {
    "repairs": ("repairs", _proposed),
    "repairs-odd": ("repairs", _odd),
    "sessions": ("sessions", _as_it_is),
    "sessions-fields": ("sessions", _fields),
    "coding-marked": ("coding", _as_it_is),
    "coding-turn": ("coding", _menu),
}


@pytest.mark.parametrize("name", SCREENS)
def test_looks(name: str, texts: Path, look: Look) -> None:
    look(name, texts, *SCREENS[name])
