"""Which words of the texts a typed word stands for: words that hold it, words of its pattern, words of its stem."""

import importlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from workbench.store.study_file import StudyFile
from workbench.study.search_query import Query
from workbench.study.search_tree import PART_LETTERS, Term, Wild

_LAST = "\U0010ffff"
_READ_AT_MOST = 50_000
_LONGEST_ENDING = 8
_SNOWBALL = {"nb": "norwegian", "en": "english"}

_HOLDING = (
    "SELECT w.word FROM word_part JOIN word w ON w.id = word_part.rowid WHERE word_part MATCH :quoted "
    "ORDER BY length(w.word), w.word LIMIT :most"
)
_HOLDING_SHORT = (
    "SELECT word FROM word WHERE instr(word, :part) > 0 ORDER BY length(word), word LIMIT :most"  # under three letters
)
_BEGINNING = "SELECT word FROM word WHERE word >= :part AND word < :end ORDER BY length(word), word LIMIT :most"


@cache
def _stemmer(language: str) -> Any:
    snowball: Any = importlib.import_module("snowballstemmer")
    return snowball.stemmer(_SNOWBALL.get(language, "norwegian"))


@lru_cache(maxsize=100_000)
def _stem(word: str, language: str) -> str:
    return str(_stemmer(language).stemWord(word))


def stem_of(language: str) -> Callable[[str], str]:
    """Return the function that gives the Snowball stem (Porter 2001) of a folded word of `language`."""
    return lambda word: _stem(word, language)


class Vocabulary:
    """The words of a study's texts, as far as a query's options widen what is typed.

    A typed word stands for at most `most` of them, an unwanted one for at most `most_unwanted`.
    """

    def __init__(self, study: StudyFile, query: Query, most: int, most_unwanted: int) -> None:
        self._study = study
        self._parts = query.parts
        self._stems = query.stems
        self._most = {True: most, False: most_unwanted}
        self._found: dict[tuple[Term | Wild, bool], list[str]] = {}
        self.remarks: list[str] = []

    def words_for(self, leaf: Term | Wild, *, wanted: bool) -> list[str]:
        """Return the words that a leaf stands for: the word itself first, then the shortest."""
        key = (leaf, wanted)
        if key not in self._found:
            self._found[key] = self._words(leaf, self._most[wanted])
        return self._found[key]

    def _words(self, leaf: Term | Wild, most: int) -> list[str]:
        if isinstance(leaf, Wild):
            return self._kept(leaf.pattern, (word for word in self._candidates(leaf, most) if leaf.fits(word)), most)
        if leaf.exact:
            return [leaf.text]
        return self._kept(leaf.text, dict.fromkeys((leaf.text, *self._wider(leaf.text, most))), most)

    def _wider(self, word: str, most: int) -> Iterator[str]:
        if self._parts and len(word) >= PART_LETTERS:
            yield from self._holding(word, most + 1)
        if self._stems:
            language = self._study.language
            root = _stem(word, language)
            # English stems may end otherwise than their words do (hoping, hope), Norwegian ones are only shorter.
            begin = root[:-1] if language == "en" and len(root) > 3 else root
            for other in self._beginning(begin, _READ_AT_MOST):
                if len(other) <= len(root) + _LONGEST_ENDING and _stem(other, language) == root:
                    yield other

    def _kept(self, typed: str, words: Iterable[str], most: int) -> list[str]:
        kept = list(islice(words, most + 1))
        if len(kept) > most:
            self.remarks.append(f"«{typed}» stands for more than {most} words; the shortest are searched for.")
        return kept[:most]

    def _candidates(self, leaf: Wild, most: int) -> list[str]:
        longest = max(leaf.fragments, key=len)
        # Where the fragment says all, no more is read than is kept.
        whole = leaf.pattern in (f"*{longest}*", f"{longest}*")
        read = most + 1 if whole else _READ_AT_MOST
        return self._beginning(longest, read) if leaf.fragments[0] == longest else self._holding(longest, read)

    def _holding(self, part: str, most: int) -> list[str]:
        sql = _HOLDING if len(part) > 2 else _HOLDING_SHORT
        return [row[0] for row in self._study.rows(sql, {"part": part, "quoted": f'"{part}"', "most": most})]

    def _beginning(self, part: str, most: int) -> list[str]:
        rows = self._study.rows(_BEGINNING, {"part": part, "end": part + _LAST, "most": most})
        return [row[0] for row in rows]
