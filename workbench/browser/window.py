"""One window: a workbench of its own in a pseudo-terminal, shown by at most one tab at a time."""

import asyncio
import contextlib
import fcntl
import os
import pty
import secrets
import signal
import struct
import sys
import termios
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.browser.modes import Modes

HOLD = Path(__file__).with_name("hold.py")
_CHUNK = 65_536
_REPAINT_SECONDS = 0.05
_BLOCKED_SECONDS = 1.0
# A last backup of a large study takes seconds.
_LEAVING_SECONDS = 15.0
_NOT_HANDED_ON = ("COLUMNS", "LINES", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "TMUX", "STY", "WINDOWID")

Show = Callable[[bytes], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Size:
    """Columns and rows of a terminal, within reason."""

    columns: int = 80
    rows: int = 24

    @classmethod
    def of(cls, columns: object, rows: object) -> "Size | None":
        """Return a size that was asked for, or None when it is none."""
        if type(columns) is not int or type(rows) is not int:
            return None
        return cls(min(max(columns, 2), 1000), min(max(rows, 2), 500))


class Window:
    """A workbench in a pseudo-terminal; it ends with this process, however that ends."""

    def __init__(self, process: asyncio.subprocess.Process, master: int) -> None:
        self.id = secrets.token_urlsafe(16)
        self.ended = asyncio.Event()
        self.leaving = False
        self._process = process
        self._master = master
        self._modes = Modes()
        self._show: Show | None = None
        self._was_shown = False
        self._pumping = asyncio.create_task(self._pump())

    @classmethod
    async def open(cls, command: Sequence[str], size: Size) -> "Window":
        """Start a workbench.

        Raises:
            OSError: there is no terminal or no process to be had.
        """
        master, slave = pty.openpty()
        try:
            os.set_blocking(master, False)
            _set_size(master, size)
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-I", "-S", str(HOLD), str(os.getpid()), *command,
                stdin=slave, stdout=slave, stderr=slave, start_new_session=True, env=_surroundings(),
            )  # fmt: skip
        except BaseException:
            os.close(master)
            raise
        finally:
            os.close(slave)
        return cls(process, master)

    @property
    def pid(self) -> int:
        """The process id of the workbench, which is that of its session too."""
        return self._process.pid

    async def show(self, show: Show, size: Size) -> None:
        """Give what is drawn to `show` from now on, and have all of it drawn anew."""
        self._show = None
        await show(self._modes.said())
        self._show = show
        if self._was_shown:
            # A terminal tells its program of a size only when it is another.
            self.resize(Size(size.columns - 1, size.rows))
            await asyncio.sleep(_REPAINT_SECONDS)
        self._was_shown = True
        self.resize(size)

    def hide(self, show: Show) -> None:
        """Draw for nobody, unless another tab has taken it meanwhile."""
        if self._show == show:
            self._show = None

    def resize(self, size: Size) -> None:
        """Set the size of the terminal."""
        if self._master >= 0:
            _set_size(self._master, size)

    async def type(self, data: bytes) -> None:
        """Send what was typed."""
        while data and not self.ended.is_set():
            try:
                data = data[os.write(self._master, data) :]
            except BlockingIOError:
                loop = asyncio.get_running_loop()
                # Looked at again now and then: the workbench may end meanwhile.
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(_BLOCKED_SECONDS):
                        await self._ready(loop.add_writer, loop.remove_writer)
            except OSError:
                return

    async def end(self) -> None:
        """End the workbench: asked to leave, which makes its last backup, then made to."""
        if not self.leaving:
            self.leaving = True
            self._signal(signal.SIGTERM)
        try:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LEAVING_SECONDS):
                    await self._process.wait()
        finally:
            # Also when whoever waits is in a hurry.
            self._signal(signal.SIGKILL)
        await self.ended.wait()

    def _signal(self, number: signal.Signals) -> None:
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, number)

    async def _pump(self) -> None:
        """Pass on what is drawn until the workbench is gone."""
        try:
            while data := await self._read():
                self._modes.note(data)
                if self._show is not None:
                    await self._show(data)
        finally:
            # Hung up on: what may be left of it ends.
            master, self._master = self._master, -1
            asyncio.get_running_loop().remove_writer(master)
            os.close(master)
            await self._process.wait()
            self.ended.set()

    async def _read(self) -> bytes:
        while True:
            try:
                return os.read(self._master, _CHUNK)
            except BlockingIOError:
                loop = asyncio.get_running_loop()
                await self._ready(loop.add_reader, loop.remove_reader)
            except OSError:
                # Linux tells the end of a terminal so.
                return b""

    async def _ready(self, watch: Callable[..., None], leave: Callable[[int], bool]) -> None:
        ready, master = asyncio.Event(), self._master
        watch(master, ready.set)
        try:
            await ready.wait()
        finally:
            if self._master == master:
                leave(master)


def _set_size(terminal: int, size: Size) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size.rows, size.columns, 0, 0))


def _surroundings() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_HANDED_ON}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
