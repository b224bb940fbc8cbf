"""Home: the six phases with their evidence, what waits, and where we were."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult

from workbench import commands
from workbench.acts import history
from workbench.store.lookups import readings, transcripts
from workbench.store.lookups.counts import counts
from workbench.study.phases import StudyCounts, board
from workbench.study.reading import share
from workbench.tui.clock import local_time
from workbench.tui.drawing import Line, Part, bar, wrapped
from workbench.tui.ledger import TextPane
from workbench.tui.room import Room
from workbench.words import counted, say

_ROOMS = (
    "transcripts", "transcript", "codebook", "themes", "quotes", "anonymise", "reconcile", "people", "history",
    "import", "search",
)  # fmt: skip


class Home(Room):
    """The phase board."""

    ROOM = "home"

    def panes(self) -> ComposeResult:
        """One pane: the board."""
        yield TextPane(self.palette, id="board")

    def focus_main(self) -> None:
        """Nothing here takes keys but the room itself."""
        self.set_focus(None)

    def reload(self) -> None:
        """Count and draw."""
        found = counts(self.study)
        looked = readings.looked_share(self.study)
        latest = history.lines(self.study, limit=6)
        self._place_told = self._place
        where = self._last_place()
        self._counts = found

        def fill(width: int) -> Sequence[Line]:
            lines: list[Line] = [
                [],
                [(_first_line(found, encrypted=self.study.key is not None), "")],
                [(_second_line(found), "dim")],
            ]
            lines += [[], [(say("home.phases"), "title")]]
            first, *others = [phase_line(number, width, found) for number in range(6)]
            left = width - sum(cell_len(text) for text, _ in first)
            lines += [[*first, *_reading_told(found, looked, left)], *others]
            lines += [[], *self._warnings(found, where, width)]
            lines += [[], [(say("home.latest"), "title")]]
            names = max((len(one.coder) for one in latest), default=0)
            for one in latest:
                words = say(f"kind.{one.kind}") + self.workbench.sentence_of(one.verb, one.detail)
                lines.append([(local_time(one.at)[5:], "dim"), (f"  {one.coder:{names}}  ", "accent"), (words, "")])
            lines += [[], *_ways(width)]
            return lines

        self.query_one(TextPane).show(fill)

    def on_screen_resume(self) -> None:
        """Tell where one was last, also where nothing was done there."""
        self._stale = self._stale or self._place != self._place_told

    _place_told = (0, 0)

    @property
    def _place(self) -> tuple[int, int]:
        return self.workbench.desk.transcript, self.workbench.desk.caret

    def _last_place(self) -> str:
        transcript_id, caret = self._place
        if not transcript_id or not self.study.live("transcript", id=transcript_id):
            return ""
        name = transcripts.name_of(self.study, transcript_id)
        return say("home.last", name=name, turn=transcripts.turn_number(self.study, transcript_id, caret))

    def _warnings(self, found: StudyCounts, where: str, width: int) -> list[list[Part]]:
        lines: list[list[Part]] = []
        if not found.transcripts:
            lines += wrapped(say("home.empty"), width, "accent")
        undefined = found.codes - found.defined_codes
        unread = found.transcripts - found.reviewed_transcripts
        for key, count in (("undecided", found.undecided), ("undefined", undefined), ("unreviewed", unread)):
            if count:
                lines.append([(say(f"home.{key}", count=count), "warn")])
        if where:
            lines.append([(where, "good")])
        return lines

    def states(self) -> set[str]:
        """Whether there is anything to go on with."""
        return {"transcripts"} if self._counts.transcripts else set()

    _counts = StudyCounts()

    def step_back(self) -> bool:
        """Home is where esc ends."""
        return True

    def do_home_continue(self) -> None:
        """Go on where we were, or choose a transcript."""
        self.workbench.go("coding")

    def do_home_import(self) -> None:
        """Go to the import room."""
        self.workbench.go("import")


def phase_line(number: int, width: int, found: StudyCounts) -> Line:
    """Return one line of the board: number, name, bar, evidence."""
    phase = board(found)[number]
    share = phase.done / phase.of if phase.of else 0.0
    cells = 20 if width >= 70 else 10
    return [
        (f" {phase.number} ", "accent"),
        (say(f"phase.{phase.key}").ljust(12), "strong"),
        (bar(share, cells), "good"),
        (f" {phase.done:>3}/{phase.of:<3} ", ""),
        (say(f"phase.{phase.key}.of"), "dim"),
    ]


def _reading_told(found: StudyCounts, looked: tuple[int, int], width: int) -> Line:
    """Return how much of all texts stood on the coder's screen and how often they were read, what fits in `width`."""
    if not looked[0]:
        return []
    parts = [f" · {say('home.looked', share=share(*looked))}"]
    parts += [f" · {counted(say('home.passes'), found.passes)}"] if found.passes else []
    while parts and sum(map(cell_len, parts)) > width:
        parts.pop()
    return [("".join(parts), "dim")]


def _first_line(found: StudyCounts, *, encrypted: bool) -> str:
    parts = [counted(say("n.transcripts"), found.transcripts), counted(say("n.participants"), found.participants)]
    parts += [counted(say("n.coders"), found.coders), say("home.local")]
    return " · ".join([*parts, say("home.encrypted")] if encrypted else parts)


def _second_line(found: StudyCounts) -> str:
    parts = [counted(say("n.codings"), found.codings), counted(say("n.codes"), found.codes)]
    parts += [counted(say("n.themes"), found.themes), counted(say("n.quotes"), found.quotes)]
    return " · ".join([*parts, counted(say("n.memos"), found.memos)])


def _ways(width: int) -> list[Line]:
    """Return the keys of the rooms most gone to, as they are set; no row ends between a key and its word."""
    ways = [(commands.key_of(f"go.{room}"), say(f"command.go.{room}")) for room in _ROOMS]
    rows: list[str] = []
    for way in (f"{key} {title.lower()}" for key, title in ways if key):
        if rows and cell_len(f"{rows[-1]}  {way}") <= width:
            rows[-1] = f"{rows[-1]}  {way}"
        else:
            rows.append(way)
    return [[(row, "dim")] for row in rows]
