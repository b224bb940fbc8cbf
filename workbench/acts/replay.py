"""Replaying the history: the acts of a filter one after the other, each with the study as it stood then.

Nothing is changed by it. The state is kept between steps and moved by what lies between two acts.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.store.lookups.acts import RowChange, rows_of
from workbench.store.lookups.found_acts import ActFinder
from workbench.store.lookups.passage_then import PastPassage, passage_of_act
from workbench.store.lookups.past import Past, PastCounts
from workbench.store.study_file import StudyFile
from workbench.study.changes import AuditLine
from workbench.study.history import ActFilter

_AHEAD = 100
_KEPT = 1000
_ROWS = 40


@dataclass(frozen=True, slots=True)
class _State:
    """What there was before the act that is shown, to tell what it added."""

    counts: PastCounts
    codings: Mapping[int, int]
    gathered: frozenset[tuple[int, int]]


class Replay:
    """A place in the acts that a filter wants; `position` counts from 1, 0 when there are none."""

    def __init__(self, study: StudyFile, wanted: ActFilter) -> None:
        self._study, self.wanted = study, wanted
        self._finder = ActFinder(study, wanted)
        self.count = self._finder.count()
        self._lines: list[AuditLine] = self._finder.page(_AHEAD, after=0)
        self._index = 0
        self.position = 1 if self._lines else 0
        self.past = Past(study, self._lines[0].act_id if self._lines else 0)
        self._before = self._just_before()

    @property
    def line(self) -> AuditLine | None:
        """The act that is shown."""
        return self._lines[self._index] if self._lines else None

    def rows(self) -> list[RowChange]:
        """Return what the act changed, at most forty rows."""
        line = self.line
        return rows_of(self._study, line.act_id, _ROWS, about=self.wanted.about) if line else []

    def passage(self) -> PastPassage | None:
        """Return the passage the act was about."""
        return passage_of_act(self._study, self.line.act_id, self.wanted.about) if self.line else None

    def next(self) -> bool:
        """Go one act on; return False at the end."""
        if self._index + 1 >= len(self._lines):
            more = self._finder.page(_AHEAD, after=self._lines[-1].act_id) if self._lines else []
            if not more:
                return False
            self._lines = [*self._lines, *more][-_KEPT:]
            self._index = len(self._lines) - len(more) - 1
        self._index += 1
        self.position += 1
        self._move()
        return True

    def previous(self) -> bool:
        """Go one act back; return False at the beginning."""
        if self._index == 0:
            earlier = self._finder.page(_AHEAD, before=self._lines[0].act_id)[::-1] if self._lines else []
            if not earlier:
                return False
            self._lines = [*earlier, *self._lines][:_KEPT]
            self._index = len(earlier)
        self._index -= 1
        self.position -= 1
        self._move()
        return True

    def first(self) -> None:
        """Go to the first act."""
        if self._lines:
            self._lines, self._index, self.position = self._finder.page(_AHEAD, after=0), 0, 1
            self._move()

    def last(self) -> None:
        """Go to the last act."""
        if self._lines:
            self._lines = self._finder.page(_AHEAD)[::-1]
            self._index, self.position = len(self._lines) - 1, self.count
            self._move()

    def go_to(self, act_id: int) -> None:
        """Go to an act, or where it would stand."""
        lines = self._finder.page(_AHEAD, after=act_id - 1)
        if lines:
            self._lines, self._index = lines, 0
            self.position = self._finder.count(upto=lines[0].act_id)
            self._move()
        else:
            self.last()

    def added(self) -> Mapping[str, int]:
        """Return by how much the act changed each number of `PastCounts`."""
        now = self.past.counts()
        names = PastCounts.__dataclass_fields__
        return {name: getattr(now, name) - getattr(self._before.counts, name) for name in names}

    def added_to_codes(self) -> Mapping[int, int]:
        """Return by how much the act changed the codings of each code; codes it left alone are not in it."""
        now = self.past.codings_by_code()
        before = self._before.codings
        changes = {code: now.get(code, 0) - before.get(code, 0) for code in {*now, *before}}
        return {code: by for code, by in changes.items() if by}

    def newly_gathered(self) -> frozenset[tuple[int, int]]:
        """Return the (theme, code) pairs that the act put together."""
        return _gathered(self.past) - self._before.gathered

    def _move(self) -> None:
        line = self.line
        assert line is not None
        # By way of the state just before it, so that what the act itself did is told apart from what was passed over.
        if line.act_id > self.past.at:
            self.past.go(line.act_id - 1)
            self._before = _state(self.past)
            self.past.go(line.act_id)
        else:
            self.past.go(line.act_id)
            self._before = self._just_before()

    def _just_before(self) -> _State:
        if self.line is None:
            return _state(self.past)
        self.past.go(self.line.act_id - 1)
        before = _state(self.past)
        self.past.go(self.line.act_id)
        return before


def _state(past: Past) -> _State:
    return _State(past.counts(), past.codings_by_code(), _gathered(past))


def _gathered(past: Past) -> frozenset[tuple[int, int]]:
    return frozenset((theme.id, code) for theme in past.themes for code in theme.code_ids)
