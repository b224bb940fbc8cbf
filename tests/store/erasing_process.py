"""Erases participants until it is killed: for each folder one process, killed at the n-th call into the workbench.

    erasing_process.py MODE LABEL FOLDER CALLS [FOLDER CALLS …]

MODE is `erase`, or `open` for opening a study in which erasing was cut off. Prints the number of calls of each process
that came to its end (CALLS 0: it may).
"""

import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from workbench.store import erasure
from workbench.store.study_file import StudyFile

WATCHED = ("erasing/", "erasure.py", "whole_files.py", "copying.py")
PASSED_OVER = ("sought.py", "scrub.py", "sql.py")  # called thousands of times


def work(mode: str, label: str, folder: Path, last: int) -> None:
    calls = 0

    def called(frame: FrameType, event: str, _: Any) -> None:
        nonlocal calls
        file = frame.f_code.co_filename
        if event != "c_return" and any(one in file for one in WATCHED) and not file.endswith(PASSED_OVER):
            calls += 1
            if calls == last:
                os.kill(os.getpid(), signal.SIGKILL)

    if mode == "open":
        sys.setprofile(called)
    with StudyFile.open(folder) as study:
        if mode == "erase":
            person = study.live("participant", label=label)[0]["id"]
            sys.setprofile(called)
            erasure.erase_participant(study, person, ("ternefarvann", "solgt båt sommernatt"))
        sys.setprofile(None)
    print(calls, flush=True)


if __name__ == "__main__":
    mode, label, *rest = sys.argv[1:]
    import numpy  # noqa: F401

    for folder, last in zip(rest[::2], rest[1::2], strict=True):
        child = os.fork()
        if child == 0:
            try:
                work(mode, label, Path(folder), int(last))
            finally:
                os._exit(0)
        os.waitpid(child, 0)
