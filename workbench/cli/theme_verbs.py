"""Verbs on themes."""

import argparse
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

from workbench.acts import themes as acts
from workbench.cli.desk import acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.store.lookups.codes import codebook
from workbench.store.lookups.quotes import quotes
from workbench.store.lookups.themes import theme_named
from workbench.store.lookups.themes import themes as load
from workbench.store.study_file import StudyFile
from workbench.study.codes import Code, Codebook
from workbench.study.themes import THEME_TEXTS, Theme, ThemeLevel, ThemeStatus, in_tree
from workbench.words import say
from workbench.words.history import value_name


def themes(args: argparse.Namespace, output: Output) -> None:
    """List the themes with their codes."""
    with reading(args) as study:
        found, book = load(study), codebook(study)
        on_board = [quote.theme_id for quote in quotes(study)]
    names = {theme.id: theme.name for theme in found}
    output.data([
        {"name": theme.name, "status": theme.status.value, "level": theme.level.value,
         "parent": names.get(theme.parent_id or 0), **{text: getattr(theme, text) for text in THEME_TEXTS},
         "colour": theme.colour, "codes": [" > ".join(book.path(code_id)) for code_id in theme.code_ids],
         "reasons": {" > ".join(book.path(code_id)): reason for code_id, reason in theme.reasons.items()},
         "quotes": on_board.count(theme.id)}
        for theme, _ in in_tree(found)
    ])  # fmt: skip
    if not found:
        output.line(say("line.no_themes"))
    for theme, depth in in_tree(found):
        _print(output, book, theme, "    " * depth, on_board.count(theme.id))


def _print(output: Output, book: Codebook, theme: Theme, indent: str, on_board: int) -> None:
    level = "" if theme.level is ThemeLevel.THEME else f", {value_name(theme.level)}"
    count = say("line.quote_count", count=on_board)
    output.line(f"{indent}{theme.name}  [{value_name(theme.status.value)}{level}]  {count}")
    for name in THEME_TEXTS:
        text = str(getattr(theme, name))
        if text:
            label = "" if name in ("concept", "definition") else f"{say(f'line.theme.{name}')}: "
            output.lines(f"{label}{text}", f"{indent}    ")
    for code_id in theme.code_ids:
        reason = theme.reasons.get(code_id)
        output.line(f"{indent}    · {' > '.join(book.path(code_id))}{f' – {reason}' if reason else ''}")


def _texts(args: argparse.Namespace) -> dict[str, str]:
    return {name: getattr(args, name) for name in THEME_TEXTS if getattr(args, name) is not None}


def add(args: argparse.Namespace, output: Output) -> None:
    """Add a candidate theme."""
    with acting(args, output) as desk:
        acts.add(desk.study, args.name, **_texts(args))


def define(args: argparse.Namespace, output: Output) -> None:
    """Write a theme's concept or definition."""
    texts = _texts(args)
    if not texts:
        raise WrongUse(say("line.define_theme_needs"))
    with acting(args, output) as desk:
        acts.define(desk.study, theme_named(desk.study, args.name).id, texts)


def rename(args: argparse.Namespace, output: Output) -> None:
    """Rename a theme."""
    with acting(args, output) as desk:
        acts.rename(desk.study, theme_named(desk.study, args.name).id, args.new)


def level(args: argparse.Namespace, output: Output) -> None:
    """Say that a theme is a sub-theme, a theme or an overarching theme."""
    with acting(args, output) as desk:
        acts.set_level(desk.study, theme_named(desk.study, args.name).id, ThemeLevel(args.level))


def move(args: argparse.Namespace, output: Output) -> None:
    """Put a theme under another, or on its own."""
    with acting(args, output) as desk:
        theme = theme_named(desk.study, args.name)
        if args.under:
            acts.put_under(desk.study, theme.id, theme_named(desk.study, args.under).id)
        else:
            acts.stand_alone(desk.study, theme.id, theme.level)


def gather(args: argparse.Namespace, output: Output) -> None:
    """Put codes under a theme, with the reason when given."""
    with acting(args, output) as desk:
        theme, book = theme_named(desk.study, args.name), codebook(desk.study)
        codes = [book.named(name) for name in args.codes]
        with _together(desk.study, "theme.gather", theme, codes):
            for code in codes:
                if args.reason is not None and code.id in theme.code_ids:
                    acts.set_reason(desk.study, theme.id, code.id, args.reason)
                else:
                    acts.gather(desk.study, theme.id, code.id, args.reason or "")


def release(args: argparse.Namespace, output: Output) -> None:
    """Take codes from under a theme."""
    with acting(args, output) as desk:
        theme, book = theme_named(desk.study, args.name), codebook(desk.study)
        codes = [book.named(name) for name in args.codes]
        with _together(desk.study, "theme.release", theme, codes):
            for code in codes:
                acts.release(desk.study, theme.id, code.id)


def _together(study: StudyFile, verb: str, theme: Theme, codes: Sequence[Code]) -> AbstractContextManager[object]:
    """Make the acts on several codes one step; a single one says for itself what it does."""
    if len(codes) == 1:
        return nullcontext()
    return study.together(f"{verb}_many", {"theme": theme.name, "count": str(len(codes))})


def status(args: argparse.Namespace, output: Output) -> None:
    """Say how far a theme has come."""
    with acting(args, output) as desk:
        acts.set_status(desk.study, theme_named(desk.study, args.name).id, ThemeStatus(args.status))


def remove(args: argparse.Namespace, output: Output) -> None:
    """Remove a theme."""
    with acting(args, output) as desk:
        acts.remove(desk.study, theme_named(desk.study, args.name).id)
