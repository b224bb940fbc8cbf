"""Finding words in the transcript that is open."""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from workbench.study.units import word_at
from workbench.tui.later import later
from workbench.tui.transcript_view import TranscriptView
from workbench.words import say

if TYPE_CHECKING:
    from workbench.study import search_narrow
    from workbench.tui.room import Room
else:
    search_narrow, Room = later("workbench.study.search_narrow"), object


class Finding(Room):
    """Commands `caret.find`, `caret.search`, `caret.next_hit`, `caret.previous_hit`."""

    _sought = ""

    def do_caret_find(self) -> None:
        """Ask for words and mark them."""
        self.ask(say("coding.find"), self._find, value=self._sought, seeks=True)

    def _find(self, words: str) -> None:
        self._sought = words.strip()
        view = self.query_one(TranscriptView)
        if not self._sought:
            view.set_hits([])
            return
        pattern = re.compile(re.escape(self._sought).replace(r"\ ", r"\s+"), re.IGNORECASE)
        hits = [hit.span() for hit in pattern.finditer(view.transcript.text)]
        view.set_hits(hits)
        if hits:
            self.tell(say("coding.hits", count=len(hits)), "good")
            if not any(start <= view.caret < end for start, end in hits):
                view.go_hit(1)
        else:
            self.tell(say("coding.no_hits", words=self._sought), "warn")

    def do_caret_search(self) -> None:
        """Search all transcripts for the selection, or for the word at the caret."""
        view = self.query_one(TranscriptView)
        text, span = view.transcript.text, view.selection
        first, last = (span.start, span.end - 1) if span else (view.caret, view.caret)
        # Words that are selected in part are meant whole.
        words = search_narrow.about(text[word_at(text, first)[0] : word_at(text, last)[1]])
        if words:
            self.workbench.search_from_here(words)
        else:
            self.tell(say("search.nothing_here"), "warn")

    def do_caret_next_hit(self) -> None:
        """To the next hit."""
        self._to_hit(1)

    def do_caret_previous_hit(self) -> None:
        """To the previous hit."""
        self._to_hit(-1)

    def _to_hit(self, step: int) -> None:
        view = self.query_one(TranscriptView)
        if view.go_hit(step):
            number = bisect_left(view.hits, (view.caret,)) + 1
            self.tell(say("coding.hit", number=number, count=len(view.hits)), "accent")
