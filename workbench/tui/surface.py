"""How everything looks: theme, density, calm, signs and cursor, as one set them; changed here they are kept."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.filter import LineFilter
from textual.geometry import Offset
from textual.widgets import Input, TextArea

from workbench import commands, settings
from workbench.errors import WorkbenchError
from workbench.settings import Settings
from workbench.tui.frames import in_one_piece
from workbench.tui.jumping import HasLetters
from workbench.tui.looks import DUSK, PAPER, Palette, palette
from workbench.tui.transcript_view import TranscriptView
from workbench.words import say

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver

    from workbench.tui.options import Option
    from workbench.tui.room import Room

    Below = App[int]
else:
    Below = object

# A line under the letter that does not blink, so that the caret drawn there is seen too; and as it was.
_SHOW_CURSOR, _HIDE_CURSOR, _USUAL_CURSOR = "\x1b[?25h\x1b[4 q", "\x1b[?25l", "\x1b[0 q"
_TURNED = {"density": ("roomy", "compact"), "signs": ("drawn", "plain"), "cursor": ("shown", "hidden")}


class Surface(Below):
    """What the app does about its looks."""

    chosen: Settings = Settings()
    palette: Palette
    _plain = False
    _cursor_place = Offset(0, 0)
    _signs: LineFilter | None = None
    key_troubles: Sequence[str] = ()

    if TYPE_CHECKING:
        # Given by the app.
        rooms: dict[str, Room]

        @property
        def room(self) -> Room | None:
            """The room on the screen, or None."""
            ...

    def get_driver_class(self) -> type[Driver]:
        """Return what writes to the terminal; on Windows frames are cut in pieces for a reason of its own."""
        usual = super().get_driver_class()
        return in_one_piece(usual) if os.name == "posix" else usual

    def take_settings(self, chosen: Settings) -> None:
        """Look as a person set it."""
        self.chosen = chosen
        self._take_keys()
        self._plain = bool(os.environ.get("NO_COLOR"))
        self.register_theme(DUSK)
        self.register_theme(PAPER)
        self.theme = chosen.theme if chosen.theme in self.available_themes else DUSK.name
        self._take_classes()
        self.palette = self._palette_now()

    def _take_keys(self) -> None:
        """Put the keys a person set into force."""
        if not self.chosen.keys:
            commands.set_keys({})
            return
        from workbench import keymap

        troubles = keymap.use(self.chosen.keys)
        # The first says how many more there are.
        self.key_troubles = [keymap.summary(troubles), *(one.sentence for one in troubles[1:])] if troubles else []

    def _palette_now(self) -> Palette:
        few = self.console.color_system in ("standard", "windows")
        return palette(self.current_theme, self._plain, few)

    def _take_classes(self) -> None:
        self.set_class(self.chosen.density == "compact", "-compact")
        self.set_class(self.chosen.calm, "-calm")
        if self.chosen.signs == "plain" and self._signs is None:
            from workbench.tui.signs import PlainSigns

            self._signs = PlainSigns()
        elif self.chosen.signs != "plain":
            self._signs = None

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what is done to every row before it is drawn."""
        filters = super().get_line_filters()
        return filters if self._signs is None else [*filters, self._signs]

    # Changing

    def recolour(self) -> None:
        """Draw in the colours of another theme."""
        self.palette = self._palette_now()
        for room in self.rooms.values():
            if room.is_mounted:
                room.set_palette(self.palette)

    def change(self, name: str, value: str | bool) -> None:
        """Change one of the looks and keep it; where it cannot be kept it is said, and holds until one leaves."""
        from dataclasses import replace

        said, look = say(f"look.{name}.{value}" if name != "theme" else "look.theme.done", name=value), "good"
        try:
            settings.keep(name, value)
        except WorkbenchError as error:
            said, look = f"{said} {error}", "warn"
        if name == "theme":
            self.chosen = replace(self.chosen, theme=str(value))
            self.theme = str(value)
        else:
            self.chosen = replace(self.chosen, **{name: value})  # pyright: ignore[reportArgumentType]
            self._take_classes()
            self._redraw(name)
        if self.room is not None:
            self.room.tell(said, look)

    def _redraw(self, name: str) -> None:
        if name == "cursor":
            self.show_cursor()
            return
        for room in self.rooms.values():
            if room.is_mounted:
                room.set_palette(self.palette)
                for field in room.query("Input, TextArea"):
                    if isinstance(field, (Input, TextArea)):
                        field.cursor_blink = not self.chosen.calm
                for view in room.query(TranscriptView):
                    if view.size.width:
                        view.lay_out_anew()
                room.refresh(layout=True)

    def do_app_look(self) -> None:
        """Ask which of the looks shall be another."""
        room = self.room
        if room is not None:
            room.choose(say("look.which"), self.look_options(), lambda value, _: self._look(value))

    def _look(self, value: object) -> None:
        name, wanted = value if isinstance(value, tuple) else ("", "")  # pyright: ignore[reportUnknownVariableType]
        if name == "themes" and self.room is not None:
            self.room.choose(say("look.theme"), self.theme_options(), lambda one, _: self._look(one))
        elif name:
            self.change(str(name), wanted)  # pyright: ignore[reportUnknownArgumentType]

    def look_options(self) -> list[Option]:
        """Return what can be turned, each with what it would become."""
        from workbench.tui.options import Option

        found = [Option(("themes", ""), say("look.theme"), self.theme)]
        for name, (one, other) in _TURNED.items():
            now = getattr(self.chosen, name)
            becomes = other if now == one else one
            found.append(Option((name, becomes), say(f"look.{name}"), say(f"look.{name}.{becomes}.short")))
        becomes = "off" if self.chosen.calm else "on"
        found.append(Option(("calm", not self.chosen.calm), say("look.calm"), say(f"look.calm.{becomes}.short")))
        return found

    def theme_options(self) -> list[Option]:
        """Return the themes, our own first."""
        from workbench.tui.options import Option

        own = (DUSK.name, PAPER.name)
        others = sorted(name for name in self.available_themes if name not in own)
        told = {True: say("look.dark"), False: say("look.light")}
        return [Option(("theme", name), name, told[self.available_themes[name].dark]) for name in (*own, *others)]

    # The terminal itself

    def copy_to_clipboard(self, text: str) -> None:
        """Put words on the clipboard, by the terminal and by a program of this machine.

        Raises:
            WorkbenchError: they are more than terminals take.
        """
        from workbench.tui.copying import copied, hand_over

        way = copied(text, os.environ)
        self._clipboard = text
        self.send(way.sequence)
        if way.program and not self.is_headless:
            hand_over(text, way.program)

    def send(self, sequence: str) -> None:
        """Write to the terminal itself, if there is one."""
        driver = self._driver
        if driver is not None and not self.is_headless:
            with contextlib.suppress(OSError):
                driver.write(sequence)
                driver.flush()

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor is put after each frame: on the caret or the item that has the keys."""
        room = self.room
        pane = room.focused if room is not None else None
        place = pane.caret_place() if isinstance(pane, HasLetters) else None
        return self._cursor_place if place is None else place

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:  # pyright: ignore[reportIncompatibleVariableOverride]
        # Fields to write in tell where they stand.
        self._cursor_place = place

    def show_cursor(self) -> None:
        """Show the terminal's cursor, which follows the caret: what magnifies and what reads aloud goes with it."""
        self.send(_SHOW_CURSOR if self.chosen.cursor == "shown" else _HIDE_CURSOR)

    def give_cursor_back(self) -> None:
        """Leave the cursor as it was."""
        self.send(_USUAL_CURSOR)
