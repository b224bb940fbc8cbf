"""Coded passages as vectors in one space, and a prototype for each code: twice its definition plus its passages.

Prototypes shrunk towards the definition in the manner of Rocchio (1971). Adding or removing a coding adds or
subtracts one vector; nothing is fitted again.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.language.vectors import Space

DEFINITION_WEIGHT = 2.0
NAME_WEIGHT = 1.0
CONTEXT_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Prototypes:
    """All codes at once: `rows` (codes × features, CSR), their `lengths`, and the `mean` direction (dense)."""

    code_ids: tuple[int, ...]
    rows: Any
    lengths: Any
    mean: Any


class Shelf:
    """The vectors of one space by id, and what the codes sum up to."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self._definitions: dict[int, Any] = {}
        self._sums: dict[int, Any] = {}
        self._counts: dict[int, int] = {}
        self._totals: dict[int, Any] = {}
        self._rows: Any = space.matrix([])
        self._pending: list[Any] = []
        self._at: dict[int, int] = {}
        self._prototypes: Prototypes | None = None

    def vector(self, text: str, context: str) -> Any:
        """Return the unit row (1 × features) of a passage with half the weight of the question before it."""
        return self.vectors([text], [context])

    def vectors(self, texts: Sequence[str], contexts: Sequence[str]) -> Any:
        """Return unit rows for passages with their questions."""
        if not texts:
            return self.space.matrix([])
        from sklearn import preprocessing  # pyright: ignore[reportMissingTypeStubs]

        library: Any = preprocessing
        both = self.space.matrix(texts) + CONTEXT_WEIGHT * self.space.matrix(contexts)
        return library.normalize(both)

    def define(self, code_id: int, vector: Any, weight: float) -> None:
        """Set what a code starts from."""
        self._definitions[code_id] = weight * vector
        self._changed(code_id)

    def forget_code(self, code_id: int) -> None:
        """Take a code away."""
        for held in (self._definitions, self._sums, self._counts):
            held.pop(code_id, None)
        self._changed(code_id)

    def definition(self, code_id: int) -> Any:
        """Return the weighted definition row of a code."""
        return self._definitions[code_id]

    def fill(self, ids: Sequence[int], owners: Sequence[int], rows: Any) -> None:
        """Take many passages at once, into an empty shelf."""
        import numpy as np
        from scipy import sparse  # pyright: ignore[reportMissingTypeStubs]

        make: Any = sparse.csr_matrix
        self._rows = rows
        self._at = {one: row for row, one in enumerate(ids)}
        codes = list(dict.fromkeys(owners))
        place = {code_id: row for row, code_id in enumerate(codes)}
        owner_rows = [place[one] for one in owners]
        marks = make((np.ones(len(ids)), (owner_rows, range(len(ids)))), shape=(len(codes), len(ids)))
        sums: Any = marks @ rows
        self._sums = {code_id: sums[row] for row, code_id in enumerate(codes)}
        self._counts = {code_id: owner_rows.count(row) for row, code_id in enumerate(codes)}
        self._totals = {}
        self._prototypes = None

    def add(self, passage_id: int, code_id: int, row: Any) -> None:
        """Add one passage to a code."""
        self._at[passage_id] = self._rows.shape[0] + len(self._pending)
        self._pending.append(row)
        self._sums[code_id] = self._sums[code_id] + row if code_id in self._sums else row
        self._counts[code_id] = self._counts.get(code_id, 0) + 1
        self._changed(code_id)

    def remove(self, passage_id: int, code_id: int) -> None:
        """Take one passage from a code; its row stays on the shelf but is no longer found."""
        row = self.rows([passage_id])
        del self._at[passage_id]
        self._counts[code_id] -= 1
        if self._counts[code_id]:
            self._sums[code_id] = self._sums[code_id] - row
        else:
            del self._sums[code_id], self._counts[code_id]
        self._changed(code_id)

    def _changed(self, code_id: int) -> None:
        self._totals.pop(code_id, None)
        self._prototypes = None

    def _all(self) -> Any:
        if self._pending:
            self._rows = _stacked([self._rows, *self._pending])
            self._pending = []
        return self._rows

    def rows(self, ids: Sequence[int]) -> Any:
        """Return the rows of these passages, in their order."""
        everything = self._all()
        return everything[[self._at[one] for one in ids]]

    def closeness(self, row: Any, ids: Sequence[int]) -> Any:
        """Return the cosine of `row` with each of these passages (array)."""
        import numpy as np

        near: Any = (self._all() @ row.T).toarray().ravel()
        places = np.fromiter((self._at[one] for one in ids), dtype=int, count=len(ids))
        return near[places]

    def prototypes(self) -> Prototypes:
        """Return every code's prototype as it now stands."""
        if self._prototypes is None:
            import numpy as np

            code_ids = tuple(self._definitions)
            rows = _stacked([self.space.matrix([]), *(self._sum(code_id) for code_id in code_ids)])
            lengths = _lengths(rows)
            mean = np.asarray((1 / lengths) @ rows).ravel() / max(1, len(code_ids))
            self._prototypes = Prototypes(code_ids, rows, lengths, mean)
        return self._prototypes

    def _sum(self, code_id: int) -> Any:
        if code_id not in self._totals:
            start = self._definitions[code_id]
            self._totals[code_id] = start + self._sums[code_id] if code_id in self._sums else start
        return self._totals[code_id]

    def cosines(self, row: Any, without: Mapping[int, Collection[int]]) -> Any:
        """Return the cosine of `row` with each code, in the order of `prototypes`.

        `without` names, by code, passages to be left out of that code for this once.
        """
        held = self.prototypes()
        found: Any = (held.rows @ row.T).toarray().ravel() / held.lengths
        for code_id, ids in without.items():
            rows = self.rows(sorted(ids))
            left = self._sum(code_id) - _ones(rows.shape[0]) @ rows
            found[held.code_ids.index(code_id)] = float((left @ row.T).sum()) / float(_lengths(left)[0])
        return found


def _ones(count: int) -> Any:
    from scipy import sparse  # pyright: ignore[reportMissingTypeStubs]

    make: Any = sparse.csr_matrix
    return make([[1.0] * count])


def _stacked(rows: Sequence[Any]) -> Any:
    from scipy import sparse  # pyright: ignore[reportMissingTypeStubs]

    library: Any = sparse
    return library.vstack(rows, format="csr")


def _lengths(rows: Any) -> Any:
    """Return the length of each row, 1 for rows of nothing (their cosine is then 0)."""
    import numpy as np

    lengths: Any = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    lengths[lengths < 1e-9] = 1.0
    return lengths
