"""What is settled in the import room before files are taken: encodings, speakers, repairs, recordings, sheets."""

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench import words
from workbench.acts import consent, people
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import transcripts as lookup
from workbench.store.lookups.known_labels import known_labels
from workbench.store.study_file import StudyFile
from workbench.study.transcripts import Role
from workbench.words import say

TALK = "I: Hva skjedde etterpå?\n{who}: Vi gikk hjem og så på regnet resten av kvelden.\nI: Ja?\n{who}: Ja.\n"
GROUP = (
    "KH: Hva tenker dere om dette?\n{one}: At vi ble lovet noe annet i fjor vår.\nKH: Ja?\n"
    "{two}: Enig med henne der, altså.\nKH: Mer?\n{one}: Nei.\n{two}: Nei, ikke nå.\n"
)
VTT = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v P21>Hei på deg.</v>\n\n00:05.000 --> 00:09.000\n<v I>Hei.</v>\n"
SRT = "1\n00:00:01,000 --> 00:00:04,000\nHei på deg.\n\n2\n00:00:05,000 --> 00:00:09,000\nHei.\n"
SHEET = (
    "ID;Alder;E-post;Hva betyr jobben for deg?;Noe mer?\n"
    "A1;47;a@eksempel.example;Jeg liker at ingen dager er helt like her.;Flere folk, og at noen sier hvorfor.\n"
    "A2;38;b@eksempel.example;Lite, egentlig, det er bare et sted å være.;Nei\n"
)


def names(seat: Seat) -> list[str]:
    return [card.name for card in lookup.cards(seat.study)]


@pytest.fixture
def corpus(empty_study: Path) -> Path:
    folder = empty_study / "corpus"
    folder.mkdir()
    return folder


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_an_encoding_is_chosen_among_samples(corpus: Path, play: Play, size: tuple[int, int]) -> None:
    write(corpus, P07_txt="I: Hva?\nP07: Zoë sa det.\nI: Ja?\nP07: Ja.\n".encode("cp850"))

    async def journey(seat: Seat) -> None:
        await seat.press("enter", "enter")
        await seat.see("! check")
        await seat.press("A")
        await seat.see("nothing to take in")
        await seat.press("E")
        await seat.see("In which encoding is P07.txt?")
        assert "Zoë sa det" in seat.text
        await seat.type("klingon")
        await seat.press("enter")
        await seat.see("There is no encoding «klingon»")
        await seat.press("E")
        await seat.type("cp850")
        await seat.press("enter")
        await seat.see("P07.txt is read as cp850")
        await seat.press("A")
        await seat.until(lambda: names(seat) == ["P07"])
        found = lookup.load(seat.study, lookup.named(seat.study, "P07"))
        assert "Zoë sa det." in found.text

    play(corpus.parent, "import", journey, size)


def test_one_of_several_formats_is_taken_and_another_can_be_picked(corpus: Path, play: Play) -> None:
    write(corpus, P21_vtt=VTT, P21_srt=SRT, P22_txt=TALK.format(who="P22"))

    async def journey(seat: Seat) -> None:
        await seat.press("enter", "enter")
        await seat.see("2 can be taken in")
        assert "= same rec." in seat.text and "The same recording as P21.vtt" in seat.text
        await seat.press("o")
        await seat.see("P21.srt is the one of its recording")
        await seat.press("A")
        await seat.until(lambda: names(seat) == ["P21", "P22"])
        assert lookup.load(seat.study, lookup.named(seat.study, "P21")).turns[0].speaker == ""

    play(corpus.parent, "import", journey)


def test_marked_files_are_taken(corpus: Path, play: Play) -> None:
    write(corpus, **{f"P3{number}_txt": TALK.format(who=f"P3{number}") for number in range(4)})

    async def journey(seat: Seat) -> None:
        await seat.press("enter", "enter")
        await seat.see("4 can be taken in")
        await seat.press("space", "down", "space")
        await seat.see("2 marked")
        await seat.press("t")
        await seat.see("Took in 2 transcripts")
        assert names(seat) == ["P30", "P32"] and "· 2 marked" not in seat.text
        assert seat.room.ROOM == "import"

    play(corpus.parent, "import", journey)


def test_a_label_that_is_settled_can_hold_for_all(corpus: Path, play: Play) -> None:
    write(corpus, A_txt=GROUP.format(one="Tuva", two="Jonas"), B_txt=GROUP.format(one="Siri", two="Per"))

    async def journey(seat: Seat) -> None:
        await seat.press("enter", "enter")
        await seat.see("To look at first: 2")
        assert seat.text.count("who?") == 2
        await seat.press("s")
        await seat.type("KH")
        await seat.press("enter")
        await seat.see("Who is «KH»?")
        await seat.press("1")
        await seat.see("«KH» speaks in 1 more of these files")
        await seat.press("2")
        await seat.see("«KH» is interviewer")
        for name in ("Tuva", "Jonas"):
            await seat.press("s")
            await seat.type(name)
            await seat.press("enter")
            await seat.see(f"Who is «{name}»?")
            await seat.press("2")
            await seat.see("which participant?")
            await seat.press("enter")
            await seat.see(f"«{name}» is participant")
        await seat.press("a")
        await seat.until(lambda: names(seat) == ["A"])
        assert known_labels(seat.study) == {"kh": Role.INTERVIEWER}
        # What the study has learnt is known of the next files.
        await seat.press("enter", "enter")
        await seat.see("✓ inside")
        await seat.press("down")
        await seat.see("KH  interviewer")

    play(corpus.parent, "import", journey)


def test_a_label_can_be_each_files_own_participant(corpus: Path, play: Play) -> None:
    talk = "I: Hva nå?\nMJ: Vi venter på båten i dag.\nI: Ja?\nTT: Den kommer nok.\nMJ: Ja.\nTT: Ja.\n"
    write(corpus, P81_txt=talk, P82_txt=talk + "I: Takk.\n")

    async def journey(seat: Seat) -> None:
        await seat.press("enter", "enter")
        await seat.see("To look at first: 2")
        await seat.press("s")
        await seat.type("MJ")
        await seat.press("enter")
        await seat.see("Who is «MJ»?")
        await seat.press("2")
        await seat.see("which participant?")
        await seat.press("enter")
        await seat.see("«MJ» speaks in 1 more")
        await seat.press("2")
        await seat.see("«MJ» is participant P81")
        await seat.press("down")
        await seat.see("MJ  participant P82")

    play(corpus.parent, "import", journey)


def test_a_name_that_begins_one_line_is_a_speaker_or_words(corpus: Path, play: Play) -> None:
    write(corpus, P41_txt=TALK.format(who="P41") + "Kari: Hei, er dere her?\nLars: Nei.\n")

    async def journey(seat: Seat) -> None:
        await seat.press("enter", "enter")
        await seat.see("Begins one line only: «Kari:», «Lars:»")
        await seat.press("n")
        await seat.see("Which of these?")
        await seat.press("1")
        await seat.see("«Kari:» begins one line")
        await seat.press("4")
        await seat.see("«Kari» is")
        assert "Kari  " in seat.text
        await seat.press("n")
        await seat.see("«Lars:» begins one line")
        await seat.press("1")
        await seat.see("«Lars:» is words of the text")
        await seat.press("n")
        await seat.see("No name begins only one line here")
        # And the other way: what was taken for a speaker is words after all.
        await seat.press("s")
        await seat.type("Kari")
        await seat.press("enter")
        await seat.see("Who is «Kari»?")
        await seat.type("no speaker")
        await seat.press("enter")
        await seat.see("«Kari:» is words of the text")
        assert "Kari  " not in seat.text

    play(corpus.parent, "import", journey)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_repairs_are_refused_and_made(corpus: Path, play: Play, size: tuple[int, int]) -> None:
    talk = "I: Hva gjorde dere?\nP51: Vi tok en pau\ufb01se, og \ufb02ere kom.\nI: Ja?\nP51: Ja \ue000 da.\n"
    write(corpus, P51_txt=talk)

    async def journey(seat: Seat) -> None:
        await seat.press("enter", "enter")
        await seat.see("1 can be taken in")
        await seat.press("R")
        await seat.see("2 of 2 made")
        assert "ligature · 2 of 2 made" in seat.text and "line 2" in seat.text
        await seat.press("space")
        await seat.see("1 of 2 made")
        await seat.press("A")
        await seat.see("2 of 2 made")
        await seat.press("A")
        await seat.see("0 of 2 made")
        await seat.press("space", "escape")
        await seat.see("The repairs of P51.txt are as you decided")
        assert seat.room.ROOM == "import"
        await seat.press("a")
        await seat.until(lambda: names(seat) == ["P51"])
        text = lookup.load(seat.study, lookup.named(seat.study, "P51")).text
        assert ("pau\ufb01se" in text) != ("\ufb02ere" in text)

    play(corpus.parent, "import", journey, size)


def test_who_has_withdrawn_is_left_out(corpus: Path, play: Play) -> None:
    write(corpus, P61_txt=TALK.format(who="P61"), P62_txt=TALK.format(who="P62"), P63_txt=TALK.format(who="P63"))
    with StudyFile.open(corpus.parent) as study:
        rows = [{"participant": label, "age": age} for label, age in (("P61", "47"), ("P62", "30"))]
        people.take_table(study, rows, "participant", add_unknown=True)
        gone = people_lookup.participant_id(study, "P62")
        assert gone is not None
        consent.withdraw(study, gone, "2026-03-02")

    async def journey(seat: Seat) -> None:
        await seat.press("enter", "enter")
        await seat.see("2 can be taken in")
        assert "! withdrew" in seat.text and "P61: in the study · age 47" in seat.text
        await seat.press("down")
        await seat.see("P62 has withdrawn")
        await seat.press("down")
        await seat.see("P63: new to the study")
        await seat.press("A")
        await seat.see("To look at first: 1")
        assert names(seat) == ["P61", "P63"]

    play(corpus.parent, "import", journey)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_sheet_of_open_answers_is_taken(corpus: Path, play: Play, size: tuple[int, int]) -> None:
    write(corpus, svar_csv=SHEET)

    async def journey(seat: Seat) -> None:
        await seat.press("enter")
        await seat.type("svar.csv")
        await seat.press("enter")
        # Longer texts, and nobody of the study: it is not asked what it is.
        await seat.see("2 respondents can be taken in")
        assert "left out" in seat.text and seat.room.ROOM == "answers"
        # The one column of texts is refused, and chosen again.
        await seat.press("down", "down", "down", "space")
        await seat.until(lambda: "E-post" in seat.text and "answers  Hva" not in " ".join(seat.text.split()))
        await seat.press("space")
        await seat.see("2 respondents can be taken in")
        await seat.press("up", "up", "up", "l")
        await seat.see("2 respondents can be taken in")
        await seat.press("l")
        await seat.see("2 respondents can be taken in")
        await seat.press("A")
        await seat.until(lambda: seat.room.ROOM == "transcripts")
        assert names(seat) == ["A1 svar", "A2 svar"]
        assert people_lookup.labelled(seat.study, "A1").attributes["age"] == "47"
        await seat.press("u")
        await seat.until(lambda: names(seat) == [])

    play(corpus.parent, "import", journey, size)


def test_a_sheet_of_known_people_is_a_people_table_and_else_it_is_asked(corpus: Path, play: Play) -> None:
    with StudyFile.open(corpus.parent) as study:
        people.take_table(study, [{"p": "P61"}], "p", add_unknown=True)
    write(corpus, liste_csv="Navnekode;Alder\np61;47\nP62;51\n", ark_csv="Navnekode;Alder\nX1;47\nX2;51\n")

    async def journey(seat: Seat) -> None:
        await seat.press("enter", "enter")
        await seat.see("ark.csv is a sheet")
        await seat.press("enter")
        await seat.type("ark.csv")
        await seat.press("enter")
        await seat.see("What is ark.csv?")
        await seat.press("escape", "enter")
        await seat.type("liste.csv")
        await seat.press("enter")
        await seat.until(lambda: seat.room.ROOM == "people")
        await seat.see("liste.csv")

    play(corpus.parent, "import", journey)


@pytest.mark.parametrize("room", ["mending", "answers"])
def test_rooms_that_show_nothing_yet_say_what_to_do(empty_study: Path, play: Play, room: str) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("escape")

    play(empty_study, room, journey)
    words.use("nb")
    assert say("intake.empty") and say("mending.empty") and say("answers.empty")
    words.use("en")


def test_in_bokmaal(corpus: Path, play: Play) -> None:
    write(corpus, P71_txt=TALK.format(who="P71") + "Kari: Hei \ufb01n dag.\n")
    words.use("nb")

    async def journey(seat: Seat) -> None:
        await seat.press("enter", "enter")
        await seat.see("1 kan tas inn")
        assert "RETTELSER OG RARE TEGN" in seat.text and "P71: ny i studien" in seat.text
        await seat.press("R")
        await seat.see("ligatur · 1 av 1 gjort")

    play(corpus.parent, "import", journey)


def test_a_long_sheet_is_taken_in_pieces_stopped_gone_on_with_and_taken_back(corpus: Path, play: Play) -> None:
    rows = "".join(f"A{at};Jeg liker at ingen dager er like, og det er dag {at}.\n" for at in range(1, 121))
    write(corpus, lang_csv=f"ID;Hva betyr jobben for deg?\n{rows}")

    async def journey(seat: Seat) -> None:
        await seat.press("enter")
        await seat.type("lang.csv")
        await seat.press("enter")
        await seat.see("120 respondents can be taken in")
        await seat.press("A")
        await seat.until(lambda: len(names(seat)) > 5)
        assert " % " in seat.text.splitlines()[0]
        await seat.press("escape")
        await seat.see("Stopped. ")
        inside = len(names(seat))
        assert f"{inside} of 120 respondents were taken in" in seat.told and inside < 120
        assert len(people_lookup.participants(seat.study)) == inside
        await seat.press("A")
        await seat.until(lambda: seat.room.ROOM == "transcripts")
        await seat.see(f"{inside} were in the study already")
        assert len(names(seat)) == 120
        await seat.press("u")
        await seat.see("all of it: 120 respondents")
        await seat.press("enter")
        await seat.see("Took back the answers of 120 respondents from lang.csv")
        assert names(seat) == []
        await seat.press("U")
        await seat.see("only the first piece")
        await seat.press("down", "enter")
        await seat.see("Did again: imported the answers of")
        assert 0 < len(names(seat)) < 120

    play(corpus.parent, "import", journey)
