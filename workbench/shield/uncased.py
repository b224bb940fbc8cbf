"""Finding names in a text without capitals, as speech recognition writes it.

Listed names that are no everyday words are sure; names that are words need a trigger and go on the second pile.
"""

import re
from collections.abc import Iterator

from workbench.shield import surroundings as around
from workbench.shield.corpus import Candidate, Corpus
from workbench.shield.name_lists import is_first_name, is_name, is_place, is_surname, is_word_too
from workbench.shield.ordinary import FUNCTION_WORDS, WORD
from workbench.study.masking import EntityKind

_NAMING = re.compile(r"\b(?:heter|hette|heitte|heiter|kalles|called|named|name is) $", re.IGNORECASE)
_POINTING = re.compile(r"\b(?:het|kalt|ho|hun|hu|han|our) $", re.IGNORECASE)


class UncasedFinder:
    """Finds names in a text without capitals; names that are words go on the second pile, after a trigger only."""

    def __init__(self, text: str, corpus: Corpus) -> None:
        self._text, self._corpus = text, corpus

    def find(self) -> Iterator[Candidate]:
        """Yield candidates, by place."""
        yield from self._institutions()
        words = list(WORD.finditer(self._text))
        for number, hit in enumerate(words):
            following = words[number + 1] if number + 1 < len(words) else None
            found = self._one(hit, following)
            if found:
                yield found

    def _institutions(self) -> Iterator[Candidate]:
        for hit in around.LOW_INSTITUTIONS.finditer(self._text):
            name = hit.group("name")
            if not self._corpus.is_ordinary(name) and name.casefold() not in FUNCTION_WORDS:
                reason = "the shape of an institution, in text without capitals"
                yield Candidate(*hit.span(), hit.group(), EntityKind.ORGANISATION, reason, False)

    def _one(self, hit: re.Match[str], following: re.Match[str] | None) -> Candidate | None:
        base = self._corpus.base(hit.group())
        ordinary = self._corpus.is_ordinary(base)
        if len(base) < 2 or base.casefold() in FUNCTION_WORDS:
            return None
        if is_first_name(base) and (not ordinary) and len(base) > 2:
            return self._with_surname(hit, base, following)
        if not ordinary and (is_place(base) or self._corpus.capitals[base.capitalize()]):
            kind = EntityKind.PLACE if is_place(base) else EntityKind.OTHER
            return Candidate(
                *hit.span(), base, kind, "written with a capital elsewhere, or a well-known place", is_place(base)
            )
        if not ordinary and around.kind_of_word(base) is EntityKind.ADDRESS:
            return Candidate(*hit.span(), base, EntityKind.ADDRESS, "the shape of a street", False)
        if self._introduced(hit.start(), base, ordinary):
            sure = is_name(base) and not ordinary
            name = base.title()
            return Candidate(*hit.span(), name, EntityKind.PERSON, "words before it announce a name", sure, ordinary)
        return None

    def _introduced(self, start: int, base: str, ordinary: bool) -> bool:
        before = self._text[max(0, start - 40) : start]
        if is_name(base):
            return bool(_NAMING.search(before) or _POINTING.search(before))
        return not ordinary and base.casefold() not in FUNCTION_WORDS and bool(_NAMING.search(before))

    def _with_surname(self, hit: re.Match[str], base: str, following: re.Match[str] | None) -> Candidate:
        reason = "a first name, in text without capitals"
        if following and self._text[hit.end() : following.start()] == " " and base == hit.group():
            last = self._corpus.base(following.group())
            if is_surname(last) and (not is_word_too(last, self._corpus.language) or len(last) > 3):
                return Candidate(
                    hit.start(), following.end(), f"{base} {last}".title(), EntityKind.PERSON, reason, True
                )
        return Candidate(*hit.span(), base.title(), EntityKind.PERSON, reason, True)
