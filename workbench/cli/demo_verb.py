"""The demo study: made where asked, then opened."""

import argparse
import sys
from pathlib import Path

from workbench.cli.output import Output, WrongUse
from workbench.store.study_file import FILE_NAME
from workbench.study.text import visible
from workbench.words import say

_ERASE_LINE = "\r\x1b[2K"


def _progress(done: int, steps: int, name: str) -> None:
    """Keep one line of progress on the terminal; the last step clears it."""
    sys.stderr.write(_ERASE_LINE + (f"{done}/{steps} {visible(name)}" if done < steps else ""))
    sys.stderr.flush()


def demo(args: argparse.Namespace, output: Output) -> int:
    """Make the demo study unless it is there, and open it."""
    folder = Path(args.folder)
    made = not (folder / FILE_NAME).exists()
    if made and args.read_only:
        raise WrongUse(say("line.not_read_only", verb="demo"))
    if made:
        from workbench.demo.build import build

        build(folder, english=args.english, progress=_progress if sys.stderr.isatty() else None)
    output.data({"folder": str(folder), "made": made})
    if args.no_open or output.as_json:
        output.line(say("line.demo_made" if made else "line.demo_there", folder=folder))
        return 0
    return args.open_screens(folder)
