"""What suggestions are made from and what they are: plain values, standard library only.

They cross to the helper process as JSON (`as_plain`, `from_plain`), so the screen process can make them too.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """How sure a suggestion is, in words; figures would promise too much."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"


class Verdict(StrEnum):
    """What can be said on a passage as a whole."""

    READY = "ready"
    UNCLEAR = "no clear suggestion"
    EARLY = "too early"
    SHORT = "too short"


@dataclass(frozen=True, slots=True)
class CodeText:
    """A code as words; `definition_text` is empty while nobody has said what the code means."""

    code_id: int
    name: str
    definition_text: str = ""

    @property
    def words(self) -> str:
        """Name and definition as one text."""
        return f"{self.name}\n{self.definition_text}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: transcript id and code points, end exclusive."""

    transcript_id: int
    start: int
    end: int

    def meets(self, other: "Place | None") -> bool:
        """Tell whether the two share a character."""
        return (
            other is not None
            and self.transcript_id == other.transcript_id
            and self.start < other.end
            and other.start < self.end
        )


@dataclass(frozen=True, slots=True)
class Example:
    """A coded passage; `context` is the question before it, `group` the participant, `reference` such as `P07 4`."""

    coding_id: int
    code_id: int
    text: str
    reference: str = ""
    context: str = ""
    group: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """A code refused on a passage."""

    code_id: int
    text: str
    context: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """All that a model is made from; `background` are the study's turns, from which usual words are known."""

    language: str = "nb"
    codes: tuple[CodeText, ...] = ()
    examples: tuple[Example, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    background: tuple[str, ...] = ()

    def as_plain(self) -> dict[str, Any]:
        """Return the same as JSON values."""
        return {
            "language": self.language,
            "codes": [asdict(one) for one in self.codes],
            "examples": [asdict(one) for one in self.examples],
            "rejections": [asdict(one) for one in self.rejections],
            "background": list(self.background),
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Material":
        """Return the material that `as_plain` gave; raise TypeError or KeyError for anything else."""
        return cls(
            str(plain["language"]),
            tuple(CodeText(**one) for one in plain["codes"]),
            tuple(example_from_plain(one) for one in plain["examples"]),
            tuple(Rejection(**one) for one in plain["rejections"]),
            tuple(str(one) for one in plain["background"]),
        )


def place_from_plain(plain: Mapping[str, Any] | None) -> Place | None:
    """Return a place read from JSON values, or None."""
    return None if plain is None else Place(int(plain["transcript_id"]), int(plain["start"]), int(plain["end"]))


def example_from_plain(plain: Mapping[str, Any]) -> Example:
    """Return an example read from JSON values."""
    values: dict[str, Any] = {**plain, "place": place_from_plain(plain.get("place"))}
    return Example(**values)


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of why or why not.

    `kind` is `near` (a coded passage), `words` or `question` (shared words of the passage, of the question before
    it), `definition` (a sentence of it) or `against` (a refused passage). `closeness` is a cosine, 0–1.
    """

    kind: str
    text: str
    coding_id: int | None = None
    reference: str = ""
    closeness: float = 0.0
    code_id: int | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A code for a passage: `score` in standard deviations above the other codes, `confidence` calibrated 0–1."""

    code_id: int
    score: float
    level: Level
    reasons: tuple[Reason, ...]
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class SuggestionList:
    """Suggestions, best first; `near` are the nearest coded passages of any code, given in every case."""

    suggestions: tuple[Suggestion, ...]
    verdict: Verdict
    near: tuple[Reason, ...] = ()
    with_context: bool = False

    def as_plain(self) -> dict[str, Any]:
        """Return the same as JSON values."""
        return json.loads(json.dumps(asdict(self)))

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "SuggestionList":
        """Return the list that `as_plain` gave."""
        return cls(
            tuple(_suggestion(one) for one in plain["suggestions"]),
            Verdict(plain["verdict"]),
            tuple(Reason(**one) for one in plain["near"]),
            bool(plain["with_context"]),
        )


def _suggestion(plain: Mapping[str, Any]) -> Suggestion:
    reasons = tuple(Reason(**one) for one in plain["reasons"])
    values: dict[str, Any] = {**plain, "level": Level(plain["level"]), "reasons": reasons}
    return Suggestion(**values)
