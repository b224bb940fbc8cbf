"""Merging a colleague's codebook into the study: plan, decide, apply."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from workbench.acts.codebook_merge import VERB, CodebookMerge, merge_codebook
from workbench.errors import TeamError
from workbench.store.lookups.acts_done import details
from workbench.store.lookups.codes import codebook
from workbench.store.lookups.gone_codes import aliases, codings_held
from workbench.store.study_file import StudyFile
from workbench.study.codebook_file import (
    LATER_FIELDS,
    CodebookFile,
    FlatCode,
    FlatCodebook,
    flatten,
    nest,
    of_codebook,
    text_of_field,
)
from workbench.study.codes import CODE_FACTS, DEFINITION_FIELDS
from workbench.team.codebook_settle import MergeInput, Settled, settle
from workbench.team.merge_conflicts import ChangeKind, Conflict, MergeChange, MergeReport, Resolution
from workbench.team.merge_conflicts import resolutions_to_json as _to_json
from workbench.team.merge_waiting import WaitingMoves, from_text, to_text
from workbench.words import say

_FIELDS = {
    "name": ChangeKind.RENAME, **dict.fromkeys((*DEFINITION_FIELDS, *CODE_FACTS), ChangeKind.DEFINE),
    "colour": ChangeKind.RECOLOUR,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge would do here (every conflict at its default), and what a person may decide."""

    changes: tuple[MergeChange, ...]
    conflicts: tuple[Conflict, ...]
    notes: tuple[str, ...]
    title: str
    given: MergeInput = field(repr=False)


def plan(
    base: CodebookFile | None, ours: CodebookFile, theirs: CodebookFile, used: Mapping[str, int],
    aliases: Mapping[str, str] | None = None, waiting: Sequence[WaitingMoves] = (),
) -> MergePlan:  # fmt: skip
    """Plan the merge of `theirs` into `ours`, both descending from `base` (None when no common start is known).

    `used` counts the codings here by GUID; `aliases` leads from the GUIDs of codes merged here to their heirs,
    `waiting` are moves that an earlier merge put back undecided.
    What a file cannot speak of (see CodebookFile.knows) stays as it is. Without a base, codes of one name in one place
    but with different GUIDs are proposals to unify, never unified unasked.

    Raises:
        TeamError: a codebook has one GUID twice.
    """
    start = None if base is None else _flat(base, say("merge.base"))
    here, there = _flat(ours, say("merge.ours")), _flat(theirs, say("merge.theirs"))
    start, there = _heard(start, base.knows if base else frozenset(), here, there, theirs.knows)
    given = MergeInput(start, here, there, dict(used), dict(aliases or {}), tuple(waiting))
    settled = settle(given, {})
    return MergePlan(_changes(given, settled), settled.conflicts, settled.notes, theirs.title, given)


def _heard(
    start: FlatCodebook | None, known: frozenset[str], here: FlatCodebook, there: FlatCodebook, told: frozenset[str]
) -> tuple[FlatCodebook | None, FlatCodebook]:
    """Let what the file of theirs cannot say stand as it was at the start, and what neither file can say as it is."""
    silent = frozenset(LATER_FIELDS) - told
    if start is None:
        return None, _filled(there, silent, here)
    neither = silent - known
    return _filled(start, neither, here), _filled(_filled(there, silent & known, start), neither, here)


def _filled(book: FlatCodebook, fields: frozenset[str], source: FlatCodebook) -> FlatCodebook:
    if not fields:
        return book
    rows = {
        guid: replace(row, **{name: getattr(source.rows[guid], name) for name in fields})
        if guid in source.rows
        else row
        for guid, row in book.rows.items()
    }
    return FlatCodebook(rows, book.order)


def _flat(file: CodebookFile, what: str) -> FlatCodebook:
    flat = flatten(file)
    if len(flat.rows) != sum(1 for _ in file.walk()):
        raise TeamError(say("merge.guid_twice", what=what, title=file.title))
    return flat


def plan_for(study: StudyFile, base_file: CodebookFile | None, theirs_file: CodebookFile) -> MergePlan:
    """Plan the merge of a colleague's codebook into the study as it is now."""
    ours = of_codebook(study.name, codebook(study))
    waiting = [one for detail in details(study, VERB) for one in from_text(detail.get("waiting", ""))]
    return plan(base_file, ours, theirs_file, codings_held(study), aliases(study), waiting)


def merged(plan: MergePlan, resolutions: Mapping[str, Resolution]) -> CodebookFile:
    """Return the codebook that these decisions lead to, without touching a study."""
    return nest(plan.title, settle(plan.given, resolutions).codebook)


def with_decisions(plan: MergePlan, resolutions: Mapping[str, Resolution]) -> MergePlan:
    """Return the plan as it stands after these decisions: what they change, and the conflicts that they raise or end.

    Decisions on conflicts that are not in this merge have no effect.

    Raises:
        TeamError: a decision does not fit its conflict.
    """
    settled = settle(plan.given, resolutions)
    return replace(plan, changes=_changes(plan.given, settled), conflicts=settled.conflicts, notes=settled.notes)


def undecided(plan: MergePlan, resolutions: Mapping[str, Resolution]) -> tuple[Conflict, ...]:
    """Return the conflicts that are still open after these decisions; a decision can raise new ones (two of a name)."""
    settled = settle(plan.given, resolutions)
    return tuple(one for one in settled.conflicts if one.id not in settled.decided)


def apply(study: StudyFile, plan: MergePlan, resolutions: Mapping[str, Resolution]) -> MergeReport:
    """Carry out a plan with these decisions by conflict id, in one act; undecided conflicts follow their default.

    Applied a second time it changes nothing.

    Raises:
        TeamError: a decision does not fit its conflict, or the study changed since so that the plan is stale.
    """
    settled = settle(plan.given, resolutions)
    changes = _changes(plan.given, settled)
    open_ones = undecided(plan, resolutions)
    merge = CodebookMerge(
        plan.given.ours, settled.codebook, settled.unified,
        {guid: plan.given.theirs.rows[guid].name for guid in settled.unified if guid in plan.given.theirs.rows},
        settled.retired,
    )  # fmt: skip
    detail = {
        "title": plan.title, "changed": str(len(changes)), "settled": str(len(settled.decided)),
        "postponed": str(len(open_ones)),
        "waiting": to_text(settled.waiting) if settled.waiting else "",
        "decisions": "; ".join(f"{one} {resolutions[one].value}" for one in sorted(settled.decided)),
    }  # fmt: skip
    wrote = merge_codebook(study, merge, detail)
    unknown = len([one for one in resolutions if one not in {conflict.id for conflict in settled.conflicts}])
    sentences = [change.sentence() for change in changes] if wrote else [say("merge.so_already")]
    sentences += [*settled.notes, *(say("merge.postponed", conflict=one.sentence()) for one in open_ones)]
    if unknown:
        sentences.append(say("merge.no_such_conflict", count=unknown))
    return MergeReport(len(changes) if wrote else 0, len(settled.decided), len(open_ones), tuple(sentences))


def resolutions_to_json(plan: MergePlan, resolutions: Mapping[str, Resolution]) -> str:
    """Return the decisions on a plan as a file, undecided conflicts included, to be replayed or filled in by hand."""
    return _to_json(settle(plan.given, resolutions).conflicts, resolutions)


def _changes(given: MergeInput, settled: Settled) -> tuple[MergeChange, ...]:
    ours, after = given.ours, settled.codebook
    found: list[MergeChange] = []
    for guid in after.walk():
        row = after.rows[guid]
        before = ours.rows.get(guid)
        if before is None:
            found.append(MergeChange(ChangeKind.ADD, guid, row.name, "", "", _place(after, row.parent)))
        elif before != row:
            found += _edits(ours, after, before, row)
    for theirs, guid in settled.unified.items():
        name = given.theirs.rows[theirs].name if theirs in given.theirs.rows else after.rows[guid].name
        found.append(MergeChange(ChangeKind.UNIFY, guid, after.rows[guid].name, "", name, after.rows[guid].name))
    found += [
        MergeChange(ChangeKind.RETIRE, guid, after.rows[guid].name, "", "", "") for guid in sorted(settled.retired)
    ]
    found += [
        MergeChange(ChangeKind.DELETE, guid, ours.rows[guid].name, "", "", "")
        for guid in ours.walk()
        if guid not in after.rows
    ]
    return (*found, *_reorders(ours, after))


def _edits(ours: FlatCodebook, after: FlatCodebook, before: FlatCode, row: FlatCode) -> list[MergeChange]:
    found: list[MergeChange] = []
    for name, kind in _FIELDS.items():
        was, becomes = text_of_field(before, name), text_of_field(row, name)
        if was != becomes:
            found.append(MergeChange(kind, row.guid, row.name, name, was, becomes))
    if before.codable != row.codable:
        words = (say("merge.codable.no"), say("merge.codable.yes"))
        found.append(
            MergeChange(ChangeKind.CODABLE, row.guid, row.name, "codable", words[before.codable], words[row.codable])
        )
    if before.parent != row.parent:
        goal = _place(after, row.parent) if row.parent else say("merge.to_top")
        places = (_place(ours, before.parent), goal)
        found.append(MergeChange(ChangeKind.MOVE, row.guid, row.name, "parent", *places))
    return found


def _reorders(ours: FlatCodebook, after: FlatCodebook) -> list[MergeChange]:
    found: list[MergeChange] = []
    for parent, order in after.order.items():
        was = [guid for guid in ours.order.get(parent, ()) if guid in order]
        if was != [guid for guid in order if guid in was]:
            name = after.rows[parent].name if parent else ""
            found.append(MergeChange(ChangeKind.REORDER, parent or "", name, "", "", _place(after, parent)))
    return found


def _place(book: FlatCodebook, parent: str | None) -> str:
    return say("merge.under", name=book.rows[parent].name) if parent else say("merge.at_top")
