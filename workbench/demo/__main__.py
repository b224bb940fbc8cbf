"""`python -m workbench.demo FOLDER [--english]`: build the demo in a process of its own, for the screens.

Each step is a JSON line `[done, of, file]`; a refusal is `{"error": sentence}` and exit code 1.
"""

import json
import signal
import sys
from pathlib import Path
from typing import Any

from workbench.demo.build import build
from workbench.errors import WorkbenchError


def _say(words: Any) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def _step(done: int, of: int, file: str) -> None:
    _say([done, of, file])


def _leave(number: int, frame: object) -> None:
    sys.exit(1)


def main(folder: str, *options: str) -> int:
    """Build, telling each step; called off by SIGTERM, nothing is left behind."""
    # An exit, not a death: what was half made is swept away on the way out.
    signal.signal(signal.SIGTERM, _leave)
    try:
        build(Path(folder), english="--english" in options, progress=_step)
    except WorkbenchError as error:
        _say({"error": str(error)})
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
