"""The nursery as the tests see it: have a researcher begin, listen, kill, and know what was acknowledged."""

import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

_SCRIPT = Path(__file__).with_name("nursery_process.py")


class Nursery:
    """One process that forks the others; `heard` are the lines of the researcher born last."""

    def __init__(self) -> None:
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(one for one in sys.path if one)}
        self._process = subprocess.Popen(
            [sys.executable, str(_SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env
        )
        self._rest = b""
        self._pid = 0
        self.heard: list[str] = []

    def begin(self, task: str, folder: Path, seed: int = 0) -> None:
        """Have a researcher begin; return once it is born."""
        assert self._process.stdin is not None
        self.heard = []
        self._process.stdin.write(f"{task} {seed} {folder}\n".encode())
        self._process.stdin.flush()
        self.listen(60.0, until="born")
        self._pid = int(self.said("born")[0])

    def listen(self, seconds: float, until: str = "") -> None:
        """Hear what is said for so long, or until a line begins so."""
        assert self._process.stdout is not None
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not (until and self.said(until)):
            if select.select([self._process.stdout], [], [], left)[0]:
                got = os.read(self._process.stdout.fileno(), 65536)
                assert got, "the nursery is gone"
                *lines, self._rest = (self._rest + got).split(b"\n")
                self.heard += [line.decode() for line in lines]

    def kill(self) -> None:
        """Kill the researcher with SIGKILL, unless it has ended, and wait until nothing is left of it."""
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        self.end()

    def end(self) -> None:
        """Wait until the researcher is gone."""
        self.listen(60.0, until="gone")
        assert self.said("gone"), "the researcher did not end"
        assert not self.said("traceback"), self.said("traceback")[0].replace("⏎", "\n")

    def said(self, first: str) -> list[str]:
        """Return what followed `first` in the lines that began with it."""
        return [line.partition(" ")[2] for line in self.heard if line.partition(" ")[0] == first]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._process:
            if self.said("born") and not self.said("gone"):
                with suppress(ProcessLookupError):
                    os.kill(self._pid, signal.SIGKILL)
