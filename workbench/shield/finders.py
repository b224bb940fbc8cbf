"""Candidates for names in one text, by list, by trigger and by capital letter; no trained model.

Whether capitals mean something is decided per text; in text without them (speech recognition) only listed names that
are no everyday words, well-known places and words after a trigger are found.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from workbench.shield import surroundings as around
from workbench.shield.name_lists import (
    is_first_name,
    is_known_to_all,
    is_name,
    is_place,
    is_surname,
    is_word_too,
)  # fmt: skip
from workbench.shield.ordinary import WORD, is_ordinary, ordinary_words, starts_sentence
from workbench.study.masking import EntityKind, is_cased


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
                    if hit.group()[0].isupper() and not starts_sentence(text, hit.start()):
                        capitals[hit.group()] += 1
        return cls(language, ordinary_words(texts), capitals)

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


def candidates(text: str, corpus: Corpus) -> list[Candidate]:
    """Return what may be names in one text, by place; longer ones first where they overlap."""
    finder = _CasedFinder(text, corpus) if is_cased(text) else _UncasedFinder(text, corpus)
    found = sorted(finder.find(), key=lambda one: (one.start, -one.end))
    kept: list[Candidate] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    opens: bool


_SHAPES = ((around.INSTITUTIONS, EntityKind.ORGANISATION), (around.ENGLISH_STREETS, EntityKind.ADDRESS))


class _CasedFinder:
    """Finds names in a text whose capitals mean something."""

    def __init__(self, text: str, corpus: Corpus) -> None:
        self._text, self._corpus = text, corpus

    def find(self) -> Iterator[Candidate]:
        """Yield candidates in no order."""
        yield from self._institutions()
        yield from self._shaped()
        capitals = list(self._capitalised())
        at = 0
        while at < len(capitals):
            run = self._run(capitals, at)
            at += len(run)
            yield from self._named(run)

    def _institutions(self) -> Iterator[Candidate]:
        for pattern, kind in (
            (around.INSTITUTIONS, EntityKind.ORGANISATION),
            (around.ENGLISH_STREETS, EntityKind.ADDRESS),
        ):
            for hit in pattern.finditer(self._text):
                start = hit.start()
                first = WORD.match(self._text, hit.start("name"))
                if first and self._is_no_name(first.group(), hit.start("name")):
                    rest = self._text[first.end() : hit.end()].lstrip()
                    if " " not in rest or not rest[0].isupper() or "name" in rest:
                        continue
                    start = hit.end() - len(rest)
                name = self._text[start : hit.end()]
                yield Candidate(start, hit.end(), name, kind, "the shape of an institution or street", True)

    def _shaped(self) -> Iterator[Candidate]:
        for hit in around.INITIALLED.finditer(self._text):
            last = self._corpus.base(hit.group("last"))
            if is_surname(last) or not (self._corpus.is_ordinary(last) or is_known_to_all(last)):
                name = f"{hit.group('initial')} {last}"
                yield Candidate(hit.start(), hit.end(), name, EntityKind.PERSON, "an initial and a surname", True)
        for hit in around.TITLED.finditer(self._text):
            name = f"{hit.group().rpartition(' ')[0]} {self._corpus.base(hit.group('last'))}"
            yield Candidate(hit.start(), hit.end(), name, EntityKind.PERSON, "a title and a name", True)
        for hit in around.ROOM.finditer(self._text):
            yield Candidate(hit.start(), hit.end(), hit.group(), EntityKind.ADDRESS, "a numbered room or flat", False)

    def _is_no_name(self, word: str, start: int) -> bool:
        if is_known_to_all(word) or (word.isupper() and len(word) > 1):
            return True
        return self._corpus.is_ordinary(word) and (starts_sentence(self._text, start) or not is_name(word))

    def _capitalised(self) -> Iterator[_Word]:
        for hit in WORD.finditer(self._text):
            word, end = hit.group(), hit.end()
            if not word[0].isupper():
                continue
            head, dash, tail = word.partition("-")
            if dash and tail[:1].islower():
                word, end = head, hit.start() + len(head)
            if is_known_to_all(word) or is_known_to_all(word.split("-")[0]) or (len(word) == 1):
                continue
            yield _Word(hit.start(), end, word, starts_sentence(self._text, hit.start()))

    def _run(self, words: Sequence[_Word], at: int) -> list[_Word]:
        """Return the capitalised words that follow one another with single blanks, beginning at `at`."""
        run = [words[at]]
        if run[0].opens and not is_first_name(self._corpus.base(run[0].text)) and self._corpus.is_ordinary(run[0].text):
            return run
        for word in words[at + 1 : at + 4]:
            if self._text[run[-1].end : word.start] != " " or word.opens or run[-1].text.endswith(("'s", "’s")):
                break
            run.append(word)
        return run

    def _named(self, run: Sequence[_Word]) -> Iterator[Candidate]:
        if len(run) > 1:
            found = self._full_name(run)
            if found:
                yield found
                return
        for word in run:
            found = self._single(word)
            if found:
                yield found

    def _full_name(self, run: Sequence[_Word]) -> Candidate | None:
        first, last = run[0], run[-1]
        shouted = all(word.text.isupper() for word in run)
        if shouted and not all(is_name(word.text) for word in run):
            return None
        name = " ".join([*(word.text for word in run[:-1]), self._corpus.base(last.text)])
        if is_first_name(first.text) and all(is_name(self._corpus.base(word.text)) for word in run[1:]):
            return self._made(first, last, name, EntityKind.PERSON, "a full name", True)
        if first.opens and not is_first_name(first.text):
            return None
        if is_first_name(first.text) and not self._corpus.is_ordinary(last.text):
            return self._made(first, last, name, EntityKind.PERSON, "a first name and a capitalised word", True)
        kind = EntityKind.PLACE if around.stands_as_place(self._text, first.start) else EntityKind.ORGANISATION
        return self._made(first, last, name, kind, "capitalised words in a row", True)

    def _made(self, first: _Word, last: _Word, name: str, kind: EntityKind, reason: str, sure: bool) -> Candidate:
        return Candidate(first.start, last.end, name, kind, reason, sure)

    def _single(self, word: _Word) -> Candidate | None:
        base = self._corpus.base(word.text)
        if word.text.isupper() and len(word.text) > 1:
            return self._shouted(word, base)
        ordinary = self._corpus.is_ordinary(base)
        if word.opens:
            return self._opening(word, base, ordinary)
        if is_name(base):
            return self._listed(word, base, ordinary)
        if ordinary:
            if around.introduced_as_person(self._text, word.start):
                return Candidate(word.start, word.end, base, EntityKind.PERSON, "a word used as a name", False, True)
            return None
        return self._unlisted(word, base)

    def _shouted(self, word: _Word, base: str) -> Candidate | None:
        if is_first_name(base) and not is_word_too(base, self._corpus.language) and len(base) > 2:
            return Candidate(word.start, word.end, base, EntityKind.PERSON, "a first name in capitals", True)
        if len(base) >= 3 and not word.opens:
            return Candidate(word.start, word.end, base, EntityKind.ORGANISATION, "a word in capitals", False, True)
        return None

    def _opening(self, word: _Word, base: str, ordinary: bool) -> Candidate | None:
        quoted = (
            self._text[word.start - 1 : word.start] in ("«", "“", '"') and self._text[word.end : word.end + 1] in '»”"'
        )
        if quoted and not ordinary and self._text[word.end : word.end + 1]:
            return Candidate(word.start, word.end, base, EntityKind.OTHER, "a name in quotation marks", False)
        if ordinary:
            return None
        if is_first_name(base):
            return Candidate(
                word.start, word.end, base, EntityKind.PERSON, "a first name at the start of a sentence", True
            )
        if around.kind_of_word(base) is EntityKind.ADDRESS:
            return self._with_number(word, base)
        if is_surname(base) or is_place(base):
            kind = EntityKind.PLACE if is_place(base) else EntityKind.PERSON
            return Candidate(
                word.start, word.end, base, kind, "a listed name at the start of a sentence", is_place(base)
            )
        return None

    def _listed(self, word: _Word, base: str, ordinary: bool) -> Candidate:
        person = is_first_name(base)
        introduced = around.introduced_as_person(self._text, word.start)
        if ordinary and not person and not introduced:
            place = around.stands_as_place(self._text, word.start)
            kind = EntityKind.PLACE if place else EntityKind.PERSON
            return Candidate(word.start, word.end, base, kind, "a surname or place that is also a word", place, True)
        if not person and around.stands_as_place(self._text, word.start) and not introduced:
            return Candidate(
                word.start, word.end, base, EntityKind.PLACE, "a name after a preposition of place", True, ordinary
            )
        reason = "a first name that is also a word, with a capital" if ordinary else "a listed name"
        return Candidate(word.start, word.end, base, EntityKind.PERSON, reason, True, ordinary)

    def _unlisted(self, word: _Word, base: str) -> Candidate:
        kind = around.kind_of_word(base)
        if kind is EntityKind.ADDRESS:
            return self._with_number(word, base)
        place = around.stands_as_place(self._text, word.start)
        if around.introduced_as_person(self._text, word.start):
            return Candidate(word.start, word.end, base, EntityKind.PERSON, "words before it announce a person", True)
        if is_place(base) or place:
            found = EntityKind.PLACE if kind is None or is_place(base) else kind
            return Candidate(word.start, word.end, base, found, "a capitalised word after a preposition of place", True)
        if kind:
            return Candidate(
                word.start, word.end, base, kind, "a capitalised word that ends like a house or service", True
            )
        if around.acts_as_person(self._text, word.end):
            return Candidate(
                word.start, word.end, base, EntityKind.PERSON, "a capitalised word that does what people do", True
            )
        company = around.stands_as_company(self._text, word.start)
        unknown = EntityKind.PERSON if company else EntityKind.OTHER
        return Candidate(word.start, word.end, base, unknown, "a capitalised word that is not ordinary here", False)

    def _with_number(self, word: _Word, base: str) -> Candidate:
        number = around.STREET_NUMBER.match(self._text, word.end) if base == word.text else None
        end = number.end() if number else word.end
        name = self._text[word.start : end] if number else base
        return Candidate(word.start, end, name, EntityKind.ADDRESS, "the shape of a street", True)


class _UncasedFinder:
    """Finds names in a text without capitals; names that are words go on the second pile, after a trigger only."""

    def __init__(self, text: str, corpus: Corpus) -> None:
        self._text, self._corpus = text, corpus

    def find(self) -> Iterator[Candidate]:
        """Yield candidates, by place."""
        words = list(WORD.finditer(self._text))
        for number, hit in enumerate(words):
            following = words[number + 1] if number + 1 < len(words) else None
            found = self._one(hit, following)
            if found:
                yield found

    def _one(self, hit: re.Match[str], following: re.Match[str] | None) -> Candidate | None:
        base = self._corpus.base(hit.group())
        ordinary = self._corpus.is_ordinary(base)
        if len(base) < 2 or base.isdigit():
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
        if (is_name(base) or not ordinary) and self._introduced(hit.start()):
            sure = is_name(base) and not ordinary
            return Candidate(*hit.span(), base, EntityKind.PERSON, "words before it announce a name", sure, ordinary)
        return None

    def _introduced(self, start: int) -> bool:
        return bool(_NAMING.search(self._text[max(0, start - 40) : start]))

    def _with_surname(self, hit: re.Match[str], base: str, following: re.Match[str] | None) -> Candidate:
        reason = "a first name, in text without capitals"
        if following and self._text[hit.end() : following.start()] == " " and base == hit.group():
            last = self._corpus.base(following.group())
            if is_surname(last) and (not is_word_too(last, self._corpus.language) or len(last) > 3):
                return Candidate(hit.start(), following.end(), f"{base} {last}", EntityKind.PERSON, reason, True)
        return Candidate(*hit.span(), base, EntityKind.PERSON, reason, True)


_NAMING = re.compile(r"\b(?:heter|het|hette|heitte|heiter|kalles|kalt|called|named|name is|ho|hun|hu) $", re.IGNORECASE)


def inhabitants(text: str, places: Iterable[str]) -> Iterator[Candidate]:
    """Yield words for people from one of the `places` ("tangværing"): weak signs, for the second pile."""
    stems = [re.escape(place) for place in places if len(place) >= 4 and " " not in place]
    if not stems:
        return
    pattern = re.compile(
        rf"(?<!\w)(?:{'|'.join(stems)})(?:ing|væring|fjording|bu|er)(?:en|a|ar|er|ane|ene|ne)?(?!\w)", re.IGNORECASE
    )
    for hit in pattern.finditer(text):
        yield Candidate(*hit.span(), hit.group(), EntityKind.PLACE, "a word for people from a place found here", False)
