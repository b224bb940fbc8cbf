"""What the screen's own process never does: import what belongs to the helper, or speak to a network."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("spacy", "sklearn", "nltk", "numpy", "pandas", "scipy", "thinc")

# In a process of its own: the real app goes through every room, some keys are pressed in each, the helper works.
WALK = """
import asyncio, json, sys

seen = []

def watch(event, args):
    # A pair of connected ends inside one process (asyncio's own wake-up) is made without a name; what can reach
    # another machine has a family of the internet, an address, or a name to look up.
    named = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
    if (event == "socket.__new__" and int(args[1]) != 1) or event in named or event == "urllib.Request":
        seen.append((event, repr(args[1:])))
        raise RuntimeError(f"the network was used: {seen}")

sys.addaudithook(watch)

from pathlib import Path
from workbench.store.study_file import StudyFile
from workbench.tui.app import ROOMS, WorkbenchApp

KEYS = ("j", "k", "j", "enter", "escape", "question_mark", "escape", "slash", "escape", "tab", "escape")
visited = []

async def walk():
    with StudyFile.open(Path(sys.argv[1])) as study:
        first = study.live("transcript")[0]["id"]
        app = WorkbenchApp(study, "home")
        async with app.run_test(size=(120, 40)) as pilot:
            app.desk.transcript = first
            for room in ROOMS:
                app.go(room)
                await pilot.pause()
                visited.append((room, app.screen.ROOM))
                for key in KEYS:
                    await pilot.press(key)
                while len(app.screen_stack) > 1:
                    app.pop_screen()
            if sys.argv[2] == "helper":
                app.go("anonymise")
                await pilot.pause()
                await pilot.press("s")
                for _ in range(1500):
                    if "new found" in app.screen.told:
                        break
                    await pilot.pause(0.02)
                visited.append(("scan", app.screen.told))
    print(json.dumps({"visited": visited, "modules": sorted(sys.modules), "seen": seen}))

asyncio.run(walk())
"""


@pytest.fixture
def walked(study_folder: Path, tmp_path: Path, request: pytest.FixtureRequest) -> dict[str, list[str]]:
    script = tmp_path / "walk.py"
    script.write_text(WALK, "utf-8")
    ran = subprocess.run(
        [sys.executable, "-W", "error", str(script), str(study_folder), request.param],
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-3000:]
    told: dict[str, list[str]] = json.loads(ran.stdout.splitlines()[-1])
    return told


@pytest.mark.parametrize("walked", ["helper"], indirect=True)
def test_every_room_without_heavy_modules_and_without_a_network(walked: dict[str, list[str]]) -> None:
    from workbench.tui.app import ROOMS

    assert [room for room, _ in walked["visited"]] == [*ROOMS, "scan"]
    # The helper did look for names, in a process of its own.
    assert "new found" in walked["visited"][-1][1]
    found = {name.split(".")[0] for name in walked["modules"]}
    assert not found.intersection(HEAVY), found.intersection(HEAVY)
    assert walked["seen"] == []


def test_the_watch_sees_a_network(study_folder: Path, tmp_path: Path) -> None:
    """The proof can fail: one socket of the internet, and one look-up of a name, are each caught."""
    watch = WALK.split("from pathlib")[0]
    for use in ("import socket; socket.socket()", "import socket; socket.getaddrinfo('example.org', 80)"):
        ran = subprocess.run([sys.executable, "-c", watch + use], capture_output=True, text=True, timeout=60)
        assert ran.returncode != 0 and "the network was used" in ran.stderr
