"""The one registry of commands: key bindings, footer, palette, key guide, command-line help and docs come from it.

Titles (`command.<id>`) and explanations (`command.<id>.help`) stand in the catalogue of `words`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from workbench import words
from workbench.command import EVERYWHERE, Command
from workbench.commands_analysis import ANALYSIS, LINE
from workbench.commands_material import MATERIAL

ROOMS = (
    "home", "transcripts", "import", "coding", "codebook", "themes", "quotes", "anonymise", "reconcile", "people",
    "history", "life", "replay", "search", "queries", "care", "carried", "schema", "repairs", "sessions",
    "mending", "answers",
)  # fmt: skip

COMMANDS: tuple[Command, ...] = (*MATERIAL, *ANALYSIS, *LINE)

# What the key row shows first where not all fits: a narrow screen must still say how to code, export and accept.
FIRST = (
    "peek.open", "peek.below", "echo.open",
    "suggestion.accept", "suggestion.reject", "coding.armed", "coding.code", "select.grow", "coding.memo",
    "coding.note", "reading.next_open", "reading.end", "note.next", "coding.pick", "coding.suggest", "coding.drop",
    "coding.in_vivo", "select.start", "caret.find", "reading.begin",
    "codebook.add", "codebook.define", "codebook.quotes", "codebook.merge",
    "themes.add", "themes.define", "themes.gather", "themes.quotes",
    "quotes.do_edit", "quotes.cut", "quotes.insert", "quotes.export", "quotes.take_back", "quotes.open",
    "import.choose", "import.take_all", "import.take", "import.encoding", "import.pick", "import.speaker",
    "import.single", "import.repairs",
    "anonymise.replace", "anonymise.edit", "anonymise.keep", "anonymise.not_a_name",
)  # fmt: skip

# States of a room that never hold together, so that a key may mean one thing in each.
APART: dict[str, tuple[frozenset[str], ...]] = {
    "coding": (
        frozenset({"suggestions", "text", "beside"}),
        frozenset({"suggestions", "text", "peek", "below", "echo"}),
        frozenset({"codes", "reading"}),
    ),
    "codebook": (frozenset({"item", "passages"}),),
    "themes": (frozenset({"item", "passages"}), frozenset({"item", "loose"}), frozenset({"loose", "passages"})),
    "quotes": (frozenset({"item", "text"}), frozenset({"edits", "text"}), frozenset({"item", "editing"})),
    "queries": (frozenset({"question", "matrix", "passages", "bars"}),),
    "carried": (frozenset({"item", "text"}),),
}

BY_ID = {command.id: command for command in COMMANDS}
_PLACE = {command.id: place for place, command in enumerate(COMMANDS)}


# Keys as a person set them (see keymap), over those of the registry.
_set: dict[str, tuple[str, ...]] = {}


def set_keys(keys: Mapping[str, tuple[str, ...]]) -> None:
    """Put the keys a person set into force; what they left out keeps the registry's."""
    _set.clear()
    _set.update(keys)
    current.cache_clear()
    available.cache_clear()


@cache
def current() -> tuple[Command, ...]:
    """Return all commands with the keys in force."""
    return tuple(replace(one, keys=_set[one.id]) if one.id in _set else one for one in COMMANDS)


@cache
def available(room: str) -> tuple[Command, ...]:
    """Return the commands that can be carried out in a room, its own first; some may have no key."""
    found = [one for one in current() if one.rooms]
    own = [one for one in found if room in one.rooms]
    return (*own, *(one for one in found if EVERYWHERE in one.rooms))


def in_room(room: str) -> Iterator[Command]:
    """Yield the commands with keys in a room, its own first."""
    return (command for command in available(room) if command.keys)


def keys_of(*ids: str) -> list[str]:
    """Return the keys in force of some commands."""
    return [key for one in current() if one.id in ids for key in one.keys]


def key_of(command_id: str) -> str:
    """Return the first key of a command as people write it, or ""."""
    found = next((one.keys for one in current() if one.id == command_id), ())
    return shown_key(found[0]) if found else ""


def key_told(command_id: str) -> str:
    """Return the first key of a command as texts name it; without one, the palette's key and the command's name."""
    palette = key_of("app.palette")
    return key_of(command_id) or f"{palette} «{words.say(f'command.{command_id}')}»".strip()


words.tell_keys(key_told)


def footer(room: str, states: frozenset[str]) -> list[Command]:
    """Return what the footer shows in a room while `states` hold, the most wanted first."""
    shown = [command for command in in_room(room) if command.footer and states.issuperset(command.when)]
    taken: set[str] = set()
    result: list[Command] = []
    # What asks for more of a state is the nearer meaning of a key both claim.
    for command in sorted(shown, key=lambda one: -len(one.when)):
        if command.keys[0] not in taken:
            taken.add(command.keys[0])
            result.append(command)
    return sorted(result, key=lambda one: (FIRST.index(one.id) if one.id in FIRST else len(FIRST), _PLACE[one.id]))


_SHOWN_KEYS = {
    "question_mark": "?", "slash": "/", "full_stop": ".", "comma": ",", "greater_than_sign": ">",
    "less_than_sign": "<", "escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "ctrl+home": "^home",
    "ctrl+end": "^end", "plus": "+", "minus": "−", "asterisk": "*", "left": "←", "right": "→",
    "left_parenthesis": "(", "right_parenthesis": ")", "left_square_bracket": "[", "right_square_bracket": "]",
}  # fmt: skip


def shown_key(key: str) -> str:
    """Return a key as people write it: `ctrl+p` → `^p`, `g,h` → `g h`."""
    if "," in key:
        return " ".join(shown_key(part) for part in key.split(","))
    if key in _SHOWN_KEYS:
        return _SHOWN_KEYS[key]
    return key.replace("ctrl+", "^")
