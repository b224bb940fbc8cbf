"""The repairs of a transcript: made and taken back one by one, the untouched original beside the text as it stands."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from workbench.store.lookups import originals as lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.originals import StoredOriginal, StoredRepair
from workbench.study.repair_view import change, line_at, line_ends, seen
from workbench.study.repairs import RepairKind, RepairState
from workbench.study.transcripts import Transcript
from workbench.tui.drawing import Line, Part, cut
from workbench.tui.later import later
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.room import Room
from workbench.tui.screens.repairs_odd import OddList
from workbench.tui.screens.repairs_panes import stretch_lines
from workbench.words import counted, say
from workbench.words.repairs import repair_reason

if TYPE_CHECKING:
    from workbench.acts import repairs as acts
    from workbench.acts.carry_over import Tally
else:
    acts = later("workbench.acts.repairs")

_SIGNS = {RepairState.MADE: "[x]", RepairState.PROPOSED: "[?]", RepairState.REJECTED: "[ ]"}
_LOOKS = {RepairState.MADE: "good", RepairState.PROPOSED: "warn", RepairState.REJECTED: "dim"}


class RepairsRoom(OddList, Room):
    """The repairs above; below, the original around the one in hand and the text as it stands now."""

    ROOM = "repairs"
    DEFAULT_CSS = """
    RepairsRoom #repairs, RepairsRoom #odd { height: 2fr; }
    RepairsRoom #pair { height: 1fr; min-height: 12; layout: horizontal; border-top: solid $foreground 25%; }
    RepairsRoom #before { width: 1fr; border-right: solid $foreground 25%; }
    RepairsRoom #after { width: 1fr; }
    RepairsRoom.narrow #repairs, RepairsRoom.narrow #odd { height: 1fr; }
    RepairsRoom.narrow #pair { height: 14; layout: vertical; }
    RepairsRoom.narrow #before { height: 1fr; border-right: none; border-bottom: solid $foreground 25%; }
    RepairsRoom.narrow #after { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.transcript_id = 0
        self.text: Transcript | None = None
        self._desk = 0
        self._original: StoredOriginal | None = None
        self._repairs: list[StoredRepair] = []
        self._line_ends: Sequence[int] = ()
        self._proposed_only = False

    def panes(self) -> ComposeResult:
        """The list over the two texts."""
        with Vertical(classes="stack"):
            yield Ledger(self.palette, self._draw, empty=say("repairs.empty"), id="repairs")
            yield self.odd_list()
            with Container(id="pair"):
                yield TextPane(self.palette, id="before")
                yield TextPane(self.palette, id="after")

    @property
    def list(self) -> Ledger:
        """The repairs."""
        return self.query_one("#repairs", Ledger)

    @property
    def current(self) -> StoredRepair | None:
        """The repair in hand."""
        one: StoredRepair | None = None if self.showing_odd else self.list.current
        return one

    def focus_main(self) -> None:
        """The list has the keys."""
        (self.odd if self.showing_odd else self.list).focus()

    def main_ledger(self) -> Ledger:
        """The list on the screen."""
        return self.odd if self.showing_odd else self.list

    # Which text

    def show_text(self, transcript_id: int) -> None:
        """Show the repairs of a transcript."""
        self.transcript_id, self._desk = transcript_id, self.workbench.desk.transcript
        self._proposed_only = False
        if self.is_mounted:
            self._from_the_top()

    def _from_the_top(self) -> None:
        self.list.set_items(())
        self.tell("")
        self.refresh_room()

    def on_screen_resume(self) -> None:
        """Follow the desk: another transcript may have been opened meanwhile."""
        desk = self.workbench.desk.transcript
        if self.is_mounted and self._desk != desk:
            self.transcript_id, self._desk = desk or self.transcript_id, desk
            self._from_the_top()
        super().on_screen_resume()

    def _neighbour(self, step: int) -> None:
        ids = [card.id for card in transcript_lookup.cards(self.study)]
        at = ids.index(self.transcript_id) + step if self.transcript_id in ids else -1
        if 0 <= at < len(ids):
            self.show_text(ids[at])
        else:
            self.tell(say("coding.last_transcript"), "warn")

    def do_repairs_next_text(self) -> None:
        """The repairs of the next transcript."""
        self._neighbour(1)

    def do_repairs_previous_text(self) -> None:
        """The repairs of the transcript before."""
        self._neighbour(-1)

    # Showing

    def reload(self) -> None:
        """Read the repairs again; the one in hand stays so."""
        if not self.study.live("transcript", id=self.transcript_id):
            cards = transcript_lookup.cards(self.study)
            desk = self.workbench.desk.transcript
            self.transcript_id, self._desk = desk or (cards[0].id if cards else 0), desk
        held = self.list.current
        self.text = transcript_lookup.load(self.study, self.transcript_id) if self.transcript_id else None
        self._original = lookup.original(self.study, self.transcript_id)
        self._repairs = lookup.repairs(self.study, self.transcript_id) if self._original is not None else []
        self._line_ends = line_ends(self._original.text) if self._original is not None else ()
        self.list.empty = self._empty()
        shown = [one for one in self._repairs if not self._proposed_only or one.state is RepairState.PROPOSED]
        at = next((at for at, one in enumerate(shown) if held is not None and one.id == held.id), None)
        self.list.set_items(shown, at)
        self.reload_odd()
        self.query_one("#pair").display = self.main_ledger().current is not None
        self.show_item()

    def _empty(self) -> str:
        if self.text is None:
            return say("transcripts.empty")
        if self._original is None:
            return say("repairs.no_original", name=self.text.name)
        return say("repairs.none_proposed") if self._repairs else say("repairs.empty")

    def title_parts(self) -> tuple[Line, Line]:
        """The transcript, and how many repairs are made, wait, and were turned down."""
        left = super().title_parts()[0]
        if self.text is not None:
            left = [*left, ("  ", ""), (self.text.name, "strong")]
        if self.showing_odd:
            return [*left, ("  ", ""), (say("repairs.odd"), "accent")], []
        counts = {state: sum(one.state is state for one in self._repairs) for state in RepairState}
        told = say("repairs.title", made=counts[RepairState.MADE], proposed=counts[RepairState.PROPOSED],
                   rejected=counts[RepairState.REJECTED])  # fmt: skip
        only: list[Part] = [(say("repairs.only") + " · ", "accent")] if self._proposed_only else []
        return left, [*only, (told, "")] if self._repairs else only

    def states(self) -> set[str]:
        """Whether a repair is in hand, and whether it waits; or what is odd is shown."""
        if self.showing_odd:
            return {"place"} if self.odd.current is not None else set()
        found = {"repairs"} if self._repairs else set[str]()
        if self.current is None:
            return found
        return found | {"item", "place"} | ({"proposed"} if self.current.state is RepairState.PROPOSED else set())

    def _draw(self, item: StoredRepair, width: int) -> Sequence[Line]:
        assert self._original is not None
        before, after = map(seen, change(self._original.text, item.repair))
        kind = say(f"repair.{item.repair.kind}")
        state = say(f"repairs.state.{item.state}")
        sure = "" if item.repair.sure else say("repairs.unsure")
        line = str(line_at(self._line_ends, item.repair.start))
        wide = width >= 100
        head: list[Part] = [(f"{_SIGNS[item.state]} ", _LOOKS[item.state])]
        head += [(f"{cut(state, 12)} ", _LOOKS[item.state])] if wide else []
        head += [(f"{cut(kind, 26 if wide else 15)} ", "dim"), (f"{cut(sure, 8)} ", "warn"), (f"{line:>5}  ", "dim")]
        room = max(10, width - sum(len(text) for text, _ in head))
        return [[*head, (cut(f"{before} → {after.strip() or say('repairs.nothing')}", room), "")]]

    def show_item(self) -> None:
        """Show the original around the repair, and the text as it stands now."""
        if self.showing_odd:
            self.show_odd()
            return
        one, original, text = self.current, self._original, self.text
        if one is None or original is None or text is None:
            return
        line = line_at(self._line_ends, one.repair.start)
        why = repair_reason(one.repair.why)
        told = say("repairs.why", why=why) if why else ""
        start, end = original.kept.stands(one.repair.start, one.repair.end)
        turn = text.turn_at(min(start, max(0, len(text.text) - 1))).number if text.turns else 0
        narrow = self.has_class("narrow")
        self.query_one("#before", TextPane).show(
            lambda width: stretch_lines(
                say("repairs.original", line=line),
                told,
                original.text,
                (one.repair.start, one.repair.end),
                width,
                narrow,
            )
        )
        state = say(f"repairs.is.{one.state}")
        self.query_one("#after", TextPane).show(
            lambda width: stretch_lines(say("repairs.now", turn=turn), state, text.text, (start, end), width, narrow)
        )

    # Deciding

    def do_repairs_toggle(self) -> None:
        """Make the repair, or take it back."""
        if one := self.current:
            self._decide([one.id], one.state is not RepairState.MADE, one.repair.kind)

    def do_repairs_turn_down(self) -> None:
        """Say no to a proposal."""
        if one := self.current:
            self._decide([one.id], False, one.repair.kind)

    def do_repairs_kind(self) -> None:
        """Do the same to all of this kind that stand as this one does."""
        if one := self.current:
            kind, state = one.repair.kind, one.state
            same = [each.id for each in self._repairs if each.repair.kind is kind and each.state is state]
            self._decide(same, state is not RepairState.MADE, kind)

    def _decide(self, ids: Collection[int], made: bool, kind: RepairKind) -> None:
        # Of many, those whose words were edited by hand stay as they are; of one, its refusal is told.
        todo = acts.possible(self.study, self.transcript_id, ids, made=made) if len(ids) > 1 else ids
        waited = any(one.id in todo and one.state is RepairState.PROPOSED for one in self._repairs)
        tally = acts.decide(self.study, self.transcript_id, todo or ids, made=made)
        key = "repairs.made" if made else "repairs.taken_back" if tally is not None else "repairs.turned_down"
        told = say(key, kind=say(f"repair.{kind}"), count=len(todo))
        left = counted(say("repairs.left"), len(ids) - len(todo)) if len(todo) < len(ids) else ""
        done = waited and not any(one.state is RepairState.PROPOSED for one in self._repairs)
        parts = (told, _fared(tally), left, say("repairs.all_decided") if done else "")
        self.tell(" ".join(part for part in parts if part), "good" if not left else "accent")

    # Going about

    def do_repairs_filter(self) -> None:
        """Show only what waits, or all."""
        self._proposed_only = not self._proposed_only
        self.refresh_room()
        self.tell(say("repairs.filter.proposed" if self._proposed_only else "repairs.filter.all"), "accent")

    def do_repairs_next(self) -> None:
        """To the next that waits."""
        self._to_proposed(1)

    def do_repairs_previous(self) -> None:
        """To the one before that waits."""
        self._to_proposed(-1)

    def _to_proposed(self, step: int) -> None:
        at = self.list.index + step
        while 0 <= at < len(self.list.items):
            if self.list.items[at].state is RepairState.PROPOSED:
                self.list.go(at, step)
                return
            at += step
        self.tell(say("repairs.no_more"), "warn")

    def do_repairs_open(self) -> None:
        """Read the place in the transcript."""
        place = self.odd_place() if self.showing_odd else self._place()
        if place is not None:
            self.workbench.open_transcript(self.transcript_id, place)

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """Open by double click."""
        self.do_repairs_open()

    def _place(self) -> int | None:
        one = self.current
        if one is None or self._original is None:
            return None
        return self._original.kept.stands(one.repair.start, one.repair.end)[0]

    def step_back(self) -> bool:
        """Leave what is odd, then the filter."""
        back: list[tuple[bool, Callable[[], None]]] = [
            (self.showing_odd, self.do_repairs_odd), (self._proposed_only, self.do_repairs_filter)
        ]  # fmt: skip
        for holds, leave in back:
            if holds:
                leave()
                return True
        return False


def _fared(tally: "Tally | None") -> str:
    """Return what became of the codings, when there are any."""
    if tally is None or not tally.total:
        return ""
    if tally.to_review:
        return counted(say("repairs.waiting"), tally.to_review)
    return counted(say("repairs.codings_stand"), tally.total)
