"""Take pictures of the running app for docs/screens: `python docs/make_screens.py`.

Builds the demo study in a temporary folder, visits the rooms and writes one SVG each.
"""

import asyncio
import tempfile
from pathlib import Path

from workbench.demo.build import build
from workbench.store.lookups.transcripts import cards
from workbench.store.study_file import StudyFile
from workbench.tui.app import WorkbenchApp

TARGET = Path(__file__).parent / "screens"
SIZE = (140, 40)
# Room, keys pressed before the picture.
PICTURES: dict[str, tuple[str, tuple[str, ...]]] = {
    "home": ("home", ()),
    "transcripts": ("transcripts", ("j",)),
    "coding": ("coding", ("e", "e", "e", "x", "x")),
    "code-line": ("coding", ("e", "e", "x", "x", "c")),
    "codebook": ("codebook", ("j", "j")),
    "themes": ("themes", ()),
    "quotes": ("quotes", ("j", "j")),
    "anonymise": ("anonymise", ("j", "j")),
    "history": ("history", ()),
    "keys": ("coding", ("question_mark",)),
}


async def picture(folder: Path, name: str) -> None:
    room, keys = PICTURES[name]
    with StudyFile.open(folder) as study:
        transcript = cards(study)[1]
        place = {"room": room, "transcript": transcript.id, "caret": 0, "armed": 0}
        study.keep_desk(f"desk.{study.coder_id}", place)
        app = WorkbenchApp(study, room)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(0.3)
            await pilot.press(*keys)
            await pilot.pause(0.3)
            (TARGET / f"{name}.svg").write_text(app.export_screenshot(title="workbench"), encoding="utf-8")


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = build(Path(temporary) / "demo")
        for name in PICTURES:
            asyncio.run(picture(folder, name))


if __name__ == "__main__":
    main()
