"""Tables: codes or themes by participant, transcript or attribute, and codes or themes that stand together."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.queries import plain
from workbench.queries.cells import Cells
from workbench.queries.heads import Head, HeadKind, columns
from workbench.queries.material import Cast, How, Keys, Kind, Raw, gather, keys_of
from workbench.store.lookups import scan
from workbench.store.lookups.codes import codebook
from workbench.store.study_file import StudyFile
from workbench.study.coding_filter import EVERY_CODING, CodingFilter

# Up to so many codings are counted at once without numpy, which a screen may do while one waits.
PLAIN_UP_TO = 50_000
FEW = 5


class Unit(StrEnum):
    """Where two codes meet: on the same words, in the same turn, in one transcript, in what one person says."""

    OVERLAP = "overlap"
    TURN = "turn"
    TRANSCRIPT = "transcript"
    PERSON = "person"


_KINDS = {
    Unit.OVERLAP: Kind.PAIRS, Unit.TURN: Kind.PAIRS, Unit.TRANSCRIPT: Kind.TRANSCRIPTS, Unit.PERSON: Kind.PEOPLE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counting:
    """A table asked for, ready to be counted: by `answer`, or from `gather`ed columns in the helper process.

    `by` says what the columns are (`participant`, `transcript`, an attribute) or `unit` where codes meet; one is None.
    `left_out` is how many people count nowhere, because they withdrew.
    """

    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    keys: Keys
    how: How
    narrow: CodingFilter
    codes: tuple[int, ...] | None
    by: str | None
    unit: Unit | None
    left_out: int = 0

    def table(self, cells: Cells) -> Table:
        """Return the finished table."""
        count = len(self.columns)
        while count and self._is_idle(count - 1, cells):
            count -= 1
        mentions, people = cells.column_mentions[:count], cells.column_people[:count]
        cells = replace(cells, columns=count, column_mentions=mentions, column_people=people)
        return Table(self.rows, self.columns[:count], cells, self)

    def _is_idle(self, column: int, cells: Cells) -> bool:
        """Tell whether a column for those of whom something is not known has nobody in it: it would only puzzle."""
        head = self.columns[column]
        if cells.column_mentions[column]:
            return False
        return head.kind is HeadKind.UNKNOWN or (head.kind is HeadKind.WITHOUT and not head.people)


@dataclass(frozen=True, slots=True)
class Table:
    """A counted table: `cells` hold people and mentions by place in `rows` and `columns`."""

    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: Cells
    asked: Counting

    def row_share(self, row: int, column: int) -> float:
        """Return how large a part of the row's people are in the cell, from 0 to 1."""
        people, _ = self.cells.at(row, column)
        return people / self.cells.row_people[row] if people else 0.0

    def column_share(self, row: int, column: int) -> float:
        """Return how large a part of all people of the column are in the cell; of a row's people for codes by codes."""
        people, _ = self.cells.at(row, column)
        whole = self.cells.column_people[column] if self.asked.unit else self.columns[column].people
        return people / whole if people and whole else 0.0

    def is_few(self, row: int, column: int, few: int = FEW) -> bool:
        """Tell whether a cell is about so few people that whoever knows them may see who they are.

        Only tables by an attribute have such cells: elsewhere a column is one person or one transcript anyway.
        """
        return self.columns[column].kind in (HeadKind.VALUE, HeadKind.WITHOUT) and (
            0 < self.cells.at(row, column)[0] < few
        )

    def speakers(self, column: int) -> tuple[int, ...]:
        """Return the speakers whose words count in a column (see `CodingFilter.speakers`)."""
        keys = self.asked.keys
        return tuple(one for one, at in zip(keys.speakers, keys.column, strict=True) if at == column)

    def transcripts(self, column: int) -> tuple[int, ...]:
        """Return the transcripts in which those speakers speak."""
        keys = self.asked.keys
        places = {place for place, at in zip(keys.place, keys.column, strict=True) if at == column}
        return tuple(keys.places[place] for place in sorted(places))


def crosstab(
    study: StudyFile, rows: Sequence[Head], by: str, narrow: CodingFilter = EVERY_CODING, *, once: bool = False
) -> Counting:
    """Ask for codes or themes by `participant`, `transcript` or the attribute of that name.

    With `once`, overlapping codings of one code on one person's words are one mention.

    Raises:
        QueryError: no participant has such an attribute.
    """
    cast = Cast(study, narrow.without)
    found = columns(study, cast, by)
    return _counting(study, rows, cast, How(Kind.TABLE, once), narrow, found.heads, found.of_speaker, by=by)


def together(
    study: StudyFile,
    rows: Sequence[Head],
    unit: Unit = Unit.OVERLAP,
    narrow: CodingFilter = EVERY_CODING,
    *,
    once: bool = False,
) -> Counting:
    """Ask how often codes (or themes) meet each other.

    On words and in turns a mention is a pair of two codings that share a character, or touch the same turn; the people
    are those who say either of the two. In transcripts and people a mention is a transcript, or a person, with codings
    of both; the people are those who have both. A cell of a row with itself counts pairs within the row.
    """
    how = How(_KINDS[unit], once and _KINDS[unit] is Kind.PAIRS, unit is Unit.TURN)
    return _counting(study, rows, Cast(study, narrow.without), how, narrow, tuple(rows), None, unit=unit)


def _counting(
    study: StudyFile,
    rows: Sequence[Head],
    cast: Cast,
    how: How,
    narrow: CodingFilter,
    heads: tuple[Head, ...],
    column: array[int] | None,
    by: str | None = None,
    unit: Unit | None = None,
) -> Counting:
    book = codebook(study)
    keys = keys_of(study, book, cast, [one.codes for one in rows], column, len(heads))
    wanted = tuple(one for one, number in zip(keys.codes, keys.number, strict=True) if keys.code_rows[number])
    codes = None if len(wanted) * 2 > len(keys.codes) else wanted
    # Who is left out is known by the speakers already; the codings need not be asked again.
    asked = replace(narrow, without=())
    return Counting(tuple(rows), heads, keys, how, asked, codes, by, unit, len(narrow.without))


def is_large(study: StudyFile) -> bool:
    """Tell whether a table of this study is better counted with numpy, outside the screen process."""
    return scan.size(study) > PLAIN_UP_TO


def read(study: StudyFile, asked: Counting, between: tuple[int, int] | None = None) -> Raw:
    """Return the columns a table is counted from; `between` is a part (see `material.parts_of`)."""
    return gather(study, asked.how, asked.narrow, asked.codes, between)


def answer(study: StudyFile, asked: Counting) -> Table:
    """Count a table here and now; large ones with numpy."""
    raw = read(study, asked)
    if len(raw) <= PLAIN_UP_TO:
        return asked.table(plain.count(raw, asked.keys, asked.how))
    from workbench.queries import swept

    return asked.table(swept.count(raw, asked.keys, asked.how, spend=True))
