"""Where an answer is shown: a table, passages or bars, with a line above and what was counted below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.queries.coverage import Coverage
from workbench.queries.growth import Step
from workbench.queries.meeting import Finding, Question
from workbench.queries.tables import Table
from workbench.study.codings import CodedPassage
from workbench.tui.drawing import Line, OneLine, Part, flowed, wrapped
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.matrix import Matrix
from workbench.tui.room import Room
from workbench.tui.screens.queries_asked import Asked

ANSWERS = ("matrix", "passages", "bars", "stretches")
_MOST_ROWS, _CONTEXT_ROWS = 6, 5


class AnswerPane(Room):
    """The pane of the answer, and what it answers."""

    asked: Asked | None = None
    table: Table | None = None
    finding: Finding | None = None
    covered: Coverage | None = None
    steps: Sequence[Step] = ()
    # The passages shown come from a cell or a bar, to which one goes back.
    inside = False
    question_shown: Question | None = None
    cell_told: Sequence[Part] = ()

    @property
    def questions(self) -> Ledger:
        """The list of questions."""
        return self.query_one("#questions", Ledger)

    @property
    def matrix(self) -> Matrix:
        """The table."""
        return self.query_one(Matrix)

    @property
    def passages(self) -> Ledger:
        """The passages."""
        return self.query_one("#passages", Ledger)

    @property
    def answer_shown(self) -> Matrix | Ledger | None:
        """What shows the answer, or None when there is none."""
        found = (self.query_one(f"#{name}") for name in ANSWERS)
        return next((one for one in found if one.display and isinstance(one, (Matrix, Ledger))), None)

    @property
    def passages_shown(self) -> bool:
        """Whether the answer is passages."""
        return self.passages.display

    def show_only(self, name: str) -> None:
        """Show one of the ways to answer, or none."""
        for one in ANSWERS:
            self.query_one(f"#{one}").display = one == name
        self.query_one("#counted").display = bool(name)
        self.query_one("#cell").display = bool(name) and (name != "passages" or self.inside)

    def show_answer(self, name: str) -> None:
        """Show an answer and give it the keys."""
        self.show_only(name)
        self.add_class("answering")
        self.renew()
        told = self.asked.told() if self.asked else ""
        self.query_one("#asked", OneLine).show([(" ", ""), (told, "title")])
        shown = self.answer_shown
        if shown is not None and not self.asking:
            shown.focus()
        self.show_keys()

    def tell_cell(self, parts: Sequence[Part]) -> None:
        """Say in the line above the answer what the current cell or bar is."""
        self.query_one("#cell", OneLine).show([(" ", ""), *parts])

    def tell_counted(self, *told: str) -> None:
        """Say below the answer what was counted."""

        def fill(width: int) -> Sequence[Line]:
            return [line for one in told if one for line in wrapped(one, width, "dim")]

        # On a narrow screen the answer takes the place of the questions, and has no size before.
        width = self.size.width if self.has_class("narrow") else self.query_one("#answer").size.width - 1
        self._show_below(fill, min(_MOST_ROWS, len(fill(max(20, width - 2)))))

    def tell_passage(self, told: str, passage: CodedPassage | None) -> None:
        """Say below the answer how much was found, and show the passage in hand among the words around it."""

        def fill(width: int) -> Sequence[Line]:
            lines: list[Line] = [[(told, "dim")]]
            if passage is not None:
                parts = [
                    (f"…{_flat(passage.before)}" if passage.before.strip() else "", "dim"),
                    (_flat(passage.words), "strong"),
                    (f"{_flat(passage.after)}…" if passage.after.strip() else "", "dim"),
                ]
                lines += flowed([part for part in parts if part[0]], width)
            return lines

        self._show_below(fill, _CONTEXT_ROWS if self.has_class("short") else _CONTEXT_ROWS * 2)

    def _show_below(self, fill: Callable[[int], Sequence[Line]], rows: int) -> None:
        pane = self.query_one("#counted", TextPane)
        # Another height lays the whole room out anew, so it is only given when it is another.
        if pane.styles.height is None or pane.styles.height.value != rows:
            pane.styles.height = rows
        pane.show(fill)


def _flat(text: str) -> str:
    """Return a text on one line, with the blanks at its ends: words are not to run into those beside them."""
    flat = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + flat + (" " if text[-1:].isspace() else "")
