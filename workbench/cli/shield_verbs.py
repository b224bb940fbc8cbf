"""Verbs that anonymise: looking for names, and one decision for every mention."""

import argparse
from collections import Counter, defaultdict

from workbench.acts import entities as acts
from workbench.cli.desk import acting, reading
from workbench.cli.output import Output
from workbench.errors import StudyError
from workbench.store.lookups.entities import entities as load
from workbench.store.lookups.findings import finding_counts
from workbench.store.study_file import StudyFile
from workbench.study.masking import Decision, Entity, EntityKind
from workbench.study.text import squeeze_name
from workbench.words import say
from workbench.words.history import value_name


def scan(args: argparse.Namespace, output: Output) -> None:
    """Look through the transcripts for names and other identifiers."""
    from workbench.shield.scan import scan as look

    with acting(args, output) as desk:
        report = look(desk.study)
        undecided = sum(1 for one in load(desk.study) if one.decision is Decision.UNDECIDED)
        desk.result |= {"proposed": report.new, "undecided": undecided}
        desk.notes.append(say("line.scanned", undecided=undecided))


def entities(args: argparse.Namespace, output: Output) -> None:
    """List the entities with their decisions and how often they are mentioned."""
    from workbench.shield.masks import mentions

    with reading(args) as study:
        seen = finding_counts(study)
        found, count, places = load(study), Counter[int](), defaultdict[int, set[int]](set)
        for one in mentions(study):
            count[one.entity.id] += 1
            places[one.entity.id].add(one.transcript_id)
    if args.undecided:
        found = [one for one in found if one.decision is Decision.UNDECIDED]
    output.data([
        {"name": one.name, "kind": one.kind.value, "forms": list(one.forms), "decision": one.decision.value,
         "replacement": one.replacement, "mentions": count[one.id], "transcripts": len(places[one.id]),
         "findings": seen.get(one.id, 0), "sure": one.sure, "reason": one.reason}
        for one in found
    ])  # fmt: skip
    if not found:
        output.line(say("line.all_decided" if args.undecided else "line.no_entities"))
        return
    columns = ("name", "kind", "decision", "replacement", "mentions", "transcripts")
    output.table([say(f"line.col.{name}") for name in columns], (
        (", ".join(one.forms), value_name(one.kind.value), value_name(one.decision.value), one.replacement or "–",
         count[one.id], len(places[one.id]))
        for one in found
    ))  # fmt: skip


def _named(study: StudyFile, name: str) -> Entity:
    """Return the entity one of whose forms is `name`, case aside."""
    wanted = squeeze_name(name).casefold()
    hits = [one for one in load(study) if wanted in {form.casefold() for form in one.forms}]
    exact = [one for one in hits if squeeze_name(name) in one.forms]
    if len(exact) == 1 or len(hits) == 1:
        return (exact if len(exact) == 1 else hits)[0]
    if hits:
        listed = "; ".join(f"{', '.join(one.forms)} ({one.kind.value})" for one in hits)
        raise StudyError(f"Several entries are written «{name}»: {listed}. Use a form that only one of them has.")
    raise StudyError(f"No name «{name}» is listed; see `workbench shield entities`, or add it with `shield add`.")


def replace(args: argparse.Namespace, output: Output) -> None:
    """Show a label instead of a name."""
    _decide(args, output, Decision.REPLACE, args.label)


def keep(args: argparse.Namespace, output: Output) -> None:
    """Keep a name as it is."""
    _decide(args, output, Decision.KEEP)


def dismiss(args: argparse.Namespace, output: Output) -> None:
    """Say that the words are no name."""
    _decide(args, output, Decision.NOT_A_NAME)


def _decide(args: argparse.Namespace, output: Output, decision: Decision, label: str = "") -> None:
    with acting(args, output) as desk:
        acts.decide(desk.study, _named(desk.study, args.name).id, decision, label)


def add(args: argparse.Namespace, output: Output) -> None:
    """List a name that the search did not find."""
    from workbench.shield.by_hand import add_by_hand

    with acting(args, output) as desk:
        if not add_by_hand(desk.study, args.name, EntityKind(args.kind)):
            raise StudyError(f"«{args.name}» is listed already; see `workbench shield entities`.")
