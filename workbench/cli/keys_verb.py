"""The key guide as text or Markdown, made from the registry."""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench import keymap, settings
from workbench.cli.output import Output
from workbench.commands import EVERYWHERE, ROOMS, Command, current, shown_key
from workbench.words import say


def keys(args: argparse.Namespace, output: Output) -> int:
    """Print the keys of every screen as they are set, or what of those set cannot be used (then the code is 1)."""
    chosen = settings.load(Path(args.study))
    troubles = keymap.use(chosen.keys)
    output.data([
        {"room": room, "keys": [shown_key(key) for key in command.keys], "command": command.id,
         "title": command.title, "help": command.help}
        for room in (EVERYWHERE, *ROOMS)
        for command in of_room(room)
    ])  # fmt: skip
    if args.check:
        for line in _checked(len(chosen.keys), troubles):
            output.line(line)
        return 1 if troubles else 0
    for line in toml() if args.toml else markdown() if args.markdown else plain():
        output.line(line)
    for one in troubles:
        output.complain(one.sentence)
    return 0


def _checked(count: int, troubles: Sequence[keymap.Trouble]) -> Iterator[str]:
    """Yield each sentence, and which keys hold in its place."""
    for one in troubles:
        keeps = " ".join(shown_key(key) for command in current() if command.id == one.command for key in command.keys)
        yield one.sentence + (f" ({say('keymap.kept_default', keys=keeps)})" if keeps else "")
    if not troubles:
        yield say("keymap.good")
    yield say("keymap.set", count=count - len({one.command for one in troubles}))


def of_room(room: str) -> list[Command]:
    """Return the commands that have a key in `room` itself."""
    return [command for command in current() if room in command.rooms and command.keys]


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
    yield say("line.in_lists"), [command for command in current() if _moves_in_lists(command) and command.keys]
    for room in ROOMS:
        yield room_title(room), [command for command in of_room(room) if not _moves_in_lists(command)]


def _moves_in_lists(command: Command) -> bool:
    return command.id.startswith("list.")


def toml() -> Iterator[str]:
    """Yield every command with its keys as a line for the settings file, all of them commented out."""
    yield f"# {say('keymap.template', file=settings.user_file())}"
    yield f"# {say('keymap.template.how')}"
    yield "[keys]"
    told: set[str] = set()
    for title, found in sections():
        yield ""
        yield f"# {title}"
        for command in found:
            if command.id not in told:
                told.add(command.id)
                written = json.dumps(list(command.keys), ensure_ascii=False)
                yield f'# "{command.id}" = {written}  # {command.title}'


def plain() -> Iterator[str]:
    """Yield the guide as text."""
    for title, found in sections():
        if not found:
            continue
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
