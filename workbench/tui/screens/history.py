"""The history room: every act, newest first, narrowed by what one asks; from here it is replayed and handed out."""

from dataclasses import replace

from workbench.acts import history
from workbench.acts import history_filter as asked
from workbench.store.lookups.acts import rows_of
from workbench.store.lookups.things import KINDS as THINGS
from workbench.study.changes import AuditLine
from workbench.study.history import Thing
from workbench.tui.drawing import Line, Part
from workbench.tui.options import Option
from workbench.tui.screens.act_list import ActList
from workbench.tui.screens.history_ask import Narrowing
from workbench.tui.screens.history_export import TrailExport
from workbench.tui.screens.history_rows import next_words
from workbench.tui.screens.list_room import clipped
from workbench.words import counted, say
from workbench.words.history_values import table_name

_MOST_THINGS = 60


class History(TrailExport, Narrowing, ActList):
    """The audit trail."""

    ROOM = "history"

    def empty_words(self) -> str:
        """Say that nothing was done, or that nothing fits."""
        return say("history.nothing_fits") if self.wanted.narrows else say("history.empty")

    def title_parts(self) -> tuple[Line, Line]:
        """What the history is narrowed to, and how many lines are shown."""
        left: list[Part] = list(super().title_parts()[0])
        for words in asked.told(self.study, self.wanted).values():
            left += [(" · ", "dim"), (words, "accent")]
        count = counted(say("n.lines"), len(self.lines))
        return left, [(count if self.whole else say("history.title_more", lines=count), "")]

    def above(self, width: int) -> list[Line]:
        """What undo and redo would do."""
        undo, redo = history.next_undo(self.study), history.next_redo(self.study)
        waiting = history.waiting_redos(self.study)
        lines: list[Line] = [[(say("history.next"), "title")]]
        lines += clipped(next_words("undo", undo), width, 3, "accent" if undo else "dim")
        lines += clipped(next_words("redo", redo), width, 3, "accent" if redo else "dim")
        if waiting:
            lines += clipped(say("history.waiting", count=len(waiting)), width, 2, "dim")
        return lines

    # From here

    def do_history_replay(self) -> None:
        """See the acts that are shown happen again, one by one."""
        self.workbench.open_replay(self.wanted)

    def do_life_open(self) -> None:
        """Open the life of what the current act touched; of several things let one be chosen."""
        line: AuditLine | None = self.current
        if line is None:
            self.tell(say("lacking.item"), "warn")
            return
        found: dict[Thing, tuple[str, str]] = {}
        for row in rows_of(self.study, line.act_id, _MOST_THINGS):
            if row.table in THINGS:
                found.setdefault(Thing(row.table, row.row_id), (row.name, table_name(row.table)))
        if not found:
            self.tell(say("life.of_nothing"), "warn")
        elif len(found) == 1:
            self.workbench.open_life(next(iter(found)))
        else:
            options = [Option(thing, name, kind) for thing, (name, kind) in found.items()]
            self.choose(say("life.which"), options, lambda thing, _: self.workbench.open_life(thing))

    def step_back(self) -> bool:
        """Close the rows, then widen the filter step by step."""
        return super().step_back() or self.widen()

    def show_thing(self, thing: Thing) -> None:
        """Show the acts on one thing only."""
        self.wanted = replace(self.wanted, about=thing)
        self.refresh_room()
