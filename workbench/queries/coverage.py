"""Coverage: how much of what participants say is coded, where it is not, and whether each interview got its share.

Words are what stands between blanks; a word is coded when one of its characters is. Counted are the turns of
participants and of speakers whose role is not known. Equal attention: Braun & Clarke (2006), the second and third
point of their checklist.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from statistics import median

from workbench.store.lookups.spoken import Spoken, spoken
from workbench.store.study_file import StudyFile
from workbench.study.coding_filter import EVERY_CODING, CodingFilter
from workbench.study.spans import Span, trimmed, union

PARTS = 24
STRETCHES = 20


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of participants in a row without any coding; from `start` in turn `first` to `end` in turn `last`."""

    transcript_id: int
    transcript: str
    first: int
    last: int
    start: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class TurnCoverage:
    """A participant's turn: its number, words, words that are coded, and codings that touch it."""

    number: int
    words: int
    coded: int
    codings: int


@dataclass(frozen=True, slots=True)
class TranscriptCoverage:
    """A transcript: participants' words and how many are coded, its codings, turns and uncoded stretches.

    `parts` cut its participants' words into 24 (or as many as there are words) and tell what share of each is coded.
    """

    transcript_id: int
    transcript: str
    words: int
    coded: int
    codings: int
    turns: tuple[TurnCoverage, ...]
    stretches: tuple[Stretch, ...]
    parts: tuple[float, ...]

    @property
    def share(self) -> float:
        """The coded share of participants' words, from 0 to 1."""
        return self.coded / self.words if self.words else 0.0

    @property
    def density(self) -> float:
        """Codings a thousand participants' words."""
        return self.codings * 1000 / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """All transcripts by name, the median share and density of those in which participants speak, longest stretches."""

    transcripts: tuple[TranscriptCoverage, ...]
    median_share: float
    median_density: float
    stretches: tuple[Stretch, ...]

    @property
    def uncoded(self) -> tuple[TranscriptCoverage, ...]:
        """The transcripts without any coding."""
        return tuple(one for one in self.transcripts if not one.codings)

    def attention(self, one: TranscriptCoverage) -> float | None:
        """Return a transcript's density beside the median one (1.0 is just that); None when most have no codings."""
        return one.density / self.median_density if self.median_density and one.words else None


def coverage(study: StudyFile, narrow: CodingFilter = EVERY_CODING, stretches: int = STRETCHES) -> Coverage:
    """Return the coverage of the whole study by the codings that fit."""
    from workbench.store.lookups.scan import transcript_names

    found = (of_transcript(study, one, narrow) for one, _ in transcript_names(study))
    return gathered((one for one in found if one is not None), stretches)


def of_transcript(
    study: StudyFile, transcript_id: int, narrow: CodingFilter = EVERY_CODING
) -> TranscriptCoverage | None:
    """Return the coverage of one transcript, or None when it is gone."""
    found = spoken(study, transcript_id, narrow)
    return None if found is None else covered(found)


def gathered(transcripts: Iterable[TranscriptCoverage], stretches: int = STRETCHES) -> Coverage:
    """Return the coverage of a study from that of its transcripts, with so many of the longest stretches."""
    listed = tuple(transcripts)
    spoken_in = [one for one in listed if one.words]
    longest = nlargest(stretches, (stretch for one in listed for stretch in one.stretches), key=lambda one: one.words)
    return Coverage(
        listed,
        median([one.share for one in spoken_in]) if spoken_in else 0.0,
        median([one.density for one in spoken_in]) if spoken_in else 0.0,
        tuple(longest),
    )


@dataclass(slots=True)
class _Run:
    """Words of one turn that are all coded or all not; `start` and `end` stand at words, save where there are none."""

    turn: int
    start: int
    end: int
    words: int
    coded: bool


def covered(of: Spoken) -> TranscriptCoverage:
    """Return the coverage of a text, or of a part of it, by the codings given with it."""
    spans = union(Span(start, end) for start, end in of.codings)
    runs = [run for turn in of.turns for run in _runs(of.text, turn, _within(spans, turn))]
    words = sum(run.words for run in runs)
    return TranscriptCoverage(
        of.transcript_id, of.name, words, sum(run.words for run in runs if run.coded), len(of.codings),
        tuple(_turns(of, runs)), tuple(_stretches(of, runs)), _parts(runs, words),
    )  # fmt: skip


def _within(spans: Sequence[Span], turn: tuple[int, int, int]) -> list[tuple[int, int]]:
    """Return the coded stretches of a turn; `spans` are in order and do not overlap."""
    _, start, end = turn
    first = bisect_right(spans, start, key=lambda one: one.end)
    after = bisect_left(spans, end, key=lambda one: one.start)
    return [(max(one.start, start), min(one.end, end)) for one in spans[first:after]]


def _runs(text: str, turn: tuple[int, int, int], coded: Sequence[tuple[int, int]]) -> list[_Run]:
    """Cut a turn into coded and uncoded words; a word that a coding only touches is coded, and counts once."""
    number, begin, after = turn
    runs: list[_Run] = []
    at = begin
    for start, end in (*coded, (after, after)):
        runs.append(_Run(number, at, start, _words(text, at, start), False))
        if start < end:
            runs.append(_Run(number, start, end, _words(text, start, end), True))
        at = end
    for place, run in enumerate(runs):
        if run.coded or run.start == run.end:
            continue
        # Words that reach over a border are the coded side's.
        head, tail = (_inside_word(text, border, begin, after) for border in (run.start, run.end))
        if run.words < head + tail:
            # The whole of it lies inside one word, which both neighbours counted.
            runs[place + 1].words -= 1
        run.words = max(0, run.words - head - tail)
        run.start, run.end = _to_words(text, run.start, run.end, head=head, tail=tail)
    return runs


def _to_words(text: str, start: int, end: int, *, head: bool, tail: bool) -> tuple[int, int]:
    """Return the borders of the whole words in a stretch that begins (`head`) or ends (`tail`) within a word."""
    while head and start < end and not text[start].isspace():
        start += 1
    while tail and start < end and not text[end - 1].isspace():
        end -= 1
    inside = trimmed(text, start, end)
    return (inside.start, inside.end) if inside else (start, start)


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def _inside_word(text: str, border: int, begin: int, after: int) -> bool:
    return begin < border < after and not text[border - 1].isspace() and not text[border].isspace()


def _turns(of: Spoken, runs: Iterable[_Run]) -> Iterator[TurnCoverage]:
    words: dict[int, int] = {}
    coded: dict[int, int] = {}
    for run in runs:
        words[run.turn] = words.get(run.turn, 0) + run.words
        coded[run.turn] = coded.get(run.turn, 0) + (run.words if run.coded else 0)
    starts, ends = [start for start, _ in of.codings], sorted(end for _, end in of.codings)
    for number, start, end in of.turns:
        touching = bisect_left(starts, end) - bisect_right(ends, start)
        yield TurnCoverage(number, words[number], coded[number], touching)


def _stretches(of: Spoken, runs: Iterable[_Run]) -> Iterator[Stretch]:
    """Yield the uncoded words between coded ones, over turns of others."""
    waiting: list[_Run] = []
    for run in (*runs, None):
        if run is not None and not run.coded:
            waiting += [run] if run.words else []
        elif waiting and (run is None or run.words):
            yield _stretch(of, waiting)
            waiting = []


def _stretch(of: Spoken, runs: Sequence[_Run]) -> Stretch:
    first, last = runs[0], runs[-1]
    words = sum(run.words for run in runs)
    return Stretch(of.transcript_id, of.name, first.turn, last.turn, first.start, last.end, words)


def _parts(runs: Iterable[_Run], words: int) -> tuple[float, ...]:
    """Return the coded share of each part of the words."""
    count = min(PARTS, words)
    coded = [0.0] * count
    at = 0
    for run in runs:
        if run.coded and run.words:
            low, high = at * count / words, (at + run.words) * count / words
            for part in range(int(low), min(count, int(high) + 1)):
                coded[part] += max(0.0, min(high, part + 1) - max(low, part))
        at += run.words
    return tuple(min(1.0, one) for one in coded)
