"""Asking for a path, completed by tab."""

from collections.abc import Callable, Sequence

from workbench.study.text import visible
from workbench.tui.paths import complete
from workbench.tui.room import Room


class AskingPath(Room):
    """A room that asks for files; while it does, tab completes."""

    _path_asked = False

    def ask_path(self, title: str, done: Callable[[str], None], value: str = "") -> None:
        """Let the person write a path."""

        def finish(text: str) -> None:
            self._path_asked = False
            done(text)

        self.ask(title, finish, value=value)
        self._path_asked = True
        self._proposed_is_kept()
        self.show_keys()

    def tab_while_asking(self) -> str:
        """Completing, where a path is asked for."""
        return "prompt.complete" if self._asks_path else super().tab_while_asking()

    @property
    def _asks_path(self) -> bool:
        return self._path_asked and self._prompt is not None and bool(self._prompt.display)

    def _proposed_is_kept(self) -> None:
        """Go on after the folder that is proposed; elsewhere what one types replaces the old value."""
        from textual.widgets import Input

        if self._prompt is not None:
            line = self._prompt.query_one("#prompt-line", Input)
            line.select_on_focus = False
            self.call_after_refresh(setattr, line, "select_on_focus", True)

    def do_app_next_pane(self) -> None:
        """Complete the path, or move to the next pane."""
        prompt = self._prompt
        if prompt is None or not self._asks_path:
            super().do_app_next_pane()
            return
        from textual.widgets import Input

        line = prompt.query_one(Input)
        line.value, names = complete(line.value)
        line.cursor_position = len(line.value)
        self.tell(names_in(names, self.size.width - 2), "dim")


def names_in(names: Sequence[str], width: int) -> str:
    """Return as many names as fit a line."""
    text, used = "", 0
    for at, name in enumerate(names):
        one = visible(name) + "  "
        if used + len(one) + 6 > width:
            return f"{text}+{len(names) - at}"
        text, used = text + one, used + len(one)
    return text.rstrip()
