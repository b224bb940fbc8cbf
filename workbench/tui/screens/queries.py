"""Questions: a list of what can be asked of the codings, and the answer beside it."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from workbench.queries.growth import Order
from workbench.store.lookups.codes import codebook
from workbench.tui.drawing import Line, OneLine
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.looks import Palette
from workbench.tui.matrix import Matrix
from workbench.tui.screens.queries_asked import OF_PASSAGES, QUESTION_ROWS, TABLES, Asked, Kind, draw_question
from workbench.tui.screens.queries_choosing import Choosing
from workbench.tui.screens.queries_lists import ListAnswers
from workbench.tui.screens.queries_rows import FOUND_ROWS, STRETCH_ROWS, draw_found
from workbench.tui.screens.queries_table import TableAnswers
from workbench.tui.screens.queries_writing import WritingAnswers
from workbench.words import say


class Queries(WritingAnswers, Choosing, ListAnswers, TableAnswers):
    """The questions at the left, the answer at the right; on narrow screens one at a time."""

    ROOM = "queries"

    def __init__(self) -> None:
        super().__init__()
        self._all = {kind: Asked(kind) for kind in Kind}

    # Layout

    def panes(self) -> ComposeResult:
        """The list of questions, and everything an answer may be shown by."""
        yield Ledger(self.palette, draw_question, QUESTION_ROWS, id="questions")
        with Vertical(id="answer", classes="stack divider"):
            yield OneLine(self.palette, id="asked")
            yield OneLine(self.palette, id="cell")
            yield Matrix(self.palette, id="matrix", empty=say("queries.empty"))
            yield Ledger(self.palette, draw_found, FOUND_ROWS, id="passages", empty=say("queries.no_passages"))
            yield Ledger(self.palette, self.draw_bar, 1, id="bars", empty=say("queries.no_transcripts"))
            yield Ledger(self.palette, self.draw_stretch, STRETCH_ROWS, id="stretches", empty=say("queries.all_coded"))
            yield TextPane(self.palette, id="counted")

    def on_mount(self) -> None:
        """Show no answer yet."""
        self.show_only("")
        self.questions.set_items(list(Kind), 0)

    def main_ledger(self) -> Ledger:
        """The list that moves."""
        shown = self.answer_shown
        return shown if isinstance(shown, Ledger) and not self.questions.has_focus else self.questions

    def focus_main(self) -> None:
        """The answer has the keys when there is one, else the questions."""
        shown = self.answer_shown
        if shown is not None and self.has_class("answering"):
            shown.focus()
        else:
            self.questions.focus()

    def set_palette(self, palette: Palette) -> None:
        """Draw everything in other colours."""
        super().set_palette(palette)
        self.matrix.set_palette(palette)

    def title_parts(self) -> tuple[Line, Line]:
        """What the filters let through."""
        told = " · ".join(self.narrow_told.values())
        return super().title_parts()[0], [(say("queries.only", what=told), "warn")] if told else []

    def states(self) -> set[str]:
        """Where the keys are, and what the answer is."""
        shown = self.answer_shown
        if shown is None:
            return {"question"}
        found = {"asked"}
        if self.asked is not None:
            kind = self.asked.kind
            found |= {"table"} if kind in TABLES else set()
            found |= {"codes"} if kind in TABLES | OF_PASSAGES else set()
            found |= {"by"} if kind in TABLES | OF_PASSAGES | {Kind.GROWTH} else set()
        if self.questions.has_focus:
            found.add("question")
        elif isinstance(shown, Matrix):
            found |= {"matrix"} if shown.row >= 0 else set()
        elif shown.current is not None:
            found.add("passages" if shown is self.passages else "bars")
        return found

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of the pane in hand."""
        if self.is_mounted:
            self.show_keys()

    # Asking

    def reload(self) -> None:
        """Answer again what was answered: the study changed, or the room is entered anew."""
        self.leave_out_withdrawn()
        if self.asked is not None and self.answer_shown is not None and not self.is_counting:
            self._answer(keep=True)

    def do_queries_ask(self) -> None:
        """Ask the question in hand."""
        kind: Kind = self.questions.current
        asked = self.asked = self._all[kind]
        if kind in OF_PASSAGES:
            self.choose_codes(asked, (lambda: self.choose_other(asked, "must")) if kind is Kind.MEETS else self.answer)
        elif asked.ready:
            self.answer()
        else:
            self.choose_attribute(asked)

    def answer(self) -> None:
        """Answer the question in hand."""
        self._answer(keep=False)

    def _answer(self, *, keep: bool) -> None:
        asked = self.asked
        if asked is None or not asked.ready:
            return
        self.stop_counting()
        self.inside, self.cell_told = False, ()
        if asked.kind in OF_PASSAGES:
            book = codebook(self.study)
            asked.codes = frozenset(one for one in asked.codes if one in book)
            self.find(asked.question(self.narrow), keep=keep)
        elif asked.kind in TABLES:
            self.count(asked, keep=keep)
        elif asked.kind is Kind.GROWTH:
            self.list_steps(asked, keep=keep)
        else:
            self.list_coverage(asked, keep=keep)

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """A double click asks, or opens."""
        act = {"questions": self.do_queries_ask, "passages": self.do_queries_open}.get(event.ledger.id or "")
        self.attempt(act or self.do_queries_place)

    # What a question is asked with

    def do_queries_rows(self) -> None:
        """Choose the rows of the table."""
        if self.asked is not None:
            self.choose_rows(self.asked)

    def do_queries_by(self) -> None:
        """Choose the columns, where codes meet, the order of interviews, or what else is to meet the passages."""
        asked = self.asked
        if asked is None:
            return
        if asked.kind is Kind.TOGETHER:
            self.choose_unit(asked)
        elif asked.kind in TABLES:
            self._choose_columns(asked)
        elif asked.kind in OF_PASSAGES:
            self.choose_term(asked)
        else:
            asked.order = Order.CODED if asked.order is Order.IMPORTED else Order.IMPORTED
            self.answer()

    def _choose_columns(self, before: Asked) -> None:
        """Ask for an attribute; the rows stay as they are."""
        attribute = self._all[Kind.ATTRIBUTE]
        attribute.themes, attribute.under, attribute.under_name = before.themes, before.under, before.under_name
        attribute.children, attribute.once = before.children, before.once

        def chosen() -> None:
            self.asked = attribute
            self.answer()

        self.choose_attribute(attribute, chosen)

    def do_queries_children(self) -> None:
        """Count the codes under each code too, or no more."""
        asked = self.asked
        if asked is None:
            return
        asked.children = not asked.children
        if asked.kind in OF_PASSAGES:
            self.spread_codes(asked)
        self.answer()
        self.tell(say("queries.children.on" if asked.children else "queries.children.off"), "accent")

    def do_queries_once(self) -> None:
        """Count overlapping codings of one code once, or each."""
        if self.asked is not None:
            self.asked.once = not self.asked.once
            self.answer()
            self.tell(say("queries.once.on" if self.asked.once else "queries.once.off"), "accent")

    def do_queries_filter(self) -> None:
        """Choose which codings count."""
        self.choose_filter()

    # Keys and panes

    def do_list_down(self) -> None:
        """Move down."""
        self.matrix.move(1) if self.matrix.has_focus else super().do_list_down()

    def do_list_up(self) -> None:
        """Move up."""
        self.matrix.move(-1) if self.matrix.has_focus else super().do_list_up()

    def do_list_page_down(self) -> None:
        """Move a screenful down."""
        self.matrix.page(1) if self.matrix.has_focus else super().do_list_page_down()

    def do_list_page_up(self) -> None:
        """Move a screenful up."""
        self.matrix.page(-1) if self.matrix.has_focus else super().do_list_page_up()

    def do_list_first(self) -> None:
        """Move to the first row."""
        self.matrix.go(0) if self.matrix.has_focus else super().do_list_first()

    def do_list_last(self) -> None:
        """Move to the last row."""
        self.matrix.go(-1) if self.matrix.has_focus else super().do_list_last()

    def do_app_next_pane(self) -> None:
        """Move between the questions and the answer."""
        shown = self.answer_shown
        if self.asking:
            super().do_app_next_pane()
        elif shown is not None:
            # On a narrow screen the one takes the place of the other.
            self.set_class(self.questions.has_focus, "answering")
            self.call_after_refresh(self.focus_main)

    def step_back(self) -> bool:
        """Stop counting, leave the passages of a cell, leave the answer."""
        if self.stop_counting():
            return True
        if self.inside and self.passages_shown:
            self.inside = False
            if self.asked is not None and self.asked.kind in TABLES:
                self.show_answer("matrix")
                self.tell_of_cell()
                self.tell_of_table()
            else:
                self.show_answer("bars")
                self.tell_of_bar()
            return True
        if self.answer_shown is not None and not self.questions.has_focus:
            self.do_app_next_pane()
            return True
        return False
