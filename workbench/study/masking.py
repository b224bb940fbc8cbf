"""Entities and masks: one decision on a person or place replaces every mention, genitive included.

The transcript is never altered. A mask is a span of it and what is shown instead.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from workbench.study.folding import Folded, fold, plain_signs
from workbench.study.text import canonical


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


@dataclass(frozen=True, slots=True)
class _Form:
    """One written form: folded for finding, as written for names that are also words."""

    folded: str
    written: str
    entity: Entity


@dataclass(frozen=True, slots=True)
class _Hit:
    """A form found at folded offsets, its genitive included; `ending` is what the mask shows of that."""

    start: int
    end: int
    ending: str
    entity: Entity


class Masker:
    """Finds every mention of given entities in a text in one pass over its words.

    Case, odd blanks, line breaks inside a name, soft hyphens and zero-width characters do not hide a mention;
    the digits of a telephone or birth number are found however they are grouped.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Prepare to find the forms of `entities`; longer forms win over shorter ones."""
        self._by_first_word: dict[str, list[_Form]] = {}
        self._numbers: list[tuple[re.Pattern[str], Entity]] = []
        for entity in entities:
            for form in entity.forms:
                self._add(entity, form)
        for forms in self._by_first_word.values():
            forms.sort(key=lambda form: -len(form.folded))

    def _add(self, entity: Entity, form: str) -> None:
        folded = fold(form).text.strip()
        first = _TOKEN.match(folded)
        if first is None:
            return
        self._by_first_word.setdefault(first.group(), []).append(_Form(folded, plain_signs(form), entity))
        digits = re.sub(r"[\s.\-/]", "", folded)
        if entity.kind in _GROUPED_DIGITS and len(digits) >= 6 and digits.isdecimal():
            grouped = r"[ .\-/]{0,2}".join(digits)
            self._numbers.append((re.compile(rf"(?<!\d){grouped}(?!\d)"), entity))

    def find(self, text: str, cased: bool | None = None) -> list[Mask]:
        """Return the masks in `text`, sorted and without overlap.

        `cased` False (or found so from the text) makes names that are words match in lower case too.
        """
        if not self._by_first_word:
            return []
        folded = fold(text)
        matters = is_cased(text) if cased is None else cased
        hits = [_Hit(*hit.span(), "", entity) for number, entity in self._numbers
                for hit in number.finditer(folded.text)]  # fmt: skip
        for token in _TOKEN.finditer(folded.text):
            hit = self._at(text, folded, token, matters)
            if hit:
                hits.append(hit)
        masks: list[Mask] = []
        at = 0
        for hit in sorted(hits, key=lambda one: (one.start, -one.end)):
            if hit.start >= at:
                masks.append(_mask(folded, hit))
                at = hit.end
        return masks

    def _at(self, text: str, folded: Folded, token: re.Match[str], cased: bool) -> _Hit | None:
        word, start = token.group(), token.start()
        forms = self._by_first_word.get(word, [])
        if word.endswith("s"):
            forms = sorted([*forms, *self._by_first_word.get(word[:-1], [])], key=lambda form: -len(form.folded))
        for form in forms:
            if not folded.text.startswith(form.folded, start):
                continue
            end = start + len(form.folded)
            tail = _TAILS[_ends_with(form.folded)].match(folded.text, end)
            if tail and (not cased or not form.entity.match_case or _as_written(text, folded, start, end, form)):
                return _Hit(start, tail.end(), _ending(text, folded, tail), form.entity)
        return None


_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_GROUPED_DIGITS = (EntityKind.PHONE, EntityKind.BIRTH_NUMBER, EntityKind.OTHER)
# What may follow a form, by its last character: a letter takes a genitive, a digit no further digit. A lone
# apostrophe is a genitive only after an s-sound; elsewhere it closes a quotation.
_TAILS = {
    "sound": re.compile(r"(?:'s|s|')?(?![^\W\d_])"),
    "letter": re.compile(r"(?:'s|s)?(?![^\W\d_])"),
    "digit": re.compile(r"(?!\d)"),
    "sign": re.compile(r""),
}


def _ends_with(form: str) -> str:
    last = form[-1]
    if last.isalpha():
        return "sound" if last in "sxz" else "letter"
    return "digit" if last.isdigit() else "sign"


def _ending(text: str, folded: Folded, tail: re.Match[str]) -> str:
    """Return the genitive a mask ends in: an apostrophe before the s stays as it was typed."""
    if tail.group() == "'s":
        return text[folded.origins[tail.start()]] + "s"
    return "s" if tail.group() else ""


def _as_written(text: str, folded: Folded, start: int, end: int, form: _Form) -> bool:
    low, high = folded.source_span(start, end)
    return plain_signs(text[low:high]) in (form.written, form.written.upper())


def _mask(folded: Folded, hit: _Hit) -> Mask:
    shown = hit.entity.replacement or f"[{hit.entity.kind.value}]"
    return Mask(*folded.source_span(hit.start, hit.end), shown + hit.ending, hit.entity)


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
