"""Where the caret stands, told as it is cited, and copying words or place."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.store.lookups import originals
from workbench.study.citation import Citing
from workbench.study.new_transcripts import Mark, MarkKind
from workbench.study.spans import Span
from workbench.study.transcripts import clock
from workbench.tui.later import later
from workbench.tui.transcript_view import TranscriptView
from workbench.words import say
from workbench.words.citation import cited, place_told

if TYPE_CHECKING:
    from workbench.tui import clipboard
    from workbench.tui.room import Room
else:
    clipboard, Room = later("workbench.tui.clipboard"), object


class Placing(Room):
    """Commands `coding.copy` and `coding.copy_place`."""

    _citing: Citing | None = None
    _marks_of_text: Sequence[Mark] = ()
    _labels_of_people: Mapping[int, str] | None = None

    if TYPE_CHECKING:

        @property
        def view(self) -> TranscriptView:
            """The transcript view."""
            ...

        def target(self) -> Span | None:
            """Return the words in question."""

    def learn_places(self, labels: Mapping[int, str]) -> list[tuple[int, int]]:
        """Learn the lines and times of the transcript shown next; return the words that its file was not sure of."""
        marks = originals.marks(self.study, self.workbench.desk.transcript)
        self._marks_of_text = marks
        self._labels_of_people = labels
        self._citing = None
        return [(mark.start, mark.end) for mark in marks if mark.kind is MarkKind.DOUBT]

    def place_words(self, span: Span, *, whole: bool = False) -> str:
        """Return where a passage stands; with `whole`, whose words it is too."""
        if self._citing is None:
            self._citing = Citing(self.view.transcript, self._marks_of_text, self._labels_of_people)
        place = self._citing.at(span)
        time = clock(place.begin_ms) if place.begin_ms is not None else ""
        return cited(place, time) if whole else place_told(place, time)

    def do_coding_copy(self) -> None:
        """Copy the words masked, with attribution."""
        if span := self.target():
            words = clipboard.masked_passage(self.study, self.view.transcript, span)
            self.workbench.copy_to_clipboard(words)
            self.tell(say("coding.copied", words=words), "good")

    def do_coding_copy_place(self) -> None:
        """Copy where the selection, or the caret, stands."""
        view = self.view
        if not view.transcript.turns:
            return
        place = self.place_words(view.selection or Span(view.caret, view.caret + 1), whole=True)
        self.workbench.copy_to_clipboard(place)
        self.tell(say("coding.place_copied", place=place), "good")
