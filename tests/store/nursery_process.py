"""Forks researchers who work until they are killed; a fork is ready in milliseconds, a new Python is not.

One line in: a task, a number (a seed, mostly) and a folder. Lines out: `born PID`, what the researcher says,
`gone PID`. A researcher says `did ACT HASH` once the study has acknowledged an act (`proof.last_act`): one write to
the pipe, whole or not.
"""

import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "acts"))

import sqlite_utils  # noqa: F401 - for all forks at once
from made_study import Researcher, content, transcript
from proof import last_act

from workbench.acts import codebook, coding, transcripts
from workbench.errors import StudyError, WorkbenchError
from workbench.store import engine
from workbench.store.study_file import StudyFile

MANY = tuple(f"Ord nummer {number} om natta, arbeidsmiljøet og regnet som aldri gir seg." for number in range(400))


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def random_act(researcher: Researcher) -> None:
    """Code, import, merge, undo and redo, mostly; now and then any other act."""
    study, luck = researcher.study, researcher.luck
    chosen = luck.random()
    if chosen < 0.40:
        coding.apply(study, researcher.one("transcript"), researcher.span(), researcher.one("code"))
    elif chosen < 0.48:
        said = MANY[: luck.choice([2, 5, 60])] if luck.random() < 0.9 else MANY
        transcripts.add(study, transcript(f"{researcher.name()} {luck.random()}", luck.choice(["P1", "P2"]), said))
    elif chosen < 0.53:
        codebook.merge(study, researcher.one("code"), researcher.one("code"))
    elif chosen < 0.65:
        study.undo()
    elif chosen < 0.73:
        study.redo()
    else:
        luck.choice(researcher.acts())()


def work(folder: Path, seed: int) -> None:
    """Act at random until killed, and open the study anew now and then."""
    luck = random.Random(seed)
    while True:
        with StudyFile.open(folder) as study:
            researcher = Researcher(study, luck)
            researcher.count = luck.randrange(1_000_000)
            known = last_act(study)
            say("open")
            while luck.random() > 0.01:
                with suppress(StudyError):
                    random_act(researcher)
                newest = last_act(study)
                if newest != known:
                    known = newest
                    say("did", *newest)


def leave_a_log(folder: Path, seed: int) -> None:
    """Act and tell the content after each act; then wait to be killed, everything still in the write-ahead log."""
    with StudyFile.open(folder) as study:
        study.rows("PRAGMA wal_autocheckpoint=0")
        researcher = Researcher(study, random.Random(seed))
        say("state", *last_act(study), content(study))
        known = last_act(study)
        for _ in range(60):
            with suppress(StudyError):
                random_act(researcher)
            if known != (known := last_act(study)):
                say("state", *known, content(study))
        say("ready")
        while True:
            time.sleep(60)


def migrate(folder: Path, after: int) -> None:
    """Open a study of an old format; be killed before the statement of that number (-1: from without)."""
    real, count = engine.prepare, 0

    def counted(_: str) -> None:
        nonlocal count
        if count == after:
            os.kill(os.getpid(), signal.SIGKILL)
        count += 1

    def watched(connection: engine.Connection, *, read_only: bool) -> None:
        real(connection, read_only=read_only)
        connection.set_trace_callback(counted)

    engine.prepare = watched
    StudyFile.open(folder).close()
    say("migrated", count)


TASKS: dict[str, Callable[[Path, int], None]] = {"work": work, "leave_a_log": leave_a_log, "migrate": migrate}


def main() -> None:
    """Fork one researcher a line until the lines end."""
    for line in sys.stdin:
        task, seed, folder = line.rstrip("\n").split(" ", 2)
        child = os.fork()
        if not child:
            with suppress(KeyboardInterrupt):
                try:
                    TASKS[task](Path(folder), int(seed))
                except WorkbenchError as error:
                    say("refused", str(error).replace("\n", "⏎"))
                except BaseException:
                    say("traceback", traceback.format_exc().replace("\n", "⏎"))
            os._exit(0)
        say("born", child)
        os.waitpid(child, 0)
        say("gone", child)


if __name__ == "__main__":
    main()
