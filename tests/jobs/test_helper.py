import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import AssistError, JobError
from workbench.jobs.client import Helper
from workbench.jobs.registry import JOBS, Bench, run_inline

CODES = [
    {"code_id": 1, "name": "Å vente", "definition_text": "Tida på venteliste før hjelpen kommer, brev som lar vente."},
    {"code_id": 2, "name": "Et hjem", "definition_text": "Egen leilighet, egen dør og nøkkel til den."},
    {"code_id": 3, "name": "Penger", "definition_text": "Regninger, gjeld og mat mot slutten av måneden."},
]
EXAMPLE = {
    "coding_id": 11, "code_id": 1, "text": "jeg sto på venteliste i åtte måneder før de ringte", "reference": "D1 4",
    "context": "", "group": "D1", "place": {"transcript_id": 5, "start": 10, "end": 60},
}  # fmt: skip
MATERIAL = {
    "language": "nb", "codes": CODES, "examples": [EXAMPLE], "rejections": [],
    "background": ["jeg sto på venteliste i åtte måneder før de ringte", "vi lo mye den kvelden, og så gikk vi hjem"],
}  # fmt: skip
PASSAGE = "så venta jeg på plass, og på ventelista sto jeg i mange måneder"

# A helper with more jobs: slow, printing, crashing, stuck, dialling, failing with an interview's words in the message.
ODD = """
import os, sys, time
from workbench.jobs import helper, registry
def slow(bench, args, task):
    for step in range(args["steps"]):
        task.progress(step, args["steps"], "step")
        time.sleep(0.06)
    return "done"
def noisy(bench, args, task):
    print("printed"); sys.stderr.write("complained"); os.write(1, b"raw"); return "quiet"
def crash(bench, args, task): os._exit(3)
def stuck(bench, args, task): time.sleep(60)
def fails(bench, args, task): raise ValueError("secret words of a participant")
def dial(bench, args, task):
    import socket
    found = []
    for dialled in (lambda: socket.create_connection(("127.0.0.1", 9)), lambda: socket.getaddrinfo("localhost", 9)):
        try:
            dialled()
        except OSError as error:
            found.append(str(error))
    return found
registry.JOBS.update(dial=dial, slow=slow, noisy=noisy, crash=crash, stuck=stuck, fails=fails)
helper.main()
"""
ODD_COMMAND = (sys.executable, "-c", ODD)


def with_helper(work: Callable[[Helper], Awaitable[None]], command: tuple[str, ...] = ODD_COMMAND) -> None:
    async def run() -> None:
        helper = Helper(command)
        await helper.start()
        try:
            await work(helper)
        finally:
            await helper.close()
        assert not helper.running

    asyncio.run(asyncio.wait_for(run(), 30))


def test_the_real_helper_loads_suggests_learns_and_forgets() -> None:
    seen: list[tuple[int, int, str]] = []

    async def work(helper: Helper) -> None:
        with pytest.raises(JobError, match="not loaded yet"):
            await helper.call("suggest", {"passage": PASSAGE})
        loaded = await helper.call("suggest.load", {"material": MATERIAL}, lambda *told: seen.append(told))
        assert loaded == {"codes": 3, "codings": 1, "rejections": 0}
        found = await helper.call("suggest", {"passage": PASSAGE, "context": "", "k": 2})
        assert found["suggestions"][0]["code_id"] == 1
        assert found["verdict"] == "ready"
        kinds = {one["kind"]: one for one in found["suggestions"][0]["reasons"]}
        assert kinds["near"]["coding_id"] == 11
        assert kinds["near"]["reference"] == "D1 4"
        assert (await helper.call("suggest.remove", {"coding_id": 11})) == {"codings": 0}
        assert (await helper.call("suggest.add", {"example": EXAMPLE})) == {"codings": 1}
        assert (await helper.call("suggest", {"passage": PASSAGE, "k": 2})) == found
        refused = {"code_id": 1, "text": PASSAGE}
        assert (await helper.call("suggest.reject", {"rejection": refused})) == {"rejections": 1}
        after = await helper.call("suggest", {"passage": PASSAGE, "k": 2})
        assert all(one["code_id"] != 1 for one in after["suggestions"])
        assert (await helper.call("suggest.reject", {"rejection": refused, "undo": True})) == {"rejections": 0}
        phrases = await helper.call("phrases", {"passage": "det er to muttere som låser hverandre, sa han", "n": 1})
        assert phrases == ["muttere som låser hverandre"]

    with_helper(work, Helper()._command)  # pyright: ignore[reportPrivateUsage]
    assert seen[0] == (0, 2, "")


def test_progress_comes_in_order_and_the_result_last() -> None:
    seen: list[tuple[int, int, str]] = []

    async def work(helper: Helper) -> None:
        assert await helper.call("slow", {"steps": 4}, lambda *told: seen.append(told)) == "done"

    with_helper(work)
    steps = [one for one in seen if one[2] == "step"]
    assert len(steps) >= 2
    assert steps == sorted(steps)
    assert all(of == 4 for _, of, _ in steps)


def test_a_job_is_called_off_by_id_or_with_its_task_and_the_helper_lives_on() -> None:
    async def work(helper: Helper) -> None:
        pid = helper.pid
        number = helper.new_id()
        started = time.monotonic()
        running = asyncio.create_task(helper.call("slow", {"steps": 400}, call_id=number))
        queued = asyncio.create_task(helper.call("slow", {"steps": 400}))
        await asyncio.sleep(0.2)
        helper.cancel(number)
        helper.cancel(12345)
        with pytest.raises(JobError, match="stopped"):
            await running
        queued.cancel()
        with pytest.raises(asyncio.CancelledError):
            await queued
        assert await helper.call("slow", {"steps": 1}) == "done"
        assert time.monotonic() - started < 10
        assert helper.pid == pid

    with_helper(work)


def test_errors_are_sentences_without_the_words_of_an_interview() -> None:
    async def work(helper: Helper) -> None:
        with pytest.raises(JobError, match=r"«fails» failed \(ValueError at .*:\d+\)") as caught:
            await helper.call("fails", {})
        assert "secret" not in str(caught.value)
        with pytest.raises(JobError, match="no job called «dance»"):
            await helper.call("dance", {})
        with pytest.raises(JobError, match=r"«suggest\.load» failed"):
            await helper.call("suggest.load", {})
        assert await helper.call("noisy", {}) == "quiet"

    with_helper(work)


def test_a_crashed_helper_is_started_again_once_and_the_call_told() -> None:
    async def work(helper: Helper) -> None:
        first = helper.pid
        with pytest.raises(JobError, match="started again"):
            await helper.call("crash", {})
        assert helper.running
        assert helper.pid != first
        assert helper.restarts == 1
        assert await helper.call("slow", {"steps": 1}) == "done"
        for _ in range(2):
            with pytest.raises(JobError):
                await helper.call("crash", {})
        assert helper.restarts == 2
        with pytest.raises(JobError, match="twice"):
            await helper.call("slow", {"steps": 1})

    with_helper(work)


def test_a_helper_killed_from_outside_answers_its_call() -> None:
    async def work(helper: Helper) -> None:
        waiting = asyncio.create_task(helper.call("stuck", {}))
        await asyncio.sleep(0.3)
        assert helper.pid is not None
        os.kill(helper.pid, signal.SIGTERM)
        with pytest.raises(JobError, match="unexpectedly"):
            await waiting

    with_helper(work)


def test_closing_ends_even_a_stuck_helper_and_its_calls() -> None:
    async def work(helper: Helper) -> None:
        waiting = asyncio.create_task(helper.call("stuck", {}))
        await asyncio.sleep(0.2)
        await helper.close()
        with pytest.raises(JobError, match="closed"):
            await waiting
        with pytest.raises(JobError, match="closed"):
            await helper.call("slow", {"steps": 1})

    with_helper(work)


def test_a_helper_that_cannot_start_says_so() -> None:
    async def run() -> None:
        with pytest.raises(JobError, match="cannot be started"):
            await Helper(("/nowhere/python",)).start()

    asyncio.run(run())


def speak(process: "subprocess.Popen[bytes]", words: str) -> None:
    assert process.stdin is not None
    process.stdin.write(words.encode() + b"\n")
    process.stdin.flush()


def heard(process: "subprocess.Popen[bytes]") -> Any:
    assert process.stdout is not None
    while "progress" in (answer := json.loads(process.stdout.readline())):
        pass
    return answer


def test_the_protocol_by_hand_survives_rubbish_and_the_interrupt_key() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "workbench.jobs.helper"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        speak(process, "this is no JSON")
        assert heard(process) == {"id": None, "error": "A request must be one JSON object on one line."}
        os.kill(process.pid, signal.SIGINT)
        speak(process, "")
        speak(process, '{"cancel": 77}')
        speak(process, '{"id": "a", "job": "suggest", "args": {"passage": "nå"}}')
        answer = heard(process)
        assert answer["id"] == "a"
        assert "not loaded" in answer["error"]
        assert process.stdin is not None and process.stderr is not None
        process.stdin.close()
        assert process.wait(5) == 0
        assert process.stderr.read() == b""


def test_no_helper_outlives_a_killed_parent(tmp_path: Path) -> None:
    code = f"""
import asyncio, os, sys
from workbench.jobs.client import Helper
async def main():
    helper = Helper((sys.executable, "-c", {ODD!r}))
    await helper.start()
    asyncio.ensure_future(helper.call("stuck", {{}}))
    await asyncio.sleep(0.4)
    print(helper.pid, flush=True)
    await asyncio.sleep(60)
asyncio.run(main())
"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        os.kill(child, 0)
        parent.kill()
    deadline = time.monotonic() + 8
    while time.monotonic() < deadline and is_alive(child):
        time.sleep(0.1)
    assert not is_alive(child)


def is_alive(pid: int) -> bool:
    """A process that has ended but is not yet collected by its new parent counts as gone."""
    status = Path(f"/proc/{pid}/stat")
    if status.exists():
        return status.read_text().rpartition(")")[2].split()[0] not in "ZX"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return not sys.platform.startswith("linux")


def test_no_job_can_open_a_connection() -> None:
    async def work(helper: Helper) -> None:
        assert await helper.call("dial", {}) == ["The helper opens no connections."] * 2

    with_helper(work)


def test_the_client_loads_nothing_heavy() -> None:
    code = (
        "import sys, workbench.jobs, workbench.jobs.client\n"
        "heavy = ('spacy', 'nltk', 'sklearn', 'numpy', 'scipy', 'textual', 'workbench.jobs.registry', 'sqlite_utils')\n"
        "print(*[name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_helper_starts_without_heavy_modules() -> None:
    code = (
        "import sys, workbench.jobs.helper\n"
        "print(*[name for name in ('spacy', 'nltk', 'sklearn', 'numpy', 'asyncio') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_in_line_gives_the_same_as_the_helper_would() -> None:
    bench = Bench()
    with pytest.raises(AssistError, match="not loaded"):
        run_inline("suggest", {"passage": PASSAGE}, bench=bench)
    told: list[tuple[int, int, str]] = []
    run_inline("suggest.load", {"material": MATERIAL}, lambda *one: told.append(one), bench)
    assert told
    found = run_inline("suggest", {"passage": PASSAGE, "leave_out": [11]}, bench=bench)
    assert json.loads(json.dumps(found)) == found
    assert not any(reason["kind"] == "near" for one in found["suggestions"] for reason in one["reasons"])
    with pytest.raises(JobError):
        run_inline("suggest", {}, bench=bench)
    assert "suggest" in JOBS
