"""Reading without codes: the text, one's notes in its margin, who speaks; nothing that says how it was coded."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError
from workbench.store.lookups import readings
from workbench.study.changes import Change
from workbench.study.memos import Memo
from workbench.study.reading import Passes
from workbench.study.spans import Span
from workbench.study.transcripts import Turn
from workbench.tui.clock import local_time
from workbench.tui.drawing import Line, Part, wrapped
from workbench.tui.later import later
from workbench.tui.marks import Lanes, Passage, PassageIndex
from workbench.tui.page import Page
from workbench.tui.screens.coding_context import Context
from workbench.tui.screens.coding_looked import Looking
from workbench.tui.screens.coding_notes import Noting
from workbench.words import counted, say

if TYPE_CHECKING:
    from workbench.acts import readings as acts
else:
    acts = later("workbench.acts.readings")

_NEAR = 6


class Reading(Context, Looking, Noting):
    """Commands `reading.begin`, `reading.again` and `reading.end`."""

    _reading_shown: object = None
    _aside: tuple[PassageIndex, Lanes, Page] | None = None
    _passes: tuple[int, int, Passes] | None = None

    if TYPE_CHECKING:

        def forget_suggestions(self) -> None:
            """Close the list of suggestions."""

        def leave_peek(self) -> bool:
            """Close the quotes of a code."""
            ...

    @property
    def reading(self) -> bool:
        """Whether one reads without codes; kept with the desk, so that one comes back to it."""
        return self.workbench.desk.reading

    def do_reading_begin(self) -> None:
        """Read without codes."""
        self._set_reading(True)

    def do_reading_again(self) -> None:
        """Read once more without codes."""
        self._set_reading(True)

    def do_reading_end(self) -> None:
        """Show codes again."""
        self._set_reading(False)

    def _set_reading(self, reading: bool) -> None:
        self.forget_suggestions()
        self.leave_peek()
        self.view.clear_selection()
        self.workbench.desk.reading = reading
        self.workbench.keep_desk()
        self._change_passages(reading)
        begun = reading and self.begin_pass(asked=True)
        self.reload()
        self.renew()
        words = [say("reading.on" if reading else "reading.off")]
        if begun and self.passes.finished:
            words.insert(0, say("reading.pass_again", number=self.passes.finished + 1) + ".")
        self.tell(" ".join(words), "good")

    # Passes

    @property
    def passes(self) -> Passes:
        """The passes through the open transcript."""
        whose = (self.view.transcript.id, self.study.coder_id)
        if self._passes is None or self._passes[:2] != whose:
            self._passes = (*whose, readings.passes(self.study, whose[0]))
        return self._passes[2]

    def begin_pass(self, *, asked: bool) -> bool:
        """Begin a pass through the open transcript where one is due; return whether that was so."""
        transcript_id = self.workbench.desk.transcript
        if self.study.read_only or not readings.passes(self.study, transcript_id).begins(asked=asked):
            return False
        if asked:
            acts.begin(self.study, transcript_id)
        else:
            # Nobody asked for an act here: where another waits to be settled first, this one is left out.
            try:
                acts.begin(self.study, transcript_id)
            except WorkbenchError:
                return False
        return True

    def note_touched(self, change: Change) -> None:
        """Learn of a change: passes that an act touched are read again."""
        if not change.touched or {"reading", "transcript"} & set(change.touched):
            self._passes = None
        super().note_touched(change)

    def passes_told(self) -> list[str]:
        """Return in words how often this was read, and which pass goes on."""
        passes = self.passes
        lines: list[str] = []
        if (current := passes.current) is not None:
            number = passes.finished + 1
            key = "reading.pass_again" if passes.finished else "reading.pass_first"
            lines.append(f"{say(key, number=number)} {say('reading.since', day=local_time(current.started)[:10])}")
        if passes.finished:
            last = say("reading.last", day=local_time(passes.last)[:10])
            lines.append(f"{counted(say('n.passes'), passes.finished)}, {last}")
        return lines or [say("reading.unread")]

    # Notes in the place of codings

    def _change_passages(self, reading: bool) -> None:
        """Put the codings aside as they are drawn, or take them up again; what acts touch meanwhile is noted."""
        if reading:
            self._aside = self.view.put_aside()
        elif self._aside is None:
            self._touched = None
        else:
            self.view.take_up(self._aside)
        self.view.set_reading(reading)

    def all_passages(self, transcript_id: int, revision_id: int) -> list[Passage]:
        """Return what the margin shows: while one reads, notes."""
        self.renew_notes(transcript_id, revision_id)
        self.view.reading = self.reading
        if self.reading:
            # Of this text no codings were read.
            self._aside = self._touched = self._passages_of = None
            return self.note_index.passages
        return super().all_passages(transcript_id, revision_id)

    def renew_passages(self, transcript_id: int, revision_id: int) -> None:
        """Show in the view what became of what the margin shows."""
        others = self.renew_notes(transcript_id, revision_id)
        if not self.reading:
            super().renew_passages(transcript_id, revision_id)
        elif others or self.view.passages != self.note_index.passages:
            self.view.set_passages(self.note_index.passages)

    # Beside the text

    def resting(self) -> Part:
        """On narrow screens, the notes at the caret while one reads, else its codes."""
        if not self.reading or self.side_shown or not self.has_class("narrow"):
            return super().resting()
        return " · ".join(" ".join(one.text.split()) for one in self.notes_here()), "dim"

    def show_context(self) -> None:
        """Show what belongs to the caret: while one reads, notes and who speaks."""
        if not self.reading:
            super().show_context()
            return
        turns, seen = self.view.transcript.turns, self._is_seen
        turn = self.view.transcript.turn_at(self.view.caret) if turns else None
        shown = (self.view.transcript.id, turn, self.view.here, seen)
        if shown != self._reading_shown:
            self._reading_shown = shown
            if seen:
                self.context.show(lambda width: self._reading_lines(width, turn))
            self.rest()

    def show_context_anew(self) -> None:
        """Show what belongs to the caret after something of it may have changed."""
        self._reading_shown = None
        super().show_context_anew()

    def _reading_lines(self, width: int, turn: Turn | None) -> Sequence[Line]:
        lines: list[Line] = [[(say("reading.title"), "title")]]
        lines += [line for told in self.reading_told() for line in wrapped(told, width)]
        lines += [[], [(say("reading.notes"), "title")]]
        near = self._notes_near()
        lines += [] if near else wrapped(say("reading.no_notes"), width, "dim")
        for note in near:
            lines += self._note_lines(note, width)
        return [*lines, *self.speaker_lines(turn, width)]

    def reading_parts(self) -> Line:
        """Return what the title row says at the right while one reads."""
        return [(say("reading.now"), "good"), (" · ", "dim"), (self.looked_told(), "")]

    def reading_told(self) -> list[str]:
        """Return how far one has come, in lines."""
        looked = self.looked_told()
        return [*self.passes_told(), f"{looked[:1].upper()}{looked[1:]} · {self.open_told()}"]

    def _notes_near(self) -> list[Memo]:
        """Return the notes nearest to the caret, by place."""
        caret, spans = self.view.caret, [(one.span, one) for one in self.notes if one.span]

        def away(span: Span) -> int:
            return max(span.start - caret, caret - span.end + 1, 0)

        near = sorted(spans, key=lambda pair: away(pair[0]))[:_NEAR]
        return [one for _, one in sorted(near, key=lambda pair: (pair[0].start, pair[0].end))]

    def _note_lines(self, note: Memo, width: int) -> list[Line]:
        span = note.span or Span(0, 1)
        here = self.view.caret in span
        turn = self.view.transcript.turn_at(span.start).number
        who = f"  {note.coder}" if note.coder_id != self.study.coder_id else ""
        own = f"  {say('memo.private')}" if note.private else ""
        head: Line = [("▸" if here else " ", "accent"), (say("coding.turn", turn=turn), "dim"), (f"{who}{own}", "dim")]
        return [head, *wrapped(note.text, width, "" if here else "dim", indent="  ")]
