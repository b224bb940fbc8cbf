"""The verb on the repairs of a transcript: listing, making, taking back, and what is odd in the text."""

import argparse
from collections.abc import Sequence

from workbench.acts import repairs as acts
from workbench.cli.desk import Desk, acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.store.lookups import originals as lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.originals import StoredRepair
from workbench.store.study_file import StudyFile
from workbench.study.ids import meant, short, telling_length
from workbench.study.repair_view import change, line_at, line_ends, seen
from workbench.study.repairs import RepairState
from workbench.study.text import shorten
from workbench.words import counted, say
from workbench.words.repairs import repair_reason

_LIST, _MAKE, _ODD = "list", "make", "odd"


def repairs(args: argparse.Namespace, output: Output) -> None:
    """List the repairs of a transcript, make some, take some back, or report what is odd."""
    chosen = bool(args.ids or args.kind or args.all)
    if args.what in (_LIST, _ODD):
        if args.ids or args.all or (args.kind and args.what == _ODD):
            raise WrongUse(say("line.repairs_only_list"))
        with reading(args) as study:
            transcript_id = transcript_lookup.named(study, args.transcript)
            (_list if args.what == _LIST else _odd)(study, transcript_id, args, output)
        return
    if not chosen:
        raise WrongUse(say("line.repairs_need"))
    with acting(args, output) as desk:
        _decide(desk, transcript_lookup.named(desk.study, args.transcript), args)


def _decide(desk: Desk, transcript_id: int, args: argparse.Namespace) -> None:
    study, made = desk.study, args.what == _MAKE
    known = lookup.repairs(study, transcript_id)
    named = [meant(text, [one.id for one in known], "repair") for text in args.ids]
    fitting = [one.id for one in known if (args.all or args.kind) and args.kind in (None, one.repair.kind.value)]
    # Of those named each must do; of all, or all of a kind, those that can.
    todo = [*named, *acts.possible(study, transcript_id, set(fitting) - set(named), made=made)]
    desk.result |= {"transcript": args.transcript, "repairs": [], "odd": [], "outcomes": {}}
    if not todo:
        return
    tally = acts.decide(study, transcript_id, list(dict.fromkeys(todo)), made=made)
    wanted = RepairState.MADE if made else RepairState.REJECTED
    desk.result["repairs"] = _data(study, transcript_id, set(todo))
    left = sum(one.state is not wanted for one in lookup.repairs(study, transcript_id) if one.id in fitting)
    if left:
        desk.notes.append(counted(say("repairs.left"), left))
    if tally is not None:
        desk.result["outcomes"] = tally.as_json()
        if tally.to_review:
            desk.notes.append(say("line.carried_waiting", count=tally.to_review))


def _data(study: StudyFile, transcript_id: int, ids: set[int]) -> list[dict[str, object]]:
    original = lookup.original(study, transcript_id)
    if original is None:
        return []
    ends = line_ends(original.text)
    return [
        {"id": short(one.id), "kind": one.repair.kind.value, "state": one.state.value, "sure": one.repair.sure,
         "line": line_at(ends, one.repair.start), "before": before, "after": after, "why": one.repair.why}
        for one in lookup.repairs(study, transcript_id) if one.id in ids
        for before, after in (change(original.text, one.repair),)
    ]  # fmt: skip


def _list(study: StudyFile, transcript_id: int, args: argparse.Namespace, output: Output) -> None:
    known = lookup.repairs(study, transcript_id)
    shown: Sequence[StoredRepair] = [one for one in known if args.kind in (None, one.repair.kind.value)]
    data = _data(study, transcript_id, {one.id for one in shown})
    output.data({"acts": [], "transcript": args.transcript, "repairs": data, "odd": [], "outcomes": {}})
    if not data:
        output.line(say("line.no_repairs", name=args.transcript))
        return
    length = telling_length([one.id for one in known])
    headings = [say(f"line.col.{name}") for name in ("id", "state", "repair", "line", "was", "reads", "why")]
    output.table(headings, (
        (str(row["id"])[-length:], say(f"repairs.state.{row['state']}"), say(f"repair.{row['kind']}"), row["line"],
         _flat(row["before"]), _flat(row["after"]), repair_reason(str(row["why"])))
        for row in data
    ))  # fmt: skip


def _odd(study: StudyFile, transcript_id: int, args: argparse.Namespace, output: Output) -> None:
    from workbench.transcripts.repairs.odd import report

    found = report(transcript_lookup.load(study, transcript_id).text)
    data = [
        {"kind": one.kind.value, "sign": one.sign, "count": one.count, "line": one.where_line, "sample": one.sample}
        for one in found
    ]
    output.data({"acts": [], "transcript": args.transcript, "repairs": [], "odd": data, "outcomes": {}})
    if not found:
        output.line(say("line.nothing_odd", name=args.transcript))
        return
    headings = [say(f"line.col.{name}") for name in ("odd", "sign", "count", "line", "sample")]
    output.table(headings, (
        (say(f"odd.{one.kind}"), seen(one.sign), one.count,
         one.where_line, shorten(one.sample, 60))
        for one in found
    ))  # fmt: skip


def _flat(text: object) -> str:
    return shorten(seen(str(text)), 44)
