"""Counting with numpy, for large studies: the command line and the helper process only.

What meets is found by one sweep over the codings in order of their beginning: all that overlaps a coding and begins
after it stands in one run behind it.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from typing import Any

from workbench.queries.cells import Cells
from workbench.queries.material import NOBODY, SHIFT, How, Keys, Kind, Raw

# Pairs looked at in one go: some tens of megabytes.
_BLOCK = 2_000_000
# Up to so many cells a table with a place for each is quicker than sorting.
_DENSE = 4_000_000


def _numpy() -> Any:
    import numpy

    return numpy


@dataclass(frozen=True, slots=True)
class _Codings:
    """One entry a coding, each an array of 64-bit whole numbers; by place and start once `_by_place` saw to it."""

    place: Any
    start: Any
    end: Any
    code: Any
    person: Any
    column: Any

    def taken(self, index: Any) -> _Codings:
        """Return some of them, in another order."""
        parts = (self.place, self.start, self.end, self.code, self.person, self.column)
        return _Codings(*(one[index] for one in parts))


def count(raw: Raw, keys: Keys, how: How, *, spend: bool = False) -> Cells:
    """Count codings as asked for (see `How` and `counting`); with `spend` the columns are emptied on the way."""
    codings = _codings(raw, keys)
    if spend:
        for column in (raw.span, raw.code, raw.speaker):
            del column[:]
    if how.once or how.kind is Kind.PAIRS:
        codings = _by_place(codings)
    if how.once:
        codings = _once(codings, keys)
    if how.turns:
        codings = _in_turns(codings, raw, keys)
    match how.kind:
        case Kind.TABLE:
            return _table(codings, keys)
        case Kind.PAIRS:
            return _pairs(codings, keys)
        case Kind.TRANSCRIPTS | Kind.PEOPLE:
            return _shared(codings, keys, by_person=how.kind is Kind.PEOPLE)


# Reading


def _from(of: array[int]) -> Any:
    return _numpy().frombuffer(of, dtype="i8") if of else _numpy().empty(0, "i8")


def _codings(raw: Raw, keys: Keys) -> _Codings:
    np = _numpy()
    code, known_code = _looked_up(_from(raw.code), _from(keys.codes))
    speaker, known_speaker = _looked_up(_from(raw.speaker), _from(keys.speakers))
    span = _from(raw.span) if raw.span else np.zeros(len(raw), np.int64)
    known = known_code & known_speaker
    if not known.all():
        code, speaker, span = code[known], speaker[known], span[known]
    place, person, column = (_from(one)[speaker] for one in (keys.place, keys.person, keys.column))
    return _Codings(place, span >> SHIFT, span & ((1 << SHIFT) - 1), _from(keys.number)[code], person, column)


def _looked_up(ids: Any, known: Any) -> tuple[Any, Any]:
    """Return the place of each id among the known ones, and whether it is there."""
    np = _numpy()
    if not len(known):
        return np.zeros(len(ids), np.int64), np.zeros(len(ids), bool)
    order = np.argsort(known)
    ordered = known[order]
    at = np.minimum(np.searchsorted(ordered, ids), len(known) - 1)
    return order[at], ordered[at] == ids


def _by_place(codings: _Codings) -> _Codings:
    np = _numpy()
    if not len(codings.start):
        return codings
    return codings.taken(np.argsort(codings.place * _wide(codings) + codings.start, kind="stable"))


def _wide(codings: _Codings) -> int:
    """Return a number beyond every end."""
    return int(codings.end.max(initial=0)) + 1


def _once(codings: _Codings, keys: Keys) -> _Codings:
    """Join overlapping codings of one code on one person's words in one transcript into one."""
    np = _numpy()
    if not len(codings.start):
        return codings
    group = (codings.place * len(keys.code_rows) + codings.code) * keys.people + codings.person
    # A stable order keeps the codings of a group by their beginning.
    order = np.argsort(group, kind="stable")
    found, group = codings.taken(order), group[order]
    # The furthest end so far in the group; groups are kept apart by more than any end.
    apart = np.cumsum(_firsts(group)) * _wide(found)
    reached = np.maximum.accumulate(found.end + apart) - apart
    begins = _firsts(group)
    begins[1:] |= found.start[1:] >= reached[:-1]
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(order)) - 1
    kept = found.taken(first)
    return _by_place(_Codings(kept.place, kept.start, reached[last], kept.code, kept.person, kept.column))


def _in_turns(codings: _Codings, raw: Raw, keys: Keys) -> _Codings:
    """Return codings with turns instead of characters; what stands before the first turn belongs to it."""
    np = _numpy()
    place, known = _looked_up(_from(raw.turn_of), _from(keys.places))
    begin = _from(raw.turn_at)[known]
    wide = max(_wide(codings), int(begin.max(initial=0)) + 1)
    turns = np.sort(place[known] * wide + begin)
    before = np.searchsorted(turns, codings.place * wide)
    first, last = (
        np.maximum(np.searchsorted(turns, codings.place * wide + at, side="right") - 1 - before, 0)
        for at in (codings.start, codings.end - 1)
    )
    return _by_place(_Codings(codings.place, first, last + 1, codings.code, codings.person, codings.column))


# Counting numbers


def _different(of: Any) -> Any:
    """Return the different numbers, rising; sorting is many times faster here than `unique`, which hashes."""
    ordered = _numpy().sort(of)
    return ordered[_firsts(ordered)]


def _firsts(ordered: Any) -> Any:
    np = _numpy()
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first


def _counted(of: Any) -> tuple[Any, Any]:
    """Return the different numbers, rising, and how often each comes."""
    np = _numpy()
    ordered = np.sort(of)
    at = np.flatnonzero(_firsts(ordered))
    return ordered[at], np.diff(np.append(at, len(ordered)))


def _grouped(of: Any, bound: int) -> tuple[Any, Any]:
    """Return the different numbers, rising, and which of them each is; all are below `bound`."""
    np = _numpy()
    if bound <= _DENSE:
        there = np.zeros(bound, bool)
        there[of] = True
        return np.flatnonzero(there), (np.cumsum(there) - 1)[of]
    order = np.argsort(of)
    first = _firsts(of[order])
    group = np.empty(len(of), np.int64)
    group[order] = np.cumsum(first) - 1
    return of[order][first], group


def _runs(starts: Any, lengths: Any) -> Any:
    """Return start, start + 1 … for every run, one run after the other."""
    np = _numpy()
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts - before, lengths) + np.arange(int(lengths.sum()))


def _row_bounds(keys: Keys) -> tuple[Any, Any]:
    """Return where the rows of each code stand in the list of all of them, and that list."""
    np = _numpy()
    sizes = np.array([len(rows) for rows in keys.code_rows], np.int64)
    rows = np.array([row for rows in keys.code_rows for row in rows], np.int64)
    return np.concatenate([[0], np.cumsum(sizes)]), rows


def _in_rows(codings: _Codings, keys: Keys) -> tuple[Any, Any]:
    """Return (which coding, its row) for every row a coding counts in."""
    np = _numpy()
    bounds, rows = _row_bounds(keys)
    each = np.diff(bounds)[codings.code]
    return np.repeat(np.arange(len(each)), each), rows[_runs(bounds[codings.code], each)]


def _people(of: Any, person: Any, groups: int, keys: Keys) -> Any:
    """Return how many different people are in each of the groups."""
    known = person != NOBODY
    different = _different(of[known] * keys.people + person[known])
    return _numpy().bincount(different // keys.people, minlength=groups)


def _row_totals(codings: _Codings, keys: Keys) -> tuple[Any, Any]:
    entry, row = _in_rows(codings, keys)
    return _numpy().bincount(row, minlength=keys.rows), _people(row, codings.person[entry], keys.rows, keys)


def _cells(rows: int, columns: int, cell: Any, *numbers: Any) -> Cells:
    """Return cells from rising cell numbers (row x columns + column), their counts and the totals."""
    np = _numpy()
    bounds = np.searchsorted(cell, np.arange(rows + 1) * columns)
    return Cells(rows, columns, *(_array(one) for one in (bounds, cell % max(columns, 1), *numbers)))


def _array(of: Any) -> array[int]:
    return array("i", _numpy().ascontiguousarray(of, dtype="i4").tobytes())


# What is asked for


def _table(codings: _Codings, keys: Keys) -> Cells:
    """Count codings and people by row and column."""
    np = _numpy()
    entry, row = _in_rows(codings, keys)
    cells, at = _grouped(row * keys.columns + codings.column[entry], keys.rows * keys.columns)
    people = _people(at, codings.person[entry], len(cells), keys)
    counted = np.zeros(len(codings.code), bool)
    counted[entry] = True
    column = codings.column[counted]
    totals = (
        np.bincount(column, minlength=keys.columns), _people(column, codings.person[counted], keys.columns, keys)
    )  # fmt: skip
    mentions = np.bincount(at, minlength=len(cells))
    return _cells(keys.rows, keys.columns, cells, mentions, people, *_row_totals(codings, keys), *totals)


def _pairs(codings: _Codings, keys: Keys) -> Cells:
    """Count the pairs of different codings whose stretches meet, and the people who say either of the two."""
    np = _numpy()
    code, person = codings.code, codings.person
    wide = _wide(codings)
    key = codings.place * wide + codings.start
    run = np.searchsorted(key, codings.place * wide + codings.end) - np.arange(1, len(key) + 1)
    pairs, times, who = (np.empty(0, np.int64) for _ in range(3))
    for first, after in _blocks(run):
        one = np.repeat(np.arange(first, after), run[first:after])
        other = _runs(np.arange(first + 1, after + 1), run[first:after])
        pair = np.minimum(code[one], code[other]) * len(keys.code_rows) + np.maximum(code[one], code[other])
        found, often = _counted(pair)
        pairs, times = np.append(pairs, found), np.append(times, often)
        # Nearly always one person says both.
        aside = person[one] != person[other]
        said = (pair * keys.people + person[one], (pair * keys.people + person[other])[aside])
        who = _different(np.concatenate([who, *said]))
    different, at = _grouped(pairs, len(keys.code_rows) ** 2)
    return _rolled_up(codings, keys, different, np.bincount(at, times, len(different)).astype(np.int64), who)


def _blocks(run: Any) -> list[tuple[int, int]]:
    """Cut the codings so that each stretch of them has about `_BLOCK` pairs."""
    np = _numpy()
    if not len(run):
        return []
    total = np.cumsum(run)
    cuts = np.searchsorted(total, np.arange(_BLOCK, int(total[-1]) + 1, _BLOCK)) + 1
    return [(int(low), int(high)) for low, high in pairwise(_different(np.concatenate([[0], cuts, [len(run)]])))]


def _rolled_up(codings: _Codings, keys: Keys, pairs: Any, times: Any, who: Any) -> Cells:
    """Count pairs of codes (rising, with counts) and their (pair, person) in the cells of rows."""
    np = _numpy()
    source, cell = _cells_of_pairs(pairs, keys)
    cells, at = _grouped(cell, keys.rows**2)
    mentions = np.bincount(at, times[source], len(cells)).astype(np.int64)
    # The people of a pair of codes are people of every cell it counts in.
    pair = np.searchsorted(pairs, who // keys.people)
    bounds = np.searchsorted(source, np.arange(len(pairs) + 1))
    each = np.diff(bounds)[pair]
    people = _people(at[_runs(bounds[pair], each)], np.repeat(who % keys.people, each), len(cells), keys)
    return _square(codings, keys, cells, mentions, people)


def _cells_of_pairs(pairs: Any, keys: Keys) -> tuple[Any, Any]:
    """Return (which pair of codes, a cell of two rows, the lower first) for every cell a pair counts in, by pair."""
    np = _numpy()
    bounds, rows = _row_bounds(keys)
    one, other = pairs // len(keys.code_rows), pairs % len(keys.code_rows)
    size, width = np.diff(bounds)[one], np.diff(bounds)[other]
    source = np.repeat(np.arange(len(pairs)), size * width)
    step = _runs(np.zeros(len(pairs), np.int64), size * width)
    row = rows[bounds[one][source] + step // width[source]]
    column = rows[bounds[other][source] + step % width[source]]
    cell = np.minimum(row, column) * keys.rows + np.maximum(row, column)
    # Both codes may be in both rows: the pair counts once.
    different = _different(source * keys.rows**2 + cell)
    return different // keys.rows**2, different % keys.rows**2


def _square(codings: _Codings, keys: Keys, cells: Any, mentions: Any, people: Any) -> Cells:
    """Return cells of rows by rows, each count written both ways."""
    np = _numpy()
    row, column = cells // keys.rows, cells % keys.rows
    aside = row != column
    both = np.concatenate([cells, (column * keys.rows + row)[aside]])
    order = np.argsort(both)
    numbers = (np.concatenate([one, one[aside]])[order] for one in (mentions, people))
    totals = _row_totals(codings, keys)
    return _cells(keys.rows, keys.rows, both[order], *numbers, *totals, *totals)


def _shared(codings: _Codings, keys: Keys, *, by_person: bool) -> Cells:
    """Count the transcripts (or people) that have codings of both rows, and the people who have both."""
    np = _numpy()
    entry, row = _in_rows(codings, keys)
    person = codings.person[entry]
    known = person != NOBODY
    who, persons = _products(row[known], person[known], keys.rows, keys.people)
    cell, units = (who, persons) if by_person else _products(row, codings.place[entry], keys.rows, len(keys.places))
    if by_person:
        people = persons
    elif len(who):
        at = np.minimum(np.searchsorted(who, cell), len(who) - 1)
        people = np.where(who[at] == cell, persons[at], 0)
    else:
        people = np.zeros(len(cell), np.int64)
    totals = _row_totals(codings, keys)
    return _cells(keys.rows, keys.rows, cell, units, people, *totals, *totals)


def _products(row: Any, unit: Any, rows: int, units: int) -> tuple[Any, Any]:
    """Return the cells of two rows that share units, rising, and how many they share."""
    np, sparse = _numpy(), import_module("scipy.sparse")
    different = _different(row * units + unit)
    ones = np.ones(len(different), np.int32)
    held = sparse.csr_matrix((ones, (different // units, different % units)), shape=(rows, units))
    product = (held @ held.T).tocsr()
    product.sort_indices()
    of_row = np.repeat(np.arange(rows), np.diff(product.indptr))
    return of_row * rows + product.indices, product.data
