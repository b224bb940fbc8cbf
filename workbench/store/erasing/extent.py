"""How far an erasure goes: what is removed and replaced, and what a person has to look at."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Look:
    """Something only a person can judge: `why` (a key of the catalogue) and where: a table, a row's id, a file."""

    why: str
    table: str = ""
    row_id: int = 0
    file: str = ""
    count: int = 1


@dataclass(slots=True)
class Extent:
    """Counts of one file: rows `removed` by table (and turns, words, journal rows…), rows `replaced` in by table."""

    removed: Counter[str] = field(default_factory=Counter[str])
    replaced: Counter[str] = field(default_factory=Counter[str])
    looks: list[Look] = field(default_factory=list[Look])
    act_id: int = 0
    touched: dict[str, frozenset[int]] = field(default_factory=dict[str, frozenset[int]])

    @property
    def empty(self) -> bool:
        """Whether the file held nothing of the person."""
        return not +self.removed and not +self.replaced
