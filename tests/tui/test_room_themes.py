"""The themes room, key by key."""

from pathlib import Path
from typing import Any

import pytest

from workbench.acts import themes as acts
from workbench.store.lookups.codes import codebook
from workbench.store.lookups.memos import MemoFilter, memos
from workbench.store.lookups.quotes import quotes
from workbench.store.lookups.themes import themes
from workbench.store.study_file import StudyFile
from workbench.study.themes import ThemeStatus

WIDE, NARROW = (160, 48), (80, 24)


@pytest.fixture
def two_themes(study_folder: Path) -> Path:
    """«Tid» with the code Vente, «Nær» without concept with Bli møtt; Savn and Kontakt under none."""
    with StudyFile.open(study_folder) as study:
        book = codebook(study)
        acts.gather(study, acts.add(study, "Tid", concept="Tid er makt"), book.named("Vente").id)
        acts.gather(study, acts.add(study, "Nær"), book.named("Bli møtt").id)
    return study_folder


def names(seat: Any) -> list[str]:
    return [theme.name for theme in themes(seat.study)]


def test_themes_with_their_codes_and_the_loose_ones(play: Any, two_themes: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.see("UNDER NO THEME · 2 codes")
        text = seat.text
        assert text.index("█ Tid") < text.index("▌Vente") < text.index("█ Nær") < text.index("▌Savn")
        assert "Tid er makt" in text and "2 themes · 2 candidate" in text
        await seat.press("j")
        await seat.see("LATEST ON THIS")
        assert seat.room.states() == {"item", "code"}
        await seat.press("G")
        assert seat.room.states() == {"loose"}

    play(two_themes, "themes", journey)


def test_nothing_yet(play: Any, empty_study: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.see("There are no themes and no codes yet.")
        await seat.press("q")
        assert "nothing to do that to" in seat.told
        await seat.press("a")
        await seat.type("Mot")
        await seat.press("enter")
        await seat.see("Which one idea holds «Mot» together?")
        await seat.type("Alene")
        await seat.press("enter")
        await seat.until(lambda: names(seat) == ["Mot"])
        assert themes(seat.study)[0].concept == "Alene" and "Added the theme" in seat.told
        await seat.press("u")
        await seat.until(lambda: names(seat) == [])

    play(empty_study, "themes", journey, NARROW)


def test_a_final_theme_needs_its_concept(play: Any, two_themes: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.press("j", "j", "s", "3")
        await seat.until(lambda: "no central organising concept" in seat.told)
        await seat.press("e")
        await seat.see("CENTRAL ORGANISING CONCEPT")
        await seat.type("Noen ser en")
        await seat.press("tab")
        await seat.type("Bare her")
        await seat.press("ctrl+s")
        await seat.until(lambda: themes(seat.study)[1].definition == "Bare her")
        await seat.press("s", "3")
        await seat.until(lambda: themes(seat.study)[1].status is ThemeStatus.FINAL)
        assert "final" in seat.told and seat.room.theme_in_hand.name == "Nær"

    play(two_themes, "themes", journey, NARROW)


def test_gathering_stays_open_and_can_let_go(play: Any, two_themes: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.press("c")
        await seat.see("Codes of «Tid» (1)")
        assert "· Nær" in seat.text
        await seat.type("Sav")
        await seat.press("enter")
        await seat.see("Codes of «Tid» (2)")
        assert seat.room.asking
        await seat.press("enter")
        await seat.see("Codes of «Tid» (1)")
        await seat.type("Bli")
        await seat.press("enter", "escape")
        await seat.until(lambda: not seat.room.asking)
        book = codebook(seat.study)
        assert [book.get(one).name for one in themes(seat.study)[0].code_ids] == ["Vente", "Bli møtt"]
        await seat.press("j", "x")
        await seat.until(lambda: len(themes(seat.study)[0].code_ids) == 1)
        assert seat.room.row.code.name == "Bli møtt" and "no longer under «Tid»" in seat.told

    play(two_themes, "themes", journey, NARROW)


def test_a_loose_code_starts_a_theme(play: Any, two_themes: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.press("G", "x")
        assert "nothing to do that to" in seat.told
        await seat.press("c")
        await seat.type("Tap")
        await seat.press("enter")
        await seat.until(lambda: names(seat) == ["Tid", "Nær", "Tap"])
        assert themes(seat.study)[2].code_ids == (codebook(seat.study).named("Savn").id,)

    play(two_themes, "themes", journey)


def test_colour_order_name_memo_removal(play: Any, two_themes: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.press("o")
        await seat.see("████  sky blue")
        await seat.type("gre")
        await seat.press("enter")
        await seat.until(lambda: themes(seat.study)[0].colour == "#009E73")
        await seat.press("J")
        assert names(seat) == ["Nær", "Tid"] and seat.room.theme_in_hand.name == "Tid"
        await seat.press("J")
        assert "cannot go further" in seat.told
        await seat.press("r")
        await seat.type("nær")
        await seat.press("enter")
        await seat.until(lambda: "already a theme «Nær»" in seat.told)
        await seat.press("m")
        await seat.type("hm")
        await seat.press("ctrl+s")
        await seat.until(lambda: memos(seat.study, MemoFilter("theme")))
        await seat.press("D")
        assert names(seat) == ["Nær"] and len(codebook(seat.study)) == 4
        await seat.press("u")
        await seat.until(lambda: names(seat) == ["Nær", "Tid"])

    play(two_themes, "themes", journey)


def test_passages_by_code_and_picking(play: Any, two_themes: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.press("q")
        await seat.see("ingen som ringte meg tilbake")
        await seat.press("q")
        tid, near = themes(seat.study)
        picked = [quote for quote in quotes(seat.study) if quote.theme_id == tid.id]
        assert len(picked) == 1 and "On the quote board under «Tid»" in seat.told
        await seat.see("❞ on the board")
        await seat.press("q")
        assert "already" in seat.told
        await seat.press("escape", "j", "j", "q")
        await seat.see("Hun møtte meg")
        await seat.press("j", "q")
        assert "is now under «Nær»" in seat.told
        assert any(quote.theme_id == near.id for quote in quotes(seat.study))
        await seat.press("enter")
        await seat.until(lambda: seat.room.ROOM == "coding")

    play(two_themes, "themes", journey, NARROW)


def test_a_theme_is_put_under_another(play: Any, two_themes: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.see("█ Tid")
        await seat.press("v")
        await seat.see("Where does «Tid» stand?")
        await seat.type("under «nær»")
        await seat.press("enter")
        await seat.see("«Tid» stands under «Nær».")
        first, second = themes(seat.study)
        assert (first.level.value, first.parent_id) == ("sub-theme", second.id)
        text = seat.text
        assert text.index("█ Nær") < text.index("▌Bli møtt") < text.index("  █ Tid") < text.index("▌Vente")
        await seat.press("home", "v")
        await seat.see("Where does «Nær» stand?")
        assert "under «Tid»" not in seat.text
        await seat.press("2")
        await seat.see("«Nær» stands on its own: overarching theme.")
        await seat.press("u", "u")
        assert [theme.parent_id for theme in themes(seat.study)] == [None, None]

    play(two_themes, "themes", journey)


def test_all_texts_of_a_theme_are_written_in_one_form(play: Any, two_themes: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.see("█ Tid")
        await seat.press("e", "tab")
        await seat.type("ventetid")
        await seat.press("tab")
        await seat.type("reiser")
        await seat.press("tab")
        await seat.type("Tid tas fra dem.")
        await seat.press("ctrl+s")
        await seat.until(lambda: themes(seat.study)[0].story == "Tid tas fra dem.")
        theme = themes(seat.study)[0]
        assert (theme.includes, theme.excludes) == ("ventetid", "reiser")
        await seat.see("WHAT IT LEAVES OUT")

    play(two_themes, "themes", journey)
