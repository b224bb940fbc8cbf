"""What all interviews of a study together say about their words, and what a finder hands on."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.shield import surroundings as around
from workbench.shield.name_lists import is_name, is_place
from workbench.shield.ordinary import WORD, is_ordinary, opens_sentence, ordinary_words
from workbench.study.masking import EntityKind, is_cased

_OFTEN = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters `start`–`end` of one text that may name somebody; `name` is the form without genitive."""

    start: int
    end: int
    name: str
    kind: EntityKind
    reason: str
    sure: bool
    match_case: bool = False


@dataclass(frozen=True, slots=True)
class Corpus:
    """What all interviews together say about words: which are ordinary, which carry a capital inside sentences."""

    language: str
    ordinary: frozenset[str] = frozenset()
    capitals: Counter[str] = field(default_factory=Counter[str])

    @classmethod
    def of(cls, texts: Sequence[str], language: str) -> "Corpus":
        """Return what `texts` say about their words."""
        capitals: Counter[str] = Counter()
        for text in texts:
            if is_cased(text):
                for hit in WORD.finditer(text):
                    if hit.group()[0].isupper() and not opens_sentence(text, hit.start(), language):
                        capitals[hit.group()] += 1
        return cls(language, ordinary_words(texts) | _frequent_words(texts), capitals)

    def is_ordinary(self, word: str) -> bool:
        """Tell whether `word` is an everyday word."""
        return is_ordinary(word, self.ordinary, self.language)

    def base(self, word: str) -> str:
        """Return `word` without a genitive ending, when what is left is the better-known name."""
        for ending in ("'s", "’s"):
            if word.endswith(ending):
                return word[: -len(ending)]
        stem = word[:-1]
        if not word.endswith("s") or len(stem) < 3:
            return word
        if is_name(word) and word.casefold() != "anders" and not (is_name(stem) and self.capitals[stem]):
            return word
        known = is_name(stem) or is_place(stem) or self.capitals[stem] or around.kind_of_word(stem)
        return stem if known else word


def _frequent_words(texts: Sequence[str]) -> set[str]:
    """Return the words that texts without capitals use often: a name that no list knows is seldom among them."""
    counts: Counter[str] = Counter()
    for text in texts:
        if not is_cased(text):
            counts.update(word for word in WORD.findall(text) if word.islower())
    return {word for word, count in counts.items() if count >= _OFTEN}
