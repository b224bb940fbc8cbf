"""Counting without numpy: for studies of some ten thousand codings, in the screen process too.

`swept` does the same for large ones; a property test holds the two together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from workbench.queries.cells import Cells, Entry, cells_of
from workbench.queries.material import NOBODY, SHIFT, How, Keys, Kind, Raw

# A coding: number of the transcript, start, end, number of the code, person, column.
_Coding = tuple[int, int, int, int, int, int]
_Pair = tuple[int, int]
_LOW = (1 << SHIFT) - 1


def count(raw: Raw, keys: Keys, how: How) -> Cells:
    """Count codings as asked for (see `How` and `counting`)."""
    codings = _codings(raw, keys)
    if how.once:
        codings = _once(codings)
    if how.turns:
        codings = _in_turns(codings, raw, keys)
    match how.kind:
        case Kind.TABLE:
            return _table(codings, keys)
        case Kind.PAIRS:
            return _pairs(codings, keys)
        case Kind.TRANSCRIPTS | Kind.PEOPLE:
            return _shared(codings, keys, by_person=how.kind is Kind.PEOPLE)


def _codings(raw: Raw, keys: Keys) -> list[_Coding]:
    """Return the codings of the study by place; what is not in the keys is left out."""
    code = dict(zip(keys.codes, keys.number, strict=True))
    told = zip(keys.place, keys.person, keys.column, strict=True)
    who = dict(zip(keys.speakers, told, strict=True))
    spans = raw.span or bytes(len(raw))
    found: list[_Coding] = []
    for span, code_id, speaker in zip(spans, raw.code, raw.speaker, strict=True):
        if code_id in code and speaker in who:
            place, person, column = who[speaker]
            found.append((place, span >> SHIFT, span & _LOW, code[code_id], person, column))
    found.sort()
    return found


def _once(codings: Sequence[_Coding]) -> list[_Coding]:
    """Join overlapping codings of one code on one person's words in one transcript into one."""
    joined: dict[tuple[int, int, int], list[_Coding]] = {}
    for coding in codings:
        place, start, end, code, person, column = coding
        kept = joined.setdefault((place, code, person), [])
        if kept and start < kept[-1][2]:
            kept[-1] = (place, kept[-1][1], max(kept[-1][2], end), code, person, column)
        else:
            kept.append(coding)
    return sorted(one for kept in joined.values() for one in kept)


def _in_turns(codings: Sequence[_Coding], raw: Raw, keys: Keys) -> list[_Coding]:
    """Return codings with turns, from 0, instead of characters; what stands before the first turn belongs to it."""
    starts: dict[int, list[int]] = {}
    for transcript, start in zip(raw.turn_of, raw.turn_at, strict=True):
        starts.setdefault(transcript, []).append(start)
    found: list[_Coding] = []
    for place, start, end, code, person, column in codings:
        turns = starts.get(keys.places[place], [0])
        first, last = (max(0, bisect_right(turns, at) - 1) for at in (start, end - 1))
        found.append((place, first, last + 1, code, person, column))
    return sorted(found)


def _pairs(codings: Sequence[_Coding], keys: Keys) -> Cells:
    """Count the pairs of different codings whose stretches meet, and the people who say either of the two."""
    mentions: dict[_Pair, int] = {}
    people: dict[_Pair, set[int]] = {}
    for one, other in _meeting(codings):
        pair = _in_order(one[3], other[3])
        mentions[pair] = mentions.get(pair, 0) + 1
        people.setdefault(pair, set()).update((one[4], other[4]))
    of_rows: dict[_Pair, int] = {}
    who: dict[_Pair, set[int]] = {}
    rows = keys.code_rows
    for (code, other), times in mentions.items():
        for cell in {_in_order(row, column) for row in rows[code] for column in rows[other]}:
            of_rows[cell] = of_rows.get(cell, 0) + times
            who.setdefault(cell, set()).update(people[code, other])
    counted = {cell: (times, len(who[cell] - {NOBODY})) for cell, times in of_rows.items()}
    return _square(codings, keys, counted)


def _in_order(one: int, other: int) -> _Pair:
    return (one, other) if one <= other else (other, one)


def _meeting(codings: Sequence[_Coding]) -> Iterator[tuple[_Coding, _Coding]]:
    """Yield each two codings of one place whose stretches share something, once."""
    open_now: list[_Coding] = []
    for coding in codings:
        place, start = coding[:2]
        open_now = [one for one in open_now if one[2] > start and one[0] == place]
        for one in open_now:
            yield one, coding
        open_now.append(coding)


def _square(codings: Sequence[_Coding], keys: Keys, counted: dict[_Pair, _Pair]) -> Cells:
    """Return cells of rows by rows, each count written both ways."""
    both = counted | {(column, row): numbers for (row, column), numbers in counted.items()}
    entries: Iterator[Entry] = ((*cell, *both[cell]) for cell in sorted(both))
    totals = _row_totals(codings, keys)
    return cells_of(keys.rows, keys.rows, entries, (*totals, *totals))


def _row_totals(codings: Sequence[_Coding], keys: Keys) -> tuple[list[int], list[int]]:
    mentions, people = [0] * keys.rows, _sets(codings, keys, 4)
    for coding in codings:
        for row in keys.code_rows[coding[3]]:
            mentions[row] += 1
    return mentions, [len(one - {NOBODY}) for one in people]


def _sets(codings: Sequence[_Coding], keys: Keys, part: int) -> list[set[int]]:
    """Return for each row the different values of a part of its codings."""
    found: list[set[int]] = [set() for _ in range(keys.rows)]
    for coding in codings:
        for row in keys.code_rows[coding[3]]:
            found[row].add(coding[part])
    return found


def _shared(codings: Sequence[_Coding], keys: Keys, *, by_person: bool) -> Cells:
    """Count the transcripts (or people) that have codings of both rows, and the people who have both."""
    people = [one - {NOBODY} for one in _sets(codings, keys, 4)]
    units = people if by_person else _sets(codings, keys, 0)
    counted: dict[_Pair, _Pair] = {}
    held = [row for row in range(keys.rows) if units[row]]
    for at, row in enumerate(held):
        for column in held[at:]:
            both = len(units[row] & units[column])
            if both:
                counted[row, column] = (both, len(people[row] & people[column]))
    return _square(codings, keys, counted)


def _table(codings: Sequence[_Coding], keys: Keys) -> Cells:
    """Count codings and people by row and column."""
    mentions: dict[_Pair, int] = {}
    people: dict[_Pair, set[int]] = {}
    in_column: list[set[int]] = [set() for _ in range(keys.columns)]
    column_mentions = [0] * keys.columns
    for _, _, _, code, person, column in codings:
        rows = keys.code_rows[code]
        for row in rows:
            mentions[row, column] = mentions.get((row, column), 0) + 1
            people.setdefault((row, column), set()).add(person)
        if rows:
            column_mentions[column] += 1
            in_column[column].add(person)
    entries: Iterator[Entry] = ((*cell, mentions[cell], len(people[cell] - {NOBODY})) for cell in sorted(mentions))
    totals = (*_row_totals(codings, keys), column_mentions, [len(one - {NOBODY}) for one in in_column])
    return cells_of(keys.rows, keys.columns, entries, totals)
