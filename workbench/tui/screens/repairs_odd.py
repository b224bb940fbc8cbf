"""What is odd in a transcript as it stands: signs that a person should know of, with the first place of each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.study.repair_view import seen
from workbench.study.text import visible
from workbench.study.transcripts import Transcript
from workbench.tui.drawing import Line, cut
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.room import Room
from workbench.tui.screens.list_room import clipped
from workbench.tui.screens.repairs_panes import stretch_lines
from workbench.words import counted, say

if TYPE_CHECKING:
    from workbench.transcripts.repairs.odd import Odd


class OddList(Room):
    """A second list in the place of the repairs: command `repairs.odd`."""

    if TYPE_CHECKING:
        text: Transcript | None

    def odd_list(self) -> Ledger:
        """Return the list, hidden at first."""
        made = Ledger(self.palette, self._draw_odd, empty=say("repairs.odd.none"), id="odd")
        made.display = False
        return made

    @property
    def odd(self) -> Ledger:
        """The list of what is odd."""
        return self.query_one("#odd", Ledger)

    @property
    def showing_odd(self) -> bool:
        """Whether it is on the screen."""
        return bool(self.query("#odd")) and self.odd.display

    def reload_odd(self) -> None:
        """Look at the text again, if it is on the screen."""
        if self.showing_odd:
            from workbench.transcripts.repairs.odd import report

            self.odd.set_items(report(self.text.text) if self.text is not None else ())

    def do_repairs_odd(self) -> None:
        """Show what is odd in the text, or the repairs again."""
        odd = not self.odd.display
        self.odd.display, self.query_one("#repairs").display = odd, not odd
        self.refresh_room()
        self.focus_main()
        self.tell(say("repairs.odd.told", count=len(self.odd.items)) if odd else "", "accent")

    def _draw_odd(self, item: "Odd", width: int) -> Sequence[Line]:
        kind = say(f"odd.{item.kind}")
        head = f"{cut(kind, 26)} {cut(seen(item.sign), 12)} {item.count:>5}×  {item.where_line:>5}  "
        return [[(head, ""), (cut(visible(item.sample), max(8, width - len(head))), "dim")]]

    def show_odd(self) -> None:
        """Tell what the sign is, and show the first place."""
        one: Odd | None = self.odd.current
        text = self.text
        if one is None or text is None:
            return
        times = counted(say("repairs.odd.times"), one.count)
        facts = f"{say(f'odd.{one.kind}')}: {seen(one.sign)} · {times}"
        about = say(f"odd.{one.kind}.about")
        self.query_one("#before", TextPane).show(
            lambda width: [
                [(say("repairs.odd"), "title")],
                *clipped(facts, width, 2),
                [],
                *clipped(about, width, 8, "dim"),
            ]
        )
        place = self.odd_place() or 0
        narrow = self.has_class("narrow")
        head = say("repairs.first_place", line=one.where_line)
        self.query_one("#after", TextPane).show(
            lambda width: stretch_lines(head, "", text.text, (place, place + len(one.sign)), width, narrow)
        )

    def odd_place(self) -> int | None:
        """Return where the first of them stands in the text."""
        one: Odd | None = self.odd.current
        if one is None or self.text is None:
            return None
        body = self.text.text
        at = 0
        for _ in range(one.where_line - 1):
            at = body.find("\n", at) + 1
        end = body.find("\n", at)
        line = body[at : end if end >= 0 else len(body)]
        # A dash that stands alone is meant, not the hyphen of a word before it.
        alone = line.find(f" {one.sign} ")
        return at + max(0, alone + 1 if alone >= 0 else line.find(one.sign))
