"""Tables in the room of questions: walked by cells, sorted, opened into passages."""

from __future__ import annotations

from dataclasses import replace

from workbench.queries.heads import Head, HeadKind, code_rows, theme_rows
from workbench.queries.meeting import Question, Relation, Term
from workbench.queries.tables import Table, Unit, crosstab, together
from workbench.queries.telling import counted_in_words
from workbench.store.lookups.codes import codebook
from workbench.study.coding_filter import CodingFilter
from workbench.study.people import SMALL_NUMBER
from workbench.tui.matrix import Matrix
from workbench.tui.screens.queries_asked import Asked, Kind
from workbench.tui.screens.queries_counting import CountingAnswers
from workbench.tui.screens.queries_pane import AnswerPane
from workbench.tui.screens.queries_rows import Shown, View, cell_in_words, grid_of, order_of
from workbench.words import say

_UNITS = {
    Unit.OVERLAP: Relation.OVERLAP, Unit.TURN: Relation.TURN, Unit.TRANSCRIPT: Relation.TRANSCRIPT,
    Unit.PERSON: Relation.PERSON,
}  # fmt: skip
_FEW_TRANSCRIPTS = 100


class TableAnswers(CountingAnswers, AnswerPane):
    """Commands on a table."""

    narrow: CodingFilter
    _shown = Shown.COUNTS
    _few = SMALL_NUMBER
    # Whether the rows stand by people, and of which column (None: of all).
    _sorted: tuple[bool, int | None] = (False, None)

    def find(self, question: Question, *, keep: bool) -> None:
        """Show the passages of a question."""

    def count(self, asked: Asked, *, keep: bool) -> None:
        """Count the table asked for and show it; `keep` stays on the cell."""
        heads = self._heads(asked)
        if asked.kind is Kind.TOGETHER:
            counting = together(self.study, heads, asked.unit, self.narrow, once=asked.once)
        else:
            counting = crosstab(self.study, heads, asked.columns, self.narrow, once=asked.once)
        self.count_table(counting, lambda table: self._show_table(table, keep=keep))

    def _heads(self, asked: Asked) -> tuple[Head, ...]:
        book = codebook(self.study)
        if asked.under is not None and asked.under not in book:
            asked.under, asked.under_name = None, ""
        if asked.themes:
            return theme_rows(self.study, book, children=asked.children)
        return code_rows(book, asked.under, children=asked.children)

    def _show_table(self, table: Table, *, keep: bool) -> None:
        row, column = self._same_cell(table)
        if not keep:
            self._sorted = (False, None)
        self.table = table
        self._few = int(self.study.setting("small_number", str(SMALL_NUMBER)))
        self._fill_matrix(row, column)
        self.show_answer("matrix")
        self.tell_of_table()

    def _same_cell(self, table: Table) -> tuple[int, int]:
        """Return where the current cell stands in another table: what it is about, not its place, is kept."""
        before, row, column = self.table, self.matrix.row, self.matrix.column
        if before is None or not 0 <= row < len(before.rows) or not 0 <= column < len(before.columns):
            return -1, 0
        rows = {_key(head): at for at, head in enumerate(table.rows)}
        columns = {_key(head): at for at, head in enumerate(table.columns)}
        return rows.get(_key(before.rows[row]), -1), columns.get(_key(before.columns[column]), 0)

    def _fill_matrix(self, row: int, column: int) -> None:
        assert self.table is not None
        by_people, of = self._sorted
        order = order_of(self.table, of, by_people=by_people)
        first = order[0] if order else 0
        view = View(self._shown, self._few, tree=not by_people)
        self.matrix.show(grid_of(self.table, view), order, row if row >= 0 else first, column)

    def on_matrix_moved(self, event: Matrix.Moved) -> None:
        """Tell of the current cell."""
        self.tell_of_cell()

    def tell_of_cell(self) -> None:
        """Tell of the current cell."""
        table = self.table
        if table is None or self.asked is None or not self.matrix.display:
            return
        row, column = self.matrix.row, self.matrix.column
        view = View(self._shown, self._few)
        self.cell_told = cell_in_words(table, row, column, view) if row >= 0 <= column else ()
        self.tell_cell(self.cell_told)

    def tell_of_table(self) -> None:
        """Say what the cells of the table hold."""
        if self.table is None or self.asked is None:
            return
        by_value = any(head.kind is HeadKind.VALUE for head in self.table.columns)
        few = say("query.few_marked", few=self._few) if by_value else ""
        self.tell_counted(counted_in_words(self.table, children=self.asked.children), few)

    def on_matrix_chosen(self, event: Matrix.Chosen) -> None:
        """A double click opens the passages."""
        self.attempt(self.do_queries_cell)

    def do_queries_cell(self) -> None:
        """Read the passages in the cell."""
        table, row, column = self.table, self.matrix.row, self.matrix.column
        if table is None or row < 0 or column < 0 or not table.cells.at(row, column)[1]:
            self.tell(say("queries.cell.empty"), "warn")
            return
        self.inside = True
        self.find(self._question_of(table, row, column), keep=False)

    def _question_of(self, table: Table, row: int, column: int) -> Question:
        codes, unit = table.rows[row].codes, table.asked.unit
        if unit is not None:
            other = table.columns[column]
            return Question(codes, (Term(other.codes, _UNITS[unit], 0, other.name),), narrow=self.narrow)
        speakers, transcripts = table.speakers(column), table.transcripts(column)
        narrow = replace(self.narrow, speakers=speakers)
        if not narrow.transcripts and len(transcripts) <= _FEW_TRANSCRIPTS:
            # The same passages, found the quicker.
            narrow = replace(narrow, transcripts=transcripts)
        return Question(codes, narrow=narrow)

    def do_queries_left(self) -> None:
        """A column to the left."""
        self.matrix.move_across(-1)

    def do_queries_right(self) -> None:
        """A column to the right."""
        self.matrix.move_across(1)

    def do_queries_sort(self) -> None:
        """Put the rows in another order: by this column, by all people, as in the codebook."""
        table, column = self.table, self.matrix.column
        if table is None or column < 0:
            return
        by_people, of = self._sorted
        if not by_people:
            self._sorted, told = (True, column), say("queries.sorted.column", name=table.columns[column].name)
        elif of is not None:
            self._sorted, told = (True, None), say("queries.sorted.people")
        else:
            self._sorted, told = (False, None), say("queries.sorted.book")
        self._fill_matrix(-1, column)
        self.tell(told, "accent")

    def do_queries_show(self) -> None:
        """Show shares instead of numbers, or numbers again."""
        choices = list(Shown)
        self._shown = choices[(choices.index(self._shown) + 1) % len(choices)]
        self._fill_matrix(self.matrix.row, self.matrix.column)
        self.tell(say(f"queries.shown.{self._shown}"), "accent")


def _key(head: Head) -> tuple[str, int, str]:
    return head.kind.value, head.key, head.name if not head.key else ""
