"""The import room shows what files of strangers hold, and does nothing of what they say."""

from pathlib import Path

import pytest
from hostile import harmful
from seat import NARROW, WIDE, Play, Seat

ESCAPES = (
    "\x1b[31mrød \x1b]52;c;SEVNTUVMSUc=\x07 \x9b2J \x9d52;c;QQ==\x9c \x00\x08\u202eom\u202c "
    "[bold]fet[/] [@click=app.quit]x[/]"
)


@pytest.fixture
def corpus(empty_study: Path) -> Path:
    folder = empty_study / "corpus"
    folder.mkdir()
    talk = f"I: Hva {ESCAPES}?\nP07\x1b[7m: Det {ESCAPES} gikk seg til.\nI: Ja?\nP07\x1b[7m: {ESCAPES}\n"
    (folder / "P07\x1b[31m\u202e[bold].txt").write_bytes(talk.encode())
    (folder / "P08\x1b]52;c;QQ==\x07[x].docx").write_bytes(b"\x89PNG")
    (folder / "P09\nlinje.vtt").write_bytes(
        f"WEBVTT {ESCAPES}\n\n00:01.000 --> 00:02.000\n<v Bo{ESCAPES}>hei {ESCAPES}</v>\n".encode()
    )
    (folder / "P10\x9b2J.srt").write_bytes(f"1\n00:00:01,000 -->{ESCAPES} 00:02\nhei\n".encode())
    return folder


def look(seat: Seat) -> None:
    for strip in seat.app.screen._compositor.render_strips():
        for part in strip:
            assert not harmful(part.text), part.text
            assert part.control is None
            assert not (part.style and (part.style.link or part.style.meta.get("@click")))


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_nothing_of_a_file_is_acted_on(corpus: Path, play: Play, size: tuple[int, int]) -> None:
    async def journey(seat: Seat) -> None:
        await seat.see("Press enter and give a file")
        await seat.press("enter", "enter")
        await seat.see("can be taken in")
        look(seat)
        for _ in range(3):
            await seat.press("down")
            look(seat)
        await seat.press("up", "up", "up", "a")
        await seat.pilot.pause()
        look(seat)

    play(corpus.parent, "import", journey, size)
