"""Taking in a table of people on the command line: planned, told, then carried out or not."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from workbench.acts import people_import as acts
from workbench.cli.desk import acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.store.lookups.people_schema import schema
from workbench.store.study_file import StudyFile
from workbench.study.attributes import Type, choices_written
from workbench.study.people_plan import LEAVE, NEW, Plan, PlannedRow, Settled
from workbench.transcripts.guarded import Guard
from workbench.transcripts.people import PeopleTable, attribute_name
from workbench.words import say
from workbench.words.attributes import attribute_label
from workbench.words.told import translated, trouble_line

_MOST_SHOWN = 20


def import_people(args: argparse.Namespace, output: Output) -> None:
    """Take in a table of participants, or with --dry-run say what that would do."""
    with Guard() as guard:
        table = guard.read_people(Path(args.file))
    if args.dry_run:
        with reading(args) as study:
            planned = _plan(study, args, table)
        nothing: dict[str, object] = {"acts": [], "rows": len(table.rows), "changed": 0}
        output.data(nothing | plan_data(planned, add_choices=args.add_values))
        for line in (*told(planned, add_choices=args.add_values), say("line.nothing_stored")):
            output.line(line)
        return
    with acting(args, output) as desk:
        planned = _plan(desk.study, args, table)
        changed = acts.take(desk.study, planned, keep_old=args.keep_old, add_choices=args.add_values,
                            good_only=args.good_only)  # fmt: skip
        desk.result |= {"rows": len(table.rows), "changed": changed} | plan_data(planned, add_choices=args.add_values)
        desk.notes.append(say("line.people_taken", rows=len(table.rows), changed=changed))
        desk.notes += [*warnings(planned), *trouble_lines(planned, add_choices=args.add_values)]


def _plan(study: StudyFile, args: argparse.Namespace, table: PeopleTable) -> Plan:
    matches = dict(_pair(one, "--match") for one in args.match) | dict.fromkeys(args.leave, LEAVE)
    types: dict[str, Type] = {}
    for one in args.type:
        column, name = _pair(one, "--type")
        if name not in list(Type) or name == Type.BAND:
            raise WrongUse(say("line.people_no_type", name=name))
        types[attribute_name(column)] = Type(name)
    kind = schema(study).kind_named(args.kind).id if args.kind else None
    settled = Settled(matches, types, kind, NEW if args.add else "")
    return acts.plan(study, table.rows, _label_column(args, table), settled)


def _label_column(args: argparse.Namespace, table: PeopleTable) -> str:
    if not args.label_column:
        return table.label_column
    wanted = attribute_name(args.label_column)
    if wanted not in table.columns:
        raise WrongUse(say("line.people_no_column", name=args.label_column, known=", ".join(table.columns)))
    return wanted


def _pair(given: str, flag: str) -> tuple[str, str]:
    left, equals, right = given.rpartition("=")
    if not equals or not left.strip() or not right.strip():
        raise WrongUse(say("line.people_no_pair", given=given, flag=flag))
    return left.strip(), right.strip()


def plan_data(planned: Plan, *, add_choices: bool = False) -> dict[str, object]:
    """Return a plan as JSON values."""
    return {
        "label_column": planned.label_column,
        "columns": [
            {"name": one.name, "type": one.type.value, "defined": one.defined, "choices": list(one.choices),
             "filled": one.filled, "examples": list(one.examples),
             "unfit": [{"row": row, "value": value} for row, value in one.unfit]}
            for one in planned.columns
        ],
        "matches": [
            {"row": one.number, "label": one.label, "participant": one.participant if one.participant_id else None,
             "becomes": becomes(one), "near": list(one.near)}
            for one in planned.rows
        ],
        "conflicts": [
            {"participant": one.participant, "name": one.name, "old": one.old, "new": one.new}
            for one in planned.conflicts
        ],
        "new_values": planned.new_values,
        "troubles": [
            {"row": one.number, "label": one.label, "column": one.column or None, "value": one.value,
             "why": translated(one.why)}
            for one in planned.troubles(add_choices=add_choices)
        ],
        "warnings": list(warnings(planned)),
    }  # fmt: skip


def becomes(row: PlannedRow) -> str:
    """Return what becomes of a row, as a word of the program: known, new, left or ask."""
    if row.participant_id is not None:
        return "known"
    return {NEW: "new", LEAVE: "left"}.get(row.settled, "ask")


def warnings(planned: Plan) -> Sequence[str]:
    """Return what should be looked at before the table is taken: who refused, values that do not fit."""
    found: list[str] = []
    if planned.left_out:
        found.append(say("line.people_left_out", names=", ".join(planned.left_out)))
    if planned.refusing:
        found.append(say("line.people_refusing", names=", ".join(planned.refusing)))
    for one in planned.unfit:
        values = ", ".join(dict.fromkeys(value for _, value in one.unfit[:8]))
        type_ = say(f"attribute.type.{one.type.value}")
        found.append(say("line.people_unfit", name=attribute_label(one.name), type=type_, values=values))
    return found


def trouble_lines(planned: Plan, *, add_choices: bool = False) -> list[str]:
    """Return what cannot be taken, each with row, column and reason."""
    troubles = planned.troubles(add_choices=add_choices)
    heads = [say("line.people_troubles", count=len(troubles))] if troubles else []
    return heads + [f"    {trouble_line(one.number, one.column, one.value, one.why)}" for one in troubles]


def told(planned: Plan, *, add_choices: bool = False) -> list[str]:
    """Return what a plan would do, line by line."""
    lines = [say("line.people_columns")]
    for one in planned.columns:
        known = say("line.people_defined" if one.defined else "line.people_guessed")
        examples = choices_written(one.choices or one.examples)
        type_ = say(f"attribute.type.{one.type.value}")
        lines.append(f"    {attribute_label(one.name)}: {type_} ({known}), {one.filled}: {examples}")
    lines.append(say("line.people_rows"))
    for row in planned.rows:
        near = f" ({say('line.people_near', names=', '.join(row.near))})" if row.near and row.open else ""
        lines.append(f"    {row.label}: {say(f'line.people_becomes.{becomes(row)}', name=row.participant)}{near}")
    if planned.conflicts:
        lines.append(say("line.people_conflicts", count=len(planned.conflicts)))
        lines += [
            f"    {one.participant} {attribute_label(one.name)}: {one.old} → {one.new}"
            for one in planned.conflicts[:_MOST_SHOWN]
        ]
        if len(planned.conflicts) > _MOST_SHOWN:
            lines.append("    …")
    lines.append(say("line.people_new_values", count=planned.new_values))
    lines += trouble_lines(planned, add_choices=add_choices)
    return [*lines, *(f"! {one}" for one in warnings(planned))]
