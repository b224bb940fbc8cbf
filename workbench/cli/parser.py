"""The argument parser, made from the table of verbs; imports nothing of the rooms."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn, cast

from workbench.cli.verbs import BY_PATH, GLOBAL_DEFAULTS, GLOBALS, VERBS, Argument, Verb
from workbench.commands import BY_ID
from workbench.study.text import canonical, visible_lines
from workbench.words import has, say
from workbench.words.told import translated

# What an argument of these names is a path, and must reach the disk letter by letter.
_PATHS = ("FILE", "FOLDER", "CSV")


class Parser(argparse.ArgumentParser):
    """As argparse's, in the language of the interface, and what a message repeats is drawn harmlessly."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._positionals.title, self._optionals.title = say("arg.positionals"), say("arg.options")
        for action in self._actions:
            if "--help" in action.option_strings:
                action.help = say("arg.help")

    def format_usage(self) -> str:
        """Return the usage line."""
        return super().format_usage().replace("usage:", say("arg.usage"), 1)

    def format_help(self) -> str:
        """Return the whole help."""
        return super().format_help().replace("usage:", say("arg.usage"), 1)

    def error(self, message: str) -> NoReturn:
        """Leave with exit code 2, the usage and the message."""
        self.exit(2, visible_lines(f"{self.format_usage()}{self.prog}: {translated(message)}\n"))


def verb_help(verb: Verb) -> str:
    """Return one sentence on what a verb does."""
    own = f"arg.verb.{verb.path}"
    return say(own) if has(own) else BY_ID[verb.command].help


def build(head: str | None = None) -> Parser:
    """Return the parser of the whole command line, or only of the verbs under `head` (the first word of a verb)."""
    shared = argparse.ArgumentParser(add_help=False)
    # SUPPRESS: a global option stands before or after the verb, and the later parser must not undo the earlier.
    for argument in GLOBALS:
        _add(shared, argument, default=argparse.SUPPRESS)
    parser = Parser(
        prog="workbench", description=say("arg.workbench"), epilog=say("arg.epilog"), parents=[shared],
        allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--version", "-V", action="store_true", help=say("arg.version"))
    top: Any = parser.add_subparsers(dest="verb", metavar="VERB", title=say("arg.verbs"))
    nested: dict[str, Any] = {}
    for verb in VERBS:
        first, _, tail = verb.path.partition(" ")
        if head not in (None, first):
            continue
        home = nested[first] if tail else top
        made: Parser = home.add_parser(
            tail or first, help=verb_help(verb), description=verb_help(verb), parents=[shared], allow_abbrev=False
        )
        made.set_defaults(path=verb.path)
        for argument in verb.arguments:
            _add(made, argument)
        if not tail and _heads_others(verb):
            nested[first] = made.add_subparsers(
                dest="second",
                metavar="[VERB]" if verb.run else "VERB",
                required=not verb.run,
                title=say("arg.verbs"),
                parser_class=Parser,
            )
    return parser


def _heads_others(verb: Verb) -> bool:
    return any(other.path.startswith(f"{verb.path} ") for other in VERBS)


def _add(parser: argparse.ArgumentParser, argument: Argument, **more: Any) -> None:
    parser.add_argument(*argument.flags, help=say(argument.text), **argument.options, **more)


def parse(words: Sequence[str]) -> tuple[argparse.Namespace, Verb | None]:
    """Return the arguments, global ones filled in, and the verb asked for (None: open the screens).

    Raises:
        SystemExit: help was asked for (0), or the words make no sense (2).
    """
    args = build(_head(words)).parse_args(list(words))
    for name, value in GLOBAL_DEFAULTS.items():
        if not hasattr(args, name):
            setattr(args, name, value)
    verb = BY_PATH.get(getattr(args, "path", ""))
    for argument in (*GLOBALS, *(verb.arguments if verb else ())):
        if argument.options.get("metavar") not in _PATHS:
            name = argument.flags[0].lstrip("-").replace("-", "_")
            setattr(args, name, _as_kept(getattr(args, name)))
    return args, verb


def _as_kept(given: Any) -> Any:
    """Return words as the study keeps text (NFC, no control characters); paths must not go this way."""
    if isinstance(given, str):
        return canonical(given).text
    return [_as_kept(one) for one in cast("list[Any]", given)] if isinstance(given, list) else given


def _head(words: Sequence[str]) -> str | None:
    """Return the verb's first word, so that no other verb's parser need be made; None when there is no such verb."""
    takes_value = {flag for one in GLOBALS if "action" not in one.options for flag in one.flags}
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word in takes_value:
            skip = True
        elif not word.startswith("-"):
            return word if word in BY_PATH else None
    return None


def language_asked(words: Sequence[str]) -> str | None:
    """Return the value of `--language`, found before parsing so that help speaks it."""
    for place, word in enumerate(words):
        if word == "--":
            return None
        if word.startswith("--language="):
            return word.partition("=")[2]
        if word == "--language" and place + 1 < len(words):
            return words[place + 1]
    return None
