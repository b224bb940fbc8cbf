"""How long questions take in a large study, beside the same asked in plain SQL.

    python benchmarks/queries.py FOLDER [--interviews 10000] [--codings 1000000] [--codes 2000]

A folder that is not there is made first (some minutes) and kept. Each figure is the best of three; the machine's other
work shows in wall time.
"""

import argparse
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.generator import Size, make
from workbench.queries.coverage import of_transcript
from workbench.queries.growth import growth
from workbench.queries.heads import code_rows
from workbench.queries.meeting import Finding, Question, Relation, Term
from workbench.queries.tables import Unit, answer, crosstab, together
from workbench.store.lookups import codings
from workbench.store.lookups.codes import codebook
from workbench.store.study_file import StudyFile

_OVERLAPS = """
SELECT count(*), sum(n) FROM (
  SELECT a.code_id, b.code_id, count(*) AS n FROM coding a JOIN coding b ON b.transcript_id = a.transcript_id
    AND b.start < a."end" AND a.start < b."end" AND a.id < b.id AND b.deleted = 0
  WHERE a.deleted = 0 GROUP BY min(a.code_id, b.code_id), max(a.code_id, b.code_id))
"""
_CROSSTAB = """
SELECT count(*) FROM (
  SELECT c.code_id, a.value, count(*) AS mentions, count(DISTINCT s.participant_id) AS people
  FROM coding c JOIN speaker s ON s.id = c.speaker_id
  JOIN attribute a ON a.participant_id = s.participant_id AND a.name = ? AND a.deleted = 0
  WHERE c.deleted = 0 GROUP BY c.code_id, a.value)
"""


def timed(act: Callable[[], Any], times: int = 3) -> tuple[float, float, Any]:
    """Return the best CPU and wall time in seconds, and what came out."""
    best = (float("inf"), float("inf"))
    found: Any = None
    for _ in range(times):
        cpu, wall = time.process_time(), time.perf_counter()
        found = act()
        best = min(best, (time.process_time() - cpu, time.perf_counter() - wall))
    return *best, found


def row(name: str, act: Callable[[], Any], beside: Callable[[], Any] | None = None, times: int = 3) -> Any:
    cpu, wall, found = timed(act, times)
    ratio = ""
    if beside is not None:
        other, _, _ = timed(beside, 1)
        ratio = f"{other:.2f} ({other / cpu:.1f} x)"
    print(f"| {name} | {cpu:.3f} | {wall:.3f} | {ratio} |", flush=True)
    return found


def measure(study: StudyFile) -> None:
    book = codebook(study)
    rows, rolled = code_rows(book), code_rows(book, children=True)
    used = study.rows("SELECT code_id, count(*) AS n FROM coding WHERE deleted = 0 GROUP BY 1 ORDER BY n DESC")
    first, second = (frozenset([one["code_id"]]) for one in used[:2])
    name = study.live("attribute")[0]["name"]
    print("| question | CPU s | wall s | plain SQL, CPU s |")
    print("|---|---|---|---|")
    row("first 50 quotes of the largest code", lambda: Finding(study, Question(first)).more(50),
        lambda: codings.passages(study, first, limit=50))  # fmt: skip
    row("first 50 of a code and all under it", lambda: Finding(study, Question(rolled[0].codes)).more(50))
    row("how many passages and people", lambda: Finding(study, Question(first)).totals())
    for relation in (Relation.OVERLAP, Relation.NEAR, Relation.TRANSCRIPT):
        asked = Question(first, (Term(second, relation, 2),))
        row(f"largest code, second: {relation}", lambda asked=asked: Finding(study, asked).more(50), times=1)
    table = row("all codes together, by overlap", lambda: answer(study, together(study, rows)),
                lambda: study.rows(_OVERLAPS))  # fmt: skip
    cells = table.cells
    pairs = sum(cells.mentions[at] for r in range(cells.rows) for at in range(cells.bounds[r], cells.bounds[r + 1])
                if cells.column[at] >= r)  # fmt: skip
    assert pairs == study.rows(_OVERLAPS)[0][1], "both count the same pairs"
    row("… with those under each", lambda: answer(study, together(study, rolled)))
    row("… by turn", lambda: answer(study, together(study, rows, Unit.TURN)), times=1)
    row("… by transcript", lambda: answer(study, together(study, rows, Unit.TRANSCRIPT)), times=1)
    row("… by person", lambda: answer(study, together(study, rows, Unit.PERSON)), times=1)
    row(f"codes by {name}, rolled up", lambda: answer(study, crosstab(study, rolled, name)),
        lambda: study.rows(_CROSSTAB, (name,)))  # fmt: skip
    row("codes by participant", lambda: answer(study, crosstab(study, rows, "participant")))
    row("… overlapping codings once", lambda: answer(study, crosstab(study, rows, "participant", once=True)), times=1)
    row("new codes by interview", lambda: growth(study))
    places = [one["id"] for one in study.live("transcript")[:100]]
    row("coverage of 100 transcripts", lambda: [of_transcript(study, one) for one in places])
    print(f"\nPeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB (SQL's answers included).")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    for name, default in (("interviews", 10_000), ("codings", 1_000_000), ("codes", 2_000)):
        parser.add_argument(f"--{name}", type=int, default=default)
    chosen = parser.parse_args()
    if not chosen.folder.exists():
        make(chosen.folder, Size(chosen.interviews, chosen.codings, chosen.codes))
    with StudyFile.open(chosen.folder, read_only=True) as study:
        counts = [len(study.live("transcript")), study.value("SELECT count(*) FROM coding"), len(codebook(study))]
        print("{} interviews, {} codings, {} codes\n".format(*counts))
        measure(study)


if __name__ == "__main__":
    main()
