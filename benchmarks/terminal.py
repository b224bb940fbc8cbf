"""Drives the workbench over a real pseudo-terminal and reads the kernel's clocks.

Wall time is taken here, from the start of the process; CPU time is the sum over the process's threads, in
nanoseconds, from /proc. The terminal answers the synchronised-output query, so frames have an end.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

FRAME_END = b"\x1b[?2026l"
QUERY = b"\x1b[?2026$p"


class Terminal:
    """A child process on a pseudo-terminal of `columns` x `rows` cells."""

    def __init__(self, arguments: list[str], columns: int = 160, rows: int = 50, **environment: str) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **environment})
            os.environ.pop("NO_COLOR", None) if "NO_COLOR" not in environment else None
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            # readline, where something imported it, has put a size of its own into the C library's environment.
            known = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
            os.execve(sys.executable, [sys.executable, *arguments], known)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.output = b""

    def read(self, timeout: float) -> bytes:
        """Return what the child wrote within `timeout` seconds (as soon as there is any)."""
        ready, _, _ = select.select([self.fd], [], [], timeout)
        if not ready:
            return b""
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            return b""
        if QUERY in data:
            os.write(self.fd, b"\x1b[?2026;2$y")
        self.output += data
        return data

    def until(self, mark: bytes, timeout: float = 20.0) -> float:
        """Read until `mark` has come and its frame is done; return seconds since the start of the process."""
        end = time.perf_counter() + timeout
        while time.perf_counter() < end:
            self.read(0.05)
            at = self.output.find(mark)
            if at >= 0 and FRAME_END in self.output[at:]:
                return time.perf_counter() - self.started
        raise TimeoutError(f"{mark!r} did not appear; last output {self.output[-400:]!r}")

    def settle(self, quiet: float = 0.3) -> None:
        """Read until nothing comes for `quiet` seconds."""
        while self.read(quiet):
            pass

    def cpu(self) -> float:
        """Return the CPU seconds of all threads so far."""
        total = 0
        for task in Path(f"/proc/{self.pid}/task").iterdir():
            total += int((task / "schedstat").read_text().split()[0])
        return total / 1e9

    def rss(self) -> float:
        """Return the resident memory in MB."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def key(self, data: bytes) -> tuple[float, float]:
        """Press a key; return (CPU seconds, wall seconds until the frame that shows it is done)."""
        self.output = b""
        before, start = self.cpu(), time.perf_counter()
        os.write(self.fd, data)
        end = start + 2.0
        while FRAME_END not in self.output and time.perf_counter() < end:
            self.read(0.02)
        wall = time.perf_counter() - start
        while self.read(0.015):
            pass
        return self.cpu() - before, wall

    def act(self, data: bytes, mark: bytes = b"", quiet: float = 0.1, timeout: float = 20.0) -> tuple[float, float]:
        """Press keys; return (CPU seconds, wall seconds to the frame that shows `mark`, or to the last one).

        Over when nothing has come for `quiet` seconds.
        """
        self.output = b""
        before, start = self.cpu(), time.perf_counter()
        os.write(self.fd, data)
        wall, ended, end = 0.0, -1, start + timeout
        while time.perf_counter() < end:
            came = self.read(quiet if wall else 0.02)
            at, last = self.output.find(mark), self.output.rfind(FRAME_END)
            if last != ended and 0 <= at < last:
                wall, ended = wall if mark and wall else time.perf_counter() - start, last
            elif wall and not came:
                return self.cpu() - before, wall
        raise TimeoutError(f"{mark!r} did not appear; last output {self.output[-400:]!r}")

    def close(self) -> None:
        """End the child."""
        try:
            os.kill(self.pid, signal.SIGTERM)
            end = time.perf_counter() + 5
            # What it writes as it goes is read: on a full terminal it would wait for ever.
            while os.waitpid(self.pid, os.WNOHANG) == (0, 0):
                if time.perf_counter() > end:
                    os.kill(self.pid, signal.SIGKILL)
                self.read(0.02)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self.fd)


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
