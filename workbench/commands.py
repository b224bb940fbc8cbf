"""The one registry of commands: key bindings, footer, palette, key guide, command-line help and docs come from it.

Titles (`command.<id>`) and explanations (`command.<id>.help`) stand in the catalogue of `words`.
"""

from collections.abc import Iterator

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
    "suggestion.accept", "suggestion.reject", "coding.armed", "coding.code", "select.grow", "coding.memo",
    "coding.pick", "coding.suggest", "coding.drop", "coding.in_vivo", "select.start", "caret.find",
    "codebook.add", "codebook.define", "codebook.quotes", "codebook.merge",
    "themes.add", "themes.define", "themes.gather", "themes.quotes",
    "quotes.do_edit", "quotes.cut", "quotes.insert", "quotes.export", "quotes.take_back", "quotes.open",
    "anonymise.replace", "anonymise.edit", "anonymise.keep", "anonymise.not_a_name",
)  # fmt: skip

# States of a room that never hold together, so that a key may mean one thing in each.
APART: dict[str, tuple[frozenset[str], ...]] = {
    "coding": (frozenset({"suggestions", "text"}),),
    "codebook": (frozenset({"item", "passages"}),),
    "themes": (frozenset({"item", "passages"}), frozenset({"item", "loose"}), frozenset({"loose", "passages"})),
    "quotes": (frozenset({"item", "text"}), frozenset({"edits", "text"}), frozenset({"item", "editing"})),
    "queries": (frozenset({"question", "matrix", "passages", "bars"}),),
    "carried": (frozenset({"item", "text"}),),
}

BY_ID = {command.id: command for command in COMMANDS}


def in_room(room: str) -> Iterator[Command]:
    """Yield the commands with keys in a room, its own first."""
    yield from (command for command in COMMANDS if room in command.rooms and command.keys)
    yield from (command for command in COMMANDS if EVERYWHERE in command.rooms and command.keys)


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
    return sorted(result, key=lambda one: (FIRST.index(one.id) if one.id in FIRST else len(FIRST), COMMANDS.index(one)))


_SHOWN_KEYS = {
    "question_mark": "?", "slash": "/", "full_stop": ".", "comma": ",", "greater_than_sign": ">",
    "less_than_sign": "<", "escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "ctrl+home": "^home",
    "ctrl+end": "^end", "plus": "+", "minus": "−", "asterisk": "*", "left": "←", "right": "→",
}  # fmt: skip


def shown_key(key: str) -> str:
    """Return a key as people write it: `ctrl+p` → `^p`, `g,h` → `g h`."""
    if "," in key:
        return " ".join(shown_key(part) for part in key.split(","))
    if key in _SHOWN_KEYS:
        return _SHOWN_KEYS[key]
    return key.replace("ctrl+", "^")
