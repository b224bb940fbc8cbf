"""The import room: files are read by the helper, looked at, and taken in one by one or all."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.worker import Worker

from workbench.errors import WorkbenchError
from workbench.study.changes import Change
from workbench.tui.columns import Column, Columns, table_width
from workbench.tui.drawing import Line, Part, bar, cut
from workbench.tui.paths import expand
from workbench.tui.screens.asking_path import AskingPath
from workbench.tui.screens.intake_list import (
    INSIDE,
    PROBLEM,
    READY,
    TABLES,
    Waiting,
    from_answer,
    looks_like_people,
    particulars,
    placed,
)
from workbench.tui.screens.intake_speakers import Speakers
from workbench.tui.screens.list_room import Fill
from workbench.words import say
from workbench.words.told import translated

_COLUMNS = (("name", False), ("state", False), ("participant", False), ("words", True), ("turns", True),
            ("warnings", True), ("format", False), ("encoding", False))  # fmt: skip
# Seconds in which a key that waits gets through, between two steps of taking many files in.
_KEYS_PASS = 0.002
_LOOKS = {READY: "accent", INSIDE: "good"}


class Intake(AskingPath, Speakers):
    """One row a file; nothing enters the study before it is taken."""

    ROOM = "import"

    def __init__(self) -> None:
        super().__init__()
        self._working: Worker[None] | None = None
        self._taking = False
        self._table: Path | None = None

    def empty_words(self) -> str:
        """Say what can be read."""
        return say("intake.empty")

    # Showing

    def reload(self) -> None:
        """Look up again how each file stands to the study."""
        self.found = placed(self.study, self.found)
        columns = [Column(say(f"intake.col.{name}"), right, 9 if right else 28) for name, right in _COLUMNS]
        cells = [self.row(one)[0] for one in self.found]
        self.set_table(Columns(columns, cells), self.found)

    def changed(self, change: Change) -> None:
        """While all are being taken in, the list is renewed at the end."""
        if not self._taking:
            super().changed(change)

    def title_parts(self) -> tuple[Line, Line]:
        """How many files, and how they stand."""
        if not self.found:
            return super().title_parts()
        states = [one.state for one in self.found]
        counts = {"ready": states.count(READY), "inside": states.count(INSIDE), "problems": states.count(PROBLEM)}
        return super().title_parts()[0], [(say("intake.title", count=len(states), **counts), "")]

    def row(self, item: Any) -> tuple[Sequence[str], Sequence[str]]:
        """Return the cells of a file."""
        one: Waiting = item
        preview, look = one.preview, _LOOKS.get(one.state, "warn")
        if preview is None:
            return [one.read.path.name, say(f"intake.state.{one.state}"), *[""] * 6], ["strong", look]
        cells = [
            preview.name, say(f"intake.state.{one.state}"), one.participant or "?", str(one.words),
            str(len(preview.turns)), str(len(preview.warnings) or ""), preview.format, preview.encoding,
        ]  # fmt: skip
        return cells, ["strong", look, "" if one.participant else "warn", "", "dim", "warn", "dim", "dim"]

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
        return (lambda _: ()) if one is None else (lambda width: particulars(one, width))

    def states(self) -> set[str]:
        """Whether there is a file, and one to take."""
        found = super().states()
        return found | {"ready"} if any(one.state == READY for one in self.found) else found

    # Reading

    def do_import_choose(self) -> None:
        """Ask for files."""
        corpus = self.study.folder / "corpus"
        self.ask_path(say("intake.path"), self._chosen, value=f"{corpus if corpus.is_dir() else self.study.folder}/")

    def _chosen(self, text: str) -> None:
        paths = expand(text, self.study.folder)
        tables = [path for path in paths if path.suffix.lower() in TABLES]
        if tables and len(tables) == len(paths):
            self._hand_over(tables[0])
            return
        beside = [path for folder in paths if folder.is_dir() for path in sorted(folder.iterdir())]
        self._table = next((path for path in [*tables, *beside] if path in tables or looks_like_people(path)), None)
        self.tell(say("intake.starting"), "accent")
        wanted = [path for path in paths if path not in tables]
        self._working = self.run_worker(self._read(wanted), exclusive=True)

    def _hand_over(self, table: Path) -> None:
        from workbench.tui.screens.people import People

        room = self.workbench.go("people")
        assert isinstance(room, People)
        room.receive(table)

    async def _read(self, paths: Sequence[Path]) -> None:
        try:
            helper = await self.workbench.helper()
            listed = await helper.call("transcripts.files", {"paths": [str(path) for path in paths]})
            answer = list(listed["problems"])
            for number, path in enumerate(listed["files"]):
                self._progress(number, len(listed["files"]), Path(path).name)
                answer.append(await helper.call("transcripts.read", {"path": path}))
        except WorkbenchError as error:
            self.tell(str(error), "error")
            return
        finally:
            self._working = None
        self.found = from_answer(answer)
        self.list.index = 0
        self.refresh_room()
        self._say_read()

    def _progress(self, done: int, count: int, name: str) -> None:
        share = bar(done / count if count else 0.0, 10)
        self.tell(f"{share} " + say("intake.working", number=min(done + 1, count), count=count, name=name), "accent")

    def _say_read(self) -> None:
        ready = sum(one.state == READY for one in self.found)
        words = say("intake.read", ready=ready) if ready else say("intake.read_none")
        if self._table is not None:
            words += " " + say("intake.table_too")
        self.tell(words, "good" if ready else "warn")

    def step_back(self) -> bool:
        """Stop the work first."""
        if self._working is not None:
            self._working.cancel()
            self._working = None
            if not self._taking:
                self.tell(say("intake.stopped"), "warn")
            return True
        return super().step_back()

    # Taking

    def do_import_take(self) -> None:
        """Take the current file in and go to the next."""
        one: Waiting = self.current
        if one.preview is None or one.state == INSIDE:
            self.tell(one.told, "warn")
            return
        self._take(one)
        words = say("intake.taken", name=one.preview.name, words=one.words, turns=len(one.preview.turns))
        after = [at for at, other in enumerate(self.found) if other.state == READY]
        if after:
            self.list.go(next((at for at in after if at > self.list.index), after[0]))
        else:
            words += " " + say("intake.taken_last")
        self.tell(words, "good")

    def _take(self, one: Waiting) -> None:
        from workbench.transcripts.intake import take

        if one.preview is not None:
            take(self.study, one.preview)

    def do_import_take_all(self) -> None:
        """Take in every file that can be."""
        if self._working is None:
            # Asked before it begins: what goes on by itself cannot stop at each file.
            self.check_redo()
            self._working = self.run_worker(self._take_all(), exclusive=True)

    async def _take_all(self) -> None:
        ready = [one for one in self.found if one.state == READY]
        taken: list[Waiting] = []
        refused: list[str] = []
        self._taking = True
        try:
            for number, one in enumerate(ready, 1):
                name = one.preview.name if one.preview else ""
                self.tell(say("intake.taking", number=number, count=len(ready), name=name), "accent")
                # Between two transactions the screen and esc have their turn.
                await asyncio.sleep(_KEYS_PASS)
                while self.study.settle_some():
                    await asyncio.sleep(_KEYS_PASS)
                try:
                    with self.study.clearing_redo():
                        self._take(one)
                    taken.append(one)
                except WorkbenchError as error:
                    refused.append(translated(str(error)))
        finally:
            self._taking = False
            self._working = None
            self.refresh_room()
            if len(taken) + len(refused) < len(ready):
                self.tell(say("intake.stopped_taking", count=len(taken)), "warn")
        self._after_all(taken, refused)

    def _after_all(self, taken: Sequence[Waiting], refused: Sequence[str]) -> None:
        words = say("intake.taken_all", count=len(taken), words=sum(one.words for one in taken))
        if refused:
            self.tell(f"{words} {say('intake.left', count=len(refused), why=refused[0])}", "warn")
            return
        if self._table is not None:
            words += " " + say("intake.table_too")
        room = self.workbench.go("transcripts")
        room.call_after_refresh(room.tell, words, "good")

    def do_import_skip(self) -> None:
        """Leave the current file out of the list."""
        self.found = [one for one in self.found if one is not self.current]
        self.refresh_room()
