"""One key jumps: letters over panes and rows, and what a chord waits for."""

from __future__ import annotations

from pathlib import Path

from seat import NARROW, WIDE, Play, Seat

from workbench.tui.jumping import LETTERS, HasLetters
from workbench.tui.ledger import Ledger


def letters(seat: Seat) -> dict[str, tuple[HasLetters, int]]:
    """Each letter with its pane and row."""
    found: dict[str, tuple[HasLetters, int]] = {}
    for pane in seat.room.query("*"):
        if isinstance(pane, HasLetters):
            for row, letter in (pane.letters or {}).items():
                assert letter not in found
                found[letter] = (pane, row)
    return found


def test_a_letter_on_a_row_makes_it_current(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        ledger = seat.room.main_ledger()
        assert ledger is not None and ledger.index == 0
        await seat.press("space")
        await seat.see("a letter goes where it stands")
        marked = letters(seat)
        letter = next(one for one, (pane, row) in marked.items() if pane is ledger and row == 2)
        # The letter is drawn in the row's first cell.
        line = seat.text.splitlines()[ledger.region.y + 2]
        assert line[ledger.region.x] == letter
        await seat.press(letter)
        assert ledger.index == 2 and not letters(seat)
        assert "letter" not in seat.told

    play(study_folder, "codebook", journey)


def test_a_letter_on_a_turn_moves_the_caret_and_one_on_a_pane_the_keys(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        seat.app.open_transcript(int(seat.study.live("transcript")[0]["id"]), 0)
        await seat.see("Jeg savner")
        view = seat.room.query_one("TranscriptView")
        await seat.press("space")
        turns = [letter for letter, (pane, _) in letters(seat).items() if pane is view]
        assert len(turns) == 3
        await seat.press(turns[1])
        assert view.caret == view.transcript.turns[1].start
        assert not letters(seat)

    play(study_folder, "transcripts", journey)


def test_every_pane_has_a_letter_that_goes_there(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        panes = [one for one in seat.room.query("Ledger, TextPane") if one.region and one.can_focus and one.focusable]
        for pane in panes:
            if pane is seat.room.focused or not isinstance(pane, HasLetters):
                continue
            await seat.press("apostrophe")
            own = [one for one, (where, row) in letters(seat).items() if where is pane]
            await seat.press(own[0])
            assert seat.room.focused is pane

    play(study_folder, "codebook", journey)


def test_any_other_key_stays_and_does_nothing(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        before = seat.study.live("code")
        await seat.press("space", "escape")
        assert not letters(seat) and seat.room.ROOM == "codebook"
        await seat.press("space", "f12", "space", "ctrl+d")
        assert not letters(seat) and seat.study.live("code") == before
        # The next key is itself again.
        await seat.press("j")
        assert seat.room.main_ledger().index == 1  # type: ignore[union-attr]

    play(study_folder, "codebook", journey)


def test_where_space_means_something_of_its_own_the_other_key_jumps(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.type("vent*")
        await seat.until(lambda: "1" in seat.text)
        await seat.press("enter", "space")
        assert not letters(seat)
        await seat.press("apostrophe")
        await seat.until(lambda: letters(seat))
        await seat.press("escape")

    play(study_folder, "search", journey)


def test_letters_are_one_key_each_and_enough_for_a_tall_screen(study_folder: Path, play: Play) -> None:
    assert len(set(LETTERS)) == len(LETTERS) == 62

    async def journey(seat: Seat) -> None:
        ledger = seat.room.main_ledger()
        assert isinstance(ledger, Ledger)
        ledger.set_items(list(ledger.items) * 5000)
        await seat.press("space")
        assert 15 < len(letters(seat)) <= 62
        await seat.press("escape")

    for size in (NARROW, WIDE, (200, 60)):
        play(study_folder, "codebook", journey, size)


def test_no_letters_over_a_question(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("a")
        await seat.type("a b")
        assert not letters(seat) and "a b" in seat.text

    play(study_folder, "codebook", journey)


def test_the_guide_of_a_chord_comes_after_a_moment_and_only_then(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("g")
        assert "…" not in seat.told
        await seat.see("g …  h Home  l Transcripts")
        await seat.press("c")
        await seat.until(lambda: seat.room.ROOM == "codebook")
        # A chord typed at once shows none, also when another begins right after it.
        await seat.press("g", "m", "g")
        assert "…" not in seat.told
        await seat.pilot.pause(0.1)
        assert "…" not in seat.told
        await seat.press("z")
        await seat.pilot.pause(0.4)
        assert "…" not in seat.told and seat.room.ROOM == "themes"

    play(study_folder, "home", journey)
