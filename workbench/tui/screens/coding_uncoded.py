"""Going to what is not coded yet: the next stretch, the next transcript that has one, a place drawn by lot.

Counted are the words of participants that the coder at the desk has put no code on; what interviewers say, and what is
no data, is passed over.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench import commands
from workbench.store.lookups import transcripts as transcript_lookup
from workbench.study.codes import Codebook
from workbench.study.coding_filter import CodingFilter
from workbench.tui.later import later
from workbench.tui.transcript_view import TranscriptView
from workbench.words import counted, say

if TYPE_CHECKING:
    from workbench.queries import coverage
    from workbench.queries.coverage import Stretch, TranscriptCoverage
    from workbench.store.lookups import spoken
    from workbench.tui.room import Room
else:
    coverage, spoken = later("workbench.queries.coverage", "workbench.store.lookups.spoken")
    Room = object


class Uncoded(Room):
    """Commands `caret.next_uncoded`, `caret.previous_uncoded`, `transcript.uncoded`, `transcript.random`."""

    codebook: Codebook
    _stretches: "Sequence[Stretch]" = ()
    _stretches_of: tuple[int, int, Codebook] | None = None

    if TYPE_CHECKING:

        @property
        def view(self) -> TranscriptView:
            """The transcript view."""
            ...

        def keep_place(self) -> None:
            """Remember the caret in the transcript that is left."""

    def _covered(self, transcript_id: int) -> "TranscriptCoverage | None":
        return coverage.of_transcript(self.study, transcript_id, CodingFilter(coders=(self.study.coder_id,)))

    def _here(self) -> "Sequence[Stretch]":
        """Return the uncoded stretches of the open transcript, counted anew after each act."""
        # The codebook is read with every change: while it is the same one, so are the codings.
        known = self._stretches_of
        wanted = (self.view.transcript.id, self.study.coder_id, self.codebook)
        if known is None or known[:2] != wanted[:2] or known[2] is not self.codebook:
            covered = self._covered(wanted[0])
            self._stretches = covered.stretches if covered else ()
            self._stretches_of = wanted
        return self._stretches

    def do_caret_next_uncoded(self) -> None:
        """To the next stretch of words without a code."""
        self._to(next((one for one in self._here() if one.start > self.view.caret), None))

    def do_caret_previous_uncoded(self) -> None:
        """To the stretch before."""
        self._to(next((one for one in reversed(self._here()) if one.start < self.view.caret), None))

    def _to(self, stretch: "Stretch | None") -> None:
        if stretch is None:
            self.tell(say("uncoded.no_more", key=commands.key_of("transcript.uncoded")), "warn")
        else:
            self.view.go(stretch.start)
            self.tell(_told(stretch), "good")

    def do_transcript_uncoded(self) -> None:
        """Open the next transcript with words that are not coded, round the end."""
        ids = [card.id for card in transcript_lookup.cards(self.study)]
        at = ids.index(self.view.transcript.id)
        for one in (*ids[at + 1 :], *ids[:at]):
            covered = self._covered(one)
            if covered and covered.stretches:
                stretch = covered.stretches[0]
                self._show_place(one, stretch.start)
                self.tell(_told(stretch), "good")
                return
        self.tell(say("uncoded.only_here" if self._here() else "uncoded.none"), "warn")

    def do_transcript_random(self) -> None:
        """Go to a turn with words that are not coded, drawn by lot from the study; each such word counts alike."""
        import random

        left = {card.id: card.words for card in transcript_lookup.cards(self.study) if card.words}
        while left:
            # Long transcripts come oftener; one that is coded throughout is put aside.
            drawn = random.choices(list(left), list(left.values()))[0]
            del left[drawn]
            covered = self._covered(drawn)
            turns = [turn for turn in covered.turns if turn.coded < turn.words] if covered else []
            if covered and turns:
                turn = random.choices(turns, [one.words - one.coded for one in turns])[0]
                self._show_place(drawn, self._place_in(drawn, turn.number, covered.stretches))
                words = counted(say("uncoded.words"), turn.words - turn.coded)
                self.tell(say("uncoded.turn", words=words, first=turn.number), "good")
                return
        self.tell(say("uncoded.none"), "warn")

    def _place_in(self, transcript_id: int, number: int, stretches: "Sequence[Stretch]") -> int:
        """Return where the first uncoded words of a turn stand."""
        said = spoken.spoken(self.study, transcript_id)
        begin = next(start for one, start, _ in said.turns if one == number) if said else 0
        return next(max(begin, one.start) for one in stretches if one.end > begin)

    def _show_place(self, transcript_id: int, offset: int) -> None:
        if transcript_id != self.view.transcript.id:
            self.keep_place()
        self.view.clear_selection()
        self.workbench.open_transcript(transcript_id, offset)


def _told(stretch: "Stretch") -> str:
    words = counted(say("uncoded.words"), stretch.words)
    key = "uncoded.turn" if stretch.first == stretch.last else "uncoded.turns"
    return say(key, words=words, first=stretch.first, last=stretch.last)
