"""Verbs on memos: listing, writing, editing, linking."""

import argparse

from workbench.acts import memos as acts
from workbench.acts.history_filter import thing_named
from workbench.cli.clock import local_time
from workbench.cli.desk import acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.cli.passages import ShownIds, pointed_at
from workbench.errors import StudyError
from workbench.store.lookups import memos as lookup
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.study_file import StudyFile
from workbench.study.ids import short
from workbench.study.memos import Memo, MemoKind, MemoLink
from workbench.study.spans import Span
from workbench.study.text import canonical, shorten
from workbench.words import say
from workbench.words.history import value_name

MEMO = "memo"


def memos(args: argparse.Namespace, output: Output) -> None:
    """List the memos, the newest first."""
    with reading(args) as study:
        wanted = _filter(study, args)
        found = lookup.memos(study, wanted)
        rows = [
            (memo, lookup.about_name(study, memo), lookup.passage_of(study, memo), lookup.links(study, memo.id))
            for memo in found
        ]
        ids = ShownIds(study, MEMO)
    output.data([_as_data(*row) for row in rows])
    if not rows:
        output.line(say("line.no_memos"))
    for memo, about, passage, links in rows:
        _print(output, ids[memo.id], memo, about, passage, links)


def _filter(study: StudyFile, args: argparse.Namespace) -> lookup.MemoFilter:
    about, about_id = "", None
    if args.about:
        about, about_id = thing_meant(study, args.about)
    return lookup.MemoFilter(
        about, about_id, None if args.kind is None else _kind(args.kind),
        people_lookup.coder_named(study, args.coder_name).id if args.coder_name else None,
        True if args.private else None, args.find or "",
    )  # fmt: skip


def _kind(word: str) -> MemoKind:
    return MemoKind("" if word == "unset" else word)


def thing_meant(study: StudyFile, text: str) -> tuple[str, int | None]:
    """Return (kind, id) of the living thing meant by `kind:name`; `study` alone is the study itself."""
    if text.strip().casefold() in ("study", "studien"):
        return "study", 0
    thing = thing_named(study, text)
    if not study.live(thing.kind, id=thing.id):
        raise StudyError(f"This {thing.kind} is no longer in the study.")
    return thing.kind, thing.id


def _as_data(memo: Memo, about: str, passage: str, links: list[MemoLink]) -> dict[str, object]:
    return {
        "id": short(memo.id), "kind": memo.kind.value, "title": memo.title, "text": memo.text, "about": memo.about,
        "name": about or None, "words": passage or None, "start": memo.span.start if memo.span else None,
        "end": memo.span.end if memo.span else None, "coder": memo.coder, "created": memo.created,
        "edited": memo.edited or None, "editor": memo.editor or None, "private": memo.private,
        "links": [{"about": link.about, "id": short(link.about_id), "name": link.name} for link in links],
    }  # fmt: skip


def _print(output: Output, shown: str, memo: Memo, about: str, passage: str, links: list[MemoLink]) -> None:
    thing = f"{value_name(memo.about)} «{about}»" if about else value_name(memo.about)
    marks = [value_name(memo.kind)] if memo.kind else []
    marks += [say("line.memo.private")] if memo.private else []
    told = f"  [{', '.join(marks)}]" if marks else ""
    output.line(f"{shown}  {thing}  {memo.coder}, {local_time(memo.created)}{told}")
    if memo.title:
        output.line(f"    {memo.title}")
    if passage:
        output.line(f"    «{shorten(passage, 200)}»")
    output.lines(memo.text, "    ")
    if memo.edited:
        output.line(f"    {say('line.memo.edited', editor=memo.editor, when=local_time(memo.edited))}")
    for link in links:
        output.line(f"    → {value_name(link.about)} «{link.name}»")


def add(args: argparse.Namespace, output: Output) -> None:
    """Write a memo on a thing, a passage, or the study."""
    if (args.turn or args.words) and not (args.about or "").strip():
        raise WrongUse(say("line.memo.needs_transcript"))
    with acting(args, output) as desk:
        about, about_id = thing_meant(desk.study, args.about or "study")
        span = _span(desk.study, about, about_id or 0, args) if args.words else None
        kind = None if args.kind is None else _kind(args.kind)
        private = True if args.private else False if args.shared else None
        memo_id = acts.write(
            desk.study, about, about_id or 0, args.text, kind=kind, title=args.title or "", private=private, span=span
        )
        desk.result["memo"] = short(memo_id)
        desk.notes.append(say("line.memo.id", id=ShownIds(desk.study, MEMO)[memo_id]))


def _span(study: StudyFile, about: str, about_id: int, args: argparse.Namespace) -> Span:
    if about != "transcript":
        raise WrongUse(say("line.memo.needs_transcript"))
    return transcript_lookup.load(study, about_id).find(canonical(args.words).text, args.turn)


def edit(args: argparse.Namespace, output: Output) -> None:
    """Change what a memo says or is."""
    if args.private and args.shared:
        raise WrongUse(say("line.memo.both"))
    if all(one is None for one in (args.text, args.title, args.kind)) and not (args.private or args.shared):
        raise WrongUse(say("line.memo.edit_needs"))
    with acting(args, output) as desk:
        memo_id = pointed_at(desk.study, args.memo, MEMO)
        private = True if args.private else False if args.shared else None
        kind = None if args.kind is None else _kind(args.kind)
        acts.edit(desk.study, memo_id, args.text, title=args.title, kind=kind, private=private)


def remove(args: argparse.Namespace, output: Output) -> None:
    """Take a memo away."""
    with acting(args, output) as desk:
        acts.remove(desk.study, pointed_at(desk.study, args.memo, MEMO))


def link(args: argparse.Namespace, output: Output) -> None:
    """Link a memo to things of the study."""
    with acting(args, output) as desk:
        memo_id = pointed_at(desk.study, args.memo, MEMO)
        about, about_id = thing_meant(desk.study, args.thing)
        acts.link(desk.study, memo_id, about, about_id or 0)


def unlink(args: argparse.Namespace, output: Output) -> None:
    """Take a link of a memo away."""
    with acting(args, output) as desk:
        memo_id = pointed_at(desk.study, args.memo, MEMO)
        about, about_id = thing_meant(desk.study, args.thing)
        acts.unlink(desk.study, memo_id, about, about_id or 0)


def history(args: argparse.Namespace, output: Output) -> None:
    """Print how a memo has read, oldest first."""
    with reading(args) as study:
        found = lookup.versions(study, pointed_at(study, args.memo, MEMO))
    output.data([{"at": one.at, "coder": one.coder, "title": one.title, "text": one.text} for one in found])
    for one in found:
        output.line(f"{local_time(one.at)}  {one.coder}{f'  {one.title}' if one.title else ''}")
        output.lines(one.text, "    ")
