"""Taking a person's words and names out of a text that stays: pure, and the same text always comes out the same."""

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, cast

from workbench.study.folding import plain_signs
from workbench.study.search_words import placed, words

MARK = "[erased]"
RUN = 4
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_GENITIVE = re.compile(r"['’ʼ´]s(?![^\W_])")
_CUT_OFF = re.compile(r"[^\S\n]*…")
_BETWEEN = " \t-–—·/"
_FEWEST_DIGITS = 6
Gram = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name or other string to be taken out wherever its words stand in a row.

    `match_case` is set for names that are also common words: those count only as they are written, or in capitals.
    """

    written: str
    match_case: bool = False

    @property
    def words(self) -> Gram:
        """The folded words; empty for a string of signs only."""
        return tuple(words(unicodedata.normalize("NFC", self.written)))


def grams_of(running: Sequence[str], size: int = RUN) -> Iterable[Gram]:
    """Return every `size` words that stand in a row."""
    return zip(*(running[at:] for at in range(size)), strict=False)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


def _placed_words(text: str) -> list[_Word]:
    return [_Word(word, *place) for word, place in zip(words(text), placed(text), strict=True)]


class Scrubber:
    """Replaces runs of four or more of a person's words, and phrases, by a mark.

    A run goes when at least four of its words in a row stand in no text that remains (`common` says which do):
    what everybody says betrays nobody, and other people's words are theirs.
    """

    def __init__(
        self,
        phrases: Iterable[Phrase],
        grams: Collection[Gram],
        common: Callable[[Gram], bool] = lambda _: False,
    ) -> None:
        """Prepare to take out `phrases`, and runs made of `grams`."""
        self._grams, self._common = grams, common
        self._by_first: dict[str, list[tuple[Gram, Phrase]]] = {}
        self._signs: list[str] = []
        self._numbers: list[re.Pattern[str]] = []
        for phrase in dict.fromkeys(phrases):
            self._add(phrase)
        for several in self._by_first.values():
            several.sort(key=lambda one: -len(one[0]))
        self._quick = lru_cache(4096)(self._scrubbed)

    def _add(self, phrase: Phrase) -> None:
        wanted = phrase.words
        if not wanted:
            if phrase.written.strip():
                self._signs.append(phrase.written.strip())
            return
        self._by_first.setdefault(wanted[0], []).append((wanted, phrase))
        digits = "".join(wanted)
        if digits.isdecimal() and len(digits) >= _FEWEST_DIGITS:
            grouped = r"[ .\-/]{0,2}".join(digits)
            self._numbers.append(re.compile(rf"(?<!\d){grouped}(?!\d)"))

    # What is given and what comes back

    def text(self, text: str) -> str:
        """Return a text without the person's words and names; the same object when there are none."""
        return self._quick(text) if len(text) < 200 else self._scrubbed(text)

    def names(self, text: str) -> str:
        """Return a text without the phrases; runs of the person's words stay."""
        spans = self._strings(text, _placed_words(text))
        return _without(text, spans) if spans else text

    def has_run(self, text: str) -> bool:
        """Tell whether a text holds four or more of the person's words in a row."""
        there = _placed_words(text)
        return len(there) >= RUN and bool(self._runs(text, there))

    def value(self, text: str) -> str:
        """As `text`, for a value that may be JSON: every string in it is gone through, its escapes undone."""
        if text[:1] in ("[", "{") and text.strip()[-1:] in ("]", "}"):
            try:
                read: Any = json.loads(text)
            except ValueError:
                return self.text(text)
            clean = self.data(read)
            return text if clean == read else json.dumps(clean, ensure_ascii=_is_escaped(text))
        return self.text(text)

    def data(self, read: Any) -> Any:
        """Return what JSON was read as, every string in it (names of fields too) gone through."""
        if isinstance(read, str):
            return self.value(read)
        if isinstance(read, list):
            return [self.data(one) for one in cast("list[Any]", read)]
        if isinstance(read, dict):
            return {self.value(name): self.data(one) for name, one in cast("dict[str, Any]", read).items()}
        return read

    def _scrubbed(self, text: str) -> str:
        clean = self._marked(text)
        if "\\u" not in clean:
            return clean
        plain = _ESCAPE.sub(lambda hit: chr(int(hit[1], 16)), clean)
        again = self._marked(plain)
        return clean if again == plain else again

    def _marked(self, text: str) -> str:
        if not text.isascii() and not unicodedata.is_normalized("NFC", text):
            composed = unicodedata.normalize("NFC", text)
            clean = self._marked(composed)
            return text if clean == composed else clean
        there = _placed_words(text)
        spans = self._strings(text, there)
        if len(there) >= RUN:
            spans += self._runs(text, there)
        return _without(text, spans) if spans else text

    # Where they stand

    def _strings(self, text: str, there: Sequence[_Word]) -> list[tuple[int, int]]:
        spans = self._phrases(text, there)
        spans += [hit.span() for number in self._numbers for hit in number.finditer(text)]
        for sign in self._signs:
            spans += [hit.span() for hit in re.finditer(re.escape(sign), text, re.IGNORECASE)]
        return spans

    def _phrases(self, text: str, there: Sequence[_Word]) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for at, word in enumerate(there):
            for wanted, phrase in self._candidates(word.text):
                last = at + len(wanted) - 1
                if last < len(there) and self._fits(text, there, at, wanted, phrase):
                    end = there[last].end
                    tail = _GENITIVE.match(text, end)
                    found.append((word.start, tail.end() if tail else end))
                    break
        return found

    def _candidates(self, word: str) -> list[tuple[Gram, Phrase]]:
        found = self._by_first.get(word, [])
        if word.endswith("s") and word[:-1] in self._by_first:
            return [*found, *(one for one in self._by_first[word[:-1]] if len(one[0]) == 1)]
        return found

    @staticmethod
    def _fits(text: str, there: Sequence[_Word], at: int, wanted: Gram, phrase: Phrase) -> bool:
        said = tuple(word.text for word in there[at : at + len(wanted)])
        genitive = said != wanted
        if genitive and (said[:-1] != wanted[:-1] or said[-1] != wanted[-1] + "s" or wanted[-1].isdecimal()):
            return False
        if not phrase.match_case:
            return True
        as_written = plain_signs(text[there[at].start : there[at + len(wanted) - 1].end])
        stem, name = as_written[:-1] if genitive else as_written, plain_signs(phrase.written)
        return stem in (name, name.upper())

    def _runs(self, text: str, there: Sequence[_Word]) -> list[tuple[int, int]]:
        running = [word.text for word in there]
        hits = [at for at, gram in enumerate(grams_of(running)) if gram in self._grams]
        found: list[tuple[int, int]] = []
        for first, last in _stretches(hits):
            grams = (tuple(running[at : at + RUN]) for at in hits if first <= at <= last)
            if all(self._common(gram) for gram in grams):
                continue
            end = last + RUN - 1
            # An extract may have been cut in the middle of the next word.
            if end + 1 < len(there) and _CUT_OFF.match(text, there[end + 1].end):
                end += 1
            found.append((there[first].start, there[end].end))
        return found


def _stretches(hits: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Return the first and last place of every stretch of grams that share words."""
    if not hits:
        return
    first = hits[0]
    for one, following in pairwise(hits):
        if following >= one + RUN:
            yield first, one
            first = following
    yield first, hits[-1]


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and (start <= joined[-1][1] or not text[joined[-1][1] : start].strip(_BETWEEN)):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    parts: list[str] = []
    at = 0
    for start, end in joined:
        parts += (text[at:start], MARK)
        at = end
    return "".join((*parts, text[at:]))


def _is_escaped(text: str) -> bool:
    return text.isascii() and _ESCAPE.search(text) is not None
