"""A researcher at a disk that fails again and again: `act`, `migrate` or `backup`, LIBRARY, FOLDER and ROUNDS.

The disk fails at a random one of the next calls where LIBRARY is failing_disk.c (preloaded); with `limit` no file can
be written beyond a random size. Prints how often each sentence was said, as JSON (the empty one: all went well).
"""

import ctypes
import errno
import json
import random
import resource
import shutil
import signal
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "acts"))

from made_study import Researcher, content, small_study
from nursery_process import random_act
from proof import acts, prove
from released import RELEASED, format_of, kept, missing, seen, unpack

from workbench.acts import codebook
from workbench.errors import StoreError, StudyError
from workbench.store import backups
from workbench.store.backup_names import Reason
from workbench.store.study_file import FILE_NAME, StudyFile


class Shim:
    def __init__(self, library: str) -> None:
        loaded = ctypes.CDLL(library)
        self._in, self._errno, self._reads = (
            ctypes.c_int.in_dll(loaded, f"fail_{name}") for name in ("in", "errno", "reads")
        )
        self._left = -1

    def threaten(self, luck: random.Random, within: int = 80) -> None:
        self._errno.value = luck.choice([errno.EIO, errno.ENOSPC, errno.EDQUOT])
        self._reads.value = int(self._errno.value == errno.EIO and luck.random() < 0.5)
        self._left = luck.randrange(within)

    def begin(self) -> None:
        self._in.value = self._left

    def end(self) -> None:
        self._left, self._in.value = self._in.value, -1


class Limit:
    def __init__(self, folder: Path) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        self._folder, self._size = folder, 0

    def threaten(self, luck: random.Random, _: int = 80) -> None:
        largest = max(one.stat().st_size for one in self._folder.parent.rglob(f"{FILE_NAME}*"))
        self._size = luck.randrange(40_000, largest + 60_000)

    def begin(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._size, resource.RLIM_INFINITY))

    def end(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def one_round(disk: Shim | Limit, study: StudyFile, luck: random.Random) -> str:
    """Act until something is refused; return the sentence (empty when nothing was for long)."""
    researcher = Researcher(study, luck)
    researcher.count = luck.randrange(1_000_000)
    for _ in range(60):
        before, trail = content(study), acts(study)
        disk.begin()
        try:
            with suppress(StudyError):
                random_act(researcher)
        except StoreError as error:
            disk.end()
            assert (content(study), acts(study)) == (before, trail), str(error)
            return str(error)
        finally:
            disk.end()
    return ""


def opened(disk: Shim | Limit, folder: Path) -> tuple[StudyFile, str]:
    disk.begin()
    try:
        study = StudyFile.open(folder)
    except StoreError as error:
        disk.end()
        return StudyFile.open(folder), str(error)
    finally:
        disk.end()
    return study, ""


def acting(disk: Shim | Limit, folder: Path, rounds: int, luck: random.Random) -> Counter[str]:
    """Act, close and open while the disk fails; return what was said."""
    study = small_study(folder)
    said: Counter[str] = Counter()
    for number in range(rounds):
        disk.threaten(luck)
        said[one_round(disk, study, luck)] += 1
        if number % 4 == 0:
            before, trail = content(study), acts(study)
            disk.threaten(luck)
            disk.begin()
            study.close()
            disk.end()
            disk.threaten(luck)
            study, sentence = opened(disk, folder)
            said[sentence] += 1
            # An act that a disk refused while it was being made lasting may be there after all: then it is whole.
            more = acts(study).items() - trail.items()
            assert (content(study) == before and not more) or (len(more) == 1 and any("failed" in one for one in said))
            prove(study)
        if number % 10 == 0:
            prove(study)
        if len(acts(study)) > 400:
            study.close()
            folder = folder.with_name(f"{number}")
            study = small_study(folder)
    prove(study)
    study.close()
    return said


def migrating(disk: Shim | Limit, folder: Path, rounds: int, luck: random.Random) -> Counter[str]:
    """Open studies of old formats while the disk fails: they keep their format or have the newest."""
    said: Counter[str] = Counter()
    for number in range(rounds):
        file = luck.choice(RELEASED)
        path = unpack(file, here := folder.with_name(str(number)))
        old = format_of(path)
        disk.threaten(luck, 900)
        disk.begin()
        try:
            StudyFile.open(here).close()
            said[""] += 1
        except StoreError as error:
            said[str(error)] += 1
            disk.end()
            assert format_of(path) == old
        disk.end()
        with StudyFile.open(here) as study:
            assert missing(kept(file), seen(study)) == []
    return said


def keeping(disk: Shim | Limit, folder: Path, rounds: int, luck: random.Random) -> Counter[str]:
    """Make backups while the disk fails: a backup is whole or not there."""
    said: Counter[str] = Counter()
    with small_study(folder) as study:
        for number in range(rounds):
            codebook.add(study, f"Kode {number}")
            if number % 20 == 0:
                shutil.rmtree(backups.folder_of(study.path), ignore_errors=True)
            before = backups.listed(study.path)
            disk.threaten(luck, 60)
            disk.begin()
            try:
                made = [backups.make(study.path, Reason.HAND)]
                said[""] += 1
            except StoreError as error:
                made = []
                said[str(error)] += 1
            disk.end()
            now = backups.listed(study.path)
            assert {one.name for one in now} == {one.name for one in (*made, *before)}
            assert all(backups.inside(one).codes == number + 4 for one in made)
            assert {one.name for one in backups.folder_of(study.path).iterdir()} == {one.name for one in now}
        prove(study)
    return said


def main() -> None:
    task, library, where, rounds = sys.argv[1:]
    folder = Path(where)
    disk = Limit(folder) if library == "limit" else Shim(library)
    said = {"act": acting, "migrate": migrating, "backup": keeping}[task](disk, folder, int(rounds), random.Random(5))
    print(json.dumps(said))


if __name__ == "__main__":
    main()
