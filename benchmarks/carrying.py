"""Whether codings find their words again in a corrected transcript, or are put before the researcher; never wrong.

Run as `python -m benchmarks.carrying [SEEDS] [--json]`: SEEDS transcripts (20 unless told) of 8,000 invented words
with 200 codings, each corrected in 150 places at random: spellings, words and sentences that come and go, names
replaced (each in some places or everywhere), turns joined, split, and moved elsewhere. The generator knows where every
word has gone, so the truth is known. Speech repeats itself: «ja», «det det» and whole sentences come again and again.
"""

import json
import random
import sys
from collections import Counter
from dataclasses import dataclass
from time import perf_counter

from workbench.study.carrying import TO_REVIEW, Carried, Carrying
from workbench.study.spans import Span

WORDS, CODINGS, EDITS = 8_000, 200, 150
_COMMON = " ".join((
    "det jeg er på og i at ikke så som en var til vi du med har de for å men den han hun om av da meg et fra hva når",
    "bare litt noe kan skal ville være blir kom gikk sa fikk ja nei jo sånn liksom egentlig kanskje veldig",
)).split()  # fmt: skip
_RARER = " ".join((
    "arbeid hjemme vakten barna sjefen turnus natt kollega pasient rapport møte telefon skole nabo høst vinter penger",
    "søvn trøtt alene trygg redd stolt vane hverdag kveld morgen frokost kjøkken buss bil tog sykkel hage fjell sjø",
    "helse lege samtale stillhet latter gråt håp valg ansvar tid rom dør vindu lys mørke musikk brev bok lønn",
)).split()  # fmt: skip
_NAMES = ("Kari", "Per", "Åse", "Olav", "Ingrid", "Farid", "Solveig", "Bergen", "Tromsø", "Haukeland", "Ahmed")
_SAID_AGAIN = ("Ja.", "Mm.", "Ja , ja .", "Det vet jeg ikke .", "Nei .", "Sånn er det bare .", "Ikke sant ?")
_SIGNS = ".,?!…"


@dataclass(slots=True)
class Word:
    """A word or sign; `key` stays with it through every edit."""

    key: int
    text: str


Turn = list[Word]


class Maker:
    """Invents transcripts and corrects them."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._key = 0
        self._stems = [f"{one}{end}" for one in _RARER for end in ("", "en", "et", "ene", "er", "e", "s", "a", "te")]

    def word(self, text: str) -> Word:
        self._key += 1
        return Word(self._key, text)

    def sentence(self) -> Turn:
        if self.random.random() < 0.12:
            return [self.word(text) for text in self.random.choice(_SAID_AGAIN).replace(".", " .").split()]
        words = [self.some() for _ in range(self.random.randint(3, 18))]
        words[0] = words[0].capitalize()
        made: Turn = []
        for at, word in enumerate(words):
            made.append(self.word(word))
            if self.random.random() < 0.06:
                made.append(self.word(word))
            if self.random.random() < 0.07 and at < len(words) - 1:
                made.append(self.word(","))
        return [*made, self.word(self.random.choice("....?!…"))]

    def some(self) -> str:
        chance = self.random.random()
        if chance < 0.6:
            return _COMMON[min(int(self.random.expovariate(0.09)), len(_COMMON) - 1)]
        return self.random.choice(self._stems) if chance < 0.96 else self.random.choice(_NAMES)

    def transcript(self, size: int) -> list[Turn]:
        turns: list[Turn] = []
        while sum(map(len, turns)) < size:
            turns.append([word for _ in range(self.random.randint(1, 6)) for word in self.sentence()])
        return turns

    def codings(self, turns: list[Turn], count: int) -> list[list[int]]:
        """Return the keys of the words of each coding: a phrase, some sentences, or more than one turn."""
        flat = [word for turn in turns for word in turn]
        made: list[list[int]] = []
        while len(made) < count:
            turn = self.random.choice(turns)
            kind = self.random.random()
            if kind < 0.45:
                start = self.random.randrange(len(turn))
                words = turn[start : start + self.random.randint(1, 14)]
            elif kind < 0.9:
                ends = [0, *(at + 1 for at, word in enumerate(turn) if word.text in ".?!…")]
                first = self.random.randrange(len(ends) - 1)
                words = turn[ends[first] : ends[min(len(ends) - 1, first + self.random.randint(1, 3))]]
            else:
                start = self.random.randrange(len(flat))
                words = flat[start : start + self.random.randint(30, 90)]
            while words and words[0].text in _SIGNS:
                words = words[1:]
            if words:
                made.append([word.key for word in words])
        return made

    def corrected(self, turns: list[Turn], edits: int) -> list[Turn]:
        new = [[Word(word.key, word.text) for word in turn] for turn in turns]
        kinds = (
            self.spelling, self.spelling, self.spelling, self.insert_word, self.insert_word, self.delete_word,
            self.delete_word, self.insert_sentence, self.delete_sentence, self.join, self.split, self.name,
        )  # fmt: skip
        for _ in range(edits - 6):
            self.random.choice(kinds)(new)
        for _ in range(3):
            self.move(new)
            self.name_everywhere(new)
        return [turn for turn in new if turn]

    def _place(self, turns: list[Turn]) -> tuple[Turn, int]:
        while True:
            turn = self.random.choice(turns)
            at = self.random.randrange(len(turn)) if turn else 0
            if turn and turn[at].text not in _SIGNS:
                return turn, at

    def spelling(self, turns: list[Turn]) -> None:
        turn, at = self._place(turns)
        text = turn[at].text
        if len(text) < 4:
            return
        where = self.random.randrange(1, len(text))
        turn[at].text = self.random.choice(
            (text[:where] + text[where + 1 :], text[:where] + text[where - 1] + text[where:], text[:where] + "æ" +
             text[where + 1 :], text.swapcase() if where == 1 else text.capitalize())
        )  # fmt: skip

    def insert_word(self, turns: list[Turn]) -> None:
        turn, at = self._place(turns)
        turn[at:at] = [self.word(self.some()) for _ in range(self.random.randint(1, 3))]

    def delete_word(self, turns: list[Turn]) -> None:
        turn, at = self._place(turns)
        del turn[at : at + self.random.randint(1, 2)]

    def _sentence_at(self, turn: Turn, at: int) -> tuple[int, int]:
        start = next((one + 1 for one in range(at - 1, -1, -1) if turn[one].text in ".?!…"), 0)
        end = next((one + 1 for one in range(at, len(turn)) if turn[one].text in ".?!…"), len(turn))
        return start, end

    def insert_sentence(self, turns: list[Turn]) -> None:
        turn, at = self._place(turns)
        start, _ = self._sentence_at(turn, at)
        turn[start:start] = self.sentence()

    def delete_sentence(self, turns: list[Turn]) -> None:
        turn, at = self._place(turns)
        start, end = self._sentence_at(turn, at)
        del turn[start:end]

    def join(self, turns: list[Turn]) -> None:
        at = self.random.randrange(len(turns) - 1)
        turns[at : at + 2] = [turns[at] + turns[at + 1]]

    def split(self, turns: list[Turn]) -> None:
        turn, at = self._place(turns)
        start, _ = self._sentence_at(turn, at)
        here = next(place for place, one in enumerate(turns) if one is turn)
        if start:
            turns[here : here + 1] = [turn[:start], turn[start:]]

    def name(self, turns: list[Turn]) -> None:
        named = [word for turn in turns for word in turn if word.text in _NAMES]
        if named:
            self.random.choice(named).text = self.random.choice(_NAMES)

    def name_everywhere(self, turns: list[Turn]) -> None:
        old, new = self.random.choice(_NAMES), self.random.choice(("Sykehuset", "Anne", "Stedet", "Mannen", "Kollega"))
        for turn in turns:
            for word in turn:
                word.text = new if word.text == old else word.text

    def move(self, turns: list[Turn]) -> None:
        turn = turns.pop(self.random.randrange(len(turns)))
        turns.insert(self.random.randrange(len(turns)), turn)


def laid_out(turns: list[Turn]) -> tuple[str, dict[int, Span]]:
    """Return the text and where each word stands in it."""
    text, places = "", dict[int, Span]()
    parts: list[str] = []
    at = 0
    for turn in turns:
        for number, word in enumerate(turn):
            blank = "" if word.text in _SIGNS or not number else " "
            if not number and parts:
                blank = "\n"
            parts.append(blank + word.text)
            places[word.key] = Span(at + len(blank), at + len(blank) + len(word.text))
            at = places[word.key].end
    text = "".join(parts)
    return text, places


def truth(keys: list[int], places: dict[int, Span]) -> Span | None:
    """Return where a coding's words stand now; None when nothing is left, or the rest no longer stands in order."""
    left = [places[key] for key in keys if key in places]
    return Span(left[0].start, left[-1].end) if left and left[0].start < left[-1].end else None


def judged(found: Carried, true: Span | None) -> str:
    """Return whether a passage was carried rightly: exact, asked (with the right place or not), or wrong."""
    if found.span == true:
        return "right, asked" if found.outcome in TO_REVIEW else "right"
    return "asked" if found.outcome in TO_REVIEW else "wrong"


def run(seed: int, words: int = WORDS, codings: int = CODINGS, edits: int = EDITS) -> tuple[Counter[str], float]:
    """Correct one transcript; return how its codings fared and the milliseconds it took."""
    maker = Maker(seed)
    turns = maker.transcript(words)
    keys = maker.codings(turns, codings)
    old, old_places = laid_out(turns)
    new, places = laid_out(maker.corrected(turns, edits))
    spans = [Span(old_places[one[0]].start, old_places[one[-1]].end) for one in keys]
    begun = perf_counter()
    carrying = Carrying(old, new)
    found = [carrying.carry(span) for span in spans]
    spent = (perf_counter() - begun) * 1000
    fared = Counter[str]()
    for one, carried in zip(keys, found, strict=True):
        true = truth(one, places)
        verdict = judged(carried, true)
        fared[verdict] += 1
        fared[f"outcome {carried.outcome.value}"] += 1
        if verdict == "wrong" and "--show" in sys.argv:
            print(seed, carried.outcome, repr(carried.old.cut(old)), repr(carried.span and carried.span.cut(new)),
                  repr(true and true.cut(new)), sep="\n  ")  # fmt: skip
        if verdict == "asked" and "--asked" in sys.argv:
            print(seed, carried.outcome, repr(carried.old.cut(old)), repr(carried.span and carried.span.cut(new)),
                  repr(true and true.cut(new)), sep="\n  ")  # fmt: skip
    return fared, spent


def main(arguments: list[str]) -> int:
    numbers = [int(one) for one in arguments if one.isdigit()]
    seeds = numbers[0] if numbers else 20
    total, spent = Counter[str](), list[float]()
    for seed in range(seeds):
        fared, took = run(seed)
        total += fared
        spent.append(took)
    count = seeds * CODINGS
    right = total["right"] + total["right, asked"]
    result = {
        "seeds": seeds, "codings": count, "edits": EDITS, "exact borders, %": round(100 * right / count, 2),
        "asked, %": round(100 * (total["right, asked"] + total["asked"]) / count, 2), "silently wrong": total["wrong"],
        "ms, median": round(sorted(spent)[len(spent) // 2], 1), "ms, worst": round(max(spent), 1),
        "outcomes": {name[8:]: times for name, times in sorted(total.items()) if name.startswith("outcome ")},
    }  # fmt: skip
    print(json.dumps(result, ensure_ascii=False) if "--json" in arguments else "\n".join(
        f"{name}: {value}" for name, value in result.items()))  # fmt: skip
    return int(right / count < 0.97 or total["wrong"] > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
