"""Verbs on the review of themes."""

import argparse

from workbench.acts import reviews as acts
from workbench.cli.clock import local_time
from workbench.cli.desk import acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.cli.passages import CODING, ShownIds, pointed_at
from workbench.store.lookups import reviews as lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.themes import theme_named
from workbench.study.ids import short
from workbench.study.reviews import ExtractVerdict, Review, WholeVerdict
from workbench.study.text import shorten
from workbench.words import say
from workbench.words.history import value_name

REVIEW = "review"


def add(args: argparse.Namespace, output: Output) -> None:
    """Review a coding, or a transcript, against a theme."""
    if (args.coding is None) == (args.transcript is None):
        raise WrongUse(say("line.review_one"))
    known = list(ExtractVerdict if args.coding else WholeVerdict)
    if args.verdict not in known:
        raise WrongUse(say("line.review_verdict", known=", ".join(known)))
    with acting(args, output) as desk:
        study, theme = desk.study, theme_named(desk.study, args.theme)
        if args.coding:
            coding_id = pointed_at(study, args.coding, CODING)
            made = acts.review_extract(study, theme.id, coding_id, ExtractVerdict(args.verdict), args.why or "")
        else:
            transcript_id = transcript_lookup.named(study, args.transcript)
            made = acts.review_whole(study, theme.id, transcript_id, WholeVerdict(args.verdict), args.why or "")
        desk.result["review"] = short(made)


def reviews(args: argparse.Namespace, output: Output) -> None:
    """List the reviews, the newest first."""
    with reading(args) as study:
        theme_id = theme_named(study, args.theme).id if args.theme else None
        found = lookup.reviews(study, theme_id, int(args.level) if args.level else None)
        counts = lookup.review_counts(study, theme_id) if theme_id else None
        ids = ShownIds(study, REVIEW)
    output.data([_as_data(one) for one in found])
    if not found:
        output.line(say("line.no_reviews"))
    for one in found:
        where = f"{one.transcript} {say('line.turn', turn=one.passage.turn)}" if one.passage else one.transcript
        output.line(
            f"{ids[one.id]}  {one.theme}  {where}  [{value_name(one.verdict)}]  {one.coder}, {local_time(one.created)}"
        )
        if one.passage:
            output.line(f"    «{shorten(one.passage.words, 200)}»")
        if one.why:
            output.lines(one.why, "    ")
    if counts:
        output.line(say(
            "line.review_counts", passages=counts.passages, of_passages=counts.of_passages,
            transcripts=counts.transcripts, of_transcripts=counts.of_transcripts,
        ))  # fmt: skip


def _as_data(one: Review) -> dict[str, object]:
    return {
        "id": short(one.id), "level": one.level, "theme": one.theme, "verdict": one.verdict, "why": one.why,
        "coder": one.coder, "created": one.created, "transcript": one.transcript,
        "coding": short(one.passage.coding.id) if one.passage else None,
        "turn": one.passage.turn if one.passage else None, "words": one.passage.words if one.passage else None,
    }  # fmt: skip


def remove(args: argparse.Namespace, output: Output) -> None:
    """Take a review away."""
    with acting(args, output) as desk:
        acts.remove(desk.study, pointed_at(desk.study, args.review, REVIEW))
