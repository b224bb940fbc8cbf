"""Finding names in a text whose capitals mean something."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.shield import surroundings as around
from workbench.shield.corpus import Candidate, Corpus
from workbench.shield.name_lists import is_first_name, is_known_to_all, is_name, is_place, is_surname, is_word_too
from workbench.shield.ordinary import FUNCTION_WORDS, WORD, opens_sentence
from workbench.study.masking import EntityKind

_SHAPES = ((around.INSTITUTIONS, EntityKind.ORGANISATION), (around.ENGLISH_STREETS, EntityKind.ADDRESS))


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    opens: bool

    def named(self, name: str, kind: EntityKind, reason: str, *, sure: bool, match_case: bool = False) -> Candidate:
        """Return this word as a candidate."""
        return Candidate(self.start, self.end, name, kind, reason, sure, match_case)


class CasedFinder:
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

    def _opens(self, offset: int) -> bool:
        return opens_sentence(self._text, offset, self._corpus.language)

    def _is_no_name(self, word: str, start: int) -> bool:
        if is_known_to_all(word) or (word.isupper() and len(word) > 1):
            return True
        return self._corpus.is_ordinary(word) and (self._opens(start) or not is_name(word))

    def _capitalised(self) -> Iterator[_Word]:
        for hit in WORD.finditer(self._text):
            word, end = hit.group(), hit.end()
            if not word[0].isupper():
                continue
            head, dash, tail = word.partition("-")
            if dash and tail[:1].islower():
                word, end = head, hit.start() + len(head)
            if is_known_to_all(word) or is_known_to_all(word.split("-")[0]) or len(word) == 1:
                continue
            if word.casefold() in FUNCTION_WORDS and not is_first_name(word):
                continue
            yield _Word(hit.start(), end, word, self._opens(hit.start()))

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
        if is_first_name(first.text):
            return self._made(first, last, name, EntityKind.PERSON, "a first name and a capitalised word", True)
        kind = EntityKind.PLACE if self._is_at(first) else EntityKind.ORGANISATION
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
                return word.named(base, EntityKind.PERSON, "a word used as a name", sure=False, match_case=True)
            return None
        return self._unlisted(word, base)

    def _is_at(self, word: _Word) -> bool:
        return around.stands_as_place(self._text, word.start, self._corpus.language)

    def _shouted(self, word: _Word, base: str) -> Candidate | None:
        if is_first_name(base) and not is_word_too(base, self._corpus.language) and len(base) > 2:
            return word.named(base, EntityKind.PERSON, "a first name in capitals", sure=True)
        if len(base) >= 3 and not word.opens and not self._among_capitals(word):
            return word.named(base, EntityKind.ORGANISATION, "a word in capitals", sure=False, match_case=True)
        return None

    def _among_capitals(self, word: _Word) -> bool:
        """Tell whether the word before or after is in capitals too: a shout, not an acronym."""
        before = WORD.findall(self._text[max(0, word.start - 30) : word.start])
        after = WORD.search(self._text, word.end)
        return any(one.isupper() and len(one) > 1 for one in (*before[-1:], *([after.group()] if after else [])))

    def _opening(self, word: _Word, base: str, ordinary: bool) -> Candidate | None:
        quoted = (
            self._text[word.start - 1 : word.start] in ("«", "“", '"') and self._text[word.end : word.end + 1] in '»”"'
        )
        if quoted and not ordinary and len(base) > 2 and self._text[word.end : word.end + 1]:
            return word.named(base, EntityKind.OTHER, "a name in quotation marks", sure=False, match_case=True)
        if ordinary:
            if is_first_name(base) and around.acts_as_person(self._text, word.end):
                reason = "a name that is also a word, doing what people do"
                return word.named(base, EntityKind.PERSON, reason, sure=False, match_case=True)
            return None
        if is_first_name(base, self._corpus.language):
            return word.named(base, EntityKind.PERSON, "a first name at the start of a sentence", sure=True)
        if around.kind_of_word(base) is EntityKind.ADDRESS:
            return self._with_number(word, base)
        if is_surname(base) or is_place(base):
            kind = EntityKind.PLACE if is_place(base) else EntityKind.PERSON
            return word.named(base, kind, "a listed name at the start of a sentence", sure=is_place(base))
        return None

    def _listed(self, word: _Word, base: str, ordinary: bool) -> Candidate:
        person = is_first_name(base)
        introduced = around.introduced_as_person(self._text, word.start)
        if ordinary and not person and not introduced:
            place = self._is_at(word)
            kind = EntityKind.PLACE if place else EntityKind.PERSON
            return word.named(base, kind, "a surname or place that is also a word", sure=place, match_case=True)
        if not person and self._is_at(word) and not introduced:
            return Candidate(
                word.start, word.end, base, EntityKind.PLACE, "a name after a preposition of place", True, ordinary
            )
        reason = "a name that is also a word, with a capital" if ordinary else "a listed name"
        return Candidate(word.start, word.end, base, EntityKind.PERSON, reason, True, ordinary)

    def _unlisted(self, word: _Word, base: str) -> Candidate:
        kind = around.kind_of_word(base)
        if kind is EntityKind.ADDRESS:
            return self._with_number(word, base)
        place = self._is_at(word)
        if around.introduced_as_person(self._text, word.start):
            return word.named(base, EntityKind.PERSON, "words before it announce a person", sure=True)
        if is_place(base) or place:
            found = EntityKind.PLACE if kind is None or is_place(base) else kind
            return word.named(base, found, "a capitalised word after a preposition of place", sure=True)
        if kind:
            return word.named(base, kind, "a capitalised word that ends like a house or service", sure=True)
        if around.acts_as_person(self._text, word.end):
            return word.named(base, EntityKind.PERSON, "a capitalised word that does what people do", sure=True)
        company = around.stands_as_company(self._text, word.start)
        unknown = EntityKind.PERSON if company else EntityKind.OTHER
        # An unknown word may be a common one elsewhere: its capital is all there is to go by.
        return word.named(base, unknown, "a capitalised word that is not ordinary here", sure=False, match_case=True)

    def _with_number(self, word: _Word, base: str) -> Candidate:
        number = around.STREET_NUMBER.match(self._text, word.end) if base == word.text else None
        end = number.end() if number else word.end
        name = self._text[word.start : end] if number else base
        return Candidate(word.start, end, name, EntityKind.ADDRESS, "the shape of a street", True)
