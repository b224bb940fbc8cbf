"""The command row of a room: what is said, what it says at rest, and what is overheard from another window."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from workbench.tui.drawing import Part
from workbench.tui.said import MOST_ROWS
from workbench.words.told import translated

if TYPE_CHECKING:
    from textual.app import App

    from workbench.tui.said import Said

# What was said stands at least so long before something overheard takes its place.
_READ_SECONDS = 5.0
# In calm mode what runs is told no oftener.
_CALM_SECONDS = 10.0


class Telling:
    """Says things in the command row."""

    _rests = True
    _overheard = False
    _told_at = 0.0
    _progress_at = -1e9

    if TYPE_CHECKING:
        # Given by the room.
        @property
        def app(self) -> App[Any]:
            """The app."""
            ...

        @property
        def said(self) -> Said:
            """The command row."""
            ...

        @property
        def asking(self) -> bool:
            """Whether a chooser or a prompt is open."""
            ...

    def tell(self, words: str, look: str = "", most: int = MOST_ROWS) -> None:
        """Say something in the command row, until something else is said; what is said in passing is cut to a row."""
        self._rests, self._overheard, self._told_at = not words, False, monotonic()
        if look == "error":
            words = translated(words)
        if not words:
            words, look = self.resting()
        self.said.show([(words, look)] if words else [], whole=look != "dim", most=most)

    def tell_progress(self, words: str) -> None:
        """Say how far something has come; in calm mode only now and then, so that nothing runs before one's eyes."""
        running = monotonic() - self._progress_at < _CALM_SECONDS
        if running and self.app.has_class("-calm"):  # pyright: ignore[reportUnknownMemberType]
            return
        self._progress_at = monotonic()
        self.tell(words, "accent")

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
