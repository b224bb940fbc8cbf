"""What backups and checks cost, and what a key press feels of them: CPU seconds, and ms a coding with its journal row.

`python benchmarks/safety.py [INTERVIEWS] [CODINGS]` makes a study (1,000 interviews, 100,000 codings; 5,000 and 400,000
make 800 MB) and prints a table.
"""

import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from generator import Size, make

from workbench.acts import coding
from workbench.errors import StudyError
from workbench.store import backups, restore
from workbench.store.backup_names import Reason
from workbench.store.check import check
from workbench.store.keeper import Keeper
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.spans import Span

BETWEEN_KEYS = 0.03
KEYS = 300


def key(study: StudyFile, places: list[int], codes: list[int], luck: random.Random) -> float:
    """Apply a coding and return how long it took, in ms."""
    while True:
        start = luck.randrange(30_000)
        began = time.perf_counter()
        try:
            coding.apply(study, luck.choice(places), Span(start, start + luck.randint(20, 200)), luck.choice(codes))
        except StudyError:
            continue
        return (time.perf_counter() - began) * 1000


def told(name: str, took: list[float]) -> None:
    took = sorted(took)
    at = [took[int(len(took) * share)] for share in (0.5, 0.99)]
    print(f"| {name} | {at[0]:.2f} | {at[1]:.2f} | {took[-1]:.2f} |", flush=True)


def keys_while(press: Callable[[], float], goes_on: Callable[[], bool]) -> list[float]:
    took: list[float] = []
    while goes_on() and len(took) < 4_000:
        took.append(press())
        time.sleep(BETWEEN_KEYS)
    return took


def keys(folder: Path) -> None:
    luck = random.Random(5)
    with StudyFile.open(folder) as study:
        places = [row["id"] for row in study.live("transcript")][:200]
        codes = [row["id"] for row in study.live("code")]
        press = lambda: key(study, places, codes, luck)  # noqa: E731
        left = iter(range(KEYS))
        print("| a coding | p50 ms | p99 ms | longest ms |\n| --- | --- | --- | --- |")
        told("alone", keys_while(press, lambda: next(left, None) is not None))
        keeper = Keeper(study, print)
        keeper.tick()
        told("while the half hour's backup is made", keys_while(press, lambda: keeper.busy))
        keeper.settle()
        looking = threading.Thread(target=lambda: check(study.path, progress=lambda *_: time.sleep(0.0005)))
        looking.start()
        told("while the study is checked", keys_while(press, looking.is_alive))
        looking.join()


def cost(name: str, act: Callable[[], object]) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    print(f"| {name} | {time.process_time() - cpu:.2f} | {time.perf_counter() - wall:.2f} |", flush=True)


def main() -> None:
    interviews, codings = (int(one) for one in (*sys.argv[1:3], *("1000", "100000")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "study"
        path = folder / FILE_NAME
        make(folder, Size(interviews, codings, 1_000))
        print(f"{interviews} interviews, {codings} codings: {path.stat().st_size / 1_000_000:.0f} MB\n")
        keys(folder)
        print("\n| | CPU s | wall s |\n| --- | --- | --- |")
        cost("backup", lambda: backups.make(path, Reason.HAND))
        cost("looking through a backup before a restore", lambda: restore.verify(backups.listed(path)[0]))
        cost("restore, the backup before it included", lambda: restore.restore(folder, backups.listed(path)[0]))
        cost("check", lambda: check(path))
        cost("check --thorough", lambda: check(path, thorough=True))


if __name__ == "__main__":
    main()
