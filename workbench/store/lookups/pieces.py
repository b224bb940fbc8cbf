"""Acts that took in one thing piece by piece: how many of them undo, or redo, has before it."""

from dataclasses import dataclass

from workbench.store.study_file import StudyFile
from workbench.study.changes import PIECES, Change

_LIKE = """
kind = 'do' AND verb = :verb AND coder_id = :coder AND json_valid(detail)
AND json_extract(detail, '$.name') = :name AND json_extract(detail, '$.of') = :of
"""
# The pile of undo is read from its top down, that of redo from its bottom up, to the first act of another thing.
_UNDO = f"""
SELECT count(*) AS acts, coalesce(sum(json_extract(detail, '$.count')), 0) AS things FROM act
WHERE kind = 'do' AND state = 'done' AND id > coalesce((
  SELECT id FROM act WHERE kind = 'do' AND state = 'done' AND NOT ({_LIKE}) ORDER BY id DESC LIMIT 1), 0)
"""
_REDO = f"""
SELECT count(*) AS acts, coalesce(sum(json_extract(detail, '$.count')), 0) AS things FROM act
WHERE kind = 'do' AND state = 'undone' AND id < coalesce((
  SELECT id FROM act WHERE kind = 'do' AND state = 'undone' AND NOT ({_LIKE}) ORDER BY id LIMIT 1), (
  SELECT max(id) + 1 FROM act))
"""


@dataclass(frozen=True, slots=True)
class Pieces:
    """How many acts one after the other, and how many things (respondents) came with them."""

    acts: int
    things: int


def alike(one: Change, other: Change | None) -> bool:
    """Tell whether two acts are pieces of the same thing."""
    return other is not None and one.verb in PIECES and (one.verb, *_whose(one)) == (other.verb, *_whose(other))


def pieces(study: StudyFile, act: Change, *, redo: bool = False) -> Pieces:
    """Return the pieces that go with `act`, which undo (or `redo`) would take first; an act by itself is one."""
    if act.verb not in PIECES:
        return Pieces(1, 0)
    name, of = _whose(act)
    asked = {"verb": act.verb, "coder": act.coder_id, "name": name, "of": of}
    row = study.rows(_REDO if redo else _UNDO, asked)[0]
    return Pieces(max(1, int(row["acts"])), int(row["things"]))


def _whose(act: Change) -> tuple[str, str]:
    return act.detail.get("name", ""), act.detail.get("of", "")
