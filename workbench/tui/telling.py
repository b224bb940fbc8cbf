"""The command row of a room: what is said, what it says at rest, and what is overheard from another window."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from workbench.tui.drawing import Part
from workbench.words.told import translated

if TYPE_CHECKING:
    from workbench.tui.said import Said

# What was said stands at least so long before something overheard takes its place.
_READ_SECONDS = 5.0


class Telling:
    """Says things in the command row."""

    _rests = True
    _overheard = False
    _told_at = 0.0

    if TYPE_CHECKING:
        # Given by the room.
        @property
        def said(self) -> Said:
            """The command row."""
            ...

        @property
        def asking(self) -> bool:
            """Whether a chooser or a prompt is open."""
            ...

    def tell(self, words: str, look: str = "") -> None:
        """Say something in the command row, until something else is said; what is said in passing is cut to a row."""
        self._rests, self._overheard, self._told_at = not words, False, monotonic()
        if look == "error":
            words = translated(words)
        if not words:
            words, look = self.resting()
        self.said.show([(words, look)] if words else [], whole=look != "dim")

    def overhear(self, words: str) -> bool:
        """Say what another window did, unless the row is needed for what one does here; return whether it was said."""
        if self.asking or not (self._rests or self._overheard or monotonic() - self._told_at > _READ_SECONDS):
            return False
        self.tell(words, "dim")
        self._overheard = True
        return True

    def resting(self) -> Part:
        """Return what the command row says when there is nothing to say."""
        return "", ""

    def rest(self) -> None:
        """Renew what the command row says when there is nothing to say."""
        if self._rests and not self.asking:
            self.tell("")

    @property
    def told(self) -> str:
        """What the command row says."""
        return self.said.text.strip()
