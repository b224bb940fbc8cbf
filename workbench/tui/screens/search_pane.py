"""The hit in full, beside the list; without any, how one searches."""

from collections.abc import Callable, Sequence

from workbench.store.search.hits import Hit
from workbench.store.search.notes import NoteHit
from workbench.study.spans import Span
from workbench.study.transcripts import Transcript
from workbench.tui.drawing import Line, Part, flowed, wrapped
from workbench.tui.ledger import TextPane
from workbench.tui.screens.search_rows import flat, marked
from workbench.words import say

_NEIGHBOUR_ROWS = 5
_COVERED = ("hits", "search-field")
_ABOVE = 3  # rows shown above what was found


class HitPane(TextPane):
    """A text pane that begins where something was found, when that is further down than the pane is high."""

    def show(self, fill: Callable[[int], Sequence[Line]]) -> None:
        """Show what `fill(width)` gives, from the first find."""
        super().show(fill)
        self._to_find()

    def on_resize(self) -> None:
        """Wrap anew (Textual calls the pane's own handler after this one)."""
        self.call_next(self._laid_out)

    def _laid_out(self) -> None:
        self._to_find()
        holder = self.screen.focused
        if self.has_class("pinned") and (holder is None or holder.id in _COVERED):
            self.focus()

    def _to_find(self) -> None:
        rows = (at for at, line in enumerate(self._lines) if any(look == "found" for _, look in line))
        first = next(rows, 0)
        if first >= self.size.height - 2:
            self.go(0)
            self.move(first - _ABOVE)


def in_full(hit: Hit, transcript: Transcript, width: int) -> list[Line]:
    """Return the turn with its codes and all that was found in it, between the turns round it."""
    lines: list[Line] = [*_of_neighbour(transcript, hit.turn - 1, width, end=True)]
    lines.append([(say("search.peek", turn=hit.turn), "title"), (f"  {hit.speaker}", "accent")])
    codes: list[Part] = [(f"{name}{' · ' if at < len(hit.codes) else ''}", "good")
                         for at, name in enumerate(hit.codes, 1)]  # fmt: skip
    lines += flowed(codes or [(say("search.no_codes_here"), "dim")], width)
    words = hit.span.cut(transcript.text)
    at = hit.span.start
    lines += [[], *flowed(marked(words, [Span(one.start - at, one.end - at) for one in hit.marks]), width)]
    return [*lines, [], *_of_neighbour(transcript, hit.turn + 1, width)]


def _of_neighbour(transcript: Transcript, number: int, width: int, *, end: bool = False) -> list[Line]:
    """Return the beginning of a turn, or its end."""
    if not 1 <= number <= len(transcript.turns):
        return []
    turn = transcript.turns[number - 1]
    words = flat(transcript.text[turn.start : turn.end])
    room = width * _NEIGHBOUR_ROWS
    dots = len(words) > room
    if dots:
        words = f"… {words[-room:].partition(' ')[2]}" if end else f"{words[:room].rpartition(' ')[0]} …"
    return [[(f"{number} {turn.speaker}", "dim")], *wrapped(words, width, "dim"), []]


def note_in_full(hit: NoteHit, width: int) -> list[Line]:
    """Return a memo, definition or quote with all that was found in it."""
    head: Line = [(say(f"search.note.{hit.note.kind.value}"), "title"), (f"  {hit.note.title}", "strong")]
    parts: list[Line] = []
    at = 0
    for line in hit.note.text.split("\n"):
        inside = [
            Span(max(one.start - at, 0), min(one.end - at, len(line)))
            for one in hit.marks
            if one.start < at + len(line) and one.end > at
        ]
        parts += flowed(marked(line, inside), width)
        at += len(line) + 1
    by = f"{hit.note.coder}  {hit.note.created[:10]}".strip()
    return [head, [(by, "dim")], [], *parts]
