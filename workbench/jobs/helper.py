"""The helper process: `python -m workbench.jobs.helper`, JSON lines on standard input and output.

Sent `{"id": 1, "job": "suggest", "args": {…}}` it answers `{"id": 1, "result": …}` or `{"id": 1, "error": "…"}`, before
that any number of `{"id": 1, "progress": [done, of, words]}`. `{"cancel": 1}` calls a job off; it is answered with an
error. Jobs are done one at a time, in order. The helper ends when its input ends, so none outlives its parent; it
ignores the interrupt key, writes nothing to standard error, opens no study, and cannot open a connection.
"""

import contextlib
import json
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Mapping
from typing import Any, BinaryIO, cast

from workbench.errors import JobError, WorkbenchError
from workbench.jobs.registry import Bench, carry_out
from workbench.jobs.task import Stopped, Task

STOPPED = "The work was stopped; nothing was changed."
# Progress is told at most this often (seconds), so that a fast job does not flood the screen process.
_EVERY = 0.05
# How long a job may go on after the input has ended.
_GRACE = 1.0
_NICE = 5


class Line:
    """The requests that wait, and those called off, shared by the reading thread and the working one."""

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[Mapping[str, Any] | None] = queue.SimpleQueue()
        self._open: set[Any] = set()
        self._called_off: set[Any] = set()
        self.ended = False

    def take(self, words: bytes) -> None:
        """Take one line of input in."""
        try:
            read: Any = json.loads(words)
        except ValueError:
            read = None
        if not isinstance(read, dict):
            self._waiting.put({"id": None, "job": "", "error": "A request must be one JSON object on one line."})
            return
        request = cast("dict[str, Any]", read)
        if "cancel" in request:
            if request["cancel"] in self._open:
                self._called_off.add(request["cancel"])
            return
        self._open.add(request.get("id"))
        self._waiting.put(request)

    def end(self) -> None:
        """Call everything off: nobody is there to hear the answers."""
        self.ended = True
        self._waiting.put(None)

    def next(self) -> Mapping[str, Any] | None:
        """Return the next request, or None when there will be no more."""
        request = self._waiting.get()
        return None if self.ended else request

    def is_called_off(self, request_id: Any) -> bool:
        """Tell whether a request was cancelled."""
        return self.ended or request_id in self._called_off

    def done(self, request_id: Any) -> None:
        """Forget an answered request."""
        self._open.discard(request_id)
        self._called_off.discard(request_id)


class Speaker:
    """Writes answers, one JSON object a line."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._last = 0.0

    def say(self, **answer: Any) -> None:
        """Write one answer at once."""
        self._out.write(json.dumps(answer).encode("ascii") + b"\n")
        self._out.flush()

    def progress(self, request_id: Any, done: int, of: int, words: str) -> None:
        """Tell how far a job is, unless that was told a moment ago."""
        now = time.monotonic()
        if now - self._last >= _EVERY:
            self._last = now
            self.say(id=request_id, progress=[done, of, words])


def answer(request: Mapping[str, Any], bench: Bench, line: Line, speaker: Speaker) -> None:
    """Do one request and answer it, whatever happens."""
    request_id = request.get("id")
    task = Task(
        lambda done, of, words: speaker.progress(request_id, done, of, words), lambda: line.is_called_off(request_id)
    )
    try:
        if "error" in request:
            raise JobError(str(request["error"]))
        result = carry_out(bench, str(request.get("job")), request.get("args") or {}, task)
        if task.called_off:
            raise Stopped
        speaker.say(id=request_id, result=result)
    except Stopped:
        speaker.say(id=request_id, error=STOPPED, stopped=True)
    except WorkbenchError as error:
        speaker.say(id=request_id, error=str(error))
    finally:
        line.done(request_id)


def _read(line: Line) -> None:
    for words in sys.stdin.buffer:
        if words.strip():
            line.take(words)
    line.end()
    # A job that does not look up is not waited for long.
    time.sleep(_GRACE)
    os._exit(0)


def stay_offline() -> None:
    """Make every try to open a socket fail in this process from now on, whichever library tries."""

    def refuse(event: str, _: object) -> None:
        if event.startswith("socket."):
            raise OSError("The helper opens no connections.")

    sys.addaudithook(refuse)


def _give_way() -> None:
    """Let the screen's process go first where both want the processor; where that cannot be said, nothing is lost."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(_NICE)


def main() -> None:
    """Serve until standard input ends."""
    stay_offline()
    _give_way()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not reach the protocol or the terminal.
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    line, speaker, bench = Line(), Speaker(out), Bench()
    threading.Thread(target=_read, args=(line,), daemon=True).start()
    try:
        while (request := line.next()) is not None:
            answer(request, bench, line, speaker)
    except BrokenPipeError:
        pass
    # Not an ordinary end: closing the reading thread's input would wait for it.
    os._exit(0)


if __name__ == "__main__":
    main()
