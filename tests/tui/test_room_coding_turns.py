"""Turns in the coding room: the menu of a turn, what is no data and in doubt, and the place as it is cited."""

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.acts import transcripts
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.new_transcripts import Mark, MarkKind, NewTranscript, NewTurn
from workbench.study.text_map import TextMap
from workbench.study.transcripts import Role
from workbench.words import use

TURNS = (
    NewTurn("Samtale på kaia", "title", Role.NOT_DATA),
    NewTurn("Hvordan er det å vente?", "I", Role.INTERVIEWER, "", 1000, 5000),
    NewTurn("Båten kommer når den kommer.\nDet er bare å smøre seg.", "P09", Role.PARTICIPANT, "P09", 5000, 20000),
    NewTurn("Ja. Og så går en og ser på sjøen.", "P09", Role.PARTICIPANT, "P09", 20000, 30000),
)
BODY = "\n".join(turn.text for turn in TURNS)


def _at(words: str) -> int:
    return BODY.index(words)


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    """One transcript with a title, a time within a turn, and words in doubt; the caret at «smøre»."""
    marks = [
        Mark(MarkKind.TIME, _at("Det er bare"), _at("Det er bare"), 14_500),
        Mark(MarkKind.DOUBT, _at("smøre"), _at("smøre") + 5, 41),
    ]
    with StudyFile.create(tmp_path / "quay", "Kai", "nb", "Ane") as study:
        kept = TextMap.same(len(BODY))
        new = NewTranscript("P09", TURNS, "p09.json", "json", "utf-8", "9", original=BODY, kept=kept, marks=marks)
        one = transcripts.add(study, new)
        study.keep_desk(
            f"desk.{study.coder_id}", {"room": "coding", "transcript": one, "caret": _at("smøre"), "armed": 0}
        )
    return tmp_path / "quay"


def turns(seat: Seat) -> list[tuple[str, str, str]]:
    one = lookup.load(seat.study, lookup.named(seat.study, "P09"))
    return [(turn.speaker, turn.role.value, one.text[turn.start : turn.end]) for turn in one.turns]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_place_is_told_with_turn_line_and_time(quay: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("turn 3 · line 4 · 00:14")
        await seat.press("Y")
        await seat.see("Copied: P09 · turn 3 · line 4 · 00:14")
        assert seat.app.clipboard == "P09 · turn 3 · line 4 · 00:14"
        await seat.press("k")
        await seat.see("turn 3 · line 3 · 00:05")
        await seat.press("K", "K", "K")
        await seat.see("turn 1 · line 1 ")
        await seat.press("v", "G", "Y")
        await seat.see("Copied: P09 · turns 1–4 · lines 1–5")

    play(quay, "coding", journey, size)


def test_what_is_no_data_or_in_doubt_has_a_sign_of_its_own(quay: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        rows = seat.text.split("\n")
        assert any("title" in row and "╎ Samtale" in row for row in rows)
        assert any("? Det er bare" in row for row in rows)
        assert not any("╎ Båten" in row or "? Båten" in row for row in rows)
        view = seat.room.view
        styles = {part.text: part.style for y in range(12) for part in view.render_line(y) if "møre" in part.text}
        assert styles and all(style.italic for style in styles.values())

    async def in_bokmaal(seat: Seat) -> None:
        await seat.see("tittel")

    play(quay, "coding", journey)
    use("nb")
    play(quay, "coding", in_bokmaal)


def test_a_turn_is_no_data_and_data_again(quay: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("T", "5")
        await seat.see("Turn 3 is not data: counts and suggestions leave it out. u undoes.")
        assert turns(seat)[2][1] == "not data"
        assert "╎ Båten" in seat.text
        await seat.press("T")
        await seat.see("Data again")
        # What is no data is not joined with what is.
        assert "Join" not in seat.text
        await seat.press("4")
        await seat.see("Turn 3 is data again")
        assert turns(seat)[2][:2] == ("P09", "participant")
        await seat.press("u", "u")
        await seat.until(lambda: turns(seat)[2][1] == "participant" and "╎ Båten" not in seat.text)

    play(quay, "coding", journey, NARROW)


def test_a_turn_is_cut_at_the_caret_and_joined_again(quay: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("T")
        await seat.see("before «smøre»")
        await seat.press("3")
        await seat.see("Who says the words from here on?")
        await seat.type("Kona")
        await seat.press("enter")
        await seat.see("Turn 3 is now 3 and 4.")
        assert [one[0] for one in turns(seat)] == ["title", "I", "P09", "Kona", "P09"]
        assert turns(seat)[3][2] == "smøre seg."
        await seat.press("T", "2")
        await seat.see("Who says turn 4?")
        await seat.type("P09")
        await seat.press("enter")
        await seat.see("Turn 4 is said by P09.")
        await seat.press("K", "T", "3")
        await seat.see("Turns 3–4 are one, turn 3.")
        assert len(turns(seat)) == 4 and "smøre seg." in turns(seat)[2][2]
        await seat.press("u", "u", "u")
        await seat.until(lambda: turns(seat) == [(t.speaker, t.role.value, t.text) for t in TURNS])

    play(quay, "coding", journey)


def test_several_turns_are_taken_together_and_only_what_can_be_done_is_offered(quay: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("K", "v", "J", "J", "T")
        await seat.see("Turns 3–4")
        assert "Edit the words" not in seat.text
        await seat.press("escape", "escape", "K", "K", "K", "T")
        await seat.see("Edit the words")
        # The caret is on the first word of the turn, and the next turn is another's.
        assert "Split here" not in seat.text and "Join" not in seat.text

    play(quay, "coding", journey)
