"""What the helper process does for the rooms, with the real one."""

from __future__ import annotations

from pathlib import Path

from seat import Play, Seat
from test_journeys_anonymise import named_study

from workbench.acts import codebook, coding, entities, transcripts
from workbench.store.lookups import transcripts as lookup
from workbench.store.study_file import StudyFile
from workbench.study.transcripts import Role
from workbench.tui.transcript_view import TranscriptView

__all__ = ["named_study"]


def test_a_scan_finds_names_and_nothing_is_replaced(named_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("s")
        await seat.see("Looking for names")
        await seat.until(lambda: "new found" in seat.told, "for the scan", 1500)
        found = {form for one in entities.load(seat.study) for form in one.forms}
        assert "Arvid Moen" in found and "41 23 45 67" in found
        assert not seat.study.live("entity", decision="replace")
        await seat.press("s")
        await seat.until(lambda: "Nothing new" in seat.told, "for the second scan")

    play(named_study, "anonymise", journey)


def _many(tmp_path: Path) -> Path:
    """A study with twenty-four coded passages of two kinds, and two more of each to be coded."""
    folder = tmp_path / "many"
    waited = [f"Jeg ventet {count} uker på svar, og køen ble bare lengre mens jeg ventet." for count in range(2, 15)]
    seen = [f"Hun så meg i øynene den {day}. dagen, og smilte da hun hilste på meg." for day in range(2, 15)]
    with StudyFile.create(folder, "Mange", "nb", "Anna") as study:
        wait = codebook.add(study, "Vente", None, brief="Å vente på svar i kø, uke etter uke.")
        met = codebook.add(study, "Bli sett", None, brief="Noen ser en, smiler og hilser.")
        codebook.add(study, "Penger", None, brief="Penger, regninger og gjeld.")
        codebook.add(study, "Helse", None, brief="Kropp, sykdom og helse.")
        for number, (one, other) in enumerate(zip(waited, seen, strict=True)):
            label = f"P{number:02}"
            turns = [transcripts.NewTurn(f"{one} {other}", label, Role.PARTICIPANT, label)]
            added = transcripts.add(
                study, transcripts.NewTranscript(label, turns, f"{label}.txt", "txt", "utf-8", f"h{label}")
            )
            if number:
                text = lookup.load(study, added)
                coding.apply(study, added, text.find(one), wait)
                coding.apply(study, added, text.find(other), met)
    return folder


def test_suggestions_are_accepted_and_refused(tmp_path: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        seat.app.open_transcript(lookup.named(seat.study, "P00"), 0)
        await seat.until(lambda: seat.room.ROOM == "coding" and seat.room.query(TranscriptView))
        view = seat.room.query_one(TranscriptView)
        await seat.until(lambda: view.transcript.turns)
        await seat.press("a")
        await seat.until(lambda: seat.room.suggesting, "for suggestions", 1500)  # type: ignore[attr-defined]
        first = seat.room.suggestions.current  # type: ignore[attr-defined]
        names = {row["id"]: row["name"] for row in seat.study.live("code")}
        assert names[int(first["code_id"])] == "Vente"
        await seat.see("Vente")
        await seat.press("a")
        await seat.see("Coded as «Vente»")
        made = seat.study.live("coding", transcript_id=view.transcript.id)
        assert [row["origin"] for row in made] == ["suggested"]
        await seat.press("escape", "s", "x", "x", "x", "a")
        await seat.until(lambda: seat.room.suggesting, "for suggestions again")  # type: ignore[attr-defined]
        await seat.press("x")
        await seat.see("Refused")
        assert len(seat.study.live("coding", transcript_id=view.transcript.id)) == 1
        await seat.press("u")
        await seat.until(lambda: "Took back" in seat.told)

    play(_many(tmp_path), "home", journey)


def test_in_vivo_of_many_words_offers_phrases(tmp_path: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        seat.app.open_transcript(lookup.named(seat.study, "P00"), 0)
        await seat.until(lambda: seat.room.ROOM == "coding" and seat.room.query(TranscriptView))
        await seat.until(lambda: seat.room.query_one(TranscriptView).transcript.turns)
        await seat.press("i")
        await seat.until(lambda: seat.room.asking, "for phrases", 1500)
        await seat.press("1")
        await seat.until(lambda: "Coded as" in seat.told)
        assert len(seat.study.live("code")) == 5

    play(_many(tmp_path), "home", journey)
