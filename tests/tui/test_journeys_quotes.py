"""The quote board, key by key: cut, insert, take back, order, place, export through the gate."""

from __future__ import annotations

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.acts import coding, entities, quotes, themes
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.masking import Decision, EntityKind
from workbench.tui.transcript_view import TranscriptView


@pytest.fixture
def board_study(study_folder: Path) -> Path:
    """The small study with three quotes, two of them under a theme."""
    with StudyFile.open(study_folder) as study:
        theme = themes.add(study, "Å komme fram", concept="Å nå noen, og å bli nådd.")
        themes.add(study, "Tid", concept="Ventetid er også tid.")
        ids = {row["id"]: row for row in study.live("coding")}
        for one in ids:
            if not study.live("quote", coding_id=one) and len(study.live("quote")) < 3:
                quotes.pick(study, one, theme)
        person = {row["label"]: row["id"] for row in study.live("participant")}
        from workbench.acts import people

        people.set_attribute(study, person["P02"], "gender", "Kvinne")
        people.set_attribute(study, person["P02"], "age", "29")
    return study_folder


def shown(seat: Seat) -> list[str]:
    """Return the quotes of the board in order, as printed."""
    shelf = seat.room._shelf  # type: ignore[attr-defined]
    return [shelf.quote(placed).text for group in (*shelf.groups, shelf.loose) for placed in group.quotes]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_cutting_inserting_and_taking_back(board_study: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("home")
        before = shown(seat)[0]
        words = before.split()
        await seat.press("x")
        await seat.see("Select the words to cut")
        await seat.press("w")
        await seat.see("Select the words to cut")
        await seat.press("enter")
        await seat.see("Cut; shown as […]")
        assert "[…]" in shown(seat)[0] and words[1] not in shown(seat)[0].split()
        # The same words cannot be cut twice; the sentence says so and the editing goes on.
        await seat.press("x", "w", "enter")
        assert "already cut" in seat.told or "kuttet" in seat.told
        await seat.press("escape")
        await seat.press("i")
        await seat.see("Move to the word before")
        await seat.press("enter")
        await seat.see(f"Put in after «{words[0]}»")
        await seat.type("altså")
        await seat.press("enter")
        await seat.see("Inserted")
        assert "[…altså…]" in shown(seat)[0]
        await seat.press("b")
        await seat.see("taken back")
        assert "altså" not in shown(seat)[0] and "[…]" in shown(seat)[0]
        await seat.press("b")
        await seat.until(lambda: shown(seat)[0] == before)
        await seat.press("b")
        assert "no edits" in seat.told
        await seat.press("u")
        await seat.until(lambda: "[…]" in shown(seat)[0])
        # Leaving by esc changes nothing.
        await seat.press("x", "v", "w", "escape")
        assert seat.room.ROOM == "quotes" and "[…]" in shown(seat)[0]

    play(board_study, "quotes", journey, size)


def test_order_and_place(board_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("home")
        first, second = shown(seat)[:2]
        await seat.press("J")
        await seat.until(lambda: shown(seat)[:2] == [second, first])
        await seat.press("J")
        assert "at the edge" in seat.told
        await seat.press("K")
        await seat.until(lambda: shown(seat)[:2] == [first, second])
        await seat.press("t")
        await seat.see("Put this quote under")
        await seat.type("tid")
        await seat.press("enter")
        await seat.until(lambda: shown(seat)[0] == second)
        assert seat.room.current().text == first  # type: ignore[attr-defined]
        await seat.press("d")
        await seat.see("Off the board")
        assert first not in shown(seat)
        await seat.press("u")
        await seat.until(lambda: first in shown(seat))
        await seat.press("home")
        for _ in range(3):
            if seat.room.current().text != first:  # type: ignore[attr-defined]
                await seat.press("j")
        await seat.press("enter")
        await seat.until(lambda: seat.room.ROOM == "coding" and seat.room.is_mounted)
        view = seat.room.query_one(TranscriptView)
        await seat.until(lambda: view.transcript.turns)
        assert view.transcript.text[view.caret :].startswith(first[:8])

    play(board_study, "quotes", journey)


def test_attribution(board_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("home", "T")
        await seat.press("ctrl+u")
        await seat.type("{gender} {nothing}")
        await seat.press("enter")
        await seat.until(lambda: "nothing" in seat.told)
        await seat.press("T", "ctrl+u")
        await seat.type("{gender}, {age_band}")
        await seat.press("enter")
        await seat.see("Quotes are attributed as:")

    play(board_study, "quotes", journey)


def test_an_undecided_name_stops_the_export_and_a_docx_is_written_then(board_study: Path, play: Play) -> None:
    with StudyFile.open(board_study) as study:
        entities.add(study, [entities.NewEntity(EntityKind.PLACE, ("stasjonen",))])
    written = board_study / "exports" / "quotes.docx"

    async def journey(seat: Seat) -> None:
        await seat.press("w")
        await seat.type("word")
        await seat.press("enter", "enter")
        await seat.until(lambda: "stasjonen" in seat.told, "for the gate")
        assert not written.exists()
        for entity in entities.load(seat.study):
            entities.decide(seat.study, entity.id, Decision.REPLACE, "[et sted]")
        await seat.press("w")
        await seat.type("word")
        await seat.press("enter", "enter")
        await seat.until(written.exists, "for the file")
        await seat.see("3 quotes written")

    play(board_study, "quotes", journey)
    import docx

    text = "\n".join(one.text for one in docx.Document(str(written)).paragraphs)
    assert "[et sted]" in text and "stasjonen" not in text and "Kvinne" in text


def test_an_empty_board_says_what_to_do(empty_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("No quotes yet")
        for key in ("x", "i", "b", "K", "t", "d", "y", "w", "enter"):
            await seat.press(key)
            assert seat.told, key

    play(empty_study, "quotes", journey, NARROW)


def test_copying_is_masked_and_attributed(board_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("home", "y")
        await seat.until(lambda: "Copied" in seat.told)
        assert seat.app.clipboard.startswith("«") and "40" in seat.app.clipboard
        entities.add(seat.study, [entities.NewEntity(EntityKind.OTHER, (shown(seat)[0].split()[0],))])
        await seat.press("y")
        await seat.until(lambda: "Not copied" in seat.told)

    play(board_study, "quotes", journey)


def test_a_coding_made_shorter_leaves_its_quote_whole(board_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        row = seat.study.live("quote")[0]
        one = seat.study.live("coding", id=row["coding_id"])[0]
        from workbench.study.spans import Span

        coding.resize(seat.study, one["id"], Span(one["start"], one["start"] + 8))
        text = lookup.load(seat.study, one["transcript_id"]).text[one["start"] : one["start"] + 8]
        await seat.until(lambda: text in shown(seat))

    play(board_study, "quotes", journey)
