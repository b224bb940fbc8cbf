"""Correcting the words of the turn at the caret, in the coding room."""

from typing import TYPE_CHECKING

from workbench.tui.transcript_view import TranscriptView
from workbench.words import say

if TYPE_CHECKING:
    from workbench.tui.room import Room
else:
    Room = object


class TurnEditing(Room):
    """Command `transcripts.edit_turn`."""

    if TYPE_CHECKING:

        @property
        def view(self) -> TranscriptView:
            """The transcript view."""
            ...

    def do_transcripts_edit_turn(self) -> None:
        """Write the turn as it should read."""
        transcript = self.view.transcript
        if not transcript.turns:
            return
        turn = transcript.turn_at(self.view.caret)

        def keep(text: str) -> None:
            from workbench.acts import revisions

            tally = revisions.edit_turn(self.study, transcript.id, turn.number, text)
            key = "edit_turn.waiting" if tally.to_review else "edit_turn.done"
            self.tell(say(key, turn=turn.number, count=tally.to_review), "good")

        words = transcript.text[turn.start : turn.end]
        self.ask(say("edit_turn.ask", turn=turn.number), keep, value=words, long=True)
