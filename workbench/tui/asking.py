"""Asking without leaving the room: a docked line to write in, and a docked chooser with a filter.

Both are always mounted and hidden, because putting up a screen costs a hundred milliseconds.
"""

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input, TextArea

from workbench.tui.drawing import Line, OneLine
from workbench.tui.fields import Asked, LineField, TextField, not_for
from workbench.tui.ledger import Ledger
from workbench.tui.looks import Palette
from workbench.tui.options import Finder, Option
from workbench.words import say


def _nothing(_option: Option | None, _typed: str) -> None:
    """Stand where an answer will be waited for."""


class _ChooserField(LineField):
    """The filter; a digit chooses at once where nothing is typed, before the key after it is looked at."""

    async def _on_key(self, event: events.Key) -> None:
        if not_for(self, event):
            return
        chooser = self.parent
        digit = event.character or ""
        if isinstance(chooser, Chooser) and digit.isdigit() and not self.value and chooser.choose_digit(int(digit)):
            event.stop()
            event.prevent_default()
            return
        await super()._on_key(event)


class Chooser(Asked):
    """Type to filter, enter to choose; digits choose directly while nothing is typed."""

    class Standing(Message):
        """An option is in hand, not chosen yet."""

        def __init__(self, option: Option | None) -> None:
            super().__init__()
            self.option = option

    def __init__(self, palette: Palette, *, id: str = "chooser") -> None:
        super().__init__(id=id)
        self.palette = palette
        self._options: Sequence[Option] = ()
        self._finder = Finder(())
        self._done: Callable[[Option | None, str], None] = _nothing
        self._new: str = ""
        self._found_for = ""
        self._digit_names = False
        self.display = False

    def compose(self) -> ComposeResult:
        """Lay out title, input, list."""
        yield OneLine(self.palette, id="chooser-title")
        yield _ChooserField(id="chooser-input", compact=True, select_on_focus=False)
        yield Ledger(self.palette, self._draw, id="chooser-list", empty=say("chooser.nothing"))

    def ask(
        self,
        title: str,
        options: Sequence[Option],
        done: Callable[[Option | None, str], None],
        *,
        new: str = "",
        first: int = 0,
        typed: str = "",
    ) -> None:
        """Open with options; `done` gets the chosen one, or (with `new`, the offer's words) None and what was typed."""
        self._options, self._done, self._new = options, done, new
        self._digit_names = any(option.label[:1].isdigit() for option in options)
        self._finder = Finder(options)
        self.query_one("#chooser-title", OneLine).show([(" ", ""), (title, "title")])
        field = self.query_one(Input)
        with field.prevent(Input.Changed):
            field.value = typed
            field.cursor_position = len(typed)
        self._filter(typed, first)
        self.display = True
        field.focus()

    def take_keys(self) -> None:
        """Go on asking after the keys were taken elsewhere."""
        self.query_one(Input).focus()

    def _filter(self, query: str, index: int = 0) -> None:
        self._found_for = query
        found = self._finder.find(query)
        wanted = query.strip().casefold()
        if self._new and wanted and not any(wanted == one.casefold() for option in found for one in option.called):
            found.more = [Option(None, self._new.format(name=query.strip()))]
        self.query_one(Ledger).set_items(found, index)

    def _draw(self, option: Option, width: int) -> Sequence[Line]:
        # Nine have a digit, and only while nothing is typed and a digit chooses.
        typing = bool(self.query_one(Input).value) or self._digit_names
        first = () if typing else self.query_one(Ledger).items[:9]
        digit = next((str(number) for number, one in enumerate(first, 1) if one is option), " ")
        mark = ("▍", option.colour) if option.colour else (" ", "")
        return [[(f"{digit} ", "dim"), mark, (option.label, ""), (f"  {option.detail}", "dim")]]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter as one types."""
        event.stop()
        # What was typed before the last question was answered is not about this one.
        if event.value == event.input.value and event.value != self._found_for:
            self._filter(event.value)

    def choose_digit(self, number: int) -> bool:
        """Choose the option of a number (from 1 on), unless options begin with digits; tell whether there was one."""
        items = self.query_one(Ledger).items
        if not self.display or self._digit_names or not 0 < number <= len(items):
            return False
        self._choose(items[number - 1], "")
        return True

    def sends(self, key: str) -> bool:
        """Choose the current option by enter."""
        if key == "enter" and self._found_for != (typed := self.query_one(Input).value):
            # What was typed last has not come through yet.
            self._filter(typed)
        current = self.query_one(Ledger).current if key == "enter" else None
        if current is not None:
            self._choose(current, self.query_one(Input).value.strip())
        return key == "enter"

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """Choose by double click."""
        event.stop()
        self._choose(event.ledger.current, self.query_one(Input).value.strip())

    def on_ledger_moved(self, event: Ledger.Moved) -> None:
        """Keep the room out of it, but say which option is in hand."""
        event.stop()
        if self.display:
            self.post_message(self.Standing(event.ledger.current))

    def _choose(self, option: Option, typed: str) -> None:
        self.close()
        self._done(None if option.value is None else option, typed)

    def on_key(self, event: events.Key) -> None:
        """Arrows move in the list while the input has the keys."""
        steps = {"down": 1, "up": -1, "pagedown": 8, "pageup": -8}
        if event.key in steps:
            event.stop()
            event.prevent_default()
            self.query_one(Ledger).move(steps[event.key])


class Prompt(Asked):
    """A docked field to write in: one line (enter keeps) or several (ctrl+s keeps)."""

    def __init__(self, palette: Palette, *, id: str = "prompt") -> None:
        super().__init__(id=id)
        self.palette = palette
        self._done: Callable[[str], None] = lambda _: None
        self._before = self.warned = ""
        self.long = self.seeks = False
        self.display = False

    def compose(self) -> ComposeResult:
        """Lay out title and both fields."""
        yield OneLine(self.palette, id="prompt-title")
        yield LineField(id="prompt-line", compact=True)
        yield TextField(id="prompt-text", compact=True, tab_behavior="focus", soft_wrap=True)

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
        """Open with `value`; `done` gets what was written. What differs from `before` is not left without a word.

        What `seeks` keeps nothing: it goes to what is written.
        """
        first = value if before is None else before
        self.seeks = seeks
        self._done, self.long, self._before, self.warned = done, long, first, first
        self.query_one("#prompt-title", OneLine).show([(" ", ""), (title, "title")])
        line, area = self.query_one(Input), self.query_one(TextArea)
        line.display, area.display = not long, long
        self.display = True
        if long:
            area.text = value
            area.move_cursor(area.document.end)
            area.focus()
        else:
            line.value = value
            line.cursor_position = len(value)
            # What was written and comes back is gone on with; an old value may be written over.
            line.select_on_focus = value == first
            line.focus()

    def take_keys(self) -> None:
        """Go on asking after the keys were taken elsewhere; what is written stays."""
        line = self.query_one(Input)
        line.select_on_focus = False
        (self.query_one(TextArea) if self.long else line).focus()

    def may_leave(self) -> bool:
        """Tell whether nothing of length would be lost, or the person was warned of just that text before."""
        written = self.query_one(TextArea).text if self.long else self._before
        before, self.warned = self.warned, written
        return written in (self._before, before)

    def sends(self, key: str) -> bool:
        """Keep one line by enter, several by ctrl+s."""
        if key != ("ctrl+s" if self.long else "enter"):
            return False
        self._keep(self.query_one(TextArea).text if self.long else self.query_one(Input).value)
        return True

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the room out of it."""
        event.stop()

    def _keep(self, value: str) -> None:
        self.close()
        self._done(value)
