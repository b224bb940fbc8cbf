"""Carrying words out through the clipboard: by the terminal (OSC 52) and, on one's own machine, by its programs.

What is copied was masked before it came here (see clipboard). Neither way waits: the screens go on.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.errors import WorkbenchError
from workbench.words import say

# Base64 of more than this many terminals drop without a word (xterm takes 100,000 with the frame round it).
MOST_BYTES = 74_000
# screen cuts a device control string at 768 bytes, so it is given one in pieces.
_SCREEN_PIECE = 76
_CHILDREN: list[subprocess.Popen[bytes]] = []


@dataclass(frozen=True, slots=True)
class Copied:
    """What carries a text out: `sequence` to be written to the terminal, `program` to be given the text (or none)."""

    sequence: str
    program: tuple[str, ...] = ()


def copied(text: str, environment: Mapping[str, str], platform: str = sys.platform) -> Copied:
    """Return how a text is copied here.

    Raises:
        WorkbenchError: it is longer than terminals take.
    """
    data = text.encode("utf-8")
    if len(data) > MOST_BYTES:
        raise WorkbenchError(say("copied.too_long", size=len(data) // 1000, most=MOST_BYTES // 1000))
    return Copied(passed_on(osc52(data), environment), program_for(environment, platform))


def osc52(data: bytes) -> str:
    """Return the sequence that asks a terminal to put UTF-8 bytes on its clipboard."""
    return f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\x07"


def passed_on(sequence: str, environment: Mapping[str, str]) -> str:
    """Return a sequence as tmux and screen hand it on to the terminal round them.

    tmux that keeps a clipboard of its own (`set-clipboard on`) takes the bare sequence, one with `allow-passthrough`
    the wrapped one: it is sent both, and drops what it was not told to do.
    """
    if environment.get("TMUX"):
        return sequence + "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if environment.get("STY") or environment.get("TERM", "").startswith("screen"):
        pieces = [sequence[at : at + _SCREEN_PIECE] for at in range(0, len(sequence), _SCREEN_PIECE)]
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return sequence


def program_for(environment: Mapping[str, str], platform: str = sys.platform) -> tuple[str, ...]:
    """Return the command of this machine that takes text for the clipboard, or () where it would be another's."""
    if any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")):
        # The clipboard wanted is that of the machine one sits at.
        return ()
    for command in _programs(environment, platform):
        found = shutil.which(command[0], path=environment.get("PATH"))
        if found:
            return (found, *command[1:])
    return ()


def _programs(environment: Mapping[str, str], platform: str) -> Sequence[tuple[str, ...]]:
    if platform == "darwin":
        return (("pbcopy",),)
    if platform == "win32" or environment.get("WSL_DISTRO_NAME"):
        return (("clip.exe",),)
    found: list[tuple[str, ...]] = []
    if environment.get("WAYLAND_DISPLAY"):
        found.append(("wl-copy", "--type", "text/plain;charset=utf-8"))
    if environment.get("DISPLAY"):
        found += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    return found


def hand_over(text: str, program: Sequence[str]) -> bool:
    """Give a program the text on its standard input, never on its command line; tell whether it could be started.

    The program may live on to serve the clipboard, so its end is not waited for.
    """
    data = text.encode("utf-16") if program[0].endswith("clip.exe") else text.encode("utf-8")
    nothing = subprocess.DEVNULL
    _CHILDREN[:] = [child for child in _CHILDREN if child.poll() is None]
    try:
        child = subprocess.Popen(
            list(program), stdin=subprocess.PIPE, stdout=nothing, stderr=nothing, start_new_session=os.name == "posix"
        )
        _CHILDREN.append(child)
        assert child.stdin is not None
        child.stdin.write(data)
        child.stdin.close()
    except OSError:
        return False
    return True
