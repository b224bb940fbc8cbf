"""How much of each transcript one has coded, and where: counted one at a time, those in sight first."""

from typing import TYPE_CHECKING

from workbench.study.changes import Change
from workbench.study.coding_filter import CodingFilter
from workbench.study.transcripts import TranscriptCard
from workbench.tui.later import later
from workbench.tui.overview import level, signs
from workbench.tui.screens.list_room import ListRoom

if TYPE_CHECKING:
    from workbench.queries import coverage
else:
    coverage = later("workbench.queries.coverage")

CELLS = 8
# A longer text would take more than a moment; the coding room tells of it.
_LONGEST = 40_000
_REST = 0.01


class Covered(ListRoom):
    """The strips of the table of transcripts."""

    def __init__(self) -> None:
        super().__init__()
        self._strips: dict[int, str] = {}
        # Those that were counted since the last change; the strips of others stay until they are.
        self._fresh: set[int] = set()
        self._covering = False

    def strip(self, card: TranscriptCard) -> str:
        """Return the strip of a transcript, blank while it is not counted."""
        return self._strips.get(card.id, " " * CELLS)

    @property
    def counting(self) -> bool:
        """Whether something is being counted."""
        return self._covering

    def changed(self, change: Change) -> None:
        """What was counted may be other now."""
        self._fresh.clear()
        super().changed(change)

    def on_screen_resume(self) -> None:
        """Go on counting when one comes back (Textual calls the room's own handler after this one)."""
        self.cover_soon()

    def cover_soon(self) -> None:
        """Count what is not counted yet, when there is time."""
        if not self._covering and self.is_attached:
            self._covering = True
            self.set_timer(_REST, self._cover_next)

    def _cover_next(self) -> None:
        self._covering = False
        if not self.is_current or not self.is_attached:
            return
        top = self.list.scroll_offset.y
        cards: list[TranscriptCard] = list(self.list.items[top : top + self.list.size.height])
        card = next((one for one in (*cards, *self.list.items) if one.id not in self._fresh), None)
        if card is None:
            return
        self._fresh.add(card.id)
        before = self.strip(card)
        self._strips[card.id] = self._counted(card)
        if self._strips[card.id] != before:
            self.list.set_palette(self.palette)
        self.cover_soon()

    def _counted(self, card: TranscriptCard) -> str:
        if card.words > _LONGEST:
            return "…".ljust(CELLS)
        found = coverage.of_transcript(self.study, card.id, CodingFilter(coders=(self.study.coder_id,)))
        if found is None or not found.coded:
            return " " * CELLS
        step = len(found.parts) / CELLS
        parts = [found.parts[int(one * step) : int((one + 1) * step)] for one in range(CELLS)]
        levels = [level(sum(some) / len(some)) if some else 0 for some in parts]
        return signs(levels, plain=self.workbench.chosen.signs == "plain")
