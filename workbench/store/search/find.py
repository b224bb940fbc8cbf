"""Finding turns by what is said in them and by what is known of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.store.search.clock import limited
from workbench.store.search.conditions import Resolver
from workbench.store.search.hits import Hit, matcher_for, read_hits
from workbench.store.search.plan import Plan, Planner
from workbench.store.search.statement import COUNTED, Statement
from workbench.store.search.vocabulary import Vocabulary
from workbench.store.study_file import StudyFile
from workbench.study.search_query import Query
from workbench.study.search_tree import Near, Term, Wild, leaves

SECONDS = 5.0
_FEWEST_WORDS = 8
_NEAREST_WORDS = 24
_RANKED_WORDS = 300
_ALL_WORDS = 2000
_UNWANTED_WORDS = 2000


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

    Ranked, turns with the words themselves come first, then those with the words nearest to them (bm25 over the first
    5,000 hits). The words of a query together stand for at most 300 words of the texts; by document, each for 2,000. A
    query without words is answered by document, and so is one with a regular expression (see `find_regex`). After
    `seconds` (5; with a regular expression 2) the search is stopped and says so. An empty query finds nothing.

    Raises:
        StudyError: a regular expression is broken.
    """
    if query.tree is None:
        return Results((), 0, remarks=query.remarks)
    if query.has_regex:
        return _by_regex(study, query, limit, skip, seconds)
    search = _Search(study, query, order)
    seconds = SECONDS if seconds is None else seconds
    try:
        with limited(study, seconds):
            return search.results(limit, skip)
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

    def __init__(self, study: StudyFile, query: Query, order: Order) -> None:
        self._study = study
        self._query = query
        self._order = order if query.has_words else Order.DOCUMENT
        self._resolver = Resolver(study)
        # Every word that stands in a statement costs time: many typed words share what there is.
        self._share = max(1, words_in(query)) if self._order is Order.RANK else 1
        self._most = (_RANKED_WORDS if self._order is Order.RANK else _ALL_WORDS) // self._share
        self._vocabulary = Vocabulary(study, query, self._most, _UNWANTED_WORDS)
        self._remarks: dict[str, None] = dict.fromkeys(query.remarks)

    def results(self, limit: int, skip: int) -> Results:
        found = self._ranked(skip + limit) if self._order is Order.RANK else None
        if found is not None:
            ids, exact, total = found
            return self._told(ids[skip : skip + limit], exact, total)
        statement = self._statement(self._most)
        ids, total = ([], 0) if statement is None else statement.by_document(limit, skip)
        return self._told(ids, None, total)

    def _told(self, ids: Sequence[int], exact: set[int] | None, total: int) -> Results:
        hits = read_hits(self._study, matcher_for(self._study, self._query), ids, exact)
        return Results(tuple(hits), min(total, COUNTED), total > COUNTED, tuple(self._remarks))

    def _statement(self, words: int, *, exact: bool = False) -> Statement | None:
        assert self._query.tree is not None
        planner = Planner(self._study, self._vocabulary, self._resolver, words)
        part = planner.plan(self._query.tree, exact=exact)
        if words == self._most and not exact:
            self._remarks.update(dict.fromkeys(planner.remarks))
        if part is False:
            return None
        return Statement(self._study, Plan() if part is True else part, planner)

    def _ranked(self, need: int) -> tuple[list[int], set[int] | None, int] | None:
        """Return the best `need` ids, those of them with the words themselves, and how many there are in all.

        None when the query is not of a kind that can be ranked.
        """
        whole = self._statement(self._most)
        if whole is None:
            return [], None, 0
        if not whole.plan.match:
            return None
        few = max(_FEWEST_WORDS, _NEAREST_WORDS // self._share)
        # The words themselves first, then the nearest, then the rest, each only when there is room left.
        stages = [self._statement(few, exact=True)] if whole.widened else []
        stages.append(whole if whole.widest <= few else self._statement(few))
        ids: dict[int, None] = {}
        exact, total = None, 0
        for at, stage in enumerate(stages):
            if stage is not None and (len(ids) < need or at == 0):
                found, counted = stage.ranked(need)
                ids.update(dict.fromkeys(found))
                total = max(total, counted)
            if whole.widened and at == 0:
                exact = set(ids)
        if total <= COUNTED and (whole.widened or whole.widest > few):
            total = self._counted(whole, 4 * few)
        if len(ids) < min(need, total):
            ids.update(dict.fromkeys(whole.unranked()))
        return list(ids)[:need], exact, total

    def _counted(self, whole: Statement, some: int) -> int:
        """Return how many hits there are; some of the words may show already that they are more than are counted."""
        if whole.widest > some:
            part = self._statement(some)
            total = 0 if part is None else part.count()
            if total > COUNTED:
                return total
        return whole.count()


def words_in(query: Query) -> int:
    """Return how many wanted words of a query may stand for others."""
    found = () if query.tree is None else leaves(query.tree)
    terms = (item for leaf, wanted in found if wanted for item in (leaf.items if isinstance(leaf, Near) else (leaf,)))
    return sum(isinstance(term, Wild) or (isinstance(term, Term) and not term.exact) for term in terms)
