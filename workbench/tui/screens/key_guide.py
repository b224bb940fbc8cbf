"""The key guide: every command of a room with its keys and a sentence."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingsMap, BindingType
from textual.screen import ModalScreen

from workbench import commands
from workbench.commands import EVERYWHERE, Command, shown_key
from workbench.tui.drawing import Line, wrapped
from workbench.tui.key_row import laid_over
from workbench.tui.ledger import TextPane
from workbench.tui.looks import Palette
from workbench.words import say


class KeyGuide(ModalScreen[None]):
    """Lists the keys; any of esc, ? and q closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss", ""), ("question_mark", "dismiss", ""), ("q", "dismiss", ""),
        ("j,down", "roll(1)", ""), ("k,up", "roll(-1)", ""), ("ctrl+d,pagedown,space", "roll(12)", ""),
        ("ctrl+u,pageup", "roll(-12)", ""), ("g,home", "end_of(0)", ""), ("G,end", "end_of(-1)", ""),
    ]  # fmt: skip
    DEFAULT_CSS = """
    KeyGuide { align: center middle; }
    KeyGuide TextPane { width: 90%; max-width: 104; height: 90%; border: round $primary; }
    """

    def __init__(
        self, room: str, palette: Palette, states: frozenset[str] = frozenset(), troubles: Sequence[str] = ()
    ) -> None:
        """Tell the keys of `room` while `states` hold, and first what could not be done of the keys a person set."""
        super().__init__()
        self.states = states
        self.troubles = troubles
        closing = [Binding(key, "dismiss") for key in commands.keys_of("app.keys", "app.back") if "," not in key]
        self._bindings = laid_over(self._bindings, BindingsMap(closing))
        self.room = room
        self.palette = palette

    def compose(self) -> ComposeResult:
        """One pane."""
        yield TextPane(self.palette)

    def on_mount(self) -> None:
        """Fill it."""
        pane = self.query_one(TextPane)
        pane.more = "pane.more.here"
        pane.show(self._lines)

    def _lines(self, width: int) -> Sequence[Line]:
        lines: list[Line] = [[(say("guide.title", room=say(f"room.{self.room}")), "title")], []]
        if self.troubles:
            lines += [[(say("keymap.in_guide"), "warn")]]
            lines += [line for one in self.troubles for line in wrapped(one, max(20, width - 2), "", indent=" ")]
            lines.append([])
        if self.room == "search":
            from workbench.tui.screens.search_guide import syntax

            lines += syntax(width)
        own = [command for command in commands.in_room(self.room) if self.room in command.rooms]
        # What the pane with the keys can do now stands before what needs another state of the room.
        now = [command for command in own if self.states.issuperset(command.when)]
        here = [command for command in own if command not in now]
        # The work of the room before the ways of moving, as in the key row.
        shown = {command.id: place for place, command in enumerate(commands.footer(self.room, self.states))}
        now.sort(key=lambda command: shown.get(command.id, len(shown)))
        everywhere = [command for command in commands.in_room(self.room) if EVERYWHERE in command.rooms]
        for heading, group in (("guide.now", now), ("guide.here", here), ("guide.everywhere", everywhere)):
            if not group:
                continue
            lines.append([(say(heading), "strong")])
            for command in group:
                lines += _entry(command, width)
            lines.append([])
        return lines

    def action_roll(self, step: int) -> None:
        """Scroll."""
        self.query_one(TextPane).move(step)

    def action_end_of(self, index: int) -> None:
        """Go to the top (0) or the end (-1)."""
        self.query_one(TextPane).go(index)


def _entry(command: Command, width: int) -> list[Line]:
    keys = " ".join(shown_key(key) for key in command.keys)
    help_lines = wrapped(command.help, max(20, width - 34))
    first: Line = [(f" {keys:<13}", "key"), (f"{command.title:<20}", ""), *[(text, "dim") for text, _ in help_lines[0]]]
    return [first, *([(" " * 34, ""), (text, "dim")] for line in help_lines[1:] for text, _ in line)]
