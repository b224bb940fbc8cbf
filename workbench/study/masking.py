"""Entities and masks: one decision on a person or place replaces every mention, genitive included.

The transcript is never altered. A mask is a span of it and what is shown instead.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from workbench.study.text import canonical

_GENITIVE = r"(?P<genitive>['’]s|s|['’])?"


class Decision(StrEnum):
    """What the researcher decided on an entity."""

    UNDECIDED = "undecided"
    REPLACE = "replace"
    KEEP = "keep"
    NOT_A_NAME = "not a name"


class EntityKind(StrEnum):
    """What an identifier names."""

    PERSON = "person"
    PLACE = "place"
    ADDRESS = "address"
    ORGANISATION = "organisation"
    UNIT = "unit"
    PHONE = "phone"
    EMAIL = "email"
    BIRTH_NUMBER = "birth_number"
    DATE = "date"
    AGE = "age"
    OTHER = "other"


NUMERIC_KINDS = frozenset(
    {EntityKind.PHONE, EntityKind.EMAIL, EntityKind.BIRTH_NUMBER, EntityKind.DATE, EntityKind.AGE}
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or other identifier; `forms` are all its written forms, the first its name.

    `match_case` is set for names that are also common words ("Bjørn", "Vår").
    """

    id: int
    kind: EntityKind
    forms: tuple[str, ...]
    decision: Decision = Decision.UNDECIDED
    replacement: str = ""
    match_case: bool = False
    reason: str = ""
    sure: bool = True
    mentions: int = 0
    transcripts: int = 0

    @property
    def name(self) -> str:
        """The form it is listed under."""
        return self.forms[0]


@dataclass(frozen=True, slots=True)
class Mask:
    """Characters `start`–`end` of a text that name `entity`, and what is shown instead."""

    start: int
    end: int
    shown: str
    entity: Entity


def is_cased(text: str) -> bool:
    """Tell whether capitals mean something in `text` (speech recognition often writes none)."""
    sample = text[:20_000]
    letters = sum(character.isalpha() for character in sample)
    return letters == 0 or sum(character.isupper() for character in sample) / letters > 0.004


class Masker:
    """Finds every mention of given entities in a text in one pass."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Prepare to find the forms of `entities`; longer forms win over shorter ones."""
        self._exact: dict[str, Entity] = {}
        self._folded: dict[str, Entity] = {}
        for entity in entities:
            for form in entity.forms:
                if not form:
                    continue
                if entity.match_case:
                    self._exact.setdefault(form, entity)
                    self._exact.setdefault(form.upper(), entity)
                else:
                    self._folded.setdefault(form.casefold(), entity)
        self._any_case = {form.casefold(): entity for form, entity in self._exact.items()} | self._folded
        self._cased = _pattern([*self._exact], [*self._folded])
        self._uncased = _pattern([], [*self._exact, *self._folded])

    def find(self, text: str, cased: bool | None = None) -> list[Mask]:
        """Return the masks in `text`, sorted and without overlap.

        `cased` False (or found so from the text) makes names that are words match in lower case too.
        """
        pattern = self._cased if (is_cased(text) if cased is None else cased) else self._uncased
        if pattern is None:
            return []
        return [self._mask(hit) for hit in pattern.finditer(text)]

    def _mask(self, hit: re.Match[str]) -> Mask:
        form = hit.group("form")
        entity = self._exact.get(form) or self._any_case[_fold_blanks(form)]
        shown = entity.replacement or f"[{entity.kind.value}]"
        return Mask(hit.start(), hit.end(), shown + ("s" if hit.group("genitive") else ""), entity)


def _fold_blanks(form: str) -> str:
    return re.sub(r"\s+", " ", form).casefold()


def _pattern(exact: list[str], folded: list[str]) -> re.Pattern[str] | None:
    alternatives = [(form, re.escape(form)) for form in exact]
    alternatives += [(form, f"(?i:{re.escape(form)})") for form in folded]
    if not alternatives:
        return None
    longest_first = sorted(alternatives, key=lambda pair: -len(pair[0]))
    body = "|".join(source.replace(r"\ ", r"\s+") for _, source in longest_first)
    return re.compile(rf"(?<!\w)(?P<form>{body}){_GENITIVE}(?!\w)")


def masked(text: str, masks: Iterable[Mask]) -> str:
    """Return `text` with every mask carried out; masks are sorted and do not overlap."""
    parts: list[str] = []
    at = 0
    for mask in masks:
        parts += (text[at : mask.start], mask.shown)
        at = mask.end
    return "".join((*parts, text[at:]))


def tidy_forms(forms: Iterable[str]) -> tuple[str, ...]:
    """Return forms canonical, on one line, without blanks at the ends, each once and in order."""
    tidy = (" ".join(canonical(form).text.split()) for form in forms)
    return tuple(dict.fromkeys(form for form in tidy if form))
