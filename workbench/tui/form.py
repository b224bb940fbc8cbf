"""A form of a few texts over the whole page: tab goes between them, ctrl+s keeps, esc leaves."""

from collections.abc import Callable, Collection, Mapping, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import TextArea

from workbench.tui.drawing import OneLine
from workbench.tui.fields import TextField
from workbench.tui.looks import Palette
from workbench.tui.room import Room
from workbench.words import say


class Form(Vertical):
    """Texts with a label and a line that says what to write; `names` are keys of `form.…` in the catalogue.

    Those that are `short` have one row.
    """

    DEFAULT_CSS = """
    Form { height: 1fr; width: 1fr; }
    Form TextArea { height: 1fr; border: none; padding: 0 1; background: $surface; }
    Form TextArea.short { height: 1; }
    """

    def __init__(
        self, palette: Palette, names: Sequence[str], *, short: Collection[str] = (), id: str = "form"
    ) -> None:
        super().__init__(id=id)
        self.palette = palette
        self._short = frozenset(short)
        self.names = tuple(names)
        self._before: dict[str, str] = {}
        self.display = False

    def compose(self) -> ComposeResult:
        """Lay out the title and a label with an area for each text."""
        yield OneLine(self.palette, id="form-title")
        for name in self.names:
            yield OneLine(self.palette, id=f"form-label-{name}")
            kind = "short" if name in self._short else ""
            yield TextField(id=f"form-{name}", classes=kind, compact=True, tab_behavior="focus", soft_wrap=True)

    def open(self, title: str, values: Mapping[str, str]) -> None:
        """Show the form with `values`, the first empty text in hand."""
        self.query_one("#form-title", OneLine).show([(" " + title, "title"), ("  ", ""), (say("form.hint"), "dim")])
        for name in self.names:
            area = self._area(name)
            area.text = values.get(name, "")
            area.move_cursor(area.document.end)
        self._before = self.values
        self.display = True
        self._area(next((name for name in self.names if not self._before[name]), self.names[0])).focus()
        self._show_labels()

    def _area(self, name: str) -> TextArea:
        return self.query_one(f"#form-{name}", TextArea)

    @property
    def values(self) -> dict[str, str]:
        """What stands in the form."""
        return {name: self._area(name).text for name in self.names}

    @property
    def written(self) -> dict[str, str]:
        """The texts that differ from what the form was opened with."""
        return {name: text for name, text in self.values.items() if text != self._before.get(name, "")}

    def on_descendant_focus(self) -> None:
        """Show which text is in hand."""
        self._show_labels()

    def _show_labels(self) -> None:
        for name in self.names:
            here = self._area(name).has_focus
            label = (f"{'▸' if here else ' '}{say(f'form.{name}')}", "accent" if here else "strong")
            self.query_one(f"#form-label-{name}", OneLine).show([label, (f"  {say(f'form.{name}.hint')}", "dim")])

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep the room out of it."""
        event.stop()


class Forming(Room):
    """A room with a form; its other panes stand in a container `#page`, which the form covers."""

    _keep: Callable[[dict[str, str]], object] | None = None
    _warned: Mapping[str, str] | None = None
    _form: Form | None = None

    @property
    def form(self) -> Form:
        """The form."""
        # Every key asks whether it is open: it is looked for once.
        if self._form is None:
            self._form = self.query_one(Form)
        return self._form

    @property
    def forming(self) -> bool:
        """Whether the form is open."""
        return (self._form is not None or bool(self.query(Form))) and self.form.display

    def open_form(self, title: str, values: Mapping[str, str], keep: Callable[[dict[str, str]], object]) -> None:
        """Let the person write; `keep` gets the texts that were changed, and may refuse them."""
        self._keep, self._warned = keep, None
        self.query_one("#page").display = False
        self.form.open(title, values)
        self.show_keys()

    def close_form(self) -> None:
        """Show the page again."""
        self.form.display = False
        self.query_one("#page").display = True
        self.focus_main()
        self.renew()

    def leave_form(self) -> bool:
        """Close the form, warning once when texts would be lost; return False when none is open."""
        if not self.forming:
            return False
        written = self.form.written
        if written and written != self._warned:
            self._warned = written
            self.tell(say("form.unkept"), "warn")
        else:
            self.close_form()
            if written:
                self.tell(say("form.left"), "accent")
        return True

    def on_key(self, event: events.Key) -> None:
        """Keep what was written by ctrl+s."""
        if event.key != "ctrl+s" or not self.forming or self.asking:
            return
        event.stop()
        event.prevent_default()
        written = self.form.written
        if not written:
            self.close_form()
            self.tell(say("form.unchanged"))
        elif keep := self._keep:
            self.attempt(lambda: keep(written), then=self.close_form)

    def show_keys(self) -> None:
        """Show the keys of the form while it is open."""
        if self.forming and not self.asking:
            self._keys_shown = None
            parts = [(" tab ", "key"), (say("form.next"), ""), ("  ^s ", "key"), (say("form.keep"), "")]
            parts += [("  esc ", "key"), (say("form.leave"), "")]
            self.query_one("#keys", OneLine).show(parts)
        else:
            super().show_keys()
