"""The rules of a three-way codebook merge: what the codebook becomes, and what a person must decide. Pure.

Codes are the same by GUID. A change on one side is taken, the same change on both sides is one, and different
changes are a conflict whose default holds until somebody decides. The outcome is the same with the sides swapped,
up to the words ours and theirs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workbench.errors import TeamError
from workbench.study.codebook_file import FlatCode, FlatCodebook, free_name
from workbench.study.codes import DEFINITION_FIELDS, MAX_NAME
from workbench.team.merge_aliases import late_edits, redirect
from workbench.team.merge_conflicts import Conflict, ConflictKind, Resolution, conflict_id
from workbench.team.merge_fields import agreed, gist_of, parted_aliases, united, yes_or_no
from workbench.team.merge_texts import merge_lines, merge_names, unite_lines
from workbench.team.merge_tree import find_cycle, merge_order
from workbench.team.merge_waiting import WaitingMoves, reinstated
from workbench.words import say

OURS, THEIRS, BOTH, SKIP = Resolution.OURS, Resolution.THEIRS, Resolution.BOTH, Resolution.SKIP
_EMPTY = FlatCodebook({}, {None: ()})


@dataclass(frozen=True, slots=True)
class MergeInput:
    """Three codebooks (`base` None: no common start is known), codings here by GUID, GUIDs merged away here.

    `waiting` are moves that an earlier merge put back undecided.
    """

    base: FlatCodebook | None
    ours: FlatCodebook
    theirs: FlatCodebook
    used: Mapping[str, int]
    aliases: Mapping[str, str]
    waiting: tuple[WaitingMoves, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """The merged codebook; `unified` maps their GUIDs to ours, `decided` are ids of conflicts somebody settled."""

    codebook: FlatCodebook
    unified: Mapping[str, str]
    retired: frozenset[str]
    conflicts: tuple[Conflict, ...]
    decided: frozenset[str]
    notes: tuple[str, ...]
    waiting: tuple[WaitingMoves, ...]


def settle(given: MergeInput, resolutions: Mapping[str, Resolution]) -> Settled:
    """Merge with these decisions by conflict id; undecided conflicts follow their default.

    Raises:
        TeamError: a decision is not among the choices of its conflict.
    """
    return _Settling(given, resolutions).run()


class _Settling:
    def __init__(self, given: MergeInput, resolutions: Mapping[str, Resolution]) -> None:
        base = given.base or _EMPTY
        self._two_way = given.base is None
        self._late = late_edits(base, given.theirs, given.aliases)
        self._base = redirect(base, given.aliases)
        self._ours = given.ours
        self._theirs = redirect(given.theirs, given.aliases)
        self._used = given.used
        self._wanted = reinstated(given.waiting, self._ours, self._theirs)
        self._waiting: list[WaitingMoves] = []
        self._resolutions = resolutions
        self._conflicts: dict[str, Conflict] = {}
        self._decided: set[str] = set()
        self._notes: list[str] = []
        self._twins: dict[str, tuple[str, Resolution]] = {}
        self._retired: set[str] = set()
        self._rows: dict[str, FlatCode] = {}
        self._parents: dict[str, str | None] = {}

    def run(self) -> Settled:
        self._pair_twins()
        known = dict.fromkeys([*self._ours.walk(), *self._theirs.walk(), *self._theirs.rows])
        living = [guid for guid in known if self._lives(guid)]
        self._rows = {guid: self._fields(guid) for guid in living}
        self._add_late_edits()
        self._parents = {guid: self._living_parent(guid, self._parent(guid)) for guid in living}
        self._break_cycles()
        self._part_names()
        self._part_aliases()
        rows = {guid: replace(row, parent=self._parents[guid]) for guid, row in self._rows.items()}
        unified = {theirs: ours for theirs, (ours, how) in self._twins.items() if how in (OURS, THEIRS)}
        return Settled(
            FlatCodebook(rows, self._order()), unified, frozenset(self._retired), tuple(self._conflicts.values()),
            frozenset(self._decided), tuple(self._notes), tuple(self._waiting),
        )  # fmt: skip

    # Asking

    def _ask(
        self, kind: ConflictKind, guids: tuple[str, ...], field: str, values: tuple[str, str, str],
        default: Resolution, choices: tuple[Resolution, ...],
    ) -> Resolution:  # fmt: skip
        """Note a conflict on `guids[0]` with its (base, ours, theirs) values; return how it is to be settled."""
        about = tuple(sorted(guids))
        key = conflict_id(kind, about, field, *values)
        row = self._rows.get(guids[0]) or self._ours.rows.get(guids[0]) or self._theirs.rows[guids[0]]
        codings = sum(self._used.get(guid, 0) for guid in about)
        conflict = Conflict(key, kind, guids[0], row.name, field, *values, default, (*choices, SKIP), codings, about)
        self._conflicts[key] = conflict
        chosen = self._resolutions.get(key, SKIP)
        if chosen not in conflict.choices:
            allowed = ", ".join(one.value for one in conflict.choices)
            raise TeamError(
                say("merge.not_a_choice", choice=chosen.value, conflict=conflict.sentence(), allowed=allowed)
            )
        if chosen is SKIP:
            return default
        self._decided.add(key)
        return chosen

    # Which codes there are

    def _pair_twins(self) -> None:
        """Find codes that both sides added under the same name in the same place, from the top down."""
        places: list[tuple[str | None, str | None]] = [(None, None)]
        for theirs_parent, ours_parent in places:
            fresh = {
                self._ours.rows[guid].name.casefold(): guid
                for guid in self._ours.order.get(ours_parent, ())
                if guid not in self._theirs.rows and guid not in self._base.rows
            }
            for guid in self._theirs.order.get(theirs_parent, ()):
                twin = guid if guid in self._ours.rows else None
                if twin is None and guid not in self._base.rows:
                    twin = fresh.get(self._theirs.rows[guid].name.casefold())
                    if twin is not None:
                        self._twins[guid] = (twin, self._ask_twin(twin, guid))
                if twin is not None:
                    places.append((guid, twin))

    def _ask_twin(self, ours: str, theirs: str) -> Resolution:
        values = ("", gist_of(self._ours.rows[ours]), gist_of(self._theirs.rows[theirs]))
        # With a known start both codes are new and both are kept; without one the pair is but a proposal.
        default = SKIP if self._two_way else BOTH
        return self._ask(ConflictKind.SAME_NAME, (ours, theirs), "name", values, default, (OURS, THEIRS, BOTH))

    def _mapped(self, guid: str | None) -> str | None:
        """Return what stands for a code of theirs here: its twin, unless both are kept."""
        twin = self._twins.get(guid) if guid is not None else None
        return guid if twin is None or twin[1] is BOTH else twin[0]

    def _lives(self, guid: str) -> bool:
        if self._mapped(guid) != guid:
            return False
        here, there = guid in self._ours.rows, guid in self._theirs.rows
        if (here and there) or guid not in self._base.rows:
            return True
        side, keep = (self._ours, OURS) if here else (self._theirs, THEIRS)
        held = self._used.get(guid, 0) if here else 0
        if not held and not self._edited(guid, side):
            return False
        kind = ConflictKind.DELETE_USED if held else ConflictKind.DELETE_EDIT
        gists = [
            gist_of(book.rows[guid]) if guid in book.rows else "" for book in (self._base, self._ours, self._theirs)
        ]
        chosen = self._ask(kind, (guid,), "", (gists[0], gists[1], gists[2]), keep, (OURS, THEIRS))
        if chosen is not keep and held:
            self._retired.add(guid)
        return chosen is keep or bool(held)

    def _edited(self, guid: str, side: FlatCodebook) -> bool:
        """Tell whether a side changed the code, moved it, or put something under it."""
        if side.rows[guid] != self._base.rows[guid]:
            return True
        children = side.order.get(guid, ())
        return any(child not in self._base.rows or self._base.rows[child].parent != guid for child in children)

    # What they say

    def _fields(self, guid: str) -> FlatCode:
        ours, theirs = self._ours.rows.get(guid), self._theirs.rows.get(guid)
        if ours is not None and theirs is not None:
            return self._merged(ours, theirs)
        if ours is None:
            return self._theirs.rows[guid]
        for twin, (mine, how) in self._twins.items():
            if mine == guid and how in (OURS, THEIRS):
                return united(ours, self._theirs.rows[twin], how)
        return ours

    def _merged(self, ours: FlatCode, theirs: FlatCode) -> FlatCode:
        base = self._base.rows.get(ours.guid)
        values = {field: self._text(base, ours, theirs, field) for field in DEFINITION_FIELDS}
        return replace(
            ours, **values, name=self._name(base, ours, theirs), colour=self._colour(base, ours, theirs),
            codable=self._codable(base, ours, theirs), source=self._word(base, ours, theirs, "source"),
            owner=self._word(base, ours, theirs, "owner"),
            aliases=merge_names(base.aliases if base else (), ours.aliases, theirs.aliases),
        )  # fmt: skip

    def _name(self, base: FlatCode | None, ours: FlatCode, theirs: FlatCode) -> str:
        before = base.name if base else ""
        if agreed(before, ours.name, theirs.name):
            return theirs.name if ours.name == before else ours.name
        values = (before, ours.name, theirs.name)
        chosen = self._ask(ConflictKind.RENAME, (ours.guid,), "name", values, OURS, (OURS, THEIRS))
        return theirs.name if chosen is THEIRS else ours.name

    def _colour(self, base: FlatCode | None, ours: FlatCode, theirs: FlatCode) -> str:
        values = (base.colour if base else "", ours.colour, theirs.colour)
        if agreed(*values):
            return theirs.colour if ours.colour == values[0] else ours.colour
        chosen = self._ask(ConflictKind.COLOUR, (ours.guid,), "colour", values, OURS, (OURS, THEIRS))
        return theirs.colour if chosen is THEIRS else ours.colour

    def _word(self, base: FlatCode | None, ours: FlatCode, theirs: FlatCode, field: str) -> str:
        before, mine, other = (str(getattr(row, field)) if row else "" for row in (base, ours, theirs))
        if agreed(before, mine, other):
            return other if mine == before else mine
        chosen = self._ask(ConflictKind.TEXT, (ours.guid,), field, (before, mine, other), OURS, (OURS, THEIRS))
        return other if chosen is THEIRS else mine

    def _text(self, base: FlatCode | None, ours: FlatCode, theirs: FlatCode, field: str) -> str:
        before = str(getattr(base, field)) if base else ""
        mine, other = str(getattr(ours, field)), str(getattr(theirs, field))
        if agreed(before, mine, other):
            return other if mine == before else mine
        if field == "example":
            return unite_lines(before, mine, other)
        merged = merge_lines(before, mine, other)
        if not merged.touch:
            return merged.text
        chosen = self._ask(ConflictKind.TEXT, (ours.guid,), field, (before, mine, other), OURS, (OURS, THEIRS, BOTH))
        return {OURS: mine, THEIRS: other}.get(chosen, merged.text)

    def _codable(self, base: FlatCode | None, ours: FlatCode, theirs: FlatCode) -> bool:
        if ours.codable == theirs.codable:
            return ours.codable
        values = (yes_or_no(base.codable) if base else "", yes_or_no(ours.codable), yes_or_no(theirs.codable))
        if self._used.get(ours.guid) and ours.codable and (base is None or base.codable):
            chosen = self._ask(ConflictKind.CODABLE_USED, (ours.guid,), "codable", values, OURS, (OURS, THEIRS))
        elif base is None:
            chosen = self._ask(ConflictKind.CODABLE, (ours.guid,), "codable", values, OURS, (OURS, THEIRS))
        else:
            chosen = THEIRS if ours.codable == base.codable else OURS
        return theirs.codable if chosen is THEIRS else ours.codable

    def _add_late_edits(self) -> None:
        for late in self._late:
            row = self._rows[late.heir]
            mine = str(getattr(row, late.field))
            values = (late.name, mine, late.after)
            chosen = self._ask(ConflictKind.MERGE_EDIT, (late.heir, late.guid), late.field, values, OURS, (OURS, BOTH))
            if chosen is BOTH:
                text = {late.field: unite_lines("", mine, late.after)}
                self._rows[late.heir] = replace(row, **text)

    # Where they stand

    def _parent(self, guid: str) -> str | None:
        ours, theirs, base = (book.rows.get(guid) for book in (self._ours, self._theirs, self._base))
        if ours is None or theirs is None:
            row = ours or theirs
            return self._mapped(row.parent) if row else None
        here, there = self._wanted.get(guid, ours.parent), self._mapped(theirs.parent)
        before = self._base_parent(guid)
        if here == there or (base and self._climb(guid, there) == before):
            return here
        if base and self._climb(guid, here) == before:
            return there
        values = (self._base.path(base.parent) if base else "", self._ours.path(here), self._theirs.path(theirs.parent))
        default = SKIP if base else OURS
        chosen = self._ask(ConflictKind.MOVE, (guid,), "parent", values, default, (OURS, THEIRS))
        if chosen is SKIP:
            self._waiting.append(WaitingMoves({guid: here}, {guid: before}, {guid: theirs.parent}))
        return {OURS: here, THEIRS: there}.get(chosen, before)

    def _climb(self, guid: str, parent: str | None) -> str | None:
        """Return a parent, or the nearest living one above it when it is gone."""
        at, seen = parent, set[str]()
        while at is not None and (at not in self._rows or at == guid) and at not in seen:
            seen.add(at)
            above = self._base.rows.get(at)
            at = self._mapped(above.parent) if above else None
        return at if at in self._rows and at != guid else None

    def _living_parent(self, guid: str, parent: str | None) -> str | None:
        at = self._climb(guid, parent)
        if at != parent:
            where = say("merge.under", name=self._rows[at].name) if at else say("merge.to_top")
            self._notes.append(say("merge.note.moved_up", name=self._rows[guid].name, where=where))
        return at

    def _break_cycles(self) -> None:
        while cycle := find_cycle(self._parents):
            back = {guid: self._base_parent(guid) for guid in cycle}
            moved = [guid for guid in cycle if guid in self._base.rows and self._parents[guid] != back[guid]]
            if not moved:
                self._parents[cycle[0]] = None
                continue
            by_ours = [guid for guid in moved if self._moved(self._ours, guid)]
            by_theirs = [guid for guid in moved if self._moved(self._theirs, guid)]
            told = ("", self._moves(by_ours), self._moves(by_theirs))
            about = (moved[0], *cycle)
            chosen = self._ask(
                ConflictKind.MOVE_CYCLE, tuple(dict.fromkeys(about)), "parent", told, SKIP, (OURS, THEIRS)
            )
            kept = {OURS: by_ours, THEIRS: by_theirs}.get(chosen, [])
            if chosen is SKIP:
                wanted = {guid: self._theirs.rows[guid].parent for guid in by_theirs}
                here = {guid: self._parents[guid] for guid in by_ours}
                self._waiting.append(WaitingMoves(here, {guid: back[guid] for guid in by_ours}, wanted))
            for guid in [one for one in moved if one not in kept] or moved:
                self._parents[guid] = back[guid]

    def _base_parent(self, guid: str) -> str | None:
        row = self._base.rows.get(guid)
        return self._climb(guid, self._mapped(row.parent)) if row else None

    def _moved(self, side: FlatCodebook, guid: str) -> bool:
        row = side.rows.get(guid)
        if row is None:
            return False
        parent = self._wanted.get(guid, row.parent) if side is self._ours else self._mapped(row.parent)
        return self._climb(guid, parent) != self._base_parent(guid)

    def _moves(self, guids: list[str]) -> str:
        pairs = ((self._rows[guid].name, self._parents[guid]) for guid in guids)
        # No words here: the value is part of the conflict's id, which must not hang on the language of the interface.
        return "; ".join(f"{self._rows[parent].name} > {name}" for name, parent in pairs if parent)

    # What they are called beside each other

    def _part_names(self) -> None:
        groups: dict[tuple[str, str], list[str]] = {}
        for guid, row in self._rows.items():
            groups.setdefault((self._parents[guid] or "", row.name.casefold()), []).append(guid)
        for (parent, folded), guids in sorted(groups.items()):
            if len(guids) > 1:
                self._part(parent or None, folded, sorted(guids))

    def _part(self, parent: str | None, folded: str, guids: list[str]) -> None:
        """Let one code keep the name and number the others."""
        preferred = None if self._asked_as_twins(guids) else self._ask_name(parent, folded, guids)
        side = {OURS: self._ours, THEIRS: self._theirs}.get(preferred) if preferred else None

        def claim(guid: str) -> tuple[bool, bool, str]:
            base = self._base.rows.get(guid)
            here = side is not None and self._stands(side, guid, parent, folded)
            return not here, base is None or base.name.casefold() != folded, guid

        for guid in sorted(guids, key=claim)[1:]:
            taken = [row.name for one, row in self._rows.items() if self._parents[one] == parent]
            name = free_name(self._rows[guid].name, taken, MAX_NAME)
            self._notes.append(say("merge.note.second", name=self._rows[guid].name, to=name))
            self._rows[guid] = replace(self._rows[guid], name=name)

    def _part_aliases(self) -> None:
        self._rows, given_up = parted_aliases(self._rows)
        self._notes += [say("merge.note.alias", name=name, alias=aliases) for name, aliases in given_up]

    def _asked_as_twins(self, guids: list[str]) -> bool:
        return len(guids) == 2 and any(
            guid in self._twins and self._twins[guid][0] == other for guid, other in (guids, guids[::-1])
        )

    def _ask_name(self, parent: str | None, folded: str, guids: list[str]) -> Resolution:
        def gist(side: FlatCodebook) -> str:
            return "; ".join(gist_of(side.rows[guid]) for guid in guids if self._stands(side, guid, parent, folded))

        values = ("", gist(self._ours), gist(self._theirs))
        return self._ask(ConflictKind.SAME_NAME, tuple(guids), "name", values, BOTH, (OURS, THEIRS, BOTH))

    def _stands(self, side: FlatCodebook, guid: str, parent: str | None, folded: str) -> bool:
        row = side.rows.get(guid)
        return row is not None and row.name.casefold() == folded and self._mapped(row.parent) == parent

    # In which order

    def _order(self) -> dict[str | None, tuple[str, ...]]:
        members: dict[str | None, list[str]] = {None: []}
        for guid, parent in self._parents.items():
            members.setdefault(parent, []).append(guid)
        return {parent: self._ordered(parent, guids) for parent, guids in members.items()}

    def _ordered(self, parent: str | None, guids: list[str]) -> tuple[str, ...]:
        base, ours, theirs = (self._siblings(side, parent) for side in (self._base, self._ours, self._theirs))
        return merge_order(guids, base, ours, theirs, lambda guid: self._rows[guid].name)

    def _siblings(self, side: FlatCodebook, parent: str | None) -> list[str]:
        places = [parent, *(guid for guid in self._twins if parent is not None and self._mapped(guid) == parent)]
        children = (self._mapped(guid) for place in dict.fromkeys(places) for guid in side.order.get(place, ()))
        return [guid for guid in dict.fromkeys(children) if guid is not None]
