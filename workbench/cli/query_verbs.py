"""Verbs that ask questions: passages and what meets them, tables, what stands together, coverage, new codes."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.cli import query_filters as asked
from workbench.cli.desk import acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.cli.passages import CODING, ShownIds, as_data, print_passages, reference
from workbench.cli.query_print import print_coverage, print_growth, print_table
from workbench.errors import QueryError
from workbench.queries import tidy
from workbench.queries.coverage import coverage as cover
from workbench.queries.growth import Order
from workbench.queries.growth import growth as grow
from workbench.queries.heads import BY_PARTICIPANT, BY_TRANSCRIPT
from workbench.queries.meeting import Finding, Found, Question
from workbench.queries.tables import Counting, Table, Unit, answer, crosstab
from workbench.queries.tables import together as meet
from workbench.queries.telling import counted_in_words, found_in_words
from workbench.report.export import must_be_ours, write_at_once
from workbench.report.passage_file import export_passages
from workbench.report.writers import csv
from workbench.store.lookups import scan
from workbench.store.lookups.codes import codebook
from workbench.store.study_file import StudyFile
from workbench.study.coding_filter import CodingFilter
from workbench.study.codings import CodedPassage
from workbench.study.ids import short
from workbench.study.people import SMALL_NUMBER
from workbench.words import say

# Beyond this the ids are shown whole: to find how much of each tells it from all others takes reading them all.
_MANY = 50_000
_MOST_MET = 5
_STDOUT = "-"


def code(args: argparse.Namespace, output: Output) -> None:
    """Print passages of codes, and what meets them as asked for."""
    if not 0 <= args.context <= 2000:
        raise WrongUse(say("line.context_range"))
    if args.limit < 0:
        raise WrongUse(say("line.count_from_one"))
    if args.with_words and (not args.csv or args.csv == _STDOUT):
        raise WrongUse(say("line.query_words_file"))
    if args.with_words:
        _export_words(args, output)
        return
    with reading(args) as study:
        question = _question(study, args)
        finding = Finding(study, question, args.context)
        totals = finding.totals()
        found = finding.more(args.limit or -1)
        if args.csv:
            _write_csv(args.csv, tidy.passages(found), output, study)
        if args.csv == _STDOUT:
            return
        output.data({
            "passages": totals.passages, "people": totals.people, "transcripts": totals.transcripts,
            "found": [as_data(one.passage, context=True) | {"met": list(map(_met, one.met))} for one in found],
        })  # fmt: skip
        if not output.as_json and not args.csv:
            _print_found(study, found, output, args.context)
    output.line(found_in_words(totals))
    _tell_left_out(question.narrow, output)
    if len(found) < totals.passages:
        output.line(say("line.query_shown", shown=len(found)))


def _tell_left_out(narrow: CodingFilter, output: Output) -> None:
    if narrow.without:
        output.line(say("query.withdrawn", count=len(narrow.without)))


def _question(study: StudyFile, args: argparse.Namespace) -> Question:
    relation, turns = asked.relation_of(args)
    book = codebook(study)
    must, can, without = (
        asked.terms(book, names, relation, turns, children=args.children)
        for names in (vars(args)["with"], args.any, args.without)
    )
    return Question(asked.asked_codes(study, book, args), must, can, without, asked.filter_of(study, args))


def _met(other: CodedPassage) -> dict[str, object]:
    coding = other.coding
    return {
        "id": short(coding.id), "code": other.code, "coder": other.coder, "transcript": other.transcript,
        "turn": other.turn, "start": coding.span.start, "end": coding.span.end, "words": other.words,
    }  # fmt: skip


def _print_found(study: StudyFile, found: Sequence[Found], output: Output, context: int) -> None:
    ids = ShownIds(study, CODING) if scan.size(study) <= _MANY else None
    for one in found:
        print_passages(output, [one.passage], ids or _WholeIds(), context=context)
        for other in one.met[:_MOST_MET]:
            where = reference(other.participant, other.transcript, other.turn, None)
            output.line(f"      ↔ «{other.code}»  {where}")
        if len(one.met) > _MOST_MET:
            output.line(f"      ↔ {say('line.query_more_met', count=len(one.met) - _MOST_MET)}")


class _WholeIds(ShownIds):
    """Ids that are shown whole."""

    def __init__(self) -> None:
        self._length = 0


def _export_words(args: argparse.Namespace, output: Output) -> None:
    with acting(args, output) as desk:
        found = Finding(desk.study, _question(desk.study, args), 0).more(args.limit or -1)
        report = export_passages(
            desk.study, Path(args.csv), [one.passage for one in found], tidy.PASSAGE_COLUMNS,
            lambda place: tidy.passage(found[place].passage, found[place].met),
        )  # fmt: skip
        desk.notes.append(say("line.query_words_written", count=report.quotes, file=report.path))
        desk.notes += [f"! {warning}" for warning in report.warnings]


def table(args: argparse.Namespace, output: Output) -> None:
    """Count codes or themes by participant, transcript or attribute."""
    by = {"participant": BY_PARTICIPANT, "deltaker": BY_PARTICIPANT, "transcript": BY_TRANSCRIPT,
          "transkripsjon": BY_TRANSCRIPT}.get(args.by.casefold()) or asked.attribute_kept(args.by)  # fmt: skip
    with reading(args) as study:
        few = _few(study, args)
        rows = asked.rows_of(study, args)
        counting = crosstab(study, rows, by, asked.filter_of(study, args), once=args.once)
        _answer(study, counting, args, output, few)


def _few(study: StudyFile, args: argparse.Namespace) -> int:
    if args.few is not None and args.few < 0:
        raise WrongUse(say("line.query_few_range"))
    return int(study.setting("small_number", str(SMALL_NUMBER))) if args.few is None else int(args.few)


def together(args: argparse.Namespace, output: Output) -> None:
    """Count where codes or themes meet each other."""
    with reading(args) as study:
        rows = asked.rows_of(study, args)
        counting = meet(study, rows, Unit(args.meet), asked.filter_of(study, args), once=args.once)
        _answer(study, counting, args, output, 0)


def _answer(study: StudyFile, counting: Counting, args: argparse.Namespace, output: Output, few: int) -> None:
    if not counting.rows:
        raise QueryError(say("query.no_rows"))
    found = answer(study, counting)
    told = counted_in_words(found, children=args.children)
    if args.csv:
        _write_csv(args.csv, tidy.cells(found, few, zeros=args.zeros), output, study)
        hidden = tidy.few_cells(found, few)
        if hidden:
            output.complain(say("query.few_hidden", count=hidden, few=few))
        if args.csv == _STDOUT:
            return
    output.data(_table_data(found, told, few))
    if not output.as_json and not args.csv:
        print_table(output, found, few, args.limit)
        output.line()
    output.line(told)


def _table_data(found: Table, told: str, few: int) -> dict[str, object]:
    cells = found.cells
    return {
        "counted": told,
        "rows": [
            {"name": head.name, "path": head.path, "kind": head.kind.value, "people": cells.row_people[at],
             "mentions": cells.row_mentions[at]}
            for at, head in enumerate(found.rows)
        ],
        "columns": [
            {"name": head.name, "kind": head.kind.value, "of_people": head.people, "people": cells.column_people[at],
             "mentions": cells.column_mentions[at]}
            for at, head in enumerate(found.columns)
        ],
        "cells": [
            {"row": row, "column": column, "people": people, "mentions": mentions,
             "row_share": round(found.row_share(row, column), 4),
             "column_share": round(found.column_share(row, column), 4), "few": found.is_few(row, column, few)}
            for row in range(len(found.rows))
            for column, people, mentions in cells.of_row(row)
        ],
    }  # fmt: skip


def coverage(args: argparse.Namespace, output: Output) -> None:
    """Tell how much of participants' words is coded, and where nothing is."""
    if args.stretches < 0:
        raise WrongUse(say("line.count_from_one"))
    with reading(args) as study:
        # Whether words are coded is asked of texts, not of people.
        found = cover(study, replace(asked.filter_of(study, args), without=()), args.stretches)
        if args.csv:
            _write_csv(args.csv, tidy.transcripts(found), output, study)
        if args.stretches_csv:
            _write_csv(args.stretches_csv, tidy.stretches(found.stretches), output, study)
    if _STDOUT in (args.csv, args.stretches_csv):
        return
    output.data({
        "counted": say("query.counted.coverage"),
        "share": round(found.median_share, 4), "density": round(found.median_density, 2),
        "transcripts": [
            {"transcript": one.transcript, "words": one.words, "coded": one.coded, "share": round(one.share, 4),
             "codings": one.codings, "density": round(one.density, 2), "attention": found.attention(one),
             "turns": len(one.turns), "coded_turns": tidy.coded_turns(one), "parts": [round(p, 3) for p in one.parts]}
            for one in found.transcripts
        ],
        "stretches": [
            {"transcript": one.transcript, "first_turn": one.first, "last_turn": one.last, "start": one.start,
             "end": one.end, "words": one.words}
            for one in found.stretches
        ],
    })  # fmt: skip
    print_coverage(output, found)


def growth(args: argparse.Namespace, output: Output) -> None:
    """Tell which codes are new in each interview, with the critique of reading that as saturation."""
    with reading(args) as study:
        narrow = asked.filter_of(study, args)
        steps = grow(study, Order(args.order), narrow)
        if args.csv:
            _write_csv(args.csv, tidy.steps(steps), output, study)
            output.complain(say("query.critique"))
    if args.csv == _STDOUT:
        return
    output.data({
        "critique": say("query.critique"), "order": args.order,
        "steps": [
            {"transcript": step.transcript, "codings": step.codings, "total": step.total,
             "new": [
                 {"code": new.name, "path": new.path, "coding": short(new.coding_id), "created": new.created,
                  "coder": new.coder}
                 for new in step.new
             ]}
            for step in steps
        ],
    })  # fmt: skip
    if not args.csv:
        print_growth(output, steps)
        _tell_left_out(narrow, output)


def _write_csv(target: str, rows: Iterable[Sequence[str]], output: Output, study: StudyFile) -> None:
    """Write rows to a file (with a mark, so that spreadsheets read the letters right) or to stdout as plain UTF-8."""
    listed = list(rows)
    data = csv.write(listed)
    if target == _STDOUT:
        sys.stdout.write(data.decode("utf-8-sig").replace("\r\n", "\n"))
        return
    path = Path(target)
    _must_be_a_table(path, study)
    write_at_once(path, data)
    output.line(say("line.query_written", count=len(listed) - 1, file=path))


def _must_be_a_table(path: Path, study: StudyFile) -> None:
    """Refuse to write over anything but such a table as we write, or an export: nobody was asked."""
    if path.is_file() and _header(path) not in tidy.HEADERS:
        must_be_ours(study, path)


def _header(path: Path) -> tuple[str, ...]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            return tuple(file.readline(500).strip().split(","))
    except (OSError, UnicodeDecodeError):
        return ()
