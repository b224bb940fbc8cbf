"""What files of strangers hold and are called never reaches the terminal as anything but text."""

import json
import os
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ESCAPES = (
    "\x1b[31mrød \x1b]52;c;SEVNTUVMSUc=\x07 \x1b]0;t\x07 \x1bPq#0\x1b\\ \x9b2J \x9d52;c;QQ==\x9c \x00\x08\u202eom\u202c"
)
LABEL = "P07\x1b[7m\u202e"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not allow")


def quiet(text: str) -> bool:
    signs = set(text) - {"\n"}
    return not any(
        unicodedata.category(sign) in ("Cc", "Cs") or sign in "\u202a\u202e\u202c\u2066\u2069" for sign in signs
    )


def make(folder: Path) -> None:
    talk = f"I: Hva {ESCAPES}?\n{LABEL}: Det {ESCAPES} gikk.\nI: Ja?\n{LABEL}: {ESCAPES}\n"
    folder.mkdir()
    (folder / "P07\x1b[31m\u202e.txt").write_bytes(talk.encode())
    (folder / "P08\x1b]52;c;QQ==\x07.docx").write_bytes(b"\x89PNG")
    (folder / "P09\nlinje.vtt").write_bytes(
        f"WEBVTT {ESCAPES}\n\n00:01.000 --> 00:02.000\n<v Bo{ESCAPES}>hei {ESCAPES}</v>\n".encode()
    )
    (folder / "P10\x9b2J.srt").write_bytes(f"1\n00:00:01,000 -->{ESCAPES} 00:02\nhei\n".encode())
    (folder / "P11.txt").symlink_to("/dev/zero")
    name = os.fsencode(folder) + b"/P12\xff\x1b[1m.txt"
    Path(os.fsdecode(name)).write_bytes(b"\x89PNG")


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_importing_says_nothing_a_terminal_acts_on(
    cli: Callable[..., Any], study: Path, tmp_path: Path, form: tuple[str, ...]
) -> None:
    folder = tmp_path / "fra\x1b[5m andre"
    make(folder)
    for line in (("import", "--dry-run"), ("import",)):
        ran = cli(*line, *form, "--study", study, folder)
        assert ran.code == 1 and "P07" in ran.out, ran
        assert quiet(ran.out), ran.out
        assert quiet(ran.err), ran.err
        assert "Traceback" not in ran.err
    if form:
        assert {Path(one["file"]).suffix for one in json.loads(ran.out)} == {".txt", ".docx", ".vtt", ".srt"}
