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
from workbench.store.study_file import StudyFile
from workbench.study.codebook_file import CodebookFile
from workbench.study.text import shorten
from workbench.team import (
    Conflict,
    MergePlan,
    Resolution,
    apply,
    plan_for,
    resolutions_from_json,
    resolutions_to_json,
)
from workbench.words import say

_SHOWN_ID = 6
_GIVEN = (Resolution.OURS, Resolution.THEIRS, Resolution.BOTH)
Choices = Mapping[str, Resolution]


def merge(args: argparse.Namespace, output: Output) -> None:
    """Merge a codebook file with the study's, from the version both started from."""
    theirs = read_codebook(Path(args.file))
    base = read_codebook(Path(args.base)) if args.base else None
    kept = _kept(args)
    if args.list:
        with reading(args) as study:
            plan = plan_for(study, base, theirs)
        choices = _choices(plan, kept, args)
        _keep(args, plan, choices, kept)
        conflicts = [_as_data(one, choices) for one in plan.conflicts]
        output.data({"acts": [], "changes": [one.sentence() for one in plan.changes], "conflicts": conflicts,
                     "open": len(_open(plan, choices))})  # fmt: skip
        if not output.as_json:
            _print(plan, choices, output)
        return
    with acting(args, output) as desk:
        plan, choices, told = _apply(desk.study, args, base, theirs, kept)
        desk.result |= {
            "changes": list(told), "conflicts": [_as_data(one, choices) for one in plan.conflicts],
            "open": len(_open(plan, choices)),
        }  # fmt: skip
        # The open conflicts come below with their ids.
        desk.notes += [one for one in told if not one.startswith("Postponed: ")]
        desk.notes += [_line(place, one, choices) for place, one in _numbered(plan) if one.id not in choices]


def _apply(study: StudyFile, args: argparse.Namespace, base: CodebookFile | None, theirs: CodebookFile,
           kept: Choices) -> tuple[MergePlan, Choices, Sequence[str]]:  # fmt: skip
    """Settle what can be settled and apply; what stays open follows its default and is told."""
    plan = plan_for(study, base, theirs)
    choices = _choices(plan, kept, args)
    report = apply(study, plan, choices)
    _keep(args, plan, choices, kept)
    return plan, choices, report.sentences


def _kept(args: argparse.Namespace) -> dict[str, Resolution]:
    """Return the earlier choices; the file may be missing, it is made then."""
    if not args.resolutions or not Path(args.resolutions).exists():
        return {}
    try:
        text = Path(args.resolutions).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise TeamError(f"{args.resolutions} cannot be read ({error}).") from error
    told = resolutions_from_json(text)
    return {one: choice for one, choice in told.items() if choice is not Resolution.SKIP}


def _choices(plan: MergePlan, kept: Choices, args: argparse.Namespace) -> dict[str, Resolution]:
    """Return how each conflict is settled: by `--settle`, else as kept, else by `--take` where that is a choice."""
    known = {one.id: one for one in plan.conflicts}
    chosen = {one: choice for one, choice in kept.items() if one in known}
    for given in args.settle:
        pointed, _, word = given.partition("=")
        conflict = _meant(pointed.strip(), plan.conflicts)
        if word not in {one.value for one in _GIVEN} or Resolution(word) not in conflict.choices:
            allowed = ", ".join(one.value for one in conflict.choices if one in _GIVEN)
            raise TeamError(f"«{given}» does not settle this conflict: {conflict.sentence()} Use {allowed}.")
        chosen[conflict.id] = Resolution(word)
    if args.take:
        side = Resolution(args.take)
        chosen |= {one.id: side for one in plan.conflicts if one.id not in chosen and side in one.choices}
    return chosen


def _meant(pointed: str, conflicts: Sequence[Conflict]) -> Conflict:
    """Return the conflict whose id begins so."""
    if not pointed:
        raise WrongUse(say("line.settle_form"))
    hits = [one for one in conflicts if one.id.startswith(pointed.lower())]
    if len(hits) == 1:
        return hits[0]
    if hits:
        raise TeamError(f"{len(hits)} conflicts have ids that begin with «{pointed}»; give more of it.")
    raise TeamError(f"There is no conflict «{pointed}» in this merge; see `workbench codebook merge … --list`.")


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
        raise TeamError(f"{path} cannot be written ({error.strerror}); the choices were not kept.") from error
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
            value = str(getattr(conflict, side))
            if value:
                output.line(f"      {say(f'line.side.{side}')}: {shorten(value, 200)}")
        allowed = "|".join(one.value for one in conflict.choices if one in _GIVEN)
        output.line(f"      --settle {conflict.id[:_SHOWN_ID]}={allowed}")
