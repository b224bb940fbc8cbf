"""Large invented studies: interviews, codes and codings as numerous as asked for, always the same for the same seed.

The words are made of syllables and drawn as people draw words (few often, most seldom: Zipf), Norwegian letters among
them; every hundredth word is a compound with the same second part, so that parts of words can be looked for.
"""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from workbench.acts import codebook, people, transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.store.lookups.transcripts import load
from workbench.store.study_file import StudyFile
from workbench.study.spans import Span
from workbench.study.text import words_hash
from workbench.study.transcripts import Role

VOWELS, CONSONANTS = "aeiouyæøå", "bdfghjklmnprstv"
LEXICON, UTTERANCES, TURN, MOST = 120_000, 20_000, 80, 300
AGES, PLACES = ("20", "31", "44", "58", "67"), ("Nordby", "Sørvik", "Østmo", "Åmot")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a study is made: interviews of 8,000 words, codings and codes."""

    interviews: int
    codings: int
    codes: int
    words: int = 8_000


def lexicon(luck: random.Random) -> list[str]:
    """Return different words, the commonest first."""
    made = dict.fromkeys(
        "".join(luck.choice(CONSONANTS) + luck.choice(VOWELS) for _ in range(luck.randint(1, 5)))
        + luck.choice(("", "", "n", "r", "s", "t", "ng"))
        for _ in range(LEXICON * 2)
    )
    words = sorted(list(made)[:LEXICON], key=len)
    for place in range(99, len(words), 100):
        words[place] += "miljøet"
    return words


def utterances(luck: random.Random, size: Size) -> list[str]:
    """Return turns of 80 words, from which interviews are put together."""
    words = lexicon(luck)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    number = min(UTTERANCES, max(200, size.interviews * size.words // TURN))
    return [" ".join(luck.choices(words, cum_weights=weights, k=TURN)).capitalize() + "." for _ in range(number)]


def interviews(size: Size, seed: int = 1) -> Iterator[NewTranscript]:
    """Yield the interviews; each has one participant and an interviewer who asks every other turn."""
    # Another seed gives other interviews in the same language: few of their words are new to a study.
    luck, said = random.Random(seed), utterances(random.Random(0), size)
    for number in range(1, size.interviews + 1):
        person = f"P{number:05d}"
        turns = [
            NewTurn(text, "I" if place % 2 == 0 else person, Role.INTERVIEWER if place % 2 == 0 else Role.PARTICIPANT,
                    "" if place % 2 == 0 else person, place * 20_000, place * 20_000 + 19_000)
            for place, text in enumerate(luck.choices(said, k=size.words // TURN))
        ]  # fmt: skip
        digest = hashlib.sha256(f"{seed} {person}".encode()).hexdigest()
        yield NewTranscript(person, turns, f"{person}.txt", "txt", "utf-8", digest)


def as_file(new: NewTranscript, folder: Path) -> Path:
    """Write an interview as a researcher's text file."""
    path = folder / f"{new.name}.txt"
    path.write_text("\n\n".join(f"{turn.speaker}: {turn.text}" for turn in new.turns) + "\n", "utf-8")
    return path


def make(folder: Path, size: Size, seed: int = 1) -> None:
    """Make a study of that size in `folder`, through the acts; codings go in through the door for many at once."""
    luck = random.Random(seed)
    with StudyFile.create(folder, "Large", "nb", "Ane") as study:
        for new in interviews(size, seed):
            transcripts.add(study, new)
        table = [
            {"id": row["label"], "age": luck.choice(AGES), "place": luck.choice(PLACES)}
            for row in study.live("participant")
        ]
        people.take_table(study, table, "id", add_unknown=False)
        _codebook(study, size)
        _codings(study, size, luck)
        study.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _codebook(study: StudyFile, size: Size) -> None:
    parents = max(1, size.codes // 20)
    with study.together("codebook.import", {"file": "made", "count": str(size.codes)}) as writer:
        tops = [codebook.add(study, f"group {number}") for number in range(parents)]
        for number in range(size.codes - parents):
            writer.insert("code", {
                "name": f"code {number}", "parent_id": tops[number % parents], "rank": number,
                "brief": "what it is about",
            })  # fmt: skip


def _codings(study: StudyFile, size: Size, luck: random.Random) -> None:
    codes = [row["id"] for row in study.live("code")]
    weights = list(accumulate(1 / (rank + 5) for rank in range(len(codes))))
    places = [row["id"] for row in study.live("transcript")]
    each = max(1, size.codings // len(places))
    for first in range(0, len(places), 20):
        with study.writing("coding.import", {"file": "made", "count": str(each)}) as writer:
            for transcript_id in places[first : first + 20]:
                transcript = load(study, transcript_id)
                revision = study.live("transcript", id=transcript_id)[0]["revision_id"]
                for code_id in luck.choices(codes, cum_weights=weights, k=each):
                    start = luck.randrange(len(transcript.text) - MOST)
                    span = Span(start, start + luck.randint(20, MOST))
                    writer.insert("coding", {
                        "transcript_id": transcript_id, "start": span.start, "end": span.end, "revision_id": revision,
                        "turn": transcript.turn_at(start).number, "speaker_id": transcript.main_speaker(span),
                        "words_hash": words_hash(span.cut(transcript.text)), "code_id": code_id,
                        "coder_id": study.coder_id, "origin": "imported", "created": "2026-01-01T00:00:00Z",
                    })  # fmt: skip
