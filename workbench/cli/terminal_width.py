"""Whether the terminal draws letters as wide as they are reckoned: asked of the terminal itself, where there is one."""

import os
import re
import sys
import time

from workbench.cli.output import cells

# A letter with a combining ring, a wide letter, an emoji.
SAMPLES = ("a\u030a", "漢", "😀")
_ANSWER = re.compile(rb"\x1b\[\d+;(\d+)R")
_PATIENCE_SECONDS = 0.3


def measured() -> bool | None:
    """Return whether all samples are as wide as reckoned, or None where no terminal answers."""
    if os.name != "posix" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    import termios
    import tty

    handle = sys.stdin.fileno()
    try:
        before = termios.tcgetattr(handle)
    except termios.error:
        return None
    try:
        tty.setcbreak(handle)
        widths = [_width(handle, sample) for sample in SAMPLES]
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)
        sys.stdout.write("\r\x1b[K")
        sys.stdout.flush()
    if None in widths:
        return None
    return widths == [cells(sample) for sample in SAMPLES]


def _width(handle: int, sample: str) -> int | None:
    """Write a sample at the line's beginning and ask where the cursor is."""
    sys.stdout.write(f"\r{sample}\x1b[6n")
    sys.stdout.flush()
    answer, until = b"", time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until:
        import select

        ready, _, _ = select.select([handle], [], [], 0.05)
        if ready:
            answer += os.read(handle, 64)
            found = _ANSWER.search(answer)
            if found:
                return int(found[1]) - 1
    return None
