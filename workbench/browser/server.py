"""The server: on this machine's loopback only, a page, its files, and a socket for each window."""

import asyncio
import contextlib
import json
import logging
import signal
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast

from websockets.asyncio.server import ServerConnection, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from workbench.browser import files
from workbench.browser.gate import Asked, Gate
from workbench.browser.window import Size, Window
from workbench.errors import BrowserError
from workbench.words import say

HOSTS = ("127.0.0.1", "::1")
MOST_WINDOWS = 4
SOCKET = "/socket"
# Long enough for loading the page again or a line that drops, short enough for a tab that was closed.
GRACE_SECONDS = 15.0
_FIRST_WORD_SECONDS = 10.0
_LONGEST_MESSAGE = 1_000_000
# Why a socket is closed; page.mjs says it in words.
ENDED, ELSEWHERE, FULL = 4000, 4001, 4002


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to serve: the command line of a window's workbench, where, and for whom."""

    command: Sequence[str]
    host: str = "127.0.0.1"
    port: int = 0
    reader: bool = False
    grace: float = GRACE_SECONDS


class Server:
    """Serves until told to stop; every window ends with it."""

    def __init__(self, wanted: Wanted) -> None:
        self.gate = Gate()
        self._wanted = wanted
        self._windows: dict[str, Window] = {}
        self._tabs: dict[str, ServerConnection] = {}
        self._starting = asyncio.Lock()
        self._stopped = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, told: Callable[[str], None]) -> None:
        """Serve until interrupted; `told` gets the address once the door is open.

        Raises:
            BrowserError: the port cannot be had.
        """
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self.stop)
        quiet = logging.getLogger("workbench.browser")
        # What went wrong with a connection may hold what was typed.
        quiet.disabled = True
        async with serve(
            self._visited, sock=_door(self._wanted.host, self._wanted.port), process_request=self._asked,
            logger=quiet, compression=None, max_size=_LONGEST_MESSAGE, server_header=None,
        ) as server:  # fmt: skip
            told(self._address(next(iter(server.sockets)).getsockname()[1]))
            await self._stopped.wait()
            server.close()
            self._stopped.clear()
            await self._leave()

    def stop(self) -> None:
        """Stop serving; said again, without waiting for last backups."""
        self._stopped.set()

    def _address(self, port: int) -> str:
        host = f"[{self._wanted.host}]" if ":" in self._wanted.host else self._wanted.host
        return f"http://{host}:{port}/?token={self.gate.token}"

    async def _leave(self) -> None:
        """End every window; a second interruption ends them at once."""
        windows = list(self._windows.values())
        ending = asyncio.gather(*(window.end() for window in windows), return_exceptions=True)
        hurrying = asyncio.create_task(self._stopped.wait())
        await asyncio.wait((ending, hurrying), return_when=asyncio.FIRST_COMPLETED)
        ending.cancel()
        hurrying.cancel()
        await asyncio.gather(*(window.ended.wait() for window in windows))

    # The page and its files

    def _asked(self, _: ServerConnection, request: Request) -> Response | None:
        """Answer a request; None lets it become a socket."""
        get = request.headers.get_all
        asked = Asked(request.path, get("Host"), get("Origin"), get("Sec-Fetch-Site"))
        path = asked.path
        if not self.gate.admits(asked, page=path == "/", socket=path == SOCKET):
            return _response(HTTPStatus.FORBIDDEN, files.plain(say("browser.forbidden")))
        if path == SOCKET:
            return None
        if request.method != "GET":
            return _response(HTTPStatus.METHOD_NOT_ALLOWED, files.plain("GET"))
        if path == "/":
            page = files.page(self.gate.token, asked.hosts[0], reader=self._wanted.reader)
            return _response(HTTPStatus.OK, page)
        if path in files.FILES:
            return _response(HTTPStatus.OK, files.file(files.FILES[path]))
        return _response(HTTPStatus.NOT_FOUND, files.plain(say("browser.nothing")))

    # The windows

    async def _visited(self, tab: ServerConnection) -> None:
        """Show a window in a tab until either ends."""
        with contextlib.suppress(ConnectionClosed, TimeoutError):
            async with asyncio.timeout(_FIRST_WORD_SECONDS):
                first = _read(await tab.recv())
            size = Size.of(first.get("columns"), first.get("rows")) or Size()
            window = await self._window(str(first.get("window", "")), size)
            if window is None:
                await tab.close(FULL)
                return
            await self._show(window, tab, size)

    async def _window(self, name: str, size: Size) -> Window | None:
        """Return the window a tab showed before, or a new one; None when there are too many."""
        async with self._starting:
            known = self._windows.get(name)
            if known is not None and not known.leaving:
                return known
            if len(self._windows) >= MOST_WINDOWS:
                return None
            window = await Window.open(self._wanted.command, size)
            self._windows[window.id] = window
            self._begin(self._watch(window))
            return window

    async def _show(self, window: Window, tab: ServerConnection, size: Size) -> None:
        before = self._tabs.get(window.id)
        self._tabs[window.id] = tab
        if before is not None:
            self._begin(before.close(ELSEWHERE))

        async def show(data: bytes) -> None:
            with contextlib.suppress(ConnectionClosed):
                await tab.send(data)

        try:
            await tab.send(json.dumps({"window": window.id}))
            await window.show(show, size)
            async for message in tab:
                if isinstance(message, bytes):
                    await window.type(message)
                else:
                    word = _read(message)
                    new = Size.of(word.get("columns"), word.get("rows"))
                    if new is not None:
                        window.resize(new)
        finally:
            window.hide(show)
            if self._tabs.get(window.id) is tab:
                del self._tabs[window.id]
                self._begin(self._forget(window))

    async def _watch(self, window: Window) -> None:
        """Tell the tab when its workbench has ended."""
        await window.ended.wait()
        self._windows.pop(window.id, None)
        tab = self._tabs.get(window.id)
        if tab is not None:
            await tab.close(ENDED)

    async def _forget(self, window: Window) -> None:
        """End a window whose tab has gone, unless it comes back."""
        await asyncio.sleep(self._wanted.grace)
        if window.id not in self._tabs:
            await window.end()

    def _begin(self, doing: Any) -> None:
        task: asyncio.Task[None] = asyncio.create_task(doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _read(message: str | bytes) -> dict[str, Any]:
    """Return what a tab said, {} when it makes no sense."""
    with contextlib.suppress(ValueError, RecursionError):
        said = json.loads(message)
        if isinstance(said, dict):
            return cast("dict[str, Any]", said)
    return {}


def _response(status: HTTPStatus, answer: files.Answer) -> Response:
    headers = Headers({**answer.headers, "Connection": "close"})
    return Response(status.value, status.phrase, headers, answer.body)


def _door(host: str, port: int) -> socket.socket:
    """Return a socket bound to an address of the loopback.

    Raises:
        BrowserError: the address is none of those, or the port cannot be had.
    """
    if host not in HOSTS:
        raise BrowserError(say("browser.not_here", host=host))
    door = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((host, port))
    except (OSError, OverflowError) as error:
        door.close()
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BrowserError(say("browser.no_port", port=port, why=why)) from error
    return door
