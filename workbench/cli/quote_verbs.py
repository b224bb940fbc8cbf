"""Verbs on the quote board, and the export."""

import argparse
from pathlib import Path

from workbench.acts import quotes as acts
from workbench.cli.desk import acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.cli.passages import CODING, QUOTE, ShownIds, pointed_at, reference
from workbench.errors import StudyError
from workbench.report.board import BoardTheme
from workbench.report.board_quote import BoardQuote
from workbench.store.lookups import quotes as lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.themes import theme_named
from workbench.store.study_file import StudyFile
from workbench.study.ids import short
from workbench.study.quotes import QuoteRole, QuoteState
from workbench.study.spans import Span
from workbench.study.text import canonical, shorten
from workbench.words import say
from workbench.words.history import value_name


def pick(args: argparse.Namespace, output: Output) -> None:
    """Put a coding on the quote board."""
    with acting(args, output) as desk:
        theme = theme_named(desk.study, args.theme).id if args.theme else None
        quote_id = acts.pick(desk.study, pointed_at(desk.study, args.coding, CODING), theme)
        desk.result["quote"] = short(quote_id)
        desk.notes.append(say("line.quote_id", id=ShownIds(desk.study, QUOTE)[quote_id]))


def cut(args: argparse.Namespace, output: Output) -> None:
    """Leave words of a quote out."""
    with acting(args, output) as desk:
        quote_id, span = _words_in_quote(desk.study, args.quote, args.words)
        acts.cut(desk.study, quote_id, span.start, span.end)


def insert(args: argparse.Namespace, output: Output) -> None:
    """Put a bracketed explanation into a quote."""
    with acting(args, output) as desk:
        quote_id, span = _words_in_quote(desk.study, args.quote, args.after)
        acts.insert(desk.study, quote_id, span.end, args.text)


def _words_in_quote(study: StudyFile, pointed: str, words: str) -> tuple[int, Span]:
    """Return the quote and where in its transcript `words` stand; they must occur in it exactly once."""
    quote = lookup.quote(study, pointed_at(study, pointed, QUOTE))
    text = transcript_lookup.load(study, quote.transcript_id).text
    wanted = canonical(words).text
    at = text.find(wanted, quote.span.start, quote.span.end) if wanted.strip() else -1
    if at < 0:
        raise StudyError(f"The words «{words[:60]}» are not in this quote; write them exactly as the transcript does.")
    if text.find(wanted, at + 1, quote.span.end) >= 0:
        raise StudyError(f"The words «{words[:60]}» occur more than once in this quote; give a longer stretch.")
    return quote.id, Span(at, at + len(wanted))


def board(args: argparse.Namespace, output: Output) -> None:
    """List the quotes by theme, as they will be printed."""
    from workbench.report.board import board as make_board

    with reading(args) as study:
        shown, ids = make_board(study, complete=False), ShownIds(study, QUOTE)
    output.data([
        *(_as_data(quote, one.theme.name) for one in shown.themes for quote in one.quotes),
        *(_as_data(quote, None) for quote in shown.loose),
    ])  # fmt: skip
    if not shown.quotes:
        output.line(say("line.no_quotes"))
    for one in shown.themes:
        _print_theme(one, ids, output)
    if shown.loose:
        output.line(say("line.no_theme"))
        _print_quotes(shown.loose, ids, output)


def _as_data(quote: BoardQuote, theme: str | None) -> dict[str, object]:
    return {
        "id": short(quote.quote.id), "coding": short(quote.quote.coding_id), "theme": theme, "code": quote.code,
        "transcript": quote.transcript, "participant": quote.participant, "turn": quote.turn,
        "begin_ms": quote.begin_ms, "text": quote.text, "attribution": quote.attribution,
        "state": quote.quote.state.value, "role": quote.quote.role.value, "note": quote.quote.note,
        "translation": quote.quote.translation, "translator": quote.quote.translator,
        "undecided": sorted({mask.entity.name for mask in quote.undecided}),
        "refusal": quote.refusal.value if quote.refusal else None,
    }  # fmt: skip


def _print_theme(one: BoardTheme, ids: ShownIds, output: Output) -> None:
    if one.quotes:
        output.line(f"{one.theme.name}  [{value_name(one.theme.status.value)}]")
        _print_quotes(one.quotes, ids, output)


def _print_quotes(quotes: tuple[BoardQuote, ...], ids: ShownIds, output: Output) -> None:
    for quote in quotes:
        where = reference(quote.participant, quote.transcript, quote.turn, quote.begin_ms)
        output.line(f"  {ids[quote.quote.id]}  {where}  «{quote.code}»")
        output.lines(quote.text, "      ")
        if quote.attribution:
            output.line(f"      – {quote.attribution}")
        marks = [value_name(one) for one in (quote.quote.state, quote.quote.role) if one and one != QuoteState.PICKED]
        if marks or quote.quote.note:
            output.line(f"      [{', '.join(marks)}]  {shorten(quote.quote.note, 200)}".rstrip())
        if quote.refusal is not None:
            output.line(f"      ! {say(f'quotes.refused.{quote.refusal.name}', person=quote.refusing)}")
        if quote.undecided:
            names = ", ".join(sorted({mask.entity.name for mask in quote.undecided}))
            output.line(f"      ! {say('line.undecided_here', names=names)}")


def describe(args: argparse.Namespace, output: Output) -> None:
    """Say how far a quote has come, what it does in the text, and how it is translated."""
    if all(one is None for one in (args.state, args.role, args.note, args.translation)):
        raise WrongUse(say("line.board_needs"))
    if args.translator is not None and args.translation is None:
        raise WrongUse(say("line.translator_alone"))
    with acting(args, output) as desk:
        study, quote_id = desk.study, pointed_at(desk.study, args.quote, QUOTE)
        with study.together("quote.describe", acts.told(study, quote_id)):
            if args.state is not None:
                acts.set_state(study, quote_id, QuoteState(args.state), args.note or "")
            elif args.note is not None:
                acts.set_note(study, quote_id, args.note)
            if args.role is not None:
                role = "" if args.role == "unset" else args.role.replace("-", " ")
                acts.set_role(study, quote_id, QuoteRole(role))
            if args.translation is not None:
                acts.translate(study, quote_id, args.translation, args.translator or "")


def export(args: argparse.Namespace, output: Output) -> None:
    """Write the quotes to a file, with names replaced; the gate may refuse."""
    from workbench.report.export import export_quotes, must_be_ours

    with acting(args, output) as desk:
        path = _target(args, desk.study)
        must_be_ours(desk.study, path)
        report = export_quotes(
            desk.study, path, args.format or "", by=args.by, themes=args.theme, include_reference=not args.no_reference
        )
        desk.result |= {"file": str(path), "quotes": report.quotes, "refused": report.refused, "sha256": report.sha256,
                        "warnings": list(report.warnings)}  # fmt: skip
        desk.notes.append(say("line.quotes_written", count=report.quotes, file=path))
        desk.notes += [f"! {warning}" for warning in report.warnings]


def _target(args: argparse.Namespace, study: StudyFile) -> Path:
    """Return where to write: in the folder `exports` of the study unless `--to` says otherwise."""
    if args.to:
        return Path(args.to)
    return study.folder / "exports" / f"quotes.{args.format or 'docx'}"
