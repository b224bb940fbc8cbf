"""A new act ends the chance to redo only after it was said; whatever was typed outlives the question."""

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat
from textual import events

from workbench.acts import history
from workbench.store.lookups.codes import codebook
from workbench.store.lookups.memos import on as memos
from workbench.words import use

LONG = "Dette er et langt memo om det å vente, skrevet i ett strekk."


async def undo_twice(seat: Seat) -> None:
    await seat.press("u", "u")
    await seat.until(lambda: len(history.waiting_redos(seat.study)) == 2)


def texts(seat: Seat) -> list[str]:
    return [memo.text for code in codebook(seat.study) for memo in memos(seat.study, "code", code.id)]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_long_text_outlives_the_question_and_what_was_kept_can_be_done_again(
    study_folder: Path, play: Play, size: tuple[int, int]
) -> None:
    async def journey(seat: Seat) -> None:
        await undo_twice(seat)
        await seat.press("m")
        await seat.type(LONG)
        await seat.press("enter")
        await seat.type("Og en linje til.")
        await seat.press("ctrl+s")
        await seat.see("Go on all the same?")
        assert "2 undone steps" in seat.told and "picked a quote from P03" in seat.told
        assert "took in a people table" in seat.told
        await seat.press("2")
        await seat.see(LONG[:40])
        assert "Og en linje til." in seat.text and not texts(seat)
        assert len(history.waiting_redos(seat.study)) == 2 and "U does again" in seat.told
        # It is still what the person wrote and nobody kept: leaving it is warned of.
        await seat.press("escape")
        await seat.see("Not kept yet")
        await seat.press("escape")
        await seat.see("nothing was kept")
        await seat.press("U", "U")
        await seat.until(lambda: not history.waiting_redos(seat.study))
        assert len(seat.study.live("quote")) == 1 and not texts(seat)

    play(study_folder, "codebook", journey, size)


def test_going_on_carries_out_the_very_same_act(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await undo_twice(seat)
        await seat.press("m")
        await seat.type(LONG)
        await seat.press("ctrl+s")
        await seat.see("Go on all the same?")
        await seat.press("1")
        await seat.until(lambda: texts(seat) == [LONG])
        assert not history.waiting_redos(seat.study) and "undone" not in seat.told
        assert [line.state for line in history.lines(seat.study, 5)].count("cleared") == 2
        # From now on nothing waits, and nothing is asked.
        await seat.press("m", "2")
        await seat.type("til")
        await seat.press("ctrl+s")
        await seat.until(lambda: sorted(texts(seat)) == sorted([LONG, "til"]))

    play(study_folder, "codebook", journey)


def test_a_form_stays_as_it_was_written(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await undo_twice(seat)
        await seat.press("e")
        await seat.type("Kort sagt.")
        await seat.press("ctrl+s")
        await seat.see("Go on all the same?")
        await seat.press("2")
        await seat.until(lambda: "Go on all the same?" not in seat.text)
        assert "Kort sagt." in seat.text
        # The keys are back in the field.
        await seat.type(" Ja.")
        await seat.see("Kort sagt. Ja.")
        # It is asked once.
        await seat.press("ctrl+s")
        await seat.until(lambda: any(code.brief == "Kort sagt. Ja." for code in codebook(seat.study)))
        await seat.until(lambda: not seat.room.query_one("#form").display)

    play(study_folder, "codebook", journey)


def test_a_new_name_typed_in_a_chooser_is_offered_again(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await undo_twice(seat)
        await seat.press("t")
        await seat.type("Et nytt tema")
        await seat.press("enter")
        await seat.see("Go on all the same?")
        await seat.press("2")
        await seat.see("Et nytt tema")
        assert not seat.study.live("theme")
        await seat.press("enter")
        await seat.until(lambda: seat.study.live("theme"))
        assert seat.study.live("theme_code")

    play(study_folder, "codebook", journey)


def test_a_key_that_acts_at_once_asks_too_and_does_nothing_before(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("u")
        await seat.until(lambda: history.waiting_redos(seat.study))
        await seat.press("d")
        await seat.see("Gå videre likevel?")
        assert "endelig" in seat.told and "deltakertabell" in seat.told
        await seat.press("enter")
        await seat.see("Ingenting ble endret")
        assert all(code.status == "active" for code in codebook(seat.study))
        # What is no new act (moving, undoing, reading) is never asked about.
        await seat.press("u")
        await seat.until(lambda: len(history.waiting_redos(seat.study)) == 2)

    use("nb")
    play(study_folder, "codebook", journey)


def test_it_is_asked_once_of_the_same_undone_acts(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("u")
        await seat.until(lambda: history.waiting_redos(seat.study))
        await seat.press("d")
        await seat.see("Go on all the same?")
        # Leaving the question is keeping.
        await seat.press("escape")
        await seat.see("The next new act goes through")
        # One more is undone: of that one it was not asked.
        await seat.press("u", "d")
        await seat.see("Go on all the same?")
        await seat.press("2", "d")
        await seat.until(lambda: any(code.status != "active" for code in codebook(seat.study)))
        assert "(2) can no longer be done again" in seat.told
        assert not history.waiting_redos(seat.study)

    play(study_folder, "codebook", journey)


def burst(seat: Seat, *keys: str) -> None:
    for key in keys:
        seat.app.post_message(events.Key(key, None))


@pytest.mark.parametrize("answer", ["1", "2"])
def test_keys_typed_ahead_wait_for_the_answer(
    study_folder: Path, play: Play, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("u")
        await seat.until(lambda: history.waiting_redos(seat.study))
        place = seat.room.main_ledger()
        assert place is not None
        before = place.index
        # `1` and `enter` would answer, `j` would narrow the list.
        burst(seat, "d", "j", "1", "enter", "j")
        await seat.see("Go on all the same?")
        monkeypatch.setattr("workbench.tui.clearing.BURST_SECONDS", 0.0)
        await seat.press("x")
        assert seat.room.asking and all(code.status == "active" for code in codebook(seat.study))
        await seat.press(answer)
        await seat.until(lambda: not seat.room.query_one("#chooser").display)
        if answer == "1":
            await seat.until(lambda: place.index == before + 2)
            assert any(code.status != "active" for code in codebook(seat.study))
        else:
            assert place.index == before and "left out: 4" in seat.told

    monkeypatch.setattr("workbench.tui.clearing.BURST_SECONDS", 5.0)
    play(study_folder, "codebook", journey)


def test_keys_typed_ahead_in_a_field_wait_too(study_folder: Path, play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    async def journey(seat: Seat) -> None:
        await undo_twice(seat)
        await seat.press("m")
        await seat.type(LONG)
        burst(seat, "ctrl+s", "j", "2")
        await seat.see("Go on all the same?")
        monkeypatch.setattr("workbench.tui.clearing.BURST_SECONDS", 0.0)
        await seat.press("1")
        await seat.until(lambda: texts(seat) == [LONG])

    monkeypatch.setattr("workbench.tui.clearing.BURST_SECONDS", 5.0)
    play(study_folder, "codebook", journey)


def test_more_than_three_are_counted(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press(*["u"] * 5)
        await seat.until(lambda: len(history.waiting_redos(seat.study)) == 5)
        await seat.press("d")
        await seat.see("Go on all the same?")
        assert "5 undone steps" in seat.told and "and 2 more" in seat.told

    play(study_folder, "codebook", journey)
