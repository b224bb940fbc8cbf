"""Keys of a room: what they are bound to, and the row that says what can be done now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingsMap, BindingType

from workbench import commands
from workbench.commands import Command, shown_key
from workbench.tui.drawing import Part, joined
from workbench.words import say

if TYPE_CHECKING:
    from workbench.tui.asking import Prompt

_BETWEEN: Part = ("  ", "")


def bindings_of(room: str) -> BindingsMap:
    """Return the bindings of a room as the keys are set: one a key, whatever commands share it."""
    seen: dict[str, Command] = {}
    chords: set[str] = set()
    for command in commands.in_room(room):
        for key in command.keys:
            first, _, second = key.partition(",")
            if second:
                chords.add(first)
            else:
                seen.setdefault(key, command)
    made: list[BindingType] = [
        Binding(
            key, f"press('{key}')", command.id, show=False, id=f"{room}.{command.id}.{key}",
            priority=command.id == "app.leave",
        )
        for key, command in seen.items()
    ]  # fmt: skip
    made += [Binding(first, f"chord('{first}')", "chord", show=False) for first in sorted(chords)]
    return BindingsMap(made)


def leaving_keys(below: BindingsMap) -> BindingsMap:
    """Return the bindings of the app itself, Textual's below them: leaving works while one writes, too."""
    keys = commands.keys_of("app.leave")
    ours = BindingsMap([Binding(key, "leave", "leave", show=False, priority=True) for key in keys if "," not in key])
    kept = {key: found for key, found in below.key_to_bindings.items() if key != "ctrl+q"}
    return laid_over(BindingsMap.from_keys(kept), ours)


def laid_over(below: BindingsMap, above: BindingsMap) -> BindingsMap:
    """Return bindings of which the upper ones count where both have a key."""
    return BindingsMap.from_keys({**below.key_to_bindings, **above.key_to_bindings})


def key_parts(shown: Sequence[Command], width: int) -> list[Part]:
    """Return keys and titles side by side, as many as fit; help and palette always do."""
    items: list[list[Part]] = []
    used = 0
    keep = [command for command in shown if command.id in ("app.keys", "app.palette")]
    for command in [*[one for one in shown if one not in keep], *keep]:
        item: list[Part] = [(shown_key(command.keys[0]), "key"), (f" {command.title}", "")]
        size = sum(len(text) for text, _ in item) + 2
        reserve = 0 if command in keep else sum(len(shown_key(one.keys[0])) + len(one.title) + 3 for one in keep)
        if used + size + reserve <= width + 2:
            items.append(item)
            used += size
    return joined(items, _BETWEEN)


def asking_keys(prompt: Prompt | None, tab: str = "") -> list[Part]:
    """Return the keys that answer a question: the prompt's while it is open, else the chooser's; `tab` does that."""
    back = commands.key_of("app.back")
    if prompt is not None and prompt.display:
        keep, leave = ("prompt.seek", "chooser.close") if prompt.seeks else ("prompt.keep", "prompt.leave")
        keys = [("^s" if prompt.long else "enter", keep), (back, leave)]
    else:
        keys = [(say("chooser.letters"), "chooser.filter"), ("enter", "chooser.take"), (back, "chooser.close")]
    if tab:
        keys.insert(1, (commands.key_of("app.next_pane"), tab))
    return [(" ", ""), *joined([[(key, "key"), (f" {say(words)}", "")] for key, words in keys], _BETWEEN)]
