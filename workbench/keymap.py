"""The keys as one person set them: what may stand under `[keys]`, and what is said of what may not."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from workbench import commands
from workbench.command import EVERYWHERE, Command
from workbench.settings import Keys
from workbench.words import say

# States a room is nearly always in.
_USUAL = frozenset({"text", "codes", "item"})
# Without these there would be no way out, or none to find one's way; and they work while one writes.
NEEDED = frozenset({"app.back", "app.leave", "app.keys", "app.palette"})
WHILE_WRITING = frozenset({"app.back", "app.leave", "app.palette"})
_NAMED = frozenset({
    "escape", "enter", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown", "left",
    "right", "up", "down", *(f"f{number}" for number in range(1, 25)),
})  # fmt: skip
# Terminals send the same for these; the second is what arrives.
_SAME = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+j": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}
# What the operating system or the terminal takes for itself.
_TAKEN = frozenset({"ctrl+c", "ctrl+z", "ctrl+s"})
# What moves and deletes in a field to write in.
_IN_FIELDS = frozenset({
    "enter", "tab", "space", "backspace", "delete", "home", "end", "left", "right", "up", "down", "pageup", "pagedown",
    *(f"ctrl+{letter}" for letter in "adefkuwxyv"), "ctrl+left", "ctrl+right", "shift+tab",
    *(f"shift+{name}" for name in ("left", "right", "up", "down", "home", "end")),
})  # fmt: skip
_SPELT = {"solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
          "plus_sign": "plus", "low_line": "underscore"}  # fmt: skip
_SHORT = {"esc": "escape", "pgdn": "pagedown", "pgup": "pageup", "return": "enter", "del": "delete", "←": "left",
          "→": "right", "↑": "up", "↓": "down"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something under `[keys]` that is not done: of which command, and a sentence that says why."""

    command: str
    sentence: str


def name_of(character: str) -> str:
    """Return how Textual calls the key of a character: `?` → `question_mark`."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _SPELT.get(name, name)


def spelt(key: str) -> str | None:
    """Return one key as the registry spells it (`^p`, `?`, `F5`, `esc` are understood), or None for no key."""
    for short, long in (("^", "ctrl+"), ("c-", "ctrl+"), ("ctrl-", "ctrl+"), ("alt-", "alt+"), ("shift-", "shift+")):
        if len(key) > len(short) and key.casefold().startswith(short):
            key = long + key[len(short) :]
    *modifiers, last = key.split("+") if len(key) > 1 and not key.endswith("+") else [key]
    if any(one.casefold() not in ("ctrl", "alt", "shift") for one in modifiers):
        return None
    named = name_of(last) if len(last) == 1 else _SHORT.get(last.casefold(), last.casefold())
    if len(last) > 1 and named not in _NAMED and not _is_sign(named):
        return None
    if modifiers and len(last) == 1 and "ctrl" in map(str.casefold, modifiers):
        named = named.lower()
    return "+".join([*sorted(one.casefold() for one in modifiers), named])


def _is_sign(name: str) -> bool:
    return name in {name_of(chr(code)) for code in range(33, 127) if not chr(code).isalnum()}


def read_key(written: str) -> str | None:
    """Return a key or a chord of two (`g,h`) as the registry spells it, or None."""
    if len(written) == 1 or "," not in written:
        return spelt(written)
    parts = [spelt(part) for part in re.split(",", written)]
    return ",".join(part for part in parts if part) if len(parts) == 2 and all(parts) else None


def wanted(keys: Keys) -> tuple[dict[str, tuple[str, ...]], list[Trouble]]:
    """Return command → keys, of what can be done, and what cannot.

    An entry that clashes is left out, the later one first, until nothing clashes.
    """
    good: dict[str, tuple[str, ...]] = {}
    troubles: list[Trouble] = []
    for command_id, written in keys:
        found, why = _read(command_id, written)
        if why:
            troubles += [Trouble(command_id, sentence) for sentence in why]
        else:
            good[command_id] = found
    while (clash := next(clashes(_with(good), good), None)) is not None:
        out, sentence = _loser(good, clash)
        del good[out]
        troubles.append(Trouble(out, sentence))
    return good, troubles


def use(keys: Keys) -> list[Trouble]:
    """Put keys into force everywhere; return what cannot be done."""
    good, troubles = wanted(keys)
    commands.set_keys(good)
    return troubles


def _with(good: Mapping[str, tuple[str, ...]]) -> list[Command]:
    return [replace(one, keys=good[one.id]) if one.id in good else one for one in commands.COMMANDS]


def _read(command_id: str, written: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    command = commands.BY_ID.get(command_id)
    if command is None or not command.rooms:
        near = _nearest(command_id)
        return (), [say("keymap.unknown", id=command_id, near=near)]
    keys: list[str] = []
    why: list[str] = []
    for one in written:
        key = read_key(one)
        why += _refused(command, one, key)
        if key is not None and key not in keys:
            keys.append(key)
    if not keys and command.id in NEEDED and not why:
        why.append(say("keymap.needed", id=command.id))
    if command.id in WHILE_WRITING and not why and all(_writes(key) for key in keys):
        why.append(say("keymap.writing", id=command.id))
    if command.id == "app.leave" and not why and any(_writes(key) for key in keys):
        why.append(say("keymap.writing", id=command.id))
    return tuple(keys), why


def _refused(command: Command, written: str, key: str | None) -> list[str]:
    if key is None:
        return [say("keymap.no_key", id=command.id, key=written)]
    for one in key.split(","):
        if one in _SAME:
            return [say("keymap.same", id=command.id, key=written, other=commands.shown_key(_SAME[one]))]
        if one in _TAKEN:
            return [say("keymap.taken", id=command.id, key=written)]
    if key.split(",")[0] == "escape" and command.id != "app.back":
        return [say("keymap.escape", id=command.id)]
    return []


def _writes(key: str) -> bool:
    """Tell whether a field to write in takes a key (or the first of a chord) for itself."""
    first = key.split(",")[0]
    return first in _IN_FIELDS or ("+" not in first and first not in _NAMED)


def _nearest(command_id: str) -> str:
    from difflib import get_close_matches

    known = [one.id for one in commands.COMMANDS if one.rooms]
    return (get_close_matches(command_id, known, 1, 0.0) or [known[0]])[0]


# Clashes


def clash(one: Command, other: Command, room: str) -> bool:
    """Tell whether two commands with a key in common would both be meant by it in a room.

    They may share it when their states never meet, or differ and one of them asks for more.
    """
    if _apart(one, other, room):
        return False
    return set(one.when) == set(other.when) or len(one.when) == len(other.when)


def _apart(one: Command, other: Command, room: str) -> bool:
    groups = commands.APART.get(room, ())
    return any(group & set(one.when) and group & set(other.when) - set(one.when) for group in groups)


def _shadows(one: Command, other: Command, room: str) -> bool:
    """Tell whether a key a person set would hide a command: what the registry lets share a key may share it still."""
    if set(commands.BY_ID[one.id].keys) & set(commands.BY_ID[other.id].keys):
        return clash(one, other, room)
    if _apart(one, other, room):
        return False
    if any(EVERYWHERE in each.rooms and not each.when for each in (one, other)):
        return True
    # In a state that nearly always holds the nearer meaning would leave nothing of the other.
    return set(one.when) ^ set(other.when) <= _USUAL or clash(one, other, room)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two commands that want one key (or a chord's beginning) in a room."""

    room: str
    key: str
    one: Command
    other: Command
    chord: bool


def clashes(found: Iterable[Command], touched: Mapping[str, object]) -> Iterator[Clash]:
    """Yield the clashes among commands in which one of `touched` has a part."""
    every = [one for one in found if one.keys]
    for room in commands.ROOMS:
        here = [one for one in every if room in one.rooms or EVERYWHERE in one.rooms]
        if any(one.id in touched for one in here):
            yield from _in_room(room, here, touched)


def _in_room(room: str, here: Sequence[Command], touched: Mapping[str, object]) -> Iterator[Clash]:
    by_key: dict[str, list[Command]] = {}
    for one in here:
        for key in one.keys:
            by_key.setdefault(key, []).append(one)
    for key, sharing in by_key.items():
        for one, other in combinations(sharing, 2):
            if (one.id in touched or other.id in touched) and _shadows(one, other, room):
                yield Clash(room, key, one, other, False)
        first, _, second = key.partition(",")
        for one in by_key.get(first, ()) if second else ():
            if one.id in touched or sharing[0].id in touched:
                yield Clash(room, first, one, sharing[0], True)


def _loser(good: Mapping[str, object], found: Clash) -> tuple[str, str]:
    order = list(good)
    out, stays = sorted((found.one, found.other), key=lambda one: order.index(one.id) if one.id in good else -1)[::-1]
    words = {"id": out.id, "other": stays.id, "key": commands.shown_key(found.key), "room": say(f"room.{found.room}")}
    return out.id, say("keymap.chord" if found.chord else "keymap.clash", **words)


def summary(troubles: Sequence[Trouble]) -> str:
    """Return one sentence for the command row, or ""."""
    if not troubles:
        return ""
    if len(troubles) == 1:
        return troubles[0].sentence
    return say("keymap.several", first=troubles[0].sentence, count=len(troubles) - 1)
