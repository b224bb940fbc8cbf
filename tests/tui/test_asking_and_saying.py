"""What the rows below say on a narrow screen: sentences to their end, the keys of a question, a warning before loss."""

from pathlib import Path
from typing import Any

from workbench.store.lookups.memos import on as memos

NARROW = (80, 24)


def test_a_long_sentence_is_read_to_its_end(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        words = "Fila «intervju.docx» er skadet og ble ikke lest. " * 2 + "Hent en ny kopi av den og prøv igjen."
        seat.room.tell(words, "error")
        await seat.see("prøv igjen.")
        assert seat.told == words
        seat.room.tell("x " * 400, "error")
        await seat.see("…")
        assert seat.room.query_one("#message").size.height <= 3
        seat.room.tell("y " * 400, "dim")
        await seat.until(lambda: seat.room.query_one("#message").size.height == 1)

    play(study_folder, "codebook", journey, NARROW)


def test_the_key_row_says_how_a_question_is_answered(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.press("r")
        await seat.see("enter Keep  esc Leave it")
        await seat.press("escape")
        await seat.see("nothing was kept")
        await seat.press("slash")
        await seat.see("enter Choose  esc Close")
        await seat.type("qqqq")
        await seat.see("Nothing fits these letters.")
        await seat.press("escape")
        await seat.see("a Add code")

    play(study_folder, "codebook", journey, NARROW)


def test_a_long_text_is_not_lost_by_one_esc(play: Any, study_folder: Path) -> None:
    async def journey(seat: Any) -> None:
        await seat.press("m")
        await seat.see("^s Keep")
        await seat.press("escape")
        await seat.until(lambda: not seat.room.asking, "an untouched memo closes at once")
        await seat.press("m")
        await seat.type("lang tanke")
        await seat.press("escape")
        assert seat.room.asking and "esc again" in seat.told
        await seat.type(" til")
        await seat.press("escape")
        assert seat.room.asking, "what came after the warning is warned of too"
        await seat.press("ctrl+s")
        await seat.until(lambda: not seat.room.asking)
        assert [memo.text for memo in memos(seat.study, "code", seat.room.code.id)] == ["lang tanke til"]

    play(study_folder, "codebook", journey, NARROW)
