"""Searching what was said and what was written about it, keeping searches, coding what was found."""

import argparse
from dataclasses import replace

from workbench.acts import searches as acts
from workbench.cli.desk import acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.cli.passages import reference
from workbench.store.lookups import codes as code_lookup
from workbench.store.lookups import searches as lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.search.find import Order, Results, find
from workbench.store.search.hits import Hit
from workbench.store.search.notes import NoteHit, find_notes
from workbench.store.search.spread import Spread, spread, spread_of
from workbench.store.study_file import StudyFile
from workbench.study.codes import check_usable
from workbench.study.search_match import Excerpt
from workbench.study.search_query import Query, parse
from workbench.study.search_units import Unit, passages
from workbench.study.spans import Span
from workbench.words import counted, say
from workbench.words.search_language import explained

_ALL = 1_000_000
_READING_SECONDS = 60.0
_COUNTING_SECONDS = 5.0


def search(args: argparse.Namespace, output: Output) -> None:
    """Print what fits; keep the search, or code what was found, when asked to."""
    if args.syntax:
        _explain(output)
        return
    if not args.text and not args.saved:
        raise WrongUse(say("line.search_nothing"))
    if args.code and (args.notes or args.keep):
        raise WrongUse(say("search.not_turns") if args.notes else say("line.search_nothing"))
    if args.keep:
        with acting(args, output) as desk:
            text, query = _query(desk.study, args)
            acts.keep(
                desk.study, args.keep, text, parts=query.parts, stems=query.stems, notes=_in_notes(desk.study, args)
            )
    elif args.code and args.yes:
        with acting(args, output) as desk:
            if _in_notes(desk.study, args):
                raise WrongUse(say("search.not_turns"))
            text, query = _query(desk.study, args)
            code = check_usable(code_lookup.codebook(desk.study).named(args.code))
            found = _passages(
                desk.study, find(desk.study, query, _ALL, Order.DOCUMENT, seconds=_READING_SECONDS), Unit(args.unit)
            )
            desk.result["coded"] = acts.code_found(desk.study, found, code.id, text)
    else:
        with reading(args) as study:
            _show(study, _query(study, args)[1], args, output)


def _query(study: StudyFile, args: argparse.Namespace) -> tuple[str, Query]:
    """Return what is searched for, as typed (a kept search and more words narrow each other), and as understood."""
    kept = lookup.named(study, args.saved) if args.saved else None
    typed = " ".join(args.text)
    text = f"({kept.text}) {typed}".strip() if kept and typed else kept.text if kept else typed
    parts = not args.whole and (kept.parts if kept else True)
    return text, parse(text, parts=parts, stems=args.stems or bool(kept and kept.stems))


def _in_notes(study: StudyFile, args: argparse.Namespace) -> bool:
    return args.notes or bool(args.saved and lookup.named(study, args.saved).notes)


def _explain(output: Output) -> None:
    """Print the search language with examples."""
    output.data([{"example": example, "finds": finds} for _, rows in explained() for example, finds in rows])
    for heading, rows in explained():
        wide = max(len(example) for example, _ in rows) + 3
        output.line(heading)
        for example, finds in rows:
            output.line(f" {example:<{wide}}{finds}")


def _found(study: StudyFile, query: Query, limit: int, order: Order) -> tuple[Results, Spread | None]:
    """Return the first hits, and by whom they all are."""
    if not query.has_regex:
        return find(study, query, limit, order), spread(study, query, order, seconds=_COUNTING_SECONDS)
    every = find(study, query, _ALL, seconds=_READING_SECONDS)
    return replace(every, hits=every.hits[:limit]), spread_of(every.hits, more=every.more)


def _people(told: Spread | None) -> str:
    if told is None or not told.people:
        return ""
    shown = ", ".join(f"{label} {count}" for label, count in told.people)
    return say("line.search_people", count=len(told.people), people=shown)


def _show(study: StudyFile, query: Query, args: argparse.Namespace, output: Output) -> None:
    limit = max(1, args.limit)
    if _in_notes(study, args):
        notes = find_notes(study, query, limit)
        output.data({"total": notes.total, "more": notes.stopped, "remarks": list(notes.remarks),
                     "hits": [_note_data(hit) for hit in notes.hits]})  # fmt: skip
        for hit in notes.hits:
            output.line(f"{say(f'search.note.{hit.note.kind.value}')}  {hit.note.title}")
            output.line(f"    {_bracketed(hit.excerpt, Span(0, len(hit.note.text)))}")
        _tell(output, notes.total, len(notes.hits), notes.stopped, notes.remarks)
        return
    results, told = _found(study, query, limit, Order(args.order))
    output.data({"total": results.total, "more": results.more, "remarks": list(results.remarks),
                 "participants": dict(told.people) if told else {},
                 "others": told.others if told else 0,
                 "hits": [_hit_data(hit) for hit in results.hits]})  # fmt: skip
    for hit in results.hits:
        codes = ", ".join(hit.codes) or say("search.uncoded")
        output.line(f"{reference(hit.participant, hit.transcript, hit.turn, hit.begin_ms)}  {codes}")
        output.line(f"    {_bracketed(hit.excerpt, hit.span)}")
    if people := _people(told):
        output.line(people)
    _tell(output, results.total, len(results.hits), results.more, results.remarks)
    if args.code:
        code = check_usable(code_lookup.codebook(study).named(args.code))
        every = find(study, query, _ALL, Order.DOCUMENT, seconds=_READING_SECONDS)
        count = len(set(_passages(study, every, Unit(args.unit))))
        output.line(say("line.search_would", count=count, code=code.name))


def _tell(output: Output, total: int, shown: int, more: bool, remarks: tuple[str, ...]) -> None:
    output.line(say("line.search_total_more", count=total) if more else counted(say("line.search_total"), total))
    if shown < total:
        output.line(say("line.search_shown", shown=shown))
    if not output.as_json:
        for remark in remarks:
            output.complain(remark)


def _passages(study: StudyFile, results: Results, unit: Unit) -> list[tuple[int, Span]]:
    found: list[tuple[int, Span]] = []
    text_of, text = 0, ""
    for hit in results.hits:
        if hit.transcript_id != text_of:
            text_of, text = hit.transcript_id, transcript_lookup.load(study, hit.transcript_id).text
        found += [(hit.transcript_id, span) for span in passages(text, hit.span, hit.marks, unit)]
    return found


def _bracketed(excerpt: Excerpt, whole: Span) -> str:
    """Return an excerpt of `whole` on one line, what was found in square brackets, dots for what is left out."""
    words, start = excerpt.words, excerpt.span.start
    shown, at = "… " if start > whole.start else "", 0
    for mark in excerpt.marks:
        shown += f"{words[at : mark.start - start]}[{words[mark.start - start : mark.end - start]}]"
        at = mark.end - start
    after = " …" if excerpt.span.end < whole.end else ""
    return " ".join(f"{shown}{words[at:]}{after}".split())


def _hit_data(hit: Hit) -> dict[str, object]:
    return {
        "transcript": hit.transcript, "participant": hit.participant, "speaker": hit.speaker, "turn": hit.turn,
        "begin_ms": hit.begin_ms, "start": hit.span.start, "end": hit.span.end, "excerpt": hit.excerpt.words,
        "marks": [[mark.start, mark.end] for mark in hit.marks], "codes": list(hit.codes), "exact": hit.exact,
    }  # fmt: skip


def _note_data(hit: NoteHit) -> dict[str, object]:
    return {
        "kind": hit.note.kind.value, "title": hit.note.title, "coder": hit.note.coder, "created": hit.note.created,
        "excerpt": hit.excerpt.words, "marks": [[mark.start, mark.end] for mark in hit.marks], "exact": hit.exact,
    }  # fmt: skip


def searches(args: argparse.Namespace, output: Output) -> None:
    """List the kept searches, or remove one."""
    if args.remove:
        with acting(args, output) as desk:
            acts.remove(desk.study, lookup.named(desk.study, args.remove).id)
        return
    with reading(args) as study:
        kept = lookup.saved(study)
    output.data([
        {"name": one.name, "text": one.text, "parts": one.parts, "stems": one.stems, "notes": one.notes,
         "coder": one.coder}
        for one in kept
    ])  # fmt: skip
    if not kept:
        output.line(say("line.searches_none"))
        return
    headings = [say("line.col.name"), say("line.col.who_kept"), say("line.col.search")]
    output.table(headings, ((one.name, one.coder, one.text) for one in kept))
