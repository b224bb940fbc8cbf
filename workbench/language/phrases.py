"""Telling phrases of a passage, short enough to name a code in the participant's own words.

Candidates are runs of two to five words inside a clause that begin and end with a content word. A phrase is
telling when its content words are rare in the study (inverse document frequency) and its neighbours belong
together more than chance would have it (log-likelihood ratio, Dunning 1993, over the study's texts). Words that look
like names are passed over.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from workbench.language.notes import blanked
from workbench.language.stems import WORD, stem
from workbench.language.tokens import pipeline_name, words
from workbench.study.spans import Span

LONGEST = 5
_BREAKS = frozenset('.,;:!?…–—"“”«»()[]\n')
_FILLERS_NB = """
altså liksom jo vel eh øh hm mm mhm ja jaja nei nja okei ok sant nå da så bare litt veldig ganske egentlig
vet veit husker tror trur tenker synes sånn sånne sånt noe noen ting greier
"""
_FILLERS_EN = """
um uh er hm mm mhm yeah yes no okay ok well like really just quite actually know mean guess think kind sort
thing things stuff gonna wanna got get
"""


@cache
def empty_words(language: str) -> frozenset[str]:
    """Return the words that carry little by themselves: spaCy's stop words and fillers of speech."""
    name = pipeline_name(language)
    if name == "en":
        from spacy.lang.en.stop_words import STOP_WORDS

        return frozenset(STOP_WORDS) | frozenset(_FILLERS_EN.split())
    from spacy.lang.nb.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS) | frozenset(_FILLERS_NB.split())


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    text: str
    empty: bool


class Phrases:
    """What is usual in a set of texts, learnt once; then finds what is telling in a passage."""

    def __init__(self, texts: Sequence[str], language: str) -> None:
        """Count words by text and neighbours over all `texts` (turns or transcripts)."""
        from nltk import collocations  # pyright: ignore[reportMissingTypeStubs]

        self._language = language
        self._texts = len(texts)
        self._documents: Counter[str] = Counter()
        self._lower: set[str] = set()
        clauses: list[list[str]] = []
        for text in texts:
            self._lower.update(hit for hit in WORD.findall(text) if hit[0].islower())
            runs = [[stem(word.text, language) for word in run] for run in self._clauses(text)]
            self._documents.update({one for run in runs for one in run})
            clauses += runs
        measures: Any = collocations
        self._finder: Any = measures.BigramCollocationFinder.from_documents(clauses)
        self._ratio: Any = measures.BigramAssocMeasures.likelihood_ratio

    def _clauses(self, text: str) -> list[list[_Word]]:
        """Return the words of each clause of `text`."""
        bare = blanked(text)
        empty = empty_words(self._language)
        runs: list[list[_Word]] = [[]]
        at = 0
        for span in words(bare, self._language):
            if not _BREAKS.isdisjoint(bare[at : span.start]):
                runs.append([])
            word = span.cut(bare)
            runs[-1].append(_Word(span, word, word.lower() in empty or len(word) < 3))
            at = span.end
        return [run for run in runs if run]

    def in_vivo(self, passage: str, n: int = 5) -> list[str]:
        """Return up to `n` phrases of `passage`, most telling first, as written; no two share a content word."""
        scored: list[tuple[float, int, str, frozenset[str]]] = []
        for run in self._clauses(passage):
            for first in range(len(run)):
                for last in range(first + 1, min(len(run), first + LONGEST)):
                    chosen = run[first : last + 1]
                    if not (chosen[0].empty or chosen[-1].empty or any(self._is_name(one.text) for one in chosen)):
                        span = Span(chosen[0].span.start, chosen[-1].span.end)
                        content = frozenset(stem(word.text, self._language) for word in chosen if not word.empty)
                        scored.append((self._telling(chosen), span.start, span.cut(passage), content))
        scored.sort(key=lambda one: (-one[0], one[1], one[2]))
        picked: list[str] = []
        used: set[str] = set()
        for _, _, phrase, content in scored:
            if len(picked) < n and used.isdisjoint(content):
                picked.append(" ".join(phrase.split()))
                used |= content
        return picked

    def _is_name(self, word: str) -> bool:
        """Tell whether a capitalised word is never written small in the texts; a code is not named after a person."""
        return word[0].isupper() and word.lower() not in self._lower

    def _telling(self, chosen: Sequence[_Word]) -> float:
        """Return the mean rarity of the content words, lowered by empty words, raised by ties between neighbours."""
        all_stems = [stem(word.text, self._language) for word in chosen]
        rarity = [
            math.log((1 + self._texts) / (1 + self._documents[one]))
            for one, word in zip(all_stems, chosen, strict=True)
            if not word.empty
        ]
        ties = [self._tie(one, two) for one, two in pairwise(all_stems)]
        return sum(rarity) / math.sqrt(len(chosen)) + sum(ties) / len(ties)

    def _tie(self, one: str, two: str) -> float:
        """Return log(1 + likelihood ratio) of two neighbours; 0 when they were seen together once or never."""
        together = int(self._finder.ngram_fd[(one, two)])
        if together < 2:
            return 0.0
        counts = self._finder.word_fd
        ratio = float(self._ratio(together, (counts[one], counts[two]), self._finder.N))
        return math.log1p(max(0.0, ratio)) / 2


@lru_cache(maxsize=4)
def _learnt(texts: tuple[str, ...], language: str) -> Phrases:
    return Phrases(texts, language)


def in_vivo_phrases(passage: str, texts: Sequence[str], language: str, n: int = 5) -> list[str]:
    """Return up to `n` telling phrases of `passage` against the usual of `texts` (kept for the next call)."""
    return _learnt(tuple(texts), language).in_vivo(passage, n)
