"""Small things that are seen often: what the key row says of tab, where a row of keys ends, how one gets to the top."""

from pathlib import Path

from seat import NARROW, Play, Seat

from workbench.words import use


def keys(seat: Seat) -> str:
    return seat.text.rstrip().splitlines()[-1]


def test_the_key_row_says_what_tab_does_in_a_question(study_folder: Path, play: Play) -> None:
    async def paths(seat: Seat) -> None:
        await seat.press("i")
        await seat.see("tab Complete")
        await seat.press("escape")
        await seat.until(lambda: "tab Complete" not in keys(seat))

    play(study_folder, "people", paths, NARROW)


def test_g_g_goes_to_the_top_of_a_list(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        ledger = seat.room.main_ledger()
        assert ledger is not None
        await seat.press("G")
        await seat.until(lambda: ledger.index == 3)
        await seat.press("g", "g")
        await seat.until(lambda: ledger.index == 0)

    play(study_folder, "codebook", journey)


def test_home_breaks_no_row_between_a_key_and_its_word(study_folder: Path, play: Play) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("g p deltakere")
        assert not any(line.rstrip().endswith((" g", " g p", " g q")) for line in seat.text.splitlines())
        assert "1 som koder" in seat.text and "3 deltakere" in seat.text

    use("nb")
    play(study_folder, "home", journey, (80, 40))
