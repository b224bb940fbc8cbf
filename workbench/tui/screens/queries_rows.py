"""How answers are drawn: a table as a grid, passages with what meets them, coverage and growth as bars of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.queries.coverage import Coverage, Stretch, TranscriptCoverage
from workbench.queries.growth import Step
from workbench.queries.heads import HeadKind
from workbench.queries.meeting import Found
from workbench.queries.tables import Table, Unit
from workbench.queries.telling import decimal, percent
from workbench.tui.drawing import Line, Part, bar, cut, wrapped
from workbench.tui.matrix import Grid
from workbench.tui.passages import PASSAGE_ROWS, reference
from workbench.words import counted, say

FOUND_ROWS = PASSAGE_ROWS + 1
STRETCH_ROWS = 3
_BLOCKS = " ▁▂▃▄▅▆▇█"
_NAME_OF_CODE = 10


class Shown(StrEnum):
    """What the cells of a table show."""

    COUNTS = "counts"
    ROW_SHARE = "row_share"
    COLUMN_SHARE = "column_share"


@dataclass(frozen=True, slots=True)
class View:
    """How a table is looked at: what its cells show, below how many people a cell is marked, whether as a tree."""

    shown: Shown
    few: int
    tree: bool = True


def grid_of(table: Table, view: View) -> Grid:
    """Return a table as a grid; each cell has a block whose height tells its share of the greatest one.

    The height is of people; where a column is one person, of mentions.
    """
    people_most, mentions_most = max(table.cells.people, default=0), max(table.cells.mentions, default=0)
    by_people = people_most > 1
    most = people_most if by_people else mentions_most
    # Block, blank, number, the sign for few people.
    width = len(number_of(table, people_most, mentions_most)) + 3
    if table.asked.unit is not None:
        width = max(width, _NAME_OF_CODE)

    def cell(row: int, column: int) -> Part:
        people, mentions = table.cells.at(row, column)
        if not mentions:
            return "· ", "dim"
        text = _shown(table, view.shown, row, column)
        mark = "*" if table.is_few(row, column, view.few) else " "
        block = _BLOCKS[max(1, round((people if by_people else mentions) * 8 / most))]
        # What a code meets of its own says little.
        itself = table.asked.unit is not None and row == column
        return f"{block} {text}{mark}", "warn" if mark == "*" else "dim" if itself else ""

    def whole(row: int) -> Part:
        people, mentions = table.cells.row_people[row], table.cells.row_mentions[row]
        return (f"{people}/{mentions}", "accent") if mentions else ("·", "dim")

    return Grid(
        len(table.rows), len(table.columns),
        lambda row: "  " * (min(table.rows[row].depth, 4) if view.tree else 0) + table.rows[row].name,
        lambda column: table.columns[column].name,
        cell, whole, say("query.all"), width,
    )  # fmt: skip


def number_of(table: Table, people: int, mentions: int) -> str:
    """Return people/mentions, or people alone where a mention is a person."""
    return str(people) if table.asked.unit is Unit.PERSON else f"{people}/{mentions}"


def _shown(table: Table, shown: Shown, row: int, column: int) -> str:
    if shown is Shown.COUNTS:
        return number_of(table, *table.cells.at(row, column))
    share = table.row_share(row, column) if shown is Shown.ROW_SHARE else table.column_share(row, column)
    return percent(share)


def order_of(table: Table, column: int | None, *, by_people: bool) -> list[int]:
    """Return the rows as they stand: as in the codebook, by all people, or by a column, the most first."""
    rows = list(range(len(table.rows)))
    if not by_people:
        return rows
    if column is None:
        return sorted(rows, key=lambda row: (-table.cells.row_people[row], -table.cells.row_mentions[row], row))
    counts = {row: table.cells.at(row, column) for row in rows}
    return sorted(rows, key=lambda row: (-counts[row][0], -counts[row][1], row))


def cell_in_words(table: Table, row: int, column: int, view: View) -> list[Part]:
    """Return the current cell: which it is, its numbers and shares."""
    head, top = table.rows[row], table.columns[column]
    people, mentions = table.cells.at(row, column)
    parts: list[Part] = [(head.name, "strong"), (" × ", "dim"), (top.name, "strong"), ("  ", "")]
    if not mentions:
        return [*parts, (say("queries.cell.empty"), "dim")]
    said = [counted(say("query.people"), people)]
    if table.asked.unit is not Unit.PERSON:
        said.append(counted(say(f"queries.cell.{table.asked.unit or 'table'}"), mentions))
    parts.append((", ".join(said), "accent"))
    if people:
        shares = [say("queries.cell.of_row", share=percent(table.row_share(row, column)))]
        if not _is_one_person(table, column):
            share = percent(table.column_share(row, column))
            shares.append(say("queries.cell.of_column", share=share))
        parts.append((f" · {', '.join(shares)}", "dim"))
    if table.is_few(row, column, view.few):
        parts.append((f" · {say('queries.cell.few', few=view.few)}", "warn"))
    return parts


def _is_one_person(table: Table, column: int) -> bool:
    return table.columns[column].kind is HeadKind.PARTICIPANT


def draw_found(item: Found, width: int) -> Sequence[Line]:
    """Draw a passage: reference and code, two lines of words, what meets it."""
    passage = item.passage
    lines: list[Line] = [[*reference(passage), (f"  «{passage.code}»", "dim")]]
    words = wrapped(" ".join(passage.words.split()), width - 2, indent="  ")
    shown = words[: PASSAGE_ROWS - 1]
    if len(words) > len(shown):
        shown[-1].append((" …", "dim"))
    lines += shown
    if item.met:
        names = list(dict.fromkeys(f"{other.code} ({other.turn})" for other in item.met))
        lines.append([(f"  ↔ {', '.join(names)}", "good")])
    return lines


def draw_covered(item: TranscriptCoverage, whole: Coverage, width: int) -> Sequence[Line]:
    """Draw a transcript: its name, coded share, strip of parts, codings, density beside the median."""
    attention = whole.attention(item)
    beside = "" if attention is None else f"×{decimal(attention)}"
    low = attention is not None and attention < 0.5
    name = max(8, min(22, width - 55))
    parts: list[Part] = [
        (cut(item.transcript, name), ""),
        (percent(item.share).rjust(6) + "  ", "accent" if item.codings else "warn"),
        (strip_of(item.parts).ljust(24), ""),
        (f"{beside:>7}", "warn" if low else "dim"),
    ]
    if width >= name + 54:
        parts.append((f"{item.coded:>8}/{item.words:<6}", "dim"))
    if width >= name + 70:
        parts.append((f" {counted(say('n.codings'), item.codings)}", "dim"))
    return [parts]


def strip_of(parts: Sequence[float]) -> str:
    """Return shares as a row of blocks; anything above nothing shows."""
    return "".join(_BLOCKS[max(1, round(part * 8))] if part else "·" for part in parts)


def draw_step(item: Step, most: int, width: int) -> Sequence[Line]:
    """Draw an interview: new codes, all so far, a bar whose dark end is what is new."""
    name = max(8, min(22, width - 40))
    cells = max(8, width - name - 16)
    before = bar((item.total - len(item.new)) / most, cells).rstrip()
    whole = bar(item.total / most, cells).rstrip()
    parts: list[Part] = [
        (cut(item.transcript, name), "" if item.codings else "dim"),
        (f"+{len(item.new)}".rjust(6), "accent" if item.new else "dim"),
        (f"{item.total:>6}  ", ""),
    ]
    if not item.codings:
        return [[*parts, (say("query.not_coded"), "warn")]]
    return [[*parts, ("░" * min(len(before), len(whole)), "dim"), ("█" * (len(whole) - len(before)), "accent")]]


def draw_stretch(item: Stretch, opening: str, width: int) -> Sequence[Line]:
    """Draw an uncoded stretch: its words, where it stands, how it begins."""
    head: list[Part] = [
        (counted(say("queries.words"), item.words).rjust(11), "accent"),
        (f"  {item.transcript}", "strong"),
        (f"  {turns_told(item)}", ""),
    ]
    more = " …" if item.end - item.start > len(opening) else ""
    return [head, *wrapped(f"{' '.join(opening.split())}{more}", width - 4, "dim", indent="    ")[:1]]


def turns_told(item: Stretch) -> str:
    """Return in which turns a stretch stands."""
    if item.first == item.last:
        return say("line.turn", turn=item.first)
    return say("query.turns", first=item.first, last=item.last)
