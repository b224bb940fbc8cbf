"""What the arguments of a question mean: codes and themes, filters, where others stand to a passage."""

import argparse
from collections.abc import Iterable, Sequence
from datetime import datetime

from workbench.cli.output import WrongUse
from workbench.errors import QueryError
from workbench.queries.heads import Head, code_rows, codes_of, fitting, theme_rows
from workbench.queries.meeting import COUNTS_TURNS, Relation, Term
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.codes import codebook
from workbench.store.lookups.themes import theme_named
from workbench.store.study_file import StudyFile
from workbench.study.codes import Codebook
from workbench.study.coding_filter import CodingFilter
from workbench.study.codings import Level, Stance
from workbench.study.periods import as_kept, period
from workbench.study.transcripts import Role
from workbench.transcripts.people import attribute_name
from workbench.words import say
from workbench.words.attributes import template_kept


def attribute_kept(written: str) -> str:
    """Return the name the study keeps of an attribute as typed: `kjønn` → `gender`, `aldersgruppe` → `age_band`."""
    label = "_".join(written.casefold().split())
    kept = template_kept(f"{{{label}}}").strip("{}")
    return kept if kept != label else attribute_name(written)


def filter_of(study: StudyFile, args: argparse.Namespace) -> CodingFilter:
    """Return the filter that the arguments ask for.

    Raises:
        WorkbenchError: a coder, transcript, participant, attribute, value or time is not known.
    """
    if any(one < 1 for one in args.round):
        raise WrongUse(say("line.count_from_one"))
    since, until = period(args.when, datetime.now().astimezone().date()) if args.when else (None, None)
    people = tuple(people_lookup.labelled(study, label).id for label in args.participant)
    gone = () if args.withdrawn else people_lookup.withdrawn(study)
    return CodingFilter(
        coders=tuple(people_lookup.coder_named(study, name).id for name in args.coder_name),
        transcripts=tuple(transcript_lookup.named(study, name) for name in args.transcript),
        participants=people,
        attributes=tuple(pair for written in args.where for pair in _attribute(study, written)),
        roles=tuple(Role(role) for role in args.role),
        levels=tuple(Level("" if level == "unset" else level) for level in args.level),
        stances=tuple(Stance("" if stance == "unset" else stance) for stance in args.stance),
        rounds=tuple(args.round),
        since=as_kept(since), until=as_kept(until),
        # Whoever is asked for by name is meant.
        without=tuple(one for one in gone if one not in people),
    )  # fmt: skip


def _attribute(study: StudyFile, written: str) -> Iterable[tuple[str, str]]:
    name, sign, value = written.partition("=")
    if not sign or not name.strip():
        raise WrongUse(say("line.query_where_form", written=written))
    return fitting(study, attribute_kept(name), value)


def rows_of(study: StudyFile, args: argparse.Namespace) -> tuple[Head, ...]:
    """Return the rows of a table: codes, those under a code, or themes."""
    if args.themes and args.under:
        raise WrongUse(say("line.query_themes_or_under"))
    book = codebook(study)
    if args.themes:
        return theme_rows(study, book, children=args.children)
    return code_rows(book, book.named(args.under).id if args.under else None, children=args.children)


def asked_codes(study: StudyFile, book: Codebook, args: argparse.Namespace) -> frozenset[int]:
    """Return the codes a question is about: those named, and those of the themes named."""
    if not args.codes and not args.theme:
        raise WrongUse(say("line.query_needs_code"))
    named = [book.named(name).id for name in args.codes]
    named += [code for name in args.theme for code in theme_named(study, name).code_ids]
    if not named:
        raise QueryError(say("query.empty_theme", theme=", ".join(args.theme)))
    return codes_of(book, named, children=args.children)


def terms(book: Codebook, names: Sequence[str], relation: Relation, turns: int, *, children: bool) -> tuple[Term, ...]:
    """Return a term for each code named."""
    return tuple(
        Term(codes_of(book, [book.named(name).id], children=children), relation, turns, book.named(name).name)
        for name in names
    )


def relation_of(args: argparse.Namespace) -> tuple[Relation, int]:
    """Return how the others are to stand to the passage, and within how many turns.

    Raises:
        WrongUse: two ways are asked for at once, or turns are counted below 0.
    """
    counted = [
        (relation, number)
        for relation, number in zip(COUNTING, (args.near, args.after, args.before), strict=True)
        if number is not None
    ]
    if len(counted) + bool(args.how) > 1:
        raise WrongUse(say("line.query_one_way"))
    if any(number < 0 for _, number in counted):
        raise WrongUse(say("line.query_turns"))
    if counted:
        return counted[0]
    return Relation(args.how or Relation.OVERLAP), 0


COUNTING = (Relation.NEAR, Relation.AFTER, Relation.BEFORE)
assert set(COUNTING) == COUNTS_TURNS
