"""What a first day in the coding room stumbles over: titles that vanish, texts that go, guides that are cut."""

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Journey, Play, Seat

from workbench import commands
from workbench.acts import history
from workbench.store.in_words import size
from workbench.tui.drawing import Part, fitted
from workbench.tui.options import Option
from workbench.tui.transcript_view import TranscriptView
from workbench.words import use

LEFT: list[Part] = [(" Services in four municipalities", "title"), (" ▸ ", "dim"), ("P07", "strong"), ("  turn 10", "")]
RIGHT: list[Part] = [
    ("reading ", "dim"),
    ("▌", "accent"),
    (" 40 %", "dim"),
    (" · ", "dim"),
    ("ready: Waiting · ", "dim"),
    ("12 % coded · ", ""),
    ("5 codings", ""),
    (" ", ""),
]


def words(line: object) -> str:
    assert isinstance(line, list)
    return "".join(text for text, _ in line)  # pyright: ignore[reportUnknownVariableType]


@pytest.fixture
def at_text(play: Play) -> Play:
    """As `play`, at the first interview."""

    def run(folder: Path, journey: Journey, size: tuple[int, int] = WIDE) -> None:
        async def sit(seat: Seat) -> None:
            seat.app.open_transcript(int(seat.study.live("transcript")[0]["id"]), 0)
            await seat.see("Jeg savner")
            await journey(seat)

        play(folder, "home", sit, size)

    return run


@pytest.mark.parametrize(
    ("width", "left", "right"),
    [
        (
            107,
            " Services in four municipalities ▸ P07  turn 10",
            "reading ▌ 40 % · ready: Waiting · 12 % coded · 5 codings ",
        ),
        (70, " Services i… ▸ P07  turn 10", "ready: Waiting · 12 % coded · 5 codings "),
        (95, " Services in four mu… ▸ P07  turn 10", "reading ▌ 40 % · ready: Waiting · 12 % coded · 5 codings "),
        (60, " Services i… ▸ P07  turn 10", "12 % coded · 5 codings "),
        (40, " Services i… ▸ P07  turn 10", "5 codings "),
        (30, " Services i… ▸ P07  turn 10", ""),
    ],
)
def test_a_title_gives_way_piece_by_piece(width: int, left: str, right: str) -> None:
    shown = fitted(LEFT, RIGHT, width, 0)
    assert (words(list(shown[0])), words(list(shown[1]))) == (left, right)


def test_what_comes_back_after_a_question_is_gone_on_with(study_folder: Path, at_text: Play) -> None:
    async def journey(seat: Seat) -> None:
        history.undo(seat.study)
        await seat.press("c")
        await seat.type("Skam")
        await seat.press("enter", "enter")
        await seat.type("Kort")
        await seat.press("enter")
        await seat.see("Go on all the same?")
        await seat.press("2")
        await seat.see(" Kort")
        await seat.type(" sagt")
        await seat.press("enter")
        await seat.until(lambda: [one for one in seat.study.live("code", name="Skam")])
        assert seat.study.live("code", name="Skam")[0]["brief"] == "Kort sagt"

    at_text(study_folder, journey)


def test_a_click_beside_a_question_takes_neither_keys_nor_selection(study_folder: Path, at_text: Play) -> None:
    async def journey(seat: Seat) -> None:
        for key in ("c", "m"):
            await seat.press("s", "x", key)
            await seat.type("sav")
            wanted = seat.app.focused
            view = seat.room.query_one(TranscriptView)
            before = (view.caret, view.selection)
            for times in (1, 2):
                await seat.pilot.click(TranscriptView, offset=(20, 3), times=times)
            assert seat.app.focused is wanted and (view.caret, view.selection) == before
            assert "(esc)" in seat.told
            await seat.type("ne")
            await seat.see("savne")
            await seat.press("escape", "escape")
            await seat.until(lambda: not seat.room.asking)
        await seat.pilot.click(TranscriptView, offset=(20, 3))
        assert seat.app.focused is view and view.caret != before[0]

    at_text(study_folder, journey)


def test_a_new_code_left_half_way_is_told_of(study_folder: Path, at_text: Play) -> None:
    async def journey(seat: Seat) -> None:
        for deep in (1, 2):
            await seat.press("c")
            await seat.type("Skam")
            await seat.press(*["enter"] * deep, "escape")
            await seat.see("«Skam» was not made, and nothing was coded")
            assert not seat.room.asking and not seat.study.live("code", name="Skam")
        # What is left later is about something else.
        await seat.press("c", "escape")
        assert "Skam" not in seat.told
        await seat.press("c")
        await seat.type("Skam")
        await seat.press("enter", "enter", "enter")
        await seat.until(lambda: seat.study.live("code", name="Skam"))
        await seat.press("m", "escape")
        assert "nothing was kept" in seat.told

    at_text(study_folder, journey)


def test_the_guide_of_a_chord_is_whole_on_a_small_screen(study_folder: Path, at_text: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("g")
        await seat.see("g …")
        chords = [one for one in commands.in_room("coding") for key in one.keys if key.startswith("g,")]
        assert len(chords) > 15
        for one in chords:
            second = next(key for key in one.keys if key.startswith("g,"))[2:]
            # Never parted by the end of a row.
            assert f"{second} {one.title}" in seat.text

    use("nb")
    at_text(study_folder, journey, NARROW)


def test_digits_stand_only_where_they_choose(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        seat.room.choose("Hvilken dag?", [Option(1, "2026-03-01"), Option(2, "2026-04-01")], lambda *_: None)
        await seat.see("2026-04-01")
        assert "1  2026-03-01" not in seat.text
        await seat.press("escape")
        seat.room.choose("Hva?", [Option(1, "mars"), Option(2, "april")], lambda *_: None)
        await seat.see("1  mars")

    play(study_folder, "codebook", journey)


def test_finding_keeps_nothing_and_says_which_hit(study_folder: Path, at_text: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("slash")
        await seat.see("enter Find  esc Close")
        await seat.press("escape")
        assert "kept" not in seat.told
        await seat.press("slash")
        await seat.type("det")
        await seat.press("enter")
        await seat.see("4 hits")
        await seat.press("n")
        assert seat.told == "Hit 2 of 4"
        await seat.press("N", "N")
        assert seat.told == "Hit 4 of 4"

    at_text(study_folder, journey)


def test_the_key_guide_begins_with_the_work_and_goes_to_its_end(study_folder: Path, at_text: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("question_mark")
        await seat.see("HERE AND NOW")
        first = seat.text.split("HERE AND NOW")[1].splitlines()[1]
        assert "Code" in first
        await seat.press("G")
        await seat.until(lambda: "HERE AND NOW" not in seat.text)
        await seat.press("g")
        await seat.see("HERE AND NOW")

    at_text(study_folder, journey, NARROW)


def test_sizes_are_written_as_in_the_language() -> None:
    assert [size(one) for one in (900, 8_440_000, 2_350_000_000)] == ["1 kB", "8.4 MB", "2.35 GB"]
    use("nb")
    assert [size(one) for one in (8_440_000, 2_350_000_000)] == ["8,4 MB", "2,35 GB"]


def test_home_tells_where_one_was_last(study_folder: Path, at_text: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("G")
        await seat.until(lambda: seat.app.desk.caret)
        await seat.press("g", "h")
        await seat.see("last here: P01 turn 3")
        await seat.press("enter", "g", "g")
        await seat.until(lambda: not seat.app.desk.caret)
        await seat.press("g", "h")
        await seat.see("last here: P01 turn 1")

    at_text(study_folder, journey)


def test_a_pass_finished_early_says_how_much_was_looked_at(study_folder: Path, at_text: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("R")
        assert seat.told == "Marked as read. Looked at 0 %."
        await seat.press("R")
        assert seat.told == "Marked as not read."

    at_text(study_folder, journey)
