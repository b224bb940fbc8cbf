"""Taking in a table of participants: read by the helper, shown with what is unknown, then taken in one act."""

from collections.abc import Sequence
from pathlib import Path

from textual.worker import Worker

from workbench.errors import WorkbenchError
from workbench.store.lookups import people as lookup
from workbench.transcripts.people import PeopleTable
from workbench.tui.drawing import Line
from workbench.tui.options import Option
from workbench.tui.paths import expand
from workbench.tui.screens.asking_path import AskingPath
from workbench.tui.screens.intake_list import looks_like_people
from workbench.tui.screens.list_room import ListRoom, clipped, heading
from workbench.words import say


class TakingTable(AskingPath, ListRoom):
    """Command `people.import`."""

    def __init__(self) -> None:
        super().__init__()
        self.table: PeopleTable | None = None
        self._table_name = ""
        self._unknown: list[str] = []
        self._absent: list[str] = []
        self._handed: Path | None = None
        self._reading: Worker[None] | None = None

    def do_people_import(self) -> None:
        """Ask for a table."""
        corpus = self.study.folder / "corpus"
        folder = corpus if corpus.is_dir() else self.study.folder
        likely = next((path for path in sorted(folder.iterdir()) if looks_like_people(path)), None)
        self.ask_path(say("people.path"), self._chosen, value=str(likely) if likely else f"{folder}/")

    def _chosen(self, text: str) -> None:
        path = expand(text, self.study.folder)[0]
        if path.is_dir():
            raise WorkbenchError(say("people.folder", path=str(path)))
        self._begin(path)

    def receive(self, path: Path) -> None:
        """Take over a table that was chosen in another room."""
        self._handed = path
        self.call_later(self._take_over)

    def _take_over(self) -> None:
        path, self._handed = self._handed, None
        if path is not None:
            self._begin(path)

    def _begin(self, path: Path) -> None:
        self.tell(say("people.reading", name=path.name), "accent")
        self._reading = self.run_worker(self._read(path), exclusive=True)

    async def _read(self, path: Path) -> None:
        try:
            helper = await self.workbench.helper()
            answer = await helper.call("people.read", {"path": str(path)})
        except WorkbenchError as error:
            self.tell(str(error), "error")
            return
        finally:
            self._reading = None
        self.tell("")
        self._show_table(
            path.name, PeopleTable(tuple(answer["columns"]), tuple(answer["rows"]), answer["label_column"])
        )

    def _show_table(self, name: str, table: PeopleTable) -> None:
        known = {one.label.casefold(): one.label for one in lookup.participants(self.study)}
        labels = [row[table.label_column] for row in table.rows]
        self._unknown = [label for label in labels if label.casefold() not in known]
        inside = {label.casefold() for label in labels}
        self._absent = [label for key, label in known.items() if key not in inside]
        self.table, self._table_name = table, name
        self.show_item()
        self.pin(True)
        self.choose(say("people.take"), self._options(table), self._decided)

    def _options(self, table: PeopleTable) -> list[Option]:
        known = len(table.rows) - len(self._unknown)
        options: list[Option] = []
        if known:
            left_out = say("people.take.known.leaves", names=", ".join(self._unknown)) if self._unknown else ""
            options.append(Option("known", say("people.take.known", count=known), left_out))
        if self._unknown:
            options.append(Option("all", say("people.take.all", count=len(self._unknown)), ", ".join(self._unknown)))
        return [*options, Option("none", say("people.take.none"))]

    def _decided(self, what: object, _: str) -> None:
        table = self.table
        self._forget_table()
        if table is None or what not in ("known", "all"):
            self.tell(say("people.left"), "warn")
            return
        if what == "known":
            unknown = {label.casefold() for label in self._unknown}
            rows = tuple(row for row in table.rows if row[table.label_column].casefold() not in unknown)
            table = PeopleTable(table.columns, rows, table.label_column)
        # An attempt of its own: what is above is done once, even where the act has to be asked about first.
        chosen = table
        self.attempt(lambda: self._take(chosen, add_unknown=what == "all"))

    def _take(self, table: PeopleTable, *, add_unknown: bool) -> None:
        from workbench.transcripts.people import take_people

        count = take_people(self.study, table, add_unknown)
        self.tell(say("people.taken", count=count) if count else say("people.same"), "good")

    def _forget_table(self) -> None:
        self.table = None
        self.pin(False)
        self.show_item()

    def do_app_back(self) -> None:
        """Leave the table that waits for an answer."""
        waiting = self.table is not None and self.asking
        super().do_app_back()
        if waiting:
            self._forget_table()
            self.tell(say("people.left"), "warn")

    def step_back(self) -> bool:
        """Stop the reading first."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
            self.tell(say("people.stopped"), "warn")
            return True
        return super().step_back()

    def table_preview(self, width: int) -> Sequence[Line]:
        """Return what the side pane tells of the table."""
        table = self.table
        if table is None:
            return ()
        count = len(table.rows)
        size = say("people.table.size", rows=count, columns=len(table.columns), label=table.label_column)
        lines: list[Line] = [[(say("people.table", name=self._table_name), "title")], *clipped(size, width, 3)]
        for key, labels, look in (("unknown", self._unknown, "warn"), ("absent", self._absent, "dim")):
            if labels:
                lines += heading(say(f"people.table.{key}", count=len(labels)))
                lines += clipped(", ".join(labels), width, 4, look)
        lines += heading(say("people.table.columns"))
        for column in table.columns:
            if column == table.label_column:
                continue
            values = [row[column] for row in table.rows if row.get(column)]
            filled = say("people.table.filled", filled=len(values), rows=count)
            examples = ", ".join(dict.fromkeys(values[:12]))
            lines.append([(column, "strong"), (f"  {filled}", "dim")])
            lines += clipped(examples, width, 2, "", indent="  ") if examples else []
        return lines
