"""Converts copies of a study in forks that die on the way; a fork is ready in milliseconds, a new Python is not.

`converting_process.py FOLDER WORK DIRECTION HOW COUNT`: FOLDER is the study (copied into WORK each time), DIRECTION is
`encrypt` or `decrypt`, HOW is `step` (die at the first, second… call that touches the disk, until none is left) or
`moment` (killed at COUNT random moments). After each death the study must open and hold what it held. Prints how
often it was found old, new, and how many times in all.
"""

import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from locked import PASSPHRASE, found
from made_study import content

from workbench.store import backups, convert, engine, vault
from workbench.store.study_file import FILE_NAME, StudyFile

vault.MEMORY_KIB = 256


def watched(at: int, then: Callable[[], None]) -> None:
    """Have `then` happen at the call number `at` of whatever touches the disk."""
    count = 0

    def wrap(real: Callable[..., Any], *, after: bool = False) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            nonlocal count
            count += 1
            own = count
            if own == at and not after:
                then()
            result = real(*given, **named)
            if own == at and after:
                then()
            return result

        return call

    # A killed process loses nothing that was not synced; what the disk does is no matter here.
    os.fsync, os.open = wrap(lambda _: None), wrap(os.open)
    os.replace = wrap(wrap(os.replace), after=True)
    Path.unlink = wrap(Path.unlink)  # type: ignore[method-assign]
    Path.write_bytes = wrap(Path.write_bytes, after=True)  # type: ignore[method-assign]
    engine.connect = wrap(engine.connect)
    for name in ("_export", "_compare", "_check", "same_rights", "blank"):
        setattr(convert, name, wrap(getattr(convert, name), after=True))


def carry_out(folder: Path, direction: str) -> None:
    if direction == "encrypt":
        convert.encrypt(folder, PASSPHRASE)
    else:
        convert.decrypt(folder, vault.unlock(folder / FILE_NAME, PASSPHRASE))


def state(folder: Path, expected: str) -> str:
    """Return whether the study is encrypted or plain, having looked that it holds what it held and its backups open."""
    path = folder / FILE_NAME
    encrypted = engine.is_encrypted(path)
    key = vault.unlock(path, PASSPHRASE) if engine.key_path(path).exists() else None
    with StudyFile.open(folder, passphrase=PASSPHRASE if encrypted else None) as study:
        assert study.value("PRAGMA quick_check") == "ok" and content(study) == expected
    for backup in backups.listed(path):
        assert backups.inside(backup, key if engine.is_encrypted(backup.path) else None).transcripts == 1
    assert not list(folder.glob(".*.part*"))
    if encrypted:
        assert not found(folder), found(folder)
    return "encrypted" if encrypted else "plain"


def die(folder: Path, direction: str, at: int, after: float | None) -> int:
    """Convert in a fork that dies; return its exit status (0: it did not)."""
    pid = os.fork()
    if pid == 0:
        if at:
            watched(at, lambda: os._exit(9))
        try:
            carry_out(folder, direction)
        except BaseException as error:
            print(repr(error), file=sys.stderr, flush=True)
            os._exit(3)
        os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(pid, signal.SIGKILL)
    return os.waitpid(pid, 0)[1]


def main(source: Path, work: Path, direction: str, how: str, most: int) -> None:
    with StudyFile.open(source, passphrase=PASSPHRASE) as study:
        expected = content(study)
    seen: Counter[str] = Counter()
    started = time.monotonic()
    shutil.copytree(source, work / "timed")
    assert die(work / "timed", direction, 0, None) == 0
    whole = time.monotonic() - started
    luck = random.Random(7)
    for number in range(1, most + 1):
        folder = work / str(number)
        shutil.copytree(source, folder)
        ended = die(folder, direction, number if how == "step" else 0,
                    luck.random() * whole if how == "moment" else None)  # fmt: skip
        assert os.waitstatus_to_exitcode(ended) in (0, 9, -9), ended
        seen[state(folder, expected)] += 1
        if ended and number % 5 == 0 and direction == "encrypt" and not engine.is_encrypted(folder / FILE_NAME):
            carry_out(folder, direction)
            assert state(folder, expected) == "encrypted"
        shutil.rmtree(folder)
        if how == "step" and not ended:
            break
    print(seen["plain"], seen["encrypted"], sum(seen.values()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4], int(sys.argv[5]))
