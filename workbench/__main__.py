"""The command `workbench`."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out a command line (that of the process when omitted) and return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] in (["--version"], ["-V"]):
        from workbench import __version__

        sys.stdout.write(f"workbench {__version__}\n")
        return 0
    from workbench.cli.run import run

    return run(words, open_screens)


def open_screens(folder: "Path", read_only: bool, coder: str | None) -> int:
    """Open the screens on the study in `folder` as `coder`; return the exit code."""
    # Textual reads this once, on import.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    from workbench.tui.app import run as run_screens

    return run_screens(folder, read_only=read_only, coder=coder)


if __name__ == "__main__":
    sys.exit(main())
