"""Where one has looked: what stood on the screen for three seconds, kept beside the study, and going to the rest.

Looked once a second, by a timer that no key waits for; kept every few seconds and on leaving.
"""

import contextlib
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from workbench import commands
from workbench.errors import StoreError
from workbench.store.lookups import readings as lookup
from workbench.study.reading import Gaze, Looked, carried, share
from workbench.study.transcripts import Role, Transcript
from workbench.tui.screens.coding_marks import Marking
from workbench.words import counted, say

if TYPE_CHECKING:
    from textual.timer import Timer

_LOOK_EVERY, _KEEP_EVERY = 1.0, 5.0


class Looking(Marking):
    """Commands `reading.next_open` and `reading.previous_open`."""

    looked: Looked = Looked(())
    clock: Callable[[], float] = staticmethod(monotonic)
    _gaze: Gaze = Gaze()
    _looked_in: tuple[Transcript, int, int] | None = None
    _unkept = False
    _kept_at = 0.0
    _look_timer: "Timer | None" = None

    if TYPE_CHECKING:

        @property
        def reading(self) -> bool:
            """Whether one reads without codes."""
            ...

        def show_context_anew(self) -> None:
            """Show what belongs to the caret anew."""

    def renew_looked(self, revision_id: int) -> None:
        """Learn what was looked at of the transcript that the view shows; what was seen of another is kept first."""
        whose = (self.view.transcript, revision_id, self.study.coder_id)
        known = self._looked_in
        if known is not None and known[0] is whose[0] and known[1:] == whose[1:]:
            return
        self.keep_looked()
        transcript = self.view.transcript
        turns = [(turn.start, turn.end, turn.role is not Role.NOT_DATA) for turn in transcript.turns]
        kept = lookup.looks(self.study, transcript.id)
        stretches = kept.stretches if kept is not None else ()
        if kept is not None and kept.revision_id != revision_id:
            # The text was corrected, or a correction undone: what is the same was looked at still.
            before = lookup.body(self.study, kept.revision_id)
            stretches = () if before is None else tuple(carried(stretches, before, transcript.text))
        self.looked, self._looked_in, self._gaze = Looked(turns, stretches), whose, Gaze()
        self.view.set_open(self.looked.is_open)
        if self._look_timer is None:
            self._look_timer = self.set_interval(_LOOK_EVERY, self.look)

    def look(self) -> None:
        """Note what is on the screen now."""
        if not self.has_text:
            return
        transcript = self.view.transcript
        known = self._looked_in
        if known is None or known[0] is not transcript or not transcript.turns:
            return
        now = self.clock()
        if not self.is_current or not self.workbench.app_focus:
            self._gaze.away()
        elif (seen := self._gaze.see(now, *self.view.in_sight())) is not None:
            before = self.looked.stretches
            whole = self.looked.add(*seen)
            self._unkept = self._unkept or self.looked.stretches != before
            if whole and self.reading:
                self.view.redraw_turns()
                self.show_context_anew()
                self.renew()
        if self._unkept and now - self._kept_at >= _KEEP_EVERY:
            self.keep_looked()

    def keep_looked(self) -> None:
        """Keep what was looked at, if the study takes it and the transcript is still there."""
        if not self._unkept or self._looked_in is None or self.study.read_only:
            return
        transcript, revision_id, coder_id = self._looked_in
        self._unkept, self._kept_at = False, self.clock()
        if coder_id != self.study.coder_id:
            return
        with contextlib.suppress(StoreError):
            if self.study.live("transcript", id=transcript.id):
                looked = self.looked
                there = lookup.looks(self.study, transcript.id)
                if there is not None and there.revision_id == revision_id:
                    # Another window may have kept more meanwhile.
                    for stretch in there.stretches:
                        looked.add(*stretch)
                kept = lookup.KeptLooks(revision_id, tuple(looked.stretches), looked.done, looked.of)
                self.study.keep_desk(lookup.looks_name(self.study, transcript.id), kept.as_kept())

    def on_screen_suspend(self) -> None:
        """Another room takes the screen."""
        self._gaze.away()
        self.keep_looked()

    def on_unmount(self) -> None:
        """The workbench is left."""
        self.keep_looked()

    # Going to what is left

    def looked_told(self) -> str:
        """Return how much was looked at."""
        return say("looked.share", share=share(self.looked.done, self.looked.of))

    def open_told(self) -> str:
        """Return how many turns are left to look at."""
        left = self.looked.open_turns
        return counted(say("looked.left"), left) if left else say("looked.none_left")

    def do_reading_next_open(self) -> None:
        """To the next turn that was not looked at."""
        self._to_open(1)

    def do_reading_previous_open(self) -> None:
        """To the previous turn that was not looked at."""
        self._to_open(-1)

    def _to_open(self, step: int) -> None:
        turns = self.view.transcript.turns
        if not turns:
            return
        here = self.view.transcript.turn_at(self.view.caret).number - 1
        index = self.looked.next_open(here, step)
        if index is None:
            left = self.looked.open_turns - self.looked.is_open(here)
            other = commands.key_of("reading.previous_open" if step > 0 else "reading.next_open")
            self.tell(say("looked.no_more" if left else "looked.all", key=other), "warn" if left else "good")
        else:
            self.view.go(turns[index].start)
