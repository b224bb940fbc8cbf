"""How the rooms look, wide and narrow, with and without colour; goldens in `snapshots/`.

The narrow ones are in Bokmål, the wide ones in English: the longer words stand where there is less room.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from seat import Look, Seat

from workbench.acts import codebook, coding, entities, people, quotes, themes, transcripts
from workbench.store import backups
from workbench.store.backup_names import Backup, Reason, name_of
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.masking import Decision, EntityKind
from workbench.study.transcripts import Role
from workbench.tui.app import ROOMS

SAID = (
    ("I", "Kan du fortelle om den første tida etter at du flyttet hit?"),
    (
        "P07",
        "Ja, altså, jeg kjente jo ingen. Det var nattvakta på Solbakken som la merke til meg, Torunn het hun. Hun "
        "pleide å sette fram en kopp te når jeg ikke fikk sove. Det var den teen som gjorde at jeg ble værende, men "
        "mest at noen hadde sett meg.",
    ),
    ("I", "Hva betydde det for deg?"),
    (
        "P07",
        "At jeg fantes. Jeg hadde gått der i tre uker uten at noen spurte om noe som helst. Og så ble turnusen "
        "endret, hun forsvant, og ingen spurte oss, det bare kom ovenfra.",
    ),
    ("I", "Og etterpå?"),
    (
        "P07",
        "Etterpå ringte jeg kommunen. De sa at jeg måtte vente. " + "Jeg ventet til over jul. " * 9 + "Slik var det.",
    ),
)


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("looks") / "study"
    with StudyFile.create(folder, "Nattevakter", "nb", "Anna") as study:
        for label in ("P07", "P08"):
            turns = [
                transcripts.NewTurn(
                    words, label if who == "P07" else who, Role.INTERVIEWER if who == "I" else Role.PARTICIPANT,
                    "" if who == "I" else label, number * 20_000, number * 20_000 + 18_000,
                )
                for number, (who, words) in enumerate(SAID)
            ]  # fmt: skip
            transcripts.add(study, transcripts.NewTranscript(label, turns, f"{label}.docx", "docx", "", f"h{label}"))
        held = codebook.add(study, "Å bli holdt oppe", None, brief="Andre bærer en gjennom.")
        seen = codebook.add(study, "Bli sett", held, brief="Noen viser at de har lagt merke til en.")
        small = codebook.add(study, "Små reparasjoner av hverdagen", held, definition="Hverdagslige handlinger.")
        above = codebook.add(study, "Det kommer ovenfra", None)
        wait = codebook.add(study, "Vente", None, brief="Å bli satt på vent.")
        theme = themes.add(study, "Holdt oppe av småting", concept="Det lille bærer mer enn det store.")
        for one in (seen, small):
            themes.gather(study, theme, one)
        found = lookup.load(study, lookup.named(study, "P07"))
        first = coding.apply(study, found.id, found.find("Det var nattvakta på Solbakken som la merke til meg"), seen)
        coding.apply(study, found.id, found.find("Hun pleide å sette fram en kopp te når jeg ikke fikk sove."), small)
        tea = coding.apply(
            study,
            found.id,
            found.find("Det var den teen som gjorde at jeg ble værende, men mest at noen hadde sett meg."),
            small,
        )
        coding.apply(study, found.id, found.find("mest at noen hadde sett meg"), seen)
        coding.apply(study, found.id, found.find("ingen spurte oss, det bare kom ovenfra"), above)
        coding.apply(study, found.id, found.find("Etterpå ringte jeg kommunen. De sa at jeg måtte vente."), wait)
        coding.set_memo(study, first, "Ikke redning: å bli kjent igjen. Jf. P03.")
        people.take_table(study, [{"p": "P07", "gender": "Kvinne", "age": "45"}], "p", add_unknown=False)
        picked = quotes.pick(study, tea)
        quotes.pick(study, first)
        words = found.find("Det var den teen som gjorde")
        quotes.insert(study, picked, words.start + 16, "som nattevakta kom med")
        quotes.cut(study, picked, *_span(found.find("men mest")))
        entities.add(study, [
            entities.NewEntity(EntityKind.PERSON, ("Torunn",), True, reason="fornavn i registeret"),
            entities.NewEntity(EntityKind.ORGANISATION, ("Solbakken",), True, reason="stort forbokstav, etter «på»"),
            entities.NewEntity(EntityKind.OTHER, ("kommunen",), sure=False),
            entities.NewEntity(EntityKind.OTHER, ("turnusen",), sure=False),
        ])  # fmt: skip
        known = {entity.name: entity.id for entity in entities.load(study)}
        entities.decide(study, known["turnusen"], Decision.KEEP)
    return folder


def _span(span: object) -> tuple[int, int]:
    return span.start, span.end  # type: ignore[attr-defined]


async def _home(seat: Seat) -> None: ...


async def _down(seat: Seat) -> None:
    await seat.press("j")


async def _coding(seat: Seat) -> None:
    await seat.press("e", "l", "l")


async def _selecting(seat: Seat) -> None:
    await seat.press("e", "e", "x", "x", "x")


async def _code_line(seat: Seat) -> None:
    await seat.press("e", "x", "x", "c")
    await seat.type("se")


async def _quotes(seat: Seat) -> None:
    await seat.press("j")


async def _quote_editing(seat: Seat) -> None:
    await seat.press("x", "w", "v", "w", "w")


async def _anonymise(seat: Seat) -> None:
    await seat.press("j")


async def _search(seat: Seat) -> None:
    await seat.type("vent* OR tur*")
    await seat.see("P08 █2")
    await seat.press("enter", "space")


async def _care(seat: Seat) -> None:
    kept = [
        Backup(Path(name_of(at, reason)), at, reason, 2_103_296 - 4096 * number)
        for number, (at, reason) in enumerate([
            (datetime(2026, 11, 22, 14, 5, 33), Reason.MERGE), (datetime(2026, 11, 22, 9, 30, 0), Reason.WORK),
            (datetime(2026, 11, 20, 16, 2, 9), Reason.CLOSE), (datetime(2026, 10, 1, 12, 0, 0), Reason.HAND),
        ])
    ]  # fmt: skip
    room: Any = seat.room
    room._inside = {one.path: backups.Inside(2, 2, 5, 6) for one in kept}
    with patch.object(backups, "listed", lambda _: kept):
        room.refresh_room()
    await seat.press("j")


async def _care_check(seat: Seat) -> None:
    await seat.press("c")
    await seat.until(lambda: "CHECK" in seat.text or "SJEKKEN" in seat.text)


async def _key_guide(seat: Seat) -> None:
    await seat.press("question_mark")


async def _history(seat: Seat) -> None:
    """Narrowed to codings; at the second, with its rows."""
    await seat.press("t", "2", "j", "enter")


async def _life(seat: Seat) -> None:
    """A code, its codings too."""
    await seat.press("j", "L")
    await seat.until(lambda: seat.room.ROOM == "life")
    await seat.press("c", "j")


async def _replay(seat: Seat) -> None:
    """The second coding, with the trees as they stood."""
    await seat.press("t", "2", "p")
    await seat.until(lambda: seat.room.ROOM == "replay")
    await seat.press("space")


SCREENS: dict[str, tuple[str, Callable[[Seat], Awaitable[None]]]] = {
    "home": ("home", _home),
    "coding": ("coding", _coding),
    "selecting": ("coding", _selecting),
    "code-line": ("coding", _code_line),
    "quotes": ("quotes", _quotes),
    "quote-editing": ("quotes", _quote_editing),
    "anonymise": ("anonymise", _anonymise),
    "search": ("search", _search),
    "key-guide": ("coding", _key_guide),
    "history": ("history", _history),
    "life": ("codebook", _life),
    "replay": ("history", _replay),
    "transcripts": ("transcripts", _down),
    "import": ("import", _home),
    "codebook": ("codebook", _down),
    "themes": ("themes", _home),
    "reconcile": ("reconcile", _home),
    "people": ("people", _home),
    "schema": ("schema", _home),
    "carried": ("carried", _home),
    "mending": ("mending", _home),
    "answers": ("answers", _home),
    "care": ("care", _care),
    "care-check": ("care", _care_check),
}


def test_every_room_is_looked_at() -> None:
    """A room that is added is drawn here too, or in the tests of its own looks."""
    kept = {file.name for file in (Path(__file__).parent / "snapshots").glob("*.txt")}
    for room in ROOMS:
        for end in ("80x24.txt", "80x24-plain.txt", "160x48.txt", "160x48-plain.txt"):
            assert any(name.startswith(room) and name.endswith(end) for name in kept), (room, end)


@pytest.mark.parametrize("name", SCREENS)
def test_looks(name: str, looked_at: Path, look: Look) -> None:
    room, keys = SCREENS[name]
    with StudyFile.open(looked_at) as study:
        there = lookup.named(study, "P07")
        study.keep_desk(f"desk.{study.coder_id}", {"room": room, "transcript": there, "caret": 0, "armed": 0})
    look(name, looked_at, room, keys)
