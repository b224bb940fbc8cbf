"""Answers to questions as plain lines: tables in blocks of columns, pairs, bars."""

from collections.abc import Iterator, Sequence

from workbench.cli.output import Output, cells
from workbench.queries.coverage import Coverage, TranscriptCoverage
from workbench.queries.growth import Step
from workbench.queries.tables import Table, Unit
from workbench.queries.telling import decimal, percent
from workbench.words import counted, say

_WIDTH, _NAME, _CELL = 110, 32, 12
_MOST_COLUMNS, _MOST_PAIRS = 60, 40
_BLOCKS = " ▁▂▃▄▅▆▇█"
_BAR = 40


def print_table(output: Output, table: Table, few: int, limit: int) -> None:
    """Print a table: codes that meet as pairs, the strongest first, else people/mentions by column."""
    if table.asked.unit is not None:
        _print_pairs(output, table, limit or _MOST_PAIRS)
        return
    rows = list(range(len(table.rows)))
    if limit:
        rows = sorted(rows, key=lambda row: (-table.cells.row_people[row], -table.cells.row_mentions[row], row))[:limit]
    if len(table.columns) > _MOST_COLUMNS:
        _print_block(output, table, rows, [], few)
        output.line(say("line.query_many_columns", count=len(table.columns)))
        return
    width = max(6, min(_CELL, max((cells(head.name) for head in table.columns), default=0)))
    each = max(1, (_WIDTH - _NAME - 10) // (width + 2))
    for first in range(0, len(table.columns), each):
        if first:
            output.line()
        _print_block(output, table, rows, list(range(first, min(first + each, len(table.columns)))), few, width)
    if any(table.is_few(row, column, few) for row in rows for column in range(len(table.columns))):
        output.line(say("query.few_marked", few=few))


def _print_block(
    output: Output, table: Table, rows: Sequence[int], columns: Sequence[int], few: int, width: int = 0
) -> None:
    heads = [_cut(table.columns[one].name, width, right=True) for one in columns]
    output.line("  ".join([" " * _NAME, say("query.all").rjust(8), *heads]).rstrip())
    for row in rows:
        head = table.rows[row]
        name = _cut(f"{'  ' * head.depth}{head.name}", _NAME)
        whole = _number(table.cells.row_people[row], table.cells.row_mentions[row])
        shown = [_cell(table, row, column, few).rjust(width) for column in columns]
        output.line("  ".join([name, whole.rjust(8), *shown]).rstrip())


def _cell(table: Table, row: int, column: int, few: int) -> str:
    people, mentions = table.cells.at(row, column)
    return _number(people, mentions) + ("*" if table.is_few(row, column, few) else "")


def _number(people: int, mentions: int) -> str:
    return f"{people}/{mentions}" if mentions else "·"


def _cut(text: str, width: int, *, right: bool = False) -> str:
    while cells(text) > width:
        text = text[:-2] + "…" if len(text) > 1 else ""
    blanks = " " * (width - cells(text))
    return blanks + text if right else text + blanks


def _print_pairs(output: Output, table: Table, limit: int) -> None:
    found = sorted(_pairs(table), key=lambda pair: (-pair[0], -pair[1], pair[2:]))
    for people, mentions, row, column in found[:limit]:
        number = str(people) if table.asked.unit is Unit.PERSON else f"{people}/{mentions}"
        output.line(f"{number:>9}  {table.rows[row].name} × {table.columns[column].name}")
    if not found:
        output.line(say("line.query_none_meet"))
    if len(found) > limit:
        output.line(say("line.query_more_pairs", count=len(found) - limit))


def _pairs(table: Table) -> Iterator[tuple[int, int, int, int]]:
    for row in range(len(table.rows)):
        for column, people, mentions in table.cells.of_row(row):
            if column > row:
                yield people, mentions, row, column


def print_coverage(output: Output, found: Coverage) -> None:
    """Print a line a transcript with a strip of its coded parts, then what is not coded at all, and the stretches."""
    if not found.transcripts:
        output.line(say("line.no_transcripts"))
        return
    wide = min(24, max(cells(one.transcript) for one in found.transcripts))
    for one in found.transcripts:
        output.line(_covered(found, one, wide))
    output.line()
    output.line(say("query.medians", share=percent(found.median_share), density=decimal(found.median_density)))
    if found.uncoded:
        names = ", ".join(one.transcript for one in found.uncoded)
        output.line(counted(say("query.uncoded"), len(found.uncoded)) + f" {names}")
    if found.stretches:
        output.line()
        output.line(say("query.longest"))
    for one in found.stretches:
        where = (
            say("line.turn", turn=one.first)
            if one.first == one.last
            else say("query.turns", first=one.first, last=one.last)
        )
        output.line(f"{one.words:>6}  {one.transcript} {where}")
    output.line(say("query.counted.coverage"))


def _covered(found: Coverage, one: TranscriptCoverage, wide: int) -> str:
    attention = found.attention(one)
    beside = f"× {decimal(attention)}" if attention is not None else ""
    strip = strip_of(one.parts)
    return (
        f"{_cut(one.transcript, wide)}  {percent(one.share):>5}  {strip:<24}  {one.coded:>6}/{one.words:<6}"
        f"  {counted(say('n.codings'), one.codings):<14} {beside}"
    ).rstrip()


def strip_of(parts: Sequence[float]) -> str:
    """Return shares as a row of blocks; anything above nothing shows."""
    return "".join(_BLOCKS[max(1 if part > 0 else 0, round(part * 8))] if part else "·" for part in parts)


def print_growth(output: Output, steps: Sequence[Step]) -> None:
    """Print new codes and all codes by interview as bars, and what they are not."""
    if not steps:
        output.line(say("line.no_codings"))
        return
    wide, most = min(24, max(cells(step.transcript) for step in steps)), max(1, steps[-1].total)
    for step in steps:
        full = round(step.total * _BAR / most)
        new = min(full, round(len(step.new) * _BAR / most) or (1 if step.new else 0))
        bar = "░" * (full - new) + "█" * new if step.codings else say("query.not_coded")
        output.line(f"{_cut(step.transcript, wide)}  {f'+{len(step.new)}':>5} {step.total:>5}  {bar}".rstrip())
    output.line()
    output.line(say("query.growth_bar"))
    output.line(say("query.critique"))
