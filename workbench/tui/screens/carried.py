"""What was carried over: passages that wait for a person, the old text beside the new one."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from workbench.acts import revisions as acts
from workbench.store.lookups import carried as lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.store.lookups.carried import CarriedThing
from workbench.study import units
from workbench.study.carrying import Outcome
from workbench.study.spans import Span
from workbench.study.text import shorten
from workbench.study.transcripts import Transcript
from workbench.tui.drawing import Line, OneLine, Part, paragraphs, wrapped
from workbench.tui.ledger import Ledger, TextPane
from workbench.tui.marks import Passage
from workbench.tui.room import Room
from workbench.tui.screens.coding_moves import CaretMoves
from workbench.tui.transcript_view import TranscriptView
from workbench.words import say

_AROUND, _JUST_BEFORE = 400, 80
_LOOKS = {Outcome.LOST: "warn", Outcome.TRIMMED: "warn", Outcome.UNSURE: "accent", Outcome.SPEAKER: "accent"}


class CarriedRoom(CaretMoves, Room):
    """The waiting ones above; below, where a passage stood and where it stands or may be put."""

    ROOM = "carried"
    DEFAULT_CSS = """
    CarriedRoom #waiting { height: 1fr; max-height: 14; }
    CarriedRoom #pair { height: 3fr; layout: horizontal; border-top: solid $foreground 25%; }
    CarriedRoom #before { width: 1fr; border-right: solid $foreground 25%; }
    CarriedRoom #after { width: 1fr; }
    CarriedRoom.narrow #pair { layout: vertical; }
    CarriedRoom.narrow #before { border-right: none; border-bottom: solid $foreground 25%; }
    CarriedRoom.short #waiting { max-height: 4; }
    CarriedRoom.narrow #before { height: 1fr; }
    CarriedRoom.narrow #after { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._placing = False
        self._texts: dict[int, Transcript] = {}

    def panes(self) -> ComposeResult:
        """The list over the two texts."""
        with Vertical(classes="stack"):
            yield Ledger(self.palette, self._draw, empty=say("carried.empty"), id="waiting")
            with Container(id="pair"):
                yield TextPane(self.palette, id="before")
                with Vertical(id="after"):
                    yield OneLine(self.palette, id="after-head")
                    yield TranscriptView(self.palette, id="new-text")

    @property
    def list(self) -> Ledger:
        """The ones that wait."""
        return self.query_one("#waiting", Ledger)

    @property
    def current(self) -> CarriedThing | None:
        """The one in hand."""
        one: CarriedThing | None = self.list.current
        return one

    def focus_main(self) -> None:
        """The list has the keys, the text while a place is chosen."""
        (self.view if self._placing else self.list).focus()

    # Showing

    def reload(self) -> None:
        """Read again what waits; the place in the list is kept."""
        held = self.current
        found = lookup.carried(self.study)
        self._texts.clear()
        at = next((at for at, one in enumerate(found) if held is not None and one.id == held.id), None)
        self.list.set_items(found, at)
        if self._placing and at is None:
            self._leave_placing()
        self.query_one("#pair").display = bool(found)
        self.show_item()

    def _draw(self, item: CarriedThing, width: int) -> Sequence[Line]:
        head = f"{item.transcript} {item.old_turn}"
        room = max(12, width - 46)
        return [[
            (f"{shorten(head, 14):<14} ", "strong"), (f"{say(f'outcome.{item.outcome}'):<16}", _LOOKS[item.outcome]),
            (f"{shorten(item.code, 14):<15}", "dim"), (f"«{shorten(item.old_words, room)}»", ""),
        ]]  # fmt: skip

    def title_parts(self) -> tuple[Line, Line]:
        """How many wait."""
        count = len(self.list.items)
        return super().title_parts()[0], [(say("carried.title", count=count), "")] if count else []

    def states(self) -> set[str]:
        """One is in hand, or a place is being chosen for it."""
        if self._placing:
            return {"text", "selection"} if self.view.selection else {"text"}
        return {"item"} if self.current is not None else set()

    def resting(self) -> Part:
        """While words are chosen, what to do."""
        return (say("carried.placing"), "accent") if self._placing else ("", "")

    def show_item(self) -> None:
        """Show the old place and the new text."""
        one = self.current
        if one is None or self._placing:
            return
        old = lookup.text_of(self.study, one.old_revision_id)
        self.query_one("#before", TextPane).show(
            lambda width: _before(one, old, width, _JUST_BEFORE if self.has_class("narrow") else _AROUND)
        )
        transcript = self._text(one.transcript_id)
        now = say("carried.now", turn=one.turn, speaker=one.speaker) if one.span else say("carried.nowhere")
        self.query_one("#after-head", OneLine).show([(f" {now}", "title")])
        marks = [Passage(one.about_id, 0, one.span, one.code, "", "")] if one.span else []
        self.view.show(transcript, marks, one.span.start if one.span else self._near(one, old, transcript))
        if one.span is not None:
            self.view.select(one.span)

    def _text(self, transcript_id: int) -> Transcript:
        if transcript_id not in self._texts:
            self._texts[transcript_id] = transcript_lookup.load(self.study, transcript_id)
        return self._texts[transcript_id]

    @staticmethod
    def _near(one: CarriedThing, old: str, transcript: Transcript) -> int:
        """Return about where a lost passage stood: as far into the text as before."""
        return round(one.old.start / max(1, len(old)) * len(transcript.text))

    # Deciding

    def do_carried_accept(self) -> None:
        """Leave it as it is."""
        if one := self.current:
            acts.resolve(self.study, one.id)
            self._say_next("carried.accepted" if one.span else "carried.left_lost", one)

    def do_carried_give_up(self) -> None:
        """Let it go."""
        if one := self.current:
            acts.give_up(self.study, one.id)
            self._say_next("carried.given_up", one)

    def do_carried_choose(self) -> None:
        """Go into the new text to choose words."""
        if one := self.current:
            self._placing = True
            if one.span is None:
                self.view.clear_selection()
            self.view.focus()
            self.tell("")
            self.renew()

    def on_ledger_chosen(self, event: Ledger.Chosen) -> None:
        """A double click begins choosing."""
        self.do_carried_choose()

    def do_carried_place(self) -> None:
        """Put it on the selected words (or the word at the caret)."""
        one = self.current
        if one is None:
            return
        text = self.view.transcript.text
        span = self.view.selection or Span(*units.word_at(text, self.view.caret))
        acts.resolve(self.study, one.id, span)
        self._leave_placing()
        self.refresh_room()
        self.tell(say("carried.placed", words=shorten(span.cut(text), 60)), "good")

    def _say_next(self, key: str, one: CarriedThing) -> None:
        words = say(key, code=shorten(one.code, 40))
        self.tell(words if self.list.items else f"{words} {say('carried.all_done')}", "good")

    def _leave_placing(self) -> None:
        self._placing = False
        self.list.focus()

    def step_back(self) -> bool:
        """Leave choosing first."""
        if not self._placing:
            return False
        self._leave_placing()
        self.show_item()
        self.renew()
        return True

    def on_transcript_view_moved(self) -> None:
        """Keep the keys shown right; a click into the text begins choosing."""
        if not self._placing and self.view.has_focus and self.current is not None:
            self._placing = True
            self.renew()
        self.show_keys()


def _before(one: CarriedThing, old: str, width: int, before: int) -> Sequence[Line]:
    """Return where a passage stood, with the text around it."""
    about = one.code if one.about == "coding" else say(f"carried.about.{one.about}", text=shorten(one.code, 60))
    head = say("carried.before", turn=one.old_turn, speaker=one.old_speaker)
    lines: list[Line] = [[(head, "title")], *wrapped(f"{about} · {say(f'carried.why.{one.outcome}')}", width, "dim")]
    # What is to be judged must be seen: on a small screen only the words just before it stand above it.
    start, end = max(0, one.old.start - before), min(len(old), one.old.end + _AROUND)
    parts: list[Part] = [
        ("…" if start else "", "dim"), (old[start : one.old.start], "dim"), (one.old_words, "accent"),
        (old[one.old.end : end], "dim"), ("…" if end < len(old) else "", "dim"),
    ]  # fmt: skip
    return [*lines, *paragraphs(parts, width)]
