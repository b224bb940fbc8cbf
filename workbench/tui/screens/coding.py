"""The coding room: read a transcript, select words, give them codes."""

import contextlib
import gc
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from workbench.errors import StoreError
from workbench.store.lookups import codes as code_lookup
from workbench.store.lookups import people as people_lookup
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.study.changes import Change
from workbench.study.codes import Codebook
from workbench.study.history import Thing
from workbench.study.spans import Span
from workbench.tui.drawing import Line, Part
from workbench.tui.later import later
from workbench.tui.ledger import TextPane
from workbench.tui.marks import Passage
from workbench.tui.room import Room
from workbench.tui.screens.coding_code import CodeLine
from workbench.tui.screens.coding_context import card
from workbench.tui.screens.coding_echo import Echoing
from workbench.tui.screens.coding_find import Finding
from workbench.tui.screens.coding_ghosts import Haunted
from workbench.tui.screens.coding_glance import Glancing
from workbench.tui.screens.coding_judge import Judging
from workbench.tui.screens.coding_moves import CaretMoves
from workbench.tui.screens.coding_overview import Overlooking
from workbench.tui.screens.coding_peek import Peeking
from workbench.tui.screens.coding_place import Placing
from workbench.tui.screens.coding_reading import Reading
from workbench.tui.screens.coding_suggest import Suggesting
from workbench.tui.screens.coding_turn import TurnEditing
from workbench.tui.screens.coding_uncoded import Uncoded
from workbench.tui.transcript_view import TranscriptView
from workbench.words import counted, say

if TYPE_CHECKING:
    from workbench.acts import coding as acts
    from workbench.acts import quotes, readings
else:
    acts, quotes, readings = later(
        "workbench.acts.coding",
        "workbench.acts.quotes",
        "workbench.acts.readings",
    )


class Coding(
    Haunted,
    Overlooking,
    Glancing,
    Reading,
    Peeking,
    Echoing,
    CodeLine,
    Suggesting,
    Judging,
    Finding,
    TurnEditing,
    Placing,
    Uncoded,
    CaretMoves,
    Room,
):
    """One transcript, the codings at the caret beside it."""

    ROOM = "coding"

    def __init__(self) -> None:
        super().__init__()
        self.codebook = Codebook(())
        self.current_id = 0
        self._revision = 0

    def panes(self) -> ComposeResult:
        """The transcript with suggestions under it; at the right what there is round it."""
        with Vertical(id="words", classes="stack beside"):
            text = TranscriptView(self.palette, id="transcript")
            text.held = self.held
            yield text
            yield self.suggestion_list()
            yield self.peek_pane()
        with Vertical(id="round", classes="side"):
            yield TextPane(self.palette, id="context")
            yield self.echo_pane()

    def focus_main(self) -> None:
        """The text has the keys, or the quotes below it."""
        (self.quotes if self.peeking else self.view).focus()

    @property
    def view(self) -> TranscriptView:
        """The transcript view."""
        return self.query_one(TranscriptView)

    # Showing

    def open_from_desk(self) -> None:
        """Show the transcript of the desk, the caret where the desk says."""
        self.keep_place()
        if self.reading:
            self.begin_pass(asked=False)
        self.reload()
        self.renew()

    def reload(self) -> None:
        """Read transcript and codings again."""
        desk = self.workbench.desk
        self.codebook = code_lookup.codebook(self.study)
        if not self.study.live("transcript", id=desk.transcript):
            cards = transcript_lookup.cards(self.study)
            desk.transcript, desk.caret = (cards[0].id, 0) if cards else (0, 0)
        if not desk.transcript:
            self.workbench.go("transcripts")
            return
        edited = self._is_edited(desk.transcript)
        if self.view.transcript.id == desk.transcript and not edited:
            self.renew_passages(desk.transcript, self._revision)
            if desk.caret != self.view.caret:
                self.view.go(desk.caret)
        else:
            with self.study.read_once():
                transcript = transcript_lookup.load(self.study, desk.transcript)
                people = people_lookup.participants(self.study)
                self.cards = {one.id: card(one) for one in people}
                doubts = self.learn_places({one.id: one.label for one in people})
                self.view.show(transcript, self.all_passages(desk.transcript, self._revision), desk.caret, doubts)
            self.forget_suggestions()
            # A text of a million words is two hundred thousand objects; no collection need look at them.
            gc.freeze()
        self.renew_looked(self._revision)
        self.show_context_anew()
        self.show_echo_pane()
        self.echo_soon()

    def _is_edited(self, transcript_id: int) -> bool:
        """Tell whether the text is another revision than the one shown."""
        before, self._revision = self._revision, int(self.study.live("transcript", id=transcript_id)[0]["revision_id"])
        return before != self._revision

    def changed(self, change: Change) -> None:
        """Repaint what a finished act touched."""
        self.learn(change)
        turns = self.view.transcript.turns
        speakers, people = {turn.speaker_id for turn in turns}, {turn.participant_id for turn in turns}
        touched = change.touched
        if speakers & touched.get("speaker", frozenset()) or people & touched.get("participant", frozenset()):
            # Who says the turns may be another: the text is read anew.
            self._revision = 0
        self.note_touched(change)
        self.echo_touched(change)
        if self.is_current and self.view.transcript.id == self.workbench.desk.transcript:
            # The desk is told of moves a moment later: one who types fast must not be set back by the act.
            self.workbench.desk.caret = self.view.caret
        super().changed(change)

    def title_parts(self) -> tuple[Line, Line]:
        """Transcript, turn, what is armed."""
        transcript = self.view.transcript
        if not transcript.turns:
            return super().title_parts()
        place = self.place_words(Span(self.view.caret, self.view.caret + 1))
        left: list[Part] = [(transcript.name, "strong"), (f"  {place}", "")]
        if self.reading:
            return left, self.reading_parts()
        right: list[Part] = []
        if self.workbench.desk.armed in self.codebook:
            right.append((say("coding.armed", code=self.codebook.get(self.workbench.desk.armed).name) + " · ", "dim"))
        if share := self.coded_told():
            right.append((share + " · ", ""))
        right.append((counted(say("n.codings"), self.view.passage_count), ""))
        return left, right

    def thing(self) -> Thing | None:
        """The coding at the caret, else the transcript."""
        if (coding := self.current_coding()) is not None:
            return Thing("coding", coding.coding_id)
        return Thing("transcript", self.view.transcript.id)

    def states(self) -> set[str]:
        """What the keys depend on."""
        if self.suggesting:
            return {"suggestions"}
        found = {"item", "beside" if self.beside_has_keys else "text", "reading" if self.reading else "codes"}
        found |= self.peek_states | self.echo_states
        if self.code_in_hand and not self.reading:
            found.add("code")
        if self.view.selection:
            found.add("selection")
        if self.view.here and not self.reading:
            found.add("coding")
        if self.note_index.at(self.view.caret):
            found.add("note")
        if not self.passes.finished:
            found.add("unread")
        if self.view.hits:
            found.add("hits")
        if self.workbench.desk.armed in self.codebook:
            found.add("armed")
        return found

    def on_transcript_view_moved(self) -> None:
        """Follow the caret."""
        self.workbench.desk.caret = self.view.caret
        self.follow_selection(self.view.selection)
        self.echo_soon()
        self.call_next(self._follow)

    def _follow(self) -> None:
        here = [passage.coding_id for passage in self.view.here]
        if self.current_id not in here:
            self.current_id = here[0] if here else 0
        self.renew()
        self.show_context()

    def current_coding(self) -> Passage | None:
        """Return the coding that drop, memo and pick are about; while one reads there is none."""
        if self.reading:
            return None
        return next(
            (one for one in self.view.here if one.coding_id == self.current_id), next(iter(self.view.here), None)
        )

    # Codings at the caret

    def here_first(self, coding_id: int) -> None:
        """Make a coding the current one."""
        self.current_id = coding_id

    def do_coding_next_here(self) -> None:
        """Take the next coding at the caret as the current one."""
        here = [passage.coding_id for passage in self.view.here]
        if here:
            at = here.index(self.current_id) if self.current_id in here else -1
            self.current_id = here[(at + 1) % len(here)]
            self.tell("")
            self.show_context()

    def do_coding_recode(self) -> None:
        """Give the current coding another code."""
        if current := self.current_coding():

            def chosen(code: object, _: str) -> None:
                if isinstance(code, int):
                    acts.recode(self.study, current.coding_id, code)
                    self.tell(say("coding.recoded", old=current.name, code=self.codebook.get(code).name), "good")

            self.choose(say("coding.recode"), self.code_options(code_lookup.recent(self.study)), chosen)

    def do_coding_drop(self) -> None:
        """Drop the current coding."""
        if current := self.current_coding():
            acts.drop(self.study, current.coding_id)
            self.tell(say("coding.dropped", code=current.name), "accent")

    def do_coding_resize(self) -> None:
        """Give the current coding the selected borders."""
        span = self.view.selection
        current = self.current_coding() or (self.view.touched(span) if span else None)
        if current is None:
            self.tell(say("lacking.coding"), "warn")
        elif span:
            self._resize(current, span)

    def _resize(self, passage: Passage, span: Span) -> None:
        acts.resize(self.study, passage.coding_id, span)
        self.view.clear_selection()
        self.tell(say("coding.resized", code=passage.name), "good")

    def on_transcript_view_pulled(self, event: TranscriptView.Pulled) -> None:
        """Give a coding the borders to which the mouse pulled it."""
        self.attempt(lambda: self._resize(event.passage, event.span))

    def do_coding_memo(self) -> None:
        """Write a memo on the current coding."""
        if current := self.current_coding():
            one = self.coding(current.coding_id)

            def keep(text: str) -> None:
                acts.set_memo(self.study, one.id, text)
                key = "coding.memo_kept" if text.strip() else "coding.memo_gone"
                self.tell(say(key, code=current.name), "good")

            self.ask(say("coding.memo", code=current.name), keep, value=one.memo, long=True)

    def do_coding_pick(self) -> None:
        """Put the current coding on the quote board."""
        if current := self.current_coding():
            quotes.pick(self.study, current.coding_id)
            self.tell(say("coding.picked"), "good")

    def do_coding_focus(self) -> None:
        """Show the current coding's code in its hue, or end that."""
        current = self.current_coding()
        if current is None or self.view.focus_code == current.code_id:
            self.view.set_focus_code(0)
        else:
            self.view.set_focus_code(current.code_id)
            self.tell(say("coding.focused", code=current.name), "good")
        self.look_over()

    def do_coding_marks(self) -> None:
        """Draw the marks another way."""
        self.tell(say(f"coding.marks.{self.view.cycle_marks()}"), "good")

    # Transcripts

    def keep_place(self) -> None:
        """Remember the caret in the transcript that is left, if the study takes it."""
        if not self.view.transcript.id:
            return
        with contextlib.suppress(StoreError):
            self.study.keep_desk(f"caret.{self.study.coder_id}.{self.view.transcript.id}", self.view.caret)

    def do_transcript_next(self) -> None:
        """Open the next transcript."""
        self._neighbour(1)

    def do_transcript_previous(self) -> None:
        """Open the previous transcript."""
        self._neighbour(-1)

    def _neighbour(self, step: int) -> None:
        ids = [card.id for card in transcript_lookup.cards(self.study)]
        at = ids.index(self.view.transcript.id) + step
        if not 0 <= at < len(ids):
            self.tell(say("coding.last_transcript"), "warn")
            return
        self.keep_place()
        self.workbench.open_transcript(ids[at])

    def do_transcripts_read(self) -> None:
        """Mark as read, or as not read."""
        read = readings.turn(self.study, self.view.transcript.id)
        times = self.passes.finished
        key = "coding.unread" if not read else "coding.read_again" if times > 1 else "coding.read"
        told = [say(key, number=times)]
        if read and self.looked.done < self.looked.of:
            looked = self.looked_told()
            told.append(f"{looked[:1].upper()}{looked[1:]}.")
        self.tell(" ".join(told), "good")

    def step_back(self) -> bool:
        """Leave what is beside and below the text, selection, hits, focus, the place itself, in this order."""
        if self.leave_side() or self.leave_suggestions() or self.leave_peek():
            return True
        if self.view.fixed_end is not None:
            self.view.clear_selection()
            return True
        if self.view.hits:
            self.view.set_hits([])
            return True
        if self.view.focus_code:
            self.view.set_focus_code(0)
            return True
        if self.stop_hearing() or self.go_back_there():
            return True
        self.keep_place()
        return False
