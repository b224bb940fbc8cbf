"""How files that were read stand to the study and to each other: new, in it already, double, or to be looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.study.consent import NOTHING_KNOWN, Consents, Refusal
from workbench.study.people import Participant
from workbench.study.transcripts import Role
from workbench.transcripts.labels import is_personal
from workbench.transcripts.summary import Summary

if TYPE_CHECKING:
    from workbench.store.study_file import StudyFile

# Of one recording in several formats the first of these says most of speakers, doubts and times.
_BY_RICHNESS = (
    "docx", "odt", "eaf", "rtf", "otr", "pdf", "md", "f4", "noscribe-html", "noscribe", "html", "whisper", "vtt", "srt",
    "whisper-tsv", "txt",
)  # fmt: skip


class State(StrEnum):
    """How a file stands; only what is `NEW` is taken in with all the others."""

    NEW = "ready"
    CHECK = "check"
    """Its encoding is not sure."""
    WHO = "who"
    """It is not known who some of its speakers are."""
    NAMED = "named"
    """A participant would be called by a person's name, and the study knows nobody of that label."""
    WITHDRAWN = "withdrawn"
    """Somebody in it has withdrawn, or refused analysis."""
    RECORDING = "recording"
    """The same recording stands there in another format."""
    INSIDE = "inside"
    NAME = "name"
    """Another transcript of the study has its name."""
    TWICE = "twice"
    """Another file there has the same bytes, words or name."""


# What a person looks at before it is taken in.
TO_LOOK_AT = (State.CHECK, State.WHO, State.NAMED, State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one file stands; `other` is the transcript, file or participant on account of which."""

    state: State
    other: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A file as read, whether it was chosen among several of one recording, and whether its encoding was settled."""

    read: Summary
    picked: bool = False
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What the study holds: transcripts by hash and name, people by label (case aside), what they agreed to."""

    by_hash: Mapping[str, str] = field(default_factory=dict[str, str])
    names: frozenset[str] = frozenset()
    people: Mapping[str, Participant] = field(default_factory=dict[str, Participant])
    consents: Mapping[int, Consents] = field(default_factory=dict[int, Consents])

    @classmethod
    def of(cls, study: "StudyFile") -> "Known":
        """Ask the study."""
        from workbench.store.lookups import people
        from workbench.store.lookups.people_schema import consents

        rows = study.live("transcript")
        return cls(
            {row["sha256"]: str(row["name"]) for row in rows},
            frozenset(str(row["name"]).casefold() for row in rows),
            {one.label.casefold(): one for one in people.participants(study)},
            consents(study),
        )

    def person(self, label: str) -> Participant | None:
        """Return the participant of that label, case aside."""
        return self.people.get(label.casefold())

    def agreed(self, label: str) -> Consents:
        """Return what the participant of that label agreed to."""
        person = self.person(label)
        return self.consents.get(person.id, NOTHING_KNOWN) if person else NOTHING_KNOWN

    def gone(self, read: Summary) -> str:
        """Return the first participant in a file who withdrew or refused analysis, or ""."""
        return next((one for one in read.participants if self._is_gone(one)), "")

    def _is_gone(self, label: str) -> bool:
        given = self.agreed(label)
        return given.refusal is Refusal.WITHDRAWN or not given.may_be_analysed


def standings(known: Known, files: Sequence[Asked | None]) -> list[Standing | None]:
    """Return how each file stands, in their order; None for one that could not be read."""
    left_out = _same_recordings(known, files)
    seen: set[str] = set()
    found: list[Standing | None] = []
    for one in files:
        standing = None if one is None else _standing(known, one, left_out.get(id(one), ""), seen)
        if one is not None and standing is not None and standing.state in (State.NEW, *TO_LOOK_AT):
            seen |= _marks_of(one.read)
        found.append(standing)
    return found


def _standing(known: Known, one: Asked, kept: str, seen: set[str]) -> Standing:
    read = one.read
    if read.sha256 in known.by_hash:
        return Standing(State.INSIDE, known.by_hash[read.sha256])
    if kept:
        return Standing(State.RECORDING, kept)
    if read.name.casefold() in known.names:
        return Standing(State.NAME, read.name)
    if not seen.isdisjoint(_marks_of(read)):
        return Standing(State.TWICE, read.name)
    if gone := known.gone(read):
        return Standing(State.WITHDRAWN, gone)
    if not (read.encoding_sure or one.settled):
        return Standing(State.CHECK)
    if any(speaker.label for speaker in read.unknown):
        return Standing(State.WHO)
    named = next((label for label in read.participants if is_personal(label) and not known.person(label)), "")
    return Standing(State.NAMED, named) if named else Standing(State.NEW)


def _marks_of(read: Summary) -> set[str]:
    """Return what no two files that are taken may share: bytes, words (however they are encoded), name."""
    return {read.sha256, f"{read.original or read.sha256} words", f"{read.name.casefold()} name"}


def group_of(read: Summary) -> tuple[str, str]:
    """Return what the files of one recording share: their folder, and their name without its ending."""
    return str(read.path.parent), read.path.stem.casefold()


def _same_recordings(known: Known, files: Sequence[Asked | None]) -> dict[int, str]:
    """Return for each file (by id) that gives way to another of its recording the name of that other."""
    groups: dict[tuple[str, str], list[Asked]] = {}
    for one in files:
        if one is not None:
            groups.setdefault(group_of(one.read), []).append(one)
    found: dict[int, str] = {}
    for group in groups.values():
        if len({one.read.path.suffix.lower() for one in group}) > 1:
            kept = max(group, key=lambda one: _worth(known, one))
            found |= {
                id(one): kept.read.path.name
                for one in group
                if one is not kept and one.read.sha256 != kept.read.sha256
            }  # fmt: skip
    return found


def _worth(known: Known, one: Asked) -> tuple[bool, bool, bool, bool, int]:
    """Rank a file among those of its recording."""
    read = one.read
    named = any(speaker.label and speaker.role is not Role.NOT_DATA for speaker in read.speakers)
    place = _BY_RICHNESS.index(read.format) if read.format in _BY_RICHNESS else len(_BY_RICHNESS)
    return read.sha256 in known.by_hash, one.picked, named, read.timed > 0, -place
