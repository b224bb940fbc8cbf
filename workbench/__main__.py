"""The command `workbench`."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.cli.passphrase import Unlock


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out a command line (that of the process when omitted) and return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] in (["--version"], ["-V"]):
        from workbench import __version__

        sys.stdout.write(f"workbench {__version__}\n")
        return 0
    folder = _only_a_study(words)
    if folder is not None:
        return _open_at_once(folder)
    from workbench.cli.run import run

    return run(words, open_screens)


def _only_a_study(words: Sequence[str]) -> str | None:
    """Return the study folder when nothing but a study is asked for: then the parser's 25 ms can be spared."""
    if not words:
        return "."
    if len(words) == 2 and words[0] == "--study" and not words[1].startswith("-"):
        return words[1]
    return None


def _open_at_once(folder: str) -> int:
    from pathlib import Path

    try:
        return open_screens(Path(folder), False, None)
    except BaseException as error:
        from workbench.cli.output import prepare_streams
        from workbench.cli.run import outcome

        prepare_streams()
        return outcome(error)


def open_screens(folder: "Path", read_only: bool, coder: str | None, unlock: "Unlock | None" = None) -> int:
    """Open the screens on the study in `folder` as `coder`; return the exit code.

    `unlock` asks for the key of an encrypted study, on the plain terminal, before the first screen.
    """
    # The collector would walk everything that is being imported, several times; the app takes it up again
    # when the first screen stands.
    gc.disable()
    # Textual reads this once, on import.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    from workbench.tui.app import run as run_screens

    return run_screens(folder, read_only=read_only, coder=coder, unlock=unlock or _unlock)


def _unlock(folder: "Path") -> bytes | None:
    # A plain study, as most are, is spared the import.
    if not (folder / "study.workbench-key").exists():
        return None
    from workbench.cli.passphrase import unlocked

    return unlocked(folder)


if __name__ == "__main__":
    sys.exit(main())
