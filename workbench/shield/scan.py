"""Looking through the interviews for names: mentions found by rule and list, gathered into entities.

Two piles: `sure` entities are suggested, the others are to be checked. Nothing is decided here.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.acts.entities import NewEntity, Place, add
from workbench.shield.corpus import Candidate, Corpus
from workbench.shield.finders import candidates, inhabitants
from workbench.shield.name_lists import is_first_name
from workbench.shield.patterns import Found, codes, spoken_numbers
from workbench.shield.times import ages, dates
from workbench.store.lookups import entities as entity_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.study_file import StudyFile
from workbench.study.folding import fold
from workbench.study.masking import NUMERIC_KINDS, Entity, EntityKind

Progress = Callable[[int, int], None]


def _untold(done: int, of: int) -> None:
    """Tell nobody how far the look is."""


@dataclass(frozen=True, slots=True)
class ScanReport:
    """How many entities the finders see, how many were new, and how these fall on the two piles."""

    found: int
    new: int
    sure: int
    unsure: int


@dataclass(slots=True)
class _Group:
    """Mentions of one written form; votes decide on kind, the best reason speaks."""

    name: str
    kinds: Counter[EntityKind] = field(default_factory=Counter[EntityKind])
    texts: set[int] = field(default_factory=set[int])
    sure: bool = False
    reason: str = ""
    match_case: bool = True
    other_forms: list[str] = field(default_factory=list[str])
    places: list[Place] = field(default_factory=list[Place])

    def take(self, one: Candidate, text_id: int, finder: str) -> None:
        """Count one mention."""
        self.places.append(Place(self.name, text_id, one.start, one.end, finder))
        self.kinds[one.kind] += 3 if one.sure else 1
        self.texts.add(text_id)
        self.match_case = self.match_case and one.match_case
        if not self.reason or (one.sure and not self.sure):
            self.reason = one.reason
        self.sure = self.sure or one.sure

    @property
    def kind(self) -> EntityKind:
        """The kind most mentions speak for; `other` only when nothing else does."""
        return max(self.kinds.items(), key=lambda pair: (pair[0] is not EntityKind.OTHER, pair[1]))[0]

    def entity(self) -> NewEntity:
        """Return the group as a proposed entity."""
        return NewEntity(self.kind, (self.name, *self.other_forms), self.match_case, self.sure, self.reason)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look through the texts gave: every entity seen, those not listed yet, and where finders saw them all."""

    proposed: tuple[NewEntity, ...]
    new: tuple[NewEntity, ...]
    places: tuple[Place, ...]


def scan(study: StudyFile) -> ScanReport:
    """Look through all transcripts; store the entities nobody has listed yet, and where each was seen, in one act."""
    looked = look(transcript_lookup.texts(study), study.language, entity_lookup.entities(study))
    add(study, looked.new, verb="shield.scan", places=looked.places)
    sure = sum(one.sure for one in looked.new)
    return ScanReport(len(looked.proposed), len(looked.new), sure, len(looked.new) - sure)


def look(
    texts: Sequence[tuple[int, str, str]], language: str, known: Sequence[Entity], progress: Progress = _untold
) -> Looked:
    """Look through `texts` (id, name, text) once; see `scan_texts` for what is new.

    `progress` is called after each step with how many are done, and of how many; what it raises ends the look.
    """
    groups = _groups(texts, language, progress)
    places = tuple(place for group in groups.values() for place in group.places)
    _join_short_forms(groups)
    proposed = _listed(groups)
    return Looked(tuple(proposed), tuple(_unknown(proposed, known)), places)


def scan_texts(texts: Sequence[tuple[int, str, str]], language: str, known: Sequence[Entity]) -> list[NewEntity]:
    """Return the entities found in `texts` (id, name, text) that are not `known`, the sure pile first.

    `language` is `nb` or `en`. Mentions of one name are one entity: a full name, its first name alone (when it can
    only be that person) and genitives. `reason` says in words what made it look like a name.
    """
    return list(look(texts, language, known).new)


def _groups(texts: Sequence[tuple[int, str, str]], language: str, progress: Progress) -> dict[str, _Group]:
    """Return what the finders see by folded form, each with its mentions."""
    whole = len(texts)
    corpus = Corpus.of([text for _, _, text in texts], language)
    groups: dict[str, _Group] = {}
    for done, (text_id, _, text) in enumerate(texts, 1):
        for one, finder in _in_text(text, corpus):
            groups.setdefault(fold(one.name).text, _Group(one.name)).take(one, text_id, finder)
        progress(done, 2 * whole)
    places = [group.name for group in groups.values() if group.kind is EntityKind.PLACE and group.sure]
    for done, (text_id, _, text) in enumerate(texts, whole + 1):
        for one in inhabitants(text, places):
            groups.setdefault(fold(one.name).text, _Group(one.name)).take(one, text_id, "inhabitants")
        progress(done, 2 * whole)
    return groups


def _listed(groups: Mapping[str, _Group]) -> list[NewEntity]:
    """Return the groups as entities, sure ones first, then by name."""
    return sorted(
        (group.entity() for group in groups.values()), key=lambda one: (not one.sure, fold(one.forms[0]).text)
    )


_FINDERS: Mapping[str, Callable[[str], Iterable[Found]]] = {
    "codes": codes, "spoken numbers": spoken_numbers, "dates": dates, "ages": ages,
}  # fmt: skip


def _in_text(text: str, corpus: Corpus) -> list[tuple[Candidate, str]]:
    """Return the candidates of one text, each with the name of its finder.

    Numbers win over dates, dates over ages, and all over names inside them.
    """
    taken: list[tuple[Found, str]] = []
    for name, finder in _FINDERS.items():
        found = sorted(finder(text), key=lambda one: (one.start - one.end, one.start))
        for one in found:
            if not any(one.start < other.end and other.start < one.end for other, _ in taken):
                taken.append((one, name))
    numbers = [
        (Candidate(one.start, one.end, " ".join(text[one.start : one.end].split()), one.kind, one.reason, one.sure),
         name)
        for one, name in taken
    ]  # fmt: skip
    # An age may carry the person's name along ("Eirik, tjuefem"); the name still counts.
    closed = [one for one, _ in taken if one.kind is not EntityKind.AGE]
    names = [
        (one, "names")
        for one in candidates(text, corpus)
        if not any(one.start < other.end and other.start < one.end for other in closed)
    ]
    return [*numbers, *names]


def _join_short_forms(groups: dict[str, _Group]) -> None:
    """Let a first name or surname alone count as the one person of that full name.

    Only where it can be no other: one full name has it, and every interview with the short form has the full one.
    """
    owners: dict[str, list[_Group]] = {}
    for group in groups.values():
        words = group.name.split()
        if group.kind is EntityKind.PERSON and len(words) > 1:
            for word in (words[0], words[-1], " ".join(words[:-1])):
                if group not in owners.setdefault(fold(word).text, []):
                    owners[fold(word).text].append(group)
    for key, persons in owners.items():
        short = groups.get(key)
        if short is None or short in persons or short.kind is not EntityKind.PERSON:
            continue
        if len(persons) > 1:
            short.reason = f"{short.reason}; several people are called so"
        elif short.texts <= persons[0].texts:
            persons[0].other_forms.append(short.name)
            persons[0].match_case = persons[0].match_case or short.match_case
            del groups[key]


def _unknown(proposed: Iterable[NewEntity], known: Sequence[Entity]) -> list[NewEntity]:
    """Leave out what is listed already; a new short form of a listed name stays, to be checked."""
    listed = {fold(form).text for entity in known for form in entity.forms}
    new: list[NewEntity] = []
    for one in proposed:
        forms = tuple(form for form in one.forms if fold(form).text not in listed)
        if len(forms) == len(one.forms):
            new.append(one)
        elif forms and one.kind not in NUMERIC_KINDS:
            sure = one.sure and is_first_name(forms[0])
            new.append(NewEntity(one.kind, forms, one.match_case, sure, f"part of «{one.forms[0]}», which is listed"))
    return new
