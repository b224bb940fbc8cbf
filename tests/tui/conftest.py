"""A small study and a seat at the screen: every journey is typed key by key, and waits on what it expects."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from drawn_screen import Snapshot, drawn_screen
from seat import NARROW, WIDE, Journey, Look, Play, Seat
from textual.screen import Screen

from workbench.acts import codebook, coding, people, quotes, transcripts
from workbench.store.study_file import StudyFile
from workbench.study.transcripts import Role
from workbench.tui.app import WorkbenchApp
from workbench.words import use


def _look_id(param: tuple[tuple[int, int], bool]) -> str:
    (width, height), colour = param
    return f"{width}x{height}-{'colour' if colour else 'plain'}"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--snapshot-update", action="store_true", help="keep the screens as they look now")


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """`snapshot(name, screen)`: compare with the golden file, or keep it with --snapshot-update."""
    update = bool(request.config.getoption("--snapshot-update", default=False))

    def compare(name: str, screen: Screen[Any]) -> None:
        file = Path(__file__).parent / "snapshots" / f"{name}.txt"
        now = drawn_screen(screen)
        if update:
            file.parent.mkdir(exist_ok=True)
            file.write_text(now, encoding="utf-8")
        kept = file.read_text(encoding="utf-8") if file.exists() else ""
        assert now == kept, f"{file.name} looks another way now; look, then `pytest tests/tui --snapshot-update`"

    return compare


async def _a_breath(min_sleep: float = 0.0, max_sleep: float = 0.0) -> None:
    """In place of Textual's wait of 20 ms and more after each key; the pilot waits for its messages anyway."""
    for _ in range(4):
        await asyncio.sleep(0)


@pytest.fixture(autouse=True)
def _brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys are typed as fast as the screen takes them; journeys wait on what they expect."""
    monkeypatch.setattr("textual.app.wait_for_idle", _a_breath)
    monkeypatch.setattr("textual.pilot.wait_for_idle", _a_breath)
    # Whoever sits here answers a question in less time than it takes to read it.
    monkeypatch.setattr("workbench.tui.clearing.BURST_SECONDS", 0.0)
    # The collector's first full pass takes longer than most journeys, with all that pytest holds.
    monkeypatch.setattr("workbench.tui.app.gc", SimpleNamespace(collect=int, freeze=int, enable=int, disable=int))


@pytest.fixture(autouse=True)
def _calm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """English texts, nobody's own settings; the collector as it was."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("WORKBENCH_CODER", "WORKBENCH_LANGUAGE", "WORKBENCH_THEME", "WORKBENCH_CALM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    # A terminal of all colours, whatever this runs in.
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    use("en")
    yield
    gc.unfreeze()


@pytest.fixture
def empty_study(tmp_path: Path) -> Path:
    """A study without anything in it."""
    folder = tmp_path / "empty"
    StudyFile.create(folder, "Empty", "nb", "Anna").close()
    return folder


@pytest.fixture
def study_folder(tmp_path: Path) -> Path:
    """Three interviews, four codes in a tree, five codings, one quote, attributes of two people."""
    folder = tmp_path / "study"
    with StudyFile.create(folder, "Small", "nb", "Anna") as study:
        for label, words in (
            ("P01", "Jeg savner det fysiske, altså det å treffe folk. Men det gikk jo etter hvert."),
            ("P02", "Det var ingen som ringte meg tilbake. Jeg ventet i tre uker."),
            ("P03", "Hun møtte meg på stasjonen. Det hadde jeg ikke turt å håpe på."),
        ):
            _interview(study, label, words)
        contact = codebook.add(study, "Kontakt", None, definition="Å nå fram til noen.")
        seen = codebook.add(study, "Bli møtt", contact, brief="Noen kommer imot en.")
        wait = codebook.add(study, "Vente", contact)
        miss = codebook.add(study, "Savn", None)
        _code(study, "P01", "Jeg savner det fysiske", miss)
        _code(study, "P01", "det å treffe folk", seen)
        _code(study, "P02", "ingen som ringte meg tilbake", wait)
        _code(study, "P02", "Jeg ventet i tre uker", wait)
        picked = _code(study, "P03", "Hun møtte meg på stasjonen", seen)
        quotes.pick(study, picked)
        people.take_table(
            study,
            [
                {"participant": "P01", "gender": "Mann", "age": "45"},
                {"participant": "P03", "gender": "Kvinne", "age": "38"},
            ],
            "participant",
            add_unknown=False,
        )
    return folder


def _interview(study: StudyFile, label: str, words: str) -> None:
    turns = [
        transcripts.NewTurn("Hvordan var det for deg?", "I", Role.INTERVIEWER, "", 0, 4000),
        transcripts.NewTurn(words, label, Role.PARTICIPANT, label, 4000, 30_000),
        transcripts.NewTurn("Takk.", "I", Role.INTERVIEWER, "", 30_000, 31_000),
    ]
    transcripts.add(study, transcripts.NewTranscript(label, turns, f"{label}.txt", "txt", "utf-8", f"hash-{label}"))


def _code(study: StudyFile, transcript: str, words: str, code_id: int) -> int:
    from workbench.store.lookups import transcripts as lookup

    found = lookup.load(study, lookup.named(study, transcript))
    return coding.apply(study, found.id, found.find(words), code_id)


@pytest.fixture
def play() -> Play:
    """`play(folder, room, journey, size)`: open the study in a room and let `journey(seat)` press keys."""

    def run(folder: Path, room: str, journey: Journey, size: tuple[int, int] = WIDE) -> None:
        async def sit() -> None:
            with StudyFile.open(folder) as study:
                app = WorkbenchApp(study, room)
                async with app.run_test(size=size) as pilot:
                    await pilot.pause()
                    await journey(Seat(app, pilot))

        asyncio.run(sit())

    return run


@pytest.fixture(params=[(size, colour) for size in (NARROW, WIDE) for colour in (True, False)], ids=_look_id)
def look(request: pytest.FixtureRequest, play: Play, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> Look:
    """`look(name, folder, room, keys)`: draw a room at each size, in Bokmål at 80x24, with colours and without."""
    (width, height), colour = request.param
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    use("nb" if (width, height) == NARROW else "en")

    def drawn(name: str, folder: Path, room: str, keys: Journey) -> None:
        async def journey(seat: Seat) -> None:
            await keys(seat)
            await seat.pilot.pause(0.05)
            # Some rooms count while nobody types.
            await seat.until(lambda: not getattr(seat.app.screen, "counting", False))
            snapshot(f"{name}-{width}x{height}{'' if colour else '-plain'}", seat.app.screen)

        play(folder, room, journey, (width, height))

    return drawn
