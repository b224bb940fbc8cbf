"""The import room: files are read by the helper, looked at, and taken in one by one, some, or all."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workbench.errors import WorkbenchError
from workbench.store.lookups.people import participants
from workbench.transcripts.standing import TO_LOOK_AT, State, group_of
from workbench.tui.columns import table_width
from workbench.tui.drawing import Line, Part, cut
from workbench.tui.options import Option
from workbench.tui.paths import expand
from workbench.tui.screens.asking_path import AskingPath
from workbench.tui.screens.intake_list import PROBLEM, Waiting, is_sheet, looks_like_people
from workbench.tui.screens.intake_speakers import Speakers
from workbench.tui.screens.intake_told import particulars
from workbench.tui.screens.list_room import Fill
from workbench.words import say


class Intake(AskingPath, Speakers):
    """One row a file; nothing enters the study before it is taken."""

    ROOM = "import"

    def __init__(self) -> None:
        super().__init__()
        self._table: Path | None = None
        self._table_words = ""

    def empty_words(self) -> str:
        """Say what can be read."""
        return say("intake.empty")

    # Showing

    def title_parts(self) -> tuple[Line, Line]:
        """How many files, and how they stand."""
        if not self.found:
            return super().title_parts()
        states = [one.state for one in self.found]
        ready, inside, problems = (states.count(one) for one in (State.NEW, State.INSIDE, PROBLEM))
        look = sum(one in TO_LOOK_AT for one in states)
        told = say("intake.title", count=len(states), ready=ready, inside=inside, look=look, problems=problems)
        marked = sum(one.marked for one in self.found)
        right: list[Part] = [(told, "")]
        if marked:
            right.append((" · " + say("intake.marked", count=marked), "good"))
        return super().title_parts()[0], right

    def row(self, item: Any) -> tuple[Sequence[str], Sequence[str]]:
        """Return the cells of a file."""
        one: Waiting = item
        return one.cells(), one.looks()

    def _draw(self, item: Any, width: int) -> Sequence[Line]:
        one: Waiting = item
        if one.state != PROBLEM:
            return super()._draw(item, width)
        whole = table_width(self.query_one("#table").size.width)
        cells, looks = self.row(item)
        parts: list[Part] = self._columns.line(cells, whole, looks)[:2]
        left = whole - sum(len(text) for text, _ in parts) - 2
        return [[*parts, ("  " + cut(one.told, max(0, left)), "warn")]]

    def details(self) -> Fill:
        """Tell of the current file."""
        one: Waiting | None = self.current
        known, language = self.known, self.study.language
        return (lambda _: ()) if one is None else (lambda width: particulars(one, known, language, width))

    def states(self) -> set[str]:
        """Whether there is a file, what can be said of it, and whether some can be taken."""
        found = super().states()
        one: Waiting | None = self.current
        if one is not None and one.read is not None:
            read = one.read
            if read.single:
                found.add("single")
            if one.encodings:
                found.add("encodings")
            if read.made or read.proposed or read.odd:
                found.add("repairs")
            if one.state == State.RECORDING:
                found.add("recording")
        if any(one.state == State.NEW for one in self.found):
            found.add("ready")
        if any(one.marked for one in self.found):
            found.add("marked")
        return found

    # Choosing files

    def do_import_choose(self) -> None:
        """Ask for files."""
        corpus = self.study.folder / "corpus"
        self.ask_path(say("intake.path"), self._chosen, value=f"{corpus if corpus.is_dir() else self.study.folder}/")

    def _chosen(self, text: str) -> None:
        paths = expand(text, self.study.folder)
        tables = [path for path in paths if is_sheet(path)]
        if tables and len(tables) == len(paths):
            self.run_worker(self._open_sheet(tables[0]), group="sheet", exclusive=True)
            return
        beside = [path for folder in paths if folder.is_dir() for path in sorted(folder.iterdir())]
        sheets = [*tables, *filter(is_sheet, beside)]
        self._table = next(filter(looks_like_people, sheets), sheets[0] if sheets else None)
        self._table_words = ""
        self.begin_reading([path for path in paths if path not in tables])

    async def _kind_of(self, table: Path) -> str:
        """Look at a sheet: what it holds, or nothing where only a person can say."""
        from workbench.transcripts.answers import kind_of_sheet

        try:
            helper = await self.workbench.helper()
            looked = await helper.call("answers.look", {"path": str(table)})
        except WorkbenchError:
            # Whoever opens it is told what is wrong with it.
            return ""
        return kind_of_sheet(looked, [one.label for one in participants(self.study)])

    async def _open_sheet(self, table: Path) -> None:
        self.tell(say("people.reading", name=table.name), "accent")
        kind = await self._kind_of(table)
        self.tell("")
        if kind:
            self._hand_over(table, kind)
        else:
            self._ask_what(table)

    async def _tell_sheet(self, table: Path, words: str) -> None:
        kind = await self._kind_of(table) or "sheet"
        self._table_words = say(f"intake.table.{kind}", name=table.name)
        if self.told == words:
            self.tell(f"{words} {self._table_words}", "good")

    def _ask_what(self, table: Path) -> None:
        """A sheet holds what is known of people, or what they wrote."""
        options = [
            Option("people", say("intake.sheet_people"), say("intake.sheet_people.help")),
            Option("answers", say("intake.sheet_answers"), say("intake.sheet_answers.help")),
        ]
        self.choose(say("intake.sheet", name=table.name), options, lambda what, _: self._hand_over(table, str(what)))

    def _hand_over(self, table: Path, what: str) -> None:
        from workbench.tui.screens.intake_answers import AnswersRoom
        from workbench.tui.screens.people import People

        if what == "people":
            room = self.workbench.go("people")
            assert isinstance(room, People)
            room.receive(table)
            return
        self.workbench.visit("answers")
        room = self.workbench.rooms["answers"]
        assert isinstance(room, AnswersRoom)
        room.receive(table)

    def say_read(self) -> None:
        """How many can be taken, and what to look at."""
        states = [one.state for one in self.found]
        ready = states.count(State.NEW)
        words = say("intake.read", ready=ready) if ready else say("intake.read_none")
        look = sum(one in TO_LOOK_AT for one in states)
        if look:
            words += " " + say("intake.look", count=look)
        self.tell(words, "good" if ready else "warn")
        if self._table is not None:
            self.run_worker(self._tell_sheet(self._table, words), group="sheet", exclusive=True)

    # Marking and picking

    def do_import_mark(self) -> None:
        """Mark the current file, or no more, and go to the next."""
        self.one.mark(not self.one.marked)
        index = self.list.index
        self.show_files()
        self.list.go(index + 1 if index + 1 < len(self.found) else index)
        self.renew()

    def do_import_pick(self) -> None:
        """Of the files of one recording, take this one."""
        one = self.one
        if one.read is not None:
            group = group_of(one.read)
            for other in self.found:
                if other.read is not None and group_of(other.read) == group:
                    other.picked = other is one
            self.refresh_room()
            self.tell(say("intake.picked", name=one.path.name), "good")

    def do_import_skip(self) -> None:
        """Leave the current file out of the list."""
        self.found = [one for one in self.found if one is not self.current]
        self.refresh_room()

    def do_import_repairs(self) -> None:
        """Look at the repairs of the current file."""
        from workbench.tui.screens.intake_repairs import MendingRoom

        one = self.one
        self.workbench.visit("mending")
        room = self.workbench.rooms["mending"]
        assert isinstance(room, MendingRoom)
        room.receive(self, one)

    # Taking

    def do_import_take(self) -> None:
        """Take the current file in and go to the next."""
        one = self.one
        if not one.can_be_taken:
            self.tell(one.told, "warn")
            return
        self.take([one])
        after = [at for at, other in enumerate(self.found) if other.state == State.NEW and other not in self._queue]
        if after:
            self.list.go(next((at for at in after if at > self.list.index), after[0]))

    def do_import_take_marked(self) -> None:
        """Take in the files that are marked."""
        self.take([one for one in self.found if one.marked and one.can_be_taken])

    def do_import_take_all(self) -> None:
        """Take in every file that is new and sure."""
        self.take([one for one in self.found if one.state == State.NEW], all_of_them=True)

    def say_taken(self, taken: Sequence[tuple[str, int]], refused: Sequence[str], *, all_of_them: bool) -> None:
        """What was taken in; after all were, the transcripts are shown."""
        if len(taken) == 1 and not refused and not all_of_them:
            words = say("intake.taken", name=taken[0][0], words=taken[0][1])
            if not any(one.state == State.NEW for one in self.found):
                words += " " + say("intake.taken_last")
            self.tell(words, "good")
            return
        if not taken and len(refused) == 1:
            self.tell(refused[0], "error")
            return
        words = say("intake.taken_all", count=len(taken), words=sum(count for _, count in taken))
        look = sum(one.state in TO_LOOK_AT for one in self.found)
        if refused:
            self.tell(f"{words} {say('intake.left', count=len(refused), why=refused[0])}", "warn")
        elif look or not all_of_them or not self.is_current or self.working:
            self.tell(f"{words} {say('intake.look', count=look)}" if look else words, "warn" if look else "good")
        else:
            words = f"{words} {self._table_words}".strip()
            room = self.workbench.go("transcripts")
            room.call_after_refresh(room.tell, words, "good")
