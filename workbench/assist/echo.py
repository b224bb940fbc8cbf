"""Echo: where in the whole corpus something like the words in hand was said.

What participants say is cut into passages of a sentence or a few, each a sparse row of hashed counts of stems (see
`language.vectors`); how rare a stem is in the corpus is reckoned in when one asks, so that a transcript can be put in,
changed or taken out by itself. Nearness is the cosine of two passages so weighed. Character n-grams beside the stems
found no more (6.2 % of the nearest five shared a code, 6.3 without them, see benchmarks/echo.py) and take four times
the room. Nothing here knows codes; everything is deterministic.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.language.notes import blanked
from workbench.language.vectors import stacked

# A passage has at least so many words, shorter sentences being taken together, and ends at the first end after them.
LEAST_WORDS = 12
# Below this two passages share little but usual words.
FLOOR = 0.05
_TURNS_AT_A_TIME = 200
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”»’)\]]*(?=\s|$)|\n")

Turn = tuple[int, int, str]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Heard:
    """A passage near the one asked about: where it stands, its words, and how near it is (0–1)."""

    transcript_id: int
    start: int
    end: int
    turn: int
    words: str
    nearness: float


def passages(words: str) -> Iterator[tuple[int, int]]:
    """Yield the borders of the passages of a turn: whole sentences, together at least `LEAST_WORDS` where there are."""
    found: list[tuple[int, int]] = []
    begin = 0
    for end in (*(hit.end() for hit in _SENTENCE_END.finditer(words)), len(words)):
        if len(words[begin:end].split()) >= LEAST_WORDS:
            found.append((begin, end))
            begin = end
    if words[begin:].strip():
        # What is left is too short to stand alone: it goes with the passage before.
        found = [*found[:-1], (found[-1][0], len(words))] if found else [(begin, len(words))]
    for start, end in found:
        start += len(words[start:end]) - len(words[start:end].lstrip())
        yield start, start + len(words[start:end].rstrip())


class _Block:
    """The passages of one transcript: where each stands (start, end, turn), its words, and a row of counts each."""

    __slots__ = ("lengths", "matrix", "places", "words")

    def __init__(self, places: list[tuple[int, int, int]], words: list[str], matrix: Any) -> None:
        self.places, self.words, self.matrix = places, words, matrix
        self.lengths: Any = None


class EchoIndex:
    """The corpus as passages that can be asked for the nearest ones."""

    def __init__(self, language: str) -> None:
        """Begin with no text."""
        from workbench.language.vectors import stem_counts

        self._counter = stem_counts(language)
        self._blocks: dict[int, _Block] = {}
        self._frequency: Any = None
        self._weight: Any = None

    @property
    def size(self) -> int:
        """How many passages there are."""
        return sum(len(block.places) for block in self._blocks.values())

    def put(self, transcript_id: int, turns: Sequence[Turn], progress: Progress = lambda _done, _of: None) -> None:
        """Take a transcript in, or a changed one anew; turns are (number, start, words).

        `progress` is told of turns, and may raise; then nothing is changed.
        """
        places: list[tuple[int, int, int]] = []
        words: list[str] = []
        parts: list[Any] = []
        for at in range(0, len(turns), _TURNS_AT_A_TIME):
            progress(at, len(turns))
            first = len(words)
            for number, start, said in turns[at : at + _TURNS_AT_A_TIME]:
                heard = blanked(said)
                for begin, end in passages(said):
                    if heard[begin:end].strip():
                        places.append((start + begin, start + end, number))
                        words.append(said[begin:end])
            if len(words) > first:
                parts.append(self._rows(words[first:]))
        self.drop(transcript_id)
        if words:
            self._blocks[transcript_id] = _Block(places, words, stacked(parts))
            self._count(self._blocks[transcript_id], 1)

    def drop(self, transcript_id: int) -> None:
        """Take a transcript out; one that is not there is passed over."""
        block = self._blocks.pop(transcript_id, None)
        if block is not None:
            self._count(block, -1)

    def _count(self, block: _Block, sign: int) -> None:
        import numpy as np

        columns = block.matrix.shape[1]
        if self._frequency is None:
            self._frequency = np.zeros(columns, dtype=np.int64)
        self._frequency += sign * np.bincount(block.matrix.indices, minlength=columns)
        self._weight = None

    def _rows(self, words: Sequence[str]) -> Any:
        """Return a row of counts for each passage (CSR, float32), a count c taken as 1 + ln c."""
        import numpy as np

        found = self._counter.transform([blanked(one) for one in words]).astype(np.float32)
        found.data = 1 + np.log(found.data)
        return found

    def _weigh(self) -> Any:
        """Return the squared weight of each stem, and renew the lengths of all passages by them."""
        import numpy as np

        if self._weight is None:
            weight = np.log((1 + self.size) / (1 + self._frequency)) + 1
            self._weight = (weight**2).astype(np.float32)
            for block in self._blocks.values():
                block.lengths = np.sqrt(block.matrix.multiply(block.matrix) @ self._weight) + 1e-9
        return self._weight

    def near(self, passage: str, k: int = 5, without: tuple[int, int, int] | None = None) -> list[Heard]:
        """Return the `k` passages nearest to `passage`, the nearest first.

        What meets the stretch `without` (transcript id, start, end) is left out, so that nothing finds itself.
        """
        import numpy as np

        if not self._blocks or not blanked(passage).split():
            return []
        weight = self._weigh()
        asked = self._rows([passage])
        weighed = np.zeros(len(weight), dtype=np.float32)
        weighed[asked.indices] = asked.data * weight[asked.indices]
        length = float(np.sqrt((asked.data * weighed[asked.indices]).sum())) + 1e-9
        best: list[tuple[float, int, int]] = []
        for transcript_id, block in self._blocks.items():
            scores = (block.matrix @ weighed) / (block.lengths * length)
            if without and without[0] == transcript_id:
                for at, (start, end, _) in enumerate(block.places):
                    if start < without[2] and end > without[1]:
                        scores[at] = 0
            first = np.argsort(-scores, kind="stable")[:k]
            best += [(-float(scores[at]), transcript_id, int(at)) for at in first if scores[at] >= FLOOR]
        return [self._heard(-score, transcript_id, at) for score, transcript_id, at in sorted(best)[:k]]

    def _heard(self, nearness: float, transcript_id: int, at: int) -> Heard:
        block = self._blocks[transcript_id]
        start, end, turn = block.places[at]
        return Heard(transcript_id, start, end, turn, block.words[at], nearness)

    def all_places(self) -> Iterator[tuple[int, int, int]]:
        """Yield (transcript id, start, end) of every passage."""
        for transcript_id, block in self._blocks.items():
            for start, end, _ in block.places:
                yield transcript_id, start, end
