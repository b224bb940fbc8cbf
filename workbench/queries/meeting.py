"""Passages of codes, and what meets them: on the same words, inside, around, in the same turn, near, after."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.queries.material import NOBODY, SHIFT, Cast
from workbench.store.lookups import pages, scan
from workbench.store.lookups.codings import of_ids
from workbench.store.study_file import StudyFile
from workbench.study.coding_filter import EVERY_CODING, CodingFilter
from workbench.study.codings import CodedPassage

PAGE = 50
_LOW = (1 << SHIFT) - 1


class Relation(StrEnum):
    """How another coding stands to the passage asked for."""

    OVERLAP = "overlap"  # shares a character with it
    INSIDE = "inside"  # the passage lies inside the other
    AROUND = "around"  # the other lies inside the passage
    TURN = "turn"  # touches a turn that it touches
    NEAR = "near"  # so many turns away at most, before or after
    AFTER = "after"  # begins behind it, so many turns later at most
    BEFORE = "before"  # ends before it, so many turns earlier at most
    TRANSCRIPT = "transcript"
    PERSON = "person"


WITH_TURNS = frozenset((Relation.TURN, Relation.NEAR, Relation.AFTER, Relation.BEFORE))
COUNTS_TURNS = frozenset((Relation.NEAR, Relation.AFTER, Relation.BEFORE))


@dataclass(frozen=True, slots=True)
class Term:
    """Codes of which one is to meet the passage (or not to); `turns` is how far, for relations that count turns."""

    codes: frozenset[int]
    relation: Relation = Relation.OVERLAP
    turns: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Passages of `codes` that meet every term of `must`, one of `can` (when there are any), and none of `without`.

    Only codings that fit `narrow` are looked at, the others that meet them included.
    """

    codes: frozenset[int]
    must: tuple[Term, ...] = ()
    can: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    narrow: CodingFilter = EVERY_CODING

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term."""
        return (*self.must, *self.can, *self.without)


@dataclass(frozen=True, slots=True)
class Found:
    """A passage and the passages that meet it as asked for, by place."""

    passage: CodedPassage
    met: tuple[CodedPassage, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals:
    """How many passages, and from how many people and transcripts."""

    passages: int
    people: int
    transcripts: int


class Finding:
    """The answer to a question, read page by page, by name of the transcript and place."""

    def __init__(self, study: StudyFile, question: Question, around: int = 60) -> None:
        """Look for the answer; `around` characters on each side come with each passage."""
        self._study, self._around = study, around
        heirs = scan.heirs(study)
        self._codes = _with_merged(question.codes, heirs)
        self._narrow = question.narrow
        self._end: pages.PageEnd | None = None
        self._at = 0
        self._met = _meetings(study, question, heirs) if question.terms else None
        self.whole = False

    def more(self, limit: int = PAGE) -> list[Found]:
        """Return the next passages; fewer than `limit` when there are no more (-1: all that are left)."""
        if self._met is not None:
            found = self._read_met(limit)
        else:
            listed = pages.page(self._study, self._codes, self._narrow, self._end, limit, self._around)
            self._end = pages.end_of(listed[-1]) if listed else self._end
            found = [Found(one) for one in listed]
        self.whole = limit < 0 or len(found) < limit
        return found

    def _read_met(self, limit: int) -> list[Found]:
        assert self._met is not None
        after = len(self._met) if limit < 0 else self._at + limit
        wanted, self._at = self._met[self._at : after], after
        passages = of_ids(self._study, [one.id for one in wanted], self._around)
        others = of_ids(self._study, sorted({other for one in wanted for other in one.met}), 0)
        by_id = {one.coding.id: one for one in others}
        of = {one.id: one.met for one in wanted}
        return [Found(one, tuple(by_id[other] for other in of[one.coding.id] if other in by_id)) for one in passages]

    def totals(self) -> Totals:
        """Count passages, people and transcripts; people as tables count them."""
        cast = Cast(self._study)
        person = dict(zip(cast.speakers, cast.person, strict=True))
        place = dict(zip(cast.speakers, cast.place, strict=True))
        if self._met is not None:
            said = [one.speaker for one in self._met]
            count = len(said)
        else:
            counts = pages.said_by(self._study, self._codes, self._narrow)
            said = [speaker for speaker in counts if speaker in place]
            count = sum(counts[speaker] for speaker in said)
        return Totals(count, len({person[one] for one in said} - {NOBODY}), len({place[one] for one in said}))


def _with_merged(codes: Iterable[int], heirs: Mapping[int, int]) -> frozenset[int]:
    wanted = frozenset(codes)
    return wanted | {gone for gone, heir in heirs.items() if heir in wanted}


@dataclass(frozen=True, slots=True)
class _Coding:
    """A coding in the transcript at hand: stretch, first and last turn, speaker, person."""

    id: int
    start: int
    end: int
    first: int
    last: int
    speaker: int
    person: int


@dataclass(frozen=True, slots=True)
class _Met:
    id: int
    speaker: int
    met: tuple[int, ...]


class _Others:
    """The codings of a term in one transcript, by place, ready to be asked what meets a passage."""

    def __init__(self, codings: Sequence[_Coding]) -> None:
        self._all = codings
        self._starts = [one.start for one in codings]
        self._firsts = [one.first for one in codings]
        # How far the codings up to each reach: none before the first that reaches far enough can meet.
        self._reach = _highest(one.end for one in codings)
        self._last = _highest(one.last for one in codings)

    def __bool__(self) -> bool:
        return bool(self._all)

    def on_words(self, one: _Coding, low: int, high: int) -> Iterator[_Coding]:
        """Yield codings that share a character with `low`–`high`."""
        until = bisect_left(self._starts, high)
        for other in self._all[bisect_right(self._reach, low, 0, until) : until]:
            if other.end > low and other.id != one.id:
                yield other

    def in_turns(self, one: _Coding, low: int, high: int) -> Iterator[_Coding]:
        """Yield codings that touch a turn from `low` to `high`."""
        until = bisect_right(self._firsts, high)
        for other in self._all[bisect_left(self._last, low, 0, until) : until]:
            if other.last >= low and other.id != one.id:
                yield other

    def everywhere(self, one: _Coding) -> Iterator[_Coding]:
        """Yield all of them."""
        return (other for other in self._all if other.id != one.id)


def _highest(numbers: Iterable[int]) -> list[int]:
    found: list[int] = []
    for one in numbers:
        found.append(max(one, found[-1]) if found else one)
    return found


_MEETS: Mapping[Relation, Callable[[_Others, _Coding, int], Iterator[_Coding]]] = {
    Relation.OVERLAP: lambda others, one, _: others.on_words(one, one.start, one.end),
    Relation.INSIDE: lambda others, one, _: (
        other for other in others.on_words(one, one.start, one.end) if other.start <= one.start and one.end <= other.end
    ),
    Relation.AROUND: lambda others, one, _: (
        other for other in others.on_words(one, one.start, one.end) if one.start <= other.start and other.end <= one.end
    ),
    Relation.TURN: lambda others, one, _: others.in_turns(one, one.first, one.last),
    Relation.NEAR: lambda others, one, turns: others.in_turns(one, one.first - turns, one.last + turns),
    Relation.AFTER: lambda others, one, turns: (
        other for other in others.in_turns(one, one.last, one.last + turns) if other.start >= one.end
    ),
    Relation.BEFORE: lambda others, one, turns: (
        other for other in others.in_turns(one, one.first - turns, one.first) if other.end <= one.start
    ),
    Relation.TRANSCRIPT: lambda others, one, _: others.everywhere(one),
}


def _meetings(study: StudyFile, question: Question, heirs: Mapping[int, int]) -> list[_Met]:
    """Return the codings that meet as asked for, by name of their transcript, start, end and id."""
    sets = [_with_merged(term.codes, heirs) for term in question.terms]
    wanted = _with_merged(question.codes, heirs)
    cast = Cast(study)
    by_place = _by_place(study, cast, question, wanted.union(*sets))
    of_person = _of_persons(by_place, question.terms, sets)
    found: list[_Met] = []
    for place in sorted(by_place):
        codings = by_place[place]
        others = [_Others([one for one, code in codings if code in codes]) for codes in sets]
        for one in sorted(
            (one for one, code in codings if code in wanted), key=lambda one: (one.start, one.end, one.id)
        ):
            met = _met(one, question, others, of_person)
            if met is not None:
                found.append(_Met(one.id, one.speaker, met))
    return found


_Placed = dict[int, list[tuple[_Coding, int]]]


def _by_place(study: StudyFile, cast: Cast, question: Question, codes: frozenset[int]) -> _Placed:
    """Return (coding, code id) by the transcript's place in the order of names, each list by start."""
    span, code, speaker, coding_id = scan.columns(study, ("span", "code", "speaker", "id"), question.narrow, codes)
    known = zip(cast.place, cast.person, strict=True)
    who = dict(zip(cast.speakers, known, strict=True))
    starts = _turns(study, cast) if any(term.relation in WITH_TURNS for term in question.terms) else {}
    found: _Placed = {}
    for stretch, code_id, said_by, one in zip(span, code, speaker, coding_id, strict=True):
        place, person = who[said_by]
        start, end = stretch >> SHIFT, stretch & _LOW
        turns = starts.get(place, _NO_TURNS)
        first, last = (max(0, bisect_right(turns, at) - 1) for at in (start, end - 1))
        found.setdefault(place, []).append((_Coding(one, start, end, first, last, said_by, person), code_id))
    for codings in found.values():
        codings.sort(key=lambda entry: (entry[0].start, entry[0].end, entry[0].id))
    return found


_NO_TURNS = array("q", [0])


def _turns(study: StudyFile, cast: Cast) -> dict[int, array[int]]:
    places = {transcript: place for place, (transcript, _) in enumerate(cast.transcripts)}
    found: dict[int, array[int]] = {}
    for transcript, start in zip(*scan.turn_starts(study), strict=True):
        found.setdefault(places[transcript], array("q")).append(start)
    return found


def _of_persons(by_place: _Placed, terms: Sequence[Term], sets: Sequence[frozenset[int]]) -> list[dict[int, _Others]]:
    """Return for each term that asks for the same person what each person says under it, anywhere."""
    found: list[dict[int, _Others]] = []
    for term, codes in zip(terms, sets, strict=True):
        of: dict[int, list[_Coding]] = {}
        if term.relation is Relation.PERSON:
            for place in sorted(by_place):
                for one, code in by_place[place]:
                    if code in codes and one.person != NOBODY:
                        of.setdefault(one.person, []).append(one)
        found.append({person: _Others(codings) for person, codings in of.items()})
    return found


def _met(
    one: _Coding, question: Question, others: Sequence[_Others], of_person: Sequence[Mapping[int, _Others]]
) -> tuple[int, ...] | None:
    """Return the ids of what meets a passage, or None when it does not meet as asked for."""
    answers: list[list[int]] = []
    for at, term in enumerate(question.terms):
        if term.relation is Relation.PERSON:
            theirs = of_person[at].get(one.person)
            answers.append([other.id for other in theirs.everywhere(one)] if theirs else [])
        else:
            answers.append([other.id for other in _MEETS[term.relation](others[at], one, term.turns)])
    must, rest = answers[: len(question.must)], answers[len(question.must) :]
    can, without = rest[: len(question.can)], rest[len(question.can) :]
    if not all(must) or any(without) or (can and not any(can)):
        return None
    return tuple(dict.fromkeys(other for ids in (*must, *can) for other in ids))
