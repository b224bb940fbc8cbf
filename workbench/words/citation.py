"""Where a passage stands, in words."""

from typing import Protocol

from workbench.words import say


class CitedPlace(Protocol):
    """What is asked of a citation: the words of `words` know nothing of the study's nouns."""

    @property
    def who(self) -> str:
        """Whose words."""
        ...

    @property
    def turn(self) -> int:
        """The first turn."""
        ...

    @property
    def last_turn(self) -> int:
        """The last turn."""
        ...

    @property
    def line(self) -> int:
        """The first line."""
        ...

    @property
    def last_line(self) -> int:
        """The last line."""
        ...


def place_told(place: CitedPlace, time: str) -> str:
    """Return turns, lines and time, such as `turn 12 · line 40 · 12:31` or `turns 12–13 · lines 40–42`."""
    turns = (
        say("place.turn", turn=place.turn)
        if place.turn == place.last_turn
        else say("place.turns", first=place.turn, last=place.last_turn)
    )
    lines = (
        say("place.line", line=place.line)
        if place.line == place.last_line
        else say("place.lines", first=place.line, last=place.last_line)
    )
    return " · ".join(part for part in (turns, lines, time) if part)


def cited(place: CitedPlace, time: str) -> str:
    """Return the whole citation, such as `P07 · turn 12 · line 40 · 12:31`."""
    return f"{place.who} · {place_told(place, time)}"
