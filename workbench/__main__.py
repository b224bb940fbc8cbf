"""The command `workbench`."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out a command line (that of the process when omitted) and return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] in (["--version"], ["-V"]):
        from workbench import __version__

        sys.stdout.write(f"workbench {__version__}\n")
        return 0
    from workbench.cli.run import run

    return run(words)


if __name__ == "__main__":
    sys.exit(main())
