"""A sheet of open answers: which columns hold texts and which the labels, what comes of it, and taking it in."""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.worker import Worker

from workbench.errors import WorkbenchError
from workbench.study.changes import Change
from workbench.study.text import visible
from workbench.transcripts.answers import Answers
from workbench.tui.columns import Column, Columns
from workbench.tui.drawing import Line
from workbench.tui.screens.list_room import Fill, ListRoom, clipped, heading, pairs
from workbench.words import say
from workbench.words.told import translated

if TYPE_CHECKING:
    from workbench.transcripts.answers_taking import Come

_COLUMNS = (("what", False), ("header", False), ("filled", True), ("sample", False))
_SHOWN = 3
# Respondents that come from the helper at a time; seconds that a piece of taking them in may hold the screen, and
# those in which a key that waits gets through between two pieces.
_PART = 50
_PIECE_SECONDS, _KEYS_PASS = 0.006, 0.002


class AnswersRoom(ListRoom):
    """One row a column of the sheet; nothing enters the study before it is taken."""

    ROOM = "answers"

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self._headers: list[Mapping[str, Any]] = []
        self._texts: set[int] = set()
        self._label: int | None = None
        self._rows = 0
        self._read: Answers | None = None
        self._problem = ""
        self._working: Worker[None] | None = None
        self._come: Come | None = None

    def empty_words(self) -> str:
        """Say where sheets come from."""
        return say("answers.empty")

    # Receiving

    def receive(self, path: Path) -> None:
        """Look at a sheet that was chosen in the import room."""
        self._path, self._headers, self._read, self._problem = path, [], None, ""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.refresh_room()
        self.tell(say("answers.reading"), "accent")
        self._working = self.run_worker(self._look(), exclusive=True)

    async def _look(self) -> None:
        try:
            helper = await self.workbench.helper()
            sheet = await helper.call("answers.look", {"path": str(self._path)})
        except WorkbenchError as error:
            if self._stands:
                self.tell(str(error), "error")
            return
        finally:
            self._working = None
        if not self._stands:
            return
        self._headers, self._rows = sheet["columns"], int(sheet["rows"])
        self._texts, self._label = set(sheet["texts"]), sheet["label"]
        self.list.index = 0
        self._renew_reading()

    def _renew_reading(self) -> None:
        """Read the sheet with the columns as they are chosen now."""
        self._read, self._problem = None, ""
        self.refresh_room()
        if not self._texts:
            self.tell(say("answers.no_texts"), "warn")
            return
        self.tell(say("answers.reading"), "accent")
        self._working = self.run_worker(self._fetch(), exclusive=True)

    async def _fetch(self) -> None:
        path = self._path
        if path is None:
            return
        # Columns are named by their numbers: headers may be alike, or be numbers themselves.
        args = {
            "path": str(path), "texts": [self._called(at) for at in sorted(self._texts)],
            "label": None if self._label is None else self._called(self._label),
        }  # fmt: skip
        try:
            self._read = await self._parts(path, args)
            told, look = say("answers.ready", count=len(self._read.previews)), "good"
        except WorkbenchError as error:
            told, look = str(error), "error"
            self._problem = translated(told)
        finally:
            self._working = None
            self.end_work()
        if self._stands:
            self.refresh_room()
            self.tell(told, look)

    async def _parts(self, path: Path, args: Mapping[str, Any]) -> Answers:
        """Read the sheet; the respondents come some at a time, so that no key waits for thousands."""
        helper = await self.workbench.helper()
        answer = await helper.call("answers.read", {**args, "first": _PART})
        read, count = Answers.from_json(answer["answers"], path), int(answer["count"])
        while len(read.previews) < count:
            self.show_work(say("answers.work_reading"), len(read.previews), count)
            asked = {"path": str(path), "after": len(read.previews), "most": _PART}
            more = Answers.from_json((await helper.call("answers.part", asked))["answers"], path)
            if not more.previews:
                break
            read = read.with_more(more)
        return read

    @property
    def _stands(self) -> bool:
        """Whether the room is whole: who leaves the workbench takes it down while a sheet is read."""
        return bool(self.query("#title")) and bool(self.query("#headings"))

    def _called(self, at: int) -> str:
        return str(self._headers[at]["header"])

    # Showing

    def reload(self) -> None:
        """Show the columns of the sheet."""
        columns = [Column(say(f"answers.col.{name}"), right, 44) for name, right in _COLUMNS]
        items = list(range(len(self._headers)))
        self.set_table(Columns(columns, [self.row(at)[0] for at in items]), items)

    def row(self, item: int) -> tuple[Sequence[str], Sequence[str]]:
        """Return the cells of a column of the sheet."""
        one, what = self._headers[item], self._what(item)
        look = {"text": "good", "label": "accent", "left_out": "warn"}.get(what, "dim")
        cells = (say(f"answers.is.{what}"), str(one["header"]), str(one["filled"]), str(one["sample"]))
        return cells, (look, "strong", "", "dim")

    def _what(self, at: int) -> str:
        if at == self._label:
            return "label"
        if at in self._texts:
            return "text"
        return "left_out" if self._headers[at]["personal"] else "attribute"

    def title_parts(self) -> tuple[Line, Line]:
        """The sheet, and how many respondents."""
        left = super().title_parts()[0]
        if self._path is not None:
            left = [*left, ("  ", ""), (self._path.name, "")]
        return left, [(say("answers.rows", count=self._rows), "")] if self._headers else []

    def states(self) -> set[str]:
        """Whether the sheet can be taken."""
        return super().states() | ({"ready"} if self._read is not None else set[str]())

    def details(self) -> Fill:
        """Tell what comes of the sheet, and of the first respondents."""
        return self._told

    def _told(self, width: int) -> Sequence[Line]:
        lines: list[Line] = []
        if self._problem:
            lines += clipped(self._problem, width, 12, "error")
        read = self._read
        if read is None:
            return lines
        lines += pairs(
            [
                (say("answers.respondents"), str(len(read.previews))),
                (say("answers.questions"), str(len(read.questions))),
                (say("answers.labels"), visible(read.label_column) or say("answers.made_labels")),
                (say("answers.attributes"), ", ".join(read.attributes) or "–"),
                (say("answers.left_out"), ", ".join(read.left_out) or "–"),
            ],
            width,
        )
        for warning in read.warnings:
            lines += clipped(f"! {translated(warning)}", width, 6, "warn")
        for preview in read.previews[:_SHOWN]:
            lines += heading(preview.name)
            for turn in preview.turns[:6]:
                lines += clipped(turn.text, width, 3, "" if turn.participant else "dim")
        return lines

    # Choosing columns

    def do_answers_text(self) -> None:
        """The column holds answers, or no more."""
        at: int = self.current
        self._texts ^= {at}
        if at == self._label:
            self._label = None
        self._renew_reading()

    def do_answers_label(self) -> None:
        """The column holds the respondents' labels, or no more."""
        at: int = self.current
        self._label = None if self._label == at else at
        self._texts.discard(at)
        self._renew_reading()

    # Taking

    def changed(self, change: Change) -> None:
        """Nothing that is shown here comes from the study."""

    def do_answers_take(self) -> None:
        """Take the answers in, with what is known of the respondents."""
        if self._read is not None and self._working is None:
            self.check_redo()
            self.tell(say("answers.taking"), "accent")
            self._come = None
            self._working = self.run_worker(self._take(self._read), exclusive=True)

    async def _take(self, read: Answers) -> None:
        try:
            come = await self._take_in_pieces(read)
        except WorkbenchError as error:
            if self._stands:
                told = translated(str(error))
                self.tell(f"{self._say_taken_so_far()} {told}" if self._taken else told, "error")
            return
        finally:
            self._working = None
            self.end_work()
            self.workbench.outdate_rooms()
        if not self._stands:
            return
        words = say("answers.taken", count=come.taken)
        if come.inside:
            words += " " + say("answers.inside", count=come.inside)
        here = self.is_current
        self._headers, self._read, self._path = [], None, None
        room = self.workbench.go("transcripts") if here else self.workbench.room
        if room is not None:
            room.call_after_refresh(room.tell, words, "good")

    async def _take_in_pieces(self, read: Answers) -> "Come":
        from workbench.transcripts.answers_taking import Come, take_in_pieces

        pieces = take_in_pieces(self.study, read, _PIECE_SECONDS)
        come = Come()
        while True:
            await asyncio.sleep(_KEYS_PASS)
            with self.study.clearing_redo(), self.workbench.in_quiet():
                following = next(pieces, None)
            if following is None:
                return come
            self._come = come = following
            key = "taking" if come.taken else "checking"
            self.show_work(say(f"answers.work_{key}"), come.taken or come.looked, come.of)
            while self.study.settle_some():
                await asyncio.sleep(_KEYS_PASS)

    @property
    def _taken(self) -> int:
        return self._come.taken if self._come else 0

    def _say_taken_so_far(self) -> str:
        assert self._come is not None
        return say("answers.taken_so_far", count=self._come.taken, of=self._come.of)

    def step_back(self) -> bool:
        """Stop the work first; the respondents who were taken in stay."""
        if self._working is not None:
            self._working.cancel()
            self._working = None
            if self._taken:
                self.tell(f"{say('answers.stopped_taking')} {self._say_taken_so_far()}", "warn")
            else:
                self.tell(say("answers.stopped"), "warn")
            self._come = None
            return True
        return super().step_back()
