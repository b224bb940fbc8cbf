"""How long it takes to erase a participant: of 16 and of 500 interviews, with backups, all files looked through.

    python benchmarks/erasure.py                    16 and 500 interviews of 8,000 words, 100 codings each
    python benchmarks/erasure.py --interviews 50    that many

Seconds of one process on disk: of the wall clock, and of CPU.
"""

import argparse
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.generator import Size, make
from workbench.store import backups, erasure
from workbench.store.backup_names import Reason
from workbench.store.study_file import StudyFile

BACKUPS = (0, 4)


def timed(name: str, act: Callable[[], object]) -> None:
    began, used = time.perf_counter(), time.process_time()
    act()
    print(f"{name:<50} {time.perf_counter() - began:>8.2f} s  {time.process_time() - used:>8.2f} s CPU", flush=True)


def measure(home: Path, interviews: int) -> None:
    made = home / f"made {interviews}"
    make(made, Size(interviews, interviews * 100, min(2000, interviews * 4)))
    size = (made / "study.workbench").stat().st_size / 1_000_000
    print(f"\n{interviews} interviews of 8,000 words, {interviews * 100} codings, {size:.0f} MB")
    for count in BACKUPS:
        folder = Path(shutil.copytree(made, home / f"{interviews} {count}"))
        for _ in range(count):
            backups.make(folder / "study.workbench", Reason.HAND)
        with StudyFile.open(folder) as study:
            person = study.live("participant")[interviews // 2]["id"]
            if not count:
                timed("  preview", lambda study=study, person=person: erasure.preview(study, person, ("Øygunn",)))
            kept: list[erasure.Certificate] = []
            timed(
                f"  erasing, {count} backups, {count + 1} files looked through",
                lambda study=study, person=person, kept=kept: kept.append(
                    erasure.erase_participant(study, person, ("Øygunn",))
                ),
            )
            assert kept[0].checked and not kept[0].hits
        shutil.rmtree(folder)
    print(f"  most memory so far: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--interviews", type=int, nargs="*", default=[16, 500])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        for interviews in chosen.interviews:
            measure(Path(home), interviews)


if __name__ == "__main__":
    main()
