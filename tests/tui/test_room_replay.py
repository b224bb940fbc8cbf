"""Replay: act after act, with the study as it stood then; the study stays as it is."""

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.acts import codebook, coding, themes
from workbench.acts.transcripts import remove
from workbench.store.lookups import transcripts as lookup
from workbench.store.lookups.codes import codebook as load
from workbench.store.study_file import StudyFile
from workbench.tui.screens import replay as replay_room
from workbench.words import use


def step(seat: Seat) -> str:
    return str(seat.room.query_one("#step").text)  # type: ignore[attr-defined]


def tree(seat: Seat) -> list[str]:
    return [row.name for row in seat.room.query_one("#tree").items]  # type: ignore[attr-defined]


async def begin(seat: Seat, *keys: str) -> None:
    await seat.press(*keys, "p")
    await seat.until(lambda: seat.room.ROOM == "replay" and step(seat))


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_to_and_fro_with_the_codebook_as_it_stood(study_folder: Path, play: Play, size: tuple[int, int]) -> None:
    with StudyFile.open(study_folder) as study:
        theme = themes.add(study, "Å bli sett")
        themes.gather(study, theme, load(study).named("Vente").id)
        codebook.remove(study, codebook.add(study, "Kortlivet"))
        before = study.value("SELECT count(*) FROM change")

    async def journey(seat: Seat) -> None:
        await begin(seat)
        assert "1 of " in step(seat) and "made the study «Small»" in step(seat) and tree(seat) == []
        await seat.press("space", "right", "l", "space")
        await seat.until(lambda: "5 of " in step(seat))
        assert "added the code «Kontakt»" in step(seat) and "1\u00a0code\u00a0(+1)" in step(seat)
        assert "CODEBOOK THEN  1" in tree(seat)[0]
        await seat.press("left")
        await seat.until(lambda: tree(seat) == [])
        await seat.press("end")
        await seat.until(lambda: "removed the code «Kortlivet»" in step(seat))
        assert "Kortlivet" not in tree(seat) and "Å bli sett" in tree(seat)
        await seat.press("left")
        await seat.until(lambda: "Kortlivet" in tree(seat))
        await seat.press("left")
        await seat.until(lambda: "put «Vente» under the theme" in step(seat))
        if size == NARROW:
            await seat.press("tab")
            await seat.see("THEMES THEN  1")
            await seat.press("tab")
        await seat.press("home", "left")
        await seat.see("This is the first act.")
        await seat.press("end", "space")
        await seat.see("This is the last act")
        assert seat.study.value("SELECT count(*) FROM change") == before
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "history")

    play(study_folder, "history", journey, size)


def test_a_coding_with_its_passage_and_from_there_to_the_transcript(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await begin(seat, "t", *"codings", "enter")
        assert "1 of 5" in step(seat) and "replay · codings" in seat.text
        assert "THE PASSAGE" in step(seat) and "Jeg savner det fysiske" in step(seat)
        assert "1\u00a0coding\u00a0(+1)" in step(seat) and "(+1) 1" in seat.text
        await seat.press("enter")
        await seat.until(lambda: seat.room.ROOM == "coding")
        await seat.press("escape")
        await seat.until(lambda: seat.room.ROOM == "replay")

    play(study_folder, "history", journey)


def test_a_passage_of_a_transcript_that_is_gone(study_folder: Path, play: Play) -> None:
    with StudyFile.open(study_folder) as study:
        remove(study, lookup.named(study, "P01"))

    async def journey(seat: Seat) -> None:
        await begin(seat, "t", *"codings", "enter")
        assert "Jeg savner det fysiske" in step(seat)
        await seat.press("enter")
        await seat.see("no longer in the study")

    play(study_folder, "history", journey)


def test_it_runs_by_itself_only_when_asked(study_folder: Path, play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay_room, "_PACES", (30.0, 30.0, 30.0, 0.01))

    async def journey(seat: Seat) -> None:
        await begin(seat)
        await seat.press("minus")
        await seat.see("30 s an act when it runs")
        await seat.press("p")
        await seat.see("Runs by itself, 30 s an act")
        assert "1 of " in step(seat)
        await seat.press("plus", "plus")
        await seat.until(lambda: "This is the last act" in seat.told)
        assert "took in a people table" in step(seat)
        # A step by hand stops it, and so does esc, which then stays.
        await seat.press("home", "minus", "p")
        await seat.see("Runs by itself")
        await seat.press("space")
        await seat.until(lambda: "2 of " in step(seat) and "Runs" not in seat.told)
        await seat.press("p", "escape")
        await seat.see("Stopped; p goes on.")
        assert seat.room.ROOM == "replay"
        # Whoever leaves leaves it standing.
        room = seat.room
        await seat.press("p", "g", "h")
        await seat.until(lambda: seat.room.ROOM == "home")
        assert room._timer is None  # type: ignore[attr-defined]

    play(study_folder, "history", journey)


def test_it_only_looks(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await begin(seat)
        acts = seat.study.value("SELECT count(*) FROM act")
        for key in ("u", "U"):
            await seat.press(key)
            await seat.see("Replay only looks")
        assert seat.study.value("SELECT count(*) FROM act") == acts
        # An act from elsewhere lengthens it; the place is kept.
        await seat.press("space", "space")
        await seat.until(lambda: "3 of " in step(seat))
        held = step(seat).splitlines()[3]
        coding.drop(seat.study, seat.study.live("coding")[0]["id"])
        await seat.until(lambda: f"3 of {acts + 1}" in step(seat))
        assert step(seat).splitlines()[3] == held

    play(study_folder, "history", journey)


def test_nothing_to_replay(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("slash")
        await seat.type("finnesikke")
        await seat.press("enter")
        await seat.see("Ingenting i historikken passer")
        await seat.press("p")
        await seat.until(lambda: seat.room.ROOM == "history" and seat.told)
        seat.app.open_replay(seat.room.wanted)  # type: ignore[attr-defined]
        await seat.until(lambda: seat.room.ROOM == "replay")
        for key in ("space", "left", "home", "end", "p"):
            await seat.press(key)
            await seat.see("Det er ingenting å spille av.")

    use("nb")
    play(study_folder, "history", journey)
