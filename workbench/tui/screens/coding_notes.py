"""Margin notes in the coding room: memos on passages of the transcript, written, opened and gone to."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.store.lookups import memos as lookup
from workbench.study import units
from workbench.study.changes import Change
from workbench.study.memos import Memo, MemoKind
from workbench.study.spans import Span, trimmed
from workbench.study.text import shorten
from workbench.tui.later import later
from workbench.tui.marks import Passage, PassageIndex
from workbench.tui.note_rows import NOTE_SIGN
from workbench.tui.options import Option
from workbench.tui.screens.coding_marks import Marking
from workbench.words import say

if TYPE_CHECKING:
    from workbench.acts import memos as acts
else:
    acts = later("workbench.acts.memos")

_LABEL = 60


class Noting(Marking):
    """Commands `coding.note`, `note.open`, `note.next` and `note.previous`."""

    notes: Sequence[Memo] = ()
    # The notes as passages of the text, by memo.
    note_index: PassageIndex = PassageIndex(())
    _note_of: Mapping[int, Memo] = {}
    _notes_of: object = None

    def note_touched(self, change: Change) -> None:
        """Learn of a change: notes that an act touched are read again."""
        if not change.touched or "memo" in change.touched:
            self._notes_of = None
        super().note_touched(change)

    def renew_notes(self, transcript_id: int, revision_id: int) -> bool:
        """Read the notes of a transcript again where they may be others; return whether they were read."""
        wanted = (transcript_id, revision_id, self.study.coder_id)
        if wanted == self._notes_of:
            return False
        self._notes_of = wanted
        self.notes = lookup.on_passages(self.study, transcript_id)
        self._note_of = {one.id: one for one in self.notes}
        self.note_index = PassageIndex(_passages(self.notes))
        self.view.set_notes([one.span for one in self.notes if one.span])
        return True

    def notes_here(self) -> list[Memo]:
        """Return the notes over the caret, those on the fewest words first."""
        return [self._note_of[one.coding_id] for one in self.note_index.at(self.view.caret)]

    def do_coding_note(self) -> None:
        """Write a note on the selection, else open the one at the caret, else write one on the sentence there."""
        span = self.view.selection
        there = [one for one in self.notes if one.span == span] if span else self.notes_here()
        if there:
            self._open_note(there, span)
        elif span := span or self._sentence_here():
            self._write_note(span)

    def do_note_open(self) -> None:
        """Open the note at the caret."""
        if there := self.notes_here():
            self._open_note(there, None)

    def _sentence_here(self) -> Span | None:
        text = self.view.transcript.text
        return trimmed(text, *units.sentence_at(text, self.view.caret)) if text else None

    def _open_note(self, there: Sequence[Memo], span: Span | None) -> None:
        def chosen(memo_id: int, _: str) -> None:
            if memo_id:
                self._edit_note(next(one for one in there if one.id == memo_id))
            elif wanted := span or self._sentence_here():
                self._write_note(wanted)

        if len(there) == 1 and there[0].coder_id == self.study.coder_id:
            self._edit_note(there[0])
            return
        options = [Option(one.id, shorten(one.title or one.text, _LABEL), one.coder, one.text) for one in there]
        self.choose(say("note.which"), [*options, Option(0, say("note.another"))], chosen)

    def _asked_on(self, span: Span) -> str:
        words = " ".join(span.cut(self.view.transcript.text).split())
        return say("note.ask", words=shorten(words, _LABEL))

    def _write_note(self, span: Span) -> None:
        transcript_id = self.view.transcript.id

        def keep(text: str) -> None:
            if not text.strip():
                return
            acts.write(self.study, "transcript", transcript_id, text, kind=MemoKind.FAMILIAR, span=span)
            self.view.clear_selection()
            self.tell(say("note.kept"), "good")

        self.ask(self._asked_on(span), keep, long=True)

    def _edit_note(self, memo: Memo) -> None:
        def keep(text: str) -> None:
            if text.strip():
                acts.edit(self.study, memo.id, text)
            else:
                acts.remove(self.study, memo.id)
            self.view.clear_selection()
            key = "note.changed" if text.strip() else "note.gone"
            self.tell(say(key), "good" if text.strip() else "accent")

        self.ask(self._asked_on(memo.span or Span(0, 1)), keep, value=memo.text, long=True)

    def do_note_next(self) -> None:
        """To the next note."""
        self._to_note(self.note_index.next_start(self.view.caret))

    def do_note_previous(self) -> None:
        """To the previous note."""
        self._to_note(self.note_index.previous_start(self.view.caret))

    def _to_note(self, start: int | None) -> None:
        if start is None:
            self.tell(say("note.no_more"), "warn")
        else:
            self.view.go(start)


def _passages(notes: Sequence[Memo]) -> list[Passage]:
    return [
        Passage(one.id, 0, one.span, " ".join((one.title or one.text).split()), NOTE_SIGN, "")
        for one in notes
        if one.span
    ]
