"""What can be chosen, and which choices fit what was typed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

# So many that fit by their name, and nobody is looked for who only has the letters in that order.
_ENOUGH = 200


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; `search` is what the filter looks in besides the label, `names` are other names for it."""

    value: object
    label: str
    detail: str = ""
    search: str = ""
    colour: str = ""
    names: tuple[str, ...] = ()

    @property
    def called(self) -> tuple[str, ...]:
        """The label and the other names."""
        return self.label, *self.names


class Found(Sequence[Option]):
    """Options in an order, of which only those are looked up that are seen; `more` stand behind them."""

    def __init__(self, options: Sequence[Option], order: Sequence[int], more: Sequence[Option] = ()) -> None:
        self._options, self._order, self.more = options, order, more

    def __len__(self) -> int:
        return len(self._order) + len(self.more)

    @overload
    def __getitem__(self, at: int) -> Option: ...
    @overload
    def __getitem__(self, at: slice) -> list[Option]: ...
    def __getitem__(self, at: int | slice) -> Option | list[Option]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        return self._options[self._order[at]] if at < len(self._order) else self.more[at - len(self._order)]


class Finder:
    """Finds options again and again as somebody types; ten thousand cost a few milliseconds a letter."""

    def __init__(self, options: Sequence[Option]) -> None:
        """Prepare the names of `options`, each as a line that begins with a blank."""
        self._options = options
        self._names = [_lines(*one.called) for one in options]
        self._searched = [one.search.casefold() for one in options]
        self._last = ""
        self._found: Sequence[int] = range(len(options))
        self._unasked: list[int] = []

    def find(self, query: str) -> "Found":
        """Return what fits, best first: beginnings, word beginnings, inside, letters in order."""
        wanted = " ".join(query.casefold().split())
        # Whoever fits more letters fitted fewer.
        if not wanted.startswith(self._last):
            self._found, self._unasked = range(len(self._options)), []
        if wanted and wanted != self._last:
            self._found = self._ranked(wanted, sorted([*self._found, *self._unasked]))
        self._last = wanted
        return Found(self._options, self._found if wanted else range(len(self._options)))

    def _ranked(self, wanted: str, left: list[int]) -> list[int]:
        names, searched = self._names, self._searched
        ranked: list[int] = []

        def take(fitting: list[int]) -> None:
            nonlocal left
            if fitting:
                ranked.extend(fitting)
                taken = set(fitting)
                left = [at for at in left if at not in taken]

        for piece in (f"\n {wanted}\n", f"\n {wanted}", f" {wanted}", wanted):
            take([at for at in left if piece in names[at]])
        parts = [f" {part}" for part in wanted.split()]
        if len(parts) > 1:
            take([at for at in left if all(part in names[at] for part in parts)])
        take([at for at in left if wanted in searched[at]])
        self._unasked = []
        if len(ranked) >= _ENOUGH:
            # Nobody looks behind so many that fit better; with another letter they are asked.
            self._unasked = left
            return ranked
        letters = re.compile("[^\n]*?".join(re.escape(letter) for letter in wanted if letter != " ")).search
        take([at for at in left if letters(names[at])])
        return ranked


def _lines(*names: str) -> str:
    return "".join(f"\n {' '.join(name.casefold().split())}" for name in names) + "\n"


def rank(query: str, options: Sequence[Option]) -> list[Option]:
    """Return the options that fit what was typed, best first."""
    return list(Finder(options).find(query))
