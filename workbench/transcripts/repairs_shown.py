"""Repairs of a file as a person looks at them: what stands there, what would, the words around, and why."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.study.repairs import RepairKind
from workbench.transcripts.preview import Preview

MOST = 5_000
_AROUND = 60


@dataclass(frozen=True, slots=True)
class RepairShown:
    """A repair by where it begins in the original; `line` counts its lines from 1, `left` and `right` are around it."""

    start: int
    kind: RepairKind
    sure: bool
    made: bool
    before: str
    after: str
    left: str
    right: str
    line: int
    why: str

    def as_json(self) -> list[Any]:
        """Return plain values that `from_json` reads back."""
        return [
            self.start, self.kind.value, self.sure, self.made, self.before, self.after, self.left, self.right,
            self.line, self.why,
        ]  # fmt: skip

    @classmethod
    def from_json(cls, data: list[Any]) -> "RepairShown":
        """Return the repair that `as_json` described."""
        start, kind, *rest = data
        return cls(start, RepairKind(kind), *rest)


def repairs_shown(preview: Preview) -> Mapping[str, Any]:
    """Return plain values: `repairs` (at most `MOST`, see `RepairShown`), `count` of all, `sha256` of the file."""
    text = preview.beside.original
    ends = [at for at, sign in enumerate(text) if sign == "\n"]
    shown: list[list[Any]] = []
    for repair, made in preview.beside.repairs[:MOST]:
        left = text[max(0, repair.start - _AROUND) : repair.start]
        right = text[repair.end : repair.end + _AROUND]
        shown.append(
            RepairShown(
                repair.start, repair.kind, repair.sure, made, text[repair.start : repair.end], repair.after, left,
                right, bisect_right(ends, repair.start - 1) + 1, repair.why,
            ).as_json()
        )  # fmt: skip
    return {"repairs": shown, "count": len(preview.beside.repairs), "sha256": preview.sha256}
