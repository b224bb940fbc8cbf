"""The palette: commands, codes, participants, transcripts, themes and looks, each opened where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from workbench import commands
from workbench.command import Command
from workbench.commands import shown_key
from workbench.words import say

if TYPE_CHECKING:
    from workbench.store.study_file import StudyFile
    from workbench.tui.options import Option
    from workbench.tui.room import Room

Open = Callable[[], object]


class Everything:
    """What the app does on the key of the palette."""

    if TYPE_CHECKING:
        # Given by the app.
        study: StudyFile

        @property
        def room(self) -> Room | None:
            """The room on the screen, or None."""
            ...

        def carry_out(self, command: Command) -> None:
            """Do a command."""
            ...

        def visit(self, room: str, wanted: int = 0) -> None:
            """Enter a room for a moment, at a thing."""
            ...

        def open_transcript(self, transcript_id: int, offset: int | None = None) -> None:
            """Open a transcript."""
            ...

        def look_options(self) -> list[Option]:
            """Return what can be turned."""
            ...

        def theme_options(self) -> list[Option]:
            """Return the colour themes."""
            ...

        def change(self, name: str, value: str | bool) -> None:
            """Change a look."""
            ...

    def do_app_palette(self) -> None:
        """Find a command or a thing and go there."""
        room = self.room
        if room is None:
            return
        if room.asking:
            room.tell(say("palette.asking", key=commands.key_of("app.back")), "warn")
            return
        room.choose(say("palette.title"), list(self._everything(room)), lambda value, _: value())

    def _everything(self, room: Room) -> Iterator[Option]:
        yield from self._commands(room)
        # Who reads without codes is shown none here either.
        yield from self._things(coded="reading" not in room.all_states())
        from workbench.tui.options import Option

        for one in (*self.look_options()[1:], *self.theme_options()):
            name, value = one.value  # pyright: ignore[reportGeneralTypeIssues, reportUnknownVariableType]
            group = say("palette.colours" if name == "theme" else "palette.look")
            yield Option(self._turning(str(name), value), one.label, f"{group}  {one.detail}")  # pyright: ignore[reportUnknownArgumentType]

    def _turning(self, name: str, value: str | bool) -> Open:
        return lambda: self.change(name, value)

    def _commands(self, room: Room) -> Iterator[Option]:
        from workbench.tui.options import Option

        states = room.all_states()
        for command in commands.available(room.ROOM):
            if states.issuperset(command.when) and not command.id.startswith(("list.", "caret.", "app.palette")):
                keys = " ".join(map(shown_key, command.keys[:1])) or " "
                yield Option(self._doing(command), command.title, f"{keys}  {command.help}", command.help.casefold())

    def _doing(self, command: Command) -> Open:
        return lambda: self.carry_out(command)

    def _things(self, *, coded: bool) -> Iterator[Option]:
        from workbench.store.lookups import people, transcripts
        from workbench.tui.options import Option

        told = say("palette.transcript")
        for card in transcripts.cards(self.study):
            yield Option(
                self._opening(card.id),
                card.name,
                told if card.participant == card.name else f"{told}  {card.participant}",
            )
        if coded:
            yield from self._codes_and_themes()
        told = say("palette.participant")
        for person in people.participants(self.study):
            about = ", ".join(value for value in person.attributes.values() if value)
            yield Option(self._visiting("people", person.id), person.label, f"{told}  {about}".rstrip(), about)

    def _codes_and_themes(self) -> Iterator[Option]:
        from workbench.store.lookups import codes, themes
        from workbench.tui.options import Option

        told = say("palette.code")
        for code, _ in codes.codebook(self.study).walk():
            yield Option(
                self._visiting("codebook", code.id),
                code.name,
                f"{told}  {code.brief}".rstrip(),
                code.definition,
                code.colour,
                code.aliases,
            )
        told = say("palette.theme_of_study")
        for theme in themes.themes(self.study):
            yield Option(self._visiting("themes", theme.id), theme.name, told, theme.concept)

    def _opening(self, transcript_id: int) -> Open:
        return lambda: self.open_transcript(transcript_id)

    def _visiting(self, room: str, wanted: int) -> Open:
        return lambda: self.visit(room, wanted)
