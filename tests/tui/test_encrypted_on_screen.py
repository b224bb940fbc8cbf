"""An encrypted study on the screens: one codes as ever, home says what it is, and nothing of it reaches the disk."""

import asyncio
from pathlib import Path

import pytest
from seat import WIDE, Seat

from workbench.store import convert, engine, vault
from workbench.store.study_file import StudyFile
from workbench.tui.app import WorkbenchApp

PASSPHRASE = "fire grå katter på taket"


@pytest.mark.skipif(not engine.can_encrypt(), reason="encrypted studies need sqlcipher3")
def test_coding_in_an_encrypted_study(study_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "MEMORY_KIB", 256)
    convert.encrypt(study_folder, PASSPHRASE)

    async def sit() -> None:
        with StudyFile.open(study_folder, passphrase=PASSPHRASE) as study:
            app = WorkbenchApp(study, "home")
            async with app.run_test(size=WIDE) as pilot:
                seat = Seat(app, pilot)
                await seat.see("local only · encrypted")
                app.open_transcript(study.live("transcript")[0]["id"], 40)
                await seat.press("x", "i")
                await seat.until(lambda: study.undo() is not None)
                assert not [path for path in study_folder.rglob("*") if path.is_file() and _plain(path)]

    asyncio.run(sit())


def _plain(path: Path) -> bool:
    held = path.read_bytes()
    return any(word.encode() in held for word in ("savner", "stasjonen", "Bli møtt"))
