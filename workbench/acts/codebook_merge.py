"""Carrying out a merged codebook: rows, places, order and aliases in one act, or nothing when the study moved on."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.acts.codebook_file import owner_id, written_aliases
from workbench.errors import TeamError
from workbench.store.backup_names import Reason
from workbench.store.journal import Value, Writer
from workbench.store.lookups.codes import codebook as load
from workbench.store.lookups.gone_codes import aliases, codings_held, gone_codes
from workbench.store.study_file import StudyFile
from workbench.study.codebook_file import FlatCode, FlatCodebook, flat_codebook
from workbench.study.codes import DEFINITION_FIELDS, CodeStatus

VERB = "codebook.merge"


@dataclass(frozen=True, slots=True)
class CodebookMerge:
    """What to write: the codebook as it was `planned` upon and as it shall be.

    `unified` maps GUIDs of a colleague's codes to the codes here that they become; `names` names those.
    """

    planned: FlatCodebook
    merged: FlatCodebook
    unified: Mapping[str, str]
    names: Mapping[str, str]
    retired: frozenset[str]


def merge_codebook(study: StudyFile, merge: CodebookMerge, detail: Mapping[str, str]) -> bool:
    """Write the merge in one act; return False when everything stood so already.

    Raises:
        TeamError: a code the merge touches was changed, moved, deleted or coded with since it was planned.
    """
    _check_fresh(study, merge)
    study.about_to(Reason.MERGE)
    with study.writing(VERB, detail) as writer:
        _Writing(study, merge, writer).run()
    return bool(writer.touched)


def _check_fresh(study: StudyFile, merge: CodebookMerge) -> None:
    current = flat_codebook(load(study))
    parents: set[str | None] = set()
    for guid in {**merge.planned.rows, **merge.merged.rows}:
        before, after = merge.planned.rows.get(guid), merge.merged.rows.get(guid)
        if before == after:
            continue
        now = current.rows.get(guid)
        if now not in (before, after):
            raise _stale(now or before or after)
        parents |= {row.parent for row in (before, after) if row} | ({guid} if after is None else set())
    parents |= {at for at, order in merge.merged.order.items() if merge.planned.order.get(at, ()) != order}
    for parent in parents:
        if current.order.get(parent, ()) not in (
            merge.planned.order.get(parent, ()),
            merge.merged.order.get(parent, ()),
        ):
            raise _stale(current.rows.get(parent) if parent else None)
    held = codings_held(study)
    for guid in current.rows:
        if guid in merge.planned.rows and guid not in merge.merged.rows and held.get(guid):
            raise _stale(current.rows[guid])


def _stale(row: FlatCode | None) -> TeamError:
    what = f"«{row.name}»" if row else "The top level of the codebook"
    return TeamError(f"{what} was changed in the study after this merge was planned; plan the merge again.")


class _Writing:
    def __init__(self, study: StudyFile, merge: CodebookMerge, writer: Writer) -> None:
        self._study = study
        self._merge = merge
        self._writer = writer
        self._ids: dict[str, int] = {code.guid: code.id for code in load(study)}
        self._gone = gone_codes(study)
        self._aliases = aliases(study)

    def run(self) -> None:
        ranks = {
            guid: rank
            for parent, order in self._merge.merged.order.items()
            if self._merge.planned.order.get(parent, ()) != order
            for rank, guid in enumerate(order, 1)
        }
        for guid in self._merge.merged.walk():
            self._put(guid, ranks.get(guid))
        for guid in self._merge.planned.rows:
            if guid not in self._merge.merged.rows and guid in self._ids:
                self._delete(self._ids[guid])
        for guid, into in self._merge.unified.items():
            self._unify(guid, into)
        for guid in sorted(self._merge.retired):
            self._writer.update("code", self._ids[guid], {"status": CodeStatus.RETIRED.value})

    def _put(self, guid: str, rank: int | None) -> None:
        row = self._merge.merged.rows[guid]
        values: dict[str, Value] = {}
        if row != self._merge.planned.rows.get(guid):
            values = {name: str(getattr(row, name)) for name in ("name", *DEFINITION_FIELDS, "colour", "source")}
            values |= {
                "codable": int(row.codable), "parent_id": self._ids[row.parent] if row.parent else None,
                "aliases": written_aliases(row.aliases), "owner_id": owner_id(self._study, self._writer, row.owner),
            }  # fmt: skip
        if rank is not None:
            values["rank"] = rank
        if guid in self._ids and values:
            self._writer.update("code", self._ids[guid], values)
        elif guid not in self._ids:
            self._ids[guid] = self._insert(guid, values)

    def _insert(self, guid: str, values: dict[str, Value]) -> int:
        gone = self._gone.get(guid)
        if gone is None:
            return self._writer.insert("code", {"guid": guid, **values})
        self._writer.update("code", gone.id, {**values, "merged_into": None, "status": "active", "deleted": 0})
        return gone.id

    def _delete(self, code_id: int) -> None:
        for link in self._study.live("theme_code", code_id=code_id):
            self._writer.delete("theme_code", link["id"])
        self._writer.delete("code", code_id)

    def _unify(self, guid: str, into: str) -> None:
        """Keep a colleague's GUID as a redirect, so that later files find the one code."""
        if self._aliases.get(guid) == into:
            return
        gone = self._gone.get(guid)
        code_id = gone.id if gone else self._writer.insert("code", {"guid": guid, "name": self._merge.names[guid]})
        self._writer.update("code", code_id, {"merged_into": self._ids[into], "deleted": 1})
