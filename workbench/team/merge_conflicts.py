"""What a merge finds and asks: changes, conflicts, decisions, and the decisions as a file."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

from workbench.errors import TeamError

FIELD_WORDS = {
    "name": "name", "brief": "brief definition", "definition": "definition", "when": "when to use",
    "when_not": "when not to use", "example": "example", "colour": "colour", "codable": "use for coding",
    "parent": "place",
}  # fmt: skip
_FORMAT = "workbench codebook decisions"


class Resolution(StrEnum):
    """How a conflict is settled; SKIP leaves it for later, and the default holds until then."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"
    SKIP = "skip"


class ConflictKind(StrEnum):
    """What two sides disagree about."""

    RENAME = "rename/rename"
    TEXT = "definition/definition"
    COLOUR = "colour/colour"
    CODABLE = "codable/codable"
    MOVE = "move/move"
    MOVE_CYCLE = "move cycle"
    SAME_NAME = "same name"
    DELETE_EDIT = "delete/edit"
    DELETE_USED = "delete/used"
    CODABLE_USED = "codable/used"
    MERGE_EDIT = "merge/edit"


_SENTENCES = {
    ConflictKind.RENAME: "Both sides renamed «{name}»: «{ours}» here, «{theirs}» there.",
    ConflictKind.TEXT: "Both sides changed the {field} of «{name}».",
    ConflictKind.COLOUR: "Both sides changed the colour of «{name}»: {ours} here, {theirs} there.",
    ConflictKind.CODABLE: "The sides differ on whether «{name}» is used for coding.",
    ConflictKind.MOVE: "Both sides moved «{name}»: to «{ours}» here, to «{theirs}» there.",
    ConflictKind.MOVE_CYCLE: "The moves of both sides together put «{name}» under itself.",
    ConflictKind.SAME_NAME: "Both sides have a code of their own called «{name}» in the same place.",
    ConflictKind.DELETE_EDIT: "One side deleted «{name}», the other went on working on it.",
    ConflictKind.DELETE_USED: "They deleted «{name}», which has {codings} here.",
    ConflictKind.CODABLE_USED: "They made «{name}» a folder, but it has {codings} here.",
    ConflictKind.MERGE_EDIT: "«{base}» was merged into «{name}» here, while they changed its {field}.",
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A question for a person; `guids` are all codes it is about, `codings` how many codings here it touches."""

    id: str
    kind: ConflictKind
    guid: str
    name: str
    field: str
    base: str
    ours: str
    theirs: str
    default: Resolution
    choices: tuple[Resolution, ...]
    codings: int
    guids: tuple[str, ...]

    def sentence(self) -> str:
        """Return the conflict in one sentence."""
        top = "the top level"
        codings = f"{self.codings} coding" + ("" if self.codings == 1 else "s")
        field = FIELD_WORDS.get(self.field, self.field)
        return _SENTENCES[self.kind].format(
            name=self.name, field=field, base=self.base, ours=self.ours or top, theirs=self.theirs or top,
            codings=codings,
        )  # fmt: skip


def conflict_id(kind: ConflictKind, guids: Iterable[str], field: str, base: str, ours: str, theirs: str) -> str:
    """Return a short hash that stays the same as long as the question does."""
    words = "\x1f".join((kind.value, *guids, field, base, ours, theirs))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]


class ChangeKind(StrEnum):
    """What a merge does to a code here."""

    ADD = "add"
    RENAME = "rename"
    DEFINE = "define"
    RECOLOUR = "recolour"
    CODABLE = "codable"
    MOVE = "move"
    REORDER = "reorder"
    UNIFY = "unify"
    RETIRE = "retire"
    DELETE = "delete"


_CHANGES = {
    ChangeKind.ADD: "«{name}» is added {after}.",
    ChangeKind.RENAME: "«{before}» is renamed «{after}».",
    ChangeKind.DEFINE: "«{name}»: the {field} is changed.",
    ChangeKind.RECOLOUR: "«{name}» gets the colour {after}.",
    ChangeKind.CODABLE: "«{name}» is {after}.",
    ChangeKind.MOVE: "«{name}», {before} until now, moves {after}.",
    ChangeKind.REORDER: "The codes {after} are put in another order.",
    ChangeKind.UNIFY: "Their «{before}» and our «{name}» become one code.",
    ChangeKind.RETIRE: "«{name}» is retired; its codings stay.",
    ChangeKind.DELETE: "«{name}» is deleted.",
}


@dataclass(frozen=True, slots=True)
class MergeChange:
    """One thing the merge does here; `before` and `after` are values, or places in words."""

    kind: ChangeKind
    guid: str
    name: str
    field: str
    before: str
    after: str

    def sentence(self) -> str:
        """Return the change in one sentence."""
        return _CHANGES[self.kind].format(
            name=self.name, field=FIELD_WORDS.get(self.field, self.field), before=self.before,
            after=self.after or "none",
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What an applied merge did: counts of changes, settled and postponed conflicts, and all of it in sentences."""

    changed: int
    settled: int
    postponed: int
    sentences: tuple[str, ...]


def resolutions_to_json(conflicts: Iterable[Conflict], resolutions: Mapping[str, Resolution]) -> str:
    """Return the decisions on these conflicts as a file that can be read again and replayed."""
    decisions = [
        {"id": one.id, "kind": one.kind.value, "code": one.name, "field": one.field,
         "decision": resolutions.get(one.id, Resolution.SKIP).value}
        for one in conflicts
    ]  # fmt: skip
    return json.dumps({"format": _FORMAT, "version": 1, "decisions": decisions}, ensure_ascii=False, indent=2) + "\n"


def resolutions_from_json(text: str) -> dict[str, Resolution]:
    """Return the decisions of a file by conflict id.

    Raises:
        TeamError: the text is not such a file; the message says where.
    """
    try:
        told: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise TeamError(f"The decisions file is not JSON ({error}).") from error
    document = _mapping(told)
    entries: Any = document.get("decisions")
    if document.get("format") != _FORMAT or not isinstance(entries, list):
        raise TeamError("This is not a file of decisions on a codebook merge.")
    if document.get("version") != 1:
        raise TeamError("The decisions file was made by a newer workbench; update the workbench.")
    result: dict[str, Resolution] = {}
    for number, entry in enumerate(cast("list[Any]", entries), 1):
        result[_text(entry, "id", number)] = _resolution(_text(entry, "decision", number), number)
    return result


def _mapping(value: Any) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _text(entry: Any, key: str, number: int) -> str:
    value = _mapping(entry).get(key)
    if not isinstance(value, str):
        raise TeamError(f"Decision {number} of the decisions file has no `{key}`.")
    return value


def _resolution(word: str, number: int) -> Resolution:
    try:
        return Resolution(word)
    except ValueError as error:
        choices = ", ".join(one.value for one in Resolution)
        raise TeamError(f"Decision {number} says «{word}»; it can be {choices}.") from error
