"""What waits in the import room: files as read in the helper, what was said of each, and how it is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from workbench.study.text import shorten, visible
from workbench.study.transcripts import Role
from workbench.transcripts.lines import Choices
from workbench.transcripts.preview import Preview
from workbench.transcripts.standing import Asked, Known, Standing, State, standings
from workbench.transcripts.summary import Summary
from workbench.tui.columns import Column, Columns
from workbench.words import say
from workbench.words.told import translated

PROBLEM = "problem"
TABLES = (".xlsx", ".csv", ".tsv", ".ods")
# A speech recogniser's table begins so; any other table by that ending is a person's.
_RECOGNISED = b"start\tend\ttext"
COLUMNS = (("name", False), ("state", False), ("participant", False), ("words", True), ("turns", True),
           ("minutes", True), ("warnings", True), ("repairs", True), ("format", False), ("encoding", False),
           ("speakers", True))  # fmt: skip
_SAMPLE = 72
_LOOKS = {State.NEW: "accent", State.INSIDE: "good", State.RECORDING: "dim"}


@dataclass(slots=True, eq=False)
class Waiting:
    """A file that waits; `read` is None when it could not be read, and `problem` says why.

    `encoding` and `choices` are what it was read with, `said` who its speakers are (role and participant by label),
    `name` another name for its transcript. `encodings` are those it may be in, each with a sample.
    """

    path: Path
    read: Summary | None = None
    problem: str = ""
    encoding: str | None = None
    choices: Choices = field(default_factory=Choices)
    said: dict[str, tuple[Role, str]] = field(default_factory=dict[str, tuple[Role, str]])
    name: str = ""
    picked: bool = False
    marked: bool = False
    standing: Standing | None = None
    encodings: tuple[tuple[str, str], ...] = ()
    _cells: tuple[str, ...] = ()

    @classmethod
    def of(cls, answer: Mapping[str, Any], choices: Choices | None = None) -> "Waiting":
        """Return a file as the helper answered (job `transcripts.summary`)."""
        if "summary" not in answer:
            return cls(Path(answer["path"]), problem=str(answer["problem"]))
        read = Summary.from_json(answer["summary"])
        mine = next((words for _, _, words, _ in read.opening if not words.isascii()), "")
        may_be = ((read.encoding, shorten(mine, _SAMPLE)), *read.encodings) if read.encodings else ()
        return cls(read.path, read, choices=choices or Choices(), encodings=may_be)

    def show(self, read: Summary) -> None:
        """Take another reading; what was said of speakers and name is said of it too."""
        for label, (role, participant) in self.said.items():
            if any(one.label == label for one in read.speakers):
                read = read.with_speaker(label, role, participant)
        self.read = replace(read, name=self.name) if self.name else read
        self.problem = ""
        self._cells = ()

    def say_speaker(self, label: str, role: Role, participant: str = "") -> None:
        """Say who a speaker is; raises TranscriptError when the participant's label is too long."""
        if self.read is not None:
            self.read = self.read.with_speaker(label, role, participant)
            self.said[label] = (role, self.read.speaker(label).participant)
            self._cells = ()

    def rename(self, name: str) -> None:
        """Give the transcript another name."""
        if self.read is not None:
            self.name, self.read = name, replace(self.read, name=name)
            self._cells = ()

    def mark(self, marked: bool) -> None:
        """Mark the file, or no more."""
        self.marked, self._cells = marked, ()

    def stand(self, standing: Standing | None) -> None:
        """Take how the file stands."""
        if standing != self.standing:
            self.standing, self._cells = standing, ()

    def as_said(self, preview: Preview) -> Preview:
        """Return the whole file, as read again, with what was said of it."""
        for label, (role, participant) in self.said.items():
            if any(turn.speaker == label for turn in preview.turns):
                preview = preview.with_speaker(label, role, participant)
        return preview.renamed(self.name) if self.name else preview

    @property
    def state(self) -> str:
        """The state by name, "problem" when it could not be read."""
        return PROBLEM if self.read is None or self.standing is None else self.standing.state.value

    @property
    def told(self) -> str:
        """Why it stands so, in a sentence; "" for what is new."""
        if self.read is None or self.standing is None:
            return translated(self.problem)
        if self.standing.state is State.NEW:
            return ""
        if self.standing.state is State.WHO:
            return say("intake.told.who", count=sum(bool(one.label) for one in self.read.unknown))
        return say(f"intake.told.{self.state}", name=visible(self.standing.other), encoding=self.read.encoding)

    @property
    def can_be_taken(self) -> bool:
        """Whether taking it can be tried."""
        return self.state not in (PROBLEM, State.INSIDE.value)

    def cells(self) -> tuple[str, ...]:
        """Return the cells of its row."""
        if not self._cells:
            self._cells = self._drawn()
        return self._cells

    def _drawn(self) -> tuple[str, ...]:
        mark = "● " if self.marked else ""
        read = self.read
        if read is None:
            return (mark + self.path.name, say(f"intake.state.{self.state}"), *[""] * (len(COLUMNS) - 2))
        name = self.path.name if self.state == State.RECORDING else read.name
        repairs = sum(read.made.values()), sum(read.proposed.values())
        return (
            mark + name, say(f"intake.state.{self.state}"),
            read.participant or "?", str(read.words), str(read.turns),
            "" if read.minutes is None else str(read.minutes), str(len(read.warnings) or ""),
            "" if not any(repairs) else f"{repairs[0]}+{repairs[1]}" if repairs[1] else str(repairs[0]),
            read.format, read.encoding, str(sum(bool(one.label) for one in read.speakers) or ""),
        )  # fmt: skip

    def looks(self) -> tuple[str, ...]:
        """Return the looks of the first cells."""
        standing = self.standing
        look = _LOOKS.get(standing.state, "warn") if standing else "warn"
        known = self.read is None or self.read.participant
        return ("strong", look, "" if known else "warn", "", "dim", "dim", "warn", "accent", "dim", "dim", "dim")


def place(known: Known, found: Sequence[Waiting]) -> None:
    """Say how the files stand to the study and to each other."""
    asked = [None if one.read is None else Asked(one.read, one.picked, one.encoding is not None) for one in found]
    for one, standing in zip(found, standings(known, asked), strict=True):
        one.stand(standing)


def columns_of(found: Sequence[Waiting]) -> Columns:
    """Return the columns of a table of these files: as wide as the longest cell, without measuring each."""
    columns = [Column(say(f"intake.col.{name}"), right, 9 if right else 28) for name, right in COLUMNS]
    widest = [max(column, key=len) for column in zip(*(one.cells() for one in found), strict=True)]
    return Columns(columns, [widest] if widest else [])


def is_sheet(path: Path) -> bool:
    """Tell whether a file is a person's table rather than a transcript."""
    suffix = path.suffix.lower()
    if suffix != ".tsv" or not path.is_file():
        return suffix in TABLES
    try:
        with path.open("rb") as file:
            head = file.read(64)
    except OSError:
        return False
    return not head.lower().replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").startswith(_RECOGNISED)


def looks_like_people(path: Path) -> bool:
    """Tell whether a file beside transcripts is likely a table of participants."""
    hints = ("deltak", "partic", "people", "person", "inform")
    return path.suffix.lower() in TABLES and any(hint in path.stem.casefold() for hint in hints)
