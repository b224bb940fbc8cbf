"""The key guide as text or Markdown, made from the registry."""

import argparse
from collections.abc import Iterator

from workbench.cli.output import Output
from workbench.commands import COMMANDS, EVERYWHERE, ROOMS, Command, shown_key
from workbench.words import say


def keys(args: argparse.Namespace, output: Output) -> None:
    """Print the keys of every screen."""
    output.data([
        {"room": room, "keys": [shown_key(key) for key in command.keys], "command": command.id,
         "title": command.title, "help": command.help}
        for room in (EVERYWHERE, *ROOMS)
        for command in of_room(room)
    ])  # fmt: skip
    for line in markdown() if args.markdown else plain():
        output.line(line)


def of_room(room: str) -> list[Command]:
    """Return the commands that have a key in `room` itself."""
    return [command for command in COMMANDS if room in command.rooms and command.keys]


def room_title(room: str) -> str:
    """Return a room's name with a capital."""
    title = say("guide.everywhere") if room == EVERYWHERE else say(f"room.{room}")
    return title.capitalize()


def written(command: Command) -> str:
    """Return the keys of a command, such as `^d or pgdn`."""
    return f" {say('line.or')} ".join(shown_key(key) for key in command.keys)


def sections() -> Iterator[tuple[str, list[Command]]]:
    """Yield (title, commands): everywhere, in every list (told once), then each room's own."""
    yield room_title(EVERYWHERE), of_room(EVERYWHERE)
    yield say("line.in_lists"), [command for command in COMMANDS if _moves_in_lists(command)]
    for room in ROOMS:
        yield room_title(room), [command for command in of_room(room) if not _moves_in_lists(command)]


def _moves_in_lists(command: Command) -> bool:
    return command.id.startswith("list.")


def plain() -> Iterator[str]:
    """Yield the guide as text."""
    for title, found in sections():
        yield title.upper()
        wide = max(len(written(command)) for command in found)
        titles = max(len(command.title) for command in found)
        for command in found:
            yield f"  {written(command):<{wide}}  {command.title:<{titles}}  {command.help}"
        yield ""


def markdown() -> Iterator[str]:
    """Yield the guide as Markdown."""
    yield f"# {say('line.keys_title')}"
    yield ""
    yield say("line.keys_lead")
    for title, found in sections():
        yield ""
        yield f"## {title}"
        yield ""
        yield f"| {say('line.col.key')} | {say('line.col.command')} | |"
        yield "| --- | --- | --- |"
        for command in found:
            pressed = f" {say('line.or')} ".join(f"`{shown_key(key)}`".replace("|", "\\|") for key in command.keys)
            yield f"| {pressed} | {command.title} | {command.help} |"
