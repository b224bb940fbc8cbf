"""Several codes at once: in the code line a key gathers codes, enter puts all of them on the words in one act."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from workbench import commands
from workbench.tui.ledger import Ledger
from workbench.tui.options import Option
from workbench.words import say

if TYPE_CHECKING:
    from workbench.tui.room import Room
else:
    Room = object

Coded = Callable[[tuple[int, ...], int | None, str], None]


@dataclass(frozen=True, slots=True)
class _Line:
    """The open code line: all options, codes gathered so far, what the answer means, the options as shown."""

    options: Sequence[Option]
    gathered: tuple[int, ...]
    done: Coded
    shown: Sequence[Option]


class Gathering(Room):
    """The code line's chooser, in which the key for the next pane (tab) gathers codes."""

    _line: _Line | None = None

    def open_code_line(self, options: Sequence[Option], done: Coded, gathered: tuple[int, ...] = ()) -> None:
        """Ask for codes; `done(gathered, code id, typed)`, where the code id is None for a new code."""
        named = {option.value: option.label for option in options}
        shown = [_ticked(option) if option.value in gathered else option for option in options]
        key = commands.key_of("app.next_pane")
        if gathered:
            title = say("gather.which", codes=" + ".join(named[one] for one in gathered), key=key)
        else:
            title = say("gather.first", which=say("coding.which"), key=key)
        at = next((place for place, one in enumerate(options) if gathered and one.value == gathered[-1]), 0)
        self._line = _Line(options, gathered, done, shown)
        self.choose(title, shown, lambda code, typed: done(gathered, code, typed), new=say("coding.new"), first=at)

    def choose(
        self, title: str, options: Sequence[Option], done: Callable[[Any, str], None], *, new: str = "",
        first: int = 0, typed: str = "",
    ) -> None:  # fmt: skip
        """Let the person choose; a question about something else ends the gathering."""
        if self._line is not None and options is not self._line.shown:
            self._line = None
        super().choose(title, options, done, new=new, first=first, typed=typed)

    def tab_while_asking(self) -> str:
        """Gathering, in the code line."""
        asked = self._line is not None and self._chooser is not None and bool(self._chooser.display)
        return "chooser.gather" if asked else super().tab_while_asking()

    def do_app_next_pane(self) -> None:
        """Gather the code in question while the code line is open; else move to the next pane."""
        chooser = self._chooser
        if self._line is None or chooser is None or not chooser.display:
            super().do_app_next_pane()
        elif (current := chooser.query_one(Ledger).current) is not None:
            self._gather(self._line, current.value)

    def _gather(self, line: _Line, code: object) -> None:
        if not isinstance(code, int):
            self.tell(say("gather.new", key="enter"), "warn")
            return
        others = tuple(one for one in line.gathered if one != code)
        self.open_code_line(line.options, line.done, others if code in line.gathered else (*others, code))


def _ticked(option: Option) -> Option:
    return replace(option, detail=f"✓ {option.detail}".strip())
