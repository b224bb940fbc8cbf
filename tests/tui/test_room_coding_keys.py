"""The coding room's keys for marks on a coding, several codes at once, new codes, and what is not coded yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.acts import codebook, coding
from workbench.store.lookups import codes as code_lookup
from workbench.store.lookups import codings as coding_lookup
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.codings import Coding, Level, Stance
from workbench.study.spans import Span
from workbench.tui.transcript_view import TranscriptView
from workbench.words import use


@pytest.fixture
def desk(study_folder: Path) -> Path:
    """The small study, its first interview open at the top."""
    with StudyFile.open(study_folder) as study:
        one = lookup.named(study, "P01")
        study.keep_desk(f"desk.{study.coder_id}", {"room": "coding", "transcript": one, "caret": 0, "armed": 0})
    return study_folder


def codings(seat: Seat) -> list[tuple[str, str]]:
    """Return what is coded in the open transcript: words and code."""
    text = lookup.load(seat.study, seat.app.desk.transcript).text
    book = {row["id"]: row["name"] for row in seat.study.live("code")}
    rows = seat.study.live("coding", transcript_id=seat.app.desk.transcript)
    return [(text[row["start"] : row["end"]], book[row["code_id"]]) for row in rows]


def first(seat: Seat) -> Coding:
    """Return the transcript's first coding."""
    rows = seat.study.live("coding", transcript_id=seat.app.desk.transcript)
    return coding_lookup.get(seat.study, min(rows, key=lambda row: row["start"])["id"])


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_what_is_said_of_a_coding(desk: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("e", "t")
        await seat.see("«Savn»: these words are")
        assert "1  semantic" in seat.text and "(say nothing of it)" not in seat.text
        await seat.press("5")
        await seat.see("«Savn»: contradicts; u takes it back.")
        await seat.press("t", "2", "t", "6", "t", "7")
        await seat.see("«Savn»: latent · contradicts · uncertain · important; u takes it back.")
        one = first(seat)
        assert (one.level, one.stance, one.certain, one.important) == (Level.LATENT, Stance.CONTRADICTS, False, True)
        if size == WIDE:
            await seat.until(lambda: seat.text.count("latent · contradicts · uncertain · important") == 2)
        else:
            # Where there is no pane beside the text, the row below it says it.
            await seat.press("w")
            await seat.see("▸Savn  (latent · contradicts · uncertain · important)")
        # Each digit was an act; another stance takes the place of the first, the same one takes it away.
        await seat.press("u")
        await seat.until(lambda: not first(seat).important)
        await seat.press("U", "t", "3")
        await seat.until(lambda: first(seat).stance is Stance.SUPPORTS and first(seat).important)
        await seat.press("t", "3")
        await seat.until(lambda: not first(seat).stance)
        # All at once, and back by one undo.
        await seat.press("t", "8")
        await seat.see("«Savn» has no marks now")
        one = first(seat)
        assert (one.level, one.certain, one.important) == (Level.UNSET, True, False)
        await seat.press("u")
        await seat.until(lambda: first(seat).important and not first(seat).certain and first(seat).level)

    play(desk, "coding", journey, size)


def test_what_is_said_in_bokmaal(desk: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("e", "t")
        await seat.see("«Savn»: disse ordene er")
        await seat.press("4")
        await seat.see("«Savn»: nyanserer; u angrer.")
        await seat.until(lambda: seat.text.count("nyanserer") == 2)

    use("nb")
    play(desk, "coding", journey)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_several_codes_in_one_act(desk: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        before = codings(seat)
        await seat.press("e", "s", "c")
        await seat.see("Code these words as  (tab gathers several)")
        await seat.type("vent")
        await seat.press("tab")
        await seat.see("Code as Vente + …")
        assert "✓" in seat.text
        await seat.type("savn")
        await seat.press("tab")
        await seat.see("Code as Vente + Savn + …")
        # What was gathered is left out again by the same key.
        await seat.press("tab")
        await seat.see("Code as Vente + …")
        await seat.type("bli m")
        await seat.press("enter")
        await seat.see("Coded as «Vente», «Bli møtt»; u takes them back.")
        words = "Men det gikk jo etter hvert."
        assert sorted(codings(seat)) == sorted([*before, (words, "Vente"), (words, "Bli møtt")])
        # One of several is refused: the others are there, and the reason is told.
        await seat.press("c")
        await seat.type("vente")
        await seat.press("tab")
        await seat.type("savn")
        await seat.press("tab", "enter")
        await seat.see("Coded as «Savn»; u takes them back. You have coded exactly these words as")
        assert "as «Vente» already." in seat.told
        assert len(codings(seat)) == len(before) + 3
        await seat.press("u")
        await seat.until(lambda: len(codings(seat)) == len(before) + 2)
        await seat.press("u")
        await seat.until(lambda: codings(seat) == before)

    play(desk, "coding", journey, size)


def test_all_refused_and_gathering_left(desk: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("e", "s", "c")
        await seat.type("vente")
        await seat.press("tab")
        await seat.type("savn")
        await seat.press("enter")
        await seat.until(lambda: len(codings(seat)) == 4)
        acts = seat.study.value("SELECT max(id) FROM act")
        await seat.press("c")
        await seat.type("vente")
        await seat.press("tab")
        await seat.type("savn")
        await seat.press("enter")
        await seat.see("You have coded exactly these words as «Vente» already.")
        assert seat.study.value("SELECT max(id) FROM act") == acts
        # Left by esc, nothing is gathered the next time; the key moves between panes again.
        await seat.press("c")
        await seat.type("vente")
        await seat.press("tab", "escape", "c")
        await seat.see("Code these words as")
        await seat.press("escape", "tab")
        assert not seat.room.asking and len(codings(seat)) == 4

    play(desk, "coding", journey)


def test_a_new_code_with_gathered_ones(desk: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        before = codings(seat)
        await seat.press("e", "s", "c")
        await seat.type("vent")
        await seat.press("tab")
        await seat.type("håp")
        await seat.press("tab")
        await seat.see("enter lager den nye koden")
        await seat.press("enter")
        await seat.see("Legg den nye koden «håp» under")
        await seat.press("2")
        await seat.see("Med én linje: hva betyr «håp»? (enter hopper over)")
        await seat.press("enter")
        await seat.see("Kodet som «Vente», «håp»; u angrer.")
        book = code_lookup.codebook(seat.study)
        assert len(book.path(book.named("håp").id)) == 2 and not book.named("håp").brief
        await seat.press("u")
        await seat.until(lambda: codings(seat) == before)
        assert "håp" not in [code.name for code in code_lookup.codebook(seat.study)]

    use("nb")
    play(desk, "coding", journey)


def test_the_code_line_looks_in_names_other_names_and_definitions(desk: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("e", "s", "c")
        # Of the codes used last the newest stands first, and has the first digit.
        await seat.see("1 ▍Bli møtt")
        for typed, found in (
            ("ventetid", "Vente"),
            ("kommer imot", "Bli møtt"),
            ("nå fram", "Kontakt"),
            ("vte", "Vente"),
        ):
            await seat.type(typed)
            await seat.see(f"▌  ▍{found}")
            await seat.press("ctrl+u")
        await seat.type("ventetid")
        await seat.press("enter")
        await seat.see("Coded as «Vente».")

    with StudyFile.open(desk) as study:
        codebook.define(study, code_lookup.codebook(study).named("Vente").id, {"aliases": "ventetid"})
    play(desk, "coding", journey)


def test_a_new_code_stands_beside_the_one_used_last_or_under_any(desk: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("e", "s", "c")
        await seat.type("vente")
        await seat.press("enter")
        await seat.see("armed: Vente")
        await seat.press("c")
        await seat.type("utålmodighet")
        await seat.press("enter")
        await seat.see("2 ▍Kontakt")
        await seat.press("2")
        await seat.see("(enter skips)")
        await seat.type("Ikke orke mer.")
        await seat.press("enter")
        await seat.see("Coded as «utålmodighet»")
        await seat.press("c")
        await seat.type("lengsel")
        await seat.press("enter")
        await seat.type("savn")
        await seat.press("enter", "enter")
        await seat.see("Coded as «lengsel»")
        book = code_lookup.codebook(seat.study)
        assert book.path(book.named("utålmodighet").id) == ("Kontakt", "utålmodighet")
        assert book.named("utålmodighet").brief == "Ikke orke mer."
        assert book.path(book.named("lengsel").id) == ("Savn", "lengsel")

    play(desk, "coding", journey)


def place(seat: Seat) -> tuple[str, str]:
    """Return the open transcript and the words from the caret on."""
    view = seat.room.query_one(TranscriptView)
    return view.transcript.name, view.transcript.text[view.caret :][:12]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_to_what_is_not_coded(desk: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        # The interviewer's question is passed over, and so is what is coded.
        await seat.press("right_parenthesis")
        await seat.see("1 word not coded, turn 2.")
        assert place(seat) == ("P01", "altså det å ")
        await seat.press("right_square_bracket")
        await seat.see("6 words not coded, turn 2.")
        assert place(seat) == ("P01", "Men det gikk")
        await seat.press("right_parenthesis")
        await seat.see("No more uncoded words this way; g u opens the next transcript that has some.")
        await seat.press("left_parenthesis")
        assert place(seat)[1] == "altså det å "
        await seat.press("left_square_bracket")
        await seat.see("No more uncoded words this way")
        # What is coded meanwhile is no longer gone to.
        await seat.press("c", "1", "G", "left_parenthesis")
        await seat.until(lambda: place(seat)[1] == "Men det gikk")
        await seat.press("g", "u")
        await seat.see("2 words not coded, turn 2.")
        assert place(seat) == ("P02", "Det var inge")
        await seat.press("g", "u", "g", "u")
        await seat.until(lambda: place(seat)[0] == "P01")

    play(desk, "coding", journey, size)


def test_a_place_drawn_by_lot(desk: Path, play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[list[float]] = []

    def last(of: list[object], weights: list[float]) -> list[object]:
        drawn.append(weights)
        return [of[-1]]

    async def journey(seat: Seat) -> None:
        monkeypatch.setattr("random.choices", last)
        await seat.press("g", "d")
        await seat.until(lambda: place(seat)[0] == "P03")
        # One turn is the participant's; of its words those uncoded weigh.
        assert len(drawn[0]) == 3 and drawn[1] == [8] and "8 ord ikke kodet, replikk 2." in seat.told
        assert place(seat)[1] == "Det hadde je"
        for name, words in (("P03", "Det hadde jeg ikke turt å håpe på."), ("P02", "Det var"), ("P02", "tilbake.")):
            one = lookup.load(seat.study, lookup.named(seat.study, name))
            coding.apply(seat.study, one.id, one.find(words), code_lookup.codebook(seat.study).named("Savn").id)
        await seat.press("g", "d")
        await seat.until(lambda: place(seat)[0] == "P01")
        await seat.press("g", "u")
        await seat.until(lambda: "Ingen annen transkripsjon" in seat.told)
        one = lookup.load(seat.study, lookup.named(seat.study, "P01"))
        turn = one.turns[1]
        savn = code_lookup.codebook(seat.study).named("Savn").id
        coding.apply(seat.study, one.id, Span(turn.start, turn.end), savn)
        for keys in (("g", "d"), ("g", "u")):
            await seat.press("G", *keys)
            await seat.until(lambda: "Alt deltakerne sier" in seat.told)

    use("nb")
    play(desk, "coding", journey)
