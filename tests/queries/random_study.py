"""Small studies made at random through the acts, and a model of their codings that is counted by plain loops."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, rmtree

from workbench.acts import codebook, coding, people, themes, transcripts
from workbench.acts.transcripts import NewTranscript, NewTurn
from workbench.errors import StudyError
from workbench.store.study_file import StudyFile
from workbench.study.codings import Level, Stance
from workbench.study.spans import Span
from workbench.study.transcripts import Role

WORDS = ("jeg", "sov", "ikke", "den", "natta", "og", "så", "kom", "hun", "med", "te,", "😴", "det", "var", "fint", "–")
VALUES = {"gender": ("Kvinne", "kvinne", "Mann"), "age": ("31", "44", "9"), "by": ("Åmot", "Østmo")}


@dataclass(frozen=True)
class Entry:
    """A living coding as the model sees it; `person` is None for nobody."""

    id: int
    transcript: int
    name: str
    start: int
    end: int
    first: int
    last: int
    code: int
    coder: int
    person: tuple[str, int] | None
    role: str
    level: str
    stance: str
    round: int
    created: str
    speaker: int


@contextmanager
def copied(template: Path, folder: Path) -> Iterator[StudyFile]:
    """Open a copy of a study as Ane; it is gone afterwards."""
    copytree(template, folder)
    try:
        with StudyFile.open(folder) as study:
            yield study
    finally:
        rmtree(folder)


def said(luck: random.Random) -> str:
    return " ".join(luck.choices(WORDS, k=luck.randint(1, 9)))


def fill(study: StudyFile, luck: random.Random) -> None:
    """Make a study: interviews, a tree of codes, codings of two coders, themes; some of it taken away again."""
    for number in luck.sample(range(9), luck.randint(1, 4)):
        _interview(study, f"{luck.choice('pPøA')}{number}", luck)
    for row in study.live("participant"):
        for name, values in VALUES.items():
            if luck.random() < 0.7:
                people.set_attribute(study, row["id"], name, luck.choice(values))
    for number in range(luck.randint(1, 6)):
        parent = luck.choice([None, *(row["id"] for row in study.live("code"))])
        codebook.add(study, f"kode {number}", parent)
    theme_ids = [themes.add(study, f"tema {number}") for number in range(2)]
    codes = [row["id"] for row in study.live("code")]
    for code_id in codes:
        for theme_id in theme_ids:
            if luck.random() < 0.5:
                themes.gather(study, theme_id, code_id)
    coders = [study.coder_id, study._coder("Bo")]
    texts = [(row["id"], row["length"]) for row in study.live("transcript")]
    for _ in range(luck.randint(0, 30)):
        study.coder_id = luck.choice(coders)
        _code(study, luck, texts, codes)
    study.coder_id = coders[0]
    _take_away(study, luck, codes)


def _interview(study: StudyFile, name: str, luck: random.Random) -> None:
    turns = [
        NewTurn(said(luck), *luck.choice([
            ("I", Role.INTERVIEWER), (name, Role.PARTICIPANT, name), ("venn", Role.OTHER),
            ("?", Role.UNKNOWN), ("Q1", Role.PARTICIPANT, "Q1"),
        ]))
        for _ in range(luck.randint(1, 7))
    ]  # fmt: skip
    with suppress(StudyError):
        transcripts.add(study, NewTranscript(name, turns, f"{name}.txt", "txt", "utf-8", name))


def _code(study: StudyFile, luck: random.Random, texts: list[tuple[int, int]], codes: list[int]) -> None:
    place, length = luck.choice(texts)
    start = luck.randrange(length)
    with suppress(StudyError):
        one = coding.apply(study, place, Span(start, min(length, start + luck.randint(1, 40))), luck.choice(codes))
        if luck.random() < 0.3:
            coding.set_level(study, one, luck.choice(list(Level)))
            coding.set_stance(study, one, luck.choice(list(Stance)))
        with study.writing("test", {}) as writer:
            day = luck.randint(1, 5)
            writer.update("coding", one, {"round": luck.randint(1, 2), "created": f"2026-03-0{day}T10:00:00Z"})


def _take_away(study: StudyFile, luck: random.Random, codes: list[int]) -> None:
    for row in study.live("coding"):
        if luck.random() < 0.1:
            coding.drop(study, row["id"])
    if luck.random() < 0.4:
        with suppress(StudyError):
            codebook.merge(study, luck.choice(codes), luck.choice(codes))
    gone = [row for row in study.rows("SELECT id FROM code WHERE deleted = 1")]
    for row in study.live("coding"):
        # A colleague's codings may come in under the code as it was before a merge.
        if gone and luck.random() < 0.2:
            with study.writing("test", {}) as writer:
                writer.update("coding", row["id"], {"code_id": gone[0]["id"]})
    if luck.random() < 0.3:
        transcripts.remove(study, luck.choice(study.live("transcript"))["id"])


def entries(study: StudyFile) -> list[Entry]:
    """Return the model: what counts, read row by row."""
    codes = {row["id"]: row for row in study.rows("SELECT * FROM code")}
    texts = {row["id"]: row for row in study.live("transcript")}
    persons = {row["id"] for row in study.live("participant")}
    speakers = {row["id"]: row for row in study.rows("SELECT * FROM speaker")}
    found: list[Entry] = []
    for row in study.live("coding"):
        code = row["code_id"]
        while codes[code]["deleted"] and codes[code]["merged_into"]:
            code = codes[code]["merged_into"]
        if row["transcript_id"] not in texts or codes[code]["deleted"]:
            continue
        text = texts[row["transcript_id"]]
        speaker = speakers[row["speaker_id"]]
        person = (
            ("participant", speaker["participant_id"]) if speaker["participant_id"] in persons
            else None if speaker["role"] == "interviewer" else ("somebody", text["id"])
        )  # fmt: skip
        turns = study.rows("SELECT * FROM turn WHERE revision_id = ? ORDER BY start", (text["revision_id"],))
        first = max((turn["number"] for turn in turns if turn["start"] <= row["start"]), default=1)
        last = max((turn["number"] for turn in turns if turn["start"] < row["end"]), default=1)
        found.append(
            Entry(
                row["id"], text["id"], text["name"], row["start"], row["end"], first, last, code, row["coder_id"],
                person, speaker["role"], row["level"], row["stance"], row["round"], row["created"], row["speaker_id"],
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: (in_case(one.name), one.start, one.end, one.id))


def in_case(name: str) -> str:
    """Fold as the database orders names: plain letters only."""
    return "".join(one.lower() if one.isascii() else one for one in name)


def joined(listed: list[Entry]) -> list[Entry]:
    """Return the model with overlapping codings of one code on one person's words in one transcript joined."""
    found = list(listed)
    while True:
        pair = next(((a, b) for a in found for b in found if a is not b and _same(a, b)), None)
        if pair is None:
            return found
        a, b = pair
        found = [one for one in found if one not in pair]
        found.append(
            Entry(
                a.id, a.transcript, a.name, min(a.start, b.start), max(a.end, b.end), min(a.first, b.first),
                max(a.last, b.last), a.code, a.coder, a.person, a.role, a.level, a.stance, a.round, a.created,
                a.speaker,
            )
        )  # fmt: skip


def _same(a: Entry, b: Entry) -> bool:
    key = (a.transcript, a.code, a.person) == (b.transcript, b.code, b.person)
    return key and a.start < b.end and b.start < a.end
