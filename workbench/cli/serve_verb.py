"""The screens in a browser on this machine."""

import argparse
import os
import shutil
import sys
import tempfile
import threading
import webbrowser
from collections.abc import Iterator
from html import escape
from importlib.util import find_spec
from pathlib import Path

from workbench.cli.output import Output
from workbench.cli.verbs import GLOBALS
from workbench.errors import BrowserError
from workbench.words import say

_NOT_HANDED_ON = ("--study", "--json")


def serve(args: argparse.Namespace, output: Output) -> int:
    """Serve the screens of a study until interrupted."""
    if os.name != "posix":
        raise BrowserError(say("browser.not_posix"))
    if find_spec("websockets") is None:
        raise BrowserError(say("browser.missing"))
    import asyncio

    from workbench.browser.server import Server, Wanted

    wanted = Wanted(tuple(_command(args)), args.host, args.port, args.screen_reader)
    opening: list[Path] = []

    def told(address: str) -> None:
        output.data({"address": address})
        output.line(say("line.serve_address", address=address))
        output.line(say("line.serve_stop"))
        if not args.no_open and not output.as_json:
            if _can_be_seen():
                opening.append(_opened(address))
            else:
                output.line(say("line.serve_by_hand"))
        sys.stdout.flush()

    try:
        asyncio.run(Server(wanted).run(told))
    finally:
        for page in opening:
            shutil.rmtree(page.parent, ignore_errors=True)
    return 0


def _command(args: argparse.Namespace) -> Iterator[str]:
    """Yield the command line of a window's workbench: ours, without what is about serving."""
    yield from (sys.executable, "-P", "-m", "workbench", f"--study={os.path.abspath(args.study)}")
    for flag in (argument.flags[0] for argument in GLOBALS):
        value = getattr(args, flag.lstrip("-").replace("-", "_"))
        if flag in _NOT_HANDED_ON or not value:
            continue
        path = flag == "--passphrase-file"
        yield flag if value is True else f"{flag}={os.path.abspath(value) if path else value}"


def _can_be_seen() -> bool:
    """Tell whether a browser has a screen; one that draws in this terminal would take it away from us."""
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _opened(address: str) -> Path:
    """Open a browser and return the page it was handed, which only we can read.

    Everybody on this machine sees the arguments of programs, and the token would stand in them.
    """
    page = Path(tempfile.mkdtemp(prefix="workbench-")) / "open.html"
    page.touch(mode=0o600)
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={escape(address)}">',
        encoding="utf-8",
    )
    # Some browsers return only when they are closed.
    threading.Thread(target=webbrowser.open, args=(page.as_uri(),), daemon=True).start()
    return page
