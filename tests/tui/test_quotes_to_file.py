"""Writing the quote board to a file from its room."""

from pathlib import Path
from typing import Any

NARROW = (80, 24)


async def name_file(seat: Any, name: str) -> None:
    await seat.press("w")
    await seat.see("Write the board as")
    await seat.press("2")
    await seat.see("Write to")
    await seat.press("ctrl+u")
    await seat.type(name)
    await seat.press("enter")


def test_a_name_gets_the_ending_and_a_file_is_not_replaced_unasked(play: Any, study_folder: Path) -> None:
    written = study_folder / "kap. 4.md"

    async def journey(seat: Any) -> None:
        await seat.see("Hun møtte meg")
        await name_file(seat, "kap. 4")
        await seat.until(written.exists, "for the file")
        await seat.see("1 quote written to")
        written.write_text("Mitt eget")
        await name_file(seat, "kap. 4.md")
        await seat.see("is there already")
        await seat.press("2")
        await seat.see("Nothing was written")
        assert written.read_text() == "Mitt eget"
        await name_file(seat, "kap. 4.md")
        await seat.see("is there already")
        await seat.press("1")
        await seat.until(lambda: "møtte" in written.read_text(), "for the new file")
        await seat.see("written to")
        await name_file(seat, "")
        assert "needs a name" in seat.told

    play(study_folder, "quotes", journey, NARROW)
