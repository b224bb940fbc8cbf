"""What every room has: a title row, its panes, a command row and a key row; keys come from the registry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from workbench import commands
from workbench.command import EVERYWHERE
from workbench.commands import Command
from workbench.errors import WorkbenchError
from workbench.study.changes import Change
from workbench.tui.clearing import ClearingRedo
from workbench.tui.drawing import Line, OneLine, Part
from workbench.tui.frames import Across
from workbench.tui.key_row import asking_keys, bindings_of, key_parts, laid_over
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.list_moves import ListMoves
from workbench.tui.lives import HasLives
from workbench.tui.looks import Palette
from workbench.tui.said import Said
from workbench.tui.stepping import Stepping
from workbench.tui.telling import Telling
from workbench.tui.transcript_view import TranscriptView
from workbench.tui.working import Working
from workbench.words import has, say

if TYPE_CHECKING:
    from workbench.store.study_file import StudyFile
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.asking import Chooser, Prompt
    from workbench.tui.options import Option

NARROW = 110


class Room(ClearingRedo, Stepping, Working, Telling, HasLives, ListMoves, Screen[None]):
    """A screen of the workbench. Subclasses give `ROOM`, `panes`, `reload` and a `do_…` method a command."""

    ROOM: ClassVar[str] = "home"
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self._stale = True
        self._study_name = ""
        self._keys_shown: tuple[frozenset[str], int] | None = None
        self._chooser: Chooser | None = None
        self._prompt: Prompt | None = None
        self._asked_from: Widget | None = None
        # As the keys are set now, not as they were when the room was imported.
        self._bindings = laid_over(self._bindings, bindings_of(self.ROOM))

    # The app and the study, typed

    @property
    def workbench(self) -> WorkbenchApp:
        """The app."""
        from workbench.tui.app import WorkbenchApp

        app = self.app  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
        assert isinstance(app, WorkbenchApp)
        return app

    @property
    def study(self) -> StudyFile:
        """The open study."""
        return self.workbench.study

    @property
    def palette(self) -> Palette:
        """The styles in use."""
        return self.workbench.palette

    def _pop_result_callback(self) -> None:
        # The first room is the app's default screen, which Textual gives no callback to take back.
        if self._result_callbacks:
            super()._pop_result_callback()

    # Building

    def compose(self) -> ComposeResult:
        """Lay out the bones every room shares."""
        yield OneLine(self.palette, id="title")
        with Across(id="panes"):
            yield from self.panes()
        yield Said(self.palette, id="message")
        yield OneLine(self.palette, id="keys")

    def panes(self) -> ComposeResult:
        """Yield the room's own widgets."""
        yield from ()

    def reload(self) -> None:
        """Read the study again and show it."""

    def title_parts(self) -> tuple[Line, Line]:
        """Return what the title row says after the study's name: (left, right)."""
        return [(say(f"room.{self.ROOM}"), "strong")], []

    def states(self) -> set[str]:
        """Return the states of this room that hold now (see Command.when)."""
        return set()

    def all_states(self) -> frozenset[str]:
        """Return all states that hold now, those of the study too."""
        return frozenset(self.states() | ({"reading_only"} if self.study.read_only else set[str]()))

    def on_mount(self) -> None:
        """Fill the room."""
        self.focus_main()
        self.refresh_room()
        self.call_after_refresh(self._mount_asking)

    async def _mount_asking(self) -> None:
        """Put in chooser and prompt once the room is painted; they are hidden until asked for."""
        from workbench.tui.asking import Chooser, Prompt

        # Whoever leaves at once takes the room away before it is whole.
        if self._chooser is None and self.is_attached and self.is_running:
            self._chooser, self._prompt = Chooser(self.palette), Prompt(self.palette)
            await self.mount(self._chooser, self._prompt, before="#message")

    def focus_main(self) -> None:
        """Focus the main pane."""
        for widget in self.query("Ledger, TranscriptView").results(Widget):
            if widget.id and not widget.id.startswith("chooser"):
                widget.focus()
                return

    @property
    def has_text(self) -> bool:
        """Whether its text still stands: a room that is left loses its panes before its clocks stop."""
        return self.is_attached and bool(self.query(TranscriptView))

    def on_screen_resume(self) -> None:
        """Show what changed while another room was shown; the keys typed on the way here are this room's."""
        if self.is_mounted and self._stale:
            self.refresh_room()
        # After the focus, which the app sets a step later.
        self.workbench.call_later(self.workbench.room_is_there)

    def refresh_room(self) -> None:
        """Read again, and renew title and keys."""
        self._stale = False
        self._study_name = self.study.name
        try:
            self.reload()
        except WorkbenchError as error:
            self.tell(str(error), "error")
        self.renew()

    def renew(self) -> None:
        """Renew title row and key row."""
        left, right = self.title_parts()
        head: list[Part] = [(f" {self._study_name}", "title"), (" ▸ ", "dim"), *left]
        if self.study.read_only:
            # At the left: what stands at the right gives way on a narrow screen.
            head = [(" ", ""), (say("title.read_only"), "warn"), ("  ", ""), *head]
        name, work = head.index((f" {self._study_name}", "title")), self.work_parts()
        between: Line = [(" · ", "dim")] if work and right else []
        self.query_one("#title", OneLine).show(head, [*work, *between, *right, (" ", "")], yields=name)
        self.show_keys()

    def show_keys(self) -> None:
        """Show what can be done now."""
        if self.asking:
            self._keys_shown = None
            self.query_one("#keys", OneLine).show(asking_keys(self._prompt, self.tab_while_asking()))
            return
        states = self.all_states()
        if self._keys_shown != (states, self.size.width):
            self._keys_shown = (states, self.size.width)
            shown = commands.footer(self.ROOM, states)
            self.query_one("#keys", OneLine).show([(" ", ""), *key_parts(shown, self.size.width - 2)])

    def changed(self, change: Change) -> None:
        """A finished act touched the study."""
        self._stale = True
        if not self.workbench.catching_up:
            self.outdate()

    def outdate(self) -> None:
        """The study is another than when it was read: read it again, now or when the room is entered."""
        self._stale = True
        if self.is_mounted and self.is_current:
            self.refresh_room()

    # Saying and asking

    def tab_while_asking(self) -> str:
        """Return the text that tells what tab does in the open question, or nothing."""
        return ""

    @property
    def said(self) -> Said:
        """The command row."""
        return self.query_one("#message", Said)

    @property
    def asking(self) -> bool:
        """Whether a chooser or a prompt is open."""
        return bool((self._chooser and self._chooser.display) or (self._prompt and self._prompt.display))

    def choose(
        self,
        title: str,
        options: Sequence[Option],
        done: Callable[[Any, str], None],
        *,
        new: str = "",
        first: int = 0,
        typed: str = "",
    ) -> None:
        """Let the person choose; `done(value, typed)`; value is None when something new was typed."""

        def again(written: str) -> None:
            self.choose(title, options, done, new=new, first=first, typed=written)

        def finish(option: Option | None, written: str) -> None:
            self._answered()
            kept = (lambda: again(written)) if option is None else None
            self.attempt(lambda: done(option.value if option else None, written), kept=kept)

        if self._chooser is None or not self._chooser.is_mounted:
            # A key pressed before the room is whole: asked as soon as it is.
            self.call_after_refresh(self.choose, title, options, done, new=new, first=first, typed=typed)
            return
        self._open()
        self._chooser.ask(title, options, finish, new=new, first=first, typed=typed)
        self.show_keys()

    def ask(
        self,
        title: str,
        done: Callable[[str], None],
        *,
        value: str = "",
        long: bool = False,
        before: str | None = None,
        seeks: bool = False,
    ) -> None:
        """Let the person write; `before` is what the field held at first, where `value` was typed since.

        What only `seeks` is not spoken of as something kept.
        """
        first = value if before is None else before

        def finish(text: str) -> None:
            self._answered()
            again = lambda: self.ask(title, done, value=text, long=long, before=first, seeks=seeks)  # noqa: E731
            self.attempt(lambda: done(text), kept=again)

        if self._prompt is None or not self._prompt.is_mounted:
            self.call_after_refresh(self.ask, title, done, value=value, long=long, before=before, seeks=seeks)
            return
        self._open()
        self._prompt.ask(title, finish, value=value, long=long, before=first, seeks=seeks)
        self.show_keys()

    def _open(self) -> None:
        # One question may follow another: the keys go back to where the first was asked.
        asked = {self._chooser, self._prompt}
        if self.focused is None or asked.isdisjoint(self.focused.ancestors):
            self._asked_from = self.focused
        self._ahead = None
        self._close_asking()

    def _close_asking(self) -> None:
        for one in (self._chooser, self._prompt):
            if one is not None:
                one.close()

    def held(self) -> bool:
        """Give the keys back to an open question and say so; tell whether there is one."""
        for one in (self._chooser, self._prompt):
            if one is not None and one.display:
                one.take_keys()
                self.tell(say("palette.asking", key=commands.key_of("app.back")), "warn")
                return True
        return False

    def _answered(self) -> None:
        if self._asked_from is not None and self._asked_from.is_attached:
            self._asked_from.focus()
        else:
            self.focus_main()
        self.renew()

    # Keys

    def action_press(self, key: str) -> None:
        """Carry out the command that this key means now."""
        fitting = [command for command in commands.in_room(self.ROOM) if key in command.keys]
        if any(EVERYWHERE not in command.rooms for command in fitting):
            # Where a room has a use for the key that jumps elsewhere, it says what is lacking rather than jump.
            fitting = [command for command in fitting if command.id != "app.jump"]
        states = self.all_states()
        possible = [command for command in fitting if states.issuperset(command.when)]
        if possible:
            self.run_command(max(possible, key=lambda command: len(command.when)))
        elif fitting:
            # What only this room means by the key is meant, and of that what lacks least.
            meant = min(fitting, key=lambda command: (len(command.rooms), len(set(command.when) - states)))
            lacking = next(state for state in meant.when if state not in states)
            key = f"lacking.{lacking}.{self.ROOM}"
            self.tell(say(key if has(key) else f"lacking.{lacking}"), "warn")

    def run_command(self, command: Command) -> None:
        """Carry out a command of this room or of the app."""
        name = "do_" + command.id.replace(".", "_")
        method = getattr(self, name, None) or getattr(self.workbench, name, None)
        assert method is not None, f"{self.ROOM} has no {name}"
        if command.id not in ("app.back", "app.keys"):
            self.tell("")
        self.attempt(method)
        if self.is_current and self.is_attached:
            self.show_keys()

    def action_chord(self, first: str) -> None:
        """Wait for the second key."""
        self.workbench.begin_chord(first)

    def do_app_back(self) -> None:
        """Close what is open, step by step, then go back to where one came from, or home."""
        if self.asking:
            self._leave_asking()
            return
        self.tell("")
        if not (self.stop_steps() or self.step_back()):
            self.workbench.go_back()

    def _leave_asking(self) -> None:
        """Close the question; a longer text that would be lost is warned of once."""
        writing = self._prompt if self._prompt is not None and self._prompt.display else None
        if writing is not None and not writing.may_leave():
            self.tell(say("prompt.unkept"), "warn")
            return
        self._close_asking()
        self._answered()
        if writing is not None and not writing.seeks:
            self.tell(say("prompt.left"), "accent")
        self.left_asking()

    def step_back(self) -> bool:
        """Leave a state of the room (a selection, a narrower view); return False when there is none."""
        return False

    def do_app_next_pane(self) -> None:
        """Move to the next pane."""
        self.focus_next()
        self.show_keys()

    # Lists

    def pane(self) -> Ledger | TextPane | None:
        """Return the list or text pane that has the keys."""
        focused = self.focused
        return focused if isinstance(focused, (Ledger, TextPane)) else self.main_ledger()

    def main_ledger(self) -> Ledger | None:
        """Return the room's first list."""
        for ledger in self.query(Ledger):
            if ledger.id != "chooser-list":
                return ledger
        return None

    def on_ledger_moved(self, event: Ledger.Moved) -> None:
        """Show what belongs to the current item; what cannot be read is said instead."""
        self.attempt(self.show_item)
        self.show_keys()

    def show_item(self) -> None:
        """Show what belongs to the current item."""

    def on_resize(self, event: events.Resize) -> None:
        """Fold the side pane on narrow screens."""
        self.set_class(event.size.width < NARROW, "narrow")
        self.set_class(event.size.height < 30, "short")
        self.workbench.fit(self, event.size)
        if self.is_mounted and self.query("#keys"):
            self.show_keys()

    def set_palette(self, palette: Palette) -> None:
        """Draw everything in other colours."""
        for line in (*self.query(OneLine), *self.query(Said)):
            line.palette = palette
            line.refresh()
        for pane in self.query("Ledger, TextPane, TranscriptView"):
            if isinstance(pane, (Ledger, TextPane, TranscriptView)):
                pane.set_palette(palette)
