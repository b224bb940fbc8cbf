"""Codes that were merged into others here: a colleague's file still names them; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workbench.study.codebook_file import FlatCode, FlatCodebook
from workbench.study.codes import DEFINITION_FIELDS


@dataclass(frozen=True, slots=True)
class LateEdit:
    """A text that a colleague changed on a code which was merged into `heir` here."""

    heir: str
    guid: str
    name: str
    field: str
    after: str


def late_edits(base: FlatCodebook, theirs: FlatCodebook, aliases: Mapping[str, str]) -> list[LateEdit]:
    """Return the texts changed in `theirs` on codes whose heir stands in that file too."""
    found: list[LateEdit] = []
    for guid in theirs.walk():
        heir = aliases.get(guid)
        if heir is None or heir not in theirs.rows or guid not in base.rows:
            continue
        for field in DEFINITION_FIELDS:
            before, after = str(getattr(base.rows[guid], field)), str(getattr(theirs.rows[guid], field))
            if after and after != before:
                found.append(LateEdit(heir, guid, theirs.rows[guid].name, field, after))
    return found


def redirect(book: FlatCodebook, aliases: Mapping[str, str]) -> FlatCodebook:
    """Return the codebook with every merged code standing for its heir, or folded into it when both are there."""
    if not any(guid in aliases for guid in book.rows):
        return book
    stands: dict[str, str] = {guid: guid for guid in book.rows if guid not in aliases}
    for guid in book.walk():
        stands.setdefault(aliases.get(guid, guid), guid)
    rows: dict[str, FlatCode] = {}
    order: dict[str | None, list[str]] = {None: []}
    for guid in book.walk():
        target = aliases.get(guid, guid)
        if stands[target] != guid:
            continue
        parent = _parent(book, guid, target, aliases)
        row = book.rows[guid]
        rows[target] = replace(row, guid=target, parent=parent)
        order.setdefault(parent, []).append(target)
    return FlatCodebook(rows, {parent: tuple(children) for parent, children in order.items()})


def _parent(book: FlatCodebook, guid: str, target: str, aliases: Mapping[str, str]) -> str | None:
    """Return the parent after redirecting, above the code itself."""
    at = book.rows[guid].parent
    while at is not None and aliases.get(at, at) == target:
        at = book.rows[at].parent
    return None if at is None else aliases.get(at, at)
