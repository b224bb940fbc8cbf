"""Before a study is open, key by key."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from seat import NARROW, SHOWN_KEYS, WIDE

from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.tui.start import Start


class Visitor:
    def __init__(self, app: Start, pilot: Any) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        await self.pilot.press(*(SHOWN_KEYS.get(letter, letter) for letter in text))

    @property
    def text(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(part.text for part in strip) for strip in strips)

    async def until(self, holds: Callable[[], object], tries: int = 400) -> None:
        for _ in range(tries):
            if holds():
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"waited in vain; {self.app.told}\n{self.text}")

    async def see(self, words: str) -> None:
        await self.until(lambda: words in self.text)


def visit(folder: Path, journey: Callable[[Visitor], Awaitable[None]], size: tuple[int, int] = WIDE) -> Path | None:
    """Start in a folder, press keys, and return what is to be opened."""

    async def sit() -> Path | None:
        app = Start(folder)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await journey(Visitor(app, pilot))
        return app.return_value

    return asyncio.run(sit())


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_study_is_made_here(tmp_path: Path, size: tuple[int, int]) -> None:
    folder = tmp_path / "nattevakter"
    folder.mkdir()

    async def journey(visitor: Visitor) -> None:
        await visitor.see("There is no study in")
        await visitor.press("enter")
        await visitor.see("What is the study called?")
        await visitor.press("backspace", "enter")
        await visitor.see("A study needs a name")
        await visitor.type("Nattevakter i nord")
        await visitor.press("enter")
        await visitor.see("In which language")
        await visitor.press("2")
        await visitor.see("Who codes?")
        await visitor.type("IB")
        await visitor.press("enter")

    assert visit(folder, journey, size) == folder
    with StudyFile.open(folder) as study:
        assert (study.name, study.language) == ("Nattevakter i nord", "en")
        assert study.live("coder")[0]["name"] == "IB"


def test_another_folder_is_opened_and_a_wrong_path_mended(study_folder: Path, tmp_path: Path) -> None:
    async def journey(visitor: Visitor) -> None:
        await visitor.press("j", "enter")
        await visitor.see("Which folder holds the study?")
        await visitor.type("stduy")
        await visitor.press("enter")
        await visitor.see("There is no file or folder")
        await visitor.press(*["backspace"] * 5, "enter")
        await visitor.see("but one in")
        await visitor.type("st")
        await visitor.press("tab", "enter")

    here = tmp_path / "here"
    here.mkdir()
    assert visit(study_folder.parent, journey) == study_folder


def test_a_refusal_goes_when_it_is_mended(tmp_path: Path) -> None:
    async def journey(visitor: Visitor) -> None:
        await visitor.press("1")
        await visitor.see("What is the study called?")
        await visitor.press("ctrl+u", "enter")
        await visitor.see("A study needs a name.")
        await visitor.press("x", "enter")
        await visitor.see("In which language")
        assert not visitor.app.told

    visit(tmp_path, journey)


def test_leaving_makes_nothing(tmp_path: Path) -> None:
    async def journey(visitor: Visitor) -> None:
        await visitor.press("1")
        await visitor.see("What is the study called?")
        await visitor.press("escape")
        await visitor.until(lambda: not visitor.app.asking)
        await visitor.press("4")

    assert visit(tmp_path, journey) is None
    assert not (tmp_path / FILE_NAME).exists()


def test_the_demo_is_built_with_progress_where_there_is_room(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "notes.txt").write_text("mine", encoding="utf-8")

    async def journey(visitor: Visitor) -> None:
        await visitor.press("3", "2")
        await visitor.see("In which new folder?")
        await visitor.press("ctrl+u")
        await visitor.type(str(taken))
        await visitor.press("enter")
        await visitor.see("holds other files")
        await visitor.press("ctrl+u")
        await visitor.type(str(tmp_path / "demo"))
        await visitor.press("enter")
        await visitor.until(lambda: "Building the demo" in visitor.app.told)
        await visitor.until(lambda: visitor.app.return_value is not None, 3000)

    assert visit(tmp_path, journey) == tmp_path / "demo"
    with StudyFile.open(tmp_path / "demo") as study:
        assert study.live("transcript") and study.live("coding")


def test_a_demo_called_off_leaves_nothing(tmp_path: Path) -> None:
    async def journey(visitor: Visitor) -> None:
        await visitor.press("3", "1", "enter")
        await visitor.until(lambda: "Building the demo" in visitor.app.told, 1500)
        await visitor.press("escape")
        await visitor.see("Stopped; nothing was made")
        await visitor.until(
            lambda: list(tmp_path.iterdir()) == [tmp_path / "config"] or not list(tmp_path.iterdir()), 500
        )
        # The process that built has ended, not only been told to.
        await visitor.until(lambda: not list(visitor.app.workers), 500)
        await visitor.press("4")

    assert visit(tmp_path, journey) is None
