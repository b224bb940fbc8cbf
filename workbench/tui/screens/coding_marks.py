"""Which passages the transcript shows: all of them when it is opened, then only those that an act touched."""

from typing import TYPE_CHECKING

from workbench.errors import StudyError
from workbench.store.lookups import codings as coding_lookup
from workbench.study.changes import Change
from workbench.study.codes import Codebook, sigils
from workbench.study.codings import Coding as OneCoding
from workbench.study.spans import Span
from workbench.tui.marks import Passage
from workbench.tui.transcript_view import TranscriptView

if TYPE_CHECKING:
    from workbench.tui.room import Room
else:
    Room = object

# Acts on these rows alone leave every other passage as it looks.
_LOCAL = frozenset({"coding", "verdict", "memo", "reading"})


class Marking(Room):
    """Reads the passages of the open transcript, and the coding at hand."""

    codebook: Codebook
    # What the passages on the screen are of; the codings to be read again, or None: all.
    _passages_of: object = None
    _touched: set[int] | None = None

    if TYPE_CHECKING:

        @property
        def view(self) -> TranscriptView:
            """The transcript view."""
            ...

    def note_touched(self, change: Change) -> None:
        """Learn which passages an act changed."""
        if not change.touched or not _LOCAL.issuperset(change.touched):
            self._touched = None
        elif self._touched is not None:
            self._touched |= change.touched.get("coding", frozenset())

    def all_passages(self, transcript_id: int, revision_id: int) -> list[Passage]:
        """Return the passages of a transcript's text, for a view that shows none of them yet."""
        self._passages_of = (transcript_id, revision_id, self.study.coder_id)
        self._touched = set()
        return self._read_passages(transcript_id, None)

    def renew_passages(self, transcript_id: int, revision_id: int) -> None:
        """Show in the view what became of its passages."""
        if self._touched is None or self._passages_of != (transcript_id, revision_id, self.study.coder_id):
            self.view.set_passages(self.all_passages(transcript_id, revision_id))
        elif self._touched:
            found = self._read_passages(transcript_id, self._touched)
            self.view.change_passages(found, self._touched - {one.coding_id for one in found})
            self._touched = set()

    def _read_passages(self, transcript_id: int, ids: set[int] | None) -> list[Passage]:
        signs = sigils(code.name for code in self.codebook)
        looks = {code.id: (code.name, signs[code.name], code.colour) for code in self.codebook}

        def made(coding_id: int, code_id: int, start: int, end: int, memo: int, picked: int) -> Passage:
            # A code that is gone is told as such.
            code = self.codebook.get(code_id)
            return Passage(coding_id, code.id, Span(start, end), *looks[code.id], bool(memo), bool(picked))

        return coding_lookup.places(self.study, transcript_id, self.study.coder_id, made, ids)

    def coding(self, coding_id: int) -> OneCoding:
        """Return a coding with all that hangs on it; raise StudyError when it is gone."""
        return coding_lookup.get(self.study, coding_id)

    def coding_if_there(self, coding_id: int) -> OneCoding | None:
        """Return a coding, or None where another window dropped it and this one was not told yet."""
        try:
            return self.coding(coding_id)
        except StudyError:
            return None
