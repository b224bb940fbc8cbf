"""Merging a colleague's codebook from the command line: list the conflicts, settle them, apply."""

import argparse
import os
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

from workbench.cli.desk import acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.errors import TeamError
from workbench.exchange import read_codebook
from workbench.study.text import shorten
from workbench.team import (
    ChangeKind,
    Conflict,
    MergePlan,
    Resolution,
    apply,
    plan_for,
    resolutions_from_json,
    resolutions_to_json,
    undecided,
    with_decisions,
)
from workbench.words import say

_SHOWN_ID = 6
_SHOWN_NAMES = 8
_GIVEN = (Resolution.OURS, Resolution.THEIRS, Resolution.BOTH)
Choices = Mapping[str, Resolution]


def merge(args: argparse.Namespace, output: Output) -> None:
    """Merge a codebook file with the study's, from the version both started from."""
    theirs = read_codebook(Path(args.file))
    base = read_codebook(Path(args.base)) if args.base else None
    kept = _kept(args)
    if args.list:
        with reading(args) as study:
            plan, choices = _settled(plan_for(study, base, theirs), kept, args)
        _keep(args, plan, choices, kept)
        conflicts = [_as_data(one, choices) for one in plan.conflicts]
        output.data({"acts": [], "changes": [one.sentence() for one in plan.changes], "conflicts": conflicts,
                     "open": len(_open(plan, choices))})  # fmt: skip
        if not output.as_json:
            _print(plan, choices, output)
        return
    with acting(args, output) as desk:
        plan, choices = _settled(plan_for(desk.study, base, theirs), kept, args)
        _check_removals(plan, args)
        report = apply(desk.study, plan, choices)
        _keep(args, plan, choices, kept)
        desk.result |= {
            "changes": list(report.sentences), "conflicts": [_as_data(one, choices) for one in plan.conflicts],
            "open": len(_open(plan, choices)),
        }  # fmt: skip
        # The open conflicts come below with their ids.
        told = {say("merge.postponed", conflict=one.sentence()) for one in plan.conflicts}
        desk.notes += [one for one in report.sentences if one not in told]
        desk.notes += [_line(place, one, choices) for place, one in _numbered(plan) if one.id not in choices]


def _check_removals(plan: MergePlan, args: argparse.Namespace) -> None:
    """Refuse to take codes away unasked: with another file than the common start, all that is new here would go."""
    gone = [change.name for change in plan.changes if change.kind is ChangeKind.DELETE]
    if gone and not args.remove:
        names = ", ".join(f"«{shorten(name, 40)}»" for name in gone[:_SHOWN_NAMES])
        raise TeamError(say("merge.removes", count=len(gone), names=names + ("…" if len(gone) > _SHOWN_NAMES else "")))


def _kept(args: argparse.Namespace) -> dict[str, Resolution]:
    """Return the earlier choices; the file may be missing, it is made then."""
    if not args.resolutions or not Path(args.resolutions).exists():
        return {}
    try:
        text = Path(args.resolutions).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise TeamError(say("merge.file.unread", file=args.resolutions, error=error)) from error
    told = resolutions_from_json(text)
    return {one: choice for one, choice in told.items() if choice is not Resolution.SKIP}


def _settled(plan: MergePlan, kept: Choices, args: argparse.Namespace) -> tuple[MergePlan, dict[str, Resolution]]:
    """Return how each conflict is settled, and the plan that follows from it.

    By `--settle` in the order given, else as kept, else by `--take` where that is a choice. A decision can raise a
    conflict that was not there before; it can be settled in the same breath.
    """
    chosen = dict(kept)
    for given in args.settle:
        pointed, _, word = given.partition("=")
        conflict = _meant(pointed.strip(), with_decisions(plan, chosen).conflicts)
        if word not in {one.value for one in _GIVEN} or Resolution(word) not in conflict.choices:
            allowed = ", ".join(one.value for one in conflict.choices if one in _GIVEN)
            raise TeamError(say("merge.not_a_choice", choice=given, conflict=conflict.sentence(), allowed=allowed))
        chosen[conflict.id] = Resolution(word)
    if args.take:
        side = Resolution(args.take)
        while fresh := [one for one in undecided(plan, chosen) if side in one.choices]:
            chosen |= {one.id: side for one in fresh}
    plan = with_decisions(plan, chosen)
    known = {one.id for one in plan.conflicts}
    return plan, {one: choice for one, choice in chosen.items() if one in known}


def _meant(pointed: str, conflicts: Sequence[Conflict]) -> Conflict:
    """Return the conflict whose id begins so."""
    if not pointed:
        raise WrongUse(say("line.settle_form"))
    hits = [one for one in conflicts if one.id.startswith(pointed.lower())]
    if len(hits) == 1:
        return hits[0]
    if hits:
        raise TeamError(say("merge.many_conflicts", count=len(hits), pointed=pointed))
    raise TeamError(say("merge.unknown_conflict", pointed=pointed))


def _keep(args: argparse.Namespace, plan: MergePlan, choices: Choices, kept: Choices) -> None:
    """Write the choices back when they are new, so that they can be replayed or filled in by hand."""
    if not args.resolutions or (Path(args.resolutions).exists() and dict(choices) == dict(kept)):
        return
    path = Path(args.resolutions)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        temporary.write_text(resolutions_to_json(plan, choices), encoding="utf-8")
        os.replace(temporary, path)
    except OSError as error:
        raise TeamError(say("merge.file.unwritten", file=path, error=error.strerror)) from error
    finally:
        temporary.unlink(missing_ok=True)


def _open(plan: MergePlan, choices: Choices) -> list[Conflict]:
    return [one for one in plan.conflicts if one.id not in choices]


def _as_data(conflict: Conflict, choices: Choices) -> dict[str, object]:
    settled = choices.get(conflict.id)
    return {
        "id": conflict.id, "kind": conflict.kind.value, "code": conflict.name, "field": conflict.field,
        "text": conflict.sentence(), "base": conflict.base, "ours": conflict.ours, "theirs": conflict.theirs,
        "choices": [one.value for one in conflict.choices if one in _GIVEN], "default": conflict.default.value,
        "settled": settled.value if settled else None, "codings": conflict.codings,
    }  # fmt: skip


def _numbered(plan: MergePlan) -> list[tuple[int, Conflict]]:
    return list(enumerate(plan.conflicts, 1))


def _line(place: int, conflict: Conflict, choices: Choices) -> str:
    settled = choices.get(conflict.id)
    state = say("line.settled", choice=settled.value) if settled else say("line.open")
    return f"{place}. {conflict.id[:_SHOWN_ID]}  {conflict.sentence()}  [{state}]"


def _print(plan: MergePlan, choices: Choices, output: Output) -> None:
    output.line(say("line.merge_counts", changes=len(plan.changes), conflicts=len(plan.conflicts)))
    for change in plan.changes:
        output.line(f"  {change.sentence()}")
    for place, conflict in _numbered(plan):
        output.line(_line(place, conflict, choices))
        for side in ("base", "ours", "theirs"):
            value = conflict.side(side)
            if value:
                output.line(f"      {say(f'line.side.{side}')}: {shorten(value, 200)}")
        allowed = "|".join(one.value for one in conflict.choices if one in _GIVEN)
        output.line(f"      --settle {conflict.id[:_SHOWN_ID]}={allowed}")
