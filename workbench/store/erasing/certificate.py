"""What an erasure hands over: a preview before, a certificate after; neither holds a word of the person's."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from workbench.store.erasing.extent import Look
from workbench.store.erasing.look import Hit
from workbench.words import counted, has, say

# The order in which people read it; what else there is comes after these.
_ORDER = (
    "participant", "attribute", "transcript", "revision", "turn", "speaker", "session", "coding", "quote", "quote_edit",
    "memo", "code", "entity", "verdict", "review", "reading", "finding", "entity_exception", "change", "word", "desk",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FileDone:
    """A file that was gone through: `result` is erased, nothing (held nothing of theirs) or left (`why`, as a key)."""

    file: str
    result: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class ExportLeft:
    """An export that the register names: `holds` their words (found and read), or perhaps (not found, not readable)."""

    file: str
    at: str
    holds: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What erasing a participant would do; counts by table of the study file."""

    study: str
    removed: Mapping[str, int]
    replaced: Mapping[str, int]
    files: tuple[FileDone, ...]
    exports: tuple[ExportLeft, ...]
    looks: tuple[Look, ...]

    def lines(self) -> list[str]:
        """Return it in words, in the language of the interface."""
        return [say("erasure.preview", study=self.study), *_told(self)]

    def as_json(self) -> str:
        """Return it as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)


@dataclass(frozen=True, slots=True)
class Certificate:
    """What erasing a participant did. Of the person it holds nothing, save file names for whoever has to delete them.

    `sought` is how many strings were looked for at the end in how many `looked` files, `hits` where any was found;
    `checked` is false when that was cut off (a kill): what was erased is erased all the same.
    """

    at: str
    by: str
    study: str
    act_id: int
    removed: Mapping[str, int]
    replaced: Mapping[str, int]
    files: tuple[FileDone, ...]
    exports: tuple[ExportLeft, ...]
    looks: tuple[Look, ...]
    sought: int = 0
    looked: int = 0
    hits: tuple[Hit, ...] = ()
    checked: bool = False

    def lines(self) -> list[str]:
        """Return it in words, in the language of the interface."""
        return [
            say("erasure.certificate", at=self.at.replace("T", " ").rstrip("Z"), by=self.by, study=self.study),
            *_told(self),
            *self._check_lines(),
        ]

    def _check_lines(self) -> list[str]:
        if not self.checked:
            return [say("erasure.unchecked")]
        if not self.hits:
            return [say("erasure.clean", strings=self.sought, files=self.looked)]
        found = [say("erasure.hits", strings=self.sought, files=self.looked)]
        for hit in self.hits:
            where = say("erasure.in_table", table=table_name(hit.table)) if hit.table else ""
            found.append(
                "  " + say("erasure.hit", file=hit.file, kind=say(f"erasure.kind.{hit.kind}"), n=hit.count, where=where)
            )
        return found

    def as_json(self) -> str:
        """Return it as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    def kept(self) -> "Certificate":
        """Return it as the study may keep it: only the names of its own files, for others may name the person."""
        own = {one.file for one in self.files}
        return replace(
            self,
            exports=tuple(replace(one, file="") for one in self.exports),
            looks=tuple(replace(one, file=one.file if one.file in own else "") for one in self.looks),
            hits=tuple(replace(one, file=one.file if one.file in own else "") for one in self.hits),
        )


def read(kept: Mapping[str, Any]) -> Certificate:
    """Return a certificate from what its JSON was read as."""
    values = dict(kept)
    for name, kind in (("files", FileDone), ("exports", ExportLeft), ("looks", Look), ("hits", Hit)):
        values[name] = tuple(kind(**one) for one in values[name])
    return Certificate(**values)


def table_name(table: str) -> str:
    """Return what a table is called in the language of the interface."""
    key = f"table.{table}"
    return say(f"erasure.{key}") if has(f"erasure.{key}") else say(key) if has(key) else table


def _told(done: "Preview | Certificate") -> list[str]:
    found = [say("erasure.removed")]
    found += [f"  {_count(table, n)}" for table, n in _sorted(done.removed)] or ["  " + say("erasure.nothing")]
    if any(done.replaced.values()):
        found.append(say("erasure.replaced"))
        found += [f"  {_count(table, n)}" for table, n in _sorted(done.replaced)]
    found.append(say("erasure.files"))
    found += [f"  {one.file}: {_result(one)}" for one in done.files]
    if done.exports:
        found.append(say("erasure.exports"))
        found += [
            "  " + say(f"erasure.export.{one.holds}", file=one.file or "–", at=one.at[:10]) for one in done.exports
        ]
    if done.looks:
        found.append(say("erasure.looks"))
        found += [f"  {line}" for line in _looks(done.looks)]
    return found


def _sorted(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    places = {table: place for place, table in enumerate(_ORDER)}
    some = [(table, n) for table, n in counts.items() if n]
    return sorted(some, key=lambda one: (places.get(one[0], len(places)), one[0]))


def _count(table: str, n: int) -> str:
    key = f"erasure.count.{table}"
    return counted(say(key), n) if has(key) else f"{n} {table_name(table)}"


def _result(one: FileDone) -> str:
    return say(f"erasure.result.{one.result}", why=say(f"erasure.why.{one.why}") if one.why else "")


def _looks(looks: tuple[Look, ...]) -> list[str]:
    """Return one line a reason and table, with how many places."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for one in looks:
        counts[one.why, one.table, one.file] += 1
    return [_look(why, n, table, file) for (why, table, file), n in counts.items()]


def _look(why: str, n: int, table: str, file: str) -> str:
    one, _, many = say(f"erasure.look.{why}").partition("|")
    return (one if n == 1 or not many else many).format(n=n, table=table_name(table), file=file)
