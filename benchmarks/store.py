"""How long the study file takes in a large study, made here: 500 interviews of 8,000 words, 20,000 codings, on disk.

`python benchmarks/store.py [folder]` prints a table; a folder given is kept and used again the next time.
"""

import hashlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from workbench.acts import codebook, coding, history, quotes, themes, transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.errors import StudyError
from workbench.store.lookups import acts as act_lookup
from workbench.store.lookups import codes as code_lookup
from workbench.store.lookups import codings as coding_lookup
from workbench.store.lookups import counts, people, spread
from workbench.store.lookups import quotes as quote_lookup
from workbench.store.lookups import themes as theme_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.study_file import StudyFile
from workbench.study.ids import new_guid
from workbench.study.spans import Span
from workbench.study.transcripts import Role

INTERVIEWS, WORDS, TURN, CODINGS, CODES = 500, 8_000, 40, 20_000, 300
VOWELS, CONSONANTS = "aeiouyæøå", "bdfghjklmnprstv"


def word(luck: random.Random) -> str:
    return "".join(luck.choice(CONSONANTS) + luck.choice(VOWELS) for _ in range(luck.randint(1, 4)))


def interview(number: int, luck: random.Random, lexicon: list[str]) -> NewTranscript:
    person = f"P{number:03d}"
    turns: list[NewTurn] = []
    for place in range(WORDS // TURN):
        said = " ".join(luck.choices(lexicon, k=TURN)).capitalize() + "."
        asks = place % 2 == 0
        turns.append(NewTurn(said, "I" if asks else person, Role.INTERVIEWER if asks else Role.PARTICIPANT,
                             "" if asks else person, place * 20_000, place * 20_000 + 19_000))  # fmt: skip
    return NewTranscript(person, turns, f"{person}.txt", "txt", "utf-8", hashlib.sha256(person.encode()).hexdigest())


def make(folder: Path) -> None:
    luck = random.Random(1)
    lexicon = list({word(luck) for _ in range(6_000)})
    with StudyFile.create(folder, "Large", "nb", "Ane") as study:
        for number in range(1, INTERVIEWS + 1):
            transcripts.add(study, interview(number, luck, lexicon))
        parents = [codebook.add(study, f"group {number}") for number in range(20)]
        for number in range(CODES - 20):
            codebook.add(study, f"code {number}", luck.choice(parents))
        code_ids = [row["id"] for row in study.live("code")]
        weights = [1 / (place + 1) for place in range(CODES)]
        places = [(row["id"], row["length"]) for row in study.live("transcript")]
        for _ in range(CODINGS // 1_000):
            with study.writing("coding.import", {"file": "made", "count": "1000"}) as writer:
                for code_id in luck.choices(code_ids, weights, k=1_000):
                    place, length = luck.choice(places)
                    start = luck.randrange(length - 300)
                    writer.insert("coding", {
                        "guid": new_guid(), "transcript_id": place, "start": start,
                        "end": start + luck.randint(20, 300), "code_id": code_id, "coder_id": study.coder_id,
                        "origin": "imported", "created": "2026-01-01T00:00:00Z",
                    })  # fmt: skip
        for number, (place, _) in enumerate(places):
            if number % 3:
                transcripts.mark_read(study, place, True)
        theme = themes.add(study, "theme", concept="what it is about")
        for code_id in code_ids[:30]:
            themes.gather(study, theme, code_id)
        for row in luck.sample(study.live("coding"), 400):
            quotes.pick(study, row["id"], theme)


def timed(times: int, act: Callable[[], object]) -> list[float]:
    took: list[float] = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        took.append((time.perf_counter() - began) * 1000)
    return took


def row(name: str, took: list[float]) -> None:
    ordered = sorted(took)
    print(f"{name:<44} {statistics.median(took):>9.1f} {ordered[int(len(ordered) * 0.99)]:>9.1f}", flush=True)


def measure(folder: Path) -> None:
    luck = random.Random(2)
    size = (folder / "study.workbench").stat().st_size / 1_000_000
    print(f"{INTERVIEWS} interviews x {WORDS} words, {CODINGS} codings, {CODES} codes, {size:.0f} MB\n")
    print(f"{'':<44} {'median ms':>9} {'p99 ms':>9}")
    row("open and close", timed(20, lambda: StudyFile.open(folder).close()))
    with StudyFile.open(folder) as study:
        places = [(one["id"], one["length"]) for one in study.live("transcript")]
        code_ids = [one["id"] for one in study.live("code")]
        largest = code_ids[0]
        picked = [one.id for one in quote_lookup.quotes(study)]

        def apply() -> None:
            place, length = luck.choice(places)
            start = luck.randrange(length - 100)
            try:
                coding.apply(study, place, Span(start, start + 60), luck.choice(code_ids))
            except StudyError:
                apply()

        row("apply a coding", timed(300, apply))
        row("undo", timed(100, lambda: history.undo(study)))
        row("redo", timed(100, lambda: history.redo(study)))
        row("largest code, first 50 passages", timed(20, lambda: coding_lookup.passages(study, [largest], limit=50)))
        row("largest code, all passages", timed(5, lambda: coding_lookup.passages(study, [largest])))
        row("passages of one transcript",
            timed(50, lambda: coding_lookup.passages(study, transcript_id=luck.choice(places)[0])))  # fmt: skip
        row("codings of one transcript", timed(50, lambda: coding_lookup.of_transcript(study, luck.choice(places)[0])))
        row("one transcript", timed(50, lambda: transcript_lookup.load(study, luck.choice(places)[0])))
        row("list of transcripts", timed(10, lambda: transcript_lookup.cards(study)))
        row("codebook", timed(20, lambda: code_lookup.codebook(study)))
        row("use of every code", timed(10, lambda: code_lookup.use(study)))
        row("recent codes", timed(20, lambda: code_lookup.recent(study)))
        row("spread of the largest code", timed(10, lambda: spread.spread(study, [largest])))
        row("counts of the board", timed(10, lambda: counts.counts(study)))
        row("participants", timed(10, lambda: people.participants(study)))
        row("quotes on the board", timed(10, lambda: quote_lookup.quotes(study)))
        row("themes", timed(10, lambda: theme_lookup.themes(study)))
        row("reorder a quote", timed(20, lambda: quotes.reorder(study, luck.choice(picked), 1)))
        row("history, 200 lines", timed(20, lambda: history.lines(study)))
        newest = history.lines(study, 1)[0].act_id
        row("rows of an act", timed(20, lambda: act_lookup.rows_of(study, newest, 50)))
        row("merge the largest code", timed(1, lambda: codebook.merge(study, largest, code_ids[50])))
        row("undo the merge", timed(1, lambda: history.undo(study)))


def main() -> None:
    if len(sys.argv) > 1:
        folder = Path(sys.argv[1])
        if not folder.exists():
            make(folder)
        measure(folder)
        return
    with tempfile.TemporaryDirectory() as made:
        make(Path(made) / "large")
        measure(Path(made) / "large")


if __name__ == "__main__":
    main()
