"""What encryption costs: the same study plain and encrypted, 100 interviews of 8,000 words, 4,000 codings, on disk.

`python benchmarks/encryption.py` prints a table.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from store import interview, word

from workbench.acts import codebook, coding, transcripts
from workbench.errors import StudyError
from workbench.store import backups, convert, vault
from workbench.store.backup_names import Reason
from workbench.store.study_file import FILE_NAME, StudyFile
from workbench.study.spans import Span

INTERVIEWS, CODINGS = 100, 4_000
PASSPHRASE = "four ordinary words together"


def make(folder: Path) -> None:
    luck = random.Random(1)
    lexicon = list({word(luck) for _ in range(6_000)})
    with StudyFile.create(folder, "Locked", "nb", "Ane") as study:
        for number in range(1, INTERVIEWS + 1):
            transcripts.add(study, interview(number, luck, lexicon))
        codes = [codebook.add(study, f"code {number}") for number in range(100)]
        code_at_random(study, codes, luck, CODINGS)


def code_at_random(study: StudyFile, codes: list[int], luck: random.Random, times: int) -> list[float]:
    """Apply codings and return how long each took, in ms."""
    places = [(row["id"], row["length"]) for row in study.live("transcript")]
    took: list[float] = []
    while len(took) < times:
        place, length = luck.choice(places)
        start = luck.randrange(length - 400)
        began = time.perf_counter()
        try:
            coding.apply(study, place, Span(start, start + luck.randint(20, 380)), luck.choice(codes))
        except StudyError:
            continue
        took.append((time.perf_counter() - began) * 1000)
    return took


def ms(act: Callable[[], object], times: int = 1) -> float:
    took: list[float] = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def measured(folder: Path, key: bytes | None) -> dict[str, float]:
    def read_all() -> None:
        with StudyFile.open(folder, key=key, read_only=True) as study:
            study.rows("SELECT body FROM transcript_text")

    def search() -> None:
        with StudyFile.open(folder, key=key, read_only=True) as study:
            study.rows("SELECT rowid FROM turn_words WHERE turn_words MATCH 'ba* OR de*' ORDER BY rank LIMIT 50")

    with StudyFile.open(folder, key=key) as study:
        codes = [row["id"] for row in study.live("code")]
        took = sorted(code_at_random(study, codes, random.Random(2), 1_000))
    return {
        "open to read": ms(lambda: StudyFile.open(folder, key=key, read_only=True).close(), 9),
        "open to write": ms(lambda: StudyFile.open(folder, key=key).close(), 9),
        "a coding, median": took[500],
        "a coding, p99": took[990],
        "open, read every text": ms(read_all, 5),
        "open, ranked search": ms(search, 5),
        "backup": ms(lambda: backups.make(folder / FILE_NAME, Reason.HAND, key=key), 3),
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "study"
        make(folder)
        plain = measured(folder, None)
        print(f"{(folder / FILE_NAME).stat().st_size / 1e6:.0f} MB, {len(backups.listed(folder / FILE_NAME))} backups")
        print(f"encrypt, study and backups   {ms(lambda: convert.encrypt(folder, PASSPHRASE)):9.1f} ms")
        key = vault.unlock(folder / FILE_NAME, PASSPHRASE)
        print(f"passphrase to data key       {ms(lambda: vault.unlock(folder / FILE_NAME, PASSPHRASE), 9):9.1f} ms")
        encrypted = measured(folder, key)
        print(f"{'':28} {'plain':>9} {'encrypted':>12}  ratio")
        for name, was in plain.items():
            print(f"{name:28} {was:9.2f} {encrypted[name]:12.2f} {encrypted[name] / was:6.2f}")
        print(f"decrypt, study and backups   {ms(lambda: convert.decrypt(folder, key)):9.1f} ms")


if __name__ == "__main__":
    main()
