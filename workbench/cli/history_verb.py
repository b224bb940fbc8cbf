"""The verb `history`: the audit trail narrowed and paged, the life of a thing, and the trail as a file."""

import argparse
import csv
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from workbench.acts import history_filter as asked
from workbench.cli.desk import acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.store.lookups.acts import RowChange, rows_of
from workbench.store.lookups.definitions import codings_before_definition
from workbench.store.lookups.found_acts import ActFinder
from workbench.store.study_file import StudyFile
from workbench.study.changes import AuditLine
from workbench.study.differences import difference, in_signs
from workbench.study.history import ActFilter, Thing
from workbench.study.ids import from_short, short
from workbench.study.periods import moment_here
from workbench.words import counted, say
from workbench.words.history import sentence
from workbench.words.history_values import column_name, goes_without_saying, table_name, told_value

_USUAL, _BATCH, _ENDLESS = 20, 500, 1 << 62
_FIELDS = ("id", "at", "coder", "verb", "kind", "state", "text", "rows")


def history(args: argparse.Namespace, output: Output) -> None:
    """List the acts that are asked for, tell the life of a thing, or write them to a file."""
    _check(args)
    if args.export:
        _export(args, output)
        return
    with reading(args) as study:
        wanted = _wanted(study, args)
        lines = _lines(study, wanted, args)
        if args.csv:
            _print_csv(lines)
        elif wanted.about is not None:
            _print_life(study, wanted.about, lines, output)
        else:
            _print_lines(lines, output)


def _check(args: argparse.Namespace) -> None:
    if args.limit is not None and args.limit < 1:
        raise WrongUse(say("line.count_from_one"))
    if args.with_words and not args.export:
        raise WrongUse(say("line.words_need_export"))
    if args.codings and not args.object:
        raise WrongUse(say("line.codings_need_object"))
    if sum(bool(one) for one in (args.csv, args.json, args.export)) > 1 and args.csv:
        raise WrongUse(say("line.csv_alone"))
    if args.before and args.after:
        raise WrongUse(say("line.before_or_after"))


def _wanted(study: StudyFile, args: argparse.Namespace) -> ActFilter:
    wanted = asked.between(ActFilter(words=args.find or ""), args.since or "", args.until or "")
    wanted = asked.by_whom(study, wanted, args.who)
    wanted = asked.of_what(study, wanted, args.what)
    wanted = asked.in_state(wanted, (args.state or "").replace("-", " "))
    return asked.on_thing(study, wanted, args.object, whole=args.codings) if args.object else wanted


def _lines(study: StudyFile, wanted: ActFilter, args: argparse.Namespace) -> Iterator[AuditLine]:
    """Yield the lines, read page by page: newest first, the life of a thing and what comes `--after` oldest first."""
    finder = ActFinder(study, wanted)
    limit = min(args.limit or (_ENDLESS if args.object else _USUAL), _ENDLESS)
    if args.before or not (args.object or args.after):
        return islice(_newest_first(finder, from_short(args.before) if args.before else None), limit)
    return islice(_oldest_first(finder, from_short(args.after) if args.after else 0), limit)


def _newest_first(finder: ActFinder, before: int | None) -> Iterator[AuditLine]:
    while some := finder.page(_BATCH, before=before):
        yield from some
        before = some[-1].act_id


def _oldest_first(finder: ActFinder, after: int) -> Iterator[AuditLine]:
    while some := finder.page(_BATCH, after=after):
        yield from some
        after = some[-1].act_id


def _as_data(line: AuditLine) -> dict[str, object]:
    return {
        "id": short(line.act_id), "at": line.at, "coder": line.coder, "verb": line.verb, "kind": line.kind.value,
        "state": line.state, "text": sentence(line.verb, line.kind.value, line.detail), "detail": dict(line.detail),
        "rows": line.rows,
    }  # fmt: skip


def _told(line: AuditLine) -> str:
    gone = f" ({say('line.taken_back')})" if line.state in ("undone", "cleared") else ""
    return f"{moment_here(line.at)}  {line.coder}  {sentence(line.verb, line.kind.value, line.detail)}{gone}"


def _print_lines(lines: Iterable[AuditLine], output: Output) -> None:
    if output.as_json:
        output.data([_as_data(line) for line in lines])
        return
    for line in lines:
        output.line(_told(line))


def _print_csv(lines: Iterable[AuditLine]) -> None:
    from workbench.report.writers.safe import cell

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_FIELDS)
    for line in lines:
        data = _as_data(line)
        writer.writerow([cell(str(data[name])) for name in _FIELDS])


# The life of a thing


def _print_life(study: StudyFile, thing: Thing, lines: Iterable[AuditLine], output: Output) -> None:
    if output.as_json:
        output.data([
            _as_data(line) | {"touched": [_row_data(row) for row in rows_of(study, line.act_id, about=thing)]}
            for line in lines
        ])  # fmt: skip
        return
    for line in lines:
        output.line(_told(line))
        for row in rows_of(study, line.act_id, about=thing):
            _print_row(row, output)
    if thing.kind == "code" and (before := codings_before_definition(study, thing.id)):
        output.line(counted(say("life.coded_before"), before))


def _row_data(row: RowChange) -> dict[str, object]:
    return {
        "table": row.table, "id": short(row.row_id), "name": row.name, "became": row.became,
        "before": dict(row.before), "after": dict(row.after),
    }  # fmt: skip


def _print_row(row: RowChange, output: Output) -> None:
    output.line(f"    {say(f'became.{row.became}')}: {table_name(row.table)} {row.name}".rstrip())
    for column, after in row.after.items():
        before = row.before.get(column, "")
        if before != after and not (row.became == "added" and goes_without_saying(column, after, row.name)):
            output.line(f"        {column_name(row.table, column)}: {_change(row, column, before, after)}")


def _change(row: RowChange, column: str, before: str, after: str) -> str:
    if row.became != "changed":
        return _flat(told_value(column, after))
    if before and after and " " in f"{before}{after}":
        return in_signs(difference(_flat(before), _flat(after)))
    return f"{_flat(told_value(column, before))} → {_flat(told_value(column, after))}"


def _flat(text: str) -> str:
    return " ".join(text.split())


# The trail as a file


def _export(args: argparse.Namespace, output: Output) -> None:
    from workbench.report.audit_trail import export_trail
    from workbench.report.export import must_be_ours

    if args.limit is not None or args.before or args.after:
        raise WrongUse(say("line.export_takes_all"))
    with acting(args, output) as desk:
        path = Path(args.export)
        must_be_ours(desk.study, path)
        result = export_trail(desk.study, path, _wanted(desk.study, args), with_words=args.with_words)
        desk.result |= {"file": str(path), "count": result.acts, "sha256": result.sha256}
        desk.notes.append(say("trail.written", count=result.acts, file=path))
