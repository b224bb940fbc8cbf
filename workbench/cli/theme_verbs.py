"""Verbs on themes."""

import argparse

from workbench.acts import themes as acts
from workbench.cli.desk import acting, reading
from workbench.cli.output import Output, WrongUse
from workbench.store.lookups.codes import codebook
from workbench.store.lookups.quotes import quotes
from workbench.store.lookups.themes import theme_named
from workbench.store.lookups.themes import themes as load
from workbench.study.themes import ThemeStatus
from workbench.words import say
from workbench.words.history import value_name


def themes(args: argparse.Namespace, output: Output) -> None:
    """List the themes with their codes."""
    with reading(args) as study:
        found, book = load(study), codebook(study)
        on_board = [quote.theme_id for quote in quotes(study)]
    output.data([
        {"name": theme.name, "status": theme.status.value, "concept": theme.concept, "definition": theme.definition,
         "colour": theme.colour, "codes": [" > ".join(book.path(code_id)) for code_id in theme.code_ids],
         "quotes": on_board.count(theme.id)}
        for theme in found
    ])  # fmt: skip
    if not found:
        output.line(say("line.no_themes"))
    for theme in found:
        count = say("line.quote_count", count=on_board.count(theme.id))
        output.line(f"{theme.name}  [{value_name(theme.status.value)}]  {count}")
        for text in (theme.concept, theme.definition):
            if text:
                output.lines(text, "    ")
        for code_id in theme.code_ids:
            output.line(f"    · {' > '.join(book.path(code_id))}")


def _texts(args: argparse.Namespace) -> dict[str, str]:
    return {name: getattr(args, name) for name in ("concept", "definition") if getattr(args, name) is not None}


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


def gather(args: argparse.Namespace, output: Output) -> None:
    """Put codes under a theme."""
    with acting(args, output) as desk:
        theme, book = theme_named(desk.study, args.name), codebook(desk.study)
        for code in [book.named(name) for name in args.codes]:
            acts.gather(desk.study, theme.id, code.id)


def release(args: argparse.Namespace, output: Output) -> None:
    """Take codes from under a theme."""
    with acting(args, output) as desk:
        theme, book = theme_named(desk.study, args.name), codebook(desk.study)
        for code in [book.named(name) for name in args.codes]:
            acts.release(desk.study, theme.id, code.id)


def status(args: argparse.Namespace, output: Output) -> None:
    """Say how far a theme has come."""
    with acting(args, output) as desk:
        acts.set_status(desk.study, theme_named(desk.study, args.name).id, ThemeStatus(args.status))


def remove(args: argparse.Namespace, output: Output) -> None:
    """Remove a theme."""
    with acting(args, output) as desk:
        acts.remove(desk.study, theme_named(desk.study, args.name).id)
