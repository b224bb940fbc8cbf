"""Writing an answer to a file: numbers as tidy rows, words of passages only through the gate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import QueryError
from workbench.queries import tidy
from workbench.queries.meeting import Finding, Found
from workbench.study.people import SMALL_NUMBER
from workbench.tui.later import later
from workbench.tui.options import Option
from workbench.tui.screens.queries_asked import TABLES, Kind
from workbench.tui.screens.queries_pane import AnswerPane
from workbench.words import say

if TYPE_CHECKING:
    from workbench.report import export, passage_file
    from workbench.report.writers import csv
else:
    export, passage_file, csv = later(
        "workbench.report.export", "workbench.report.passage_file", "workbench.report.writers.csv"
    )

_SUFFIX = ".csv"


class WritingAnswers(AnswerPane):
    """Command `queries.write`."""

    def do_queries_write(self) -> None:
        """Ask what to write, and where."""
        if self.passages_shown:
            options = [Option(False, say("queries.write.numbers")), Option(True, say("queries.write.words"))]
            self.choose(say("queries.write.what"), options, lambda words, _: self._ask_file(words=bool(words)))
        else:
            self._ask_file(words=False)

    def _ask_file(self, *, words: bool) -> None:
        kind = "passages" if self.passages_shown else str(self.asked.kind if self.asked else Kind.PASSAGES)
        default = str(Path("exports") / f"{kind}{_SUFFIX}")
        self.ask(say("queries.write.file"), lambda name: self._start(name.strip(), words=words), value=default)

    def _start(self, name: str, *, words: bool) -> None:
        if not name:
            raise QueryError(say("queries.write.no_file"))
        path = self.study.folder / Path(name if name.casefold().endswith(_SUFFIX) else name + _SUFFIX).expanduser()
        export.refuse_database(path)
        if not path.exists():
            self._write(path, words=words)
            return
        options = [Option(True, say("quotes.replace")), Option(False, say("quotes.spare"))]

        def chosen(replace: object, _: str) -> None:
            if replace:
                self._write(path, words=words)
            else:
                self.tell(say("quotes.not_written"), "accent")

        self.choose(say("quotes.exists", file=path.name), options, chosen)

    def _write(self, path: Path, *, words: bool) -> None:
        if words:
            self._write_words(path)
            return
        few = int(self.study.setting("small_number", str(SMALL_NUMBER)))
        rows = [tuple(row) for row in self._rows(few)]
        export.write_at_once(path, csv.write(rows), make_folder=path.parent == self.study.folder / "exports")
        told, look = [say("line.query_written", count=len(rows) - 1, file=path)], "good"
        hidden = tidy.few_cells(self.table, few) if self.table is not None and not self.passages_shown else 0
        if hidden:
            told, look = [*told, say("queries.few_hidden", count=hidden, few=few)], "warn"
        self.tell(" · ".join(told), look)

    def _rows(self, few: int) -> Iterable[Sequence[str]]:
        kind = self.asked.kind if self.asked else None
        if self.passages_shown:
            return tidy.passages(self._found())
        if kind in TABLES and self.table is not None:
            return tidy.cells(self.table, few)
        if kind is Kind.GROWTH:
            return tidy.steps(self.steps)
        if self.covered is not None:
            return tidy.stretches(self.covered.stretches) if kind is Kind.STRETCHES else tidy.transcripts(self.covered)
        raise QueryError(say("queries.write.nothing"))

    def _found(self) -> Sequence[Found]:
        if self.question_shown is None:
            return self.passages.items
        return Finding(self.study, self.question_shown, 0).more(-1)

    def _write_words(self, path: Path) -> None:
        found = self._found()
        report = passage_file.export_passages(
            self.study, path, [one.passage for one in found], tidy.PASSAGE_COLUMNS,
            lambda place: tidy.passage(found[place].passage, found[place].met),
        )  # fmt: skip
        told = [say("line.query_words_written", count=report.quotes, file=report.path), *report.warnings]
        self.tell(" · ".join(told), "warn" if report.warnings else "good")
