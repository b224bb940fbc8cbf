"""The process that reads files of strangers: `python -I -m workbench.transcripts.reading_process MEMORY ANSWER`.

One JSON object a line: `{"do": "transcript", "path": …, "encoding": …, "seconds": …}` in, and out one of
`{"read": …}`, `{"problem": sentence}`, `{"over": "memory" | "answer"}` and `{"fell": where}`; the first line out says
that it is ready. With `"last": true` in an answer the process has grown and ends. See `guarded.py` for the other end,
and `docs/safety.md` for what this protects against and what not.
"""

import importlib
import json
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from workbench.errors import TranscriptError

# What no reader of files does; Python tells of each before it is done.
_REFUSED = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system",
    "os.kill", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
    "os.chown", "os.utime", "os.setxattr", "os.removexattr", "pty.", "shutil.", "tempfile.", "winreg.", "sqlite3.",
)  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FILES = 64


class Fence:
    """Keeps Python code in this process from everything but reading one file at a time and its own modules."""

    def __init__(self) -> None:
        """Take the folders of Python and its packages as they are now; nothing is refused before `close`."""
        own = {sys.prefix, sys.base_prefix, sys.exec_prefix, *sys.path}
        places = {os.path.realpath(one) for one in own if one} | {os.path.abspath(one) for one in own if one}
        self._folders = tuple(sorted(place.rstrip(os.sep) + os.sep for place in places))
        self.path = ""

    def close(self) -> None:
        """Refuse from now on; this cannot be taken back."""
        sys.addaudithook(self._watch)

    def _watch(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            self._opened(*arguments)
        elif event.startswith(_REFUSED):
            raise PermissionError(f"The process that reads files does no {event}.")

    def _opened(self, path: object, mode: object, flags: object) -> None:
        writes = isinstance(mode, str) and set(mode) & set("wax+")
        if writes or (isinstance(flags, int) and flags & _WRITING):
            raise PermissionError("The process that reads files writes none.")
        if isinstance(path, (str, bytes)):
            wanted = os.fsdecode(path)
            if wanted != self.path and not os.path.abspath(wanted).startswith(self._folders):
                raise PermissionError("The process that reads files opens no other one.")


def _limit(memory: int) -> None:
    """Set what the system itself holds this process to; Windows has none of these, so the parent watches there."""
    if sys.platform == "win32":
        return
    import resource

    wanted = [(resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NOFILE, _FILES), (resource.RLIMIT_CORE, 0)]
    if sys.platform != "darwin":  # there the address space cannot be limited in a way that holds
        wanted.append((resource.RLIMIT_AS, memory))
    for what, most in wanted:
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))


def _limit_seconds(seconds: float) -> None:
    """Let this process have so many more seconds of the processor, then the system ends it."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    most, hard = int(used.ru_utime + used.ru_stime + seconds) + 1, resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


class _Memory:
    """The most bytes this process has held.

    Linux's usual figure counts what the parent held before it became this program, so another is asked there; its
    file is opened while that is still allowed.
    """

    def __init__(self) -> None:
        self._status: BinaryIO | None = open("/proc/self/status", "rb") if sys.platform == "linux" else None  # noqa: SIM115

    def has_grown(self, memory: int) -> bool:
        """Tell whether the process once held a third of its memory; much of it is never given back."""
        if sys.platform == "win32":
            return False
        return self._peak() > memory // 3

    def _peak(self) -> int:
        if self._status is not None:
            self._status.seek(0)
            for line in self._status:
                if line.startswith(b"VmHWM:"):
                    return int(line.split()[1]) * 1024
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _transcript(request: Mapping[str, Any]) -> Any:
    from workbench.transcripts.intake import read_file
    from workbench.transcripts.lines import Choices

    said = request.get("choices")
    choices = Choices.from_json(said) if said is not None else None
    return read_file(Path(request["path"]), encoding=request["encoding"], choices=choices).as_json()


def _people(request: Mapping[str, Any]) -> Any:
    from workbench.transcripts.people import read_people

    table = read_people(Path(request["path"]))
    return {"columns": table.columns, "rows": [dict(row) for row in table.rows], "label_column": table.label_column}


def _answers(request: Mapping[str, Any]) -> Any:
    from workbench.transcripts.answers import read_answers

    path, encoding = Path(request["path"]), request["encoding"]
    return read_answers(path, request["texts"], request["label"], encoding=encoding).as_json()


def _sheet(request: Mapping[str, Any]) -> Any:
    from workbench.transcripts.answers import look

    return look(Path(request["path"]))


READERS: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
    "transcript": _transcript, "people": _people, "answers": _answers, "sheet": _sheet,
}  # fmt: skip


def _place(error: BaseException) -> str:
    """Return what went wrong and where in the program, without a word of the file."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"


def _answer(request: Mapping[str, Any], most: int) -> bytes:
    """Read one file; whatever happens is an answer."""
    try:
        found: dict[str, Any] = {"read": READERS[request["do"]](request)}
    except TranscriptError as error:
        found = {"problem": str(error)}
    except MemoryError:
        found = {"over": "memory", "last": True}
    except Exception as error:
        found = {"fell": _place(error)}
    try:
        # What goes wrong inside a file has been told; a text too long to be told is let go before that is said.
        words = json.dumps(found, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
    except MemoryError:
        words = b""
    del found
    if not words:
        return b'{"over": "memory", "last": true}\n'
    return words if len(words) <= most else b'{"over": "answer", "last": true}\n'


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return the ways in and out, and leave nothing of a terminal to whatever a library prints."""
    source, out = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    return source, out


def _listen(source: BinaryIO, asked: "queue.SimpleQueue[bytes]") -> None:
    for line in source:
        asked.put(line)
    os._exit(0)  # nobody is there any more to hear the answer


def main() -> NoReturn:
    """Serve until the input ends."""
    memory, most = int(sys.argv[-2]), int(sys.argv[-1])
    source, out = _pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(source, asked), daemon=True).start()
    importlib.import_module("workbench.transcripts.intake")  # before a file's seconds count
    fence, held = Fence(), _Memory()
    _limit(memory)
    fence.close()
    out.write(b'{"ready": true}\n')
    out.flush()
    while True:
        request: dict[str, Any] = json.loads(asked.get())
        fence.path = str(request["path"])
        _limit_seconds(float(request["seconds"]))
        words = _answer(request, most)
        fence.path = ""
        last = words.endswith(b'"last": true}\n') or held.has_grown(memory)
        if last and not words.endswith(b'"last": true}\n'):
            words = words[:-2] + b', "last": true}\n'
        out.write(words)
        out.flush()
        del words
        if last:
            os._exit(0)


if __name__ == "__main__":
    main()
