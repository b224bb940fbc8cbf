"""The repairs of one file: each with what stands there and what would, made or not by one key."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Vertical

from workbench.errors import WorkbenchError
from workbench.study.repairs import RepairKind
from workbench.study.text import visible
from workbench.transcripts.lines import Choices
from workbench.transcripts.repairs_shown import RepairShown
from workbench.tui.drawing import Line, Part, cut
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.room import Room
from workbench.tui.screens.intake_told import odd_told
from workbench.tui.screens.list_room import clipped, heading
from workbench.words import say
from workbench.words.repairs import repair_reason

if TYPE_CHECKING:
    from workbench.tui.screens.intake_list import Waiting
    from workbench.tui.screens.intake_reading import Reading

_IN_WORDS = (
    RepairKind.HYPHEN, RepairKind.LOST_HYPHEN, RepairKind.LIGATURE, RepairKind.NFC, RepairKind.SOFT_HYPHEN,
    RepairKind.FOOTNOTE_MARK,
)  # fmt: skip
_LAST_WORD, _FIRST_WORD = re.compile(r"\S{0,24}$"), re.compile(r"\S{0,24}")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A heading over the repairs of a kind."""

    kind: RepairKind


class MendingRoom(Room):
    """A list by kind; at the right, or below, why, and what is odd in the file. What is decided holds as one leaves."""

    ROOM = "mending"
    DEFAULT_CSS = """
    MendingRoom #repairs-side { width: 40; border-left: solid $foreground 25%; }
    MendingRoom.narrow #panes { layout: vertical; }
    MendingRoom.narrow #repairs-side { width: 1fr; height: 8; border-left: none; border-top: solid $foreground 25%; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._home: Reading | None = None
        self._file: Waiting | None = None
        self._repairs: list[RepairShown] = []
        self._made: dict[int, bool] = {}
        self._count = 0

    def panes(self) -> ComposeResult:
        """The list, and what is told of the repair in hand."""
        with Vertical(classes="stack"):
            yield Ledger(
                self.palette, self._draw, 2, empty=say("mending.empty"), heading=_is_heading, id="repairs",
            )  # fmt: skip
        yield TextPane(self.palette, id="repairs-side")

    @property
    def list(self) -> Ledger:
        """The repairs."""
        return self.query_one("#repairs", Ledger)

    @property
    def current(self) -> RepairShown | None:
        """The repair in hand."""
        one = self.list.current
        return one if isinstance(one, RepairShown) else None

    # Receiving

    def receive(self, home: "Reading", one: "Waiting") -> None:
        """Show the repairs of a file of the import room."""
        self._home, self._file, self._repairs, self._made, self._count = home, one, [], {}, 0
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.refresh_room()
        self.tell(say("mending.reading"), "accent")
        self.run_worker(self._fetch(), exclusive=True)

    async def _fetch(self) -> None:
        one, home = self._file, self._home
        if one is None or home is None:
            return
        try:
            answer = await home.ask_again(one, one.encoding, one.choices, "transcripts.repairs")
        except WorkbenchError as error:
            if self.query("#title"):  # else the workbench is being left
                self.tell(str(error), "error")
            return
        if one is self._file and self.query("#title"):
            self._take(answer)

    def _take(self, answer: Mapping[str, Any]) -> None:
        if self._file is None or self._file.read is None or answer["sha256"] != self._file.read.sha256:
            self.tell(say("mending.changed"), "warn")
            return
        self._repairs = [RepairShown.from_json(one) for one in answer["repairs"]]
        self._made = {one.start: one.made for one in self._repairs}
        self._count = int(answer["count"])
        self.refresh_room()
        left = self._count - len(self._repairs)
        self.tell(say("mending.more", shown=len(self._repairs), left=left) if left else "", "warn")

    # Showing

    def reload(self) -> None:
        """Show the repairs by kind."""
        items: list[RepairShown | _Kind] = []
        for kind in RepairKind:
            some = [one for one in self._repairs if one.kind is kind]
            items += [_Kind(kind), *some] if some else []
        self.list.set_items(items)
        self.show_item()

    def title_parts(self) -> tuple[Line, Line]:
        """The file, and how many repairs are made."""
        left = super().title_parts()[0]
        if self._file is not None:
            left = [*left, ("  ", ""), (self._file.path.name, "")]
        told = say("mending.title", made=sum(self._made.values()), count=len(self._made))
        return left, [(told, "")] if self._made else []

    def states(self) -> set[str]:
        """Whether a repair is in hand."""
        return {"item"} if self.current is not None else set()

    def _draw(self, item: "RepairShown | _Kind", width: int) -> Sequence[Line]:
        if isinstance(item, _Kind):
            some = [one.start for one in self._repairs if one.kind is item.kind]
            made = sum(self._made[start] for start in some)
            told = say("mending.kind", kind=say(f"repair.{item.kind}"), made=made, count=len(some))
            return [[], [(told, "title")]]
        made = self._made[item.start]
        head: list[Part] = [("[x] " if made else "[ ] ", "good" if made else "dim")]
        change = _change(item)
        sure = "" if item.sure else say("mending.unsure")
        place = say("mending.line", line=item.line)
        room = max(10, width - 4 - len(sure) - len(place) - 4)
        head += [(cut(change, room), "strong" if made else ""), (f"  {sure}", "warn"), (f"  {place}", "dim")]
        return [head, _context(item, width - 4)]

    def show_item(self) -> None:
        """Why, the words as they are and as they would be, and what is odd in the file."""
        one = self.current
        odd = self._file.read.odd if self._file is not None and self._file.read is not None else ()

        def fill(width: int) -> list[Line]:
            lines: list[Line] = []
            if one is not None:
                lines += clipped(repair_reason(one.why) or say(f"repair.{one.kind}"), width, 4, "accent")
                lines += heading(say("mending.as_it_is"))
                lines += clipped(f"…{one.left}⟦{_one_line(one.before)}⟧{one.right}…", width, 6)
                lines += heading(say("mending.repaired"))
                lines += clipped(f"…{one.left}{one.after}{one.right}…", width, 6)
            if odd:
                lines += heading(say("mending.odd"))
                for sign in odd:
                    told = odd_told(sign.kind.value, sign.sign, sign.count, sign.where_line)
                    lines += clipped(told, width, 2)
                    lines += clipped(f"…{sign.sample}…", width, 1, "dim", "  ")
            return lines

        self.query_one("#repairs-side", TextPane).show(fill)

    # Deciding

    def do_mending_toggle(self) -> None:
        """Make the repair in hand, or leave it, and go to the next."""
        if one := self.current:
            self._made[one.start] = not self._made[one.start]
            index = self.list.index
            self.reload()
            self.list.go(min(index + 1, len(self.list.items) - 1))
            self.renew()

    def do_mending_kind(self) -> None:
        """Make all of this kind, or none when all are made."""
        if one := self.current:
            same = [other.start for other in self._repairs if other.kind is one.kind]
            make = not all(self._made[start] for start in same)
            self._made |= dict.fromkeys(same, make)
            self.reload()
            self.renew()
            key = "mending.kind_made" if make else "mending.kind_left"
            self.tell(say(key, kind=say(f"repair.{one.kind}"), count=len(same)), "good")

    def do_mending_keep(self) -> None:
        """Go back to the files with what was decided."""
        self.workbench.go_back()

    def on_screen_suspend(self) -> None:
        """What was decided holds, however one leaves."""
        one, home = self._file, self._home
        if one is None or home is None or all(self._made[each.start] == each.made for each in self._repairs):
            return
        home.read_again(one, one.encoding, self.choices(one.choices), say("mending.done", name=one.path.name))
        self._file = None

    def choices(self, before: Choices) -> Choices:
        """Return what was said of the file before, with the repairs as they are decided now."""
        starts = {one.start for one in self._repairs}
        accepted = {one.start for one in self._repairs if not one.sure and self._made[one.start]}
        rejected = {one.start for one in self._repairs if one.sure and not self._made[one.start]}
        return replace(
            before, accepted=frozenset((before.accepted - starts) | accepted),
            rejected=frozenset((before.rejected - starts) | rejected),
        )  # fmt: skip


def _is_heading(item: object) -> bool:
    return isinstance(item, _Kind)


def _one_line(words: str) -> str:
    """Return words with their line ends and blanks to be seen."""
    shown = words.replace("\n", "⏎")
    return visible(shown if shown.strip() else shown.replace(" ", "␣").replace("\t", "⇥"))


def _change(item: RepairShown) -> str:
    """Return what stands there and what would; of repairs within a word the whole word."""
    before, after = _one_line(item.before), _one_line(item.after)
    if item.kind in _IN_WORDS:
        left, right = _LAST_WORD.search(item.left), _FIRST_WORD.match(item.right)
        around = visible(left[0] if left else ""), visible(right[0] if right else "")
        before, after = before.join(around), after.join(around)
    return f"{before} → {after or say('mending.nothing')}"


def _context(item: RepairShown, width: int) -> Line:
    """Return the line of the original around a repair, so wide that the place stands in its middle."""
    before = _one_line(item.before)
    side = max(6, (width - len(before) - 2) // 2)
    left = visible(" ".join(item.left.split("\n")))[-side:]
    right = visible(" ".join(item.right.split("\n")))[:side]
    return [("    ", ""), (left, "dim"), (before, "warn"), (right, "dim")]
