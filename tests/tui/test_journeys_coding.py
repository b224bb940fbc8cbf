"""Reading and coding, key by key."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.acts import codebook as codebook_acts
from workbench.acts import transcripts
from workbench.commands import BY_ID
from workbench.store.lookups import codes as code_lookup
from workbench.store.lookups import codings as coding_lookup
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.codings import Coding, Level
from workbench.study.transcripts import Role
from workbench.tui.app import ROOMS, WorkbenchApp
from workbench.tui.transcript_rows import Marks
from workbench.tui.transcript_view import TranscriptView

FIRST = (
    "Jeg ventet lenge på svar. Ingen ringte meg, og jeg visste ikke hvem jeg skulle spørre. "
    "Til slutt gikk jeg dit selv. Hun i skranken så opp og smilte."
)
SECOND = "Det smilet husker jeg. Jeg tenkte at nå, nå er jeg kommet fram; da ventet jeg ikke mer."


@pytest.fixture
def read_study(tmp_path: Path) -> Path:
    """Two interviews, three codes, one of them a heading; nothing is coded."""
    folder = tmp_path / "read"
    with StudyFile.create(folder, "Lese", "nb", "Anna") as study:
        for label in ("P01", "P02"):
            turns = [
                transcripts.NewTurn("Hvordan var det?", "I", Role.INTERVIEWER, "", 0, 2000),
                transcripts.NewTurn(FIRST, label, Role.PARTICIPANT, label, 2000, 30_000),
                transcripts.NewTurn("Og så?", "I", Role.INTERVIEWER, "", 30_000, 31_000),
                transcripts.NewTurn(SECOND, label, Role.PARTICIPANT, label, 31_000, 60_000),
                *(transcripts.NewTurn(f"Mer om dag {day}. " * 12, label, Role.PARTICIPANT, label) for day in range(8)),
            ]
            transcripts.add(study, transcripts.NewTranscript(label, turns, f"{label}.txt", "txt", "utf-8", f"h{label}"))
        top = codebook_acts.add(study, "Møter", None)
        codebook_acts.add(study, "Bli sett", top, brief="Noen ser en.")
        codebook_acts.add(study, "Vente", None, brief="Tid som går.")
        study.keep_desk(
            f"desk.{study.coder_id}",
            {"room": "coding", "transcript": lookup.named(study, "P01"), "caret": 17, "armed": 0},
        )
    return folder


def view(seat: Seat) -> TranscriptView:
    return seat.room.query_one(TranscriptView)


def caret_words(seat: Seat, count: int = 12) -> str:
    found = view(seat)
    return found.transcript.text[found.caret : found.caret + count]


def selected(seat: Seat) -> str | None:
    found = view(seat)
    return found.selection.cut(found.transcript.text) if found.selection else None


def codings(seat: Seat) -> list[Coding]:
    return list(coding_lookup.of_transcript(seat.study, view(seat).transcript.id))


def coded(seat: Seat) -> list[tuple[str, str]]:
    """Return (words, code) of the open transcript's codings."""
    book = code_lookup.codebook(seat.study)
    text = view(seat).transcript.text
    return [(one.span.cut(text), book.get(one.code_id).name) for one in codings(seat)]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_reading(read_study: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        assert caret_words(seat, 10) == "Jeg ventet"
        await seat.press("s")
        assert caret_words(seat, 12) == "Ingen ringte"
        await seat.press("s", "S", "S")
        assert caret_words(seat, 10) == "Jeg ventet"
        await seat.press("w", "w", "b", "l", "h", "l")
        assert caret_words(seat, 5) == "entet"
        await seat.press("J")
        assert caret_words(seat, 5) == "Og så"
        await seat.see("turn 3")
        await seat.press("J", "w", "K")
        assert caret_words(seat, 10) == "Det smilet"
        await seat.press("K", "K", "K")
        assert caret_words(seat, 7) == "Hvordan"
        await seat.press("G")
        assert view(seat).caret == len(view(seat).transcript.text) - 1
        await seat.press("g", "g")
        assert view(seat).caret == 0
        await seat.press("j", "down", "k", "up", "end", "home", "ctrl+d", "ctrl+u")
        assert view(seat).caret == 0
        await seat.press("e")
        assert "No more coded passages" in seat.told
        for shown in (Marks.FOCUS, Marks.HUES, Marks.CLEAN, Marks.CALM):
            await seat.press("F")
            assert view(seat).marks is shown
        await seat.press("R")
        await seat.see("Marked as read")
        assert seat.study.live("reading")

    play(read_study, "coding", journey, size)


def test_selecting(read_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("w", "x")
        assert selected(seat) == "ventet"
        await seat.press("x")
        assert selected(seat) == "Jeg ventet lenge på svar."
        await seat.press("x")
        assert selected(seat) == FIRST
        await seat.press("X")
        assert selected(seat) == "Jeg ventet lenge på svar."
        await seat.press("X", "X")
        assert selected(seat) is None
        await seat.press("v", "w")
        assert selected(seat) == "ventet"
        await seat.press("o", "b")
        assert selected(seat) == "Jeg ventet"
        await seat.press("escape")
        assert selected(seat) is None and seat.app.screen is seat.room
        await seat.press("X")
        assert "Select some words" in seat.told

    play(read_study, "coding", journey)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_coding_by_the_code_line(read_study: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("c")
        await seat.see("Code these words as")
        await seat.type("bli")
        await seat.press("enter")
        await seat.see("Coded as «Bli sett»")
        assert coded(seat) == [("Jeg ventet lenge på svar.", "Bli sett")]
        # A digit takes the nth of the list; the code used last stands first.
        await seat.press("s", "c", "3")
        await seat.until(lambda: len(codings(seat)) == 2)
        assert coded(seat)[1][1] == "Vente"
        # A new one, with a parent and a line that says what it means.
        await seat.press("s", "c")
        await seat.type("tilfeldig hjelp")
        await seat.see("+ new code «tilfeldig hjelp»")
        await seat.press("enter")
        await seat.see("Put the new code «tilfeldig hjelp» under")
        await seat.type("møt")
        await seat.press("enter")
        await seat.see("In one line")
        await seat.type("Noen er der.")
        await seat.press("enter")
        await seat.see("Coded as «tilfeldig hjelp»")
        book = code_lookup.codebook(seat.study)
        made = book.named("tilfeldig hjelp")
        assert made.brief == "Noen er der." and book.path(made.id) == ("Møter", "tilfeldig hjelp")
        await seat.press("u")
        await seat.until(lambda: "tilfeldig hjelp" not in [code.name for code in code_lookup.codebook(seat.study)])
        assert len(codings(seat)) == 2
        # The code line closes without a trace; the selection stays.
        await seat.press("c", "escape")
        assert not seat.room.asking and selected(seat) is not None and len(codings(seat)) == 2
        # The same words with the same code: refused in a sentence.
        await seat.press("escape", "S", "S", "S", "c")
        await seat.type("bli")
        await seat.press("enter")
        await seat.until(lambda: "already" in seat.told or "alt" in seat.told)
        assert len(codings(seat)) == 2

    play(read_study, "coding", journey, size)


def test_the_armed_code_and_what_is_done_at_a_coding(read_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("full_stop")
        assert "No code is armed" in seat.told
        await seat.press("c")
        await seat.type("vente")
        await seat.press("enter")
        await seat.see("armed: Vente")
        await seat.press("s", "v", "w", "w", "enter")
        await seat.until(lambda: ("Ingen ringte", "Vente") in coded(seat))
        await seat.press("s", "full_stop")
        await seat.until(lambda: len(codings(seat)) == 3)
        assert coded(seat)[2] == ("Til slutt gikk jeg dit selv.", "Vente")
        # In vivo: few words are the name themselves.
        await seat.press("s", "w", "w", "w", "v", "w", "w", "i")
        await seat.until(lambda: len(codings(seat)) == 4)
        assert coded(seat)[3] == ("så opp", "så opp")
        # Recode, memo, level, pick, drop; each says what it did.
        await seat.press("r")
        await seat.type("bli")
        await seat.press("enter")
        await seat.until(lambda: coded(seat)[3] == ("så opp", "Bli sett"))
        assert "Bli sett" in seat.told
        await seat.press("m")
        await seat.type("et blikk")
        await seat.press("enter")
        await seat.type("to linjer")
        await seat.press("ctrl+s")
        await seat.until(lambda: codings(seat)[3].memo == "et blikk\nto linjer")
        assert "Bli sett" in seat.told
        await seat.see("memo: et blikk")
        await seat.press("t", "1")
        assert codings(seat)[3].level is Level.SEMANTIC
        await seat.press("t", "1")
        assert not codings(seat)[3].level
        await seat.press("q")
        await seat.see("On the quote board")
        assert len(seat.study.live("quote")) == 1
        await seat.press("f")
        assert view(seat).focus_code == codings(seat)[3].code_id
        await seat.press("f")
        assert not view(seat).focus_code
        # New borders.
        await seat.press("v", "b", "b", "b", "B")
        await seat.until(lambda: coded(seat)[3][0] != "så opp")
        assert "Bli sett" in seat.told and selected(seat) is None
        await seat.press("u")
        await seat.until(lambda: coded(seat)[3][0] == "så opp")
        # The caret is where the new border was; the next coding is one word on.
        await seat.press("e", "d")
        await seat.see("Go on all the same?")
        assert "changed the borders of «Bli sett»" in seat.told and len(codings(seat)) == 4
        await seat.press("1")
        await seat.until(lambda: "Bli sett" in seat.told and len(codings(seat)) == 3)

    play(read_study, "coding", journey)


def test_codings_over_one_another(read_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("c")
        await seat.type("vente")
        await seat.press("enter", "S", "v", "w", "c")
        await seat.type("bli")
        await seat.press("enter")
        await seat.until(lambda: len(codings(seat)) == 2)
        # What was just coded is the current one; a comma goes to the next.
        await seat.press("t", "1")
        assert {words: one.level for one, (words, _) in zip(codings(seat), coded(seat), strict=True)}["Jeg"]
        await seat.press("comma", "t", "1")
        levels = {words: one.level for one, (words, _) in zip(codings(seat), coded(seat), strict=True)}
        assert levels["Jeg ventet lenge på svar."] is Level.SEMANTIC
        await seat.press("d")
        await seat.until(lambda: len(codings(seat)) == 1)
        assert coded(seat)[0][1] == "Bli sett"

    play(read_study, "coding", journey)


def test_finding(read_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("n")
        assert "Nothing is searched for" in seat.told
        await seat.press("slash")
        await seat.type("ventet")
        await seat.press("enter")
        await seat.see("2 hits")
        first = view(seat).caret
        assert caret_words(seat, 6) == "ventet"
        await seat.press("n")
        assert view(seat).caret > first and caret_words(seat, 6) == "ventet"
        await seat.press("n")
        assert view(seat).caret == first
        await seat.press("N")
        assert view(seat).caret > first
        await seat.press("escape", "n")
        assert "Nothing is searched for" in seat.told
        await seat.press("slash")
        await seat.press("ctrl+u")
        await seat.type("finnes ikke")
        await seat.press("enter")
        await seat.see("is not in this transcript")

    play(read_study, "coding", journey)


def test_the_next_transcript_and_back_to_the_same_word(read_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("s", "w")
        here = view(seat).caret
        await seat.press("greater_than_sign")
        await seat.see("▸ P02")
        await seat.press("J", "J")
        there = view(seat).caret
        await seat.press("greater_than_sign")
        assert "No more transcripts" in seat.told
        await seat.press("less_than_sign")
        await seat.see("▸ P01")
        assert view(seat).caret == here
        await seat.press("greater_than_sign")
        await seat.until(lambda: view(seat).caret == there)

    play(read_study, "coding", journey)


def test_after_a_restart_the_same_word_and_the_same_undo(read_study: Path, play: Play) -> None:
    places: list[int] = []

    async def before(seat: Seat) -> None:
        await seat.press("s", "c")
        await seat.type("vente")
        await seat.press("enter")
        await seat.until(lambda: len(codings(seat)) == 1)
        await seat.press("s", "c")
        await seat.type("bli")
        await seat.press("enter", "w", "w")
        await seat.until(lambda: len(codings(seat)) == 2)
        await seat.press("u")
        await seat.until(lambda: len(codings(seat)) == 1)
        places.append(view(seat).caret)
        await seat.press("ctrl+q")

    async def after(seat: Seat) -> None:
        assert view(seat).caret == places[0]
        await seat.press("U")
        await seat.until(lambda: len(codings(seat)) == 2)
        assert "Did again" in seat.told
        await seat.press("u", "u")
        await seat.until(lambda: not codings(seat))
        # What was undone may be done again until something new is done; that is said.
        await seat.press("g", "g", "c")
        await seat.type("vente")
        await seat.press("enter")
        await seat.see("end the chance to do 2 undone steps again: coded")
        assert not codings(seat)
        await seat.press("1")
        await seat.until(lambda: len(codings(seat)) == 1)
        await seat.press("U")
        await seat.see("nothing to redo")

    play(read_study, "coding", before)
    play(read_study, "coding", after)


def test_a_study_open_for_reading_refuses_acts_in_a_sentence(study_folder: Path) -> None:
    async def sit() -> None:
        with StudyFile.open(study_folder, read_only=True) as study:
            app = WorkbenchApp(study, "home")
            async with app.run_test(size=WIDE) as pilot:
                seat = Seat(app, pilot)
                app.open_transcript(lookup.named(study, "P01"), 30)
                await seat.until(lambda: seat.room.query(TranscriptView) and view(seat).transcript.turns)
                await seat.see("READING ONLY")
                before = codings(seat)
                await seat.press("e")
                for keys in (
                    ["d"],
                    ["t", "1"],
                    ["q"],
                    ["R"],
                    ["c", "1"],
                    ["r", "1"],
                    ["m", "x", "ctrl+s"],
                    ["u"],
                    ["U"],
                ):
                    await seat.press("e", "E", *keys)
                    await seat.until(lambda: "read" in seat.told.lower(), f"for a refusal of {keys}")
                    while seat.room.asking:
                        await seat.press("escape")
                assert codings(seat) == before
                await seat.press("greater_than_sign")
                await seat.see("▸ P02")
                await seat.press("ctrl+q")

    asyncio.run(sit())


def test_keys_typed_before_the_room_is_whole(read_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        room = seat.room
        chooser, room._chooser = room._chooser, None
        room.run_command(BY_ID["coding.code"])
        room._chooser = chooser
        await seat.see("Code these words as")

    play(read_study, "coding", journey)


def test_rooms_left_before_they_are_whole(read_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        for room in (*ROOMS, "coding"):
            seat.app.go(room)
        await seat.see("turn 2")
        for room in ROOMS:
            seat.app.go(room)
            await seat.until(lambda room=room: room == seat.room.ROOM and seat.room.is_mounted)

    play(read_study, "coding", journey)
