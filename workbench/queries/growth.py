"""New codes by interview: where each code was used for the first time.

It is a description of how the coding went, and no measure of saturation: Braun & Clarke (2021), "To saturate or not to
saturate?", Qualitative Research in Sport, Exercise and Health 13(2).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.store.lookups import first_use, scan
from workbench.store.lookups.codes import codebook
from workbench.store.lookups.first_use import FirstUse
from workbench.store.study_file import StudyFile
from workbench.study.coding_filter import EVERY_CODING, CodingFilter


class Order(StrEnum):
    """In which order the interviews stand: as imported, or as they were coded."""

    IMPORTED = "imported"
    CODED = "coded"


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code's first use: code, path from the top, coding, when (ISO 8601 in UTC) and by whom."""

    code_id: int
    name: str
    path: str
    coding_id: int
    created: str
    coder: str


@dataclass(frozen=True, slots=True)
class Step:
    """An interview: its codings, the codes that are new in it, and how many codes there are with it."""

    transcript_id: int
    transcript: str
    codings: int
    new: tuple[NewCode, ...]
    total: int


def growth(study: StudyFile, order: Order = Order.IMPORTED, narrow: CodingFilter = EVERY_CODING) -> list[Step]:
    """Return the interviews in order with the codes that are new in each.

    As imported, a code is new in the earliest interview that has it; interviews without codings are among them. As
    coded, it is new where it was used first, and interviews stand by their first coding.
    """
    names = dict(scan.transcript_names(study))
    if order is Order.IMPORTED:
        uses, places = first_use.in_import_order(study, narrow), sorted(names)
    else:
        uses, since = first_use.in_coding_order(study, narrow), first_use.coded_since(study, narrow)
        places = sorted(since, key=lambda one: (since[one], one))
    firsts = _of_heirs(study, uses, places, order)
    book = codebook(study)
    new: dict[int, list[NewCode]] = {}
    for code in book:
        use = firsts.get(code.id)
        if use is not None:
            path = " > ".join(book.path(code.id))
            found = NewCode(code.id, code.name, path, use.coding_id, use.created, use.coder)
            new.setdefault(use.transcript_id, []).append(found)
    counts = first_use.codings_in(study, narrow)
    steps: list[Step] = []
    total = 0
    for one in places:
        listed = tuple(new.get(one, ()))
        total += len(listed)
        steps.append(Step(one, names[one], counts.get(one, 0), listed, total))
    return steps


def _of_heirs(study: StudyFile, uses: list[FirstUse], places: list[int], order: Order) -> dict[int, FirstUse]:
    """Return the first use of each living code, those of codes merged into it included."""
    heirs, at = scan.heirs(study), {one: place for place, one in enumerate(places)}

    def when(use: FirstUse) -> tuple[object, ...]:
        earliest = (at[use.transcript_id],) if order is Order.IMPORTED else (use.created,)
        return (*earliest, use.coding_id)

    found: dict[int, FirstUse] = {}
    for use in uses:
        code_id = heirs.get(use.code_id, use.code_id)
        if code_id not in found or when(use) < when(found[code_id]):
            found[code_id] = use
    return found
