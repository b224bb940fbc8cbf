"""The gate: nothing leaves the study while it holds a name that was to be hidden, or one nobody decided on."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.errors import GateClosed
from workbench.shield.ordinary import is_ordinary, ordinary_words, starts_sentence
from workbench.shield.patterns import codes, spoken_numbers
from workbench.store.lookups import entities as entity_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.study_file import StudyFile
from workbench.study.folding import INVISIBLE, fold
from workbench.study.masking import NUMERIC_KINDS, Decision, Entity, EntityKind, Mask, Masker
from workbench.study.text import shorten
from workbench.words import say

_CODE_KINDS = frozenset({EntityKind.BIRTH_NUMBER, EntityKind.PHONE, EntityKind.EMAIL})
_PART = re.compile(r"[^\W\d_]{4,}")
# Parts of a name that say only what kind of place it is.
_GENERIC = re.compile(
    "skole|skule|barneskole|ungdomsskole|videregående|barnehage|sykehus|sjukehus|legesenter|legekontor|kommune|bydel|"
    "bofellesskap|omsorgssenter|poliklinikk|poliklinikken|senter|senteret|avdeling|avdelingen|stasjon|kirke|fylke|gate|"
    "gata|veien|vegen|school|hospital|clinic|college|university|street|road|avenue|lane|house|centre|center|council|"
    "surgery|church|ward|unit|station|county|city|park"
)
_HYPHENATED = re.compile(rf"-[{INVISIBLE}]*\s*\n\s*")
_SHOWN = 5


class Why(StrEnum):
    """Why words may not leave; `gate.why.…` says it in words."""

    REPLACE = "replace"
    UNDECIDED = "undecided"
    PART = "part"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class OutgoingPart:
    """A piece of text about to leave the study, and where it stands in the report.

    `cased` False says that the text comes from a transcript without capitals. `spared` holds stretches (start, end)
    that the researcher said are not the entity they look like.
    """

    where: str
    text: str
    cased: bool = True
    spared: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Leak:
    """Words of an outgoing part that may not leave; `entity` is None for a number no entity covers."""

    where: str
    entity: Entity | None
    words: str
    why: Why


class Gate:
    """The entities of a study, ready to test many outgoing texts."""

    def __init__(self, entities: Iterable[Entity], ordinary: Iterable[str] = (), language: str = "nb") -> None:
        """Take the entities, the ordinary words (lower case) of the interviews, and their language."""
        listed = list(entities)
        self._ordinary, self._language = frozenset(ordinary), language
        stopped = [one for one in listed if one.decision in (Decision.REPLACE, Decision.UNDECIDED)]
        # A decided name wins over an undecided one of the same form: its message is the truer one.
        stopped.sort(key=lambda one: one.decision is not Decision.REPLACE)
        free = [one for one in listed if one.decision in (Decision.KEEP, Decision.NOT_A_NAME)]
        self._forms = {fold(form).text for one in listed for form in one.forms}
        self._free = Masker(free)
        self._names = Masker(stopped)
        self._parts = Masker(part for one in listed if one.decision is Decision.REPLACE for part in self._parts_of(one))

    def leaks(self, part: OutgoingPart) -> list[Leak]:
        """Return what may not leave in one part, by place."""
        masks = self._found(part.text, part.cased)
        open_masks = [mask for mask in masks if not _inside(mask, part.spared)]
        found = [self._leak(part.where, part.text, mask) for mask in open_masks]
        found += self._disguised(part, Counter(_key(mask) for mask in masks))
        known = {one.words for one in found}
        return found + [leak for leak in self._codes(part) if leak.words not in known]

    def _found(self, text: str, cased: bool) -> list[Mask]:
        names = self._names.find(text, cased)
        parts = [
            mask
            for mask in self._parts.find(text, True)
            if not (mask.entity.match_case and starts_sentence(text, mask.start))
            and not any(name.start < mask.end and mask.start < name.end for name in names)
        ]
        return sorted([*names, *parts], key=lambda mask: mask.start)

    def _disguised(self, part: OutgoingPart, seen: Counter[tuple[int, str]]) -> Iterator[Leak]:
        """Yield what shows only when odd letters are made plain or words hyphenated over a line end are joined."""
        plain = unicodedata.normalize("NFKC", part.text)
        for text in dict.fromkeys((plain, _HYPHENATED.sub("", plain), _HYPHENATED.sub("-", plain))):
            if text == part.text:
                continue
            masks = self._found(text, part.cased)
            for key in Counter(_key(mask) for mask in masks) - seen:
                mask = next(one for one in masks if _key(one) == key)
                seen[key] += 1
                yield self._leak(part.where, text, mask)

    def _codes(self, part: OutgoingPart) -> Iterator[Leak]:
        free = self._free.find(part.text, True)
        for found in (*codes(part.text), *spoken_numbers(part.text)):
            digits = re.sub(r"\D", "", part.text[found.start : found.end])
            listed = found.kind in _CODE_KINDS and (found.sure or len(digits) >= 8)
            if listed and not any(one.start < found.end and found.start < one.end for one in free):
                yield Leak(part.where, None, part.text[found.start : found.end], Why.CODE)

    def _leak(self, where: str, text: str, mask: Mask) -> Leak:
        words = " ".join(text[mask.start : mask.end].split())
        if mask.entity.decision is Decision.UNDECIDED:
            return Leak(where, mask.entity, words, Why.UNDECIDED)
        return Leak(where, mask.entity, words, Why.PART if mask.entity.reason == _PART_REASON else Why.REPLACE)

    def _parts_of(self, entity: Entity) -> Iterator[Entity]:
        """Yield an entity for each telling part of a longer name, unless the part is decided on by itself."""
        if entity.kind in NUMERIC_KINDS:
            return
        for form in entity.forms:
            words = _PART.findall(form)
            if len(words) < 2 and fold(form).text in {fold(word).text for word in words}:
                continue
            for word in words:
                low = fold(word).text
                if low in self._forms or _GENERIC.fullmatch(low) or not word[0].isupper():
                    continue
                # The later words of "Nordre Mekaniske" are telling only with their capital.
                later = entity.kind is not EntityKind.PERSON and word != words[0]
                strict = later or is_ordinary(word, self._ordinary, self._language)
                yield replace(entity, forms=(word,), match_case=strict, reason=_PART_REASON)


_PART_REASON = "part of a name"


def _key(mask: Mask) -> tuple[int, str]:
    return mask.entity.id, mask.entity.name


def _inside(mask: Mask, spared: Sequence[tuple[int, int]]) -> bool:
    return any(start <= mask.start and mask.end <= end for start, end in spared)


def check(
    parts: Iterable[OutgoingPart], entities: Iterable[Entity], ordinary: Iterable[str] = (), language: str = "nb"
) -> list[Leak]:
    """Return what may not leave: decided names and their parts, undecided names, and identifying numbers.

    A name is found in any case (names that are words: with their capital), in the genitive, over line breaks, and with
    invisible characters or odd blanks in it. Entities kept on purpose, or said to be no names, pass.
    """
    gate = Gate(entities, ordinary, language)
    return [leak for part in parts for leak in gate.leaks(part)]


def gate_of(study: StudyFile) -> Gate:
    """Return the gate of a study as its entities stand now."""
    texts = (text for _, _, text in transcript_lookup.texts(study))
    return Gate(entity_lookup.entities(study), ordinary_words(texts), study.language)


def guard(parts: Iterable[OutgoingPart], study: StudyFile, gate: Gate | None = None) -> None:
    """Let the parts pass, or stop them all.

    Raises:
        GateClosed: something may not leave; the message lists the first places and what to do.
    """
    keeper = gate or gate_of(study)
    leaks = [leak for part in parts for leak in keeper.leaks(part)]
    if leaks:
        raise GateClosed(_sentence(leaks))


def _sentence(leaks: Sequence[Leak]) -> str:
    places = [
        f"{leak.where}: «{shorten(leak.words, 40)}» ({say(f'gate.why.{leak.why.name}')})" for leak in leaks[:_SHOWN]
    ]
    more = say("gate.more", count=len(leaks) - _SHOWN) if len(leaks) > _SHOWN else ""
    todo = "; ".join(dict.fromkeys(say(f"gate.todo.{leak.why.name}") for leak in leaks))
    return say("gate.stopped", places="; ".join(places), more=more, todo=todo)
