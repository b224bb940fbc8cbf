"""The screen process's end of the helper: standard library only, never blocking.

helper = Helper()
await helper.start()
found = await helper.call("suggest", {"passage": words}, progress=lambda done, of, words: …)
await helper.close()
"""

import asyncio
import contextlib
import itertools
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from workbench.errors import JobError

Progress = Callable[[int, int, str], None]
COMMAND = (sys.executable, "-P", "-m", "workbench.jobs.helper")
_LONGEST_LINE = 256 * 1024 * 1024
_PATIENCE = 3.0


class Helper:
    """One helper process: started on demand, started again once when it dies, gone with us."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        """Take the command line of the helper; nothing is started yet."""
        self._command = tuple(command)
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._starting = asyncio.Lock()
        self._ids = itertools.count(1)
        self._waiting: dict[int, tuple[asyncio.Future[Any], Progress | None]] = {}
        self._closing = False
        self._may_restart = True
        self.restarts = 0

    @property
    def running(self) -> bool:
        """Whether there is a living process."""
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int | None:
        """The process id, while there is one."""
        return self._process.pid if self._process is not None and self.running else None

    def new_id(self) -> int:
        """Return an id to give to `call`, for a later `cancel`."""
        return next(self._ids)

    async def start(self) -> None:
        """Start the helper unless it runs already.

        Raises:
            JobError: it cannot be started.
        """
        async with self._starting:
            if self.running:
                return
            threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
            try:
                self._process = await asyncio.create_subprocess_exec(
                    *self._command,
                    stdin=asyncio.subprocess.PIPE,
                    stdout=asyncio.subprocess.PIPE,
                    stderr=asyncio.subprocess.DEVNULL,
                    env={**os.environ, **threads},
                    limit=_LONGEST_LINE,
                )
            except OSError as error:
                raise JobError(f"The helper process cannot be started ({error.strerror or error}).") from error
            self._reading = asyncio.create_task(self._read(self._process))

    async def call(
        self, job: str, args: Mapping[str, Any], progress: Progress | None = None, call_id: int | None = None
    ) -> Any:
        """Have a job done and return its result; cancelling the awaiting task calls the job off.

        Raises:
            JobError: the job was refused or stopped, or the helper died (it is then started again, empty).
        """
        if self._closing:
            raise JobError("The helper process is closed.")
        if not self.running:
            if not self._may_restart:
                raise JobError("The helper process stopped twice; close the workbench and start it again.")
            await self.start()
        process = self._process
        if process is None or process.stdin is None:
            raise JobError("The helper process is closed.")
        number = self.new_id() if call_id is None else call_id
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[number] = (future, progress)
        try:
            process.stdin.write(json.dumps({"id": number, "job": job, "args": args}).encode() + b"\n")
            # When the pipe is broken the reading end notices too, and answers the future.
            with contextlib.suppress(ConnectionError):
                await process.stdin.drain()
            result = await future
        except asyncio.CancelledError:
            self._tell({"cancel": number})
            raise
        finally:
            self._waiting.pop(number, None)
        self._may_restart = True
        return result

    def cancel(self, call_id: int) -> None:
        """Call a job off; its `call` raises JobError at once. Unknown and finished ids are passed over."""
        held = self._waiting.get(call_id)
        if held is not None and not held[0].done():
            self._tell({"cancel": call_id})
            held[0].set_exception(JobError("The work was stopped; nothing was changed."))

    def _tell(self, words: Mapping[str, Any]) -> None:
        if self.running and self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(ConnectionError, RuntimeError):
                self._process.stdin.write(json.dumps(words).encode() + b"\n")

    async def close(self) -> None:
        """End the helper; calls still waiting raise JobError."""
        self._closing = True
        process, reading = self._process, self._reading
        if process is None:
            return
        _fail(list(self._waiting.values()), "The helper process is closed.")
        if process.stdin is not None:
            process.stdin.close()
        await _ended(process)
        if reading is not None:
            await asyncio.gather(reading, return_exceptions=True)

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        """Hand on answers until the helper's output ends."""
        assert process.stdout is not None
        with contextlib.suppress(ConnectionError, ValueError):
            while line := await process.stdout.readline():
                self._hand_on(line)
        if self._closing:
            return
        await _ended(process)
        # Calls made while it starts again are not among those that failed.
        failed = list(self._waiting.values())
        again, self._may_restart = self._may_restart, False
        words = "it was started again; ask once more" if again else "close the workbench and start it again"
        if again:
            self.restarts += 1
            with contextlib.suppress(JobError):
                await self.start()
        _fail(failed, f"The helper process stopped unexpectedly; {words}. Nothing was changed.")

    def _hand_on(self, line: bytes) -> None:
        try:
            answer = json.loads(line)
        except ValueError:
            return
        future, progress = self._waiting.get(answer.get("id"), (None, None))
        if future is None or future.done():
            return
        if "progress" in answer:
            if progress is not None:
                done, of, words = answer["progress"]
                progress(int(done), int(of), str(words))
        elif "error" in answer:
            future.set_exception(JobError(str(answer["error"])))
        else:
            future.set_result(answer.get("result"))


async def _ended(process: asyncio.subprocess.Process) -> None:
    """Wait until a process that has lost its pipes is gone; kill it when it lingers."""
    try:
        await asyncio.wait_for(process.wait(), _PATIENCE)
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _fail(waiting: Sequence[tuple[asyncio.Future[Any], Progress | None]], words: str) -> None:
    for future, _ in waiting:
        if not future.done():
            future.set_exception(JobError(words))
