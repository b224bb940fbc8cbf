"""A study for measuring the screen: three documents of 10 k, 100 k and 1 M words, and lists of ten thousand items.

Coded alike throughout: 320 overlapping passages and some 420 turns in every 10,000 words, which is an hour's interview.
"""

import random
from itertools import accumulate
from pathlib import Path

from generator import lexicon

from workbench.acts import codebook, transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.store.lookups.transcripts import load, named
from workbench.store.study_file import StudyFile
from workbench.study.spans import Span
from workbench.study.text import words_hash
from workbench.study.transcripts import Role

WORDS = {"d10k": 10_000, "d100k": 100_000, "d1M": 1_000_000}
CODES, PASSAGES_A_WORD, LIST = 24, 320 / 10_000, 10_000


def turns(luck: random.Random, words: int) -> list[NewTurn]:
    """Return turns of 3 to 44 words, a question and an answer by turns, Norwegian letters among them."""
    known = lexicon(random.Random(0))
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(known))))
    made: list[NewTurn] = []
    said = 0
    while said < words:
        size = min(words - said, luck.randint(3, 44))
        text = " ".join(luck.choices(known, cum_weights=weights, k=size)).capitalize() + "."
        asks = len(made) % 2 == 0
        role = Role.INTERVIEWER if asks else Role.PARTICIPANT
        made.append(NewTurn(text, "I" if asks else "P01", role, "" if asks else "P01", len(made) * 9000))
        said += size
    return made


def make(folder: Path) -> None:
    """Make the study with the three documents in `folder`."""
    luck = random.Random(1)
    with StudyFile.create(folder, "Long", "nb", "Ane") as study:
        for name, words in WORDS.items():
            transcripts.add(study, NewTranscript(name, turns(luck, words), f"{name}.txt", "txt", "utf-8", name))
        codes = [codebook.add(study, f"code {number}", None, brief="What it is about.") for number in range(CODES)]
        for name, words in WORDS.items():
            _code(study, name, codes, int(words * PASSAGES_A_WORD), luck)
        study.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def make_lists(folder: Path) -> None:
    """Make the study with the long lists in `folder`: codes, quotes, and a word with as many hits, 10,000 of each."""
    luck = random.Random(2)
    with StudyFile.create(folder, "Lists", "nb", "Ane") as study:
        transcripts.add(study, NewTranscript("all", turns(luck, 200_000), "all.txt", "txt", "utf-8", "all"))
        with study.writing("codebook.import", {"file": "made", "count": str(LIST)}) as writer:
            codes = [
                writer.insert("code", {"name": f"code {number}", "parent_id": None, "rank": number, "brief": "What."})
                for number in range(LIST)
            ]
        _code(study, "all", codes, LIST, luck)
        with study.writing("quote.pick", {"count": str(LIST)}) as writer:
            for rank, row in enumerate(study.live("coding")):
                writer.insert("quote", {"coding_id": row["id"], "theme_id": None, "rank": rank})
        study.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _code(study: StudyFile, name: str, codes: list[int], count: int, luck: random.Random) -> None:
    transcript = load(study, named(study, name))
    revision = study.live("transcript", id=transcript.id)[0]["revision_id"]
    with study.writing("coding.import", {"file": "made", "count": str(count)}) as writer:
        for _ in range(count):
            start = luck.randrange(len(transcript.text) - 300)
            span = Span(start, start + luck.randint(20, 300))
            writer.insert("coding", {
                "transcript_id": transcript.id, "start": span.start, "end": span.end, "revision_id": revision,
                "turn": transcript.turn_at(start).number, "speaker_id": transcript.main_speaker(span),
                "words_hash": words_hash(span.cut(transcript.text)), "code_id": luck.choice(codes),
                "coder_id": study.coder_id, "origin": "imported", "created": "2026-01-01T00:00:00Z",
            })  # fmt: skip
