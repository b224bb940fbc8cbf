"""The codebook room, key by key."""

from pathlib import Path
from typing import Any

import pytest

from workbench.acts import codebook as acts
from workbench.acts import coding
from workbench.acts import themes as theme_acts
from workbench.store.lookups.codes import codebook
from workbench.store.lookups.codings import passages
from workbench.store.lookups.memos import MemoFilter, memos
from workbench.store.lookups.themes import themes
from workbench.store.lookups.transcripts import cards
from workbench.store.study_file import StudyFile
from workbench.study.codes import CodeStatus
from workbench.study.spans import Span

WIDE, NARROW = (160, 48), (80, 24)


def book(seat: Any) -> Any:
    return codebook(seat.study)


async def take(seat: Any, name: str) -> None:
    """Go to a code by typing its name."""
    await seat.press("slash")
    await seat.until(lambda: seat.room.asking)
    await seat.type(name)
    await seat.press("enter")
    await seat.until(lambda: seat.room.code and seat.room.code.name == name, name)


def test_the_tree_shows_codes_and_what_is_lacking(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.see("Kontakt")
        assert "4 codes · 2 without definition" in seat.text
        assert "   ▌Bli møtt" in seat.text and "? undefined" in seat.text
        await take(seat, "Bli møtt")
        await seat.see("USE · 2 codings, 2 people")
        assert "Noen kommer imot en." in seat.text and "P03" in seat.text
        assert "What must be said for the code to fit?" in seat.text

    play(study_folder, "codebook", journey)


def test_an_empty_codebook_says_what_to_do(play: Any, empty_study: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.see("There are no codes yet. Press a to add one")
        await seat.press("d")
        assert "nothing to do that to" in seat.told
        await seat.press("a")
        await seat.type("Mot")
        await seat.press("enter")
        await seat.until(lambda: "In one line" in seat.text)
        await seat.type("Tør likevel")
        await seat.press("enter")
        await seat.until(lambda: len(book(seat)) == 1)
        assert next(iter(book(seat))).brief == "Tør likevel"
        assert "Added «Mot». u takes it back." in seat.told

    play(empty_study, "codebook", journey, NARROW)


def test_the_definition_is_one_act_and_esc_warns(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await take(seat, "Vente")
        await seat.press("e")
        await seat.see("What «Vente» means")
        await seat.type("Tid som går")
        await seat.press("tab")
        await seat.type("Lengre")
        await seat.press("escape")
        assert seat.room.forming and "not kept yet" in seat.told
        await seat.press("ctrl+s")
        await seat.until(lambda: not seat.room.forming)
        await seat.see("a Add code")
        code = book(seat).named("Vente")
        assert (code.brief, code.definition) == ("Tid som går", "Lengre")
        assert "Kept what «Vente» means" in seat.told
        await seat.press("u")
        await seat.until(lambda: book(seat).named("Vente").brief == "")
        assert book(seat).named("Vente").definition == "" and seat.room.code.name == "Vente"
        await seat.press("enter")
        await seat.type("Kast")
        await seat.press("escape", "escape")
        await seat.until(lambda: not seat.room.forming)
        assert book(seat).named("Vente").brief == "" and "Left as it was" in seat.told

    play(study_folder, "codebook", journey, NARROW)


def test_all_five_fields_are_seen_at_80_by_24(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.press("e")
        for label in ("IN ONE LINE", "DEFINITION", "WHEN TO USE IT", "WHEN NOT", "EXAMPLE", "^s keep"):
            await seat.see(label)
        await seat.press("tab", "tab", "tab", "tab")
        await seat.type("slutt")
        await seat.see("slutt")
        await seat.press("shift+tab", "ctrl+s")
        await seat.until(lambda: book(seat).named("Kontakt").example == "slutt")

    play(study_folder, "codebook", journey, NARROW)


def test_adding_under_a_parent_and_a_taken_name(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await take(seat, "Vente")
        await seat.press("a")
        await seat.type("Håp")
        await seat.press("enter")
        await seat.see("beside «Vente», under «Kontakt»")
        await seat.press("enter")
        await seat.until(lambda: "In one line" in seat.text)
        await seat.press("enter")
        await seat.until(lambda: len(book(seat)) == 5)
        assert book(seat).path(book(seat).named("Håp").id) == ("Kontakt", "Håp")
        assert seat.room.code.name == "Håp"
        await seat.press("r")
        await seat.press("ctrl+u")
        await seat.type("vente")
        await seat.press("enter")
        await seat.until(lambda: "already a code «Vente»" in seat.told)
        assert len(book(seat)) == 5 and book(seat).named("Håp")

    play(study_folder, "codebook", journey)


def test_moving_and_reordering(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await take(seat, "Savn")
        await seat.press("v")
        await seat.type("Kontakt")
        await seat.press("enter")
        await seat.until(lambda: book(seat).path(book(seat).named("Savn").id) == ("Kontakt", "Savn"))
        assert seat.room.code.name == "Savn"
        await seat.press("K")
        names = [code.name for code in book(seat)]
        assert names == ["Kontakt", "Bli møtt", "Savn", "Vente"] and seat.room.code.name == "Savn"
        await seat.press("J", "J")
        assert "cannot go further" in seat.told
        await seat.press("u", "u", "u")
        await seat.until(lambda: book(seat).named("Savn").parent_id is None)

    play(study_folder, "codebook", journey)


def test_a_merge_says_first_what_goes_over(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await take(seat, "Vente")
        await seat.press("M")
        await seat.type("Savn")
        await seat.press("enter")
        await seat.see("2 codings, 0 codes under it, 1 theme go over")
        await seat.press("2")
        assert len(book(seat)) == 4
        await seat.press("M")
        await seat.type("Savn")
        await seat.press("enter")
        await seat.see("Merge «Vente» into «Savn»?")
        await seat.press("enter")
        await seat.until(lambda: len(book(seat)) == 3)
        assert seat.room.code.name == "Savn" and "2 codings went over" in seat.told
        await seat.see("Merged into this one: Vente")
        await seat.press("u")
        await seat.until(lambda: len(book(seat)) == 4)

    with StudyFile.open(study_folder) as study:
        theme_acts.gather(study, theme_acts.add(study, "Tid"), codebook(study).named("Vente").id)
    play(study_folder, "codebook", journey)


def test_putting_away_and_removing(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await take(seat, "Vente")
        await seat.press("d")
        await seat.until(lambda: book(seat).named("Vente").status is CodeStatus.RETIRED)
        await seat.see("× put away")
        await seat.press("d")
        await seat.until(lambda: book(seat).named("Vente").status is CodeStatus.ACTIVE)
        await seat.press("D")
        assert "«Vente» has codings" in seat.told and len(book(seat)) == 4

    play(study_folder, "codebook", journey)


def test_memo_and_theme(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await take(seat, "Vente")
        await seat.press("m")
        await seat.type("Ser likt ut overalt")
        await seat.press("ctrl+s")
        await seat.until(lambda: memos(seat.study, MemoFilter("code")))
        await seat.see("Ser likt ut overalt")
        await seat.press("t")
        await seat.type("Tid")
        await seat.press("enter")
        await seat.until(lambda: themes(seat.study))
        assert themes(seat.study)[0].code_ids == (book(seat).named("Vente").id,)
        await seat.press("t")
        await seat.see("✓ has it")
        await seat.press("enter")
        await seat.until(lambda: themes(seat.study)[0].code_ids == ())
        assert "no longer under «Tid»" in seat.told

    play(study_folder, "codebook", journey)


def test_passages_and_the_way_back(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.press("p")
        assert "on no words yet" in seat.told
        await take(seat, "Vente")
        await seat.press("p")
        await seat.see("Jeg ventet i tre uker")
        assert "2 passages" in seat.text
        await seat.press("escape")
        await seat.see("CODES")
        assert seat.room.code.name == "Vente"
        await seat.press("p", "j", "enter")
        await seat.until(lambda: seat.room.ROOM == "coding")
        assert seat.app.desk.caret > 0

    play(study_folder, "codebook", journey, NARROW)


def test_the_passages_of_a_code_are_read_a_page_at_a_time(
    play: Any, study_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.tui import quote_pages

    monkeypatch.setattr(quote_pages, "PAGE", 4)
    monkeypatch.setattr(quote_pages, "NEAR_END", 1)
    with StudyFile.open(study_folder) as study:
        card = cards(study)[0]
        code = codebook(study).named("Vente").id
        before = len(study.live("coding", code_id=code))
        for at in range(0, 20, 2):
            coding.apply(study, card.id, Span(at, at + 6), code)
    whole = before + 10

    async def journey(seat: Any) -> None:
        await take(seat, "Vente")
        await seat.press("p")
        await seat.see(f"{whole} passages")
        assert len(seat.room.quotes.items) == 4
        for _ in range(5):
            await seat.press("j")
        assert 4 < len(seat.room.quotes.items) < whole
        # What is marked stays in the list after an act, though one has gone up since.
        await seat.press("x", "home")
        loaded = len(seat.room.quotes.items)
        seat.room.outdate()
        await seat.until(lambda: len(seat.room.quotes.items) == loaded)
        for _ in range(whole):
            await seat.press("j")
        assert len(seat.room.quotes.items) == whole
        found = [one.coding.id for one in seat.room.quotes.items]
        assert found == [one.coding.id for one in passages(seat.study, [code])]

    play(study_folder, "codebook", journey)


def test_tab_turns_the_page_on_a_narrow_screen(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await take(seat, "Bli møtt")
        assert "Noen kommer imot en." not in seat.text
        await seat.press("tab")
        await seat.see("Noen kommer imot en.")
        await seat.press("escape")
        await seat.see("CODES")
        assert seat.room.ROOM == "codebook"

    play(study_folder, "codebook", journey, NARROW)


def test_a_hostile_name_is_drawn_harmlessly(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.see("[bold]x[/] 界界")

    with StudyFile.open(study_folder) as study:
        acts.add(study, "[bold]x[/] 界界" + "界" * 40)
    play(study_folder, "codebook", journey, NARROW)


def test_a_memo_that_is_there_is_opened_and_changed(play: Any, study_folder: Path) -> None:
    def texts(seat: Any) -> list[str]:
        return [memo.text for memo in memos(seat.study, MemoFilter("code"))]

    async def journey(seat: Any) -> None:
        await seat.press("m")
        await seat.type("Tanke")
        await seat.press("ctrl+s")
        await seat.until(lambda: texts(seat) == ["Tanke"])
        await seat.press("m")
        await seat.see("another memo")
        await seat.press("enter")
        await seat.type(" to")
        await seat.press("ctrl+s")
        await seat.until(lambda: texts(seat) == ["Tanke to"])
        await seat.see("edited by ")
        await seat.press("m", "2")
        await seat.type("Mer")
        await seat.press("ctrl+s")
        await seat.until(lambda: texts(seat) == ["Mer", "Tanke to"])
        await seat.press("m", "1")
        await seat.until(lambda: seat.room.asking)
        await seat.press("backspace", "backspace", "backspace", "ctrl+s")
        await seat.until(lambda: texts(seat) == ["Tanke to"])
        assert "Memo taken away." in seat.told
        await seat.press("u")
        await seat.until(lambda: texts(seat) == ["Mer", "Tanke to"])

    play(study_folder, "codebook", journey)


def test_a_code_is_split_passage_by_passage(play: Any, study_folder: Path) -> None:
    def held(seat: Any, name: str) -> int:
        code = book(seat).named(name)
        return len(seat.study.live("coding", code_id=code.id))

    async def journey(seat: Any) -> None:
        await take(seat, "Vente")
        await seat.press("p")
        await seat.until(lambda: seat.room.states() == {"passages"})
        assert held(seat, "Vente") == 2
        await seat.press("home", "x")
        await seat.see("1 marked; s splits them off.")
        await seat.see("✓ ")
        await seat.press("s")
        await seat.see("Which code does 1 passage of «Vente» get?")
        await seat.type("Tid uten svar")
        await seat.press("enter")
        await seat.until(lambda: held(seat, "Vente") == 1)
        assert held(seat, "Tid uten svar") == 1 and "u takes it back" in seat.told
        # With none marked the one in hand goes, and the list it was in closes behind it.
        await seat.press("s")
        await seat.type("Savn")
        await seat.press("enter")
        await seat.until(lambda: held(seat, "Vente") == 0)
        assert seat.room.states() == {"item"}
        await seat.press("u", "u")
        await seat.until(lambda: held(seat, "Vente") == 2)
        assert [code.name for code in book(seat)].count("Tid uten svar") == 0

    play(study_folder, "codebook", journey)


def test_other_names_and_source_are_written_in_the_form(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await take(seat, "Vente")
        await seat.press("e", *["tab"] * 6)
        await seat.type("Ventetid")
        await seat.press("tab")
        await seat.type("luft")
        await seat.press("ctrl+s")
        await seat.until(lambda: "A code comes from" in seat.told)
        assert seat.room.forming
        await seat.press(*["backspace"] * 4)
        await seat.type("guide")
        await seat.press("ctrl+s")
        await seat.until(lambda: not seat.room.forming)
        code = book(seat).named("ventetid")
        assert (code.name, code.aliases, code.source) == ("Vente", ("Ventetid",), "guide")
        await seat.press("tab")
        await seat.see("also: Ventetid")
        await seat.press("tab")
        # The code line of the lists finds it by the other name too.
        await seat.press("home", "slash")
        await seat.type("ventetid")
        await seat.press("enter")
        assert seat.room.code.name == "Vente"

    play(study_folder, "codebook", journey, NARROW)
