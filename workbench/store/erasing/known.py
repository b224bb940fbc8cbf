"""What is known of a person who is erased, gathered from the study file and every backup of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from workbench.store.erasing.scrub import RUN, Gram, Phrase, grams_of
from workbench.study.search_words import words

# Words that label a speaker or name a transcript without naming anybody.
_GENERAL = frozenset(
    [
        "i",
        "int",
        "intervju",
        "intervjuer",
        "interview",
        "interviewer",
        "p",
        "inf",
        "informant",
        "informanten",
        "deltaker",
        "deltakeren",
        "participant",
        "respondent",
        "intervjuperson",
        "bruker",
        "pasient",
        "r",
        "speaker",
        "taler",
        "person",
        "stemme",
        "voice",
        "unknown",
        "ukjent",
        "s",
        "tolk",
        "opptak",
        "transkripsjon",
        "transcript",
        "gruppe",
        "group",
        "focus",
        "fokusgruppe",
        "recording",
        "txt",
        "docx",
        "doc",
        "odt",
        "rtf",
        "srt",
        "vtt",
        "md",
    ]
)
_SHORTEST_NUMBER = 5
_SAMPLES = 60
_SAMPLE_WORDS = 6


@dataclass(slots=True)
class Known:
    """Who the person is, what they said, and every string that names them.

    `ids` and `guids` are those of their rows, `others` the ids of everybody else in the study; `labels`, `names`
    (attribute values and the like) and `also` are strings as written; `said` maps folded forms of entities that stand
    in their texts to how these are written, `unnamed` are such that were decided to be no names, and `kept` are the
    forms that stand in others' texts too. `values` are attribute values of theirs alone that name nobody.
    """

    ids: set[int] = field(default_factory=set[int])
    guids: set[str] = field(default_factory=set[str])
    others: set[int] = field(default_factory=set[int])
    labels: dict[str, str] = field(default_factory=dict[str, str])
    names: dict[str, str] = field(default_factory=dict[str, str])
    values: dict[str, str] = field(default_factory=dict[str, str])
    titles: dict[str, str] = field(default_factory=dict[str, str])
    also: tuple[str, ...] = ()
    files: set[str] = field(default_factory=set[str])
    said: dict[str, Phrase] = field(default_factory=dict[str, Phrase])
    unnamed: set[str] = field(default_factory=set[str])
    kept: set[str] = field(default_factory=set[str])
    grams: set[Gram] = field(default_factory=set[Gram])
    words: set[str] = field(default_factory=set[str])
    running: set[str] = field(default_factory=set[str])
    samples: list[str] = field(default_factory=list[str])

    def hear(self, texts: Iterable[str]) -> None:
        """Take in texts that are to be erased."""
        for text in texts:
            said = words(text)
            self.grams.update(grams_of(said))
            self.words.update(said)
            self.running.add(f" {' '.join(said)} ")

    def sample(self, turns: Sequence[str]) -> None:
        """Keep stretches of six words of their turns, evenly spread, to look for at the end."""
        long = [found for found in (_stretch(turn) for turn in turns) if found]
        step = max(1, len(long) // _SAMPLES)
        self.samples = list(dict.fromkeys([*self.samples, *long[::step][:_SAMPLES]]))[: 2 * _SAMPLES]

    def erased_forms(self) -> dict[str, Phrase]:
        """Return the forms that only they used."""
        return {folded: phrase for folded, phrase in self.said.items() if folded not in self.kept}

    def is_erased(self, forms: Iterable[str]) -> bool:
        """Tell whether an entity of these forms goes: only they used it, and no form of it stays with another."""
        folded = {form.casefold() for form in forms}
        return bool(folded & (self.said.keys() | self.unnamed)) and not folded & self.kept

    def phrases(self) -> list[Phrase]:
        """Return every string that is taken out wherever it stands."""
        written = [*self.also, *self.names.values()]
        written += [label for label in self.labels.values() if not is_plain(label)]
        written += [title for title in self.titles.values() if is_telling(title)]
        forms = [one for one in self.erased_forms().values() if not is_plain(one.written)]
        return [*(Phrase(one) for one in dict.fromkeys(written)), *forms]

    def exact(self) -> set[str]:
        """Return the strings that are taken out only where they are all of a value: labels such as `7`."""
        return {label.casefold() for label in self.labels.values() if is_plain(label)}

    def own_words(self, name: str) -> bool:
        """Tell whether a name (of a code) is made of words they said in a row."""
        cut = name.rstrip().endswith("…")
        said = words(name)
        if not said:
            return False
        wanted = f" {' '.join(said)}" + ("" if cut else " ")
        return any(wanted in running for running in self.running)


def is_plain(name: str) -> bool:
    """Tell whether a string is too plain to be taken out of running text: a short number, a single letter."""
    said = words(name)
    digits = "".join(said)
    return bool(said) and (len(digits) < 2 or (digits.isdecimal() and len(digits) < _SHORTEST_NUMBER))


def is_telling(title: str) -> bool:
    """Tell whether the name of a transcript or file points to one person: it holds more than general words."""
    said = [word for word in words(title) if word not in _GENERAL]
    if len(said) == 1:
        return any(sign.isdecimal() for sign in said[0]) and any(sign.isalpha() for sign in said[0])
    return len(said) > 1 and not all(word.isdecimal() for word in said)


def is_general(label: str) -> bool:
    """Tell whether a speaker's label is a role rather than a name."""
    return all(word in _GENERAL or word.isdecimal() for word in words(label))


def is_naming(name: str) -> bool:
    """Tell whether an attribute is called so that its values name people or reach them."""
    called = words(name)
    return bool(set(called) & _NAMING) or "".join(called) in _NAMING


def looks_like_a_name(value: str, forms: Iterable[str]) -> bool:
    """Tell whether an attribute's value looks like a name, address or number, or is one of the study's entities.

    `forms` are the forms of these.
    """
    if "@" in value or len(re.sub(r"\D", "", value)) >= 8:
        return True
    said = words(value)
    wanted = {" ".join(words(form)) for form in forms}
    if " ".join(said) in wanted or any(word in wanted for word in said):
        return True
    capitals = re.findall(r"(?<![^\W_])[^\W\d_]", value)
    return len(capitals) > 1 and all(letter.isupper() for letter in capitals)


_NAMING = frozenset(
    [
        "name",
        "navn",
        "fornavn",
        "etternavn",
        "firstname",
        "surname",
        "lastname",
        "alias",
        "kallenavn",
        "nickname",
        "pseudonym",
        "email",
        "epost",
        "telefon",
        "telephone",
        "phone",
        "mobil",
        "mobile",
        "adresse",
        "address",
        "fødselsnummer",
        "personnummer",
    ]
)


def _stretch(turn: str) -> str:
    """Return six words in a row from the middle of a turn, as they are written, or nothing."""
    for line in sorted(turn.split("\n"), key=len, reverse=True)[:1]:
        found = [hit.span() for hit in re.finditer(r"[^\W_]+", line)]
        if len(found) >= _SAMPLE_WORDS:
            first = (len(found) - _SAMPLE_WORDS) // 2
            return line[found[first][0] : found[first + _SAMPLE_WORDS - 1][1]]
        if len(found) >= RUN:
            return line[found[0][0] : found[-1][1]]
    return ""
