"""Keys of which a second one follows: chords with a guide after a moment, and letters to jump by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events

from workbench import commands
from workbench.command import EVERYWHERE, Command
from workbench.commands import shown_key
from workbench.tui.jumping import Target, show_letters, take_letters_away, targets_on
from workbench.tui.said import TIE
from workbench.tui.small import SmallWindow
from workbench.words import say

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

    from workbench.tui.room import Room

    Below = App[int]
else:
    Below = object

CHORD_GUIDE_SECONDS = 0.35
_GUIDE_ROWS = 6
# A room that is not there after so long never comes; its keys go where they can.
_LATEST_SECONDS = 5.0


class Chords(SmallWindow, Below):
    """What the app does with the second key."""

    _chord = ""
    _guide: Timer | None = None
    _targets: dict[str, Target] | None = None
    # Keys typed on the way to a room, while one is on its way.
    _on_the_way: list[events.Key] | None = None
    _latest: Timer | None = None

    if TYPE_CHECKING:
        # Given by the app.
        @property
        def room(self) -> Room | None:
            """The room on the screen, or None."""
            ...

        def go(self, room: str) -> Room:
            """Enter a room."""
            ...

    def begin_chord(self, first: str) -> None:
        """Wait for the second key of a chord; after a moment show what it can be."""
        self._stop_guide()
        self._chord = first
        self._guide = self.set_timer(CHORD_GUIDE_SECONDS, self._show_chord_guide)

    def _stop_guide(self) -> None:
        if self._guide is not None:
            self._guide.stop()
            self._guide = None

    def _chords(self) -> dict[str, Command]:
        room = self.room
        found: dict[str, Command] = {}
        for command in commands.in_room(room.ROOM if room is not None else EVERYWHERE):
            for key in command.keys:
                if key.startswith(f"{self._chord},"):
                    found.setdefault(key.split(",")[1], command)
        return found

    def _show_chord_guide(self) -> None:
        if self._chord and self.room is not None:
            entries = [f"{shown_key(key)} {command.title}" for key, command in self._chords().items()]
            guide = "  ".join(entry.replace(" ", TIE) for entry in entries)
            # Not a message that is read and gone: what a key is for must not be cut off.
            self.room.tell(f"{shown_key(self._chord)} …  {guide}", "accent", most=_GUIDE_ROWS)

    async def on_event(self, event: events.Event) -> None:
        """Catch the second key, and keys for a room that is still to come, before anything else sees them."""
        if isinstance(event, events.Key) and (self._waits(event) or self.takes_key(event)):
            event.stop()
            return
        if isinstance(event, events.MouseDown) and self._targets is not None:
            self._end_jump()
        await super().on_event(event)

    # Keys on the way to a room

    def await_room(self) -> None:
        """Keep keys back from now on: they are meant for the room that comes."""
        if self._on_the_way is None:
            self._on_the_way = []
            self._latest = self.set_timer(_LATEST_SECONDS, self.room_is_there)

    def _waits(self, event: events.Key) -> bool:
        if self._on_the_way is None or event.key in commands.keys_of("app.leave"):
            return False
        self._on_the_way.append(event)
        return True

    async def room_is_there(self) -> None:
        """Let the room have the keys typed on the way to it, in their order."""
        keys, self._on_the_way = self._on_the_way or [], None
        if self._latest is not None:
            self._latest.stop()
            self._latest = None
        for key in keys:
            # One of them may lead to the next room: those behind it wait again. The key itself was forwarded already.
            await self.on_event(key.copy())

    # Second keys

    def takes_key(self, event: events.Key) -> bool:
        """Do what a second key means; tell whether one was waited for."""
        room = self.room
        if self.covered_takes(event) or (room is not None and room.keeps_back(event)):
            return True
        if room is None or not (self._chord or self._targets is not None):
            return False
        if self._targets is not None:
            self._jump_by(event.character or "")
            return True
        command = self._chords().get(event.key)
        self._chord = ""
        self._stop_guide()
        room.tell("")
        if command is not None:
            self.carry_out(command)
        return True

    def carry_out(self, command: Command) -> None:
        """Go where a command goes, or have the room do it."""
        if command.id.startswith("go."):
            self.go(command.id.removeprefix("go."))
        elif self.room is not None:
            self.room.run_command(command)

    # Jumping

    def do_app_jump(self) -> None:
        """Give every pane and every row that is seen a letter; the next key goes there."""
        room = self.room
        if room is None or room.asking:
            return
        self._targets = targets_on(room)
        show_letters(self._targets)
        room.tell(say("jump.which"), "accent")

    def _jump_by(self, letter: str) -> None:
        target = (self._targets or {}).get(letter)
        self._end_jump()
        if target is not None:
            target.go()
            if self.room is not None:
                self.room.renew()

    def _end_jump(self) -> None:
        if self._targets is not None:
            take_letters_away(self._targets)
            self._targets = None
            if self.room is not None:
                self.room.tell("")

    def forget_keys(self) -> Any:
        """Wait for no second key any more: another room comes."""
        self._chord = ""
        self._stop_guide()
        self._end_jump()
