"""Finding turns by what is said in them and by what is known of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.store.search.clock import limited
from workbench.store.search.conditions import Resolver
from workbench.store.search.hits import Hit, matcher_for, read_hits
from workbench.store.search.plan import Plan, Planner
from workbench.store.search.statement import COUNTED, Statement
from workbench.store.study_file import StudyFile
from workbench.study.search_query import Query

SECONDS = 5.0
_NEAREST_WORDS = 40
_MOST_WORDS = 300
_ALL_WORDS = 2000


class Order(StrEnum):
    """How hits are ordered: the best first, or by transcript and turn."""

    RANK = "rank"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Results:
    """What was found: `hits` as many as were asked for, `total` all of them, or with `more` at least so many.

    `remarks` are English sentences on what was half typed, unknown or left out. `stopped`: the time ran out.
    """

    hits: tuple[Hit, ...]
    total: int
    more: bool = False
    remarks: tuple[str, ...] = field(default=())
    stopped: bool = False


def find(
    study: StudyFile,
    query: Query,
    limit: int = 50,
    order: Order = Order.RANK,
    *,
    skip: int = 0,
    seconds: float | None = None,
) -> Results:
    """Return the turns of the present texts that fit `query`, `limit` of them after the first `skip`.

    Ranked, turns with the words themselves come first, then those with words nearest to them (bm25 over the first
    5,000 hits), and a word stands for at most 300 words of the texts; by document for at most 2,000. A query without
    words is answered by document, and so is one with a regular expression (see `find_regex`). After `seconds` (5; with
    a regular expression 2) the search is stopped and says so. An empty query finds nothing.

    Raises:
        StudyError: a regular expression is broken.
    """
    if query.tree is None:
        return Results((), 0, remarks=query.remarks)
    if query.has_regex:
        return _by_regex(study, query, limit, skip, seconds)
    search = _Search(study, query)
    seconds = SECONDS if seconds is None else seconds
    try:
        with limited(study, seconds):
            return search.results(limit, skip, order)
    except TimeoutError:
        sentence = f"The search was stopped after {seconds:g} seconds; ask for longer or rarer words."
        return Results((), 0, more=True, remarks=(*query.remarks, sentence), stopped=True)


def _by_regex(study: StudyFile, query: Query, limit: int, skip: int, seconds: float | None) -> Results:
    from workbench.store.search import regex_find

    hits: list[Hit] = []
    remarks, stopped, done, of = query.remarks, False, 0, 0
    given = regex_find.SECONDS if seconds is None else seconds
    for step in regex_find.find_regex(study, query, seconds=given):
        hits.extend(step.hits)
        remarks, stopped, done, of = step.remarks, step.stopped, step.done, step.of
        if len(hits) >= skip + limit:
            break
    return Results(tuple(hits[skip : skip + limit]), len(hits), stopped or done < of, remarks, stopped)


class _Search:
    """One query put to one study."""

    def __init__(self, study: StudyFile, query: Query) -> None:
        self._study = study
        self._query = query
        self._resolver = Resolver(study)
        self._remarks: dict[str, None] = dict.fromkeys(query.remarks)

    def results(self, limit: int, skip: int, order: Order) -> Results:
        if order is Order.RANK and self._query.has_words:
            found = self._ranked(skip + limit)
            if found is not None:
                ids, exact, total = found
                return self._told(ids[skip : skip + limit], exact, total)
        statement = self._statement(_ALL_WORDS)
        ids, total = ([], 0) if statement is None else statement.by_document(limit, skip)
        return self._told(ids, None, total)

    def _told(self, ids: Sequence[int], exact: set[int] | None, total: int) -> Results:
        hits = read_hits(self._study, matcher_for(self._study, self._query), ids, exact)
        return Results(tuple(hits), min(total, COUNTED), total > COUNTED, tuple(self._remarks))

    def _statement(self, most: int, *, exact: bool = False) -> Statement | None:
        assert self._query.tree is not None
        planner = Planner(self._study, self._query, most, self._resolver)
        part = planner.plan(self._query.tree, exact=exact)
        self._remarks.update(dict.fromkeys(planner.remarks))
        if part is False:
            return None
        return Statement(self._study, Plan() if part is True else part, planner)

    def _ranked(self, need: int) -> tuple[list[int], set[int], int] | None:
        """Return the best `need` ids, those of them with the words themselves, and how many there are in all.

        None when the query is not of a kind that can be ranked.
        """
        whole = self._statement(_MOST_WORDS)
        if whole is None:
            return [], set(), 0
        if not whole.plan.match:
            return None
        if not whole.widened and whole.widest <= _NEAREST_WORDS:
            ids, total = whole.ranked(need)
            return ids, set(ids), total
        # Ranking costs time for every word that stands in the query: the words themselves, the nearest, then the rest.
        ids, exact, total = [], set[int](), 0
        if whole.widened:
            best = self._quietly(exact=True)
            ids, total = ([], 0) if best is None else best.ranked(need)
            exact = set(ids)
        near = whole if whole.widest <= _NEAREST_WORDS else self._quietly()
        if len(ids) < need and near is not None:
            ids += [one for one in near.ranked(need)[0] if one not in exact]
        total = total if total > COUNTED else whole.count()
        if len(ids) < min(need, total):
            seen = set(ids)
            ids += [one for one in whole.unranked() if one not in seen]
        return ids[:need], exact if whole.widened else set(ids), total

    def _quietly(self, *, exact: bool = False) -> Statement | None:
        """Return the query with each word standing for the few words nearest to it; the rest is asked for later."""
        remarks = dict(self._remarks)
        statement = self._statement(_NEAREST_WORDS, exact=exact)
        self._remarks = remarks
        return statement
