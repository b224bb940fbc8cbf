"""Taking in a table of people: read by the helper, planned and shown, asked about, then taken in one act."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from textual.worker import Worker

from workbench.acts import people_import as import_acts
from workbench.errors import WorkbenchError
from workbench.store.lookups import people as lookup
from workbench.store.lookups.people_schema import schema
from workbench.study.attributes import Type, choices_written
from workbench.study.people_plan import LEAVE, NEW, Plan, PlannedRow, Settled
from workbench.study.people_troubles import Trouble
from workbench.transcripts.people import PeopleTable
from workbench.tui.drawing import Line
from workbench.tui.options import Option
from workbench.tui.paths import expand
from workbench.tui.screens.asking_path import AskingPath
from workbench.tui.screens.intake_list import looks_like_people
from workbench.tui.screens.list_room import ListRoom, clipped, heading
from workbench.words import say
from workbench.words.attributes import attribute_label
from workbench.words.told import trouble_line

_MOST_CONFLICTS = 12


class TakingTable(AskingPath, ListRoom):
    """Command `people.import`."""

    def __init__(self) -> None:
        super().__init__()
        self.table: PeopleTable | None = None
        self.planned: Plan | None = None
        self._settled = Settled()
        self._table_name = ""
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
        table = PeopleTable(tuple(answer["columns"]), tuple(answer["rows"]), answer["label_column"])
        self.attempt(lambda: self._show_table(path.name, table))

    # Settling what the table means

    def _show_table(self, name: str, table: PeopleTable) -> None:
        self._settled = Settled()
        planned = import_acts.plan(self.study, table.rows, table.label_column, self._settled)
        inside = {row.participant_id for row in planned.rows}
        self._absent = [one.label for one in lookup.participants(self.study) if one.id not in inside]
        self.table, self._table_name = table, name
        self._plan_again(self._settled)
        self.pin(True)
        kinds = schema(self.study).kinds
        if not kinds:
            self._ask_whom()
            return
        options = [Option(0, say("people.take.everyone")), *(Option(one.id, one.name) for one in kinds)]

        def chosen(kind_id: object, _: str) -> None:
            self._plan_again(replace(self._settled, kind_id=int(str(kind_id)) or None))
            self._ask_whom()

        self.choose(say("people.take.kind"), options, chosen)

    def _plan_again(self, settled: Settled) -> None:
        if self.table is None:
            return
        self._settled = settled
        self.planned = import_acts.plan(self.study, self.table.rows, self.table.label_column, settled)
        self.show_item()

    def _ask_whom(self) -> None:
        if self.planned is not None:
            self.choose(say("people.take"), self._options(self.planned), self._decided)

    def _options(self, planned: Plan) -> list[Option]:
        unknown = ", ".join(row.label for row in planned.open)
        known = sum(row.participant_id is not None for row in planned.rows)
        options: list[Option] = []
        if known:
            left_out = say("people.take.known.leaves", names=unknown) if unknown else ""
            options.append(Option("known", say("people.take.known", count=known), left_out))
        if unknown:
            options.append(Option("all", say("people.take.all", count=len(planned.open)), unknown))
            options.append(Option("each", say("people.take.each"), say("people.take.each.hint")))
        options.append(Option("type", say("people.take.type"), say("people.take.type.hint")))
        return [*options, Option("none", say("people.take.none"))]

    def _decided(self, what: object, _: str) -> None:
        if self.planned is None or what == "none":
            self._forget_table()
            self.tell(say("people.left"), "warn")
        elif what == "each":
            self._ask_each()
        elif what == "type":
            self._ask_column()
        else:
            self._plan_again(replace(self._settled, rest=NEW if what == "all" else LEAVE))
            self._ask_values()

    def _ask_each(self) -> None:
        """Ask whom the next unmatched row is about, until all are settled."""
        row = self.planned.open[0] if self.planned and self.planned.open else None
        if row is None:
            self._ask_values()
            return
        options = self._whom(row)

        def chosen(whom: object, _: str) -> None:
            self._plan_again(replace(self._settled, matches={**(self._settled.matches or {}), row.label: str(whom)}))
            self._ask_each()

        self.choose(say("people.take.whom", label=row.label, left=len(self.planned.open) if self.planned else 0),
                    options, chosen)  # fmt: skip

    def _whom(self, row: PlannedRow) -> list[Option]:
        taken = {one.participant_id for one in self.planned.rows} if self.planned else set[int | None]()
        free = [one.label for one in lookup.participants(self.study) if one.id not in taken]
        near = [label for label in row.near if label in free]
        options = [Option(label, say("people.take.is", label=label), say("people.take.near")) for label in near]
        options += [Option(NEW, say("people.take.new")), Option(LEAVE, say("people.take.leave"))]
        return [*options, *(Option(one, say("people.take.is", label=one)) for one in free if one not in near)]

    def _ask_column(self) -> None:
        """Ask what a column is where the guess is wrong; what the study defined stays as it is."""
        assert self.planned is not None
        free = [one for one in self.planned.columns if not one.defined]
        options = [Option(one.name, attribute_label(one.name), say(f"attribute.type.{one.type.value}")) for one in free]

        def column(name: object, _: str) -> None:
            types = [Type.TEXT, Type.NUMBER, Type.DATE, Type.CATEGORY]
            offers = [
                Option(one, say(f"attribute.type.{one.value}"), say(f"attribute.type.{one.value}.hint"))
                for one in types
            ]

            def chosen(type_: object, _: str) -> None:
                self._plan_again(
                    replace(self._settled, types={**(self._settled.types or {}), str(name): Type(str(type_))})
                )
                self._ask_whom()

            self.choose(say("people.take.which_type", name=attribute_label(str(name))), offers, chosen)

        if not options:
            self.tell(say("people.take.all_defined"), "warn")
            self._ask_whom()
            return
        self.choose(say("people.take.which_column"), options, column)

    def _ask_values(self) -> None:
        """Ask about values that differ from the study's, then about those outside a category, then take the table."""
        planned = self.planned
        if planned is None:
            return
        if not planned.conflicts:
            self._ask_unfit(keep_old=False)
            return
        some = ", ".join(
            f"{one.participant} {attribute_label(one.name)}: {one.old} → {one.new}" for one in planned.conflicts[:3]
        )
        options = [
            Option(False, say("people.take.theirs"), some),
            Option(True, say("people.take.ours")),
            Option(None, say("people.take.none")),
        ]

        def chosen(keep_old: object, _: str) -> None:
            if keep_old is None:
                self._decided("none", "")
            else:
                self._ask_unfit(keep_old=bool(keep_old))

        self.choose(say("people.take.conflicts", count=len(planned.conflicts)), options, chosen)

    def _ask_unfit(self, *, keep_old: bool) -> None:
        planned = self.planned
        outside = [one for one in planned.unfit if one.type is Type.CATEGORY] if planned else []
        if planned is None or not outside:
            self._ask_troubles(keep_old=keep_old, add_choices=False, agreed=False)
            return
        some = "; ".join(
            f"{attribute_label(one.name)}: {', '.join(dict.fromkeys(value for _, value in one.unfit))}"
            for one in outside
        )
        options = [
            Option(True, say("people.take.add_values"), some),
            Option(False, say("people.take.without")),
            Option(None, say("people.take.none")),
        ]

        def chosen(add: object, _: str) -> None:
            if add is None:
                self._decided("none", "")
            else:
                self._ask_troubles(keep_old=keep_old, add_choices=bool(add), agreed=not add)

        self.choose(say("people.take.unfit"), options, chosen)

    def _ask_troubles(self, *, keep_old: bool, add_choices: bool, agreed: bool) -> None:
        """Ask whether the rest is taken without what cannot be; `agreed` where that was said of a category's values."""
        planned = self.planned
        troubles = planned.troubles(add_choices=add_choices) if planned else ()
        others = [one for one in troubles if one not in planned.troubles(add_choices=True)] if planned else []
        if len(troubles) == (len(others) if agreed else 0):
            self._take_now(keep_old=keep_old, add_choices=add_choices)
            return
        options = [
            Option(True, say("people.take.good"), "; ".join(map(_trouble, troubles[:2]))),
            Option(False, say("people.take.none")),
        ]

        def chosen(go_on: object, _: str) -> None:
            if go_on:
                self._take_now(keep_old=keep_old, add_choices=add_choices)
            else:
                self._decided("none", "")

        self.choose(say("people.take.troubles", count=len(troubles)), options, chosen)

    def _take_now(self, *, keep_old: bool, add_choices: bool) -> None:
        planned = self.planned
        self._forget_table()
        if planned is not None:
            # An attempt of its own: what is above is done once, even where the act has to be asked about first.
            self.attempt(lambda: self._take(planned, keep_old=keep_old, add_choices=add_choices))

    def _take(self, planned: Plan, *, keep_old: bool, add_choices: bool) -> None:
        count = import_acts.take(self.study, planned, keep_old=keep_old, add_choices=add_choices, good_only=True)
        left = "; ".join(map(_trouble, planned.troubles(add_choices=add_choices)))
        taken = say("people.taken", count=count) if count else say("people.same")
        self.tell(f"{taken} {say('people.taken.without', what=left)}" if left else taken, "warn" if left else "good")

    def _forget_table(self) -> None:
        self.table = self.planned = None
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

    # What the side pane tells of the table

    def table_preview(self, width: int) -> Sequence[Line]:
        """Return what the side pane tells of the table."""
        planned, table = self.planned, self.table
        if planned is None or table is None:
            return ()
        count = len(planned.rows)
        size = say("people.table.size", rows=count, columns=len(table.columns), label=table.label_column)
        lines: list[Line] = [[(say("people.table", name=self._table_name), "title")], *clipped(size, width, 3)]
        if planned.left_out:
            told = say("line.people_left_out", names=", ".join(planned.left_out))
            lines += clipped(told, width, 4, "warn")
        if planned.refusing:
            told = say("line.people_refusing", names=", ".join(planned.refusing))
            lines += clipped(told, width, 4, "error")
        if troubles := planned.troubles():
            lines += heading(say("people.table.troubles", count=len(troubles)))
            for one in troubles:
                lines += clipped(_trouble(one), width, 3, "error")
        unknown = [row.label + (f" ({row.near[0]}?)" if row.near else "") for row in planned.open]
        for key, labels, look in (("unknown", unknown, "warn"), ("absent", self._absent, "dim")):
            if labels:
                lines += heading(say(f"people.table.{key}", count=len(labels)))
                lines += clipped(", ".join(labels), width, 4, look)
        return [*lines, *self._conflict_lines(planned, width), *_column_lines(planned, count, width)]

    def _conflict_lines(self, planned: Plan, width: int) -> list[Line]:
        if not planned.conflicts:
            return []
        lines = heading(say("people.table.conflicts", count=len(planned.conflicts)))
        for one in planned.conflicts[:_MOST_CONFLICTS]:
            told = f"{one.participant} {attribute_label(one.name)}: {one.old} → {one.new}"
            lines += clipped(told, width, 2, "warn")
        if len(planned.conflicts) > _MOST_CONFLICTS:
            lines.append([("…", "dim")])
        return lines


def _trouble(one: Trouble) -> str:
    return trouble_line(one.number, one.column, one.value, one.why)


def _column_lines(planned: Plan, count: int, width: int) -> list[Line]:
    lines = heading(say("people.table.columns"))
    for one in planned.columns:
        filled = say("people.table.filled", filled=one.filled, rows=count)
        type_ = say(f"attribute.type.{one.type.value}")
        type_ = type_ if one.defined else say("people.table.guessed", type=type_)
        lines.append([(attribute_label(one.name), "strong"), (f"  {type_}", "accent"), (f"  {filled}", "dim")])
        examples = choices_written(one.choices or one.examples)
        lines += clipped(examples, width, 2, "", indent="  ") if examples else []
    return lines
