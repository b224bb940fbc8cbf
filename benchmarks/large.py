"""What the study file does at 10,000 interviews: 80 million words, 1,000,000 codings, 2,000 codes, on disk.

    python benchmarks/large.py                       makes the study in a temporary folder (some minutes, 2 GB)
    python benchmarks/large.py --interviews 1000     a tenth of it
    python benchmarks/large.py --keep FOLDER         makes it there once and uses it again

Times are wall milliseconds of one process, caches as a working day leaves them; the last column is the aim. Beside
some rows stands the same in plain SQL on the same connection.
"""

import argparse
import asyncio
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.generator import Size, as_file, interviews, make
from workbench.acts import coding, history
from workbench.errors import StudyError
from workbench.store.lookups import codings as coding_lookup
from workbench.store.lookups import counts, pages
from workbench.store.search.find import Order, find
from workbench.store.study_file import StudyFile
from workbench.study.ids import new_guid, new_id
from workbench.study.search_query import parse
from workbench.study.spans import Span
from workbench.transcripts import intake

IMPORTED = 500


def quantile(took: list[float], share: float) -> float:
    ordered = sorted(took)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def row(name: str, took: list[float], aim: str = "") -> None:
    print(
        f"{name:<58} {statistics.median(took):>8.1f} {quantile(took, 0.99):>8.1f} {max(took):>8.1f}  {aim}", flush=True
    )


def timed(times: int, act: Callable[[], object]) -> list[float]:
    took: list[float] = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        took.append((time.perf_counter() - began) * 1000)
    return took


def memory() -> float:
    """Return the most memory this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def heading(words: str) -> None:
    print(f"\n{words:<58} {'p50':>8} {'p99':>8} {'max':>8}  aim", flush=True)


class Desk:
    """An open study and places in it to act on."""

    def __init__(self, study: StudyFile) -> None:
        self.study = study
        self.luck = random.Random()
        self.places = [(one["id"], one["length"], one["revision_id"]) for one in study.live("transcript")]
        self.codes = [one["id"] for one in study.live("code", codable=1)]
        self.speakers = {row["transcript_id"]: row["id"] for row in study.rows("SELECT id, transcript_id FROM speaker")}

    def apply(self) -> None:
        place, length, _ = self.luck.choice(self.places)
        start = self.luck.randrange(length - 100)
        # A kept folder may hold just this coding from an earlier run.
        with suppress(StudyError):
            coding.apply(self.study, place, Span(start, start + 60), self.luck.choice(self.codes))

    def plain_insert(self) -> None:
        place, length, revision = self.luck.choice(self.places)
        start = self.luck.randrange(length - 100)
        self.study.db.execute(
            'INSERT INTO coding (id, guid, transcript_id, start, "end", code_id, coder_id, origin, created, '
            "revision_id, turn, speaker_id, words_hash) VALUES (?, ?, ?, ?, ?, ?, ?, 'hand', '', ?, 1, ?, 0)",
            (new_id(), new_guid(), place, start, start + 60, self.luck.choice(self.codes), self.study.coder_id,
             revision, self.speakers[place]),
        )  # fmt: skip


def writing(folder: Path) -> None:
    heading("Writing")
    with StudyFile.open(folder) as study:
        desk = Desk(study)
        timed(20, desk.apply)
        row("apply a coding, journalled, durable", timed(500, desk.apply), "p99 <= 15")
        row("  beside it: the bare row in plain SQL, durable", timed(500, desk.plain_insert))
        row("undo", timed(200, lambda: history.undo(study)))
        row("redo", timed(200, lambda: history.redo(study)))


def reading(folder: Path) -> None:
    heading("Reading")
    row("open the study (and close it)", timed(5, lambda: StudyFile.open(folder).close()), "<= 1000")
    with StudyFile.open(folder, read_only=True) as study:
        desk = Desk(study)
        by_size = study.rows("SELECT code_id, count(*) AS n FROM coding WHERE deleted = 0 GROUP BY code_id ORDER BY n")
        largest = by_size[-1]["code_id"]
        print(f"largest code: {by_size[-1]['n']:,} codings; smallest {by_size[0]['n']:,}")
        row("first 50 quotes of the largest code", timed(50, lambda: pages.page(study, [largest])), "<= 20")
        any_code = [one["code_id"] for one in desk.luck.sample(by_size, min(200, len(by_size)))]
        waiting = iter(any_code)
        row("first 50 quotes of any code", timed(len(any_code), lambda: pages.page(study, [next(waiting)])), "<= 20")
        row(
            "all quotes of one transcript",
            timed(300, lambda: coding_lookup.passages(study, transcript_id=desk.luck.choice(desk.places)[0])),
            "<= 5",
        )
        row("  beside it: its codings and its text in plain SQL", timed(300, lambda: plain_reading(desk)))
        row("the numbers of the home board", timed(3, lambda: counts.counts(study)))
        print(f"memory of a process that reads: {memory():.0f} MB (aim 300)")


def plain_reading(desk: Desk) -> None:
    place, _, revision = desk.luck.choice(desk.places)
    desk.study.rows("SELECT * FROM coding WHERE transcript_id = ? AND deleted = 0", (place,))
    desk.study.rows("SELECT body FROM transcript_text WHERE revision_id = ?", (revision,))


def searching(folder: Path) -> None:
    heading("Searching, the first 50 hits")
    with StudyFile.open(folder, read_only=True) as study:
        desk = Desk(study)
        sample = desk.luck.sample(desk.places, min(40, len(desk.places)))
        texts = [study.value("SELECT body FROM transcript_text WHERE revision_id = ?", (place[2],)) for place in sample]
        count: dict[str, int] = {}
        for word in " ".join(texts).lower().replace(".", "").split():
            count[word] = count.get(word, 0) + 1
        ordered = sorted(count, key=lambda word: -count[word])
        common, middle, rare = ordered[:20], ordered[200:4000], ordered[-20_000:]
        pick = desk.luck.choice
        mixed = [pick(group) for group in (common, *(middle,) * 6, *(rare,) * 3) for _ in range(30)]
        desk.luck.shuffle(mixed)
        for word in mixed[:20]:
            find(study, parse(word))
        typed = iter(mixed)
        row("ranked, words as they come (1 of 10 among the commonest)",
            timed(len(mixed), lambda: find(study, parse(next(typed)))), "p99 <= 50")  # fmt: skip
        asked: dict[str, Callable[[], str]] = {
            "the 20 commonest words": lambda: pick(common),
            "two words": lambda: f"{pick(middle)} {pick(common)}",
            "a phrase": lambda: f'"{pick(middle)} {pick(common)}"',
            "NEAR": lambda: f"NEAR({pick(middle)} {pick(common)}, 5)",
            "a beginning": lambda: f"{pick(middle)[:3]}*",
            "part of a word (miljø)": lambda: "miljø",
            "with a participant": lambda: f"{pick(middle)} who:P00007",
            "with an attribute": lambda: f"{pick(middle)} place:Nordby",
            "with a code": lambda: f'{pick(middle)} code:"code 700"',
            "uncoded": lambda: f"{pick(middle)} is:uncoded",
        }
        for name, ask in asked.items():
            row(name, timed(40, lambda ask=ask: find(study, parse(ask()))))
        row("by transcript, not ranked", timed(40, lambda: find(study, parse(pick(middle)), order=Order.DOCUMENT)))
        print(f"memory of a process that searches: {memory():.0f} MB (aim 300)")


def asking(folder: Path) -> None:
    heading("Queries")
    from workbench.queries.heads import code_rows
    from workbench.queries.tables import answer, crosstab, together
    from workbench.store.lookups.codes import codebook

    with StudyFile.open(folder, read_only=True) as study:
        began = time.perf_counter()
        import numpy  # noqa: F401  # the first answer waits for it once

        print(f"(numpy is imported in {(time.perf_counter() - began) * 1000:.0f} ms, once)")
        rows = code_rows(codebook(study))
        row("co-occurrence of all codes, by overlap", timed(3, lambda: answer(study, together(study, rows))), "<= 2000")
        row(
            "crosstab of all codes by an attribute",
            timed(3, lambda: answer(study, crosstab(study, rows, "place"))),
            "<= 1000",
        )
        row(
            "crosstab of all codes by participant",
            timed(3, lambda: answer(study, crosstab(study, rows, "participant"))),
            "",
        )
        print(f"memory of a process that counts: {memory():.0f} MB (aim 300)")


def importing(folder: Path) -> None:
    heading("Importing 500 interviews of 8,000 words")
    with tempfile.TemporaryDirectory() as made:
        files = [as_file(new, Path(made)) for new in interviews(Size(IMPORTED + 1, 0, 0), seed=random.randrange(10**9))]
        with StudyFile.create(Path(made) / "study", "New", "nb", "Ane") as study:
            intake.take(study, intake.read_file(files.pop()))
            began = time.process_time()
            for file in files:
                intake.take(study, intake.read_file(file))
                while study.settle_some():
                    pass
            spent = time.process_time() - began
        print(
            f"read, cut into turns, stored, indexed: {spent:.1f} s CPU (aim 10), {spent * 1000 / IMPORTED:.1f} ms each"
        )
        with StudyFile.open(folder) as study:
            asyncio.run(beside_an_import(Desk(study), [intake.read_file(file) for file in files[:400]]))


async def beside_an_import(desk: Desk, previews: list[intake.Preview]) -> None:
    """Code every 30 ms while files are taken in, one a turn of the loop, as the screens do."""
    names = {row["name"] for row in desk.study.live("transcript")}
    took: list[float] = []
    importing_now = True

    async def code() -> None:
        due = time.perf_counter()
        while importing_now:
            due = max(due + 0.03, time.perf_counter())
            await asyncio.sleep(due - time.perf_counter())
            desk.apply()
            took.append((time.perf_counter() - due) * 1000)

    coder = asyncio.create_task(code())
    for number, preview in enumerate(previews):
        preview = preview.renamed(f"beside {number} {len(names)}")
        intake.take(desk.study, preview)
        await asyncio.sleep(0.002)
        while desk.study.settle_some():
            await asyncio.sleep(0.002)
    importing_now = False
    await coder
    row("a coding while an import runs, from key to saved", took, "p99 <= 25")


PARTS = {"reading": reading, "searching": searching, "queries": asking, "writing": writing, "importing": importing}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--interviews", type=int, default=10_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--part", choices=PARTS)
    args = parser.parse_args()
    if args.part:
        PARTS[args.part](args.keep)
        return
    size = Size(args.interviews, args.interviews * 100, min(2_000, max(40, args.interviews)))
    with tempfile.TemporaryDirectory() as made:
        folder = args.keep or Path(made) / "large"
        if not (folder / "study.workbench").exists():
            began = time.process_time()
            make(folder, size)
            print(f"made in {time.process_time() - began:.0f} s CPU")
        with StudyFile.open(folder, read_only=True) as study:
            held = study.rows("SELECT (SELECT count(*) FROM transcript WHERE deleted = 0) AS interviews, "
                              "(SELECT count(*) FROM turn) AS turns, (SELECT count(*) FROM coding) AS codings, "
                              "(SELECT count(*) FROM code) AS codes")[0]  # fmt: skip
        size_mb = (folder / "study.workbench").stat().st_size / 1_000_000
        print(json.dumps(dict(held)), f"{size_mb:.0f} MB")
        for part in PARTS:
            subprocess.run([sys.executable, __file__, "--keep", str(folder), "--part", part], check=True)


if __name__ == "__main__":
    main()
