"""Moves that a merge put back because both sides moved and nobody decided yet.

The study remembers them with the merge, so that merging the same files again asks again and does not take the
other side's move for the only one.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from workbench.study.codebook_file import FlatCodebook


@dataclass(frozen=True, slots=True)
class WaitingMoves:
    """One undecided disagreement by GUID: parents that either side wants (None: the top level), ours put `back`."""

    ours: Mapping[str, str | None]
    back: Mapping[str, str | None]
    theirs: Mapping[str, str | None]


def reinstated(waiting: Iterable[WaitingMoves], ours: FlatCodebook, theirs: FlatCodebook) -> dict[str, str | None]:
    """Return the parents that our side still wants, where the very same disagreement stands."""
    wanted: dict[str, str | None] = {}
    for one in waiting:
        still_here = all(
            guid in ours.rows and ours.rows[guid].parent == one.back[guid] and (parent is None or parent in ours.rows)
            for guid, parent in one.ours.items()
        )
        still_there = all(
            guid in theirs.rows and theirs.rows[guid].parent == parent for guid, parent in one.theirs.items()
        )
        if still_here and still_there:
            wanted = {**one.ours, **wanted}
    return wanted


def to_text(waiting: Iterable[WaitingMoves]) -> str:
    """Return waiting moves as text to be kept with the merge."""
    return json.dumps([{"ours": dict(one.ours), "back": dict(one.back), "theirs": dict(one.theirs)} for one in waiting])


def from_text(text: str) -> list[WaitingMoves]:
    """Return the waiting moves of a merge that was kept."""
    told = cast("list[dict[str, Any]]", json.loads(text or "[]"))
    return [WaitingMoves(one["ours"], one["back"], one["theirs"]) for one in told]
