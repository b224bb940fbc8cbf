"""The room of attributes and kinds, key by key."""

from pathlib import Path

import pytest
from seat import NARROW, WIDE, Play, Seat

from workbench.store.lookups import people as lookup
from workbench.store.lookups.people_schema import schema
from workbench.study.attributes import Type


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_an_attribute_is_defined_with_its_type(study_folder: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("s")
        await seat.see("not defined yet")
        await seat.press("j", "enter")
        await seat.see("What is")
        await seat.press("2")
        await seat.until(lambda: schema(seat.study).definitions or "none of the type" in seat.text)
        if not schema(seat.study).definitions:
            await seat.press("k", "enter", "2")
            await seat.until(lambda: schema(seat.study).definitions)
        assert [(one.name, one.type) for one in schema(seat.study).definitions] == [("age", Type.NUMBER)]
        await seat.press("a")
        await seat.type("aldersgruppe")
        await seat.press("enter", "5")
        await seat.see("From what is age band reckoned?")
        await seat.press("enter")
        await seat.type("40")
        await seat.press("enter")
        await seat.until(lambda: lookup.labelled(seat.study, "P01").attributes.get("age_band") == "40+")
        assert lookup.labelled(seat.study, "P03").attributes["age_band"] == "<40"
        await seat.press("K")
        await seat.until(lambda: schema(seat.study).names() == ["age_band", "age"])
        await seat.press("K")
        await seat.see("at the edge")
        await seat.press("D")
        await seat.until(lambda: schema(seat.study).names() == ["age"])
        await seat.press("u")
        await seat.until(lambda: schema(seat.study).names() == ["age_band", "age"])

    play(study_folder, "people", journey, size)


def test_a_category_offers_the_values_in_use_and_is_renamed(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        while "▌gender" not in seat.text:
            await seat.press("j")
        await seat.press("e", "4")
        await seat.see("Mann, Kvinne")
        await seat.press("end", "comma")
        await seat.type(" Annet")
        await seat.press("enter")
        await seat.until(lambda: schema(seat.study).definitions)
        assert schema(seat.study).definitions[0].choices == ("Mann", "Kvinne", "Annet")
        await seat.press("r", *["backspace"] * 6)
        await seat.type("identitet")
        await seat.press("enter")
        await seat.until(lambda: lookup.labelled(seat.study, "P01").attributes.get("identitet") == "Mann")

    play(study_folder, "schema", journey)


def test_a_kind_has_attributes_and_an_attribution_of_its_own(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.press("n")
        await seat.type("fagfolk")
        await seat.press("enter")
        await seat.see("▌fagfolk")
        await seat.press("a")
        await seat.type("rolle")
        await seat.press("enter", "1")
        await seat.until(lambda: any(one.name == "role" and one.kind_id for one in schema(seat.study).definitions))
        await seat.press("k", "t")
        await seat.press(*["backspace"] * 30)
        await seat.type("x")
        await seat.press("enter")
        await seat.until(lambda: lookup.templates(seat.study).own, "the template to be kept")
        await seat.press("D")
        await seat.until(lambda: not schema(seat.study).kinds)

    play(study_folder, "schema", journey)


def test_an_empty_room_says_what_to_do(empty_study: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("Nothing is known of people yet")
        await seat.press("e")
        await seat.see("nothing to do that to")

    play(empty_study, "schema", journey)
