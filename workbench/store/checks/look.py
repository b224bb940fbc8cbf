"""The connection a check reads by, and the findings it gathers."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.store.checks.finding import Finding, Place, Progress
from workbench.store.engine import Connection

_MOST_PLACES = 10


class Look:
    """One look through a study; `thorough` spares no time. Parts call `step` often: there a check can be stopped."""

    def __init__(self, db: Connection, *, thorough: bool, progress: Progress | None = None) -> None:
        self.db = db
        self.thorough = thorough
        self._progress = progress
        self._part, self._from, self._share, self._done = "", 0.0, 0.0, 0.0
        self._found: dict[tuple[str, tuple[tuple[str, str], ...]], tuple[int, list[Place]]] = {}

    def begin(self, part: str, start: float, share: float) -> None:
        """Begin a part that is `share` of the whole, of which `start` is done."""
        self._part, self._from, self._share = part, start, share
        self.step(0.0)

    def step(self, done: float) -> None:
        """Say that about `done` (0–1) of this part is done."""
        self._done = max(self._done, self._from + self._share * done)
        if self._progress is not None:
            self._progress(self._part, self._done)

    def add(self, matter: str, place: Place | None = None, count: int = 1, **values: str) -> None:
        """Note a finding; those of one matter and the same particulars are counted together."""
        key = (matter, tuple(sorted(values.items())))
        before, places = self._found.get(key, (0, []))
        if place is not None and len(places) < _MOST_PLACES:
            places.append(place)
        self._found[key] = (before + count, places)

    def rows(self, sql: str, parameters: Mapping[str, Any] | tuple[Any, ...] = ()) -> Iterator[Any]:
        """Yield the rows of a query."""
        # Not `yield from`: that would close the cursor of a check that was stopped, after its connection.
        for row in self.db.execute(sql, parameters):  # noqa: UP028
            yield row

    def one(self, sql: str, parameters: tuple[Any, ...] = ()) -> Any:
        """Return the first column of the first row, or None."""
        row = self.db.execute(sql, parameters).fetchone()
        return None if row is None else row[0]

    @property
    def findings(self) -> list[Finding]:
        """What was found, the worst first."""
        found = [
            Finding(matter, count, tuple(places), dict(values))
            for (matter, values), (count, places) in self._found.items()
        ]
        return sorted(found, key=lambda one: -one.severity)
