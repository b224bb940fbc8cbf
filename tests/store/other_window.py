"""Another workbench at the same study, as the tests see it."""

import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

_SCRIPT = Path(__file__).with_name("other_window_process.py")


class OtherWindow:
    """A process of its own with the study open to write, as Kari; `do` returns what it answers."""

    def __init__(self, folder: Path) -> None:
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(one for one in sys.path if one), "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(
            [sys.executable, str(_SCRIPT), str(folder), "Kari"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=env,
        )  # fmt: skip

    @property
    def pid(self) -> int:
        return self._process.pid

    def do(self, line: str) -> str:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def done(self, *lines: str) -> None:
        for line in lines:
            answer = self.do(line)
            assert answer == "done", (line, answer)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._process:
            pass
