"""The workbench on a real pseudo-terminal: what bytes it sends."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import build

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals there", allow_module_level=True)

from terminal import Terminal

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")

# Bytes of the hostile study as they would act on a terminal; none may come through.
ACTING = (
    rb"\x1b\](?:52|0|2);",  # clipboard and title
    rb"\x1bP",  # device control
    rb"\x1b\[31m",  # a colour of sixteen: the screens paint in true colour
    rb"\xc2[\x80-\x9f]",  # C1 in UTF-8
    rb"\xe2\x80[\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]",  # bidi controls
    rb"[\x00\x07\x08\x7f]",
)


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = build(tmp_path / "study")
    made = Terminal(["-m", "workbench", "--study", str(folder)], TEXTUAL_FPS="240", WORKBENCH_LANGUAGE="en")
    yield made
    made.close()


def test_no_byte_of_a_study_acts_on_the_terminal(terminal: Terminal) -> None:
    terminal.until(b"PHASES")
    sent = b""
    for keys in (
        b"gl", b"\r", b"c", b"\x1b", b"e", b"m", b"\x1b", b"gc", b"e", b"\x1b", b"r", b"\x1b", b"gm", b"\r", b"\x1b",
        b"gq", b"T", b"\x1b", b"\r", b"ga", b"e", b"\x1b", b"M", b"\x1b", b"\t", b"gp", b"\r", b"\x1b", b"gj", b"?",
        b"\x1b", b"gr", b"gi", b"gh", b"\x10", b"\x1b",
    ):  # fmt: skip
        os.write(terminal.fd, keys)
        terminal.settle(0.12)
        sent, terminal.output = sent + terminal.output, b""
    # The framework's own: the shape of the mouse pointer.
    sent = re.sub(rb"\x1b\]22;[a-z-]*\x07", b"", sent)
    # The study was seen: its markup stands as written, its escapes as pictures.
    assert b"[bold]" in sent and b"[P1]" in sent and "␛[31m".encode() in sent
    for acting in ACTING:
        hit = re.search(acting, sent)
        assert hit is None, sent[max(0, hit.start() - 80) : hit.end() + 40]
