"""Keys that come in one burst, as over a slow line: each answers the question that is up when its turn comes."""

from pathlib import Path

from seat import Play, Seat
from textual import events

from workbench.tui.options import Option


def test_two_questions_answered_in_one_burst(study_folder: Path, play: Play) -> None:
    answered: list[object] = []

    async def journey(seat: Seat) -> None:
        room = seat.room
        options = [Option(1, "en"), Option(2, "to"), Option(3, "tre")]

        def second(value: object, _: str) -> None:
            answered.append(value)
            room.choose("Nå?", options, lambda chosen, _: answered.append(chosen))

        room.choose("Først?", options, second)
        await seat.until(lambda: seat.app.focused is not None and seat.app.focused.id == "chooser-input")
        field = seat.app.focused
        assert field is not None
        for key in ("2", "3"):
            field.post_message(events.Key(key, key))
        await seat.until(lambda: answered == [2, 3])
        room.choose("Og så?", options, second)
        await seat.press("t", "r")
        await seat.press("enter")
        assert answered == [2, 3, 3]

    play(study_folder, "codebook", journey)
