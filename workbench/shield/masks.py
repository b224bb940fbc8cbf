"""Mentions of entities in the transcripts of a study, and the masks that hide the decided ones."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workbench.store.lookups import entities as lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.study_file import StudyFile
from workbench.study.masking import Decision, Entity, Mask, Masker, is_cased
from workbench.study.spans import Span
from workbench.study.transcripts import Transcript

_AROUND = 60
_Exceptions = dict[tuple[int, int], list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named; `start`–`end` are offsets in the transcript, genitive included.

    `before` and `after` are up to 60 characters around it.
    """

    entity: Entity
    transcript_id: int
    transcript: str
    turn: int
    start: int
    end: int
    words: str
    before: str
    after: str


class Shield:
    """What is masked in a study, worked out once and asked for many transcripts."""

    def __init__(self, entities: Iterable[Entity], exceptions: Iterable[tuple[int, int, int, int]] = ()) -> None:
        """Take entities and exceptions (entity id, transcript id, start, end)."""
        self.entities = tuple(entities)
        self._exceptions: _Exceptions = {}
        for entity_id, transcript_id, start, end in exceptions:
            self._exceptions.setdefault((entity_id, transcript_id), []).append((start, end))
        self._decided = [one for one in self.entities if one.decision is Decision.REPLACE]
        self._open = [one for one in self.entities if one.decision is Decision.UNDECIDED]
        self._decided_masker, self._open_masker = Masker(self._decided), Masker(self._open)
        self._masks: dict[int, list[Mask]] = {}
        self._waiting: dict[int, list[Mask]] = {}

    @classmethod
    def of(cls, study: StudyFile) -> "Shield":
        """Return the shield of a study as its entities stand now."""
        return cls(lookup.entities(study), lookup.exceptions(study))

    def masks(self, transcript: Transcript) -> list[Mask]:
        """Return the masks of a transcript: decided entities, less the mentions said to be something else."""
        if transcript.id not in self._masks:
            found = self._decided_masker.find(transcript.text)
            self._masks[transcript.id] = self._without_exceptions(transcript, found, self._decided)
        return self._masks[transcript.id]

    def undecided(self, transcript: Transcript, span: Span) -> list[Mask]:
        """Return the mentions of undecided entities that touch `span` and that no mask hides already."""
        if transcript.id not in self._waiting:
            found = self._open_masker.find(transcript.text)
            self._waiting[transcript.id] = self._without_exceptions(transcript, found, self._open)
        hidden = self.masks(transcript)
        return [
            one
            for one in self._waiting[transcript.id]
            if one.start < span.end
            and span.start < one.end
            and not any(mask.start <= one.start and one.end <= mask.end for mask in hidden)
        ]

    def spared(self, transcript: Transcript) -> list[tuple[int, int]]:
        """Return the offsets in a transcript that the researcher said are not the entity they look like."""
        return [
            place
            for (_, transcript_id), places in self._exceptions.items()
            if transcript_id == transcript.id
            for place in places
        ]

    def _without_exceptions(self, transcript: Transcript, found: list[Mask], entities: list[Entity]) -> list[Mask]:
        kept: list[Mask] = []
        for mask in found:
            if not self._is_excepted(transcript.id, mask):
                kept.append(mask)
                continue
            # Under a spared full name a shorter name of another entity may still stand.
            others = Masker(one for one in entities if one.id != mask.entity.id)
            inside = others.find(transcript.text[mask.start : mask.end], is_cased(transcript.text))
            moved = [replace(one, start=one.start + mask.start, end=one.end + mask.start) for one in inside]
            kept += [one for one in moved if not self._is_excepted(transcript.id, one)]
        return kept

    def _is_excepted(self, transcript_id: int, mask: Mask) -> bool:
        places = self._exceptions.get((mask.entity.id, transcript_id), ())
        return any(mask.start < end and start < mask.end for start, end in places)


def masks_for(study: StudyFile, transcript_id: int) -> list[Mask]:
    """Return the masks of one transcript; for many, build one `Shield`."""
    return Shield.of(study).masks(transcript_lookup.load(study, transcript_id))


def mentions(study: StudyFile) -> list[Mention]:
    """Return every mention of every entity, excepted ones left out, by transcript and place.

    A name inside a longer name of another entity ("Moen" in "Moen DPS") counts for the longer one.
    """
    entities = lookup.entities(study)
    excepted = lookup.exceptions(study)
    masker = Masker(entities)
    found: list[Mention] = []
    for transcript_id, name, text in transcript_lookup.texts(study):
        masks = masker.find(text)
        if not masks:
            continue
        transcript = transcript_lookup.load(study, transcript_id)
        for mask in masks:
            if not _is_spared(excepted, transcript_id, mask):
                found.append(
                    Mention(
                        mask.entity,
                        transcript_id,
                        name,
                        transcript.turn_at(mask.start).number,
                        mask.start,
                        mask.end,
                        text[mask.start : mask.end],
                        text[max(0, mask.start - _AROUND) : mask.start],
                        text[mask.end : mask.end + _AROUND],
                    )
                )
    return found


def _is_spared(excepted: set[tuple[int, int, int, int]], transcript_id: int, mask: Mask) -> bool:
    return any(
        entity_id == mask.entity.id and at == transcript_id and mask.start < end and start < mask.end
        for entity_id, at, start, end in excepted
    )
