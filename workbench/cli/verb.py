"""What a verb of the command line is, and short ways to write one down."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: `flags` (a name without dashes is positional), `text` the key of its help, `options` argparse's."""

    flags: tuple[str, ...]
    text: str
    options: dict[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: `path` as typed, `command` its id in the registry, `run` the module and function that carry it out.

    A verb with an empty `run` only heads other verbs. `fields` are the names in its JSON, in order.
    """

    path: str
    command: str
    run: str
    arguments: tuple[Argument, ...] = ()
    fields: tuple[str, ...] = ()

    @property
    def is_list(self) -> bool:
        """Whether the JSON is a list of such objects rather than one."""
        return bool(self.fields) and self.fields[0] == "[]"


def argument(*flags: str, text: str = "", **options: Any) -> Argument:
    """Return an argument; its help is the text `arg.…` of `text`, else of its first flag."""
    return Argument(flags, f"arg.{text or flags[0].strip('-').replace('-', '_').lower()}", options)


def listed(names: str) -> tuple[str, ...]:
    """Return the fields of a verb whose JSON is a list."""
    return ("[]", *names.split())


def acting(names: str = "") -> tuple[str, ...]:
    """Return the fields of a verb that changes the study."""
    return ("acts", *names.split())
