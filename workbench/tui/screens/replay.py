"""Replay: the acts of the history one after the other, each with the codebook and the themes as they stood then."""

from textual.app import ComposeResult
from textual.timer import Timer

from workbench.acts import history_filter as asked
from workbench.acts.replay import Replay
from workbench.store.lookups.passage_then import PastPassage
from workbench.study.history import ActFilter
from workbench.tui.beside import Beside
from workbench.tui.drawing import Line, Part
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.screens.history_rows import act_lines
from workbench.tui.screens.replay_panes import (
    TreeRow,
    change_lines,
    count_lines,
    draw_row,
    passage_lines,
    place_lines,
    tree_rows,
)
from workbench.words import say

# Seconds between two acts when it runs by itself, slow to fast.
_PACES = (8.0, 4.0, 2.0, 1.0, 0.5, 0.25, 0.1)
_USUAL = 2


class ReplayRoom(Beside):
    """Act after act. It only looks: the study stays as it is."""

    ROOM = "replay"

    def __init__(self) -> None:
        super().__init__()
        self._wanted = ActFilter()
        self._replay: Replay | None = None
        self._pace = _USUAL
        self._timer: Timer | None = None
        self._passage: PastPassage | None = None

    def panes(self) -> ComposeResult:
        """The step at the left, the trees at the right."""
        yield TextPane(self.palette, id="step", classes="stack beside")
        yield Ledger(
            self.palette, draw_row, empty=say("replay.no_tree"), heading=_is_heading, id="tree", classes="side"
        )

    def main_ledger(self) -> Ledger:
        """The trees."""
        return self.query_one("#tree", Ledger)

    def focus_main(self) -> None:
        """The step has the keys."""
        self.query_one("#step", TextPane).focus()

    def begin(self, wanted: ActFilter) -> None:
        """Replay what another filter wants, from its first act."""
        self._wanted, self._replay = wanted, None
        self._stop()
        if self.is_mounted:
            self.refresh_room()

    def reload(self) -> None:
        """Show where it stands; after an act of somebody's the history is read anew."""
        held = self._replay.line if self._replay else None
        self._replay = Replay(self.study, self._wanted)
        if held is not None:
            self._replay.go_to(held.act_id)
        self._show()

    @property
    def replay(self) -> Replay:
        """The place in the history."""
        if self._replay is None:
            self._replay = Replay(self.study, self._wanted)
        return self._replay

    # Showing

    def _show(self) -> None:
        replay = self.replay
        line = replay.line
        if line is None:
            self._passage = None
            self.query_one("#step", TextPane).show(lambda _: [[], [(say("history.nothing_fits"), "dim")]])
            self.main_ledger().set_items([])
            return
        rows, passage, counts, added = replay.rows(), replay.passage(), replay.past.counts(), replay.added()
        self._passage = passage
        place = replay.position, replay.count
        # Of a thing's life only its own rows are told.
        total = len(rows) if self._wanted.about is not None else line.rows
        self.query_one("#step", TextPane).show(
            lambda width: [
                *place_lines(*place, width), *act_lines(line, width), *count_lines(counts, added, width),
                *passage_lines(passage, width), *change_lines(rows, total, width),
            ]
        )  # fmt: skip
        changed = {(row.table, row.row_id) for row in rows}
        items = tree_rows(replay.past, changed, replay.added_to_codes(), replay.newly_gathered())
        tree, at = self.main_ledger(), next((n for n, one in enumerate(items) if one.changed or one.added), None)
        tree.set_items(items, at)

    def title_parts(self) -> tuple[Line, Line]:
        """What is replayed, and where it stands."""
        left: list[Part] = list(super().title_parts()[0])
        for words in asked.told(self.study, self._wanted).values():
            left += [(" · ", "dim"), (words, "accent")]
        if self._replay is None:
            return left, []
        return left, [(say("replay.at", position=self._replay.position, count=self._replay.count), "")]

    def states(self) -> set[str]:
        """Whether an act is shown, and whether it was about a passage."""
        replay = self._replay
        if replay is None or replay.line is None:
            return set()
        return {"item", "passage"} if self._passage else {"item"}

    def resting(self) -> Part:
        """While it runs: how fast."""
        return (say("replay.running", seconds=_seconds(self._pace)), "accent") if self._timer else ("", "")

    def _moved(self, moved: bool, edge: str) -> None:
        if moved:
            self._show()
            self.renew()
            self.rest()
        else:
            self._stop()
            self.tell(say(edge), "accent")

    # Stepping

    def do_replay_next(self) -> None:
        """The next act."""
        self._stop()
        self._moved(self.replay.next(), "replay.end")

    def do_replay_previous(self) -> None:
        """The act before."""
        self._stop()
        self._moved(self.replay.previous(), "replay.beginning")

    def do_replay_first(self) -> None:
        """The first act."""
        self._stop()
        self.replay.first()
        self._moved(True, "")

    def do_replay_last(self) -> None:
        """The last act."""
        self._stop()
        self.replay.last()
        self._moved(True, "")

    # By itself

    def do_replay_run(self) -> None:
        """Let it run by itself, or stop it."""
        if self._timer is not None:
            self._stop()
            self.tell(say("replay.stopped"), "accent")
        else:
            self._start()

    def do_replay_faster(self) -> None:
        """Less time for each act."""
        self._change_pace(1)

    def do_replay_slower(self) -> None:
        """More time for each act."""
        self._change_pace(-1)

    def _change_pace(self, step: int) -> None:
        self._pace = max(0, min(len(_PACES) - 1, self._pace + step))
        if self._timer is not None:
            self._start()
        else:
            self.tell(say("replay.pace", seconds=_seconds(self._pace)), "accent")

    def _start(self) -> None:
        self._stop()
        self._timer = self.set_timer(_PACES[self._pace], self._tick)
        self.tell("")

    def _tick(self) -> None:
        self._timer = None
        if not self.is_current or self.asking:
            return
        # The next timer is set before the step is drawn, so that the row below says that it runs.
        self._timer = self.set_timer(_PACES[self._pace], self._tick)
        self._moved(self.replay.next(), "replay.end")

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def on_screen_suspend(self) -> None:
        """Stand still while another room is shown."""
        self._stop()

    def step_back(self) -> bool:
        """Stop it first, then leave the trees on a narrow screen."""
        if self._timer is not None:
            self.do_replay_run()
            return True
        return self.leave_side()

    # Elsewhere

    def do_replay_open(self) -> None:
        """Open the transcript at the passage."""
        passage = self._passage
        if passage is None or not self.study.live("transcript", id=passage.transcript_id):
            self.tell(say("replay.no_transcript"), "warn")
            return
        self._stop()
        self.workbench.open_transcript(passage.transcript_id, passage.span.start)

    def do_app_undo(self) -> None:
        """Undo is not done from here: what is shown is not what would be undone."""
        self.tell(say("replay.only_looks"), "warn")

    def do_app_redo(self) -> None:
        """As undo."""
        self.tell(say("replay.only_looks"), "warn")


def _seconds(pace: int) -> str:
    return f"{_PACES[pace]:g}".replace(".", say("number.point"))


def _is_heading(row: TreeRow) -> bool:
    return row.heading
