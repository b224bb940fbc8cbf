"""What a merge finds and asks: changes, conflicts, decisions, and the decisions as a file."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

from workbench.errors import TeamError
from workbench.words import say

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
        ours, theirs = self.side("ours"), self.side("theirs")
        # Two renamings are told from the name that both sides knew.
        name = self.base if self.kind is ConflictKind.RENAME and self.base else self.name
        codings = say("merge.codings.one") if self.codings == 1 else say("merge.codings.many", count=self.codings)
        return say(
            f"merge.conflict.{self.kind.name}", name=name, field=_field(self.field), base=self.base, ours=ours,
            theirs=theirs, codings=codings,
        )  # fmt: skip

    def side(self, which: str) -> str:
        """Return what `base`, `ours` or `theirs` says, to be shown: words for what has none of its own."""
        value = str(getattr(self, which))
        if self.field == "codable" and value:
            return say(f"merge.codable.{value}")
        return value or (say("merge.top") if self.kind is ConflictKind.MOVE else "")


def _field(name: str) -> str:
    return say(f"merge.field.{name}") if name else ""


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
        return say(
            f"merge.change.{self.kind.name}", name=self.name, field=_field(self.field), before=self.before,
            after=self.after or say("merge.no_value"),
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
        raise TeamError(say("merge.file.not_json", error=error)) from error
    document = _mapping(told)
    entries: Any = document.get("decisions")
    if document.get("format") != _FORMAT or not isinstance(entries, list):
        raise TeamError(say("merge.file.other"))
    if document.get("version") != 1:
        raise TeamError(say("merge.file.newer"))
    result: dict[str, Resolution] = {}
    for number, entry in enumerate(cast("list[Any]", entries), 1):
        result[_text(entry, "id", number)] = _resolution(_text(entry, "decision", number), number)
    return result


def _mapping(value: Any) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _text(entry: Any, key: str, number: int) -> str:
    value = _mapping(entry).get(key)
    if not isinstance(value, str):
        raise TeamError(say("merge.file.lacks", number=number, key=key))
    return value


def _resolution(word: str, number: int) -> Resolution:
    try:
        return Resolution(word)
    except ValueError as error:
        choices = ", ".join(one.value for one in Resolution)
        raise TeamError(say("merge.file.word", number=number, word=word, choices=choices)) from error
