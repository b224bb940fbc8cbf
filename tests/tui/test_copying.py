"""The clipboard: what is sent to the terminal, through tmux and screen, and to programs; never more than was masked."""

from __future__ import annotations

import base64
import re
import stat
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seat import Play, Seat

from workbench.acts import entities
from workbench.errors import WorkbenchError
from workbench.store.study_file import StudyFile
from workbench.study.masking import Decision, EntityKind
from workbench.tui.copying import MOST_BYTES, copied, hand_over, osc52, passed_on, program_for

posix = pytest.mark.skipif(sys.platform == "win32", reason="a program with a shebang")


def received(sequence: str) -> str:
    """What a terminal takes from a bare sequence."""
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", sequence)
    assert found
    return base64.b64decode(found[1]).decode("utf-8")


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=400))
def test_any_text_arrives_and_nothing_of_it_acts(text: str) -> None:
    bare = osc52(text.encode())
    assert received(passed_on(bare, {})) == text
    inside = passed_on(bare, {"STY": "1.pts"})
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", inside, re.S)
    assert "".join(pieces) == bare and all(len(piece) <= 76 for piece in pieces)
    tmux = passed_on(bare, {"TMUX": "/tmp/tmux-1/default,1,0"})
    assert tmux.startswith(bare)
    wrapped = tmux[len(bare) :]
    assert wrapped.startswith("\x1bPtmux;") and wrapped.endswith("\x1b\\")
    assert wrapped[len("\x1bPtmux;") : -2].replace("\x1b\x1b", "\x1b") == bare


def test_what_terminals_would_drop_is_refused() -> None:
    assert received(copied("ø" * (MOST_BYTES // 2), {}).sequence)
    with pytest.raises(WorkbenchError, match="many terminals take 74 kB at most, so nothing was copied"):
        copied("ø" * (MOST_BYTES // 2 + 1), {})


def _program(folder: Path, name: str, writes: Path) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\necho \"$@\" > '{writes}.arguments'\ncat > '{writes}'\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@posix
def test_which_program_of_this_machine_is_asked(tmp_path: Path) -> None:
    for name in ("pbcopy", "wl-copy", "xclip", "xsel", "clip.exe"):
        _program(tmp_path, name, tmp_path / "out")
    here = {"PATH": str(tmp_path)}

    def asked(platform: str = "linux", **more: str) -> str:
        found = program_for(here | more, platform)
        return Path(found[0]).name if found else ""

    assert asked("darwin") == "pbcopy" and asked("win32") == "clip.exe"
    assert asked(WAYLAND_DISPLAY="wayland-0", DISPLAY=":0") == "wl-copy"
    assert asked(DISPLAY=":0") == "xclip" and asked() == "" and asked(WSL_DISTRO_NAME="D") == "clip.exe"
    (tmp_path / "xclip").unlink()
    assert asked(DISPLAY=":0") == "xsel"
    # From afar it would be the clipboard of the wrong machine.
    assert asked("darwin", SSH_CONNECTION="1 2 3 4") == ""


@posix
def test_the_words_go_to_its_input_and_not_to_its_arguments(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert hand_over("«Ord» -n $(x)", [str(_program(tmp_path, "xclip", out)), "-selection", "clipboard"])
    for _ in range(200):
        if out.exists() and out.read_bytes():
            break
        time.sleep(0.02)
    assert out.read_text(encoding="utf-8") == "«Ord» -n $(x)"
    assert Path(f"{out}.arguments").read_text().split() == ["-selection", "clipboard"]
    assert not hand_over("x", [str(tmp_path / "not-there")])


def test_only_masked_words_with_attribution_are_copied(study_folder: Path, play: Play) -> None:
    with StudyFile.open(study_folder) as study:
        entities.add(study, [entities.NewEntity(EntityKind.PLACE, ("stasjonen",), True)])

    async def journey(seat: Seat) -> None:
        wanted = next(row["id"] for row in seat.study.live("transcript") if row["name"] == "P03")
        seat.app.open_transcript(int(wanted), 0)
        await seat.see("Hun møtte meg")
        await seat.press("e", "y")
        await seat.until(lambda: "stasjonen" in seat.told)
        assert seat.app.clipboard == ""
        one = next(one for one in entities.load(seat.study) if one.name == "stasjonen")
        entities.decide(seat.study, one.id, Decision.REPLACE, "sted A")
        await seat.press("y")
        await seat.until(lambda: seat.app.clipboard)
        assert seat.app.clipboard == "«Hun møtte meg på [sted A].» (Kvinne i 30-årene)"

    play(study_folder, "transcripts", journey)


def test_too_much_is_told_in_a_sentence(study_folder: Path, play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.tui.copying.MOST_BYTES", 10)

    async def journey(seat: Seat) -> None:
        seat.app.open_transcript(int(seat.study.live("transcript")[0]["id"]), 0)
        await seat.press("e", "y")
        await seat.see("nothing was copied")
        assert seat.app.clipboard == ""

    play(study_folder, "transcripts", journey)
