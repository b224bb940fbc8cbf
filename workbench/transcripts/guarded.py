"""Files of strangers, read in a process of its own that is held to memory and time, and ended when it goes over.

with Guard() as guard:
    preview = guard.read(Path("P07.docx"))

One process reads many files; after a death, or when it has grown, the next file gets a new one. What holds it:

- memory: the system's limit of address space (Linux), and everywhere this end looks at what it holds
  (macOS does not keep to the limit, Windows has none);
- time: seconds of the processor (Linux, macOS), and everywhere the clock, by the size of the file;
- writing, connections, other programs, other files: refused to Python code (see `reading_process.Fence`).
"""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from workbench.errors import TranscriptError
from workbench.study.text import squeeze_name, visible
from workbench.transcripts import sniff
from workbench.transcripts.answers import Answers
from workbench.transcripts.lines import Choices
from workbench.transcripts.people import PeopleTable
from workbench.transcripts.preview import Preview
from workbench.transcripts.resident import resident

_MB = 1024 * 1024
_TICK = 0.05
_PATIENCE = 60.0
_BOOT = (
    "import sys; sys.path[:] = list(dict.fromkeys([sys.argv[1], *sys.path, *sys.argv[2:-2]])); "
    "from workbench.transcripts.reading_process import main; main()"
)
# What a library may need of the surroundings; passphrases and keys that stand in others are not handed on.
_SURROUNDINGS = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")

_REMEDY = "Copy its text to a new file and import that."
_STOPPED = "The work was stopped; nothing was changed."
# Ends by the system's own hand: SIGXCPU, and the kill by which Linux makes room.
_OUT_OF_TIME = (-24,)
_OUT_OF_MEMORY = (-9,)


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: bytes of memory and of answer, seconds, and more of them for each megabyte."""

    memory: int = 1024 * _MB
    answer: int = 128 * _MB
    seconds: float = 30.0
    seconds_per_mb: float = 2.0

    def for_file(self, path: Path) -> float:
        """Return the seconds for this file."""
        try:
            size = path.stat().st_size
        except (OSError, ValueError):
            size = 0
        return self.seconds + self.seconds_per_mb * min(size, sniff.MAX_BYTES) / _MB


class ReadingStopped(TranscriptError):
    """The reading was called off."""


class _Reader:
    """One living process, with a thread that takes its answers in."""

    def __init__(self, command: Sequence[str], limits: Limits) -> None:
        self._limits = limits
        self.peak = 0
        kept = {name: os.environ[name] for name in _SURROUNDINGS if name in os.environ}
        try:
            self.process = subprocess.Popen(
                [*command, str(limits.memory), str(limits.answer)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=kept,
                # A session of its own has no terminal: neither the interrupt key nor a library's words cross.
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            reason = error.strerror or str(error)
            raise TranscriptError(f"The process that reads files cannot be started ({reason}).") from error
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._listening = threading.Thread(target=self._listen, args=(self.process.stdout,), daemon=True)
        self._listening.start()

    def _listen(self, source: BinaryIO) -> None:
        with contextlib.suppress(OSError, ValueError):
            while line := source.readline(self._limits.answer + 2):
                self._answers.put(line)
                if not line.endswith(b"\n"):
                    break
        self._answers.put(b"")

    def ask(self, request: dict[str, Any]) -> None:
        """Send one request."""
        assert self.process.stdin is not None
        # Where the pipe is broken the answer says so.
        with contextlib.suppress(OSError):
            self.process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
            self.process.stdin.flush()

    def answer(self, seconds: float, stopped: Callable[[], bool]) -> bytes | str:
        """Return the next answer, b"" when the process is gone, or the name of the limit it went over."""
        end = time.monotonic() + seconds
        while True:
            try:
                return self._answers.get(timeout=_TICK)
            except queue.Empty:
                if stopped():
                    return "stopped"
                held = resident(self.process.pid)
                self.peak = max(self.peak, held)
                if held > self._limits.memory:
                    return "memory"
                if time.monotonic() > end:
                    return "time"

    def end(self, patience: float = 0.0) -> int:
        """End the process, unless it ends by itself within `patience` seconds; return its exit code."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(patience)
        self.process.kill()
        code = self.process.wait()
        self._listening.join(1.0)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        return code


class Guard:
    """Reads files one at a time; `cancel` may be called from another thread, or `stopped` be given to ask."""

    def __init__(
        self,
        limits: Limits | None = None,
        stopped: Callable[[], bool] = lambda: False,
        command: Sequence[str] | None = None,
    ) -> None:
        """Take the limits and the command line of the process; nothing is started before the first file."""
        self.limits = limits or Limits()
        self.starts = 0
        self._command = tuple(command) if command is not None else _command()
        self._stopped = stopped
        self._called_off = False
        self._reader: _Reader | None = None

    def __enter__(self) -> "Guard":
        return self

    def __exit__(self, *_: object) -> None:
        self._let_go()

    @property
    def pid(self) -> int | None:
        """The id of the process, while there is one."""
        return self._reader.process.pid if self._reader is not None else None

    def cancel(self) -> None:
        """End the process at once; the reading under way raises ReadingStopped, and so does every later one."""
        self._called_off = True
        reader = self._reader
        if reader is not None:
            reader.process.kill()

    def read(self, path: Path, encoding: str | None = None, choices: Choices | None = None) -> Preview:
        """Read a transcript as `intake.read_file` does.

        Raises:
            TranscriptError: it cannot be read, takes too much memory or time, or the reader fell over it.
            ReadingStopped: it was called off.
        """
        said = choices.as_json() if choices is not None else None
        read = self._ask("transcript", Path(path), encoding, choices=said)
        with _sense(path):
            preview = Preview.from_json(read)
            warnings = tuple(visible(str(one)) for one in preview.warnings)
            return replace(preview, path=Path(path), name=squeeze_name(preview.name), warnings=warnings)

    def read_people(self, path: Path) -> PeopleTable:
        """Read a table of participants as `people.read_people` does; raises what `read` raises."""
        read = self._ask("people", Path(path), None)
        with _sense(path):
            rows = tuple({str(name): str(value) for name, value in row.items()} for row in read["rows"])
            return PeopleTable(tuple(map(str, read["columns"])), rows, str(read["label_column"]))

    def read_answers(
        self, path: Path, texts: Sequence[str] = (), label: str | None = None, *, encoding: str | None = None
    ) -> Answers:
        """Read a sheet of open answers as `answers.read_answers` does; raises what `read` raises."""
        read = self._ask("answers", Path(path), encoding, texts=list(texts), label=label)
        with _sense(path):
            return Answers.from_json(read, Path(path))

    def look_at_answers(self, path: Path) -> dict[str, Any]:
        """Return the columns of a sheet as `answers.look` does; raises what `read` raises."""
        read = self._ask("sheet", Path(path), None)
        with _sense(path):
            return {
                "columns": [
                    {"header": visible(str(one["header"])), "filled": int(one["filled"]),
                     "sample": visible(str(one["sample"])), "personal": bool(one["personal"])}
                    for one in read["columns"]
                ],
                "rows": int(read["rows"]), "texts": [int(at) for at in read["texts"]],
                "label": None if read["label"] is None else int(read["label"]),
                "labels": [visible(str(one)) for one in read["labels"]],
            }  # fmt: skip

    def _ask(self, what: str, path: Path, encoding: str | None, **more: object) -> Any:
        reader = self._ready()
        seconds = self.limits.for_file(path)
        reader.ask({"do": what, "path": str(path), "encoding": encoding, "seconds": seconds} | more)
        words = reader.answer(seconds, self._is_stopped)
        try:
            with _sense(path):
                found = _plain(words)
        except TranscriptError:
            self._let_go()
            raise
        if found is None:
            raise self._why(path, words, seconds)
        if found.get("last"):
            self._let_go()
        if "read" in found:
            return found["read"]
        if "problem" in found:
            raise TranscriptError(visible(str(found["problem"])))
        if "over" in found:
            raise TranscriptError(self._over(path, str(found["over"]), seconds))
        raise TranscriptError(_fell(path, visible(str(found.get("fell")))))

    def _is_stopped(self) -> bool:
        return self._called_off or self._stopped()

    def _ready(self) -> _Reader:
        """Return a process that can be asked."""
        if self._is_stopped():
            raise ReadingStopped(_STOPPED)
        if self._reader is not None and self._reader.process.poll() is not None:
            self._let_go()
        if self._reader is None:
            self._reader = reader = _Reader(self._command, self.limits)
            self.starts += 1
            words = reader.answer(_PATIENCE, self._is_stopped)
            if words != b'{"ready": true}\n':
                stopped = self._is_stopped()
                self._let_go()
                raise (
                    ReadingStopped(_STOPPED)
                    if stopped
                    else TranscriptError("The process that reads files does not start; run `workbench doctor`.")
                )
        return self._reader

    def _why(self, path: Path, words: bytes | str, seconds: float) -> TranscriptError:
        """Say what ended the process, or end it for the limit it went over."""
        peak = self._reader.peak if self._reader is not None else 0
        code = self._let_go(1.0 if words == b"" else 0.0)
        if self._is_stopped():
            return ReadingStopped(_STOPPED)
        if isinstance(words, str):
            return TranscriptError(self._over(path, words, seconds))
        if words:
            return TranscriptError(self._over(path, "answer", seconds))
        if code in _OUT_OF_TIME:
            return TranscriptError(self._over(path, "time", seconds))
        if code in _OUT_OF_MEMORY or peak > self.limits.memory * 2 // 3:
            # A library in C gives up in its own way when it is given no more.
            return TranscriptError(self._over(path, "memory", seconds))
        return TranscriptError(_fell(path, f"it ended with {code}"))

    def _over(self, path: Path, limit: str, seconds: float) -> str:
        name = squeeze_name(Path(path).name)
        if limit == "time":
            return f"{name} takes longer to read than any transcript ({seconds:.0f} s); it was refused. {_REMEDY}"
        if limit == "answer":
            return f"{name} holds more text than any transcript ({self.limits.answer // _MB} MB); split it."
        return (
            f"{name} takes more memory to read than any transcript ({self.limits.memory // _MB} MB); it was refused. "
            f"{_REMEDY}"
        )

    def _let_go(self, patience: float = 0.0) -> int:
        reader, self._reader = self._reader, None
        return reader.end(patience) if reader is not None else 0


def _command() -> tuple[str, ...]:
    """Return a Python without the user's settings, which finds this very workbench and its packages."""
    here = str(Path(__file__).resolve().parents[2])
    packages = [one for one in sys.path if Path(one).name in ("site-packages", "dist-packages")]
    return (sys.executable, "-I", "-B", "-c", _BOOT, here, *packages)


def _plain(words: bytes | str) -> dict[str, Any] | None:
    """Return an answer as plain values, None when it is none; raise ValueError when it has no sense."""
    if isinstance(words, str) or not words.endswith(b"\n"):
        return None
    found: Any = json.loads(words)
    if not isinstance(found, dict):
        raise ValueError
    return cast("dict[str, Any]", found)


@contextlib.contextmanager
def _sense(path: Path) -> Generator[None]:
    """Raise TranscriptError over an answer that is not of the form it should have."""
    try:
        yield
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise TranscriptError(_fell(path, "an answer without sense")) from error


def _fell(path: Path, where: str) -> str:
    return f"The reader fell over {squeeze_name(Path(path).name)} ({where}); nothing was read. {_REMEDY}"
