"""Letters over panes and rows: one key goes where its letter stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Offset
from textual.strip import Strip
from textual.widget import Widget

from workbench.tui.looks import Palette

if TYPE_CHECKING:
    from workbench.tui.room import Room

# What can be typed without a second finger first; capitals and digits when there are more places.
LETTERS = "asdfjklghqwertyuiopzxcvbnmASDFJKLGHQWERTYUIOPZXCVBNM1234567890"


class HasLetters:
    """A pane that shows a letter at the left of some of its rows while one jumps."""

    palette: Palette
    letters: dict[int, str] | None = None

    def lettered(self, y: int, strip: Strip) -> Strip:
        """Return a row of the screen with its letter in its first cell."""
        letter = self.letters.get(y) if self.letters else None
        if letter is None:
            return strip
        style = self.palette.base + self.palette.looks["jump"]
        return Strip([Segment(letter, style), *strip.crop(1)])

    def caret_place(self) -> Offset | None:
        """Return the cell of the screen where the terminal's own cursor belongs, None where it is out of sight."""
        return None

    def jump_rows(self) -> Sequence[tuple[int, int]]:
        """Return (row of the screen, what `jump_to` takes) of the places one can jump to; the first is the pane's."""
        return ()

    def jump_to(self, place: int) -> None:
        """Make a place current."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a letter goes."""

    pane: HasLetters
    row: int
    go: Callable[[], None]


def targets_on(room: Room) -> dict[str, Target]:
    """Give letters: first to the panes, then to rows, those of the pane with the keys before the others'."""
    panes = sorted(_panes(room), key=lambda one: one is not room.focused)
    wanted: list[Target] = []
    for pane in panes:
        assert isinstance(pane, HasLetters)
        if pane is not room.focused and pane.can_focus:
            wanted.append(Target(pane, -1, _focusing(pane)))
    for pane in panes:
        assert isinstance(pane, HasLetters)
        wanted += [Target(pane, row, _going(pane, place)) for row, place in pane.jump_rows()]
    return dict(zip(LETTERS, _placed(wanted), strict=False))


def _placed(wanted: Sequence[Target]) -> Iterator[Target]:
    """Yield targets, each on a row of its own: a pane's own letter stands in its last row."""
    for one in wanted:
        if one.row >= 0:
            yield one
        else:
            assert isinstance(one.pane, Widget)
            yield Target(one.pane, max(0, one.pane.size.height - 1), one.go)


def _focusing(pane: Widget) -> Callable[[], None]:
    def go() -> None:
        pane.focus()

    return go


def _going(pane: HasLetters, place: int) -> Callable[[], None]:
    def go() -> None:
        assert isinstance(pane, Widget)
        if pane.can_focus:
            pane.focus()  # pyright: ignore[reportUnknownMemberType]
        pane.jump_to(place)

    return go


def _panes(room: Room) -> Iterator[Widget]:
    for pane in room.query(Widget):
        if isinstance(pane, HasLetters) and pane.size and pane.region and _is_seen(pane, room):
            yield pane


def _is_seen(pane: Widget, room: Room) -> bool:
    return all(one.display for one in pane.ancestors_with_self if isinstance(one, Widget)) and pane.screen is room


def show_letters(targets: dict[str, Target]) -> None:
    """Put the letters up."""
    for letter, target in targets.items():
        if target.pane.letters is None:
            target.pane.letters = {}
        target.pane.letters[target.row] = letter
    _refresh(targets)


def take_letters_away(targets: dict[str, Target]) -> None:
    """Take the letters away."""
    for target in targets.values():
        target.pane.letters = None
    _refresh(targets)


def _refresh(targets: dict[str, Target]) -> None:
    for pane in {id(target.pane): target.pane for target in targets.values()}.values():
        assert isinstance(pane, Widget)
        pane.refresh()
