"""The search room: who says it, narrowing, from a transcript and back, slow expressions, what is pasted, long turns."""

from pathlib import Path
from typing import Any

import pytest
from seat import NARROW, Play, Seat
from textual import events

from workbench.acts import transcripts
from workbench.store.lookups import searches
from workbench.store.lookups.codings import passages
from workbench.store.study_file import StudyFile
from workbench.study.transcripts import Role
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.search import Search


def _search(seat: Seat) -> Search:
    assert isinstance(seat.room, Search)
    return seat.room


def _add(folder: Path, name: str, *said: str) -> None:
    with StudyFile.open(folder) as study:
        turns = [transcripts.NewTurn(words, name, Role.PARTICIPANT, name) for words in said]
        transcripts.add(study, transcripts.NewTranscript(name, turns, f"{name}.txt", "txt", "utf-8", f"hash-{name}"))


def test_who_says_it_stands_above_the_hits(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.type("det")
        await seat.see("6 hits · 3 participants")
        await seat.see("by participant  P01 █1  P02 █1  P03 █1  not participants 3")
        await seat.press("enter", "slash")
        await seat.type("takk")
        await seat.see("no participant  not participants 3")

    play(study_folder, "search", journey)


def test_kinds_of_notes_are_counted(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.type("noen")
        await seat.press("enter", "t")
        await seat.see("code 2")

    play(study_folder, "search", journey)


def test_a_definition_is_opened_at_its_code_and_left_again(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.type("imot")
        await seat.press("enter", "t")
        await seat.see("Noen kommer imot en.")
        await seat.press("enter")
        await seat.until(lambda: seat.room.ROOM == "codebook")
        room: Any = seat.room
        await seat.until(lambda: room.code is not None and room.code.name == "Bli møtt")
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "search")
        assert _search(seat).hits.current is not None

    play(study_folder, "search", journey)


def test_a_search_is_narrowed_to_a_person_then_to_another(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.type("det OR takk")
        await seat.see("9 hits")
        await seat.press("enter", "p")
        await seat.type("P02")
        await seat.press("enter")
        await seat.until(lambda: _search(seat).field.value == "(det OR takk) who:P02")
        await seat.see("1 hit · 1 participant")
        await seat.press("p")
        await seat.type("kvinne")
        await seat.press("enter")
        await seat.see("0 hits")
        assert _search(seat).field.value.endswith("gender:Kvinne")

    play(study_folder, "search", journey)


def test_the_language_is_explained_from_the_field_too(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("at most five words")
        await seat.press("f1")
        await seat.until(lambda: type(seat.app.screen).__name__ == "KeyGuide")
        await seat.see("HOW TO SEARCH")
        await seat.press("escape")
        await seat.type("ventet")
        await seat.see("1 hit")

    play(study_folder, "search", journey)


def test_how_to_search_stands_where_there_is_room(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("F1 shows all")
        await seat.pilot.resize_terminal(160, 48)
        await seat.until(lambda: "at the right" in _search(seat).hits.empty)
        await seat.pilot.resize_terminal(80, 24)
        await seat.until(lambda: "NEAR(a b," in _search(seat).hits.empty)

    play(study_folder, "search", journey, NARROW)


def test_the_hits_stand_as_they_did_after_a_jump(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.type("det")
        await seat.see("6 hits")
        await seat.press("enter", "j", "j", "space", "k", "enter")
        await seat.until(lambda: seat.room.ROOM == "coding")
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "search")
        room = _search(seat)
        assert room.hits.index == 2 and len(room.marked) == 1 and room.hits.has_focus
        await seat.see("1 marked")

    play(study_folder, "search", journey)


def test_from_a_word_to_all_transcripts_and_back(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("enter")
        await seat.until(lambda: seat.room.ROOM == "coding")
        await seat.press("J", "w", "w")
        desk = seat.app.desk
        place = (desk.transcript, desk.caret)
        await seat.press("asterisk")
        await seat.until(lambda: seat.room.ROOM == "search")
        await seat.until(lambda: _search(seat).total > 1)
        assert _search(seat).field.value == "det"
        await seat.press("G", "enter")
        await seat.until(lambda: seat.room.ROOM == "coding")
        assert (desk.transcript, desk.caret) != place
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "search")
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "coding")
        assert (desk.transcript, desk.caret) == place
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "transcripts")

    play(study_folder, "transcripts", journey)


def test_a_selection_is_searched_as_a_phrase_and_leaving_forgets_the_way_back(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("enter")
        await seat.until(lambda: seat.room.ROOM == "coding")
        await seat.press("J", "v", "w", "l", "l", "asterisk")
        await seat.until(lambda: seat.room.ROOM == "search")
        await seat.see("1 hit")
        assert _search(seat).field.value == '"jeg savner"'
        await seat.press("g", "c")
        await seat.until(lambda: seat.room.ROOM == "codebook")
        await seat.press("g", "f")
        await seat.until(lambda: seat.room.ROOM == "search")
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "home")

    play(study_folder, "transcripts", journey)


def test_a_slow_expression_never_holds_the_keys(study_folder: Path, play: Play) -> None:
    _add(study_folder, "P09", "a" * 60 + "b", "Etterpå.")

    async def journey(seat: Seat) -> None:
        await seat.type("/(a|aa)+$/")
        await seat.until(lambda: _search(seat).is_reading)
        await seat.press("enter", "w", "w", "w", "escape")
        await seat.see("Stopped after")
        assert not _search(seat).is_reading

    play(study_folder, "search", journey)


def test_an_expression_that_takes_too_long_says_so(
    study_folder: Path, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.tui.screens.search_asking._TURN_SECONDS", 0.05)
    _add(study_folder, "A09", "Aa.", "a" * 60 + "b")

    async def journey(seat: Seat) -> None:
        await seat.type("/(a|aa)+$/")
        await seat.see("The time was up after 0 of 4 transcripts")

    play(study_folder, "search", journey)


def test_coding_hits_of_an_expression_keeps_place_and_message(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.type("/det/")
        await seat.see("6 hits · 3 participants")
        await seat.press("enter", "j", "j", "c")
        await seat.type("savn")
        await seat.press("enter", "3")
        await seat.see("Coded 1 passage ")
        await seat.until(lambda: not _search(seat).is_reading)
        await seat.see("Coded 1 passage ")
        assert _search(seat).hits.index == 2

    play(study_folder, "search", journey)


def test_what_is_pasted_from_several_lines_is_one(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        _search(seat).field.post_message(events.Paste("tre\nuker\r\n\x1b[31m"))
        await seat.until(lambda: _search(seat).field.value.startswith("tre uker"))
        _search(seat).field.post_message(events.Paste("\n"))
        await seat.press("enter")

    play(study_folder, "search", journey)


def test_marks_do_not_go_silently(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.type("det")
        await seat.see("6 hits")
        await seat.press("enter", "A")
        await seat.see("6 marked")
        await seat.press("slash")
        await seat.type("folk")
        await seat.see("6 marks were taken off")

    play(study_folder, "search", journey)


def test_only_reading_refuses_before_it_asks(study_folder: Path) -> None:
    import asyncio

    async def sit() -> None:
        with StudyFile.open(study_folder, read_only=True) as study:
            app: WorkbenchApp = WorkbenchApp(study, "search")
            async with app.run_test(size=(120, 40)) as pilot:
                seat = Seat(app, pilot)
                await seat.type("det")
                await seat.see("6 hits")
                await seat.press("enter", "c")
                await seat.until(lambda: "open for reading only" in seat.told)
                await seat.press("S")
                await seat.until(lambda: "open for reading only" in seat.told)
                assert not seat.room.asking

    asyncio.run(sit())


@pytest.mark.parametrize("size", [NARROW, (160, 48)])
def test_a_long_turn_is_shown_from_what_was_found(study_folder: Path, play: Play, size: tuple[int, int]) -> None:
    _add(study_folder, "P09", f"{'Og så gikk vi hjem. ' * 200}Der satt en svale. {'Og så gikk vi hjem. ' * 200}")

    async def journey(seat: Seat) -> None:
        await seat.type("svale")
        await seat.see("1 hit")
        await seat.press("enter")
        if size == NARROW:
            await seat.press("tab")
        pane: Any = seat.room.query_one("#hit")
        await seat.until(lambda: "svale" in "".join(part.text for y in range(12) for part in pane.render_line(y)))

    play(study_folder, "search", journey, size)


def test_the_hit_in_full_scrolls_on_a_narrow_screen(study_folder: Path, play: Play) -> None:
    _add(study_folder, "P09", f"En svale. {'Og så gikk vi hjem. ' * 200}", "En svale til.")

    async def journey(seat: Seat) -> None:
        await seat.type("svale")
        await seat.see("2 hits")
        await seat.press("enter", "G", "tab")
        pane: Any = seat.room.query_one("#hit")
        await seat.until(lambda: pane.has_focus)
        before = seat.text
        await seat.press("j", "j", "j")
        await seat.until(lambda: seat.text != before)
        assert _search(seat).hits.index == 1

    play(study_folder, "search", journey, NARROW)


def test_the_next_hit_from_the_hit_in_full(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.type("det")
        await seat.see("6 hits")
        await seat.press("enter", "tab", "n", "n", "N")
        await seat.until(lambda: _search(seat).hits.index == 1)
        assert _search(seat).side_shown

    play(study_folder, "search", journey, NARROW)


def test_a_search_of_what_was_written_is_kept_as_such(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.type("noen")
        await seat.press("enter", "t", "w", "S")
        await seat.press("enter")
        await seat.until(lambda: len(searches.saved(seat.study)) == 1)
        await seat.press("t", "w", "f", "enter")
        await seat.see("in memos, definitions and quotes · whole words only")

    play(study_folder, "search", journey)


def test_hits_without_words_stand_by_transcript(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.type("is:uncoded")
        await seat.see("by transcript")
        await seat.press("enter", "o")
        await seat.see("hits stand by transcript")

    play(study_folder, "search", journey)


def test_nothing_can_be_coded_where_nothing_was_found(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.type("xyzzy")
        await seat.see("0 hits")
        await seat.press("enter", "c")
        await seat.see("Nothing was found yet")

    play(study_folder, "search", journey)


def test_what_others_than_participants_say_is_not_coded_unseen(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.type("det")
        await seat.see("6 hits")
        await seat.press("enter", "A", "c")
        await seat.see("Code what was found (6, 3 of them not said by participants) as:")

    play(study_folder, "search", journey)


def test_more_than_a_hundred_hits_are_coded_and_taken_back(study_folder: Path, play: Play) -> None:
    _add(study_folder, "P09", *(f"Svale nummer {number}." for number in range(150)))

    async def journey(seat: Seat) -> None:
        before = len(passages(seat.study))
        await seat.type("svale")
        await seat.see("150 hits")
        await seat.press("enter", "A")
        await seat.see("150 marked")
        await seat.press("c")
        await seat.type("savn")
        await seat.press("enter", "3")
        await seat.see("Coded 150 passages")
        assert len(passages(seat.study)) == before + 150
        await seat.press("u")
        await seat.until(lambda: len(passages(seat.study)) == before)

    play(study_folder, "search", journey)
